// SPDX-License-Identifier: MIT
// Setting and deleting attributes (a value of FZ_NULL deletes). Functions take the object, the name
// and the value in three slots of the VM stack, `at`, so that they stay current.
#include "frame.h"

#include <string.h>

static bool fail(FzVm *vm, const char *format, FzValue a, FzValue b)
{
    fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR, format, a, b);
    return false;
}

static bool fail_absent(FzVm *vm, const FzValue *at)
{
    fz_raise_no_attr(vm, at[0], at[1]);
    return false;
}

// What a program makes can be written wherever it lies; what comes with the image cannot.
static bool is_fixed(FzVm *vm, FzValue object)
{
    if (fz_is_ram(object) || object >= vm->first_mutable)
        return false;
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a '%t' object in ROM cannot be changed", object);
    return true;
}

static bool set_in_dict(FzVm *vm, FzValue *at, FzValue dict)
{
    if (at[2] != FZ_NULL)
        return fz_dict_set(vm, dict, at[1], at[2]);
    int deleted = fz_dict_delete(vm, dict, at[1]);
    return deleted == 0 ? fail_absent(vm, at) : deleted > 0;
}

// Attributes of an object in ROM are kept beside it.
static bool set_in_overlay(FzVm *vm, FzValue *at)
{
    FzValue dict = at[2] == FZ_NULL ? fz_overlay(vm, at[0]) : fz_overlay_make(vm, at[0]);
    if (dict == FZ_NULL)
        return at[2] == FZ_NULL && fail_absent(vm, at);
    return set_in_dict(vm, at, dict);
}

// Stores under the name in the dict of the EXT of at[0], or deletes it there.
static bool set_in_ext(FzVm *vm, FzValue *at)
{
    if (fz_is_rom(at[0]) && fz_is_kind(vm, at[0], FZ_KIND_FUNCTION))
        return set_in_overlay(vm, at);
    FzValue ext = at[2] == FZ_NULL ? fz_ext_of(vm, at[0]) : fz_extend(vm, at);
    if (ext == FZ_NULL)
        return at[2] == FZ_NULL && fail_absent(vm, at);
    if (FZ_WORDS(vm, ext)[2] == FZ_NULL) {
        if (at[2] == FZ_NULL)
            return fail_absent(vm, at);
        if (fz_is_rom(ext) && !fz_thaw(vm, ext))
            return false;
        FzValue dict = fz_dict_new(vm, 0);
        if (dict == FZ_NULL)
            return false;
        FZ_WORDS(vm, fz_ext_of(vm, at[0]))[2] = dict;
    }
    return set_in_dict(vm, at, FZ_WORDS(vm, fz_ext_of(vm, at[0]))[2]);
}

static bool call_setter(FzVm *vm, FzValue *at, FzValue function, FzValue first, FzValue value)
{
    FzValue *args = fz_push(vm, first);
    uint32_t argc = 1;
    if (first != at[0]) {
        fz_push(vm, at[0]);
        argc++;
    }
    if (value != FZ_NULL) {
        fz_push(vm, value);
        argc++;
    }
    bool done = fz_call(vm, function, argc, args) != FZ_NULL;
    vm->sp = args;
    return done;
}

static bool set_property(FzVm *vm, FzValue *at, FzValue property)
{
    bool deletes = at[2] == FZ_NULL;
    FzValue function = FZ_WORDS(vm, property)[deletes ? 3 : 2];
    if (function == FZ_NULL || function == FZ_NONE)
        return fail(vm,
                    deletes ? "property '%v' of '%t' object has no deleter"
                            : "property '%v' of '%t' object has no setter",
                    at[1], at[0]);
    return call_setter(vm, at, function, at[0], at[2]);
}

static bool is_exception_or_none(const FzVm *vm, FzValue value)
{
    return value == FZ_NONE || (value != FZ_NULL && fz_is_kind(vm, value, FZ_KIND_EXCEPTION));
}

bool fz_set_traceback(FzVm *vm, FzValue exception, FzValue traceback)
{
    if (traceback != FZ_NONE && !fz_is_kind(vm, traceback, FZ_KIND_TRACEBACK)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__traceback__ must be a traceback or None");
        return false;
    }
    if (fz_is_ram(exception))
        FZ_EXCEPTION(vm, exception)->traceback = traceback == FZ_NONE ? FZ_NULL : traceback;
    return true;
}

