// SPDX-License-Identifier: MIT
// The walk over statements: what they bind, the scopes of functions and classes, and the errors of
// statements that stand where they may not.
#include "build.h"

#include <string.h>

// The docstring is noted here, because folding may make other statements look like one.
const Constant *build_docstring(const StmtList *body)
{
    if (body->count == 0 || body->items[0]->kind != STMT_EXPR)
        return NULL;
    const Expr *value = body->items[0]->expr.value;
    bool is_str = value->kind == EXPR_CONSTANT && value->constant.value->kind == CONSTANT_STR;
    return is_str ? value->constant.value : NULL;
}

static void build_body(Builder *builder, const StmtList *body)
{
    builder->scope->docstring = build_docstring(body);
    uint32_t loop_depth = builder->loop_depth;
    uint32_t star_loops = builder->star_loops;
    builder->loop_depth = 0;
    builder->star_loops = 0;
    build_stmts(builder, body);
    builder->loop_depth = loop_depth;
    builder->star_loops = star_loops;
}

static void build_arg_annotations(Builder *builder, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        build_expr_opt(builder, list->items[i]->annotation);
}

static void build_annotations(Builder *builder, const Arguments *args, Expr *returns)
{
    build_arg_annotations(builder, &args->posonlyargs);
    build_arg_annotations(builder, &args->args);
    Expr *vararg = args->vararg ? args->vararg->annotation : NULL;
    if (vararg && vararg->kind == EXPR_STARRED) // *args: *Ts
        vararg = vararg->starred.value;
    build_expr_opt(builder, vararg);
    build_arg_annotations(builder, &args->kwonlyargs);
    if (args->kwarg)
        build_expr_opt(builder, args->kwarg->annotation);
    build_expr_opt(builder, returns);
}

static void build_function(Builder *builder, Stmt *stmt)
{
    const NodeFunctionDef *def = &stmt->function_def;
    build_bind(builder, def->name, stmt->span);
    build_defaults(builder, def->args);
    build_annotations(builder, def->args, def->returns);
    build_exprs(builder, &def->decorator_list);
    stmt->scope = build_enter(builder, SCOPE_FUNCTION);
    stmt->scope->is_type_scope = stmt->is_type_scope;
    stmt->scope->is_async = stmt->kind == STMT_ASYNC_FUNCTION_DEF;
    build_params(builder, def->args);
    build_body(builder, &def->body);
    if (stmt->scope->is_async && stmt->scope->is_generator && stmt->scope->return_value.end &&
        !builder->module->for_micropython)
        BUILD_ERROR(builder, stmt->scope->return_value, DIAG_ASYNC_GENERATOR_RETURN);
    build_leave(builder);
}

// Metaclasses may come from bases and keywords; some functions get at the namespace itself.
static bool is_plain_class(const Stmt *stmt)
{
    static const char *const getters[] = {"locals", "vars", "exec", "eval"};
    if (stmt->class_def.bases.count > 0 || stmt->class_def.keywords.count > 0)
        return false;
    for (uint32_t i = 0; i < stmt->scope->symbols.count; i++)
        for (size_t k = 0; k < sizeof getters / sizeof *getters; k++)
            if (name_is(stmt->scope->symbols.items[i]->name, getters[k]))
                return false;
    return true;
}

static void build_class(Builder *builder, Stmt *stmt)
{
    const NodeClassDef *def = &stmt->class_def;
    build_bind(builder, def->name, stmt->span);
    build_exprs(builder, &def->bases);
    build_keywords(builder, &def->keywords);
    build_exprs(builder, &def->decorator_list);
    stmt->scope = build_enter(builder, SCOPE_CLASS);
    if (!builder->module->for_micropython)
        stmt->scope->private_class = def->name;
    build_body(builder, &def->body);
    stmt->scope->is_plain_class = is_plain_class(stmt);
    build_leave(builder);
}

static void build_return(Builder *builder, const Stmt *stmt)
{
    Scope *scope = builder->scope;
    if (scope->kind != SCOPE_FUNCTION)
        BUILD_ERROR(builder, stmt->span, DIAG_RETURN_OUTSIDE);
    else if (builder->star_loops)
        BUILD_ERROR(builder, stmt->span, DIAG_LEAVES_EXCEPT_STAR, "return");
    else if (stmt->return_.value && !scope->return_value.end)
        scope->return_value = stmt->span;
    build_expr_opt(builder, stmt->return_.value);
}

static void build_aug_assign(Builder *builder, const Stmt *stmt)
{
    build_target(builder, stmt->aug_assign.target);
    build_expr(builder, stmt->aug_assign.value);
}

