// SPDX-License-Identifier: MIT
// Stack depths and regions of a function's IR, worked out from its code alone: what the checker
// checks with and what encoders need for their region tables.
#ifndef FLASHFREEZE_CODEGEN_IR_FLOW_H
#define FLASHFREEZE_CODEGEN_IR_FLOW_H

#include "ir.h"

#define IR_UNREACHABLE INT32_MIN // depth of an instruction that nothing reaches
#define IR_NO_REGION   UINT32_MAX
#define IR_NO_PLACE    UINT32_MAX // of a label that is not placed

// A pair of pseudo-instructions and what they enclose. Regions nest.
typedef struct {
    IrOp kind;       // TRY_EXCEPT, TRY_FINALLY, TRY_WITH, EXCEPT_BEGIN or FINALLY_BEGIN
    uint32_t parent; // index of the enclosing region, or IR_NO_REGION
    uint32_t begin;  // instruction that opens it
    uint32_t end;    // instruction that closes it
    int32_t depth;   // operand-stack values below what the VM pushes for the handler
} IrRegion;

typedef struct {
    uint32_t *label_place; // instruction of each label, or IR_NO_PLACE
    uint32_t *region_of;   // innermost region of each instruction (its own for a begin and an end)
    int32_t *depth;        // operand-stack values before each instruction, or IR_UNREACHABLE
    VEC(IrRegion) regions; // in the order they open
    int32_t depth_limit;   // most values on the operand stack at any time
} IrFlow;

// A rule of the IR that `function` breaks, at instruction `place`; `rule` is NULL when there is
// none.
typedef struct {
    const char *rule;
    uint32_t place;
} IrFault;

// Fills `flow`; allocates from `arena`. False with `fault` filled when the code is malformed.
bool ir_flow(Arena *arena, const IrFunction *function, IrFlow *flow, IrFault *fault);

// The same without depths.
bool ir_flow_places(Arena *arena, const IrFunction *function, IrFlow *flow, IrFault *fault);

// Works out the depths of `flow` again when jumps go elsewhere than they did; the instructions, and
// so labels and regions, are those that it describes.
bool ir_flow_depths(Arena *arena, const IrFunction *function, IrFlow *flow, IrFault *fault);

// The depth of a region that `op` opens with `depth` values on the stack.
int32_t ir_region_depth(IrOp op, int32_t depth);

// How many values are on the stack when an UNWIND_JUMP at `place` arrives at `label`: what the VM
// cuts it to when it leaves the outermost of the regions, whose depth is known. IR_UNREACHABLE when
// it leaves none.
int32_t ir_unwound_depth(const IrFlow *flow, uint32_t place, IrLabel label);

// The region outside which control is when it arrives at `label`'s place.
uint32_t ir_region_at(const IrFlow *flow, IrLabel label);

#endif
