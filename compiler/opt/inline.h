// SPDX-License-Identifier: MIT
// Functions that may be put in place of their calls (pass `inline`), for the linker, which tells
// other modules of them.
#ifndef FLASHFREEZE_OPT_INLINE_H
#define FLASHFREEZE_OPT_INLINE_H

#include "../sema/scope.h"

struct InlineBody;

// The function that a statement of the module's body binds, when it can be inlined; `*symbol` is
// then the variable, which nothing else in the module binds. Else NULL. Allocates from `arena`.
const struct InlineBody *inline_body(Arena *arena, const Scope *scope, const Stmt *stmt,
                                     Symbol **symbol);

#endif
