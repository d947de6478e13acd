// SPDX-License-Identifier: MIT
// Instructions that are too long, or too rare, for the loop. Each finds its operands on the top of
// the VM's stack and leaves its results there.
#include "frame.h"

#include "../objects/int.h"
#include "../objects/str.h"

// ---- unpacking

static bool fail_few(FzVm *vm, uint32_t wanted, uint32_t got, bool at_least)
{
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "not enough values to unpack (expected %s%u, got %u)",
             at_least ? "at least " : "", wanted, got);
    return false;
}

static bool fail_many(FzVm *vm, uint32_t wanted)
{
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "too many values to unpack (expected %u)", wanted);
    return false;
}

// An iterator over the value on top takes its place.
static bool start_unpacking(FzVm *vm)
{
    FzValue value = vm->sp[-1];
    FzValue iterator = fz_iter(vm, value);
    if (iterator == FZ_NULL) {
        // Only what is no iterable at all gets this message; errors of __iter__ go on as they are.
        if (fz_pending_is(vm, FZ_TYPE_TYPE_ERROR) && !fz_is_kind(vm, vm->sp[-1], FZ_KIND_INSTANCE))
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot unpack non-iterable %t object", vm->sp[-1]);
        return false;
    }
    vm->sp[-1] = iterator;
    return true;
}

static bool unpack_iterator(FzVm *vm, uint32_t count)
{
    if (!start_unpacking(vm))
        return false;
    FzValue *iterator = vm->sp - 1;
    for (uint32_t i = 0; i < count; i++) {
        FzValue item = fz_next(vm, *iterator);
        if (item == FZ_NULL)
            return !fz_pending(vm) && fail_few(vm, count, i, false);
        *vm->sp++ = item;
    }
    if (fz_next(vm, *iterator) != FZ_NULL)
        return fail_many(vm, count);
    if (fz_pending(vm))
        return false;
    // iterator a1 .. an becomes an .. a1.
    for (uint32_t i = 0; i < count; i++)
        iterator[i] = iterator[i + 1];
    vm->sp--;
    for (uint32_t i = 0; i < count / 2; i++) {
        FzValue item = iterator[i];
        iterator[i] = iterator[count - 1 - i];
        iterator[count - 1 - i] = item;
    }
    return true;
}

bool fz_op_unpack(FzVm *vm, uint32_t count)
{
    FzValue value = vm->sp[-1];
    FzKind kind = fz_kind_of(vm, value);
    if (kind != FZ_KIND_TUPLE && kind != FZ_KIND_LIST)
        return unpack_iterator(vm, count);
    uint32_t have = fz_count_of(vm, value);
    if (have < count)
        return fail_few(vm, count, have, false);
    if (have > count)
        return fail_many(vm, count);
    vm->sp--;
    if (count == 0)
        return true;
    if (kind == FZ_KIND_LIST)
        value = FZ_LIST(vm, value)->items;
    const FzValue *items = FZ_TUPLE(vm, value)->items;
    for (uint32_t i = count; i-- > 0;)
        *vm->sp++ = items[i];
    return true;
}

bool fz_op_unpack_ex(FzVm *vm, uint32_t left, uint32_t right)
{
    FzValue *at = vm->sp - 1;
    if (!start_unpacking(vm))
        return false;
    FzValue list = fz_list_from(vm, *at);
    if (list == FZ_NULL)
        return false;
    *at = list;
    uint32_t count = fz_count_of(vm, list);
    if (count < left + right)
        return fail_few(vm, left + right, count, true);
    // Right items, the rest, left items, each from the last one on; the list stays on top meanwhile.
    FzValue *place = at;
    const FzValue *items = count ? FZ_TUPLE(vm, FZ_LIST(vm, list)->items)->items : 0;
    for (uint32_t i = 0; i < right; i++)
        *place++ = items[count - 1 - i];
    vm->sp = place;
    *vm->sp++ = list;
    if (!fz_stack_reserve(vm, left + FZ_SLACK)) // no more than the frame has
        return false;
    list = *place;
    uint32_t middle = count - left - right;
    FzValue rest = fz_list_new(vm, 0, 0);
    if (rest == FZ_NULL)
        return false;
    FzValue *held = fz_push(vm, rest);
    for (uint32_t i = 0; i < middle; i++) {
        FzValue item = FZ_TUPLE(vm, FZ_LIST(vm, *place)->items)->items[left + i];
        if (!fz_list_append(vm, *held, item))
            return false;
    }
    rest = *held;
    list = *place;
    *place = rest;
    vm->sp = place + 1;
    items = left ? FZ_TUPLE(vm, FZ_LIST(vm, list)->items)->items : 0;
    for (uint32_t i = left; i-- > 0;)
        *vm->sp++ = items[i];
    return true;
}

