// SPDX-License-Identifier: MIT
// How the walk adds symbols: uses, bindings, parameters, declarations and the targets of assignment
// expressions, with the errors that depend on the order in which a scope mentions a name.
#include "build.h"

Scope *build_enter(Builder *builder, ScopeKind kind)
{
    Scope *scope = ARENA_NEW(builder->arena, Scope);
    scope->kind = kind;
    scope->parent = builder->scope;
    if (scope->parent) {
        scope->private_class = scope->parent->private_class;
        VEC_PUSH(builder->arena, &scope->parent->children, scope);
    }
    builder->scope = scope;
    return scope;
}

void build_leave(Builder *builder)
{
    builder->scope = builder->scope->parent;
}

static Symbol *add(Builder *builder, const Name *name)
{
    name = scope_mangle(builder->names, builder->scope, name);
    return scope_add(builder->arena, builder->scope, name);
}

void build_use(Builder *builder, const Name *name)
{
    add(builder, name)->flags |= SYMBOL_USED;
}

static void bind(Builder *builder, const Name *name, const Name *path, Span span, uint32_t flags)
{
    if (name_is(name, "__debug__"))
        BUILD_ERROR(builder, span, DIAG_ASSIGN_DEBUG);
    Symbol *symbol = add(builder, name);
    if (builder->in_iteration_target) {
        if (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            BUILD_ERROR(builder, span, DIAG_WALRUS_INNER_LOOP, symbol->name->text);
        symbol->flags |= SYMBOL_ITERATION;
    }
    bool is_first = !(symbol->flags & (SYMBOL_BOUND | SYMBOL_PARAM));
    symbol->import_path = is_first || symbol->import_path == path ? path : NULL;
    symbol->flags |= SYMBOL_BOUND | flags;
    symbol->bound_count++;
}

void build_bind_import(Builder *builder, const Name *name, const Name *path, Span span)
{
    bind(builder, name, path, span, SYMBOL_IMPORT);
}

void build_bind(Builder *builder, const Name *name, Span span)
{
    bind(builder, name, NULL, span, 0);
}

void build_param(Builder *builder, const Name *name, Span span)
{
    if (name_is(name, "__debug__"))
        BUILD_ERROR(builder, span, DIAG_ASSIGN_DEBUG);
    Symbol *symbol = add(builder, name);
    if (symbol->flags & SYMBOL_PARAM)
        BUILD_ERROR(builder, span, DIAG_DUPLICATE_PARAM, symbol->name->text);
    symbol->flags |= SYMBOL_PARAM;
}

// The error of declaring a name that the scope has mentioned before; `flags` are its symbol's.
static DiagCode declaration_error(uint32_t flags, bool is_global)
{
    if (flags & SYMBOL_PARAM)
        return is_global ? DIAG_PARAM_AND_GLOBAL : DIAG_PARAM_AND_NONLOCAL;
    if (flags & SYMBOL_USED)
        return is_global ? DIAG_USED_BEFORE_GLOBAL : DIAG_USED_BEFORE_NONLOCAL;
    if (flags & SYMBOL_ANNOTATED)
        return is_global ? DIAG_ANNOTATED_GLOBAL : DIAG_ANNOTATED_NONLOCAL;
    return is_global ? DIAG_BOUND_BEFORE_GLOBAL : DIAG_BOUND_BEFORE_NONLOCAL;
}

void build_global(Builder *builder, const Stmt *stmt, const NameList *names, uint32_t flag)
{
    const uint32_t mentioned = SYMBOL_PARAM | SYMBOL_USED | SYMBOL_ANNOTATED | SYMBOL_BOUND;
    for (uint32_t i = 0; i < names->count; i++) {
        Symbol *symbol = add(builder, names->items[i]);
        if (symbol->flags & mentioned)
            BUILD_ERROR(builder, stmt->span,
                        declaration_error(symbol->flags, flag == SYMBOL_GLOBAL),
                        symbol->name->text);
        symbol->flags |= flag;
        symbol->directive = stmt->span;
    }
}

// The target is a variable of the function or module around all comprehensions; in the
// comprehensions it is declared nonlocal or global.
void build_walrus_target(Builder *builder, const Expr *target)
{
    const Name *name = scope_mangle(builder->names, builder->scope, target->name.id);
    Scope *owner = builder->scope;
    for (; owner->kind == SCOPE_COMPREHENSION; owner = owner->parent) {
        const Symbol *symbol = scope_find(owner, name);
        if (symbol && (symbol->flags & SYMBOL_ITERATION))
            BUILD_ERROR(builder, target->span, DIAG_WALRUS_REBINDS_ITER, name->text);
    }
    if (owner->kind == SCOPE_CLASS) {
        BUILD_ERROR(builder, target->span, DIAG_WALRUS_IN_CLASS);
        return;
    }
    Symbol *outer = scope_add(builder->arena, owner, name);
    bool is_global = owner->kind == SCOPE_MODULE || (outer->flags & SYMBOL_GLOBAL);
    outer->flags |= SYMBOL_BOUND;
    outer->bound_count++;
    outer->import_path = NULL;
    Symbol *symbol = scope_add(builder->arena, builder->scope, name);
    symbol->flags |= is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
    symbol->directive = target->span;
}
