// SPDX-License-Identifier: MIT
// Modules as one C file to be linked into MicroPython firmware, in place of the one that
// MicroPython's own scripts make.
#ifndef FLASHFREEZE_MICROPYTHON_FROZEN_H
#define FLASHFREEZE_MICROPYTHON_FROZEN_H

#include "mpy.h"

#include <stdio.h>

// What is known of the firmware: the preprocessed list of its names.
typedef struct {
    VEC(const Name *) texts; // of `names`, those the firmware has
    uint32_t bytes_in_hash;
    uint32_t bytes_in_length;
} FrozenFirmware;

typedef struct {
    const char *name; // of the file in the firmware: pkg/__init__.py
    MpyModule code;
} FrozenModule;

typedef VEC(FrozenModule) FrozenModules;

// Reads genhdr/qstrdefs.preprocessed.h. False when it has none of the lines it should have.
bool frozen_read_firmware(Arena *arena, Names *names, const char *text, FrozenFirmware *out);

// Writes the C file.
void frozen_write(Arena *arena, Names *names, const FrozenFirmware *firmware,
                  const FrozenModules *modules, FILE *out);

#endif
