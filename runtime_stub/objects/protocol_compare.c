// SPDX-License-Identifier: MIT
// Comparison, hashing and truth.
#include "bytes.h"
#include "float.h"
#include "int.h"
#include "protocol.h"
#include "../vm/frame.h"

// ---- comparison

// In the order of FzComparison.
static const char signs[6][3] = {"<", ">", "==", "<=", ">=", "!="};
static const uint8_t names[6] = {FZ_NAME_lt, FZ_NAME_gt, FZ_NAME_eq, FZ_NAME_le, FZ_NAME_ge, FZ_NAME_ne};
static const uint8_t swapped[6] = {FZ_MORE, FZ_LESS, FZ_EQUAL, FZ_MORE_EQUAL, FZ_LESS_EQUAL, FZ_NOT_EQUAL};

static bool is_equality(FzComparison op) { return op == FZ_EQUAL || op == FZ_NOT_EQUAL; }

// What an ordering of less (<0), equal (0) or more (>0) means for a comparison.
static FzValue of_order(FzComparison op, int order)
{
    switch (op) {
    case FZ_LESS:
        return fz_from_bool(order < 0);
    case FZ_MORE:
        return fz_from_bool(order > 0);
    case FZ_EQUAL:
        return fz_from_bool(order == 0);
    case FZ_LESS_EQUAL:
        return fz_from_bool(order <= 0);
    case FZ_MORE_EQUAL:
        return fz_from_bool(order >= 0);
    case FZ_NOT_EQUAL:
        return fz_from_bool(order != 0);
    }
    return FZ_NULL;
}

// The result of an equality known as a tri-state.
static FzValue of_equality(FzComparison op, int same)
{
    return same < 0 ? FZ_NULL : fz_from_bool((same > 0) == (op == FZ_EQUAL));
}

static int same_words(FzVm *vm, const FzValue *at, uint32_t count)
{
    int same = 1;
    for (uint32_t i = 1; same > 0 && i <= count; i++)
        same = fz_equal(vm, FZ_WORDS(vm, at[0])[i], FZ_WORDS(vm, at[1])[i]);
    return same;
}

static bool is_number(FzKind kind)
{
    return kind == FZ_KIND_INT || kind == FZ_KIND_FLOAT || kind == FZ_KIND_BOOL;
}

// Kinds that only say whether they are equal, of the same kind.
static FzValue equality_of_kind(FzVm *vm, FzComparison op, FzValue *at, FzKind kind)
{
    if (FZ_HAS_DICTS && kind == FZ_KIND_DICT)
        return of_equality(op, fz_dict_equal(vm, at));
    if (kind == FZ_VALUE(FZ_KIND_SLICE))
        return of_equality(op, same_words(vm, at, 3));
    if (kind == FZ_VALUE(FZ_KIND_BOUND_METHOD))
        return of_equality(op, FZ_WORDS(vm, at[0])[1] == FZ_WORDS(vm, at[1])[1] &&
                                   FZ_WORDS(vm, at[0])[2] == FZ_WORDS(vm, at[1])[2]);
    if (kind != FZ_KIND_RANGE)
        return FZ_NOT_IMPLEMENTED;
    FzValue same = fz_range_equal(vm, at);
    return same == FZ_NULL ? FZ_NULL : of_equality(op, same == FZ_TRUE);
}

static bool is_buffer(FzKind kind) { return kind == FZ_KIND_BYTES || kind == FZ_KIND_BYTEARRAY; }

