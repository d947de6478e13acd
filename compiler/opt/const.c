// SPDX-License-Identifier: MIT
// Pass `const`, for MicroPython. `X = const(value)` with a constant value tells that X never changes:
// uses of X become the value, and the assignment goes when X begins with an underscore, for such a
// name is the module's own. Classes may declare constants too; their methods may use them bare.
#include "known.h"

static bool is_private(const Name *name) { return name->text[0] == '_'; }

// The value of `const(value)`, or NULL.
static const Constant *declared(const Expr *expr)
{
    if (!expr || expr->kind != EXPR_CALL || expr->call.keywords.count || expr->call.args.count != 1)
        return NULL;
    const Expr *function = expr->call.func;
    const Expr *value = expr->call.args.items[0];
    if (function->kind != EXPR_NAME || !name_is(function->name.id, "const") ||
        value->kind != EXPR_CONSTANT)
        return NULL;
    return value->constant.value;
}

static void start(Rewriter *rewriter)
{
    rewriter->context->module->folds_const = true;
}

static void learn(Rewriter *rewriter, Stmt *stmt)
{
    Module *module = rewriter->context->module;
    ScopeKind kind = rewriter->scope->kind;
    if (!module->folds_const || (kind != SCOPE_MODULE && kind != SCOPE_CLASS))
        return;
    const Expr *value;
    const Expr *target = known_assignment(stmt, &value);
    const Constant *constant = target ? declared(value) : NULL;
    if (!constant)
        return;
    Symbol *symbol = scope_find(rewriter->scope, target->name.id);
    if (!symbol || symbol->bound_count != 1 || (symbol->flags & SYMBOL_PARAM))
        return;
    symbol->declared = constant;
    module->const_uses--;
    Expr *plain = known_constant(rewriter, value, constant);
    if (stmt->kind == STMT_ASSIGN)
        stmt->assign.value = plain;
    else
        stmt->ann_assign.value = plain;
}

// The constant that a name means in `scope`: of the module, or of a class around.
static const Constant *constant_in(const Scope *scope, const Name *name)
{
    const Symbol *owner = scope_owner(scope, name);
    if (owner)
        return owner->declared;
    for (; scope; scope = scope->parent) {
        const Symbol *symbol = scope->kind == SCOPE_CLASS ? scope_find(scope, name) : NULL;
        if (symbol && symbol->declared)
            return symbol->declared;
    }
    return NULL;
}

static Expr *replace(Rewriter *rewriter, Expr *expr)
{
    Module *module = rewriter->context->module;
    if (!module->folds_const || expr->kind != EXPR_NAME || expr->name.ctx != CTX_LOAD)
        return expr;
    if (name_is(expr->name.id, "const"))
        module->const_uses++;
    const Constant *value = constant_in(rewriter->scope, expr->name.id);
    return value ? known_constant(rewriter, expr, value) : expr;
}

// The assignment of a private constant of the module.
static bool is_idle(const Rewriter *rewriter, const Stmt *stmt)
{
    const Expr *value;
    const Expr *target = known_assignment(stmt, &value);
    if (!target || !is_private(target->name.id))
        return false;
    const Symbol *symbol = scope_find(rewriter->scope, target->name.id);
    return symbol && symbol->declared;
}

static void drop(Rewriter *rewriter, StmtList *list)
{
    if (!rewriter->context->module->folds_const || rewriter->scope->kind != SCOPE_MODULE)
        return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->count; i++)
        if (!is_idle(rewriter, list->items[i]))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

static bool applies(const OptContext *context)
{
    return context->options->for_micropython && names_have(context->names, "const");
}

const RewriteRule opt_rule_const = {
    .applies = applies,
    .start = start,
    .stmt = learn,
    .kinds = 1u << EXPR_NAME,
    .expr = replace,
    .stmts = drop,
};
