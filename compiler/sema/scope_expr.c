// SPDX-License-Identifier: MIT
// The walk over expressions and assignment targets: uses and bindings of names, scopes of lambdas
// and comprehensions, and the errors of expressions that stand where they may not.
#include "build.h"

static bool is_star(const Expr *expr)
{
    return expr && expr->kind == EXPR_STARRED;
}

static bool in_async_function(const Builder *builder)
{
    const Scope *scope = builder->scope;
    // A generator expression may be an asynchronous one anywhere.
    while (scope->kind == SCOPE_COMPREHENSION && !scope->is_generator)
        scope = scope->parent;
    if (scope->kind == SCOPE_COMPREHENSION)
        return true;
    return scope->kind == SCOPE_FUNCTION && scope->is_async;
}

void build_expr_opt(Builder *builder, Expr *expr)
{
    if (expr)
        build_expr(builder, expr);
}

void build_exprs(Builder *builder, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        Expr *item = list->items[i];
        build_expr_opt(builder, is_star(item) ? item->starred.value : item);
    }
}

void build_keywords(Builder *builder, const KeywordList *keywords)
{
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *keyword = keywords->items[i];
        build_expr(builder, keyword->value);
        if (!keyword->arg)
            continue;
        if (name_is(keyword->arg, "__debug__"))
            BUILD_ERROR(builder, keyword->span, DIAG_ASSIGN_DEBUG);
        for (uint32_t j = 0; j < i; j++) {
            if (keywords->items[j]->arg == keyword->arg) {
                BUILD_ERROR(builder, keyword->span, DIAG_KEYWORD_REPEATED, keyword->arg->text);
                diag_note(builder->diags, builder->source, keywords->items[j]->span,
                          "it is given here first");
                break;
            }
        }
    }
}

void build_defaults(Builder *builder, const Arguments *args)
{
    build_exprs(builder, &args->defaults);
    build_exprs(builder, &args->kw_defaults);
}

static void build_arg_list(Builder *builder, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        build_param(builder, list->items[i]->arg, list->items[i]->span);
}

void build_params(Builder *builder, const Arguments *args)
{
    build_arg_list(builder, &args->posonlyargs);
    build_arg_list(builder, &args->args);
    build_arg_list(builder, &args->kwonlyargs);
    if (args->vararg)
        build_param(builder, args->vararg->arg, args->vararg->span);
    if (args->kwarg)
        build_param(builder, args->kwarg->arg, args->kwarg->span);
}

static void build_lambda(Builder *builder, Expr *expr)
{
    build_defaults(builder, expr->lambda.args);
    uint32_t loop_depth = builder->loop_depth;
    builder->loop_depth = 0;
    expr->scope = build_enter(builder, SCOPE_LAMBDA);
    build_params(builder, expr->lambda.args);
    build_expr(builder, expr->lambda.body);
    build_leave(builder);
    builder->loop_depth = loop_depth;
}

static void build_iterable(Builder *builder, Expr *iterable)
{
    builder->iterable_depth++;
    build_expr(builder, iterable);
    builder->iterable_depth--;
}

static void build_generator(Builder *builder, const Comprehension *generator)
{
    bool outer = builder->in_iteration_target;
    builder->in_iteration_target = true;
    build_target(builder, generator->target);
    builder->in_iteration_target = outer;
    build_exprs(builder, &generator->ifs);
}

// The first iterable is evaluated outside; everything else is a function of its own.
static void build_comprehension(Builder *builder, Expr *expr, const ComprehensionList *generators,
                                Expr *element, Expr *value)
{
    build_iterable(builder, generators->items[0]->iter);
    bool is_async = generators->items[0]->is_async;
    bool outer_target = builder->in_iteration_target;
    builder->in_iteration_target = false;
    expr->scope = build_enter(builder, SCOPE_COMPREHENSION);
    expr->scope->is_generator = expr->kind == EXPR_GENERATOR_EXP;
    build_generator(builder, generators->items[0]);
    for (uint32_t i = 1; i < generators->count; i++) {
        is_async |= generators->items[i]->is_async;
        build_iterable(builder, generators->items[i]->iter);
        build_generator(builder, generators->items[i]);
    }
    build_expr_opt(builder, value);
    build_expr(builder, element);
    expr->scope->is_async |= is_async;
    build_leave(builder);
    builder->in_iteration_target = outer_target;
    // One that waits makes those around it wait for it.
    if (expr->scope->is_async && expr->kind != EXPR_GENERATOR_EXP &&
        builder->scope->kind == SCOPE_COMPREHENSION)
        builder->scope->is_async = true;
    if (is_async && expr->kind != EXPR_GENERATOR_EXP && !in_async_function(builder))
        BUILD_ERROR(builder, expr->span, DIAG_AWAIT_OUTSIDE, "asynchronous comprehension");
}