static void build_ann_assign(Builder *builder, const Stmt *stmt)
{
    const NodeAnnAssign *assign = &stmt->ann_assign;
    if (assign->target->kind == EXPR_NAME && assign->simple) {
        const Name *name = assign->target->name.id;
        name = scope_mangle(builder->names, builder->scope, name);
        Symbol *symbol = scope_add(builder->arena, builder->scope, name);
        if (builder->scope->kind != SCOPE_MODULE && (symbol->flags & SYMBOL_GLOBAL))
            BUILD_ERROR(builder, stmt->span, DIAG_ANNOTATED_GLOBAL, name->text);
        if (builder->scope->kind != SCOPE_MODULE && (symbol->flags & SYMBOL_NONLOCAL))
            BUILD_ERROR(builder, stmt->span, DIAG_ANNOTATED_NONLOCAL, name->text);
        symbol->flags |= SYMBOL_ANNOTATED;
    }
    build_target(builder, assign->target);
    build_expr(builder, assign->annotation);
    build_expr_opt(builder, assign->value);
}

static void build_loop(Builder *builder, const StmtList *body, const StmtList *orelse)
{
    builder->loop_depth++;
    build_stmts(builder, body);
    builder->loop_depth--;
    build_stmts(builder, orelse);
}

static void build_for(Builder *builder, Expr *target, Expr *iter, const StmtList *body,
                      const StmtList *orelse)
{
    build_target(builder, target);
    build_expr(builder, iter);
    build_loop(builder, body, orelse);
}

static void build_with(Builder *builder, const WithItemList *items, const StmtList *body)
{
    for (uint32_t i = 0; i < items->count; i++) {
        build_expr(builder, items->items[i]->context_expr);
        if (items->items[i]->optional_vars)
            build_target(builder, items->items[i]->optional_vars);
    }
    build_stmts(builder, body);
}

static void build_handlers(Builder *builder, const HandlerList *handlers, bool is_star)
{
    uint32_t star_loops = builder->star_loops;
    if (is_star)
        builder->star_loops = builder->loop_depth + 1;
    for (uint32_t i = 0; i < handlers->count; i++) {
        const ExceptHandler *handler = handlers->items[i];
        if (!handler->type && i + 1 < handlers->count)
            BUILD_ERROR(builder, handler->span, DIAG_EXCEPT_ORDER);
        build_expr_opt(builder, handler->type);
        if (handler->name)
            build_bind(builder, handler->name, handler->span);
        build_stmts(builder, &handler->body);
    }
    builder->star_loops = star_loops;
}

static void build_try(Builder *builder, const NodeTry *node, bool is_star)
{
    build_stmts(builder, &node->body);
    build_handlers(builder, &node->handlers, is_star);
    build_stmts(builder, &node->orelse);
    build_stmts(builder, &node->finalbody);
}

static void build_import(Builder *builder, const Stmt *stmt)
{
    for (uint32_t i = 0; i < stmt->import.names.count; i++) {
        const Alias *alias = stmt->import.names.items[i];
        if (alias->asname) {
            build_bind_import(builder, alias->asname, alias->name, alias->span);
            continue;
        }
        const char *dot = memchr(alias->name->text, '.', alias->name->size);
        size_t size = dot ? (size_t)(dot - alias->name->text) : alias->name->size;
        const Name *top = names_intern(builder->names, alias->name->text, size);
        build_bind_import(builder, top, top, alias->span);
    }
}

static bool is_future_feature(const Name *name)
{
    static const char *const features[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
    };
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
        if (name_is(name, features[i]))
            return true;
    return false;
}

static void build_import_from(Builder *builder, const Stmt *stmt)
{
    const NodeImportFrom *node = &stmt->import_from;
    bool is_future = node->module && node->level == 0 && name_is(node->module, "__future__");
    for (uint32_t i = 0; i < node->names.count; i++) {
        const Alias *alias = node->names.items[i];
        if (is_future) {
            // Nothing is imported: every feature we have is always on.
            if (!is_future_feature(alias->name))
                BUILD_ERROR(builder, stmt->span, DIAG_FUTURE_UNKNOWN, alias->name->text);
            continue;
        }
        if (name_is(alias->name, "*")) {
            if (builder->scope->kind != SCOPE_MODULE)
                BUILD_ERROR(builder, stmt->span, DIAG_STAR_IMPORT_NESTED);
            builder->scope->has_star_import = true;
            continue;
        }
        const Name *path = NULL;
        if (node->level == 0 && node->module)
            path =
                names_intern_z(builder->names, arena_format(builder->arena, "%s.%s",
                                                            node->module->text, alias->name->text));
        build_bind_import(builder, alias->asname ? alias->asname : alias->name, path, alias->span);
    }
}

