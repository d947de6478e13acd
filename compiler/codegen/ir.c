// SPDX-License-Identifier: MIT
// What the tables say about an instruction: its name, operand format, stack effect and whether it
// jumps. Every row comes from opcodes.def or ir.def; nothing about an instruction is repeated here.
#include "ir.h"

#include <assert.h>

// The flags of the rows, named by their letters.
enum { J = 1, E = 2, P = 4, K = 8, S = 16 };

typedef struct {
    const char *name;
    IrFormat format;
    uint8_t pops, pops_per;
    uint8_t pushes, pushes_per;
    uint8_t flags;
} OpRow;

#define IR_FORMAT_OF_LABEL IR_FORMAT_LABEL
#define IR_FORMAT_OF_NONE  IR_FORMAT_NONE

static const OpRow op_rows[] = {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags)                            \
    {#name, IR_FORMAT_##format, pops, pops_per, pushes, pushes_per, flags},
#include "flashfreeze/opcodes.def"
#undef OP
#define MICROPYTHON_OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags)                \
    {#name, IR_FORMAT_##format, pops, pops_per, pushes, pushes_per, flags},
#include "ir.def"
#undef MICROPYTHON_OP
#define PSEUDO(name, operand) {#name, IR_FORMAT_OF_##operand, 0, 0, 0, 0, 0},
#include "ir.def"
#undef PSEUDO
};

_Static_assert(sizeof op_rows / sizeof op_rows[0] == IR_OP_COUNT, "one row for each instruction");

IrInst *ir_emit(Arena *arena, IrFunction *function, IrOp op, Span span)
{
    VEC_PUSH(arena, &function->code, (IrInst){.op = op, .span = span});
    return &VEC_LAST(&function->code);
}

const char *ir_op_name(IrOp op)
{
    return op_rows[op].name;
}

IrFormat ir_op_format(IrOp op)
{
    return op_rows[op].format;
}

bool ir_op_is_pseudo(IrOp op)
{
    return op >= IR_LABEL;
}

bool ir_op_jumps(IrOp op)
{
    return op_rows[op].flags & J;
}

bool ir_op_ends(IrOp op)
{
    return op_rows[op].flags & E;
}

// The number that a row's *_per columns are multiplied by.
static uint32_t variable_part(const IrInst *inst)
{
    if (ir_op_format(inst->op) != IR_FORMAT_PAIR)
        return inst->count;
    return inst->op == IR_UNPACK_EX ? (uint32_t)inst->a + inst->b : inst->a + 2u * inst->b;
}

void ir_stack_effect(const IrInst *inst, uint32_t *pops, uint32_t *pushes)
{
    const OpRow *row = &op_rows[inst->op];
    *pops = row->pops;
    *pushes = row->pushes;
    if (row->pops_per)
        *pops += row->pops_per * variable_part(inst);
    if (row->pushes_per)
        *pushes += row->pushes_per * variable_part(inst);
    if (inst->op == IR_MAKE_CLOSURE)
        *pops = (inst->b & 1u) + (inst->b >> 1 & 1u) + (inst->b >> 2 & 1u);
}

int32_t ir_jump_effect(const IrInst *inst)
{
    uint32_t pops;
    uint32_t pushes;
    ir_stack_effect(inst, &pops, &pushes);
    int32_t effect = (int32_t)pushes - (int32_t)pops;
    if (op_rows[inst->op].flags & K)
        return 0;
    if (op_rows[inst->op].flags & P)
        return -(int32_t)pops;
    return effect;
}
