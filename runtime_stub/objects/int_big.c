// SPDX-License-Identifier: MIT
// Arithmetic on integers of any size. Every operation reads its operands once for the size of the
// result, makes the result, and reads them again, because they may have moved.
#include "int.h"

#include <string.h>

// Makes an INT object of `count` limbs and reads a and b (which may move); FZ_NULL after raising.
static FzValue open_result(FzVm *vm, FzValue a, FzValue b, uint32_t count, FzIntView *x,
                           FzIntView *y)
{
    FzValue *slots = fz_push(vm, a);
    fz_push(vm, b);
    FzValue result = fz_new(vm, FZ_KIND_INT, 0, count);
    fz_pop(vm, 2);
    if (result == FZ_NULL)
        return FZ_NULL;
    fz_int_view(vm, slots[0], x);
    fz_int_view(vm, slots[1], y);
    return result;
}

static uint32_t larger(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

FzValue fz_int_add(FzVm *vm, FzValue a, FzValue b, bool subtract)
{
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    FzValue result = open_result(vm, a, b, larger(x.count, y.count) + 1, &x, &y);
    if (result == FZ_NULL)
        return FZ_NULL;
    uint32_t *out = FZ_WORDS(vm, result) + 1;
    bool negative = x.negative;
    if (x.negative == (y.negative != subtract)) {
        fz_mag_add(out, x.limbs, x.count, y.limbs, y.count);
    } else if (fz_mag_compare(x.limbs, x.count, y.limbs, y.count) >= 0) {
        fz_mag_subtract(out, x.limbs, x.count, y.limbs, y.count);
    } else {
        fz_mag_subtract(out, y.limbs, y.count, x.limbs, x.count);
        negative = !negative;
    }
    return fz_int_finish(vm, result, negative);
}

FzValue fz_int_multiply(FzVm *vm, FzValue a, FzValue b)
{
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    FzValue result = open_result(vm, a, b, x.count + y.count, &x, &y);
    if (result == FZ_NULL)
        return FZ_NULL;
    fz_mag_multiply(FZ_WORDS(vm, result) + 1, x.limbs, x.count, y.limbs, y.count);
    return fz_int_finish(vm, result, x.negative != y.negative);
}

// Limb i of a number in two's complement of endless length; *carry starts with 1.
static uint32_t twos_limb(const FzIntView *view, uint32_t i, uint32_t *carry)
{
    uint32_t limb = i < view->count ? view->limbs[i] : 0;
    if (!view->negative)
        return limb;
    limb = ~limb + *carry;
    *carry &= limb == 0;
    return limb;
}

FzValue fz_int_bitwise(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    uint32_t count = larger(x.count, y.count) + 1; // one more for the sign
    FzValue result = open_result(vm, a, b, count, &x, &y);
    if (result == FZ_NULL)
        return FZ_NULL;
    FzIntView out = {FZ_WORDS(vm, result) + 1, count, false, 0};
    uint32_t *limbs = FZ_WORDS(vm, result) + 1;
    uint32_t x_carry = 1;
    uint32_t y_carry = 1;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t p = twos_limb(&x, i, &x_carry);
        uint32_t q = twos_limb(&y, i, &y_carry);
        limbs[i] = op == FZ_BINARY_OR ? p | q : op == FZ_BINARY_XOR ? p ^ q : p & q;
    }
    out.negative = limbs[count - 1] >> 31;
    uint32_t carry = 1;
    for (uint32_t i = 0; i < count; i++)
        limbs[i] = twos_limb(&out, i, &carry);
    return fz_int_finish(vm, result, out.negative);
}

FzValue fz_int_shift(FzVm *vm, FzValue value, int32_t by)
{
    FzIntView x;
    FzIntView unused;
    fz_int_view(vm, value, &x);
    uint32_t bits = by < 0 ? 0u - (uint32_t)by : (uint32_t)by;
    uint32_t count = by < 0 ? x.count : x.count + bits / 32;
    FzValue result = open_result(vm, value, fz_from_int(0), count + 1, &x, &unused);
    if (result == FZ_NULL)
        return FZ_NULL;
    uint32_t *out = FZ_WORDS(vm, result) + 1;
    if (by >= 0) {
        fz_mag_shift_left(out, x.limbs, x.count, bits);
    } else {
        bool lost;
        fz_mag_shift_right(out, x.limbs, x.count, bits, &lost);
        if (lost && x.negative) // floor
            fz_mag_multiply_small(out, count + 1, 1, 1);
    }
    return fz_int_finish(vm, result, x.negative);
}

