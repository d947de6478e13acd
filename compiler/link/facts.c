// SPDX-License-Identifier: MIT
// One walk that counts. A use of a variable as a value is counted when the variable is met and
// taken back when it turns out to be what an attribute is taken of; likewise for attributes.
#include "facts.h"

#include "../opt/rewrite.h"
#include "../sema/imports.h"

#include <string.h>

typedef struct {
    OptContext context;
    ModuleFacts *facts;
} Collector;

static Collector *collector_of(const Rewriter *rewriter)
{
    return (Collector *)(uintptr_t)rewriter->context;
}

static bool is_rooted_name(const Rewriter *rewriter, const Expr *expr)
{
    const Name *name = scope_mangle(rewriter->context->names, rewriter->scope, expr->name.id);
    const Symbol *owner = scope_owner(rewriter->scope, name);
    return owner ? (owner->flags & SYMBOL_IMPORT) != 0
                 : scope_module(rewriter->scope)->has_star_import;
}

static bool is_rooted(const Rewriter *rewriter, const Expr *expr)
{
    while (expr->kind == EXPR_ATTRIBUTE)
        expr = expr->attribute.value;
    return expr->kind == EXPR_NAME && is_rooted_name(rewriter, expr);
}

static void count(const Rewriter *rewriter, NameMap *map, const Name *name, uint32_t change)
{
    name_map_add(rewriter->context->arena, map, name, 0)->value += change;
}

static bool is_one_of(const Name *name, const char *const *words, size_t word_count)
{
    for (size_t i = 0; i < word_count; i++)
        if (name_is(name, words[i]))
            return true;
    return false;
}

#define IS_ONE_OF(name, words) is_one_of((name), (words), sizeof(words) / sizeof *(words))

// Methods by which a class that str or its operands belong to says what operators on text do.
static const char *const text_methods[] = {"__add__", "__radd__", "__format__", "__mod__",
                                           "__rmod__"};

static void note_name(const Rewriter *rewriter, const Expr *expr)
{
    static const char *const own[] = {"_.globals", "globals", "locals", "vars", "exec", "eval"};
    static const char *const given[] = {"setattr", "delattr", "vars", "exec", "eval"};
    static const char *const any[] = {"__import__", "exec", "eval"};
    ModuleFacts *facts = collector_of(rewriter)->facts;
    const Name *name = expr->name.id;
    if (expr->name.ctx == CTX_LOAD && is_rooted_name(rewriter, expr))
        count(rewriter, &facts->values, name, 1);
    facts->opens_own |= IS_ONE_OF(name, own);
    facts->opens_given |= IS_ONE_OF(name, given);
    facts->opens_any |= IS_ONE_OF(name, any);
}

static void note_attribute(const Rewriter *rewriter, const Expr *expr)
{
    static const char *const given[] = {"__dict__", "__setattr__", "__delattr__"};
    static const char *const any[] = {"__globals__", "f_globals", "import_module"};
    ModuleFacts *facts = collector_of(rewriter)->facts;
    const Expr *base = expr->attribute.value;
    const Name *name = expr->attribute.attr;
    bool rooted = is_rooted(rewriter, base);
    if (rooted && base->kind == EXPR_NAME)
        count(rewriter, &facts->values, base->name.id, UINT32_MAX);
    else if (rooted)
        count(rewriter, &facts->loaded, base->attribute.attr, UINT32_MAX);
    if (expr->attribute.ctx != CTX_LOAD)
        count(rewriter, &facts->stored, name, rooted);
    else if (rooted)
        count(rewriter, &facts->loaded, name, 1);
    facts->opens_given |= IS_ONE_OF(name, given);
    facts->opens_any |= IS_ONE_OF(name, any) ||
                        (rooted && (name_is(name, "__dict__") || name_is(name, "modules")));
    facts->text_is_odd |= expr->attribute.ctx == CTX_STORE && IS_ONE_OF(name, text_methods);
}

