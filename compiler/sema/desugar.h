// SPDX-License-Identifier: MIT
// Lowering on the tree, before scope analysis: syntax that means a call of something in the library
// becomes that call, so that no later pass and no runtime knows of it. Template strings, type
// parameters, `type` statements, complex numbers, list[int], int | None, globals().
#ifndef FLASHFREEZE_SEMA_DESUGAR_H
#define FLASHFREEZE_SEMA_DESUGAR_H

#include "../base/diag.h"
#include "../syntax/ast.h"

// Rewrites the module in place; for MicroPython only what MicroPython lacks. False when it reported
// an error.
bool desugar_module(Arena *arena, Names *names, Diagnostics *diags, Module *module);

#endif
