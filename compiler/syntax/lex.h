// SPDX-License-Identifier: MIT
// Source text to tokens, one at a time. The lexer keeps the indentation, the open brackets and the
// open f-strings itself, so a copy of a Lexer is all it takes to look ahead and come back.
// What it cannot read it reports and returns as TOK_ERROR, and it can always go on after that.
#ifndef FLASHFREEZE_SYNTAX_LEX_H
#define FLASHFREEZE_SYNTAX_LEX_H

#include "../base/diag.h"

typedef enum {
#define TOKEN(kind, text)           TOK_##kind,
#define OPERATOR(kind, text)        TOK_##kind,
#define KEYWORD(kind, text, starts) TOK_##kind,
#include "token.def"
#undef TOKEN
#undef OPERATOR
#undef KEYWORD
} TokenKind;

// Bytes [start, end) of the source. End of file, end of line, INDENT and DEDENT sort first.
typedef struct {
    TokenKind kind;
    uint32_t start;
    uint32_t end;
    uint32_t hash; // of a NAME of ASCII alone: names_hash of it; 0 of others
} Token;

enum {
    LEX_MAX_INDENTS = 100,  // levels of indentation, counting the outermost
    LEX_MAX_BRACKETS = 200, // brackets open at once
    LEX_MAX_FSTRINGS = 150, // f-strings nested in each other's fields
    LEX_MAX_FIELDS = 3,     // replacement fields of one f-string nested in format specs
    LEX_MAX_ERRORS = 50,    // reports of one file; more would only repeat what the first ones say
};

typedef enum { FIELD_NONE, FIELD_EXPRESSION, FIELD_SPEC } FieldPart;

// An open bracket; a `{` of an f-string also says which part of its field is being read.
typedef struct {
    uint32_t start;
    char close;
    FieldPart field;
} Bracket;

// An f-string or t-string being read.
typedef struct {
    uint32_t start;
    uint32_t bracket_depth; // brackets open where it began
    uint32_t field_depth;   // its replacement fields open now
    char quote;
    bool triple;
    bool raw;
} OpenFString;

typedef struct {
    Diagnostics *diags;
    const Source *source;
    const char *text;
    uint32_t size;
    uint32_t at;
    uint32_t error_limit;  // of diags->error_count, beyond which nothing more is reported
    uint32_t lost_bracket; // where the bracket began that was last reported as never closed
    bool quiet;            // reports nothing: a copy that only looks ahead
    bool at_line_start;    // the indentation of a line comes next
    bool in_text;          // the text of an f-string comes next
    bool in_statement;     // tokens were given since the last NEWLINE
    bool owes_newline;     // a bracket was given up: the statement ends here
    uint32_t dedents;      // DEDENT tokens still to give
    uint32_t indent_count;
    uint32_t bracket_count;
    uint32_t fstring_count;
    uint32_t indents[LEX_MAX_INDENTS];     // columns with tabs to multiples of 8
    uint32_t alt_indents[LEX_MAX_INDENTS]; // columns with tabs as one: both must agree
    Bracket brackets[LEX_MAX_BRACKETS];
    OpenFString fstrings[LEX_MAX_FSTRINGS];
} Lexer;

// The source must be valid UTF-8 without NUL bytes (source_decode sees to it).
void lex_init(Lexer *lexer, Diagnostics *diags, const Source *source);

Token lex_next(Lexer *lexer);

// False when the lexer only looks ahead or the file has had all the reports it may have.
static inline bool lex_may_report(const Lexer *lexer)
{
    return !lexer->quiet && lexer->diags->error_count < lexer->error_limit;
}

// For an unexpected token that was just given: if it is a word that only begins statements, first
// on its line within brackets that are not closed behind it, reports the bracket as never closed,
// goes back to the beginning of the line and gives true.
bool lex_give_up_brackets(Lexer *lexer, Token token);

// Ends the input after an error that leaves no sane way to go on: open blocks are closed, then
// comes the end of the file. Gives a TOK_ERROR.
Token lex_stop(Lexer *lexer, uint32_t start);

// How messages name a token of this kind: "'('", "end of line", "name".
const char *token_text(TokenKind kind);

// True for words that cannot stand inside an expression.
bool token_starts_statement(TokenKind kind);

#endif
