// SPDX-License-Identifier: MIT
// bytes and bytearray: making, comparing, indexing and the operators.
#include "bytes.h"

#include "int.h"
#include "optional.h"
#include "protocol.h"
#include "text.h"

#include <string.h>

// The window of a memoryview, as far as its base still has it.
static bool view_bytes(const FzVm *vm, FzValue value, const uint8_t **bytes, uint32_t *size)
{
    const FzMemoryView *view = fz_object(vm, value);
    if (view->base == FZ_NULL)
        return false;
    fz_bytes_view(vm, view->base, bytes, size);
    uint32_t start = view->start < *size ? view->start : *size;
    *bytes += start;
    *size = view->length < *size - start ? view->length : *size - start;
    return true;
}

bool fz_bytes_view(const FzVm *vm, FzValue value, const uint8_t **bytes, uint32_t *size)
{
    FzKind kind = fz_kind_of(vm, value);
    *size = 0;
    *bytes = (const uint8_t *)""; // an array without a buffer has no bytes
    if (kind == FZ_KIND_MEMORYVIEW)
        return view_bytes(vm, value, bytes, size);
    if (kind != FZ_KIND_BYTES && kind != FZ_KIND_BYTEARRAY)
        return false;
    const uint32_t *words = FZ_WORDS(vm, value);
    *size = fz_header_count(words[0]);
    if (kind == FZ_KIND_BYTES)
        *bytes = (const uint8_t *)(words + 1);
    else if (words[1] != FZ_NULL)
        *bytes = (const uint8_t *)(FZ_WORDS(vm, words[1]) + 1);
    return true;
}

FzValue fz_bytes_new(FzVm *vm, const void *bytes, uint32_t size)
{
    if (size == 0)
        return FZ_EMPTY_BYTES;
    FzValue value = fz_new(vm, FZ_KIND_BYTES, 0, size);
    if (value != FZ_NULL && bytes)
        memcpy(FZ_WORDS(vm, value) + 1, bytes, size);
    return value;
}

FzValue fz_bytearray_new(FzVm *vm, const void *bytes, uint32_t size)
{
    FzValue *buffer = fz_push(vm, FZ_NULL);
    if (size > 0) {
        *buffer = fz_new(vm, FZ_KIND_BUFFER, 0, size);
        if (*buffer == FZ_NULL)
            return FZ_NULL;
        if (bytes)
            memcpy(FZ_WORDS(vm, *buffer) + 1, bytes, size);
    }
    FzValue array = fz_new(vm, FZ_KIND_BYTEARRAY, 0, size);
    fz_pop(vm, 1);
    if (array != FZ_NULL)
        FZ_WORDS(vm, array)[1] = *buffer;
    return array;
}

int fz_bytes_compare(const FzVm *vm, FzValue a, FzValue b)
{
    FzText x;
    FzText y;
    fz_text_view(vm, a, &x);
    fz_text_view(vm, b, &y);
    return fz_text_compare(x, y);
}

uint32_t fz_bytes_hash(const FzVm *vm, FzValue bytes)
{
    FzText text;
    fz_text_view(vm, bytes, &text);
    return fz_hash_text(text.bytes, text.size);
}

FzValue fz_bytes_at(const FzVm *vm, FzValue bytes, uint32_t index)
{
    FzText text;
    fz_text_view(vm, bytes, &text);
    return fz_from_int(text.bytes[index]);
}

bool fz_bytes_position(FzVm *vm, FzValue bytes, FzValue key, uint32_t *index)
{
    bool is_array = fz_is_kind(vm, bytes, FZ_KIND_BYTEARRAY);
    int32_t at;
    if (!fz_is_index(vm, key)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s indices must be integers or slices, not %t",
                 is_array ? "bytearray" : "byte", key);
        return false;
    }
    FzValue *slot = fz_push(vm, bytes);
    fz_push(vm, key);
    bool valid = fz_sequence_index(vm, slot, &at);
    vm->sp = slot;
    if (!valid)
        return false;
    uint32_t size = fz_count_of(vm, *slot);
    *index = (uint32_t)(at < 0 ? at + (int32_t)size : at);
    if (*index < size)
        return true;
    fz_raise(vm, FZ_TYPE_INDEX_ERROR,
             is_array ? "bytearray index out of range" : "index out of range");
    return false;
}

