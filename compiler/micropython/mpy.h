// SPDX-License-Identifier: MIT
// A module as a .mpy file.
#ifndef FLASHFREEZE_MICROPYTHON_MPY_H
#define FLASHFREEZE_MICROPYTHON_MPY_H

#include "encode.h"
#include "lower.h"

typedef struct {
    const char *file_name; // that tracebacks show
    uint32_t int_bits;     // small ints of the weakest device, with the sign; 31 is usual
    bool lines;            // with line numbers
} MpyOptions;

// A module in MicroPython's form, before it is written.
typedef struct {
    V6Function *top;
    Tables tables;
} MpyModule;

typedef struct {
    Arena *arena; // of the module; likewise the next two
    Names *names;
    Diagnostics *diags;
    const IrModule *module;
    MpyOptions options;
} MpyInput;

// Instructions as a list: what closed.h works on. False when it reported an error.
bool mpy_lower(const MpyInput *input, MpyModule *out);

// The tables, and the bytes of the functions. False when it reported an error.
bool mpy_encode(const MpyInput *input, MpyModule *out);

// Appends the file's bytes.
void mpy_write(Arena *arena, const MpyModule *module, const MpyOptions *options, Bytes *out);

// Takes bytes that mpy_write made apart again, as far as writing and freezing need it: the tables and
// each function's bytes, flags and children, all of which refer to `bytes`. False when something is
// wrong with them.
bool mpy_read(Arena *arena, const uint8_t *bytes, size_t size, MpyModule *out);

// A float as Python would write it, in the fewest digits.
const char *mpy_float_text(Arena *arena, double value);
// An int in decimal.
const char *mpy_int_text(Arena *arena, const Constant *constant);

#endif
