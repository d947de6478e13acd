// SPDX-License-Identifier: MIT
// Growable arrays in an arena. A vector type is declared with VEC(Type); a zeroed one is empty.
// Growing may copy to a new place in the arena, so pointers to elements die with the next push.
#ifndef FLASHFREEZE_BASE_VEC_H
#define FLASHFREEZE_BASE_VEC_H

#include "arena.h"

#include <stdint.h>
#include <string.h>

#define VEC(Type)                                                                                  \
    struct {                                                                                       \
        Type *items;                                                                               \
        uint32_t count;                                                                            \
        uint32_t capacity;                                                                         \
    }

// Grows `items` to hold at least `need` elements of `size` bytes and returns the new place.
void *vec_grow(Arena *arena, void *items, uint32_t count, uint32_t *capacity, uint32_t need,
               size_t size);

// Appends one element; evaluates `vec` more than once.
#define VEC_PUSH(arena, vec, ...)                                                                  \
    do {                                                                                           \
        if ((vec)->count == (vec)->capacity)                                                       \
            (vec)->items = vec_grow((arena), (vec)->items, (vec)->count, &(vec)->capacity,         \
                                    (vec)->count + 1, sizeof *(vec)->items);                       \
        (vec)->items[(vec)->count++] = (__VA_ARGS__);                                              \
    } while (0)

#define VEC_LAST(vec) ((vec)->items[(vec)->count - 1])
#define VEC_POP(vec) ((vec)->items[--(vec)->count])

#endif
