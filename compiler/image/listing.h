// SPDX-License-Identifier: MIT
// An image as text: its modules, and every function's instructions with their operands spelt out.
#ifndef FLASHFREEZE_IMAGE_LISTING_H
#define FLASHFREEZE_IMAGE_LISTING_H

#include "../base/arena.h"
#include "flashfreeze/image.h"

#include <stdio.h>

// Lists an image that fz_verify accepts.
void listing_print(Arena *arena, const uint32_t *image, FILE *out);

#endif
