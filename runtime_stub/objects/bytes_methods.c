// SPDX-License-Identifier: MIT
// Methods of bytes and bytearray: those that texts share, under their names, and their own.
#include "bytes.h"
#include "encoding.h"
#include "text.h"

#include "flashfreeze/natives.h"
#include "int.h"
#include "protocol.h"

#include <string.h>

// Every native is a function of its own, so that an image can bring in any one of them.
#define SHARED(name)                                                                               \
    FzValue fz_bytes_##name(FzVm *vm, uint32_t argc, FzValue *argv)                                \
    {                                                                                              \
        return fz_text_##name(vm, argc, argv);                                                     \
    }                                                                                              \
    FzValue fz_bytearray_##name(FzVm *vm, uint32_t argc, FzValue *argv)                            \
    {                                                                                              \
        return fz_text_##name(vm, argc, argv);                                                     \
    }

SHARED(find)
SHARED(rfind)
SHARED(index)
SHARED(rindex)
SHARED(count)
SHARED(startswith)
SHARED(endswith)
SHARED(removeprefix)
SHARED(removesuffix)
SHARED(replace)
SHARED(split)
SHARED(rsplit)
SHARED(splitlines)
SHARED(partition)
SHARED(rpartition)
SHARED(join)
SHARED(strip)
SHARED(lstrip)
SHARED(rstrip)
SHARED(center)
SHARED(ljust)
SHARED(rjust)
SHARED(zfill)
SHARED(expandtabs)
SHARED(upper)
SHARED(lower)
SHARED(title)
SHARED(capitalize)
SHARED(swapcase)
SHARED(isalpha)
SHARED(isdigit)
SHARED(isalnum)
SHARED(isspace)
SHARED(isupper)
SHARED(islower)
SHARED(istitle)
SHARED(isascii)

// ---- constructors

static FzValue from_iterable(FzVm *vm, FzValue source, const char *what)
{
    FzBuilder builder;
    FzValue *iterator = fz_push(vm, FZ_NULL);
    *iterator = fz_iter(vm, source);
    if (*iterator == FZ_NULL)
        return FZ_NULL;
    fz_builder_open(vm, &builder);
    for (;;) {
        uint8_t byte;
        FzValue item = fz_next(vm, *iterator);
        if (item == FZ_NULL)
            break;
        if (!fz_byte_of(vm, item, what, &byte))
            return FZ_NULL;
        fz_builder_add(vm, &builder, (const char *)&byte, 1);
        if (builder.failed)
            return FZ_NULL;
    }
    if (fz_pending(vm))
        return FZ_NULL;
    FzValue result = fz_builder_close_bytes(vm, &builder);
    vm->sp = iterator;
    return result;
}

static bool is_iterable(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    if (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION)
        return fz_special(vm, value, FZ_NAME_iter) != FZ_NULL ||
               fz_special(vm, value, FZ_NAME_getitem) != FZ_NULL || fz_unwrap(vm, value) != value;
    return (kind >= (FzKind)FZ_KIND_NUMBER_TUPLE && kind <= (FzKind)FZ_KIND_NUMBER_RANGE) ||
           kind == FZ_KIND_GENERATOR || kind >= (FzKind)FZ_KIND_NUMBER_SEQ_ITER;
}

FzValue fz_bytes_from(FzVm *vm, FzValue source, const char *what)
{
    FzValue *slot = fz_push(vm, source);
    FzValue result = FZ_NULL;
    FzText text;
    int32_t size;
    FzValue plain = fz_unwrap(vm, source);
    if (fz_special(vm, source, FZ_NAME_bytes) != FZ_NULL) {
        result = fz_call_special(vm, source, FZ_NAME_bytes, 0, 0);
    } else if (fz_bytes_view(vm, plain, &text.bytes, &text.size)) {
        result = plain;
        if (!fz_is_kind(vm, plain, FZ_KIND_BYTES)) {
            *slot = plain;
            result = fz_bytes_new(vm, 0, text.size);
            fz_text_view(vm, *slot, &text);
            if (result != FZ_NULL && text.size > 0)
                memcpy(fz_text_bytes(vm, result), text.bytes, text.size);
        }
    } else if (fz_is_index(vm, source)) {
        if (fz_as_index(vm, source, &size))
            result = size < 0 ? fz_raise(vm, FZ_TYPE_VALUE_ERROR, "negative count")
                              : fz_bytes_new(vm, 0, (uint32_t)size);
    } else if (fz_is_kind(vm, plain, FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "string argument without an encoding");
    } else if (!is_iterable(vm, source)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot convert '%t' object to bytes", source);
    } else {
        result = from_iterable(vm, source, what);
    }
    vm->sp = slot;
    return result;
}

