// SPDX-License-Identifier: MIT
// Reading attributes. Finding says what an attribute is without running anything, so that the loop
// can run getters in a frame of its own; fz_attr_value runs them from C.
//
// Invariant: no name in a class's tuple of fields is a data descriptor of the class (build_class.c),
// so a field can be read and written by name alone, until a program puts a data descriptor on a
// finished class (vm->late_descriptors).
#include "frame.h"

FzValue *fz_field(const FzVm *vm, FzValue object, FzValue name)
{
    FzValue fields = FZ_CLASS(vm, fz_instance_class(vm, object))->fields;
    if (fields == FZ_NULL)
        return 0;
    const FzTuple *names = FZ_TUPLE(vm, fields);
    uint32_t count = fz_header_count(names->header);
    for (uint32_t i = 0; i < count; i++)
        if (names->items[i] == name)
            return fz_fields(vm, object) + i;
    return 0;
}

static bool has_special(const FzVm *vm, FzValue value, FzNameId name)
{
    return fz_special(vm, value, name) != FZ_NULL;
}

bool fz_acts_on_data(const FzVm *vm, FzValue value)
{
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_PROPERTY:
        return true;
    case FZ_KIND_NATIVE:
        return (FZ_NATIVE(vm, value)->info >> 24 & FZ_NATIVE_GETTER) != 0;
    case FZ_KIND_INSTANCE:
        return has_special(vm, value, FZ_NAME_set) || has_special(vm, value, FZ_NAME_delete) ||
               fz_is_instance(vm, value, FZ_TYPE_PROPERTY);
    default:
        return false;
    }
}

static void found(FzAttr *attr, FzAttrKind kind, FzValue value, FzValue self)
{
    *attr = (FzAttr){.kind = kind, .value = value, .self = self};
}

static void bind_property(const FzVm *vm, FzValue property, FzValue self, FzAttr *attr)
{
    FzValue getter = FZ_WORDS(vm, property)[1];
    if (fz_is_int(getter)) { // a field of a named tuple: the number of its item
        FzValue tuple = fz_unwrap(vm, self);
        uint32_t index = (uint32_t)fz_to_int(getter);
        if (fz_is_kind(vm, tuple, FZ_KIND_TUPLE) && index < fz_count_of(vm, tuple)) {
            found(attr, FZ_ATTR_VALUE, FZ_TUPLE(vm, tuple)->items[index], FZ_NULL);
            return;
        }
    }
    bool readable = getter != FZ_NULL && getter != FZ_NONE;
    found(attr, readable ? FZ_ATTR_CALL : FZ_ATTR_UNREADABLE, getter, self);
}

// A native found in a class. Methods of built-in classes that hold a value see the value when an
// instance of a Python class deriving from them is the receiver.
static void bind_native(const FzVm *vm, FzValue native, FzValue self, FzValue cls, FzAttr *attr)
{
    const FzNative *object = FZ_NATIVE(vm, native);
    uint32_t flags = object->info >> 24;
    FzTypeId type = (FzTypeId)fz_header_count(object->header);
    if (flags & FZ_NATIVE_CLASSMETHOD)
        found(attr, FZ_ATTR_METHOD, native, cls);
    else if (self == FZ_NULL || type == FZ_TYPE_NONE || flags & FZ_NATIVE_STATIC ||
             object->name == fz_name(vm, FZ_NAME_new_))
        found(attr, FZ_ATTR_VALUE, native, FZ_NULL);
    else
        found(attr, flags & FZ_NATIVE_GETTER ? FZ_ATTR_CALL : FZ_ATTR_METHOD, native,
              type == FZ_TYPE_OBJECT ? self : fz_unwrap(vm, self));
}

