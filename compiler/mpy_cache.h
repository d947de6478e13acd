// SPDX-License-Identifier: MIT
// What modules were compiled to, kept in a file from one run to the next. A module is taken from it
// when its source is the same byte for byte and the file was written by the same tool with the same
// options; a file that is damaged counts as empty.
#ifndef FLASHFREEZE_MPY_CACHE_H
#define FLASHFREEZE_MPY_CACHE_H

#include "mpy_set.h"

typedef struct {
    const char *name; // of the file on the device
    Bytes source;
    Bytes code; // of mpy_write
} MpyCacheEntry;

struct MpyCache {
    const char *key; // of tool and options
    VEC(MpyCacheEntry) entries;
};

// Reads the file; it may be missing. `tool` says which tool this is; everything is in the arena.
void mpy_cache_read(MpyCache *cache, Arena *arena, const char *path, const char *tool,
                    const MpySetOptions *options);

// Gives the module, of which the item is set, its code. False when it has to be compiled. `index` is
// where to look first.
bool mpy_cache_take(const MpyCache *cache, uint32_t index, MpySetModule *module);

// Appends the file's content for what the set has been compiled to; modules with warnings are left
// out, so that they warn again. The modules' own memory is used.
void mpy_cache_write(const MpyCache *cache, const MpySet *set, FILE *out);

#endif
