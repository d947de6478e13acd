// SPDX-License-Identifier: MIT
// What lies on the operand stack before each instruction of the IR, and which blocks are open, as
// MicroPython sees them. A value of the IR takes one stack entry there, an iterator of a for loop
// four, and what the IR's handlers keep for themselves (the previous exception, a payload) none.
#ifndef FLASHFREEZE_MICROPYTHON_SHAPE_H
#define FLASHFREEZE_MICROPYTHON_SHAPE_H

#include "../codegen/ir_flow.h"

typedef enum { WIDTH_GONE = 0, WIDTH_VALUE = 1, WIDTH_ITERATOR = 4 } Width;

// The kind of one value; values that meet at a join are of one kind.
typedef struct Cell {
    struct Cell *same; // NULL: this one decides
    Width width;
} Cell;

#define NO_PRODUCER UINT32_MAX

// A stack, top first; stacks share their lower parts. The empty one is an entry with none below it.
typedef struct Entry {
    struct Entry *below;
    Cell *cell;
    uint32_t depth;    // entries from this one down
    uint32_t producer; // instruction that pushed it, or NO_PRODUCER
    bool is_copied;    // something other than its consumer looked at it
} Entry;

// A try whose handler MicroPython finds on its block stack.
typedef struct ShapeBlock {
    struct ShapeBlock *outer;
    const IrRegion *region; // TRY_*
    uint32_t depth;         // blocks from this one outwards
    uint32_t handler;       // place of its label
    uint32_t handler_begin; // place of the EXCEPT_BEGIN or FINALLY_BEGIN there
    Entry *base;            // the stack that a handler finds below what it is given
} ShapeBlock;

typedef struct {
    Entry *stack; // NULL: not reached
    ShapeBlock *block;
} ShapeState;

static inline bool shape_is_reached(const ShapeState *state) { return state->stack; }

typedef struct {
    IrFlow flow;
    ShapeState *states; // before each instruction
    Cell **results;     // kind of the first value that each instruction pushes, or NULL
} Shape;

// Fills `shape`; the code has passed ir_check. False with `fault` filled otherwise.
bool shape_find(Arena *arena, const IrFunction *function, Shape *shape, IrFault *fault);

Width shape_width(const Cell *cell);
uint32_t shape_height(const Entry *stack); // stack entries in all
// The entry `count` below the top.
Entry *shape_peek(const ShapeState *state, uint32_t count);
// Whether control at `place` is in the block's handler rather than in its body.
bool shape_is_handling(const ShapeBlock *block, uint32_t place);

#endif
