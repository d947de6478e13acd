// SPDX-License-Identifier: MIT
// Instructions with known operands to bytes: short distances where they reach, WIDE prefixes
// where not, the table of regions, and the table of lines.
#ifndef FLASHFREEZE_IMAGE_ENCODE_H
#define FLASHFREEZE_IMAGE_ENCODE_H

#include "../base/source.h"
#include "../base/vec.h"
#include "flashfreeze/object.h"
#include "flashfreeze/opcodes.h"

// An instruction before it has a place. Jumps are written in their forward form; the encoder
// picks the backward one.
typedef struct {
    FzOp op;
    uint8_t a, b;     // PAIR: both bytes; CONSTB: flags in b
    uint32_t operand; // of jumps: a label
    uint32_t line;
} EncodeInst;

typedef struct {
    FzRegionKind kind;
    uint32_t start; // first instruction
    uint32_t end;   // one behind the last
    uint32_t label; // of the handler, or ENCODE_NO_LABEL
    uint32_t depth;
} EncodeRegion;

#define ENCODE_NO_LABEL UINT32_MAX

typedef struct {
    VEC(EncodeInst) code;
    VEC(EncodeRegion) regions; // innermost first
    VEC(uint32_t) labels;      // instruction that each label stands before
    uint32_t line;             // of the definition
} EncodeInput;

typedef struct {
    const uint8_t *bytes; // bytecode, regions, lines: what follows FzCode's fixed part
    uint32_t size;
    uint32_t code_size;
    uint32_t region_count;
} EncodedCode;

typedef enum {
    ENCODE_OK,
    ENCODE_CODE_TOO_LARGE,    // `code_size` says how large
    ENCODE_TOO_MANY_REGIONS,  // `region_count` says how many
    ENCODE_OPERAND_TOO_LARGE, // `bad_operand` of the output
} EncodeStatus;

enum { ENCODE_MOST = 0xffff }; // bytes of code, regions, and the largest operand

// Encodes; operands up to ENCODE_MOST. `with_lines` leaves the table of lines out when false.
EncodeStatus encode(Arena *arena, const EncodeInput *input, bool with_lines, EncodedCode *out,
                    uint32_t *bad_operand);

#endif
