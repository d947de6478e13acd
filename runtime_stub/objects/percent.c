// SPDX-License-Identifier: MIT
// The % operator of str and bytes. Each conversion becomes a format spec (format_spec.c); what
// differs for bytes are the texts that %s, %b and %c take.
#include "format_spec.h"

#include "bytes.h"
#include "float.h"
#include "int.h"
#include "protocol.h"
#include "text.h"

#include <string.h>

typedef struct {
    const FzValue *format;
    FzValue *arguments; // what stands behind the operator
    FzValue *argument;  // the one that is converted
    FzBuilder builder;
    FzFormatSpec spec;
    uint32_t at;     // offset in the format
    uint32_t next;   // argument of a tuple; 1 when a single argument was used
    uint32_t letter; // that the conversion was written with
    bool is_bytes;
    bool named; // the conversion has a (key)
} Percent;

static bool is_tuple(const FzVm *vm, const Percent *percent)
{
    return fz_is_kind(vm, *percent->arguments, FZ_KIND_TUPLE);
}

// True for what "%(key)s" can ask; such an argument may also stay unused.
static bool is_mapping(const FzVm *vm, const Percent *percent)
{
    FzValue value = *percent->arguments;
    switch (fz_kind_of(vm, fz_unwrap(vm, value))) {
    case FZ_KIND_DICT:
    case FZ_KIND_LIST:
    case FZ_KIND_RANGE:
    case FZ_KIND_MEMORYVIEW:
        return true;
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
        return !percent->is_bytes;
    default:
        return fz_special(vm, value, FZ_NAME_getitem) != FZ_NULL;
    }
}

static bool fail(FzVm *vm, FzTypeId type, const char *message)
{
    fz_raise(vm, type, "%s", message);
    return false;
}

// Puts the next argument into *percent->argument.
static bool take_argument(FzVm *vm, Percent *percent)
{
    if (percent->named)
        return true;
    uint32_t index = percent->next++;
    if (is_tuple(vm, percent) ? index >= fz_count_of(vm, *percent->arguments) : index > 0)
        return fail(vm, FZ_TYPE_TYPE_ERROR, "not enough arguments for format string");
    *percent->argument = is_tuple(vm, percent) ? FZ_TUPLE(vm, *percent->arguments)->items[index]
                                               : *percent->arguments;
    return true;
}

static FzText format_text(const FzVm *vm, const Percent *percent)
{
    FzText text;
    fz_text_view(vm, *percent->format, &text);
    return text;
}

static uint8_t peek(const FzVm *vm, const Percent *percent)
{
    FzText text = format_text(vm, percent);
    return percent->at < text.size ? text.bytes[percent->at] : 0;
}

// (key): looks it up in the mapping.
static FZ_NOINLINE bool take_key(FzVm *vm, Percent *percent)
{
    if (peek(vm, percent) != '(')
        return true;
    if (is_tuple(vm, percent) || !is_mapping(vm, percent))
        return fail(vm, FZ_TYPE_TYPE_ERROR, "format requires a mapping");
    FzText text = format_text(vm, percent);
    uint32_t open = 1;
    uint32_t from = ++percent->at;
    for (; percent->at < text.size && open > 0; percent->at++)
        open +=
            (uint32_t)(text.bytes[percent->at] == '(') - (uint32_t)(text.bytes[percent->at] == ')');
    if (open > 0)
        return fail(vm, FZ_TYPE_VALUE_ERROR, "incomplete format key");
    FzValue key = fz_text_sub(vm, *percent->format, from, percent->at - 1 - from);
    if (key == FZ_NULL)
        return false;
    if (fz_is_kind(vm, *percent->arguments, FZ_KIND_DICT)) {
        FzValue *at = fz_push_two(vm, *percent->arguments, key);
        *percent->argument = fz_dict_get_item(vm, at);
        vm->sp = at;
    } else {
        *percent->argument = fz_get_item(vm, *percent->arguments, key);
    }
    percent->named = true;
    percent->next = 1; // what has no key finds nothing left
    return *percent->argument != FZ_NULL;
}

// A width or precision: digits, or * for an argument.
static FZ_NOINLINE bool take_number(FzVm *vm, Percent *percent, int32_t *number)
{
    *number = 0;
    if (peek(vm, percent) == '*') {
        percent->at++;
        if (!take_argument(vm, percent))
            return false;
        if (!fz_is_int_like(vm, *percent->argument))
            return fail(vm, FZ_TYPE_TYPE_ERROR, "* wants int");
        return fz_as_index(vm, *percent->argument, number);
    }
    for (uint32_t digit; (digit = (uint32_t)peek(vm, percent) - '0') <= 9; percent->at++) {
        if (*number > (INT32_MAX - 9) / 10)
            return fail(vm, FZ_TYPE_VALUE_ERROR, "width too big");
        *number = *number * 10 + (int32_t)digit;
    }
    return true;
}

