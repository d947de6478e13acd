// SPDX-License-Identifier: MIT
// Values of number literals. Integers may have any number of digits; conversion from decimal is
// GMP's, whose time grows hardly faster than the text.
#include "literal.h"

#include <gmp.h>
#include <stdlib.h>

// Copies the digits of a literal without underscores; NUL-terminated.
static char *plain_digits(Arena *arena, const char *text, uint32_t size, uint32_t *count)
{
    char *plain = arena_alloc(arena, (size_t)size + 1);
    uint32_t length = 0;
    for (uint32_t i = 0; i < size; i++)
        if (text[i] != '_')
            plain[length++] = text[i];
    plain[length] = 0;
    *count = length;
    return plain;
}

static unsigned digit_value(char c)
{
    return (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
}

// Digits of a power of two fill the limbs bit by bit.
static const Constant *from_bits(Arena *arena, const char *digits, uint32_t count, unsigned bits)
{
    size_t limb_count = ((size_t)count * bits + 31) / 32;
    uint32_t *limbs = ARENA_NEW_ARRAY(arena, uint32_t, limb_count);
    size_t bit = 0;
    for (uint32_t i = count; i-- > 0; bit += bits) {
        uint64_t value = (uint64_t)digit_value(digits[i]) << bit % 32;
        limbs[bit / 32] |= (uint32_t)value;
        if (value >> 32)
            limbs[bit / 32 + 1] |= (uint32_t)(value >> 32);
    }
    return constant_int_limbs(arena, false, limbs, (uint32_t)limb_count);
}

static const Constant *from_decimal(Arena *arena, char *digits, uint32_t count)
{
    uint32_t zeros = 0;
    while (zeros + 1 < count && digits[zeros] == '0')
        zeros++;
    for (uint32_t i = 0; i < count; i++)
        digits[i] = (char)digit_value(digits[i]);
    // Each limb holds more than 4 bits for every byte of it, a digit needs fewer than 4.
    size_t room = (size_t)count / (sizeof(mp_limb_t) * 2) + 2;
    mp_limb_t *wide = ARENA_NEW_ARRAY(arena, mp_limb_t, room);
    mp_size_t wide_count =
        mpn_set_str(wide, (const unsigned char *)digits + zeros, count - zeros, 10);
    uint32_t parts = sizeof(mp_limb_t) / sizeof(uint32_t);
    uint32_t limb_count = (uint32_t)wide_count * parts;
    uint32_t *limbs = ARENA_NEW_ARRAY(arena, uint32_t, limb_count);
    for (uint32_t i = 0; i < limb_count; i++)
        limbs[i] = (uint32_t)(wide[i / parts] >> i % parts * 32);
    return constant_int_limbs(arena, false, limbs, limb_count);
}

static const Constant *integer(Arena *arena, const char *text, uint32_t size)
{
    enum { ALWAYS_FITS = 18 }; // decimal digits that an int64_t can hold
    if (size <= ALWAYS_FITS && text[0] != '0') {
        int64_t value = 0;
        for (uint32_t i = 0; i < size; i++)
            if (text[i] != '_')
                value = value * 10 + (text[i] - '0');
        return constant_int(arena, value);
    }
    uint32_t count;
    char *digits = plain_digits(arena, text, size, &count);
    char base = count > 1 ? (char)(digits[1] | 32) : '0';
    switch (base) {
    case 'x':
        return from_bits(arena, digits + 2, count - 2, 4);
    case 'o':
        return from_bits(arena, digits + 2, count - 2, 3);
    case 'b':
        return from_bits(arena, digits + 2, count - 2, 1);
    default:
        return from_decimal(arena, digits, count);
    }
}

const Constant *literal_number(Arena *arena, const char *text, Token token)
{
    uint32_t size = token.end - token.start;
    if (token.kind == TOK_INT)
        return integer(arena, text + token.start, size);
    uint32_t count;
    // The tool never calls setlocale, so strtod reads a point as Python does.
    double value = strtod(plain_digits(arena, text + token.start, size, &count), NULL);
    if (token.kind == TOK_IMAGINARY)
        return constant_complex(arena, 0, value);
    return constant_float(arena, value);
}
