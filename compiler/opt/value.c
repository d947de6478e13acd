// SPDX-License-Identifier: MIT
// Chooses the family of an operation by the types of its operands; comparisons and membership.
#include "value.h"

#include "value_call.h"

#include <math.h>
#include <string.h>

static bool is_float(const Constant *constant)
{
    return constant->kind == CONSTANT_FLOAT;
}

const Constant *value_binary(const Values *values, BinaryOperator op, const Constant *left,
                             const Constant *right)
{
    if (value_is_number(left) && value_is_number(right)) {
        bool negative_power =
            op == BINARY_POW && right->kind == CONSTANT_INT && right->integer.negative;
        if (is_float(left) || is_float(right) || op == BINARY_DIV || negative_power)
            return value_float_binary(values, op, left, right);
        return value_int_binary(values, op, left, right);
    }
    if (op == BINARY_MOD && left->kind == CONSTANT_STR)
        return value_percent(values, left, right);
    if (op == BINARY_ADD)
        return value_concat(values, left, right);
    if (op == BINARY_MULT && value_is_integer(right))
        return value_repeat(values, left, right);
    if (op == BINARY_MULT && value_is_integer(left))
        return value_repeat(values, right, left);
    return NULL;
}

uint32_t value_flash(const Constant *constant)
{
    uint32_t size = 8;
    switch (constant->kind) {
    case CONSTANT_INT:
        return constant->integer.limb_count > 1 ? size + 4 * constant->integer.limb_count : 0;
    case CONSTANT_FLOAT:
        return size;
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        return size + constant->text.size;
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
        for (uint32_t i = 0; i < constant->items.count; i++)
            size += 4 + value_flash(constant->items.items[i]);
        return size;
    default:
        return 0;
    }
}

bool value_is_worth(const Constant *result, uint32_t operands)
{
    enum { CODE = 24 }; // bytes that the operation takes, and some for the RAM it would take
    return value_flash(result) <= operands + CODE;
}

const Constant *value_unary(const Values *values, UnaryOperator op, const Constant *operand)
{
    if (op == UNARY_NOT)
        return constant_bool(!constant_is_true(operand));
    if (value_is_integer(operand))
        return value_int_unary(values, op, operand);
    double value;
    if (!is_float(operand) || op == UNARY_INVERT || !value_as_float(values, operand, &value))
        return NULL;
    return constant_float(values->arena, op == UNARY_USUB ? -value : value);
}

static Truth truth_of(bool value)
{
    return value ? TRUTH_TRUE : TRUTH_FALSE;
}

static Truth not(Truth truth)
{
    if (truth == TRUTH_UNKNOWN)
        return truth;
    return truth == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
}

// Sign of left - right for operands that Python orders; false when it does not or we do not know.
static bool order_of(const Values *values, const Constant *left, const Constant *right, int *out);

static bool number_order(const Values *values, const Constant *left, const Constant *right,
                         int *out)
{
    double a;
    double b;
    if (!is_float(left) && !is_float(right)) {
        *out = value_int_compare(left, right);
        return true;
    }
    if (!value_as_float(values, left, &a) || !value_as_float(values, right, &b) || isnan(a) ||
        isnan(b))
        return false;
    *out = (a > b) - (a < b);
    return true;
}

// The order of UTF-8 bytes is the order of code points.
static int text_order(const Constant *left, const Constant *right)
{
    uint32_t common = left->text.size < right->text.size ? left->text.size : right->text.size;
    int order = memcmp(left->text.bytes, right->text.bytes, common);
    if (order != 0)
        return order;
    return (left->text.size > right->text.size) - (left->text.size < right->text.size);
}

static Truth equal(const Values *values, const Constant *left, const Constant *right);

static bool tuple_order(const Values *values, const Constant *left, const Constant *right, int *out)
{
    for (uint32_t i = 0; i < left->items.count && i < right->items.count; i++) {
        Truth same = equal(values, left->items.items[i], right->items.items[i]);
        if (same == TRUTH_UNKNOWN)
            return false;
        if (same == TRUTH_FALSE)
            return order_of(values, left->items.items[i], right->items.items[i], out);
    }
    *out = (left->items.count > right->items.count) - (left->items.count < right->items.count);
    return true;
}

static bool order_of(const Values *values, const Constant *left, const Constant *right, int *out)
{
    if (value_is_number(left) && value_is_number(right))
        return number_order(values, left, right, out);
    if (left->kind != right->kind)
        return false;
    if (left->kind == CONSTANT_STR || left->kind == CONSTANT_BYTES) {
        *out = text_order(left, right);
        return true;
    }
    return left->kind == CONSTANT_TUPLE && tuple_order(values, left, right, out);
}

