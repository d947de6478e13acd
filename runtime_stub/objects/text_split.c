// SPDX-License-Identifier: MIT
// Methods of texts that take them apart and put them together: split, partition, splitlines, join.
#include "text.h"

#include "flashfreeze/natives.h"
#include "protocol.h"

#include <string.h>

// Appends a part of *self to *list; both are on the VM stack.
static bool append_part(FzVm *vm, const FzValue *self, const FzValue *list, uint32_t offset,
                        uint32_t size)
{
    FzValue part = fz_text_sub(vm, *self, offset, size);
    return part != FZ_NULL && fz_list_append(vm, *list, part);
}

// Offset of the first white space at or behind `at`, or of the first thing that is none.
static uint32_t skip(FzText text, uint32_t at, bool spaces, bool is_str)
{
    while (at < text.size) {
        FzText rest = {text.bytes + at, text.size - at};
        bool is_plain = FZ_FAST_PATHS && *rest.bytes > ' ' && *rest.bytes < 0x80;
        uint32_t size = is_plain ? 0 : fz_space_size(rest, is_str);
        if ((size > 0) != spaces)
            break;
        at += size > 0 ? size : is_str && !is_plain ? fz_utf8_size(text.bytes[at]) : 1;
    }
    return at;
}

// The same backwards from `at`.
static uint32_t skip_back(FzText text, uint32_t at, bool spaces, bool is_str)
{
    while (at > 0) {
        uint32_t start = at - 1;
        while (is_str && start > 0 && (text.bytes[start] & 0xc0) == 0x80)
            start--;
        FzText last = {text.bytes + start, at - start};
        if ((fz_space_size(last, is_str) > 0) != spaces)
            break;
        at = start;
    }
    return at;
}

static bool split_spaces(FzVm *vm, const FzValue *self, const FzValue *list, uint32_t most)
{
    bool is_str = fz_is_kind(vm, *self, FZ_KIND_STR);
    FzText text;
    fz_text_view(vm, *self, &text);
    uint32_t at = skip(text, 0, true, is_str);
    while (at < text.size) {
        uint32_t end = skip(text, at, false, is_str);
        if (most-- == 0)
            end = text.size;
        if (!append_part(vm, self, list, at, end - at))
            return false;
        fz_text_view(vm, *self, &text);
        at = skip(text, end, true, is_str);
    }
    return true;
}

static bool split_at(FzVm *vm, const FzValue *self, const FzValue *separator, const FzValue *list,
                     uint32_t most)
{
    uint32_t at = 0;
    for (;;) {
        FzText text;
        FzText wanted;
        fz_text_view(vm, *self, &text);
        fz_text_view(vm, *separator, &wanted);
        uint32_t end = most-- == 0 ? FZ_NOWHERE : fz_search(text, wanted, at);
        uint32_t next = end + wanted.size;
        bool last = end == FZ_NOWHERE;
        if (!append_part(vm, self, list, at, (last ? text.size : end) - at))
            return false;
        if (last)
            return true;
        at = next;
    }
}

// Parts from the end; the list is reversed afterwards.
static bool split_back(FzVm *vm, const FzValue *self, const FzValue *separator, const FzValue *list,
                       uint32_t most)
{
    bool is_str = fz_is_kind(vm, *self, FZ_KIND_STR);
    uint32_t end = fz_count_of(vm, *self);
    for (bool more = true; more;) {
        FzText text;
        FzText wanted;
        fz_text_view(vm, *self, &text);
        text.size = end;
        uint32_t start;
        if (*separator == FZ_NONE) {
            end = skip_back(text, end, true, is_str);
            if (end == 0)
                return true;
            start = most-- == 0 ? 0 : skip_back(text, end, false, is_str);
            text.size = start;
        } else {
            fz_text_view(vm, *separator, &wanted);
            uint32_t at = most-- == 0 ? FZ_NOWHERE : fz_search_last(text, wanted);
            more = at != FZ_NOWHERE;
            start = more ? at + wanted.size : 0;
            text.size = at;
        }
        if (!append_part(vm, self, list, start, end - start))
            return false;
        end = text.size;
    }
    return true;
}

