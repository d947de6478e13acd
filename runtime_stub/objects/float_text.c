// SPDX-License-Identifier: MIT
// Text of floats: repr and the styles e, f and g. The str is made with room for the big naturals of
// float_digits.c behind the text, digits are generated at its front and laid out in place, then the
// room is given back.
#include "float_digits.h"
#include "int.h"
#include "str.h"

#include <string.h>

enum { SHORTEST_EXPONENT = 16, EXPONENT_ROOM = 8, LEADING_ZEROS = 6 };

// Text under construction in a str.
typedef struct {
    uint8_t *chars;
    uint32_t count;
} Text;

static void pad_zeros(Text *text, uint32_t count)
{
    while (text->count < count)
        text->chars[text->count++] = '0';
}

static void insert(Text *text, uint32_t at, uint8_t byte, uint32_t times)
{
    memmove(text->chars + at + times, text->chars + at, text->count - at);
    memset(text->chars + at, byte, times);
    text->count += times;
}

// d.ddde+dd with `places` digits behind the point.
static void lay_out_exponent(Text *text, int32_t exponent, uint32_t places,
                             const FzFloatStyle *style)
{
    pad_zeros(text, places + 1);
    if (places > 0 || style->alternate)
        insert(text, 1, '.', 1);
    text->chars[text->count++] = style->upper ? 'E' : 'e';
    text->chars[text->count++] = exponent < 0 ? '-' : '+';
    if (exponent < 0)
        exponent = -exponent;
    if (exponent >= 100)
        text->chars[text->count++] = (uint8_t)('0' + fz_divide((uint32_t)exponent, 100));
    uint32_t tens = fz_divide((uint32_t)exponent, 10);
    text->chars[text->count++] = (uint8_t)('0' + tens - fz_divide(tens, 10) * 10);
    text->chars[text->count++] = (uint8_t)('0' + (uint32_t)exponent - tens * 10);
}

// The digits with `point` of them in front of the point (made at least one) and `places` behind.
static void lay_out_fixed(Text *text, int32_t point, uint32_t places, const FzFloatStyle *style)
{
    if (text->count == 0)
        point = 1;
    if (point < 1)
        insert(text, 0, '0', (uint32_t)(1 - point));
    uint32_t whole = point < 1 ? 1 : (uint32_t)point;
    pad_zeros(text, whole + places);
    if (places == 0 && style->add_point) {
        text->chars[text->count++] = '.';
        text->chars[text->count++] = '0';
    } else if (places > 0 || style->alternate) {
        insert(text, whole, '.', 1);
    }
}

static void lay_out(Text *text, int32_t point, const FzFloatStyle *style)
{
    int32_t wanted = style->precision;
    int32_t places = style->precision;
    bool exponent = style->type == 'e';
    if (style->type == 'g' || style->type == 'r') {
        if (style->type == 'r')
            wanted = SHORTEST_EXPONENT + 1;
        exponent = point < -3 || point > wanted - style->add_point;
        bool padded = style->alternate && style->type == 'g';
        int32_t digits = padded ? wanted : (int32_t)text->count;
        places = digits - (exponent ? 1 : point);
    }
    if (places < 0)
        places = 0;
    if (exponent)
        lay_out_exponent(text, point - 1, (uint32_t)places, style);
    else
        lay_out_fixed(text, point, (uint32_t)places, style);
    if (style->sign)
        insert(text, 0, style->sign, 1);
}

static FzDecimal make_digits(const FzFloatParts *parts, const FzFloatStyle *style, uint8_t *digits,
                             uint32_t *scratch)
{
    FzDecimal zero = {0, 1};
    if (parts->mantissa == 0)
        return zero;
    if (style->type == 'r')
        return fz_float_shortest(parts, digits, scratch);
    bool fixed = style->type == 'f';
    int32_t places = style->type == 'e' ? style->precision + 1 : style->precision;
    return fz_float_digits(parts, fixed, places, digits, scratch);
}

