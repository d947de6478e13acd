// SPDX-License-Identifier: MIT
// repr() of what belongs to the VM. Where CPython shows an address, the identity number is shown.
#include "frame.h"

// Pieces of a text under construction; `part` is a slot for a str on its way in.
typedef struct {
    FzBuilder builder;
    FzValue *part;
} Text;

static void add(FzVm *vm, Text *text, const char *plain)
{
    fz_builder_add_z(vm, &text->builder, plain);
}

static void add_str(FzVm *vm, Text *text, FzValue str)
{
    *text->part = str;
    if (str == FZ_NULL)
        text->builder.failed = true;
    else
        fz_builder_add_str(vm, &text->builder, text->part);
}

static void add_address(FzVm *vm, Text *text, FzValue value)
{
    char digits[8];
    uint32_t number = fz_identity(vm, value);
    for (uint32_t i = 0; i < 8; i++)
        digits[i] = "0123456789abcdef"[number >> (28 - 4 * i) & 15];
    add(vm, text, " at 0x");
    fz_builder_add(vm, &text->builder, digits, 8);
}

static void add_class(FzVm *vm, Text *text, FzValue cls)
{
    FzValue module = fz_class_module(vm, cls);
    if (module != FZ_NULL) {
        FzValue *held = fz_push(vm, cls);
        add_str(vm, text, module);
        add(vm, text, ".");
        cls = *held;
        vm->sp = held;
    }
    add_str(vm, text, fz_class_qualname(vm, cls));
}

// Calls are the same as in the source: name(args).
static void add_exception(FzVm *vm, Text *text, const FzValue *slot)
{
    add_str(vm, text, fz_type_name(vm, *slot));
    FzValue args = fz_exception_shown_args(vm, *slot);
    if (args == FZ_NULL || fz_count_of(vm, args) != 1) {
        add_str(vm, text, args == FZ_NULL ? FZ_NULL : fz_repr(vm, args));
        return;
    }
    add(vm, text, "(");
    add_str(vm, text, fz_repr(vm, FZ_TUPLE(vm, args)->items[0]));
    add(vm, text, ")");
}

static void add_method(FzVm *vm, Text *text, const FzValue *slot)
{
    FzValue function = FZ_WORDS(vm, *slot)[1];
    bool is_native = fz_is_kind(vm, function, FZ_KIND_NATIVE);
    add(vm, text, is_native ? "<built-in method " : "<bound method ");
    function = FZ_WORDS(vm, *slot)[1];
    FzValue name = FZ_EMPTY_STR;
    if (is_native)
        name = FZ_NATIVE(vm, function)->name;
    else if (fz_is_kind(vm, function, FZ_KIND_FUNCTION))
        name = FZ_CODE(vm, fz_function_code(vm, function))->qualname;
    add_str(vm, text, name);
    add(vm, text, " of ");
    if (!is_native) {
        add_str(vm, text, fz_repr(vm, FZ_WORDS(vm, *slot)[2]));
    } else {
        add_str(vm, text, fz_type_name(vm, FZ_WORDS(vm, *slot)[2]));
        add(vm, text, " object");
        add_address(vm, text, FZ_WORDS(vm, *slot)[2]);
    }
}

// The part of the text between < and >.
static void add_inside(FzVm *vm, Text *text, const FzValue *slot)
{
    FzValue value = *slot;
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_CLASS:
        add(vm, text, "class '");
        add_class(vm, text, *slot);
        add(vm, text, "'");
        return;
    case FZ_KIND_FUNCTION:
        add(vm, text, "function ");
        add_str(vm, text, FZ_CODE(vm, fz_function_code(vm, *slot))->qualname);
        break;
    case FZ_KIND_NATIVE: // in ROM
        add(vm, text, "built-in function ");
        add_str(vm, text, FZ_NATIVE(vm, value)->name);
        return;
    case FZ_KIND_MODULE: // in ROM
        add(vm, text, "module '");
        add_str(vm, text, FZ_MODULE(vm, value)->name);
        add(vm, text, "'");
        return;
    case FZ_KIND_GENERATOR:
        add_str(vm, text, fz_type_name(vm, value));
        add(vm, text, " object ");
        add_str(vm, text,
                FZ_CODE(vm, ((const FzGenerator *)fz_object(vm, *slot))->code)->qualname);
        break;
    case FZ_KIND_INSTANCE:
        add_class(vm, text, fz_instance_class(vm, value));
        add(vm, text, " object");
        break;
    default:
        add_str(vm, text, fz_type_name(vm, value));
        add(vm, text, " object");
        break;
    }
    add_address(vm, text, *slot);
}

FzValue fz_object_repr(FzVm *vm, FzValue value)
{
    if (!fz_enter(vm))
        return FZ_NULL;
    FzValue *slot = fz_push(vm, value);
    Text text = {.part = fz_push(vm, FZ_NULL)};
    fz_builder_open(vm, &text.builder);
    FzKind kind = fz_kind_of(vm, value);
    if (kind == FZ_KIND_EXCEPTION) {
        add_exception(vm, &text, slot);
    } else if (kind == FZ_KIND_BOUND_METHOD) {
        add_method(vm, &text, slot);
        add(vm, &text, ">");
    } else {
        add(vm, &text, "<");
        add_inside(vm, &text, slot);
        add(vm, &text, ">");
    }
    FzValue made = fz_builder_close(vm, &text.builder);
    vm->sp = slot;
    fz_leave(vm);
    return made;
}