// Everything from behind the percent sign to the letter. A zero flag is kept as the fill.
static FZ_NOINLINE bool take_spec(FzVm *vm, Percent *percent)
{
    FzFormatSpec *spec = &percent->spec;
    *spec = (FzFormatSpec){.fill = ' ', .precision = -1, .align = '>'};
    percent->named = false;
    if (!take_key(vm, percent))
        return false;
    for (;; percent->at++) {
        uint8_t c = peek(vm, percent);
        if (c == '-')
            spec->align = '<';
        else if (c == '+' || (c == ' ' && spec->sign == 0))
            spec->sign = c;
        else if (c == '#')
            spec->alternate = true;
        else if (c == '0')
            spec->fill = '0';
        else if (c != ' ')
            break;
    }
    if (!take_number(vm, percent, &spec->width))
        return false;
    if (spec->width < 0) {
        spec->width = -spec->width;
        spec->align = '<';
    }
    if (peek(vm, percent) == '.') {
        percent->at++;
        if (!take_number(vm, percent, &spec->precision))
            return false;
        if (spec->precision < 0)
            spec->precision = 0;
    }
    uint8_t length = peek(vm, percent);
    if (length == 'h' || length == 'l' || length == 'L')
        percent->at++;
    FzText text = format_text(vm, percent);
    if (percent->at >= text.size)
        return fail(vm, FZ_TYPE_VALUE_ERROR, "incomplete format");
    uint32_t size = 1;
    spec->type = percent->is_bytes ? text.bytes[percent->at]
                                   : fz_utf8_decode(text.bytes + percent->at, &size);
    percent->at += size;
    percent->letter = spec->type;
    return true;
}

// ---- conversions: each replaces *percent->argument by the text

static FZ_NOINLINE FzValue text_of(FzVm *vm, const Percent *percent)
{
    FzValue value = *percent->argument;
    FzText bytes;
    if (percent->spec.type == 'r' || percent->spec.type == 'a')
        return percent->is_bytes || percent->spec.type == 'a' ? fz_str_ascii(vm, value)
                                                              : fz_repr(vm, value);
    if (!percent->is_bytes)
        return fz_str(vm, value);
    FzValue plain = fz_unwrap(vm, value);
    if (fz_bytes_view(vm, plain, &bytes.bytes, &bytes.size))
        return plain;
    FzValue made = fz_call_special(vm, value, FZ_NAME_bytes, 0, 0);
    if (made == FZ_NULL && !fz_pending(vm))
        fz_raise(
            vm, FZ_TYPE_TYPE_ERROR,
            "%%b requires a bytes-like object, or an object that implements __bytes__, not '%t'",
            *percent->argument);
    return made;
}

static FZ_NOINLINE FzValue char_of(FzVm *vm, const Percent *percent)
{
    FzValue value = fz_unwrap(vm, *percent->argument);
    int64_t number;
    FzText text;
    uint8_t byte;
    if (fz_is_int_like(vm, value)) {
        if (!fz_int_to_i64(vm, value, &number) || number < 0 ||
            number > (percent->is_bytes ? 0xff : 0x10ffff))
            return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "%%c arg not in range(%s)",
                            percent->is_bytes ? "256" : "0x110000");
        byte = (uint8_t)number;
        return percent->is_bytes ? fz_bytes_new(vm, &byte, 1)
                                 : fz_str_from_char(vm, (uint32_t)number);
    }
    if (fz_text_view(vm, value, &text) && percent->is_bytes != fz_is_kind(vm, value, FZ_KIND_STR) &&
        fz_text_length(vm, value) == 1)
        return value;
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                    percent->is_bytes ? "%%c requires an integer in range(256) or a single byte"
                                      : "%%c requires int or char");
}

// The int of a %d, %x or %o.
static FzValue int_of(FzVm *vm, const Percent *percent)
{
    FzValue value = fz_unwrap(vm, *percent->argument);
    bool decimal = percent->spec.type == 'd';
    if (fz_is_int_like(vm, value))
        return fz_int_unary(vm, FZ_UNARY_POSITIVE, value);
    if (decimal && fz_is_kind(vm, value, FZ_KIND_FLOAT))
        return fz_float_to_int(vm, fz_float_value(vm, value));
    FzValue number = decimal ? fz_call_special(vm, value, FZ_NAME_int_, 0, 0) : FZ_NULL;
    if (number == FZ_NULL && !fz_pending(vm))
        number = fz_call_special(vm, *percent->argument, FZ_NAME_index, 0, 0);
    if (number == FZ_NULL && !fz_pending(vm))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 decimal ? "%%%c format: a real number is required, not %t"
                         : "%%%c format: an integer is required, not %t",
                 percent->letter, *percent->argument);
    if (number == FZ_NULL)
        return FZ_NULL;
    value = fz_unwrap(vm, number);
    if (!fz_is_int_like(vm, value))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__int__ returned non-int (type %t)", number);
    return fz_int_unary(vm, FZ_UNARY_POSITIVE, value);
}

