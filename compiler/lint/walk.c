// SPDX-License-Identifier: MIT
// The walk over the tree. Functions and classes are visited where they are defined.
#include "walk.h"
#include "../syntax/ast_leaves.h"

#include <string.h>

static uint32_t slot_of(const PointerSet *set, const void *pointer)
{
    uint32_t index = (uint32_t)((uintptr_t)pointer >> 4) * 2654435761u & (set->capacity - 1);
    while (set->slots[index] && set->slots[index] != pointer)
        index = (index + 1) & (set->capacity - 1);
    return index;
}

bool pointer_set_has(const PointerSet *set, const void *pointer)
{
    return set->capacity && set->slots[slot_of(set, pointer)];
}

void pointer_set_add(Arena *arena, PointerSet *set, const void *pointer)
{
    if (2 * (set->count + 1) > set->capacity) {
        PointerSet wider = {.capacity = set->capacity ? set->capacity * 2 : 64};
        wider.slots = ARENA_NEW_ARRAY(arena, const void *, wider.capacity);
        wider.count = set->count;
        for (uint32_t i = 0; i < set->capacity; i++)
            if (set->slots[i])
                wider.slots[slot_of(&wider, set->slots[i])] = set->slots[i];
        *set = wider;
    }
    uint32_t slot = slot_of(set, pointer);
    set->count += !set->slots[slot];
    set->slots[slot] = pointer;
}

bool lint_wants(const Lint *lint, DiagCode code)
{
    Severity severity;
    return warnings_allow(lint->diags->warnings, code, &severity);
}

const Symbol *lint_symbol(const Lint *lint, const Name *name)
{
    const Scope *scope = lint->scope;
    const Symbol *symbol = scope_find(scope, scope_mangle(lint->names, scope, name));
    while (symbol && symbol->binding == BINDING_FREE && scope->parent) {
        scope = scope->parent;
        const Symbol *outer = scope_find(scope, symbol->name);
        symbol = outer ? outer : symbol;
    }
    if (symbol && symbol->binding == BINDING_GLOBAL && scope->parent)
        return scope_find(lint->module->scope, symbol->name);
    return symbol;
}

bool lint_is_builtin(const Lint *lint, const Expr *expr, const char *name)
{
    return expr->kind == EXPR_NAME && name_is(expr->name.id, name) &&
           scope_is_builtin(lint->scope, expr->name.id);
}

static void walk_expr(Lint *lint, const Expr *expr);
static void walk_stmts(Lint *lint, const StmtList *list);

static void walk_opt(Lint *lint, const Expr *expr)
{
    if (expr)
        walk_expr(lint, expr);
}

static void walk_exprs(Lint *lint, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_opt(lint, list->items[i]);
}

static void walk_keywords(Lint *lint, const KeywordList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_expr(lint, list->items[i]->value);
}

static void walk_annotation(Lint *lint, const Expr *expr)
{
    bool outer = lint->in_annotation;
    lint->in_annotation = true;
    walk_opt(lint, expr);
    lint->in_annotation = outer;
}

static void walk_arg_annotations(Lint *lint, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_annotation(lint, list->items[i]->annotation);
}

// What is evaluated where the function is defined.
static void walk_header(Lint *lint, const Arguments *args)
{
    walk_exprs(lint, &args->defaults);
    walk_exprs(lint, &args->kw_defaults);
    walk_arg_annotations(lint, &args->posonlyargs);
    walk_arg_annotations(lint, &args->args);
    walk_arg_annotations(lint, &args->kwonlyargs);
    if (args->vararg)
        walk_annotation(lint, args->vararg->annotation);
    if (args->kwarg)
        walk_annotation(lint, args->kwarg->annotation);
}

static void bind_args(Lint *lint, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        lint_bind(lint, list->items[i]->arg, list->items[i]->span);
}

static void bind_params(Lint *lint, const Arguments *args)
{
    bind_args(lint, &args->posonlyargs);
    bind_args(lint, &args->args);
    bind_args(lint, &args->kwonlyargs);
    if (args->vararg)
        lint_bind(lint, args->vararg->arg, args->vararg->span);
    if (args->kwarg)
        lint_bind(lint, args->kwarg->arg, args->kwarg->span);
}