// ---- containers

bool fz_op_build_set(FzVm *vm, uint32_t count)
{
    FzValue *items = vm->sp - count;
    FzValue set = fz_set_new(vm, FZ_KIND_SET, count);
    if (set == FZ_NULL)
        return false;
    FzValue *held = fz_push(vm, set);
    for (uint32_t i = 0; i < count; i++)
        if (!fz_set_add(vm, *held, items[i]))
            return false;
    *items = *held;
    vm->sp = items + 1;
    return true;
}

bool fz_is_iterable(const FzVm *vm, FzValue value)
{
    switch (fz_kind_of(vm, fz_unwrap(vm, value))) {
    case FZ_KIND_NONE:
    case FZ_KIND_BOOL:
    case FZ_KIND_ELLIPSIS:
    case FZ_KIND_NOT_IMPLEMENTED:
    case FZ_KIND_INT:
    case FZ_KIND_FLOAT:
    case FZ_KIND_FUNCTION:
    case FZ_KIND_NATIVE:
    case FZ_KIND_BOUND_METHOD:
    case FZ_KIND_CLASS:
    case FZ_KIND_MODULE:
        return false;
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        return fz_special(vm, value, FZ_NAME_iter) != FZ_NULL ||
               fz_special(vm, value, FZ_NAME_getitem) != FZ_NULL;
    default:
        return true;
    }
}

bool fz_op_list_extend(FzVm *vm)
{
    FzValue *at = vm->sp - 2;
    if (!fz_is_iterable(vm, at[1])) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "Value after * must be an iterable, not %t", at[1]);
        return false;
    }
    vm->sp = at + 2;
    if (!fz_list_extend(vm, at[0], at[1]))
        return false;
    vm->sp = at + 1;
    return true;
}

static bool is_mapping(FzVm *vm, FzValue value)
{
    if (fz_is_kind(vm, fz_unwrap(vm, value), FZ_KIND_DICT))
        return true;
    return fz_get_attr_or_null(vm, value, fz_name(vm, FZ_NAME_keys)) != FZ_NULL;
}

bool fz_op_dict_update(FzVm *vm)
{
    FzValue *at = vm->sp - 2;
    if (!is_mapping(vm, at[1])) {
        if (!fz_pending(vm))
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not a mapping", at[1]);
        return false;
    }
    if (!fz_dict_update(vm, at[0], at[1]))
        return false;
    vm->sp = at + 1;
    return true;
}

// The callable as messages name it: module.qualname, or only the name of what is built in.
static bool push_callable_name(FzVm *vm, FzValue callable)
{
    FzValue module = FZ_NULL;
    FzValue name = FZ_NULL;
    if (fz_is_kind(vm, callable, FZ_KIND_BOUND_METHOD))
        callable = FZ_WORDS(vm, callable)[1];
    switch (fz_kind_of(vm, callable)) {
    case FZ_KIND_FUNCTION: {
        const FzCode *code = FZ_CODE(vm, fz_function_code(vm, callable));
        module = FZ_MODULE(vm, code->module)->name;
        name = code->qualname;
        break;
    }
    case FZ_KIND_CLASS:
        module = fz_class_module(vm, callable);
        name = fz_class_qualname(vm, callable);
        break;
    case FZ_KIND_NATIVE:
        if (fz_count_of(vm, callable) != FZ_TYPE_NONE)
            module = fz_class_name(vm, fz_type_or_base(vm, (FzTypeId)fz_count_of(vm, callable)));
        name = FZ_NATIVE(vm, callable)->name;
        break;
    default:
        name = fz_type_name(vm, callable);
        break;
    }
    FzBuilder builder;
    FzValue *parts = fz_push(vm, module);
    fz_push(vm, name);
    fz_builder_open(vm, &builder);
    if (parts[0] != FZ_NULL) {
        fz_builder_add_str(vm, &builder, &parts[0]);
        fz_builder_add(vm, &builder, ".", 1);
    }
    fz_builder_add_str(vm, &builder, &parts[1]);
    parts[0] = fz_builder_close(vm, &builder);
    vm->sp = parts + 1;
    return parts[0] != FZ_NULL;
}

