// SPDX-License-Identifier: MIT
// Pass `calls`. A call of a pure built-in function, or of a method of a constant, with constants is
// its result: the name can only mean the built-in (nothing in the program binds it), the objects
// are immutable, and what would raise is left alone. A list that the function only goes through is
// as good as a tuple. Results that would take much more flash than the call are left to the
// program.
#include "rewrite.h"
#include "value_call.h"

// The argument as a constant, or NULL.
static const Constant *argument(const Rewriter *rewriter, const Expr *expr, bool takes_items)
{
    if (expr->kind == EXPR_CONSTANT)
        return expr->constant.value;
    if (expr->kind != EXPR_LIST || !takes_items)
        return NULL;
    Arena *arena = rewriter->context->arena;
    const ExprList *list = &expr->list.elts;
    const Constant **items = ARENA_NEW_ARRAY(arena, const Constant *, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind != EXPR_CONSTANT)
            return NULL;
        items[i] = list->items[i]->constant.value;
    }
    return constant_items(arena, CONSTANT_TUPLE, items, list->count);
}

// Whether all arguments may be constants, as `argument` has it.
static bool may_be_constants(const ExprList *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i]->kind != EXPR_CONSTANT && args->items[i]->kind != EXPR_LIST)
            return false;
    return true;
}

static const Constant *evaluate(const Rewriter *rewriter, const NodeCall *call)
{
    const Constant *args[VALUE_CALL_ARGUMENTS];
    const Values *values = &rewriter->context->values;
    const Expr *func = call->func;
    bool is_method = func->kind == EXPR_ATTRIBUTE && func->attribute.value->kind == EXPR_CONSTANT;
    bool is_function = func->kind == EXPR_NAME &&
                       scope_looks_outside(rewriter->scope, func->name.id) &&
                       scope_is_builtin(rewriter->scope, func->name.id);
    if (!is_method && !is_function)
        return NULL;
    const char *name = is_method ? func->attribute.attr->text : func->name.id->text;
    bool takes_items = value_call_takes_items(name);
    for (uint32_t i = 0; i < call->args.count; i++) {
        args[i] = argument(rewriter, call->args.items[i], takes_items);
        if (!args[i])
            return NULL;
    }
    if (is_function)
        return value_call(values, name, args, call->args.count);
    return value_method(values, func->attribute.value->constant.value, name, args,
                        call->args.count);
}

static Expr *fold_call(Rewriter *rewriter, Expr *expr)
{
    if (expr->kind != EXPR_CALL || expr->call.keywords.count > 0 ||
        expr->call.args.count > VALUE_CALL_ARGUMENTS || !may_be_constants(&expr->call.args))
        return expr;
    const Constant *value = evaluate(rewriter, &expr->call);
    uint32_t operands = 0;
    for (uint32_t i = 0; i < expr->call.args.count; i++)
        if (expr->call.args.items[i]->kind == EXPR_CONSTANT)
            operands += value_flash(expr->call.args.items[i]->constant.value);
    if (!value || !value_is_worth(value, operands))
        return expr;
    Expr *constant = ARENA_NEW(rewriter->context->arena, Expr);
    constant->kind = EXPR_CONSTANT;
    constant->span = expr->span;
    constant->constant.value = value;
    return constant;
}

const RewriteRule opt_rule_calls = {.kinds = 1u << EXPR_CALL, .expr = fold_call};
