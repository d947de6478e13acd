// SPDX-License-Identifier: MIT
// Several modules compiled for MicroPython: each by itself, or as a closed program.
#ifndef FLASHFREEZE_MPY_SET_H
#define FLASHFREEZE_MPY_SET_H

#include "compile.h"
#include "micropython/closed.h"

typedef struct {
    const char *name; // of the file on the device: pkg/__init__.py
    const char *path; // of the source
    const char *module; // dotted name, or NULL: imports are not followed
    bool is_package;
} MpyItem;

typedef VEC(MpyItem) MpyItems;

// Modules as an earlier run compiled them (mpy_cache.h).
typedef struct MpyCache MpyCache;

typedef struct {
    const struct WarningSet *warnings;
    const NamedConstant *constants;
    uint32_t constant_count;
    uint32_t int_bits;
    uint32_t threads;
    bool keeps_asserts;
    bool lines;
    const MpyCache *cache; // or NULL; of modules that are compiled each by itself
    ClosedOptions closed; // all zero: other code may use the modules
} MpySetOptions;

typedef struct {
    MpyItem item;
    CompiledModule unit; // its messages are for the caller to print
    MpyInput input;
    MpyModule code;
    const uint8_t *cached; // its bytes as a file, of the cache or not; then there is no IR. Or NULL
    uint32_t cached_size;
    bool is_good;
} MpySetModule;

typedef struct {
    Arena arena;
    VEC(MpySetModule *) modules; // in the order in which they were added
    ClosedReport report;
} MpySet; // a zeroed one is empty

// Adds modules and makes their instructions; false when one has errors. Imports of the modules are in
// unit.ir then, so that more can be added.
bool mpy_set_add(MpySet *set, const MpyItems *items, const MpySetOptions *options);

// Makes the bytes of all modules; false when one has errors.
bool mpy_set_finish(MpySet *set, const MpySetOptions *options);

void mpy_set_free(MpySet *set);

#endif
