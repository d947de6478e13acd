// SPDX-License-Identifier: MIT
// repr() of constants: integers in decimal, floats with the fewest digits that read back the same,
// strings with Python's choice of quotes and escapes.
#include "ast_print_constant.h"

#include <gmp.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

void output_flush(Output *output)
{
    fwrite(output->bytes, 1, output->size, output->out);
    output->size = 0;
}

void output_text(Output *output, const char *text, size_t size)
{
    if (size > sizeof output->bytes - output->size)
        output_flush(output);
    if (size > sizeof output->bytes) {
        fwrite(text, 1, size, output->out);
        return;
    }
    if (size)
        memcpy(output->bytes + output->size, text, size);
    output->size += size;
}

void output_z(Output *output, const char *text)
{
    output_text(output, text, strlen(text));
}

static void output_small(Output *output, const Constant *constant)
{
    char text[24];
    int64_t value = 0;
    constant_as_int64(constant, &value);
    int size = snprintf(text, sizeof text, "%lld", (long long)value);
    output_text(output, text, (size_t)size);
}

static void output_int(Output *output, Arena *arena, const Constant *constant)
{
    int64_t value;
    if (constant_as_int64(constant, &value)) {
        output_small(output, constant);
        return;
    }
    uint32_t parts = sizeof(mp_limb_t) / sizeof(uint32_t);
    uint32_t count = (constant->integer.limb_count + parts - 1) / parts;
    mp_limb_t *limbs = ARENA_NEW_ARRAY(arena, mp_limb_t, (size_t)count + 1);
    for (uint32_t i = 0; i < constant->integer.limb_count; i++)
        limbs[i / parts] |= (mp_limb_t)constant->integer.limbs[i] << i % parts * 32;
    // A limb of 32 bits takes at most 9.64 digits.
    unsigned char *digits = arena_alloc(arena, (size_t)constant->integer.limb_count * 10 + 1);
    size_t size = mpn_get_str(digits, 10, limbs, (mp_size_t)count);
    size_t zeros = 0;
    while (zeros + 1 < size && digits[zeros] == 0)
        zeros++;
    if (constant->integer.negative)
        output_char(output, '-');
    for (size_t i = zeros; i < size; i++)
        output_char(output, (char)('0' + digits[i]));
}

// The shortest decimal that reads back as `value`, in the layout of repr(); `.0` marks a whole
// number where `point` asks for it.
static void output_double(Output *output, double value, bool point)
{
    char text[40];
    if (isinf(value) || isnan(value)) {
        output_z(output, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
        return;
    }
    int precision = 1;
    do
        snprintf(text, sizeof text, "%.*e", precision - 1, value);
    while (precision++ < 17 && strtod(text, NULL) != value);
    char *e = strchr(text, 'e');
    int exponent = atoi(e + 1);
    if (exponent < -4 || exponent >= 16) {
        output_text(output, text, (size_t)(e - text));
        snprintf(text, sizeof text, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
        output_z(output, text);
        return;
    }
    int decimals = precision - 2 - exponent;
    snprintf(text, sizeof text, "%.*f", decimals > 0 ? decimals : 0, value);
    output_z(output, text);
    if (point && decimals <= 0)
        output_z(output, ".0");
}

static void output_escape(Output *output, uint32_t point)
{
    char text[12];
    int size = point <= 0xff     ? snprintf(text, sizeof text, "\\x%02x", point)
               : point <= 0xffff ? snprintf(text, sizeof text, "\\u%04x", point)
                                 : snprintf(text, sizeof text, "\\U%08x", point);
    output_text(output, text, (size_t)size);
}

static void output_ascii(Output *output, unsigned char c, char quote)
{
    switch (c) {
    case '\n':
        output_z(output, "\\n");
        return;
    case '\r':
        output_z(output, "\\r");
        return;
    case '\t':
        output_z(output, "\\t");
        return;
    default:
        break;
    }
    if (c == (unsigned char)quote || c == '\\')
        output_char(output, '\\');
    if (c < ' ' || c == 0x7f)
        output_escape(output, c);
    else
        output_char(output, (char)c);
}

static char choose_quote(const char *text, size_t size)
{
    bool has_single = size && memchr(text, '\'', size);
    bool has_double = size && memchr(text, '"', size);
    return has_single && !has_double ? '"' : '\'';
}

// Decodes one code point, surrogates included, of text that is well-formed otherwise.
static uint32_t decode(const unsigned char *text, uint32_t *size)
{
    if (text[0] < 0xe0) {
        *size = 2;
        return (uint32_t)(text[0] & 0x1f) << 6 | (text[1] & 0x3f);
    }
    if (text[0] < 0xf0) {
        *size = 3;
        return (uint32_t)(text[0] & 0x0f) << 12 | (uint32_t)(text[1] & 0x3f) << 6 |
               (text[2] & 0x3f);
    }
    *size = 4;
    return (uint32_t)(text[0] & 0x07) << 18 | (uint32_t)(text[1] & 0x3f) << 12 |
           (uint32_t)(text[2] & 0x3f) << 6 | (text[3] & 0x3f);
}

static bool is_printable(uint32_t point)
{
    const uint32_t hidden = UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z;
    return !uc_is_general_category_withtable(point, hidden);
}

void output_str(Output *output, const char *text, size_t size)
{
    char quote = choose_quote(text, size);
    output_char(output, quote);
    for (size_t i = 0; i < size;) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x80) {
            output_ascii(output, c, quote);
            i++;
            continue;
        }
        uint32_t length;
        uint32_t point = decode((const unsigned char *)text + i, &length);
        if (is_printable(point))
            output_text(output, text + i, length);
        else
            output_escape(output, point);
        i += length;
    }
    output_char(output, quote);
}

