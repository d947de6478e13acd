// SPDX-License-Identifier: MIT
// Bytes of MicroPython's functions.
#ifndef FLASHFREEZE_MICROPYTHON_ENCODE_H
#define FLASHFREEZE_MICROPYTHON_ENCODE_H

#include "../base/diag.h"
#include "tables.h"

// Bytes that grow.
typedef VEC(uint8_t) Bytes;

// Base 128, most significant group first.
void put_uint(Arena *arena, Bytes *out, uint64_t value);

typedef struct {
    Arena *arena;
    Arena *scratch; // reset for each function
    Diagnostics *diags;
    const Source *source;
    const Tables *tables;
    bool lines; // with line tables
} EncodeContext;

// Sets bytes and size of the function and of all below it. False when an error was reported: a jump
// that is too far, a name that is too long.
bool encode_functions(const EncodeContext *context, V6Function *function);

#endif
