// SPDX-License-Identifier: MIT
// Lists: an array of values that grows by a quarter, in place while it is the last object of the
// heap, and is given back when half of it is unused.
#include "protocol.h"
#include "../vm/fast.h"
#include "flashfreeze/natives.h"

#include <string.h>

FzValue fz_list_new(FzVm *vm, const FzValue *items, uint32_t count)
{
    FzValue *array = fz_push(vm, FZ_NULL);
    if (count != 0 && (*array = fz_new(vm, FZ_KIND_ARRAY, 0, count)) != FZ_NULL && items != NULL)
        memcpy(FZ_TUPLE(vm, *array)->items, items, count * sizeof *items);
    FzValue list = FZ_NULL;
    if (count == 0 || *array != FZ_NULL)
        list = fz_new(vm, FZ_KIND_LIST, 0, count);
    if (list != FZ_NULL)
        FZ_LIST(vm, list)->items = *array;
    fz_pop(vm, 1);
    return list;
}

static uint32_t capacity_of(const FzVm *vm, FzValue list)
{
    FzValue items = FZ_LIST(vm, list)->items;
    return items == FZ_NULL ? 0 : fz_count_of(vm, items);
}

// Makes room for `count` items in *list, a stack slot; `spare` more when the array must move.
static bool reserve(FzVm *vm, const FzValue *list, uint32_t count, uint32_t spare)
{
    if (!fz_writable(vm, *list))
        return false;
    if (count <= capacity_of(vm, *list))
        return true;
    FzValue items = FZ_LIST(vm, *list)->items;
    if (items != FZ_NULL && fz_grow_in_place(vm, items, count + spare))
        return true;
    FzValue array = fz_new(vm, FZ_KIND_ARRAY, 0, count + spare);
    if (array == FZ_NULL)
        return false;
    uint32_t used;
    items = *list;
    const FzValue *from = fz_items(vm, items, &used);
    if (used != 0)
        memcpy(FZ_TUPLE(vm, array)->items, from, used * sizeof *from);
    FZ_LIST(vm, *list)->items = array;
    return true;
}

static bool append(FzVm *vm, const FzValue *at)
{
    uint32_t count = fz_count_of(vm, at[0]);
    if (!reserve(vm, at, count + 1, count / 4 + 1))
        return false;
    FZ_TUPLE(vm, FZ_LIST(vm, at[0])->items)->items[count] = at[1];
    fz_set_count(vm, at[0], count + 1);
    return true;
}

bool fz_list_append(FzVm *vm, FzValue list, FzValue item)
{
#if FZ_FAST_PATHS
    if (fast_append(vm, list, item))
        return true;
#endif
    FzValue *at = fz_push_two(vm, list, item);
    bool done = append(vm, at);
    vm->sp = at;
    return done;
}

// Replaces `old` items of at[0] from `start` on by `new` empty ones; the caller fills them at once.
static bool replace(FzVm *vm, const FzValue *at, uint32_t start, uint32_t old, uint32_t new)
{
    uint32_t count = fz_count_of(vm, at[0]);
    uint32_t total = count - old + new;
    if (!reserve(vm, at, total, 0))
        return false;
    FzValue array = FZ_LIST(vm, at[0])->items;
    if (array == FZ_NULL)
        return true;
    FzValue *items = FZ_TUPLE(vm, array)->items;
    memmove(items + start + new, items + start + old, (count - start - old) * sizeof *items);
    if (total < count)
        memset(items + total, 0, (count - total) * sizeof *items);
    fz_set_count(vm, at[0], total);
    if (total == 0)
        FZ_LIST(vm, at[0])->items = FZ_NULL;
    else if (total < fz_count_of(vm, array) / 2)
        fz_shrink(vm, array, total + total / 4);
    return true;
}

// Puts the items of the list or tuple at[1] in place of `old` items from `start` on.
static bool splice(FzVm *vm, const FzValue *at, uint32_t start, uint32_t old)
{
    uint32_t count = fz_count_of(vm, at[1]), again;
    if (!replace(vm, at, start, old, count))
        return false;
    if (count != 0)
        memcpy(fz_items(vm, at[0], &again) + start, fz_items(vm, at[1], &again), count * sizeof *at);
    return true;
}

