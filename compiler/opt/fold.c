// SPDX-License-Identifier: MIT
// Works out operations on constants, from the inside out. What would raise stays for the program to
// raise; what evaluates something for its effects keeps it.
#include "rewrite.h"
#include "value.h"

static const Constant *constant_of(const Expr *expr)
{
    return expr && expr->kind == EXPR_CONSTANT ? expr->constant.value : NULL;
}

static Expr *new_constant(const Values *values, const Expr *place, const Constant *value)
{
    Expr *expr = ARENA_NEW(values->arena, Expr);
    expr->kind = EXPR_CONSTANT;
    expr->span = place->span;
    expr->constant.value = value;
    return expr;
}

// The constant in place of `expr`, or `expr` itself when there is none.
static Expr *or_same(const Values *values, Expr *expr, const Constant *value)
{
    return value ? new_constant(values, expr, value) : expr;
}

static bool all_constant(const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (!constant_of(list->items[i]))
            return false;
    return true;
}

static const Constant **constants_of(const Values *values, const ExprList *list)
{
    const Constant **items = ARENA_NEW_ARRAY(values->arena, const Constant *, list->count);
    for (uint32_t i = 0; i < list->count; i++)
        items[i] = list->items[i]->constant.value;
    return items;
}

static const Constant *tuple_of(const Values *values, const ExprList *list)
{
    if (!all_constant(list))
        return NULL;
    return constant_items(values->arena, CONSTANT_TUPLE, constants_of(values, list), list->count);
}

static Expr *fold_binary(const Values *values, Expr *expr)
{
    const Constant *left = constant_of(expr->bin_op.left);
    const Constant *right = constant_of(expr->bin_op.right);
    if (!left || !right)
        return expr;
    const Constant *value = value_binary(values, expr->bin_op.op, left, right);
    bool is_worth = value && value_is_worth(value, value_flash(left) + value_flash(right));
    return or_same(values, expr, is_worth ? value : NULL);
}

static Expr *fold_unary(const Values *values, Expr *expr)
{
    const Constant *operand = constant_of(expr->unary_op.operand);
    if (!operand)
        return expr;
    return or_same(values, expr, value_unary(values, expr->unary_op.op, operand));
}

// Operands that cannot decide the value go; nothing after one that decides it is evaluated.
static Expr *fold_bool_op(const Values *values, Expr *expr)
{
    ExprList *list = &expr->bool_op.values;
    bool deciding = expr->bool_op.op == BOOL_OR;
    ExprList kept = {0};
    for (uint32_t i = 0; i < list->count; i++) {
        const Constant *value = constant_of(list->items[i]);
        bool is_last = i + 1 == list->count;
        if (value && !is_last && constant_is_true(value) != deciding)
            continue;
        VEC_PUSH(values->arena, &kept, list->items[i]);
        if (value && constant_is_true(value) == deciding)
            break;
    }
    if (kept.count == 1)
        return kept.items[0];
    *list = kept;
    return expr;
}

static Expr *fold_conditional(Expr *expr)
{
    const Constant *test = constant_of(expr->if_exp.test);
    if (!test)
        return expr;
    return constant_is_true(test) ? expr->if_exp.body : expr->if_exp.orelse;
}

// A list or set that is only looked into or iterated over may as well be immutable.
static Expr *freeze(const Values *values, Expr *expr, bool allow_set)
{
    if (expr->kind == EXPR_LIST)
        return or_same(values, expr, tuple_of(values, &expr->list.elts));
    if (expr->kind != EXPR_SET || !allow_set || !all_constant(&expr->set.elts))
        return expr;
    const Constant **items = constants_of(values, &expr->set.elts);
    return or_same(values, expr, value_frozenset(values, items, expr->set.elts.count));
}

static Expr *fold_compare(const Values *values, Expr *expr)
{
    NodeCompare *node = &expr->compare;
    Truth all = TRUTH_TRUE;
    const Constant *left = constant_of(node->left);
    for (uint32_t i = 0; i < node->ops.count; i++) {
        CompareOperator op = node->ops.items[i];
        bool is_last = i + 1 == node->ops.count; // others are compared again
        if (is_last && (op == COMPARE_IN || op == COMPARE_NOT_IN))
            node->comparators.items[i] = freeze(values, node->comparators.items[i], true);
        const Constant *right = constant_of(node->comparators.items[i]);
        Truth truth = left && right ? value_compare(values, op, left, right) : TRUTH_UNKNOWN;
        if (all == TRUTH_TRUE)
            all = truth;
        left = right;
    }
    return all == TRUTH_UNKNOWN ? expr
                                : new_constant(values, expr, constant_bool(all == TRUTH_TRUE));
}

static bool is_absent_or_constant(const Expr *expr)
{
    return !expr || expr->kind == EXPR_CONSTANT;
}

static Expr *fold_subscript(const Values *values, Expr *expr)
{
    const Constant *container = constant_of(expr->subscript.value);
    const Expr *slice = expr->subscript.slice;
    if (!container || expr->subscript.ctx != CTX_LOAD)
        return expr;
    if (constant_of(slice))
        return or_same(values, expr, value_subscript(values, container, constant_of(slice)));
    if (slice->kind != EXPR_SLICE || !is_absent_or_constant(slice->slice.lower) ||
        !is_absent_or_constant(slice->slice.upper) || !is_absent_or_constant(slice->slice.step))
        return expr;
    return or_same(values, expr,
                   value_slice(values, container, constant_of(slice->slice.lower),
                               constant_of(slice->slice.upper), constant_of(slice->slice.step)));
}

