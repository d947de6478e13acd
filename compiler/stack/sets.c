// SPDX-License-Identifier: MIT
// Sets that are kept once (sets.h).
#include "sets.h"

enum { FIRST_SLOTS = 1024, UNION_SLOTS = 4096 };

static uint32_t hash_of(const SetItems *items)
{
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < items->count; i++)
        hash = (hash ^ items->items[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static bool is_same(const SetItems *left, const SetItems *right)
{
    return left->count == right->count &&
           (left->count == 0 || memcmp(left->items, right->items, left->count * sizeof *left->items) == 0);
}

static void place(Sets *sets, Set set)
{
    uint32_t at = hash_of(&sets->all.items[set]) & (sets->slot_count - 1);
    while (sets->slots[at])
        at = (at + 1) & (sets->slot_count - 1);
    sets->slots[at] = set;
}

static void widen(Sets *sets)
{
    sets->slot_count *= 2;
    sets->slots = ARENA_NEW_ARRAY(sets->arena, uint32_t, sets->slot_count);
    for (uint32_t i = 1; i < sets->all.count; i++)
        place(sets, i);
}

// The set of these items, which are copied when it is new.
static Set find(Sets *sets, SetItems items)
{
    uint32_t at = hash_of(&items) & (sets->slot_count - 1);
    if (items.count == 0)
        return SET_EMPTY;
    for (; sets->slots[at]; at = (at + 1) & (sets->slot_count - 1))
        if (is_same(&sets->all.items[sets->slots[at]], &items))
            return sets->slots[at];
    uint32_t *copy = ARENA_NEW_ARRAY(sets->arena, uint32_t, items.count);
    memcpy(copy, items.items, items.count * sizeof *copy);
    Set set = sets->all.count;
    VEC_PUSH(sets->arena, &sets->all, (SetItems){copy, items.count});
    place(sets, set);
    if (sets->all.count * 2 > sets->slot_count)
        widen(sets);
    return set;
}

void sets_open(Sets *sets, Arena *arena)
{
    *sets = (Sets){.arena = arena, .slot_count = FIRST_SLOTS};
    sets->slots = ARENA_NEW_ARRAY(arena, uint32_t, FIRST_SLOTS);
    sets->unions = ARENA_NEW_ARRAY(arena, SetUnion, UNION_SLOTS);
    VEC_PUSH(arena, &sets->all, (SetItems){0});
}

Set sets_one(Sets *sets, uint32_t item) { return find(sets, (SetItems){&item, 1}); }

static Set unite(Sets *sets, SetItems left, SetItems right)
{
    uint32_t *items = ARENA_NEW_ARRAY(sets->arena, uint32_t, left.count + right.count);
    uint32_t count = 0;
    for (uint32_t i = 0, k = 0; i < left.count || k < right.count;) {
        bool takes_left = k == right.count || (i < left.count && left.items[i] <= right.items[k]);
        uint32_t item = takes_left ? left.items[i] : right.items[k];
        i += i < left.count && left.items[i] == item;
        k += k < right.count && right.items[k] == item;
        items[count++] = item;
    }
    return find(sets, (SetItems){items, count});
}

Set sets_union(Sets *sets, Set left, Set right)
{
    if (left == right || right == SET_EMPTY)
        return left;
    if (left == SET_EMPTY)
        return right;
    SetUnion *known = &sets->unions[(left * 31 + right) % UNION_SLOTS];
    if (known->left != left || known->right != right)
        *known = (SetUnion){left, right, unite(sets, sets_items(sets, left), sets_items(sets, right))};
    return known->both;
}

bool sets_has(const Sets *sets, Set set, uint32_t item)
{
    SetItems items = sets_items(sets, set);
    uint32_t low = 0;
    uint32_t high = items.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (items.items[middle] == item)
            return true;
        if (items.items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}
