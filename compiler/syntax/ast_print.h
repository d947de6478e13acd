// SPDX-License-Identifier: MIT
// Prints a tree exactly as CPython's ast.dump(tree) does.
#ifndef FLASHFREEZE_SYNTAX_AST_PRINT_H
#define FLASHFREEZE_SYNTAX_AST_PRINT_H

#include "ast.h"

#include <stdio.h>

typedef enum { AST_AS_3_11 = 11, AST_AS_3_14 = 14 } AstVersion;

// Prints `Module(body=[...], ...)` on one line as ast.dump(tree) of that version of CPython does:
// 3.14 leaves empty lists and None fields out; 3.11 prints empty lists and has no type_params.
void ast_print(const Module *module, AstVersion version, FILE *out);

// The same as ast.dump(tree, include_attributes=True): with lines and columns.
void ast_print_places(const Module *module, AstVersion version, FILE *out);

#endif
