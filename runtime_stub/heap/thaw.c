// SPDX-License-Identifier: MIT
// Writing objects that lie in ROM. The image's last objects, from vm->first_mutable on, may change:
// such an object is copied to RAM before it is written, and a hash map in a register leads from it
// to its copy. References to it stay as they are. The map is an ARRAY of pairs, a power of two of
// them, searched from a pair on that the object's place gives; keys are ROM values, which the collector
// passes over, and copies are kept by it.
#include "../vm/vm.h"

#include <string.h>

enum { FIRST_PAIRS = 4 };

// The pair that has the object, or the free one where it would be.
static FzValue *find_pair(FzTuple *map, FzValue value)
{
    uint32_t mask = fz_header_count(map->header) / 2 - 1;
    uint32_t at = value >> 2 ^ value >> 6;
    while (map->items[(at & mask) * 2] != FZ_NULL && map->items[(at & mask) * 2] != value)
        at++;
    return &map->items[(at & mask) * 2];
}

void *fz_copy_or_place(const FzVm *vm, FzValue value)
{
    FzValue map = vm->registers[FZ_REG_COPIES];
    if (map == FZ_NULL)
        return fz_place(vm, value);
    const FzValue *pair = find_pair(fz_place(vm, map), value);
    return fz_place(vm, pair[0] == FZ_NULL ? value : pair[1]);
}

// Room for one more pair, with a quarter of them free.
static bool reserve_pair(FzVm *vm)
{
    FzValue *map = &vm->registers[FZ_REG_COPIES];
    uint32_t pairs = *map == FZ_NULL ? 0 : fz_count_of(vm, *map) / 2;
    if ((vm->copies + 1) * 4 <= pairs * 3)
        return true;
    FzValue larger = fz_new(vm, FZ_KIND_ARRAY, 0, pairs ? pairs * 4 : FIRST_PAIRS * 2);
    if (larger == FZ_NULL)
        return false;
    const FzValue *old = pairs ? FZ_TUPLE(vm, *map)->items : 0;
    for (uint32_t i = 0; i < pairs * 2; i += 2)
        if (old[i] != FZ_NULL)
            memcpy(find_pair(FZ_TUPLE(vm, larger), old[i]), &old[i], 2 * sizeof *old);
    *map = larger;
    return true;
}

// A copy in RAM of what lies at a place in ROM.
static FzValue copy_of(FzVm *vm, const uint32_t *from)
{
    FzValue copy = fz_new(vm, fz_header_kind(*from), *from & (FZ_HEADER_A | FZ_HEADER_B),
                          fz_header_count(*from));
    if (copy != FZ_NULL)
        memcpy(fz_place(vm, copy), from, fz_object_size(*from));
    return copy;
}

static bool copy_object(FzVm *vm, FzValue value)
{
    FzValue *map = &vm->registers[FZ_REG_COPIES];
    if (*map != FZ_NULL && *find_pair(FZ_TUPLE(vm, *map), value) == value)
        return true;
    if (!reserve_pair(vm))
        return false;
    FzValue copy = copy_of(vm, fz_place(vm, value));
    if (copy == FZ_NULL)
        return false;
    FzValue *pair = find_pair(FZ_TUPLE(vm, *map), value);
    pair[0] = value;
    pair[1] = copy;
    vm->copies++;
    return true;
}

// The items of a container are written with it; nothing else refers to them.
static bool copy_items(FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    FzValue items = FZ_WORDS(vm, value)[1];
    bool has_items = kind == FZ_KIND_LIST || kind == FZ_KIND_DICT || kind == FZ_KIND_SET ||
                     kind == FZ_KIND_BYTEARRAY;
    if (!has_items || !fz_is_rom(items))
        return true;
    items = copy_of(vm, fz_place(vm, items));
    if (items == FZ_NULL)
        return false;
    FZ_WORDS(vm, value)[1] = items;
    return true;
}

bool fz_thaw(FzVm *vm, FzValue value)
{
    if (FZ_MUTABLE_ROM && value >= vm->first_mutable)
        return copy_object(vm, value) && copy_items(vm, value);
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "this '%t' object is read-only", value);
    return false;
}
