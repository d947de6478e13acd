// SPDX-License-Identifier: MIT
// The kinds of objects that a program can come to hold, from the rows of makes.def.
#ifndef FLASHFREEZE_LINK_MAKES_H
#define FLASHFREEZE_LINK_MAKES_H

#include "program.h"

typedef uint64_t KindSet; // bit FZ_KIND_*

// Kinds that a function's code makes; `ops`: which instructions it still has (reach.h), or NULL.
KindSet makes_of_function(const IrFunction *function, const bool *ops);
// Kinds that come with every class of Python.
KindSet makes_of_class(void);
// Kinds that any program makes, and what firmware, modules and names of this one add: after
// `attributes`, `free_names` and `stored_names` of the program are filled.
KindSet makes_of_program(const Program *program);

// What a row of natives.def may make in a program that has objects of the kinds.
KindSet makes_of_native(uint32_t id, KindSet kinds);

// The set with everything that its kinds bring about.
KindSet makes_closure(KindSet kinds);

#endif
