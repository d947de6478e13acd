// SPDX-License-Identifier: MIT
// What the lexer's files share. Each lex_<part> is called with `at` on the first byte of its
// token (after the prefix for strings), leaves `at` behind it, and gives the token.
#ifndef FLASHFREEZE_SYNTAX_LEX_INTERNAL_H
#define FLASHFREEZE_SYNTAX_LEX_INTERNAL_H

#include "lex.h"

#define LEX_REPORT(lexer, from, to, ...)                                                           \
    do {                                                                                           \
        if (lex_may_report(lexer))                                                                 \
            diag_report((lexer)->diags, (lexer)->source, (Span){(from), (to)}, __VA_ARGS__);       \
    } while (0)

typedef struct {
    bool raw;
    bool bytes;
    bool interpolated; // f or t
    bool is_template;  // t
} StringPrefix;

Token lex_name_or_string(Lexer *lexer);
Token lex_number(Lexer *lexer);
Token lex_string(Lexer *lexer, uint32_t start, StringPrefix prefix);
Token lex_fstring_text(Lexer *lexer);
Token lex_operator(Lexer *lexer);

// Opens a bracket; false when that exceeds the limit, which is reported and ends the input.
bool lex_open_bracket(Lexer *lexer, char close, FieldPart field);

// Closes the innermost bracket with text[at]; false (reported) when it is not the right one.
bool lex_close_bracket(Lexer *lexer);

static inline bool lex_is_name_start(unsigned char c)
{
    return (unsigned char)((c | 32) - 'a') < 26 || c == '_' || c >= 0x80;
}

static inline bool lex_is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

// A letter, digit or underscore, or a byte beyond ASCII.
static inline bool lex_is_name_part(unsigned char c)
{
    static const uint64_t parts[] = {UINT64_C(0x03ff000000000000), UINT64_C(0x07fffffe87fffffe),
                                     UINT64_MAX, UINT64_MAX};
    return parts[c / 64] >> c % 64 & 1;
}

static inline bool lex_is_newline(char c)
{
    return c == '\n' || c == '\r';
}

static inline Token lex_token(TokenKind kind, uint32_t start, uint32_t end)
{
    return (Token){.kind = kind, .start = start, .end = end};
}

// The offset behind the line end at `at`, which must be on one.
static inline uint32_t lex_after_newline(const Lexer *lexer, uint32_t at)
{
    return at + (lexer->text[at] == '\r' && lexer->text[at + 1] == '\n' ? 2 : 1);
}

#endif
