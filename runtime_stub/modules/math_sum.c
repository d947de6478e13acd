// SPDX-License-Identifier: MIT
// The module math: sums that round once. fsum adds integers scaled by a power of two; lengths of
// vectors carry the rounding errors of squares and sums along in a second double.
#include "flashfreeze/natives.h"
#include "libm.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/protocol.h"

// ---- fsum

typedef struct {
    FzValue *total; // int, times 2^exponent
    int32_t exponent;
    double special; // sum of infinities and nans
    bool any_infinite;
    bool any_nan;
} Sum;

static bool add(FzVm *vm, Sum *sum, double number)
{
    FzFloatParts parts;
    fz_float_split(number, &parts);
    if (!parts.finite) {
        sum->special += number;
        sum->any_nan |= parts.nan;
        sum->any_infinite |= !parts.nan;
        return true;
    }
    if (parts.exponent < sum->exponent) {
        *sum->total = fz_int_shift(vm, *sum->total, sum->exponent - parts.exponent);
        sum->exponent = parts.exponent;
        if (*sum->total == FZ_NULL)
            return false;
    }
    FzValue term =
        fz_int_from_i64(vm, parts.negative ? -(int64_t)parts.mantissa : (int64_t)parts.mantissa);
    if (term != FZ_NULL)
        term = fz_int_shift(vm, term, parts.exponent - sum->exponent);
    if (term == FZ_NULL)
        return false;
    *sum->total = fz_int_binary(vm, FZ_BINARY_ADD, *sum->total, term);
    return *sum->total != FZ_NULL;
}

static FzValue round_sum(FzVm *vm, const Sum *sum)
{
    double result = 0.0;
    if (sum->any_nan || sum->any_infinite) {
        if (sum->special != sum->special && !sum->any_nan)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "-inf + inf in fsum");
        return fz_float_new(vm, sum->special);
    }
    int32_t up = sum->exponent > 0 ? sum->exponent : 0;
    *sum->total = fz_int_shift(vm, *sum->total, up);
    if (*sum->total == FZ_NULL)
        return FZ_NULL;
    FzValue divisor = fz_int_shift(vm, fz_from_int(1), up - sum->exponent);
    if (divisor == FZ_NULL || !fz_int_quotient(vm, *sum->total, divisor, &result))
        return FZ_NULL;
    if (!fz_float_is_finite(result))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "intermediate overflow in fsum");
    return fz_float_new(vm, result);
}

FzValue fz_math_fsum(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    Sum sum = {.total = fz_push(vm, fz_from_int(0))};
    argv[0] = fz_iter(vm, argv[0]);
    if (argv[0] == FZ_NULL)
        return FZ_NULL;
    for (FzValue item; (item = fz_next(vm, argv[0])) != FZ_NULL;) {
        double number;
        if (!fz_to_double(vm, item, &number) || !add(vm, &sum, number))
            return FZ_NULL;
    }
    return fz_pending(vm) ? FZ_NULL : round_sum(vm, &sum);
}

// ---- lengths

// A number as the sum of two doubles.
typedef struct {
    double high, low;
} Double2;

// a * a with its rounding error, by halves of 26 bits.
static Double2 square(double a)
{
    const double split = 134217729.0; // 2^27 + 1
    double high = a * split - (a * split - a);
    double low = a - high;
    double product = a * a;
    return (Double2){product, ((high * high - product) + 2.0 * high * low) + low * low};
}

static Double2 add_two(Double2 a, Double2 b)
{
    double sum = a.high + b.high;
    double back = sum - a.high;
    double error = (a.high - (sum - back)) + (b.high - back);
    return (Double2){sum, error + a.low + b.low};
}

typedef struct {
    double largest;  // magnitude
    Double2 squares; // of the coordinates scaled by 2^-scale
    int32_t scale;
    bool infinite;
    bool nan;
} Length;

static double scaled(double x, int32_t by)
{
    FzFloatParts parts;
    fz_float_split(x, &parts);
    return fz_float_compose(parts.mantissa, parts.exponent + by);
}

static void note(Length *length, double x)
{
    x = fz_float_with_sign(x, false);
    length->nan |= x != x;
    length->infinite |= x == x && !fz_float_is_finite(x);
    if (x > length->largest)
        length->largest = x;
}

static void choose_scale(Length *length)
{
    FzFloatParts parts;
    fz_float_split(length->largest, &parts);
    length->scale = parts.exponent + (int32_t)fz_u64_bits(parts.mantissa);
}

static void add_square(Length *length, double x)
{
    length->squares = add_two(length->squares, square(scaled(x, -length->scale)));
}

static FzValue length_of(FzVm *vm, const Length *length)
{
    if (length->infinite)
        return fz_float_new(vm, fz_float_infinity());
    if (length->nan)
        return fz_float_new(vm, fz_float_mod(1.0, 0.0));
    if (length->largest == 0.0)
        return fz_float_new(vm, 0.0);
    double sum = length->squares.high + length->squares.low;
    double root = sqrt(sum);
    Double2 back = square(root); // one step of Newton's method with what the root missed
    double missed = ((length->squares.high - back.high) - back.low) + length->squares.low;
    root += missed / (2.0 * root);
    FzFloatParts parts;
    fz_float_split(root, &parts);
    return fz_float_new(
        vm, fz_float_assemble(vm, parts.mantissa, parts.exponent + length->scale, false));
}

FzValue fz_math_hypot(FzVm *vm, uint32_t argc, FzValue *argv)
{
    Length length = {0};
    double x;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < argc; i++) {
            if (!fz_to_double(vm, argv[i], &x))
                return FZ_NULL;
            if (pass == 0)
                note(&length, x);
            else
                add_square(&length, x);
        }
        if (length.largest == 0.0 || length.infinite || length.nan)
            break;
        if (pass == 0)
            choose_scale(&length);
    }
    return length_of(vm, &length);
}

// The difference of the i-th coordinates of two points.
static bool difference(FzVm *vm, const FzValue *argv, uint32_t i, double *out)
{
    double x;
    double y;
    uint32_t count;
    if (!fz_to_double(vm, fz_items(vm, argv[0], &count)[i], &x) ||
        !fz_to_double(vm, fz_items(vm, argv[1], &count)[i], &y))
        return false;
    *out = x - y;
    return true;
}

FzValue fz_math_dist(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    Length length = {0};
    double x;
    for (uint32_t i = 0; i < 2; i++) {
        argv[i] = fz_tuple_from(vm, argv[i]);
        if (argv[i] == FZ_NULL)
            return FZ_NULL;
    }
    uint32_t count = fz_count_of(vm, argv[0]);
    if (count != fz_count_of(vm, argv[1]))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "both points must have the same number of dimensions");
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < count; i++) {
            if (!difference(vm, argv, i, &x))
                return FZ_NULL;
            if (pass == 0)
                note(&length, x);
            else
                add_square(&length, x);
        }
        if (length.largest == 0.0 || length.infinite || length.nan)
            break;
        if (pass == 0)
            choose_scale(&length);
    }
    return length_of(vm, &length);
}
