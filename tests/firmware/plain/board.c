// SPDX-License-Identifier: MIT
// What the programs of this directory call: numbers and texts, one in a line.
#include "app.h"

#include <stdio.h>

void board_show(int32_t number) { printf("%ld\n", (long)number), fflush(stdout); }

void board_label(const char *text, uint32_t size) { printf("%.*s\n", (int)size, text), fflush(stdout); }
