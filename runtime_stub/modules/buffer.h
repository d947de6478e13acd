// SPDX-License-Identifier: MIT
// Arguments of library functions that are bytes: reading them and writing into them.
#ifndef FLASHFREEZE_MODULES_BUFFER_H
#define FLASHFREEZE_MODULES_BUFFER_H

#include "../objects/text.h"

// The bytes of a bytes-like object, which die with the next call that may collect. False after
// raising TypeError.
bool fz_buffer_read(FzVm *vm, FzValue value, FzText *bytes);
// The same, of a bytes-like object or a str of ASCII characters (ValueError for others).
bool fz_buffer_read_ascii(FzVm *vm, FzValue value, FzText *bytes);
// Room of a writable object on the VM stack; NULL after raising TypeError. May collect before.
uint8_t *fz_buffer_write(FzVm *vm, const FzValue *slot, uint32_t *size);

#endif
