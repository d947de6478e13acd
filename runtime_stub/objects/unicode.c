// SPDX-License-Identifier: MIT
// Properties of characters. ASCII is answered by comparison, the rest by walking a table of the
// distances at which a property changes: a few hundred bytes for all of Unicode, and scripts in
// common use come early.
#include "str.h"
#include "unicode_tables.h"

enum { TABLES_START = 0x80 };
#define NOT_FOUND 0xffffffffu

typedef struct {
    const uint8_t *at;
    const uint8_t *end;
} Stream;

static uint32_t take(Stream *stream)
{
    uint32_t number = 0;
    for (uint32_t shift = 0;; shift += 7) {
        uint8_t byte = *stream->at++;
        number |= (byte & 0x7fu) << shift;
        if (byte < 0x80)
            return number;
    }
}

static uint32_t take_signed(Stream *stream)
{
    uint32_t number = take(stream);
    return number & 1 ? 0u - (number >> 1) - 1 : number >> 1;
}

// How far a code point lies into its run of members, or NOT_FOUND.
static uint32_t place_in(const uint8_t *table, uint32_t size, uint32_t code_point)
{
    Stream stream = {table, table + size};
    uint32_t at = TABLES_START;
    uint32_t run = 0;
    bool inside = false;
    while (stream.at < stream.end) {
        at += take(&stream);
        if (code_point < at)
            break;
        inside = !inside;
        run = at;
    }
    return inside ? code_point - run : NOT_FOUND;
}

static bool in(const uint8_t *table, uint32_t size, uint32_t code_point)
{
    return place_in(table, size, code_point) != NOT_FOUND;
}

static bool in_range(uint32_t c, uint32_t first, uint32_t last)
{
    return c - first <= last - first;
}

// Always true in a runtime for programs whose texts are all ASCII.
static bool is_ascii(uint32_t c) { return !FZ_HAS_WIDE_TEXT || c < 0x80; }

bool fz_char_alpha(uint32_t c)
{
    return is_ascii(c) ? in_range(c | 0x20, 'a', 'z') : in(alpha_table, sizeof alpha_table, c);
}

bool fz_char_space(uint32_t c)
{
    static const uint16_t far[] = {0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000};
    if (in_range(c, 9, 13) || in_range(c, 0x1c, 0x20) || in_range(c, 0x2000, 0x200a))
        return true;
    for (uint32_t i = 0; i < sizeof far / sizeof far[0]; i++)
        if (!is_ascii(c) && c == far[i])
            return true;
    return false;
}

uint32_t fz_char_decimal(uint32_t c)
{
    if (is_ascii(c))
        return in_range(c, '0', '9') ? c - '0' : 99;
    uint32_t place = place_in(decimal_table, sizeof decimal_table, c);
    return place == NOT_FOUND ? 99 : place % 10;
}

bool fz_char_digit(uint32_t c)
{
    return fz_char_decimal(c) < 10 || (!is_ascii(c) && in(digit_table, sizeof digit_table, c));
}

bool fz_char_numeric(uint32_t c)
{
    return fz_char_digit(c) || (!is_ascii(c) && in(numeric_table, sizeof numeric_table, c));
}

bool fz_char_alnum(uint32_t c)
{
    return fz_char_alpha(c) || fz_char_numeric(c);
}

bool fz_char_title(uint32_t c)
{
    return !is_ascii(c) && in(title_table, sizeof title_table, c);
}

bool fz_char_upper(uint32_t c)
{
    uint32_t small[3];
    if (is_ascii(c))
        return in_range(c, 'A', 'Z');
    bool changes = fz_char_case(c, FZ_CASE_LOWER, small) == 1 && small[0] != c;
    return changes != in(odd_upper_table, sizeof odd_upper_table, c) && !fz_char_title(c);
}

bool fz_char_lower(uint32_t c)
{
    uint32_t capital[3];
    if (is_ascii(c))
        return in_range(c, 'a', 'z');
    bool changes = fz_char_case(c, FZ_CASE_UPPER, capital) > 1 || capital[0] != c;
    return changes != in(odd_lower_table, sizeof odd_lower_table, c) && !fz_char_title(c);
}

bool fz_char_printable(uint32_t c)
{
    return is_ascii(c) ? in_range(c, ' ', '~') : in(printable_table, sizeof printable_table, c);
}

bool fz_char_identifier(uint32_t c, bool first)
{
    if (is_ascii(c))
        return c == '_' || fz_char_alpha(c) || (!first && in_range(c, '0', '9'));
    bool alpha = in(alpha_table, sizeof alpha_table, c);
    if (first)
        return alpha != in(odd_start_table, sizeof odd_start_table, c);
    return alpha != in(odd_part_table, sizeof odd_part_table, c);
}

