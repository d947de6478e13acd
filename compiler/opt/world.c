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
