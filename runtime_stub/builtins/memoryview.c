// SPDX-License-Identifier: MIT
// memoryview: a window, without a copy, onto the bytes of a bytes, bytearray or array, as items of
// one format. Where a bytearray has become shorter the window is, too. Its methods are found by the
// object protocol, so that programs without memoryview do not link them; formats but B are left out
// where nothing in the program can give one.
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

// ---- formats

enum { HAS_FORMATS = FZ_HAS_NAME(FZ_NAME_typecode) || FZ_HAS_NATIVE(FZ_NATIVE_fz_memoryview_cast) };

// Bytes of one item, 0 of an unknown format.
static uint32_t bytes_of_format(uint32_t format)
{
    switch (HAS_FORMATS ? format : 0) {
    case 0:
    case 'B':
    case 'b':
    case 'c':
    case '?':
        return 1;
    case 'h':
    case 'H':
        return 2;
    case 'i':
    case 'I':
    case 'l':
    case 'L':
    case 'f':
        return 4;
    case 'q':
    case 'Q':
    case 'd':
        return 8;
    default:
        return 0;
    }
}

// The format of a window, and for arrays what their typecode says.
static uint32_t format_of(FzVm *vm, FzValue value)
{
    uint32_t format = 0;
    if (HAS_FORMATS && fz_is_kind(vm, value, FZ_KIND_MEMORYVIEW)) {
        format = fz_count_of(vm, value);
    } else if (HAS_FORMATS && fz_unwrap(vm, value) != value && fz_name(vm, FZ_NAME_typecode) != FZ_NULL) {
        FzValue code = fz_get_attr_or_null(vm, value, fz_name(vm, FZ_NAME_typecode));
        fz_clear(vm);
        if (code != FZ_NULL && fz_is_kind(vm, code, FZ_KIND_STR))
            format = FZ_STR(vm, code)->text[0];
    }
    return format == 'B' || !bytes_of_format(format) ? 0 : format;
}

static uint32_t item_bytes(FzVm *vm, FzValue view) { return bytes_of_format(format_of(vm, view)); }

// Pushes what struct's functions take: "=" and the format, the base, and where item `index` is.
static FzValue *push_place(FzVm *vm, const FzValue *view, uint32_t index)
{
    char text[] = {'=', (char)format_of(vm, *view), 0};
    FzValue *place = fz_push(vm, fz_str_from_z(vm, text));
    fz_push(vm, view_of(vm, *view)->base);
    fz_push(vm, fz_from_int((int32_t)(view_of(vm, *view)->start + index)));
    return place;
}

static FzValue get_typed(FzVm *vm, const FzValue *view, uint32_t index)
{
    FzValue *place = push_place(vm, view, index);
    FzValue items = *place == FZ_NULL ? FZ_NULL : fz_struct_unpack_from(vm, 3, place);
    vm->sp = place;
    return items == FZ_NULL ? FZ_NULL : FZ_TUPLE(vm, items)->items[0];
}

static FzValue set_typed(FzVm *vm, const FzValue *view, uint32_t index, FzValue value)
{
    uint32_t format = format_of(vm, *view);
    FzValue *held = fz_push(vm, value);
    FzValue *place = push_place(vm, view, index);
    fz_push(vm, *held);
    FzValue done = *place == FZ_NULL ? FZ_NULL : fz_struct_pack_into(vm, 4, place);
    bool is_number = fz_is_index(vm, fz_unwrap(vm, *held)) || fz_is_kind(vm, fz_unwrap(vm, *held), FZ_KIND_FLOAT);
    vm->sp = held;
    if (done != FZ_NULL || !fz_pending_is(vm, FZ_TYPE_STRUCT_ERROR))
        return done;
    fz_clear(vm);
    bool is_value = is_number && !(fz_is_kind(vm, fz_unwrap(vm, value), FZ_KIND_FLOAT));
    return fz_raise(vm, is_value ? FZ_TYPE_VALUE_ERROR : FZ_TYPE_TYPE_ERROR,
                    is_value ? "memoryview: invalid value for format '%c'" : "memoryview: invalid type for format '%c'",
                    format);
}

static FzValue new_view(FzVm *vm, FzValue base, uint32_t start, uint32_t length, uint32_t format)
{
    FzValue *held = fz_push(vm, base);
    FzValue made = fz_new(vm, FZ_KIND_MEMORYVIEW, 0, format);
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
    if (kind == FZ_KIND_BYTES || kind == FZ_KIND_BYTEARRAY) {
        uint32_t format = format_of(vm, argv[1]);
        plain = fz_unwrap(vm, argv[1]);
        return new_view(vm, plain, 0, fz_count_of(vm, plain), format);
    }
    if (kind != FZ_KIND_MEMORYVIEW)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "memoryview: a bytes-like object is required, not '%t'",
                        argv[1]);
    if (!is_open(vm, plain))
        return FZ_NULL;
    const FzMemoryView *view = view_of(vm, plain);
    return new_view(vm, view->base, view->start, view->length, format_of(vm, plain));
}

// ---- items

