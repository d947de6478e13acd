// SPDX-License-Identifier: MIT
// The module _weakref: boxes whose content the collector does not follow, and empties.
#include "../vm/vm.h"
#include "flashfreeze/natives.h"

FzValue fz_weakref_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue made = fz_new(vm, FZ_KIND_WEAK, 0, 0);
    if (made != FZ_NULL)
        FZ_WORDS(vm, made)[1] = argv[0];
    return made;
}

FzValue fz_weakref_get(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_kind(vm, argv[0], FZ_KIND_WEAK))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is no weak reference", argv[0]);
    FzValue content = FZ_WORDS(vm, argv[0])[1];
    return content == FZ_NULL ? FZ_NONE : content;
}