static void build_yield(Builder *builder, const Expr *expr)
{
    const char *what = expr->kind == EXPR_YIELD ? "yield" : "yield from";
    Scope *scope = builder->scope;
    switch (scope->kind) {
    case SCOPE_MODULE:
    case SCOPE_CLASS:
        BUILD_ERROR(builder, expr->span, DIAG_YIELD_OUTSIDE, what);
        return;
    case SCOPE_COMPREHENSION:
        BUILD_ERROR(builder, expr->span, DIAG_YIELD_IN_COMPREHENSION);
        return;
    case SCOPE_FUNCTION:
        if (scope->is_async && expr->kind == EXPR_YIELD_FROM)
            BUILD_ERROR(builder, expr->span, DIAG_YIELD_FROM_ASYNC);
        break;
    case SCOPE_LAMBDA:
        break;
    }
    scope->is_generator = true;
}

static void build_name(Builder *builder, const Expr *expr)
{
    switch (expr->name.ctx) {
    case CTX_LOAD:
        build_use(builder, expr->name.id);
        // Any mention of super may become super(), which needs the class's cell.
        if (name_is(expr->name.id, "super") && builder->scope->kind != SCOPE_MODULE &&
            builder->scope->kind != SCOPE_CLASS)
            build_use(builder, names_intern_z(builder->names, "__class__"));
        return;
    case CTX_STORE:
        build_bind(builder, expr->name.id, expr->span);
        return;
    case CTX_DEL:
        if (name_is(expr->name.id, "__debug__")) {
            BUILD_ERROR(builder, expr->span, DIAG_DELETE_DEBUG);
            return;
        }
        build_bind(builder, expr->name.id, expr->span);
        return;
    }
}

static void build_attribute(Builder *builder, const Expr *expr)
{
    build_expr(builder, expr->attribute.value);
    if (expr->attribute.ctx != CTX_LOAD && name_is(expr->attribute.attr, "__debug__"))
        BUILD_ERROR(builder, expr->span,
                    expr->attribute.ctx == CTX_STORE ? DIAG_ASSIGN_DEBUG : DIAG_DELETE_DEBUG);
}

static void build_call(Builder *builder, const Expr *expr)
{
    const Expr *func = expr->call.func;
    // super(C, self) says which class it means and needs no cell.
    if (func->kind == EXPR_NAME && name_is(func->name.id, "super") && expr->call.args.count > 0 &&
        !is_star(expr->call.args.items[0]))
        build_use(builder, func->name.id);
    else
        build_expr(builder, expr->call.func);
    build_exprs(builder, &expr->call.args);
    build_keywords(builder, &expr->call.keywords);
}

static void build_walrus(Builder *builder, const Expr *expr)
{
    if (builder->iterable_depth > 0)
        BUILD_ERROR(builder, expr->span, DIAG_WALRUS_IN_ITERABLE);
    else if (builder->scope->kind == SCOPE_COMPREHENSION)
        build_walrus_target(builder, expr->named_expr.target);
    build_expr(builder, expr->named_expr.value);
    build_target(builder, expr->named_expr.target);
}

