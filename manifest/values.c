// SPDX-License-Identifier: MIT
// A plain scalar is looked at as null, truth value, number, and is a text when it is none of them.
// Numbers follow Python's spelling; what looks like a number but is none for Python is an error
// rather than a text, since nobody means a text by 0123 or 1__0.
#include "values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 4300 }; // CPython's limit for converting decimal texts

typedef enum { NUMBER_NOT, NUMBER_INT, NUMBER_FLOAT, NUMBER_BAD } NumberForm;

typedef struct {
    NumberForm form;
    unsigned base;
    bool is_negative;
    const char *digits; // past sign and base prefix
    const char *why;    // NUMBER_BAD: what is wrong
} Number;

static bool is_one_of(const TreeNode *node, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (node->kind == TREE_PLAIN && tree_text_is(node, words[i]))
            return true;
    return false;
}

bool value_is_null(const TreeNode *node)
{
    static const char *const words[] = {"", "null", "Null", "NULL", "~"};
    return is_one_of(node, words, 5);
}

int value_bool(const TreeNode *node)
{
    static const char *const yes[] = {"true", "True", "TRUE"};
    static const char *const no[] = {"false", "False", "FALSE"};
    if (is_one_of(node, yes, 3))
        return 1;
    return is_one_of(node, no, 3) ? 0 : -1;
}

static unsigned digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (unsigned)(c - 'A') + 10;
    return 99;
}

// Skips digits and underscores; notes an underscore that is not between two digits.
static const char *skip_digits(const char *at, unsigned base, bool *misplaced)
{
    for (; digit_value(*at) < base || *at == '_'; at++)
        if (*at == '_' && (digit_value(at[-1]) >= base || digit_value(at[1]) >= base))
            *misplaced = true;
    return at;
}