// Attributes of exceptions that are words of the object. *known says whether it was one.
static bool set_exception_word(FzVm *vm, FzValue *at, bool *known)
{
    FzValue name = at[1];
    FzValue value = at[2];
    FzException *object = FZ_EXCEPTION(vm, at[0]);
    *known = true;
    if (value == FZ_NULL) {
        *known = false;
        return false;
    }
    if (FZ_IS_NAME(vm, name, FZ_NAME_args)) {
        FzValue args = fz_tuple_from(vm, value);
        if (args != FZ_NULL)
            FZ_EXCEPTION(vm, at[0])->args = args;
        return args != FZ_NULL;
    }
    if (FZ_IS_NAME(vm, name, FZ_NAME_traceback))
        return fz_set_traceback(vm, at[0], value);
    if (FZ_IS_NAME(vm, name, FZ_NAME_suppress_context)) {
        int truth = fz_truth(vm, value);
        object = FZ_EXCEPTION(vm, at[0]);
        if (truth > 0 && object->cause == FZ_NULL)
            object->cause = FZ_NONE;
        if (truth == 0 && object->cause == FZ_NONE)
            object->cause = FZ_NULL;
        return truth >= 0;
    }
    bool cause = FZ_IS_NAME(vm, name, FZ_NAME_cause);
    if (!cause && !FZ_IS_NAME(vm, name, FZ_NAME_context)) {
        *known = false;
        return false;
    }
    if (!is_exception_or_none(vm, value)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "exception %s must be None or derive from BaseException",
                 cause ? "cause" : "context");
        return false;
    }
    if (cause)
        object->cause = value;
    else
        object->context = value == FZ_NONE ? FZ_NULL : value;
    return true;
}

// obj.__class__ = cls, where instances of both look the same.
static bool set_class(FzVm *vm, FzValue *at)
{
    FzValue old = fz_instance_class(vm, at[0]);
    FzValue cls = at[2];
    uint32_t layout = (FZ_CLASS_WRAPS << 14) | 63;
    bool fits = cls != FZ_NULL && fz_is_kind(vm, cls, FZ_KIND_CLASS) &&
                (fz_count_of(vm, cls) & layout) == (fz_count_of(vm, old) & layout) &&
                fz_class_field_count(vm, cls) == fz_class_field_count(vm, old);
    for (uint32_t i = 0; fits && i < fz_class_field_count(vm, cls); i++)
        fits = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->fields)->items[i] ==
               FZ_TUPLE(vm, FZ_CLASS(vm, old)->fields)->items[i];
    if (!fits) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__class__ assignment: object layout differs from '%v'",
                 fz_class_name(vm, old));
        return false;
    }
    FzValue ext = fz_ext_of(vm, at[0]);
    FzValue holder = ext == FZ_NULL ? at[0] : ext;
    if (fz_is_rom(holder) && !fz_thaw(vm, holder))
        return false;
    FZ_WORDS(vm, holder)[1] = at[2];
    return true;
}

// obj.__dict__ = dict
static bool set_dict(FzVm *vm, FzValue *at)
{
    if (at[2] == FZ_NULL || !fz_is_kind(vm, at[2], FZ_KIND_DICT)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__dict__ must be set to a dictionary");
        return false;
    }
    if (fz_instance_dict(vm, at[0]) == FZ_NULL)
        return false;
    FzValue ext = fz_ext_of(vm, at[0]);
    if (fz_is_rom(ext) && !fz_thaw(vm, ext))
        return false;
    FZ_WORDS(vm, ext)[2] = at[2];
    return true;
}

// What is read through a native getter can be written when it is one of these.
static bool set_native(FzVm *vm, FzValue *at)
{
    FzValue name = at[1];
    bool known = false;
    bool done = false;
    FzKind kind = fz_kind_of(vm, at[0]);
    if (kind == FZ_KIND_EXCEPTION)
        done = set_exception_word(vm, at, &known);
    if (known)
        return done;
    if (kind == FZ_KIND_INSTANCE && FZ_IS_NAME(vm, name, FZ_NAME_class_))
        return set_class(vm, at);
    bool is_instance = kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION;
    if (is_instance && FZ_IS_NAME(vm, name, FZ_NAME_dict))
        return set_dict(vm, at);
    if (is_instance && (FZ_IS_NAME(vm, name, FZ_NAME_doc) || FZ_IS_NAME(vm, name, FZ_NAME_module)))
        return set_in_ext(vm, at);
    return fail(vm, "attribute '%v' of '%t' objects is not writable", name, at[0]);
}