// The bytes for argv: class, source, encoding, errors.
static FzValue construct(FzVm *vm, FzValue *argv, const char *what)
{
    if (argv[1] == FZ_NULL)
        return FZ_EMPTY_BYTES;
    FzValue plain = fz_unwrap(vm, argv[1]);
    if (argv[2] == FZ_NULL && argv[3] == FZ_NULL)
        return fz_bytes_from(vm, argv[1], what);
    if (!fz_is_kind(vm, plain, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        argv[2] != FZ_NULL ? "encoding without a string argument"
                                           : "errors without a string argument");
    for (uint32_t i = 2; i < 4; i++)
        if (argv[i] != FZ_NULL && !fz_is_kind(vm, fz_unwrap(vm, argv[i]), FZ_KIND_STR))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "bytes() argument '%s' must be str, not %t",
                            i == 2 ? "encoding" : "errors", argv[i]);
    return fz_encode(vm, plain, argv[2] != FZ_NULL ? fz_unwrap(vm, argv[2]) : FZ_NULL,
                     argv[3] != FZ_NULL ? fz_unwrap(vm, argv[3]) : FZ_NULL);
}

FzValue fz_bytes_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return construct(vm, argv, "bytes");
}

// A bytearray with the content of bytes.
static FzValue array_of(FzVm *vm, FzValue bytes)
{
    if (bytes == FZ_NULL)
        return FZ_NULL;
    FzValue *slot = fz_push(vm, bytes);
    uint32_t size = fz_count_of(vm, bytes);
    FzValue array = fz_bytearray_new(vm, 0, size);
    vm->sp = slot;
    if (array != FZ_NULL && size > 0)
        memcpy(fz_text_bytes(vm, array), fz_text_bytes(vm, *slot), size);
    return array;
}

FzValue fz_bytearray_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return array_of(vm, construct(vm, argv, "byte"));
}

// ---- hex

static uint32_t hex_value(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? (uint32_t)c - 'a' + 10 : 16;
}

static FzValue from_hex(FzVm *vm, FzValue *argv)
{
    FzBuilder builder;
    argv[1] = fz_unwrap(vm, argv[1]);
    if (!fz_is_kind(vm, argv[1], FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "fromhex() argument must be str, not %t", argv[1]);
    fz_builder_open(vm, &builder);
    uint32_t size = fz_count_of(vm, argv[1]);
    for (uint32_t at = 0; at < size;) {
        const uint8_t *text = FZ_STR(vm, argv[1])->text;
        if (fz_space_size((FzText){text + at, 1}, false)) {
            at++;
            continue;
        }
        uint32_t high = hex_value(text[at]);
        uint32_t low = high < 16 && at + 1 < size ? hex_value(text[at + 1]) : 16;
        if (high > 15 || low > 15)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                            "non-hexadecimal number found in fromhex() arg at position %u",
                            fz_utf8_length(text, high > 15 ? at : at + 1));
        char byte = (char)(uint8_t)(high << 4 | low);
        fz_builder_add(vm, &builder, &byte, 1);
        at += 2;
    }
    return fz_builder_close_bytes(vm, &builder);
}

FzValue fz_bytes_fromhex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return from_hex(vm, argv);
}

FzValue fz_bytearray_fromhex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return array_of(vm, from_hex(vm, argv));
}

