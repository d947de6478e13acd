// SPDX-License-Identifier: MIT
// Iteration: making iterators and stepping them. An exhausted iterator drops what it walked over,
// so that it stays exhausted.
#include "bytes.h"
#include "int.h"
#include "iter.h"
#include "protocol.h"
#include "str.h"
#include "table.h"

#include "../vm/fast.h"

// Words of iterators.
enum { SOURCE = 1, RAW = 2 };
enum { NEXT = 1, STOP = 2, STEP = 3 };

// ---- making

// A new object whose words from 1 on are the given values.
static FzValue make(FzVm *vm, FzKind kind, uint32_t flags, FzValue first, FzValue second)
{
    FzValue *at = fz_push_two(vm, first, second);
    FzValue object = fz_new(vm, kind, flags, 0);
    if (object != FZ_NULL) {
        FZ_WORDS(vm, object)[1] = at[0];
        if (second != FZ_NULL)
            FZ_WORDS(vm, object)[2] = at[1];
    }
    vm->sp = at;
    return object;
}

FzValue fz_enumerate_new(FzVm *vm, FzValue iterator, FzValue start)
{
    return make(vm, FZ_KIND_ENUMERATE, 0, iterator, start);
}

FzValue fz_filter_new(FzVm *vm, FzValue function, FzValue iterator)
{
    return make(vm, FZ_KIND_FILTER, 0, function, iterator);
}

FzValue fz_call_iter_new(FzVm *vm, FzValue callable, FzValue sentinel)
{
    return make(vm, FZ_KIND_CALL_ITER, 0, callable, sentinel);
}

static FzValue table_iter(FzVm *vm, FzValue value)
{
    uint32_t flags;
    FzValue owner = fz_table_owner(vm, value, &flags);
    uint32_t check = fz_dict_len(vm, owner) & 0xff;
    FzValue iterator = make(vm, FZ_KIND_TABLE_ITER, flags, owner, FZ_NULL);
    if (iterator != FZ_NULL)
        FZ_WORDS(vm, iterator)[RAW] = check;
    return iterator;
}

FzValue fz_reversed_new(FzVm *vm, FzValue source, uint32_t left)
{
    FzValue iterator = make(vm, FZ_KIND_REVERSED, 0, source, FZ_NULL);
    if (iterator != FZ_NULL)
        FZ_WORDS(vm, iterator)[RAW] = left;
    return iterator;
}

bool fz_is_iterator(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    if (fz_has_class(vm, value))
        return fz_special(vm, value, FZ_NAME_next) != FZ_NULL;
    if (kind == FZ_KIND_GENERATOR)
        return (fz_header_of(vm, value) & (FZ_HEADER_A | FZ_HEADER_B)) == 0;
    return kind >= (FzKind)FZ_KIND_NUMBER_SEQ_ITER && kind != FZ_KIND_DICT_VIEW &&
           kind != FZ_KIND_MEMORYVIEW;
}

static FzValue not_iterable(FzVm *vm, FzValue value)
{
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not iterable", value);
}

static FzValue iter_of_instance(FzVm *vm, FzValue object)
{
    FzValue method = fz_special(vm, object, FZ_NAME_iter);
    if (method == FZ_NONE)
        return not_iterable(vm, object);
    if (method != FZ_NULL) {
        FzValue iterator = fz_call_special(vm, object, FZ_NAME_iter, 0, NULL);
        if (iterator != FZ_NULL && !fz_is_iterator(vm, iterator))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "iter() returned non-iterator of type '%t'", iterator);
        return iterator;
    }
    FzValue inner = fz_unwrap(vm, object);
    if (inner != object)
        return fz_iter(vm, inner);
    if (fz_special(vm, object, FZ_NAME_getitem) != FZ_NULL)
        return make(vm, FZ_KIND_SEQ_ITER, 0, object, FZ_NULL);
    return not_iterable(vm, object);
}

