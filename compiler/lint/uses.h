// SPDX-License-Identifier: MIT
// How the statements of a function use one of its variables.
#ifndef FLASHFREEZE_LINT_USES_H
#define FLASHFREEZE_LINT_USES_H

#include "../syntax/ast.h"

typedef struct {
    uint32_t all;        // every mention
    uint32_t bound;      // of these: assigned or deleted
    uint32_t read_only;  // as `x[i]` that is read, `for … in x`, `… in x`, len(x)
    uint32_t iterated;   // of these: as `for … in x`, and not inside a loop of the list
    uint32_t subscripts; // where it is the subscript of the name `sequence`, read
} Uses;

// Counts the mentions of `name`, in functions inside as well. `sequence` may be NULL.
Uses uses_of(const StmtList *list, const Name *name, const Name *sequence);

#endif
