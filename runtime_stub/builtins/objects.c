// SPDX-License-Identifier: MIT
// Built-in functions about attributes and classes, and what every object inherits from `object`.
#include "flashfreeze/natives.h"

#include "../objects/protocol.h"
#include "../vm/frame.h"

// ---- attributes

// An attribute name in the form that the rest of the program knows it.
static bool take_name(FzVm *vm, FzValue *name)
{
    FzValue plain = fz_unwrap(vm, *name);
    if (!fz_is_kind(vm, plain, FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "attribute name must be string, not '%t'", *name);
        return false;
    }
    *name = fz_known_name(vm, plain);
    return true;
}

FzValue fz_builtin_getattr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    if (argv[2] == FZ_NULL)
        return fz_get_attr(vm, argv[0], argv[1]);
    FzValue value = fz_get_attr_or_null(vm, argv[0], argv[1]);
    return value == FZ_NULL && !fz_pending(vm) ? argv[2] : value;
}

FzValue fz_builtin_hasattr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    FzValue value = fz_get_attr_or_null(vm, argv[0], argv[1]);
    return fz_pending(vm) ? FZ_NULL : fz_from_bool(value != FZ_NULL);
}

FzValue fz_builtin_setattr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    return fz_set_attr(vm, argv[0], argv[1], argv[2]) ? FZ_NONE : FZ_NULL;
}

FzValue fz_builtin_delattr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    return fz_set_attr(vm, argv[0], argv[1], FZ_NULL) ? FZ_NONE : FZ_NULL;
}

FzValue fz_builtin_vars(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzKind kind = fz_kind_of(vm, argv[0]);
    if (kind == FZ_KIND_CLASS)
        return fz_type_dict(vm, 1, argv);
    if (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION || kind == FZ_KIND_MODULE ||
        kind == FZ_KIND_FUNCTION)
        return fz_object_dict(vm, 1, argv);
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "vars() argument must have __dict__ attribute");
}

// Adds the keys of a dict to the dict at *names.
static bool add_names(FzVm *vm, const FzValue *names, FzValue from)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    FzValue *held = fz_push(vm, from);
    bool done = true;
    while (done && fz_dict_entry(vm, *held, &at, &key, &value))
        done = key == fz_name(vm, FZ_NAME_metaclass) || fz_dict_set(vm, *names, key, FZ_NONE);
    vm->sp = held;
    return done;
}

static bool add_class_names(FzVm *vm, const FzValue *names, FzValue cls)
{
    FzValue *held = fz_push(vm, FZ_CLASS(vm, cls)->mro);
    bool done = true;
    for (uint32_t i = 0; done && i < fz_count_of(vm, *held); i++)
        done = add_names(vm, names, FZ_CLASS(vm, FZ_TUPLE(vm, *held)->items[i])->dict);
    vm->sp = held;
    return done;
}

static FzValue sorted_names(FzVm *vm, FzValue *names)
{
    FzValue list = fz_list_from(vm, *names);
    if (list == FZ_NULL)
        return FZ_NULL;
    *names = list;
    return fz_list_sort(vm, names, FZ_NULL, false) ? *names : FZ_NULL;
}

// Names of attributes: own ones, then those of the class and its bases, sorted.
FzValue fz_object_dir(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *names = fz_push(vm, FZ_NULL);
    *names = fz_dict_new(vm, 0);
    FzKind kind = fz_kind_of(vm, argv[0]);
    bool done = *names != FZ_NULL;
    if (done && (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION || kind == FZ_KIND_MODULE)) {
        FzValue dict = fz_object_dict(vm, 1, argv);
        done = dict != FZ_NULL && add_names(vm, names, dict);
    }
    FzValue cls = kind == FZ_KIND_CLASS ? argv[0] : fz_type_of(vm, argv[0]);
    if (!done || (kind != FZ_KIND_MODULE && !add_class_names(vm, names, cls)))
        return FZ_NULL;
    return sorted_names(vm, names);
}

FzValue fz_builtin_dir(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue own = fz_call_special(vm, argv[0], FZ_NAME_dir, 0, 0);
    if (own == FZ_NULL)
        return fz_pending(vm) ? FZ_NULL : fz_object_dir(vm, argc, argv);
    return sorted_names(vm, fz_push(vm, own));
}

// ---- classes

// What isinstance and issubclass differ in.
typedef struct {
    FzNameId hook; // of a metaclass, which is asked with the first argument
    bool is_instance;
    const char *message;
} Question;

static int ask_metaclass(FzVm *vm, const FzValue *value, FzValue of, const Question *question)
{
    FzValue answer = fz_call_special(vm, of, question->hook, 1, value);
    return answer == FZ_NULL ? -1 : fz_truth(vm, answer);
}

