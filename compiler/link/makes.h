// SPDX-License-Identifier: MIT
// The kinds of objects that a program can come to hold, from the rows of makes.def.
#ifndef FLASHFREEZE_LINK_MAKES_H
#define FLASHFREEZE_LINK_MAKES_H

#include "program.h"

typedef uint64_t KindSet; // bit FZ_KIND_*

// Kinds of every program, and of what its constants, instructions and names bring about.
KindSet makes_of_code(const Program *program);

// What a row of natives.def may make.
KindSet makes_of_native(uint32_t id);

// The set with everything that its kinds bring about.
KindSet makes_closure(KindSet kinds);

#endif
