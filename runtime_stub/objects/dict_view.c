// SPDX-License-Identifier: MIT
// The views that keys(), values() and items() give, and walks over dicts, sets and views.
#include "protocol.h"
#include "table.h"
#include "flashfreeze/natives.h"

enum { KEYS = 0, VALUES = FZ_HEADER_A, ITEMS = FZ_HEADER_A | FZ_HEADER_B };

FzValue fz_dict_view_new(FzVm *vm, FzValue dict, uint32_t flags)
{
    FzValue *save = fz_push(vm, dict);
    FzValue view = fz_new(vm, FZ_KIND_DICT_VIEW, flags, 0);
    if (view != FZ_NULL)
        FZ_WORDS(vm, view)[1] = *save;
    vm->sp = save;
    return view;
}

FzValue fz_table_owner(const FzVm *vm, FzValue value, uint32_t *flags)
{
    *flags = 0;
    if (!fz_is_kind(vm, value, FZ_KIND_DICT_VIEW))
        return value;
    *flags = fz_header_of(vm, value) & (FZ_HEADER_A | FZ_HEADER_B);
    return FZ_WORDS(vm, value)[1];
}

FzValue fz_table_step(FzVm *vm, const FzValue *owner, uint32_t *entry, uint32_t flags)
{
    FzValue *pair = fz_push_two(vm, FZ_NULL, FZ_NULL);
    FzValue thing = FZ_NULL;
    if (fz_dict_entry(vm, *owner, entry, &pair[0], &pair[1]))
        thing = flags == ITEMS ? fz_tuple_new(vm, pair, 2) : pair[flags == VALUES];
    vm->sp = pair;
    return thing;
}

// (key, value) in an items view.
static int has_item(FzVm *vm, FzValue *at)
{
    if (!fz_is_kind(vm, at[1], FZ_KIND_TUPLE) || fz_count_of(vm, at[1]) != 2)
        return 0;
    FzValue *look = fz_push_two(vm, FZ_WORDS(vm, at[0])[1], FZ_TUPLE(vm, at[1])->items[0]);
    int32_t entry = fz_table_find(vm, look);
    vm->sp = look;
    if (entry < 0)
        return entry == FZ_TABLE_FAILED ? -1 : 0;
    return fz_equal(vm, fz_table_entry(vm, look[0], (uint32_t)entry)[1], FZ_TUPLE(vm, at[1])->items[1]);
}

static int has_value(FzVm *vm, FzValue *at)
{
    FzValue *walk = fz_push_two(vm, FZ_WORDS(vm, at[0])[1], FZ_NULL);
    uint32_t entry = 0;
    int same = 0;
    while (same == 0 && (walk[1] = fz_table_step(vm, walk, &entry, VALUES)) != FZ_NULL)
        same = fz_equal(vm, walk[1], at[1]);
    vm->sp = walk;
    return same;
}

int fz_view_contains(FzVm *vm, FzValue *at)
{
    uint32_t flags;
    FzValue dict = fz_table_owner(vm, at[0], &flags);
    if (flags == ITEMS)
        return has_item(vm, at);
    if (flags == VALUES)
        return has_value(vm, at);
    FzValue *look = fz_push_two(vm, dict, at[1]);
    int32_t entry = fz_table_find(vm, look);
    vm->sp = look;
    return entry == FZ_TABLE_FAILED ? -1 : entry >= 0;
}

static FzValue view(FzVm *vm, FzValue *argv, uint32_t flags)
{
    return fz_dict_view_new(vm, argv[0], flags);
}

FzValue fz_dict_keys_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return view(vm, argv, KEYS);
}

FzValue fz_dict_values_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return view(vm, argv, VALUES);
}

FzValue fz_dict_items_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return view(vm, argv, ITEMS);
}