static Expr *note_expr(Rewriter *rewriter, Expr *expr)
{
    if (expr->kind == EXPR_NAME)
        note_name(rewriter, expr);
    if (expr->kind == EXPR_ATTRIBUTE)
        note_attribute(rewriter, expr);
    // type("T", (str,), {"__add__": …})
    if (expr->kind == EXPR_CONSTANT && expr->constant.value->kind == CONSTANT_STR)
        for (size_t i = 0; i < sizeof text_methods / sizeof *text_methods; i++)
            collector_of(rewriter)->facts->text_is_odd |=
                strcmp(expr->constant.value->text.bytes, text_methods[i]) == 0;
    return expr;
}

static void add_binding(const Rewriter *rewriter, const Name *name, const Name *module,
                        const Name *attribute)
{
    ImportBinding binding = {.name = name, .module = module, .attribute = attribute};
    const Name *mangled = scope_mangle(rewriter->context->names, rewriter->scope, name);
    binding.symbol = scope_owner(rewriter->scope, mangled);
    // Of a class, or of a function around: what is done with it there is not followed.
    bool is_followed = rewriter->scope->kind != SCOPE_CLASS && binding.symbol &&
                       (binding.symbol->flags & SYMBOL_IMPORT);
    if (!is_followed)
        count(rewriter, &collector_of(rewriter)->facts->values, name, 1);
    VEC_PUSH(rewriter->context->arena, &collector_of(rewriter)->facts->imports, binding);
}

static void note_import(const Rewriter *rewriter, const AliasList *aliases)
{
    for (uint32_t i = 0; i < aliases->count; i++) {
        const Alias *alias = aliases->items[i];
        const char *dot = strchr(alias->name->text, '.');
        const Name *top = dot ? names_intern(rewriter->context->names, alias->name->text,
                                             (size_t)(dot - alias->name->text))
                              : alias->name;
        add_binding(rewriter, alias->asname ? alias->asname : top,
                    alias->asname ? alias->name : top, NULL);
    }
}

static void note_import_from(const Rewriter *rewriter, const NodeImportFrom *node)
{
    const OptContext *context = rewriter->context;
    const Name *module =
        import_absolute(context->names, context->options, node->level, node->module);
    for (uint32_t i = 0; module && i < node->names.count; i++) {
        const Alias *alias = node->names.items[i];
        collector_of(rewriter)->facts->opens_any |=
            name_is(alias->name, "modules") || name_is(alias->name, "import_module");
        if (!name_is(alias->name, "*") && !name_is(module, "__future__"))
            add_binding(rewriter, alias->asname ? alias->asname : alias->name, module, alias->name);
    }
}

static void note_stmt(Rewriter *rewriter, Stmt *stmt)
{
    if (stmt->kind == STMT_IMPORT)
        note_import(rewriter, &stmt->import.names);
    if (stmt->kind == STMT_IMPORT_FROM)
        note_import_from(rewriter, &stmt->import_from);
    if (stmt->kind != STMT_CLASS_DEF)
        return;
    for (uint32_t i = 0; i < stmt->scope->symbols.count; i++)
        collector_of(rewriter)->facts->text_is_odd |=
            IS_ONE_OF(stmt->scope->symbols.items[i]->name, text_methods);
}

void facts_collect(Arena *arena, Names *names, const CompileOptions *options, Module *module,
                   ModuleFacts *facts)
{
    static const RewriteRule rule = {
        .kinds = 1u << EXPR_NAME | 1u << EXPR_ATTRIBUTE | 1u << EXPR_CONSTANT,
        .expr = note_expr,
        .stmt = note_stmt,
    };
    Collector collector = {
        .context = {.arena = arena, .names = names, .options = options, .module = module},
        .facts = facts};
    Rewriter rewriter = {.context = &collector.context};
    rewrite_add(&rewriter, &rule);
    rewrite_module(&rewriter, module);
}
