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
    FzInstruction other; // what is edited instead of what was linked when its size is not 0; it may take a part
                         // of the bytes alone
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

// inline.c: what calls of a function come to, behind their arguments, when that is little and cannot raise.
enum { INLINE_MOST = 2 }; // instructions: a call has no fewer bytes
typedef struct {
    FreezeInst insts[INLINE_MOST];
    uint32_t count;
} InlineCode;
// False when a call with so many positional arguments cannot be replaced.
bool freeze_inline(Freeze *freeze, FzValue function, uint32_t given, InlineCode *out);

// fold.c: what the instruction loads, when that is the same at each time; FZ_NULL when it is not.
FzValue fold_constant(const Freeze *freeze, const FreezeModule *module, const FreezeInst *inst);
// fold.c: folds with what never changes. True when there is less code than before.
bool freeze_fold(Freeze *freeze);

#endif
