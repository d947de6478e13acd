// SPDX-License-Identifier: MIT
// The whole way from source files to an image, as the commands use it.
#ifndef FLASHFREEZE_PIPELINE_H
#define FLASHFREEZE_PIPELINE_H

#include "compile.h"
#include "image/image.h"
#include "opt/world.h"

typedef struct {
    const Manifest *manifest;
    const char *entry_path; // the program's first file; NULL: the manifest's entry, searched for
    uint32_t threads;       // at most, at least 1
    DumpStage dump;
    uint32_t disabled_passes; // as CompileOptions has them
} PipelineOptions;

typedef struct {
    Arena *arena;
    Diagnostics *diags;
    const PipelineOptions *options;
    Program program;
    World world;
    VEC(CompiledModule *) compiled; // in order of discovery
    VEC(const char *) files;        // source files read, in the same order
    Image image;
} Pipeline;

// Compiles and links; false when it reported an error. `names` holds the names of the manifest.
bool pipeline_link(Pipeline *pipeline, Arena *arena, Names *names, Diagnostics *diags,
                   const PipelineOptions *options);

// The settings of the manifest that an image carries.
ImageOptions pipeline_image_options(const Pipeline *pipeline);

// Lays the linked program out as an image.
bool pipeline_image(Pipeline *pipeline);

void pipeline_free(Pipeline *pipeline);

#endif