// What a class attribute becomes when it is read through an instance (`self`) or, with FZ_NULL,
// through the class.
static void bind(const FzVm *vm, FzValue value, FzValue self, FzValue cls, FzAttr *attr)
{
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_FUNCTION:
        found(attr, self == FZ_NULL ? FZ_ATTR_VALUE : FZ_ATTR_METHOD, value, self);
        return;
    case FZ_KIND_NATIVE:
        bind_native(vm, value, self, cls, attr);
        return;
    case FZ_KIND_PROPERTY:
        if (self == FZ_NULL)
            break;
        bind_property(vm, value, self, attr);
        return;
    case FZ_KIND_STATICMETHOD:
        value = FZ_WORDS(vm, value)[1];
        break;
    case FZ_KIND_CLASSMETHOD:
        found(attr, FZ_ATTR_METHOD, FZ_WORDS(vm, value)[1], cls);
        return;
    case FZ_KIND_INSTANCE:
        if (has_special(vm, value, FZ_NAME_get)) {
            *attr = (FzAttr){FZ_ATTR_GET, value, self, cls};
            return;
        }
        if (self != FZ_NULL && fz_is_kind(vm, fz_unwrap(vm, value), FZ_KIND_PROPERTY)) {
            bind_property(vm, fz_unwrap(vm, value), self, attr);
            return;
        }
        break;
    default:
        break;
    }
    found(attr, FZ_ATTR_VALUE, value, FZ_NULL);
}

static FzValue ext_value(const FzVm *vm, FzValue object, FzValue name)
{
    FzValue ext = fz_ext_of(vm, object);
    FzValue dict = ext == FZ_NULL ? fz_is_rom(object) ? fz_overlay(vm, object) : FZ_NULL
                                  : FZ_WORDS(vm, ext)[2];
    if (dict == FZ_NULL)
        return FZ_NULL;
    return fz_ext_has_all(vm, ext) ? fz_find_text(vm, dict, name) : fz_find_name(vm, dict, name);
}

static bool find_hook(const FzVm *vm, FzValue object, FzNameId hook, FzAttrKind kind, FzAttr *attr)
{
    FzValue function = fz_special(vm, object, hook);
    if (function == FZ_NULL)
        return false;
    found(attr, kind, function, object);
    return true;
}

// What object.__getattribute__ finds.
static void find_on_instance(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzValue cls = fz_instance_class(vm, object);
    const FzValue *field = fz_field(vm, object, name);
    if (field && *field != FZ_NULL && !FZ_LATE_DESCRIPTORS(vm)) {
        found(attr, FZ_ATTR_VALUE, *field, FZ_NULL);
        return;
    }
    FzValue owner;
    FzValue value = fz_class_find(vm, cls, name, 0, &owner);
    found(attr, FZ_ATTR_ABSENT, FZ_NULL, FZ_NULL);
    if (value != FZ_NULL) {
        bind(vm, value, object, cls, attr);
        bool is_itself = attr->kind == FZ_ATTR_VALUE && attr->value == value; // without a __get__
        if (!is_itself && fz_is_data_descriptor(vm, value))
            return;
    }
    FzValue own = field && *field != FZ_NULL ? *field : ext_value(vm, object, name);
    if (own != FZ_NULL)
        found(attr, FZ_ATTR_VALUE, own, FZ_NULL);
}

// Attribute access of instances, with __getattribute__ and __getattr__ of Python code.
static void find_hooked(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzValue cls = fz_instance_class(vm, object);
    bool hooks = fz_class_flags(vm, cls) & FZ_CLASS_HAS_GETATTR || FZ_LATE_DESCRIPTORS(vm);
    if (hooks && find_hook(vm, object, FZ_NAME_getattribute, FZ_ATTR_INTERCEPT, attr))
        return;
    find_on_instance(vm, object, name, attr);
    if (hooks && attr->kind == FZ_ATTR_ABSENT)
        find_hook(vm, object, FZ_NAME_getattr, FZ_ATTR_NAMED, attr);
    else if (hooks && attr->kind == FZ_ATTR_CALL)
        attr->kind = FZ_ATTR_TRY;
}

void fz_find_special(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzValue cls = fz_type_of(vm, object);
    FzValue value = fz_class_lookup(vm, cls, name); // FZ_NULL for no name
    if (value == FZ_NULL)
        found(attr, FZ_ATTR_ABSENT, FZ_NULL, FZ_NULL);
    else
        bind(vm, value, object, cls, attr);
}

static void find_on_class(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzValue cls = fz_metaclass(vm, object);
    FzValue meta = fz_class_lookup(vm, cls, name);
    bool decides = meta != FZ_NULL && fz_is_data_descriptor(vm, meta);
    FzValue value = decides ? FZ_NULL : fz_class_lookup(vm, object, name);
    if (value != FZ_NULL)
        bind(vm, value, FZ_NULL, object, attr);
    else if (meta != FZ_NULL)
        bind(vm, meta, object, cls, attr);
    else if (!find_hook(vm, object, FZ_NAME_getattr, FZ_ATTR_NAMED, attr))
        found(attr, FZ_ATTR_ABSENT, FZ_NULL, FZ_NULL);
}

