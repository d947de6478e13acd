// SPDX-License-Identifier: MIT
// An image read from a file, for the commands that take one.
#ifndef FLASHFREEZE_CLI_IMAGE_FILE_H
#define FLASHFREEZE_CLI_IMAGE_FILE_H

#include "../base/arena.h"
#include "flashfreeze/flashfreeze.h"

typedef struct {
    FzApp app; // with the host's natives
} ImageFile;

// Reads and verifies an image; says what is wrong with it. Gives an exit code.
int image_file_open(Arena *arena, const char *path, ImageFile *out);

#endif
