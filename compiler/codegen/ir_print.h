// SPDX-License-Identifier: MIT
// A listing of a module's IR for people and for golden tests: the same input gives the same text.
#ifndef FLASHFREEZE_CODEGEN_IR_PRINT_H
#define FLASHFREEZE_CODEGEN_IR_PRINT_H

#include "ir.h"

#include <stdio.h>

void ir_print_module(const IrModule *module, FILE *out);

// One function and the functions it makes. `source` (may be NULL) gives the line numbers.
void ir_print_function(const IrFunction *function, const Source *source, FILE *out);

// A constant as Python source spells it (floats by their shortest repr).
void ir_print_constant(const Constant *constant, FILE *out);

#endif