// Answers isinstance and issubclass for one class or nested tuples of them (those of a class that
// derives from tuple, too: unions); -1 after raising. The values are on the VM stack.
static int is_under(FzVm *vm, const FzValue *value, const FzValue *of, const Question *question)
{
    if (fz_is_kind(vm, *of, FZ_KIND_CLASS)) {
        if (question->is_instance && fz_type_of(vm, *value) == *of)
            return 1;
        if (fz_special(vm, *of, question->hook) != FZ_NULL)
            return ask_metaclass(vm, value, *of, question);
        return fz_is_subclass(vm, question->is_instance ? fz_type_of(vm, *value) : *value, *of);
    }
    if (!fz_is_kind(vm, fz_unwrap(vm, *of), FZ_KIND_TUPLE)) {
        if (fz_special(vm, *of, question->hook) != FZ_NULL)
            return ask_metaclass(vm, value, *of, question);
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, question->message);
        return -1;
    }
    if (!fz_stack_reserve(vm, 1 + FZ_NATIVE_SLOTS) || !fz_enter(vm))
        return -1;
    int answer = 0;
    FzValue *item = fz_push(vm, FZ_NULL);
    for (uint32_t i = 0; answer == 0 && i < fz_count_of(vm, fz_unwrap(vm, *of)); i++) {
        *item = FZ_TUPLE(vm, fz_unwrap(vm, *of))->items[i];
        answer = is_under(vm, value, item, question);
    }
    vm->sp = item;
    fz_leave(vm);
    return answer;
}

FzValue fz_builtin_isinstance(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    static const Question question = {
        FZ_NAME_instancecheck, true, "isinstance() arg 2 must be a type, a tuple of types, or a union"};
    int answer = is_under(vm, argv, argv + 1, &question);
    return answer < 0 ? FZ_NULL : fz_from_bool(answer > 0);
}

FzValue fz_builtin_issubclass(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_kind(vm, argv[0], FZ_KIND_CLASS))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "issubclass() arg 1 must be a class");
    static const Question question = {
        FZ_NAME_subclasscheck, false,
        "issubclass() arg 2 must be a class, a tuple of classes, or a union"};
    int answer = is_under(vm, argv, argv + 1, &question);
    return answer < 0 ? FZ_NULL : fz_from_bool(answer > 0);
}

FzValue fz_builtin_callable(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_from_bool(fz_is_callable(vm, argv[0]));
}

FzValue fz_builtin_id(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t identity = fz_identity(vm, argv[0]);
    return fz_pending(vm) ? FZ_NULL : fz_int_from_u64(vm, identity);
}

// ---- object

// Arguments beyond the first are for a method of Python code, if there is one.
static bool has_python(const FzVm *vm, FzValue cls, FzNameId name)
{
    FzValue owner;
    FzValue found = fz_class_find(vm, cls, fz_name(vm, name), 0, &owner);
    return found != FZ_NULL && !(fz_class_flags(vm, owner) & FZ_CLASS_NATIVE);
}

FzValue fz_object_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (!fz_is_kind(vm, argv[0], FZ_KIND_CLASS))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "object.__new__(X): X is not a type object (%t)",
                        argv[0]);
    uint32_t flags = fz_class_flags(vm, argv[0]);
    bool is_object = argv[0] == fz_type(vm, FZ_TYPE_OBJECT);
    if (fz_class_instance_kind(vm, argv[0]) != FZ_KIND_INSTANCE || flags & FZ_CLASS_WRAPS ||
        (flags & FZ_CLASS_NATIVE && !is_object))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "object.__new__(%v) is not safe",
                        fz_class_name(vm, argv[0]));
    if (argc > 1 || argv[argc] != FZ_NULL) {
        if (has_python(vm, argv[0], FZ_NAME_new_))
            return fz_raise(
                vm, FZ_TYPE_TYPE_ERROR,
                "object.__new__() takes exactly one argument (the type to instantiate)");
        if (!has_python(vm, argv[0], FZ_NAME_init))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes no arguments",
                            fz_class_name(vm, argv[0]));
    }
    return fz_instance_new(vm, argv);
}

FzValue fz_object_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue cls = fz_type_of(vm, argv[0]);
    if (argc > 1 || argv[argc] != FZ_NULL) {
        if (has_python(vm, cls, FZ_NAME_init))
            return fz_raise(
                vm, FZ_TYPE_TYPE_ERROR,
                "object.__init__() takes exactly one argument (the instance to initialize)");
        if (!has_python(vm, cls, FZ_NAME_new_))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v() takes no arguments",
                            fz_class_name(vm, cls));
    }
    return FZ_NONE;
}

FzValue fz_object_eq(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0] == argv[1] ? FZ_TRUE : FZ_NOT_IMPLEMENTED;
}

FzValue fz_object_ne(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue equal = argv[0] == argv[1] ? FZ_TRUE : FZ_NOT_IMPLEMENTED;
    if (fz_special(vm, argv[0], FZ_NAME_eq) != FZ_NULL)
        equal = fz_call_special(vm, argv[0], FZ_NAME_eq, 1, argv + 1);
    if (equal == FZ_NULL || equal == FZ_NOT_IMPLEMENTED)
        return equal;
    int truth = fz_truth(vm, equal);
    return truth < 0 ? FZ_NULL : fz_from_bool(!truth);
}

