// SPDX-License-Identifier: MIT
// Shared by the files that find out what one program needs of the runtime.
#ifndef FLASHFREEZE_EMIT_NEEDS_H
#define FLASHFREEZE_EMIT_NEEDS_H

#include "../image/image.h"
#include "emit.h"
#include "flashfreeze/image.h"

static inline const FzImageHeader *needs_header(const Image *image)
{
    return (const FzImageHeader *)(const void *)image->words;
}

// An object of the image.
static inline const void *needs_object(const Image *image, FzValue value)
{
    return (const uint8_t *)image->words + (value - 2);
}

// values.c: bit FZ_KIND_NUMBER_*: kinds that the values can have which the program works with. `ops` is
// a set of instructions, `function_extras` what functions have beside their code (FZ_FUNCTION_*).
uint64_t needs_values(const EmitInput *input, const uint64_t *ops, uint32_t function_extras);

#endif
