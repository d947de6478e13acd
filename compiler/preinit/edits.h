// SPDX-License-Identifier: MIT
// What folding changed in code that remains (fold.c): one edit for each instruction, by its offset. The
// instructions themselves stay as they were linked until they are encoded again.
#ifndef FLASHFREEZE_PREINIT_EDITS_H
#define FLASHFREEZE_PREINIT_EDITS_H

#include "freeze.h"

typedef enum {
    EDIT_NONE,
    EDIT_DROP,       // not there
    EDIT_CONSTANT,   // loads `constant`
    EDIT_JUMP,       // jumps in any case
    EDIT_PLAIN_CALL, // the function lies on the stack without a receiver
} EditKind;

struct Edit {
    EditKind kind;
    FzValue constant;
};

// An instruction as edited. `constant` is what the operand of formats CONST, NAME and CONSTB stands for.
typedef struct {
    FzInstruction inst;
    FzValue constant;
    uint32_t at;
} FreezeInst;

// The instruction at or behind *at, which then lies behind it. False at the end of the code.
bool freeze_next(const Freeze *freeze, const FreezeCode *code, uint32_t *at, FreezeInst *out);

Edit *freeze_edits(const Freeze *freeze, const FreezeCode *code); // by offset; NULL: none
Edit *freeze_edits_make(Freeze *freeze, const FreezeCode *code);

// fold.c: folds with what never changes. True when there is less code than before.
bool freeze_fold(Freeze *freeze);

#endif