bool fz_raise_about(FzVm *vm, FzValue callable, const char *format, FzValue value)
{
    if (!FZ_HAS_MESSAGES)
        return fz_raise_bare(vm, FZ_TYPE_TYPE_ERROR) != FZ_NULL;
    FzValue *at = fz_push(vm, value);
    if (push_callable_name(vm, callable))
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, format, at[1], at[0]);
    vm->sp = at;
    return false;
}

bool fz_op_set_update(FzVm *vm)
{
    FzValue iterator = fz_iter(vm, vm->sp[-1]);
    if (iterator == FZ_NULL)
        return false;
    vm->sp[-1] = iterator;
    while (true) {
        FzValue item = fz_next(vm, vm->sp[-1]);
        if (item == FZ_NULL)
            break;
        if (!fz_set_add(vm, vm->sp[-2], item))
            return false;
    }
    vm->sp--;
    return !fz_pending(vm);
}

// f args dict mapping: the keys of a call's ** must be new.
static bool merge_entries(FzVm *vm, FzValue *at)
{
    uint32_t entry = 0;
    FzValue key;
    FzValue value;
    while (fz_dict_entry(vm, at[1], &entry, &key, &value)) {
        if (!fz_is_kind(vm, key, FZ_KIND_STR)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "keywords must be strings");
            return false;
        }
        FzValue *held = fz_push(vm, key);
        fz_push(vm, value);
        if (fz_dict_get(vm, at[0], held[0]) != FZ_NULL)
            return fz_raise_about(vm, at[-2], "%v() got multiple values for keyword argument '%v'",
                                  held[0]);
        if (fz_pending(vm) || !fz_dict_set(vm, at[0], held[0], held[1]))
            return false;
        vm->sp = held;
    }
    return true;
}

bool fz_op_dict_merge(FzVm *vm)
{
    FzValue *at = vm->sp - 2;
    at[1] = fz_unwrap(vm, at[1]);
    if (!fz_is_kind(vm, at[1], FZ_KIND_DICT)) {
        if (!is_mapping(vm, at[1]))
            return !fz_pending(vm) &&
                   fz_raise_about(vm, at[-2], "%v() argument after ** must be a mapping, not %t", at[1]);
        FzValue dict = fz_dict_new(vm, 0);
        if (dict == FZ_NULL)
            return false;
        FzValue *held = fz_push(vm, dict);
        if (!fz_dict_update(vm, *held, at[1]))
            return false;
        at[1] = *held;
        vm->sp = at + 2;
    }
    if (!merge_entries(vm, at))
        return false;
    vm->sp = at + 1;
    return true;
}

// ---- text

bool fz_op_format(FzVm *vm, uint32_t conversion, bool has_spec)
{
    enum { CONVERT_STR = 1, CONVERT_REPR = 2, CONVERT_ASCII = 3 };
    FzValue *at = vm->sp - (has_spec ? 2 : 1);
    FzValue text = *at;
    if (conversion == CONVERT_STR)
        text = fz_str(vm, text);
    else if (conversion == CONVERT_REPR)
        text = fz_repr(vm, text);
    else if (conversion == CONVERT_ASCII)
        text = fz_str_ascii(vm, text);
    if (text == FZ_NULL)
        return false;
    *at = text;
    if (has_spec || !fz_is_kind(vm, text, FZ_KIND_STR))
        text = fz_format(vm, text, has_spec ? at[1] : FZ_EMPTY_STR);
    if (text == FZ_NULL)
        return false;
    *at = fz_unwrap(vm, text); // BUILD_STRING takes nothing but str
    vm->sp = at + 1;
    return true;
}