static bool set_descriptor(FzVm *vm, FzValue *at, FzValue descriptor)
{
    if (fz_is_kind(vm, descriptor, FZ_KIND_NATIVE))
        return set_native(vm, at);
    FzValue plain = fz_unwrap(vm, descriptor);
    if (fz_is_kind(vm, plain, FZ_KIND_PROPERTY))
        return set_property(vm, at, plain);
    FzValue function =
        fz_special(vm, descriptor, at[2] == FZ_NULL ? FZ_NAME_delete : FZ_NAME_set);
    if (function == FZ_NULL) {
        FzValue name = fz_name(vm, at[2] == FZ_NULL ? FZ_NAME_delete : FZ_NAME_set);
        return fail(vm, "%v", name == FZ_NULL ? at[1] : name, FZ_NULL);
    }
    return call_setter(vm, at, function, descriptor, at[2]);
}

static bool set_field(FzVm *vm, FzValue *at, FzValue *field)
{
    if (at[2] == FZ_NULL && *field == FZ_NULL)
        return fail_absent(vm, at);
    if (fz_is_rom(at[0])) {
        if (!fz_thaw(vm, at[0]))
            return false;
        field = fz_field(vm, at[0], at[1]);
    }
    *field = at[2];
    return true;
}

static bool set_on_instance(FzVm *vm, FzValue *at)
{
    if (is_fixed(vm, at[0]))
        return false;
    FzValue *field = fz_field(vm, at[0], at[1]);
    if (field && fz_ext_has_all(vm, fz_ext_of(vm, at[0])) &&
        !fz_is_slot(vm, fz_instance_class(vm, at[0]), at[1]))
        field = 0;
    if (field && !FZ_LATE_DESCRIPTORS(vm))
        return set_field(vm, at, field);
    FzValue cls = fz_instance_class(vm, at[0]);
    FzValue value = fz_class_lookup(vm, cls, at[1]);
    if (value != FZ_NULL && fz_is_data_descriptor(vm, value))
        return set_descriptor(vm, at, value);
    if (field)
        return set_field(vm, at, field);
    // object() itself has no room for attributes either.
    if (fz_class_flags(vm, cls) & FZ_CLASS_SLOTS || cls == fz_type(vm, FZ_TYPE_OBJECT)) {
        if (value != FZ_NULL)
            return fail(vm, "'%t' object attribute '%v' is read-only", at[0], at[1]);
        return fail_absent(vm, at);
    }
    return set_in_ext(vm, at);
}

// A method name that instances' attribute access looks at must show in the class's flags.
static uint32_t hook_flags(const FzVm *vm, FzValue name)
{
    if (FZ_IS_NAME(vm, name, FZ_NAME_new_))
        return FZ_CLASS_HAS_NEW;
    bool hook = FZ_IS_NAME(vm, name, FZ_NAME_getattr) || FZ_IS_NAME(vm, name, FZ_NAME_getattribute) ||
                FZ_IS_NAME(vm, name, FZ_NAME_setattr) || FZ_IS_NAME(vm, name, FZ_NAME_delattr);
    return hook ? FZ_CLASS_HAS_GETATTR : 0;
}

// C.__name__ = text: the class forgets its body's code, so what that knew moves to the namespace.
static bool rename_class(FzVm *vm, FzValue *at)
{
    FzValue old = FZ_CLASS(vm, at[0])->name;
    if (at[2] == FZ_NULL || !fz_is_kind(vm, at[2], FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a class can only be named by a str");
        return false;
    }
    if (fz_is_kind(vm, old, FZ_KIND_CODE)) {
        FzValue known[2] = {fz_name(vm, FZ_NAME_module), fz_name(vm, FZ_NAME_qualname)};
        FzValue values[2] = {fz_class_module(vm, at[0]), fz_class_qualname(vm, at[0])};
        for (uint32_t i = 0; i < 2; i++)
            if (known[i] != FZ_NULL &&
                !fz_dict_set(vm, FZ_CLASS(vm, at[0])->dict, known[i], values[i]))
                return false;
    }
    if (fz_is_rom(at[0]) && !fz_thaw(vm, at[0]))
        return false;
    FZ_CLASS(vm, at[0])->name = at[2];
    return true;
}

static bool set_on_class(FzVm *vm, FzValue *at)
{
    FzValue meta = fz_class_flags(vm, at[0]) & FZ_CLASS_HAS_META
                       ? fz_class_lookup(vm, fz_metaclass(vm, at[0]), at[1])
                       : FZ_NULL;
    if (meta != FZ_NULL && !fz_is_kind(vm, meta, FZ_KIND_NATIVE) && fz_is_data_descriptor(vm, meta))
        return set_descriptor(vm, at, meta);
    if (fz_class_flags(vm, at[0]) & FZ_CLASS_NATIVE) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot set '%v' attribute of immutable type '%v'", at[1],
                 fz_class_name(vm, at[0]));
        return false;
    }
