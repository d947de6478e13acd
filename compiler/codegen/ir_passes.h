// SPDX-License-Identifier: MIT
// Optimisation of the IR: the passes of ir_passes.def. None changes what the program does. They
// can run again at any time, on one function or many.
#ifndef FLASHFREEZE_CODEGEN_IR_PASSES_H
#define FLASHFREEZE_CODEGEN_IR_PASSES_H

#include "ir_rewrite.h"

enum {
#define IR_PASS(name, function, is_last, meaning) IR_PASS_##name,
#include "ir_passes.def"
#undef IR_PASS
    IR_PASS_COUNT
};

// Rewrites the function of `source` (or NULL) and all functions below it in place, with every pass whose bit in
// `disabled` is clear (bit n is row n of the table). What is malformed is left for ir_check to
// name.
void ir_optimise(const Source *source, IrFunction *function, uint32_t disabled);

#define IR_PASS(name, function, is_last, meaning) IrPass function;
#include "ir_passes.def"
#undef IR_PASS

#endif
