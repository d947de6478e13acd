// SPDX-License-Identifier: MIT
// Constants of frozen modules: an object for each that needs one, whichever modules have it.
#include "frozen_internal.h"

#include <inttypes.h>
#include <math.h>

static uint32_t *object_slot(const Frozen *frozen, const Constant *constant)
{
    uint32_t mask = frozen->object_slot_count - 1;
    uint32_t at = constant_hash(constant) & mask;
    while (frozen->object_slots[at] &&
           !constant_same(frozen->objects.items[frozen->object_slots[at] - 1], constant))
        at = (at + 1) & mask;
    return &frozen->object_slots[at];
}

static void grow_objects(Frozen *frozen)
{
    frozen->object_slot_count = frozen_slots(frozen->objects.count + 1) * 2;
    frozen->object_slots = ARENA_NEW_ARRAY(frozen->arena, uint32_t, frozen->object_slot_count);
    for (uint32_t i = 0; i < frozen->objects.count; i++)
        *object_slot(frozen, frozen->objects.items[i]) = i + 1;
}

static bool is_short_int(const Constant *constant, int64_t *value)
{
    return constant->kind == CONSTANT_INT && constant_as_int64(constant, value) &&
           *value >= -(1 << 29) && *value < 1 << 29;
}

// Fits where small ints have 62 bits or more.
static bool is_wide_int(const Constant *constant, int64_t *value)
{
    return constant->kind == CONSTANT_INT && constant_as_int64(constant, value) &&
           *value >= -(INT64_C(1) << 60) && *value < INT64_C(1) << 60;
}

static bool needs_object(const Constant *constant)
{
    int64_t value;
    switch (constant->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
    case CONSTANT_TRUE:
    case CONSTANT_ELLIPSIS:
        return false;
    case CONSTANT_STR:
        return !tables_is_name(constant);
    case CONSTANT_BYTES:
        return constant->text.size > 0;
    case CONSTANT_TUPLE:
        return constant->items.count > 0;
    case CONSTANT_INT:
        return !is_short_int(constant, &value);
    default:
        return true;
    }
}

// The value itself in the representations of objects that need no object for it.
static void put_float_reference(const Frozen *frozen, uint32_t number, const Constant *constant)
{
    float single = (float)constant->real;
    uint32_t bits32;
    uint64_t bits64;
    memcpy(&bits32, &single, sizeof bits32);
    memcpy(&bits64, &constant->real, sizeof bits64);
    fprintf(frozen->out,
            "FZ_FLOAT_REF(%u, 0x%08" PRIx32 "u, 0x%016" PRIx64 "ull)", (unsigned)number, ((bits32 & ~3u) | 2u) + 0x80800000u,
            bits64 + UINT64_C(0x8004000000000000));
}

void put_reference(const Frozen *frozen, const Constant *constant)
{
    FILE *out = frozen->out;
    int64_t value;
    if (constant->kind == CONSTANT_STR && tables_is_name(constant)) {
        fputs("MP_ROM_QSTR(", out);
        put_qstr(frozen, names_intern(frozen->names, constant->text.bytes, constant->text.size));
        fputs(")", out);
    } else if (needs_object(constant)) {
        uint32_t number = *object_slot(frozen, constant) - 1;
        if (constant->kind == CONSTANT_FLOAT)
            put_float_reference(frozen, number, constant);
        else if (is_wide_int(constant, &value))
            fprintf(out, "FZ_INT_REF(%u, %" PRId64 ")", (unsigned)number, value);
        else
            fprintf(out, "MP_ROM_PTR(&fz_object_%u)", (unsigned)number);
    } else if (is_short_int(constant, &value)) {
        fprintf(out, "MP_ROM_INT(%" PRId64 ")", value);
    } else {
        static const char *const texts[] = {
            [CONSTANT_NONE] = "MP_ROM_NONE",
            [CONSTANT_FALSE] = "MP_ROM_FALSE",
            [CONSTANT_TRUE] = "MP_ROM_TRUE",
            [CONSTANT_ELLIPSIS] = "MP_ROM_PTR(&mp_const_ellipsis_obj)",
            [CONSTANT_BYTES] = "MP_ROM_PTR(&mp_const_empty_bytes_obj)",
            [CONSTANT_TUPLE] = "MP_ROM_PTR(&mp_const_empty_tuple_obj)",
        };
        fputs(texts[constant->kind], out);
    }
}

static void put_text_object(const Frozen *frozen, uint32_t number, const Constant *constant)
{
    fprintf(frozen->out, "static const mp_obj_str_t fz_object_%u = {{&mp_type_%s}, %u, %u, (const byte *)",
            (unsigned)number, constant->kind == CONSTANT_STR ? "str" : "bytes",
            (unsigned)frozen_hash(frozen, constant->text.bytes, constant->text.size),
            (unsigned)constant->text.size);
    put_literal(frozen->out, constant->text.bytes, constant->text.size);
    fputs("};\n", frozen->out);
}