static Truth tuples_equal(const Values *values, const Constant *left, const Constant *right)
{
    if (left->items.count != right->items.count)
        return TRUTH_FALSE;
    for (uint32_t i = 0; i < left->items.count; i++) {
        Truth same = equal(values, left->items.items[i], right->items.items[i]);
        if (same != TRUTH_TRUE)
            return same;
    }
    return TRUTH_TRUE;
}

static Truth equal(const Values *values, const Constant *left, const Constant *right)
{
    int order;
    if (value_is_number(left) && value_is_number(right))
        return number_order(values, left, right, &order) ? truth_of(order == 0) : TRUTH_UNKNOWN;
    if (left->kind == CONSTANT_COMPLEX || right->kind == CONSTANT_COMPLEX ||
        left->kind == CONSTANT_FROZENSET || right->kind == CONSTANT_FROZENSET ||
        left->kind == CONSTANT_RANGE || right->kind == CONSTANT_RANGE)
        return TRUTH_UNKNOWN;
    if (left->kind != right->kind)
        return TRUTH_FALSE;
    if (left->kind == CONSTANT_STR || left->kind == CONSTANT_BYTES)
        return truth_of(text_order(left, right) == 0);
    if (left->kind == CONSTANT_TUPLE)
        return tuples_equal(values, left, right);
    return TRUTH_TRUE; // the same singleton
}

static bool is_singleton(const Constant *constant)
{
    return constant->kind == CONSTANT_NONE || constant->kind == CONSTANT_FALSE ||
           constant->kind == CONSTANT_TRUE || constant->kind == CONSTANT_ELLIPSIS;
}

// Identity is certain only when one side is a singleton.
static Truth identical(const Constant *left, const Constant *right)
{
    if (!is_singleton(left) && !is_singleton(right))
        return TRUTH_UNKNOWN;
    return truth_of(left->kind == right->kind);
}

static bool contains_text(const Constant *container, const Constant *part)
{
    for (uint32_t i = 0; i + part->text.size <= container->text.size; i++)
        if (memcmp(container->text.bytes + i, part->text.bytes, part->text.size) == 0)
            return true;
    return false;
}

static Truth contained(const Values *values, const Constant *item, const Constant *container)
{
    if (container->kind == CONSTANT_STR || container->kind == CONSTANT_BYTES)
        return item->kind == container->kind ? truth_of(contains_text(container, item))
                                             : TRUTH_UNKNOWN;
    if (container->kind != CONSTANT_TUPLE && container->kind != CONSTANT_FROZENSET)
        return TRUTH_UNKNOWN;
    for (uint32_t i = 0; i < container->items.count; i++) {
        Truth same = equal(values, item, container->items.items[i]);
        if (same != TRUTH_FALSE)
            return same;
    }
    return TRUTH_FALSE;
}

Truth value_compare(const Values *values, CompareOperator op, const Constant *left,
                    const Constant *right)
{
    int order = 0;
    switch (op) {
    case COMPARE_EQ:
        return equal(values, left, right);
    case COMPARE_NOT_EQ:
        return not(equal(values, left, right));
    case COMPARE_LT:
        return order_of(values, left, right, &order) ? truth_of(order < 0) : TRUTH_UNKNOWN;
    case COMPARE_LTE:
        return order_of(values, left, right, &order) ? truth_of(order <= 0) : TRUTH_UNKNOWN;
    case COMPARE_GT:
        return order_of(values, left, right, &order) ? truth_of(order > 0) : TRUTH_UNKNOWN;
    case COMPARE_GTE:
        return order_of(values, left, right, &order) ? truth_of(order >= 0) : TRUTH_UNKNOWN;
    case COMPARE_IS:
        return identical(left, right);
    case COMPARE_IS_NOT:
        return not(identical(left, right));
    case COMPARE_IN:
        return contained(values, left, right);
    case COMPARE_NOT_IN:
        return not(contained(values, left, right));
    }
    return TRUTH_UNKNOWN;
}

const Constant *value_frozenset(const Values *values, const Constant *const *items, uint32_t count)
{
    const Constant **unique = ARENA_NEW_ARRAY(values->arena, const Constant *, count);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        Truth seen = TRUTH_FALSE;
        for (uint32_t j = 0; j < kept && seen == TRUTH_FALSE; j++)
            seen = equal(values, items[i], unique[j]);
        if (seen == TRUTH_UNKNOWN)
            return NULL;
        if (seen == TRUTH_FALSE)
            unique[kept++] = items[i];
    }
    return constant_items(values->arena, CONSTANT_FROZENSET, unique, kept);
}
