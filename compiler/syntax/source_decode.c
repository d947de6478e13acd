// SPDX-License-Identifier: MIT
// Byte order mark, coding comment and the encodings with one byte a character that sources use.
#include "source_decode.h"

#include <string.h>
#include <unistr.h>

typedef enum {
    ENCODING_UTF_8,
    ENCODING_ASCII,
    ENCODING_LATIN_1,
    ENCODING_LATIN_9,
    ENCODING_CP1252
} Encoding;

// Names are compared in lower case with '-' for '_'.
static const struct {
    const char *name;
    Encoding encoding;
} encodings[] = {
    {"utf-8", ENCODING_UTF_8},
    {"utf8", ENCODING_UTF_8},
    {"u8", ENCODING_UTF_8},
    {"utf-8-sig", ENCODING_UTF_8},
    {"utf", ENCODING_UTF_8},
    {"cp65001", ENCODING_UTF_8},
    {"ascii", ENCODING_ASCII},
    {"us-ascii", ENCODING_ASCII},
    {"646", ENCODING_ASCII},
    {"latin-1", ENCODING_LATIN_1},
    {"latin1", ENCODING_LATIN_1},
    {"l1", ENCODING_LATIN_1},
    {"latin", ENCODING_LATIN_1},
    {"iso-8859-1", ENCODING_LATIN_1},
    {"iso8859-1", ENCODING_LATIN_1},
    {"iso-latin-1", ENCODING_LATIN_1},
    {"8859", ENCODING_LATIN_1},
    {"cp819", ENCODING_LATIN_1},
    {"latin-9", ENCODING_LATIN_9},
    {"latin9", ENCODING_LATIN_9},
    {"l9", ENCODING_LATIN_9},
    {"iso-8859-15", ENCODING_LATIN_9},
    {"iso8859-15", ENCODING_LATIN_9},
    {"cp1252", ENCODING_CP1252},
    {"windows-1252", ENCODING_CP1252},
    {"1252", ENCODING_CP1252},
};

// Where iso-8859-15 differs from iso-8859-1.
static const struct {
    unsigned char byte;
    uint16_t point;
} latin_9[] = {
    {0xa4, 0x20ac}, {0xa6, 0x160}, {0xa8, 0x161}, {0xb4, 0x17d},
    {0xb8, 0x17e},  {0xbc, 0x152}, {0xbd, 0x153}, {0xbe, 0x178},
};

// Bytes 0x80 to 0x9f of cp1252; 0 where there is no character.
static const uint16_t cp1252[32] = {
    0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17d,  0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178,
};