// State that begins anew inside a function or class; what was is given back by leave.
typedef struct {
    const Scope *scope;
    const Stmt *function;
    const LoopContext *loop;
    uint32_t guard_depth;
    uint32_t comprehension_depth;
    bool in_import_guard;
} Outside;

static Outside enter(Lint *lint, const Scope *scope)
{
    Outside outside = {lint->scope,       lint->function,            lint->loop,
                       lint->guard_depth, lint->comprehension_depth, lint->in_import_guard};
    lint->scope = scope;
    return outside;
}

static void leave(Lint *lint, const Outside *outside)
{
    lint->scope = outside->scope;
    lint->function = outside->function;
    lint->loop = outside->loop;
    lint->guard_depth = outside->guard_depth;
    lint->comprehension_depth = outside->comprehension_depth;
    lint->in_import_guard = outside->in_import_guard;
}

static void start_function(Lint *lint, const Stmt *stmt)
{
    lint->function = stmt;
    lint->loop = NULL;
    lint->guard_depth = 0;
    lint->comprehension_depth = 0;
    lint->in_import_guard = false;
}

// def and async def have the same fields.
static void walk_function(Lint *lint, const Stmt *stmt)
{
    _Static_assert(sizeof(NodeFunctionDef) == sizeof(NodeAsyncFunctionDef), "the same fields");
    const NodeFunctionDef *def = &stmt->function_def;
    walk_exprs(lint, &def->decorator_list);
    walk_header(lint, def->args);
    walk_annotation(lint, def->returns);
    lint_definition(lint, stmt);
    lint_bind(lint, def->name, stmt->name_span);
    Outside outside = enter(lint, stmt->scope);
    start_function(lint, stmt);
    bind_params(lint, def->args);
    walk_stmts(lint, &def->body);
    leave(lint, &outside);
}

static void walk_class(Lint *lint, const Stmt *stmt)
{
    const NodeClassDef *def = &stmt->class_def;
    walk_exprs(lint, &def->decorator_list);
    walk_exprs(lint, &def->bases);
    walk_keywords(lint, &def->keywords);
    lint_definition(lint, stmt);
    Outside outside = enter(lint, stmt->scope);
    const Stmt *outer = lint->klass;
    lint->klass = stmt;
    lint_methods(lint, stmt);
    walk_stmts(lint, &def->body);
    lint->klass = outer;
    leave(lint, &outside);
    lint_bind(lint, def->name, stmt->name_span);
}

static void walk_lambda(Lint *lint, const Expr *expr)
{
    walk_header(lint, expr->lambda.args);
    Outside outside = enter(lint, expr->scope);
    lint->loop = NULL;
    lint->comprehension_depth = 0;
    bind_params(lint, expr->lambda.args);
    walk_expr(lint, expr->lambda.body);
    leave(lint, &outside);
}

static void walk_comprehension(Lint *lint, const Expr *expr, const ComprehensionList *generators,
                               const Expr *element, const Expr *value)
{
    walk_expr(lint, generators->items[0]->iter);
    Outside outside = enter(lint, expr->scope);
    lint->comprehension_depth++;
    for (uint32_t i = 0; i < generators->count; i++) {
        const Comprehension *generator = generators->items[i];
        if (i > 0)
            walk_expr(lint, generator->iter);
        walk_expr(lint, generator->target);
        walk_exprs(lint, &generator->ifs);
    }
    walk_expr(lint, element);
    walk_opt(lint, value);
    leave(lint, &outside);
}

#define F_EXPR(f)      walk_expr(lint, node->f);
#define F_EXPR_OPT(f)  walk_opt(lint, node->f);
#define F_EXPRS(f)     walk_exprs(lint, &node->f);
#define F_EXPRS_OPT(f) walk_exprs(lint, &node->f);
#define F_KEYWORDS(f)  walk_keywords(lint, &node->f);
#define F_GENERATORS(f)
#define F_ARGUMENTS(f)

