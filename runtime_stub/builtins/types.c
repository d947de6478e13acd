// SPDX-License-Identifier: MIT
// Attributes and methods of classes and functions, properties, static and class methods, super.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

// ---- type

// The end of type.__new__ for a class whose bases ask for another metaclass.
static FzValue made_by(FzVm *vm, FzValue meta, FzValue *argv)
{
    FzValue creator = fz_class_lookup(vm, meta, fz_name(vm, FZ_NAME_new_));
    argv[0] = meta;
    if (creator == FZ_NULL || !fz_is_kind(vm, creator, FZ_KIND_STATICMETHOD))
        return FZ_NULL;
    FzValue made = fz_call(vm, FZ_WORDS(vm, creator)[1], 4, argv);
    FzValue *held = fz_push(vm, made);
    bool inits = made != FZ_NULL && fz_special(vm, made, FZ_NAME_init) != FZ_NULL;
    if (inits && fz_call_special(vm, made, FZ_NAME_init, 3, argv + 1) == FZ_NULL)
        return FZ_NULL;
    return *held;
}

// Classes made by a call belong to the module that calls.
static bool set_module(FzVm *vm, FzValue namespace)
{
    FzValue name = fz_name(vm, FZ_NAME_module);
    if (name == FZ_NULL || vm->frame == vm->stack || fz_dict_get_name(vm, namespace, name) != FZ_NULL)
        return true;
    const FzCode *code = FZ_CODE(vm, fz_own_code(vm, vm->frame[0]));
    return fz_dict_set(vm, namespace, name, FZ_MODULE(vm, code->module)->name);
}

// type(name, bases, namespace, **keywords): argv[0] is type or a class deriving from it.
FzValue fz_type_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 2 && argv[4] == FZ_NULL && argv[0] == fz_type(vm, FZ_TYPE_TYPE))
        return fz_type_of(vm, argv[1]);
    if (argc != 4)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "type() takes 1 or 3 arguments");
    argv[1] = fz_unwrap(vm, argv[1]);
    argv[3] = fz_unwrap(vm, argv[3]);
    if (!fz_is_kind(vm, argv[1], FZ_KIND_STR) || !fz_is_kind(vm, argv[2], FZ_KIND_TUPLE) ||
        !fz_is_kind(vm, argv[3], FZ_KIND_DICT))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "type.__new__() arguments must be a str, a tuple and a dict");
    FzValue meta = fz_class_winner(vm, argv[0], argv[2]);
    if (meta == FZ_NULL)
        return FZ_NULL;
    if (meta != argv[0]) {
        FzValue made = made_by(vm, meta, argv);
        if (made != FZ_NULL || fz_pending(vm))
            return made;
    }
    uint32_t pairs = argv[4] == FZ_NULL ? 0 : fz_dict_len(vm, argv[4]);
    if (!fz_stack_reserve(vm, 3 + 2 * pairs + FZ_SLACK))
        return FZ_NULL;
    FzValue *at = fz_push(vm, argv[1]);
    fz_push(vm, argv[2]);
    fz_push(vm, FZ_NULL);
    uint32_t entry = 0;
    FzValue key;
    FzValue value;
    while (argv[4] != FZ_NULL && fz_dict_entry(vm, argv[4], &entry, &key, &value)) {
        fz_push(vm, key);
        fz_push(vm, value);
    }
    // The class owns its namespace: a copy, with names as the rest of the program knows them.
    at[2] = fz_dict_new(vm, fz_dict_len(vm, argv[3]));
    if (at[2] == FZ_NULL)
        return FZ_NULL;
    entry = 0;
    while (fz_dict_entry(vm, argv[3], &entry, &key, &value)) {
        if (fz_is_kind(vm, key, FZ_KIND_STR))
            key = fz_known_name(vm, key);
        if (!fz_dict_set(vm, at[2], key, value))
            return FZ_NULL;
    }
    return set_module(vm, at[2]) ? fz_class_make(vm, at, pairs, argv) : FZ_NULL;
}

FzValue fz_type_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argv;
    if (argc != 2 && argc != 4)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "type.__init__() takes 1 or 3 arguments");
    return FZ_NONE;
}

FzValue fz_type_prepare(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_dict_new(vm, 0);
}

FzValue fz_type_instancecheck(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_from_bool(fz_is_subclass(vm, fz_type_of(vm, argv[1]), argv[0]));
}

FzValue fz_type_subclasscheck(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_kind(vm, argv[1], FZ_KIND_CLASS))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "issubclass() arg 1 must be a class");
    return fz_from_bool(fz_is_subclass(vm, argv[1], argv[0]));
}

// Calls argv[0] with the rest; the keyword arguments are a dict, or NULL, behind them.
static FzValue forward(FzVm *vm, uint32_t argc, FzValue *argv,
                       FzValue (*run)(FzVm *vm, FzCall *call))
{
    FzValue *at = fz_push(vm, argv[0]);
    FzValue args = fz_tuple_new(vm, argv + 1, argc - 1);
    if (args == FZ_NULL)
        return FZ_NULL;
    fz_push(vm, args);
    fz_push(vm, argv[argc]);
    FzCall call = {.back = fz_back(FZ_RETURN_EXIT, 0)};
    return fz_spread_call(vm, at, &call) ? run(vm, &call) : FZ_NULL;
}

