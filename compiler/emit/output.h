// SPDX-License-Identifier: MIT
// Files that are written only when they change, in one step, so that a build that comes to the
// same result rebuilds nothing and nobody ever sees half a file.
#ifndef FLASHFREEZE_EMIT_OUTPUT_H
#define FLASHFREEZE_EMIT_OUTPUT_H

#include "../base/diag.h"

#include <stdio.h>

typedef struct {
    Diagnostics *diags;
    const char *path;
    FILE *stream; // text or bytes go here, into memory
    char *bytes;
    size_t size;
} Output;

// Makes a directory and those above it. False when it reported an error.
bool output_directory(Diagnostics *diags, const char *path);

void output_open(Output *output, Diagnostics *diags, const char *path);

// Writes what the stream got. False when it reported an error.
bool output_close(Output *output);

#endif
