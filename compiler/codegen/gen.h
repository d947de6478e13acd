// SPDX-License-Identifier: MIT
// Tree to IR: the code of one module, in CPython's order of evaluation. The tree has been through
// scope analysis; optimisation passes may or may not have run.
#ifndef FLASHFREEZE_CODEGEN_GEN_H
#define FLASHFREEZE_CODEGEN_GEN_H

#include "../base/diag.h"
#include "../syntax/ast.h"
#include "ir.h"
#include "options.h"

// Fills `out`, allocated from `arena`. False when it reported an error: something that is not
// supported yet, or a limit. The IR has been through ir_tidy and ir_check.
bool codegen_module(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                    Module *module, IrModule *out);

#endif
