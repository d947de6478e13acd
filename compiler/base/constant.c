// SPDX-License-Identifier: MIT
#include "constant.h"

#include <string.h>

const Constant *constant_none(void)
{
    static const Constant none = {.kind = CONSTANT_NONE};
    return &none;
}

const Constant *constant_bool(bool value)
{
    static const Constant bools[2] = {{.kind = CONSTANT_FALSE}, {.kind = CONSTANT_TRUE}};
    return &bools[value];
}

const Constant *constant_ellipsis(void)
{
    static const Constant ellipsis = {.kind = CONSTANT_ELLIPSIS};
    return &ellipsis;
}

static Constant *new_constant(Arena *arena, ConstantKind kind)
{
    Constant *constant = ARENA_NEW(arena, Constant);
    constant->kind = kind;
    return constant;
}

const Constant *constant_int_limbs(Arena *arena, bool negative, const uint32_t *limbs,
                                   uint32_t count)
{
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    Constant *constant = new_constant(arena, CONSTANT_INT);
    uint32_t *copy = ARENA_NEW_ARRAY(arena, uint32_t, count);
    if (count)
        memcpy(copy, limbs, count * sizeof *copy);
    constant->integer.negative = negative && count > 0;
    constant->integer.limb_count = count;
    constant->integer.limbs = copy;
    return constant;
}

const Constant *constant_int(Arena *arena, int64_t value)
{
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint32_t limbs[2] = {(uint32_t)magnitude, (uint32_t)(magnitude >> 32)};
    return constant_int_limbs(arena, value < 0, limbs, 2);
}

const Constant *constant_float(Arena *arena, double value)
{
    Constant *constant = new_constant(arena, CONSTANT_FLOAT);
    constant->real = value;
    return constant;
}

const Constant *constant_complex(Arena *arena, double real, double imag)
{
    Constant *constant = new_constant(arena, CONSTANT_COMPLEX);
    constant->complex.real = real;
    constant->complex.imag = imag;
    return constant;
}

static const Constant *new_text(Arena *arena, ConstantKind kind, const char *bytes, size_t size)
{
    Constant *constant = new_constant(arena, kind);
    constant->text.bytes = arena_copy(arena, bytes, size);
    constant->text.size = (uint32_t)size;
    return constant;
}

const Constant *constant_str(Arena *arena, const char *bytes, size_t size)
{
    return new_text(arena, CONSTANT_STR, bytes, size);
}

const Constant *constant_bytes(Arena *arena, const char *bytes, size_t size)
{
    return new_text(arena, CONSTANT_BYTES, bytes, size);
}

const Constant *constant_items(Arena *arena, ConstantKind kind, const Constant *const *items,
                               uint32_t count)
{
    Constant *constant = new_constant(arena, kind);
    const Constant **copy = ARENA_NEW_ARRAY(arena, const Constant *, count);
    if (count)
        memcpy(copy, items, count * sizeof *copy);
    constant->items.items = copy;
    constant->items.count = count;
    return constant;
}

bool constant_as_int64(const Constant *constant, int64_t *out)
{
    if (constant->kind != CONSTANT_INT || constant->integer.limb_count > 2)
        return false;
    uint64_t magnitude = 0;
    for (uint32_t i = constant->integer.limb_count; i-- > 0;)
        magnitude = magnitude << 32 | constant->integer.limbs[i];
    if (constant->integer.negative) {
        if (magnitude > (uint64_t)INT64_MAX + 1)
            return false;
        *out = (int64_t)(0 - magnitude);
    } else {
        if (magnitude > (uint64_t)INT64_MAX)
            return false;
        *out = (int64_t)magnitude;
    }
    return true;
}

bool constant_is_true(const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
        return false;
    case CONSTANT_TRUE:
    case CONSTANT_ELLIPSIS:
        return true;
    case CONSTANT_INT:
        return constant->integer.limb_count != 0;
    case CONSTANT_FLOAT:
        return constant->real != 0;
    case CONSTANT_COMPLEX:
        return constant->complex.real != 0 || constant->complex.imag != 0;
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        return constant->text.size != 0;
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
        return constant->items.count != 0;
    case CONSTANT_RANGE: {
        int64_t start = 0, stop = 0, step = 0;
        constant_as_int64(constant->items.items[0], &start);
        constant_as_int64(constant->items.items[1], &stop);
        constant_as_int64(constant->items.items[2], &step);
        return step > 0 ? start < stop : start > stop;
    }
    }
    return true;
}

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

bool constant_same(const Constant *a, const Constant *b)
{
    if (a == b)
        return true;
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
    case CONSTANT_TRUE:
    case CONSTANT_ELLIPSIS:
        return true;
    case CONSTANT_INT:
        return a->integer.negative == b->integer.negative &&
               a->integer.limb_count == b->integer.limb_count &&
               memcmp(a->integer.limbs, b->integer.limbs,
                      a->integer.limb_count * sizeof(uint32_t)) == 0;
    case CONSTANT_FLOAT:
        return same_bits(a->real, b->real);
    case CONSTANT_COMPLEX:
        return same_bits(a->complex.real, b->complex.real) &&
               same_bits(a->complex.imag, b->complex.imag);
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        return a->text.size == b->text.size &&
               memcmp(a->text.bytes, b->text.bytes, a->text.size) == 0;
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
    case CONSTANT_RANGE:
        if (a->items.count != b->items.count)
            return false;
        for (uint32_t i = 0; i < a->items.count; i++)
            if (!constant_same(a->items.items[i], b->items.items[i]))
                return false;
        return true;
    }
    return false;
}

static uint32_t mix(uint32_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ at[i]) * 16777619u;
    return hash;
}

uint32_t constant_hash(const Constant *constant)
{
    uint32_t hash = 2166136261u ^ (uint32_t)constant->kind;
    switch (constant->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
    case CONSTANT_TRUE:
    case CONSTANT_ELLIPSIS:
        break;
    case CONSTANT_INT:
        hash ^= constant->integer.negative;
        return mix(hash, constant->integer.limbs, constant->integer.limb_count * sizeof(uint32_t));
    case CONSTANT_FLOAT:
        return mix(hash, &constant->real, sizeof constant->real);
    case CONSTANT_COMPLEX:
        return mix(hash, &constant->complex, sizeof constant->complex);
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        return mix(hash, constant->text.bytes, constant->text.size);
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
    case CONSTANT_RANGE:
        for (uint32_t i = 0; i < constant->items.count; i++) {
            uint32_t item = constant_hash(constant->items.items[i]);
            hash = mix(hash, &item, sizeof item);
        }
        break;
    }
    return hash;
}