static void build_any(Builder *builder, Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        build_function(builder, stmt);
        return;
    case STMT_CLASS_DEF:
        build_class(builder, stmt);
        return;
    case STMT_RETURN:
        build_return(builder, stmt);
        return;
    case STMT_DELETE:
        for (uint32_t i = 0; i < stmt->delete_.targets.count; i++)
            build_target(builder, stmt->delete_.targets.items[i]);
        return;
    case STMT_ASSIGN:
        build_expr(builder, stmt->assign.value);
        for (uint32_t i = 0; i < stmt->assign.targets.count; i++)
            build_target(builder, stmt->assign.targets.items[i]);
        return;
    case STMT_TYPE_ALIAS:
        build_target(builder, stmt->type_alias.name);
        return;
    case STMT_AUG_ASSIGN:
        build_aug_assign(builder, stmt);
        return;
    case STMT_ANN_ASSIGN:
        build_ann_assign(builder, stmt);
        return;
    case STMT_FOR:
        build_for(builder, stmt->for_.target, stmt->for_.iter, &stmt->for_.body,
                  &stmt->for_.orelse);
        return;
    case STMT_ASYNC_FOR:
        if (!builder->scope->is_async)
            BUILD_ERROR(builder, stmt->span, DIAG_AWAIT_OUTSIDE, "async for");
        build_for(builder, stmt->async_for.target, stmt->async_for.iter, &stmt->async_for.body,
                  &stmt->async_for.orelse);
        return;
    case STMT_WHILE:
        build_expr(builder, stmt->while_.test);
        build_loop(builder, &stmt->while_.body, &stmt->while_.orelse);
        return;
    case STMT_IF:
        build_expr(builder, stmt->if_.test);
        build_stmts(builder, &stmt->if_.body);
        build_stmts(builder, &stmt->if_.orelse);
        return;
    case STMT_WITH:
        build_with(builder, &stmt->with.items, &stmt->with.body);
        return;
    case STMT_ASYNC_WITH:
        if (!builder->scope->is_async)
            BUILD_ERROR(builder, stmt->span, DIAG_AWAIT_OUTSIDE, "async with");
        build_with(builder, &stmt->async_with.items, &stmt->async_with.body);
        return;
    case STMT_MATCH:
        build_expr(builder, stmt->match.subject);
        build_cases(builder, &stmt->match.cases);
        return;
    case STMT_RAISE:
        build_expr_opt(builder, stmt->raise.exc);
        build_expr_opt(builder, stmt->raise.cause);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        build_try(builder, &stmt->try_, stmt->kind == STMT_TRY_STAR);
        return;
    case STMT_ASSERT:
        build_expr(builder, stmt->assert_.test);
        build_expr_opt(builder, stmt->assert_.msg);
        return;
    case STMT_IMPORT:
        build_import(builder, stmt);
        return;
    case STMT_IMPORT_FROM:
        build_import_from(builder, stmt);
        return;
    case STMT_GLOBAL:
        build_global(builder, stmt, &stmt->global.names, SYMBOL_GLOBAL);
        return;
    case STMT_NONLOCAL:
        build_global(builder, stmt, &stmt->nonlocal.names, SYMBOL_NONLOCAL);
        return;
    case STMT_EXPR:
        build_expr(builder, stmt->expr.value);
        return;
    case STMT_PASS:
        return;
    case STMT_BREAK:
        if (builder->loop_depth == 0)
            BUILD_ERROR(builder, stmt->span, DIAG_BREAK_OUTSIDE);
        else if (builder->star_loops > builder->loop_depth)
            BUILD_ERROR(builder, stmt->span, DIAG_LEAVES_EXCEPT_STAR, "break");
        return;
    case STMT_CONTINUE:
        if (builder->loop_depth == 0)
            BUILD_ERROR(builder, stmt->span, DIAG_CONTINUE_OUTSIDE);
        else if (builder->star_loops > builder->loop_depth)
            BUILD_ERROR(builder, stmt->span, DIAG_LEAVES_EXCEPT_STAR, "continue");
        return;
    }
}

static bool is_future_import(const Stmt *stmt)
{
    return stmt->kind == STMT_IMPORT_FROM && stmt->import_from.module &&
           name_is(stmt->import_from.module, "__future__");
}

// A docstring and other future imports are all that may precede a future import.
static void check_future_imports(Builder *builder, const StmtList *body)
{
    bool may_come = builder->scope->kind == SCOPE_MODULE && builder->depth == 0;
    for (uint32_t i = 0; i < body->count; i++) {
        const Stmt *stmt = body->items[i];
        if (is_future_import(stmt)) {
            if (!may_come)
                BUILD_ERROR(builder, stmt->span, DIAG_FUTURE_LATE);
            continue;
        }
        may_come = may_come && i == 0 && build_docstring(body);
    }
}

void build_stmts(Builder *builder, const StmtList *list)
{
    check_future_imports(builder, list);
    for (uint32_t i = 0; i < list->count; i++) {
        if (builder->depth >= TREE_DEPTH_LIMIT) {
            BUILD_ERROR(builder, list->items[i]->span, DIAG_TREE_TOO_DEEP, TREE_DEPTH_LIMIT);
            return;
        }
        builder->depth++;
        build_any(builder, list->items[i]);
        builder->depth--;
    }
}