static bool is_special_float(const char *text)
{
    static const char *const words[] = {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"};
    for (size_t i = 0; i < 6; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

static unsigned base_of_prefix(const char *at)
{
    if (at[0] != '0')
        return 10;
    switch (at[1]) {
    case 'x':
    case 'X':
        return 16;
    case 'o':
    case 'O':
        return 8;
    case 'b':
    case 'B':
        return 2;
    default:
        return 10;
    }
}

// The fraction and exponent behind the digits of a decimal number.
static const char *skip_float_tail(const char *at, bool *misplaced)
{
    if (*at == '.')
        at = skip_digits(at + 1, 10, misplaced);
    if (*at == 'e' || *at == 'E') {
        const char *digits = at[1] == '+' || at[1] == '-' ? at + 2 : at + 1;
        if (*digits >= '0' && *digits <= '9')
            at = skip_digits(digits, 10, misplaced);
    }
    return at;
}

static Number read_number(const TreeNode *node)
{
    const char *at = node->text;
    const char *end = node->text + node->count;
    Number number = {.base = 10, .is_negative = *at == '-'};
    if (node->kind != TREE_PLAIN)
        return number;
    at += *at == '-' || *at == '+';
    number.digits = at;
    if (is_special_float(at)) {
        number.form = NUMBER_FLOAT;
        return number;
    }
    bool starts_well = (*at >= '0' && *at <= '9') || (*at == '.' && at[1] >= '0' && at[1] <= '9');
    if (!starts_well)
        return number;
    number.base = base_of_prefix(at);
    number.digits = at = number.base == 10 ? at : at + 2;
    bool misplaced = false;
    const char *integer_end = skip_digits(at, number.base, &misplaced);
    const char *tail = number.base == 10 ? skip_float_tail(integer_end, &misplaced) : integer_end;
    if (tail != end || tail == at)
        return number;
    number.form = tail > integer_end ? NUMBER_FLOAT : NUMBER_INT;
    bool is_padded = number.base == 10 && *at == '0' && strspn(at, "0_") < (size_t)(end - at);
    if (misplaced)
        number.why = "an underscore stands between digits only";
    else if (number.form == NUMBER_INT && is_padded)
        number.why = "it has leading zeros, quote it if it is a text";
    else if (end - at > MOST_DIGITS)
        number.why = "it has more than 4300 digits";
    if (number.why)
        number.form = NUMBER_BAD;
    return number;
}

bool value_looks_numeric(const TreeNode *node)
{
    return read_number(node).form != NUMBER_NOT;
}

static const Constant *make_int(Arena *arena, const Number *number)
{
    size_t room = strlen(number->digits) / 8 + 1; // a digit is at most four bits
    uint32_t *limbs = ARENA_NEW_ARRAY(arena, uint32_t, room);
    uint32_t count = 0;
    for (const char *at = number->digits; *at; at++) {
        if (*at == '_')
            continue;
        uint64_t carry = digit_value(*at);
        for (uint32_t i = 0; i < count; i++) {
            carry += (uint64_t)limbs[i] * number->base;
            limbs[i] = (uint32_t)carry;
            carry >>= 32;
        }
        if (carry)
            limbs[count++] = (uint32_t)carry;
    }
    return constant_int_limbs(arena, number->is_negative, limbs, count);
}

static const Constant *make_float(Arena *arena, const Number *number)
{
    const char *digits = number->digits;
    char *text = arena_alloc(arena, strlen(digits) + 1);
    char *to = text;
    for (; *digits; digits++)
        if (*digits != '_')
            *to++ = *digits;
    double value = strtod(text, NULL);
    if (is_special_float(text))
        value = (text[1] | 0x20) == 'i' ? (double)INFINITY : (double)NAN;
    return constant_float(arena, number->is_negative ? -value : value);
}

// `yes`, `on` and their kind are truth values for some YAML tools and texts for others.
static bool is_ambiguous(const TreeNode *node, bool *meant)
{
    static const char *const words[] = {"yes", "Yes", "YES", "on",  "On",  "ON",
                                        "no",  "No",  "NO",  "off", "Off", "OFF"};
    *meant = is_one_of(node, words, 6);
    return *meant || is_one_of(node, words + 6, 6);
}

const Constant *value_constant(Arena *arena, Diagnostics *diags, const TreeNode *node)
{
    bool meant = false;
    Number number = read_number(node);
    if (value_is_null(node))
        return constant_none();
    if (value_bool(node) >= 0)
        return constant_bool(value_bool(node) == 1);
    if (is_ambiguous(node, &meant)) {
        diag_report(diags, node->source, node->span, DIAG_CONSTANT_BOOL, node->text,
                    meant ? "true" : "false", node->text);
        return NULL;
    }
    switch (number.form) {
    case NUMBER_NOT:
        break;
    case NUMBER_INT:
        return make_int(arena, &number);
    case NUMBER_FLOAT:
        return make_float(arena, &number);
    case NUMBER_BAD:
        diag_report(diags, node->source, node->span, DIAG_CONSTANT_NUMBER, tree_quote(arena, node),
                    number.why);
        return NULL;
    }
    return constant_str(arena, node->text, node->count);
}

bool value_size(const TreeNode *node, uint32_t most, uint32_t *out)
{
    const char *at = node->text;
    const char *end = at + node->count;
    unsigned base = base_of_prefix(at) == 16 ? 16 : 10;
    at += base == 16 ? 2 : 0;
    uint64_t value = 0;
    const char *digits = at;
    for (; digit_value(*at) < base; at++) {
        value = value * base + digit_value(*at);
        if (value > most)
            return false;
    }
    if (at == digits)
        return false;
    if (*at == 'K' || *at == 'M')
        value <<= *at++ == 'K' ? 10 : 20;
    *out = (uint32_t)value;
    return at == end && value <= most;
}

bool value_is_identifier(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (!is_letter && (i == 0 || c < '0' || c > '9'))
            return false;
    }
    return size > 0;
}

bool value_is_dotted_name(const char *text, size_t size)
{
    size_t start = 0;
    for (size_t i = 0; i <= size; i++) {
        if (i < size && text[i] != '.')
            continue;
        if (!value_is_identifier(text + start, i - start))
            return false;
        start = i + 1;
    }
    return true;
}
