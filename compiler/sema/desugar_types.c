// SPDX-License-Identifier: MIT
// Type parameters and type aliases. A function whose body does not mention its type parameters is
// an ordinary function, because annotations are never evaluated. Otherwise
//
//     @decorator                       @decorator
//     def f[T: int](x=1): body         @call
//                                      def f(d=1):
//                                          T = make_type_var("T", lambda: int)
//                                          def f(x=d): body
//                                          return f
//
// so that what is evaluated outside still is, T has a scope of its own, and one statement stays one.
// Classes get the base Generic besides.
#include "desugar_internal.h"

static bool keeps_all(const Desugar *desugar) { return desugar->module->keeps_annotations; }

static bool is_param(const TypeParamList *params, const Name *name)
{
    for (uint32_t i = 0; i < params->count; i++)
        if (params->items[i]->name == name)
            return true;
    return false;
}

// ---- whether code mentions a type parameter

typedef struct {
    AstVisitor visitor;
    const TypeParamList *params;
    bool found;
} Search;

static void search_expr(AstVisitor *visitor, Expr **place)
{
    Search *search = (Search *)visitor;
    if ((*place)->kind == EXPR_NAME && is_param(search->params, (*place)->name.id))
        search->found = true;
    ast_walk_expr(visitor, *place);
}

static void search_stmt(AstVisitor *visitor, Stmt **place) { ast_walk_stmt(visitor, *place); }

static bool mentions(const TypeParamList *params, const StmtList *body, const ExprList *exprs,
                     const KeywordList *keywords)
{
    Search search = {.visitor = {.expr = search_expr, .stmt = search_stmt}, .params = params};
    if (body)
        ast_walk_stmts(&search.visitor, body);
    if (exprs)
        ast_walk_exprs(&search.visitor, exprs);
    if (keywords)
        ast_walk_keywords(&search.visitor, keywords);
    return search.found;
}

// ---- new nodes

static const Name *name_of(Desugar *desugar, const char *text)
{
    return names_intern_z(desugar->names, text);
}

static Stmt *new_stmt(Desugar *desugar, StmtKind kind, const Stmt *from)
{
    Stmt *stmt = ARENA_NEW(desugar->arena, Stmt);
    stmt->kind = kind;
    stmt->span = from->span;
    stmt->name_span = from->name_span;
    return stmt;
}

static Stmt *new_assign(Desugar *desugar, const Name *name, Expr *value, const Stmt *from)
{
    Stmt *stmt = new_stmt(desugar, STMT_ASSIGN, from);
    VEC_PUSH(desugar->arena, &stmt->assign.targets,
             desugar_name(desugar, name, CTX_STORE, value->span));
    stmt->assign.value = value;
    return stmt;
}

static Stmt *new_return(Desugar *desugar, Expr *value, const Stmt *from)
{
    Stmt *stmt = new_stmt(desugar, STMT_RETURN, from);
    stmt->return_.value = value;
    return stmt;
}

static Expr *new_lambda(Desugar *desugar, Expr *body)
{
    Expr *expr = desugar_expr(desugar, EXPR_LAMBDA, body->span);
    expr->lambda.args = ARENA_NEW(desugar->arena, Arguments);
    expr->lambda.body = body;
    expr->height = (uint16_t)(body->height + 1);
    return expr;
}

static Expr *lambda_or_none(Desugar *desugar, Expr *body, Span span)
{
    return body ? new_lambda(desugar, body) : desugar_none(desugar, span);
}

// (T, U, …)
static Expr *params_tuple(Desugar *desugar, const TypeParamList *params)
{
    Expr *tuple = desugar_expr(desugar, EXPR_TUPLE, params->items[0]->span);
    for (uint32_t i = 0; i < params->count; i++)
        VEC_PUSH(desugar->arena, &tuple->tuple.elts,
                 desugar_name(desugar, params->items[i]->name, CTX_LOAD, params->items[i]->span));
    tuple->height = 2;
    return tuple;
}

// ---- the scope of type parameters

// make_type_var(name, bound, constraints, default) and its like; what is None at the end is left out.
static Expr *new_param(Desugar *desugar, const TypeParam *param)
{
    static const HiddenId makers[] = {
        [TYPE_PARAM_TYPE_VAR] = HIDDEN_TYPE_VAR,
        [TYPE_PARAM_PARAM_SPEC] = HIDDEN_PARAM_SPEC,
        [TYPE_PARAM_TYPE_VAR_TUPLE] = HIDDEN_TYPE_VAR_TUPLE,
    };
    Span span = param->span;
    bool is_type_var = param->kind == TYPE_PARAM_TYPE_VAR;
    bool has_constraints = param->bound && param->bound->kind == EXPR_TUPLE;
    Expr *args[4] = {desugar_text(desugar, param->name->text, param->name->size, span)};
    uint32_t count = 1;
    Expr *default_value = param->default_value;
    if (default_value && default_value->kind == EXPR_STARRED) { // *Ts = *tuple[int, str]
        Expr *list = desugar_expr(desugar, EXPR_TUPLE, default_value->span);
        VEC_PUSH(desugar->arena, &list->tuple.elts, default_value);
        list->height = (uint16_t)(default_value->height + 1);
        default_value = list;
    }
    if (is_type_var && (param->bound || default_value)) {
        args[count++] = lambda_or_none(desugar, has_constraints ? NULL : param->bound, span);
        if (has_constraints || default_value)
            args[count++] = lambda_or_none(desugar, has_constraints ? param->bound : NULL, span);
    }
    if (default_value)
        args[count++] = new_lambda(desugar, default_value);
    return desugar_call(desugar, makers[param->kind], args, count, span);
}