static void walk_children(Lint *lint, const Expr *expr)
{
    switch (expr->kind) {
#define EXPR(kind, name, member, fields)                                                           \
    case EXPR_##kind: {                                                                            \
        const Node##name *node = &expr->member;                                                    \
        fields(void) node;                                                                         \
        break;                                                                                     \
    }
#include "../syntax/ast.def"
#undef EXPR
    }
}

static void walk_expr(Lint *lint, const Expr *expr)
{
    lint_expr_values(lint, expr);
    lint_expr_advice(lint, expr);
    switch (expr->kind) {
    case EXPR_NAME:
        lint_name(lint, expr);
        return;
    case EXPR_ATTRIBUTE:
        lint_mention(lint, expr->attribute.attr);
        if (expr->attribute.ctx != CTX_LOAD)
            pointer_set_add(lint->arena, &lint->set_attributes, expr->attribute.attr);
        walk_expr(lint, expr->attribute.value);
        return;
    case EXPR_CONSTANT:
        if (lint->in_annotation || lint->in_all)
            lint_mentioned_text(lint, expr->constant.value);
        return;
    case EXPR_NAMED_EXPR:
        walk_expr(lint, expr->named_expr.value);
        walk_expr(lint, expr->named_expr.target);
        return;
    case EXPR_CALL:
        walk_children(lint, expr);
        lint_call(lint, expr);
        return;
    case EXPR_LAMBDA:
        walk_lambda(lint, expr);
        return;
    case EXPR_LIST_COMP:
        walk_comprehension(lint, expr, &expr->list_comp.generators, expr->list_comp.elt, NULL);
        return;
    case EXPR_SET_COMP:
        walk_comprehension(lint, expr, &expr->set_comp.generators, expr->set_comp.elt, NULL);
        return;
    case EXPR_DICT_COMP:
        walk_comprehension(lint, expr, &expr->dict_comp.generators, expr->dict_comp.key,
                           expr->dict_comp.value);
        return;
    case EXPR_GENERATOR_EXP:
        walk_comprehension(lint, expr, &expr->generator_exp.generators, expr->generator_exp.elt,
                           NULL);
        return;
    default:
        walk_children(lint, expr);
        return;
    }
}

static void walk_pattern(Lint *lint, const Pattern *pattern);

static void walk_patterns(Lint *lint, const PatternList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_pattern(lint, list->items[i]);
}

static void capture(Lint *lint, const Name *name, Span span)
{
    if (name)
        lint_bind(lint, name, span);
}

static void walk_pattern(Lint *lint, const Pattern *pattern)
{
    switch (pattern->kind) {
    case PATTERN_MATCH_VALUE:
        walk_expr(lint, pattern->match_value.value);
        return;
    case PATTERN_MATCH_SINGLETON:
        return;
    case PATTERN_MATCH_SEQUENCE:
        walk_patterns(lint, &pattern->match_sequence.patterns);
        return;
    case PATTERN_MATCH_MAPPING:
        walk_exprs(lint, &pattern->match_mapping.keys);
        walk_patterns(lint, &pattern->match_mapping.patterns);
        capture(lint, pattern->match_mapping.rest, pattern->span);
        return;
    case PATTERN_MATCH_CLASS:
        walk_expr(lint, pattern->match_class.cls);
        walk_patterns(lint, &pattern->match_class.patterns);
        walk_patterns(lint, &pattern->match_class.kwd_patterns);
        return;
    case PATTERN_MATCH_STAR:
        capture(lint, pattern->match_star.name, pattern->span);
        return;
    case PATTERN_MATCH_AS:
        if (pattern->match_as.pattern)
            walk_pattern(lint, pattern->match_as.pattern);
        capture(lint, pattern->match_as.name, pattern->span);
        return;
    case PATTERN_MATCH_OR:
        walk_patterns(lint, &pattern->match_or.patterns);
        return;
    }
}