FzValue fz_int_shift_by(FzVm *vm, FzValue a, FzValue b, bool left)
{
    if (fz_int_is_negative(vm, b))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "negative shift count");
    if (a == fz_from_int(0))
        return a;
    if (fz_is_int(b))
        return fz_int_shift(vm, a, left ? fz_to_int(b) : -fz_to_int(b));
    if (left)
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "too many digits in integer");
    return fz_from_int(fz_int_is_negative(vm, a) ? -1 : 0);
}

bool fz_int_raise_zero_division(FzVm *vm, bool only_remainder)
{
    fz_raise(vm, FZ_TYPE_ZERO_DIVISION_ERROR,
             only_remainder ? "integer modulo by zero" : "integer division or modulo by zero");
    return false;
}

// |a| / |b| rounded down with its remainder, as objects not yet finished.
static bool divide_magnitudes(FzVm *vm, FzValue a, FzValue b, FzValue *quotient, FzValue *remainder)
{
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    uint32_t quotient_count = x.count < y.count ? 1 : x.count - y.count + 2; // one more for floor
    uint32_t rest_count = larger(x.count, y.count) + 1;
    FzValue *slots = fz_push(vm, a);
    fz_push(vm, b);
    FzValue *rest = fz_push(vm, fz_new(vm, FZ_KIND_INT, 0, rest_count));
    if (*rest != FZ_NULL)
        *quotient = open_result(vm, slots[0], slots[1], quotient_count, &x, &y);
    fz_pop(vm, 3);
    if (*rest == FZ_NULL || *quotient == FZ_NULL)
        return false;
    *remainder = *rest;
    uint32_t *q = FZ_WORDS(vm, *quotient) + 1;
    uint32_t *r = FZ_WORDS(vm, *remainder) + 1;
    if (x.count >= y.count && y.count == 1) {
        memcpy(q, x.limbs, x.count * 4);
        r[0] = fz_mag_divide_small(q, x.count, y.limbs[0]);
        return true;
    }
    memcpy(r, x.limbs, x.count * 4);
    if (x.count >= y.count)
        fz_mag_divide(q, r, x.count, y.limbs, y.count);
    return true;
}

// The same for b that is not zero.
static FZ_NOINLINE bool divide_nonzero(FzVm *vm, FzValue a, FzValue b, FzValue *quotient, FzValue *remainder)
{
    FzIntView y;
    FzValue *slots = fz_push(vm, a);
    fz_push(vm, b);
    FzValue q = FZ_NULL;
    FzValue r = FZ_NULL;
    bool done = divide_magnitudes(vm, a, b, &q, &r);
    fz_pop(vm, 2);
    if (!done)
        return false;
    fz_int_view(vm, slots[1], &y);
    bool differ = fz_int_is_negative(vm, slots[0]) != y.negative;
    uint32_t *limbs = FZ_WORDS(vm, r) + 1;
    uint32_t count = fz_mag_trim(limbs, fz_count_of(vm, r));
    if (differ && count > 0) {
        fz_mag_multiply_small(FZ_WORDS(vm, q) + 1, fz_count_of(vm, q), 1, 1);
        fz_mag_subtract(limbs, y.limbs, y.count, limbs, count);
    }
    r = fz_int_finish(vm, r, y.negative);
    q = fz_int_finish(vm, q, differ);
    if (quotient)
        *quotient = q;
    if (remainder)
        *remainder = r;
    return true;
}

bool fz_int_divmod(FzVm *vm, FzValue a, FzValue b, FzValue *quotient, FzValue *remainder)
{
    if (b == fz_from_int(0) || b == FZ_FALSE)
        return fz_int_raise_zero_division(vm, quotient == 0);
    return divide_nonzero(vm, a, b, quotient, remainder);
}

static bool bit_of(const FzVm *vm, FzValue value, uint32_t bit)
{
    FzIntView view;
    fz_int_view(vm, value, &view);
    return view.limbs[bit / 32] >> bit % 32 & 1;
}

uint32_t fz_int_bit_length(const FzVm *vm, FzValue value)
{
    FzIntView view;
    fz_int_view(vm, value, &view);
    return fz_mag_bits(view.limbs, view.count);
}

