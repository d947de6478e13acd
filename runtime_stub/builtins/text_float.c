// SPDX-License-Identifier: MIT
// Methods of float.
#include "flashfreeze/natives.h"
#include "objects/float.h"
#include "objects/int.h"

FzValue fz_float_is_integer(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double number = fz_float_value(vm, argv[0]);
    return fz_from_bool(fz_float_is_finite(number) && fz_float_trunc(number) == number);
}

FzValue fz_float_conjugate(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0];
}

FzValue fz_float_real(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_float_conjugate(vm, argc, argv);
}

FzValue fz_float_imag(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_float_new(vm, 0.0);
}

FzValue fz_float_as_integer_ratio(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzFloatParts parts;
    double number = fz_float_value(vm, argv[0]);
    fz_float_split(number, &parts);
    if (!parts.finite)
        return fz_raise(vm, parts.nan ? FZ_TYPE_VALUE_ERROR : FZ_TYPE_OVERFLOW_ERROR,
                        parts.nan ? "cannot convert NaN to integer ratio"
                                  : "cannot convert Infinity to integer ratio");
    for (; parts.mantissa != 0 && !(parts.mantissa & 1); parts.exponent++)
        parts.mantissa >>= 1;
    if (parts.mantissa == 0)
        parts.exponent = 0;
    int32_t up = parts.exponent > 0 ? parts.exponent : 0;
    FzValue *pair = fz_push(vm, FZ_NULL);
    fz_push(vm, FZ_NULL);
    pair[0] =
        fz_int_from_i64(vm, parts.negative ? -(int64_t)parts.mantissa : (int64_t)parts.mantissa);
    if (pair[0] != FZ_NULL)
        pair[0] = fz_int_shift(vm, pair[0], up);
    if (pair[0] != FZ_NULL)
        pair[1] = fz_int_shift(vm, fz_from_int(1), up - parts.exponent);
    return pair[1] == FZ_NULL ? FZ_NULL : fz_tuple_new(vm, pair, 2);
}

static char *put_hex(char *out, uint64_t number, uint32_t digits)
{
    while (digits-- > 0)
        *out++ = "0123456789abcdef"[number >> digits * 4 & 15];
    return out;
}

FzValue fz_float_hex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    enum { HEX_DIGITS = 13, MANTISSA_BITS = 52 };
    (void)argc;
    FzFloatParts parts;
    char text[32];
    char *out = text;
    double number = fz_float_value(vm, argv[0]);
    fz_float_split(number, &parts);
    if (!parts.finite)
        return fz_float_repr(vm, number);
    if (parts.negative)
        *out++ = '-';
    *out++ = '0';
    *out++ = 'x';
    *out++ = (char)('0' + (int)(parts.mantissa >> MANTISSA_BITS));
    *out++ = '.';
    if (parts.mantissa == 0)
        *out++ = '0';
    else
        out = put_hex(out, parts.mantissa, HEX_DIGITS);
    int32_t exponent = parts.mantissa == 0 ? 0 : parts.exponent + MANTISSA_BITS;
    *out++ = 'p';
    *out++ = exponent < 0 ? '-' : '+';
    if (exponent < 0)
        exponent = -exponent;
    char digits[4];
    uint32_t count = 0;
    uint32_t left = (uint32_t)exponent;
    do {
        uint32_t tens = fz_divide(left, 10);
        digits[count++] = (char)('0' + left - tens * 10);
        left = tens;
    } while (left > 0);
    while (count > 0)
        *out++ = digits[--count];
    return fz_str_new(vm, text, (uint32_t)(out - text));
}
