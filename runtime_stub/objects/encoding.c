// SPDX-License-Identifier: MIT
// Encoding texts and decoding bytes. What is well formed is copied; a builder takes over where an
// error handler replaces something.
#include "encoding.h"

#include "text.h"

#include <string.h>

typedef enum { UTF8, ASCII, LATIN1, UNKNOWN_CODEC } Codec;
typedef enum { STRICT, IGNORE, REPLACE, BACKSLASH, UNKNOWN_HANDLER } Handler;

enum { REPLACEMENT = 0xfffd };

// Whether a text is a name, without regard to case, hyphens and underscores.
static bool is_named(FzText text, const char *name)
{
    uint32_t i = 0;
    for (; i < text.size; i++) {
        uint8_t c = text.bytes[i];
        if (c == '-' || c == '_' || c == ' ')
            continue;
        if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != (uint8_t)*name)
            return false;
        name++;
    }
    return *name == 0;
}

static Codec codec_of(const FzVm *vm, FzValue encoding)
{
    static const struct {
        char name[10];
        uint8_t codec;
    } names[] = {
        {"utf8", UTF8},     {"u8", UTF8},         {"cp65001", UTF8},  {"ascii", ASCII},
        {"usascii", ASCII}, {"646", ASCII},       {"latin1", LATIN1}, {"latin", LATIN1},
        {"l1", LATIN1},     {"iso88591", LATIN1}, {"8859", LATIN1},   {"cp819", LATIN1},
    };
    FzText text;
    if (encoding == FZ_NULL)
        return UTF8;
    fz_text_view(vm, encoding, &text);
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is_named(text, names[i].name))
            return (Codec)names[i].codec;
    return UNKNOWN_CODEC;
}

static Handler handler_of(const FzVm *vm, FzValue errors)
{
    static const char names[][18] = {"strict", "ignore", "replace", "backslashreplace"};
    FzText text;
    if (errors == FZ_NULL)
        return STRICT;
    fz_text_view(vm, errors, &text);
    for (uint32_t i = 0; i < UNKNOWN_HANDLER; i++)
        if (is_named(text, names[i]))
            return (Handler)i;
    return UNKNOWN_HANDLER;
}

static const char *codec_name(Codec codec)
{
    return codec == UTF8 ? "utf-8" : codec == ASCII ? "ascii" : "latin-1";
}

static bool check_arguments(FzVm *vm, FzValue encoding, FzValue errors, Codec *codec,
                            Handler *handler)
{
    *codec = codec_of(vm, encoding);
    *handler = handler_of(vm, errors);
    if (*codec == UNKNOWN_CODEC)
        fz_raise(vm, FZ_TYPE_LOOKUP_ERROR, "unknown encoding: %v", encoding);
    return *codec != UNKNOWN_CODEC;
}

// A byte or character as it stands in messages: \xe9, \u20ac; gives the number of characters.
static void write_escape(char *out, char letter, uint32_t number, uint32_t digits)
{
    *out++ = '\\';
    *out++ = letter;
    while (digits-- > 0)
        *out++ = "0123456789abcdef"[number >> digits * 4 & 15];
    *out = 0;
}

static void escape_char(char out[11], uint32_t c)
{
    write_escape(out,
                 c < 0x100     ? 'x'
                 : c < 0x10000 ? 'u'
                               : 'U',
                 c,
                 c < 0x100     ? 2
                 : c < 0x10000 ? 4
                               : 8);
}

// ---- encode

static bool can_encode(Codec codec, uint32_t c)
{
    if (codec == UTF8)
        return c < 0xd800 || c > 0xdfff;
    return c < (codec == ASCII ? 0x80u : 0x100u);
}

static bool raise_encode(FzVm *vm, FzValue text, uint32_t at, Codec codec)
{
    FzText view;
    uint32_t size;
    fz_text_view(vm, text, &view);
    uint32_t first = fz_utf8_length(view.bytes, at);
    uint32_t c = fz_utf8_decode(view.bytes + at, &size);
    uint32_t count = 1;
    const char *reason = codec == UTF8    ? "surrogates not allowed"
                         : codec == ASCII ? "ordinal not in range(128)"
                                          : "ordinal not in range(256)";
    uint32_t ignored;
    for (at += size;
         at < view.size && !can_encode(codec, fz_utf8_decode(view.bytes + at, &ignored)); count++)
        at += ignored;
    if (count > 1) {
        fz_raise(vm, FZ_TYPE_UNICODE_ENCODE_ERROR,
                 "'%s' codec can't encode characters in position %u-%u: %s", codec_name(codec),
                 first, first + count - 1, reason);
        return false;
    }
    char escape[11];
    escape_char(escape, c);
    fz_raise(vm, FZ_TYPE_UNICODE_ENCODE_ERROR,
             "'%s' codec can't encode character '%s' in position %u: %s", codec_name(codec), escape,
             first, reason);
    return false;
}

static bool unknown_handler(FzVm *vm, FzValue errors)
{
    fz_raise(vm, FZ_TYPE_LOOKUP_ERROR, "unknown error handler name '%v'", errors);
    return false;
}