static void walk_cases(Lint *lint, const MatchCaseList *cases)
{
    for (uint32_t i = 0; i < cases->count; i++) {
        walk_pattern(lint, cases->items[i]->pattern);
        walk_opt(lint, cases->items[i]->guard);
        walk_stmts(lint, &cases->items[i]->body);
    }
}

// A loop's test, target and body are evaluated again and again.
static void walk_loop(Lint *lint, const Stmt *stmt, const Expr *again, const StmtList *body,
                      const StmtList *orelse)
{
    LoopContext loop = {lint->loop, stmt};
    lint->loop = &loop;
    walk_expr(lint, again);
    walk_stmts(lint, body);
    lint->loop = loop.outer;
    walk_stmts(lint, orelse);
}

static void walk_with(Lint *lint, const WithItemList *items, const StmtList *body)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const Expr *target = items->items[i]->optional_vars;
        walk_expr(lint, items->items[i]->context_expr);
        if (target && target->kind == EXPR_NAME)
            lint_bind_variable(lint, target->name.id, target->span);
        else
            walk_opt(lint, target);
    }
    lint->guard_depth++;
    walk_stmts(lint, body);
    lint->guard_depth--;
}

static bool catches_import_error(const Expr *type)
{
    if (!type)
        return true;
    if (type->kind == EXPR_NAME)
        return name_is(type->name.id, "ImportError") ||
               name_is(type->name.id, "ModuleNotFoundError") ||
               name_is(type->name.id, "Exception") || name_is(type->name.id, "BaseException");
    for (uint32_t i = 0; type->kind == EXPR_TUPLE && i < type->tuple.elts.count; i++)
        if (catches_import_error(type->tuple.elts.items[i]))
            return true;
    return false;
}

// try and try* have the same fields.
static void walk_try(Lint *lint, const NodeTry *node)
{
    bool outer = lint->in_import_guard;
    for (uint32_t i = 0; i < node->handlers.count; i++)
        lint->in_import_guard |= catches_import_error(node->handlers.items[i]->type);
    lint_handlers(lint, &node->handlers);
    lint->guard_depth++;
    walk_stmts(lint, &node->body);
    for (uint32_t i = 0; i < node->handlers.count; i++) {
        const ExceptHandler *handler = node->handlers.items[i];
        walk_opt(lint, handler->type);
        if (handler->name)
            lint_bind_variable(lint, handler->name, handler->span);
        walk_stmts(lint, &handler->body);
    }
    walk_stmts(lint, &node->orelse);
    lint->guard_depth--;
    lint->in_import_guard = outer;
    lint_finally(lint, &node->finalbody);
    walk_stmts(lint, &node->finalbody);
}

static void walk_target(Lint *lint, const Expr *target)
{
    if (target->kind == EXPR_NAME)
        lint_bind_variable(lint, target->name.id, target->span);
    else
        walk_expr(lint, target);
}

static void walk_ann_assign(Lint *lint, const NodeAnnAssign *assign)
{
    walk_annotation(lint, assign->annotation);
    walk_opt(lint, assign->value);
    if (assign->value)
        walk_target(lint, assign->target);
    else if (assign->target->kind != EXPR_NAME)
        walk_expr(lint, assign->target);
}

static void walk_aug_assign(Lint *lint, const NodeAugAssign *assign)
{
    if (assign->target->kind != EXPR_NAME)
        walk_expr(lint, assign->target);
    walk_expr(lint, assign->value);
    if (assign->target->kind == EXPR_NAME)
        walk_expr(lint, assign->target);
}

static void walk_type_params(Lint *lint, const TypeParamList *params)
{
    for (uint32_t i = 0; i < params->count; i++) {
        walk_annotation(lint, params->items[i]->bound);
        walk_annotation(lint, params->items[i]->default_value);
    }
}

