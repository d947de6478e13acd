// SPDX-License-Identifier: MIT
// Sets and frozensets, and set operations, which keys and items views share. An operation works on
// its first operand in place; operators and methods that give a new set work on a copy.
#include "protocol.h"
#include "table.h"
#include "flashfreeze/natives.h"

FzValue fz_set_new(FzVm *vm, FzKind kind, uint32_t room)
{
    FzValue *set = fz_push(vm, fz_new(vm, kind, 0, 0));
    FzValue result = *set != FZ_NULL && fz_table_make(vm, set, room) ? *set : FZ_NULL;
    vm->sp = set;
    return result;
}

bool fz_set_add(FzVm *vm, FzValue set, FzValue item)
{
    FzValue *at = fz_push_two(vm, set, item);
    bool done = fz_table_put(vm, at) >= 0;
    vm->sp = at;
    return done;
}

static bool is_set(const FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_SET) || fz_is_kind(vm, value, FZ_KIND_FROZENSET);
}

bool fz_is_set_like(const FzVm *vm, FzValue value)
{
    uint32_t flags;
    if (fz_is_kind(vm, value, FZ_KIND_DICT_VIEW))
        return fz_table_owner(vm, value, &flags) != FZ_NULL && flags != FZ_HEADER_A;
    return is_set(vm, value);
}

// ---- operations; at[0] is a set that changes, at[1] an iterable

typedef enum { ADD, REMOVE, KEEP } Action;

// Does something with each item of at[1]: adds it to at[0], removes it from there, or adds it to
// at[2] when at[0] has it.
static bool for_each(FzVm *vm, FzValue *at, Action action)
{
    FzValue *put = fz_push_two(vm, at[0], FZ_NULL);
    FzValue *iterator = fz_push(vm, FZ_NULL);
    *iterator = fz_iter(vm, at[1]);
    while ((put[1] = fz_next(vm, *iterator)) != FZ_NULL) {
        int done;
        put[0] = at[0];
        if (action == ADD) {
            done = fz_table_put(vm, put);
        } else if (action == REMOVE) {
            done = fz_table_delete(vm, put);
        } else {
            int32_t entry = fz_table_find(vm, put);
            put[0] = at[2];
            done = entry >= 0 ? fz_table_put(vm, put) : entry - FZ_TABLE_ABSENT;
        }
        if (done < 0)
            break;
    }
    vm->sp = put;
    return !fz_pending(vm);
}

bool fz_set_update(FzVm *vm, FzValue *at)
{
    if (fz_count_of(vm, at[0]) == 0 && is_set(vm, at[1]) && at[0] != at[1] && fz_writable(vm, at[0])) {
        int copied = fz_table_copy(vm, at);
        if (copied != 0)
            return copied > 0;
    }
    return at[0] == at[1] || for_each(vm, at, ADD);
}

static bool keep_common(FzVm *vm, FzValue *at)
{
    bool turned = is_set(vm, at[1]) && fz_dict_len(vm, at[1]) > fz_dict_len(vm, at[0]);
    FzValue *work = fz_push_two(vm, at[turned], at[!turned]); // the smaller set is walked
    fz_push(vm, FZ_NULL);
    work[2] = fz_set_new(vm, FZ_KIND_SET, 0);
    bool done = work[2] != FZ_NULL && for_each(vm, work, KEEP);
    if (done)
        fz_table_take(vm, at[0], work[2]);
    vm->sp = work;
    return done;
}

// Symmetric difference: what is in both goes, the rest of at[1] comes.
static bool toggle(FzVm *vm, FzValue *at)
{
    FzValue *work = fz_push_two(vm, at[0], FZ_NULL);
    FzValue *other = fz_push_two(vm, FZ_NULL, FZ_NULL);
    other[0] = fz_set_from(vm, FZ_KIND_SET, at[1]);
    uint32_t entry = 0;
    int done = other[0] == FZ_NULL ? -1 : 1;
    while (done >= 0 && fz_dict_entry(vm, other[0], &entry, &work[1], &other[1])) {
        done = fz_table_delete(vm, work);
        if (done == 0)
            done = fz_table_put(vm, work);
    }
    vm->sp = work;
    return done >= 0;
}

bool fz_set_apply(FzVm *vm, FzBinary op, FzValue *at)
{
    if (!fz_writable(vm, at[0]))
        return false;
    if (op == FZ_BINARY_OR)
        return fz_set_update(vm, at);
    if (op == FZ_BINARY_AND)
        return keep_common(vm, at);
    if (op == FZ_BINARY_XOR)
        return toggle(vm, at);
    if (at[0] == at[1]) {
        fz_table_clear(vm, at[0]);
        return true;
    }
    return for_each(vm, at, REMOVE);
}

