// SPDX-License-Identifier: MIT
// Operators, delimiters and brackets. Inside a replacement field of an f-string, a colon outside
// any further bracket begins the format spec and is never part of `:=`.
#include "lex_internal.h"

bool lex_open_bracket(Lexer *lexer, char close, FieldPart field)
{
    if (lexer->bracket_count == LEX_MAX_BRACKETS) {
        LEX_REPORT(lexer, lexer->at, lexer->at + 1, DIAG_TOO_MANY_BRACKETS, LEX_MAX_BRACKETS);
        return false;
    }
    lexer->brackets[lexer->bracket_count++] = (Bracket){lexer->at, close, field};
    return true;
}

// Closing a field gives way to the text around it.
static void leave_bracket(Lexer *lexer)
{
    Bracket closed = lexer->brackets[--lexer->bracket_count];
    if (closed.field == FIELD_NONE)
        return;
    OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    fstring->field_depth--;
    lexer->in_text = true;
}

// After a mismatch: if an outer bracket of the same f-string is the one that `close` belongs to,
// the brackets inside it were forgotten.
static void drop_inner_brackets(Lexer *lexer, char close)
{
    uint32_t base =
        lexer->fstring_count ? lexer->fstrings[lexer->fstring_count - 1].bracket_depth : 0;
    for (uint32_t count = lexer->bracket_count; count > base; count--) {
        Bracket open = lexer->brackets[count - 1];
        if (open.close == close) {
            lexer->bracket_count = count;
            return;
        }
        if (open.field != FIELD_NONE)
            return;
    }
}

bool lex_close_bracket(Lexer *lexer)
{
    char close = lexer->text[lexer->at];
    if (lexer->bracket_count == 0) {
        LEX_REPORT(lexer, lexer->at, lexer->at + 1, DIAG_UNMATCHED_BRACKET, close);
        return false;
    }
    Bracket open = lexer->brackets[lexer->bracket_count - 1];
    bool matches = open.close == close;
    if (!matches) {
        Position at = source_position(lexer->source, open.start);
        LEX_REPORT(lexer, lexer->at, lexer->at + 1, DIAG_WRONG_BRACKET, close,
                   lexer->text[open.start], at.line, at.column);
        if (lex_may_report(lexer))
            diag_note(lexer->diags, lexer->source, (Span){open.start, open.start + 1},
                      "the bracket was opened here");
        drop_inner_brackets(lexer, close);
    }
    leave_bracket(lexer);
    return matches;
}

static Token bracket(Lexer *lexer, TokenKind kind, char close)
{
    uint32_t start = lexer->at;
    bool fits = close ? lex_open_bracket(lexer, close, FIELD_NONE) : lex_close_bracket(lexer);
    if (!fits && close)
        return lex_stop(lexer, start);
    lexer->at = start + 1;
    return lex_token(fits ? kind : TOK_ERROR, start, start + 1);
}

static Token of_size(Lexer *lexer, TokenKind kind, uint32_t size)
{
    uint32_t start = lexer->at;
    lexer->at = start + size;
    return lex_token(kind, start, lexer->at);
}

// `c`, or `c=` when an equals sign follows.
static Token with_equal(Lexer *lexer, TokenKind plain, TokenKind with)
{
    bool has_equal = lexer->text[lexer->at + 1] == '=';
    return of_size(lexer, has_equal ? with : plain, has_equal ? 2 : 1);
}

// `c`, `c=`, `cc` or `cc=`.
static Token doubled(Lexer *lexer, TokenKind one, TokenKind one_equal, TokenKind two,
                     TokenKind two_equal)
{
    const char *text = lexer->text + lexer->at;
    if (text[1] != text[0])
        return with_equal(lexer, one, one_equal);
    if (text[2] == '=')
        return of_size(lexer, two_equal, 3);
    return of_size(lexer, two, 2);
}

