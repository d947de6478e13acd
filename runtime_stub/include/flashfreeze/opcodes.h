// SPDX-License-Identifier: MIT
// The instruction set of opcodes.def as C: numbers, formats, and a decoder that never reads past
// the bytecode. The VM's loop decodes by itself; everything else uses this.
#ifndef FLASHFREEZE_OPCODES_H
#define FLASHFREEZE_OPCODES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags) FZ_OP_##name,
#include "opcodes.def"
#undef OP
} FzOp;

enum {
    FZ_OP_COUNT = 0
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags) +1
#include "opcodes.def"
#undef OP
};

typedef enum {
    FZ_FORMAT_NONE,
    FZ_FORMAT_LOCAL,
    FZ_FORMAT_CONST,
    FZ_FORMAT_NAME,
    FZ_FORMAT_GLOBAL,
    FZ_FORMAT_COUNT,
    FZ_FORMAT_SBYTE,
    FZ_FORMAT_FWD,
    FZ_FORMAT_BACK,
    FZ_FORMAT_PAIR,
    FZ_FORMAT_CONSTB,
    FZ_FORMAT_ADDR,
} FzFormat;

enum { FZ_OP_JUMPS = 1, FZ_OP_ENDS = 2, FZ_OP_POPS_TAKEN = 4, FZ_OP_KEEPS_TAKEN = 8, FZ_OP_SHORT = 16 };

typedef struct {
    uint8_t format; // FzFormat
    uint8_t pops, pops_per, pushes, pushes_per;
    uint8_t flags; // FZ_OP_*
} FzOpInfo;

extern const FzOpInfo fz_op_info[FZ_OP_COUNT];

// One decoded instruction; a WIDE prefix is part of the instruction it widens.
typedef struct {
    FzOp op;
    uint8_t a, b;     // PAIR: its two bytes; CONSTB: flags in b
    int32_t operand;  // everything else; FWD, BACK and ADDR: offset of the target from the first instruction
    uint32_t size;    // bytes, with the prefix
} FzInstruction;

// Decodes the instruction at offset `at` of `size` bytes of bytecode. False when it is cut off, has
// no meaning, or its target lies outside.
bool fz_decode_instruction(const uint8_t *code, uint32_t size, uint32_t at, FzInstruction *out);

// Values popped and pushed when the instruction falls through.
void fz_stack_effect(const FzInstruction *instruction, uint32_t *pops, uint32_t *pushes);

#endif
