// SPDX-License-Identifier: MIT
// bytes and bytearray. Functions take either kind unless their name says bytearray.
#ifndef FLASHFREEZE_OBJECTS_BYTES_H
#define FLASHFREEZE_OBJECTS_BYTES_H

#include "../vm/vm.h"

// True, with the bytes of a bytes, bytearray or memoryview; they die with the next call that may collect.
bool fz_bytes_view(const FzVm *vm, FzValue value, const uint8_t **bytes, uint32_t *size);
FzValue fz_bytearray_new(FzVm *vm, const void *bytes,
                         uint32_t size); // bytes NULL (zeros) or not in the heap

// For the object protocol; operands that do not fit raise CPython's TypeError.

// + * %; for * either operand may be the bytes.
FzValue fz_bytes_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b);
FzValue fz_bytearray_inplace(FzVm *vm, FzBinary op, FzValue a, FzValue b); // += and *=; gives a
FzValue fz_bytes_get_item(FzVm *vm, FzValue bytes, FzValue key);           // index or slice
int fz_bytes_contains(FzVm *vm, FzValue bytes, FzValue item); // int or bytes-like; -1 after raising
int fz_bytes_compare(const FzVm *vm, FzValue a, FzValue b);   // <0, 0, >0; either kind; no collect
FzValue fz_bytes_repr(FzVm *vm, FzValue bytes);
uint32_t fz_bytes_hash(const FzVm *vm, FzValue bytes); // no collect
// The byte at an index within the size as an int: iteration; no collect.
FzValue fz_bytes_at(const FzVm *vm, FzValue bytes, uint32_t index);
bool fz_bytearray_set_item(FzVm *vm, FzValue array, FzValue key, FzValue value); // index or slice
bool fz_bytearray_del_item(FzVm *vm, FzValue array, FzValue key);
// What bytes(source) makes of an int, a buffer or an iterable of ints; `what` is as for fz_byte_of.
FzValue fz_bytes_from(FzVm *vm, FzValue source, const char *what);

// The bytes of a bytearray (on the VM stack) for writing, in a buffer of its own; NULL after raising.
// May collect before it gives them.
uint8_t *fz_bytearray_own(FzVm *vm, const FzValue *array);

// A byte from an int or __index__; ValueError "<what> must be in range(0, 256)".
bool fz_byte_of(FzVm *vm, FzValue value, const char *what, uint8_t *byte);
// A key as an index within the size; TypeError, IndexError.
bool fz_bytes_position(FzVm *vm, FzValue bytes, FzValue key, uint32_t *index);
FzValue fz_bytes_percent(FzVm *vm, FzValue format, FzValue arguments);

#endif
