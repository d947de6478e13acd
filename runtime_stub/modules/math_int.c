// SPDX-License-Identifier: MIT
// The module math: rounding to integers, and the functions of integers.
#include "flashfreeze/natives.h"
#include "objects/float.h"
#include "objects/int.h"

// An int as it is, what a Python class's own method gives, or the float as *number with FZ_NULL.
static FzValue whole_of(FzVm *vm, FzValue argument, FzNameId name, double *number)
{
    FzValue value = fz_unwrap(vm, argument);
    if (fz_special(vm, argument, name) != FZ_NULL)
        return fz_call_special(vm, argument, name, 0, 0);
    if (fz_is_int_like(vm, value))
        return fz_int_unary(vm, FZ_UNARY_POSITIVE, value);
    fz_to_double(vm, argument, number);
    return FZ_NULL;
}

FzValue fz_math_floor(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x = 0.0;
    FzValue whole = whole_of(vm, argv[0], FZ_NAME_floor, &x);
    if (whole != FZ_NULL || fz_pending(vm))
        return whole;
    return fz_float_to_int(vm, fz_float_is_finite(x) ? fz_float_floor(x) : x);
}

FzValue fz_math_ceil(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x = 0.0;
    FzValue whole = whole_of(vm, argv[0], FZ_NAME_ceil, &x);
    if (whole != FZ_NULL || fz_pending(vm))
        return whole;
    return fz_float_to_int(vm, fz_float_is_finite(x) ? -fz_float_floor(-x) : x);
}

FzValue fz_math_trunc(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue value = fz_unwrap(vm, argv[0]);
    if (fz_special(vm, argv[0], FZ_NAME_trunc) != FZ_NULL)
        return fz_call_special(vm, argv[0], FZ_NAME_trunc, 0, 0);
    if (fz_is_int_like(vm, value))
        return fz_int_unary(vm, FZ_UNARY_POSITIVE, value);
    if (fz_is_kind(vm, value, FZ_KIND_FLOAT))
        return fz_float_to_int(vm, fz_float_value(vm, value));
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "type %t doesn't define __trunc__ method", argv[0]);
}

// *slot = *slot op b; false after raising.
static bool apply(FzVm *vm, FzValue *slot, FzBinary op, FzValue b)
{
    *slot = fz_int_binary(vm, op, *slot, b);
    return *slot != FZ_NULL;
}

// Newton's method from above: the guesses fall until they are the root rounded down.
FzValue fz_math_isqrt(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    argv[0] = fz_int_from_index(vm, argv[0]);
    if (argv[0] == FZ_NULL)
        return FZ_NULL;
    if (fz_int_is_negative(vm, argv[0]))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "isqrt() argument must be nonnegative");
    if (argv[0] == fz_from_int(0))
        return argv[0];
    FzValue *root = fz_push(vm, fz_from_int(1));
    FzValue *next = fz_push(vm, FZ_NULL);
    *next = fz_int_shift(vm, fz_from_int(1), (int32_t)(fz_int_bit_length(vm, argv[0]) / 2 + 1));
    do {
        if (*next == FZ_NULL)
            return FZ_NULL;
        *root = *next;
        *next = argv[0];
        if (!apply(vm, next, FZ_BINARY_FLOOR_DIVIDE, *root) ||
            !apply(vm, next, FZ_BINARY_ADD, *root))
            return FZ_NULL;
        *next = fz_int_shift(vm, *next, -1);
    } while (*next == FZ_NULL || fz_int_compare(vm, *next, *root) < 0);
    return *root;
}

FzValue fz_math_factorial(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue number = fz_int_from_index(vm, argv[0]);
    if (number == FZ_NULL)
        return FZ_NULL;
    if (fz_int_is_negative(vm, number))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "factorial() not defined for negative values");
    if (!fz_is_int(number))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR,
                        "factorial() argument should not exceed 1073741823");
    FzValue *result = fz_push(vm, fz_from_int(1));
    for (int32_t factor = 2; factor <= fz_to_int(number); factor++)
        if (!apply(vm, result, FZ_BINARY_MULTIPLY, fz_from_int(factor)))
            return FZ_NULL;
    return *result;
}

// The arguments n and k of comb and perm: both ints and not negative.
static bool take_counts(FzVm *vm, FzValue *argv)
{
    for (uint32_t i = 0; i < 2; i++) {
        argv[i] = fz_int_from_index(vm, argv[i]);
        if (argv[i] == FZ_NULL)
            return false;
    }
    for (uint32_t i = 0; i < 2; i++)
        if (fz_int_is_negative(vm, argv[i])) {
            fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s must be a non-negative integer",
                     i == 0 ? "n" : "k");
            return false;
        }
    return true;
}

