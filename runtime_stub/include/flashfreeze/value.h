// SPDX-License-Identifier: MIT
// A Python value in 32 bits, on every machine.
//
//   ...1  small integer, 31-bit two's complement
//   ..00  object in RAM: byte offset in the heap (0 is no value)
//   ..10  object in ROM: byte offset in the image, plus 2; the top two bits are reserved
//
// A RAM value changes when its object moves, so a value held in a C variable is dead after any
// call that may collect. Values that must survive sit on the VM stack (fz_push) or in a root.
#ifndef FLASHFREEZE_VALUE_H
#define FLASHFREEZE_VALUE_H

#include "config.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t FzValue;

enum { FZ_NULL = 0 };

#define FZ_INT_MAX 0x3fffffff
#define FZ_INT_MIN (-0x3fffffff - 1)

FZ_SHARED bool fz_is_int(FzValue value) { return value & 1; }
FZ_SHARED bool fz_is_rom(FzValue value) { return (value & 3) == 2; }
FZ_SHARED bool fz_is_ram(FzValue value) { return (value & 3) == 0; } // also FZ_NULL

// A small integer; `number` must lie in FZ_INT_MIN..FZ_INT_MAX.
FZ_SHARED FzValue fz_from_int(int32_t number) { return (uint32_t)number << 1 | 1; }
// The number of a small integer (arithmetic shift of two's complement).
FZ_SHARED int32_t fz_to_int(FzValue value) { return (int32_t)value >> 1; }
FZ_SHARED bool fz_fits_int(int64_t number) { return number >= FZ_INT_MIN && number <= FZ_INT_MAX; }

// Singletons: ROM objects at fixed offsets behind the image header (image.h).
#define FZ_SINGLETONS_OFF      128
#define FZ_NONE                ((FzValue)(FZ_SINGLETONS_OFF + 2))
#define FZ_FALSE               ((FzValue)(FZ_SINGLETONS_OFF + 4 + 2))
#define FZ_TRUE                ((FzValue)(FZ_SINGLETONS_OFF + 8 + 2))
#define FZ_ELLIPSIS            ((FzValue)(FZ_SINGLETONS_OFF + 12 + 2))
#define FZ_NOT_IMPLEMENTED     ((FzValue)(FZ_SINGLETONS_OFF + 16 + 2))
#define FZ_EMPTY_TUPLE         ((FzValue)(FZ_SINGLETONS_OFF + 20 + 2))
#define FZ_EMPTY_STR           ((FzValue)(FZ_SINGLETONS_OFF + 24 + 2)) // two words
#define FZ_EMPTY_BYTES         ((FzValue)(FZ_SINGLETONS_OFF + 32 + 2))
#define FZ_SINGLETONS_SIZE     36

FZ_SHARED FzValue fz_from_bool(bool truth) { return truth ? FZ_TRUE : FZ_FALSE; }

#endif
