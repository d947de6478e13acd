// SPDX-License-Identifier: MIT
// Methods of texts that cut characters off or fill up: strip, center, zfill, expandtabs.
#include "text.h"

#include "flashfreeze/natives.h"

#include <string.h>

enum { LEFT = 1, RIGHT = 2 };

// ---- strip

// Size of the character at the start (or the end) if `set` has it, else 0.
static uint32_t end_in_set(FzText text, FzText set, bool at_end, bool is_str)
{
    if (text.size == 0)
        return 0;
    uint32_t at = at_end ? text.size - 1 : 0;
    while (is_str && at > 0 && (text.bytes[at] & 0xc0) == 0x80)
        at--;
    FzText one = {text.bytes + at, is_str ? fz_utf8_size(text.bytes[at]) : 1};
    if (set.bytes == 0)
        return fz_space_size(one, is_str);
    return fz_search(set, one, 0) != FZ_NOWHERE ? one.size : 0;
}

static FzValue strip(FzVm *vm, FzValue *argv, uint32_t sides, const char *name)
{
    FzText set = {0, 0};
    FzText text;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    if (argv[1] != FZ_NULL && argv[1] != FZ_NONE) {
        if (is_str && !fz_is_kind(vm, fz_unwrap(vm, argv[1]), FZ_KIND_STR))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s arg must be None or str", name);
        if (!fz_text_argument(vm, argv[0], &argv[1], 0))
            return FZ_NULL;
        fz_text_view(vm, argv[1], &set);
    }
    fz_text_view(vm, argv[0], &text);
    const uint8_t *start = text.bytes;
    uint32_t size;
    while (sides & LEFT && (size = end_in_set(text, set, false, is_str)) > 0) {
        text.bytes += size;
        text.size -= size;
    }
    while (sides & RIGHT && (size = end_in_set(text, set, true, is_str)) > 0)
        text.size -= size;
    return fz_text_sub(vm, argv[0], (uint32_t)(text.bytes - start), text.size);
}

FzValue fz_text_strip(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return strip(vm, argv, LEFT | RIGHT, "strip");
}

FzValue fz_text_lstrip(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return strip(vm, argv, LEFT, "lstrip");
}

FzValue fz_text_rstrip(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return strip(vm, argv, RIGHT, "rstrip");
}

// ---- filling

uint32_t fz_text_length(const FzVm *vm, FzValue self)
{
    return fz_is_kind(vm, self, FZ_KIND_STR) ? fz_str_length(vm, self) : fz_count_of(vm, self);
}

static uint8_t *put_times(uint8_t *out, FzText fill, uint32_t times)
{
    for (; times > 0; times--, out += fill.size)
        memcpy(out, fill.bytes, fill.size);
    return out;
}

FzValue fz_text_pad(FzVm *vm, FzValue self, FzText fill, uint32_t left, uint32_t right)
{
    FzText text;
    if (left > FZ_COUNT_MAX || right > FZ_COUNT_MAX)
        return fz_raise_memory(vm);
    if (left + right == 0 && !fz_is_kind(vm, self, FZ_KIND_BYTEARRAY))
        return self;
    FzKind kind = fz_kind_of(vm, self);
    FzValue *slot = fz_push(vm, self);
    FzValue result = fz_text_alloc(vm, kind, fz_count_of(vm, self) + (left + right) * fill.size);
    fz_pop(vm, 1);
    if (result == FZ_NULL)
        return FZ_NULL;
    fz_text_view(vm, *slot, &text);
    uint8_t *out = put_times(fz_text_bytes(vm, result), fill, left);
    memcpy(out, text.bytes, text.size);
    put_times(out + text.size, fill, right);
    return fz_text_seal(vm, result);
}

