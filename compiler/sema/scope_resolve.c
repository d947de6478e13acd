// SPDX-License-Identifier: MIT
// Binds uses to definitions, from the module inwards: a name that its scope does not bind is looked
// for in the functions around it (class bodies are invisible from inside); a hit turns the
// definition into a cell and every scope in between carries the cell on. What is left is global.
#include "build.h"

typedef struct {
    Arena *arena;
    Diagnostics *diags;
    const Source *source;
    Scope *module;
    bool failed;
} Resolver;

static bool is_class_cell(const Name *name)
{
    return name_is(name, "__class__");
}

static bool capture(Resolver *resolver, Scope *scope, const Name *name);

// A class body hands cells of the functions around it to its methods, whatever it binds itself.
static bool capture_through_class(Resolver *resolver, Scope *scope, const Name *name)
{
    if (is_class_cell(name)) {
        scope->needs_class_cell = true;
        return true;
    }
    Symbol *symbol = scope_find(scope, name);
    if (symbol && (symbol->passes_through || symbol->binding == BINDING_FREE))
        return true;
    if (!capture(resolver, scope->parent, name))
        return false;
    if (!symbol) {
        symbol = scope_add(resolver->arena, scope, name);
        symbol->binding = BINDING_FREE;
    }
    symbol->passes_through = true;
    return true;
}

// Looks for a function around that binds `name`, starting with `scope`; makes it a cell there.
static bool capture(Resolver *resolver, Scope *scope, const Name *name)
{
    if (scope->kind == SCOPE_MODULE)
        return false;
    if (scope->kind == SCOPE_CLASS)
        return capture_through_class(resolver, scope, name);
    Symbol *symbol = scope_find(scope, name);
    if (symbol) {
        if (symbol->binding == BINDING_LOCAL)
            symbol->binding = BINDING_CELL;
        return symbol->binding != BINDING_GLOBAL;
    }
    if (!capture(resolver, scope->parent, name))
        return false;
    scope_add(resolver->arena, scope, name)->binding = BINDING_FREE;
    return true;
}

static void report(Resolver *resolver, const Symbol *symbol, DiagCode code)
{
    diag_report(resolver->diags, resolver->source, symbol->directive, code, symbol->name->text);
    resolver->failed = true;
}

// Marks the variable that a function inside `scope` declares nonlocal.
// False for a type parameter, which cannot be one.
static bool share(const Scope *scope, const Name *name)
{
    for (; scope; scope = scope->parent) {
        Symbol *symbol = scope->kind == SCOPE_CLASS ? NULL : scope_find(scope, name);
        if (!symbol || symbol->binding == BINDING_FREE)
            continue;
        symbol->flags |= SYMBOL_SHARED;
        return !scope->is_type_scope;
    }
    return true;
}

static Binding resolve_nonlocal(Resolver *resolver, const Scope *scope, const Symbol *symbol)
{
    if (symbol->flags & SYMBOL_GLOBAL)
        report(resolver, symbol, DIAG_NONLOCAL_AND_GLOBAL);
    else if (scope->kind == SCOPE_MODULE)
        report(resolver, symbol, DIAG_NONLOCAL_AT_MODULE);
    else if (!capture(resolver, scope->parent, symbol->name))
        report(resolver, symbol, DIAG_NONLOCAL_UNBOUND);
    else if (!share(scope->parent, symbol->name))
        report(resolver, symbol, DIAG_TYPE_PARAM_NONLOCAL);
    return BINDING_FREE;
}

// A function that binds a global binds a name of the module.
static void bind_in_module(Resolver *resolver, const Symbol *symbol)
{
    Symbol *global = scope_add(resolver->arena, resolver->module, symbol->name);
    bool is_first = !(global->flags & SYMBOL_BOUND);
    if (!is_first && global->import_path != symbol->import_path)
        global->import_path = NULL;
    if (is_first)
        global->import_path = symbol->import_path;
    global->flags |= SYMBOL_BOUND | (symbol->flags & SYMBOL_IMPORT);
    global->bound_count += symbol->bound_count;
    global->binding = BINDING_GLOBAL;
}

static Binding resolve_symbol(Resolver *resolver, Scope *scope, const Symbol *symbol)
{
    if (symbol->flags & SYMBOL_NONLOCAL)
        return resolve_nonlocal(resolver, scope, symbol);
    if (scope->kind == SCOPE_MODULE)
        return BINDING_GLOBAL;
    if (symbol->flags & SYMBOL_GLOBAL) {
        if (symbol->flags & SYMBOL_BOUND)
            bind_in_module(resolver, symbol);
        return BINDING_GLOBAL;
    }
    if (symbol->flags & (SYMBOL_BOUND | SYMBOL_PARAM))
        return scope->kind == SCOPE_CLASS ? BINDING_NAMESPACE : BINDING_LOCAL;
    return capture(resolver, scope->parent, symbol->name) ? BINDING_FREE : BINDING_GLOBAL;
}

static void resolve(Resolver *resolver, Scope *scope)
{
    // Scopes inside may add symbols, already resolved, at the end.
    uint32_t count = scope->symbols.count;
    for (uint32_t i = 0; i < count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        symbol->binding = resolve_symbol(resolver, scope, symbol);
    }
    for (uint32_t i = 0; i < scope->children.count; i++)
        resolve(resolver, scope->children.items[i]);
}

bool scope_resolve(Arena *arena, Diagnostics *diags, const Source *source, Scope *module)
{
    Resolver resolver = {.arena = arena, .diags = diags, .source = source, .module = module};
    resolve(&resolver, module);
    return !resolver.failed;
}
