// SPDX-License-Identifier: MIT
// Images of MicroPython's read-only file system, whose .mpy files firmware executes in place.
#ifndef FLASHFREEZE_MICROPYTHON_ROMFS_H
#define FLASHFREEZE_MICROPYTHON_ROMFS_H

#include "encode.h"

// Append a file, a directory with the records in `inner`, or the image with all of them.
void romfs_file(Arena *arena, Bytes *out, const char *name, const uint8_t *bytes, uint32_t size);
void romfs_directory(Arena *arena, Bytes *out, const char *name, const Bytes *inner);
void romfs_image(Arena *arena, Bytes *out, const Bytes *inner);

#endif
