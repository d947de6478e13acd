// SPDX-License-Identifier: MIT
// The text of string literals: escapes, line ends and doubled braces. What a run of source stands
// for is never longer than the run, so the buffer is grown once.
#include "literal.h"

#include "char_name.h"

#include <string.h>

typedef struct {
    Diagnostics *diags;
    const Source *source;
    TextForm form;
    const char *at; // next byte to read
    const char *end;
    char *out; // next byte to write
} Reader;

// Encodes as UTF-8, surrogates as three bytes like any other code point of their size.
static void put_point(Reader *reader, uint32_t point)
{
    char *out = reader->out;
    if (point < 0x80) {
        *out++ = (char)point;
    } else if (point < 0x800) {
        *out++ = (char)(0xc0 | point >> 6);
        *out++ = (char)(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        *out++ = (char)(0xe0 | point >> 12);
        *out++ = (char)(0x80 | (point >> 6 & 0x3f));
        *out++ = (char)(0x80 | (point & 0x3f));
    } else {
        *out++ = (char)(0xf0 | point >> 18);
        *out++ = (char)(0x80 | (point >> 12 & 0x3f));
        *out++ = (char)(0x80 | (point >> 6 & 0x3f));
        *out++ = (char)(0x80 | (point & 0x3f));
    }
    reader->out = out;
}

static Span span_from(const Reader *reader, const char *from)
{
    const char *text = reader->source->text;
    return (Span){(uint32_t)(from - text), (uint32_t)(reader->at - text)};
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 32);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// \xHH, \uHHHH, \UHHHHHHHH; `at` is behind the letter.
static bool read_hex(Reader *reader, const char *backslash, int digits)
{
    uint32_t value = 0;
    for (int i = 0; i < digits; i++) {
        int digit = reader->at < reader->end ? hex_value(*reader->at) : -1;
        if (digit < 0) {
            diag_report(reader->diags, reader->source, span_from(reader, backslash),
                        DIAG_SHORT_ESCAPE, backslash[1], digits);
            return false;
        }
        value = value << 4 | (uint32_t)digit;
        reader->at++;
    }
    if (value > 0x10ffff) {
        diag_report(reader->diags, reader->source, span_from(reader, backslash),
                    DIAG_ESCAPE_TOO_LARGE);
        return false;
    }
    if (reader->form.bytes)
        *reader->out++ = (char)value;
    else
        put_point(reader, value);
    return true;
}

// \N{name}; `at` is behind the N.
static bool read_named(Reader *reader, const char *backslash)
{
    enum { LONGEST_SHOWN = 60 };
    const char *open = reader->at;
    const char *close = NULL;
    if (open < reader->end && *open == '{')
        close = memchr(open, '}', (size_t)(reader->end - open));
    if (!close || close == open + 1) {
        diag_report(reader->diags, reader->source, span_from(reader, backslash),
                    DIAG_BAD_NAME_ESCAPE);
        return false;
    }
    size_t size = (size_t)(close - open - 1);
    uint32_t point;
    reader->at = close + 1;
    if (!char_by_name(open + 1, size, &point)) {
        int shown = (int)(size < LONGEST_SHOWN ? size : LONGEST_SHOWN);
        diag_report(reader->diags, reader->source, span_from(reader, backslash),
                    DIAG_UNKNOWN_CHARACTER_NAME, shown, open + 1);
        return false;
    }
    put_point(reader, point);
    return true;
}

static void read_octal(Reader *reader)
{
    uint32_t value = 0;
    for (int i = 0; i < 3 && reader->at < reader->end; i++, reader->at++) {
        if (*reader->at < '0' || *reader->at > '7')
            break;
        value = value << 3 | (uint32_t)(*reader->at - '0');
    }
    if (reader->form.bytes)
        *reader->out++ = (char)value;
    else
        put_point(reader, value);
}

static void skip_newline(Reader *reader)
{
    bool is_pair = reader->at[0] == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n';
    reader->at += is_pair ? 2 : 1;
}

// The character that \c stands for when that is a fixed one, else 0.
static char simple_escape(char c)
{
    switch (c) {
    case '\\':
    case '\'':
    case '"':
        return c;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return 0;
    }
}

static void warn_of_escape(const Reader *reader, const char *backslash)
{
    uint32_t start = (uint32_t)(backslash - reader->source->text);
    int size = 1;
    while (backslash + 1 + size < reader->end && ((unsigned char)backslash[1 + size] & 0xc0) == 0x80)
        size++;
    diag_report(reader->diags, reader->source, (Span){start, start + 1 + (uint32_t)size},
                DIAG_INVALID_ESCAPE, size, backslash + 1, size, backslash + 1);
}

static bool read_escape(Reader *reader)
{
    const char *backslash = reader->at++;
    if (reader->at == reader->end) {
        *reader->out++ = '\\';
        return true;
    }
    char c = *reader->at;
    char simple = simple_escape(c);
    if (simple) {
        reader->at++;
        *reader->out++ = simple;
        return true;
    }
    if (c == '\n' || c == '\r') {
        skip_newline(reader);
        return true;
    }
    if (c >= '0' && c <= '7') {
        read_octal(reader);
        return true;
    }
    bool text_escape = !reader->form.bytes && (c == 'u' || c == 'U' || c == 'N');
    if (c != 'x' && !text_escape) {
        *reader->out++ = '\\'; // no escape: both characters stand for themselves
        warn_of_escape(reader, backslash);
        return true;
    }
    reader->at++;
    if (c == 'N')
        return read_named(reader, backslash);
    return read_hex(reader, backslash, c == 'x' ? 2 : c == 'u' ? 4 : 8);
}

// Copies up to the next byte that needs a look.
static void copy_plain(Reader *reader)
{
    enum { LONG = 64 };
    const char *from = reader->at;
    const char *at = from;
    if (reader->end - from > LONG && !reader->form.braces) {
        at = reader->end;
        const char *stop = reader->form.raw ? NULL : memchr(from, '\\', (size_t)(at - from));
        at = stop ? stop : at;
        stop = memchr(from, '\r', (size_t)(at - from));
        at = stop ? stop : at;
    }
    while (at < reader->end && *at != '\\' && *at != '\r' && *at != '{' && *at != '}')
        at++;
    memcpy(reader->out, from, (size_t)(at - from));
    reader->out += at - from;
    reader->at = at;
}

static bool read_text(Reader *reader)
{
    for (;;) {
        copy_plain(reader);
        if (reader->at == reader->end)
            return true;
        char c = *reader->at;
        if (c == '\r') {
            skip_newline(reader);
            *reader->out++ = '\n';
        } else if (c == '\\' && !reader->form.raw) {
            if (!read_escape(reader))
                return false;
        } else {
            *reader->out++ = c;
            reader->at++;
            bool doubled = reader->form.braces && (c == '{' || c == '}');
            if (doubled && reader->at < reader->end && *reader->at == c)
                reader->at++;
        }
    }
}

static bool check_ascii(Reader *reader)
{
    for (const char *at = reader->at; at < reader->end; at++) {
        if ((unsigned char)*at >= 0x80) {
            uint32_t start = (uint32_t)(at - reader->source->text);
            diag_report(reader->diags, reader->source, (Span){start, start + 1},
                        DIAG_BYTES_NOT_ASCII);
            return false;
        }
    }
    return true;
}

bool literal_append_text(Arena *arena, Diagnostics *diags, const Source *source, Span text,
                         TextForm form, TextBuffer *out)
{
    if (text.start == text.end)
        return true;
    uint32_t need = out->count + (text.end - text.start);
    if (need > out->capacity)
        out->items = vec_grow(arena, out->items, out->count, &out->capacity, need, 1);
    Reader reader = {diags,
                     source,
                     form,
                     source->text + text.start,
                     source->text + text.end,
                     out->items + out->count};
    if (form.bytes && !check_ascii(&reader))
        return false;
    bool fine = read_text(&reader);
    out->count = (uint32_t)(reader.out - out->items);
    return fine;
}
