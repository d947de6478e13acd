// SPDX-License-Identifier: MIT
// Natural numbers as arrays of 32-bit limbs, least first: the arithmetic beneath integers of any
// size and exact conversions of floats. Nothing here allocates; a count is a number of limbs, and
// the functions that give a count give it without leading zeros.
#ifndef FLASHFREEZE_OBJECTS_MAGNITUDE_H
#define FLASHFREEZE_OBJECTS_MAGNITUDE_H

#include <stdbool.h>
#include <stdint.h>

uint32_t fz_mag_trim(const uint32_t *a, uint32_t count);
uint32_t fz_mag_bits(const uint32_t *a, uint32_t count); // bit length; no leading zeros
uint32_t fz_limb_bits(uint32_t limb);
int fz_mag_compare(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);
// out may be a or b; it has room for one limb more than the longer one.
uint32_t fz_mag_add(uint32_t *out, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                    uint32_t b_count);
// a >= b; out may be a or b and has room for a_count limbs.
uint32_t fz_mag_subtract(uint32_t *out, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                         uint32_t b_count);
// out has a_count + b_count limbs, all zero, apart from a and b.
void fz_mag_multiply(uint32_t *out, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                     uint32_t b_count);
// a = a * factor + carry over `count` limbs; gives the limb that follows.
uint32_t fz_mag_multiply_small(uint32_t *a, uint32_t count, uint32_t factor, uint32_t carry);
// a = a / divisor; gives the remainder.
uint32_t fz_mag_divide_small(uint32_t *a, uint32_t count, uint32_t divisor);
// out may be a. Left: room for count + by / 32 + 1 limbs. Right: *lost says that a set bit fell
// off.
uint32_t fz_mag_shift_left(uint32_t *out, const uint32_t *a, uint32_t count, uint32_t by);
uint32_t fz_mag_shift_right(uint32_t *out, const uint32_t *a, uint32_t count, uint32_t by,
                            bool *lost);
// Divides by v of at least two limbs, v_count <= u_count. u has u_count + 1 limbs and becomes the
// remainder; q gets u_count - v_count + 1 limbs.
void fz_mag_divide(uint32_t *q, uint32_t *u, uint32_t u_count, const uint32_t *v, uint32_t v_count);

#endif
