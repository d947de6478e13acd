// SPDX-License-Identifier: MIT
// Pass `displays`. A list that is made only to be gone through once is never seen by anything else,
// so it need not be a list:
//
// - `for x in [a, b]`, `y in [a, b]`, `p, q = [a, b]`, and a list display given to a built-in
//   function that only iterates over it (zip, map and filter too, or join of a constant str) are
//   tuples, which take less RAM. The items are evaluated in the same order before anything is done with them.
// - tuple([a, b]), set([a, b]), list((a, b)), dict(a=1), list() and their like are displays.
// - `for x in list(range(n))` goes through the range itself, and reversed(range(len(x))) through one
//   that counts down: len gives an integer, and nothing can change a range.
// - A list comprehension over ranges whose element only computes with the integers of those ranges
//   is timeless: such an element can neither raise nor be seen, so it does not matter when it is
//   evaluated, or whether. Where it is gone through once (`for`, `in`, sum, any, all, min, max,
//   sorted, enumerate, zip, map, filter) a generator gives the elements one by one; list() and set()
//   of a timeless comprehension or generator are the comprehensions of lists and sets. Any other
//   comprehension stays, because its elements must all be evaluated before the first is used, a
//   traceback shows which kind it is, and a StopIteration that leaves a generator is another error.
#include "rewrite.h"

#include <string.h>

static bool is_one_of(const char *name, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*name == *words[i] && strcmp(name, words[i]) == 0)
            return true;
    return false;
}

#define IS_ONE_OF(name, words) is_one_of((name), (words), sizeof(words) / sizeof *(words))

// The name of the built-in function that `expr` surely means, or NULL.
static const char *builtin_of(const Rewriter *rewriter, const Expr *expr)
{
    bool is_builtin = expr->kind == EXPR_NAME &&
                      scope_looks_outside(rewriter->scope, expr->name.id) &&
                      scope_is_builtin(rewriter->scope, expr->name.id);
    return is_builtin ? expr->name.id->text : NULL;
}

static bool is_plain_list(const ExprList *items)
{
    for (uint32_t i = 0; i < items->count; i++)
        if (items->items[i]->kind == EXPR_STARRED)
            return false;
    return true;
}

// The items of a list or tuple display without stars; NULL for anything else.
static const ExprList *items_of(const Expr *expr)
{
    const ExprList *items = expr->kind == EXPR_LIST    ? &expr->list.elts
                            : expr->kind == EXPR_TUPLE ? &expr->tuple.elts
                                                       : NULL;
    return items && is_plain_list(items) ? items : NULL;
}

static Expr *display(const Rewriter *rewriter, const Expr *place, ExprKind kind,
                     const ExprList *items)
{
    Expr *expr = ARENA_NEW(rewriter->context->arena, Expr);
    expr->kind = kind;
    expr->span = place->span;
    if (kind == EXPR_TUPLE)
        expr->tuple.elts = *items;
    else if (kind == EXPR_SET)
        expr->set.elts = *items;
    else
        expr->list.elts = *items;
    return expr;
}

static Expr *freeze(const Rewriter *rewriter, Expr *expr)
{
    if (expr->kind != EXPR_LIST || !is_plain_list(&expr->list.elts))
        return expr;
    return display(rewriter, expr, EXPR_TUPLE, &expr->list.elts);
}

// The one positional argument of a call of built-in `name`, without keywords; else NULL.
static Expr *only_argument(const Rewriter *rewriter, const Expr *expr, const char *const *names,
                           size_t count)
{
    if (expr->kind != EXPR_CALL || expr->call.args.count != 1 || expr->call.keywords.count > 0)
        return NULL;
    const Expr *func = expr->call.func;
    return func->kind == EXPR_NAME && is_one_of(func->name.id->text, names, count) &&
                   builtin_of(rewriter, func)
               ? expr->call.args.items[0]
               : NULL;
}

static bool is_range(const Rewriter *rewriter, const Expr *expr)
{
    const char *name = expr->kind == EXPR_CALL ? builtin_of(rewriter, expr->call.func) : NULL;
    return name && strcmp(name, "range") == 0;
}

static bool is_small_int(const Expr *expr)
{
    int64_t value;
    return expr->kind == EXPR_CONSTANT && constant_as_int64(expr->constant.value, &value) &&
           value > INT32_MIN && value < INT32_MAX;
}

static Expr *new_int(const Rewriter *rewriter, const Expr *place, int64_t value)
{
    Expr *expr = ARENA_NEW(rewriter->context->arena, Expr);
    expr->kind = EXPR_CONSTANT;
    expr->span = place->span;
    expr->constant.value = constant_int(rewriter->context->arena, value);
    return expr;
}

