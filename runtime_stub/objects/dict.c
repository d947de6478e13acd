// SPDX-License-Identifier: MIT
// Dicts: what the runtime uses of them, and their methods.
#include "protocol.h"
#include "table.h"
#include "flashfreeze/natives.h"

// ---- for the runtime

FzValue fz_dict_new(FzVm *vm, uint32_t room)
{
    FzValue *dict = fz_push(vm, fz_new(vm, FZ_KIND_DICT, 0, 0));
    FzValue result = *dict != FZ_NULL && fz_table_make(vm, dict, room) ? *dict : FZ_NULL;
    vm->sp = dict;
    return result;
}

// The value of the key at[1] of the dict at[0]; FZ_NULL when absent or after raising.
static FzValue get(FzVm *vm, FzValue *at)
{
    int32_t entry = fz_table_find(vm, at);
    return entry < 0 ? FZ_NULL : fz_table_entry(vm, at[0], (uint32_t)entry)[1];
}

FzValue fz_dict_get(FzVm *vm, FzValue dict, FzValue key)
{
    FzValue *at = fz_push_two(vm, dict, key);
    FzValue value = get(vm, at);
    vm->sp = at;
    return value;
}

FzValue fz_dict_get_name(const FzVm *vm, FzValue dict, FzValue name)
{
    if (dict == FZ_NULL || name == FZ_NULL)
        return FZ_NULL;
    int32_t entry = fz_table_find_name(vm, dict, name);
    return entry < 0 ? FZ_NULL : fz_table_entry(vm, dict, (uint32_t)entry)[1];
}

bool fz_dict_set(FzVm *vm, FzValue dict, FzValue key, FzValue value)
{
    FzValue *at = fz_push_two(vm, dict, key);
    fz_push(vm, value);
    bool done = fz_table_put(vm, at) >= 0;
    vm->sp = at;
    return done;
}

int fz_dict_delete(FzVm *vm, FzValue dict, FzValue key)
{
    FzValue *at = fz_push_two(vm, dict, key);
    int removed = fz_table_delete(vm, at);
    vm->sp = at;
    return removed;
}

bool fz_dict_entry(const FzVm *vm, FzValue dict, uint32_t *at, FzValue *key, FzValue *value)
{
    uint32_t count = fz_count_of(vm, dict);
    bool with_value = fz_is_kind(vm, dict, FZ_KIND_DICT);
    while (*at < count) {
        const FzValue *entry = fz_table_entry(vm, dict, (*at)++);
        if (entry[0] != FZ_NULL) {
            *key = entry[0];
            *value = with_value ? entry[1] : FZ_NULL;
            return true;
        }
    }
    return false;
}

uint32_t fz_dict_len(const FzVm *vm, FzValue dict)
{
    uint32_t count = fz_count_of(vm, dict);
    if (!(fz_header_of(vm, dict) & FZ_HEADER_A))
        return count;
    uint32_t at = 0, live = 0;
    FzValue key, value;
    while (fz_dict_entry(vm, dict, &at, &key, &value))
        live++;
    return live;
}

// ---- update

bool fz_dict_add(FzVm *vm, FzValue *at)
{
    FzValue *put = fz_push_two(vm, at[0], FZ_NULL);
    fz_push(vm, FZ_NULL);
    uint32_t entry = 0;
    int done = fz_count_of(vm, at[0]) == 0 ? fz_table_copy(vm, at) : 0;
    if (done == 0)
        while (done >= 0 && fz_dict_entry(vm, at[1], &entry, &put[1], &put[2]))
            done = fz_table_put(vm, put);
    vm->sp = put;
    return done >= 0;
}

static bool update_from_keys(FzVm *vm, FzValue *at)
{
    FzValue *put = fz_push_two(vm, at[0], FZ_NULL);
    fz_push_two(vm, FZ_NULL, FZ_NULL);
    put[1] = fz_get_attr(vm, at[1], fz_name(vm, FZ_NAME_keys));
    if (put[1] != FZ_NULL && (put[3] = fz_call(vm, put[1], 0, NULL)) != FZ_NULL)
        put[3] = fz_iter(vm, put[3]);
    while ((put[1] = fz_next(vm, put[3])) != FZ_NULL)
        if ((put[2] = fz_get_item(vm, at[1], put[1])) == FZ_NULL || fz_table_put(vm, put) < 0)
            break;
    vm->sp = put;
    return !fz_pending(vm);
}

