// SPDX-License-Identifier: MIT
// Scopes as tables of symbols, and the questions that later passes ask them. The walk that fills
// them is in scope_stmt.c and its neighbours; scope_resolve.c then binds uses to definitions.
#include "scope.h"

#include "build.h"
#include "desugar.h"

#include <string.h>

static uint32_t table_index(const Scope *scope, const Name *name)
{
    uint32_t index = name->hash & (scope->table_size - 1);
    while (scope->table[index] && scope->table[index]->name != name)
        index = (index + 1) & (scope->table_size - 1);
    return index;
}

Symbol *scope_find(const Scope *scope, const Name *name)
{
    return scope->table_size ? scope->table[table_index(scope, name)] : NULL;
}

static void grow_table(Arena *arena, Scope *scope)
{
    scope->table_size = scope->table_size ? scope->table_size * 2 : 8;
    scope->table = ARENA_NEW_ARRAY(arena, Symbol *, scope->table_size);
    for (uint32_t i = 0; i < scope->symbols.count; i++)
        scope->table[table_index(scope, scope->symbols.items[i]->name)] = scope->symbols.items[i];
}

Symbol *scope_add(Arena *arena, Scope *scope, const Name *name)
{
    Symbol *symbol = scope_find(scope, name);
    if (symbol)
        return symbol;
    if (2 * (scope->symbols.count + 1) > scope->table_size)
        grow_table(arena, scope);
    symbol = ARENA_NEW(arena, Symbol);
    symbol->name = name;
    VEC_PUSH(arena, &scope->symbols, symbol);
    scope->table[table_index(scope, name)] = symbol;
    return symbol;
}

static bool is_private(const Name *name)
{
    if (name->size < 3 || name->text[0] != '_' || name->text[1] != '_')
        return false;
    if (memcmp(name->text + name->size - 2, "__", 2) == 0)
        return false;
    return !memchr(name->text, '.', name->size);
}

const Name *scope_mangle_private(Names *names, const Scope *scope, const Name *name)
{
    if (!is_private(name))
        return name;
    const char *class_text = scope->private_class->text;
    while (*class_text == '_')
        class_text++;
    if (!*class_text)
        return name;
    char *text = arena_join(names->arena, "_", class_text, name->text);
    return names_intern_z(names, text);
}

const Scope *scope_module(const Scope *scope)
{
    while (scope->parent)
        scope = scope->parent;
    return scope;
}

Symbol *scope_owner(const Scope *scope, const Name *name)
{
    Symbol *symbol = scope_find(scope, name);
    while (symbol && symbol->binding == BINDING_FREE) {
        do
            scope = scope->parent;
        while (scope->kind == SCOPE_CLASS);
        symbol = scope_find(scope, name);
    }
    if (symbol && symbol->binding != BINDING_GLOBAL)
        return symbol;
    symbol = scope_find(scope_module(scope), name);
    return symbol && (symbol->flags & SYMBOL_BOUND) ? symbol : NULL;
}

bool scope_looks_outside(const Scope *scope, const Name *name)
{
    if (scope->kind != SCOPE_CLASS)
        return true;
    const Symbol *symbol = scope_find(scope, name);
    bool is_dunder = name->size > 2 && name->text[0] == '_' && name->text[1] == '_';
    return scope->is_plain_class && !is_dunder && symbol && symbol->binding != BINDING_NAMESPACE &&
           !(symbol->flags & SYMBOL_BOUND);
}

bool scope_is_builtin(const Scope *scope, const Name *name)
{
    const Symbol *symbol = scope_find(scope, name);
    if (symbol && symbol->binding != BINDING_GLOBAL)
        return false;
    const Scope *module = scope_module(scope);
    const Symbol *global = scope_find(module, name);
    return !module->has_star_import && !(global && (global->flags & (SYMBOL_BOUND | SYMBOL_OPEN)));
}

bool scope_analyse(Arena *arena, Names *names, Diagnostics *diags, Module *module)
{
    bool is_lowered = desugar_module(arena, names, diags, module);
    Builder builder = {.arena = arena, .names = names, .diags = diags, .source = module->source,
                       .module = module};
    module->scope = build_enter(&builder, SCOPE_MODULE);
    module->scope->docstring = build_docstring(&module->body);
    build_stmts(&builder, &module->body);
    if (builder.failed || !is_lowered)
        return false;
    return scope_resolve(arena, diags, module->source, module->scope);
}