// One less than a small integer or than len(…).
static Expr *one_less(const Rewriter *rewriter, Expr *expr)
{
    int64_t value;
    if (expr->kind == EXPR_CONSTANT && constant_as_int64(expr->constant.value, &value))
        return new_int(rewriter, expr, value - 1);
    Expr *less = ARENA_NEW(rewriter->context->arena, Expr);
    less->kind = EXPR_BIN_OP;
    less->span = expr->span;
    less->bin_op.left = expr;
    less->bin_op.op = BINARY_SUB;
    less->bin_op.right = new_int(rewriter, expr, 1);
    return less;
}

// What reversed(range(…)) goes through as a range, when its bounds are integers for sure; else NULL.
static Expr *count_down(const Rewriter *rewriter, const Expr *expr)
{
    static const char *const back[] = {"reversed"};
    static const char *const length[] = {"len"};
    const Expr *range = only_argument(rewriter, expr, back, 1);
    if (!range || !is_range(rewriter, range) || range->call.keywords.count > 0)
        return NULL;
    const ExprList *bounds = &range->call.args;
    if (bounds->count < 1 || bounds->count > 2)
        return NULL;
    Expr *stop = VEC_LAST(bounds);
    const Expr *counted = only_argument(rewriter, stop, length, 1);
    if ((bounds->count == 2 && !is_small_int(bounds->items[0])) ||
        (!is_small_int(stop) && (!counted || counted->kind == EXPR_STARRED)))
        return NULL;
    Arena *arena = rewriter->context->arena;
    Expr *down = ARENA_NEW(arena, Expr);
    *down = *range;
    down->call.args = (ExprList){0};
    VEC_PUSH(arena, &down->call.args, one_less(rewriter, stop));
    VEC_PUSH(arena, &down->call.args,
             bounds->count == 2 ? one_less(rewriter, bounds->items[0])
                                : new_int(rewriter, stop, -1));
    VEC_PUSH(arena, &down->call.args, new_int(rewriter, stop, -1));
    return down;
}

// What a loop goes through.
static Expr *iterable(const Rewriter *rewriter, Expr *expr)
{
    Expr *down = count_down(rewriter, expr);
    if (down)
        return down;
    static const char *const copies[] = {"list", "tuple"};
    Expr *copied = only_argument(rewriter, expr, copies, 2);
    if (copied && is_range(rewriter, copied))
        return copied;
    return freeze(rewriter, expr);
}

static bool is_target(const ComprehensionList *generators, uint32_t count, const Expr *expr)
{
    for (uint32_t i = 0; i < count; i++)
        if (generators->items[i]->target->name.id == expr->name.id)
            return true;
    return false;
}

// Whether an expression computes an integer (or bool) from integers, and cannot raise.
static bool is_integral(const ComprehensionList *generators, uint32_t count, const Expr *expr);

static bool all_integral(const ComprehensionList *generators, uint32_t count, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (!is_integral(generators, count, list->items[i]))
            return false;
    return true;
}

static bool is_integral_operation(const ComprehensionList *generators, uint32_t count,
                                  const NodeBinOp *node)
{
    bool is_divided = node->op == BINARY_MOD || node->op == BINARY_FLOOR_DIV;
    if (is_divided && !(is_small_int(node->right) && constant_is_true(node->right->constant.value)))
        return false;
    bool is_total = is_divided || node->op == BINARY_ADD || node->op == BINARY_SUB ||
                    node->op == BINARY_MULT || node->op == BINARY_BIT_AND ||
                    node->op == BINARY_BIT_OR || node->op == BINARY_BIT_XOR;
    return is_total && is_integral(generators, count, node->left) &&
           is_integral(generators, count, node->right);
}

static bool is_integral(const ComprehensionList *generators, uint32_t count, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_CONSTANT:
        return is_small_int(expr) || expr->constant.value->kind == CONSTANT_TRUE ||
               expr->constant.value->kind == CONSTANT_FALSE;
    case EXPR_NAME:
        return is_target(generators, count, expr);
    case EXPR_UNARY_OP:
        return is_integral(generators, count, expr->unary_op.operand);
    case EXPR_BIN_OP:
        return is_integral_operation(generators, count, &expr->bin_op);
    case EXPR_BOOL_OP:
        return all_integral(generators, count, &expr->bool_op.values);
    case EXPR_IF_EXP:
        return is_integral(generators, count, expr->if_exp.test) &&
               is_integral(generators, count, expr->if_exp.body) &&
               is_integral(generators, count, expr->if_exp.orelse);
    case EXPR_COMPARE:
        for (uint32_t i = 0; i < expr->compare.ops.count; i++)
            if (expr->compare.ops.items[i] > COMPARE_IS_NOT)
                return false;
        return is_integral(generators, count, expr->compare.left) &&
               all_integral(generators, count, &expr->compare.comparators);
    default:
        return false;
    }
}

