// SPDX-License-Identifier: MIT
// The lexer's main loop: lines, indentation, blanks, comments and joined lines. Columns of an
// indentation are counted twice, with tab stops every 8 and with tabs as 1; if the two orders
// disagree, the indentation depends on the reader's tab width and is an error.
#include "lex_internal.h"

#include <string.h>

void lex_init(Lexer *lexer, Diagnostics *diags, const Source *source)
{
    memset(lexer, 0, sizeof *lexer);
    lexer->diags = diags;
    lexer->error_limit = diags->error_count + LEX_MAX_ERRORS;
    lexer->lost_bracket = UINT32_MAX;
    lexer->source = source;
    lexer->text = source->text;
    lexer->size = source->size;
    lexer->at_line_start = true;
    lexer->indent_count = 1; // column 0
}

const char *token_text(TokenKind kind)
{
    static const char *const texts[] = {
#define TOKEN(kind, text)           text,
#define OPERATOR(kind, text)        "'" text "'",
#define KEYWORD(kind, text, starts) "'" text "'",
#include "token.def"
#undef TOKEN
#undef OPERATOR
#undef KEYWORD
    };
    return texts[kind];
}

bool token_starts_statement(TokenKind kind)
{
    static const bool starts[] = {
#define TOKEN(kind, text)           0,
#define OPERATOR(kind, text)        0,
#define KEYWORD(kind, text, starts) starts,
#include "token.def"
#undef TOKEN
#undef OPERATOR
#undef KEYWORD
    };
    return starts[kind];
}

Token lex_stop(Lexer *lexer, uint32_t start)
{
    lexer->at = lexer->size;
    lexer->bracket_count = 0;
    lexer->fstring_count = 0;
    lexer->in_text = false;
    lexer->at_line_start = false;
    return lex_token(TOK_ERROR, start, start);
}

// Skips a comment up to the end of its line.
static uint32_t skip_comment(const Lexer *lexer, uint32_t at)
{
    while (!lex_is_newline(lexer->text[at]) && at < lexer->size)
        at++;
    return at;
}

// Steps over a backslash that ends its line; reports it (and stays) when something follows.
static bool join_line(Lexer *lexer)
{
    uint32_t backslash = lexer->at;
    if (!lex_is_newline(lexer->text[backslash + 1]) && backslash + 1 < lexer->size) {
        LEX_REPORT(lexer, backslash + 1, backslash + 2, DIAG_AFTER_BACKSLASH);
        lexer->at++;
        return false;
    }
    uint32_t next = backslash + 1;
    if (next < lexer->size)
        next = lex_after_newline(lexer, next);
    lexer->at = next;
    if (next >= lexer->size) {
        LEX_REPORT(lexer, backslash, backslash + 1, DIAG_BACKSLASH_AT_END);
        return false;
    }
    return true;
}

typedef struct {
    uint32_t column;
    uint32_t alt_column;
} Indentation;

// Measures blanks from `at`; false after a reported bad line join. A line joined within its
// indentation counts with the columns of its first part.
static bool measure(Lexer *lexer, Indentation *out)
{
    uint32_t column = 0;
    uint32_t alt_column = 0;
    uint32_t joined = 0;
    for (;; lexer->at++) {
        const char *text = lexer->text;
        uint32_t at = lexer->at;
        while (text[at] == ' ')
            at++;
        column += at - lexer->at;
        alt_column += at - lexer->at;
        lexer->at = at;
        char c = text[at];
        if (c == '\t') {
            column = (column / 8 + 1) * 8;
            alt_column++;
        } else if (c == '\f') {
            column = 0;
            alt_column = 0;
        } else if (c == '\\') {
            if (joined == 0)
                joined = column;
            if (!join_line(lexer))
                return false;
            lexer->at--;
        } else {
            break;
        }
    }
    *out = (Indentation){joined ? joined : column, joined ? joined : alt_column};
    return true;
}

