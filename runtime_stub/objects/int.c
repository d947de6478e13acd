// SPDX-License-Identifier: MIT
// Integers: reading and making them, comparison, hash, and the operators. Operands that are small
// take 64-bit arithmetic here; the others go to int_big.c.
#include "int.h"

#include "float.h"

static bool is_bool(FzValue value)
{
    return value == FZ_TRUE || value == FZ_FALSE;
}

bool fz_is_int_like(const FzVm *vm, FzValue value)
{
    return fz_is_int(value) || is_bool(value) || fz_is_kind(vm, value, FZ_KIND_INT);
}

static FzValue without_bool(FzValue value)
{
    return is_bool(value) ? fz_from_int(value == FZ_TRUE) : value;
}

void fz_int_view(const FzVm *vm, FzValue value, FzIntView *view)
{
    value = without_bool(value);
    if (fz_is_int(value)) {
        int32_t number = fz_to_int(value);
        view->negative = number < 0;
        view->small = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
        view->limbs = &view->small;
        view->count = number != 0;
        return;
    }
    const uint32_t *words = FZ_WORDS(vm, value);
    view->negative = (words[0] & FZ_HEADER_A) != 0;
    view->limbs = words + 1;
    view->count = fz_header_count(words[0]);
}

FzValue fz_int_finish(FzVm *vm, FzValue value, bool negative)
{
    uint32_t *words = FZ_WORDS(vm, value);
    uint32_t count = fz_header_count(words[0]);
    while (count > 0 && words[count] == 0)
        count--;
    uint32_t low = count > 0 ? words[1] : 0;
    if (count <= 1 && low <= (uint32_t)FZ_INT_MAX + negative) {
        fz_shrink(vm, value, 0);
        return fz_from_int(negative ? -(int32_t)low : (int32_t)low);
    }
    words[0] = (words[0] & ~(uint32_t)FZ_HEADER_A) | (negative ? FZ_HEADER_A : 0);
    fz_shrink(vm, value, count);
    return value;
}

static FzValue from_magnitude(FzVm *vm, uint64_t magnitude, bool negative)
{
    if (magnitude <= (uint32_t)FZ_INT_MAX + negative)
        return fz_from_int(negative ? -(int32_t)magnitude : (int32_t)magnitude);
    if (!FZ_HAS_BIG_INTS) // what firmware hands over
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "this program has no integers of that size");
    uint32_t high = (uint32_t)(magnitude >> 32);
    FzValue value = fz_new(vm, FZ_KIND_INT, negative ? FZ_HEADER_A : 0, high ? 2 : 1);
    if (value == FZ_NULL)
        return FZ_NULL;
    uint32_t *words = FZ_WORDS(vm, value);
    words[1] = (uint32_t)magnitude;
    if (high)
        words[2] = high;
    return value;
}

FzValue fz_int_from_u64(FzVm *vm, uint64_t number)
{
    return from_magnitude(vm, number, false);
}

FzValue fz_int_from_i64(FzVm *vm, int64_t number)
{
    if (fz_fits_int(number))
        return fz_from_int((int32_t)number);
    return from_magnitude(vm, number < 0 ? 0u - (uint64_t)number : (uint64_t)number, number < 0);
}

bool fz_int_to_i64(const FzVm *vm, FzValue value, int64_t *out)
{
    FzIntView view;
    fz_int_view(vm, value, &view);
    if (view.count > 2)
        return false;
    uint64_t magnitude = view.count > 0 ? view.limbs[0] : 0;
    if (view.count == 2)
        magnitude |= (uint64_t)view.limbs[1] << 32;
    if (magnitude > (uint64_t)INT64_MAX + view.negative)
        return false;
    *out = view.negative ? (int64_t)(0u - magnitude) : (int64_t)magnitude;
    return true;
}

bool fz_int_is_negative(const FzVm *vm, FzValue value)
{
    FzIntView view;
    fz_int_view(vm, value, &view);
    return view.negative;
}