static void output_bytes(Output *output, const char *text, size_t size)
{
    char quote = choose_quote(text, size);
    output_char(output, 'b');
    output_char(output, quote);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x80)
            output_ascii(output, c, quote);
        else
            output_escape(output, c);
    }
    output_char(output, quote);
}

static void output_items(Output *output, Arena *arena, const Constant *constant, char open,
                         char close)
{
    output_char(output, open);
    for (uint32_t i = 0; i < constant->items.count; i++) {
        if (i > 0)
            output_z(output, ", ");
        output_constant(output, arena, constant->items.items[i]);
    }
    if (open == '(' && constant->items.count == 1 && constant->kind == CONSTANT_TUPLE)
        output_char(output, ',');
    output_char(output, close);
}

static void output_complex(Output *output, double real, double imag)
{
    bool imag_only = real == 0 && !signbit(real);
    if (imag_only) {
        output_double(output, imag, false);
        output_char(output, 'j');
        return;
    }
    output_char(output, '(');
    output_double(output, real, false);
    if (!signbit(imag))
        output_char(output, '+');
    output_double(output, imag, false);
    output_z(output, "j)");
}

void output_constant(Output *output, Arena *arena, const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_NONE:
        output_z(output, "None");
        break;
    case CONSTANT_FALSE:
        output_z(output, "False");
        break;
    case CONSTANT_TRUE:
        output_z(output, "True");
        break;
    case CONSTANT_ELLIPSIS:
        output_z(output, "Ellipsis");
        break;
    case CONSTANT_INT:
        output_int(output, arena, constant);
        break;
    case CONSTANT_FLOAT:
        output_double(output, constant->real, true);
        break;
    case CONSTANT_COMPLEX:
        output_complex(output, constant->complex.real, constant->complex.imag);
        break;
    case CONSTANT_STR:
        output_str(output, constant->text.bytes, constant->text.size);
        break;
    case CONSTANT_BYTES:
        output_bytes(output, constant->text.bytes, constant->text.size);
        break;
    case CONSTANT_TUPLE:
        output_items(output, arena, constant, '(', ')');
        break;
    case CONSTANT_FROZENSET:
        output_z(output, "frozenset(");
        output_items(output, arena, constant, '{', '}');
        output_char(output, ')');
        break;
    case CONSTANT_RANGE:
        output_z(output, "range");
        output_items(output, arena, constant, '(', ')');
        break;
    }
}
