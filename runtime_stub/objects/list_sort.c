// SPDX-License-Identifier: MIT
// Stable sorting: runs of a few items by binary insertion, then merges of neighbouring runs with
// half as much memory again. While a list is sorted it is empty, so that comparisons and key
// functions that look at it or change it do no harm. With a key the array holds (key, item) pairs.
#include "protocol.h"
#include "flashfreeze/natives.h"

#include <string.h>

enum { RUN = 8 };

typedef struct {
    FzVm *vm;
    FzValue *array; // stack slot: ARRAY being sorted
    FzValue *spare; // stack slot: ARRAY of half its size
    uint32_t width; // values for one item: 1, or 2 with a key
} Sort;

static FzValue *item(const Sort *sort, const FzValue *array, uint32_t i)
{
    return FZ_TUPLE(sort->vm, *array)->items + i * sort->width;
}

static void copy(const Sort *sort, FzValue *to, const FzValue *from, uint32_t count)
{
    memmove(to, from, count * sort->width * sizeof *to);
}

// Inserts item i into the sorted items from `start` on, behind its equals.
static bool insert(const Sort *sort, uint32_t start, uint32_t i)
{
    uint32_t low = start, high = i;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        int less = fz_less(sort->vm, *item(sort, sort->array, i), *item(sort, sort->array, middle));
        if (less < 0)
            return false;
        if (less)
            high = middle;
        else
            low = middle + 1;
    }
    FzValue held[2];
    copy(sort, held, item(sort, sort->array, i), 1);
    copy(sort, item(sort, sort->array, low + 1), item(sort, sort->array, low), i - low);
    copy(sort, item(sort, sort->array, low), held, 1);
    return true;
}

// Merges the sorted items from `low` and from `middle` up to `high`. After an error the array still
// holds every item once.
static bool merge(const Sort *sort, uint32_t low, uint32_t middle, uint32_t high)
{
    FzVm *vm = sort->vm;
    int less = fz_less(vm, *item(sort, sort->array, middle), *item(sort, sort->array, middle - 1));
    if (less <= 0)
        return less == 0;
    uint32_t held = middle - low, i = 0, to = low;
    copy(sort, item(sort, sort->spare, 0), item(sort, sort->array, low), held);
    while (i < held && middle < high) {
        less = fz_less(vm, *item(sort, sort->array, middle), *item(sort, sort->spare, i));
        if (less < 0)
            break;
        if (less)
            copy(sort, item(sort, sort->array, to++), item(sort, sort->array, middle++), 1);
        else
            copy(sort, item(sort, sort->array, to++), item(sort, sort->spare, i++), 1);
    }
    copy(sort, item(sort, sort->array, to), item(sort, sort->spare, i), held - i);
    return less >= 0;
}

static bool sort_runs(const Sort *sort, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (i % RUN != 0 && !insert(sort, i - i % RUN, i))
            return false;
    for (uint32_t width = RUN; width < count; width *= 2)
        for (uint32_t low = 0; low + width < count; low += width * 2) {
            uint32_t high = low + width * 2;
            if (!merge(sort, low, low + width, high < count ? high : count))
                return false;
        }
    return true;
}

// Most items that wait in the spare array: the longest left half of a merge.
static uint32_t spare_size(uint32_t count)
{
    uint32_t width = RUN;
    while (width * 2 < count)
        width *= 2;
    return count <= RUN ? 0 : width;
}

static void reverse(FzValue *items, uint32_t count, uint32_t width)
{
    for (uint32_t i = 0; i < count / 2; i++)
        for (uint32_t j = 0; j < width; j++) {
            FzValue *a = &items[i * width + j], *b = &items[(count - 1 - i) * width + j];
            FzValue held = *a;
            *a = *b;
            *b = held;
        }
}

// Makes the array of pairs for a key function. slots: items, key, result.
static bool add_keys(FzVm *vm, FzValue *slots, uint32_t count)
{
    slots[2] = fz_new(vm, FZ_KIND_ARRAY, 0, count * 2);
    for (uint32_t i = 0; slots[2] != FZ_NULL && i < count; i++) {
        FzValue *argument = fz_push(vm, FZ_TUPLE(vm, slots[0])->items[i]);
        FzValue key = fz_call(vm, slots[1], 1, argument);
        FzValue *pair = FZ_TUPLE(vm, slots[2])->items + i * 2;
        pair[0] = key;
        pair[1] = *argument;
        fz_pop(vm, 1);
        if (key == FZ_NULL)
            return false;
    }
    return slots[2] != FZ_NULL;
}

static bool sort_array(FzVm *vm, FzValue *slots, uint32_t count, bool backwards)
{
    bool keyed = slots[1] != FZ_NULL && slots[1] != FZ_NONE;
    if (keyed && !add_keys(vm, slots, count))
        return false;
    Sort sort = {vm, keyed ? &slots[2] : &slots[0], &slots[3], keyed ? 2 : 1};
    uint32_t spare = spare_size(count);
    if (spare != 0 && (slots[3] = fz_new(vm, FZ_KIND_ARRAY, 0, spare * sort.width)) == FZ_NULL)
        return false;
    if (backwards)
        reverse(item(&sort, sort.array, 0), count, sort.width);
    bool done = sort_runs(&sort, count);
    if (backwards)
        reverse(item(&sort, sort.array, 0), count, sort.width);
    for (uint32_t i = 0; keyed && i < count; i++)
        *(FZ_TUPLE(vm, slots[0])->items + i) = item(&sort, sort.array, i)[1];
    return done;
}

bool fz_list_sort(FzVm *vm, FzValue *list, FzValue key, bool backwards)
{
    uint32_t count = fz_count_of(vm, *list);
    if (count == 0)
        return true;
    FzValue *slots = fz_push_two(vm, FZ_LIST(vm, *list)->items, key);
    fz_push_two(vm, FZ_NULL, FZ_NULL);
    FZ_LIST(vm, *list)->items = FZ_NULL;
    fz_set_count(vm, *list, 0);
    bool done = sort_array(vm, slots, count, backwards);
    bool modified = FZ_LIST(vm, *list)->items != FZ_NULL;
    FZ_LIST(vm, *list)->items = slots[0];
    fz_set_count(vm, *list, count);
    vm->sp = slots;
    if (done && modified)
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "list modified during sort");
    return done && !modified;
}

// Sorts list[0], whose arguments key and reverse follow in list[1] and list[2].
static bool sort_with(FzVm *vm, FzValue *list)
{
    int backwards = list[2] == FZ_NULL ? 0 : fz_truth(vm, list[2]);
    return backwards >= 0 && fz_list_sort(vm, list, list[1], backwards > 0);
}

FzValue fz_list_sort_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_none_if(fz_writable(vm, *argv) && sort_with(vm, argv));
}

FzValue fz_builtin_sorted(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    argv[0] = fz_list_from(vm, argv[0]);
    return argv[0] != FZ_NULL && sort_with(vm, argv) ? argv[0] : FZ_NULL;
}

FzValue fz_list_reverse_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, *argv))
        return FZ_NULL;
    uint32_t count;
    FzValue *items = fz_items(vm, argv[0], &count);
    reverse(items, count, 1);
    return FZ_NONE;
}
