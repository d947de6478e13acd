// SPDX-License-Identifier: MIT
// Tree to IR: the code of one module, in CPython's order of evaluation. The tree has been through
// scope analysis; optimisation passes may or may not have run.
#ifndef FLASHFREEZE_CODEGEN_GEN_H
#define FLASHFREEZE_CODEGEN_GEN_H

#include "../base/diag.h"
#include "../syntax/ast.h"
#include "ir.h"
#include "options.h"

// What the linker asks of a module before there is code: imports and the names that its code may
// bind. Fills all of `out` but `top`. False when it reported an error.
bool codegen_outline(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                     const Module *module, IrModule *out);

// Fills out->top, allocated from `arena`. False when it reported an error: something that is not
// supported yet, or a limit. The IR has been through ir_optimise and ir_check.
bool codegen_module(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                    Module *module, IrModule *out);

#endif