static FzValue native_compare(FzVm *vm, FzComparison op, FzValue *at)
{
    int a = (int)fz_kind_of(vm, at[0]), b = (int)fz_kind_of(vm, at[1]);
    if (is_number((FzKind)a) && is_number((FzKind)b))
        return fz_from_bool(fz_number_compare(vm, op, at[0], at[1]) != 0);
    if (a == FZ_VALUE(FZ_KIND_STR) && b == FZ_VALUE(FZ_KIND_STR))
        return is_equality(op) ? of_equality(op, fz_str_equal(vm, at[0], at[1]))
                               : of_order(op, fz_str_compare(vm, at[0], at[1]));
    bool views = a == FZ_KIND_MEMORYVIEW || b == FZ_KIND_MEMORYVIEW;
    if (views && (is_buffer((FzKind)a) || is_buffer((FzKind)b) || a == b))
        return is_equality(op) ? of_equality(op, fz_bytes_compare(vm, at[0], at[1]) == 0)
                               : FZ_NOT_IMPLEMENTED;
    if (is_buffer((FzKind)a) && is_buffer((FzKind)b))
        return of_order(op, fz_bytes_compare(vm, at[0], at[1]));
    if (FZ_HAS_SETS && fz_is_set_like(vm, at[0]) && fz_is_set_like(vm, at[1]))
        return fz_set_compare(vm, op, at);
    if (a != b)
        return FZ_NOT_IMPLEMENTED;
    if (a == FZ_VALUE(FZ_KIND_LIST) || a == FZ_VALUE(FZ_KIND_TUPLE))
        return fz_sequence_compare(vm, op, at);
    return is_equality(op) ? equality_of_kind(vm, op, at, (FzKind)a) : FZ_NOT_IMPLEMENTED;
}

FzValue fz_compare_plain(FzVm *vm, FzComparison op, const FzValue *at)
{
    FzValue *inner = fz_push_two(vm, fz_unwrap(vm, at[0]), fz_unwrap(vm, at[1]));
    FzValue result = FZ_NOT_IMPLEMENTED;
    if (!fz_has_class(vm, inner[0]) && !fz_has_class(vm, inner[1]))
        result = native_compare(vm, op, inner);
    vm->sp = inner;
    return result;
}

// The special method of at[0], for != also the opposite of its __eq__, which it inherits from object.
static FzValue try_compare(FzVm *vm, FzComparison op, FzValue *at)
{
    FzValue result = fz_try_special(vm, (FzNameId)names[op], at, 1);
    if (result != FZ_NOT_IMPLEMENTED || op != FZ_NOT_EQUAL || fz_unwrap(vm, at[0]) != at[0] ||
        fz_special(vm, at[0], FZ_NAME_ne) != FZ_NULL)
        return result;
    result = fz_try_special(vm, FZ_NAME_eq, at, 1);
    if (result == FZ_NOT_IMPLEMENTED || result == FZ_NULL)
        return result;
    int truth = fz_truth(vm, result);
    return truth < 0 ? FZ_NULL : fz_from_bool(!truth);
}

static FzValue reflected(FzVm *vm, FzComparison op, const FzValue *at)
{
    FzValue *turned = fz_push_two(vm, at[1], at[0]);
    FzValue result = try_compare(vm, (FzComparison)swapped[op], turned);
    vm->sp = turned;
    return result;
}

static FzValue special_compare(FzVm *vm, FzComparison op, FzValue *at)
{
    FzValue type_a = fz_type_of(vm, at[0]), type_b = fz_type_of(vm, at[1]);
    bool first = type_a != type_b && fz_is_subclass(vm, type_b, type_a);
    FzValue result = first ? reflected(vm, op, at) : FZ_NOT_IMPLEMENTED;
    if (result == FZ_NOT_IMPLEMENTED)
        result = try_compare(vm, op, at);
    if (result == FZ_NOT_IMPLEMENTED && fz_special(vm, at[0], (FzNameId)names[op]) == FZ_NULL)
        result = fz_compare_plain(vm, op, at);
    return result == FZ_NOT_IMPLEMENTED && !first ? reflected(vm, op, at) : result;
}

static FzValue compare(FzVm *vm, FzComparison op, FzValue *at)
{
    bool special = (FZ_HAS_COMPARISON_NAMES || FZ_HAS_CLASS & FZ_CLASS_WRAPS) &&
                   (fz_has_class(vm, at[0]) || fz_has_class(vm, at[1]));
    FzValue result = special ? special_compare(vm, op, at) : native_compare(vm, op, at);
    if (result != FZ_NOT_IMPLEMENTED)
        return result;
    if (is_equality(op))
        return of_equality(op, at[0] == at[1]);
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'%s' not supported between instances of '%t' and '%t'",
                    signs[op], at[0], at[1]);
}

FzValue fz_compare(FzVm *vm, FzComparison op, FzValue a, FzValue b)
{
    if (fz_is_int(a) && fz_is_int(b))
        return of_order(op, fz_to_int(a) < fz_to_int(b) ? -1 : fz_to_int(a) > fz_to_int(b));
    FzValue *at = fz_push_two(vm, a, b);
    FzValue result = compare(vm, op, at);
    vm->sp = at;
    return result;
}

