// SPDX-License-Identifier: MIT
// Source text to tree: the grammar of Python 3.14.
#ifndef FLASHFREEZE_SYNTAX_PARSER_H
#define FLASHFREEZE_SYNTAX_PARSER_H

#include "../base/diag.h"
#include "ast.h"

enum {
    PARSE_MAX_DEPTH = 1000,  // nested statements, clauses, brackets, prefix operators and the like
    PARSE_MAX_HEIGHT = 2000, // levels of one expression's tree: long chains of operators count
};

// Parses `source` into `module`; nodes and names live in `arena` and `names`. Reports every
// error it finds (it resumes at the next statement) and gives false if there was one.
// Nesting deeper than the limits above is an error, never a stack overflow, so what walks the
// tree may recurse. `module->source` is the decoded text that all spans refer to.
bool parse_module(Arena *arena, Names *names, Diagnostics *diags, const Source *source,
                  Module *module);

#endif
