// SPDX-License-Identifier: MIT
// What the tables say about an instruction: its name, operand format, stack effect and whether it
// jumps. Every row comes from opcodes.def or ir.def; nothing about an instruction is repeated here.
#include "ir.h"

#include <assert.h>

// The flags of the rows, named by their letters.
enum { J = IR_ROW_J, E = IR_ROW_E, P = IR_ROW_P, K = IR_ROW_K, S = IR_ROW_S };

#define IR_FORMAT_OF_LABEL IR_FORMAT_LABEL
#define IR_FORMAT_OF_NONE  IR_FORMAT_NONE

// What a row has beside its letters. The pops of MAKE_CLOSURE are in its operand.
#define FLAGS_OF(name, per, letters)                                                               \
    ((letters) | ((letters) & J ? IR_ROW_LABELLED : 0) |                                           \
     ((per) || (letters) & (J | E) || IR_##name == IR_MAKE_CLOSURE ? 0 : IR_ROW_PLAIN))

#define FLAGS_OF_NONE   0
#define FLAGS_OF_LABEL  IR_ROW_LABELLED
#define FLAGS_OF_PLACE  IR_ROW_PLAIN
#define FLAGS_OF_OPENS  IR_ROW_OPENS
#define FLAGS_OF_CLOSES (IR_ROW_CLOSES | IR_ROW_PLAIN)

const IrOpRow ir_op_rows[] = {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags)                            \
    {#name, IR_FORMAT_##format, pops, pops_per, pushes, pushes_per,                                \
     FLAGS_OF(name, pops_per + pushes_per, flags)},
#include "flashfreeze/opcodes.def"
#undef OP
#define MICROPYTHON_OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags)                \
    {#name, IR_FORMAT_##format, pops, pops_per, pushes, pushes_per,                                \
     FLAGS_OF(name, pops_per + pushes_per, flags)},
#include "ir.def"
#undef MICROPYTHON_OP
#define PSEUDO(name, operand, role)                                                                \
    {#name, IR_FORMAT_OF_##operand, 0, 0, 0, 0, FLAGS_OF_##operand | FLAGS_OF_##role},
#include "ir.def"
#undef PSEUDO
};

_Static_assert(sizeof ir_op_rows / sizeof ir_op_rows[0] == IR_OP_COUNT, "one row for each instruction");

IrInst *ir_emit(Arena *arena, IrFunction *function, IrOp op, Span span)
{
    VEC_PUSH(arena, &function->code, (IrInst){.op = op, .span = span});
    return &VEC_LAST(&function->code);
}

const char *ir_op_name(IrOp op)
{
    return ir_op_rows[op].name;
}
