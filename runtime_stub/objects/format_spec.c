// SPDX-License-Identifier: MIT
// Reading format specs, and formatting texts and numbers by them. A number is formatted from the
// text of its magnitude: sign and prefix in front, separators within the whole digits, zeros or
// fill characters around.
#include "format_spec.h"

#include "float.h"
#include "int.h"
#include "text.h"

#include <string.h>

typedef struct {
    FzText text;
    uint32_t at;
} Reader;

static uint32_t peek(const Reader *reader, uint32_t *size)
{
    *size = 1;
    return reader->at < reader->text.size ? fz_utf8_decode(reader->text.bytes + reader->at, size)
                                          : 0;
}

static bool take(Reader *reader, char c)
{
    bool matches = reader->at < reader->text.size && reader->text.bytes[reader->at] == (uint8_t)c;
    reader->at += matches;
    return matches;
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

static bool take_align(Reader *reader, FzFormatSpec *spec)
{
    uint32_t size;
    uint32_t c = peek(reader, &size);
    Reader behind = {reader->text, reader->at + size};
    uint32_t ignored;
    uint32_t align = peek(&behind, &ignored);
    if (reader->at < reader->text.size && is_align(align)) {
        spec->fill = c;
        spec->align = (uint8_t)align;
        reader->at += size + 1;
        return true;
    }
    if (is_align(c)) {
        spec->align = (uint8_t)c;
        reader->at++;
    }
    return false;
}

// A run of digits; -1 for none, -2 when too large.
static int32_t take_number(Reader *reader)
{
    int32_t number = -1;
    while (reader->at < reader->text.size) {
        uint32_t digit = (uint32_t)reader->text.bytes[reader->at] - '0';
        if (digit > 9)
            break;
        if (number > (INT32_MAX - 9) / 10)
            return -2;
        number = (number < 0 ? 0 : number * 10) + (int32_t)digit;
        reader->at++;
    }
    return number;
}

static bool bad_spec(FzVm *vm, const char *message)
{
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s", message);
    return false;
}

static bool take_width_and_precision(FzVm *vm, Reader *reader, FzFormatSpec *spec)
{
    int32_t width = take_number(reader);
    if (width == -2)
        return bad_spec(vm, "Too many decimal digits in format string");
    spec->width = width < 0 ? 0 : width;
    if (take(reader, ','))
        spec->grouping = ',';
    if (take(reader, '_')) {
        if (spec->grouping)
            return bad_spec(vm, "Cannot specify both ',' and '_'.");
        spec->grouping = '_';
    }
    if (spec->grouping == '_' && take(reader, ','))
        return bad_spec(vm, "Cannot specify both ',' and '_'.");
    if (!take(reader, '.'))
        return true;
    spec->precision = take_number(reader);
    if (spec->precision == -2)
        return bad_spec(vm, "Too many decimal digits in format string");
    return spec->precision >= 0 || bad_spec(vm, "Format specifier missing precision");
}

static bool one_of(uint32_t c, const char *letters)
{
    for (; *letters; letters++)
        if (c == (uint8_t)*letters)
            return true;
    return false;
}

static bool grouping_fits(FzVm *vm, const FzFormatSpec *spec, bool is_str)
{
    uint32_t type = spec->type == 0 && is_str ? 's' : spec->type;
    if (spec->grouping == 0 || type == 0 || one_of(type, "defgEFG%") ||
        (spec->grouping == '_' && one_of(type, "boxX")))
        return true;
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Cannot specify '%c' with '%c'.", spec->grouping, type);
    return false;
}

static void take_flags(Reader *reader, bool is_str, FzFormatSpec *spec)
{
    bool filled = take_align(reader, spec);
    uint32_t size;
    uint32_t c = peek(reader, &size);
    if (c == '+' || c == '-' || c == ' ') {
        spec->sign = (uint8_t)c;
        reader->at++;
    }
    spec->no_minus_zero = take(reader, 'z');
    spec->alternate = take(reader, '#');
    if (!filled && take(reader, '0')) {
        spec->fill = '0';
        if (spec->align == 0 && !is_str)
            spec->align = '=';
    }
}

bool fz_format_spec_parse(FzVm *vm, FzValue text, FzValue value, FzFormatSpec *spec)
{
    Reader reader = {{0, 0}, 0};
    fz_text_view(vm, text, &reader.text);
    *spec = (FzFormatSpec){.fill = ' ', .precision = -1};
    bool is_str = fz_is_kind(vm, value, FZ_KIND_STR);
    uint32_t size;
    take_flags(&reader, is_str, spec);
    if (!take_width_and_precision(vm, &reader, spec))
        return false;
    if (reader.at < reader.text.size) {
        spec->type = peek(&reader, &size);
        reader.at += size;
    }
    if (reader.at < reader.text.size) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Invalid format specifier '%v' for object of type '%t'",
                 text, value);
        return false;
    }
    return grouping_fits(vm, spec, is_str);
}

