// SPDX-License-Identifier: MIT
// Blocks of usual sizes are cut from pieces of memory and go to a list for each size, where they
// wait until they are taken again; others are mapped and unmapped. Filling a large page takes as
// long as touching some forty small ones, so the first piece, which is enough for a short file, has
// small pages. This is the process's state, as malloc's is: threads share it behind a lock. Under
// AddressSanitizer all blocks are malloc's, so that it sees what touches one after its end.
#define _DEFAULT_SOURCE
#include "block.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#ifdef HAS_SANITIZER

void *block_take(size_t size) { return calloc(1, size); }

void block_give(void *block, size_t size, size_t used)
{
    (void)size;
    (void)used;
    free(block);
}

#else

enum { FIRST_PIECE_SIZE = 128 * 1024, PIECE_SIZE = 2 * 1024 * 1024, SIZE_COUNT = 7 };
_Static_assert(LEAST_BLOCK_SIZE << (SIZE_COUNT - 1) == MOST_BLOCK_SIZE, "one list for each size");

typedef struct Spare {
    struct Spare *next;
    size_t used; // bytes from the start that may not be zero
} Spare;

static struct {
    pthread_mutex_t lock;
    Spare *spare[SIZE_COUNT];
    char *next; // what is left of the newest piece
    char *end;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void *map(size_t size)
{
    void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return start == MAP_FAILED ? NULL : start;
}

// A piece on a boundary of its size, as a large page has to be.
static char *map_piece(void)
{
    char *start = map(2 * (size_t)PIECE_SIZE);
    if (!start)
        return NULL;
    size_t before = -(uintptr_t)start & (PIECE_SIZE - 1);
    if (before)
        munmap(start, before);
    munmap(start + before + PIECE_SIZE, PIECE_SIZE - before);
#ifdef MADV_HUGEPAGE
    madvise(start + before, PIECE_SIZE, MADV_HUGEPAGE);
#endif
    return start + before;
}

// The list of blocks of that size; -1 for a size that is not usual.
static int list_of(size_t size)
{
    for (int list = 0; list < SIZE_COUNT; list++)
        if (size == (size_t)LEAST_BLOCK_SIZE << list)
            return list;
    return -1;
}

static void *cut(size_t size)
{
    if ((size_t)(pool.end - pool.next) < size) {
        bool is_first = !pool.end && size <= FIRST_PIECE_SIZE;
        char *piece = is_first ? map(FIRST_PIECE_SIZE) : map_piece();
        if (!piece)
            return NULL;
        pool.next = piece;
        pool.end = piece + (is_first ? FIRST_PIECE_SIZE : PIECE_SIZE);
    }
    void *block = pool.next;
    pool.next += size;
    return block;
}

void *block_take(size_t size)
{
    int list = list_of(size);
    if (list < 0)
        return map(size);
    pthread_mutex_lock(&pool.lock);
    Spare *spare = pool.spare[list];
    void *block = spare;
    if (spare)
        pool.spare[list] = spare->next;
    else
        block = cut(size);
    pthread_mutex_unlock(&pool.lock);
    if (spare)
        memset(spare, 0, spare->used);
    return block;
}

void block_give(void *block, size_t size, size_t used)
{
    int list = list_of(size);
    if (list < 0) {
        munmap(block, size);
        return;
    }
    Spare *spare = block;
    spare->used = used < sizeof(Spare) ? sizeof(Spare) : used;
    pthread_mutex_lock(&pool.lock);
    spare->next = pool.spare[list];
    pool.spare[list] = spare;
    pthread_mutex_unlock(&pool.lock);
}

#endif