enum { LONGEST_NAME = 40 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static bool is_name_byte(char c)
{
    return (unsigned char)(c - '0') < 10 || (unsigned char)((c | 32) - 'a') < 26 || c == '-' ||
           c == '_' || c == '.';
}

// Finds `coding: name` or `coding=name` in a comment that is alone on its line.
static bool find_cookie(const char *text, uint32_t start, uint32_t end, Span *name)
{
    while (start < end && is_blank(text[start]))
        start++;
    if (start == end || text[start] != '#')
        return false;
    for (uint32_t i = start; i + 7 <= end; i++) {
        if (memcmp(text + i, "coding", 6) != 0 || (text[i + 6] != ':' && text[i + 6] != '='))
            continue;
        uint32_t at = i + 7;
        while (at < end && (text[at] == ' ' || text[at] == '\t'))
            at++;
        uint32_t from = at;
        while (at < end && is_name_byte(text[at]))
            at++;
        *name = (Span){from, at};
        if (at > from)
            return true;
    }
    return false;
}

// True when the line has nothing but blanks and a comment, so that the next may hold the cookie.
static bool is_empty_line(const char *text, uint32_t start, uint32_t end)
{
    while (start < end && is_blank(text[start]))
        start++;
    return start == end || text[start] == '#' || text[start] == '\n' || text[start] == '\r';
}

static bool find_declaration(const Source *source, Span *name)
{
    for (uint32_t line = 0; line < 2 && line < source->line_count; line++) {
        uint32_t start = source->line_starts[line];
        uint32_t end = line + 1 < source->line_count ? source->line_starts[line + 1] : source->size;
        if (find_cookie(source->text, start, end, name))
            return true;
        if (!is_empty_line(source->text, start, end))
            return false;
    }
    return false;
}

static bool find_encoding(const char *name, uint32_t size, Encoding *out)
{
    char plain[LONGEST_NAME];
    if (size >= LONGEST_NAME)
        return false;
    for (uint32_t i = 0; i < size; i++) {
        char c = name[i];
        plain[i] = c == '_' ? '-' : (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    plain[size] = 0;
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        if (strcmp(encodings[i].name, plain) == 0) {
            *out = encodings[i].encoding;
            return true;
        }
    }
    // Editors add the kind of line ends: utf-8-unix, latin-1-dos.
    char *dash = strrchr(plain, '-');
    bool has_suffix = dash && (strcmp(dash, "-unix") == 0 || strcmp(dash, "-dos") == 0 ||
                               strcmp(dash, "-mac") == 0);
    return has_suffix && find_encoding(name, (uint32_t)(dash - plain), out);
}

// With a byte order mark, CPython accepts only this name of the encoding.
static bool is_plain_utf_8(const char *name, uint32_t size)
{
    return size >= 5 && (name[0] | 32) == 'u' && (name[1] | 32) == 't' && (name[2] | 32) == 'f' &&
           (name[3] == '-' || name[3] == '_') && name[4] == '8';
}

// The code point of a byte, or 0 when the encoding has none.
static uint32_t decode_byte(Encoding encoding, unsigned char byte)
{
    if (byte < 0x80)
        return byte;
    switch (encoding) {
    case ENCODING_UTF_8:
    case ENCODING_ASCII:
        return 0;
    case ENCODING_LATIN_1:
        return byte;
    case ENCODING_LATIN_9:
        for (size_t i = 0; i < sizeof latin_9 / sizeof *latin_9; i++)
            if (latin_9[i].byte == byte)
                return latin_9[i].point;
        return byte;
    case ENCODING_CP1252:
        return byte < 0xa0 ? cp1252[byte - 0x80] : byte;
    }
    return 0;
}

// Rewrites the source as UTF-8, character by character.
static bool transcode(Arena *arena, Diagnostics *diags, const Source *source, Encoding encoding,
                      Span name, Source *out)
{
    char *text = arena_alloc(arena, (size_t)source->size * 3 + 1);
    uint32_t size = 0;
    for (uint32_t i = 0; i < source->size; i++) {
        unsigned char byte = (unsigned char)source->text[i];
        uint32_t point = decode_byte(encoding, byte);
        if (point == 0 && byte != 0) {
            diag_report(diags, source, (Span){i, i + 1}, DIAG_NOT_IN_ENCODING, byte,
                        (int)(name.end - name.start), source->text + name.start);
            return false;
        }
        size += (uint32_t)u8_uctomb((uint8_t *)text + size, point, 4);
    }
    source_from_text(arena, source->path, text, size, out);
    return true;
}

static bool check_text(Diagnostics *diags, const Source *source)
{
    const uint8_t *text = (const uint8_t *)source->text;
    const char *nul = memchr(source->text, 0, source->size);
    if (nul) {
        uint32_t at = (uint32_t)(nul - source->text);
        diag_report(diags, source, (Span){at, at + 1}, DIAG_NUL_BYTE);
        return false;
    }
    uint32_t ascii = 0; // most sources are nothing else
    for (uint64_t piece; ascii + sizeof piece <= source->size; ascii += sizeof piece) {
        memcpy(&piece, text + ascii, sizeof piece);
        if (piece & UINT64_C(0x8080808080808080))
            break;
    }
    const uint8_t *bad = u8_check(text + ascii, source->size - ascii);
    if (!bad)
        return true;
    uint32_t at = (uint32_t)(bad - text);
    diag_report(diags, source, (Span){at, at + 1}, DIAG_NOT_UTF8, *bad);
    return false;
}

bool source_decode(Arena *arena, Diagnostics *diags, const Source *source, Source *out)
{
    bool has_mark = source->size >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0;
    Encoding encoding = ENCODING_UTF_8;
    Span name = {0, 0};
    if (has_mark) {
        Source *rest = ARENA_NEW(arena, Source);
        source_from_text(arena, source->path, source->text + 3, source->size - 3, rest);
        source = rest;
    }
    *out = *source;
    if (find_declaration(source, &name)) {
        const char *text = source->text + name.start;
        int size = (int)(name.end - name.start);
        if (!find_encoding(text, (uint32_t)size, &encoding)) {
            diag_report(diags, source, name, DIAG_UNKNOWN_ENCODING, size, text);
            return false;
        }
        if (has_mark && !is_plain_utf_8(text, (uint32_t)size)) {
            diag_report(diags, source, name, DIAG_ENCODING_AND_MARK, size, text);
            return false;
        }
    }
    if (encoding != ENCODING_UTF_8 && !transcode(arena, diags, source, encoding, name, out))
        return false;
    return check_text(diags, out);
}
