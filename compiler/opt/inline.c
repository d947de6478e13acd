// SPDX-License-Identifier: MIT
// Pass `inline`. A call of a function of the module that is one `return` of an expression that
// cannot raise, made of constants and of each parameter once and in order, is that expression: the
// arguments are evaluated as often and in the same order as for the call, and no traceback can show
// the function. The name must be bound once, by the `def` (or `name = lambda …`) directly in the
// module's body, further up, and no code of the program may set it from outside.
//
// Functions that can raise are left alone on purpose: their lines belong in the traceback.
#include "known.h"

// A function that may be inlined.
struct InlineBody {
    const Arguments *params;
    const Expr *result;
};

static bool is_plain(const Arguments *params)
{
    return params->posonlyargs.count == 0 && !params->vararg && !params->kwarg &&
           params->kwonlyargs.count == 0 && params->defaults.count == 0;
}

// Whether `expr` cannot raise and has the parameters from number *next on in order; counts them.
static bool is_total(const Arguments *params, const Expr *expr, uint32_t *next)
{
    switch (expr->kind) {
    case EXPR_CONSTANT:
        return true;
    case EXPR_NAME:
        return *next < params->args.count && params->args.items[(*next)++]->arg == expr->name.id;
    case EXPR_TUPLE:
        for (uint32_t i = 0; i < expr->tuple.elts.count; i++)
            if (!is_total(params, expr->tuple.elts.items[i], next))
                return false;
        return true;
    case EXPR_COMPARE:
        return expr->compare.ops.count == 1 &&
               (expr->compare.ops.items[0] == COMPARE_IS ||
                expr->compare.ops.items[0] == COMPARE_IS_NOT) &&
               is_total(params, expr->compare.left, next) &&
               is_total(params, expr->compare.comparators.items[0], next);
    default:
        return false;
    }
}

static void learn(Rewriter *rewriter, Stmt *stmt)
{
    const Expr *result = NULL;
    const Expr *target;
    const Arguments *params = NULL;
    const Name *name = NULL;
    if (!rewriter->in_body || rewriter->scope->kind != SCOPE_MODULE || !rewriter->scope->is_closed)
        return;
    if (stmt->kind == STMT_FUNCTION_DEF) {
        const NodeFunctionDef *def = &stmt->function_def;
        bool returns = def->body.count == 1 && def->body.items[0]->kind == STMT_RETURN;
        if (!returns || def->decorator_list.count > 0 || stmt->scope->is_generator)
            return;
        result = def->body.items[0]->return_.value;
        params = def->args;
        name = def->name;
    } else if ((target = known_assignment(stmt, &result)) && result->kind == EXPR_LAMBDA) {
        params = result->lambda.args;
        name = target->name.id;
        result = result->lambda.body;
    }
    uint32_t used = 0;
    if (!name || !result || !is_plain(params) || !is_total(params, result, &used) ||
        used != params->args.count)
        return;
    Symbol *symbol = scope_find(rewriter->scope, name);
    if (!known_is_bound_once(symbol))
        return;
    struct InlineBody *body = ARENA_NEW(rewriter->context->arena, struct InlineBody);
    *body = (struct InlineBody){params, result};
    symbol->body = body;
}

// A copy of `expr` with the arguments from number *next on in place of the parameters.
static Expr *substitute(const Rewriter *rewriter, const Expr *expr, const ExprList *args,
                        const Expr *place, uint32_t *next)
{
    if (expr->kind == EXPR_NAME)
        return args->items[(*next)++];
    Arena *arena = rewriter->context->arena;
    Expr *copy = ARENA_NEW(arena, Expr);
    *copy = *expr;
    copy->span = place->span;
    const ExprList *old = expr->kind == EXPR_TUPLE ? &expr->tuple.elts : &expr->compare.comparators;
    ExprList items = {0};
    if (expr->kind == EXPR_CONSTANT)
        return copy;
    if (expr->kind == EXPR_COMPARE)
        copy->compare.left = substitute(rewriter, expr->compare.left, args, place, next);
    for (uint32_t i = 0; i < old->count; i++)
        VEC_PUSH(arena, &items, substitute(rewriter, old->items[i], args, place, next));
    if (expr->kind == EXPR_TUPLE)
        copy->tuple.elts = items;
    else
        copy->compare.comparators = items;
    return copy;
}

static Expr *inline_call(Rewriter *rewriter, Expr *expr)
{
    if (expr->kind != EXPR_CALL || expr->call.func->kind != EXPR_NAME ||
        expr->call.keywords.count > 0 || rewriter->scope->kind == SCOPE_CLASS)
        return expr;
    const Name *name =
        scope_mangle(rewriter->context->names, rewriter->scope, expr->call.func->name.id);
    const Symbol *owner = scope_owner(rewriter->scope, name);
    if (!owner || !owner->body || owner->body->params->args.count != expr->call.args.count)
        return expr;
    for (uint32_t i = 0; i < expr->call.args.count; i++)
        if (expr->call.args.items[i]->kind == EXPR_STARRED)
            return expr;
    uint32_t next = 0;
    return substitute(rewriter, owner->body->result, &expr->call.args, expr, &next);
}

const RewriteRule opt_rule_inline = {.stmt = learn, .kinds = 1u << EXPR_CALL, .expr = inline_call};
