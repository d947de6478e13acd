// SPDX-License-Identifier: MIT
// Between integers and floats: conversions that round once, division of integers of any size, and
// exact comparison.
#include "float.h"
#include "int.h"

// The top 64 bits of a number other than zero, the first one set; *sticky: bits below are set.
static uint64_t top_bits(const FzIntView *view, bool *sticky)
{
    const uint32_t *top = view->limbs + view->count - 1;
    uint32_t by = 32 - fz_limb_bits(*top);
    uint64_t bits = (uint64_t)top[0] << 32 | (view->count > 1 ? top[-1] : 0);
    uint32_t next = view->count > 2 ? top[-2] : 0;
    *sticky = next << by != 0;
    for (uint32_t i = 0; i + 3 < view->count; i++)
        *sticky |= view->limbs[i] != 0;
    return by == 0 ? bits : bits << by | next >> (32 - by);
}

double fz_int_to_double(const FzVm *vm, FzValue value)
{
    FzIntView view;
    fz_int_view(vm, value, &view);
    if (view.count == 0)
        return 0.0;
    uint32_t bits = fz_mag_bits(view.limbs, view.count);
    if (bits > 1024)
        return fz_float_with_sign(fz_float_infinity(), view.negative);
    bool sticky;
    uint64_t top = top_bits(&view, &sticky);
    double number = fz_float_assemble(vm, top, (int32_t)bits - 64, sticky);
    return view.negative ? -number : number;
}

FzValue fz_int_from_double(FzVm *vm, double number)
{
    FzFloatParts parts;
    fz_float_split(number, &parts);
    if (parts.exponent <= 0) {
        uint64_t whole = parts.exponent > -64 ? parts.mantissa >> -parts.exponent : 0;
        return fz_int_from_i64(vm, parts.negative ? -(int64_t)whole : (int64_t)whole);
    }
    uint32_t limbs[2] = {(uint32_t)parts.mantissa, (uint32_t)(parts.mantissa >> 32)};
    uint32_t by = (uint32_t)parts.exponent;
    FzValue value = fz_new(vm, FZ_KIND_INT, 0, by / 32 + 3);
    if (value == FZ_NULL)
        return FZ_NULL;
    fz_mag_shift_left(FZ_WORDS(vm, value) + 1, limbs, 2, by);
    return fz_int_finish(vm, value, parts.negative);
}

double fz_int_compare_double(const FzVm *vm, FzValue value, double number)
{
    FzIntView view;
    FzFloatParts parts;
    fz_int_view(vm, value, &view);
    fz_float_split(number, &parts);
    if (parts.nan)
        return number;
    uint32_t bits = fz_mag_bits(view.limbs, view.count);
    if (bits <= 53 && parts.finite) { // exact as a double
        double exact =
            view.count == 0
                ? 0.0
                : (double)(view.count == 1 ? view.limbs[0]
                                           : (uint64_t)view.limbs[1] << 32 | view.limbs[0]);
        exact = view.negative ? -exact : exact;
        return exact < number ? -1.0 : exact > number;
    }
    double bigger = view.negative ? -1.0 : 1.0; // when the int's magnitude is the larger one
    if (!parts.finite)
        return parts.negative ? 1.0 : -1.0;
    if (view.negative != parts.negative)
        return bigger;
    int32_t number_bits = (int32_t)fz_u64_bits(parts.mantissa) + parts.exponent;
    if ((int32_t)bits != number_bits)
        return (int32_t)bits > number_bits ? bigger : -bigger;
    bool sticky;
    uint64_t top = top_bits(&view, &sticky);
    uint64_t other = parts.mantissa << (64 - fz_u64_bits(parts.mantissa));
    if (top == other && !sticky)
        return 0.0;
    return top >= other ? bigger : -bigger;
}

// Divides after shifting the dividend so that the quotient has 62 or 63 bits, which with the
// knowledge whether anything remained is enough to round once.
static bool divide_scaled(FzVm *vm, FzValue a, FzValue b, double *out)
{
    enum { QUOTIENT_BITS = 62 };
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    uint32_t divisor_bits = fz_mag_bits(y.limbs, y.count);
    int32_t drop = (int32_t)fz_mag_bits(x.limbs, x.count) - (int32_t)divisor_bits - QUOTIENT_BITS;
    uint32_t room = (drop < 0 ? (divisor_bits + QUOTIENT_BITS) / 32 : x.count) + 3;
    FzValue *slots = fz_push(vm, a);
    fz_push(vm, b);
    FzValue rest = fz_new(vm, FZ_KIND_INT, 0, room);
    fz_pop(vm, 2);
    if (rest == FZ_NULL)
        return false;
    fz_int_view(vm, slots[0], &x);
    fz_int_view(vm, slots[1], &y);
    uint32_t *r = FZ_WORDS(vm, rest) + 1;
    bool lost = false;
    uint32_t count = drop < 0 ? fz_mag_shift_left(r, x.limbs, x.count, (uint32_t)-drop)
                              : fz_mag_shift_right(r, x.limbs, x.count, (uint32_t)drop, &lost);
    uint32_t q[4] = {0};
    if (y.count == 1) {
        lost |= fz_mag_divide_small(r, count, y.limbs[0]) != 0;
        q[0] = r[0];
        q[1] = r[1];
    } else {
        r[count] = 0;
        fz_mag_divide(q, r, count, y.limbs, y.count);
        lost |= fz_mag_trim(r, count) != 0;
    }
    *out = fz_float_assemble(vm, (uint64_t)q[1] << 32 | q[0], drop, lost);
    if (x.negative != y.negative)
        *out = -*out;
    return true;
}

bool fz_int_quotient(FzVm *vm, FzValue a, FzValue b, double *out)
{
    FzIntView x;
    FzIntView y;
    fz_int_view(vm, a, &x);
    fz_int_view(vm, b, &y);
    uint32_t exact = fz_float_is_narrow(vm) ? 24 : 53;
    uint32_t x_bits = fz_mag_bits(x.limbs, x.count);
    uint32_t y_bits = fz_mag_bits(y.limbs, y.count);
    *out = fz_float_with_sign(0.0, x.negative != y.negative);
    if (x_bits == 0)
        return true;
    if (x_bits <= exact && y_bits <= exact) {
        *out = fz_float_round(vm, fz_int_to_double(vm, a) / fz_int_to_double(vm, b));
        return true;
    }
    if (x_bits > y_bits && x_bits - y_bits > 1025) {
        *out = fz_float_with_sign(fz_float_infinity(), x.negative != y.negative);
        return true;
    }
    return (y_bits > x_bits && y_bits - x_bits > 1100) || divide_scaled(vm, a, b, out);
}

FzValue fz_int_true_divide(FzVm *vm, FzValue a, FzValue b)
{
    double quotient;
    if (b == fz_from_int(0) || b == FZ_FALSE)
        return fz_raise(vm, FZ_TYPE_ZERO_DIVISION_ERROR, "division by zero");
    if (!fz_int_quotient(vm, a, b, &quotient))
        return FZ_NULL;
    if (!fz_float_is_finite(quotient))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR,
                        "integer division result too large for a float");
    return fz_float_new(vm, quotient);
}
