// SPDX-License-Identifier: MIT
// Cleans up after code generation: jumps to jumps, jumps to the next instruction, code that nothing
// reaches, regions without code, labels without jumps. Changes nothing that a program can observe.
#ifndef FLASHFREEZE_CODEGEN_IR_TIDY_H
#define FLASHFREEZE_CODEGEN_IR_TIDY_H

#include "ir.h"

// Rewrites the function and all functions below it in place.
void ir_tidy(IrFunction *function);

#endif
