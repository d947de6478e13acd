// SPDX-License-Identifier: MIT
// What `build` writes: the image as C and as a binary, a header, and a list of dependencies for
// Make and Ninja. The texts depend on the program alone: no times, no absolute paths.
#ifndef FLASHFREEZE_EMIT_EMIT_H
#define FLASHFREEZE_EMIT_EMIT_H

#include "../image/image.h"
#include "../link/files.h"

#include <stdio.h>

typedef struct {
    const Manifest *manifest;
    const Image *image;
    const char *header; // name of the header, for #include; NULL: none is written
} EmitInput;

void emit_c(const EmitInput *input, FILE *out);
void emit_header(const EmitInput *input, FILE *out);
void emit_needs(const EmitInput *input, FILE *out);
void emit_image(const EmitInput *input, FILE *out);

// Rule for each of `targets`: it depends on `files`.
void emit_depfile(const PathList *targets, const PathList *files, FILE *out);

// glue.c: natives that the manifest binds.
void emit_glue(const EmitInput *input, FILE *out);
void emit_glue_prototypes(const EmitInput *input, FILE *out);
// The C name of the glue of a bound function.
const char *emit_glue_name(Arena *arena, const Manifest *manifest, uint32_t index);

// Flash and RAM of the program without the runtime's code.
typedef struct {
    uint32_t rom;
    uint32_t registers;
    uint32_t globals;
    uint32_t heap;
    uint32_t stack;
    uint32_t ram; // all of the last four
} EmitSizes;

EmitSizes emit_sizes(const EmitInput *input);
void emit_report(const EmitInput *input, FILE *out);

#endif