// Puts zeros behind sign and prefix: to `digits` digits and `total` characters.
static FZ_NOINLINE FzValue widen(FzVm *vm, FzValue text, uint32_t digits, uint32_t total)
{
    uint32_t size = fz_count_of(vm, text);
    const uint8_t *bytes = FZ_STR(vm, text)->text;
    uint32_t head = bytes[0] == '-' || bytes[0] == '+' || bytes[0] == ' ';
    if (head + 1 < size && bytes[head] == '0' && bytes[head + 1] > '9')
        head += 2;
    if (total < head + digits)
        total = head + digits;
    if (total <= size)
        return text;
    uint32_t zeros = total - size;
    FzValue *slot = fz_push(vm, text);
    FzValue result = total > FZ_COUNT_MAX ? fz_raise_memory(vm) : fz_str_alloc(vm, total);
    vm->sp = slot;
    if (result == FZ_NULL)
        return FZ_NULL;
    bytes = FZ_STR(vm, *slot)->text;
    uint8_t *out = FZ_STR(vm, result)->text;
    memcpy(out, bytes, head);
    memset(out + head, '0', zeros);
    memcpy(out + head + zeros, bytes + head, size - head);
    return result;
}

// Changes the spec, which was for this conversion.
static FZ_NOINLINE FzValue format_int(FzVm *vm, Percent *percent)
{
    FzFormatSpec *spec = &percent->spec;
    FzValue text = int_of(vm, percent);
    if (text == FZ_NULL || spec->precision < 0)
        return text == FZ_NULL ? FZ_NULL : fz_format_int(vm, text, spec);
    uint32_t digits = (uint32_t)spec->precision;
    int32_t width = spec->width;
    uint8_t align = spec->align;
    spec->precision = -1;
    spec->width = 0;
    spec->align = 0;
    spec->fill = ' ';
    text = fz_format_int(vm, text, spec);
    if (text != FZ_NULL) // a zero flag asks for zeros up to the width as well
        text = widen(vm, text, digits, align == '=' ? (uint32_t)width : 0);
    spec->width = width;
    spec->align = align == '<' ? '<' : '>';
    spec->sign = 0;
    spec->alternate = false;
    return text == FZ_NULL ? FZ_NULL : fz_format_str(vm, text, spec);
}

static bool is_in(uint32_t c, const char *letters)
{
    for (; *letters; letters++)
        if (c == (uint8_t)*letters)
            return true;
    return false;
}

static FZ_NOINLINE FzValue bad_letter(FzVm *vm, const Percent *percent)
{
    uint32_t type = percent->spec.type;
    uint32_t index = percent->at - 1;
    if (!percent->is_bytes) {
        FzText format = format_text(vm, percent);
        index = fz_utf8_length(format.bytes, percent->at) - 1;
    }
    char hex[9];
    uint32_t digits = 0;
    for (uint32_t shift = 32; shift > 0; shift -= 4)
        if (type >> (shift - 4) > 0)
            hex[digits++] = "0123456789abcdef"[type >> (shift - 4) & 15];
    hex[digits] = 0;
    return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                    "unsupported format character '%c' (0x%s) at index %u",
                    percent->is_bytes || (type >= ' ' && type < 0x7f) ? type : '?', hex, index);
}

static FzValue convert(FzVm *vm, Percent *percent)
{
    FzFormatSpec *spec = &percent->spec;
    uint32_t type = spec->type;
    double number;
    if (is_in(type, "diuoxXeEfFgG")) {
        if (spec->fill == '0' && spec->align == '>')
            spec->align = '=';
        spec->fill = spec->align == '=' ? '0' : ' ';
        if (type == 'i' || type == 'u')
            spec->type = 'd';
        if (is_in(type, "diuoxX"))
            return format_int(vm, percent);
        return fz_to_double(vm, *percent->argument, &number) ? fz_format_float(vm, number, spec)
                                                             : FZ_NULL;
    }
    FzValue text;
    spec->fill = ' ';
    if (type == 'c') {
        spec->precision = -1;
        text = char_of(vm, percent);
    } else if (is_in(type, percent->is_bytes ? "srab" : "sra")) {
        text = text_of(vm, percent);
    } else {
        return bad_letter(vm, percent);
    }
    spec->sign = 0;
    spec->alternate = false;
    return text;
}

