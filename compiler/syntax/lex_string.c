// SPDX-License-Identifier: MIT
// String literals, and the text parts of f-strings and t-strings. An f-string is read as
// FSTRING_START, then text (FSTRING_MIDDLE) and replacement fields ('{' tokens '}') by turns, then
// FSTRING_END; fields hold ordinary tokens, so they may contain anything, even the same quotes.
#include "lex_internal.h"

#include <string.h>

static bool closes(const char *text, char quote, bool triple)
{
    return text[0] == quote && (!triple || (text[1] == quote && text[2] == quote));
}

static uint32_t after_escape(const Lexer *lexer, uint32_t backslash)
{
    uint32_t next = backslash + 1;
    if (next >= lexer->size)
        return next;
    return lex_is_newline(lexer->text[next]) ? lex_after_newline(lexer, next) : next + 1;
}

static Token unterminated(Lexer *lexer, uint32_t start, uint32_t at, DiagCode code)
{
    uint32_t last = at > start && at >= lexer->size ? at - 1 : at;
    LEX_REPORT(lexer, start, start + 1, code, source_position(lexer->source, last).line);
    lexer->at = at;
    return lex_token(TOK_ERROR, start, at);
}

// Gives up the innermost f-string, whose end cannot be found.
static Token abandon(Lexer *lexer, uint32_t at)
{
    OpenFString *fstring = &lexer->fstrings[--lexer->fstring_count];
    lexer->bracket_count = fstring->bracket_depth;
    lexer->in_text = false;
    lexer->at = at;
    return lex_token(TOK_ERROR, at, at);
}

// A string that is not closed on its line. Within a field, its quote may have been meant to end
// the f-string.
static Token unterminated_line(Lexer *lexer, uint32_t start, uint32_t at, char quote)
{
    if (lexer->fstring_count > 0) {
        const OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
        if (fstring->quote == quote && !fstring->triple && lexer->text[start] == quote) {
            LEX_REPORT(lexer, start, start + 1, DIAG_FIELD_NOT_CLOSED);
            return abandon(lexer, start + 1);
        }
    }
    return unterminated(lexer, start, at, DIAG_UNTERMINATED_STRING);
}

// From `at` on to the next quote or backslash; not far, so that what lies behind a backslash is not
// looked through for each of them.
static uint32_t skip_plain(const Lexer *lexer, uint32_t at, char quote)
{
    enum { FAR = 256 };
    const char *from = lexer->text + at;
    size_t size = lexer->size - at < FAR ? lexer->size - at : FAR;
    const char *stop = memchr(from, quote, size);
    size = stop ? (size_t)(stop - from) : size;
    stop = memchr(from, '\\', size);
    return at + (uint32_t)(stop ? (size_t)(stop - from) : size);
}

static Token plain_string(Lexer *lexer, uint32_t start, char quote, bool triple)
{
    const char *text = lexer->text;
    uint32_t at = lexer->at;
    for (;;) {
        if (triple)
            at = skip_plain(lexer, at, quote);
        char c = text[at];
        if (c == quote && closes(text + at, quote, triple))
            break;
        if (c == '\\')
            at = after_escape(lexer, at);
        else if (triple && c == 0 && at >= lexer->size)
            return unterminated(lexer, start, at, DIAG_UNTERMINATED_TRIPLE);
        else if (!triple && (lex_is_newline(c) || (c == 0 && at >= lexer->size)))
            return unterminated_line(lexer, start, at, quote);
        else
            at++;
    }
    lexer->at = at + (triple ? 3 : 1);
    return lex_token(TOK_STRING, start, lexer->at);
}

static Token open_fstring(Lexer *lexer, uint32_t start, OpenFString fstring, bool is_template)
{
    if (lexer->fstring_count == LEX_MAX_FSTRINGS) {
        LEX_REPORT(lexer, start, lexer->at, DIAG_TOO_MANY_FSTRINGS, LEX_MAX_FSTRINGS);
        return lex_stop(lexer, start);
    }
    lexer->fstrings[lexer->fstring_count++] = fstring;
    lexer->in_text = true;
    return lex_token(is_template ? TOK_TSTRING_START : TOK_FSTRING_START, start, lexer->at);
}

Token lex_string(Lexer *lexer, uint32_t start, StringPrefix prefix)
{
    const char *text = lexer->text + lexer->at;
    char quote = text[0];
    bool triple = text[1] == quote && text[2] == quote;
    lexer->at += triple ? 3 : 1;
    if (!prefix.interpolated)
        return plain_string(lexer, start, quote, triple);
    OpenFString fstring = {start, lexer->bracket_count, 0, quote, triple, prefix.raw};
    return open_fstring(lexer, start, fstring, prefix.is_template);
}