static Token indent(Lexer *lexer, Indentation now)
{
    if (lexer->indent_count == LEX_MAX_INDENTS) {
        LEX_REPORT(lexer, lexer->at, lexer->at, DIAG_TOO_DEEP_INDENT, LEX_MAX_INDENTS);
        return lex_stop(lexer, lexer->at);
    }
    if (now.alt_column <= lexer->alt_indents[lexer->indent_count - 1])
        LEX_REPORT(lexer, lexer->at, lexer->at, DIAG_TABS_AND_SPACES);
    lexer->indents[lexer->indent_count] = now.column;
    lexer->alt_indents[lexer->indent_count] = now.alt_column;
    lexer->indent_count++;
    return lex_token(TOK_INDENT, lexer->at, lexer->at);
}

// Closes the blocks that `now` leaves. After a dedent to no outer level the nearest one is taken.
static void dedent(Lexer *lexer, Indentation now)
{
    while (lexer->indent_count > 1 && now.column < lexer->indents[lexer->indent_count - 1]) {
        lexer->indent_count--;
        lexer->dedents++;
    }
    if (now.column != lexer->indents[lexer->indent_count - 1])
        LEX_REPORT(lexer, lexer->at, lexer->at, DIAG_BAD_DEDENT);
    else if (now.alt_column != lexer->alt_indents[lexer->indent_count - 1])
        LEX_REPORT(lexer, lexer->at, lexer->at, DIAG_TABS_AND_SPACES);
}

// Skips blank lines and reads the indentation of the next line; true if that made `*token`.
static bool start_line(Lexer *lexer, Token *token)
{
    Indentation now = {0, 0};
    for (;;) {
        if (!measure(lexer, &now)) {
            *token = lex_token(TOK_ERROR, lexer->at, lexer->at);
            lexer->at_line_start = false;
            return true;
        }
        if (lexer->text[lexer->at] == '#')
            lexer->at = skip_comment(lexer, lexer->at);
        if (!lex_is_newline(lexer->text[lexer->at]))
            break;
        lexer->at = lex_after_newline(lexer, lexer->at);
    }
    lexer->at_line_start = false;
    if (lexer->at >= lexer->size)
        return false;
    uint32_t top = lexer->indents[lexer->indent_count - 1];
    if (now.column > top) {
        *token = indent(lexer, now);
        return true;
    }
    if (now.column < top)
        dedent(lexer, now);
    else if (now.alt_column != lexer->alt_indents[lexer->indent_count - 1])
        LEX_REPORT(lexer, lexer->at, lexer->at, DIAG_TABS_AND_SPACES);
    return false;
}

// Reports the innermost bracket as never closed and forgets all open ones.
static Token give_up_brackets(Lexer *lexer)
{
    Bracket open = lexer->brackets[lexer->bracket_count - 1];
    LEX_REPORT(lexer, open.start, open.start + 1, DIAG_NEVER_CLOSED, lexer->text[open.start]);
    lexer->lost_bracket = open.start;
    lexer->bracket_count = 0;
    lexer->fstring_count = 0;
    lexer->in_text = false;
    lexer->owes_newline = true;
    return lex_token(TOK_ERROR, lexer->at, lexer->at);
}

// True for a word such as `def` that begins a line inside brackets, with the column of its line.
static bool begins_line(const Lexer *lexer, Token token, uint32_t *column)
{
    if (lexer->bracket_count == 0 || lexer->fstring_count > 0 ||
        !token_starts_statement(token.kind))
        return false;
    uint32_t line = token.start;
    while (line > 0 && (lexer->text[line - 1] == ' ' || lexer->text[line - 1] == '\t'))
        line--;
    *column = token.start - line;
    return line > 0 && lex_is_newline(lexer->text[line - 1]);
}

static Token restart_line(Lexer *lexer, uint32_t start)
{
    while (start > 0 && !lex_is_newline(lexer->text[start - 1]))
        start--;
    lexer->at = start;
    lexer->at_line_start = true;
    return give_up_brackets(lexer);
}

// A statement's word that begins a line inside brackets, no deeper than the statement they are in,
// tells that a bracket was forgotten.
static bool shows_lost_bracket(const Lexer *lexer, Token token)
{
    uint32_t column;
    return begins_line(lexer, token, &column) &&
           column <= lexer->alt_indents[lexer->indent_count - 1];
}