FzValue fz_type_call(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return forward(vm, argc, argv, fz_run_class);
}

FzValue fz_type_mro(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_CLASS(vm, argv[0])->mro;
}

FzValue fz_type_mro_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_list_from(vm, FZ_CLASS(vm, argv[0])->mro);
}

FzValue fz_type_bases(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_CLASS(vm, argv[0])->bases;
}

FzValue fz_type_base(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue bases = FZ_CLASS(vm, argv[0])->bases;
    return fz_count_of(vm, bases) ? FZ_TUPLE(vm, bases)->items[0] : FZ_NONE;
}

FzValue fz_type_dunder_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_class_name(vm, argv[0]);
}

FzValue fz_type_qualname(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_class_qualname(vm, argv[0]);
}

FzValue fz_type_module(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue module = fz_class_module(vm, argv[0]);
    return module == FZ_NULL ? fz_str_from_z(vm, "builtins") : module;
}

FzValue fz_type_doc(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue name = fz_name(vm, FZ_NAME_doc);
    FzValue doc = name == FZ_NULL ? FZ_NULL : fz_find_name(vm, FZ_CLASS(vm, argv[0])->dict, name);
    // What the built-in class has under this name is the getter of its instances.
    if (doc != FZ_NULL && !(fz_class_flags(vm, argv[0]) & FZ_CLASS_NATIVE))
        return doc;
    FzValue body = FZ_CLASS(vm, argv[0])->name;
    return fz_is_kind(vm, body, FZ_KIND_CODE) ? fz_code_doc(vm, FZ_CODE(vm, body)) : FZ_NONE;
}

FzValue fz_type_dict(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *dict = fz_push(vm, fz_dict_new(vm, 0));
    if (*dict == FZ_NULL || !fz_dict_update(vm, *dict, FZ_CLASS(vm, argv[0])->dict))
        return FZ_NULL;
    if (fz_class_flags(vm, argv[0]) & FZ_CLASS_HAS_META &&
        fz_dict_delete(vm, *dict, fz_name(vm, FZ_NAME_metaclass)) < 0)
        return FZ_NULL;
    return *dict;
}

// ---- functions

// What the program set on the function itself under the name, or FZ_NULL.
static FzValue function_override(const FzVm *vm, FzValue function, FzNameId name)
{
    FzValue dict = FZ_NULL;
    if (fz_is_rom(function)) {
        dict = fz_overlay(vm, function);
    } else {
        FzValue ext = fz_ext_of(vm, function);
        dict = ext == FZ_NULL ? FZ_NULL : FZ_WORDS(vm, ext)[2];
    }
    return dict == FZ_NULL ? FZ_NULL : fz_find_name(vm, dict, fz_name(vm, name));
}

FzValue fz_function_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue own = function_override(vm, argv[0], FZ_NAME_name);
    return own != FZ_NULL ? own : FZ_CODE(vm, fz_function_code(vm, argv[0]))->name;
}

FzValue fz_function_qualname(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue own = function_override(vm, argv[0], FZ_NAME_qualname);
    return own != FZ_NULL ? own : FZ_CODE(vm, fz_function_code(vm, argv[0]))->qualname;
}

FzValue fz_function_module(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue own = function_override(vm, argv[0], FZ_NAME_module);
    if (own != FZ_NULL)
        return own;
    return FZ_MODULE(vm, FZ_CODE(vm, fz_function_code(vm, argv[0]))->module)->name;
}

FzValue fz_function_doc(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue own = function_override(vm, argv[0], FZ_NAME_doc);
    return own != FZ_NULL ? own : fz_code_doc(vm, FZ_CODE(vm, fz_function_code(vm, argv[0])));
}

static FzValue extra_or_none(const FzVm *vm, FzValue function, uint32_t which)
{
    FzValue extra = fz_function_extra(vm, function, which);
    return extra == FZ_NULL ? FZ_NONE : extra;
}

FzValue fz_function_defaults(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return extra_or_none(vm, argv[0], FZ_FUNCTION_DEFAULTS);
}

FzValue fz_function_kwdefaults(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return extra_or_none(vm, argv[0], FZ_FUNCTION_KWDEFAULTS);
}

FzValue fz_function_closure(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return extra_or_none(vm, argv[0], FZ_FUNCTION_CLOSURE);
}

FzValue fz_function_dunder_code(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_function_code(vm, argv[0]);
}

// Annotations are not kept; a program can set some all the same.
FzValue fz_function_annotations(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue own = function_override(vm, argv[0], FZ_NAME_annotations);
    return own != FZ_NULL ? own : fz_dict_new(vm, 0);
}

