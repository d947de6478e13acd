// SPDX-License-Identifier: MIT
// Special methods of numbers and texts as functions: what super().__add__(x), int.__eq__ or
// (5).__neg__() reach. Operands that a method is not made for give NotImplemented. Each is a
// function of its own, so that an image brings in only those it uses.
#include "flashfreeze/natives.h"
#include "objects/float.h"
#include "objects/format_spec.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/text.h"

#define SPECIAL(symbol, result)                                                                    \
    FzValue symbol(FzVm *vm, uint32_t argc, FzValue *argv)                                         \
    {                                                                                              \
        (void)vm;                                                                                  \
        (void)argc;                                                                                \
        return result;                                                                             \
    }

static bool is_float(const FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_FLOAT);
}

// Makes the other operand plain; false when the method of argv[0]'s class does not take it.
static bool takes(const FzVm *vm, FzValue *argv)
{
    argv[1] = fz_unwrap(vm, argv[1]);
    FzKind kind = fz_kind_of(vm, argv[0]);
    if (fz_is_int_like(vm, argv[0]))
        return fz_is_int_like(vm, argv[1]);
    if (kind == FZ_KIND_FLOAT)
        return fz_is_int_like(vm, argv[1]) || is_float(vm, argv[1]);
    if (kind == FZ_KIND_STR)
        return fz_is_kind(vm, argv[1], FZ_KIND_STR);
    FzText text;
    return fz_bytes_view(vm, argv[1], &text.bytes, &text.size);
}

static FzValue binary(FzVm *vm, FzBinary op, FzValue *argv)
{
    return takes(vm, argv) ? fz_binary_plain(vm, op, argv) : FZ_NOT_IMPLEMENTED;
}

static FzValue reflected(FzVm *vm, FzBinary op, FzValue *argv)
{
    if (!takes(vm, argv))
        return FZ_NOT_IMPLEMENTED;
    FzValue self = argv[0];
    argv[0] = argv[1];
    argv[1] = self;
    return fz_binary_plain(vm, op, argv);
}

static FzValue compare(FzVm *vm, FzComparison op, FzValue *argv)
{
    return takes(vm, argv) ? fz_compare(vm, op, argv[0], argv[1]) : FZ_NOT_IMPLEMENTED;
}

static FzValue power(FzVm *vm, FzValue *argv)
{
    if (argv[2] != FZ_NULL && argv[2] != FZ_NONE)
        return takes(vm, argv) ? fz_int_power_mod(vm, argv[0], argv[1], argv[2])
                               : FZ_NOT_IMPLEMENTED;
    return binary(vm, FZ_BINARY_POWER, argv);
}

static FzValue divide_both(FzVm *vm, FzValue *argv, bool swapped)
{
    if (!takes(vm, argv))
        return FZ_NOT_IMPLEMENTED;
    return fz_number_divmod(vm, argv[swapped], argv[!swapped]);
}

static FzValue absolute(FzVm *vm, FzValue value)
{
    if (is_float(vm, value))
        return fz_float_new(vm, fz_float_with_sign(fz_float_value(vm, value), false));
    return fz_int_unary(vm, fz_int_is_negative(vm, value) ? FZ_UNARY_NEGATIVE : FZ_UNARY_POSITIVE,
                        value);
}

static FzValue to_int(FzVm *vm, FzValue value)
{
    return is_float(vm, value) ? fz_float_to_int(vm, fz_float_value(vm, value))
                               : fz_int_unary(vm, FZ_UNARY_POSITIVE, value);
}

static FzValue to_float(FzVm *vm, FzValue value)
{
    double number;
    return fz_to_double(vm, value, &number) ? fz_float_new(vm, number) : FZ_NULL;
}

static FzValue floor_of(FzVm *vm, FzValue value, bool up)
{
    double number = fz_float_value(vm, value);
    if (fz_float_is_finite(number))
        number = up ? -fz_float_floor(-number) : fz_float_floor(number);
    return fz_float_to_int(vm, number);
}

