// SPDX-License-Identifier: MIT
// Arithmetic on constants with exactly the results that the program would get. Every function gives
// NULL for what it does not work out: an operation that would raise, one whose result is large, or
// one that the device might round in another way.
#ifndef FLASHFREEZE_OPT_VALUE_H
#define FLASHFREEZE_OPT_VALUE_H

#include "../syntax/ast.h"

typedef struct {
    Arena *arena;
    uint32_t float_bits; // 32 or 64: what the device's floats have
} Values;

// Largest results worth a place in the image.
enum { VALUE_INT_BITS = 4096, VALUE_TEXT_SIZE = 4096, VALUE_ITEM_COUNT = 256 };

typedef enum { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN } Truth;

// About how many bytes of flash the constant takes.
uint32_t value_flash(const Constant *constant);

// Whether the result of an operation may take the place of its operands (their bytes of flash) and
// of the operation: never for much more flash.
bool value_is_worth(const Constant *result, uint32_t operands);

const Constant *value_binary(const Values *values, BinaryOperator op, const Constant *left,
                             const Constant *right);
const Constant *value_unary(const Values *values, UnaryOperator op, const Constant *operand);
Truth value_compare(const Values *values, CompareOperator op, const Constant *left,
                    const Constant *right);

// container[index]; bounds of a slice are NULL when absent.
const Constant *value_subscript(const Values *values, const Constant *container,
                                const Constant *index);
const Constant *value_slice(const Values *values, const Constant *container, const Constant *lower,
                            const Constant *upper, const Constant *step);

// str(constant) of what a replacement field without a format specification shows; NULL for floats
// and containers.
const Constant *value_to_str(const Values *values, const Constant *constant);

// format(value, spec) of an integer or a text of ASCII; NULL for other values, and for what raises.
const Constant *value_format(const Values *values, const Constant *value, const Constant *spec);

// A frozenset of the items, without those equal to an earlier one; NULL when equality is unknown.
const Constant *value_frozenset(const Values *values, const Constant *const *items, uint32_t count);

// The families behind value_binary and value_compare.
bool value_is_integer(const Constant *constant); // int or bool
bool value_is_number(const Constant *constant);  // int, bool or float
const Constant *value_int_binary(const Values *values, BinaryOperator op, const Constant *left,
                                 const Constant *right);
const Constant *value_int_unary(const Values *values, UnaryOperator op, const Constant *operand);
int value_int_compare(const Constant *left, const Constant *right); // sign of left - right
const Constant *value_float_binary(const Values *values, BinaryOperator op, const Constant *left,
                                   const Constant *right);
// The number as the device's float; false when that is not exact or not certain.
bool value_as_float(const Values *values, const Constant *constant, double *out);
const Constant *value_concat(const Values *values, const Constant *left, const Constant *right);
const Constant *value_repeat(const Values *values, const Constant *sequence, const Constant *times);

#endif
