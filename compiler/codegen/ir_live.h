// SPDX-License-Identifier: MIT
// Which locals of a function may still be read, at each of its instructions.
#ifndef FLASHFREEZE_CODEGEN_IR_LIVE_H
#define FLASHFREEZE_CODEGEN_IR_LIVE_H

#include "ir_flow.h"

enum { IR_LIVE_WORDS = 4, IR_LIVE_MOST = 64 * IR_LIVE_WORDS };

// A set of locals.
typedef struct {
    uint64_t words[IR_LIVE_WORDS];
} IrLocalSet;

static inline bool ir_local_in(const IrLocalSet *set, uint32_t local)
{
    return set->words[local / 64] >> local % 64 & 1;
}

static inline void ir_local_add(IrLocalSet *set, uint32_t local)
{
    set->words[local / 64] |= UINT64_C(1) << local % 64;
}

// Gives for each instruction, and for the place after the last, the locals whose value before it
// may be read by LOAD_LOCAL or DELETE_LOCAL, there or later, exceptions counted: as many words each
// as the locals of the function need, 64 a word. NULL when it has more than IR_LIVE_MOST locals.
const uint64_t *ir_live(Arena *arena, const IrFunction *function, const IrFlow *flow);

#endif
