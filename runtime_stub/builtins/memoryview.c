// SPDX-License-Identifier: MIT
// memoryview: a window of bytes, without a copy, onto a bytes or bytearray. Where a bytearray has
// become shorter the window is, too. Its methods are found by the object protocol, so that
// programs without memoryview do not link them.
#include "flashfreeze/natives.h"

#include "../objects/bytes.h"
#include "../objects/protocol.h"
#include "../objects/text.h"
#include "../vm/frame.h"

#include <string.h>

static FzMemoryView *view_of(const FzVm *vm, FzValue value) { return fz_object(vm, value); }

// False after raising ValueError.
static bool is_open(FzVm *vm, FzValue view)
{
    if (view_of(vm, view)->base != FZ_NULL)
        return true;
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "operation forbidden on released memoryview object");
    return false;
}

static uint32_t length_of(const FzVm *vm, FzValue view)
{
    const uint8_t *bytes;
    uint32_t size;
    fz_bytes_view(vm, view, &bytes, &size);
    return size;
}

static FzValue new_view(FzVm *vm, FzValue base, uint32_t start, uint32_t length)
{
    FzValue *held = fz_push(vm, base);
    FzValue made = fz_new(vm, FZ_KIND_MEMORYVIEW, 0, 0);
    if (made != FZ_NULL) {
        view_of(vm, made)->base = *held;
        view_of(vm, made)->start = start;
        view_of(vm, made)->length = length;
    }
    vm->sp = held;
    return made;
}

// memoryview(object)
FzValue fz_memoryview_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue plain = fz_unwrap(vm, argv[1]);
    FzKind kind = fz_kind_of(vm, plain);
    if (kind == FZ_KIND_BYTES || kind == FZ_KIND_BYTEARRAY)
        return new_view(vm, plain, 0, fz_count_of(vm, plain));
    if (kind != FZ_KIND_MEMORYVIEW)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "memoryview: a bytes-like object is required, not '%t'",
                        argv[1]);
    if (!is_open(vm, plain))
        return FZ_NULL;
    const FzMemoryView *view = view_of(vm, plain);
    return new_view(vm, view->base, view->start, view->length);
}

// ---- items

static bool position(FzVm *vm, FzValue *argv, uint32_t *index)
{
    int32_t at;
    if (!fz_as_index(vm, argv[1], &at))
        return false;
    uint32_t size = length_of(vm, argv[0]);
    *index = (uint32_t)(at < 0 ? at + (int32_t)size : at);
    if (*index < size)
        return true;
    fz_raise(vm, FZ_TYPE_INDEX_ERROR, "index out of bounds on dimension 1");
    return false;
}

// A slice of bytes in a row: where it starts and how many.
static bool slice(FzVm *vm, FzValue *argv, uint32_t *start, uint32_t *count)
{
    int32_t first;
    int32_t stop;
    int32_t step;
    if (!fz_slice_indices(vm, argv[1], length_of(vm, argv[0]), &first, &stop, &step, count))
        return false;
    *start = (uint32_t)first;
    if (step == 1)
        return true;
    fz_raise(vm, FZ_TYPE_NOT_IMPLEMENTED_ERROR, "memoryview: slices must have a step of 1");
    return false;
}

FzValue fz_memoryview_getitem(FzVm *vm, uint32_t argc, FzValue *argv)
{
    uint32_t index;
    uint32_t count;
    (void)argc;
    if (!is_open(vm, argv[0]))
        return FZ_NULL;
    if (!fz_is_kind(vm, argv[1], FZ_KIND_SLICE)) {
        if (!position(vm, argv, &index))
            return FZ_NULL;
        const uint8_t *bytes;
        fz_bytes_view(vm, argv[0], &bytes, &count);
        return fz_from_int(bytes[index]);
    }
    if (!slice(vm, argv, &index, &count))
        return FZ_NULL;
    const FzMemoryView *view = view_of(vm, argv[0]);
    return new_view(vm, view->base, view->start + index, count);
}

// The bytes of the window for writing; NULL after raising. May collect before it gives them.
static uint8_t *own_bytes(FzVm *vm, const FzValue *view)
{
    FzValue *base = fz_push(vm, view_of(vm, *view)->base);
    uint8_t *bytes = fz_bytearray_own(vm, base);
    vm->sp = base;
    return bytes ? bytes + view_of(vm, *view)->start : NULL;
}