// Cuts and pads bytes as fz_format_str does for a str.
static FZ_NOINLINE FzValue shape_bytes(FzVm *vm, FzValue bytes, const FzFormatSpec *spec)
{
    static const uint8_t blank[] = " ";
    uint32_t size = fz_count_of(vm, bytes);
    if (spec->precision >= 0 && (uint32_t)spec->precision < size) {
        size = (uint32_t)spec->precision;
        bytes = fz_text_sub(vm, bytes, 0, size);
    }
    uint32_t missing = (uint32_t)spec->width > size ? (uint32_t)spec->width - size : 0;
    if (bytes == FZ_NULL || missing == 0)
        return bytes;
    bool left = spec->align == '<';
    return fz_text_pad(vm, bytes, (FzText){blank, 1}, left ? 0 : missing, left ? missing : 0);
}

static bool add_conversion(FzVm *vm, Percent *percent)
{
    if (!take_spec(vm, percent))
        return false;
    if (percent->spec.type == '%') {
        fz_builder_add(vm, &percent->builder, "%", 1);
        return !percent->builder.failed;
    }
    if (!take_argument(vm, percent))
        return false;
    FzValue text = convert(vm, percent);
    bool numeric = !is_in(percent->spec.type, "csrab");
    if (text != FZ_NULL && !numeric)
        text = fz_is_kind(vm, text, FZ_KIND_STR) ? fz_format_str(vm, text, &percent->spec)
                                                 : shape_bytes(vm, text, &percent->spec);
    if (text == FZ_NULL)
        return false;
    *percent->argument = text;
    FzText bytes;
    fz_text_view(vm, text, &bytes);
    uint8_t *place = fz_builder_extend(vm, &percent->builder, bytes.size);
    if (!place)
        return false;
    fz_text_view(vm, *percent->argument, &bytes);
    memcpy(place, bytes.bytes, bytes.size);
    return true;
}

static bool run(FzVm *vm, Percent *percent)
{
    for (;;) {
        FzText text = format_text(vm, percent);
        uint32_t from = percent->at;
        while (percent->at < text.size && text.bytes[percent->at] != '%')
            percent->at++;
        uint8_t *place = fz_builder_extend(vm, &percent->builder, percent->at - from);
        if (percent->builder.failed)
            return false;
        text = format_text(vm, percent);
        if (place)
            memcpy(place, text.bytes + from, percent->at - from);
        if (percent->at == text.size)
            break;
        percent->at++;
        if (!add_conversion(vm, percent))
            return false;
    }
    uint32_t count = is_tuple(vm, percent)                 ? fz_count_of(vm, *percent->arguments)
                     : is_mapping(vm, percent) ? 0
                                                           : 1;
    if (percent->next >= count)
        return true;
    return fail(vm, FZ_TYPE_TYPE_ERROR,
                percent->is_bytes ? "not all arguments converted during bytes formatting"
                                  : "not all arguments converted during string formatting");
}

static FzValue format(FzVm *vm, FzValue text, FzValue arguments, bool is_bytes)
{
    FzValue *slots = fz_push(vm, text);
    FzValue plain = fz_unwrap(vm, arguments);
    fz_push(vm, fz_is_kind(vm, plain, FZ_KIND_TUPLE) ? plain : arguments);
    fz_push(vm, FZ_NULL);
    Percent percent = {
        .format = slots, .arguments = slots + 1, .argument = slots + 2, .is_bytes = is_bytes};
    fz_builder_open(vm, &percent.builder);
    FzValue result = FZ_NULL;
    if (run(vm, &percent))
        result = is_bytes ? fz_builder_close_bytes(vm, &percent.builder)
                          : fz_builder_close(vm, &percent.builder);
    vm->sp = slots;
    return result;
}

FzValue fz_str_percent(FzVm *vm, FzValue text, FzValue arguments)
{
    return format(vm, text, arguments, false);
}

FzValue fz_bytes_percent(FzVm *vm, FzValue text, FzValue arguments)
{
    bool is_array = fz_is_kind(vm, text, FZ_KIND_BYTEARRAY);
    FzValue result = format(vm, text, arguments, true);
    if (result == FZ_NULL || !is_array)
        return result;
    FzValue *slot = fz_push(vm, result);
    uint32_t size = fz_count_of(vm, result);
    FzValue array = fz_bytearray_new(vm, 0, size);
    vm->sp = slot;
    if (array != FZ_NULL && size > 0)
        memcpy(fz_text_bytes(vm, array), fz_text_bytes(vm, *slot), size);
    return array;
}