FzValue fz_iter(FzVm *vm, FzValue object)
{
#if FZ_FAST_PATHS
    if (fast_iter(vm, &object))
        return object;
#endif
    switch (fz_kind_of(vm, object)) {
    case FZ_KIND_LIST:
    case FZ_KIND_TUPLE:
    case FZ_KIND_STR:
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_MEMORYVIEW:
        return make(vm, FZ_KIND_SEQ_ITER, 0, object, FZ_NULL);
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
    case FZ_KIND_DICT_VIEW:
        return table_iter(vm, object);
    case FZ_KIND_RANGE:
        return fz_range_iter(vm, object, false);
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
    case FZ_KIND_CLASS:
        return iter_of_instance(vm, object);
    default:
        return fz_is_iterator(vm, object) ? object : not_iterable(vm, object);
    }
}

// ---- stepping; at[0] is the iterator, on the VM stack

static FzValue exhaust(FzVm *vm, const FzValue *at)
{
    FZ_WORDS(vm, at[0])[SOURCE] = FZ_NULL;
    return FZ_NULL;
}

// The item of an instance's __getitem__; IndexError and StopIteration end the walk.
static FzValue item_of_instance(FzVm *vm, FzValue *at, FzValue source, uint32_t index)
{
    FzValue item = fz_get_item(vm, source, fz_from_int((int32_t)index));
    if (item != FZ_NULL)
        return item;
    if (fz_pending_is(vm, FZ_TYPE_INDEX_ERROR) || fz_pending_is(vm, FZ_TYPE_STOP_ITERATION)) {
        fz_clear(vm);
        return exhaust(vm, at);
    }
    return FZ_NULL;
}

static FzValue next_of_sequence(FzVm *vm, FzValue *at)
{
    uint32_t *words = FZ_WORDS(vm, at[0]);
    FzValue source = words[SOURCE];
    uint32_t index = words[RAW]++;
    if (source == FZ_NULL)
        return FZ_NULL;
    if (fz_has_class(vm, source) || fz_is_kind(vm, source, FZ_KIND_MEMORYVIEW))
        return item_of_instance(vm, at, source, index);
    if (index >= fz_count_of(vm, source))
        return exhaust(vm, at);
    if (fz_is_kind(vm, source, FZ_KIND_STR)) {
        FzValue item = fz_str_char_at(vm, source, index, &index);
        FZ_WORDS(vm, at[0])[RAW] = index;
        return item;
    }
    uint32_t count;
    if (fz_is_kind(vm, source, FZ_KIND_LIST) || fz_is_kind(vm, source, FZ_KIND_TUPLE))
        return fz_items(vm, source, &count)[index];
    return fz_bytes_at(vm, source, index);
}

static FzValue next_of_table(FzVm *vm, FzValue *at)
{
    FzValue *owner = fz_push(vm, FZ_WORDS(vm, at[0])[SOURCE]);
    FzValue item = FZ_NULL;
    if (*owner != FZ_NULL) {
        uint32_t raw = FZ_WORDS(vm, at[0])[RAW];
        uint32_t entry = raw >> 8;
        if ((fz_dict_len(vm, *owner) & 0xff) != (raw & 0xff)) {
            fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "%s changed size during iteration",
                     fz_is_kind(vm, *owner, FZ_KIND_DICT) ? "dictionary" : "Set");
        } else {
            item = fz_table_step(vm, owner, &entry, fz_header_of(vm, at[0]) & (FZ_HEADER_A | FZ_HEADER_B));
            FZ_WORDS(vm, at[0])[RAW] = entry << 8 | (raw & 0xff);
            if (item == FZ_NULL)
                exhaust(vm, at);
        }
    }
    vm->sp = owner;
    return item;
}

static FzValue next_of_range(FzVm *vm, FzValue *at)
{
    FzValue *words = FZ_WORDS(vm, at[0]);
    FzValue number = words[NEXT], step = words[STEP];
    if (number == FZ_NULL)
        return FZ_NULL;
    bool down = fz_is_int(step) ? fz_to_int(step) < 0 : fz_int_compare(vm, step, fz_from_int(0)) < 0;
    int order = fz_int_compare(vm, number, words[STOP]);
    if (down ? order <= 0 : order >= 0)
        return exhaust(vm, at);
    FzValue *save = fz_push(vm, number);
    FzValue next = fz_int_binary(vm, FZ_BINARY_ADD, number, step);
    if (next != FZ_NULL) {
        FZ_WORDS(vm, at[0])[NEXT] = next;
        next = *save;
    }
    vm->sp = save;
    return next;
}

