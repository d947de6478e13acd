// SPDX-License-Identifier: MIT
// Length, membership, and reading, storing and deleting items.
#include "bytes.h"
#include "int.h"
#include "protocol.h"
#include "str.h"
#include "table.h"

// ---- indices

bool fz_has_index(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    if (fz_has_class(vm, value))
        return fz_special(vm, value, FZ_NAME_index) != FZ_NULL ||
               fz_kind_of(vm, fz_unwrap(vm, value)) == FZ_KIND_INT;
    return kind == FZ_KIND_INT || kind == FZ_KIND_BOOL;
}

bool fz_as_index(FzVm *vm, FzValue value, int32_t *out)
{
    if (!fz_is_int(value)) {
        int64_t number;
        value = fz_int_from_index(vm, value);
        if (value == FZ_NULL)
            return false;
        if (!fz_int_to_i64(vm, value, &number) || number != (int32_t)number) {
            fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
            return false;
        }
        *out = (int32_t)number;
        return true;
    }
    *out = fz_to_int(value);
    return true;
}

// ---- length

static FzValue len_of_instance(FzVm *vm, FzValue value)
{
    FzValue *at = fz_push(vm, value);
    FzValue length = fz_try_special(vm, FZ_NAME_len, at, 0);
    if (length == FZ_NOT_IMPLEMENTED) {
        FzValue inner = fz_unwrap(vm, *at);
        length = inner == *at ? fz_raise(vm, FZ_TYPE_TYPE_ERROR, "object of type '%t' has no len()", inner)
                              : fz_len(vm, inner);
    } else if (length != FZ_NULL && (length = fz_int_from_index(vm, length)) != FZ_NULL &&
               fz_int_is_negative(vm, length)) {
        length = fz_raise(vm, FZ_TYPE_VALUE_ERROR, "__len__() should return >= 0");
    }
    vm->sp = at;
    return length;
}

FzValue fz_len(FzVm *vm, FzValue value)
{
    uint32_t flags;
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_STR:
        return fz_from_int((int32_t)fz_str_length(vm, value));
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_TUPLE:
    case FZ_KIND_LIST:
        return fz_from_int((int32_t)fz_count_of(vm, value));
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
    case FZ_KIND_DICT_VIEW:
        return fz_from_int((int32_t)fz_dict_len(vm, fz_table_owner(vm, value, &flags)));
    case FZ_KIND_RANGE:
        return fz_range_len(vm, value);
    case FZ_KIND_MEMORYVIEW:
        return fz_call_special(vm, value, FZ_NAME_len, 0, NULL);
    default:
        return len_of_instance(vm, value);
    }
}

// ---- membership

static int find_by_walk(FzVm *vm, FzValue *at)
{
    FzValue *item = fz_push_two(vm, FZ_NULL, FZ_NULL);
    int found = 0;
    item[0] = fz_iter(vm, at[0]);
    if (item[0] == FZ_NULL && fz_pending_is(vm, FZ_TYPE_TYPE_ERROR) && !fz_has_class(vm, at[0])) {
        fz_clear(vm);
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "argument of type '%t' is not iterable", at[0]);
    }
    while (found == 0 && (item[1] = fz_next(vm, item[0])) != FZ_NULL)
        found = fz_equal(vm, item[1], at[1]);
    vm->sp = item;
    return fz_pending(vm) ? -1 : found;
}

static int contains(FzVm *vm, FzValue *at);

static int instance_contains(FzVm *vm, FzValue *at)
{
    FzValue method = fz_special(vm, at[0], FZ_NAME_contains);
    if (method == FZ_NONE || (method == FZ_NULL && fz_unwrap(vm, at[0]) == at[0] &&
                              fz_special(vm, at[0], FZ_NAME_iter) == FZ_NULL &&
                              fz_special(vm, at[0], FZ_NAME_getitem) == FZ_NULL)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 method == FZ_NONE ? "'%t' object is not a container" : "argument of type '%t' is not iterable", at[0]);
        return -1;
    }
    if (method != FZ_NULL) {
        FzValue result = fz_call_special(vm, at[0], FZ_NAME_contains, 1, at + 1);
        return result == FZ_NULL ? -1 : fz_truth(vm, result);
    }
    FzValue inner = fz_unwrap(vm, at[0]);
    if (inner == at[0])
        return find_by_walk(vm, at);
    at[0] = inner;
    return contains(vm, at);
}

static int has_key(FzVm *vm, FzValue *at)
{
    int32_t entry = fz_table_find(vm, at);
    return entry == FZ_TABLE_FAILED ? -1 : entry >= 0;
}

static int contains(FzVm *vm, FzValue *at)
{
    switch (fz_kind_of(vm, at[0])) {
    case FZ_KIND_STR:
        return fz_str_contains(vm, at[0], fz_unwrap(vm, at[1]));
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
        return fz_bytes_contains(vm, at[0], at[1]);
    case FZ_KIND_LIST:
    case FZ_KIND_TUPLE:
        return fz_sequence_contains(vm, at);
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        if (!fz_set_freeze_key(vm, &at[1]))
            return -1;
        return has_key(vm, at);
    case FZ_KIND_DICT:
        return has_key(vm, at);
    case FZ_KIND_RANGE:
        return fz_range_contains(vm, at);
    case FZ_KIND_DICT_VIEW:
        return fz_view_contains(vm, at);
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
    case FZ_KIND_CLASS:
        return instance_contains(vm, at);
    default:
        return find_by_walk(vm, at);
    }
}

