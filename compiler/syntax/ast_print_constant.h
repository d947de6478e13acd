// SPDX-License-Identifier: MIT
// Buffered output for ast_print, and constants as Python's repr() writes them.
#ifndef FLASHFREEZE_SYNTAX_AST_PRINT_CONSTANT_H
#define FLASHFREEZE_SYNTAX_AST_PRINT_CONSTANT_H

#include "../base/constant.h"

#include <stdio.h>

typedef struct {
    FILE *out;
    size_t size; // bytes waiting in `bytes`
    char bytes[16384];
} Output;

void output_flush(Output *output);
void output_text(Output *output, const char *text, size_t size);
void output_z(Output *output, const char *text); // NUL-terminated

static inline void output_char(Output *output, char c)
{
    if (output->size == sizeof output->bytes)
        output_flush(output);
    output->bytes[output->size++] = c;
}

// repr() of the value; `arena` is for work space.
void output_constant(Output *output, Arena *arena, const Constant *constant);

// repr() of a str.
void output_str(Output *output, const char *text, size_t size);

#endif
