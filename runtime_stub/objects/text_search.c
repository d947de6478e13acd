// SPDX-License-Identifier: MIT
// Methods of texts that search: find, count, startswith, replace and their relatives. Searches go
// by bytes, which finds characters of UTF-8 at their places; only results become indices.
#include "text.h"

#include "flashfreeze/natives.h"

#include <string.h>

// What a search looks for: text, or for bytes also one byte given as an int.
static bool take_needle(FzVm *vm, FzValue *argv, uint8_t *byte, bool *is_byte)
{
    FzText text;
    *is_byte = false;
    if (fz_is_kind(vm, argv[0], FZ_KIND_STR))
        return fz_text_argument(vm, argv[0], &argv[1], 0);
    if (fz_bytes_view(vm, fz_unwrap(vm, argv[1]), &text.bytes, &text.size))
        return fz_text_argument(vm, argv[0], &argv[1], 0);
    if (!fz_is_index(vm, argv[1])) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "argument should be integer or bytes-like object, not '%t'", argv[1]);
        return false;
    }
    *is_byte = true;
    return fz_byte_of(vm, argv[1], "byte", byte);
}

typedef struct {
    FzText part; // what is searched
    FzText needle;
    uint32_t from; // offset of the part, or FZ_NOWHERE
    uint8_t byte;
} Search;

static bool open_search(FzVm *vm, FzValue *argv, Search *search)
{
    bool is_byte;
    uint32_t to;
    if (!take_needle(vm, argv, &search->byte, &is_byte) ||
        !fz_text_range(vm, argv, 2, &search->from, &to))
        return false;
    search->needle = (FzText){&search->byte, 1};
    if (!is_byte)
        fz_text_view(vm, argv[1], &search->needle);
    fz_text_view(vm, argv[0], &search->part);
    if (search->from != FZ_NOWHERE) {
        search->part.bytes += search->from;
        search->part.size = to - search->from;
    }
    return true;
}

// -2 after raising, -1 when absent, else the index.
static int32_t find(FzVm *vm, FzValue *argv, bool last)
{
    Search search;
    if (!open_search(vm, argv, &search))
        return -2;
    if (search.from == FZ_NOWHERE)
        return -1;
    uint32_t at = last ? fz_search_last(search.part, search.needle)
                       : fz_search(search.part, search.needle, 0);
    if (at == FZ_NOWHERE)
        return -1;
    at += search.from;
    FzText text;
    fz_text_view(vm, argv[0], &text);
    return (int32_t)(fz_text_is_wide(vm, argv[0]) ? fz_utf8_length(text.bytes, at) : at);
}

static FzValue found(FzVm *vm, const FzValue *argv, int32_t index, bool must)
{
    if (index == -1 && must)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        fz_is_kind(vm, argv[0], FZ_KIND_STR) ? "substring not found"
                                                             : "subsection not found");
    return index == -2 ? FZ_NULL : fz_from_int(index);
}

FzValue fz_text_find(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return found(vm, argv, find(vm, argv, false), false);
}

FzValue fz_text_rfind(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return found(vm, argv, find(vm, argv, true), false);
}

FzValue fz_text_index(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return found(vm, argv, find(vm, argv, false), true);
}

FzValue fz_text_rindex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return found(vm, argv, find(vm, argv, true), true);
}

// Where the next match after one at `at` may begin: an empty needle matches before each character.
static uint32_t behind(FzText text, FzText needle, uint32_t at, bool wide)
{
    if (needle.size > 0)
        return at + needle.size;
    return at + (wide && at < text.size ? fz_utf8_size(text.bytes[at]) : 1);
}

// Matches without overlap, at most `most`.
static uint32_t count_matches(FzText text, FzText needle, uint32_t most, bool wide)
{
    uint32_t count = 0;
    uint32_t at = 0;
    while (count < most && (at = fz_search(text, needle, at)) != FZ_NOWHERE) {
        at = behind(text, needle, at, wide);
        count++;
    }
    return count;
}

FzValue fz_text_count(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    Search search;
    if (!open_search(vm, argv, &search))
        return FZ_NULL;
    if (search.from == FZ_NOWHERE)
        return fz_from_int(0);
    return fz_from_int((int32_t)count_matches(search.part, search.needle, UINT32_MAX,
                                              fz_text_is_wide(vm, argv[0])));
}

static bool has_affix(FzText text, FzText affix, bool at_end)
{
    if (affix.size > text.size)
        return false;
    return memcmp(text.bytes + (at_end ? text.size - affix.size : 0), affix.bytes, affix.size) == 0;
}

