// SPDX-License-Identifier: MIT
// The module math: functions of floats. Most are libm's; what CPython adds are its errors: a nan
// from numbers is a domain error, an infinity from finite ones a range error.
#include "flashfreeze/natives.h"
#include "libm.h"
#include "objects/float.h"
#include "objects/int.h"

static FzValue domain_error(FzVm *vm)
{
    return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "math domain error");
}
static FzValue range_error(FzVm *vm)
{
    return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "math range error");
}

typedef enum { POLE, OVERFLOW } Infinite; // what an infinite result means

static FzValue finish(FzVm *vm, double result, bool finite, bool nan, Infinite infinite)
{
    result = fz_float_round(vm, result);
    if (result != result && !nan)
        return domain_error(vm);
    if (finite && result == result && !fz_float_is_finite(result))
        return infinite == POLE ? domain_error(vm) : range_error(vm);
    return fz_float_new(vm, result);
}

static FzValue call(FzVm *vm, FzValue argument, double (*function)(double), Infinite infinite)
{
    double x;
    if (!fz_to_double(vm, argument, &x))
        return FZ_NULL;
    return finish(vm, function(x), fz_float_is_finite(x), x != x, infinite);
}

static FzValue call_two(FzVm *vm, const FzValue *argv, double (*function)(double, double))
{
    double x;
    double y;
    if (!fz_to_double(vm, argv[0], &x) || !fz_to_double(vm, argv[1], &y))
        return FZ_NULL;
    bool finite = fz_float_is_finite(x) && fz_float_is_finite(y);
    return finish(vm, function(x, y), finite, x != x || y != y, OVERFLOW);
}

#define UNARY(name, function, infinite)                                                            \
    FzValue fz_math_##name(FzVm *vm, uint32_t argc, FzValue *argv)                                 \
    {                                                                                              \
        (void)argc;                                                                                \
        return call(vm, argv[0], function, infinite);                                              \
    }
#define BINARY(name, function)                                                                     \
    FzValue fz_math_##name(FzVm *vm, uint32_t argc, FzValue *argv)                                 \
    {                                                                                              \
        (void)argc;                                                                                \
        return call_two(vm, argv, function);                                                       \
    }

static double degrees(double x)
{
    return x * (180.0 / 3.141592653589793);
}
static double radians(double x)
{
    return x * (3.141592653589793 / 180.0);
}
static double absolute(double x)
{
    return fz_float_with_sign(x, false);
}

// The factorials are exact as far as floats are.
static double gamma_of(double x)
{
    enum { MOST_EXACT = 23 };
    if (x != fz_float_trunc(x) || x < 1.0 || x > MOST_EXACT)
        return x < 0.0 && x == fz_float_trunc(x) ? fz_float_mod(1.0, 0.0) : tgamma(x);
    double product = 1.0;
    for (double factor = 2.0; factor < x; factor += 1.0)
        product *= factor;
    return product;
}

UNARY(sqrt, sqrt, POLE)
UNARY(cbrt, cbrt, POLE)
UNARY(exp, exp, OVERFLOW)
UNARY(exp2, exp2, OVERFLOW)
UNARY(expm1, expm1, OVERFLOW)
UNARY(log1p, log1p, POLE)
UNARY(sin, sin, POLE)
UNARY(cos, cos, POLE)
UNARY(tan, tan, POLE)
UNARY(asin, asin, POLE)
UNARY(acos, acos, POLE)
UNARY(atan, atan, POLE)
UNARY(sinh, sinh, OVERFLOW)
UNARY(cosh, cosh, OVERFLOW)
UNARY(tanh, tanh, POLE)
UNARY(asinh, asinh, POLE)
UNARY(acosh, acosh, POLE)
UNARY(atanh, atanh, POLE)
UNARY(degrees, degrees, OVERFLOW)
UNARY(radians, radians, OVERFLOW)
UNARY(fabs, absolute, POLE)
UNARY(erf, erf, POLE)
UNARY(erfc, erfc, POLE)
BINARY(atan2, atan2)

static double copy_sign(double x, double y)
{
    return fz_float_with_sign(x, fz_float_is_negative(y));
}
BINARY(copysign, copy_sign)
BINARY(fmod, fz_float_mod)
BINARY(remainder, remainder)