// def name(): T = …, which what is put behind in its body completes.
static Stmt *new_scope(Desugar *desugar, const Name *name, const TypeParamList *params,
                       const Stmt *from)
{
    Stmt *outer = new_stmt(desugar, STMT_FUNCTION_DEF, from);
    outer->is_type_scope = true;
    outer->function_def.name = name;
    outer->function_def.args = ARENA_NEW(desugar->arena, Arguments);
    for (uint32_t i = 0; i < params->count; i++)
        VEC_PUSH(desugar->arena, &outer->function_def.body,
                 new_assign(desugar, params->items[i]->name,
                            new_param(desugar, params->items[i]), from));
    return outer;
}

static void add_call_decorator(Desugar *desugar, Stmt *outer)
{
    VEC_PUSH(desugar->arena, &outer->function_def.decorator_list,
             desugar_hidden(desugar, HIDDEN_CALL, outer->span));
}

// Has `value` evaluated outside the scope: gives the parameter of the scope that holds it.
static Expr *hoist(Desugar *desugar, Stmt *outer, Expr *value)
{
    Arguments *args = outer->function_def.args;
    const Name *name =
        name_of(desugar, arena_format(desugar->arena, "_.%u", (unsigned)args->args.count));
    Arg *arg = ARENA_NEW(desugar->arena, Arg);
    arg->arg = name;
    arg->span = value->span;
    VEC_PUSH(desugar->arena, &args->args, arg);
    VEC_PUSH(desugar->arena, &args->defaults, value);
    return desugar_name(desugar, name, CTX_LOAD, value->span);
}

static void hoist_list(Desugar *desugar, Stmt *outer, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i])
            list->items[i] = hoist(desugar, outer, list->items[i]);
}

// ---- functions

static Stmt *generic_function(Desugar *desugar, Stmt *stmt)
{
    NodeFunctionDef *def = &stmt->function_def;
    const TypeParamList params = def->type_params;
    def->type_params.count = 0;
    Stmt *outer = new_scope(desugar, def->name, &params, stmt);
    outer->function_def.decorator_list = def->decorator_list;
    def->decorator_list = (ExprList){0};
    add_call_decorator(desugar, outer);
    hoist_list(desugar, outer, &def->args->defaults);
    hoist_list(desugar, outer, &def->args->kw_defaults);
    VEC_PUSH(desugar->arena, &outer->function_def.body, stmt);
    if (keeps_all(desugar)) { // f.__type_params__ = (T, …)
        Stmt *assign = new_assign(desugar, def->name, params_tuple(desugar, &params), stmt);
        Expr *target = desugar_expr(desugar, EXPR_ATTRIBUTE, stmt->span);
        target->attribute.value = desugar_name(desugar, def->name, CTX_LOAD, stmt->span);
        target->attribute.attr = name_of(desugar, "__type_params__");
        target->attribute.ctx = CTX_STORE;
        target->height = 2;
        assign->assign.targets.items[0] = target;
        VEC_PUSH(desugar->arena, &outer->function_def.body, assign);
    }
    VEC_PUSH(desugar->arena, &outer->function_def.body,
             new_return(desugar, desugar_name(desugar, def->name, CTX_LOAD, stmt->span), stmt));
    return outer;
}

// ---- classes

typedef struct {
    AstVisitor visitor;
    Desugar *desugar;
    Stmt *outer;
    const TypeParamList *params;
} Hoister;

// Names of a class body around are not seen from inside the scope, so they are handed in.
static void hoist_names(AstVisitor *visitor, Expr **place)
{
    Hoister *hoister = (Hoister *)visitor;
    const Expr *expr = *place;
    if (expr->kind == EXPR_NAME && !is_param(hoister->params, expr->name.id))
        *place = hoist(hoister->desugar, hoister->outer, *place);
    else if (expr->kind == EXPR_NAME || expr->kind == EXPR_ATTRIBUTE ||
             expr->kind == EXPR_SUBSCRIPT || expr->kind == EXPR_CALL || expr->kind == EXPR_TUPLE)
        ast_walk_expr(visitor, *place);
}

