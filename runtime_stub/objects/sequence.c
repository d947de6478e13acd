// SPDX-License-Identifier: MIT
// What list and tuple share: reading items and slices, joining, repeating, comparing, searching.
#include "protocol.h"

#include <string.h>

FzValue *fz_items(const FzVm *vm, FzValue sequence, uint32_t *count)
{
    *count = fz_count_of(vm, sequence);
    if (!fz_is_kind(vm, sequence, FZ_KIND_LIST))
        return FZ_TUPLE(vm, sequence)->items;
    FzValue items = FZ_LIST(vm, sequence)->items;
    return items == FZ_NULL ? NULL : FZ_TUPLE(vm, items)->items;
}

// A new sequence of the same kind with `count` empty items.
static FzValue new_like(FzVm *vm, FzValue sequence, uint32_t count)
{
    return fz_is_kind(vm, sequence, FZ_KIND_LIST) ? fz_list_new(vm, NULL, count)
                                                  : fz_tuple_new(vm, NULL, count);
}

FzValue fz_sequence_concat(FzVm *vm, FzValue *at)
{
    uint32_t count_a, count_b, count;
    fz_items(vm, at[0], &count_a);
    fz_items(vm, at[1], &count_b);
    FzValue result = new_like(vm, at[0], count_a + count_b);
    if (result == FZ_NULL || count_a + count_b == 0)
        return result;
    FzValue *to = fz_items(vm, result, &count);
    if (count_a != 0)
        memcpy(to, fz_items(vm, at[0], &count), count_a * sizeof *to);
    if (count_b != 0)
        memcpy(to + count_a, fz_items(vm, at[1], &count), count_b * sizeof *to);
    return result;
}

FzValue fz_sequence_repeat(FzVm *vm, FzValue *at)
{
    int32_t times;
    if (!fz_as_index(vm, at[1], &times))
        return FZ_NULL;
    uint32_t count;
    fz_items(vm, at[0], &count);
    if (times < 0 || count == 0)
        times = 0;
    if (count != 0 && (uint32_t)times > FZ_COUNT_MAX / count)
        return fz_raise_memory(vm);
    if (times == 1 && !fz_is_kind(vm, at[0], FZ_KIND_LIST))
        return at[0];
    uint32_t total = count * (uint32_t)times;
    FzValue result = new_like(vm, at[0], total);
    if (result == FZ_NULL || total == 0)
        return result;
    FzValue *to = fz_items(vm, result, &total);
    const FzValue *from = fz_items(vm, at[0], &count);
    for (uint32_t i = 0; i < total; i += count)
        memcpy(to + i, from, count * sizeof *to);
    return result;
}

// Compares the items at one place for equality; -1 after raising, 2 past the end of either.
static int equal_at(FzVm *vm, FzValue *at, uint32_t i)
{
    uint32_t count_a, count_b;
    const FzValue *a = fz_items(vm, at[0], &count_a);
    const FzValue *b = fz_items(vm, at[1], &count_b);
    return i >= count_a || i >= count_b ? 2 : fz_equal(vm, a[i], b[i]);
}

static FzValue compare(FzVm *vm, FzComparison op, FzValue *at)
{
    uint32_t count_a, count_b, i = 0;
    fz_items(vm, at[0], &count_a);
    fz_items(vm, at[1], &count_b);
    bool by_equality = op == FZ_EQUAL || op == FZ_NOT_EQUAL;
    if (by_equality && count_a != count_b)
        return fz_from_bool(op == FZ_NOT_EQUAL);
    int same;
    while ((same = equal_at(vm, at, i)) == 1)
        i++;
    if (same < 0)
        return FZ_NULL;
    const FzValue *a = fz_items(vm, at[0], &count_a);
    const FzValue *b = fz_items(vm, at[1], &count_b);
    if (same == 2)
        return fz_compare(vm, op, fz_from_int((int32_t)count_a), fz_from_int((int32_t)count_b));
    return by_equality ? fz_from_bool(op == FZ_NOT_EQUAL) : fz_compare(vm, op, a[i], b[i]);
}

FzValue fz_sequence_compare(FzVm *vm, FzComparison op, FzValue *at)
{
    if (!fz_enter(vm))
        return FZ_NULL;
    FzValue result = compare(vm, op, at);
    fz_leave(vm);
    return result;
}

int32_t fz_sequence_find(FzVm *vm, FzValue *at, int32_t start, int32_t stop)
{
    for (uint32_t i = (uint32_t)start; i < (uint32_t)stop; i++) {
        uint32_t count;
        const FzValue *items = fz_items(vm, at[0], &count);
        if (i >= count)
            break;
        int same = fz_equal(vm, items[i], at[1]);
        if (same != 0)
            return same < 0 ? -2 : (int32_t)i;
    }
    return -1;
}

int fz_sequence_contains(FzVm *vm, FzValue *at)
{
    int32_t index = fz_sequence_find(vm, at, 0, FZ_COUNT_MAX);
    return index == -2 ? -1 : index >= 0;
}

FzValue fz_sequence_count(FzVm *vm, FzValue *at)
{
    int32_t found = 0, index = -1;
    while ((index = fz_sequence_find(vm, at, index + 1, FZ_COUNT_MAX)) >= 0)
        found++;
    return index == -2 ? FZ_NULL : fz_from_int(found);
}

bool fz_sequence_index(FzVm *vm, FzValue *at, int32_t *index)
{
    FzValue key = at[1];
    if (!fz_has_index(vm, key)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%t indices must be integers or slices, not %t", at[0], key);
        return false;
    }
    if (fz_as_index(vm, key, index))
        return true;
    if (fz_pending_is(vm, FZ_TYPE_OVERFLOW_ERROR)) {
        fz_clear(vm);
        fz_raise(vm, FZ_TYPE_INDEX_ERROR, "cannot fit 'int' into an index-sized integer");
    }
    return false;
}

static FzValue get_slice(FzVm *vm, FzValue *at)
{
    int32_t start, stop, step;
    if (!fz_slice_unpack(vm, at[1], &start, &stop, &step))
        return FZ_NULL;
    uint32_t length;
    fz_items(vm, at[0], &length);
    uint32_t count = fz_slice_clip(length, &start, &stop, step);
    if (count == length && step == 1 && fz_is_kind(vm, at[0], FZ_KIND_TUPLE))
        return at[0];
    FzValue result = new_like(vm, at[0], count);
    if (result == FZ_NULL)
        return FZ_NULL;
    const FzValue *from = fz_items(vm, at[0], &length);
    uint32_t i;
    FzValue *to = fz_items(vm, result, &i);
    for (i = 0; i < count; i++) // a great step would carry an index beyond the last too far
        to[i] = from[start + (int32_t)i * step];
    return result;
}

FzValue fz_sequence_get_item(FzVm *vm, FzValue *at)
{
    if (fz_is_kind(vm, at[1], FZ_KIND_SLICE))
        return get_slice(vm, at);
    int32_t index;
    if (!fz_sequence_index(vm, at, &index))
        return FZ_NULL;
    uint32_t count;
    const FzValue *items = fz_items(vm, at[0], &count);
    if (index < 0)
        index += (int32_t)count;
    if (index < 0 || (uint32_t)index >= count)
        return fz_raise(vm, FZ_TYPE_INDEX_ERROR, "%t index out of range", at[0]);
    return items[index];
}
