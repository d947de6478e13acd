// SPDX-License-Identifier: MIT
// Source text to tree: the grammar of Python 3.14.
#ifndef FLASHFREEZE_SYNTAX_PARSER_H
#define FLASHFREEZE_SYNTAX_PARSER_H

#include "ast.h"
#include "../base/diag.h"

// Parses `source` into `module`; nodes and names live in `arena` and `names`. Reports every
// error it finds (it resumes at the next statement) and gives false if there was one.
// Nesting deeper than a fixed limit is an error, never a stack overflow.
bool parse_module(Arena *arena, Names *names, Diagnostics *diags, const Source *source,
                  Module *module);

#endif
