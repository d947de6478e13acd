// SPDX-License-Identifier: MIT
// Methods that frozenset shares with set, under numbers of their own in the catalogue of natives.
#include "flashfreeze/natives.h"

FzValue fz_frozenset_union_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_union_method(vm, argc, argv);
}

FzValue fz_frozenset_intersection_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_intersection_method(vm, argc, argv);
}

FzValue fz_frozenset_difference_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_difference_method(vm, argc, argv);
}

FzValue fz_frozenset_symmetric_difference_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_symmetric_difference_method(vm, argc, argv);
}

FzValue fz_frozenset_copy_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0];
}

FzValue fz_frozenset_issubset_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_issubset_method(vm, argc, argv);
}

FzValue fz_frozenset_issuperset_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_issuperset_method(vm, argc, argv);
}

FzValue fz_frozenset_isdisjoint_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_set_isdisjoint_method(vm, argc, argv);
}
