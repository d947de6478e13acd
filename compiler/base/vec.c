// SPDX-License-Identifier: MIT
#include "vec.h"

void *vec_grow(Arena *arena, void *items, uint32_t count, uint32_t *capacity, uint32_t need,
               size_t size)
{
    uint32_t wider = *capacity ? *capacity * 2 : size >= 8 ? 2 : (uint32_t)(16 / size);
    if (wider < need)
        wider = need;
    if (wider <= SIZE_MAX / size && arena_extend(arena, items, *capacity * size, wider * size)) {
        *capacity = wider;
        return items;
    }
    void *bigger = arena_array(arena, wider, size);
    if (count)
        memcpy(bigger, items, count * size);
    *capacity = wider;
    return bigger;
}