bool lex_give_up_brackets(Lexer *lexer, Token token)
{
    uint32_t column;
    if (!begins_line(lexer, token, &column))
        return false;
    Lexer ahead = *lexer;
    ahead.quiet = true;
    while (ahead.bracket_count >= lexer->bracket_count) {
        TokenKind kind = lex_next(&ahead).kind;
        if (kind == TOK_ERROR || kind == TOK_EOF) {
            restart_line(lexer, token.start);
            return true;
        }
    }
    return false;
}

static Token end_of_statement(Lexer *lexer, uint32_t end)
{
    Token token = lex_token(TOK_NEWLINE, lexer->at, end);
    lexer->at = end;
    lexer->in_statement = false;
    lexer->owes_newline = false;
    return token;
}

static Token end_of_file(Lexer *lexer)
{
    if (lexer->bracket_count > 0)
        return give_up_brackets(lexer);
    if (lexer->in_statement)
        return end_of_statement(lexer, lexer->at);
    if (lexer->indent_count > 1) {
        lexer->indent_count--;
        return lex_token(TOK_DEDENT, lexer->at, lexer->at);
    }
    return lex_token(TOK_EOF, lexer->at, lexer->at);
}

// Moves over blanks.
static inline char skip_blanks(Lexer *lexer)
{
    uint32_t at = lexer->at;
    while (lexer->text[at] == ' ' || lexer->text[at] == '\t' || lexer->text[at] == '\f')
        at++;
    lexer->at = at;
    return lexer->text[at];
}

// Moves over blanks, comments, joined lines and line ends within brackets; false after a report.
static bool skip_lines(Lexer *lexer)
{
    for (;;) {
        char c = skip_blanks(lexer);
        if (c == '#') {
            lexer->at = skip_comment(lexer, lexer->at);
        } else if (c == '\\') {
            if (!join_line(lexer))
                return false;
        } else if (lexer->bracket_count > 0 && lex_is_newline(c)) {
            lexer->at++;
        } else {
            return true;
        }
    }
}

static Token name_in_brackets(Lexer *lexer)
{
    Token token = lex_name_or_string(lexer);
    return shows_lost_bracket(lexer, token) ? restart_line(lexer, token.start) : token;
}

// The token at the next byte, which is no blank.
static inline Token take_token(Lexer *lexer, char c)
{
    lexer->in_statement = true;
    if (lex_is_name_start((unsigned char)c))
        return lexer->bracket_count > 0 ? name_in_brackets(lexer) : lex_name_or_string(lexer);
    if (lex_is_digit(c) || (c == '.' && lex_is_digit(lexer->text[lexer->at + 1])))
        return lex_number(lexer);
    if (c == '"' || c == '\'')
        return lex_string(lexer, lexer->at, (StringPrefix){0});
    return lex_operator(lexer);
}

// The next token, which may be on a line further down, or the end of this one.
static Token next_or_end(Lexer *lexer)
{
    if (!skip_lines(lexer))
        return lex_token(TOK_ERROR, lexer->at, lexer->at);
    char c = lexer->text[lexer->at];
    if (lexer->at >= lexer->size)
        return end_of_file(lexer);
    if (!lex_is_newline(c))
        return take_token(lexer, c);
    lexer->at_line_start = true;
    return end_of_statement(lexer, lex_after_newline(lexer, lexer->at));
}

// The next token where something other than a token of the line may be due before. Apart, so that
// the way to most tokens is short.
static __attribute__((noinline)) Token next_due(Lexer *lexer)
{
    if (lexer->in_text)
        return lex_fstring_text(lexer);
    if (lexer->owes_newline)
        return end_of_statement(lexer, lexer->at);
    if (lexer->at_line_start) {
        Token token;
        if (start_line(lexer, &token))
            return token;
    }
    if (lexer->dedents > 0) {
        lexer->dedents--;
        return lex_token(TOK_DEDENT, lexer->at, lexer->at);
    }
    return next_or_end(lexer);
}

Token lex_next(Lexer *lexer)
{
    if (lexer->in_text || lexer->owes_newline || lexer->at_line_start || lexer->dedents > 0)
        return next_due(lexer);
    char c = skip_blanks(lexer);
    return c == '#' || c == '\\' || c == 0 || lex_is_newline(c) ? next_or_end(lexer)
                                                              : take_token(lexer, c);
}
