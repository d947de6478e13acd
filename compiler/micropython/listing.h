// SPDX-License-Identifier: MIT
// A .mpy file as text: names, constants, and the instructions of each function.
#ifndef FLASHFREEZE_MICROPYTHON_LISTING_H
#define FLASHFREEZE_MICROPYTHON_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// Prints the file. NULL when all of it could be read, else what is wrong; what comes before that has
// been printed. Any bytes may be given.
const char *mpy_list(const uint8_t *bytes, size_t size, FILE *out);

#endif