FzValue fz_bytes_get_item(FzVm *vm, FzValue bytes, FzValue key)
{
    uint32_t index;
    if (fz_is_kind(vm, key, FZ_KIND_SLICE))
        return fz_text_slice(vm, bytes, key);
    FzValue *slot = fz_push(vm, bytes);
    bool valid = fz_bytes_position(vm, bytes, key, &index);
    vm->sp = slot;
    return valid ? fz_bytes_at(vm, *slot, index) : FZ_NULL;
}

bool fz_byte_of(FzVm *vm, FzValue value, const char *type, uint8_t *byte)
{
    int32_t number;
    FzValue plain = fz_unwrap(vm, value);
    bool small = fz_is_int(plain) || !fz_is_int_like(vm, plain);
    number = -1; // of big ints
    if (small && !fz_as_index(vm, value, &number))
        return false;
    if (number >= 0 && number <= 255) {
        *byte = (uint8_t)number;
        return true;
    }
    if (plain == FZ_TRUE || plain == FZ_FALSE) {
        *byte = plain == FZ_TRUE;
        return true;
    }
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s must be in range(0, 256)", type);
    return false;
}

int fz_bytes_contains(FzVm *vm, FzValue bytes, FzValue item)
{
    FzText hay;
    FzText needle;
    uint8_t byte;
    if (!fz_bytes_view(vm, fz_unwrap(vm, item), &needle.bytes, &needle.size)) {
        if (!fz_is_index(vm, item)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a bytes-like object is required, not '%t'", item);
            return -1;
        }
        FzValue *slot = fz_push(vm, bytes);
        bool valid = fz_byte_of(vm, item, "byte", &byte);
        vm->sp = slot;
        if (!valid)
            return -1;
        bytes = *slot;
        needle = (FzText){&byte, 1};
    }
    fz_text_view(vm, bytes, &hay);
    return fz_search(hay, needle, 0) != FZ_NOWHERE;
}

static FzValue concat(FzVm *vm, FzValue a, FzValue b)
{
    FzText x;
    FzText y;
    FzValue plain = fz_unwrap(vm, b);
    if (!fz_bytes_view(vm, plain, &y.bytes, &y.size))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can't concat %t to %t", b, a);
    fz_text_view(vm, a, &x);
    if (y.size == 0)
        return fz_text_same(vm, a);
    FzKind kind = fz_kind_of(vm, a);
    FzValue *slots = fz_push(vm, a);
    fz_push(vm, plain);
    FzValue value = fz_text_alloc(vm, kind, x.size + y.size);
    vm->sp = slots;
    if (value == FZ_NULL)
        return FZ_NULL;
    fz_text_view(vm, slots[0], &x);
    fz_text_view(vm, slots[1], &y);
    memcpy(fz_text_bytes(vm, value), x.bytes, x.size);
    memcpy(fz_text_bytes(vm, value) + x.size, y.bytes, y.size);
    return value;
}

static bool is_bytes(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    return kind == FZ_KIND_BYTES || kind == FZ_KIND_BYTEARRAY;
}

FzValue fz_bytes_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    if (FZ_HAS_BINARY(FZ_BINARY_MULTIPLY) && op == FZ_BINARY_MULTIPLY)
        return is_bytes(vm, a) ? fz_text_repeat(vm, a, b) : fz_text_repeat(vm, b, a);
    return concat(vm, a, b);
}

// b'...' with escapes; the quote is the one that needs fewer of them.
FzValue fz_bytes_repr(FzVm *vm, FzValue bytes)
{
    FzText text;
    bool is_array = fz_is_kind(vm, bytes, FZ_KIND_BYTEARRAY);
    FzBuilder builder;
    FzValue *slot = fz_push(vm, bytes);
    fz_text_view(vm, bytes, &text);
    char quote = fz_quote_for(text);
    fz_builder_open(vm, &builder);
    fz_builder_add_z(vm, &builder, is_array ? "bytearray(b" : "b");
    fz_builder_add(vm, &builder, &quote, 1);
    for (uint32_t i = 0; i < text.size; i++) {
        fz_text_view(vm, *slot, &text);
        uint8_t byte = text.bytes[i];
        // A bytearray shows single quotes escaped even between double ones.
        char marked = is_array && byte == '\'' ? '\'' : quote;
        fz_builder_add_escaped(vm, &builder, byte, marked, byte >= ' ' && byte <= '~');
    }
    fz_builder_add(vm, &builder, &quote, 1);
    if (is_array)
        fz_builder_add_z(vm, &builder, ")");
    FzValue result = fz_builder_close(vm, &builder);
    vm->sp = slot;
    return result;
}