static bool position(FzVm *vm, FzValue *argv, uint32_t *index)
{
    int32_t at;
    if (!fz_as_index(vm, argv[1], &at))
        return false;
    uint32_t item = item_bytes(vm, argv[0]);
    uint32_t size = length_of(vm, argv[0]) / item;
    *index = (uint32_t)(at < 0 ? at + (int32_t)size : at);
    if (*index < size) {
        *index *= item;
        return true;
    }
    fz_raise(vm, FZ_TYPE_INDEX_ERROR, "index out of bounds on dimension 1");
    return false;
}

// A slice of items in a row: where it starts and how many bytes.
static bool slice(FzVm *vm, FzValue *argv, uint32_t *start, uint32_t *count)
{
    int32_t first;
    int32_t stop;
    int32_t step;
    uint32_t item = item_bytes(vm, argv[0]);
    if (!fz_slice_indices(vm, argv[1], length_of(vm, argv[0]) / item, &first, &stop, &step, count))
        return false;
    *start = (uint32_t)first * item;
    *count *= item;
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
        if (HAS_FORMATS && format_of(vm, argv[0]))
            return get_typed(vm, argv, index);
        const uint8_t *bytes;
        fz_bytes_view(vm, argv[0], &bytes, &count);
        return fz_from_int(bytes[index]);
    }
    if (!slice(vm, argv, &index, &count))
        return FZ_NULL;
    const FzMemoryView *view = view_of(vm, argv[0]);
    return new_view(vm, view->base, view->start + index, count, format_of(vm, argv[0]));
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
    bool is_same = format_of(vm, argv[0]) == format_of(vm, argv[2]);
    argv[2] = fz_unwrap(vm, argv[2]);
    if (!fz_bytes_view(vm, argv[2], &source.bytes, &source.size))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a bytes-like object is required, not '%t'", argv[2]);
    if (source.size != count || !is_same)
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
    if (HAS_FORMATS && format_of(vm, argv[0]))
        return set_typed(vm, argv, index, argv[2]);
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
    if (!is_open(vm, argv[0]))
        return FZ_NULL;
    return fz_from_int((int32_t)(length_of(vm, argv[0]) / item_bytes(vm, argv[0])));
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
    (void)argc;
    return is_open(vm, argv[0]) ? fz_list_from(vm, argv[0]) : FZ_NULL;
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
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cast() argument 'format' must be str, not %t", format);
    const FzMemoryView *view = view_of(vm, argv[0]);
    const uint8_t *text = FZ_STR(vm, format)->text;
    uint32_t size = fz_count_of(vm, format);
    uint32_t wanted = size == 1 ? text[0] : size == 2 && text[0] == '@' ? text[1] : '-';
    wanted = wanted == 'B' ? 0 : wanted;
    uint32_t item = bytes_of_format(wanted);
    if (item == 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "memoryview: destination format must be a native single character format prefixed "
                        "with an optional '@'");
    if (item > 1 && item_bytes(vm, argv[0]) > 1)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "memoryview: cannot cast between two non-byte formats");
    if (length_of(vm, argv[0]) % item)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "memoryview: length is not a multiple of itemsize");
    return new_view(vm, view->base, view->start, view->length, wanted);
}

FzValue fz_memoryview_toreadonly(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue bytes = fz_memoryview_tobytes(vm, argc, argv);
    return bytes == FZ_NULL ? FZ_NULL
                            : new_view(vm, bytes, 0, fz_count_of(vm, bytes), format_of(vm, argv[0]));
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
    (void)argc;
    return is_open(vm, argv[0]) ? fz_from_int((int32_t)length_of(vm, argv[0])) : FZ_NULL;
}

FzValue fz_memoryview_itemsize(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? fz_from_int((int32_t)item_bytes(vm, argv[0])) : FZ_NULL;
}

FzValue fz_memoryview_format(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t format = format_of(vm, argv[0]);
    char text[] = {(char)(format ? format : 'B'), 0};
    return is_open(vm, argv[0]) ? fz_str_from_z(vm, text) : FZ_NULL;
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

// ---- what says that there is one dimension

FzValue fz_memoryview_ndim(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? fz_from_int(1) : FZ_NULL;
}

static FzValue tuple_of(FzVm *vm, FzValue item) { return item == FZ_NULL ? FZ_NULL : fz_tuple_new(vm, &item, 1); }

FzValue fz_memoryview_shape(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return tuple_of(vm, fz_memoryview_len(vm, argc, argv));
}

FzValue fz_memoryview_strides(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return tuple_of(vm, fz_memoryview_itemsize(vm, argc, argv));
}

FzValue fz_memoryview_suboffsets(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? FZ_EMPTY_TUPLE : FZ_NULL;
}

FzValue fz_memoryview_contiguous(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_open(vm, argv[0]) ? FZ_TRUE : FZ_NULL;
}

FzValue fz_memoryview_c_contiguous(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_memoryview_contiguous(vm, argc, argv);
}

FzValue fz_memoryview_f_contiguous(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_memoryview_contiguous(vm, argc, argv);
}