FzValue fz_set_from(FzVm *vm, FzKind kind, FzValue iterable)
{
    FzValue *at = fz_push_two(vm, FZ_NULL, iterable);
    at[0] = fz_set_new(vm, kind, 0);
    FzValue set = at[0] != FZ_NULL && fz_set_update(vm, at) ? at[0] : FZ_NULL;
    vm->sp = at;
    return set;
}

FzValue fz_set_binary(FzVm *vm, FzBinary op, FzValue *at)
{
    bool views = fz_is_kind(vm, at[0], FZ_KIND_DICT_VIEW) || fz_is_kind(vm, at[1], FZ_KIND_DICT_VIEW);
    if (!fz_is_set_like(vm, at[0]) || (!fz_is_set_like(vm, at[1]) && !views))
        return FZ_NOT_IMPLEMENTED;
    FzValue *work = fz_push_two(vm, FZ_NULL, at[1]);
    work[0] = fz_set_from(vm, views ? FZ_KIND_SET : fz_kind_of(vm, at[0]), at[0]);
    FzValue result = work[0] != FZ_NULL && fz_set_apply(vm, op, work) ? work[0] : FZ_NULL;
    vm->sp = work;
    return result;
}

// ---- comparison

static uint32_t size_of(const FzVm *vm, FzValue value)
{
    uint32_t flags;
    return fz_dict_len(vm, fz_table_owner(vm, value, &flags));
}

// True when every item of at[a] is in at[1 - a].
static int is_subset(FzVm *vm, const FzValue *at, uint32_t a)
{
    uint32_t flags, entry = 0;
    FzValue *walk = fz_push_two(vm, fz_table_owner(vm, at[a], &flags), FZ_NULL);
    FzValue *look = fz_push_two(vm, FZ_NULL, FZ_NULL);
    int found = 1;
    while (found > 0 && (look[1] = fz_table_step(vm, walk, &entry, flags)) != FZ_NULL) {
        look[0] = at[1 - a];
        found = is_set(vm, look[0]) ? fz_table_find(vm, look) >= 0 : fz_view_contains(vm, look);
    }
    vm->sp = walk;
    return fz_pending(vm) ? -1 : found;
}

FzValue fz_set_compare(FzVm *vm, FzComparison op, FzValue *at)
{
    uint32_t a = size_of(vm, at[0]), b = size_of(vm, at[1]);
    bool possible = a == b;
    if (op == FZ_LESS || op == FZ_LESS_EQUAL)
        possible = a < b || (a == b && op == FZ_LESS_EQUAL);
    if (op == FZ_MORE || op == FZ_MORE_EQUAL)
        possible = a > b || (a == b && op == FZ_MORE_EQUAL);
    int truth = possible ? is_subset(vm, at, op == FZ_MORE || op == FZ_MORE_EQUAL) : 0;
    return truth < 0 ? FZ_NULL : fz_from_bool((truth > 0) != (op == FZ_NOT_EQUAL));
}

// ---- methods of set and frozenset

FzValue fz_set_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue set = argv[1] == FZ_NULL ? fz_set_new(vm, FZ_KIND_SET, 0)
                                     : fz_set_from(vm, FZ_KIND_SET, argv[1]);
    return fz_wrap(vm, argv[0], set);
}

FzValue fz_frozenset_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue set = argv[1];
    if (set == FZ_NULL)
        set = fz_set_new(vm, FZ_KIND_FROZENSET, 0);
    else if (!fz_is_kind(vm, set, FZ_KIND_FROZENSET))
        set = fz_set_from(vm, FZ_KIND_FROZENSET, set);
    return fz_wrap(vm, argv[0], set);
}

FzValue fz_set_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    fz_table_clear(vm, argv[0]);
    return fz_none_if(argv[1] == FZ_NULL || fz_set_update(vm, argv));
}

// Applies an operation with each of argv[1 ..) in turn to argv[0].
static FzValue apply_all(FzVm *vm, FzBinary op, uint32_t argc, FzValue *argv)
{
    FzValue *work = fz_push_two(vm, argv[0], FZ_NULL);
    for (uint32_t i = 1; i < argc; i++) {
        work[1] = argv[i];
        if (!fz_set_apply(vm, op, work))
            return FZ_NULL;
    }
    return work[0];
}

