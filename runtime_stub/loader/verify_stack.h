// SPDX-License-Identifier: MIT
// What the verifier knows of one slot of the operand stack: most hold any Python value, some hold
// what only the VM may put there. verify_stack.c has the order and the effect of each instruction.
#ifndef FLASHFREEZE_LOADER_VERIFY_STACK_H
#define FLASHFREEZE_LOADER_VERIFY_STACK_H

#include "verify_internal.h"

#include "flashfreeze/opcodes.h"

// A slot's type: one of these, and for some a number above FZ_SLOT_BITS.
typedef uint16_t FzSlot;

enum {
    FZ_SLOT_ANY,   // a value that Python code may see
    FZ_SLOT_NULL,  // NULL
    FZ_SLOT_MAYBE, // either
    FZ_SLOT_NONE,  // None
    FZ_SLOT_STR,
    FZ_SLOT_LIST,
    FZ_SLOT_DICT,
    FZ_SLOT_SET,
    FZ_SLOT_MODULE,
    FZ_SLOT_TUPLE, // of as many items as the number says
    FZ_SLOT_CELL,
    FZ_SLOT_CELLS,     // tuple of cells, as many as the number says
    FZ_SLOT_BODY,      // function of a class body
    FZ_SLOT_EXCEPTION, // what an except handler starts with
    FZ_SLOT_PREVIOUS,  // below it: the exception handled before, or NULL
    FZ_SLOT_PAYLOAD,   // what a finally handler starts with; the number is that of the region
    FZ_SLOT_TAG,       // above it
    FZ_SLOT_EXIT,      // of a `with`: the method and its self
    FZ_SLOT_EXIT_SELF,
    FZ_SLOT_EXIT_RESULT,
    FZ_SLOT_RANGE_NEXT, // of a loop over a range
    FZ_SLOT_RANGE_STOP,
    FZ_SLOT_RANGE_STEP,
    FZ_SLOT_BITS = 5,
    FZ_SLOT_NUMBER_MAX = 0xffff >> FZ_SLOT_BITS,
};

// The function being verified, as far as the effect of its instructions depends on it.
typedef struct {
    const FzVerifier *verifier;
    const FzCode *code;
    const FzTuple *pool; // constants of its module, pool_count of them
    uint32_t pool_count;
    uint32_t globals_base;
    bool has_no_state; // the module's first global is a variable
    const uint8_t *cells; // one bit for each local: it holds a cell
    FzSlot *stack;        // types of the operand stack, `depth` of them
    uint32_t depth;
    const char *problem;
} FzFrameCheck;

static inline uint32_t fz_slot_kind(FzSlot slot)
{
    return slot & ((1u << FZ_SLOT_BITS) - 1);
}
static inline uint32_t fz_slot_number(FzSlot slot)
{
    return slot >> FZ_SLOT_BITS;
}
static inline FzSlot fz_slot(uint32_t kind, uint32_t number)
{
    return (FzSlot)(kind | number << FZ_SLOT_BITS);
}

// True if a slot of type `slot` may stand where `wanted` is asked for.
bool fz_slot_fits(FzSlot slot, FzSlot wanted);

// Makes *slot the narrowest type that both fit. False when there is none.
bool fz_slot_join(FzSlot *slot, FzSlot other);

// Checks the operand of an instruction and the types of what it pops; frame->stack becomes what is
// there when it falls through. False with frame->problem.
bool fz_verify_effect(FzFrameCheck *frame, const FzInstruction *inst);

#endif