static FzValue hash(FzVm *vm, FzValue value)
{
    uint32_t result;
    if (!fz_hash(vm, value, &result))
        return FZ_NULL;
    return fz_int_from_i64(vm, (int32_t)result == -1 ? -2 : (int32_t)result); // no hash is -1
}

static FzValue format(FzVm *vm, FzValue *argv)
{
    argv[1] = fz_unwrap(vm, argv[1]);
    if (!fz_is_kind(vm, argv[1], FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__format__() argument must be str, not %t",
                        argv[1]);
    return fz_format_plain(vm, argv[0], argv[1]);
}

static FzValue repeat(FzVm *vm, FzValue *argv)
{
    return fz_is_index(vm, argv[1]) ? fz_text_repeat(vm, argv[0], argv[1]) : FZ_NOT_IMPLEMENTED;
}

SPECIAL(fz_int_special_add, binary(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_int_special_sub, binary(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_int_special_mul, binary(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_int_special_floordiv, binary(vm, FZ_BINARY_FLOOR_DIVIDE, argv))
SPECIAL(fz_int_special_truediv, binary(vm, FZ_BINARY_TRUE_DIVIDE, argv))
SPECIAL(fz_int_special_mod, binary(vm, FZ_BINARY_MODULO, argv))
SPECIAL(fz_int_special_pow, power(vm, argv))
SPECIAL(fz_int_special_and, binary(vm, FZ_BINARY_AND, argv))
SPECIAL(fz_int_special_or, binary(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_int_special_xor, binary(vm, FZ_BINARY_XOR, argv))
SPECIAL(fz_int_special_lshift, binary(vm, FZ_BINARY_LSHIFT, argv))
SPECIAL(fz_int_special_rshift, binary(vm, FZ_BINARY_RSHIFT, argv))
SPECIAL(fz_int_special_radd, reflected(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_int_special_rsub, reflected(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_int_special_rmul, reflected(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_int_special_rfloordiv, reflected(vm, FZ_BINARY_FLOOR_DIVIDE, argv))
SPECIAL(fz_int_special_rtruediv, reflected(vm, FZ_BINARY_TRUE_DIVIDE, argv))
SPECIAL(fz_int_special_rmod, reflected(vm, FZ_BINARY_MODULO, argv))
SPECIAL(fz_int_special_rpow, reflected(vm, FZ_BINARY_POWER, argv))
SPECIAL(fz_int_special_rand, reflected(vm, FZ_BINARY_AND, argv))
SPECIAL(fz_int_special_ror, reflected(vm, FZ_BINARY_OR, argv))
SPECIAL(fz_int_special_rxor, reflected(vm, FZ_BINARY_XOR, argv))
SPECIAL(fz_int_special_rlshift, reflected(vm, FZ_BINARY_LSHIFT, argv))
SPECIAL(fz_int_special_rrshift, reflected(vm, FZ_BINARY_RSHIFT, argv))
SPECIAL(fz_int_special_divmod, divide_both(vm, argv, false))
SPECIAL(fz_int_special_rdivmod, divide_both(vm, argv, true))
SPECIAL(fz_int_special_eq, compare(vm, FZ_EQUAL, argv))
SPECIAL(fz_int_special_ne, compare(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_int_special_lt, compare(vm, FZ_LESS, argv))
SPECIAL(fz_int_special_le, compare(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_int_special_gt, compare(vm, FZ_MORE, argv))
SPECIAL(fz_int_special_ge, compare(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_int_special_neg, fz_int_unary(vm, FZ_UNARY_NEGATIVE, argv[0]))
SPECIAL(fz_int_special_pos, fz_int_unary(vm, FZ_UNARY_POSITIVE, argv[0]))
SPECIAL(fz_int_special_invert, fz_int_unary(vm, FZ_UNARY_INVERT, argv[0]))
SPECIAL(fz_int_special_abs, absolute(vm, argv[0]))
SPECIAL(fz_int_special_bool, fz_bool_or_null(fz_truth(vm, argv[0])))
SPECIAL(fz_int_special_int, to_int(vm, argv[0]))
SPECIAL(fz_int_special_index, to_int(vm, argv[0]))
SPECIAL(fz_int_special_trunc, to_int(vm, argv[0]))
SPECIAL(fz_int_special_floor, to_int(vm, argv[0]))
SPECIAL(fz_int_special_ceil, to_int(vm, argv[0]))
SPECIAL(fz_int_special_float, to_float(vm, argv[0]))
SPECIAL(fz_int_special_round, fz_number_round(vm, argv[0], argv[1]))
SPECIAL(fz_int_special_hash, hash(vm, argv[0]))
SPECIAL(fz_int_special_repr, fz_repr(vm, argv[0]))
SPECIAL(fz_int_special_format, format(vm, argv))

SPECIAL(fz_float_special_add, binary(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_float_special_sub, binary(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_float_special_mul, binary(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_float_special_floordiv, binary(vm, FZ_BINARY_FLOOR_DIVIDE, argv))
SPECIAL(fz_float_special_truediv, binary(vm, FZ_BINARY_TRUE_DIVIDE, argv))
SPECIAL(fz_float_special_mod, binary(vm, FZ_BINARY_MODULO, argv))
SPECIAL(fz_float_special_radd, reflected(vm, FZ_BINARY_ADD, argv))
SPECIAL(fz_float_special_rsub, reflected(vm, FZ_BINARY_SUBTRACT, argv))
SPECIAL(fz_float_special_rmul, reflected(vm, FZ_BINARY_MULTIPLY, argv))
SPECIAL(fz_float_special_rfloordiv, reflected(vm, FZ_BINARY_FLOOR_DIVIDE, argv))
SPECIAL(fz_float_special_rtruediv, reflected(vm, FZ_BINARY_TRUE_DIVIDE, argv))
SPECIAL(fz_float_special_rmod, reflected(vm, FZ_BINARY_MODULO, argv))
SPECIAL(fz_float_special_rpow, reflected(vm, FZ_BINARY_POWER, argv))
SPECIAL(fz_float_special_divmod, divide_both(vm, argv, false))
SPECIAL(fz_float_special_rdivmod, divide_both(vm, argv, true))
SPECIAL(fz_float_special_eq, compare(vm, FZ_EQUAL, argv))
SPECIAL(fz_float_special_ne, compare(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_float_special_lt, compare(vm, FZ_LESS, argv))
SPECIAL(fz_float_special_le, compare(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_float_special_gt, compare(vm, FZ_MORE, argv))
SPECIAL(fz_float_special_ge, compare(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_float_special_neg, fz_float_unary(vm, FZ_UNARY_NEGATIVE, argv[0]))
SPECIAL(fz_float_special_pos, argv[0])
SPECIAL(fz_float_special_abs, absolute(vm, argv[0]))
SPECIAL(fz_float_special_bool, fz_bool_or_null(fz_truth(vm, argv[0])))
SPECIAL(fz_float_special_int, to_int(vm, argv[0]))
SPECIAL(fz_float_special_trunc, to_int(vm, argv[0]))
SPECIAL(fz_float_special_floor, floor_of(vm, argv[0], false))
SPECIAL(fz_float_special_ceil, floor_of(vm, argv[0], true))
SPECIAL(fz_float_special_float, argv[0])
SPECIAL(fz_float_special_round, fz_number_round(vm, argv[0], argv[1]))
SPECIAL(fz_float_special_hash, hash(vm, argv[0]))
SPECIAL(fz_float_special_repr, fz_repr(vm, argv[0]))
SPECIAL(fz_float_special_format, format(vm, argv))

SPECIAL(fz_str_special_add, fz_str_binary(vm, FZ_BINARY_ADD, argv[0], argv[1]))
SPECIAL(fz_str_special_mul, repeat(vm, argv))
SPECIAL(fz_str_special_rmul, repeat(vm, argv))
SPECIAL(fz_str_special_mod, FZ_HAS_VALUE(FZ_KIND_NUMBER_STR) ? fz_str_percent(vm, argv[0], argv[1]) : FZ_NULL)
SPECIAL(fz_str_special_eq, compare(vm, FZ_EQUAL, argv))
SPECIAL(fz_str_special_ne, compare(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_str_special_lt, compare(vm, FZ_LESS, argv))
SPECIAL(fz_str_special_le, compare(vm, FZ_LESS_EQUAL, argv))
SPECIAL(fz_str_special_gt, compare(vm, FZ_MORE, argv))
SPECIAL(fz_str_special_ge, compare(vm, FZ_MORE_EQUAL, argv))
SPECIAL(fz_str_special_len, fz_len(vm, argv[0]))
SPECIAL(fz_str_special_getitem, fz_str_get_item(vm, argv[0], argv[1]))
SPECIAL(fz_str_special_contains, fz_bool_or_null(fz_str_contains(vm, argv[0], argv[1])))
SPECIAL(fz_str_special_iter, fz_iter(vm, argv[0]))
SPECIAL(fz_str_special_hash, hash(vm, argv[0]))
SPECIAL(fz_str_special_repr, fz_repr(vm, argv[0]))
SPECIAL(fz_str_special_str, argv[0])
SPECIAL(fz_str_special_format, format(vm, argv))

SPECIAL(fz_bytes_special_add, fz_bytes_binary(vm, FZ_BINARY_ADD, argv[0], argv[1]))
SPECIAL(fz_bytes_special_mul, repeat(vm, argv))
SPECIAL(fz_bytes_special_mod, FZ_HAS_VALUE(FZ_KIND_NUMBER_BYTES) ? fz_bytes_percent(vm, argv[0], argv[1]) : FZ_NULL)
SPECIAL(fz_bytearray_special_mod, fz_bytes_percent(vm, argv[0], argv[1]))
SPECIAL(fz_bytes_special_rmul, repeat(vm, argv))
SPECIAL(fz_bytes_special_eq, compare(vm, FZ_EQUAL, argv))
SPECIAL(fz_bytes_special_ne, compare(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_bytes_special_len, fz_len(vm, argv[0]))
SPECIAL(fz_bytes_special_getitem, fz_bytes_get_item(vm, argv[0], argv[1]))
SPECIAL(fz_bytes_special_contains, fz_bool_or_null(fz_bytes_contains(vm, argv[0], argv[1])))
SPECIAL(fz_bytes_special_iter, fz_iter(vm, argv[0]))
SPECIAL(fz_bytes_special_hash, hash(vm, argv[0]))
SPECIAL(fz_bytes_special_repr, fz_repr(vm, argv[0]))
SPECIAL(fz_bytearray_special_len, fz_len(vm, argv[0]))
SPECIAL(fz_bytearray_special_getitem, fz_bytes_get_item(vm, argv[0], argv[1]))
SPECIAL(fz_bytearray_special_setitem,
        fz_none_if(fz_bytearray_set_item(vm, argv[0], argv[1], argv[2])))
SPECIAL(fz_bytearray_special_delitem, fz_none_if(fz_bytearray_del_item(vm, argv[0], argv[1])))
SPECIAL(fz_bytearray_special_contains, fz_bool_or_null(fz_bytes_contains(vm, argv[0], argv[1])))
SPECIAL(fz_bytearray_special_iter, fz_iter(vm, argv[0]))
SPECIAL(fz_bytearray_special_eq, compare(vm, FZ_EQUAL, argv))
SPECIAL(fz_bytearray_special_ne, compare(vm, FZ_NOT_EQUAL, argv))
SPECIAL(fz_bytearray_special_add, fz_bytes_binary(vm, FZ_BINARY_ADD, argv[0], argv[1]))
SPECIAL(fz_bytearray_special_iadd, fz_bytearray_inplace(vm, FZ_BINARY_ADD, argv[0], argv[1]))
SPECIAL(fz_bytearray_special_repr, fz_repr(vm, argv[0]))
