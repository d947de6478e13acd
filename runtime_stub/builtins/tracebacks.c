// SPDX-License-Identifier: MIT
// What programs see of tracebacks and of the code objects in them. A traceback also stands for its frame:
// tb_frame is the traceback itself, with the attributes of a frame that are known.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

enum { AGAIN = 0x10000 }; // one in the count of repeats of a place's second word

// Words that are used: those behind the outermost place are NULL.
static uint32_t used_words(const FzVm *vm, FzValue traceback)
{
    const FzTuple *array = FZ_TUPLE(vm, traceback);
    uint32_t count = fz_header_count(array->header);
    while (count > 2 && array->items[count - 2] == FZ_NULL)
        count -= 2;
    return count;
}

FzValue fz_traceback_code(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_TUPLE(vm, argv[0])->items[used_words(vm, argv[0]) - 2];
}

FzValue fz_traceback_lineno(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue code = fz_traceback_code(vm, argc, argv);
    uint32_t place = (uint32_t)fz_to_int(FZ_TUPLE(vm, argv[0])->items[used_words(vm, argv[0]) - 1]) & (AGAIN - 1);
    return fz_from_int((int32_t)fz_code_line(FZ_CODE(vm, code), place));
}

FzValue fz_traceback_f_lineno(FzVm *vm, uint32_t argc, FzValue *argv) { return fz_traceback_lineno(vm, argc, argv); }

FzValue fz_traceback_frame(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    return argv[0];
}

// A traceback of its own without the outermost place, or None.
FzValue fz_traceback_next(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    uint32_t count = used_words(vm, argv[0]);
    bool is_again = fz_to_int(FZ_TUPLE(vm, argv[0])->items[count - 1]) >= AGAIN;
    if (!is_again && count == 2)
        return FZ_NONE;
    if (!is_again)
        count -= 2;
    FzValue made = fz_new(vm, FZ_KIND_TRACEBACK, 0, count);
    if (made == FZ_NULL)
        return FZ_NULL;
    FzValue *items = FZ_TUPLE(vm, made)->items;
    for (uint32_t i = 0; i < count; i++)
        items[i] = FZ_TUPLE(vm, argv[0])->items[i];
    if (is_again)
        items[count - 1] = fz_from_int(fz_to_int(items[count - 1]) - AGAIN);
    return made;
}

FzValue fz_code_co_name(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    const FzCode *code = FZ_CODE(vm, argv[0]);
    return fz_code_flags(code) & FZ_CODE_MODULE ? fz_str_from_z(vm, "<module>") : code->name;
}

FzValue fz_code_co_filename(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue name = fz_module_shown_name(vm, FZ_CODE(vm, argv[0])->module);
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    for (uint32_t i = 0; i < fz_count_of(vm, name); i++) {
        char byte = (char)FZ_STR(vm, name)->text[i];
        fz_builder_add(vm, &builder, byte == '.' ? "/" : &byte, 1);
    }
    fz_builder_add_z(vm, &builder, ".py");
    return fz_builder_close(vm, &builder);
}