// -1 after raising; `affix` is one text that startswith or endswith was given.
static int match_affix(FzVm *vm, const FzValue *argv, FzValue affix, uint32_t from, uint32_t to,
                       bool at_end, bool in_tuple)
{
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    FzValue plain = fz_unwrap(vm, affix);
    FzText text;
    FzText wanted;
    if (!fz_text_view(vm, plain, &wanted) || is_str != fz_is_kind(vm, plain, FZ_KIND_STR)) {
        const char *name = at_end ? "endswith" : "startswith";
        const char *type = is_str ? "str" : "bytes";
        if (!in_tuple)
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s first arg must be %s or a tuple of %s, not %t",
                     name, type, type, affix);
        else if (is_str)
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "tuple for %s must only contain str, not %t", name,
                     affix);
        else
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a bytes-like object is required, not '%t'", affix);
        return -1;
    }
    fz_text_view(vm, argv[0], &text);
    if (from == FZ_NOWHERE)
        return 0;
    text.bytes += from;
    text.size = to - from;
    return has_affix(text, wanted, at_end);
}

static FzValue starts_or_ends(FzVm *vm, FzValue *argv, bool at_end)
{
    uint32_t from;
    uint32_t to;
    if (!fz_text_range(vm, argv, 2, &from, &to))
        return FZ_NULL;
    int match = 0;
    FzValue affixes = fz_unwrap(vm, argv[1]);
    if (!fz_is_kind(vm, affixes, FZ_KIND_TUPLE)) {
        match = match_affix(vm, argv, argv[1], from, to, at_end, false);
    } else {
        for (uint32_t i = 0; i < fz_count_of(vm, affixes) && match == 0; i++)
            match = match_affix(vm, argv, FZ_TUPLE(vm, affixes)->items[i], from, to, at_end, true);
    }
    return match < 0 ? FZ_NULL : fz_from_bool(match > 0);
}

FzValue fz_text_startswith(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return starts_or_ends(vm, argv, false);
}

FzValue fz_text_endswith(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return starts_or_ends(vm, argv, true);
}

static FzValue remove_affix(FzVm *vm, FzValue *argv, bool at_end)
{
    FzText text;
    FzText affix;
    const char *what = at_end ? "removesuffix() argument" : "removeprefix() argument";
    if (!fz_text_argument(vm, argv[0], &argv[1], what))
        return FZ_NULL;
    fz_text_view(vm, argv[0], &text);
    fz_text_view(vm, argv[1], &affix);
    if (affix.size == 0 || !has_affix(text, affix, at_end))
        return fz_text_same(vm, argv[0]);
    return fz_text_sub(vm, argv[0], at_end ? 0 : affix.size, text.size - affix.size);
}

FzValue fz_text_removeprefix(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return remove_affix(vm, argv, false);
}

FzValue fz_text_removesuffix(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return remove_affix(vm, argv, true);
}

// Copies `text` with the first `count` matches replaced.
static void write_replaced(uint8_t *out, FzText text, FzText old, FzText new_text, uint32_t count,
                           bool wide)
{
    uint32_t done = 0;
    while (count-- > 0) {
        uint32_t at = fz_search(text, old, done);
        memcpy(out, text.bytes + done, at - done);
        out += at - done;
        memcpy(out, new_text.bytes, new_text.size);
        out += new_text.size;
        done = at + old.size;
        if (old.size == 0 && at < text.size) { // the character behind the empty match
            uint32_t size = behind(text, old, at, wide) - at;
            memcpy(out, text.bytes + at, size);
            out += size;
            done = at + size;
        }
    }
    memcpy(out, text.bytes + done, text.size - done);
}

FzValue fz_text_replace(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t most;
    if (!fz_text_argument(vm, argv[0], &argv[1], "replace() argument 1") ||
        !fz_text_argument(vm, argv[0], &argv[2], "replace() argument 2") ||
        !fz_optional_index(vm, argv[3], -1, &most))
        return FZ_NULL;
    FzText text;
    FzText old;
    FzText new_text;
    fz_text_view(vm, argv[0], &text);
    fz_text_view(vm, argv[1], &old);
    fz_text_view(vm, argv[2], &new_text);
    bool wide = fz_text_is_wide(vm, argv[0]);
    uint32_t count = count_matches(text, old, (uint32_t)most, wide);
    if (count == 0)
        return fz_text_same(vm, argv[0]);
    uint64_t size = text.size - (uint64_t)count * old.size + (uint64_t)count * new_text.size;
    if (size > FZ_COUNT_MAX)
        return fz_raise_memory(vm);
    FzValue result = fz_text_alloc(vm, fz_kind_of(vm, argv[0]), (uint32_t)size);
    if (result == FZ_NULL || size == 0)
        return result;
    fz_text_view(vm, argv[0], &text);
    fz_text_view(vm, argv[1], &old);
    fz_text_view(vm, argv[2], &new_text);
    write_replaced(fz_text_bytes(vm, result), text, old, new_text, count, wide);
    return fz_text_seal(vm, result);
}
