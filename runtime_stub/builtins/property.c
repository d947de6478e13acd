// SPDX-License-Identifier: MIT
// property(): its making, and what is called by name. The VM reads and writes attributes through
// properties by itself.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

enum { GETTER = 1, SETTER, DELETER, DOC };

static void fill(const FzVm *vm, FzValue property, const FzValue *functions)
{
    for (uint32_t i = 0; i < 3; i++)
        FZ_WORDS(vm, property)[GETTER + i] = functions[i] == FZ_NULL ? FZ_NONE : functions[i];
}

FzValue fz_property_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue made = fz_new(vm, FZ_KIND_PROPERTY, 0, argv[4] != FZ_NULL && argv[4] != FZ_NONE);
    if (made == FZ_NULL)
        return FZ_NULL;
    fill(vm, made, argv + 1);
    if (fz_count_of(vm, made))
        FZ_WORDS(vm, made)[DOC] = argv[4];
    return fz_wrap(vm, argv[0], made);
}

FzValue fz_property_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (fz_is_ram(argv[0]))
        fill(vm, argv[0], argv + 1);
    return FZ_NONE;
}

// A copy of the property with one function replaced.
static FzValue with_function(FzVm *vm, FzValue *argv, uint32_t which)
{
    uint32_t has_doc = fz_count_of(vm, argv[0]) != 0;
    FzValue made = fz_new(vm, FZ_KIND_PROPERTY, 0, has_doc);
    if (made == FZ_NULL)
        return FZ_NULL;
    for (uint32_t i = GETTER; i <= DELETER + has_doc; i++)
        FZ_WORDS(vm, made)[i] = i == which ? argv[1] : FZ_WORDS(vm, argv[0])[i];
    return made;
}

FzValue fz_property_getter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return with_function(vm, argv, GETTER);
}

FzValue fz_property_setter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return with_function(vm, argv, SETTER);
}

FzValue fz_property_deleter(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return with_function(vm, argv, DELETER);
}

FzValue fz_property_fget(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[GETTER];
}

FzValue fz_property_fset(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[SETTER];
}

FzValue fz_property_fdel(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[DELETER];
}

FzValue fz_property_doc(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue getter = FZ_WORDS(vm, argv[0])[GETTER];
    if (fz_count_of(vm, argv[0]))
        return FZ_WORDS(vm, argv[0])[DOC];
    if (!fz_is_kind(vm, getter, FZ_KIND_FUNCTION))
        return FZ_NONE;
    return fz_function_doc(vm, argc, &getter);
}

static FzValue call_function(FzVm *vm, FzValue *argv, uint32_t which, uint32_t argc)
{
    FzValue function = FZ_WORDS(vm, argv[0])[which];
    if (function == FZ_NONE || function == FZ_NULL)
        return fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR,
                        which == GETTER   ? "property of '%t' object has no getter"
                        : which == SETTER ? "property of '%t' object has no setter"
                                          : "property of '%t' object has no deleter",
                        argv[1]);
    return fz_call(vm, function, argc, argv + 1);
}

FzValue fz_property_get(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return argv[1] == FZ_NONE ? argv[0] : call_function(vm, argv, GETTER, 1);
}

FzValue fz_property_set(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return call_function(vm, argv, SETTER, 2) == FZ_NULL ? FZ_NULL : FZ_NONE;
}

FzValue fz_property_delete(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return call_function(vm, argv, DELETER, 1) == FZ_NULL ? FZ_NULL : FZ_NONE;
}