static Token unterminated_fstring(Lexer *lexer, uint32_t at)
{
    OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    unterminated(lexer, fstring->start, at,
                 fstring->triple ? DIAG_UNTERMINATED_TRIPLE : DIAG_UNTERMINATED_STRING);
    return abandon(lexer, at);
}

static Token open_field(Lexer *lexer)
{
    uint32_t start = lexer->at;
    OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    if (fstring->field_depth == LEX_MAX_FIELDS)
        LEX_REPORT(lexer, start, start + 1, DIAG_TOO_MANY_FIELDS, LEX_MAX_FIELDS);
    if (!lex_open_bracket(lexer, '}', FIELD_EXPRESSION))
        return lex_stop(lexer, start);
    fstring->field_depth++;
    lexer->in_text = false;
    lexer->at = start + 1;
    return lex_token(TOK_LBRACE, start, start + 1);
}

static Token close_spec(Lexer *lexer)
{
    uint32_t start = lexer->at;
    lex_close_bracket(lexer);
    lexer->at = start + 1;
    return lex_token(TOK_RBRACE, start, start + 1);
}

static Token close_fstring(Lexer *lexer)
{
    uint32_t start = lexer->at;
    OpenFString *fstring = &lexer->fstrings[--lexer->fstring_count];
    lexer->in_text = false;
    lexer->at = start + (fstring->triple ? 3 : 1);
    return lex_token(TOK_FSTRING_END, start, lexer->at);
}

// Where the text goes on after a backslash. Braces keep their meaning behind one, except those
// of \N{name}.
static uint32_t after_backslash(const Lexer *lexer, const OpenFString *fstring, uint32_t backslash)
{
    const char *text = lexer->text + backslash;
    if (text[1] == '{' || text[1] == '}')
        return backslash + 1;
    if (!fstring->raw && text[1] == 'N' && text[2] == '{') {
        uint32_t at = backslash + 3;
        while (lex_is_name_part((unsigned char)lexer->text[at]) || lexer->text[at] == ' ' ||
               lexer->text[at] == '-')
            at++;
        return lexer->text[at] == '}' ? at + 1 : at;
    }
    return after_escape(lexer, backslash);
}

// What ends a run of text.
typedef enum { TEXT_QUOTE, TEXT_OPEN, TEXT_CLOSE, TEXT_LINE_END, TEXT_FILE_END } TextEnd;

// Moves `*at` to the end of the run of text there; in a spec, doubled braces are not text.
static TextEnd find_text_end(const Lexer *lexer, const OpenFString *fstring, bool in_spec,
                             uint32_t *at)
{
    for (;;) {
        const char *text = lexer->text + *at;
        switch (text[0]) {
        case '{':
            if (in_spec || text[1] != '{')
                return TEXT_OPEN;
            *at += 2;
            break;
        case '}':
            if (in_spec || text[1] != '}')
                return TEXT_CLOSE;
            *at += 2;
            break;
        case '\\':
            *at = after_backslash(lexer, fstring, *at);
            break;
        case '\n':
        case '\r':
            if (!fstring->triple)
                return TEXT_LINE_END;
            ++*at;
            break;
        case 0:
            if (*at >= lexer->size)
                return TEXT_FILE_END;
            ++*at;
            break;
        default:
            if (closes(text, fstring->quote, fstring->triple))
                return TEXT_QUOTE;
            ++*at;
        }
    }
}

Token lex_fstring_text(Lexer *lexer)
{
    OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    bool in_spec = fstring->field_depth > 0;
    uint32_t start = lexer->at;
    uint32_t at = start;
    TextEnd end = find_text_end(lexer, fstring, in_spec, &at);
    if (end == TEXT_FILE_END || (end == TEXT_LINE_END && !in_spec))
        return unterminated_fstring(lexer, at);
    if (at > start) {
        lexer->at = at;
        return lex_token(TOK_FSTRING_MIDDLE, start, at);
    }
    switch (end) {
    case TEXT_OPEN:
        return open_field(lexer);
    case TEXT_CLOSE:
        if (in_spec)
            return close_spec(lexer);
        LEX_REPORT(lexer, at, at + 1, DIAG_SINGLE_BRACE);
        lexer->at = at + 1;
        return lex_token(TOK_ERROR, at, at + 1);
    case TEXT_QUOTE:
        if (!in_spec)
            return close_fstring(lexer);
        LEX_REPORT(lexer, at, at + 1, DIAG_FIELD_NOT_CLOSED);
        return abandon(lexer, at + (fstring->triple ? 3 : 1));
    case TEXT_LINE_END:
    case TEXT_FILE_END:
        break;
    }
    LEX_REPORT(lexer, at, at, DIAG_NEWLINE_IN_SPEC);
    return abandon(lexer, at);
}