FzValue fz_format_bad_type(FzVm *vm, const FzFormatSpec *spec, FzValue value)
{
    return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Unknown format code '%c' for object of type '%t'",
                    spec->type, value);
}

// ---- text

static FzValue pad(FzVm *vm, FzValue text, const FzFormatSpec *spec, uint8_t align)
{
    uint8_t bytes[4];
    FzText fill = {bytes, fz_utf8_encode(spec->fill, bytes)};
    uint32_t length = fz_str_length(vm, text);
    uint32_t missing = (uint32_t)spec->width > length ? (uint32_t)spec->width - length : 0;
    uint32_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    return fz_text_pad(vm, text, fill, left, missing - left);
}

FzValue fz_format_str(FzVm *vm, FzValue text, const FzFormatSpec *spec)
{
    if (spec->sign)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        spec->sign == ' ' ? "Space not allowed in string format specifier"
                                          : "Sign not allowed in string format specifier");
    if (spec->no_minus_zero)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Negative zero coercion (z) not allowed in string format specifier");
    if (spec->alternate)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Alternate form (#) not allowed in string format specifier");
    if (spec->align == '=')
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "'=' alignment not allowed in string format specifier");
    if (spec->precision >= 0 && (uint32_t)spec->precision < fz_str_length(vm, text))
        text = fz_str_sub(vm, text, 0, fz_str_offset(vm, text, (uint32_t)spec->precision));
    return text == FZ_NULL ? FZ_NULL : pad(vm, text, spec, spec->align ? spec->align : '<');
}

// ---- numbers

// Text of a number: `text` from `offset` on is its magnitude, the first `whole` characters of which
// are digits that can be grouped.
typedef struct {
    FzValue text;
    uint32_t offset;
    uint32_t whole;
    uint32_t group; // digits between separators, 0: none
    uint8_t sign;   // 0: none
    uint8_t prefix; // x o b X: "0x" and so on
    bool percent;   // a percent sign behind
} Number;

static uint8_t *put_grouped(uint8_t *out, const uint8_t *digits, uint32_t count, uint32_t zeros,
                            uint32_t group, uint8_t separator)
{
    for (uint32_t left = zeros + count; left > 0; left--) {
        *out++ = left > count ? '0' : digits[count - left];
        if (group > 0 && left > 1 && (left - 1) % group == 0)
            *out++ = separator;
    }
    return out;
}

static uint32_t grouped_size(uint32_t digits, uint32_t group)
{
    return digits + (group > 0 && digits > 0 ? (digits - 1) / group : 0);
}

static FzValue lay_out(FzVm *vm, const Number *number, const FzFormatSpec *spec)
{
    uint32_t size = fz_count_of(vm, number->text) - number->offset;
    uint32_t head = (number->sign ? 1u : 0u) + (number->prefix ? 2u : 0u);
    uint32_t around = head + (size - number->whole) + number->percent;
    uint32_t zeros = 0;
    if ((uint32_t)spec->width > FZ_COUNT_MAX)
        return fz_raise_memory(vm);
    if (spec->align == '=' && spec->fill == '0')
        while (around + grouped_size(number->whole + zeros, number->group) < (uint32_t)spec->width)
            zeros++;
    uint32_t total = around + grouped_size(number->whole + zeros, number->group);
    uint32_t inside =
        spec->align == '=' && (uint32_t)spec->width > total ? (uint32_t)spec->width - total : 0;
    uint8_t fill[4];
    uint32_t fill_size = fz_utf8_encode(spec->fill, fill);
    FzValue *slot = fz_push(vm, number->text);
    FzValue result = fz_str_alloc(vm, total + inside * fill_size);
    fz_pop(vm, 1);
    if (result == FZ_NULL)
        return FZ_NULL;
    const uint8_t *digits = FZ_STR(vm, *slot)->text + number->offset;
    uint8_t *out = FZ_STR(vm, result)->text;
    if (number->sign)
        *out++ = number->sign;
    if (number->prefix) {
        *out++ = '0';
        *out++ = number->prefix;
    }
    for (; inside > 0; inside--, out += fill_size)
        memcpy(out, fill, fill_size);
    out = put_grouped(out, digits, number->whole, zeros, number->group, spec->grouping);
    memcpy(out, digits + number->whole, size - number->whole);
    if (number->percent)
        out[size - number->whole] = '%';
    return pad(vm, fz_str_seal(vm, result), spec, spec->align ? spec->align : '>');
}

