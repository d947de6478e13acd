// SPDX-License-Identifier: MIT
// Walks the statements of a module and lists its imports. `import a.b.c` imports a, a.b and a.b.c;
// each is listed. An import in the body of a try that catches ImportError may be missing.
#include "imports.h"

#include "scope.h"

#include <string.h>

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    const CompileOptions *options;
    const Module *module;
    IrModule *out;
    bool is_guarded;
    const StmtList *precondition; // a guarded try body, in whose `else` this is, or NULL
    bool failed;
} Collector;

const Name *import_absolute(Names *names, const CompileOptions *options, int level,
                            const Name *module)
{
    if (level == 0)
        return module;
    const char *own = options->module_name;
    size_t size = strlen(own);
    // One dot means the package: the module itself when it is one.
    for (int up = options->is_package ? 1 : 0; up < level; up++) {
        while (size > 0 && own[size - 1] != '.')
            size--;
        if (size == 0)
            return NULL;
        size--;
    }
    if (!module)
        return names_intern(names, own, size);
    char *text = arena_format(names->arena, "%.*s.%s", (int)size, own, module->text);
    return names_intern_z(names, text);
}

// Whether one of the statements is an import of the module itself.
static bool has_import(const StmtList *list, const Name *module)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const Stmt *stmt = list->items[i];
        if (stmt->kind == STMT_IMPORT_FROM && stmt->import_from.level == 0 &&
            stmt->import_from.module == module)
            return true;
        if (stmt->kind != STMT_IMPORT)
            continue;
        for (uint32_t k = 0; k < stmt->import.names.count; k++)
            if (stmt->import.names.items[k]->name == module)
                return true;
    }
    return false;
}

static void add_one(Collector *collector, const Name *module, const Name *attribute, Span span)
{
    IrModule *out = collector->out;
    // An `else` runs only when the imports of its try body succeeded.
    bool is_guarded = collector->is_guarded ||
                      (collector->precondition && has_import(collector->precondition, module));
    for (uint32_t i = 0; i < out->imports.count; i++) {
        IrImport *import = &out->imports.items[i];
        if (import->module == module && import->attribute == attribute) {
            import->is_guarded &= is_guarded;
            return;
        }
    }
    IrImport import = {.module = module,
                       .attribute = attribute,
                       .is_guarded = is_guarded,
                       .span = span};
    VEC_PUSH(collector->arena, &out->imports, import);
}

static void add_parents(Collector *collector, const Name *module, Span span)
{
    for (uint32_t i = 0; i < module->size; i++)
        if (module->text[i] == '.')
            add_one(collector, names_intern(collector->names, module->text, i), NULL, span);
}

static void collect_import(Collector *collector, const Stmt *stmt)
{
    for (uint32_t i = 0; i < stmt->import.names.count; i++) {
        const Alias *alias = stmt->import.names.items[i];
        add_parents(collector, alias->name, alias->span);
        add_one(collector, alias->name, NULL, alias->span);
    }
}

static void collect_import_from(Collector *collector, const Stmt *stmt)
{
    const NodeImportFrom *node = &stmt->import_from;
    const Name *module =
        import_absolute(collector->names, collector->options, node->level, node->module);
    if (!module) {
        diag_report(collector->diags, collector->module->source, stmt->span, DIAG_RELATIVE_IMPORT,
                    collector->options->module_name);
        collector->failed = true;
        return;
    }
    if (name_is(module, "__future__"))
        return;
    add_parents(collector, module, stmt->span);
    for (uint32_t i = 0; i < node->names.count; i++) {
        const Alias *alias = node->names.items[i];
        if (!name_is(alias->name, "*")) {
            add_one(collector, module, alias->name, alias->span);
            continue;
        }
        add_one(collector, module, NULL, alias->span);
        VEC_PUSH(collector->arena, &collector->out->star_imports, module);
    }
}

// Whether the class named by a handler's type catches ModuleNotFoundError.
static bool catches(const Expr *type)
{
    if (!type)
        return true;
    if (type->kind == EXPR_TUPLE) {
        for (uint32_t i = 0; i < type->tuple.elts.count; i++)
            if (catches(type->tuple.elts.items[i]))
                return true;
        return false;
    }
    if (type->kind != EXPR_NAME)
        return false;
    const Name *name = type->name.id;
    return name_is(name, "ImportError") || name_is(name, "ModuleNotFoundError") ||
           name_is(name, "Exception") || name_is(name, "BaseException");
}

