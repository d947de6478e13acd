// SPDX-License-Identifier: MIT
// Blocks of at least 64 KiB, chained newest first and growing with the arena; an allocation larger
// than a block gets its own. calloc knows which memory is zero already.
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, MOST_BLOCK_SIZE = 1024 * 1024 };

struct ArenaBlock {
    ArenaBlock *older;
    size_t size; // usable bytes after this head
    _Alignas(ARENA_ALIGNMENT) char bytes[];
};

static _Noreturn void exhausted(void)
{
    fputs("flashfreeze: out of memory\n", stderr);
    exit(3);
}

static void add_block(Arena *arena, size_t least)
{
    size_t size = BLOCK_SIZE;
    if (arena->blocks)
        size = arena->blocks->size >= MOST_BLOCK_SIZE / 2 ? MOST_BLOCK_SIZE : arena->blocks->size * 2;
    if (size < least)
        size = least;
    if (size > SIZE_MAX - sizeof(ArenaBlock))
        exhausted();
    ArenaBlock *block = calloc(1, sizeof(ArenaBlock) + size);
    if (!block)
        exhausted();
    block->older = arena->blocks;
    block->size = size;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
}

void *arena_alloc_slow(Arena *arena, size_t size)
{
    if (size > SIZE_MAX - ARENA_ALIGNMENT)
        exhausted();
    size_t room = (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
    add_block(arena, room ? room : ARENA_ALIGNMENT);
    return arena_alloc(arena, size);
}

char *arena_copy(Arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_vformat(Arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    char *text = arena_alloc(arena, size);
    vsnprintf(text, size, format, again);
    va_end(again);
    return text;
}

char *arena_format(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vformat(arena, format, args);
    va_end(args);
    return text;
}

// The newest block is the largest of those that grew, so it is the one to keep.
void arena_reset(Arena *arena)
{
    ArenaBlock *keep = arena->blocks;
    if (!keep)
        return;
    while (keep->older) {
        ArenaBlock *older = keep->older;
        keep->older = older->older;
        free(older);
    }
    memset(keep->bytes, 0, (size_t)(arena->next - keep->bytes));
    arena->next = keep->bytes;
}

void arena_free(Arena *arena)
{
    while (arena->blocks) {
        ArenaBlock *block = arena->blocks;
        arena->blocks = block->older;
        free(block);
    }
    *arena = (Arena){0};
}