static int truth_of(FzVm *vm, FzValue value) { return value == FZ_NULL ? -1 : fz_truth(vm, value); }

int fz_equal(FzVm *vm, FzValue a, FzValue b)
{
    return a == b ? 1 : truth_of(vm, fz_compare(vm, FZ_EQUAL, a, b));
}

int fz_less(FzVm *vm, FzValue a, FzValue b) { return truth_of(vm, fz_compare(vm, FZ_LESS, a, b)); }

// ---- hashing

static uint32_t mix(uint32_t hash, uint32_t more) { return (hash ^ more) * 16777619u; }

static bool hash_tuple(FzVm *vm, const FzValue *at, uint32_t *hash)
{
    uint32_t sum = 0x345678u;
    for (uint32_t i = 0; i < fz_count_of(vm, *at); i++) {
        uint32_t one;
        if (!fz_hash(vm, FZ_TUPLE(vm, *at)->items[i], &one))
            return false;
        sum = mix(sum, one + i);
    }
    *hash = sum ^ sum >> 15;
    return true;
}

// Independent of the order of the items.
static bool hash_frozenset(FzVm *vm, const FzValue *at, uint32_t *hash)
{
    uint32_t entry = 0, sum = 0x9e3779b9u;
    FzValue key, value;
    while (fz_dict_entry(vm, *at, &entry, &key, &value)) {
        uint32_t one;
        if (!fz_hash(vm, key, &one))
            return false;
        one = mix(one, one >> 11);
        sum += one ^ one >> 13;
    }
    *hash = sum;
    return true;
}

static bool hash_identity(FzVm *vm, FzValue value, uint32_t *hash)
{
    uint32_t identity = fz_identity(vm, value);
    *hash = identity >> 2; // the low bits say what kind of reference it is
    return identity != 0;
}

static bool hash_method(FzVm *vm, const FzValue *at, uint32_t *hash)
{
    uint32_t function, self;
    if (!hash_identity(vm, FZ_WORDS(vm, *at)[1], &function) || !hash_identity(vm, FZ_WORDS(vm, *at)[2], &self))
        return false;
    *hash = mix(function, self);
    return true;
}

static bool unhashable(FzVm *vm, FzValue value)
{
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "unhashable type: '%t'", value);
    return false;
}

// A class that defines __eq__ but not __hash__ has no hash: the first class along the mro that
// defines either decides. FZ_NULL: neither, FZ_NONE: no hash, else a hash method.
static FzValue hash_method_of(const FzVm *vm, FzValue value)
{
    FzValue cls = fz_instance_class(vm, value), with_hash = FZ_NULL, with_eq = FZ_NULL;
    FzValue method = fz_class_find(vm, cls, fz_name(vm, FZ_NAME_hash), 0, &with_hash);
    fz_class_find(vm, cls, fz_name(vm, FZ_NAME_eq), 0, &with_eq);
    const FzValue *mro = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->mro)->items;
    while (*mro != with_hash && *mro != with_eq && !(fz_class_flags(vm, *mro) & FZ_CLASS_NATIVE))
        mro++;
    if (fz_class_flags(vm, *mro) & FZ_CLASS_NATIVE)
        return FZ_NULL;
    return *mro == with_hash ? method : FZ_NONE;
}

static bool hash_instance(FzVm *vm, FzValue *at, uint32_t *hash)
{
    FzValue method = hash_method_of(vm, at[0]);
    if (method == FZ_NONE)
        return unhashable(vm, at[0]);
    if (method == FZ_NULL) {
        FzValue inner = fz_unwrap(vm, at[0]);
        return inner != at[0] ? fz_hash(vm, inner, hash) : hash_identity(vm, inner, hash);
    }
    FzValue result = fz_call_special(vm, at[0], FZ_NAME_hash, 0, NULL);
    if (result == FZ_NULL)
        return false;
    FzKind kind = fz_kind_of(vm, result);
    if (kind != FZ_KIND_INT && kind != FZ_KIND_BOOL) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__hash__ method should return an integer");
        return false;
    }
    *hash = fz_int_hash(vm, result);
    return true;
}