static FzValue next_of_call(FzVm *vm, FzValue *at)
{
    FzValue callable = FZ_WORDS(vm, at[0])[1];
    if (callable == FZ_NULL)
        return FZ_NULL;
    FzValue *item = fz_push(vm, fz_call(vm, callable, 0, NULL));
    FzValue result = FZ_NULL;
    if (*item != FZ_NULL) {
        int same = fz_equal(vm, *item, FZ_WORDS(vm, at[0])[2]);
        result = same == 0 ? *item : FZ_NULL;
        if (same > 0)
            exhaust(vm, at);
    } else if (fz_pending_is(vm, FZ_TYPE_STOP_ITERATION)) {
        fz_clear(vm);
        exhaust(vm, at);
    }
    vm->sp = item;
    return result;
}

static FzValue next_of_reversed(FzVm *vm, FzValue *at)
{
    uint32_t *words = FZ_WORDS(vm, at[0]);
    FzValue source = words[SOURCE];
    if (source == FZ_NULL || words[RAW] == 0)
        return source == FZ_NULL ? FZ_NULL : exhaust(vm, at);
    uint32_t index = --words[RAW], flags;
    FzValue owner = fz_table_owner(vm, source, &flags);
    if (!fz_is_kind(vm, owner, FZ_KIND_DICT))
        return item_of_instance(vm, at, source, index);
    FzValue *save = fz_push(vm, owner);
    FzValue item = FZ_NULL;
    while (item == FZ_NULL && !fz_pending(vm)) {
        uint32_t entry = index;
        if (index < fz_count_of(vm, *save) && *fz_table_entry(vm, *save, index) != FZ_NULL)
            item = fz_table_step(vm, save, &entry, flags);
        else if (index == 0)
            break;
        else
            index--;
    }
    FZ_WORDS(vm, at[0])[RAW] = index;
    vm->sp = save;
    return item;
}

static FzValue next_of_enumerate(FzVm *vm, FzValue *at)
{
    FzValue *pair = fz_push_two(vm, FZ_WORDS(vm, at[0])[2], FZ_NULL);
    pair[1] = fz_next(vm, FZ_WORDS(vm, at[0])[1]);
    FzValue item = FZ_NULL;
    if (pair[1] != FZ_NULL && (item = fz_int_binary(vm, FZ_BINARY_ADD, pair[0], fz_from_int(1))) != FZ_NULL) {
        FZ_WORDS(vm, at[0])[2] = item;
        item = fz_tuple_new(vm, pair, 2);
    }
    vm->sp = pair;
    return item;
}

// With strict zip: after argument `number` ended, the others must end as well.
static void check_strict(FzVm *vm, FzValue *at, uint32_t number, uint32_t first, uint32_t count)
{
    const char *how = number == 0 ? "longer" : "shorter";
    if (number == 0) {
        for (number = 1; number < count; number++) {
            if (fz_next(vm, FZ_WORDS(vm, at[0])[first + number]) != FZ_NULL)
                break;
            if (fz_pending(vm))
                return;
        }
        if (number == count)
            return;
    }
    if (number == 1)
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "zip() argument 2 is %s than argument 1", how);
    else
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "zip() argument %u is %s than arguments 1-%u", number + 1, how, number);
}

