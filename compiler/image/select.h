// SPDX-License-Identifier: MIT
// From a function's IR to instructions of the image: names become slots, built-ins or constants,
// constants become entries of the module's table, star imports are spelt out.
#ifndef FLASHFREEZE_IMAGE_SELECT_H
#define FLASHFREEZE_IMAGE_SELECT_H

#include "encode.h"
#include "writer.h"

// An entry of a module's table of constants. Until the module's functions are written, entries for
// them have no value.
typedef struct {
    FzValue value;
    const IrFunction *code; // the entry will be this function's CODE
    bool is_function;       // or a FUNCTION in ROM around it
    uint32_t uses;
    uint32_t order; // of first use
} PoolEntry;

typedef struct {
    ImageWriter *writer;
    const LinkedModule *module;
    VEC(PoolEntry) pool;
    uint32_t *pool_slots; // hash index of the pool
    uint32_t pool_slot_count;
} ModuleCode;

// A function on its way into the image.
typedef struct {
    const IrFunction *ir;
    bool runs_once; // at most once in the life of a program
    EncodeInput input; // operands that index the pool are numbers of entries, not yet sorted
    VEC(const IrFunction *) made_once; // functions that it makes at most once
    VEC(uint32_t) pool_users; // instructions of input.code with such operands
    uint32_t depth; // of the operand stack
} FunctionCode;

// Fills everything from `input` on.
void select_function(ModuleCode *module, FunctionCode *function);

#endif