FzValue fz_object_hash(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t identity = fz_identity(vm, argv[0]);
    return fz_pending(vm) ? FZ_NULL : fz_from_int((int32_t)(identity >> 2));
}

FzValue fz_object_repr_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_object_repr(vm, argv[0]);
}

FzValue fz_object_str(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_repr(vm, argv[0]);
}

FzValue fz_object_format(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_kind(vm, argv[1], FZ_KIND_STR) || fz_count_of(vm, argv[1]) > 0)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "unsupported format string passed to %t.__format__",
                        argv[0]);
    return fz_str(vm, argv[0]);
}

FzValue fz_object_getattribute(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzAttr attr;
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    fz_find_attr_plain(vm, argv[0], argv[1], &attr);
    return fz_attr_value(vm, &attr, argv[0], argv[1]);
}

FzValue fz_object_setattr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    return fz_set_attr_plain(vm, argv[0], argv[1], argv[2]) ? FZ_NONE : FZ_NULL;
}

FzValue fz_object_delattr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!take_name(vm, &argv[1]))
        return FZ_NULL;
    return fz_set_attr_plain(vm, argv[0], argv[1], FZ_NULL) ? FZ_NONE : FZ_NULL;
}

FzValue fz_object_init_subclass(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (argv[1] != FZ_NULL)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%v.__init_subclass__() takes no keyword arguments",
                        fz_class_name(vm, argv[0]));
    return FZ_NONE;
}

FzValue fz_object_class(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_type_of(vm, argv[0]);
}

static FzValue no_attribute(FzVm *vm, FzValue object, const char *name)
{
    return fz_raise(vm, FZ_TYPE_ATTRIBUTE_ERROR, "'%t' object has no attribute '%s'", object, name);
}

// A new dict of what a module has.
static FzValue module_dict(FzVm *vm, FzValue module) // a module lies in ROM
{
    FzValue *dict = fz_push(vm, fz_dict_new(vm, 0));
    uint32_t at = 0;
    FzValue name;
    FzValue value;
    bool done = *dict != FZ_NULL;
    while (done && fz_dict_entry(vm, FZ_MODULE(vm, module)->dict, &at, &name, &value)) {
        value = fz_module_get(vm, module, name);
        if (value != FZ_NULL)
            done = fz_dict_set(vm, *dict, name, value);
    }
    FzValue overlay = fz_overlay(vm, module);
    if (done && overlay != FZ_NULL)
        done = fz_dict_update(vm, *dict, overlay);
    fz_pop(vm, 1);
    return done ? *dict : FZ_NULL;
}

// The dict of a function's own attributes, which is made when there is none.
static FzValue function_dict(FzVm *vm, const FzValue *function)
{
    if (fz_is_rom(*function))
        return fz_overlay_make(vm, *function);
    FzValue ext = fz_extend(vm, function);
    if (ext == FZ_NULL || FZ_WORDS(vm, ext)[2] != FZ_NULL)
        return ext == FZ_NULL ? FZ_NULL : FZ_WORDS(vm, ext)[2];
    FzValue dict = fz_dict_new(vm, 0);
    if (dict != FZ_NULL)
        FZ_WORDS(vm, fz_ext_of(vm, *function))[2] = dict;
    return dict;
}

FzValue fz_object_dict(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    switch (fz_kind_of(vm, argv[0])) {
    case FZ_KIND_INSTANCE:
        if (fz_class_flags(vm, fz_instance_class(vm, argv[0])) & FZ_CLASS_SLOTS ||
            fz_type_of(vm, argv[0]) == fz_type(vm, FZ_TYPE_OBJECT))
            break;
        return fz_instance_dict(vm, argv[0]);
    case FZ_KIND_EXCEPTION:
        return fz_instance_dict(vm, argv[0]);
    case FZ_KIND_MODULE:
        return module_dict(vm, argv[0]);
    case FZ_KIND_FUNCTION:
        return function_dict(vm, argv);
    default:
        break;
    }
    return no_attribute(vm, argv[0], "__dict__");
}

// What was set on the object itself, where that may hide what the class says.
static FzValue own_value(const FzVm *vm, FzValue object, FzNameId name)
{
    FzKind kind = fz_kind_of(vm, object);
    if (kind != FZ_KIND_INSTANCE && kind != FZ_KIND_EXCEPTION)
        return FZ_NULL;
    FzValue ext = fz_ext_of(vm, object);
    FzValue dict = ext == FZ_NULL ? FZ_NULL : FZ_WORDS(vm, ext)[2];
    return dict == FZ_NULL ? FZ_NULL : fz_find_name(vm, dict, fz_name(vm, name));
}

FzValue fz_object_doc(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue own = own_value(vm, argv[0], FZ_NAME_doc);
    if (own != FZ_NULL)
        return own;
    FzValue cls = fz_type_of(vm, argv[0]);
    return fz_type_doc(vm, argc, &cls);
}

FzValue fz_object_module(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue own = own_value(vm, argv[0], FZ_NAME_module);
    if (own != FZ_NULL)
        return own;
    FzValue cls = fz_type_of(vm, argv[0]);
    return fz_type_module(vm, argc, &cls);
}
