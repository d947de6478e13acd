// SPDX-License-Identifier: MIT
// print, and the built-in functions that make texts of values or take characters apart.
#include "flashfreeze/natives.h"
#include "objects/int.h"
#include "objects/text.h"
#include "vm/frame.h"

// Keyword-only slots of print, behind the arguments.
enum { SEP, END, FILE_SLOT, FLUSH };

// Writes a str to the console or to a file's method write.
static bool put(FzVm *vm, const FzValue *file, FzValue text)
{
    if (*file == FZ_NULL || *file == FZ_NONE) {
        FzText bytes;
        fz_text_view(vm, text, &bytes);
        fz_put(vm, (const char *)bytes.bytes, bytes.size);
        return true;
    }
    FzValue *slots = fz_push(vm, FZ_NULL);
    fz_push(vm, text);
    slots[0] = fz_get_attr(vm, *file, fz_name(vm, FZ_NAME_write));
    bool done = slots[0] != FZ_NULL && fz_call(vm, slots[0], 1, slots + 1) != FZ_NULL;
    vm->sp = slots;
    return done;
}

// The text of sep or end; FZ_NULL after raising.
static FzValue separator(FzVm *vm, FzValue value, const char *name, const char *fallback)
{
    if (value == FZ_NULL || value == FZ_NONE)
        return fz_str_from_z(vm, fallback);
    FzValue text = fz_unwrap(vm, value);
    if (fz_is_kind(vm, text, FZ_KIND_STR))
        return text;
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s must be None or a string, not %t", name, value);
}

static bool is_true(FzVm *vm, FzValue value, bool *truth)
{
    int result = value == FZ_NULL ? 0 : fz_truth(vm, value);
    *truth = result > 0;
    return result >= 0;
}

static bool flush(FzVm *vm, const FzValue *file)
{
    if (*file == FZ_NULL || *file == FZ_NONE)
        return true;
    FzValue name = fz_name(vm, FZ_NAME_flush);
    FzValue *slot = fz_push(vm, name != FZ_NULL ? name : fz_str_from_z(vm, "flush"));
    if (*slot != FZ_NULL)
        *slot = fz_get_attr(vm, *file, *slot);
    bool done = *slot != FZ_NULL && fz_call(vm, *slot, 0, 0) != FZ_NULL;
    vm->sp = slot;
    return done;
}

FzValue fz_builtin_print(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue *options = argv + argc;
    bool flushes;
    options[SEP] = separator(vm, options[SEP], "sep", " ");
    if (options[SEP] == FZ_NULL)
        return FZ_NULL;
    options[END] = separator(vm, options[END], "end", "\n");
    if (options[END] == FZ_NULL)
        return FZ_NULL;
    for (uint32_t i = 0; i < argc; i++) {
        if (i > 0 && !put(vm, &options[FILE_SLOT], options[SEP]))
            return FZ_NULL;
        FzValue text = fz_str(vm, argv[i]);
        if (text == FZ_NULL || !put(vm, &options[FILE_SLOT], fz_unwrap(vm, text)))
            return FZ_NULL;
    }
    if (!put(vm, &options[FILE_SLOT], options[END]) || !is_true(vm, options[FLUSH], &flushes))
        return FZ_NULL;
    return !flushes || flush(vm, &options[FILE_SLOT]) ? FZ_NONE : FZ_NULL;
}

FzValue fz_builtin_repr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_repr(vm, argv[0]);
}

FzValue fz_builtin_ascii(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_str_ascii(vm, argv[0]);
}

FzValue fz_builtin_format(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue spec = argv[1] == FZ_NULL ? FZ_EMPTY_STR : fz_unwrap(vm, argv[1]);
    if (!fz_is_kind(vm, spec, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "format() argument 2 must be str, not %t", argv[1]);
    return fz_format(vm, argv[0], spec);
}

FzValue fz_builtin_ord(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    uint32_t size;
    FzValue value = fz_unwrap(vm, argv[0]);
    if (!fz_text_view(vm, value, &text))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "ord() expected string of length 1, but %t found",
                        argv[0]);
    uint32_t length = fz_text_length(vm, value);
    if (length != 1)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "ord() expected a character, but string of length %u found", length);
    bool is_str = fz_is_kind(vm, value, FZ_KIND_STR);
    return fz_from_int((int32_t)(is_str ? fz_utf8_decode(text.bytes, &size) : text.bytes[0]));
}

FzValue fz_builtin_chr(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t code_point;
    if (!fz_as_index(vm, argv[0], &code_point))
        return FZ_NULL;
    if (code_point < 0 || code_point > 0x10ffff)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "chr() arg not in range(0x110000)");
    return fz_str_from_char(vm, (uint32_t)code_point);
}
