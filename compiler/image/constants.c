// SPDX-License-Identifier: MIT
// Constants of the program as objects, each distinct one once in the whole image.
#include "writer.h"

#include <assert.h>

static ConstantSlot *find_slot(const ImageWriter *writer, const Constant *constant)
{
    uint32_t mask = writer->constant_slots - 1;
    uint32_t at = constant_hash(constant) & mask;
    while (writer->constants[at].constant &&
           !constant_same(writer->constants[at].constant, constant))
        at = (at + 1) & mask;
    return &writer->constants[at];
}

static void grow(ImageWriter *writer)
{
    const ConstantSlot *old = writer->constants;
    uint32_t old_slots = writer->constant_slots;
    writer->constant_slots = old_slots ? old_slots * 2 : 64;
    writer->constants = ARENA_NEW_ARRAY(writer->arena, ConstantSlot, writer->constant_slots);
    for (uint32_t i = 0; i < old_slots; i++)
        if (old[i].constant)
            *find_slot(writer, old[i].constant) = old[i];
}

static FzValue write_int(ImageWriter *writer, const Constant *constant)
{
    int64_t number;
    if (constant_as_int64(constant, &number) && fz_fits_int(number))
        return fz_from_int((int32_t)number);
    uint32_t flags = constant->integer.negative ? FZ_HEADER_A : 0;
    FzValue value = writer_object(writer, FZ_KIND_INT, flags, constant->integer.limb_count);
    for (uint32_t i = 0; i < constant->integer.limb_count; i++)
        writer_set(writer, value, 1 + i, constant->integer.limbs[i]);
    return value;
}

static FzValue write_float(ImageWriter *writer, double real)
{
    if (writer->options->float32) {
        float narrow = (float)real;
        uint32_t bits;
        memcpy(&bits, &narrow, sizeof bits);
        FzValue value = writer_object(writer, FZ_KIND_FLOAT, 0, 1);
        writer_set(writer, value, 1, bits);
        return value;
    }
    uint64_t bits;
    memcpy(&bits, &real, sizeof bits);
    FzValue value = writer_object(writer, FZ_KIND_FLOAT, 0, 2);
    writer_set(writer, value, 1, (uint32_t)bits);
    writer_set(writer, value, 2, (uint32_t)(bits >> 32));
    return value;
}

static FzValue write_bytes(ImageWriter *writer, const Constant *constant)
{
    if (constant->text.size == 0)
        return FZ_EMPTY_BYTES;
    FzValue value = writer_object(writer, FZ_KIND_BYTES, 0, constant->text.size);
    memcpy(writer_bytes(writer, value, 1), constant->text.bytes, constant->text.size);
    return value;
}

static FzValue write_items(ImageWriter *writer, const Constant *constant, const Source *source,
                           Span span)
{
    uint32_t count = constant->items.count;
    FzValue *items = ARENA_NEW_ARRAY(writer->arena, FzValue, count);
    for (uint32_t i = 0; i < count; i++)
        items[i] = writer_constant(writer, constant->items.items[i], source, span);
    if (constant->kind == CONSTANT_TUPLE)
        return writer_tuple(writer, items, count);
    if (constant->kind == CONSTANT_FROZENSET)
        return writer_frozenset(writer, items, count);
    assert(count == 3);
    FzValue range = writer_object(writer, FZ_KIND_RANGE, 0, 0);
    for (uint32_t i = 0; i < 3; i++)
        writer_set(writer, range, 1 + i, items[i]);
    return range;
}

// Items, bytes or limbs of the constant: what its header has to hold.
static uint32_t size_of(const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_INT:
        return constant->integer.limb_count;
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        return constant->text.size;
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
        return constant->items.count;
    default:
        return 0;
    }
}

static FzValue write(ImageWriter *writer, const Constant *constant, const Source *source, Span span)
{
    switch (constant->kind) {
    case CONSTANT_NONE:
        return FZ_NONE;
    case CONSTANT_FALSE:
        return FZ_FALSE;
    case CONSTANT_TRUE:
        return FZ_TRUE;
    case CONSTANT_ELLIPSIS:
        return FZ_ELLIPSIS;
    case CONSTANT_INT:
        return write_int(writer, constant);
    case CONSTANT_FLOAT:
        return write_float(writer, constant->real);
    case CONSTANT_COMPLEX:
        diag_report(writer->program->diags, source, span, DIAG_COMPLEX_CONSTANT);
        writer->failed = true;
        return FZ_NONE;
    case CONSTANT_STR:
        return writer_str(writer, constant->text.bytes, constant->text.size);
    case CONSTANT_BYTES:
        return write_bytes(writer, constant);
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
    case CONSTANT_RANGE:
        return write_items(writer, constant, source, span);
    }
    return FZ_NONE;
}

FzValue writer_constant(ImageWriter *writer, const Constant *constant, const Source *source,
                        Span span)
{
    enum { MOST = FZ_COUNT_MAX - 2 }; // a str's hash counts too
    if (size_of(constant) > MOST) {
        diag_report(writer->program->diags, source, span, DIAG_CONSTANT_TOO_LARGE,
                    size_of(constant), (uint32_t)MOST);
        writer->failed = true;
        return FZ_NONE;
    }
    if ((writer->constant_count + 1) * 4 > writer->constant_slots * 3)
        grow(writer);
    const ConstantSlot *known = find_slot(writer, constant);
    if (known->constant)
        return known->value;
    FzValue value = write(writer, constant, source, span);
    if ((writer->constant_count + 1) * 4 > writer->constant_slots * 3)
        grow(writer); // items may have filled the table
    *find_slot(writer, constant) = (ConstantSlot){constant, value};
    writer->constant_count++;
    return value;
}