static void build_any(Builder *builder, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        build_exprs(builder, &expr->bool_op.values);
        return;
    case EXPR_NAMED_EXPR:
        build_walrus(builder, expr);
        return;
    case EXPR_BIN_OP:
        build_expr(builder, expr->bin_op.left);
        build_expr(builder, expr->bin_op.right);
        return;
    case EXPR_UNARY_OP:
        build_expr(builder, expr->unary_op.operand);
        return;
    case EXPR_LAMBDA:
        build_lambda(builder, expr);
        return;
    case EXPR_IF_EXP:
        build_expr(builder, expr->if_exp.test);
        build_expr(builder, expr->if_exp.body);
        build_expr(builder, expr->if_exp.orelse);
        return;
    case EXPR_DICT:
        build_exprs(builder, &expr->dict.keys);
        build_exprs(builder, &expr->dict.values);
        return;
    case EXPR_SET:
        build_exprs(builder, &expr->set.elts);
        return;
    case EXPR_LIST_COMP:
        build_comprehension(builder, expr, &expr->list_comp.generators, expr->list_comp.elt, NULL);
        return;
    case EXPR_SET_COMP:
        build_comprehension(builder, expr, &expr->set_comp.generators, expr->set_comp.elt, NULL);
        return;
    case EXPR_DICT_COMP:
        build_comprehension(builder, expr, &expr->dict_comp.generators, expr->dict_comp.key,
                            expr->dict_comp.value);
        return;
    case EXPR_GENERATOR_EXP:
        build_comprehension(builder, expr, &expr->generator_exp.generators, expr->generator_exp.elt,
                            NULL);
        return;
    case EXPR_AWAIT:
        if (!in_async_function(builder))
            BUILD_ERROR(builder, expr->span, DIAG_AWAIT_OUTSIDE, "await");
        if (builder->scope->kind == SCOPE_COMPREHENSION)
            builder->scope->is_async = true;
        build_expr(builder, expr->await.value);
        return;
    case EXPR_YIELD:
        build_yield(builder, expr);
        build_expr_opt(builder, expr->yield.value);
        return;
    case EXPR_YIELD_FROM:
        build_yield(builder, expr);
        build_expr(builder, expr->yield_from.value);
        return;
    case EXPR_COMPARE:
        build_expr(builder, expr->compare.left);
        build_exprs(builder, &expr->compare.comparators);
        return;
    case EXPR_CALL:
        build_call(builder, expr);
        return;
    case EXPR_FORMATTED_VALUE:
        build_expr(builder, expr->formatted_value.value);
        build_expr_opt(builder, expr->formatted_value.format_spec);
        return;
    case EXPR_INTERPOLATION:
        build_expr(builder, expr->interpolation.value);
        build_expr_opt(builder, expr->interpolation.format_spec);
        return;
    case EXPR_JOINED_STR:
        build_exprs(builder, &expr->joined_str.values);
        return;
    case EXPR_TEMPLATE_STR:
        build_exprs(builder, &expr->template_str.values);
        return;
    case EXPR_CONSTANT:
        return;
    case EXPR_ATTRIBUTE:
        build_attribute(builder, expr);
        return;
    case EXPR_SUBSCRIPT:
        build_expr(builder, expr->subscript.value);
        build_expr(builder, expr->subscript.slice);
        return;
    case EXPR_STARRED:
        BUILD_ERROR(builder, expr->span, DIAG_STAR_MISPLACED);
        build_expr(builder, expr->starred.value);
        return;
    case EXPR_NAME:
        build_name(builder, expr);
        return;
    case EXPR_LIST:
        build_exprs(builder, &expr->list.elts);
        return;
    case EXPR_TUPLE:
        build_exprs(builder, &expr->tuple.elts);
        return;
    case EXPR_SLICE:
        build_expr_opt(builder, expr->slice.lower);
        build_expr_opt(builder, expr->slice.upper);
        build_expr_opt(builder, expr->slice.step);
        return;
    }
}

void build_expr(Builder *builder, Expr *expr)
{
    if (builder->depth >= TREE_DEPTH_LIMIT) {
        BUILD_ERROR(builder, expr->span, DIAG_TREE_TOO_DEEP, TREE_DEPTH_LIMIT);
        return;
    }
    builder->depth++;
    build_any(builder, expr);
    builder->depth--;
}

static void build_target_items(Builder *builder, const Expr *target, const ExprList *items)
{
    bool starred = false;
    for (uint32_t i = 0; i < items->count; i++) {
        Expr *item = items->items[i];
        if (!is_star(item)) {
            build_target(builder, item);
            continue;
        }
        if (starred)
            BUILD_ERROR(builder, target->span, DIAG_STARS_IN_TARGET);
        else if (i > 255)
            BUILD_ERROR(builder, target->span, DIAG_TARGETS_BEFORE_STAR);
        starred = true;
        build_target(builder, item->starred.value);
    }
}

void build_target(Builder *builder, Expr *target)
{
    switch (target->kind) {
    case EXPR_TUPLE:
        build_target_items(builder, target, &target->tuple.elts);
        return;
    case EXPR_LIST:
        build_target_items(builder, target, &target->list.elts);
        return;
    case EXPR_STARRED:
        BUILD_ERROR(builder, target->span, DIAG_STAR_TARGET_ALONE);
        return;
    default: // names, attributes, subscripts: their context says what they are
        build_expr(builder, target);
        return;
    }
}
