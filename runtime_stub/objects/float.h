// SPDX-License-Identifier: MIT
// Floats beyond what vm.h shows: taking doubles apart, rounding once to the image's width, text.
#ifndef FLASHFREEZE_OBJECTS_FLOAT_H
#define FLASHFREEZE_OBJECTS_FLOAT_H

#include "../vm/vm.h"

// |number| = mantissa * 2^exponent for finite numbers; the mantissa has at most 53 bits.
typedef struct {
    uint64_t mantissa;
    int32_t exponent;
    bool negative;
    bool finite;
    bool nan;
} FzFloatParts;

uint64_t fz_float_bits(double number);
double fz_float_from_bits(uint64_t bits);
void fz_float_split(double number, FzFloatParts *parts);
bool fz_float_is_narrow(const FzVm *vm); // the image's floats are binary32; no collect
// mantissa * 2^exponent, a little more when `sticky`, rounded half to even to the image's width;
// infinity when too large.
double fz_float_assemble(const FzVm *vm, uint64_t mantissa, int32_t exponent, bool sticky);
double fz_float_round(const FzVm *vm, double number); // to the image's width; no collect
double fz_float_trunc(double number);                 // towards zero
double fz_float_floor(double number);
double fz_float_mod(double a, double b);              // C's fmod, exact

// Decimal digits of a finite number other than zero: value = 0.d1d2d3... * 10^point.
typedef struct {
    uint32_t count;
    int32_t point;
} FzDecimal;
// Shortest digits that read back as the same number (at most 17) into `digits`.
void fz_float_shortest(const FzVm *vm, double number, uint8_t *digits, FzDecimal *decimal);
// The correctly rounded digits up to `places` behind the decimal point (fixed) or `places` digits in
// all. `room` limits the count; a number that rounds to nothing has count 0.
void fz_float_digits(double number, bool fixed, int32_t places, uint8_t *digits, uint32_t room, FzDecimal *decimal);

// float(text): white space, sign, digits with underscores, exponent, inf, nan. ValueError shows `source`.
bool fz_float_parse(FzVm *vm, FzValue text, FzValue source, double *out);
// x ** y through the float class's __pow__, so that libm's pow is linked only where it is used.
FzValue fz_float_power(FzVm *vm, FzValue a, FzValue b);
FzValue fz_float_unary(FzVm *vm, FzUnary op, FzValue a); // + and -
// round(x, digits) for a float x; digits None or NULL gives an int.
FzValue fz_float_round_digits(FzVm *vm, double number, FzValue digits);

#endif
