// SPDX-License-Identifier: MIT
// Pass `inline`. A call of a function that is one `return` of an expression that cannot raise, made
// of constants and of each parameter once and in order, is that expression: the arguments are
// evaluated as often and in the same order as for the call, and no traceback can show the function.
// The name must be bound once, by the `def` (or `name = lambda …`) directly in the module's body,
// further up, and no code of the program may set it from outside.
//
// `from m import f` gives the function that f is in m or raises, so the same holds for the name that
// it binds. After `import m`, m.f is the function when m has run to its end by then.
//
// Functions that can raise are left alone on purpose: their lines belong in the traceback.
#include "inline.h"

#include "known.h"
#include "world.h"

// A function that may be inlined: a copy of its own, for the tree goes on changing.
struct InlineBody {
    uint32_t param_count;
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

// A copy of `expr`, as if it stood at `place` (or where it stands), with the arguments from number
// *next on in place of the parameters (or with these).
static Expr *copy_of(Arena *arena, const Expr *expr, const ExprList *args, const Expr *place,
                     uint32_t *next)
{
    if (args && expr->kind == EXPR_NAME)
        return args->items[(*next)++];
    Expr *copy = ARENA_NEW(arena, Expr);
    *copy = *expr;
    if (place)
        copy->span = place->span;
    if (expr->kind != EXPR_TUPLE && expr->kind != EXPR_COMPARE)
        return copy;
    const ExprList *old = expr->kind == EXPR_TUPLE ? &expr->tuple.elts : &expr->compare.comparators;
    ExprList items = {0};
    if (expr->kind == EXPR_COMPARE)
        copy->compare.left = copy_of(arena, expr->compare.left, args, place, next);
    for (uint32_t i = 0; i < old->count; i++)
        VEC_PUSH(arena, &items, copy_of(arena, old->items[i], args, place, next));
    if (expr->kind == EXPR_TUPLE) {
        copy->tuple.elts = items;
        return copy;
    }
    copy->compare.comparators = items;
    copy->compare.ops = (CompareOperatorList){0};
    VEC_PUSH(arena, &copy->compare.ops, expr->compare.ops.items[0]); // is_total wants just one
    return copy;
}

const struct InlineBody *inline_body(Arena *arena, const Scope *scope, const Stmt *stmt,
                                     Symbol **symbol)
{
    Expr *result = NULL;
    const Expr *value;
    const Expr *target;
    const Arguments *params = NULL;
    const Name *name = NULL;
    if (stmt->kind == STMT_FUNCTION_DEF) {
        const NodeFunctionDef *def = &stmt->function_def;
        bool returns = def->body.count == 1 && def->body.items[0]->kind == STMT_RETURN;
        if (!returns || def->decorator_list.count > 0 || stmt->scope->is_generator)
            return NULL;
        result = def->body.items[0]->return_.value;
        params = def->args;
        name = def->name;
    } else if ((target = known_assignment(stmt, &value)) && value->kind == EXPR_LAMBDA) {
        params = value->lambda.args;
        name = target->name.id;
        result = value->lambda.body;
    }
    uint32_t used = 0;
    if (!name || !result || !is_plain(params) || !is_total(params, result, &used) ||
        used != params->args.count)
        return NULL;
    *symbol = scope_find(scope, name);
    if (!known_is_bound_once(*symbol))
        return NULL;
    struct InlineBody *body = ARENA_NEW(arena, struct InlineBody);
    uint32_t next = 0;
    *body = (struct InlineBody){params->args.count, copy_of(arena, result, NULL, NULL, &next)};
    return body;
}

static void learn(Rewriter *rewriter, Stmt *stmt)
{
    if (!rewriter->in_body || rewriter->scope->kind == SCOPE_CLASS)
        return;
    if (rewriter->context->options->world)
        known_learn_bodies(rewriter->context->names, rewriter->scope, stmt);
    Symbol *symbol;
    if (rewriter->scope->kind != SCOPE_MODULE || !rewriter->scope->is_closed)
        return;
    const struct InlineBody *body =
        inline_body(rewriter->context->arena, rewriter->scope, stmt, &symbol);
    if (body)
        symbol->body = body;
}
// The body of the function that `func` means, or NULL.
static const struct InlineBody *body_of(const Rewriter *rewriter, const Expr *func)
{
    const OptContext *context = rewriter->context;
    bool is_attribute = func->kind == EXPR_ATTRIBUTE;
    const Expr *base = is_attribute ? func->attribute.value : func;
    if (base->kind != EXPR_NAME)
        return NULL;
    const Name *variable = scope_mangle(context->names, rewriter->scope, base->name.id);
    if (!scope_looks_outside(rewriter->scope, variable))
        return NULL;
    const Symbol *owner = scope_owner(rewriter->scope, variable);
    if (!owner || !is_attribute)
        return owner ? owner->body : NULL;
    const World *world = context->options->world;
    if (!world || !owner->is_module_known)
        return NULL;
    const Name *name = scope_mangle(context->names, rewriter->scope, func->attribute.attr);
    return world_find_body(world, owner->module - 1, name);
}

static Expr *inline_call(Rewriter *rewriter, Expr *expr)
{
    if (expr->call.keywords.count > 0)
        return expr;
    const struct InlineBody *body = body_of(rewriter, expr->call.func);
    if (!body || body->param_count != expr->call.args.count)
        return expr;
    for (uint32_t i = 0; i < expr->call.args.count; i++)
        if (expr->call.args.items[i]->kind == EXPR_STARRED)
            return expr;
    uint32_t next = 0;
    return copy_of(rewriter->context->arena, body->result, &expr->call.args, expr, &next);
}

const RewriteRule opt_rule_inline = {.stmt = learn, .kinds = 1u << EXPR_CALL, .expr = inline_call};
