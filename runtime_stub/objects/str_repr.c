// SPDX-License-Identifier: MIT
// repr and ascii of texts: quotes and escapes.
#include "str.h"
#include "text.h"

char fz_quote_for(FzText text)
{
    bool single = false;
    bool twofold = false;
    for (uint32_t i = 0; i < text.size; i++) {
        single |= text.bytes[i] == '\'';
        twofold |= text.bytes[i] == '"';
    }
    return single && !twofold ? '"' : '\'';
}

static void add_hex(FzVm *vm, FzBuilder *builder, uint32_t number, uint32_t digits)
{
    while (digits-- > 0) {
        uint32_t digit = number >> digits * 4 & 15;
        char c = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
        fz_builder_add(vm, builder, &c, 1);
    }
}

void fz_builder_add_escaped(FzVm *vm, FzBuilder *builder, uint32_t c, char quote, bool printable)
{
    char escape[2] = {'\\', c == '\n' ? 'n' : c == '\t' ? 't' : c == '\r' ? 'r' : (char)c};
    bool named = c == '\n' || c == '\t' || c == '\r' || c == '\\' || (c == (uint8_t)quote);
    if (!named && printable) {
        fz_builder_add_char(vm, builder, c);
        return;
    }
    if (!named)
        escape[1] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
    fz_builder_add(vm, builder, escape, 2);
    if (!named)
        add_hex(vm, builder, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

static bool shown_in(uint32_t c, bool only_ascii)
{
    bool surrogate = c >= 0xd800 && c <= 0xdfff;
    return (!only_ascii || c < 0x80) && !surrogate && fz_char_printable(c);
}

FzValue fz_str_repr(FzVm *vm, FzValue text)
{
    FzText view;
    FzBuilder builder;
    FzValue *slot = fz_push(vm, text);
    fz_text_view(vm, text, &view);
    char quote = fz_quote_for(view);
    fz_builder_open(vm, &builder);
    fz_builder_add(vm, &builder, &quote, 1);
    for (uint32_t at = 0; at < view.size;) {
        uint32_t size;
        fz_text_view(vm, *slot, &view);
        uint32_t c = fz_utf8_decode(view.bytes + at, &size);
        fz_builder_add_escaped(vm, &builder, c, quote, shown_in(c, false));
        at += size;
    }
    fz_builder_add(vm, &builder, &quote, 1);
    FzValue result = fz_builder_close(vm, &builder);
    vm->sp = slot;
    return result;
}

FzValue fz_str_ascii(FzVm *vm, FzValue value)
{
    FzValue text = fz_repr(vm, value);
    if (text == FZ_NULL || fz_str_is_ascii(vm, text))
        return text;
    FzBuilder builder;
    FzValue *slot = fz_push(vm, text);
    fz_builder_open(vm, &builder);
    for (uint32_t at = 0; at < fz_count_of(vm, *slot);) {
        uint32_t size;
        uint32_t c = fz_utf8_decode(FZ_STR(vm, *slot)->text + at, &size);
        if (c < 0x80)
            fz_builder_add_char(vm, &builder, c);
        else
            fz_builder_add_escaped(vm, &builder, c, '\'', false);
        at += size;
    }
    FzValue result = fz_builder_close(vm, &builder);
    vm->sp = slot;
    return result;
}
