// SPDX-License-Identifier: MIT
// MicroPython's bytecode as the back end handles it: a list of instructions with labels for each
// function, operands still names and constants. lower.c makes it, peephole.c improves it,
// frame.c measures it and encode.c turns it into bytes.
#ifndef FLASHFREEZE_MICROPYTHON_V6_H
#define FLASHFREEZE_MICROPYTHON_V6_H

#include "../codegen/ir.h"

typedef enum {
#define V6(name, byte, operand, pops, pushes, flag) V6_##name = byte,
#include "v6.def"
#undef V6
    // Instructions of the list only.
    V6_LABEL = 0x100,    // the place of a label
    V6_POP_ITERATOR,     // drops the four entries of a for loop's iterator
    V6_LOAD_TEXT,        // a str: the tables choose between LOAD_CONST_STRING and LOAD_CONST_OBJ
} V6Op;

typedef enum {
    V6_OPERAND_NONE,
    V6_OPERAND_QSTR,
    V6_OPERAND_OBJ,
    V6_OPERAND_CHILD,
    V6_OPERAND_COUNT,
    V6_OPERAND_SLOT,
    V6_OPERAND_INT,
    V6_OPERAND_SJUMP, // this one and those below have a label
    V6_OPERAND_FJUMP,
} V6Operand;

typedef struct {
    V6Op op;
    uint8_t extra;  // cells of MAKE_CLOSURE*; blocks and 0x80 of UNWIND_JUMP
    uint16_t drop;  // UNWIND_JUMP: stack entries that are gone at the target
    union {
        uint32_t number;          // COUNT, SLOT, CHILD
        int32_t integer;          // INT
        IrLabel label;            // SJUMP, FJUMP, LABEL
        const Name *name;         // QSTR; of LOAD_CONST_STRING, a name in the source
        const Constant *constant; // OBJ, LOAD_TEXT
    };
    uint32_t line;  // 0: none of its own
    uint32_t entry; // of the name or constant in the tables; set by tables_collect
} V6Inst;

typedef VEC(V6Inst) V6Code;

typedef struct V6Function V6Function;

struct V6Function {
    const IrFunction *ir;
    const Name *name; // that tracebacks show
    V6Code code;
    uint32_t label_count;
    VEC(V6Function *) children;
    uint32_t *slot_of;      // v6 slot of each IR local
    uint32_t local_count;   // slots of locals
    uint32_t arg_count;     // positional ones, with those of the closure
    uint32_t kwonly_count;
    uint32_t default_count; // of the positional arguments
    uint32_t flags;         // V6_FLAG_*
    VEC(const Name *) arg_names; // of positional and keyword-only ones
    VEC(uint8_t) cells;     // slots to wrap in cells on entry
    uint32_t state_size;    // locals and stack, set by v6_measure
    uint32_t block_depth;   // most blocks at once, set by v6_measure
    VEC(struct Definition *) definitions; // closed_drop.c
    bool is_active;                       // likewise: may run
    bool takes_iterable;    // a comprehension that gets its iterator itself
    const uint8_t *bytes;   // set by encode.c: prelude and code
    uint32_t size;
    struct {
        uint32_t place;    // of the bytes among all code
        uint32_t number;   // among the functions with, or those without, others in them
        uint32_t children; // place of the first one in the list of all
    } frozen; // frozen_functions.c
};

enum { V6_FLAG_GENERATOR = 1, V6_FLAG_VARKEYWORDS = 2, V6_FLAG_VARARGS = 4, V6_FLAG_DEFKWARGS = 8 };

typedef struct {
    const char *name;
    uint8_t operand; // V6Operand
    uint8_t pops, pushes;
    uint8_t flags; // V6_ROW_*: those of v6.def, and what follows from the other columns
} V6Row;

enum {
    V6_ROW_E = 1,
    V6_ROW_N = 2,
    V6_ROW_B = 4,
    V6_ROW_EXTRA = 8,  // a byte follows the operand
    V6_ROW_PLAIN = 16, // no more to it than what the row says it pops and pushes
};

enum { V6_ROW_COUNT = V6_LOAD_TEXT + 1 };

extern const V6Row v6_rows[V6_ROW_COUNT]; // by V6Op

const char *v6_name(V6Op op);
// The row's operand; LABEL, POP_ITERATOR and LOAD_TEXT have none.
static inline V6Operand v6_operand(V6Op op) { return (V6Operand)v6_rows[op].operand; }
static inline bool v6_has_extra(V6Op op) { return v6_rows[op].flags & V6_ROW_EXTRA; }
// Has a label.
static inline bool v6_jumps(V6Op op) { return v6_operand(op) >= V6_OPERAND_SJUMP; }
// Is a byte alone that has its operand in it.
static inline bool v6_is_short(const V6Inst *inst)
{
    if (inst->op == V6_LOAD_CONST_SMALL_INT)
        return inst->integer >= -16 && inst->integer < 48;
    return (inst->op == V6_LOAD_FAST || inst->op == V6_STORE_FAST) && inst->number < 16;
}
// Puts a value on the stack and takes none.
static inline bool v6_is_load(V6Op op)
{
    return v6_rows[op].pops == 0 && v6_rows[op].pushes == 1 && !v6_jumps(op);
}
// Does not go on to the next instruction.
static inline bool v6_ends(V6Op op) { return v6_rows[op].flags & V6_ROW_E; }

// Stack entries taken and left when the instruction goes on to the next one.
void v6_effect(const V6Inst *inst, uint32_t *pops, uint32_t *pushes);
// Stack entries more at the target than before the instruction, for one that jumps.
int32_t v6_jump_effect(const V6Inst *inst);

// frame.c: sets state_size and block_depth from the code alone. False when a join has two depths.
bool v6_measure(Arena *scratch, V6Function *function);

// What holds before each instruction, found along every edge of the code.
typedef struct {
    uint32_t *place;     // of each label
    uint32_t label_count;
    int32_t *depth;      // stack entries, -1: not reached
    const void **blocks; // equal where the same blocks are open in the same way
} V6States;

// frame.c: likewise, in scratch memory.
bool v6_find_states(Arena *scratch, V6Function *function, V6States *out);

// tails.c: code that is the same at the ends of paths is there once. Not for code with lines.
void v6_merge_tails(Arena *arena, Arena *scratch, V6Function *function);

// peephole.c: smaller code with the same effect, without gaps.
void v6_improve(Arena *scratch, V6Function *function);

// Takes instructions marked as removed out, and the children that nothing makes any more.
void v6_remove(V6Inst *inst);
void v6_compact(Arena *scratch, V6Function *function);
void v6_drop_children(Arena *scratch, V6Function *function); // of code without gaps

#endif
