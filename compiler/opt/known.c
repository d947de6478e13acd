// SPDX-License-Identifier: MIT
// Uses of variables whose values are known, and the statements that make them so.
#include "known.h"

#include <string.h>

const Expr *known_assignment(const Stmt *stmt, const Expr **value)
{
    const Expr *target = NULL;
    if (stmt->kind == STMT_ASSIGN && stmt->assign.targets.count == 1) {
        target = stmt->assign.targets.items[0];
        *value = stmt->assign.value;
    } else if (stmt->kind == STMT_ANN_ASSIGN && stmt->ann_assign.value) {
        target = stmt->ann_assign.target;
        *value = stmt->ann_assign.value;
    }
    return target && target->kind == EXPR_NAME ? target : NULL;
}

bool known_is_bound_once(const Symbol *symbol)
{
    const uint32_t otherwise = SYMBOL_PARAM | SYMBOL_SHARED | SYMBOL_OPEN | SYMBOL_ITERATION;
    return (symbol->flags & SYMBOL_BOUND) && symbol->bound_count == 1 &&
           !(symbol->flags & otherwise);
}

Expr *known_constant(const Rewriter *rewriter, const Expr *expr, const Constant *value)
{
    Expr *constant = ARENA_NEW(rewriter->context->arena, Expr);
    constant->kind = EXPR_CONSTANT;
    constant->span = expr->span;
    constant->constant.value = value;
    return constant;
}

void known_learn(Rewriter *rewriter, Symbol *symbol, const Constant *value)
{
    symbol->known = value;
    rewriter->learnt |= known_bit(symbol->name);
}

Expr *known_replace(Rewriter *rewriter, Expr *expr)
{
    if (expr->kind != EXPR_NAME || expr->name.ctx != CTX_LOAD || rewriter->learnt == 0)
        return expr;
    const Name *name = scope_mangle(rewriter->context->names, rewriter->scope, expr->name.id);
    if (!(rewriter->learnt & known_bit(name)))
        return expr;
    if (!scope_looks_outside(rewriter->scope, name))
        return expr;
    const Symbol *owner = scope_owner(rewriter->scope, name);
    return owner && owner->known ? known_constant(rewriter, expr, owner->known) : expr;
}

// The variable that an import's alias binds in `scope`.
static Symbol *alias_symbol(Names *names, const Scope *scope, const Stmt *stmt, const Alias *alias)
{
    const Name *name = alias->asname ? alias->asname : alias->name;
    const char *dot = strchr(name->text, '.');
    if (dot && stmt->kind == STMT_IMPORT)
        name = names_intern(names, name->text, (size_t)(dot - name->text));
    return scope_find(scope, scope_mangle(names, scope, name));
}

static const AliasList *aliases_of(const Stmt *stmt)
{
    if (stmt->kind == STMT_IMPORT)
        return &stmt->import.names;
    return stmt->kind == STMT_IMPORT_FROM ? &stmt->import_from.names : NULL;
}

uint64_t known_learn_import(Names *names, const Scope *scope, const Stmt *stmt)
{
    const AliasList *aliases = aliases_of(stmt);
    uint64_t bits = 0;
    for (uint32_t i = 0; aliases && i < aliases->count; i++) {
        Symbol *symbol = alias_symbol(names, scope, stmt, aliases->items[i]);
        if (!symbol)
            continue;
        symbol->known = symbol->constant;
        symbol->is_module_known = symbol->module != 0;
        bits |= known_bit(symbol->name);
    }
    return bits;
}

void known_learn_bodies(Names *names, const Scope *scope, const Stmt *stmt)
{
    const AliasList *aliases = aliases_of(stmt);
    for (uint32_t i = 0; aliases && i < aliases->count; i++) {
        Symbol *symbol = alias_symbol(names, scope, stmt, aliases->items[i]);
        if (symbol)
            symbol->body = symbol->given_body;
    }
}

bool known_imports_native(Names *names, const Scope *scope, const Stmt *stmt)
{
    const AliasList *aliases = aliases_of(stmt);
    for (uint32_t i = 0; aliases && i < aliases->count; i++) {
        const Symbol *symbol = alias_symbol(names, scope, stmt, aliases->items[i]);
        if (!symbol || !(symbol->flags & SYMBOL_NATIVE))
            return false;
    }
    return true;
}
