// SPDX-License-Identifier: MIT
// The memory that arenas are made of: zeroed blocks, which the process shares. Blocks of usual sizes
// are cut from large pages where the system has those, and what one arena gives back is the next
// one's, so that few bytes of memory are new to the process: the first touch of a page takes longer
// than filling it.
#ifndef FLASHFREEZE_BASE_BLOCK_H
#define FLASHFREEZE_BASE_BLOCK_H

#include <stddef.h>

enum {
    LEAST_BLOCK_SIZE = 16 * 1024, // the usual sizes are this one and what doubling makes of it,
    MOST_BLOCK_SIZE = 1024 * 1024 // up to this
};

// Gives `size` zeroed bytes, on a boundary for any type; NULL when there are none.
void *block_take(size_t size);

// Takes them back; only the first `used` have been written. May be called by any thread.
void block_give(void *block, size_t size, size_t used);

#endif
