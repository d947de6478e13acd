// SPDX-License-Identifier: MIT
// Prints an exception as CPython does: the exceptions it came from first, each with its traceback,
// outermost call first. Source lines are not known here and not shown.
#include "frame.h"

enum { LONGEST_CHAIN = 16, SHOWN_REPEATS = 2 };

static void put_str(const FzVm *vm, FzValue str)
{
    const FzStr *object = FZ_STR(vm, str);
    fz_put(vm, (const char *)object->text, fz_header_count(object->header));
}

static void put_number(const FzVm *vm, uint32_t number)
{
    char buffer[10];
    char *end = buffer + sizeof buffer;
    char *at = end;
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    fz_put(vm, at, (uint32_t)(end - at));
}

FzValue fz_module_shown_name(const FzVm *vm, FzValue module)
{
    const FzModule *object = FZ_MODULE(vm, module);
    return object->index == fz_image(vm)->entry ? fz_image(vm)->name : object->name;
}

// A module's file: its dotted name as a path.
static void put_file(const FzVm *vm, FzValue module)
{
    const FzStr *str = FZ_STR(vm, fz_module_shown_name(vm, module));
    const char *text = (const char *)str->text;
    uint32_t size = fz_header_count(str->header);
    uint32_t start = 0;
    for (uint32_t i = 0; i <= size; i++) {
        if (i < size && text[i] != '.')
            continue;
        fz_put(vm, text + start, i - start);
        fz_put_z(vm, i < size ? "/" : ".py");
        start = i + 1;
    }
}

static void put_place(const FzVm *vm, FzValue code, uint32_t offset)
{
    const FzCode *object = FZ_CODE(vm, code);
    fz_put_z(vm, "  File \"");
    put_file(vm, object->module);
    fz_put_z(vm, "\", line ");
    put_number(vm, fz_code_line(object, offset));
    if (fz_image(vm)->boot_flags & FZ_BOOT_NO_LINES) { // that of the definition
        fz_put_z(vm, "+");
        put_number(vm, offset);
    }
    fz_put_z(vm, ", in ");
    if (fz_code_flags(object) & FZ_CODE_MODULE)
        fz_put_z(vm, "<module>");
    else
        put_str(vm, object->name);
    fz_put_z(vm, "\n");
}

static void put_traceback(const FzVm *vm, FzValue traceback)
{
    const FzTuple *array = FZ_TUPLE(vm, traceback);
    fz_put_z(vm, "Traceback (most recent call last):\n");
    for (uint32_t i = fz_header_count(array->header) / 2; i-- > 0;) {
        FzValue code = array->items[i * 2];
        if (code == FZ_NULL)
            continue;
        uint32_t note = (uint32_t)fz_to_int(array->items[i * 2 + 1]);
        uint32_t repeats = note >> 16;
        uint32_t shown = repeats < SHOWN_REPEATS ? repeats : SHOWN_REPEATS;
        for (uint32_t n = 0; n <= shown; n++)
            put_place(vm, code, note & 0xffff);
        if (repeats == shown)
            continue;
        fz_put_z(vm, "  [Previous line repeated ");
        put_number(vm, repeats - shown);
        fz_put_z(vm, repeats - shown == 1 ? " more time]\n" : " more times]\n");
    }
}

static void put_class(const FzVm *vm, FzValue cls)
{
    FzValue module = fz_class_module(vm, cls);
    if (module != FZ_NULL && !fz_text_is(vm, module, "__main__")) {
        put_str(vm, module);
        fz_put_z(vm, ".");
    }
    put_str(vm, fz_class_qualname(vm, cls));
}

static void put_notes(FzVm *vm, const FzValue *exception)
{
    FzValue ext = fz_is_ram(*exception) ? fz_ext_of(vm, *exception) : FZ_NULL;
    FzValue dict = ext == FZ_NULL ? FZ_NULL : FZ_WORDS(vm, ext)[2];
    FzValue name = fz_name(vm, FZ_NAME_notes);
    FzValue notes = dict == FZ_NULL || name == FZ_NULL ? FZ_NULL : fz_dict_get_name(vm, dict, name);
    if (notes == FZ_NULL || !fz_is_kind(vm, notes, FZ_KIND_LIST))
        return;
    for (uint32_t i = 0; i < fz_count_of(vm, notes); i++) {
        FzValue note = FZ_TUPLE(vm, FZ_LIST(vm, notes)->items)->items[i];
        if (fz_is_kind(vm, note, FZ_KIND_STR)) {
            put_str(vm, note);
            fz_put_z(vm, "\n");
        }
    }
}