// Pushes one item of each of the iterators from word `first` on; false at the end of one.
static bool push_items(FzVm *vm, FzValue *at, uint32_t first, uint32_t count)
{
    if (!fz_stack_reserve(vm, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        FzValue item = fz_next(vm, FZ_WORDS(vm, at[0])[first + i]);
        if (item != FZ_NULL) {
            fz_push(vm, item);
            continue;
        }
        bool strict = fz_is_kind(vm, at[0], FZ_KIND_ZIP) && (fz_header_of(vm, at[0]) & FZ_HEADER_A);
        if (strict && !fz_pending(vm))
            check_strict(vm, at, i, first, count);
        return false;
    }
    return true;
}

static FzValue next_of_map(FzVm *vm, FzValue *at)
{
    uint32_t count = fz_count_of(vm, at[0]);
    FzValue *items = vm->sp;
    FzValue result = FZ_NULL;
    if (push_items(vm, at, 2, count)) {
        result = fz_call(vm, FZ_WORDS(vm, at[0])[1], count, items);
    }
    vm->sp = items;
    return result;
}

static FzValue next_of_zip(FzVm *vm, FzValue *at)
{
    uint32_t count = fz_count_of(vm, at[0]);
    FzValue *items = vm->sp;
    FzValue result = FZ_NULL;
    if (count != 0 && push_items(vm, at, 1, count))
        result = fz_tuple_new(vm, items, count);
    vm->sp = items;
    return result;
}

static FzValue next_of_filter(FzVm *vm, FzValue *at)
{
    FzValue *item = fz_push(vm, FZ_NULL);
    int truth = 0;
    while (truth == 0 && (*item = fz_next(vm, FZ_WORDS(vm, at[0])[2])) != FZ_NULL) {
        FzValue function = FZ_WORDS(vm, at[0])[1];
        FzValue verdict = function == FZ_NONE ? *item : fz_call(vm, function, 1, item);
        truth = verdict == FZ_NULL ? -1 : fz_truth(vm, verdict);
    }
    FzValue result = truth > 0 ? *item : FZ_NULL;
    vm->sp = item;
    return result;
}

// Iterators over iterators; a chain of them is as deep as the program makes it.
static FzValue next_of_chain(FzVm *vm, FzValue *at, FzKind kind)
{
    if (!fz_enter(vm))
        return FZ_NULL;
    FzValue item;
    if (kind == FZ_KIND_ENUMERATE)
        item = next_of_enumerate(vm, at);
    else if (kind == FZ_KIND_ZIP)
        item = next_of_zip(vm, at);
    else if (kind == FZ_KIND_MAP)
        item = next_of_map(vm, at);
    else
        item = next_of_filter(vm, at);
    fz_leave(vm);
    return item;
}

static FzValue next_of_instance(FzVm *vm, FzValue *at)
{
    if (fz_special(vm, at[0], FZ_NAME_next) == FZ_NULL)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not an iterator", at[0]);
    return fz_call_special(vm, at[0], FZ_NAME_next, 0, NULL);
}

static FzValue step(FzVm *vm, FzValue *at)
{
    FzKind kind = fz_kind_of(vm, at[0]);
    switch (kind) {
    case FZ_KIND_SEQ_ITER:
        return next_of_sequence(vm, at);
    case FZ_KIND_REVERSED:
        return next_of_reversed(vm, at);
    case FZ_KIND_TABLE_ITER:
        return next_of_table(vm, at);
    case FZ_KIND_RANGE_ITER:
        return next_of_range(vm, at);
    case FZ_KIND_CALL_ITER:
        return next_of_call(vm, at);
    case FZ_KIND_ENUMERATE:
    case FZ_KIND_ZIP:
    case FZ_KIND_MAP:
    case FZ_KIND_FILTER:
        return next_of_chain(vm, at, kind);
    case FZ_KIND_GENERATOR:
        if (fz_is_iterator(vm, at[0]))
            return fz_generator_next(vm, at[0]);
        return next_of_instance(vm, at);
    case FZ_KIND_AWAITER:
        return fz_call_special(vm, at[0], FZ_NAME_next, 0, NULL);
    default:
        return next_of_instance(vm, at);
    }
}

FzValue fz_next_or_stop(FzVm *vm, FzValue iterator)
{
    FzValue *at = fz_push(vm, iterator);
    FzValue item = FZ_NULL; // natives that never end are stopped, too
    if (--vm->steps != 0 || fz_pause_in_native(vm))
        item = step(vm, at);
    vm->sp = at;
    return item;
}

FzValue fz_next(FzVm *vm, FzValue iterator)
{
    if (iterator == FZ_NULL)
        return FZ_NULL;
#if FZ_FAST_PATHS
    FzValue simple = fast_next(vm, iterator);
    if (simple != FZ_NULL)
        return simple;
    uint32_t header = fz_is_int(iterator) ? 0 : *(const uint32_t *)fz_place(vm, iterator);
    if (header << (32 - FZ_COUNT_SHIFT) == fz_header(FZ_KIND_GENERATOR, 0, 0) << (32 - FZ_COUNT_SHIFT))
        return fz_generator_next(vm, iterator); // its end is no StopIteration
#endif
    FzValue item = fz_next_or_stop(vm, iterator);
    if (item == FZ_NULL && fz_pending_is(vm, FZ_TYPE_STOP_ITERATION))
        fz_clear(vm);
    return item;
}
