// SPDX-License-Identifier: MIT
// The four functions that a compiler may call even when it makes freestanding code (to copy a
// struct, to fill an array), for firmware without a C library. They are small rather than fast,
// but copy words when everything is aligned, as the heap's compaction always is.
#include <stdint.h>
#include <string.h>

// Without this the compiler turns each loop into a call of the function that contains it.
#define KEEP_LOOP __attribute__((optimize("no-tree-loop-distribute-patterns"), used))

// Copies upwards, so a `to` below `from` may overlap.
KEEP_LOOP static void copy_up(uint8_t *to, const uint8_t *from, size_t size)
{
    if ((((uintptr_t)to | (uintptr_t)from) & 3) == 0) {
        for (; size >= 4; size -= 4, to += 4, from += 4)
            *(uint32_t *)(void *)to = *(const uint32_t *)(const void *)from;
    }
    while (size--)
        *to++ = *from++;
}

KEEP_LOOP void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    copy_up(to, from, size);
    return to;
}

// Copies downwards, so a `to` above `from` may overlap.
KEEP_LOOP static void copy_down(uint8_t *to, const uint8_t *from, size_t size)
{
    if ((((uintptr_t)to | (uintptr_t)from | size) & 3) == 0) {
        for (; size != 0; size -= 4)
            *(uint32_t *)(void *)(to + size - 4) = *(const uint32_t *)(const void *)(from + size - 4);
    }
    while (size--)
        to[size] = from[size];
}

void *memmove(void *to, const void *from, size_t size)
{
    if ((uintptr_t)to <= (uintptr_t)from)
        copy_up(to, from, size);
    else
        copy_down(to, from, size);
    return to;
}

KEEP_LOOP void *memset(void *to, int byte, size_t size)
{
    uint8_t *target = to;
    while (size--)
        *target++ = (uint8_t)byte;
    return to;
}

KEEP_LOOP int memcmp(const void *a, const void *b, size_t size)
{
    const uint8_t *left = a;
    const uint8_t *right = b;
    for (; size--; left++, right++)
        if (*left != *right)
            return *left < *right ? -1 : 1;
    return 0;
}
