// SPDX-License-Identifier: MIT
// The hash of texts and of interned names: part of the image format, since images hold tables laid
// out by it.
#include "flashfreeze/image.h"

uint32_t fz_hash_text(const uint8_t *text, uint32_t size)
{
    uint32_t hash = 5381;
    for (uint32_t i = 0; i < size; i++)
        hash = hash * 33 ^ text[i];
    hash = (hash ^ hash >> 16) & 0xffff;
    return hash ? hash : 1; // 0 means "not computed"
}
