// SPDX-License-Identifier: MIT
// Methods of texts about case, and those that ask what the characters are. Bytes have the case and
// classes of ASCII.
#include "text.h"

#include "flashfreeze/natives.h"

enum { SIGMA = 0x3a3, FINAL_SIGMA = 0x3c2 };

typedef enum { TO_LOWER, TO_UPPER, TO_FOLD, TO_TITLE, TO_CAPITALIZED, TO_SWAPPED } Change;

static bool is_cased(uint32_t c)
{
    return fz_char_upper(c) || fz_char_lower(c) || fz_char_title(c);
}

// Marks within a word: they neither end it nor count as its letters.
static bool is_case_ignorable(uint32_t c)
{
    static const uint16_t marks[] = {'\'', '.',  ':',  '^',   '`',    0xa8,   0xad,   0xaf,
                                     0xb4, 0xb7, 0xb8, 0x387, 0x2018, 0x2019, 0x2024, 0x2027};
    if ((c >= 0x2b0 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f))
        return true;
    for (uint32_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (c == marks[i])
            return true;
    return false;
}

// Whether the next character that counts is a letter with case.
static bool cased_follows(FzText text, uint32_t at)
{
    uint32_t size;
    for (; at < text.size; at += size) {
        uint32_t c = fz_utf8_decode(text.bytes + at, &size);
        if (!is_case_ignorable(c))
            return is_cased(c);
    }
    return false;
}

// What a character becomes: `first` in the text, behind a cased one or not.
static uint32_t change_char(Change change, uint32_t c, bool first, bool after_cased,
                            uint32_t out[3])
{
    FzCase to = FZ_CASE_LOWER;
    switch (change) {
    case TO_LOWER:
        break;
    case TO_UPPER:
        to = FZ_CASE_UPPER;
        break;
    case TO_FOLD:
        to = FZ_CASE_FOLD;
        break;
    case TO_TITLE:
        to = after_cased ? FZ_CASE_LOWER : FZ_CASE_TITLE;
        break;
    case TO_CAPITALIZED:
        to = first ? FZ_CASE_TITLE : FZ_CASE_LOWER;
        break;
    case TO_SWAPPED:
        to = fz_char_upper(c) ? FZ_CASE_LOWER : FZ_CASE_UPPER;
        if (to == FZ_CASE_UPPER && !fz_char_lower(c)) {
            out[0] = c;
            return 1;
        }
        break;
    }
    return fz_char_case(c, to, out);
}

// All ASCII, or bytes: every character stays one byte.
static FzValue change_bytes(FzVm *vm, FzValue *argv, Change change)
{
    FzText text;
    fz_text_view(vm, argv[0], &text);
    FzValue result = fz_text_alloc(vm, fz_kind_of(vm, argv[0]), text.size);
    if (result == FZ_NULL || text.size == 0)
        return result;
    fz_text_view(vm, argv[0], &text);
    uint8_t *out = fz_text_bytes(vm, result);
#if FZ_FAST_PATHS
    if (change == TO_LOWER || change == TO_UPPER) {
        uint32_t from = change == TO_LOWER ? 'A' : 'a';
        for (uint32_t i = 0; i < text.size; i++)
            out[i] = text.bytes[i] - from < 26 ? text.bytes[i] ^ 0x20 : text.bytes[i];
        return result;
    }
#endif
    bool after_cased = false;
    for (uint32_t i = 0; i < text.size; i++) {
        uint32_t c = text.bytes[i];
        uint32_t changed[3] = {c, 0, 0};
        if (c < 0x80)
            change_char(change, c, i == 0, after_cased, changed);
        out[i] = (uint8_t)changed[0];
        after_cased = c < 0x80 && fz_char_alpha(c);
    }
    return result;
}

static FzValue change_wide(FzVm *vm, const FzValue *argv, Change change)
{
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    bool after_cased = false;
    bool in_word = false; // the same, past what is ignorable
    uint32_t size;
    for (uint32_t at = 0; at < fz_count_of(vm, argv[0]); at += size) {
        FzText text;
        fz_text_view(vm, argv[0], &text);
        uint32_t c = fz_utf8_decode(text.bytes + at, &size);
        uint32_t changed[3];
        uint32_t count = change_char(change, c, at == 0, after_cased, changed);
        if (c == SIGMA && changed[0] != c && in_word && change != TO_FOLD &&
            !cased_follows(text, at + size))
            changed[0] = FINAL_SIGMA;
        for (uint32_t i = 0; i < count; i++)
            fz_builder_add_char(vm, &builder, changed[i]);
        after_cased = is_cased(c);
        if (!is_case_ignorable(c))
            in_word = after_cased;
    }
    return fz_builder_close(vm, &builder);
}

static FzValue change_case(FzVm *vm, FzValue *argv, Change change)
{
    return fz_text_is_wide(vm, argv[0]) ? change_wide(vm, argv, change)
                                        : change_bytes(vm, argv, change);
}

FzValue fz_text_lower(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return change_case(vm, argv, TO_LOWER);
}

FzValue fz_text_upper(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return change_case(vm, argv, TO_UPPER);
}

FzValue fz_text_title(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return change_case(vm, argv, TO_TITLE);
}

FzValue fz_text_capitalize(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return change_case(vm, argv, TO_CAPITALIZED);
}

FzValue fz_text_swapcase(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return change_case(vm, argv, TO_SWAPPED);
}

FzValue fz_str_casefold(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return change_case(vm, argv, TO_FOLD);
}

// ---- questions

// The character at an offset of a text; bytes beyond ASCII are none that any test knows.
static uint32_t char_at(FzText text, uint32_t at, bool is_str, uint32_t *size)
{
    *size = 1;
    if (is_str)
        return fz_utf8_decode(text.bytes + at, size);
    return text.bytes[at] < 0x80 ? text.bytes[at] : 0;
}

static FzValue all_chars(const FzVm *vm, const FzValue *argv, bool (*test)(uint32_t), bool if_empty)
{
    FzText text;
    uint32_t size;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    fz_text_view(vm, argv[0], &text);
    for (uint32_t at = 0; at < text.size; at += size)
        if (!test(char_at(text, at, is_str, &size)))
            return FZ_FALSE;
    return fz_from_bool(text.size > 0 || if_empty);
}

FzValue fz_text_isalpha(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return all_chars(vm, argv, fz_char_alpha, false);
}

FzValue fz_text_isdigit(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return all_chars(vm, argv, fz_char_digit, false);
}

FzValue fz_text_isalnum(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return all_chars(vm, argv, fz_char_alnum, false);
}

FzValue fz_str_isnumeric(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return all_chars(vm, argv, fz_char_numeric, false);
}

FzValue fz_str_isprintable(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return all_chars(vm, argv, fz_char_printable, true);
}

static bool is_decimal(uint32_t c)
{
    return fz_char_decimal(c) < 10;
}

FzValue fz_str_isdecimal(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return all_chars(vm, argv, is_decimal, false);
}

FzValue fz_text_isascii(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    fz_text_view(vm, argv[0], &text);
    for (uint32_t i = 0; i < text.size; i++)
        if (text.bytes[i] >= 0x80)
            return FZ_FALSE;
    return FZ_TRUE;
}

FzValue fz_text_isspace(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    fz_text_view(vm, argv[0], &text);
    bool any = text.size > 0;
    text = fz_text_strip_space(text, fz_is_kind(vm, argv[0], FZ_KIND_STR));
    return fz_from_bool(any && text.size == 0);
}

FzValue fz_str_isidentifier(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    uint32_t size;
    fz_text_view(vm, argv[0], &text);
    for (uint32_t at = 0; at < text.size; at += size)
        if (!fz_char_identifier(fz_utf8_decode(text.bytes + at, &size), at == 0))
            return FZ_FALSE;
    return fz_from_bool(text.size > 0);
}

// True when some character passes `wanted` and none passes `bad` or is a title case letter.
static FzValue has_only_case(const FzVm *vm, const FzValue *argv, bool (*wanted)(uint32_t),
                             bool (*bad)(uint32_t))
{
    FzText text;
    uint32_t size;
    bool any = false;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    fz_text_view(vm, argv[0], &text);
    for (uint32_t at = 0; at < text.size; at += size) {
        uint32_t c = char_at(text, at, is_str, &size);
        if (bad(c) || fz_char_title(c))
            return FZ_FALSE;
        any = any || wanted(c);
    }
    return fz_from_bool(any);
}

FzValue fz_text_isupper(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return has_only_case(vm, argv, fz_char_upper, fz_char_lower);
}

FzValue fz_text_islower(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return has_only_case(vm, argv, fz_char_lower, fz_char_upper);
}

FzValue fz_text_istitle(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    uint32_t size;
    bool any = false;
    bool after_cased = false;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    fz_text_view(vm, argv[0], &text);
    for (uint32_t at = 0; at < text.size; at += size) {
        uint32_t c = char_at(text, at, is_str, &size);
        bool capital = fz_char_upper(c) || fz_char_title(c);
        bool small = fz_char_lower(c);
        if ((capital && after_cased) || (small && !after_cased))
            return FZ_FALSE;
        after_cased = capital || small;
        any = any || after_cased;
    }
    return fz_from_bool(any);
}
