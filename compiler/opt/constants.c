// SPDX-License-Identifier: MIT
// Replaces uses of names whose values are known when the program is built: `__debug__`, `__name__`,
// typing.TYPE_CHECKING, and what the manifest's `constants` give. A manifest name applies to a variable that the module
// never binds (DEBUG), to attributes of a module that is imported under it (sys.platform), and to a
// name that is only ever imported from there (from sys import platform).
#include "rewrite.h"

#include <string.h>

// The dotted path by which the manifest would call what `expr` means, or NULL.
static const char *path_of(const OptContext *context, const Scope *scope, const Expr *expr)
{
    if (expr->kind == EXPR_ATTRIBUTE) {
        const char *base = path_of(context, scope, expr->attribute.value);
        return base ? arena_format(context->arena, "%s.%s", base, expr->attribute.attr->text)
                    : NULL;
    }
    if (expr->kind != EXPR_NAME)
        return NULL;
    const Name *name = scope_mangle(context->names, scope, expr->name.id);
    const Symbol *owner = scope_owner(scope, name);
    if (!owner)
        return scope_module(scope)->has_star_import ? NULL : name->text;
    if ((owner->flags & SYMBOL_PARAM) || !owner->import_path)
        return NULL;
    return owner->import_path->text;
}

static const Constant *manifest_value(const OptContext *context, const char *path)
{
    for (uint32_t i = 0; i < context->options->constant_count; i++)
        if (strcmp(context->options->constants[i].name, path) == 0)
            return context->options->constants[i].value;
    return NULL;
}

static const Constant *module_name(const OptContext *context)
{
    const char *name = context->options->is_entry ? "__main__" : context->options->module_name;
    return constant_str(context->arena, name, strlen(name));
}

static const Constant *value_of(const OptContext *context, const Scope *scope, const Expr *expr)
{
    if (expr->kind == EXPR_NAME && name_is(expr->name.id, "__debug__"))
        return constant_bool(!context->options->strip_asserts);
    if (expr->kind == EXPR_NAME && name_is(expr->name.id, "__name__") &&
        !context->options->for_micropython && !scope_owner(scope, expr->name.id))
        return module_name(context);
    bool is_checking = expr->kind == EXPR_ATTRIBUTE
                           ? name_is(expr->attribute.attr, "TYPE_CHECKING")
                           : context->checks_types && scope_owner(scope, expr->name.id);
    if (is_checking) {
        const char *name = path_of(context, scope, expr);
        if (name && strcmp(name, "typing.TYPE_CHECKING") == 0)
            return constant_bool(false);
    }
    if (context->options->constant_count == 0)
        return NULL;
    const char *path = path_of(context, scope, expr);
    return path ? manifest_value(context, path) : NULL;
}

static Expr *replace(Rewriter *rewriter, Expr *expr)
{
    const OptContext *context = rewriter->context;
    bool is_use = (expr->kind == EXPR_NAME && expr->name.ctx == CTX_LOAD) ||
                  (expr->kind == EXPR_ATTRIBUTE && expr->attribute.ctx == CTX_LOAD);
    const Constant *value = is_use ? value_of(context, rewriter->scope, expr) : NULL;
    if (!value)
        return expr;
    Expr *constant = ARENA_NEW(context->arena, Expr);
    constant->kind = EXPR_CONSTANT;
    constant->span = expr->span;
    constant->constant.value = value;
    constant->is_given = true;
    return constant;
}

static bool applies(const OptContext *context)
{
    return context->options->constant_count > 0 || names_have(context->names, "__debug__") ||
           names_have(context->names, "__name__") || context->checks_types;
}

const RewriteRule opt_rule_constants = {
    .applies = applies,
    .kinds = 1u << EXPR_NAME | 1u << EXPR_ATTRIBUTE,
    .expr = replace,
};