// The fill character of center and the like: argv[2], or a blank. It is copied to `bytes`.
static bool take_fill(FzVm *vm, FzValue *argv, uint8_t bytes[4], FzText *fill, const char *name)
{
    bytes[0] = ' ';
    *fill = (FzText){bytes, 1};
    if (argv[2] == FZ_NULL)
        return true;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    FzText text;
    FzValue plain = fz_unwrap(vm, argv[2]);
    if (!fz_text_view(vm, plain, &text) || is_str != fz_is_kind(vm, plain, FZ_KIND_STR)) {
        if (is_str)
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "The fill character must be a unicode character, not %t", plain);
        else
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "%s() argument 2 must be a byte string of length 1, not %t", name, plain);
        return false;
    }
    if (fz_text_length(vm, plain) != 1) {
        if (is_str)
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "The fill character must be exactly one character long");
        else
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "%s() argument 2 must be a byte string of length 1, not %t", name, plain);
        return false;
    }
    memcpy(bytes, text.bytes, text.size);
    fill->size = text.size;
    return true;
}

static FzValue justify(FzVm *vm, FzValue *argv, uint32_t sides, const char *name)
{
    int32_t width;
    uint8_t bytes[4];
    FzText fill;
    if (!fz_as_index(vm, argv[1], &width) || !take_fill(vm, argv, bytes, &fill, name))
        return FZ_NULL;
    int32_t missing = width - (int32_t)fz_text_length(vm, argv[0]);
    if (missing <= 0)
        return fz_text_same(vm, argv[0]);
    uint32_t total = (uint32_t)missing;
    uint32_t left = sides == LEFT    ? total
                    : sides == RIGHT ? 0
                                     : total / 2 + (total & (uint32_t)width & 1);
    return fz_text_pad(vm, argv[0], fill, left, total - left);
}

FzValue fz_text_center(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return justify(vm, argv, LEFT | RIGHT, "center");
}

FzValue fz_text_ljust(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return justify(vm, argv, RIGHT, "ljust");
}

FzValue fz_text_rjust(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return justify(vm, argv, LEFT, "rjust");
}

FzValue fz_text_zfill(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    static const uint8_t zero[] = "0";
    int32_t width;
    if (!fz_as_index(vm, argv[1], &width))
        return FZ_NULL;
    int32_t missing = width - (int32_t)fz_text_length(vm, argv[0]);
    if (missing <= 0)
        return fz_text_same(vm, argv[0]);
    FzValue result = fz_text_pad(vm, argv[0], (FzText){zero, 1}, (uint32_t)missing, 0);
    if (result == FZ_NULL)
        return FZ_NULL;
    uint8_t *bytes = fz_text_bytes(vm, result);
    uint8_t first = fz_count_of(vm, argv[0]) > 0 ? bytes[missing] : 0;
    if (first == '+' || first == '-') { // the sign comes first
        bytes[0] = first;
        bytes[missing] = '0';
    }
    return result;
}

// Gives the size of the text with tabs expanded, and writes it if `out` is not NULL.
static uint64_t expand(FzText text, uint32_t tab, bool is_str, uint8_t *out)
{
    uint64_t total = 0;
    uint32_t column = 0;
    for (uint32_t at = 0; at < text.size; at++) {
        uint8_t byte = text.bytes[at];
        if (byte != '\t') {
            if (out)
                out[total] = byte;
            total++;
            column += !is_str || (byte & 0xc0) != 0x80;
            if (byte == '\n' || byte == '\r')
                column = 0;
            continue;
        }
        uint32_t blanks = tab > 0 ? tab - column % tab : 0;
        if (out)
            memset(out + total, ' ', blanks);
        total += blanks;
        column += blanks;
    }
    return total;
}

FzValue fz_text_expandtabs(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t tab;
    if (!fz_optional_index(vm, argv[1], 8, &tab))
        return FZ_NULL;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    uint32_t width = tab > 0 ? (uint32_t)tab : 0;
    FzText text;
    fz_text_view(vm, argv[0], &text);
    uint64_t size = expand(text, width, is_str, 0);
    if (size > FZ_COUNT_MAX)
        return fz_raise_memory(vm);
    FzValue result = fz_text_alloc(vm, fz_kind_of(vm, argv[0]), (uint32_t)size);
    if (result == FZ_NULL || size == 0)
        return result;
    fz_text_view(vm, argv[0], &text);
    expand(text, width, is_str, fz_text_bytes(vm, result));
    return fz_text_seal(vm, result);
}
