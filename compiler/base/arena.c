// SPDX-License-Identifier: MIT
// Blocks are chained newest first and grow with the arena; an allocation larger than a block gets
// its own.
#include "arena.h"

#include "block.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ArenaBlock {
    ArenaBlock *older;
    size_t size; // bytes with this head
    _Alignas(ARENA_ALIGNMENT) char bytes[];
};

static _Noreturn void exhausted(void)
{
    fputs("flashfreeze: out of memory\n", stderr);
    exit(3);
}

static char *end_of(ArenaBlock *block) { return (char *)block + block->size; }

static void add_block(Arena *arena, size_t least)
{
    size_t size = LEAST_BLOCK_SIZE;
    if (arena->blocks)
        size = arena->blocks->size >= MOST_BLOCK_SIZE / 2 ? MOST_BLOCK_SIZE : arena->blocks->size * 2;
    if (least > SIZE_MAX - sizeof(ArenaBlock))
        exhausted();
    size_t need = sizeof(ArenaBlock) + least;
    while (size < need && size < MOST_BLOCK_SIZE)
        size *= 2;
    if (size < need)
        size = need;
    ArenaBlock *block = block_take(size);
    if (!block)
        exhausted();
    block->older = arena->blocks;
    block->size = size;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->end = end_of(block);
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

char *arena_join(Arena *arena, const char *first, const char *infix, const char *last)
{
    size_t first_size = strlen(first);
    size_t infix_size = strlen(infix);
    size_t last_size = strlen(last);
    char *text = arena_alloc(arena, first_size + infix_size + last_size + 1);
    memcpy(text, first, first_size);
    memcpy(text + first_size, infix, infix_size);
    memcpy(text + first_size + infix_size, last, last_size);
    return text;
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

// Gives back the newest block.
static void drop_block(Arena *arena)
{
    ArenaBlock *block = arena->blocks;
    arena->blocks = block->older;
    block_give(block, block->size, (size_t)(arena->next - (char *)block));
    arena->next = arena->end = arena->blocks ? end_of(arena->blocks) : NULL;
}

// The newest block is the largest of those that grew, so it is the one to keep.
void arena_reset(Arena *arena)
{
    if (!arena->blocks)
        return;
    Arena older = {.blocks = arena->blocks->older};
    if (older.blocks) {
        older.next = end_of(older.blocks);
        arena_free(&older);
        arena->blocks->older = NULL;
    }
    memset(arena->blocks->bytes, 0, (size_t)(arena->next - arena->blocks->bytes));
    arena->next = arena->blocks->bytes;
}

void arena_free(Arena *arena)
{
    while (arena->blocks)
        drop_block(arena);
    *arena = (Arena){0};
}
