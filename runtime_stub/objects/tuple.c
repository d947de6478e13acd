// SPDX-License-Identifier: MIT
// Making tuples, and their methods.
#include "protocol.h"
#include "flashfreeze/natives.h"

#include <string.h>

FzValue fz_tuple_new(FzVm *vm, const FzValue *items, uint32_t count)
{
    if (count == 0)
        return FZ_EMPTY_TUPLE;
    FzValue tuple = fz_new(vm, FZ_KIND_TUPLE, 0, count);
    if (tuple != FZ_NULL && items != NULL)
        memcpy(FZ_TUPLE(vm, tuple)->items, items, count * sizeof *items);
    return tuple;
}

FzValue fz_tuple_from(FzVm *vm, FzValue iterable)
{
    if (fz_is_kind(vm, iterable, FZ_KIND_TUPLE))
        return iterable;
    FzValue *list = fz_push(vm, iterable);
    if (!fz_is_kind(vm, *list, FZ_KIND_LIST))
        *list = fz_list_from(vm, *list);
    FzValue tuple = FZ_NULL;
    if (*list != FZ_NULL) {
        tuple = fz_tuple_new(vm, NULL, fz_count_of(vm, *list));
        uint32_t count;
        const FzValue *items = fz_items(vm, *list, &count);
        if (tuple != FZ_NULL && count != 0)
            memcpy(FZ_TUPLE(vm, tuple)->items, items, count * sizeof *items);
    }
    fz_pop(vm, 1);
    return tuple;
}

FzValue fz_tuple_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue tuple = argv[1] == FZ_NULL ? FZ_EMPTY_TUPLE : fz_tuple_from(vm, fz_unwrap(vm, argv[1]));
    return fz_wrap(vm, argv[0], tuple);
}

static FzValue index_of(FzVm *vm, FzValue *argv, const char *message)
{
    int32_t bounds[2] = {0, FZ_COUNT_MAX};
    for (uint32_t i = 0; i < 2; i++)
        if (argv[i + 2] != FZ_NULL && !fz_slice_bound(vm, argv[i + 2], &bounds[i]))
            return FZ_NULL;
    fz_slice_clip(fz_count_of(vm, argv[0]), &bounds[0], &bounds[1], 1);
    int32_t index = fz_sequence_find(vm, argv, bounds[0], bounds[1]);
    if (index == -1 && (argv[1] = fz_repr(vm, argv[1])) != FZ_NULL)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, message, argv[1]);
    return index < 0 ? FZ_NULL : fz_from_int(index);
}

FzValue fz_tuple_index_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return index_of(vm, argv, "tuple.index(x): x not in tuple");
}

FzValue fz_list_index_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return index_of(vm, argv, "%v is not in list");
}

FzValue fz_tuple_count_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_sequence_count(vm, argv);
}