static bool has_guard(const HandlerList *handlers)
{
    for (uint32_t i = 0; i < handlers->count; i++)
        if (catches(handlers->items[i]->type))
            return true;
    return false;
}

static void collect(Collector *collector, const StmtList *list);

static void collect_unguarded(Collector *collector, const StmtList *list)
{
    bool outer = collector->is_guarded;
    const StmtList *precondition = collector->precondition;
    collector->is_guarded = false;
    collector->precondition = NULL;
    collect(collector, list);
    collector->is_guarded = outer;
    collector->precondition = precondition;
}

static void collect_try(Collector *collector, const NodeTry *node)
{
    bool outer = collector->is_guarded;
    const StmtList *precondition = collector->precondition;
    collector->is_guarded = outer || has_guard(&node->handlers);
    collect(collector, &node->body);
    collector->is_guarded = outer;
    for (uint32_t i = 0; i < node->handlers.count; i++)
        collect(collector, &node->handlers.items[i]->body);
    if (has_guard(&node->handlers))
        collector->precondition = &node->body;
    collect(collector, &node->orelse);
    collector->precondition = precondition;
    collect(collector, &node->finalbody);
}

static void collect_stmt(Collector *collector, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_IMPORT:
        collect_import(collector, stmt);
        return;
    case STMT_IMPORT_FROM:
        collect_import_from(collector, stmt);
        return;
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF: // runs later, outside of this try
        collect_unguarded(collector, &stmt->function_def.body);
        return;
    case STMT_CLASS_DEF:
        collect(collector, &stmt->class_def.body);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        collect(collector, &stmt->for_.body);
        collect(collector, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        collect(collector, &stmt->while_.body);
        collect(collector, &stmt->while_.orelse);
        return;
    case STMT_IF:
        collect(collector, &stmt->if_.body);
        collect(collector, &stmt->if_.orelse);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        collect(collector, &stmt->with.body);
        return;
    case STMT_MATCH:
        for (uint32_t i = 0; i < stmt->match.cases.count; i++)
            collect(collector, &stmt->match.cases.items[i]->body);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        collect_try(collector, &stmt->try_);
        return;
    default: // has no statements inside, or is refused by code generation
        return;
    }
}

static void collect(Collector *collector, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        collect_stmt(collector, list->items[i]);
}

static const Constant *literal_names(Arena *arena, const Expr *value)
{
    if (value->kind == EXPR_CONSTANT)
        return value->constant.value->kind == CONSTANT_TUPLE ? value->constant.value : NULL;
    const ExprList *items = value->kind == EXPR_TUPLE  ? &value->tuple.elts
                            : value->kind == EXPR_LIST ? &value->list.elts
                                                       : NULL;
    if (!items)
        return NULL;
    const Constant **names = ARENA_NEW_ARRAY(arena, const Constant *, items->count);
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->items[i]->kind != EXPR_CONSTANT)
            return NULL;
        names[i] = items->items[i]->constant.value;
    }
    return constant_items(arena, CONSTANT_TUPLE, names, items->count);
}

// `__all__` is known when the module assigns it once, a literal, and never looks at it again.
static void find_all(Collector *collector)
{
    const Name *name = names_intern_z(collector->names, "__all__");
    const Symbol *symbol = scope_find(collector->module->scope, name);
    if (!symbol || symbol->bound_count != 1 || (symbol->flags & SYMBOL_USED))
        return;
    for (uint32_t i = 0; i < collector->module->body.count; i++) {
        const Stmt *stmt = collector->module->body.items[i];
        if (stmt->kind != STMT_ASSIGN || stmt->assign.targets.items[0]->kind != EXPR_NAME ||
            stmt->assign.targets.items[0]->name.id != name)
            continue;
        const Constant *all = literal_names(collector->arena, stmt->assign.value);
        for (uint32_t j = 0; all && j < all->items.count; j++)
            if (all->items.items[j]->kind != CONSTANT_STR)
                all = NULL;
        collector->out->all = all;
    }
}

bool imports_collect(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                     const Module *module, IrModule *out)
{
    if (options->for_micropython && !options->is_of_program) // the device looks for modules
        return true;
    Collector collector = {.arena = arena,
                           .names = names,
                           .diags = diags,
                           .options = options,
                           .module = module,
                           .out = out};
    collect(&collector, &module->body);
    find_all(&collector);
    return !collector.failed;
}
