// SPDX-License-Identifier: MIT
// Exact decimal digits of floats. The number is a fraction of two big naturals, whose limbs lie in
// memory of the caller.
#ifndef FLASHFREEZE_OBJECTS_FLOAT_DIGITS_H
#define FLASHFREEZE_OBJECTS_FLOAT_DIGITS_H

#include "float.h"

enum { FZ_SHORTEST_DIGITS = 17 };

// Decimal digits of a number: 0.d1d2d3... * 10^point.
typedef struct {
    uint32_t count;
    int32_t point;
} FzDecimal;

// Limbs of scratch memory that the functions below need for a finite number other than zero.
uint32_t fz_float_scratch(const FzFloatParts *parts);

// The fewest digits (as characters) that read back as the number, the nearest of these.
FzDecimal fz_float_shortest(const FzFloatParts *parts, uint8_t *digits, uint32_t *scratch);

// Digits rounded half to even, without trailing zeros: at most `places` of them, or with `fixed`
// those up to `places` behind the point. Count 0: it rounds to nothing.
FzDecimal fz_float_digits(const FzFloatParts *parts, bool fixed, int32_t places, uint8_t *digits,
                          uint32_t *scratch);

// Digits in front of the point, at most one too many; 0 or less for numbers below 1.
int32_t fz_float_point(const FzFloatParts *parts);

#endif
