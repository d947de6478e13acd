// SPDX-License-Identifier: MIT
// Changing bytearrays. The bytes lie in a BUFFER with room to grow; a change is a splice: a run of
// bytes gives way to a gap of another size, which is then filled.
#include "bytes.h"
#include "text.h"

#include "flashfreeze/natives.h"
#include "int.h"
#include "protocol.h"

#include <string.h>

// Gives the array a buffer of its own in RAM with room for `need` bytes.
static bool reserve(FzVm *vm, const FzValue *array, uint32_t need)
{
    FzValue buffer = FZ_WORDS(vm, *array)[1];
    uint32_t size = fz_count_of(vm, *array);
    bool own = buffer != FZ_NULL && fz_is_ram(buffer);
    uint32_t room = own ? fz_count_of(vm, buffer) : 0;
    if (need <= room || (need == 0 && !own))
        return true;
    uint32_t want = need + need / 2 + 4 > FZ_COUNT_MAX ? need : need + need / 2 + 4;
    if (own && (fz_grow_in_place(vm, buffer, want) || fz_grow_in_place(vm, buffer, need)))
        return true;
    FzValue bigger = fz_new(vm, FZ_KIND_BUFFER, 0, room == 0 ? need : want);
    if (bigger == FZ_NULL)
        return false;
    buffer = FZ_WORDS(vm, *array)[1];
    if (buffer != FZ_NULL)
        memcpy(FZ_WORDS(vm, bigger) + 1, FZ_WORDS(vm, buffer) + 1, size);
    FZ_WORDS(vm, *array)[1] = bigger;
    return true;
}

// Replaces `removed` bytes at `at` by a gap of `inserted` bytes and gives its place; NULL after
// raising. The place is not NULL for an empty gap.
static uint8_t *splice(FzVm *vm, const FzValue *array, uint32_t at, uint32_t removed,
                       uint32_t inserted)
{
    uint32_t size = fz_count_of(vm, *array);
    uint32_t total = size - removed + inserted;
    if (inserted > FZ_COUNT_MAX || total > FZ_COUNT_MAX) {
        fz_raise_memory(vm);
        return 0;
    }
    if (!fz_writable(vm, *array) || !reserve(vm, array, total > size ? total : size))
        return 0;
    fz_set_count(vm, *array, total);
    FzValue buffer = FZ_WORDS(vm, *array)[1];
    if (buffer == FZ_NULL) // no bytes, so nothing is written there
        return (uint8_t *)(FZ_WORDS(vm, *array) + 1);
    uint8_t *bytes = (uint8_t *)(FZ_WORDS(vm, buffer) + 1);
    memmove(bytes + at + inserted, bytes + at + removed, size - at - removed);
    return bytes + at;
}

uint8_t *fz_bytearray_own(FzVm *vm, const FzValue *array) { return splice(vm, array, 0, 0, 0); }

static FzValue splice_text(FzVm *vm, const FzValue *array, uint32_t at, uint32_t removed,
                           const FzValue *bytes)
{
    FzText text;
    fz_text_view(vm, *bytes, &text);
    uint32_t size = text.size; // before the splice, as they may be the array's own
    uint8_t *gap = splice(vm, array, at, removed, size);
    if (!gap)
        return FZ_NULL;
    fz_text_view(vm, *bytes, &text);
    memmove(gap, text.bytes, size < text.size ? size : text.size);
    return FZ_NONE;
}

static FzValue append_byte(FzVm *vm, const FzValue *array, uint32_t at, uint8_t byte)
{
    uint8_t *gap = splice(vm, array, at, 0, 1);
    if (!gap)
        return FZ_NULL;
    *gap = byte;
    return FZ_NONE;
}

// ---- items

static bool set_slice(FzVm *vm, FzValue *slots)
{
    FzValue *array = &slots[0];
    FzValue *slice = &slots[1];
    FzValue *bytes = &slots[2];
    int32_t start;
    int32_t stop;
    int32_t step;
    uint32_t count;
    FzText text;
    if (fz_is_int_like(vm, fz_unwrap(vm, *bytes)) || fz_is_kind(vm, *bytes, FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return false;
    }
    *bytes = fz_bytes_from(vm, *bytes, "byte"); // a copy when it is the array itself
    if (*bytes == FZ_NULL ||
        !fz_slice_indices(vm, *slice, fz_count_of(vm, *array), &start, &stop, &step, &count))
        return false;
    if (step == 1)
        return splice_text(vm, array, (uint32_t)start, count, bytes) != FZ_NULL;
    fz_text_view(vm, *bytes, &text);
    if (text.size != count) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                 "attempt to assign bytes of size %u to extended slice of size %u", text.size,
                 count);
        return false;
    }
    uint8_t *out = splice(vm, array, 0, 0, 0);
    fz_text_view(vm, *bytes, &text);
    for (uint32_t i = 0; out && i < count; i++)
        out[start + (int32_t)i * step] = text.bytes[i];
    return out != 0;
}

bool fz_bytearray_set_item(FzVm *vm, FzValue array, FzValue key, FzValue value)
{
    FzValue *slots = fz_push(vm, array);
    fz_push(vm, key);
    fz_push(vm, value);
    bool done = false;
    uint32_t index;
    uint8_t byte;
    if (fz_is_kind(vm, key, FZ_KIND_SLICE)) {
        done = set_slice(vm, slots);
    } else if (fz_byte_of(vm, value, "byte", &byte) &&
               fz_bytes_position(vm, slots[0], slots[1], &index)) {
        uint8_t *place = splice(vm, slots, index, 0, 0);
        done = place != 0;
        if (done)
            *place = byte;
    }
    vm->sp = slots;
    return done;
}