// Kinds whose hash may take further calls.
static bool hash_deep(FzVm *vm, FzValue *at, FzKind kind, uint32_t *hash)
{
    switch (kind) {
    case FZ_KIND_TUPLE:
        return hash_tuple(vm, at, hash);
    case FZ_KIND_FROZENSET:
        return hash_frozenset(vm, at, hash);
    case FZ_KIND_RANGE:
        return fz_range_hash(vm, *at, hash);
    case FZ_KIND_BOUND_METHOD:
        return hash_method(vm, at, hash);
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        return hash_instance(vm, at, hash);
    case FZ_KIND_LIST:
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_SLICE:
    case FZ_KIND_MEMORYVIEW:
        return unhashable(vm, *at);
    case FZ_KIND_DICT_VIEW:
        if (!FZ_HAS_SETS || fz_is_set_like(vm, *at)) // keys and items
            return unhashable(vm, *at);
        return hash_identity(vm, *at, hash);
    default:
        return hash_identity(vm, *at, hash);
    }
}

bool fz_hash(FzVm *vm, FzValue value, uint32_t *hash)
{
    FzKind kind = fz_kind_of(vm, value);
    *hash = value;
    if (kind == FZ_KIND_STR)
        *hash = fz_str_hash(vm, value);
    else if (kind == FZ_KIND_INT || kind == FZ_KIND_BOOL)
        *hash = fz_int_hash(vm, value);
    else if (kind == FZ_KIND_FLOAT)
        *hash = fz_float_hash(vm, value);
    else if (kind == FZ_KIND_BYTES)
        *hash = fz_bytes_hash(vm, value);
    else if (kind > (FzKind)FZ_KIND_NUMBER_BYTES) {
        FzValue *at = fz_push(vm, value);
        bool done = fz_enter(vm);
        if (done) {
            done = hash_deep(vm, at, kind, hash);
            fz_leave(vm);
        }
        vm->sp = at;
        return done;
    }
    return true;
}

// ---- truth

static int truth_of_instance(FzVm *vm, FzValue value)
{
    FzValue *at = fz_push(vm, value);
    int truth = 1;
    FzValue result = fz_try_special(vm, FZ_NAME_bool_, at, 0);
    if (result != FZ_NOT_IMPLEMENTED) {
        truth = result == FZ_NULL ? -1 : result == FZ_TRUE;
        if (result != FZ_NULL && !fz_is_kind(vm, result, FZ_KIND_BOOL)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__bool__ should return bool, returned %t", result);
            truth = -1;
        }
    } else if (fz_special(vm, *at, FZ_NAME_len) != FZ_NULL) {
        truth = truth_of(vm, fz_len(vm, *at));
    } else if (fz_unwrap(vm, *at) != *at) {
        truth = fz_truth(vm, fz_unwrap(vm, *at));
    }
    vm->sp = at;
    return truth;
}

int fz_truth(FzVm *vm, FzValue value)
{
    if (fz_is_int(value))
        return value != fz_from_int(0);
    uint32_t flags;
    switch ((int)fz_kind_of(vm, value)) {
    case FZ_KIND_NONE:
        return 0;
    case FZ_KIND_BOOL:
        return value == FZ_TRUE;
    case FZ_KIND_FLOAT:
        return fz_number_compare(vm, FZ_NOT_EQUAL, value, fz_from_int(0));
    case FZ_VALUE(FZ_KIND_STR):
    case FZ_VALUE(FZ_KIND_BYTES):
    case FZ_VALUE(FZ_KIND_BYTEARRAY):
    case FZ_VALUE(FZ_KIND_TUPLE):
    case FZ_VALUE(FZ_KIND_LIST):
        return fz_count_of(vm, value) != 0;
    case FZ_VALUE(FZ_KIND_DICT):
    case FZ_VALUE(FZ_KIND_SET):
    case FZ_VALUE(FZ_KIND_FROZENSET):
    case FZ_VALUE(FZ_KIND_DICT_VIEW):
        return fz_table_any(vm, fz_table_owner(vm, value, &flags));
    case FZ_VALUE(FZ_KIND_RANGE):
    case FZ_VALUE(FZ_KIND_MEMORYVIEW):
        return truth_of(vm, fz_len(vm, value));
    case FZ_VALUE(FZ_KIND_INSTANCE):
    case FZ_VALUE(FZ_KIND_EXCEPTION):
    case FZ_VALUE(FZ_KIND_CLASS):
        return truth_of_instance(vm, value);
    default:
        return 1;
    }
}
