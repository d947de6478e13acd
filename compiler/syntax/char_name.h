// SPDX-License-Identifier: MIT
// Characters by name, as \N{...} in strings gives them.
#ifndef FLASHFREEZE_SYNTAX_CHAR_NAME_H
#define FLASHFREEZE_SYNTAX_CHAR_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Finds the code point that has this name or alias in Unicode, in letters of either case.
bool char_by_name(const char *name, size_t size, uint32_t *out);

#endif