// A replacement field of a constant is its text. Conversion !r of a number is its str; an empty
// specification is none.
static Expr *fold_formatted(const Values *values, Expr *expr)
{
    NodeFormattedValue *node = &expr->formatted_value;
    const Constant *value = constant_of(node->value);
    const Constant *spec = constant_of(node->format_spec);
    if (spec && spec->kind == CONSTANT_STR && spec->text.size == 0)
        node->format_spec = NULL;
    if (!value || (node->format_spec && !spec))
        return expr;
    if (value->kind == CONSTANT_STR && node->conversion > 0 && node->conversion != 's')
        return expr;
    if (!node->format_spec)
        return or_same(values, expr, value_to_str(values, value));
    const Constant *shown = node->conversion > 0 ? value_to_str(values, value) : value;
    return shown ? or_same(values, expr, value_format(values, shown, spec)) : expr;
}

static bool is_str(const Expr *expr)
{
    const Constant *value = constant_of(expr);
    return value && value->kind == CONSTANT_STR;
}

// Joins neighbouring constant pieces; the whole when nothing else is left.
static Expr *fold_joined(const Values *values, Expr *expr)
{
    ExprList kept = {0};
    const ExprList *list = &expr->joined_str.values;
    for (uint32_t i = 0; i < list->count; i++) {
        Expr *piece = list->items[i];
        if (is_str(piece) && piece->constant.value->text.size == 0)
            continue;
        if (kept.count > 0 && is_str(piece) && is_str(VEC_LAST(&kept))) {
            const Constant *joined =
                value_concat(values, VEC_LAST(&kept)->constant.value, piece->constant.value);
            if (joined) {
                VEC_LAST(&kept) = new_constant(values, VEC_LAST(&kept), joined);
                continue;
            }
        }
        VEC_PUSH(values->arena, &kept, piece);
    }
    expr->joined_str.values = kept;
    if (kept.count == 0)
        return new_constant(values, expr, constant_str(values->arena, "", 0));
    return kept.count == 1 && is_str(kept.items[0]) ? kept.items[0] : expr;
}

static void freeze_iterables(const Values *values, ComprehensionList *generators)
{
    for (uint32_t i = 0; i < generators->count; i++)
        if (!generators->items[i]->is_async) // whose error names the class
            generators->items[i]->iter = freeze(values, generators->items[i]->iter, false);
}

static Expr *fold_any(const Values *values, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        return fold_bool_op(values, expr);
    case EXPR_BIN_OP:
        return fold_binary(values, expr);
    case EXPR_UNARY_OP:
        return fold_unary(values, expr);
    case EXPR_IF_EXP:
        return fold_conditional(expr);
    case EXPR_COMPARE:
        return fold_compare(values, expr);
    case EXPR_SUBSCRIPT:
        return fold_subscript(values, expr);
    case EXPR_TUPLE:
        if (expr->tuple.ctx != CTX_LOAD)
            return expr;
        return or_same(values, expr, tuple_of(values, &expr->tuple.elts));
    case EXPR_FORMATTED_VALUE:
        return fold_formatted(values, expr);
    case EXPR_JOINED_STR:
        return fold_joined(values, expr);
    case EXPR_LIST_COMP:
        freeze_iterables(values, &expr->list_comp.generators);
        return expr;
    case EXPR_SET_COMP:
        freeze_iterables(values, &expr->set_comp.generators);
        return expr;
    case EXPR_DICT_COMP:
        freeze_iterables(values, &expr->dict_comp.generators);
        return expr;
    case EXPR_GENERATOR_EXP:
        freeze_iterables(values, &expr->generator_exp.generators);
        return expr;
    default: // names, calls, displays of mutable objects, …: nothing to work out
        return expr;
    }
}

static bool is_given(const Expr *expr) { return constant_of(expr) && expr->is_given; }

static bool any_given(const ExprList *list)
{
    bool any = false;
    for (uint32_t i = 0; i < list->count; i++)
        any = any || is_given(list->items[i]);
    return any;
}

// Whether a condition is made from something that the build gives.
static bool takes_given(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        return any_given(&expr->bool_op.values);
    case EXPR_BIN_OP:
        return is_given(expr->bin_op.left) || is_given(expr->bin_op.right);
    case EXPR_UNARY_OP:
        return is_given(expr->unary_op.operand);
    case EXPR_COMPARE:
        return is_given(expr->compare.left) || any_given(&expr->compare.comparators);
    default:
        return false;
    }
}

static Expr *fold_expr(Rewriter *rewriter, Expr *expr)
{
    bool from_given = takes_given(expr);
    if (rewrite_is_off(rewriter) && !from_given)
        return expr;
    Expr *folded = fold_any(&rewriter->context->values, expr);
    if (from_given && constant_of(folded))
        folded->is_given = true;
    return folded;
}

static void fold_stmts(Rewriter *rewriter, StmtList *list)
{
    if (rewrite_is_off(rewriter))
        return;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i]->kind == STMT_FOR)
            list->items[i]->for_.iter = freeze(&rewriter->context->values, list->items[i]->for_.iter, false);
}

const RewriteRule opt_rule_fold = {
    .kinds = 1u << EXPR_BOOL_OP | 1u << EXPR_BIN_OP | 1u << EXPR_UNARY_OP | 1u << EXPR_IF_EXP |
             1u << EXPR_COMPARE | 1u << EXPR_SUBSCRIPT | 1u << EXPR_TUPLE |
             1u << EXPR_FORMATTED_VALUE | 1u << EXPR_JOINED_STR | 1u << EXPR_LIST_COMP |
             1u << EXPR_SET_COMP | 1u << EXPR_DICT_COMP | 1u << EXPR_GENERATOR_EXP,
    .expr = fold_expr,
    .stmts = fold_stmts,
};
