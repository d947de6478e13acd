// SPDX-License-Identifier: MIT
// The rules of the IR, checked: labels, regions, depths, operands. Every pass that makes or
// rewrites IR must leave code that passes; a fault is a bug of ours, never the user's mistake.
#ifndef FLASHFREEZE_CODEGEN_IR_CHECK_H
#define FLASHFREEZE_CODEGEN_IR_CHECK_H

#include "ir_flow.h"

// Checks one function (not its children). `scratch` may be reset after.
bool ir_check(Arena *scratch, const IrFunction *function, IrFault *fault);

// Checks the function and all functions below it. False with `culprit` set at the first fault.
bool ir_check_all(Arena *scratch, IrFunction *function, IrFault *fault, IrFunction **culprit);

#endif
