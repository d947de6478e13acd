// SPDX-License-Identifier: MIT
// What the parts of lowering share.
#ifndef FLASHFREEZE_MICROPYTHON_LOWER_INTERNAL_H
#define FLASHFREEZE_MICROPYTHON_LOWER_INTERNAL_H

#include "lower.h"
#include "shape.h"

typedef struct {
    const LowerContext *context;
    V6Function *function;
    const IrFunction *ir;
    Shape shape;
    bool *is_skipped;     // instructions that others stand for
    uint8_t *before;      // BEFORE_*: what goes in front of each instruction
    uint32_t *sunk;       // instruction whose constant is loaded here instead, or NO_PRODUCER;
                          // for ASYNC_EXIT a label inside
    uint32_t place;       // of the instruction being lowered
    uint32_t line;       // last looked up, from 1
    Span line_span;      // its text
    bool has_class_cell; // a class body that returns the cell of __class__
    bool failed;
} Lower;

// BEFORE_NULL_BELOW puts a NULL under the value on top.
enum { BEFORE_BUILD_CLASS = 1, BEFORE_NULL = 2, BEFORE_NULL_BELOW = 4 };

// Finds what has to go elsewhere than where the IR has it (lower_plan.c).
void lower_plan(Lower *lower);

// One instruction of the IR (lower_op.c), at lower->place.
void lower_inst(Lower *lower);

// A constant as a value on the stack (lower_constant.c).
void lower_constant(Lower *lower, const Constant *constant);

// LOAD_CONST, whose text may be a name in the source.
void lower_load(Lower *lower, const IrInst *inst);

V6Inst *lower_emit(Lower *lower, V6Op op);
void lower_number(Lower *lower, V6Op op, uint32_t number);
void lower_jump(Lower *lower, V6Op op, IrLabel label);
V6Function *lower_child(Lower *lower, const IrFunction *ir); // made when first asked for
uint32_t lower_child_index(const Lower *lower, const IrFunction *ir);
void lower_fault(Lower *lower, const char *what); // "… cannot be said in MicroPython's bytecode"

#endif
