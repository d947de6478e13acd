// SPDX-License-Identifier: MIT
// Methods and attributes of exceptions, and their text.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

// ---- making

// Keyword arguments that some classes know as attributes: name, path, obj.
static bool set_attributes(FzVm *vm, FzValue *self, FzValue keywords)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    FzValue *held = fz_push(vm, keywords);
    bool known = fz_is_instance(vm, *self, FZ_TYPE_IMPORT_ERROR) ||
                 fz_is_instance(vm, *self, FZ_TYPE_ATTRIBUTE_ERROR) ||
                 fz_is_instance(vm, *self, FZ_TYPE_NAME_ERROR);
    bool done = true;
    while (done && fz_dict_entry(vm, *held, &at, &key, &value)) {
        if (!known) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%t() takes no keyword arguments", *self);
            done = false;
        } else {
            done = fz_set_attr_plain(vm, *self, key, value);
        }
    }
    vm->sp = held;
    return done;
}

// BaseException.__new__(cls, *args, **keywords)
FzValue fz_exception_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (!fz_is_exception_class(vm, argv[0]))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "an exception class is needed, not '%t'", argv[0]);
    if (!fz_stack_reserve(vm, argc + FZ_SLACK))
        return FZ_NULL;
    FzValue *at = vm->sp;
    for (uint32_t i = 0; i < argc; i++)
        fz_push(vm, argv[i]);
    FzValue made = fz_exception_new(vm, at);
    if (made == FZ_NULL)
        return FZ_NULL;
    at[0] = made;
    vm->sp = at + 1;
    // Those of a class of Python code are for its __init__.
    bool is_native = (fz_class_flags(vm, argv[0]) & FZ_CLASS_NATIVE) != 0;
    if (argv[argc] != FZ_NULL && is_native && !set_attributes(vm, at, argv[argc]))
        return FZ_NULL;
    return at[0];
}

FzValue fz_exception_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argv[argc] != FZ_NULL && !set_attributes(vm, argv, argv[argc]))
        return FZ_NULL;
    FzValue args = fz_tuple_new(vm, argv + 1, argc - 1);
    if (args == FZ_NULL)
        return FZ_NULL;
    if (fz_is_ram(argv[0]))
        FZ_EXCEPTION(vm, argv[0])->args = args;
    return FZ_NONE;
}

// ---- text

static FZ_NOINLINE FzValue join_os_error(FzVm *vm, FzValue *parts, uint32_t count)
{
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    for (uint32_t i = 0; i < count; i++) {
        fz_builder_add_z(vm, &builder, i == 0 ? "[Errno " : i == 1 ? "] " : ": ");
        fz_builder_add_str(vm, &builder, parts + i);
    }
    return fz_builder_close(vm, &builder);
}

// "[Errno 2] text" or "[Errno 2] text: 'file'" of an OSError with two or three arguments.
static FZ_NOINLINE FzValue os_error_str(FzVm *vm, FzValue *args)
{
    FzValue *parts = vm->sp;
    uint32_t count = fz_count_of(vm, *args);
    for (uint32_t i = 0; i < count; i++) {
        FzValue item = FZ_TUPLE(vm, *args)->items[i];
        FzValue part = i == 2 ? fz_repr(vm, item) : fz_str(vm, item);
        if (part == FZ_NULL)
            return FZ_NULL;
        fz_push(vm, part);
    }
    return join_os_error(vm, parts, count);
}

static FzValue text_of(FzVm *vm, FzValue *at)
{
    FzValue exception = at[0];
    at[0] = FZ_EXCEPTION(vm, exception)->args;
    uint32_t count = fz_count_of(vm, at[0]);
    if (count == 0)
        return FZ_EMPTY_STR;
    if (FZ_HAS_TYPE(FZ_TYPE_BASE_EXCEPTION_GROUP) &&
        fz_is_subclass(vm, fz_type_of(vm, exception), fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP))) {
        at[0] = exception;
        return fz_call_special(vm, exception, FZ_NAME_str, 0, 0);
    }
    FzValue first = FZ_TUPLE(vm, at[0])->items[0];
    if (count == 1)
        return fz_is_instance(vm, exception, FZ_TYPE_KEY_ERROR) ? fz_repr(vm, first)
                                                                : fz_str(vm, first);
    if (FZ_HAS_TYPE(FZ_TYPE_OS_ERROR) && fz_is_instance(vm, exception, FZ_TYPE_OS_ERROR) && count <= 3)
        return os_error_str(vm, at);
    return fz_repr(vm, at[0]);
}

