// SPDX-License-Identifier: MIT
// The classes of lazy iterators: enumerate, zip, map, filter, reversed.
#include "../objects/int.h"
#include "../objects/iter.h"
#include "../objects/protocol.h"
#include "flashfreeze/natives.h"

FzValue fz_enumerate_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    argv[2] = argv[2] == FZ_NULL ? fz_from_int(0) : fz_int_from_index(vm, argv[2]);
    if (argv[2] == FZ_NULL || (argv[1] = fz_iter(vm, argv[1])) == FZ_NULL)
        return FZ_NULL;
    return fz_enumerate_new(vm, argv[1], argv[2]);
}

FzValue fz_filter_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    argv[2] = fz_iter(vm, argv[2]);
    return argv[2] == FZ_NULL ? FZ_NULL : fz_filter_new(vm, argv[1], argv[2]);
}

// Replaces iterables by iterators.
static bool open_all(FzVm *vm, FzValue *iterables, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if ((iterables[i] = fz_iter(vm, iterables[i])) == FZ_NULL)
            return false;
    return true;
}

FzValue fz_map_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (!open_all(vm, argv + 2, argc - 2))
        return FZ_NULL;
    FzValue map = fz_new(vm, FZ_KIND_MAP, 0, argc - 2);
    for (uint32_t i = 1; map != FZ_NULL && i < argc; i++)
        FZ_WORDS(vm, map)[i] = argv[i];
    return map;
}

FzValue fz_zip_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    int strict = argv[argc] == FZ_NULL ? 0 : fz_truth(vm, argv[argc]);
    if (strict < 0)
        return FZ_NULL;
    if (!open_all(vm, argv + 1, argc - 1))
        return FZ_NULL;
    FzValue zip = fz_new(vm, FZ_KIND_ZIP, strict ? FZ_HEADER_A : 0, argc - 1);
    for (uint32_t i = 1; zip != FZ_NULL && i < argc; i++)
        FZ_WORDS(vm, zip)[i] = argv[i];
    return zip;
}

static FzValue reversed_of_instance(FzVm *vm, FzValue *at)
{
    FzValue inner = fz_unwrap(vm, at[0]);
    FzValue result = fz_try_special(vm, FZ_NAME_reversed, at, 0);
    if (result != FZ_NOT_IMPLEMENTED)
        return result;
    if (inner != at[0] && fz_special(vm, at[0], FZ_NAME_getitem) == FZ_NULL)
        return fz_reversed(vm, fz_unwrap(vm, at[0]));
    if (fz_special(vm, at[0], FZ_NAME_getitem) == FZ_NULL || fz_special(vm, at[0], FZ_NAME_len) == FZ_NULL)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not reversible", at[0]);
    int32_t length;
    FzValue number = fz_len(vm, at[0]);
    if (number == FZ_NULL || !fz_as_index(vm, number, &length))
        return FZ_NULL;
    return fz_reversed_new(vm, at[0], (uint32_t)length);
}

FzValue fz_reversed(FzVm *vm, FzValue object)
{
    uint32_t flags;
    switch (fz_kind_of(vm, object)) {
    case FZ_KIND_LIST:
    case FZ_KIND_TUPLE:
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
        return fz_reversed_new(vm, object, fz_count_of(vm, object));
    case FZ_KIND_STR:
        return fz_reversed_new(vm, object, fz_str_length(vm, object));
    case FZ_KIND_DICT:
    case FZ_KIND_DICT_VIEW:
        return fz_reversed_new(vm, object, fz_count_of(vm, fz_table_owner(vm, object, &flags)));
    case FZ_KIND_RANGE:
        return fz_range_iter(vm, object, true);
    default: {
        FzValue *at = fz_push(vm, object);
        FzValue result = reversed_of_instance(vm, at);
        vm->sp = at;
        return result;
    }
    }
}

FzValue fz_reversed_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_reversed(vm, argv[1]);
}
