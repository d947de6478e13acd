// SPDX-License-Identifier: MIT
// Which of the runtime's functions, methods and classes the program can reach by name.
#ifndef FLASHFREEZE_LINK_REACH_H
#define FLASHFREEZE_LINK_REACH_H

#include "program.h"

// Fills attributes, free_names, is_open, keep_native and keep_type of the program.
void reach_mark(Program *program);

// The same in steps, for code that is found reachable bit by bit. Between start and finish the caller
// fills attributes, free_names and stored_names, and may set is_open; kinds may be added.
void reach_start(Program *program);
// What a function's code needs without naming it; whether it is given names worked out at run time.
// `ops`: for each FzOp whether the code still has it; short forms count as what they are short for.
void reach_function(Program *program, const LinkedModule *module, const IrFunction *function,
                    const bool *ops);
// A text that can be the name of an attribute, or a format with names of attributes.
void reach_text(Program *program, const char *text, size_t size);
void reach_finish(Program *program);

// Whether a native function takes an attribute's name, or gives or takes all of them.
typedef enum { REACH_NO_NAMES, REACH_A_NAME, REACH_ANY_NAME } ReachNames;
ReachNames reach_native(const NativeRow *row);

#endif