// Whether elements of the comprehension may be evaluated at any time.
static bool is_timeless(const Rewriter *rewriter, const Expr *expr)
{
    bool is_list = expr->kind == EXPR_LIST_COMP;
    if (!is_list && expr->kind != EXPR_GENERATOR_EXP)
        return false;
    const ComprehensionList *generators =
        is_list ? &expr->list_comp.generators : &expr->generator_exp.generators;
    for (uint32_t i = 0; i < generators->count; i++) {
        const Comprehension *generator = generators->items[i];
        if (generator->is_async || generator->target->kind != EXPR_NAME ||
            !is_range(rewriter, generator->iter))
            return false;
        // The first range is made before either way; a step could be 0.
        const NodeCall *call = &generator->iter->call;
        if (i > 0 && (call->args.count > 2 || call->keywords.count > 0 ||
                      !all_integral(generators, i, &call->args)))
            return false;
        if (!all_integral(generators, i + 1, &generator->ifs))
            return false;
    }
    for (uint32_t i = 0; i < expr->scope->symbols.count; i++)
        if (expr->scope->symbols.items[i]->binding == BINDING_CELL)
            return false;
    return is_integral(generators, generators->count,
                       is_list ? expr->list_comp.elt : expr->generator_exp.elt);
}

// A comprehension of the same elements: list, set or generator.
static Expr *comprehend(const Rewriter *rewriter, const Expr *expr, ExprKind kind)
{
    bool is_list = expr->kind == EXPR_LIST_COMP;
    Expr *element = is_list ? expr->list_comp.elt : expr->generator_exp.elt;
    const ComprehensionList *generators =
        is_list ? &expr->list_comp.generators : &expr->generator_exp.generators;
    Expr *made = ARENA_NEW(rewriter->context->arena, Expr);
    made->kind = kind;
    made->span = expr->span;
    made->scope = expr->scope;
    made->scope->is_generator = kind == EXPR_GENERATOR_EXP;
    if (kind == EXPR_SET_COMP)
        made->set_comp = (NodeSetComp){.elt = element, .generators = *generators};
    else if (kind == EXPR_LIST_COMP)
        made->list_comp = (NodeListComp){.elt = element, .generators = *generators};
    else
        made->generator_exp = (NodeGeneratorExp){.elt = element, .generators = *generators};
    return made;
}

// What is gone through once.
static Expr *consumed(const Rewriter *rewriter, Expr *expr)
{
    if (expr->kind == EXPR_LIST_COMP && is_timeless(rewriter, expr))
        return comprehend(rewriter, expr, EXPR_GENERATOR_EXP);
    return iterable(rewriter, expr);
}

static void iterables(const Rewriter *rewriter, ComprehensionList *generators)
{
    for (uint32_t i = 0; i < generators->count; i++)
        if (!generators->items[i]->is_async)
            generators->items[i]->iter = consumed(rewriter, generators->items[i]->iter);
}

// The arguments of a function that goes through them once.
static void consume(const Rewriter *rewriter, Expr *call)
{
    static const char *const once[] = {"sum", "any", "all", "min", "max"};
    static const char *const growing[] = {"tuple", "frozenset", "set"}; // better from a list
    static const char *const any_kind[] = {"sum",   "any",       "all",       "min", "max",
                                           "tuple", "frozenset", "enumerate", "set", "sorted"};
    static const char *const several[] = {"zip", "map", "filter"};
    const NodeCall *node = &call->call;
    const char *name = builtin_of(rewriter, node->func);
    bool is_join = node->func->kind == EXPR_ATTRIBUTE &&
                   node->func->attribute.value->kind == EXPR_CONSTANT &&
                   name_is(node->func->attribute.attr, "join");
    // In a .mpy file a tuple of texts has them once more than the names they are anyway.
    bool for_micropython = rewriter->context->options->for_micropython;
    if (name && IS_ONE_OF(name, several) && !for_micropython) // the first of others is a function
        for (uint32_t i = strcmp(name, "zip") != 0; i < node->args.count; i++)
            node->args.items[i] = consumed(rewriter, node->args.items[i]);
    if (node->args.count == 0 || !(is_join || (name && IS_ONE_OF(name, any_kind))))
        return;
    // min(a, b) compares its arguments themselves.
    if (node->args.count > 1 && name && IS_ONE_OF(name, once) && strcmp(name, "sum") != 0)
        return;
    Expr **argument = &node->args.items[0];
    bool is_grown = is_join || IS_ONE_OF(name, growing);
    *argument = is_grown ? iterable(rewriter, *argument) : consumed(rewriter, *argument);
}