static FzValue text_of_special(FzVm *vm, const FzFloatParts *parts, const FzFloatStyle *style)
{
    static const char texts[] = "infnanINFNAN";
    char text[4];
    uint32_t size = 0;
    if (style->sign)
        text[size++] = (char)style->sign;
    memcpy(text + size, texts + (parts->nan ? 3 : 0) + (style->upper ? 6 : 0), 3);
    return fz_str_new(vm, text, size + 3);
}

FzValue fz_float_text(FzVm *vm, double number, FzFloatStyle *style)
{
    FzFloatParts parts;
    fz_float_split_narrow(vm, number, &parts);
    if (!parts.finite)
        return text_of_special(vm, &parts, style);
    if (style->type == 'r')
        style->precision = FZ_SHORTEST_DIGITS;
    else if (style->type == 'g' && style->precision == 0)
        style->precision = 1;
    int32_t point = parts.mantissa ? fz_float_point(&parts) : 0;
    uint32_t room =
        (style->precision > 0 ? (uint32_t)style->precision : 0) + EXPONENT_ROOM + LEADING_ZEROS;
    if (style->type == 'f' && point > 0)
        room += (uint32_t)point;
    while ((room + offsetof(FzStr, text)) % 4) // the scratch memory behind is aligned
        room++;
    uint32_t scratch = parts.mantissa ? fz_float_scratch(&parts) * 4 : 0;
    FzValue value = fz_str_alloc(vm, room + scratch);
    if (value == FZ_NULL)
        return FZ_NULL;
    Text text = {FZ_STR(vm, value)->text, 0};
    FzDecimal decimal =
        make_digits(&parts, style, text.chars, (uint32_t *)(void *)(text.chars + room));
    text.count = decimal.count;
    lay_out(&text, decimal.point, style);
    return fz_str_cut(vm, value, text.count);
}

FzValue fz_float_repr(FzVm *vm, double number)
{
    bool nan = number != number;
    FzFloatStyle style = {.type = 'r', .add_point = true};
    style.sign = fz_float_is_negative(number) && !nan ? '-' : 0;
    return fz_float_text(vm, number, &style);
}

FzValue fz_float_to_int(FzVm *vm, double number)
{
    if (number != number)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "cannot convert float NaN to integer");
    if (!fz_float_is_finite(number))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "cannot convert float infinity to integer");
    return fz_int_from_double(vm, number);
}

// Half to even.
static double round_to_whole(double number)
{
    double whole = fz_float_trunc(number);
    double rest = fz_float_with_sign(fz_float_subtract(number, whole), false);
    if (rest > 0.5 || (rest == 0.5 && fz_float_mod(whole, 2.0) != 0.0))
        whole += number < 0 ? -1.0 : 1.0;
    return whole;
}

FzValue fz_float_round_digits(FzVm *vm, double number, FzValue digits)
{
    enum { MOST_DIGITS = 323, LEAST_DIGITS = -309 };
    if (digits == FZ_NULL || digits == FZ_NONE)
        return fz_float_to_int(vm, fz_float_is_finite(number) ? round_to_whole(number) : number);
    int32_t places;
    if (!fz_as_index(vm, digits, &places))
        return FZ_NULL;
    if (!fz_float_is_finite(number) || number == 0.0 || places > MOST_DIGITS)
        return fz_float_new(vm, number);
    if (places < LEAST_DIGITS)
        return fz_float_new(vm, fz_float_with_sign(0.0, number < 0));
    FzFloatStyle style = {.type = 'f', .precision = places, .sign = number < 0 ? '-' : '+'};
    FzValue text = fz_float_text(vm, number, &style);
    double result;
    if (text == FZ_NULL || !fz_float_parse(vm, text, &result))
        return FZ_NULL;
    if (!fz_float_is_finite(result))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "rounded value too large to represent");
    return fz_float_new(vm, result);
}
