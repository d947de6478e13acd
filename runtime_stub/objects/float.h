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
    bool
        edge; // after fz_float_split_narrow: the gap to the next number below is half the one above
} FzFloatParts;

uint64_t fz_float_bits(double number);
double fz_float_from_bits(uint64_t bits);
double fz_float_infinity(void);
bool fz_float_is_finite(double number);
bool fz_float_is_negative(double number); // also -0.0
double fz_float_with_sign(double number, bool negative);
uint32_t fz_u64_bits(uint64_t number); // bit length
void fz_float_split(double number, FzFloatParts *parts);
// The same with a mantissa of the image's width, for a number that the image can hold.
void fz_float_split_narrow(const FzVm *vm, double number, FzFloatParts *parts);
// mantissa * 2^exponent for a result that needs no rounding; infinity when too large.
double fz_float_compose(uint64_t mantissa, int32_t exponent);
// mantissa * 2^exponent, a little more when `sticky`, rounded half to even to the image's width;
// infinity when too large. A sticky mantissa has at least 54 bits.
double fz_float_assemble(const FzVm *vm, uint64_t mantissa, int32_t exponent, bool sticky);
bool fz_float_is_narrow(const FzVm *vm);              // the image's floats are binary32
double fz_float_round(const FzVm *vm, double number); // to the image's width
double fz_float_trunc(double number);                 // towards zero
double fz_float_floor(double number);
double fz_float_subtract(double a, double b);
double fz_float_mod(double a, double b); // C's fmod, exact
// The remainder of // with its quotient: int, bool or float operands. ZeroDivisionError.
bool fz_float_divmod(FzVm *vm, FzValue a, FzValue b, double *quotient, double *remainder);

// How a float's text is written: as repr (shortest digits that read back), or with a number of
// digits, correctly rounded.
typedef struct {
    uint8_t type; // r: repr; e f g as in format specs
    uint8_t sign; // a character in front, or 0
    bool upper;
    bool alternate;    // keeps the point and, for g, trailing zeros
    bool add_point;    // ".0" where the text would be that of an int
    int32_t precision; // f: negative ones round before the point
} FzFloatStyle;
// Text of a number's magnitude behind the style's sign; the style may be changed.
FzValue fz_float_text(FzVm *vm, double number, FzFloatStyle *style);

// float(text) of a str, bytes or bytearray; ValueError.
bool fz_float_parse(FzVm *vm, FzValue text, double *out);
// x ** y for int and float operands, through the float class's __pow__, so that libm's pow is
// linked only where it is used.
FzValue fz_float_power(FzVm *vm, FzValue a, FzValue b);
FzValue fz_float_unary(FzVm *vm, FzUnary op, FzValue a);
// int(number); OverflowError and ValueError for inf and nan.
FzValue fz_float_to_int(FzVm *vm, double number);
// a // b and a % b of two ints, bools or floats as a tuple; round(number, digits) of one of these.
FzValue fz_number_divmod(FzVm *vm, FzValue a, FzValue b);
FzValue fz_number_round(FzVm *vm, FzValue number, FzValue digits);
// round(number, digits); digits None or NULL gives an int.
FzValue fz_float_round_digits(FzVm *vm, double number, FzValue digits);

#endif