int fz_int_compare(const FzVm *vm, FzValue a, FzValue b)
{
    a = without_bool(a);
    b = without_bool(b);
    if (fz_is_int(a) && fz_is_int(b))
        return (fz_to_int(a) > fz_to_int(b)) - (fz_to_int(a) < fz_to_int(b));
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    if (x.negative != y.negative)
        return x.negative ? -1 : 1;
    int order = fz_mag_compare(x.limbs, x.count, y.limbs, y.count);
    return x.negative ? -order : order;
}

// The magnitude modulo 2^31 - 1 with the number's sign: a small integer hashes to itself, and a
// float finds the same hash for an equal value without making the integer.
uint32_t fz_int_hash(const FzVm *vm, FzValue value)
{
    value = without_bool(value);
    if (fz_is_int(value))
        return (uint32_t)fz_to_int(value);
    FzIntView view;
    fz_int_view(vm, value, &view);
    uint32_t hash = 0;
    for (uint32_t i = view.count; i-- > 0;)
        hash = fz_hash_fold((uint64_t)hash * 2 + view.limbs[i]);
    return view.negative ? 0u - hash : hash;
}

FzValue fz_int_from_index(FzVm *vm, FzValue value)
{
    value = without_bool(fz_unwrap(vm, value));
    if (fz_is_int_like(vm, value))
        return value;
    FzValue *slot = fz_push(vm, value);
    FzValue result = FZ_HAS_NAME(FZ_NAME_index) ? fz_call_special(vm, value, FZ_NAME_index, 0, 0) : FZ_NULL;
    if (result == FZ_NULL && !fz_pending(vm))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object cannot be interpreted as an integer", *slot);
    fz_pop(vm, 1);
    if (result == FZ_NULL)
        return FZ_NULL;
    result = without_bool(fz_unwrap(vm, result));
    if (!fz_is_int_like(vm, result))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__index__ returned non-int (type %t)", result);
    return result;
}

FZ_APART uint32_t fz_divide(uint32_t dividend, uint32_t divisor) { return dividend / divisor; }

// By an unsigned division, which alone is then linked on cores that have no instruction for it.
int32_t fz_floor_divide(int32_t dividend, int32_t divisor, int32_t *rest)
{
    uint32_t by = divisor < 0 ? 0u - (uint32_t)divisor : (uint32_t)divisor;
    uint32_t number = dividend < 0 ? 0u - (uint32_t)dividend : (uint32_t)dividend;
    uint32_t quotient = number / by;
    uint32_t left = number - quotient * by;
    bool negative = (dividend ^ divisor) < 0;
    if (negative && left != 0) {
        quotient++;
        left = by - left;
    }
    *rest = divisor < 0 ? -(int32_t)left : (int32_t)left;
    return negative ? -(int32_t)quotient : (int32_t)quotient;
}

// Operands of at most 31 bits: every intermediate result fits 64.
static FzValue small_binary(FzVm *vm, FzBinary op, int32_t a, int32_t b)
{
    int32_t rest;
    switch ((int)op & 15) {
    case FZ_INT_CASE(FZ_BINARY_OR):
        return fz_from_int(a | b);
    case FZ_INT_CASE(FZ_BINARY_XOR):
        return fz_from_int(a ^ b);
    case FZ_INT_CASE(FZ_BINARY_AND):
        return fz_from_int(a & b);
    case FZ_INT_CASE(FZ_BINARY_ADD):
        return fz_int_from_i64(vm, (int64_t)a + b);
    case FZ_INT_CASE(FZ_BINARY_SUBTRACT):
        return fz_int_from_i64(vm, (int64_t)a - b);
    case FZ_INT_CASE(FZ_BINARY_MULTIPLY):
        return fz_int_from_i64(vm, (int64_t)a * b);
    case FZ_INT_CASE(FZ_BINARY_FLOOR_DIVIDE):
        return fz_int_from_i64(vm, fz_floor_divide(a, b, &rest));
    case FZ_INT_CASE(FZ_BINARY_MODULO):
        fz_floor_divide(a, b, &rest);
        return fz_from_int(rest);
    default:
        return FZ_NULL;
    }
}