static void find_on_module(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzValue value = fz_module_get(vm, object, name);
    if (value != FZ_NULL) {
        bool getter = fz_is_kind(vm, value, FZ_KIND_NATIVE) && fz_is_data_descriptor(vm, value);
        found(attr, getter ? FZ_ATTR_CALL : FZ_ATTR_VALUE, value, getter ? object : FZ_NULL);
        return;
    }
    fz_find_special(vm, object, name, attr);
}

static void find_on_function(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    fz_find_special(vm, object, name, attr);
    if (attr->kind == FZ_ATTR_CALL)
        return;
    FzValue value = ext_value(vm, object, name);
    if (value != FZ_NULL)
        found(attr, FZ_ATTR_VALUE, value, FZ_NULL);
}

static void find_on_method(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzAttr own;
    fz_find_special(vm, object, name, &own);
    FzValue function = FZ_WORDS(vm, object)[1];
    attr->kind = FZ_ATTR_ABSENT;
    // What object answers for everything, the function answers better.
    bool general = own.kind == FZ_ATTR_CALL &&
                   fz_header_count(fz_header_of(vm, own.value)) == FZ_TYPE_OBJECT &&
                   name != fz_name(vm, FZ_NAME_class_);
    if ((own.kind == FZ_ATTR_ABSENT || general) && fz_is_kind(vm, function, FZ_KIND_FUNCTION))
        find_on_function(vm, function, name, attr);
    if (attr->kind == FZ_ATTR_ABSENT)
        *attr = own;
}

void fz_find_super(const FzVm *vm, FzValue cls, FzValue self, FzValue name, FzAttr *attr)
{
    bool on_class = fz_is_kind(vm, self, FZ_KIND_CLASS) && fz_is_subclass(vm, self, cls);
    FzValue start = on_class ? self : fz_type_of(vm, self);
    const FzTuple *mro = FZ_TUPLE(vm, FZ_CLASS(vm, start)->mro);
    uint32_t count = fz_header_count(mro->header);
    uint32_t first = 0;
    while (first < count && mro->items[first] != cls)
        first++;
    FzValue owner;
    FzValue value = fz_class_find(vm, start, name, first + 1, &owner);
    if (value == FZ_NULL)
        found(attr, FZ_ATTR_ABSENT, FZ_NULL, FZ_NULL);
    else
        bind(vm, value, on_class ? FZ_NULL : self, start, attr);
}

void fz_find_attr_plain(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    FzKind kind = fz_kind_of(vm, object);
    if (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION)
        find_on_instance(vm, object, name, attr);
    else
        fz_find_attr(vm, object, name, attr);
}

void fz_find_attr(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr)
{
    switch (fz_kind_of(vm, object)) {
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        find_hooked(vm, object, name, attr);
        return;
    case FZ_KIND_CLASS:
        find_on_class(vm, object, name, attr);
        return;
    case FZ_KIND_MODULE:
        find_on_module(vm, object, name, attr);
        return;
    case FZ_KIND_FUNCTION:
        find_on_function(vm, object, name, attr);
        return;
    case FZ_KIND_BOUND_METHOD:
        find_on_method(vm, object, name, attr);
        return;
    case FZ_KIND_SUPER:
        fz_find_super(vm, FZ_WORDS(vm, object)[1], FZ_WORDS(vm, object)[2], name, attr);
        if (attr->kind == FZ_ATTR_ABSENT)
            fz_find_special(vm, object, name, attr);
        return;
    default:
        fz_find_special(vm, object, name, attr);
        return;
    }
}

FzValue fz_bound_method_new(FzVm *vm, FzValue function, FzValue self)
{
    FzValue *at = fz_push(vm, function);
    fz_push(vm, self);
    FzValue made = fz_new(vm, FZ_KIND_BOUND_METHOD, 0, 0);
    if (made != FZ_NULL) {
        FZ_WORDS(vm, made)[1] = at[0];
        FZ_WORDS(vm, made)[2] = at[1];
    }
    vm->sp = at;
    return made;
}