static bool delete_slice(FzVm *vm, const FzValue *array, FzValue slice)
{
    int32_t start;
    int32_t stop;
    int32_t step;
    uint32_t count;
    if (!fz_slice_indices(vm, slice, fz_count_of(vm, *array), &start, &stop, &step, &count))
        return false;
    if (count == 0)
        return fz_writable(vm, *array);
    if (step < 0) { // the same bytes from the other end
        start += (int32_t)(count - 1) * step;
        step = -step;
    }
    if (step == 1)
        return splice(vm, array, (uint32_t)start, count, 0) != 0;
    uint8_t *bytes = splice(vm, array, 0, 0, 0);
    if (!bytes)
        return false;
    uint32_t size = fz_count_of(vm, *array);
    uint32_t kept = (uint32_t)start;
    for (uint32_t i = kept; i < size; i++) {
        uint32_t past = i - (uint32_t)start;
        if (past % (uint32_t)step != 0 || past / (uint32_t)step >= count)
            bytes[kept++] = bytes[i];
    }
    fz_set_count(vm, *array, kept);
    return true;
}

bool fz_bytearray_del_item(FzVm *vm, FzValue array, FzValue key)
{
    FzValue *slot = fz_push(vm, array);
    uint32_t index;
    bool done;
    if (fz_is_kind(vm, key, FZ_KIND_SLICE))
        done = delete_slice(vm, slot, key);
    else
        done = fz_bytes_position(vm, array, key, &index) && splice(vm, slot, index, 1, 0) != 0;
    vm->sp = slot;
    return done;
}

FzValue fz_bytearray_inplace(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    FzValue *slots = fz_push(vm, a);
    fz_push(vm, b);
    FzText text;
    FzValue done = FZ_NULL;
    slots[1] = fz_unwrap(vm, b);
    if (op == FZ_BINARY_MULTIPLY)
        slots[1] = fz_text_repeat(vm, a, b);
    if (op == FZ_BINARY_ADD && !fz_bytes_view(vm, slots[1], &text.bytes, &text.size))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can't concat %t to %t", b, a);
    else if (slots[1] != FZ_NULL)
        done = splice_text(vm, slots, op == FZ_BINARY_ADD ? fz_count_of(vm, slots[0]) : 0,
                           op == FZ_BINARY_ADD ? 0 : fz_count_of(vm, slots[0]), &slots[1]);
    vm->sp = slots;
    return done == FZ_NULL ? FZ_NULL : slots[0];
}

// ---- methods

FzValue fz_bytearray_append(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint8_t byte;
    if (!fz_byte_of(vm, argv[1], "byte", &byte))
        return FZ_NULL;
    return append_byte(vm, argv, fz_count_of(vm, argv[0]), byte);
}

FzValue fz_bytearray_extend(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    FzValue plain = fz_unwrap(vm, argv[1]);
    if (fz_is_index(vm, argv[1]))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can't extend bytearray with %t", argv[1]);
    if (fz_is_kind(vm, plain, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "expected iterable of integers; got: 'str'");
    argv[1] = fz_bytes_view(vm, plain, &text.bytes, &text.size)
                  ? plain
                  : fz_bytes_from(vm, argv[1], "byte");
    return argv[1] == FZ_NULL ? FZ_NULL
                              : splice_text(vm, argv, fz_count_of(vm, argv[0]), 0, &argv[1]);
}

FzValue fz_bytearray_insert(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint8_t byte;
    int32_t index;
    if (!fz_clipped_index(vm, argv[1], &index) || !fz_byte_of(vm, argv[2], "byte", &byte))
        return FZ_NULL;
    int32_t size = (int32_t)fz_count_of(vm, argv[0]);
    if (index < 0)
        index = index + size < 0 ? 0 : index + size;
    return append_byte(vm, argv, (uint32_t)(index > size ? size : index), byte);
}

FzValue fz_bytearray_pop(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t index;
    if (!fz_optional_index(vm, argv[1], -1, &index))
        return FZ_NULL;
    int32_t size = (int32_t)fz_count_of(vm, argv[0]);
    if (size == 0)
        return fz_raise(vm, FZ_TYPE_INDEX_ERROR, "pop from empty bytearray");
    if (index < 0)
        index += size;
    if (index < 0 || index >= size)
        return fz_raise(vm, FZ_TYPE_INDEX_ERROR, "pop index out of range");
    FzValue byte = fz_bytes_at(vm, argv[0], (uint32_t)index);
    return splice(vm, argv, (uint32_t)index, 1, 0) ? byte : FZ_NULL;
}

FzValue fz_bytearray_remove(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint8_t byte;
    FzText text;
    if (!fz_byte_of(vm, argv[1], "byte", &byte))
        return FZ_NULL;
    fz_text_view(vm, argv[0], &text);
    uint32_t at = fz_search(text, (FzText){&byte, 1}, 0);
    if (at == FZ_NOWHERE)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "value not found in bytearray");
    return splice(vm, argv, at, 1, 0) ? FZ_NONE : FZ_NULL;
}

FzValue fz_bytearray_reverse(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t size = fz_count_of(vm, argv[0]);
    uint8_t *bytes = splice(vm, argv, 0, 0, 0);
    if (!bytes)
        return FZ_NULL;
    for (uint32_t i = 0; i < size / 2; i++) {
        uint8_t byte = bytes[i];
        bytes[i] = bytes[size - 1 - i];
        bytes[size - 1 - i] = byte;
    }
    return FZ_NONE;
}

FzValue fz_bytearray_clear(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    fz_set_count(vm, argv[0], 0);
    FZ_WORDS(vm, argv[0])[1] = FZ_NULL;
    return FZ_NONE;
}

FzValue fz_bytearray_copy(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_text_same(vm, argv[0]);
}