FzValue fz_math_gamma(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    if (!fz_to_double(vm, argv[0], &x))
        return FZ_NULL;
    if (x == 0.0)
        return domain_error(vm);
    return finish(vm, gamma_of(x), fz_float_is_finite(x), x != x, OVERFLOW);
}

FzValue fz_math_lgamma(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    if (!fz_to_double(vm, argv[0], &x))
        return FZ_NULL;
    if (x <= 0.0 && x == fz_float_trunc(x) && fz_float_is_finite(x))
        return domain_error(vm);
    return finish(vm, lgamma(x), fz_float_is_finite(x), x != x, OVERFLOW);
}

FzValue fz_math_pow(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    double y;
    if (!fz_to_double(vm, argv[0], &x) || !fz_to_double(vm, argv[1], &y))
        return FZ_NULL;
    bool finite = fz_float_is_finite(x) && fz_float_is_finite(y);
    return finish(vm, pow(x, y), finite, x != x || y != y, x == 0.0 ? POLE : OVERFLOW);
}

// ---- logarithms, also of ints beyond the range of floats

static bool log_of(FzVm *vm, FzValue argument, double (*function)(double), double of_two,
                   double *out)
{
    enum { TOP_BITS = 64, RANGE = 1023 };
    double x;
    double shifted = 0.0;
    FzValue value = fz_unwrap(vm, argument);
    if (fz_is_int_like(vm, value) &&
        fz_int_bit_length(vm, value) > (fz_float_is_narrow(vm) ? 127 : RANGE) &&
        !fz_int_is_negative(vm, value)) {
        int32_t drop = (int32_t)fz_int_bit_length(vm, value) - TOP_BITS;
        argument = fz_int_shift(vm, value, -drop);
        if (argument == FZ_NULL)
            return false;
        shifted = drop;
    }
    if (!fz_to_double(vm, argument, &x))
        return false;
    if (x <= 0.0) {
        domain_error(vm);
        return false;
    }
    *out = function(x) + shifted * of_two;
    return true;
}

static const double LN_2 = 0.6931471805599453;

FzValue fz_math_log(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double result;
    double base = 1.0;
    if (!log_of(vm, argv[0], log, LN_2, &result) ||
        (argv[1] != FZ_NULL && !log_of(vm, argv[1], log, LN_2, &base)))
        return FZ_NULL;
    if (base == 0.0)
        return fz_raise(vm, FZ_TYPE_ZERO_DIVISION_ERROR, "float division by zero");
    return fz_float_new(vm, argv[1] != FZ_NULL ? result / base : result);
}

FzValue fz_math_log2(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double result;
    return log_of(vm, argv[0], log2, 1.0, &result) ? fz_float_new(vm, result) : FZ_NULL;
}

FzValue fz_math_log10(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double result;
    return log_of(vm, argv[0], log10, 0.30102999566398120, &result) ? fz_float_new(vm, result)
                                                                    : FZ_NULL;
}

// ---- parts of floats

static FzValue pair_of(FzVm *vm, double first, double second, bool second_is_int)
{
    FzValue *pair = fz_push(vm, FZ_NULL);
    fz_push(vm, FZ_NULL);
    pair[0] = fz_float_new(vm, first);
    if (pair[0] == FZ_NULL)
        return FZ_NULL;
    pair[1] = second_is_int ? fz_from_int((int32_t)second) : fz_float_new(vm, second);
    return pair[1] == FZ_NULL ? FZ_NULL : fz_tuple_new(vm, pair, 2);
}

FzValue fz_math_modf(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    if (!fz_to_double(vm, argv[0], &x))
        return FZ_NULL;
    double whole = fz_float_trunc(x);
    double rest = fz_float_is_finite(x) ? x - whole : x == x ? 0.0 : x;
    return pair_of(vm, fz_float_with_sign(rest, fz_float_is_negative(x)), whole, false);
}

FzValue fz_math_frexp(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    FzFloatParts parts;
    if (!fz_to_double(vm, argv[0], &x))
        return FZ_NULL;
    fz_float_split(x, &parts);
    if (!parts.finite || parts.mantissa == 0)
        return pair_of(vm, x, 0.0, true);
    int32_t bits = (int32_t)fz_u64_bits(parts.mantissa);
    double fraction = fz_float_with_sign(fz_float_compose(parts.mantissa, -bits), parts.negative);
    return pair_of(vm, fraction, parts.exponent + bits, true);
}

