// SPDX-License-Identifier: MIT
// object.__reduce_ex__: an object taken apart for copy. The result is a tuple of a function that makes
// the object, its arguments, the attributes (a dict, a pair of dicts when there are slots, or None), and
// iterators over the items of a list and the pairs of a dict, or None.
#include "../objects/bytes.h"
#include "../objects/protocol.h"
#include "../vm/frame.h"
#include "flashfreeze/natives.h"

enum { MAKE, ARGS, STATE, ITEMS, PAIRS, PARTS };

// self.<name>(): FZ_NULL without raising when the class has no such method.
static FzValue call_method(FzVm *vm, FzValue self, const char *name)
{
    FzValue *at = fz_push(vm, self);
    FzValue *text = fz_push(vm, fz_str_from_z(vm, name));
    FzValue result = FZ_NULL;
    if (*text != FZ_NULL) {
        *text = fz_known_name(vm, *text);
        FzValue function = fz_class_lookup(vm, fz_type_of(vm, *at), *text);
        if (function != FZ_NULL)
            result = fz_call(vm, function, 1, at);
    }
    vm->sp = at;
    return result;
}

// The arguments of __new__ in parts[ARGS]: the class, then what __getnewargs__ says or the value
// of a class that derives from a built-in one.
static bool set_args(FzVm *vm, FzValue self, FzValue *parts)
{
    FzValue *at = fz_push(vm, self);
    FzValue *items = fz_push(vm, fz_type_of(vm, self));
    FzValue given = call_method(vm, *at, "__getnewargs__");
    if (fz_pending(vm))
        return false;
    if (given == FZ_NULL) {
        FzValue inner = fz_unwrap(vm, *at);
        FzKind kind = fz_kind_of(vm, inner);
        if (inner != *at && kind != FZ_KIND_LIST && kind != FZ_KIND_DICT)
            fz_push(vm, inner);
        else if (kind == FZ_KIND_EXCEPTION)
            given = FZ_EXCEPTION(vm, *at)->args;
    }
    if (given != FZ_NULL && !fz_is_kind(vm, given, FZ_KIND_TUPLE)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__getnewargs__ should return a tuple, not '%t'", given);
        return false;
    }
    uint32_t count = given == FZ_NULL ? 0 : fz_count_of(vm, given);
    if (given != FZ_NULL) {
        FzValue *held = fz_push(vm, given);
        if (!fz_stack_reserve(vm, count + FZ_NATIVE_SLOTS))
            return false;
        given = *held;
        vm->sp = held;
        for (uint32_t i = 0; i < count; i++)
            fz_push(vm, FZ_TUPLE(vm, given)->items[i]);
    }
    parts[ARGS] = fz_tuple_new(vm, items, (uint32_t)(vm->sp - items));
    vm->sp = at;
    return parts[ARGS] != FZ_NULL;
}

static bool set_state(FzVm *vm, FzValue self, FzValue *parts)
{
    FzValue *at = fz_push(vm, self);
    FzValue state = call_method(vm, *at, "__getstate__");
    if (state == FZ_NULL && fz_pending(vm))
        return false;
    if (state == FZ_NULL) {
        FzValue *both = fz_push_two(vm, FZ_NULL, FZ_NULL);
        both[0] = fz_instance_attributes(vm, *at, false);
        both[1] = both[0] == FZ_NULL ? FZ_NULL : fz_instance_attributes(vm, *at, true);
        if (both[1] == FZ_NULL)
            return false;
        state = both[0] = fz_dict_len(vm, both[0]) ? both[0] : FZ_NONE;
        if (fz_dict_len(vm, both[1]))
            state = fz_tuple_new(vm, both, 2);
        if (state == FZ_NULL)
            return false;
    }
    parts[STATE] = state;
    vm->sp = at;
    return true;
}

static bool set_items(FzVm *vm, FzValue self, FzValue *parts)
{
    FzValue inner = fz_unwrap(vm, self);
    if (inner == self)
        return true;
    if (fz_is_kind(vm, inner, FZ_KIND_LIST))
        return (parts[ITEMS] = fz_iter(vm, inner)) != FZ_NULL;
    if (!fz_is_kind(vm, inner, FZ_KIND_DICT))
        return true;
    FzValue view = fz_dict_view_new(vm, inner, FZ_HEADER_A | FZ_HEADER_B);
    return view != FZ_NULL && (parts[PAIRS] = fz_iter(vm, view)) != FZ_NULL;
}

// A set, frozenset or bytearray: its class and what to fill it with.
static FzValue reduce_plain(FzVm *vm, FzValue self, FzKind kind)
{
    FzValue *at = fz_push_two(vm, fz_type_of(vm, self), self);
    at[1] = kind == FZ_KIND_BYTEARRAY ? fz_bytes_from(vm, self, "byte") : fz_list_from(vm, self);
    if (at[1] == FZ_NULL || (at[1] = fz_tuple_new(vm, at + 1, 1)) == FZ_NULL)
        return FZ_NULL;
    return fz_tuple_new(vm, at, 2);
}

FzValue fz_object_reduce_ex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue own = call_method(vm, argv[0], "__reduce__");
    if (own != FZ_NULL || fz_pending(vm))
        return own;
    FzKind kind = fz_kind_of(vm, argv[0]);
    if (kind == FZ_KIND_SET || kind == FZ_KIND_FROZENSET || kind == FZ_KIND_BYTEARRAY)
        return reduce_plain(vm, argv[0], kind);
    if (kind != FZ_KIND_INSTANCE && kind != FZ_KIND_EXCEPTION)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot pickle '%t' object", argv[0]);
    FzValue *parts = vm->sp;
    for (uint32_t i = 0; i < PARTS; i++)
        fz_push(vm, FZ_NONE);
    parts[MAKE] = fz_class_lookup(vm, fz_type_of(vm, argv[0]), fz_name(vm, FZ_NAME_new_));
    if (fz_is_kind(vm, parts[MAKE], FZ_KIND_STATICMETHOD))
        parts[MAKE] = FZ_WORDS(vm, parts[MAKE])[1];
    if (!set_args(vm, argv[0], parts) || !set_state(vm, argv[0], parts) || !set_items(vm, argv[0], parts))
        return FZ_NULL;
    return fz_tuple_new(vm, parts, PARTS);
}
