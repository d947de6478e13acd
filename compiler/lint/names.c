// SPDX-License-Identifier: MIT
// Names that are bound and never used, used before they are bound, or hide a built-in.
#include "walk.h"

#include "../link/catalogue.h"

#include <string.h>

// Every name that some function, class or the module itself takes from the module.
static void collect_uses(Lint *lint, const Scope *scope)
{
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const Symbol *symbol = scope->symbols.items[i];
        bool is_global = symbol->binding == BINDING_GLOBAL || symbol->binding == BINDING_NAMESPACE;
        if (is_global && (symbol->flags & SYMBOL_USED))
            pointer_set_add(lint->arena, &lint->used_globals, symbol->name);
    }
    for (uint32_t i = 0; i < scope->children.count; i++)
        collect_uses(lint, scope->children.items[i]);
}

void lint_names_start(Lint *lint) { collect_uses(lint, lint->module->scope); }

static bool is_name_part(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (c & 0x80);
}

void lint_mentioned_text(Lint *lint, const Constant *text)
{
    if (text->kind != CONSTANT_STR)
        return;
    const char *at = text->text.bytes;
    const char *end = at + text->text.size;
    while (at < end) {
        const char *from = at;
        while (at < end && is_name_part(*at))
            at++;
        if (at > from)
            pointer_set_add(lint->arena, &lint->used_globals,
                            names_intern(lint->names, from, (size_t)(at - from)));
        else
            at++;
    }
}

static bool is_builtin_name(const Name *name)
{
    return catalogue_is_python_builtin(name->text) ||
           catalogue_find_builtin(name->text) < FZ_NATIVES_COUNT ||
           catalogue_find_type(name->text) != FZ_TYPE_NONE;
}

void lint_bind(Lint *lint, const Name *name, Span span)
{
    const Symbol *symbol = lint_symbol(lint, name);
    if (symbol)
        pointer_set_add(lint->arena, &lint->bound, symbol);
    // The attributes of a class hide nothing.
    if (lint->scope->kind != SCOPE_CLASS && lint_wants(lint, DIAG_SHADOWED_BUILTIN) &&
        is_builtin_name(name))
        LINT_REPORT(lint, span, DIAG_SHADOWED_BUILTIN, name->text);
}

static void add_candidate(Lint *lint, DiagCode code, const Name *name, Span span)
{
    const Symbol *symbol = lint_symbol(lint, name);
    if (!symbol || lint->scope->kind == SCOPE_CLASS || name->text[0] == '_')
        return;
    Candidate candidate = {code, symbol, symbol->binding == BINDING_GLOBAL, name,
                           lint->function, span};
    VEC_PUSH(lint->arena, &lint->candidates, candidate);
}

void lint_bind_variable(Lint *lint, const Name *name, Span span)
{
    lint_bind(lint, name, span);
    const Symbol *own =
        scope_find(lint->scope, scope_mangle(lint->names, lint->scope, name));
    if (lint->scope->kind == SCOPE_FUNCTION && own && own->binding == BINDING_LOCAL &&
        !(own->flags & (SYMBOL_PARAM | SYMBOL_USED)))
        add_candidate(lint, DIAG_UNUSED_VARIABLE, name, span);
}

// A module may import for others: a package's __init__, `import x as x`, and what is guarded, which
// asks whether something is there.
static void bind_import(Lint *lint, const Alias *alias, const Name *bound)
{
    lint_bind(lint, bound, alias->span);
    bool is_offered = alias->asname && alias->asname == alias->name;
    bool is_package = lint->options->is_package && lint->scope == lint->module->scope;
    if (!is_offered && !is_package && !alias->is_used && !lint->in_import_guard)
        add_candidate(lint, DIAG_UNUSED_IMPORT, bound, alias->span);
}

