// SPDX-License-Identifier: MIT
// Pass `locals`. A variable of a function that is bound once, by `x = constant` directly in the
// function's body, is that constant wherever the walk gets to afterwards: the code that follows,
// and functions made there, only run after the assignment, and nothing else may bind the variable.
// Only numbers, bools and None are worth it, because loading a local is shorter than loading other
// constants. The store goes when nothing loads the variable any more (pass `stores`).
#include "known.h"

static bool is_short(const Constant *value)
{
    switch (value->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
    case CONSTANT_TRUE:
    case CONSTANT_INT:
    case CONSTANT_FLOAT:
        return true;
    default:
        return false;
    }
}

static void learn(Rewriter *rewriter, Stmt *stmt)
{
    if (!rewriter->in_body || rewriter->scope->kind != SCOPE_FUNCTION)
        return;
    const Expr *value;
    const Expr *target = known_assignment(stmt, &value);
    if (!target || value->kind != EXPR_CONSTANT || !is_short(value->constant.value))
        return;
    const Name *name = scope_mangle(rewriter->context->names, rewriter->scope, target->name.id);
    Symbol *symbol = scope_find(rewriter->scope, name);
    bool is_local = symbol->binding == BINDING_LOCAL || symbol->binding == BINDING_CELL;
    if (is_local && known_is_bound_once(symbol))
        known_learn(rewriter, symbol, value->constant.value);
}

const RewriteRule opt_rule_locals = {
    .stmt = learn,
    .kinds = 1u << EXPR_NAME,
    .expr = known_replace,
};