static FzValue raise_no_module_attr(FzVm *vm, FzValue module, FzValue name)
{
    const FzModule *object = FZ_MODULE(vm, module);
    bool half_made = !(object->header & (FZ_HEADER_A | FZ_HEADER_B)) &&
                     vm->globals[object->globals] == fz_from_int(FZ_MODULE_RUNNING);
    return fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR,
                    half_made ? "partially initialized module '%v' has no attribute '%v' (most "
                                "likely due to a circular import)"
                              : "module '%v' has no attribute '%v'",
                    object->name, name);
}

FzValue fz_raise_no_attr(FzVm *vm, FzValue object, FzValue name)
{
    if (fz_is_kind(vm, object, FZ_KIND_MODULE))
        return raise_no_module_attr(vm, object, name);
    if (fz_is_kind(vm, object, FZ_KIND_CLASS))
        return fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR, "type object '%v' has no attribute '%v'",
                        fz_class_name(vm, object), name);
    return fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR, "'%t' object has no attribute '%v'", object, name);
}

// A property's function, or __getattribute__ of Python code, which takes the name as well; where it
// raises AttributeError, __getattr__ is asked.
static FzValue intercepted(FzVm *vm, const FzAttr *attr, FzValue name, uint32_t argc)
{
    FzValue *at = fz_push(vm, attr->self);
    fz_push(vm, name);
    FzValue value = fz_call(vm, attr->value, argc, at);
    if (value == FZ_NULL && fz_pending_is(vm, FZ_TYPE_ATTRIBUTE_ERROR)) {
        FzValue fallback = fz_special(vm, at[0], FZ_NAME_getattr);
        if (fallback != FZ_NULL) {
            fz_clear(vm);
            value = fz_call(vm, fallback, 2, at);
        }
    }
    vm->sp = at;
    return value;
}

static FzValue call_get(FzVm *vm, const FzAttr *attr)
{
    FzValue *at = fz_push(vm, attr->self == FZ_NULL ? FZ_NONE : attr->self);
    fz_push(vm, attr->cls);
    FzValue value = fz_call_special(vm, attr->value, FZ_NAME_get, 2, at);
    vm->sp = at;
    return value;
}

FzValue fz_attr_value(FzVm *vm, const FzAttr *attr, FzValue object, FzValue name)
{
    switch (attr->kind) {
    case FZ_ATTR_VALUE:
        return attr->value;
    case FZ_ATTR_METHOD:
        return fz_bound_method_new(vm, attr->value, attr->self);
    case FZ_ATTR_CALL:
    case FZ_ATTR_TRY:
        return intercepted(vm, attr, name, 1);
    case FZ_ATTR_GET:
        return call_get(vm, attr);
    case FZ_ATTR_NAMED: {
        FzValue *at = fz_push(vm, attr->self);
        fz_push(vm, name);
        FzValue value = fz_call(vm, attr->value, 2, at);
        vm->sp = at;
        return value;
    }
    case FZ_ATTR_INTERCEPT:
        return intercepted(vm, attr, name, 2);
    case FZ_ATTR_UNREADABLE:
        return fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR, "property '%v' of '%t' object has no getter",
                        name, object);
    case FZ_ATTR_ABSENT:
        break;
    }
    return fz_raise_no_attr(vm, object, name);
}

FzValue fz_get_attr(FzVm *vm, FzValue object, FzValue name)
{
    FzAttr attr;
    name = fz_known_name(vm, name);
    fz_find_attr(vm, object, name, &attr);
    if (attr.kind == FZ_ATTR_VALUE)
        return attr.value;
    return fz_attr_value(vm, &attr, object, name);
}

FzValue fz_get_attr_or_null(FzVm *vm, FzValue object, FzValue name)
{
    FzAttr attr;
    if (name == FZ_NULL)
        return FZ_NULL;
    name = fz_known_name(vm, name);
    fz_find_attr(vm, object, name, &attr);
    if (attr.kind == FZ_ATTR_ABSENT)
        return FZ_NULL;
    FzValue value = fz_attr_value(vm, &attr, object, name);
    if (value == FZ_NULL && fz_pending_is(vm, FZ_TYPE_ATTRIBUTE_ERROR))
        fz_clear(vm);
    return value;
}
