// SPDX-License-Identifier: MIT
// The part of optimising the IR that cannot be switched off, because it is what makes code well
// formed after code generation and after each pass.
#ifndef FLASHFREEZE_CODEGEN_IR_SWEEP_H
#define FLASHFREEZE_CODEGEN_IR_SWEEP_H

#include "ir_rewrite.h"

// Marks what cannot run or does nothing; true when that is anything.
bool ir_sweep(IrRewrite *rewrite);

#endif
