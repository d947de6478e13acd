// SPDX-License-Identifier: MIT
// Floats as the bits of IEEE 754: 2, 4 or 8 bytes.
#ifndef FLASHFREEZE_MODULES_STRUCT_FLOAT_H
#define FLASHFREEZE_MODULES_STRUCT_FLOAT_H

#include <stdbool.h>
#include <stdint.h>

// Rounded to nearest, ties to even. False when a finite number is too large for the size.
bool fz_struct_float_bits(double number, uint32_t size, uint64_t *bits);
double fz_struct_float_from(uint64_t bits, uint32_t size);

#endif
