// SPDX-License-Identifier: MIT
// Sizes of objects, worked out from their headers and the table of kinds alone.
#include "flashfreeze/object.h"

const FzKindInfo fz_kind_info[FZ_KIND_COUNT] = {
#define KIND(name, type, words, values, tail) {words, values, FZ_TAIL_##tail, FZ_TYPE_##type},
#include "flashfreeze/kinds.def"
#undef KIND
};

static uint32_t bits_set(uint32_t mask)
{
    uint32_t count = 0;
    for (; mask; mask &= mask - 1)
        count++;
    return count;
}

static uint32_t tail_size(uint32_t header)
{
    uint32_t count = fz_header_count(header);
    switch ((FzTail)fz_kind_info[fz_header_kind(header)].tail) {
    case FZ_TAIL_NO:
        return 0;
    case FZ_TAIL_VALUES:
    case FZ_TAIL_WORDS:
        return count * 4;
    case FZ_TAIL_BYTES:
        return count;
    case FZ_TAIL_TEXT:
        return count + 2;
    case FZ_TAIL_MASK:
        return bits_set(count) * 4;
    case FZ_TAIL_TABLE:
        return count * (header & FZ_HEADER_A ? 8 : 4) + fz_table_index_size(count);
    }
    return 0;
}

uint32_t fz_object_size(uint32_t header)
{
    uint32_t size = fz_kind_info[fz_header_kind(header)].words * 4u + tail_size(header);
    return (size + 3) & ~3u;
}
