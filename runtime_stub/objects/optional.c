// SPDX-License-Identifier: MIT
// Calls of native methods that an image may lack (optional.h).
#include "optional.h"

enum { SLOTS = 3 }; // no method called here has more

FzValue fz_call_optional(FzVm *vm, FzTypeId type, FzNameId name, FzValue a, FzValue b)
{
    FzValue cls = fz_type(vm, type);
    FzValue text = fz_name(vm, name);
    FzValue native = cls != FZ_NULL && text != FZ_NULL ? fz_class_lookup(vm, cls, text) : FZ_NULL;
    if (!native || !fz_is_kind(vm, native, FZ_KIND_NATIVE))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "this image has no such method of '%t'", a);
    FzValue *argv = vm->sp;
    fz_push(vm, a);
    fz_push(vm, b);
    for (uint32_t i = 2; i < SLOTS; i++)
        fz_push(vm, FZ_NULL);
    FzValue result = vm->app->natives[FZ_NATIVE(vm, native)->index](vm, 2, argv);
    vm->sp = argv;
    return result;
}
