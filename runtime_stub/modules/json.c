// SPDX-License-Identifier: MIT
// The module _json: what json does for every character of a text.
#include "../objects/text.h"
#include "flashfreeze/natives.h"

static void add_unit(FzVm *vm, FzBuilder *builder, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                      digits[unit & 15]};
    fz_builder_add(vm, builder, escape, sizeof escape);
}

static char escape_of(uint32_t c)
{
    switch (c) {
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return c == '"' || c == '\\' ? (char)c : '\0';
    }
}

static void add_quoted(FzVm *vm, FzBuilder *builder, uint32_t c, bool ascii)
{
    char escape[2] = {'\\', escape_of(c)};
    if (escape[1]) {
        fz_builder_add(vm, builder, escape, 2);
    } else if (c >= 0x20 && (c < 0x7f || !ascii)) {
        fz_builder_add_char(vm, builder, c);
    } else if (c < 0x10000) {
        add_unit(vm, builder, c);
    } else {
        add_unit(vm, builder, 0xd800 + ((c - 0x10000) >> 10));
        add_unit(vm, builder, 0xdc00 + (c & 0x3ff));
    }
}

// quote(text, ascii): the text between quotes.
FzValue fz_json_quote(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    argv[0] = fz_unwrap(vm, argv[0]);
    FzText view;
    if (!fz_is_kind(vm, argv[0], FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "first argument must be a string, not %t", argv[0]);
    int ascii = fz_truth(vm, argv[1]);
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    fz_builder_add(vm, &builder, "\"", 1);
    fz_text_view(vm, argv[0], &view);
    for (uint32_t at = 0; at < view.size && !builder.failed;) {
        uint32_t size;
        fz_text_view(vm, argv[0], &view);
        add_quoted(vm, &builder, fz_utf8_decode(view.bytes + at, &size), ascii > 0);
        at += size;
    }
    fz_builder_add(vm, &builder, "\"", 1);
    return fz_builder_close(vm, &builder);
}

// Four hex digits, or -1.
static int32_t unit_at(FzText text, uint32_t at)
{
    int32_t unit = 0;
    if (text.size < 4 || at > text.size - 4)
        return -1;
    for (uint32_t i = at; i < at + 4; i++) {
        uint8_t c = text.bytes[i];
        uint8_t low = c | 0x20;
        if (c >= '0' && c <= '9')
            unit = unit << 4 | (c - '0');
        else if (low >= 'a' && low <= 'f')
            unit = unit << 4 | (low - 'a' + 10);
        else
            return -1;
    }
    return unit;
}

static int32_t plain_escape(uint8_t c)
{
    static const char names[] = "\"\\/bfnrt";
    static const char values[] = "\"\\/\b\f\n\r\t";
    for (uint32_t i = 0; names[i]; i++)
        if (names[i] == (char)c)
            return values[i];
    return -1;
}

// The character of the escape at text.bytes[*at] == '\\'; -1 for a wrong one. Moves *at behind it.
static int32_t escaped(FzText text, uint32_t *at)
{
    if (*at + 1 >= text.size)
        return -1;
    uint8_t c = text.bytes[*at + 1];
    if (c != 'u') {
        *at += 2;
        return plain_escape(c);
    }
    int32_t unit = unit_at(text, *at + 2);
    if (unit < 0)
        return -1;
    *at += 6;
    bool pair = unit >> 10 == 0xd800 >> 10 && *at + 6 <= text.size && text.bytes[*at] == '\\' &&
                text.bytes[*at + 1] == 'u';
    int32_t low = pair ? unit_at(text, *at + 2) : -1;
    if (low >> 10 != 0xdc00 >> 10)
        return unit;
    *at += 6;
    return 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
}

static FzValue pair_of(FzVm *vm, FzValue text, FzValue number)
{
    FzValue *at = fz_push(vm, text);
    fz_push(vm, number);
    FzValue pair = fz_tuple_new(vm, at, 2);
    vm->sp = at;
    return pair;
}

// An index into a str as an offset; TypeError for other operands.
static bool offset_argument(FzVm *vm, FzValue *argv, uint32_t *offset)
{
    int32_t index;
    argv[0] = fz_unwrap(vm, argv[0]);
    if (!fz_is_kind(vm, argv[0], FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "first argument must be a string, not %t", argv[0]);
        return false;
    }
    if (!fz_as_index(vm, argv[1], &index))
        return false;
    *offset = index < 0 || (uint32_t)index > fz_str_length(vm, argv[0])
                  ? fz_count_of(vm, argv[0])
                  : fz_str_offset(vm, argv[0], (uint32_t)index);
    return true;
}

static FzValue index_of(const FzVm *vm, FzValue text, uint32_t offset)
{
    if (!fz_str_is_ascii(vm, text))
        offset = fz_utf8_length(FZ_STR(vm, text)->text, offset);
    return fz_from_int((int32_t)offset);
}

// unquote(text, start, strict): the text that begins at `start`, behind the quote, and the index
// behind its end; None and the index of what is wrong.
FzValue fz_json_unquote(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t start;
    int strict = fz_truth(vm, argv[2]);
    if (strict < 0 || !offset_argument(vm, argv, &start))
        return FZ_NULL;
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    FzText view;
    uint32_t at = start;
    uint32_t done = start; // what lies before it is in the builder
    for (fz_text_view(vm, argv[0], &view); at < view.size && view.bytes[at] != '"';) {
        uint8_t c = view.bytes[at];
        if (c < 0x20 && strict)
            return pair_of(vm, FZ_NONE, index_of(vm, argv[0], at));
        if (c != '\\') {
            at++;
            continue;
        }
        uint32_t place = at;
        int32_t unit = escaped(view, &at);
        if (unit < 0)
            return pair_of(vm, FZ_NONE, index_of(vm, argv[0], place));
        fz_builder_add_part(vm, &builder, &argv[0], done, place - done);
        fz_builder_add_char(vm, &builder, (uint32_t)unit);
        done = at;
        fz_text_view(vm, argv[0], &view);
    }
    if (at >= view.size)
        return pair_of(vm, FZ_NONE, index_of(vm, argv[0], at));
    fz_builder_add_part(vm, &builder, &argv[0], done, at - done);
    FzValue text = fz_builder_close(vm, &builder);
    if (text == FZ_NULL)
        return FZ_NULL;
    return pair_of(vm, text, index_of(vm, argv[0], at + 1));
}

static uint32_t skip_digits(FzText text, uint32_t at)
{
    while (at < text.size && text.bytes[at] >= '0' && text.bytes[at] <= '9')
        at++;
    return at;
}

// number_end(text, start): where the number at `start` ends (at `start` when there is none), and
// whether it is a float.
FzValue fz_json_number_end(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t start;
    FzText view;
    if (!offset_argument(vm, argv, &start))
        return FZ_NULL;
    fz_text_view(vm, argv[0], &view);
    uint32_t at = start;
    bool is_float = false;
    if (at < view.size && view.bytes[at] == '-')
        at++;
    uint32_t digits = at;
    at = at < view.size && view.bytes[at] == '0' ? at + 1 : skip_digits(view, at);
    if (at == digits)
        return pair_of(vm, argv[1], FZ_FALSE);
    uint32_t end = at;
    if (at < view.size && view.bytes[at] == '.' && (end = skip_digits(view, at + 1)) > at + 1) {
        is_float = true;
        at = end;
    }
    if (at < view.size && (view.bytes[at] | 0x20) == 'e') {
        uint32_t sign = at + 1;
        if (sign < view.size && (view.bytes[sign] == '+' || view.bytes[sign] == '-'))
            sign++;
        end = skip_digits(view, sign);
        if (end > sign) {
            is_float = true;
            at = end;
        }
    }
    return pair_of(vm, index_of(vm, argv[0], at), fz_from_bool(is_float));
}