#if FZ_CACHE_SLOTS
    memset(vm->cache, 0, sizeof vm->cache);
#endif
    if (FZ_IS_NAME(vm, at[1], FZ_NAME_name))
        return rename_class(vm, at);
    uint32_t flags = hook_flags(vm, at[1]);
    if (flags || (at[2] != FZ_NULL && fz_is_data_descriptor(vm, at[2])))
        vm->late_descriptors = 1;
    if (flags && fz_is_rom(at[0]) && !fz_thaw(vm, at[0]))
        return false;
    if (flags)
        fz_set_count(vm, at[0], fz_count_of(vm, at[0]) | flags << 14);
    return set_in_dict(vm, at, FZ_CLASS(vm, at[0])->dict);
}

// Whether code mentions one of the names below.
#define FZ_HAS_FIXED                                                                               \
    (FZ_HAS_NAME(FZ_NAME_code) || FZ_HAS_NAME(FZ_NAME_closure) || FZ_HAS_NAME(FZ_NAME_defaults) || \
     FZ_HAS_NAME(FZ_NAME_kwdefaults) || FZ_HAS_NAME(FZ_NAME_class_) || FZ_HAS_NAME(FZ_NAME_dict))

// Attributes of functions that the program may set are kept beside the function, read-only ones
// describe its code.
static bool set_on_function(FzVm *vm, FzValue *at)
{
    static const uint8_t fixed[] = {FZ_NAME_code, FZ_NAME_closure, FZ_NAME_defaults,
                                    FZ_NAME_kwdefaults, FZ_NAME_class_, FZ_NAME_dict};
    for (uint32_t i = 0; i < sizeof fixed; i++)
        if (FZ_HAS_FIXED && at[1] == fz_name(vm, (FzNameId)fixed[i]))
            return fail(vm, "attribute '%v' of '%t' objects is not writable", at[1], at[0]);
    return set_in_ext(vm, at);
}

bool fz_set_attr_plain(FzVm *vm, FzValue object, FzValue name, FzValue value)
{
    FzValue *at = fz_push(vm, object);
    fz_push(vm, fz_known_name(vm, name));
    fz_push(vm, value);
    bool done;
    switch (fz_kind_of(vm, object)) {
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        done = set_on_instance(vm, at);
        break;
    case FZ_KIND_CLASS:
        done = set_on_class(vm, at);
        break;
    case FZ_KIND_FUNCTION:
        done = set_on_function(vm, at);
        break;
    case FZ_KIND_MODULE:
        done = fz_module_set(vm, object, at[1], value);
        break;
    default:
        done = fz_class_lookup(vm, fz_type_of(vm, object), at[1]) == FZ_NULL
                   ? fail_absent(vm, at)
                   : fail(vm, "'%t' object attribute '%v' is read-only", object, at[1]);
        break;
    }
    vm->sp = at;
    return done;
}

bool fz_set_attr(FzVm *vm, FzValue object, FzValue name, FzValue value)
{
    FzKind kind = fz_kind_of(vm, object);
    bool hooks = kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION;
    if (hooks) {
        FzValue cls = fz_instance_class(vm, object);
        hooks = fz_class_flags(vm, cls) & FZ_CLASS_HAS_GETATTR || FZ_LATE_DESCRIPTORS(vm);
    }
    hooks = hooks || kind == FZ_KIND_CLASS; // fz_special knows whether it has a class with hooks
    FzValue hook = FZ_NULL;
    if (hooks)
        hook = fz_special(vm, object, value == FZ_NULL ? FZ_NAME_delattr : FZ_NAME_setattr);
    if (hook == FZ_NULL)
        return fz_set_attr_plain(vm, object, name, value);
    FzValue *at = fz_push(vm, object);
    fz_push(vm, name);
    fz_push(vm, value);
    bool done = fz_call(vm, hook, value == FZ_NULL ? 2 : 3, at) != FZ_NULL;
    vm->sp = at;
    return done;
}