static uint32_t digit_count(const Constant *constant, unsigned bits)
{
    uint32_t count = constant->integer.limb_count * (32 / bits);
    uint32_t top = constant->integer.limbs[constant->integer.limb_count - 1];
    for (unsigned part = 32 / bits; part-- > 1 && bits < 32 && top >> bits * part == 0;)
        count--;
    return count;
}

static void put_digit_list(FILE *out, const Constant *constant, unsigned bits)
{
    uint32_t count = digit_count(constant, bits);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t limb = constant->integer.limbs[i / (32 / bits)];
        fprintf(out, "0x%" PRIx32 ",", bits == 32 ? limb : limb >> bits * (i % (32 / bits)) & ((1u << bits) - 1));
    }
}

static void put_mpz(const Frozen *frozen, uint32_t number, const Constant *constant, unsigned bits)
{
    FILE *out = frozen->out;
    uint32_t count = digit_count(constant, bits);
    fprintf(out, "static const uint%u_t fz_digits_%u[] = {", bits, (unsigned)number);
    put_digit_list(out, constant, bits);
    fprintf(out,
            "};\nstatic const mp_obj_int_t fz_object_%u = {{&mp_type_int}, {.neg = %d, .fixed_dig = 1, "
            ".alloc = %u, .len = %u, .dig = (uint%u_t *)fz_digits_%u}};\n",
            (unsigned)number, constant->integer.negative, (unsigned)count, (unsigned)count, bits,
            (unsigned)number);
}

static void put_int_object(const Frozen *frozen, uint32_t number, const Constant *constant)
{
    FILE *out = frozen->out;
    int64_t value;
    if (is_wide_int(constant, &value))
        fputs("#if FZ_WIDE_INTS\n#el", out);
    else
        fputs("#", out);
    fputs("if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ && MPZ_DIG_SIZE == 16\n", out);
    put_mpz(frozen, number, constant, 16);
    fputs("#elif MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ && MPZ_DIG_SIZE == 32\n", out);
    put_mpz(frozen, number, constant, 32);
    if (constant_as_int64(constant, &value)) {
        fputs("#elif MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_LONGLONG\n", out);
        fprintf(out, "static const mp_obj_int_t fz_object_%u = {{&mp_type_int}, (mp_longint_impl_t)%" PRIu64 "ull};\n",
                (unsigned)number, (uint64_t)value);
    }
    fputs("#else\n#error a constant needs larger ints than this firmware has\n#endif\n", out);
}

static const char *float_expression(Arena *arena, double value)
{
    if (isnan(value))
        return "(0.0 / 0.0)";
    if (isinf(value))
        return value < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)";
    return arena_format(arena, "(mp_float_t)%.17g", value);
}

static void put_object(Frozen *frozen, const Constant *constant)
{
    if (!needs_object(constant))
        return;
    if (constant->kind == CONSTANT_TUPLE)
        for (uint32_t i = 0; i < constant->items.count; i++)
            put_object(frozen, constant->items.items[i]);
    if ((frozen->objects.count + 1) * 2 > frozen->object_slot_count)
        grow_objects(frozen);
    uint32_t *slot = object_slot(frozen, constant);
    if (*slot)
        return;
    VEC_PUSH(frozen->arena, &frozen->objects, constant);
    *slot = frozen->objects.count;
    uint32_t number = frozen->objects.count - 1;
    FILE *out = frozen->out;
    switch (constant->kind) {
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        put_text_object(frozen, number, constant);
        return;
    case CONSTANT_INT:
        put_int_object(frozen, number, constant);
        return;
    case CONSTANT_FLOAT:
        fprintf(out, "FZ_FLOAT(%u, %s)\n", (unsigned)number,
                float_expression(frozen->arena, constant->real));
        return;
    case CONSTANT_COMPLEX:
        fprintf(out, "static const FzComplex fz_object_%u = {{&mp_type_complex}, %s, %s};\n",
                (unsigned)number, float_expression(frozen->arena, constant->complex.real),
                float_expression(frozen->arena, constant->complex.imag));
        return;
    default: // a tuple; the others need no object
        fprintf(out, "static const mp_rom_obj_tuple_t fz_object_%u = {{&mp_type_tuple}, %u, {",
                (unsigned)number, (unsigned)constant->items.count);
        for (uint32_t i = 0; i < constant->items.count; i++) {
            put_reference(frozen, constant->items.items[i]);
            fputs(", ", out);
        }
        fputs("}};\n", out);
        return;
    }
}

void put_objects(Frozen *frozen)
{
    grow_objects(frozen);
    for (uint32_t i = 0; i < frozen->modules->count; i++) {
        const Tables *tables = &frozen->modules->items[i].code.tables;
        for (uint32_t k = 0; k < tables->objects.count; k++)
            put_object(frozen, tables->objects.items[tables->object_order[k]].constant);
    }
}
