// SPDX-License-Identifier: MIT
// What the files of containers, iterators and the object protocol share: helpers for natives, and
// the operations of built-in kinds that the protocol dispatches to. "Slots" are VM stack slots, so
// that values stay current; functions with `at` parameters read and may overwrite them.
#ifndef FLASHFREEZE_OBJECTS_PROTOCOL_H
#define FLASHFREEZE_OBJECTS_PROTOCOL_H

#include "../vm/vm.h"

// True for values whose class may be a Python one; no collect.
FZ_SHARED bool fz_has_class(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    return kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION ||
           (kind == FZ_KIND_CLASS && fz_count_of(vm, value) >> 14 & FZ_HAS_CLASS & FZ_CLASS_HAS_META);
}
// Pushes two values and gives the place of the first.
FZ_SHARED FzValue *fz_push_two(FzVm *vm, FzValue a, FzValue b)
{
    FzValue *at = fz_push(vm, a);
    fz_push(vm, b);
    return at;
}
// False after raising TypeError when the object lies in ROM.
bool fz_writable(FzVm *vm, FzValue value);
// Result of a native that gives nothing: None, or FZ_NULL when `done` is false.
FZ_SHARED FzValue fz_none_if(bool done) { return done ? FZ_NONE : FZ_NULL; }
// A bool of a tri-state: FZ_NULL when it is negative.
FZ_SHARED FzValue fz_bool_or_null(int truth)
{
    return truth < 0 ? FZ_NULL : fz_from_bool(truth > 0);
}

// Calls a special method of Python code (fz_special) with up to two arguments; FZ_NULL after
// raising; FZ_NOT_IMPLEMENTED when the class has none.
FzValue fz_try_special(FzVm *vm, FzNameId name, FzValue *at, uint32_t argc);

// The same operations without asking Python code of the operands' classes: FZ_NOT_IMPLEMENTED when
// the built-in kinds have none.
FzValue fz_binary_plain(FzVm *vm, FzBinary op, const FzValue *at);
FzValue fz_compare_plain(FzVm *vm, FzComparison op, const FzValue *at);

// ---- sequences (objects/sequence.c, list.c, tuple.c)

// Items of a list or tuple and their number; NULL when empty; no collect.
FzValue *fz_items(const FzVm *vm, FzValue sequence, uint32_t *count);
FzValue fz_sequence_concat(FzVm *vm, FzValue *at);                  // at[0] + at[1], of one kind
FzValue fz_sequence_repeat(FzVm *vm, FzValue *at);                  // at[0] * at[1], an int or __index__
FzValue fz_sequence_compare(FzVm *vm, FzComparison op, FzValue *at);
int fz_sequence_contains(FzVm *vm, FzValue *at);                    // at[1] in at[0]
// Searches at[0] from `start` to `stop` for at[1]: the index, -1 when absent, -2 after raising.
int32_t fz_sequence_find(FzVm *vm, FzValue *at, int32_t start, int32_t stop);
FzValue fz_sequence_count(FzVm *vm, FzValue *at);
FzValue fz_sequence_get_item(FzVm *vm, FzValue *at);
bool fz_list_set_item(FzVm *vm, FzValue *at, bool remove);          // at[0][at[1]] = at[2], or del
bool fz_list_repeat_in_place(FzVm *vm, FzValue *at);
bool fz_list_sort(FzVm *vm, FzValue *list, FzValue key, bool reverse);
// The index at[1] of a sequence, not yet checked; TypeError names the sequence at[0].
bool fz_sequence_index(FzVm *vm, FzValue *at, int32_t *index);

// ---- slices and ranges

// True for int, bool, and what has __index__ or derives from a built-in value; no collect.
bool fz_has_index(const FzVm *vm, FzValue value);
// An int or __index__ clipped to 32 bits; the second speaks of slices in its TypeError.
bool fz_clipped_index(FzVm *vm, FzValue value, int32_t *bound);
bool fz_slice_bound(FzVm *vm, FzValue value, int32_t *bound);

// The fields of a slice as Python reads them, clipped to 32 bits; may run __index__.
bool fz_slice_unpack(FzVm *vm, FzValue slice, int32_t *start, int32_t *stop, int32_t *step);
// Clips start and stop to a length and gives the number of items; no collect.
uint32_t fz_slice_clip(uint32_t length, int32_t *start, int32_t *stop, int32_t step);
FzValue fz_range_len(FzVm *vm, FzValue range);
FzValue fz_range_get_item(FzVm *vm, FzValue *at);
int fz_range_contains(FzVm *vm, FzValue *at);
FzValue fz_range_equal(FzVm *vm, FzValue *at);
bool fz_range_hash(FzVm *vm, FzValue range, uint32_t *hash);
FzValue fz_range_iter(FzVm *vm, FzValue range, bool reversed);

// ---- dicts, sets and views

// Whether there can be anything that is compared and combined as a set.
#define FZ_HAS_SETS                                                                                \
    (FZ_HAS_KIND(FZ_KIND_SET) || FZ_HAS_KIND(FZ_KIND_FROZENSET) || FZ_HAS_KIND(FZ_KIND_DICT_VIEW))

// The dict of a view, or the dict or set itself; what a walk over it gives (flags of TABLE_ITER).
FzValue fz_table_owner(const FzVm *vm, FzValue value, uint32_t *flags);
// The next thing of a walk over *owner: key, value or new pair; FZ_NULL at the end or after raising.
FzValue fz_table_step(FzVm *vm, const FzValue *owner, uint32_t *entry, uint32_t flags);
bool fz_is_set_like(const FzVm *vm, FzValue value); // set, frozenset, keys or items view; no collect
FzValue fz_dict_get_item(FzVm *vm, FzValue *at);    // KeyError
FzValue fz_dict_merge(FzVm *vm, FzValue *at);       // at[0] | at[1]
bool fz_table_any(const FzVm *vm, FzValue owner);   // has live entries; no collect
bool fz_dict_update_from(FzVm *vm, FzValue dict, FzValue source); // a mapping or an iterable of pairs
int fz_dict_equal(FzVm *vm, FzValue *at);
int fz_view_contains(FzVm *vm, FzValue *at);
FzValue fz_dict_view_new(FzVm *vm, FzValue dict, uint32_t flags);
FzValue fz_set_compare(FzVm *vm, FzComparison op, FzValue *at);
// | & - ^ of set-like operands; FZ_NOT_IMPLEMENTED for others.
FzValue fz_set_binary(FzVm *vm, FzBinary op, FzValue *at);
bool fz_set_apply(FzVm *vm, FzBinary op, FzValue *at); // at[0] op= the iterable at[1]
bool fz_set_update(FzVm *vm, FzValue *at);             // at[0] |= the iterable at[1]
bool fz_set_freeze_key(FzVm *vm, FzValue *key);         // *key on the VM stack
FzValue fz_set_from(FzVm *vm, FzKind kind, FzValue iterable);

// ---- text of things

FzValue fz_repr_plain(FzVm *vm, FzValue value); // repr() without asking Python code of its class

#endif