void lint_import(Lint *lint, const Stmt *stmt)
{
    if (stmt->kind == STMT_IMPORT) {
        for (uint32_t i = 0; i < stmt->import.names.count; i++) {
            const Alias *alias = stmt->import.names.items[i];
            size_t size = strcspn(alias->name->text, ".");
            bind_import(lint, alias,
                        alias->asname ? alias->asname
                                      : names_intern(lint->names, alias->name->text, size));
        }
        return;
    }
    const Name *module = stmt->import_from.module;
    if (module && stmt->import_from.level == 0 && name_is(module, "__future__"))
        return;
    for (uint32_t i = 0; i < stmt->import_from.names.count; i++) {
        const Alias *alias = stmt->import_from.names.items[i];
        lint_mention(lint, alias->name);
        if (!name_is(alias->name, "*"))
            bind_import(lint, alias, alias->asname ? alias->asname : alias->name);
    }
}

// Functions by which a program gets at names that are only known when it runs.
static void note_dynamic(Lint *lint, const Expr *expr)
{
    static const char *const module_names[] = {"globals", "exec", "eval"};
    static const char *const local_names[] = {"locals", "vars", "dir", "exec", "eval"};
    for (size_t i = 0; i < sizeof module_names / sizeof module_names[0]; i++)
        if (name_is(expr->name.id, module_names[i]))
            lint->has_dynamic_names = true;
    for (size_t i = 0; i < sizeof local_names / sizeof local_names[0]; i++)
        if (lint->function && name_is(expr->name.id, local_names[i]))
            pointer_set_add(lint->arena, &lint->dynamic, lint->function);
}

// A variable of a function that nothing before this place can have bound.
static void check_bound(Lint *lint, const Expr *expr)
{
    const Symbol *own = scope_find(
        lint->scope, scope_mangle(lint->names, lint->scope, expr->name.id));
    if (lint->scope->kind != SCOPE_FUNCTION || lint->loop || !own ||
        own->binding != BINDING_LOCAL || (own->flags & SYMBOL_PARAM) ||
        pointer_set_has(&lint->bound, own) || lint->guard_depth > 0)
        return;
    LINT_REPORT(lint, expr->span, DIAG_UNBOUND_LOCAL, expr->name.id->text);
}

void lint_name(Lint *lint, const Expr *expr)
{
    switch (expr->name.ctx) {
    case CTX_STORE:
        lint_bind(lint, expr->name.id, expr->span);
        return;
    case CTX_DEL: {
        const Symbol *symbol = lint_symbol(lint, expr->name.id);
        if (symbol)
            pointer_set_add(lint->arena, &lint->deleted, symbol);
        check_bound(lint, expr);
        return;
    }
    case CTX_LOAD:
        break;
    }
    check_bound(lint, expr);
    if (expr->name.id->size <= 7) // no longer name among them
        note_dynamic(lint, expr);
}

static bool is_used(const Lint *lint, const Candidate *candidate)
{
    const Symbol *symbol = candidate->symbol;
    if (pointer_set_has(&lint->deleted, symbol) ||
        (candidate->function && pointer_set_has(&lint->dynamic, candidate->function)))
        return true;
    if (candidate->is_global)
        return lint->has_dynamic_names || pointer_set_has(&lint->used_globals, symbol->name);
    return (symbol->flags & SYMBOL_USED) || symbol->binding == BINDING_CELL ||
           pointer_set_has(&lint->used_globals, symbol->name);
}

void lint_mention(Lint *lint, const Name *name)
{
    if (!lint->findings || pointer_set_has(&lint->mentioned, name))
        return;
    pointer_set_add(lint->arena, &lint->mentioned, name);
    VEC_PUSH(lint->arena, &lint->findings->mentioned, name);
}

void lint_names_end(Lint *lint)
{
    PointerSet told = {0};
    for (uint32_t i = 0; i < lint->candidates.count; i++) {
        const Candidate *candidate = &lint->candidates.items[i];
        if (is_used(lint, candidate) || pointer_set_has(&told, candidate->symbol))
            continue;
        if (candidate->code == DIAG_UNUSED_VARIABLE)
            pointer_set_add(lint->arena, &told, candidate->symbol);
        if (candidate->is_global && lint->findings)
            VEC_PUSH(lint->arena, &lint->findings->unused,
                     (UnusedImport){candidate->shown, candidate->span});
        else
            LINT_REPORT(lint, candidate->span, candidate->code, candidate->shown->text);
    }
}