// Adds what stands for the character at `at`, which cannot be encoded.
static bool handle_encode(FzVm *vm, FzBuilder *builder, const FzValue *text, uint32_t at,
                          Codec codec, Handler handler)
{
    uint32_t size;
    char escape[11];
    switch (handler) {
    case IGNORE:
        return true;
    case REPLACE:
        fz_builder_add(vm, builder, "?", 1);
        return true;
    case BACKSLASH:
        escape_char(escape, fz_utf8_decode(FZ_STR(vm, *text)->text + at, &size));
        fz_builder_add_z(vm, builder, escape);
        return true;
    case STRICT:
    case UNKNOWN_HANDLER:
        break;
    }
    return raise_encode(vm, *text, at, codec);
}

FzValue fz_encode(FzVm *vm, FzValue text, FzValue encoding, FzValue errors)
{
    Codec codec;
    Handler handler;
    FzBuilder builder;
    if (!check_arguments(vm, encoding, errors, &codec, &handler))
        return FZ_NULL;
    FzValue *slot = fz_push(vm, text);
    fz_push(vm, errors);
    fz_builder_open(vm, &builder);
    bool is_ascii = fz_str_is_ascii(vm, *slot);
    if (is_ascii)
        fz_builder_add_part(vm, &builder, slot, 0, fz_count_of(vm, *slot));
    uint32_t size;
    for (uint32_t at = is_ascii ? builder.size : 0;
         at < fz_count_of(vm, *slot) && !builder.failed; at += size) {
        uint32_t c = fz_utf8_decode(FZ_STR(vm, *slot)->text + at, &size);
        if (!can_encode(codec, c)) {
            if (handler == UNKNOWN_HANDLER ? !unknown_handler(vm, slot[1])
                                           : !handle_encode(vm, &builder, slot, at, codec, handler))
                return FZ_NULL;
        } else if (codec == UTF8) {
            fz_builder_add_char(vm, &builder, c);
        } else {
            char byte = (char)c;
            fz_builder_add(vm, &builder, &byte, 1);
        }
    }
    FzValue result = fz_builder_close_bytes(vm, &builder);
    vm->sp = slot;
    return result;
}

// ---- decode

// Size of the character that starts the bytes, and its code point; 0 when they are wrong.
static uint32_t decode_char(FzText rest, Codec codec, uint32_t *c, uint32_t *bad)
{
    uint32_t size = 1;
    *bad = 1;
    *c = rest.bytes[0];
    if (codec != UTF8)
        return codec == LATIN1 || *c < 0x80;
    size = fz_utf8_check(rest.bytes, rest.size, bad);
    if (size > 0)
        *c = fz_utf8_decode(rest.bytes, &size);
    return size;
}

static void raise_decode(FzVm *vm, FzText rest, uint32_t at, uint32_t bad, Codec codec)
{
    uint8_t first = rest.bytes[0];
    const char *reason = codec == ASCII                 ? "ordinal not in range(128)"
                         : first < 0xc2 || first > 0xf4 ? "invalid start byte"
                         : bad == rest.size             ? "unexpected end of data"
                                                        : "invalid continuation byte";
    char escape[11];
    write_escape(escape, 'x', first, 2);
    if (bad > 1)
        fz_raise(vm, FZ_TYPE_UNICODE_DECODE_ERROR,
                 "'%s' codec can't decode bytes in position %u-%u: %s", codec_name(codec), at,
                 at + bad - 1, reason);
    else
        fz_raise(vm, FZ_TYPE_UNICODE_DECODE_ERROR,
                 "'%s' codec can't decode byte 0%s in position %u: %s", codec_name(codec),
                 escape + 1, at, reason);
}

static bool handle_decode(FzVm *vm, FzBuilder *builder, FzText rest, uint32_t at, uint32_t bad,
                          Codec codec, Handler handler)
{
    char escapes[3][11];
    if (handler == STRICT) {
        raise_decode(vm, rest, at, bad, codec);
        return false;
    }
    for (uint32_t i = 0; i < bad; i++)
        write_escape(escapes[i], 'x', rest.bytes[i], 2);
    if (handler == REPLACE)
        fz_builder_add_char(vm, builder, REPLACEMENT);
    for (uint32_t i = 0; handler == BACKSLASH && i < bad; i++)
        fz_builder_add_z(vm, builder, escapes[i]);
    return true;
}

FzValue fz_decode(FzVm *vm, FzValue bytes, FzValue encoding, FzValue errors)
{
    Codec codec;
    Handler handler;
    FzBuilder builder;
    if (!check_arguments(vm, encoding, errors, &codec, &handler))
        return FZ_NULL;
    FzValue *slot = fz_push(vm, bytes);
    fz_push(vm, errors);
    fz_builder_open(vm, &builder);
    for (uint32_t at = 0; !builder.failed;) {
        FzText rest;
        uint32_t c;
        uint32_t bad;
        if (!fz_text_view(vm, *slot, &rest) || at >= rest.size)
            break;
        rest.bytes += at;
        rest.size -= at;
        uint32_t size = decode_char(rest, codec, &c, &bad);
        if (size > 0)
            fz_builder_add_char(vm, &builder, c);
        else if (handler == UNKNOWN_HANDLER
                     ? !unknown_handler(vm, slot[1])
                     : !handle_decode(vm, &builder, rest, at, bad, codec, handler))
            return FZ_NULL;
        at += size > 0 ? size : bad;
    }
    FzValue result = fz_builder_close(vm, &builder);
    vm->sp = slot;
    return result;
}