// n (n-1) ... of k factors, divided step by step by 1 2 ... where `divides`.
static FzValue falling(FzVm *vm, FzValue *argv, bool divides)
{
    if (fz_int_compare(vm, argv[1], argv[0]) > 0)
        return fz_from_int(0);
    FzValue *result = fz_push(vm, fz_from_int(1));
    FzValue *factor = fz_push(vm, argv[0]);
    FzValue *count = fz_push(vm, argv[1]);
    if (divides) { // the same with n - k factors, which may be fewer
        FzValue *other = fz_push(vm, argv[0]);
        if (!apply(vm, other, FZ_BINARY_SUBTRACT, argv[1]))
            return FZ_NULL;
        if (fz_int_compare(vm, *other, *count) < 0)
            *count = *other;
    }
    if (!fz_is_int(*count))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "min(n - k, k) must not exceed 1073741823");
    for (int32_t i = 1; i <= fz_to_int(*count); i++) {
        if (!apply(vm, result, FZ_BINARY_MULTIPLY, *factor) ||
            !apply(vm, factor, FZ_BINARY_SUBTRACT, fz_from_int(1)) ||
            (divides && !apply(vm, result, FZ_BINARY_FLOOR_DIVIDE, fz_from_int(i))))
            return FZ_NULL;
    }
    return *result;
}

FzValue fz_math_comb(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return take_counts(vm, argv) ? falling(vm, argv, true) : FZ_NULL;
}

FzValue fz_math_perm(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argv[1] == FZ_NULL || argv[1] == FZ_NONE)
        return fz_math_factorial(vm, argc, argv);
    return take_counts(vm, argv) ? falling(vm, argv, false) : FZ_NULL;
}

// *a becomes the greatest common divisor of *a and *b, which is used up.
static bool gcd(FzVm *vm, FzValue *a, FzValue *b)
{
    while (*b != fz_from_int(0)) {
        FzValue rest = fz_int_binary(vm, FZ_BINARY_MODULO, *a, *b);
        if (rest == FZ_NULL)
            return false;
        *a = *b;
        *b = rest;
    }
    if (fz_int_is_negative(vm, *a))
        *a = fz_int_unary(vm, FZ_UNARY_NEGATIVE, *a);
    return *a != FZ_NULL;
}

FzValue fz_math_gcd(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue *result = fz_push(vm, fz_from_int(0));
    for (uint32_t i = 0; i < argc; i++) {
        argv[i] = fz_int_from_index(vm, argv[i]);
        if (argv[i] == FZ_NULL || !gcd(vm, result, &argv[i]))
            return FZ_NULL;
    }
    return *result;
}

FzValue fz_math_lcm(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue *result = fz_push(vm, fz_from_int(1));
    FzValue *common = fz_push(vm, FZ_NULL);
    FzValue *number = fz_push(vm, FZ_NULL);
    for (uint32_t i = 0; i < argc; i++) {
        argv[i] = fz_int_from_index(vm, argv[i]);
        if (argv[i] == FZ_NULL)
            return FZ_NULL;
        *common = *result;
        *number = argv[i];
        if (*number == fz_from_int(0) || *result == fz_from_int(0)) {
            *result = fz_from_int(0);
            continue;
        }
        if (!gcd(vm, common, number) || !apply(vm, result, FZ_BINARY_FLOOR_DIVIDE, *common) ||
            !apply(vm, result, FZ_BINARY_MULTIPLY, argv[i]))
            return FZ_NULL;
        if (fz_int_is_negative(vm, *result) &&
            !apply(vm, result, FZ_BINARY_MULTIPLY, fz_from_int(-1)))
            return FZ_NULL;
    }
    return *result;
}

FzValue fz_math_prod(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *result = fz_push(vm, argv[1] == FZ_NULL ? fz_from_int(1) : argv[1]);
    argv[0] = fz_iter(vm, argv[0]);
    if (argv[0] == FZ_NULL)
        return FZ_NULL;
    for (FzValue item; (item = fz_next(vm, argv[0])) != FZ_NULL;) {
        *result = fz_binary(vm, FZ_BINARY_MULTIPLY, *result, item);
        if (*result == FZ_NULL)
            return FZ_NULL;
    }
    return fz_pending(vm) ? FZ_NULL : *result;
}
