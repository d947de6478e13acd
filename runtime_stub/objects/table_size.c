// SPDX-License-Identifier: MIT
// The size of a hash table's index as a function of its capacity alone: the heap, the image writer
// and the table itself lay tables out by these two rules. The layout is in object.h.
#include "flashfreeze/object.h"

uint32_t fz_table_slots(uint32_t capacity)
{
    if (capacity <= FZ_TABLE_LINEAR)
        return 0;
    uint32_t slots = 16;
    while (slots < capacity + (capacity + 2) / 3)
        slots *= 2;
    return slots;
}

// A cell holds 0 or an entry's number + 1, so its greatest value is the capacity.
uint32_t fz_table_index_size(uint32_t capacity)
{
    uint32_t slots = fz_table_slots(capacity);
    if (capacity < 255)
        return slots;
    return capacity < 65535 ? slots * 2 : slots * 4;
}