// Where nothing else is shown, or without messages: the argument, if that is a str and nothing else.
static void put_only_text(const FzVm *vm, FzValue exception)
{
    const FzTuple *args = FZ_TUPLE(vm, FZ_EXCEPTION(vm, exception)->args);
    if (fz_header_count(args->header) == 1 && fz_is_kind(vm, args->items[0], FZ_KIND_STR)) {
        fz_put_z(vm, ": ");
        put_str(vm, args->items[0]);
    }
    fz_put_z(vm, "\n");
}

void fz_print_one(FzVm *vm, FzValue *exception)
{
    FzValue traceback = FZ_EXCEPTION(vm, *exception)->traceback;
    if (FZ_HAS_MESSAGES && traceback != FZ_NULL)
        put_traceback(vm, traceback);
    put_class(vm, fz_instance_class(vm, *exception));
    if (!FZ_HAS_MESSAGES || !FZ_HAS_REPR) {
        put_only_text(vm, *exception);
        return;
    }
    FzValue text = fz_str(vm, *exception);
    if (text == FZ_NULL) {
        fz_clear(vm);
        fz_put_z(vm, ": <exception str() failed>");
    } else if (fz_count_of(vm, text) > 0) {
        fz_put_z(vm, ": ");
        put_str(vm, text);
    }
    fz_put_z(vm, "\n");
    put_notes(vm, exception);
}

// The same for a group with what is in it, by a native method that only programs with groups have.
static void put_exception(FzVm *vm, FzValue *exception)
{
    FzValue groups = fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP);
    if (!FZ_HAS_MESSAGES || !FZ_HAS_TYPE(FZ_TYPE_BASE_EXCEPTION_GROUP) || !fz_is_subclass(vm, fz_type_of(vm, *exception), groups))
        fz_print_one(vm, exception);
    else if (fz_call_special(vm, *exception, FZ_NAME_print_group, 0, 0) == FZ_NULL)
        fz_clear(vm);
}

// What the exception came from: its cause, or its context unless that is suppressed.
static FzValue origin(const FzVm *vm, FzValue exception, bool *is_cause)
{
    const FzException *object = FZ_EXCEPTION(vm, exception);
    *is_cause = object->cause != FZ_NULL && object->cause != FZ_NONE;
    if (*is_cause)
        return object->cause;
    return object->cause == FZ_NULL ? object->context : FZ_NULL;
}

// The exception `steps` before the last one in the chain of origins.
static FzValue step_back(const FzVm *vm, FzValue exception, uint32_t steps)
{
    bool is_cause;
    while (steps-- > 0)
        exception = origin(vm, exception, &is_cause);
    return exception;
}

void fz_print_traceback(FzVm *vm, FzValue exception)
{
    FzValue *last = fz_push(vm, exception);
    if (!FZ_HAS_MESSAGES) {
        fz_print_one(vm, last);
        fz_pop(vm, 1);
        return;
    }
    bool is_cause;
    uint32_t steps = 0;
    for (FzValue at = exception; steps < LONGEST_CHAIN; steps++) {
        at = origin(vm, at, &is_cause);
        if (at == FZ_NULL)
            break;
    }
    FzValue *one = fz_push(vm, FZ_NULL);
    while (true) {
        *one = step_back(vm, *last, steps);
        put_exception(vm, one);
        if (steps == 0)
            break;
        steps--;
        (void)origin(vm, step_back(vm, *last, steps), &is_cause);
        fz_put_z(vm, is_cause ? "\nThe above exception was the direct cause of the following "
                                "exception:\n\n"
                              : "\nDuring handling of the above exception, another exception "
                                "occurred:\n\n");
    }
    fz_pop(vm, 2);
}
