// SPDX-License-Identifier: MIT
// The catalogue of natives.def as C: numbers, prototypes, and the table of all of them for hosts.
// Firmware links only the natives that its generated table names.
#ifndef FLASHFREEZE_NATIVES_H
#define FLASHFREEZE_NATIVES_H

#include "flashfreeze.h"

typedef enum {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params) FZ_NATIVE_##symbol,
#define METHOD(type, name, symbol, least, positional, slots, flags, params)     FZ_NATIVE_##symbol,
#include "natives.def"
#undef FUNCTION
#undef METHOD
    FZ_NATIVES_COUNT
} FzNativeId;

// In an image's table of natives, numbers from here on are the manifest's own functions.
enum { FZ_NATIVE_USER = 0x10000 };

#define FUNCTION(module, name, symbol, least, positional, slots, flags, params)                    \
    FzValue symbol(FzVm *vm, uint32_t argc, FzValue *argv);
#define METHOD(type, name, symbol, least, positional, slots, flags, params)                        \
    FzValue symbol(FzVm *vm, uint32_t argc, FzValue *argv);
#include "natives.def"
#undef FUNCTION
#undef METHOD

#endif