// ---- functions

bool fz_op_make_function(FzVm *vm, FzValue code, uint32_t extras)
{
    uint32_t count = 0;
    for (uint32_t mask = extras; mask; mask &= mask - 1)
        count++;
    FzValue made = fz_new(vm, FZ_KIND_FUNCTION, 0, extras);
    if (made == FZ_NULL)
        return false;
    FzFunction *function = FZ_FUNCTION(vm, made);
    function->code = code;
    vm->sp -= count;
    for (uint32_t i = 0; i < count; i++)
        function->extras[i] = vm->sp[i];
    *vm->sp++ = made;
    return true;
}

// ---- range loops: i stop step, or iterator NULL NULL

// Start, stop and step as small integers, where there are no others.
static bool small_range(FzVm *vm, FzValue *at)
{
    for (uint32_t i = 0; i < 3; i++) {
        FzValue number = fz_int_from_index(vm, at[i]);
        if (number == FZ_NULL)
            return false;
        at[i] = number;
    }
    if (at[2] == fz_from_int(0))
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "range() arg 3 must not be zero");
    return at[2] != fz_from_int(0);
}

bool fz_op_range_setup(FzVm *vm, uint32_t count, uint32_t slots)
{
    FzValue *at = vm->sp - count;
    FzValue start = count == 1 ? fz_from_int(0) : at[0];
    FzValue stop = count == 1 ? at[0] : at[1];
    FzValue step = count == 3 ? at[2] : fz_from_int(1);
    if (!FZ_HAS_BIG_INTS) {
        at[0] = start;
        at[1] = stop;
        at[2] = step;
        vm->sp = at + 3;
        bool is_good = small_range(vm, at);
        vm->sp = at + slots;
        return is_good;
    }
    if (!(start & stop & step & 1) || step == fz_from_int(0)) {
        FzValue range = fz_range_new(vm, start, stop, step);
        if (range == FZ_NULL)
            return false;
        start = fz_iter(vm, range);
        if (start == FZ_NULL)
            return false;
        stop = step = FZ_NULL;
    }
    at[0] = start;
    at[1] = stop;
    if (slots == 3)
        at[2] = step;
    vm->sp = at + slots;
    return true;
}

// ---- raise e from cause

// An exception class on the stack becomes an instance of it.
static bool instantiate(FzVm *vm, FzValue *slot)
{
    if (!fz_is_exception_class(vm, *slot))
        return true;
    FzValue made = fz_call(vm, *slot, 0, 0);
    if (made != FZ_NULL)
        *slot = made;
    return made != FZ_NULL;
}

bool fz_op_raise_from(FzVm *vm)
{
    FzValue *at = vm->sp - 2;
    if (!instantiate(vm, &at[0]) || !instantiate(vm, &at[1]))
        return false;
    if (at[1] != FZ_NONE && !fz_is_kind(vm, at[1], FZ_KIND_EXCEPTION)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "exception causes must derive from BaseException");
        return false;
    }
    if (fz_is_ram(at[0]) && fz_is_kind(vm, at[0], FZ_KIND_EXCEPTION))
        FZ_EXCEPTION(vm, at[0])->cause = at[1];
    fz_raise_value(vm, at[0]);
    return false;
}

// ---- imports

void fz_op_import_star_name(const FzVm *vm, const FzModule *into, FzValue from, FzValue name)
{
    FzValue value = fz_module_get(vm, from, name);
    FzValue slot = fz_dict_get_name(vm, into->dict, name);
    if (value != FZ_NULL && slot != FZ_NULL)
        vm->globals[into->globals + (uint32_t)fz_to_int(slot)] = value;
}

// ---- super