// True for lists and tuples that are walked as they are.
static bool is_plain(const FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_LIST) || fz_is_kind(vm, value, FZ_KIND_TUPLE);
}

static bool extend_from(FzVm *vm, FzValue *at)
{
    at[1] = fz_iter(vm, at[1]);
    FzValue *item = fz_push_two(vm, at[0], FZ_NULL);
    while ((item[1] = fz_next(vm, at[1])) != FZ_NULL && append(vm, item))
        ;
    fz_pop(vm, 2);
    return !fz_pending(vm);
}

bool fz_list_extend(FzVm *vm, FzValue list, FzValue iterable)
{
    FzValue *at = fz_push_two(vm, list, iterable);
    bool done = is_plain(vm, iterable) && list != iterable
                    ? splice(vm, at, fz_count_of(vm, list), 0)
                    : extend_from(vm, at);
    vm->sp = at;
    return done;
}

FzValue fz_list_from(FzVm *vm, FzValue iterable)
{
    FzValue *at = fz_push_two(vm, FZ_NULL, iterable);
    at[0] = fz_list_new(vm, NULL, 0);
    FzValue list = at[0] != FZ_NULL && fz_list_extend(vm, at[0], at[1]) ? at[0] : FZ_NULL;
    vm->sp = at;
    return list;
}

// ---- items and slices

// An index within the list; IndexError with the rest of the message.
static bool check_index(FzVm *vm, FzValue *at, const char *what, uint32_t *index)
{
    int32_t signed_index;
    if (!fz_sequence_index(vm, at, &signed_index))
        return false;
    uint32_t count = fz_count_of(vm, at[0]);
    if (signed_index < 0)
        signed_index += (int32_t)count;
    *index = (uint32_t)signed_index;
    if (*index < count)
        return true;
    fz_raise(vm, FZ_TYPE_INDEX_ERROR, what);
    return false;
}

// Turns at[2], which is to be assigned to a slice, into a list or tuple other than the list itself.
static bool take_source(FzVm *vm, FzValue *at, bool extended)
{
    if (is_plain(vm, at[2]) && at[2] != at[0])
        return true;
    at[2] = fz_list_from(vm, at[2]);
    if (at[2] != FZ_NULL)
        return true;
    if (fz_pending_is(vm, FZ_TYPE_TYPE_ERROR)) {
        fz_clear(vm);
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 extended ? "must assign iterable to extended slice" : "can only assign an iterable");
    }
    return false;
}

static bool set_extended(FzVm *vm, FzValue *at, int32_t start, int32_t step, uint32_t count)
{
    uint32_t given;
    const FzValue *from = fz_items(vm, at[2], &given);
    if (given != count) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "attempt to assign sequence of size %u to extended slice of size %u",
                 given, count);
        return false;
    }
    if (count == 0)
        return true;
    FzValue *items = fz_items(vm, at[0], &given);
    for (uint32_t i = 0; i < count; i++)
        items[start + (int32_t)i * step] = from[i];
    return true;
}

// Removes every step-th item, closing the gaps from the front on.
static bool del_extended(FzVm *vm, FzValue *at, int32_t start, int32_t step, uint32_t count)
{
    if (count == 0)
        return true;
    if (step < 0) {
        start += (int32_t)(count - 1) * step;
        step = -step;
    }
    uint32_t total;
    FzValue *items = fz_items(vm, at[0], &total);
    uint32_t to = (uint32_t)start, next = to, left = count;
    for (uint32_t i = to; i < total; i++)
        if (left != 0 && i == next) {
            next += (uint32_t)step;
            left--;
        } else {
            items[to++] = items[i];
        }
    return replace(vm, at, total - count, count, 0);
}

static bool set_slice(FzVm *vm, FzValue *at, bool remove)
{
    int32_t start, stop, step;
    if (!fz_slice_unpack(vm, at[1], &start, &stop, &step))
        return false;
    if (!remove && !take_source(vm, at, step != 1))
        return false;
    uint32_t count = fz_slice_clip(fz_count_of(vm, at[0]), &start, &stop, step);
    if (step != 1)
        return remove ? del_extended(vm, at, start, step, count) : set_extended(vm, at, start, step, count);
    if (remove)
        return replace(vm, at, (uint32_t)start, count, 0);
    FzValue *pair = fz_push_two(vm, at[0], at[2]);
    bool done = splice(vm, pair, (uint32_t)start, count);
    fz_pop(vm, 2);
    return done;
}