static uint8_t sign_of(bool negative, const FzFormatSpec *spec)
{
    return negative ? '-' : spec->sign == '-' ? 0 : spec->sign;
}

static FzValue format_char(FzVm *vm, FzValue value, const FzFormatSpec *spec)
{
    int64_t code_point;
    if (spec->sign)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!fz_int_to_i64(vm, value, &code_point))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "Python int too large to convert to C long");
    if (code_point < 0 || code_point > 0x10ffff)
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "%%c arg not in range(0x110000)");
    FzValue text = fz_str_from_char(vm, (uint32_t)code_point);
    return text == FZ_NULL ? FZ_NULL : pad(vm, text, spec, spec->align ? spec->align : '>');
}

static FzValue format_as_float(FzVm *vm, FzValue value, const FzFormatSpec *spec)
{
    double number;
    return fz_to_double(vm, value, &number) ? fz_format_float(vm, number, spec) : FZ_NULL;
}

static FZ_NOINLINE FzValue format_digits(FzVm *vm, FzValue value, const FzFormatSpec *spec)
{
    uint32_t base = spec->type == 'b'            ? 2
                    : spec->type == 'o'          ? 8
                    : (spec->type | 0x20) == 'x' ? 16
                                                 : 10;
    bool negative = fz_int_is_negative(vm, value);
    Number number = {.offset = negative, .sign = sign_of(negative, spec)};
    number.prefix = spec->alternate && base != 10 ? (uint8_t)spec->type : 0;
    number.group = spec->grouping == 0 ? 0 : base == 10 ? 3 : 4;
    number.text = fz_int_to_str(vm, value, base, false, spec->type == 'X');
    if (number.text == FZ_NULL)
        return FZ_NULL;
    number.whole = fz_count_of(vm, number.text) - number.offset;
    return lay_out(vm, &number, spec);
}

FzValue fz_format_int(FzVm *vm, FzValue value, const FzFormatSpec *spec)
{
    if (FZ_HAS_KIND(FZ_KIND_FLOAT) && spec->type && one_of(spec->type, "eEfFgG%"))
        return format_as_float(vm, value, spec);
    if (spec->type && !one_of(spec->type, "bcdnoxX"))
        return fz_format_bad_type(vm, spec, value);
    if (spec->precision >= 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Precision not allowed in integer format specifier");
    if (spec->no_minus_zero)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec->type == 'c')
        return format_char(vm, value, spec);
    return format_digits(vm, value, spec);
}

static bool is_zero_text(const uint8_t *text, uint32_t size)
{
    for (uint32_t i = 0; i < size && (text[i] | 0x20) != 'e'; i++)
        if (text[i] >= '1' && text[i] <= '9')
            return false;
    return true;
}

static void take_style(const FzFormatSpec *spec, FzFloatStyle *style)
{
    uint8_t type = (uint8_t)(spec->type | 0x20);
    *style =
        (FzFloatStyle){.type = 'g', .precision = spec->precision, .alternate = spec->alternate};
    if (type == 'e' || type == 'f')
        style->type = type;
    else if (spec->type == '%')
        style->type = 'f';
    style->upper = spec->type == 'E' || spec->type == 'F' || spec->type == 'G';
    style->add_point = spec->type == 0;
    if (spec->type == 0 && spec->precision < 0)
        style->type = 'r';
    else if (spec->precision < 0)
        style->precision = 6;
}

FzValue fz_format_float(FzVm *vm, double value, const FzFormatSpec *spec)
{
    FzFloatStyle style;
    if (spec->type && !one_of(spec->type, "eEfFgGn%")) {
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "Unknown format code '%c' for object of type 'float'", spec->type);
    }
    take_style(spec, &style);
    Number number = {.percent = spec->type == '%', .group = spec->grouping ? 3 : 0};
    if (number.percent)
        value *= 100;
    number.text = fz_float_text(vm, value, &style);
    if (number.text == FZ_NULL)
        return FZ_NULL;
    const uint8_t *text = FZ_STR(vm, number.text)->text;
    uint32_t size = fz_count_of(vm, number.text);
    while (number.whole < size && text[number.whole] >= '0' && text[number.whole] <= '9')
        number.whole++;
    if (number.whole == 0) // inf and nan
        number.group = 0;
    bool negative = fz_float_is_negative(value) && value == value;
    if (negative && spec->no_minus_zero && is_zero_text(text, size))
        negative = false;
    number.sign = sign_of(negative, spec);
    return lay_out(vm, &number, spec);
}
