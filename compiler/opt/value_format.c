// SPDX-License-Identifier: MIT
// Format specifications of integers and texts: [[fill]align][sign][#][0][width][.precision][type].
#include "value.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MOST_WIDTH = 999 };

typedef struct {
    char fill;  // of one byte
    char align; // one of < > ^ =, or 0
    char sign;  // one of + - and blank, or 0
    bool is_alternate;
    bool has_zero; // a 0 before the width
    uint32_t width;
    uint32_t precision; // UINT32_MAX: none
    char type;          // 0: none
} Spec;

static bool is_align(char c) { return c == '<' || c == '>' || c == '^' || c == '='; }

// Reads a number; false when it is too large to be worth it.
static bool take_number(const char **at, uint32_t *number)
{
    for (*number = 0; **at >= '0' && **at <= '9'; (*at)++) {
        *number = *number * 10 + (uint32_t)(**at - '0');
        if (*number > MOST_WIDTH)
            return false;
    }
    return true;
}

// The text is ASCII and ends with a NUL. False for what is not worked out here.
static bool read_spec(const char *at, Spec *spec)
{
    *spec = (Spec){.precision = UINT32_MAX};
    if (at[0] && is_align(at[1]))
        spec->fill = *at++;
    if (is_align(*at))
        spec->align = *at++;
    if (*at == '+' || *at == '-' || *at == ' ')
        spec->sign = *at++;
    if (*at == '#') {
        spec->is_alternate = true;
        at++;
    }
    if (*at == '0' && !spec->fill) {
        spec->has_zero = true;
        at++;
    }
    if (!take_number(&at, &spec->width))
        return false;
    if (*at == '.') {
        at++;
        if (*at < '0' || *at > '9' || !take_number(&at, &spec->precision))
            return false;
    }
    spec->type = *at;
    return !*at || !at[1];
}

// `head` (sign and prefix) and `body` in the width; padding after the head when the align is =.
static const Constant *pad(const Values *values, const Spec *spec, const char *head,
                           const char *body, uint32_t size)
{
    uint32_t head_size = (uint32_t)strlen(head);
    uint32_t room = spec->width > head_size + size ? spec->width - head_size - size : 0;
    uint32_t left = spec->align == '<' ? 0 : spec->align == '^' ? room / 2 : room;
    char *text = ARENA_NEW_ARRAY(values->arena, char, head_size + size + room + 1);
    char *at = text;
    if (spec->align == '=') {
        memcpy(at, head, head_size);
        at += head_size;
    }
    memset(at, spec->fill ? spec->fill : ' ', left);
    at += left;
    if (spec->align != '=') {
        memcpy(at, head, head_size);
        at += head_size;
    }
    memcpy(at, body, size);
    at += size;
    memset(at, spec->fill ? spec->fill : ' ', room - left);
    return constant_str(values->arena, text, head_size + size + room);
}

// The digits of a number; false for a type that is none of these.
static bool put_digits(uint64_t number, char type, char digits[static 65])
{
    switch (type) {
    case 0:
    case 'd':
        snprintf(digits, 65, "%" PRIu64, number);
        return true;
    case 'x':
        snprintf(digits, 65, "%" PRIx64, number);
        return true;
    case 'X':
        snprintf(digits, 65, "%" PRIX64, number);
        return true;
    case 'o':
        snprintf(digits, 65, "%" PRIo64, number);
        return true;
    case 'b': {
        uint32_t bits = 1;
        while (bits < 64 && number >> bits)
            bits++;
        for (uint32_t i = 0; i < bits; i++)
            digits[i] = number >> (bits - 1 - i) & 1 ? '1' : '0';
        digits[bits] = 0;
        return true;
    }
    default:
        return false;
    }
}

static const Constant *format_int(const Values *values, int64_t number, Spec *spec)
{
    char head[4] = {0};
    char digits[65];
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    if (spec->precision != UINT32_MAX || !put_digits(size, spec->type, digits))
        return NULL;
    char *at = head;
    if (number < 0)
        *at++ = '-';
    else if (spec->sign == '+' || spec->sign == ' ')
        *at++ = spec->sign;
    if (spec->is_alternate && spec->type && spec->type != 'd') {
        *at++ = '0';
        *at++ = spec->type;
    }
    if (spec->has_zero) {
        spec->fill = '0';
        spec->align = spec->align ? spec->align : '=';
    }
    return pad(values, spec, head, digits, (uint32_t)strlen(digits));
}

static const Constant *format_text(const Values *values, const Constant *text, Spec *spec)
{
    if (spec->sign || spec->is_alternate || spec->has_zero || spec->align == '=' ||
        (spec->type && spec->type != 's'))
        return NULL;
    for (uint32_t i = 0; i < text->text.size; i++)
        if ((unsigned char)text->text.bytes[i] >= 0x80)
            return NULL;
    spec->align = spec->align ? spec->align : '<';
    uint32_t size = text->text.size < spec->precision ? text->text.size : spec->precision;
    return pad(values, spec, "", text->text.bytes, size);
}

const Constant *value_format(const Values *values, const Constant *value, const Constant *spec)
{
    Spec parts;
    int64_t number;
    const Constant *result = NULL;
    if (spec->kind != CONSTANT_STR)
        return NULL;
    if (spec->text.size == 0)
        return value_to_str(values, value);
    for (uint32_t i = 0; i < spec->text.size; i++)
        if (spec->text.bytes[i] <= 0)
            return NULL;
    if (!read_spec(spec->text.bytes, &parts))
        return NULL;
    if (value->kind == CONSTANT_INT && constant_as_int64(value, &number))
        result = format_int(values, number, &parts);
    else if (value->kind == CONSTANT_STR)
        result = format_text(values, value, &parts);
    bool is_worth = result && value_is_worth(result, value_flash(value) + value_flash(spec));
    return is_worth ? result : NULL;
}
