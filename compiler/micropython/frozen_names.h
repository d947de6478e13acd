// SPDX-License-Identifier: MIT
// The tables of names of frozen modules, laid over one another: the end of one module's is the begin
// of those of others, as far as short indices reach.
#ifndef FLASHFREEZE_MICROPYTHON_FROZEN_NAMES_H
#define FLASHFREEZE_MICROPYTHON_FROZEN_NAMES_H

#include "frozen.h"

typedef struct {
    const Name **entries; // of all modules
    uint32_t count;
    uint32_t *begin;   // of each module: the entry that is its index 0
    uint32_t **number; // of each module: the new index for each index of its own
} FrozenNames;

// Lays out the names of all modules. A new index takes as many bytes as the old one.
void frozen_lay_names(Arena *arena, Names *names, const FrozenModules *modules, FrozenNames *out);

// Copies the function's bytes to `out`, which has room for function->size, with the new indices.
void frozen_renumber(const V6Function *function, const uint32_t *number, uint8_t *out);

#endif