// Base[T] is Base where type parameters are not kept.
static void strip_bases(const Desugar *desugar, const TypeParamList *params, const ExprList *bases)
{
    for (uint32_t i = 0; i < bases->count && !keeps_all(desugar); i++) {
        if (bases->items[i]->kind != EXPR_SUBSCRIPT)
            continue;
        const NodeSubscript *base = &bases->items[i]->subscript;
        Expr *parameters = base->slice;
        if (mentions(params, NULL, &(ExprList){.items = &parameters, .count = 1}, NULL))
            bases->items[i] = base->value;
    }
}

static Stmt *generic_class(Desugar *desugar, Stmt *stmt)
{
    NodeClassDef *def = &stmt->class_def;
    const TypeParamList params = def->type_params;
    def->type_params.count = 0;
    strip_bases(desugar, &params, &def->bases);
    bool keeps = keeps_all(desugar) || mentions(&params, &def->body, &def->bases, &def->keywords);
    if (!keeps) {
        VEC_PUSH(desugar->arena, &def->bases, desugar_hidden(desugar, HIDDEN_GENERIC, stmt->span));
        return stmt;
    }
    Stmt *outer = new_scope(desugar, def->name, &params, stmt);
    add_call_decorator(desugar, outer);
    if (desugar->in_class) {
        Hoister hoister = {.visitor = {.expr = hoist_names}, .desugar = desugar, .outer = outer,
                           .params = &params};
        ast_walk_exprs(&hoister.visitor, &def->decorator_list);
        ast_walk_exprs(&hoister.visitor, &def->bases);
        ast_walk_keywords(&hoister.visitor, &def->keywords);
    }
    VEC_PUSH(desugar->arena, &def->bases, desugar_hidden(desugar, HIDDEN_GENERIC, stmt->span));
    if (keeps_all(desugar)) { // __type_params__ = (T, …) behind the docstring
        StmtList body = {0};
        uint32_t first = def->body.count && def->body.items[0]->kind == STMT_EXPR;
        for (uint32_t i = 0; i < def->body.count + 1; i++)
            VEC_PUSH(desugar->arena, &body,
                     i == first ? new_assign(desugar, name_of(desugar, "__type_params__"),
                                             params_tuple(desugar, &params), stmt)
                                : def->body.items[i > first ? i - 1 : i]);
        def->body = body;
    }
    VEC_PUSH(desugar->arena, &outer->function_def.body, stmt);
    VEC_PUSH(desugar->arena, &outer->function_def.body,
             new_return(desugar, desugar_name(desugar, def->name, CTX_LOAD, stmt->span), stmt));
    return outer;
}

static void refuse(Desugar *desugar, Span span)
{
    diag_report(desugar->diags, desugar->module->source, span, DIAG_NOT_SUPPORTED,
                "type parameters used when the program runs, on MicroPython, are");
    desugar->failed = true;
}

Stmt *desugar_generic(Desugar *desugar, Stmt *stmt)
{
    bool is_class = stmt->kind == STMT_CLASS_DEF;
    TypeParamList *params = is_class ? &stmt->class_def.type_params
                                     : &stmt->function_def.type_params;
    if (desugar->module->for_micropython) {
        if (is_class)
            strip_bases(desugar, params, &stmt->class_def.bases);
        const StmtList *body = is_class ? &stmt->class_def.body : &stmt->function_def.body;
        if (mentions(params, body, is_class ? &stmt->class_def.bases : NULL,
                     is_class ? &stmt->class_def.keywords : NULL))
            refuse(desugar, stmt->span);
        params->count = 0;
        return stmt;
    }
    if (is_class)
        return generic_class(desugar, stmt);
    if (keeps_all(desugar) || mentions(params, &stmt->function_def.body, NULL, NULL))
        return generic_function(desugar, stmt);
    params->count = 0;
    return stmt;
}

// ---- type X = value

Stmt *desugar_alias(Desugar *desugar, Stmt *stmt)
{
    NodeTypeAlias *alias = &stmt->type_alias;
    const Name *name = alias->name->name.id;
    const TypeParamList params = alias->type_params;
    if (desugar->module->for_micropython)
        return new_assign(desugar, name,
                          desugar_name(desugar, name_of(desugar, "object"), CTX_LOAD, stmt->span),
                          stmt);
    Expr *args[] = {desugar_text(desugar, name->text, name->size, stmt->span),
                    new_lambda(desugar, alias->value),
                    params.count ? params_tuple(desugar, &params) : NULL};
    Expr *made = desugar_call(desugar, HIDDEN_TYPE_ALIAS, args, params.count ? 3 : 2, stmt->span);
    if (!params.count)
        return new_assign(desugar, name, made, stmt);
    Stmt *outer = new_scope(desugar, name, &params, stmt);
    add_call_decorator(desugar, outer);
    VEC_PUSH(desugar->arena, &outer->function_def.body, new_return(desugar, made, stmt));
    return outer;
}
