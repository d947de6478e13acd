// SPDX-License-Identifier: MIT
// A map from names of one table to numbers. Iteration goes in order of insertion, so whatever is
// made from a map is the same in every run.
#ifndef FLASHFREEZE_LINK_NAME_MAP_H
#define FLASHFREEZE_LINK_NAME_MAP_H

#include "../base/names.h"
#include "../base/vec.h"

typedef struct {
    const Name *name;
    uint32_t value;
} NameEntry;

typedef struct {
    VEC(NameEntry) entries; // in order of insertion
    uint32_t *slots;        // entry number + 1, or 0; a power of two of them
    uint32_t slot_count;
} NameMap; // a zeroed one is empty

// Adds the name unless it is there; gives its entry, whose value is `value` when it is new. The
// pointer dies with the next addition.
NameEntry *name_map_add(Arena *arena, NameMap *map, const Name *name, uint32_t value);

// The name's entry, or NULL.
NameEntry *name_map_find(const NameMap *map, const Name *name);

static inline bool name_map_has(const NameMap *map, const Name *name)
{
    return name_map_find(map, name) != NULL;
}

#endif
