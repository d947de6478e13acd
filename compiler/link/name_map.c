// SPDX-License-Identifier: MIT
// Open addressing over the hash that every name carries; at most three slots of four are in use.
#include "name_map.h"

static uint32_t *find_slot(const NameMap *map, const Name *name)
{
    uint32_t mask = map->slot_count - 1;
    uint32_t at = name->hash & mask;
    while (map->slots[at] && map->entries.items[map->slots[at] - 1].name != name)
        at = (at + 1) & mask;
    return &map->slots[at];
}

static void grow(Arena *arena, NameMap *map)
{
    map->slot_count = map->slot_count ? map->slot_count * 2 : 16;
    map->slots = ARENA_NEW_ARRAY(arena, uint32_t, map->slot_count);
    for (uint32_t i = 0; i < map->entries.count; i++)
        *find_slot(map, map->entries.items[i].name) = i + 1;
}

NameEntry *name_map_find(const NameMap *map, const Name *name)
{
    if (map->slot_count == 0)
        return NULL;
    uint32_t number = *find_slot(map, name);
    return number ? &map->entries.items[number - 1] : NULL;
}

NameEntry *name_map_add(Arena *arena, NameMap *map, const Name *name, uint32_t value)
{
    NameEntry *entry = name_map_find(map, name);
    if (entry)
        return entry;
    if ((map->entries.count + 1) * 4 > map->slot_count * 3)
        grow(arena, map);
    VEC_PUSH(arena, &map->entries, (NameEntry){name, value});
    *find_slot(map, name) = map->entries.count;
    return &VEC_LAST(&map->entries);
}