// The small letter of a capital; with `reverse` the first capital of a small letter.
static uint32_t other_case(uint32_t c, bool reverse)
{
    Stream stream = {lower_table, lower_table + sizeof lower_table};
    uint32_t end = TABLES_START;
    while (stream.at < stream.end) {
        uint32_t first = end + take(&stream);
        uint32_t shape = take(&stream);
        uint32_t delta = take_signed(&stream);
        uint32_t step = shape & 1 ? 2 : 1;
        end = first + (shape >> 1) * step;
        uint32_t from = reverse ? c - delta : c;
        if (in_range(from, first, end) && (from - first) % step == 0)
            return reverse ? from : c + delta;
    }
    return c;
}

static uint32_t upper_pair(uint32_t c)
{
    Stream stream = {upper_pairs_table, upper_pairs_table + sizeof upper_pairs_table};
    uint32_t at = TABLES_START;
    while (stream.at < stream.end) {
        at += take(&stream);
        uint32_t delta = take_signed(&stream);
        if (at == c)
            return c + delta;
    }
    return c;
}

// Capitals that are several characters; 0 for all others.
static uint32_t upper_multiple(uint32_t c, uint32_t out[3])
{
    enum { IOTA = 0x399 };
    static const uint16_t bases[] = {0x1f08, 0x1f28, 0x1f68};
    if (in_range(c, 0x1f80, 0x1faf)) {
        out[0] = bases[(c - 0x1f80) >> 4] + (c & 7);
        out[1] = IOTA;
        return 2;
    }
    Stream stream = {upper_multiple_table, upper_multiple_table + sizeof upper_multiple_table};
    uint32_t at = TABLES_START;
    while (stream.at < stream.end && at < c) {
        uint32_t head = take(&stream);
        uint32_t count = 2 + (head & 1);
        at += head >> 1;
        for (uint32_t i = 0; i < count; i++)
            out[i] = take(&stream);
        if (at == c)
            return count;
    }
    return 0;
}

static uint32_t upper(uint32_t c, uint32_t out[3])
{
    uint32_t count = upper_multiple(c, out);
    if (count > 0)
        return count;
    out[0] = upper_pair(c);
    if (out[0] == c)
        out[0] = other_case(c, true);
    return 1;
}

static uint32_t lower(uint32_t c, uint32_t out[3])
{
    enum { I_WITH_DOT = 0x130, DOT_ABOVE = 0x307 };
    out[0] = c == I_WITH_DOT ? 'i' : other_case(c, false);
    out[1] = DOT_ABOVE;
    return c == I_WITH_DOT ? 2 : 1;
}

static uint32_t title(uint32_t c, uint32_t out[3])
{
    enum { IOTA = 0x399, IOTA_BELOW = 0x345 };
    out[0] = c;
    if (in_range(c, 0x1c4, 0x1cc)) { // pairs of letters in three forms
        out[0] = c - (c - 0x1c4) % 3 + 1;
        return 1;
    }
    if (in_range(c, 0x1f1, 0x1f3)) {
        out[0] = 0x1f2;
        return 1;
    }
    if (in_range(c, 0x10d0, 0x10ff)) // Georgian has capitals for whole words only
        return 1;
    if (in_range(c, 0x1f80, 0x1faf)) {
        out[0] = c | 8;
        return 1;
    }
    uint32_t count = upper(c, out);
    bool iota = count > 1 && out[count - 1] == IOTA;
    if (iota && count == 2 && ((c & 15) == 3 || (c & 15) == 12)) {
        out[0] = (c & ~15u) | 12;
        return 1;
    }
    if (iota)
        out[count - 1] = IOTA_BELOW;
    else if (count > 1 &&
             (c == 0xdf || c == 0x587 || c >= 0xfb00)) // others keep capitals and marks
        for (uint32_t i = 1; i < count; i++)
            out[i] = out[i] < 0x80 ? out[i] | 0x20 : other_case(out[i], false);
    return count;
}

// The small letters of the capitals, but for a few scripts.
static uint32_t fold(uint32_t c, uint32_t out[3])
{
    out[0] = c;
    if (in_range(c, 0x13a0, 0x13f5) ||
        c == 0x131) // Cherokee folds to capitals; dotless i to itself
        return 1;
    if (c == 0x1e9e)
        c = 0xdf;
    uint32_t count = upper(c, out);
    if (in_range(c, 0x13f8, 0x13fd) || in_range(c, 0xab70, 0xabbf))
        return count;
    if (count == 1 && out[0] >= 0x80)
        return lower(out[0], out);
    for (uint32_t i = 0; i < count; i++)
        out[i] = in_range(out[i], 'A', 'Z') ? out[i] | 0x20 : other_case(out[i], false);
    return count;
}

uint32_t fz_char_case(uint32_t c, FzCase to, uint32_t out[3])
{
    out[0] = c;
    if (is_ascii(c)) {
        bool letter = in_range(c | 0x20, 'a', 'z');
        if (letter)
            out[0] = to == FZ_CASE_LOWER || to == FZ_CASE_FOLD ? c | 0x20 : c & ~0x20u;
        return 1;
    }
    switch (to) {
    case FZ_CASE_LOWER:
        return lower(c, out);
    case FZ_CASE_UPPER:
        return upper(c, out);
    case FZ_CASE_TITLE:
        return title(c, out);
    case FZ_CASE_FOLD:
        return fold(c, out);
    }
    return 1;
}
