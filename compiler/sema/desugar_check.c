// SPDX-License-Identifier: MIT
// The errors of type parameters, type aliases and annotations, found before they are lowered or
// forgotten: what is evaluated in a scope of its own may neither yield nor wait nor bind.
#include "desugar_internal.h"

typedef struct {
    AstVisitor visitor;
    Desugar *desugar;
    const char *place;
} Check;

static const char *forbidden(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        return "yield";
    case EXPR_AWAIT:
        return "await";
    case EXPR_NAMED_EXPR:
        return "named";
    default:
        return NULL;
    }
}

static void check_expr(AstVisitor *visitor, Expr **place)
{
    const Check *check = (const Check *)visitor;
    const char *what = forbidden(*place);
    if (what) {
        diag_report(check->desugar->diags, check->desugar->module->source, (*place)->span,
                    DIAG_NOT_IN_TYPE_SCOPE, what, check->place);
        check->desugar->failed = true;
    } else if ((*place)->kind != EXPR_LAMBDA) {
        ast_walk_expr(visitor, *place);
    }
}

static void check_one(Desugar *desugar, Expr *expr, const char *place)
{
    Check check = {.visitor = {.expr = check_expr}, .desugar = desugar, .place = place};
    if (expr)
        check_expr(&check.visitor, &expr);
}

static void check_params(Desugar *desugar, const TypeParamList *list)
{
    static const char *const defaults[] = {
        [TYPE_PARAM_TYPE_VAR] = "a TypeVar default",
        [TYPE_PARAM_PARAM_SPEC] = "a ParamSpec default",
        [TYPE_PARAM_TYPE_VAR_TUPLE] = "a TypeVarTuple default",
    };
    const Source *source = desugar->module->source;
    bool had_default = false;
    for (uint32_t i = 0; i < list->count; i++) {
        const TypeParam *param = list->items[i];
        bool is_repeated = false;
        for (uint32_t k = 0; k < i; k++)
            is_repeated |= list->items[k]->name == param->name;
        bool is_late = had_default && !param->default_value;
        if (is_repeated)
            diag_report(desugar->diags, source, param->span, DIAG_TYPE_PARAM_REPEATED, param->name->text);
        if (is_late)
            diag_report(desugar->diags, source, param->span, DIAG_TYPE_PARAM_DEFAULT, param->name->text);
        bool is_debug = name_is(param->name, "__debug__");
        if (is_debug)
            diag_report(desugar->diags, source, param->span, DIAG_ASSIGN_DEBUG);
        desugar->failed |= is_repeated || is_late || is_debug;
        had_default |= param->default_value != NULL;
        check_one(desugar, param->bound, "a TypeVar bound");
        check_one(desugar, param->default_value, defaults[param->kind]);
    }
}

static void check_args(Desugar *desugar, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        check_one(desugar, list->items[i]->annotation, "an annotation");
}

static void check_function(Desugar *desugar, const NodeFunctionDef *def)
{
    check_params(desugar, &def->type_params);
    check_args(desugar, &def->args->posonlyargs);
    check_args(desugar, &def->args->args);
    check_args(desugar, &def->args->kwonlyargs);
    check_one(desugar, def->args->vararg ? def->args->vararg->annotation : NULL, "an annotation");
    check_one(desugar, def->args->kwarg ? def->args->kwarg->annotation : NULL, "an annotation");
    check_one(desugar, def->returns, "an annotation");
}

void desugar_check(Desugar *desugar, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        check_function(desugar, &stmt->function_def);
        return;
    case STMT_CLASS_DEF: {
        const NodeClassDef *def = &stmt->class_def;
        check_params(desugar, &def->type_params);
        for (uint32_t i = 0; def->type_params.count && i < def->bases.count; i++)
            check_one(desugar, def->bases.items[i], "the definition of a generic");
        for (uint32_t i = 0; def->type_params.count && i < def->keywords.count; i++)
            check_one(desugar, def->keywords.items[i]->value, "the definition of a generic");
        return;
    }
    case STMT_TYPE_ALIAS:
        check_params(desugar, &stmt->type_alias.type_params);
        check_one(desugar, stmt->type_alias.value, "a type alias");
        return;
    case STMT_ANN_ASSIGN:
        check_one(desugar, stmt->ann_assign.annotation, "an annotation");
        return;
    default:
        return;
    }
}
