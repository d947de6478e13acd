// SPDX-License-Identifier: MIT
// Decoding of bytecode, derived from the table of instructions.
#include "flashfreeze/opcodes.h"

enum { NO = 0, J = FZ_OP_JUMPS, E = FZ_OP_ENDS, P = FZ_OP_POPS_TAKEN, K = FZ_OP_KEEPS_TAKEN, S = FZ_OP_SHORT };

const FzOpInfo fz_op_info[FZ_OP_COUNT] = {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags)                            \
    {FZ_FORMAT_##format, pops, pops_per, pushes, pushes_per, flags},
#include "flashfreeze/opcodes.def"
#undef OP
};

static bool takes_wide(uint8_t format)
{
    return format != FZ_FORMAT_NONE && format != FZ_FORMAT_SBYTE && format != FZ_FORMAT_PAIR &&
           format != FZ_FORMAT_ADDR;
}

// Bytes of the operand of an instruction without its prefix.
static uint32_t operand_size(uint8_t format)
{
    if (format == FZ_FORMAT_NONE)
        return 0;
    bool two = format == FZ_FORMAT_PAIR || format == FZ_FORMAT_CONSTB || format == FZ_FORMAT_ADDR;
    return two ? 2 : 1;
}

bool fz_decode_instruction(const uint8_t *code, uint32_t size, uint32_t at, FzInstruction *out)
{
    uint32_t high = 0;
    uint32_t start = at;
    if (at < size && code[at] == FZ_OP_WIDE) {
        if (size - at < 3)
            return false;
        high = (uint32_t)code[at + 1] << 8;
        at += 2;
    }
    if (at >= size || code[at] >= FZ_OP_COUNT || code[at] == FZ_OP_WIDE)
        return false;
    *out = (FzInstruction){.op = (FzOp)code[at]};
    uint8_t format = fz_op_info[out->op].format;
    uint32_t bytes = operand_size(format);
    if (size - at - 1 < bytes || (at != start && !takes_wide(format)))
        return false;
    const uint8_t *operand = code + at + 1;
    at += 1 + bytes;
    out->size = at - start;
    if (bytes == 0)
        return true;
    uint32_t wide = high | operand[0];
    out->operand = (int32_t)wide;
    switch ((FzFormat)format) {
    case FZ_FORMAT_SBYTE:
        out->operand = (int8_t)operand[0];
        return true;
    case FZ_FORMAT_PAIR:
        out->a = operand[0];
        out->b = operand[1];
        return true;
    case FZ_FORMAT_CONSTB:
        out->b = operand[1];
        return true;
    case FZ_FORMAT_ADDR:
        out->operand = (int32_t)(operand[0] | (uint32_t)operand[1] << 8);
        return (uint32_t)out->operand < size;
    case FZ_FORMAT_FWD:
        out->operand = (int32_t)(at + wide);
        return at + wide < size;
    case FZ_FORMAT_BACK:
        out->operand = (int32_t)(at - wide);
        return wide <= at;
    case FZ_FORMAT_NONE:
    case FZ_FORMAT_LOCAL:
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
    case FZ_FORMAT_GLOBAL:
    case FZ_FORMAT_COUNT:
        return true;
    }
    return false;
}

void fz_stack_effect(const FzInstruction *instruction, uint32_t *pops, uint32_t *pushes)
{
    const FzOpInfo *info = &fz_op_info[instruction->op];
    uint32_t a = instruction->a;
    uint32_t b = instruction->b;
    uint32_t number = (uint32_t)instruction->operand;
    if (info->format == FZ_FORMAT_PAIR)
        number = instruction->op == FZ_OP_UNPACK_EX ? a + b : a + 2 * b;
    *pops = info->pops + info->pops_per * number;
    *pushes = info->pushes + info->pushes_per * number;
    if (instruction->op == FZ_OP_MAKE_CLOSURE)
        *pops = (b & 1) + (b >> 1 & 1) + (b >> 2 & 1);
}