static Token colon(Lexer *lexer)
{
    Bracket *open = lexer->bracket_count ? &lexer->brackets[lexer->bracket_count - 1] : NULL;
    if (!open || open->field != FIELD_EXPRESSION)
        return with_equal(lexer, TOK_COLON, TOK_COLON_EQUAL);
    open->field = FIELD_SPEC;
    lexer->in_text = true;
    return of_size(lexer, TOK_COLON, 1);
}

static Token stray(Lexer *lexer)
{
    unsigned char c = (unsigned char)lexer->text[lexer->at];
    if (c < ' ' || c == 0x7f)
        LEX_REPORT(lexer, lexer->at, lexer->at + 1, DIAG_CONTROL_CHARACTER, c);
    else
        LEX_REPORT(lexer, lexer->at, lexer->at + 1, DIAG_STRAY_CHARACTER, 1,
                   lexer->text + lexer->at, c);
    if (c == '?' && lex_may_report(lexer))
        diag_hint(lexer->diags, "a choice is written 'a if test else b'");
    return of_size(lexer, TOK_ERROR, 1);
}

Token lex_operator(Lexer *lexer)
{
    const char *text = lexer->text + lexer->at;
    switch (text[0]) {
    case '(':
        return bracket(lexer, TOK_LPAR, ')');
    case '[':
        return bracket(lexer, TOK_LSQB, ']');
    case '{':
        return bracket(lexer, TOK_LBRACE, '}');
    case ')':
        return bracket(lexer, TOK_RPAR, 0);
    case ']':
        return bracket(lexer, TOK_RSQB, 0);
    case '}':
        return bracket(lexer, TOK_RBRACE, 0);
    case ':':
        return colon(lexer);
    case ',':
        return of_size(lexer, TOK_COMMA, 1);
    case ';':
        return of_size(lexer, TOK_SEMI, 1);
    case '.':
        return text[1] == '.' && text[2] == '.' ? of_size(lexer, TOK_ELLIPSIS, 3)
                                                : of_size(lexer, TOK_DOT, 1);
    case '!':
        return with_equal(lexer, TOK_EXCLAMATION, TOK_NOT_EQUAL);
    case '=':
        return with_equal(lexer, TOK_EQUAL, TOK_EQ_EQUAL);
    case '+':
        return with_equal(lexer, TOK_PLUS, TOK_PLUS_EQUAL);
    case '-':
        return text[1] == '>' ? of_size(lexer, TOK_ARROW, 2)
                              : with_equal(lexer, TOK_MINUS, TOK_MINUS_EQUAL);
    case '*':
        return doubled(lexer, TOK_STAR, TOK_STAR_EQUAL, TOK_DOUBLE_STAR, TOK_DOUBLE_STAR_EQUAL);
    case '/':
        return doubled(lexer, TOK_SLASH, TOK_SLASH_EQUAL, TOK_DOUBLE_SLASH, TOK_DOUBLE_SLASH_EQUAL);
    case '<':
        return doubled(lexer, TOK_LESS, TOK_LESS_EQUAL, TOK_LEFT_SHIFT, TOK_LEFT_SHIFT_EQUAL);
    case '>':
        return doubled(lexer, TOK_GREATER, TOK_GREATER_EQUAL, TOK_RIGHT_SHIFT,
                       TOK_RIGHT_SHIFT_EQUAL);
    case '%':
        return with_equal(lexer, TOK_PERCENT, TOK_PERCENT_EQUAL);
    case '@':
        return with_equal(lexer, TOK_AT, TOK_AT_EQUAL);
    case '|':
        return with_equal(lexer, TOK_VBAR, TOK_VBAR_EQUAL);
    case '&':
        return with_equal(lexer, TOK_AMPER, TOK_AMPER_EQUAL);
    case '^':
        return with_equal(lexer, TOK_CIRCUMFLEX, TOK_CIRCUMFLEX_EQUAL);
    case '~':
        return of_size(lexer, TOK_TILDE, 1);
    default:
        return stray(lexer);
    }
}
