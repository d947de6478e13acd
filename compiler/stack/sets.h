// SPDX-License-Identifier: MIT
// Sets of numbers that are equal when their numbers are: each is kept once, in order.
#ifndef FLASHFREEZE_STACK_SETS_H
#define FLASHFREEZE_STACK_SETS_H

#include "../base/vec.h"

#include <stdbool.h>

typedef uint32_t Set; // SET_EMPTY, or a number that sets_* gave

enum { SET_EMPTY = 0 };

typedef struct {
    const uint32_t *items; // ascending
    uint32_t count;
} SetItems;

typedef struct {
    Set left, right, both;
} SetUnion;

typedef struct {
    Arena *arena;
    VEC(SetItems) all;   // by number
    uint32_t *slots;     // open addressing: number of a set, or 0
    uint32_t slot_count; // a power of two
    SetUnion *unions;    // the latest ones, by hash
} Sets;

void sets_open(Sets *sets, Arena *arena);
Set sets_one(Sets *sets, uint32_t item);
Set sets_union(Sets *sets, Set left, Set right);
static inline SetItems sets_items(const Sets *sets, Set set) { return sets->all.items[set]; }
bool sets_has(const Sets *sets, Set set, uint32_t item);

#endif
