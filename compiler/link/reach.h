// SPDX-License-Identifier: MIT
// Which of the runtime's functions, methods and classes the program can reach by name.
#ifndef FLASHFREEZE_LINK_REACH_H
#define FLASHFREEZE_LINK_REACH_H

#include "program.h"

// Fills attributes, free_names, is_open, keep_native and keep_type of the program.
void reach_mark(Program *program);

#endif
