// SPDX-License-Identifier: MIT
// Parts of the runtime that an operation needs only for some operands, and that are large: powers
// of floats (libm), the % of texts, format specs. They are native methods of built-in classes, and
// the operations find them there, so that firmware links them only for programs whose image has
// them: those with an instruction that may ask for them (compiler/link/reach.c).
#ifndef FLASHFREEZE_OBJECTS_OPTIONAL_H
#define FLASHFREEZE_OBJECTS_OPTIONAL_H

#include "../vm/vm.h"

// Calls the method of the class on a and b (both unwrapped). TypeError when the image lacks it.
FzValue fz_call_optional(FzVm *vm, FzTypeId type, FzNameId name, FzValue a, FzValue b);

#endif