// Squares from the exponent's top bit down; `modulus` may be FZ_NULL. All three are on the stack.
static FzValue power_loop(FzVm *vm, FzValue *base, FzValue *exponent, FzValue *modulus)
{
    FzValue *result = fz_push(vm, fz_from_int(1));
    for (uint32_t bit = fz_int_bit_length(vm, *exponent); bit-- > 0;) {
        for (int step = 0; step < 2; step++) {
            if (step == 1 && !bit_of(vm, *exponent, bit))
                continue;
            *result = fz_int_binary(vm, FZ_BINARY_MULTIPLY, *result, step == 0 ? *result : *base);
            if (*result != FZ_NULL && *modulus != FZ_NULL)
                *result = fz_int_binary(vm, FZ_BINARY_MODULO, *result, *modulus);
            if (*result == FZ_NULL)
                return FZ_NULL;
        }
    }
    return *result;
}

FzValue fz_int_power(FzVm *vm, FzValue base, FzValue exponent)
{
    FzValue *mark = vm->sp;
    fz_push(vm, base);
    fz_push(vm, exponent);
    fz_push(vm, FZ_NULL);
    FzIntView view;
    fz_int_view(vm, base, &view);
    FzValue result;
    if (fz_is_int(base) && view.small <= 1 && exponent != fz_from_int(0)) {
        result = view.negative && !bit_of(vm, exponent, 0) ? fz_from_int(1) : base;
    } else if (!fz_is_int(exponent)) {
        result = fz_raise_memory(vm);
    } else {
        result = power_loop(vm, mark, mark + 1, mark + 2);
    }
    vm->sp = mark;
    return result;
}

// The x with value * x = 1 modulo `modulus`, by Euclid's algorithm; ValueError when there is none.
static FzValue inverse_mod(FzVm *vm, FzValue value, FzValue modulus)
{
    FzValue *mark = vm->sp;
    FzValue *r0 = fz_push(vm, modulus);
    FzValue *r1 = fz_push(vm, value);
    FzValue *s0 = fz_push(vm, fz_from_int(0));
    FzValue *s1 = fz_push(vm, fz_from_int(1));
    while (*r1 != fz_from_int(0)) {
        FzValue q;
        FzValue r;
        if (!fz_int_divmod(vm, *r0, *r1, &q, &r))
            return FZ_NULL;
        *r0 = *r1;
        *r1 = r;
        q = fz_int_binary(vm, FZ_BINARY_MULTIPLY, q, *s1);
        if (q == FZ_NULL)
            return FZ_NULL;
        q = fz_int_binary(vm, FZ_BINARY_SUBTRACT, *s0, q);
        if (q == FZ_NULL)
            return FZ_NULL;
        *s0 = *s1;
        *s1 = q;
    }
    vm->sp = mark;
    if (*r0 == fz_from_int(1))
        return *s0;
    if (*r0 == fz_from_int(-1))
        return fz_int_unary(vm, FZ_UNARY_NEGATIVE, *s0);
    return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "base is not invertible for the given modulus");
}

FzValue fz_int_power_mod(FzVm *vm, FzValue base, FzValue exponent, FzValue modulus)
{
    modulus = fz_int_unary(vm, FZ_UNARY_POSITIVE, modulus); // a bool may be any of the three
    if (modulus == fz_from_int(0))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "pow() 3rd argument cannot be 0");
    FzValue *mark = vm->sp;
    FzValue *b = fz_push(vm, base);
    FzValue *e = fz_push(vm, exponent);
    FzValue *m = fz_push(vm, modulus);
    *b = fz_int_binary(vm, FZ_BINARY_MODULO, *b, *m);
    if (*b != FZ_NULL && fz_int_is_negative(vm, *e)) {
        *b = inverse_mod(vm, *b, *m);
        if (*b != FZ_NULL)
            *e = fz_int_unary(vm, FZ_UNARY_NEGATIVE, *e);
    }
    FzValue result = *b == FZ_NULL || *e == FZ_NULL ? FZ_NULL : power_loop(vm, b, e, m);
    if (result != FZ_NULL)
        result = fz_int_binary(vm, FZ_BINARY_MODULO, result, *m); // exponent 0
    vm->sp = mark;
    return result;
}
