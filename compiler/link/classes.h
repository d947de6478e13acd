// SPDX-License-Identifier: MIT
// Built-in classes that nothing but texts would show (strip.classes).
#ifndef FLASHFREEZE_LINK_CLASSES_H
#define FLASHFREEZE_LINK_CLASSES_H

#include "program.h"

// Takes those classes out of keep_type, when the manifest asks for it and the program cannot tell. After
// attributes, free_names, kinds, keep_native and keep_type are found.
void classes_strip(Program *program);

#endif
