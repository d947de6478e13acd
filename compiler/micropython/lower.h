// SPDX-License-Identifier: MIT
// IR to MicroPython's instructions.
#ifndef FLASHFREEZE_MICROPYTHON_LOWER_H
#define FLASHFREEZE_MICROPYTHON_LOWER_H

#include "../base/diag.h"
#include "v6.h"

typedef struct {
    Arena *arena;
    Arena *scratch; // reset for each function
    Names *names;
    Diagnostics *diags;
    const IrModule *module;
    uint32_t int_bits; // width of a small int, with its sign
    bool lines;        // tracebacks show lines
} LowerContext;

// The module's top level and, as children, every function below it. NULL when an error was
// reported: something that the bytecode cannot say, or a limit of it.
V6Function *lower_module(const LowerContext *context);

// Makes the code smaller and measures its frames; for the function and all below it. False when an
// error was reported.
bool lower_finish(const LowerContext *context, V6Function *function);

#endif
