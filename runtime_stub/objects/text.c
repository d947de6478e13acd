// SPDX-License-Identifier: MIT
// What str, bytes and bytearray have in common: reading their bytes, making objects of the same
// kind, slices, repetition, search.
#include "text.h"

#include "int.h"
#include "protocol.h"

#include <string.h>

bool fz_text_view(const FzVm *vm, FzValue value, FzText *text)
{
    if (!fz_is_kind(vm, value, FZ_KIND_STR))
        return fz_bytes_view(vm, value, &text->bytes, &text->size);
    text->bytes = FZ_STR(vm, value)->text;
    text->size = fz_count_of(vm, value);
    return true;
}

FzValue fz_text_alloc(FzVm *vm, FzKind kind, uint32_t size)
{
    if (kind == FZ_KIND_STR)
        return fz_str_alloc(vm, size);
    if (kind == FZ_KIND_BYTEARRAY)
        return fz_bytearray_new(vm, 0, size);
    return fz_bytes_new(vm, 0, size);
}

uint8_t *fz_text_bytes(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    if (kind == FZ_KIND_STR)
        return FZ_STR(vm, value)->text;
    if (kind == FZ_KIND_BYTEARRAY)
        value = FZ_WORDS(vm, value)[1];
    return (uint8_t *)(FZ_WORDS(vm, value) + 1);
}

FzValue fz_text_seal(FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_STR) ? fz_str_seal(vm, value) : value;
}

FzValue fz_text_sub(FzVm *vm, FzValue self, uint32_t offset, uint32_t size)
{
    FzKind kind = fz_kind_of(vm, self);
    if (kind == FZ_KIND_STR)
        return fz_str_sub(vm, self, offset, size);
    if (kind == FZ_KIND_BYTES && size == fz_count_of(vm, self))
        return self;
    FzValue *slot = fz_push(vm, self);
    FzValue value = fz_text_alloc(vm, kind, size);
    fz_pop(vm, 1);
    FzText text;
    if (value != FZ_NULL && size > 0 && fz_text_view(vm, *slot, &text))
        memcpy(fz_text_bytes(vm, value), text.bytes + offset, size);
    return value;
}

FzValue fz_text_same(FzVm *vm, FzValue self)
{
    return fz_is_kind(vm, self, FZ_KIND_BYTEARRAY) ? fz_text_sub(vm, self, 0, fz_count_of(vm, self))
                                                   : self;
}

FzValue fz_text_repeat(FzVm *vm, FzValue self, FzValue times)
{
    int32_t count;
    if (!fz_is_index(vm, times))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can't multiply sequence by non-int of type '%t'",
                        times);
    FzValue *slot = fz_push(vm, self);
    if (!fz_as_index(vm, times, &count))
        return FZ_NULL;
    FzText text;
    fz_text_view(vm, *slot, &text);
    FzKind kind = fz_kind_of(vm, *slot);
    FzValue value = FZ_NULL;
    if (count == 1 || (text.size == 0 && count > 0)) {
        value = fz_text_same(vm, *slot);
    } else if (count > 0 && text.size > fz_divide(FZ_COUNT_MAX, (uint32_t)count)) {
        fz_raise_memory(vm);
    } else {
        uint32_t total = count > 0 ? text.size * (uint32_t)count : 0;
        value = fz_text_alloc(vm, kind, total);
        fz_text_view(vm, *slot, &text);
        for (uint32_t at = 0; value != FZ_NULL && at < total; at += text.size)
            memcpy(fz_text_bytes(vm, value) + at, text.bytes, text.size);
        if (value != FZ_NULL)
            value = fz_text_seal(vm, value);
    }
    vm->sp = slot;
    return value;
}

// The offset `steps` characters from `offset`, which must exist (the end included).
static uint32_t walk(FzText text, uint32_t offset, int32_t steps, bool wide)
{
    if (!wide)
        return (uint32_t)((int32_t)offset + steps);
    for (; steps > 0; steps--)
        offset += fz_utf8_size(text.bytes[offset]);
    for (; steps < 0; steps++)
        do
            offset--;
        while ((text.bytes[offset] & 0xc0) == 0x80);
    return offset;
}

// Copies `count` characters, or with `out` NULL only finds their size.
static uint32_t gather(FzText text, uint32_t offset, int32_t step, uint32_t count, bool wide,
                       uint8_t *out)
{
    uint32_t total = 0;
    while (count-- > 0) {
        uint32_t size = wide ? fz_utf8_size(text.bytes[offset]) : 1;
        if (out)
            memcpy(out + total, text.bytes + offset, size);
        total += size;
        if (count > 0)
            offset = walk(text, offset, step, wide);
    }
    return total;
}

