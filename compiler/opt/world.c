// SPDX-License-Identifier: MIT
#include "world.h"

#include <string.h>

const Constant *world_find(const World *world, uint32_t module, const Name *name)
{
    const WorldModule *entry = &world->modules.items[module];
    uint32_t low = 0;
    uint32_t high = entry->constants.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(name->text, entry->constants.items[middle].name->text);
        if (order == 0)
            return entry->constants.items[middle].value;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const struct InlineBody *world_find_body(const World *world, uint32_t module, const Name *name)
{
    const WorldModule *in = &world->modules.items[module];
    for (uint32_t i = 0; i < in->bodies.count; i++)
        if (name_is(in->bodies.items[i].name, name->text))
            return in->bodies.items[i].body;
    return NULL;
}
