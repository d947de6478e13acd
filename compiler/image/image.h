// SPDX-License-Identifier: MIT
// A linked program as the bytes of an image (docs/image-format.md). What is emitted has been
// through the runtime's own verifier.
#ifndef FLASHFREEZE_IMAGE_IMAGE_H
#define FLASHFREEZE_IMAGE_IMAGE_H

#include "../link/program.h"

// The settings that the image carries for the runtime.
typedef struct {
    const char *name; // of the application
    uint32_t heap_size;
    uint32_t stack_size;
    uint32_t gc_threshold;
    bool float32;
    bool lines; // with line tables
    ManifestStripNames strip_names;
} ImageOptions;

// What a CODE of an image was made from.
typedef struct {
    const LinkedModule *module;
    const IrFunction *function;
} ImageCode;

typedef struct {
    const uint32_t *words;
    uint32_t size;           // bytes
    const uint32_t *natives; // numbers of the natives, as in the image
    uint32_t natives_count;
    const ImageCode *codes;  // of its codes, in their order; NULL for an image made from a VM
    uint64_t known_names[FZ_NAME_COUNT / 64 + 1]; // bit FZ_NAME_*: the program mentions the name
} Image;

// Lays the program out. False when it reported an error.
bool image_build(Program *program, const ImageOptions *options, Image *out);

#endif