int fz_contains(FzVm *vm, FzValue container, FzValue item)
{
    FzValue *at = fz_push_two(vm, container, item);
    int found = contains(vm, at);
    vm->sp = at;
    return found;
}

// ---- items; at[0] is the object, at[1] the key, at[2] the value to store

static FzValue get_item(FzVm *vm, FzValue *at);

static FzValue item_of_instance(FzVm *vm, FzValue *at)
{
    FzValue result = fz_try_special(vm, FZ_NAME_getitem, at, 1);
    if (result != FZ_NOT_IMPLEMENTED)
        return result;
    FzValue *inner = fz_push_two(vm, fz_unwrap(vm, at[0]), at[1]);
    if (inner[0] == at[0]) {
        result = fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not subscriptable", at[0]);
    } else if (fz_is_kind(vm, inner[0], FZ_KIND_DICT) && fz_special(vm, at[0], FZ_NAME_missing) != FZ_NULL) {
        int32_t entry = fz_table_find(vm, inner);
        if (entry == FZ_TABLE_ABSENT)
            result = fz_call_special(vm, at[0], FZ_NAME_missing, 1, at + 1);
        else
            result = entry < 0 ? FZ_NULL : fz_table_entry(vm, inner[0], (uint32_t)entry)[1];
    } else {
        result = get_item(vm, inner);
    }
    vm->sp = inner;
    return result;
}

static FzValue item_of_class(FzVm *vm, FzValue *at)
{
    FzValue item = fz_try_special(vm, FZ_NAME_getitem, at, 1);
    if (item != FZ_NOT_IMPLEMENTED)
        return item;
    FzValue name = fz_name(vm, FZ_NAME_class_getitem);
    FzValue method = name == FZ_NULL ? FZ_NULL : fz_get_attr_or_null(vm, at[0], name);
    if (method != FZ_NULL)
        return fz_call(vm, method, 1, at + 1);
    if (fz_pending(vm))
        return FZ_NULL;
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "type '%v' is not subscriptable", fz_class_name(vm, at[0]));
}

static FzValue get_item(FzVm *vm, FzValue *at)
{
    switch (fz_kind_of(vm, at[0])) {
    case FZ_KIND_LIST:
    case FZ_KIND_TUPLE:
        return fz_sequence_get_item(vm, at);
    case FZ_KIND_DICT:
        return fz_dict_get_item(vm, at);
    case FZ_KIND_STR:
        return fz_str_get_item(vm, at[0], at[1]);
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
        return fz_bytes_get_item(vm, at[0], at[1]);
    case FZ_KIND_RANGE:
        return fz_range_get_item(vm, at);
    case FZ_KIND_CLASS:
        return item_of_class(vm, at);
    case FZ_KIND_MEMORYVIEW:
        return fz_call_special(vm, at[0], FZ_NAME_getitem, 1, at + 1);
    default:
        return item_of_instance(vm, at);
    }
}

FzValue fz_get_item(FzVm *vm, FzValue object, FzValue key)
{
    FzValue *at = fz_push_two(vm, object, key);
    FzValue item = get_item(vm, at);
    vm->sp = at;
    return item;
}

static bool change_item(FzVm *vm, FzValue *at, bool remove)
{
    FzValue result = remove ? fz_try_special(vm, FZ_NAME_delitem, at, 1)
                            : fz_try_special(vm, FZ_NAME_setitem, at, 2);
    if (result != FZ_NOT_IMPLEMENTED)
        return result != FZ_NULL;
    FzValue object = at[0];
    at[0] = fz_unwrap(vm, object);
    switch (fz_kind_of(vm, at[0])) {
    case FZ_KIND_LIST:
        return fz_list_set_item(vm, at, remove);
    case FZ_KIND_DICT: {
        int done = remove ? fz_table_delete(vm, at) : fz_table_put(vm, at);
        if (remove && done == 0)
            fz_raise_with(vm, FZ_TYPE_KEY_ERROR, at[1]);
        return done >= 0 && !(remove && done == 0);
    }
    case FZ_KIND_MEMORYVIEW:
        if (!remove)
            return fz_call_special(vm, at[0], FZ_NAME_setitem, 2, at + 1) != FZ_NULL;
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot delete memory");
        return false;
    case FZ_KIND_BYTEARRAY:
        return remove ? fz_bytearray_del_item(vm, at[0], at[1]) : fz_bytearray_set_item(vm, at[0], at[1], at[2]);
    default:
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 remove ? "'%t' object doesn't support item deletion" : "'%t' object does not support item assignment",
                 object);
        return false;
    }
}

bool fz_set_item(FzVm *vm, FzValue object, FzValue key, FzValue value)
{
    FzValue *at = fz_push_two(vm, object, key);
    fz_push(vm, value);
    bool done = change_item(vm, at, false);
    vm->sp = at;
    return done;
}

bool fz_del_item(FzVm *vm, FzValue object, FzValue key)
{
    FzValue *at = fz_push_two(vm, object, key);
    bool done = change_item(vm, at, true);
    vm->sp = at;
    return done;
}