static FzValue set_slice(FzVm *vm, FzValue *argv)
{
    uint32_t start;
    uint32_t count;
    FzText source;
    if (!slice(vm, argv, &start, &count))
        return FZ_NULL;
    argv[2] = fz_unwrap(vm, argv[2]);
    if (!fz_bytes_view(vm, argv[2], &source.bytes, &source.size))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a bytes-like object is required, not '%t'", argv[2]);
    if (source.size != count)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "memoryview assignment: lvalue and rvalue have different structures");
    uint8_t *bytes = count ? own_bytes(vm, argv) : NULL;
    if (count && !bytes)
        return FZ_NULL;
    fz_bytes_view(vm, argv[2], &source.bytes, &source.size);
    if (count && source.size >= count)
        memmove(bytes + start, source.bytes, count);
    return FZ_NONE;
}

FzValue fz_memoryview_setitem(FzVm *vm, uint32_t argc, FzValue *argv)
{
    uint32_t index;
    uint8_t byte;
    (void)argc;
    if (!is_open(vm, argv[0]))
        return FZ_NULL;
    if (!fz_is_kind(vm, view_of(vm, argv[0])->base, FZ_KIND_BYTEARRAY))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot modify read-only memory");
    if (fz_is_kind(vm, argv[1], FZ_KIND_SLICE))
        return set_slice(vm, argv);
    if (!position(vm, argv, &index))
        return FZ_NULL;
    int32_t number = -1;
    FzValue plain = fz_unwrap(vm, argv[2]);
    if (!fz_is_int(plain) && !fz_as_index(vm, plain, &number)) {
        fz_clear(vm);
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "memoryview: invalid type for format 'B'");
    }
    number = fz_is_int(plain) ? fz_to_int(plain) : number;
    if (number < 0 || number > 255)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "memoryview: invalid value for format 'B'");
    byte = (uint8_t)number;
    uint8_t *bytes = own_bytes(vm, argv);
    if (!bytes)
        return FZ_NULL;
    if (index < length_of(vm, argv[0]))
        bytes[index] = byte;
    return FZ_NONE;
}

FzValue fz_memoryview_len(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? fz_from_int((int32_t)length_of(vm, argv[0])) : FZ_NULL;
}

// ---- methods

FzValue fz_memoryview_tobytes(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!is_open(vm, argv[0]))
        return FZ_NULL;
    FzValue copy = fz_bytes_new(vm, NULL, length_of(vm, argv[0]));
    const uint8_t *bytes;
    uint32_t size;
    fz_bytes_view(vm, argv[0], &bytes, &size);
    if (copy != FZ_NULL && size)
        memcpy(FZ_WORDS(vm, copy) + 1, bytes, size);
    return copy;
}

FzValue fz_memoryview_tolist(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue bytes = fz_memoryview_tobytes(vm, argc, argv);
    return bytes == FZ_NULL ? FZ_NULL : fz_list_from(vm, bytes);
}

FzValue fz_memoryview_hex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue bytes = fz_memoryview_tobytes(vm, 1, argv);
    if (bytes == FZ_NULL)
        return FZ_NULL;
    argv[0] = bytes;
    return fz_bytes_hex(vm, argc, argv);
}

FzValue fz_memoryview_cast(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue format = fz_unwrap(vm, argv[1]);
    if (!is_open(vm, argv[0]))
        return FZ_NULL;
    if (!fz_is_kind(vm, format, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "format argument must be a string");
    if (!fz_text_is(vm, format, "B"))
        return fz_raise(vm, FZ_TYPE_NOT_IMPLEMENTED_ERROR, "memoryview: only the format 'B' is supported");
    const FzMemoryView *view = view_of(vm, argv[0]);
    return new_view(vm, view->base, view->start, view->length);
}

FzValue fz_memoryview_toreadonly(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue bytes = fz_memoryview_tobytes(vm, argc, argv);
    return bytes == FZ_NULL ? FZ_NULL : new_view(vm, bytes, 0, fz_count_of(vm, bytes));
}

FzValue fz_memoryview_release(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    view_of(vm, argv[0])->base = FZ_NULL;
    return FZ_NONE;
}

FzValue fz_memoryview_enter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? argv[0] : FZ_NULL;
}

FzValue fz_memoryview_exit(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_memoryview_release(vm, argc, argv);
}

FzValue fz_memoryview_nbytes(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_memoryview_len(vm, argc, argv);
}

FzValue fz_memoryview_itemsize(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? fz_from_int(1) : FZ_NULL;
}

FzValue fz_memoryview_format(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? fz_str_from_z(vm, "B") : FZ_NULL;
}

FzValue fz_memoryview_readonly(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!is_open(vm, argv[0]))
        return FZ_NULL;
    return fz_from_bool(!fz_is_kind(vm, view_of(vm, argv[0])->base, FZ_KIND_BYTEARRAY));
}

FzValue fz_memoryview_obj(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? view_of(vm, argv[0])->base : FZ_NULL;
}