bool fz_op_load_super(FzVm *vm, FzValue name, bool method)
{
    FzValue *at = vm->sp - 2;
    FzAttr attr;
    if (!fz_is_kind(vm, at[0], FZ_KIND_CLASS)) {
        fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "super(): empty __class__ cell");
        return false;
    }
    bool on_class = fz_is_kind(vm, at[1], FZ_KIND_CLASS) && fz_is_subclass(vm, at[1], at[0]);
    if (!on_class && !fz_is_subclass(vm, fz_type_of(vm, at[1]), at[0])) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "super(type, obj): obj must be an instance or subtype of type");
        return false;
    }
    fz_find_super(vm, at[0], at[1], name, &attr);
    if (attr.kind == FZ_ATTR_ABSENT) {
        fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR, "'super' object has no attribute '%v'", name);
        return false;
    }
    if (method && attr.kind == FZ_ATTR_METHOD) {
        at[0] = attr.value;
        at[1] = attr.self;
        return true;
    }
    FzValue value = fz_attr_value(vm, &attr, at[1], name);
    if (value == FZ_NULL)
        return false;
    at[0] = value;
    at[1] = FZ_NULL;
    vm->sp = at + (method ? 2 : 1);
    return true;
}

// ---- with

// What a special method of the context manager is called as: function and receiver, or value and NULL.
static bool load_special(FzVm *vm, const FzValue *manager, FzNameId name, FzValue *out)
{
    FzAttr attr;
    fz_find_special(vm, *manager, fz_name(vm, name), &attr);
    if (attr.kind == FZ_ATTR_ABSENT) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 name == FZ_NAME_enter
                     ? "'%t' object does not support the context manager protocol"
                     : "'%t' object does not support the context manager protocol (missed "
                       "__exit__ method)",
                 *manager);
        return false;
    }
    out[0] = attr.value;
    out[1] = attr.self;
    if (attr.kind == FZ_ATTR_METHOD)
        return true;
    out[0] = fz_attr_value(vm, &attr, *manager, fz_name(vm, name));
    out[1] = FZ_NULL;
    return out[0] != FZ_NULL;
}

bool fz_op_with_enter(FzVm *vm, uint32_t *argc)
{
    FzValue *at = vm->sp - 1;
    // manager | enter | its self | exit | its self, then moved into place
    for (uint32_t i = 0; i < 4; i++)
        fz_push(vm, FZ_NULL);
    if (!load_special(vm, at, FZ_NAME_enter, at + 1) || !load_special(vm, at, FZ_NAME_exit, at + 3))
        return false;
    FzValue enter = at[1];
    FzValue self = at[2];
    at[0] = at[3];
    at[1] = at[4];
    at[2] = enter;
    at[3] = self;
    *argc = self == FZ_NULL ? 0 : 1;
    vm->sp = at + 3 + *argc;
    return true;
}

void fz_op_with_exit(FzVm *vm, uint32_t *argc)
{
    FzValue *at = vm->sp - 4;
    FzValue tag = at[3];
    fz_push(vm, at[0]);
    *argc = 3;
    if (at[1] != FZ_NULL) {
        fz_push(vm, at[1]);
        *argc = 4;
    }
    bool raised = fz_is_kind(vm, tag, FZ_KIND_EXCEPTION);
    fz_push(vm, raised ? fz_type_of(vm, tag) : FZ_NONE);
    fz_push(vm, raised ? tag : FZ_NONE);
    FzValue traceback = raised ? FZ_EXCEPTION(vm, tag)->traceback : FZ_NULL;
    fz_push(vm, traceback == FZ_NULL ? FZ_NONE : traceback);
}

bool fz_op_with_end(FzVm *vm)
{
    FzValue *at = vm->sp - 5;
    if (fz_is_kind(vm, at[3], FZ_KIND_EXCEPTION)) {
        int truth = fz_truth(vm, at[4]);
        if (truth < 0)
            return false;
        if (truth) {
            vm->registers[FZ_REG_HANDLED] = at[2];
            at[2] = FZ_NULL;
            at[3] = FZ_NONE;
        }
    }
    at[0] = at[2];
    at[1] = at[3];
    vm->sp = at + 2;
    return true;
}