FzValue fz_math_ldexp(FzVm *vm, uint32_t argc, FzValue *argv)
{
    enum { FAR = 5000 };
    (void)argc;
    double x;
    FzFloatParts parts;
    if (!fz_to_double(vm, argv[0], &x))
        return FZ_NULL;
    FzValue exponent = fz_int_from_index(vm, argv[1]);
    if (exponent == FZ_NULL)
        return FZ_NULL;
    int32_t by = fz_is_int(exponent)                ? fz_to_int(exponent)
                 : fz_int_is_negative(vm, exponent) ? -FAR
                                                    : FAR;
    by = by > FAR ? FAR : by < -FAR ? -FAR : by;
    fz_float_split(x, &parts);
    if (!parts.finite || parts.mantissa == 0)
        return fz_float_new(vm, x);
    double result = fz_float_assemble(vm, parts.mantissa, parts.exponent + by, false);
    if (!fz_float_is_finite(result))
        return range_error(vm);
    return fz_float_new(vm, fz_float_with_sign(result, parts.negative));
}

// The next number of the image's width away from zero or towards it.
static double step(const FzVm *vm, double x, bool away)
{
    FzFloatParts parts;
    fz_float_split_narrow(vm, x, &parts);
    if (!parts.finite)
        return x;
    uint64_t mantissa = away ? parts.mantissa + 1 : parts.mantissa - 1;
    if (!away && parts.edge) { // the gap below is half as wide
        mantissa = parts.mantissa * 2 - 1;
        parts.exponent--;
    }
    return fz_float_with_sign(fz_float_assemble(vm, mantissa, parts.exponent, false),
                              parts.negative);
}

static double least_number(const FzVm *vm)
{
    return fz_float_compose(1, fz_float_is_narrow(vm) ? -149 : -1074);
}

FzValue fz_math_nextafter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    double y;
    if (!fz_to_double(vm, argv[0], &x) || !fz_to_double(vm, argv[1], &y))
        return FZ_NULL;
    if (x != x || y != y)
        return fz_float_new(vm, x + y);
    if (x == y)
        return fz_float_new(vm, y);
    if (x == 0.0)
        return fz_float_new(vm, fz_float_with_sign(least_number(vm), y < 0.0));
    if (!fz_float_is_finite(x)) // the largest number
        return fz_float_new(vm, fz_float_with_sign(fz_float_is_narrow(vm) ? 3.4028234663852886e38
                                                                          : 1.7976931348623157e308,
                                                   x < 0.0));
    return fz_float_new(vm, step(vm, x, (y > x) == (x > 0.0)));
}

FzValue fz_math_ulp(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    FzFloatParts parts;
    if (!fz_to_double(vm, argv[0], &x))
        return FZ_NULL;
    fz_float_split_narrow(vm, x, &parts);
    if (!parts.finite)
        return fz_float_new(vm, absolute(x));
    return fz_float_new(vm,
                        parts.mantissa ? fz_float_compose(1, parts.exponent) : least_number(vm));
}

// ---- questions

FzValue fz_math_isnan(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    return fz_to_double(vm, argv[0], &x) ? fz_from_bool(x != x) : FZ_NULL;
}

FzValue fz_math_isinf(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    return fz_to_double(vm, argv[0], &x) ? fz_from_bool(x == x && !fz_float_is_finite(x)) : FZ_NULL;
}

FzValue fz_math_isfinite(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x;
    return fz_to_double(vm, argv[0], &x) ? fz_from_bool(fz_float_is_finite(x)) : FZ_NULL;
}

FzValue fz_math_isclose(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double numbers[4] = {0.0, 0.0, 1e-9, 0.0}; // a, b, relative and absolute tolerance
    for (uint32_t i = 0; i < 4; i++)
        if (argv[i] != FZ_NULL && !fz_to_double(vm, argv[i], &numbers[i]))
            return FZ_NULL;
    double a = numbers[0];
    double b = numbers[1];
    if (numbers[2] < 0.0 || numbers[3] < 0.0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "tolerances must be non-negative");
    if (a == b)
        return FZ_TRUE;
    if (!fz_float_is_finite(a) || !fz_float_is_finite(b))
        return FZ_FALSE;
    double difference = absolute(a - b);
    return fz_from_bool(difference <= absolute(numbers[2] * b) ||
                        difference <= absolute(numbers[2] * a) || difference <= numbers[3]);
}