// Small integers come here for the error alone.
static bool divide(FzVm *vm, FzValue a, FzValue b, FzValue *quotient,
                                   FzValue *remainder)
{
    return FZ_HAS_BIG_INTS ? fz_int_divmod(vm, a, b, quotient, remainder)
                           : fz_int_raise_zero_division(vm, quotient == 0);
}

static FzValue big_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    FzValue result = FZ_NULL;
    switch ((int)op & 15) {
    case FZ_INT_CASE(FZ_BINARY_OR):
    case FZ_INT_CASE(FZ_BINARY_XOR):
    case FZ_INT_CASE(FZ_BINARY_AND):
        return FZ_HAS_BIG_INTS ? fz_int_bitwise(vm, op, a, b) : FZ_NULL;
    case FZ_INT_CASE(FZ_BINARY_LSHIFT):
    case FZ_INT_CASE(FZ_BINARY_RSHIFT):
        return fz_int_shift_by(vm, a, b, op == FZ_BINARY_LSHIFT);
    case FZ_INT_CASE(FZ_BINARY_ADD):
    case FZ_INT_CASE(FZ_BINARY_SUBTRACT):
        return FZ_HAS_BIG_INTS ? fz_int_add(vm, a, b, op == FZ_BINARY_SUBTRACT) : FZ_NULL;
    case FZ_INT_CASE(FZ_BINARY_MULTIPLY):
        return FZ_HAS_BIG_INTS ? fz_int_multiply(vm, a, b) : FZ_NULL;
    case FZ_INT_CASE(FZ_BINARY_FLOOR_DIVIDE):
        return divide(vm, a, b, &result, 0) ? result : FZ_NULL;
    case FZ_INT_CASE(FZ_BINARY_MODULO):
        return divide(vm, a, b, 0, &result) ? result : FZ_NULL;
    case FZ_INT_CASE(FZ_BINARY_TRUE_DIVIDE):
        return FZ_HAS_KIND(FZ_KIND_FLOAT) ? fz_int_true_divide(vm, a, b) : FZ_NOT_IMPLEMENTED;
    case FZ_INT_CASE(FZ_BINARY_POWER):
        if (!FZ_HAS_KIND(FZ_KIND_FLOAT))
            return FZ_NOT_IMPLEMENTED; // what may give a float is not in the program
        return fz_int_is_negative(vm, b) ? fz_float_power(vm, a, b) : fz_int_power(vm, a, b);
    default:
        break;
    }
    return FZ_NOT_IMPLEMENTED;
}

FzValue fz_int_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    if (is_bool(a) && is_bool(b) && op <= FZ_BINARY_AND) {
        FzValue bits = small_binary(vm, op, a == FZ_TRUE, b == FZ_TRUE);
        return fz_from_bool(fz_to_int(bits) != 0);
    }
    a = without_bool(a);
    b = without_bool(b);
    bool simple = op <= FZ_BINARY_AND || (op >= FZ_BINARY_ADD && op <= FZ_BINARY_MULTIPLY) ||
                  ((op == FZ_BINARY_FLOOR_DIVIDE || op == FZ_BINARY_MODULO) && b != fz_from_int(0));
    if (simple && fz_is_int(a) && fz_is_int(b))
        return small_binary(vm, op, fz_to_int(a), fz_to_int(b));
    return big_binary(vm, op, a, b);
}

FzValue fz_int_unary(FzVm *vm, FzUnary op, FzValue a)
{
    a = without_bool(a);
    switch (op) {
    case FZ_UNARY_POSITIVE:
        return a;
    case FZ_UNARY_NEGATIVE:
        return fz_int_binary(vm, FZ_BINARY_SUBTRACT, fz_from_int(0), a);
    case FZ_UNARY_INVERT:
        return fz_int_binary(vm, FZ_BINARY_SUBTRACT, fz_from_int(-1), a);
    }
    return FZ_NULL;
}
