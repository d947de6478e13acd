// SPDX-License-Identifier: MIT
// What the passes over the IR share: the function being rewritten, its flow, and which instructions
// stay. A pass changes instructions in place or marks them to go; it never moves them itself.
#ifndef FLASHFREEZE_CODEGEN_IR_REWRITE_H
#define FLASHFREEZE_CODEGEN_IR_REWRITE_H

#include "ir_flow.h"

typedef struct {
    Arena *scratch; // lives as long as this pass over this function
    const Source *source; // of the function, for lines; or NULL
    IrFunction *function;
    IrFlow flow; // of the code as the pass finds it
    bool *keep;  // by instruction; what is false when the pass ends is dropped
    bool is_remade;   // set by a pass that has dropped what it wanted dropped itself
    bool is_rerouted; // set by a pass that makes jumps go elsewhere: what is reached may be less
} IrRewrite;

// A pass over one function; true when it changed or dropped anything.
typedef bool IrPass(IrRewrite *rewrite);

// The first real instruction at or after `place`, in the same region.
static inline uint32_t ir_next_real(const IrFunction *function, uint32_t place)
{
    while (place < function->code.count && function->code.items[place].op == IR_LABEL)
        place++;
    return place;
}

#endif
