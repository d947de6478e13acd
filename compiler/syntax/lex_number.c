// SPDX-License-Identifier: MIT
// Number literals: decimal, hexadecimal, octal, binary, floating and imaginary, with single
// underscores between digits. Their values are made in literal.c.
#include "lex_internal.h"

#include <string.h>

static bool is_digit_of(char c, unsigned base)
{
    if (base == 16)
        return lex_is_digit(c) || (unsigned char)((c | 32) - 'a') < 6;
    return (unsigned char)(c - '0') < base;
}

static Token bad(Lexer *lexer, uint32_t start, uint32_t at, const char *what)
{
    // The rest of the word is part of the same mistake.
    while (lex_is_name_part((unsigned char)lexer->text[at]))
        at++;
    LEX_REPORT(lexer, start, at, DIAG_BAD_NUMBER, what);
    lexer->at = at;
    return lex_token(TOK_ERROR, start, at);
}

// Steps over digits with single underscores between them; false at an underscore out of place.
static bool skip_digits(const Lexer *lexer, uint32_t *at, unsigned base)
{
    const char *text = lexer->text;
    for (;;) {
        while (is_digit_of(text[*at], base))
            (*at)++;
        if (text[*at] != '_')
            return true;
        if (!is_digit_of(text[*at + 1], base))
            return false;
        (*at)++;
    }
}

// A keyword may follow a number without a blank (`1if x else 2`); other letters may not.
static bool may_follow(const char *text)
{
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    if (!lex_is_name_part((unsigned char)*text))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static Token finish(Lexer *lexer, TokenKind kind, uint32_t start, uint32_t at, const char *what)
{
    if (!may_follow(lexer->text + at))
        return bad(lexer, start, at, what);
    lexer->at = at;
    return lex_token(kind, start, at);
}

static Token with_base(Lexer *lexer, uint32_t start, unsigned base, const char *what)
{
    const char *text = lexer->text;
    uint32_t at = start + 2;
    if (text[at] == '_')
        at++;
    if (!is_digit_of(text[at], base) || !skip_digits(lexer, &at, base))
        return bad(lexer, start, at, what);
    if (lex_is_digit(text[at]))
        return bad(lexer, start, at, what);
    return finish(lexer, TOK_INT, start, at, what);
}

// Steps over `e5`, `E+5`; an `e` without digits is left alone.
static bool skip_exponent(const Lexer *lexer, uint32_t *at, bool *found)
{
    const char *text = lexer->text + *at;
    if ((text[0] | 32) != 'e')
        return true;
    uint32_t sign = text[1] == '+' || text[1] == '-';
    if (!lex_is_digit(text[1 + sign]))
        return !sign;
    *at += 1 + sign;
    *found = true;
    return skip_digits(lexer, at, 10);
}

Token lex_number(Lexer *lexer)
{
    static const char decimal[] = "decimal";
    const char *text = lexer->text;
    uint32_t start = lexer->at;
    uint32_t at = start;
    if (text[at] == '0') {
        switch (text[at + 1] | 32) {
        case 'x':
            return with_base(lexer, start, 16, "hexadecimal");
        case 'o':
            return with_base(lexer, start, 8, "octal");
        case 'b':
            return with_base(lexer, start, 2, "binary");
        default:
            break;
        }
    }
    if (!skip_digits(lexer, &at, 10))
        return bad(lexer, start, at, decimal);
    bool is_float = false;
    uint32_t whole_end = at;
    if (text[at] == '.') {
        is_float = true;
        at++;
        if (lex_is_digit(text[at]) && !skip_digits(lexer, &at, 10))
            return bad(lexer, start, at, decimal);
    }
    if (!skip_exponent(lexer, &at, &is_float))
        return bad(lexer, start, at, decimal);
    if ((text[at] | 32) == 'j')
        return finish(lexer, TOK_IMAGINARY, start, at + 1, "imaginary");
    if (is_float)
        return finish(lexer, TOK_FLOAT, start, at, decimal);
    uint32_t zeros = start;
    while (zeros < whole_end && (text[zeros] == '0' || text[zeros] == '_'))
        zeros++;
    if (text[start] == '0' && zeros < whole_end) {
        LEX_REPORT(lexer, start, whole_end, DIAG_LEADING_ZEROS);
        lexer->at = at;
        return lex_token(TOK_ERROR, start, at);
    }
    return finish(lexer, TOK_INT, start, at, decimal);
}
