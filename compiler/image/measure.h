// SPDX-License-Identifier: MIT
// What the bytes of an image are spent on.
#ifndef FLASHFREEZE_IMAGE_MEASURE_H
#define FLASHFREEZE_IMAGE_MEASURE_H

#include "flashfreeze/image.h"

#include <stdio.h>

typedef struct {
    uint32_t bytes[FZ_KIND_COUNT]; // of all objects of a kind
    uint32_t count[FZ_KIND_COUNT];
    uint32_t tables; // header and tables behind the objects
    uint32_t total;
} ImageParts;

// Measures an image that fz_open accepts.
void image_measure(const uint32_t *image, uint32_t size, ImageParts *out);

const char *image_kind_name(FzKind kind); // "STR"

// Prints one line for each kind that occurs, the largest first.
void image_print_parts(const ImageParts *parts, FILE *out);

#endif
