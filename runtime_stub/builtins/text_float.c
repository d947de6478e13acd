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

// ---- float.fromhex

typedef struct {
    const uint8_t *at;
    const uint8_t *end;
    uint64_t mantissa;
    int32_t exponent;
    bool sticky; // digits that are not zero were dropped
} HexText;

static uint8_t peek(const HexText *text) { return text->at < text->end ? *text->at : 0; }

static bool accept(HexText *text, char lower)
{
    if ((peek(text) | 32) != (uint8_t)lower)
        return false;
    text->at++;
    return true;
}

static void skip_spaces(HexText *text)
{
    while (peek(text) == ' ' || (peek(text) >= '\t' && peek(text) <= '\r'))
        text->at++;
}

// Digits with a point among them; false when there is none.
static bool take_digits(HexText *text)
{
    bool any = false;
    bool behind_point = false;
    for (;; text->at++) {
        uint32_t c = peek(text);
        uint32_t letter = c | 32;
        uint32_t digit = c - '0' < 10 ? c - '0' : letter - 'a' < 6 ? letter - 'a' + 10 : 16;
        if (c == '.' && !behind_point) {
            behind_point = true;
            continue;
        }
        if (digit == 16)
            return any;
        any = true;
        bool fits = text->mantissa >> 59 == 0;
        text->sticky |= !fits && digit != 0;
        if (fits)
            text->mantissa = text->mantissa << 4 | digit;
        text->exponent += (fits ? 0 : 4) - (behind_point ? 4 : 0);
    }
}

// p and a number of decimal digits, where there is one; false when that is broken.
static bool take_exponent(HexText *text)
{
    enum { LARGEST = 1 << 28 };
    if (!accept(text, 'p'))
        return true;
    bool is_negative = peek(text) == '-';
    if (is_negative || peek(text) == '+')
        text->at++;
    const uint8_t *first = text->at;
    int32_t number = 0;
    for (; (uint32_t)peek(text) - '0' < 10; text->at++)
        number = number < LARGEST / 10 ? number * 10 + peek(text) - '0' : LARGEST;
    text->exponent += is_negative ? -number : number;
    return text->at > first;
}

static FzValue not_hex(FzVm *vm)
{
    return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "invalid hexadecimal floating-point string");
}

static FzValue read_hex(FzVm *vm, FzValue str)
{
    HexText text = {.at = FZ_STR(vm, str)->text};
    text.end = text.at + fz_count_of(vm, str);
    skip_spaces(&text);
    bool is_negative = peek(&text) == '-';
    if (is_negative || peek(&text) == '+')
        text.at++;
    double number;
    if ((peek(&text) | 32) == 'i' || (peek(&text) | 32) == 'n') {
        if (fz_float_parse(vm, str, &number))
            return fz_float_new(vm, number);
        fz_clear(vm);
        return not_hex(vm);
    }
    if (peek(&text) == '0' && text.at + 1 < text.end && (text.at[1] | 32) == 'x')
        text.at += 2;
    if (!take_digits(&text) || !take_exponent(&text))
        return not_hex(vm);
    skip_spaces(&text);
    if (text.at < text.end)
        return not_hex(vm);
    number = text.mantissa == 0 ? 0.0 : fz_float_assemble(vm, text.mantissa, text.exponent, text.sticky);
    if (!fz_float_is_finite(number))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "hexadecimal value too large to represent as a float");
    return fz_float_new(vm, fz_float_with_sign(number, is_negative));
}

FzValue fz_float_fromhex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue str = fz_unwrap(vm, argv[1]);
    if (!fz_is_kind(vm, str, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "bad argument type for built-in operation");
    argv[1] = read_hex(vm, str);
    if (argv[1] == FZ_NULL || argv[0] == fz_type(vm, FZ_TYPE_FLOAT))
        return argv[1];
    return fz_call(vm, argv[0], 1, argv + 1);
}
