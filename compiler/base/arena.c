// SPDX-License-Identifier: MIT
// Blocks of at least 64 KiB, chained newest first; an allocation larger than a block gets its own.
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct ArenaBlock {
    ArenaBlock *older;
    size_t size; // usable bytes after this head
    _Alignas(ALIGNMENT) char bytes[];
};

static _Noreturn void exhausted(void)
{
    fputs("flashfreeze: out of memory\n", stderr);
    exit(3);
}

static void add_block(Arena *arena, size_t least)
{
    size_t size = least > BLOCK_SIZE ? least : BLOCK_SIZE;
    if (size > SIZE_MAX - sizeof(ArenaBlock))
        exhausted();
    ArenaBlock *block = malloc(sizeof(ArenaBlock) + size);
    if (!block)
        exhausted();
    block->older = arena->blocks;
    block->size = size;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
}

void *arena_alloc(Arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        exhausted();
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size == 0)
        size = ALIGNMENT;
    if (!arena->next || size > (size_t)(arena->end - arena->next))
        add_block(arena, size);
    void *result = arena->next;
    arena->next += size;
    arena->used += size;
    return memset(result, 0, size);
}

void *arena_array(Arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        exhausted();
    return arena_alloc(arena, count * size);
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
    arena->next = keep->bytes;
    arena->end = keep->bytes + keep->size;
    arena->used = 0;
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
