// SPDX-License-Identifier: MIT
// Building texts piece by piece in a BUFFER that becomes the str itself: text starts two bytes into
// the buffer's bytes, where a str has it behind its hash.
#include "str.h"

#include <string.h>

enum { HASH_SIZE = 2, FIRST_ROOM = 26 };

void fz_builder_open(FzVm *vm, FzBuilder *builder)
{
    builder->slot = fz_push(vm, FZ_NULL);
    builder->size = 0;
    builder->failed = false;
}

static bool grow(FzVm *vm, FzBuilder *builder, uint32_t need)
{
    FzValue old = *builder->slot;
    uint32_t room = old == FZ_NULL ? 0 : fz_count_of(vm, old);
    uint32_t want = room + room / 2 > need ? room + room / 2 : need;
    if (old != FZ_NULL && (fz_grow_in_place(vm, old, want) || fz_grow_in_place(vm, old, need)))
        return true;
    FzValue buffer = fz_new(vm, FZ_KIND_BUFFER, 0, want);
    if (buffer == FZ_NULL && want > need) {
        fz_clear(vm);
        buffer = fz_new(vm, FZ_KIND_BUFFER, 0, need);
    }
    if (buffer == FZ_NULL)
        return false;
    if (*builder->slot != FZ_NULL)
        memcpy(FZ_WORDS(vm, buffer) + 1, FZ_WORDS(vm, *builder->slot) + 1,
               builder->size + HASH_SIZE);
    *builder->slot = buffer;
    return true;
}

uint8_t *fz_builder_extend(FzVm *vm, FzBuilder *builder, uint32_t size)
{
    uint32_t need = builder->size + size + HASH_SIZE;
    if (builder->failed)
        return 0;
    if (*builder->slot == FZ_NULL || need > fz_count_of(vm, *builder->slot))
        builder->failed = !grow(vm, builder, need < FIRST_ROOM ? FIRST_ROOM : need);
    if (builder->failed)
        return 0;
    builder->size += size;
    return (uint8_t *)(FZ_WORDS(vm, *builder->slot) + 1) + need - size;
}

void fz_builder_add(FzVm *vm, FzBuilder *builder, const char *bytes, uint32_t size)
{
    uint8_t *place = fz_builder_extend(vm, builder, size);
    if (place)
        memcpy(place, bytes, size);
}

void fz_builder_add_z(FzVm *vm, FzBuilder *builder, const char *text)
{
    uint32_t size = 0;
    while (text[size])
        size++;
    fz_builder_add(vm, builder, text, size);
}

void fz_builder_add_char(FzVm *vm, FzBuilder *builder, uint32_t code_point)
{
    uint8_t bytes[4];
    uint32_t size = fz_utf8_encode(code_point, bytes);
    uint8_t *place = fz_builder_extend(vm, builder, size);
    if (place)
        memcpy(place, bytes, size);
}

void fz_builder_add_part(FzVm *vm, FzBuilder *builder, const FzValue *str, uint32_t offset,
                         uint32_t size)
{
    uint8_t *place = fz_builder_extend(vm, builder, size);
    if (place)
        memcpy(place, FZ_STR(vm, *str)->text + offset, size);
}

void fz_builder_add_str(FzVm *vm, FzBuilder *builder, FzValue *str)
{
    fz_builder_add_part(vm, builder, str, 0, fz_count_of(vm, *str));
}

FzValue fz_builder_close(FzVm *vm, FzBuilder *builder)
{
    FzValue value = *builder->slot;
    vm->sp = builder->slot;
    if (builder->failed)
        return FZ_NULL;
    if (builder->size == 0)
        return FZ_EMPTY_STR;
    // The same size as before, so what fz_str_cut gives back is the buffer's spare room.
    *FZ_WORDS(vm, value) = fz_header(FZ_KIND_STR, FZ_HEADER_A, fz_count_of(vm, value) - HASH_SIZE);
    return fz_str_seal(vm, fz_str_cut(vm, value, builder->size));
}

FzValue fz_builder_close_bytes(FzVm *vm, FzBuilder *builder)
{
    FzValue value = *builder->slot;
    vm->sp = builder->slot;
    if (builder->failed)
        return FZ_NULL;
    if (builder->size == 0)
        return FZ_EMPTY_BYTES;
    uint8_t *bytes = (uint8_t *)(FZ_WORDS(vm, value) + 1);
    memmove(bytes, bytes + HASH_SIZE, builder->size);
    *FZ_WORDS(vm, value) = fz_header(FZ_KIND_BYTES, 0, fz_count_of(vm, value));
    fz_shrink(vm, value, builder->size);
    return value;
}
