// SPDX-License-Identifier: MIT
#include "struct_float.h"

#include <string.h>

// The parts of a number of `bits` bits with `fraction` bits behind the point.
enum { FRACTION_16 = 10, FRACTION_32 = 23, FRACTION_64 = 52 };

// The bits of a double as a format with fewer: `fraction` and `exponent` are its numbers of bits.
static uint64_t narrow(uint64_t wide, uint32_t fraction, uint32_t exponent)
{
    uint64_t sign = (wide >> 63) << (fraction + exponent);
    int32_t power = (int32_t)(wide >> FRACTION_64 & 0x7ff) - 1023;
    uint64_t digits = wide & (((uint64_t)1 << FRACTION_64) - 1);
    int32_t bias = (1 << (exponent - 1)) - 1;
    uint64_t infinite = (((uint64_t)1 << exponent) - 1) << fraction;
    if (power == 1024) // infinite, or not a number
        return sign | infinite | (digits ? (uint64_t)1 << (fraction - 1) | digits >> (FRACTION_64 - fraction) : 0);
    if (power == -1023)
        return sign; // zero, or far below the smallest
    digits |= (uint64_t)1 << FRACTION_64;
    uint32_t drop = FRACTION_64 - fraction;
    int32_t biased = power + bias;
    if (biased < 1) { // no leading 1 is left
        if (biased < -(int32_t)fraction)
            return sign;
        drop += (uint32_t)(1 - biased);
        biased = 1;
    }
    uint64_t kept = digits >> drop;
    uint64_t half = (uint64_t)1 << (drop - 1);
    uint64_t rest = digits & ((half << 1) - 1);
    if (rest > half || (rest == half && (kept & 1)))
        kept++;
    uint64_t result = kept + ((uint64_t)(biased - 1) << fraction); // a carry goes into the exponent
    return sign | (result < infinite ? result : infinite);
}

bool fz_struct_float_bits(double number, uint32_t size, uint64_t *bits)
{
    uint64_t wide;
    memcpy(&wide, &number, sizeof wide);
    *bits = wide;
    if (size == 8)
        return true;
    *bits = size == 4 ? narrow(wide, FRACTION_32, 8) : narrow(wide, FRACTION_16, 5);
    uint64_t infinite = size == 4 ? 0x7f800000u : 0x7c00u;
    bool was_finite = (wide >> FRACTION_64 & 0x7ff) != 0x7ff;
    return !was_finite || (*bits & infinite) != infinite;
}

double fz_struct_float_from(uint64_t bits, uint32_t size)
{
    uint32_t fraction = size == 4 ? FRACTION_32 : FRACTION_16;
    uint32_t exponent = size == 4 ? 8 : 5;
    uint64_t wide = bits;
    if (size != 8) {
        uint64_t sign = bits >> (fraction + exponent) & 1;
        uint32_t all = (1u << exponent) - 1;
        uint32_t biased = (uint32_t)(bits >> fraction) & all;
        uint64_t digits = bits & (((uint64_t)1 << fraction) - 1);
        int32_t power = (int32_t)biased - ((1 << (exponent - 1)) - 1);
        if (biased == 0 && digits) { // no leading 1: shift it there
            power++;
            while (!(digits >> fraction)) {
                digits <<= 1;
                power--;
            }
            digits &= ((uint64_t)1 << fraction) - 1;
            biased = 1;
        }
        uint64_t out = biased == all ? 0x7ff : biased == 0 ? 0 : (uint64_t)(power + 1023);
        wide = sign << 63 | out << FRACTION_64 | digits << (FRACTION_64 - fraction);
    }
    double number;
    memcpy(&number, &wide, sizeof number);
    return number;
}