// dict(a=1, b=2)
static Expr *dict_display(const Rewriter *rewriter, Expr *expr)
{
    const KeywordList *keywords = &expr->call.keywords;
    Arena *arena = rewriter->context->arena;
    Expr *dict = ARENA_NEW(arena, Expr);
    dict->kind = EXPR_DICT;
    dict->span = expr->span;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *keyword = keywords->items[i];
        if (!keyword->arg)
            return expr;
        Expr *key = ARENA_NEW(arena, Expr);
        key->kind = EXPR_CONSTANT;
        key->span = keyword->span;
        key->constant.value = constant_str(arena, keyword->arg->text, keyword->arg->size);
        VEC_PUSH(arena, &dict->dict.keys, key);
        VEC_PUSH(arena, &dict->dict.values, keyword->value);
    }
    return dict;
}

// A call of a class that makes what a display makes.
static Expr *make(const Rewriter *rewriter, Expr *expr)
{
    const char *name = builtin_of(rewriter, expr->call.func);
    const NodeCall *call = &expr->call;
    if (!name || call->args.count > 1)
        return expr;
    if (strcmp(name, "dict") == 0 && call->args.count == 0)
        return dict_display(rewriter, expr);
    if (call->keywords.count > 0)
        return expr;
    static const ExprList none = {0};
    const ExprList *items = call->args.count ? items_of(call->args.items[0]) : &none;
    bool is_list = strcmp(name, "list") == 0;
    if (is_list && call->args.count && call->args.items[0]->kind == EXPR_LIST_COMP)
        return call->args.items[0];
    if (items && is_list)
        return display(rewriter, expr, EXPR_LIST, items);
    if (items && strcmp(name, "tuple") == 0)
        return display(rewriter, expr, EXPR_TUPLE, items);
    if (items && items->count > 0 && strcmp(name, "set") == 0)
        return display(rewriter, expr, EXPR_SET, items);
    bool makes = is_list || strcmp(name, "set") == 0;
    if (makes && call->args.count && is_timeless(rewriter, call->args.items[0]))
        return comprehend(rewriter, call->args.items[0], is_list ? EXPR_LIST_COMP : EXPR_SET_COMP);
    return expr;
}

// What is looked through for a value.
static Expr *contained(const Rewriter *rewriter, Expr *expr)
{
    if (expr->kind == EXPR_LIST_COMP && is_timeless(rewriter, expr))
        return comprehend(rewriter, expr, EXPR_GENERATOR_EXP);
    return freeze(rewriter, expr);
}

static Expr *rewrite(Rewriter *rewriter, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_CALL:
        consume(rewriter, expr);
        return make(rewriter, expr);
    case EXPR_COMPARE:
        // In a chain only the last operand is not compared again.
        if (VEC_LAST(&expr->compare.ops) == COMPARE_IN ||
            VEC_LAST(&expr->compare.ops) == COMPARE_NOT_IN)
            VEC_LAST(&expr->compare.comparators) =
                contained(rewriter, VEC_LAST(&expr->compare.comparators));
        return expr;
    case EXPR_LIST_COMP:
        iterables(rewriter, &expr->list_comp.generators);
        return expr;
    case EXPR_SET_COMP:
        iterables(rewriter, &expr->set_comp.generators);
        return expr;
    case EXPR_DICT_COMP:
        iterables(rewriter, &expr->dict_comp.generators);
        return expr;
    case EXPR_GENERATOR_EXP:
        iterables(rewriter, &expr->generator_exp.generators);
        return expr;
    default: // nothing that goes through a display
        return expr;
    }
}

static bool is_unpacked(const Stmt *stmt)
{
    if (stmt->kind != STMT_ASSIGN)
        return false;
    for (uint32_t i = 0; i < stmt->assign.targets.count; i++)
        if (stmt->assign.targets.items[i]->kind != EXPR_TUPLE &&
            stmt->assign.targets.items[i]->kind != EXPR_LIST)
            return false;
    return true;
}

static void rewrite_loop(Rewriter *rewriter, Stmt *stmt)
{
    if (stmt->kind == STMT_FOR)
        stmt->for_.iter = consumed(rewriter, stmt->for_.iter);
    if (is_unpacked(stmt))
        stmt->assign.value = freeze(rewriter, stmt->assign.value);
}

const RewriteRule opt_rule_displays = {
    .kinds = 1u << EXPR_CALL | 1u << EXPR_COMPARE | 1u << EXPR_LIST_COMP | 1u << EXPR_SET_COMP |
             1u << EXPR_DICT_COMP | 1u << EXPR_GENERATOR_EXP,
    .expr = rewrite,
    .stmt = rewrite_loop,
};