static FzValue combined(FzVm *vm, FzBinary op, uint32_t argc, FzValue *argv)
{
    argv[0] = fz_set_from(vm, fz_kind_of(vm, argv[0]), argv[0]);
    return argv[0] == FZ_NULL ? FZ_NULL : apply_all(vm, op, argc, argv);
}

static FzValue changed(FzVm *vm, FzBinary op, uint32_t argc, FzValue *argv)
{
    return fz_none_if(apply_all(vm, op, argc, argv) != FZ_NULL);
}

FzValue fz_set_union_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return combined(vm, FZ_BINARY_OR, argc, argv);
}

FzValue fz_set_intersection_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return combined(vm, FZ_BINARY_AND, argc, argv);
}

FzValue fz_set_difference_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return combined(vm, FZ_BINARY_SUBTRACT, argc, argv);
}

FzValue fz_set_symmetric_difference_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return combined(vm, FZ_BINARY_XOR, argc, argv);
}

FzValue fz_set_copy_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return combined(vm, FZ_BINARY_OR, argc, argv);
}

FzValue fz_set_update_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return changed(vm, FZ_BINARY_OR, argc, argv);
}

FzValue fz_set_intersection_update_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return changed(vm, FZ_BINARY_AND, argc, argv);
}

FzValue fz_set_difference_update_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return changed(vm, FZ_BINARY_SUBTRACT, argc, argv);
}

FzValue fz_set_symmetric_difference_update_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return changed(vm, FZ_BINARY_XOR, argc, argv);
}

FzValue fz_set_add_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_none_if(fz_table_put(vm, argv) >= 0);
}

// A set is looked for as the frozenset of its items.
bool fz_set_freeze_key(FzVm *vm, FzValue *key)
{
    if (fz_is_kind(vm, *key, FZ_KIND_SET))
        *key = fz_set_from(vm, FZ_KIND_FROZENSET, *key);
    return *key != FZ_NULL;
}

static int discard(FzVm *vm, FzValue *argv)
{
    FzValue *at = fz_push_two(vm, argv[0], argv[1]);
    return fz_set_freeze_key(vm, &at[1]) ? fz_table_delete(vm, at) : -1;
}

FzValue fz_set_discard_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_none_if(discard(vm, argv) >= 0);
}

FzValue fz_set_remove_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int removed = discard(vm, argv);
    if (removed == 0)
        return fz_raise_with(vm, FZ_TYPE_KEY_ERROR, argv[1]);
    return fz_none_if(removed > 0);
}

FzValue fz_set_pop_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    int32_t entry = fz_table_last(vm, argv[0]);
    if (entry < 0) {
        FzValue text = fz_str_from_z(vm, "pop from an empty set");
        return text == FZ_NULL ? FZ_NULL : fz_raise_with(vm, FZ_TYPE_KEY_ERROR, text);
    }
    FzValue item = *fz_table_entry(vm, argv[0], (uint32_t)entry);
    fz_table_remove(vm, argv[0], (uint32_t)entry);
    return item;
}

FzValue fz_set_clear_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    fz_table_clear(vm, argv[0]);
    return FZ_NONE;
}

// Makes a set of argv[1] unless it is one.
static bool as_set(FzVm *vm, FzValue *argv)
{
    if (!fz_is_set_like(vm, argv[1]))
        argv[1] = fz_set_from(vm, FZ_KIND_SET, argv[1]);
    return argv[1] != FZ_NULL;
}

FzValue fz_set_issubset_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return as_set(vm, argv) ? fz_set_compare(vm, FZ_LESS_EQUAL, argv) : FZ_NULL;
}

FzValue fz_set_issuperset_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return as_set(vm, argv) ? fz_set_compare(vm, FZ_MORE_EQUAL, argv) : FZ_NULL;
}

static FzValue is_disjoint(FzVm *vm, FzValue *argv)
{
    argv[1] = fz_iter(vm, argv[1]);
    FzValue *item = fz_push(vm, FZ_NULL);
    int found = 0;
    while (found == 0 && (*item = fz_next(vm, argv[1])) != FZ_NULL)
        found = fz_contains(vm, argv[0], *item);
    return fz_pending(vm) ? FZ_NULL : fz_from_bool(found == 0);
}

FzValue fz_set_isdisjoint_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_disjoint(vm, argv);
}

FzValue fz_view_isdisjoint_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return is_disjoint(vm, argv);
}

FzValue fz_items_isdisjoint_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_view_isdisjoint_method(vm, argc, argv);
}