FzValue fz_bytes_hex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t group = 1;
    FzText separator = {0, 0};
    uint8_t byte = 0;
    if (argv[1] != FZ_NULL) {
        FzValue plain = fz_unwrap(vm, argv[1]);
        if (!fz_text_view(vm, plain, &separator))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "sep must be str or bytes.");
        if (separator.size != 1)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "sep must be length 1.");
        byte = separator.bytes[0];
        if (!fz_optional_index(vm, argv[2], 1, &group))
            return FZ_NULL;
    }
    uint32_t size = fz_count_of(vm, argv[0]);
    uint32_t every = group < 0 ? 0u - (uint32_t)group : (uint32_t)group;
    uint32_t separators = separator.size && every > 0 && size > 0 ? (size - 1) / every : 0;
    FzValue result = fz_str_alloc(vm, size * 2 + separators);
    if (result == FZ_NULL || size == 0)
        return result;
    FzText text;
    fz_text_view(vm, argv[0], &text);
    uint8_t *out = FZ_STR(vm, result)->text;
    for (uint32_t i = 0; i < size; i++) {
        if (separators && i > 0 && (group > 0 ? size - i : i) % every == 0)
            *out++ = byte;
        *out++ = (uint8_t) "0123456789abcdef"[text.bytes[i] >> 4];
        *out++ = (uint8_t) "0123456789abcdef"[text.bytes[i] & 15];
    }
    return result;
}

FzValue fz_bytearray_hex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_bytes_hex(vm, argc, argv);
}

// ---- translate

FzValue fz_bytes_translate(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText table = {0, 0};
    FzText drop = {0, 0};
    if (argv[1] != FZ_NONE) {
        if (!fz_text_argument(vm, argv[0], &argv[1], 0))
            return FZ_NULL;
        if (fz_count_of(vm, argv[1]) != 256)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                            "translation table must be 256 characters long");
    }
    if (argv[2] != FZ_NULL && !fz_text_argument(vm, argv[0], &argv[2], 0))
        return FZ_NULL;
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    uint32_t size = fz_count_of(vm, argv[0]);
    uint8_t *out = fz_builder_extend(vm, &builder, size);
    if (builder.failed)
        return FZ_NULL;
    FzText text;
    fz_text_view(vm, argv[0], &text);
    if (argv[1] != FZ_NONE)
        fz_text_view(vm, argv[1], &table);
    if (argv[2] != FZ_NULL)
        fz_text_view(vm, argv[2], &drop);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < size; i++) {
        FzText byte = {text.bytes + i, 1};
        if (fz_search(drop, byte, 0) == FZ_NOWHERE)
            out[kept++] = table.bytes ? table.bytes[text.bytes[i]] : text.bytes[i];
    }
    builder.size = kept;
    return fz_builder_close_bytes(vm, &builder);
}

FzValue fz_bytearray_translate(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return array_of(vm, fz_bytes_translate(vm, argc, argv));
}

FzValue fz_bytes_maketrans(FzVm *vm, uint32_t argc, FzValue *argv)
{
    enum { ALL = 256 };
    (void)argc;
    FzText from;
    FzText to;
    for (uint32_t i = 0; i < 2; i++)
        if (!fz_text_argument(vm, FZ_EMPTY_BYTES, &argv[i], 0))
            return FZ_NULL;
    if (fz_count_of(vm, argv[0]) != fz_count_of(vm, argv[1]))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "maketrans arguments must have same length");
    FzValue table = fz_bytes_new(vm, 0, ALL);
    if (table == FZ_NULL)
        return FZ_NULL;
    uint8_t *out = fz_text_bytes(vm, table);
    for (uint32_t i = 0; i < ALL; i++)
        out[i] = (uint8_t)i;
    fz_text_view(vm, argv[0], &from);
    fz_text_view(vm, argv[1], &to);
    for (uint32_t i = 0; i < from.size; i++)
        out[from.bytes[i]] = to.bytes[i];
    return table;
}

FzValue fz_bytearray_maketrans(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_bytes_maketrans(vm, argc, argv);
}