// Whether a statement at module level makes or changes __all__, whose strings are names.
static bool makes_all(const Lint *lint, const Stmt *stmt)
{
    const Expr *target = NULL;
    if (lint->scope != lint->module->scope)
        return false;
    if (stmt->kind == STMT_ASSIGN)
        target = stmt->assign.targets.items[0];
    else if (stmt->kind == STMT_AUG_ASSIGN)
        target = stmt->aug_assign.target;
    else if (stmt->kind == STMT_ANN_ASSIGN)
        target = stmt->ann_assign.target;
    else if (stmt->kind == STMT_EXPR && stmt->expr.value->kind == EXPR_CALL &&
             stmt->expr.value->call.func->kind == EXPR_ATTRIBUTE)
        target = stmt->expr.value->call.func->attribute.value;
    return target && target->kind == EXPR_NAME && name_is(target->name.id, "__all__");
}

static void walk_stmt(Lint *lint, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
        walk_type_params(lint, &stmt->function_def.type_params);
        walk_function(lint, stmt);
        return;
    case STMT_ASYNC_FUNCTION_DEF:
        walk_type_params(lint, &stmt->async_function_def.type_params);
        walk_function(lint, stmt);
        return;
    case STMT_CLASS_DEF:
        walk_type_params(lint, &stmt->class_def.type_params);
        walk_class(lint, stmt);
        return;
    case STMT_RETURN:
        walk_opt(lint, stmt->return_.value);
        return;
    case STMT_DELETE:
        walk_exprs(lint, &stmt->delete_.targets);
        return;
    case STMT_ASSIGN:
        walk_expr(lint, stmt->assign.value);
        for (uint32_t i = 0; i < stmt->assign.targets.count; i++)
            walk_target(lint, stmt->assign.targets.items[i]);
        return;
    case STMT_TYPE_ALIAS:
        walk_type_params(lint, &stmt->type_alias.type_params);
        walk_expr(lint, stmt->type_alias.name);
        walk_annotation(lint, stmt->type_alias.value);
        return;
    case STMT_AUG_ASSIGN:
        walk_aug_assign(lint, &stmt->aug_assign);
        return;
    case STMT_ANN_ASSIGN:
        walk_ann_assign(lint, &stmt->ann_assign);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR: // the same fields
        walk_expr(lint, stmt->for_.iter);
        walk_loop(lint, stmt, stmt->for_.target, &stmt->for_.body, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        walk_loop(lint, stmt, stmt->while_.test, &stmt->while_.body, &stmt->while_.orelse);
        return;
    case STMT_IF:
        walk_expr(lint, stmt->if_.test);
        walk_stmts(lint, &stmt->if_.body);
        walk_stmts(lint, &stmt->if_.orelse);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH: // the same fields
        walk_with(lint, &stmt->with.items, &stmt->with.body);
        return;
    case STMT_MATCH:
        walk_expr(lint, stmt->match.subject);
        walk_cases(lint, &stmt->match.cases);
        return;
    case STMT_RAISE:
        walk_opt(lint, stmt->raise.exc);
        walk_opt(lint, stmt->raise.cause);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        walk_try(lint, &stmt->try_);
        return;
    case STMT_ASSERT:
        walk_expr(lint, stmt->assert_.test);
        walk_opt(lint, stmt->assert_.msg);
        return;
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
        lint_import(lint, stmt);
        return;
    case STMT_EXPR:
        walk_expr(lint, stmt->expr.value);
        return;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        return;
    }
}

static void walk_stmts(Lint *lint, const StmtList *list)
{
    lint_block(lint, list);
    for (uint32_t i = 0; i < list->count; i++) {
        const Stmt *stmt = list->items[i];
        lint_stmt_values(lint, stmt);
        lint_stmt_advice(lint, stmt);
        lint->in_all = makes_all(lint, stmt);
        walk_stmt(lint, stmt);
        lint->in_all = false;
    }
}

void lint_module(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                 const Module *module, LintFindings *findings)
{
    Lint lint = {.arena = arena,
                 .names = names,
                 .diags = diags,
                 .options = options,
                 .module = module,
                 .source = module->source,
                 .scope = module->scope,
                 .findings = findings};
    lint_names_start(&lint);
    walk_stmts(&lint, &module->body);
    lint_calls_end(&lint);
    lint_names_end(&lint);
}
