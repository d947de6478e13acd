// SPDX-License-Identifier: MIT
// The module sys. Its plain constants are rows of constants.def.
#include "../vm/frame.h"
#include "flashfreeze/natives.h"

// The list in a register, made when it is first asked for.
static FzValue list_in(FzVm *vm, uint32_t reg)
{
    if (vm->registers[reg] == FZ_NULL)
        vm->registers[reg] = fz_list_new(vm, NULL, 0);
    return vm->registers[reg];
}

FzValue fz_sys_argv(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return list_in(vm, FZ_REG_ARGV);
}

// The port has one console: both files write to it.
FzValue fz_sys_stdout(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    FzValue file = fz_new(vm, FZ_KIND_INSTANCE, 0, 0);
    if (file != FZ_NULL)
        FZ_INSTANCE(vm, file)->cls = fz_type(vm, FZ_TYPE_CONSOLE);
    return file;
}

FzValue fz_sys_stderr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_sys_stdout(vm, argc, argv);
}

FzValue fz_console_write(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue text = fz_unwrap(vm, argv[1]);
    if (!fz_is_kind(vm, text, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "write() argument must be str, not %t", text);
    fz_put(vm, (const char *)FZ_STR(vm, text)->text, fz_count_of(vm, text));
    return fz_from_int((int32_t)fz_str_length(vm, text));
}

FzValue fz_console_flush(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    (void)argv;
    return FZ_NONE;
}

// There is no search at run time: the list is empty, and what is done to it has no effect.
FzValue fz_sys_path(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_list_new(vm, NULL, 0);
}

static bool is_imported(const FzVm *vm, FzValue module)
{
    const FzModule *object = FZ_MODULE(vm, module);
    return object->header & (FZ_HEADER_A | FZ_HEADER_B) || vm->globals[object->globals] != FZ_NULL;
}

// A new dict of the modules imported so far.
FzValue fz_sys_modules(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    const FzImageHeader *image = fz_image(vm);
    const FzValue *modules = (const FzValue *)(const void *)((const uint8_t *)image + image->modules_off);
    FzValue *dict = fz_push(vm, fz_dict_new(vm, 0));
    for (uint32_t i = 0; *dict != FZ_NULL && i < image->modules_count; i++)
        if (is_imported(vm, modules[i]) && !fz_dict_set(vm, *dict, FZ_MODULE(vm, modules[i])->name, modules[i]))
            return FZ_NULL;
    return *dict;
}

// The version of the language that programs may rely on.
FzValue fz_sys_version_info(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    FzValue *parts = fz_push(vm, fz_from_int(3));
    fz_push(vm, fz_from_int(11));
    fz_push(vm, fz_from_int(0));
    return fz_tuple_new(vm, parts, 3);
}

FzValue fz_sys_exit(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 0 || argv[0] == FZ_NONE)
        return fz_raise_value(vm, fz_type(vm, FZ_TYPE_SYSTEM_EXIT));
    return fz_raise_with(vm, FZ_TYPE_SYSTEM_EXIT, argv[0]);
}

// Bytes of an object and of the array or table that it alone owns.
FzValue fz_sys_getsizeof(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (fz_is_int(argv[0]))
        return fz_from_int(0);
    uint32_t size = fz_object_size(fz_header_of(vm, argv[0]));
    FzKind kind = fz_kind_of(vm, argv[0]);
    if (kind == FZ_KIND_LIST || kind == FZ_KIND_DICT || kind == FZ_KIND_SET || kind == FZ_KIND_FROZENSET ||
        kind == FZ_KIND_BYTEARRAY) {
        FzValue owned = FZ_WORDS(vm, argv[0])[1];
        if (owned != FZ_NULL)
            size += fz_object_size(fz_header_of(vm, owned));
    }
    return fz_int_from_u64(vm, size);
}

// An upper bound: frames of a callable without locals.
FzValue fz_sys_getrecursionlimit(FzVm *vm, uint32_t argc, FzValue *argv)
{
    enum { LEAST_FRAME = 5 };
    (void)argc;
    (void)argv;
    return fz_int_from_u64(vm, vm->stack_max / 4 / LEAST_FRAME);
}

FzValue fz_sys_exc_info(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    FzValue handled = fz_handled(vm);
    FzValue *info = fz_push(vm, handled == FZ_NULL ? FZ_NONE : fz_type_of(vm, handled));
    fz_push(vm, handled == FZ_NULL ? FZ_NONE : handled);
    FzValue traceback = handled == FZ_NULL ? FZ_NULL : FZ_EXCEPTION(vm, handled)->traceback;
    fz_push(vm, traceback == FZ_NULL ? FZ_NONE : traceback);
    return fz_tuple_new(vm, info, 3);
}

FzValue fz_sys_print_exception(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_kind(vm, argv[0], FZ_KIND_EXCEPTION))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "an exception is needed, not '%t'", argv[0]);
    fz_print_traceback(vm, argv[0]);
    return FZ_NONE;
}
