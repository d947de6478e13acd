// SPDX-License-Identifier: MIT
// Methods that only str has: its constructor, encode, translate and maketrans.
#include "encoding.h"
#include "text.h"

#include "flashfreeze/natives.h"
#include "int.h"

// The names of an encoding and an error handler at argv[0] and argv[1], each a str or FZ_NULL.
static bool check_names(FzVm *vm, FzValue *argv, const char *function)
{
    for (uint32_t i = 0; i < 2; i++) {
        if (argv[i] == FZ_NULL)
            continue;
        FzValue plain = fz_unwrap(vm, argv[i]);
        if (!fz_is_kind(vm, plain, FZ_KIND_STR)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s() argument '%s' must be str, not %t", function,
                     i == 0 ? "encoding" : "errors", argv[i]);
            return false;
        }
        argv[i] = plain;
    }
    return true;
}

FzValue fz_str_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (argv[1] == FZ_NULL)
        return FZ_EMPTY_STR;
    if (argv[2] == FZ_NULL && argv[3] == FZ_NULL)
        return fz_str(vm, argv[1]);
    FzText text;
    FzValue bytes = fz_unwrap(vm, argv[1]);
    if (fz_is_kind(vm, bytes, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "decoding str is not supported");
    if (!fz_bytes_view(vm, bytes, &text.bytes, &text.size))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "decoding to str: need a bytes-like object, %t found", argv[1]);
    return check_names(vm, argv + 2, "str") ? fz_decode(vm, bytes, argv[2], argv[3]) : FZ_NULL;
}

FzValue fz_str_encode(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return check_names(vm, argv + 1, "encode") ? fz_encode(vm, argv[0], argv[1], argv[2]) : FZ_NULL;
}

FzValue fz_bytes_decode(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return check_names(vm, argv + 1, "decode") ? fz_decode(vm, argv[0], argv[1], argv[2]) : FZ_NULL;
}

FzValue fz_bytearray_decode(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_bytes_decode(vm, argc, argv);
}

// What the table has for a character: FZ_NULL when nothing (nothing pending) or after raising.
static FzValue look_up(FzVm *vm, FzValue table, uint32_t c)
{
    FzValue key = fz_from_int((int32_t)c);
    if (fz_is_kind(vm, table, FZ_KIND_DICT))
        return fz_dict_get(vm, table, key);
    FzValue value = fz_get_item(vm, table, key);
    if (value == FZ_NULL && fz_pending_is(vm, FZ_TYPE_LOOKUP_ERROR))
        fz_clear(vm);
    return value;
}

static bool add_translated(FzVm *vm, FzBuilder *builder, FzValue *value)
{
    int32_t code_point;
    *value = fz_unwrap(vm, *value);
    if (*value == FZ_NONE)
        return true;
    if (fz_is_kind(vm, *value, FZ_KIND_STR)) {
        fz_builder_add_str(vm, builder, value);
        return true;
    }
    if (!fz_is_int_like(vm, *value)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "character mapping must return integer, None or str");
        return false;
    }
    if (!fz_as_index(vm, *value, &code_point))
        return false;
    if (code_point < 0 || code_point > 0x10ffff) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "character mapping must be in range(0x110000)");
        return false;
    }
    fz_builder_add_char(vm, builder, (uint32_t)code_point);
    return true;
}

FzValue fz_str_translate(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzBuilder builder;
    FzValue *value = fz_push(vm, FZ_NULL);
    fz_builder_open(vm, &builder);
    uint32_t size;
    for (uint32_t at = 0; at < fz_count_of(vm, argv[0]); at += size) {
        uint32_t c = fz_utf8_decode(FZ_STR(vm, argv[0])->text + at, &size);
        *value = look_up(vm, argv[1], c);
        if (fz_pending(vm))
            return FZ_NULL;
        if (*value == FZ_NULL)
            fz_builder_add_char(vm, &builder, c);
        else if (!add_translated(vm, &builder, value))
            return FZ_NULL;
    }
    return fz_builder_close(vm, &builder);
}

// A table of one argument: a dict whose keys are characters or code points.
static FzValue table_of_dict(FzVm *vm, FzValue *argv, FzValue *table)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    if (!fz_is_kind(vm, fz_unwrap(vm, argv[0]), FZ_KIND_DICT))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "if you give only one argument to maketrans it must be a dict");
    argv[0] = fz_unwrap(vm, argv[0]);
    while (fz_dict_entry(vm, argv[0], &at, &key, &value)) {
        if (fz_is_kind(vm, key, FZ_KIND_STR)) {
            uint32_t size;
            if (fz_str_length(vm, key) != 1)
                return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                                "string keys in translate table must be of length 1");
            key = fz_from_int((int32_t)fz_utf8_decode(FZ_STR(vm, key)->text, &size));
        } else if (!fz_is_int_like(vm, key)) {
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                            "keys in translate table must be strings or integers");
        }
        if (!fz_dict_set(vm, *table, key, value))
            return FZ_NULL;
    }
    return *table;
}

// Maps each character of *from to that of *to, or to None without one.
static bool map_chars(FzVm *vm, const FzValue *table, const FzValue *from, const FzValue *to)
{
    uint32_t at = 0;
    uint32_t other = 0;
    while (at < fz_count_of(vm, *from)) {
        uint32_t size;
        FzValue key = fz_from_int((int32_t)fz_utf8_decode(FZ_STR(vm, *from)->text + at, &size));
        at += size;
        FzValue value = FZ_NONE;
        if (to) {
            value = fz_from_int((int32_t)fz_utf8_decode(FZ_STR(vm, *to)->text + other, &size));
            other += size;
        }
        if (!fz_dict_set(vm, *table, key, value))
            return false;
    }
    return true;
}

FzValue fz_str_maketrans(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue *table = fz_push(vm, FZ_NULL);
    *table = fz_dict_new(vm, 0);
    if (*table == FZ_NULL)
        return FZ_NULL;
    if (argc == 1)
        return table_of_dict(vm, argv, table);
    for (uint32_t i = 0; i < argc; i++) {
        argv[i] = fz_unwrap(vm, argv[i]);
        if (!fz_is_kind(vm, argv[i], FZ_KIND_STR))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "maketrans() argument %u must be str, not %t",
                            i + 1, argv[i]);
    }
    if (fz_str_length(vm, argv[0]) != fz_str_length(vm, argv[1]))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "the first two maketrans arguments must have equal length");
    if (!map_chars(vm, table, argv, argv + 1) || (argc > 2 && !map_chars(vm, table, argv + 2, 0)))
        return FZ_NULL;
    return *table;
}
