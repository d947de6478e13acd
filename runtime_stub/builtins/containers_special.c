// SPDX-License-Identifier: MIT
// Special methods of built-in containers and iterators as functions: what super().__setitem__(k, v),
// list.__len__(x) or it.__next__() reach. They do what the object protocol does for the built-in
// value, without asking Python code of the object's class. Each is a function of its own, so that an
// image brings in only those it uses.
#include "../objects/iter.h"
#include "../objects/protocol.h"
#include "flashfreeze/natives.h"

static FzValue special_len(FzVm *vm, FzValue *argv) { return fz_len(vm, argv[0]); }

static FzValue special_iter(FzVm *vm, FzValue *argv) { return fz_iter(vm, argv[0]); }

static FzValue special_next(FzVm *vm, FzValue *argv) { return fz_builtin_next(vm, 1, argv); }

static FzValue special_hash(FzVm *vm, FzValue *argv) { return fz_builtin_hash(vm, 1, argv); }

static FzValue special_repr(FzVm *vm, FzValue *argv) { return fz_repr_plain(vm, argv[0]); }

static FzValue special_reversed(FzVm *vm, FzValue *argv)
{
    return fz_reversed(vm, argv[0]);
}

static FzValue special_getitem(FzVm *vm, FzValue *argv)
{
    return fz_get_item(vm, argv[0], argv[1]);
}

static FzValue special_setitem(FzVm *vm, FzValue *argv)
{
    return fz_none_if(fz_set_item(vm, argv[0], argv[1], argv[2]));
}

static FzValue special_delitem(FzVm *vm, FzValue *argv)
{
    return fz_none_if(fz_del_item(vm, argv[0], argv[1]));
}

static FzValue special_contains(FzVm *vm, FzValue *argv)
{
    return fz_bool_or_null(fz_contains(vm, argv[0], argv[1]));
}

static FzValue special_in_place(FzVm *vm, FzBinary op, FzValue *argv)
{
    FzValue result = fz_inplace(vm, op, argv[0], argv[1]);
    return result == FZ_NULL ? FZ_NULL : argv[0];
}

#define SPECIAL(symbol, result)                                                                    \
    FzValue symbol(FzVm *vm, uint32_t argc, FzValue *argv)                                         \
    {                                                                                              \
        (void)argc;                                                                                \
        return result;                                                                             \
    }

