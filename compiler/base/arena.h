// SPDX-License-Identifier: MIT
// Region memory of the host tool: everything of one compilation is allocated from its arena and
// freed at once with it. Only arena.c calls malloc. Exhaustion prints a message and exits with 3,
// so no caller checks for NULL.
#ifndef FLASHFREEZE_BASE_ARENA_H
#define FLASHFREEZE_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct {
    ArenaBlock *blocks; // newest first
    char *next;         // first free byte of the newest block
    char *end;          // one past its last byte
    size_t used;        // bytes handed out since the last reset
} Arena;

// A zeroed Arena is empty and ready for use.

// Gives `size` zeroed bytes aligned for any type, valid until arena_free or arena_reset.
void *arena_alloc(Arena *arena, size_t size);

// Gives room for `count` elements of `size` bytes; a product that overflows counts as exhaustion.
void *arena_array(Arena *arena, size_t count, size_t size);

// Copies `length` bytes and adds a NUL.
char *arena_copy(Arena *arena, const char *text, size_t length);

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