static void reverse(FzVm *vm, FzValue list)
{
    uint32_t count;
    FzValue *items = fz_items(vm, list, &count);
    for (uint32_t i = 0; i < count / 2; i++) {
        FzValue item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

static FzValue split(FzVm *vm, FzValue *argv, bool back)
{
    int32_t most;
    if (!fz_optional_index(vm, argv[2], -1, &most))
        return FZ_NULL;
    if (argv[1] == FZ_NULL)
        argv[1] = FZ_NONE;
    if (argv[1] != FZ_NONE) {
        if (fz_is_kind(vm, argv[0], FZ_KIND_STR) &&
            !fz_is_kind(vm, fz_unwrap(vm, argv[1]), FZ_KIND_STR))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "must be str or None, not %t", argv[1]);
        if (!fz_text_argument(vm, argv[0], &argv[1], 0))
            return FZ_NULL;
        FzText wanted;
        fz_text_view(vm, argv[1], &wanted);
        if (wanted.size == 0)
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "empty separator");
    }
    FzValue *list = fz_push(vm, FZ_NULL);
    *list = fz_list_new(vm, 0, 0);
    if (*list == FZ_NULL)
        return FZ_NULL;
    bool done = back                 ? split_back(vm, argv, argv + 1, list, (uint32_t)most)
                : argv[1] == FZ_NONE ? split_spaces(vm, argv, list, (uint32_t)most)
                                     : split_at(vm, argv, argv + 1, list, (uint32_t)most);
    if (!done)
        return FZ_NULL;
    if (back)
        reverse(vm, *list);
    return *list;
}

FzValue fz_text_split(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return split(vm, argv, false);
}

FzValue fz_text_rsplit(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return split(vm, argv, true);
}

// Size of a line's end at the start of the text, or 0.
static uint32_t line_end(FzText text, bool is_str)
{
    uint8_t c = text.bytes[0];
    if (c == '\r' && text.size > 1 && text.bytes[1] == '\n')
        return 2;
    if (c == '\n' || c == '\r' || (is_str && (c == 0x0b || c == 0x0c || (c >= 0x1c && c <= 0x1e))))
        return 1;
    if (!is_str || c < 0x80)
        return 0;
    uint32_t size;
    uint32_t code_point = fz_utf8_decode(text.bytes, &size);
    return code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029 ? size : 0;
}

FzValue fz_text_splitlines(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int keep = argv[1] == FZ_NULL ? 0 : fz_truth(vm, argv[1]);
    FzValue *list = fz_push(vm, FZ_NULL);
    if (keep < 0 || (*list = fz_list_new(vm, 0, 0)) == FZ_NULL)
        return FZ_NULL;
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    FzText text;
    uint32_t start = 0;
    for (uint32_t at = 0; fz_text_view(vm, argv[0], &text) && at < text.size;) {
        FzText rest = {text.bytes + at, text.size - at};
        uint32_t end = line_end(rest, is_str);
        at += end > 0 ? end : is_str ? fz_utf8_size(*rest.bytes) : 1;
        if (end == 0 && at < text.size)
            continue;
        if (!append_part(vm, argv, list, start, at - start - (keep ? 0 : end)))
            return FZ_NULL;
        start = at;
    }
    return *list;
}

static FzValue partition(FzVm *vm, FzValue *argv, bool last)
{
    FzText text;
    FzText wanted;
    if (!fz_text_argument(vm, argv[0], &argv[1], 0))
        return FZ_NULL;
    fz_text_view(vm, argv[0], &text);
    fz_text_view(vm, argv[1], &wanted);
    if (wanted.size == 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "empty separator");
    uint32_t at = last ? fz_search_last(text, wanted) : fz_search(text, wanted, 0);
    bool is_found = at != FZ_NOWHERE;
    uint32_t head = is_found ? at : last ? 0 : text.size;
    uint32_t tail = is_found ? at + wanted.size : head;
    uint32_t size = text.size;
    FzValue *parts = vm->sp;
    for (uint32_t i = 0; i < 3; i++)
        fz_push(vm, FZ_NULL);
    parts[0] = fz_text_sub(vm, argv[0], 0, head);
    // The separator itself, but a bytearray gives copies.
    bool copies = !is_found || fz_is_kind(vm, argv[0], FZ_KIND_BYTEARRAY);
    if (parts[0] != FZ_NULL)
        parts[1] = copies ? fz_text_sub(vm, argv[0], head, tail - head) : argv[1];
    parts[2] = parts[1] == FZ_NULL ? FZ_NULL : fz_text_sub(vm, argv[0], tail, size - tail);
    return parts[2] == FZ_NULL ? FZ_NULL : fz_tuple_new(vm, parts, 3);
}