FzValue fz_function_get(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (argv[1] == FZ_NONE)
        return argv[0];
    return fz_bound_method_new(vm, argv[0], argv[1]);
}

FzValue fz_function_call(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return forward(vm, argc, argv, fz_run_call);
}

FzValue fz_native_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_NATIVE(vm, argv[0])->name;
}

FzValue fz_native_qualname(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzTypeId type = (FzTypeId)fz_count_of(vm, argv[0]);
    if (type == FZ_TYPE_NONE)
        return fz_native_name(vm, argc, argv);
    FzBuilder builder;
    FzValue *part = fz_push(vm, fz_class_name(vm, fz_type_or_base(vm, type)));
    fz_builder_open(vm, &builder);
    fz_builder_add_str(vm, &builder, part);
    fz_builder_add(vm, &builder, ".", 1);
    *part = FZ_NATIVE(vm, argv[0])->name;
    fz_builder_add_str(vm, &builder, part);
    return fz_builder_close(vm, &builder);
}

FzValue fz_method_self(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[2];
}

// types.MethodType(function, self)
FzValue fz_method_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_callable(vm, argv[1]))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "first argument must be callable");
    if (argv[2] == FZ_NONE)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "self must not be None");
    return fz_bound_method_new(vm, argv[1], argv[2]);
}

FzValue fz_method_func(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[1];
}

FzValue fz_method_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_get_attr(vm, FZ_WORDS(vm, argv[0])[1], fz_name(vm, FZ_NAME_name));
}

FzValue fz_cell_contents(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue content = FZ_WORDS(vm, argv[0])[1];
    return content == FZ_NULL ? fz_raise(vm, FZ_TYPE_VALUE_ERROR, "Cell is empty") : content;
}

// ---- static and class methods

static FzValue new_wrapper(FzVm *vm, FzKind kind, const FzValue *argv)
{
    FzValue made = fz_new(vm, kind, 0, 0);
    if (made != FZ_NULL)
        FZ_WORDS(vm, made)[1] = argv[1];
    return made;
}

FzValue fz_staticmethod_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return new_wrapper(vm, FZ_KIND_STATICMETHOD, argv);
}

FzValue fz_classmethod_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return new_wrapper(vm, FZ_KIND_CLASSMETHOD, argv);
}

FzValue fz_staticmethod_get(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_method_func(vm, argc, argv);
}

FzValue fz_classmethod_get(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue cls = argv[2] == FZ_NULL || argv[2] == FZ_NONE ? fz_type_of(vm, argv[1]) : argv[2];
    return fz_bound_method_new(vm, fz_method_func(vm, argc, argv), cls);
}

FzValue fz_staticmethod_func(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_method_func(vm, argc, argv);
}

FzValue fz_staticmethod_wrapped(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_method_func(vm, argc, argv);
}

FzValue fz_classmethod_func(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_method_func(vm, argc, argv);
}

FzValue fz_classmethod_wrapped(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_method_func(vm, argc, argv);
}

// The class and the receiver that super() without arguments means: the calling function's cell
// __class__ and its first parameter.
static bool find_caller(const FzVm *vm, FzValue *argv)
{
    if (vm->frame == vm->stack)
        return false;
    const FzCode *code = FZ_CODE(vm, fz_own_code(vm, vm->frame[0]));
    const FzValue *locals = vm->frame - fz_code_locals(code);
    uint32_t params = fz_code_params(code);
    argv[1] = FZ_NULL;
    argv[2] = params ? locals[0] : FZ_NULL;
    for (uint32_t i = 0; i < fz_code_free(code); i++)
        if (fz_text_is(vm, fz_code_slot_name(vm, code, params + i), "__class__"))
            argv[1] = FZ_WORDS(vm, locals[params + i])[1];
    if (argv[2] != FZ_NULL && fz_is_kind(vm, argv[2], FZ_KIND_CELL))
        argv[2] = FZ_WORDS(vm, argv[2])[1];
    return argv[1] != FZ_NULL && argv[2] != FZ_NULL;
}

// super(cls, object). Where the compiler knows that super is the built-in, super() is an instruction
// and does not come here.
FzValue fz_super_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 2 || (argc == 1 && !find_caller(vm, argv)))
        return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "super(): no arguments");
    bool is_class = fz_is_kind(vm, argv[1], FZ_KIND_CLASS);
    bool fits = is_class && (fz_is_subclass(vm, fz_type_of(vm, argv[2]), argv[1]) ||
                             (fz_is_kind(vm, argv[2], FZ_KIND_CLASS) &&
                              fz_is_subclass(vm, argv[2], argv[1])));
    if (!fits)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "super(type, obj): obj must be an instance or subtype of type");
    FzValue made = fz_new(vm, FZ_KIND_SUPER, 0, 0);
    if (made != FZ_NULL) {
        FZ_WORDS(vm, made)[1] = argv[1];
        FZ_WORDS(vm, made)[2] = argv[2];
    }
    return made;
}
