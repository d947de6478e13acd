// SPDX-License-Identifier: MIT
// Integers beyond what vm.h shows. An INT object is a sign and 32-bit limbs, least first, and never
// holds a value that fits a small integer. IntView is the common way of reading a small integer, a
// bool and an INT object; its limbs die with the next call that may collect.
#ifndef FLASHFREEZE_OBJECTS_INT_H
#define FLASHFREEZE_OBJECTS_INT_H

#include "../vm/vm.h"
#include "magnitude.h"

typedef struct {
    const uint32_t *limbs; // `small` or the object's limbs
    uint32_t count;        // without leading zeros; 0 for zero
    bool negative;
    uint32_t small; // magnitude of a small integer or bool
} FzIntView;

// True for small integers, INT objects and bools; no collect.
bool fz_is_int_like(const FzVm *vm, FzValue value);
// An unsigned division, also where the compiler would know that a signed one does as well.
uint32_t fz_divide(uint32_t dividend, uint32_t divisor);
// The quotient, rounded down, and the remainder, which has the sign of the divisor: of small integers
// and a divisor other than zero.
int32_t fz_floor_divide(int32_t dividend, int32_t divisor, int32_t *rest);
// Reads an int or bool; no collect.
void fz_int_view(const FzVm *vm, FzValue value, FzIntView *view);
// Gives an INT object under construction its final form: leading zeros cut off, a small integer
// where the value fits one; no collect.
FzValue fz_int_finish(FzVm *vm, FzValue value, bool negative);
// Like fz_as_index, but gives the int itself: int, bool or the result of __index__; TypeError.
FzValue fz_int_from_index(FzVm *vm, FzValue value);
uint32_t fz_int_bit_length(const FzVm *vm, FzValue value); // no collect
bool fz_int_is_negative(const FzVm *vm, FzValue value);    // no collect
// The operators for operands of any size.
FzValue fz_int_add(FzVm *vm, FzValue a, FzValue b, bool subtract);
FzValue fz_int_multiply(FzVm *vm, FzValue a, FzValue b);
FzValue fz_int_bitwise(FzVm *vm, FzBinary op, FzValue a, FzValue b);
FzValue fz_int_shift_by(FzVm *vm, FzValue a, FzValue b, bool left);
// Shifts left (or right, flooring, when `by` is negative).
FzValue fz_int_shift(FzVm *vm, FzValue value, int32_t by);
FzValue fz_int_power(FzVm *vm, FzValue base, FzValue exponent); // exponent >= 0
FzValue fz_int_power_mod(FzVm *vm, FzValue base, FzValue exponent, FzValue modulus);
// Quotient and remainder with floor semantics; either may be NULL. False after raising.
bool fz_int_raise_zero_division(FzVm *vm, bool only_remainder); // gives false
bool fz_int_divmod(FzVm *vm, FzValue a, FzValue b, FzValue *quotient, FzValue *remainder);
FzValue fz_int_true_divide(FzVm *vm, FzValue a, FzValue b); // a float
// The same as a double rounded once to the image's float width; *out only when true.
bool fz_int_quotient(FzVm *vm, FzValue a, FzValue b, double *out);
// Order of an int and a double, exactly: -1, 0, 1, or nan.
double fz_int_compare_double(const FzVm *vm, FzValue value, double number);
// Of a bytes or bytearray.
FzValue fz_int_from_bytes(FzVm *vm, FzValue source, bool big, bool is_signed);
FzValue fz_int_to_bytes(FzVm *vm, FzValue number, uint32_t size, bool big, bool is_signed);

// A number below 2^63 modulo 2^31 - 1, the modulus of the hashes of numbers.
FZ_SHARED uint32_t fz_hash_fold(uint64_t number)
{
    enum { MODULUS = 0x7fffffff };
    number = (number & MODULUS) + (number >> 31);
    number = (number & MODULUS) + (number >> 31);
    return number == MODULUS ? 0 : (uint32_t)number;
}

#endif