// Stores one pair, put[1], which may be any iterable of two things.
static bool put_pair(FzVm *vm, FzValue *put, uint32_t number)
{
    FzValue pair = fz_list_from(vm, put[1]);
    if (pair == FZ_NULL) {
        if (!fz_pending_is(vm, FZ_TYPE_TYPE_ERROR))
            return false;
        fz_clear(vm);
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot convert dictionary update sequence element #%u to a sequence",
                 number);
        return false;
    }
    uint32_t count;
    const FzValue *items = fz_items(vm, pair, &count);
    if (count != 2) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "dictionary update sequence element #%u has length %u; 2 is required",
                 number, count);
        return false;
    }
    put[1] = items[0];
    put[2] = items[1];
    return fz_table_put(vm, put) >= 0;
}

static bool update_from_pairs(FzVm *vm, FzValue *at)
{
    FzValue *put = fz_push_two(vm, at[0], FZ_NULL);
    fz_push_two(vm, FZ_NULL, FZ_NULL);
    put[3] = fz_iter(vm, at[1]);
    for (uint32_t i = 0; (put[1] = fz_next(vm, put[3])) != FZ_NULL && put_pair(vm, put, i); i++)
        ;
    vm->sp = put;
    return !fz_pending(vm);
}

// `pairs`: an iterable of pairs will do as well.
static bool update(FzVm *vm, FzValue *at, bool pairs)
{
    if (fz_special(vm, at[1], FZ_NAME_iter) == FZ_NULL)
        at[1] = fz_unwrap(vm, at[1]);
    if (fz_is_kind(vm, at[1], FZ_KIND_DICT))
        return at[0] == at[1] || fz_dict_add(vm, at);
    FzValue name = fz_name(vm, FZ_NAME_keys);
    FzValue keys = name == FZ_NULL ? FZ_NULL : fz_get_attr_or_null(vm, at[1], name);
    if (fz_pending(vm))
        return false;
    if (keys != FZ_NULL)
        return update_from_keys(vm, at);
    if (pairs)
        return update_from_pairs(vm, at);
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%t' object is not a mapping", at[1]);
    return false;
}

bool fz_dict_update(FzVm *vm, FzValue dict, FzValue mapping)
{
    FzValue *at = fz_push_two(vm, dict, mapping);
    bool done = update(vm, at, false);
    vm->sp = at;
    return done;
}

bool fz_dict_update_from(FzVm *vm, FzValue dict, FzValue source)
{
    FzValue *at = fz_push_two(vm, dict, source);
    bool done = update(vm, at, true);
    vm->sp = at;
    return done;
}

// Updates argv[0] from argv[1], a mapping or NULL, and the dict argv[2] of keywords or NULL.
static bool update_with_keywords(FzVm *vm, FzValue *argv)
{
    return (argv[1] == FZ_NULL || fz_dict_update_from(vm, argv[0], argv[1])) &&
           (argv[2] == FZ_NULL || fz_dict_update(vm, argv[0], argv[2]));
}

// ---- for the object protocol

FzValue fz_dict_get_item(FzVm *vm, FzValue *at)
{
    FzValue value = fz_dict_get(vm, at[0], at[1]);
    if (value == FZ_NULL && !fz_pending(vm))
        return fz_raise_with(vm, FZ_TYPE_KEY_ERROR, at[1]);
    return value;
}

int fz_dict_equal(FzVm *vm, FzValue *at)
{
    if (fz_dict_len(vm, at[0]) != fz_dict_len(vm, at[1]))
        return 0;
    if (!fz_enter(vm))
        return -1;
    FzValue *look = fz_push_two(vm, at[1], FZ_NULL);
    FzValue *mine = fz_push(vm, FZ_NULL);
    uint32_t entry = 0;
    int same = 1;
    while (same > 0 && fz_dict_entry(vm, at[0], &entry, &look[1], mine)) {
        FzValue other = get(vm, look);
        same = other != FZ_NULL ? fz_equal(vm, *mine, other) : fz_pending(vm) ? -1 : 0;
    }
    vm->sp = look;
    fz_leave(vm);
    return same;
}