FzValue fz_text_slice(FzVm *vm, FzValue self, FzValue slice)
{
    int32_t start;
    int32_t stop;
    int32_t step;
    uint32_t count;
    bool wide = fz_text_is_wide(vm, self);
    uint32_t length = wide ? fz_str_length(vm, self) : fz_count_of(vm, self);
    FzValue *slot = fz_push(vm, self);
    bool valid = fz_slice_indices(vm, slice, length, &start, &stop, &step, &count);
    vm->sp = slot;
    if (!valid)
        return FZ_NULL;
    self = *slot;
    FzText text;
    fz_text_view(vm, self, &text);
    uint32_t offset = count > 0 ? walk(text, 0, start, wide) : 0;
    if (step == 1)
        return fz_text_sub(vm, self, offset, walk(text, offset, (int32_t)count, wide) - offset);
    uint32_t size = gather(text, offset, step, count, wide, 0);
    fz_push(vm, self);
    FzValue value = fz_text_alloc(vm, fz_kind_of(vm, self), size);
    vm->sp = slot;
    if (value == FZ_NULL || size == 0)
        return value;
    fz_text_view(vm, *slot, &text);
    gather(text, offset, step, count, wide, fz_text_bytes(vm, value));
    return fz_text_seal(vm, value);
}

static bool matches(FzText hay, FzText needle, uint32_t at)
{
    return needle.size == 0 ||
           (hay.bytes[at] == needle.bytes[0] &&
            ((FZ_FAST_PATHS && needle.size == 1) || memcmp(hay.bytes + at, needle.bytes, needle.size) == 0));
}

uint32_t fz_search(FzText hay, FzText needle, uint32_t from)
{
    for (; needle.size <= hay.size && from <= hay.size - needle.size; from++)
        if (matches(hay, needle, from))
            return from;
    return FZ_NOWHERE;
}

uint32_t fz_search_last(FzText hay, FzText needle)
{
    if (needle.size <= hay.size)
        for (uint32_t at = hay.size - needle.size + 1; at-- > 0;)
            if (matches(hay, needle, at))
                return at;
    return FZ_NOWHERE;
}

int fz_text_compare(FzText a, FzText b)
{
    uint32_t common = a.size < b.size ? a.size : b.size;
    int order = common > 0 ? memcmp(a.bytes, b.bytes, common) : 0;
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

uint32_t fz_space_size(FzText text, bool is_str)
{
    if (text.size == 0)
        return 0;
    uint8_t c = text.bytes[0];
    if (c == ' ' || (c >= '\t' && c <= '\r') || (is_str && c >= 0x1c && c <= 0x1f))
        return 1;
    if (!is_str || c < 0x80)
        return 0;
    uint32_t size;
    uint32_t code_point = fz_utf8_decode(text.bytes, &size);
    return fz_char_space(code_point) ? size : 0;
}

FzText fz_text_strip_space(FzText text, bool is_str)
{
    uint32_t size;
    while ((size = fz_space_size(text, is_str)) > 0) {
        text.bytes += size;
        text.size -= size;
    }
    while (text.size > 0) {
        uint32_t at = text.size - 1;
        while (is_str && at > 0 && (text.bytes[at] & 0xc0) == 0x80)
            at--;
        FzText last = {text.bytes + at, text.size - at};
        if (fz_space_size(last, is_str) != last.size)
            break;
        text.size = at;
    }
    return text;
}

bool fz_text_argument(FzVm *vm, FzValue self, FzValue *argument, const char *what)
{
    FzText text;
    FzValue plain = fz_unwrap(vm, *argument);
    if (fz_is_kind(vm, self, FZ_KIND_STR)) {
        if (!fz_is_kind(vm, plain, FZ_KIND_STR)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s%smust be str, not %t", what ? what : "",
                     what ? " " : "", *argument);
            return false;
        }
    } else if (!fz_bytes_view(vm, plain, &text.bytes, &text.size)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a bytes-like object is required, not '%t'", *argument);
        return false;
    }
    *argument = plain;
    return true;
}

bool fz_optional_index(FzVm *vm, FzValue argument, int32_t fallback, int32_t *out)
{
    *out = fallback;
    return argument == FZ_NULL || fz_as_index(vm, argument, out);
}

bool fz_text_range(FzVm *vm, FzValue *argv, uint32_t first, uint32_t *from, uint32_t *to)
{
    int32_t bounds[2] = {0, INT32_MAX};
    for (uint32_t i = 0; i < 2; i++) {
        FzValue bound = argv[first + i];
        if (bound != FZ_NULL && bound != FZ_NONE && !fz_slice_bound(vm, bound, &bounds[i]))
            return false;
    }
    bool wide = fz_text_is_wide(vm, argv[0]);
    int32_t length = (int32_t)(wide ? fz_str_length(vm, argv[0]) : fz_count_of(vm, argv[0]));
    for (uint32_t i = 0; i < 2; i++) {
        if (bounds[i] < 0)
            bounds[i] = bounds[i] + length < 0 ? 0 : bounds[i] + length;
        else if (bounds[i] > length)
            bounds[i] = i == 0 ? -1 : length;
    }
    if (bounds[0] < 0 || bounds[0] > bounds[1]) {
        *from = *to = FZ_NOWHERE;
        return true;
    }
    *from = wide ? fz_str_offset(vm, argv[0], (uint32_t)bounds[0]) : (uint32_t)bounds[0];
    *to = wide ? fz_str_offset(vm, argv[0], (uint32_t)bounds[1]) : (uint32_t)bounds[1];
    return true;
}