// The file name of OSError(errno, text, name) is not one of its args.
FzValue fz_exception_shown_args(FzVm *vm, FzValue exception)
{
    FzValue args = FZ_EXCEPTION(vm, exception)->args;
    if (!FZ_HAS_TYPE(FZ_TYPE_OS_ERROR) || fz_count_of(vm, args) != 3 || !fz_is_instance(vm, exception, FZ_TYPE_OS_ERROR))
        return args;
    FzValue *at = fz_push(vm, FZ_TUPLE(vm, args)->items[0]);
    fz_push(vm, FZ_TUPLE(vm, args)->items[1]);
    args = fz_tuple_new(vm, at, 2);
    vm->sp = at;
    return args;
}

FzValue fz_exception_str(FzVm *vm, FzValue exception)
{
    FzValue *at = fz_push(vm, exception);
    FzValue text = text_of(vm, at);
    vm->sp = at;
    return text;
}

FzValue fz_exception_special_str(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_exception_str(vm, argv[0]);
}

FzValue fz_exception_special_repr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_object_repr(vm, argv[0]);
}

// ---- attributes

FzValue fz_exception_with_traceback(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_set_traceback(vm, argv[0], argv[1]) ? argv[0] : FZ_NULL;
}

FzValue fz_exception_add_note(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue name = fz_name(vm, FZ_NAME_notes);
    if (!fz_is_kind(vm, argv[1], FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "note must be a str, not '%t'", argv[1]);
    if (name == FZ_NULL || fz_is_rom(argv[0]))
        return FZ_NONE;
    FzValue notes = fz_get_attr_or_null(vm, argv[0], name);
    if (notes == FZ_NULL) {
        if (fz_pending(vm) || (notes = fz_list_new(vm, 0, 0)) == FZ_NULL)
            return FZ_NULL;
        FzValue *held = fz_push(vm, notes);
        if (!fz_set_attr_plain(vm, argv[0], name, notes))
            return FZ_NULL;
        notes = *held;
    }
    return fz_list_append(vm, notes, argv[1]) ? FZ_NONE : FZ_NULL;
}

static FzValue or_none(FzValue value) { return value == FZ_NULL ? FZ_NONE : value; }

FzValue fz_exception_args(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_exception_shown_args(vm, argv[0]);
}

FzValue fz_exception_cause(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return or_none(FZ_EXCEPTION(vm, argv[0])->cause);
}

FzValue fz_exception_context(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return or_none(FZ_EXCEPTION(vm, argv[0])->context);
}

FzValue fz_exception_traceback(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return or_none(FZ_EXCEPTION(vm, argv[0])->traceback);
}

FzValue fz_exception_suppress_context(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_from_bool(FZ_EXCEPTION(vm, argv[0])->cause != FZ_NULL);
}

static FzValue argument(const FzVm *vm, FzValue exception, uint32_t index, uint32_t least)
{
    FzValue args = FZ_EXCEPTION(vm, exception)->args;
    uint32_t count = fz_count_of(vm, args);
    return count >= least && index < count ? FZ_TUPLE(vm, args)->items[index] : FZ_NONE;
}

FzValue fz_stop_iteration_value(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return argument(vm, argv[0], 0, 1);
}

FzValue fz_system_exit_code(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue args = FZ_EXCEPTION(vm, argv[0])->args;
    return fz_count_of(vm, args) > 1 ? args : argument(vm, argv[0], 0, 1);
}

FzValue fz_os_error_errno(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return argument(vm, argv[0], 0, 2);
}

FzValue fz_os_error_strerror(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return argument(vm, argv[0], 1, 2);
}

FzValue fz_os_error_filename(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return argument(vm, argv[0], 2, 3);
}