// ---- the dict of an instance

// The name of the field when it is one that __dict__ shows, which slots are not; else FZ_NULL.
static FzValue shown_field(const FzVm *vm, FzValue cls, uint32_t index)
{
    FzValue name = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->fields)->items[index];
    bool is_value = index == 0 && fz_class_flags(vm, cls) & FZ_CLASS_WRAPS;
    return is_value || fz_is_slot(vm, cls, name) ? FZ_NULL : name;
}

static bool add_fields(FzVm *vm, FzValue *at)
{
    uint32_t count = fz_class_field_count(vm, fz_instance_class(vm, at[0]));
    for (uint32_t i = 0; i < count; i++) {
        FzValue name = shown_field(vm, fz_instance_class(vm, at[0]), i);
        FzValue value = fz_fields(vm, at[0])[i];
        if (name != FZ_NULL && value != FZ_NULL && !fz_dict_set(vm, at[1], name, value))
            return false;
    }
    return true;
}

static bool add_others(FzVm *vm, FzValue *at)
{
    FzValue ext = fz_ext_of(vm, at[0]);
    FzValue dict = ext == FZ_NULL ? FZ_NULL : FZ_WORDS(vm, ext)[2];
    if (dict == FZ_NULL)
        return true;
    FzValue *pair = fz_push(vm, at[1]);
    fz_push(vm, dict);
    return fz_dict_add(vm, pair); // the caller drops the pair
}

// From now on the dict is where all attributes are; fields stay empty.
static FzValue adopt_dict(FzVm *vm, FzValue *at)
{
    FzValue ext = fz_extend(vm, at);
    if (ext == FZ_NULL || (fz_is_rom(ext) && !fz_thaw(vm, ext)) ||
        (fz_is_rom(at[0]) && !fz_thaw(vm, at[0])))
        return FZ_NULL;
    ext = fz_ext_of(vm, at[0]);
    FzValue cls = fz_instance_class(vm, at[0]);
    uint32_t count = fz_class_field_count(vm, cls);
    for (uint32_t i = 0; i < count; i++)
        if (shown_field(vm, cls, i) != FZ_NULL)
            fz_fields(vm, at[0])[i] = FZ_NULL;
    FZ_WORDS(vm, ext)[0] |= FZ_HEADER_A;
    FZ_WORDS(vm, ext)[2] = at[1];
    return at[1];
}

// Slots in the dict at at[1].
static bool add_slots(FzVm *vm, FzValue *at)
{
    uint32_t count = fz_class_field_count(vm, fz_instance_class(vm, at[0]));
    for (uint32_t i = 0; i < count; i++) {
        FzValue cls = fz_instance_class(vm, at[0]);
        FzValue name = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->fields)->items[i];
        FzValue value = fz_fields(vm, at[0])[i];
        if (value != FZ_NULL && fz_is_slot(vm, cls, name) && !fz_dict_set(vm, at[1], name, value))
            return false;
    }
    return true;
}

FzValue fz_instance_attributes(FzVm *vm, FzValue object, bool slots)
{
    FzValue *at = fz_push(vm, object);
    FzValue *dict = fz_push(vm, FZ_NULL);
    *dict = fz_dict_new(vm, 0);
    FzValue ext = fz_ext_of(vm, *at);
    bool done = *dict != FZ_NULL;
    if (done && slots)
        done = add_slots(vm, at);
    else if (done && fz_ext_has_all(vm, ext))
        done = fz_dict_update(vm, *dict, FZ_WORDS(vm, ext)[2]);
    else if (done)
        done = add_fields(vm, at) && add_others(vm, at);
    vm->sp = at;
    return done ? at[1] : FZ_NULL;
}

FzValue fz_instance_dict(FzVm *vm, FzValue object)
{
    FzValue ext = fz_ext_of(vm, object);
    if (fz_ext_has_all(vm, ext))
        return FZ_WORDS(vm, ext)[2];
    FzValue *at = fz_push(vm, object);
    FzValue dict = fz_dict_new(vm, 0);
    fz_push(vm, dict);
    if (dict != FZ_NULL && add_fields(vm, at) && add_others(vm, at))
        dict = fz_is_rom(at[0]) && at[0] < vm->first_mutable ? at[1] : adopt_dict(vm, at);
    else
        dict = FZ_NULL;
    vm->sp = at;
    return dict;
}