// ---- methods

FzValue fz_dict_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *at = fz_push(vm, fz_dict_new(vm, 0));
    fz_push_two(vm, argv[1], argv[2]);
    FzValue dict = *at != FZ_NULL && update_with_keywords(vm, at) ? *at : FZ_NULL;
    return fz_wrap(vm, argv[0], dict);
}

FzValue fz_dict_update_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_none_if(update_with_keywords(vm, argv));
}

FzValue fz_dict_init(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_dict_update_method(vm, argc, argv);
}

FzValue fz_dict_get_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue value = get(vm, argv);
    if (value != FZ_NULL || fz_pending(vm))
        return value;
    return argv[2] == FZ_NULL ? FZ_NONE : argv[2];
}

FzValue fz_dict_setdefault_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue value = fz_dict_get_method(vm, argc, argv);
    if (value == FZ_NULL)
        return FZ_NULL;
    int32_t entry = fz_table_find(vm, argv);
    if (entry != FZ_TABLE_ABSENT)
        return entry < 0 ? FZ_NULL : value;
    argv[2] = value;
    return fz_table_put(vm, argv) < 0 ? FZ_NULL : argv[2];
}

FzValue fz_dict_pop_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    int32_t entry = fz_table_find(vm, argv);
    if (entry >= 0) {
        FzValue value = fz_table_entry(vm, argv[0], (uint32_t)entry)[1];
        fz_table_remove(vm, argv[0], (uint32_t)entry);
        return value;
    }
    if (entry == FZ_TABLE_ABSENT && argv[2] == FZ_NULL)
        fz_raise_with(vm, FZ_TYPE_KEY_ERROR, argv[1]);
    return fz_pending(vm) ? FZ_NULL : argv[2];
}

FzValue fz_dict_popitem_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    int32_t entry = fz_table_last(vm, argv[0]);
    if (entry < 0) {
        FzValue text = fz_str_from_z(vm, "popitem(): dictionary is empty");
        return text == FZ_NULL ? FZ_NULL : fz_raise_with(vm, FZ_TYPE_KEY_ERROR, text);
    }
    const FzValue *place = fz_table_entry(vm, argv[0], (uint32_t)entry);
    FzValue pair = fz_tuple_new(vm, fz_push_two(vm, place[0], place[1]), 2);
    if (pair != FZ_NULL)
        fz_table_remove(vm, argv[0], (uint32_t)entry);
    return pair;
}

FzValue fz_dict_clear_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_writable(vm, argv[0]))
        return FZ_NULL;
    fz_table_clear(vm, argv[0]);
    return FZ_NONE;
}

// A new dict with the entries of argv[0] and, unless it is NULL, of argv[1].
static FzValue merged(FzVm *vm, FzValue *argv)
{
    FzValue *at = fz_push_two(vm, FZ_NULL, argv[0]);
    at[0] = fz_dict_new(vm, 0);
    if (at[0] == FZ_NULL || !fz_dict_add(vm, at))
        return FZ_NULL;
    at[1] = argv[1];
    return argv[1] == FZ_NULL || fz_dict_add(vm, at) ? at[0] : FZ_NULL;
}

FzValue fz_dict_merge(FzVm *vm, FzValue *at)
{
    FzValue *save = vm->sp;
    FzValue dict = merged(vm, at);
    vm->sp = save;
    return dict;
}

FzValue fz_dict_copy_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    fz_push_two(vm, argv[0], FZ_NULL);
    return merged(vm, vm->sp - 2);
}

FzValue fz_dict_fromkeys(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *put = fz_push_two(vm, fz_dict_new(vm, 0), FZ_NULL);
    fz_push(vm, argv[2] == FZ_NULL ? FZ_NONE : argv[2]);
    argv[1] = fz_iter(vm, argv[1]);
    while (put[0] != FZ_NULL && (put[1] = fz_next(vm, argv[1])) != FZ_NULL)
        if (fz_table_put(vm, put) < 0)
            return FZ_NULL;
    return fz_pending(vm) ? FZ_NULL : fz_wrap(vm, argv[0], put[0]);
}
