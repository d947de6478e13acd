// SPDX-License-Identifier: MIT
// Immutable Python values known at build time: what literals, folding and the image's constant
// pool work with. A Constant never changes once made and lives in its arena.
#ifndef FLASHFREEZE_BASE_CONSTANT_H
#define FLASHFREEZE_BASE_CONSTANT_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    CONSTANT_NONE,
    CONSTANT_FALSE,
    CONSTANT_TRUE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,
    CONSTANT_FLOAT,
    CONSTANT_COMPLEX, // real and imag
    CONSTANT_STR,
    CONSTANT_BYTES,
    CONSTANT_TUPLE,
    CONSTANT_FROZENSET, // items in order of first mention, without duplicates
    CONSTANT_RANGE,     // three items: start, stop, step
} ConstantKind;

typedef struct Constant Constant;

struct Constant {
    ConstantKind kind;
    union {
        struct {
            bool negative;
            uint32_t limb_count;   // 0 for zero; the highest limb is not 0
            const uint32_t *limbs; // magnitude, least significant limb first
        } integer;
        double real; // CONSTANT_FLOAT
        struct {
            double real;
            double imag;
        } complex;
        struct {
            const char *bytes; // str: UTF-8, lone surrogates encoded as three bytes; NUL added
            uint32_t size;
        } text; // CONSTANT_STR and CONSTANT_BYTES
        struct {
            const Constant *const *items;
            uint32_t count;
        } items; // CONSTANT_TUPLE, CONSTANT_FROZENSET, CONSTANT_RANGE
    };
};

// Singletons.
const Constant *constant_none(void);
const Constant *constant_bool(bool value);
const Constant *constant_ellipsis(void);

const Constant *constant_int(Arena *arena, int64_t value);
// From a magnitude (least significant limb first, leading zeros allowed); limbs are copied.
const Constant *constant_int_limbs(Arena *arena, bool negative, const uint32_t *limbs,
                                   uint32_t count);
const Constant *constant_float(Arena *arena, double value);
const Constant *constant_complex(Arena *arena, double real, double imag);
const Constant *constant_str(Arena *arena, const char *bytes, size_t size);   // copies
const Constant *constant_bytes(Arena *arena, const char *bytes, size_t size); // copies
const Constant *constant_items(Arena *arena, ConstantKind kind, const Constant *const *items,
                               uint32_t count); // copies the array

// The value as int64_t; false when it is not a CONSTANT_INT or does not fit.
bool constant_as_int64(const Constant *constant, int64_t *out);

// Python truth of the value.
bool constant_is_true(const Constant *constant);

// Same type and same value: 1, 1.0 and True differ, 0.0 and -0.0 differ, equal NaN bits are same.
bool constant_same(const Constant *a, const Constant *b);
uint32_t constant_hash(const Constant *constant); // agrees with constant_same

#endif
