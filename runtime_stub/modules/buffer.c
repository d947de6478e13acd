// SPDX-License-Identifier: MIT
#include "buffer.h"

#include "../objects/bytes.h"

bool fz_buffer_read(FzVm *vm, FzValue value, FzText *bytes)
{
    if (fz_bytes_view(vm, fz_unwrap(vm, value), &bytes->bytes, &bytes->size))
        return true;
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a bytes-like object is required, not '%t'", value);
    return false;
}

bool fz_buffer_read_ascii(FzVm *vm, FzValue value, FzText *bytes)
{
    FzValue plain = fz_unwrap(vm, value);
    if (!fz_text_view(vm, plain, bytes)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "argument should be bytes, buffer or ASCII string, not '%t'", value);
        return false;
    }
    if (!fz_is_kind(vm, plain, FZ_KIND_STR))
        return true;
    if (fz_str_is_ascii(vm, plain))
        return true;
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "string argument should contain only ASCII characters");
    return false;
}

uint8_t *fz_buffer_write(FzVm *vm, const FzValue *slot, uint32_t *size)
{
    FzValue plain = fz_unwrap(vm, *slot);
    uint32_t start = 0;
    const uint8_t *seen;
    bool is_view = fz_is_kind(vm, plain, FZ_KIND_MEMORYVIEW);
    if (is_view) {
        const FzMemoryView *view = fz_object(vm, plain);
        fz_bytes_view(vm, plain, &seen, size);
        start = view->start;
        plain = view->base;
    }
    if (plain == FZ_NULL || !fz_is_kind(vm, plain, FZ_KIND_BYTEARRAY)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "argument must be read-write bytes-like object, not %t", *slot);
        return 0;
    }
    FzValue *held = fz_push(vm, plain);
    uint8_t *bytes = fz_bytearray_own(vm, held);
    if (!is_view)
        *size = fz_count_of(vm, *held);
    fz_pop(vm, 1);
    return bytes ? bytes + (is_view && *size ? start : 0) : 0;
}