SPECIAL(fz_list_special_len, special_len(vm, argv))
SPECIAL(fz_list_special_getitem, special_getitem(vm, argv))
SPECIAL(fz_list_special_setitem, special_setitem(vm, argv))
SPECIAL(fz_list_special_delitem, special_delitem(vm, argv))
SPECIAL(fz_list_special_contains, special_contains(vm, argv))
SPECIAL(fz_list_special_iter, special_iter(vm, argv))
SPECIAL(fz_list_special_reversed, special_reversed(vm, argv))
SPECIAL(fz_list_special_eq, fz_compare_plain(vm, FZ_EQUAL, argv))
SPECIAL(fz_list_special_ne, fz_compare_plain(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_list_special_lt, fz_compare_plain(vm, FZ_LESS, argv))
SPECIAL(fz_list_special_le, fz_compare_plain(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_list_special_gt, fz_compare_plain(vm, FZ_MORE, argv))
SPECIAL(fz_list_special_ge, fz_compare_plain(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_list_special_add, fz_binary_plain(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_list_special_iadd, special_in_place(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_list_special_mul, fz_binary_plain(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_list_special_rmul, fz_binary_plain(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_list_special_imul, special_in_place(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_list_special_repr, special_repr(vm, argv))
SPECIAL(fz_tuple_special_len, special_len(vm, argv))
SPECIAL(fz_tuple_special_getitem, special_getitem(vm, argv))
SPECIAL(fz_tuple_special_contains, special_contains(vm, argv))
SPECIAL(fz_tuple_special_iter, special_iter(vm, argv))
SPECIAL(fz_tuple_special_eq, fz_compare_plain(vm, FZ_EQUAL, argv))
SPECIAL(fz_tuple_special_ne, fz_compare_plain(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_tuple_special_lt, fz_compare_plain(vm, FZ_LESS, argv))
SPECIAL(fz_tuple_special_le, fz_compare_plain(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_tuple_special_gt, fz_compare_plain(vm, FZ_MORE, argv))
SPECIAL(fz_tuple_special_ge, fz_compare_plain(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_tuple_special_add, fz_binary_plain(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_tuple_special_mul, fz_binary_plain(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_tuple_special_rmul, fz_binary_plain(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_tuple_special_hash, special_hash(vm, argv))
SPECIAL(fz_tuple_special_repr, special_repr(vm, argv))
SPECIAL(fz_dict_special_len, special_len(vm, argv))
SPECIAL(fz_dict_special_getitem, special_getitem(vm, argv))
SPECIAL(fz_dict_special_setitem, special_setitem(vm, argv))
SPECIAL(fz_dict_special_delitem, special_delitem(vm, argv))
SPECIAL(fz_dict_special_contains, special_contains(vm, argv))
SPECIAL(fz_dict_special_iter, special_iter(vm, argv))
SPECIAL(fz_dict_special_reversed, special_reversed(vm, argv))
SPECIAL(fz_dict_special_eq, fz_compare_plain(vm, FZ_EQUAL, argv))
SPECIAL(fz_dict_special_ne, fz_compare_plain(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_dict_special_or, fz_binary_plain(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_dict_special_ior, special_in_place(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_dict_special_repr, special_repr(vm, argv))
SPECIAL(fz_set_special_len, special_len(vm, argv))
SPECIAL(fz_set_special_contains, special_contains(vm, argv))
SPECIAL(fz_set_special_iter, special_iter(vm, argv))
SPECIAL(fz_set_special_eq, fz_compare_plain(vm, FZ_EQUAL, argv))
SPECIAL(fz_set_special_ne, fz_compare_plain(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_set_special_lt, fz_compare_plain(vm, FZ_LESS, argv))
SPECIAL(fz_set_special_le, fz_compare_plain(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_set_special_gt, fz_compare_plain(vm, FZ_MORE, argv))
SPECIAL(fz_set_special_ge, fz_compare_plain(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_set_special_or, fz_binary_plain(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_set_special_and, fz_binary_plain(vm, FZ_BINARY_AND, argv))
SPECIAL(fz_set_special_sub, fz_binary_plain(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_set_special_xor, fz_binary_plain(vm, FZ_BINARY_XOR, argv))
SPECIAL(fz_set_special_ior, special_in_place(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_set_special_iand, special_in_place(vm, FZ_BINARY_AND, argv))
SPECIAL(fz_set_special_isub, special_in_place(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_set_special_ixor, special_in_place(vm, FZ_BINARY_XOR, argv))
SPECIAL(fz_set_special_repr, special_repr(vm, argv))
SPECIAL(fz_frozenset_special_len, special_len(vm, argv))
SPECIAL(fz_frozenset_special_contains, special_contains(vm, argv))
SPECIAL(fz_frozenset_special_iter, special_iter(vm, argv))
SPECIAL(fz_frozenset_special_eq, fz_compare_plain(vm, FZ_EQUAL, argv))
SPECIAL(fz_frozenset_special_ne, fz_compare_plain(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_frozenset_special_lt, fz_compare_plain(vm, FZ_LESS, argv))
SPECIAL(fz_frozenset_special_le, fz_compare_plain(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_frozenset_special_gt, fz_compare_plain(vm, FZ_MORE, argv))
SPECIAL(fz_frozenset_special_ge, fz_compare_plain(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_frozenset_special_or, fz_binary_plain(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_frozenset_special_and, fz_binary_plain(vm, FZ_BINARY_AND, argv))
SPECIAL(fz_frozenset_special_sub, fz_binary_plain(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_frozenset_special_xor, fz_binary_plain(vm, FZ_BINARY_XOR, argv))
SPECIAL(fz_frozenset_special_hash, special_hash(vm, argv))
SPECIAL(fz_frozenset_special_repr, special_repr(vm, argv))
SPECIAL(fz_range_special_len, special_len(vm, argv))
SPECIAL(fz_range_special_getitem, special_getitem(vm, argv))
SPECIAL(fz_range_special_contains, special_contains(vm, argv))
SPECIAL(fz_range_special_iter, special_iter(vm, argv))
SPECIAL(fz_range_special_reversed, special_reversed(vm, argv))
SPECIAL(fz_range_special_eq, fz_compare_plain(vm, FZ_EQUAL, argv))
SPECIAL(fz_range_special_hash, special_hash(vm, argv))
SPECIAL(fz_range_special_repr, special_repr(vm, argv))
SPECIAL(fz_dict_keys_special_len, special_len(vm, argv))
SPECIAL(fz_dict_keys_special_contains, special_contains(vm, argv))
SPECIAL(fz_dict_keys_special_iter, special_iter(vm, argv))
SPECIAL(fz_dict_values_special_len, special_len(vm, argv))
SPECIAL(fz_dict_values_special_iter, special_iter(vm, argv))
SPECIAL(fz_dict_items_special_len, special_len(vm, argv))
SPECIAL(fz_dict_items_special_contains, special_contains(vm, argv))
SPECIAL(fz_dict_items_special_iter, special_iter(vm, argv))
SPECIAL(fz_iterator_special_iter, special_iter(vm, argv))
SPECIAL(fz_iterator_special_next, special_next(vm, argv))
SPECIAL(fz_reversed_special_iter, special_iter(vm, argv))
SPECIAL(fz_reversed_special_next, special_next(vm, argv))
SPECIAL(fz_enumerate_special_iter, special_iter(vm, argv))
SPECIAL(fz_enumerate_special_next, special_next(vm, argv))
SPECIAL(fz_zip_special_iter, special_iter(vm, argv))
SPECIAL(fz_zip_special_next, special_next(vm, argv))
SPECIAL(fz_map_special_iter, special_iter(vm, argv))
SPECIAL(fz_map_special_next, special_next(vm, argv))
SPECIAL(fz_filter_special_iter, special_iter(vm, argv))
SPECIAL(fz_filter_special_next, special_next(vm, argv))