FzValue fz_text_partition(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return partition(vm, argv, false);
}

FzValue fz_text_rpartition(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return partition(vm, argv, true);
}

// The bytes of an item that is joined; false when it is no text of the right kind.
static bool view_item(const FzVm *vm, FzValue item, bool is_str, FzText *text)
{
    if (FZ_FAST_PATHS && is_str && fz_is_kind(vm, item, FZ_KIND_STR)) {
        text->bytes = FZ_STR(vm, item)->text;
        text->size = fz_header_count(FZ_STR(vm, item)->header);
        return true;
    }
    item = fz_unwrap(vm, item);
    return fz_text_view(vm, item, text) && is_str == fz_is_kind(vm, item, FZ_KIND_STR);
}

// Checks the items of a sequence and adds up what joining them takes.
static bool measure(FzVm *vm, FzValue self, FzValue sequence, uint32_t *size)
{
    bool is_str = fz_is_kind(vm, self, FZ_KIND_STR);
    uint32_t count;
    const FzValue *items = fz_items(vm, sequence, &count);
    uint32_t separator = fz_count_of(vm, self);
    *size = 0;
    for (uint32_t i = 0; i < count; i++) {
        FzText text;
        if (!view_item(vm, items[i], is_str, &text)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "sequence item %u: expected %s, %t found", i,
                     is_str ? "str instance" : "a bytes-like object", fz_unwrap(vm, items[i]));
            return false;
        }
        *size += text.size + (i > 0 ? separator : 0);
        if (*size > FZ_COUNT_MAX) {
            fz_raise_memory(vm);
            return false;
        }
    }
    return true;
}

static uint8_t *put(uint8_t *out, FzText text)
{
    if (FZ_FAST_PATHS && text.size == 1)
        *out = *text.bytes;
    else
        memcpy(out, text.bytes, text.size);
    return out + text.size;
}

FzValue fz_text_join(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzKind kind = fz_kind_of(vm, argv[1]);
    uint32_t size;
    if (kind != FZ_KIND_LIST && kind != FZ_KIND_TUPLE) {
        FzValue iterator = fz_iter(vm, argv[1]);
        if (iterator == FZ_NULL) {
            if (fz_pending_is(vm, FZ_TYPE_TYPE_ERROR)) {
                fz_clear(vm);
                fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can only join an iterable");
            }
            return FZ_NULL;
        }
        argv[1] = fz_list_from(vm, iterator);
    }
    if (argv[1] == FZ_NULL || !measure(vm, argv[0], argv[1], &size))
        return FZ_NULL;
    uint32_t count;
    const FzValue *items = fz_items(vm, argv[1], &count);
    if (count == 1 && !fz_is_kind(vm, argv[0], FZ_KIND_BYTEARRAY) &&
        fz_kind_of(vm, items[0]) == fz_kind_of(vm, argv[0]))
        return items[0];
    FzValue result = fz_text_alloc(vm, fz_kind_of(vm, argv[0]), size);
    if (result == FZ_NULL || size == 0)
        return result;
    items = fz_items(vm, argv[1], &count);
    uint8_t *out = fz_text_bytes(vm, result);
    bool is_str = fz_is_kind(vm, argv[0], FZ_KIND_STR);
    FzText separator;
    fz_text_view(vm, argv[0], &separator);
    for (uint32_t i = 0; i < count; i++) {
        FzText text;
        if (i > 0)
            out = put(out, separator);
        view_item(vm, items[i], is_str, &text);
        out = put(out, text);
    }
    return fz_text_seal(vm, result);
}
