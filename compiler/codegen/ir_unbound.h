// SPDX-License-Identifier: MIT
// The warning about variables that may have no value where they are read.
#ifndef FLASHFREEZE_CODEGEN_IR_UNBOUND_H
#define FLASHFREEZE_CODEGEN_IR_UNBOUND_H

#include "../base/diag.h"
#include "ir.h"

// Looks through the function and those below it, before any pass has changed them, and warns once
// for each variable that is bound on some ways to a place that reads it and not on others.
void ir_warn_unbound(Diagnostics *diags, const Source *source, const IrFunction *top);

#endif
