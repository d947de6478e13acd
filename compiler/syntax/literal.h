// SPDX-License-Identifier: MIT
// The values of number and string literals.
#ifndef FLASHFREEZE_SYNTAX_LITERAL_H
#define FLASHFREEZE_SYNTAX_LITERAL_H

#include "../base/constant.h"
#include "../base/diag.h"
#include "lex.h"

typedef VEC(char) TextBuffer;

// The value of a TOK_INT, TOK_FLOAT or TOK_IMAGINARY token.
const Constant *literal_number(Arena *arena, const char *text, Token token);

// How to read the text of a string.
typedef struct {
    bool raw;
    bool bytes;
    bool braces; // text of an f-string: doubled braces stand for one
} TextForm;

// Appends what source bytes [start, end) of a string's text stand for: escapes decoded, line ends
// as \n. Gives false after reporting a bad escape or, in bytes, a character beyond ASCII.
bool literal_append_text(Arena *arena, Diagnostics *diags, const Source *source, Span text,
                         TextForm form, TextBuffer *out);

#endif
