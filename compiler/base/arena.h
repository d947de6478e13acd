// SPDX-License-Identifier: MIT
// Region memory of the host tool: everything of one compilation is allocated from its arena and
// freed at once with it. Only arena.c calls malloc. Exhaustion prints a message and exits with 3,
// so no caller checks for NULL.
#ifndef FLASHFREEZE_BASE_ARENA_H
#define FLASHFREEZE_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct {
    ArenaBlock *blocks; // newest first
    char *next;         // first free byte of the newest block
    char *end;          // one past its last byte, a multiple of ARENA_ALIGNMENT behind `next`
} Arena;

// A zeroed Arena is empty and ready for use. Bytes of a block that are not handed out are zero.

enum { ARENA_ALIGNMENT = 8 };

// arena_alloc when the newest block has no room.
void *arena_alloc_slow(Arena *arena, size_t size);

// Gives `size` zeroed bytes aligned for any type but long double, valid until arena_free or
// arena_reset.
static inline void *arena_alloc(Arena *arena, size_t size)
{
    size_t room = (size + (size == 0) + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
    if (room < size || room > (size_t)(arena->end - arena->next))
        return arena_alloc_slow(arena, size);
    void *result = arena->next;
    arena->next += room;
    return result;
}

// Gives room for `count` elements of `size` bytes; a product that overflows counts as exhaustion.
static inline void *arena_array(Arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, size != 0 && count > SIZE_MAX / size ? SIZE_MAX : count * size);
}

// Makes the newest allocation, of `size` bytes at `start`, larger where it is. False when it is not
// the newest or the block has no room.
static inline bool arena_extend(Arena *arena, const void *start, size_t size, size_t wider)
{
    size_t room = (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
    if (size == 0 || (const char *)start + room != arena->next ||
        wider > room + (size_t)(arena->end - arena->next))
        return false;
    if (wider > room)
        (void)arena_alloc(arena, wider - room);
    return true;
}

// Copies `length` bytes and adds a NUL.
char *arena_copy(Arena *arena, const char *text, size_t length);

// Copies three strings one after the other.
char *arena_join(Arena *arena, const char *first, const char *infix, const char *last);

// Formats like sprintf into the arena.
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(Arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

// Forgets all allocations; arena_reset keeps one block for reuse, arena_free gives all memory back.
void arena_reset(Arena *arena);
void arena_free(Arena *arena);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_NEW_ARRAY(arena, Type, count) ((Type *)arena_array((arena), (count), sizeof(Type)))

#endif