bool fz_list_set_item(FzVm *vm, FzValue *at, bool remove)
{
    if (!fz_writable(vm, at[0]))
        return false;
    if (fz_is_kind(vm, at[1], FZ_KIND_SLICE))
        return set_slice(vm, at, remove);
    uint32_t index, count;
    if (!check_index(vm, at, "list assignment index out of range", &index))
        return false;
    if (remove)
        return replace(vm, at, index, 1, 0);
    fz_items(vm, at[0], &count)[index] = at[2];
    return true;
}

bool fz_list_repeat_in_place(FzVm *vm, FzValue *at)
{
    FzValue *result = fz_push(vm, fz_sequence_repeat(vm, at));
    bool done = *result != FZ_NULL && fz_writable(vm, at[0]);
    if (done) {
        FZ_LIST(vm, at[0])->items = FZ_LIST(vm, *result)->items;
        fz_set_count(vm, at[0], fz_count_of(vm, *result));
    }
    fz_pop(vm, 1);
    return done;
}

// ---- methods

FzValue fz_list_append_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
#if FZ_FAST_PATHS
    if (fast_append(vm, argv[0], argv[1]))
        return FZ_NONE;
#endif
    return fz_none_if(append(vm, argv));
}

FzValue fz_list_extend_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_none_if(fz_list_extend(vm, argv[0], argv[1]));
}

FzValue fz_list_insert_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t index;
    if (!fz_clipped_index(vm, argv[1], &index))
        return FZ_NULL;
    int32_t count = (int32_t)fz_count_of(vm, argv[0]), stop = count;
    fz_slice_clip((uint32_t)count, &index, &stop, 1);
    FzValue *at = fz_push_two(vm, argv[0], argv[2]);
    if (!append(vm, at)) // grows as append does
        return FZ_NULL;
    uint32_t again;
    FzValue *items = fz_items(vm, argv[0], &again);
    memmove(items + index + 1, items + index, (uint32_t)(count - index) * sizeof *items);
    items[index] = argv[2];
    return FZ_NONE;
}

FzValue fz_list_pop_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    if (argv[1] == FZ_NULL)
        argv[1] = fz_from_int(-1);
    if (fz_count_of(vm, argv[0]) == 0)
        return fz_raise(vm, FZ_TYPE_INDEX_ERROR, "pop from empty list");
    uint32_t index, count;
    if (!check_index(vm, argv, "pop index out of range", &index))
        return FZ_NULL;
    argv[1] = fz_items(vm, argv[0], &count)[index];
    return replace(vm, argv, index, 1, 0) ? argv[1] : FZ_NULL;
}

FzValue fz_list_remove_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t index = fz_sequence_find(vm, argv, 0, FZ_COUNT_MAX);
    if (index == -1)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "list.remove(x): x not in list");
    if (index < 0 || (uint32_t)index >= fz_count_of(vm, argv[0])) // the item's __eq__ emptied the list
        return fz_none_if(index >= 0);
    return fz_none_if(replace(vm, argv, (uint32_t)index, 1, 0));
}

FzValue fz_list_clear_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_none_if(replace(vm, argv, 0, fz_count_of(vm, argv[0]), 0));
}

FzValue fz_list_copy_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_list_from(vm, argv[0]);
}

FzValue fz_list_count_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_sequence_count(vm, argv);
}

FzValue fz_list_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue list = argv[1] == FZ_NULL ? fz_list_new(vm, NULL, 0) : fz_list_from(vm, argv[1]);
    return fz_wrap(vm, argv[0], list);
}

FzValue fz_list_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (fz_list_clear_method(vm, argc, argv) == FZ_NULL)
        return FZ_NULL;
    return fz_none_if(argv[1] == FZ_NULL || fz_list_extend(vm, argv[0], argv[1]));
}
