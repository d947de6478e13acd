// SPDX-License-Identifier: MIT
// Operators. Built-in kinds are served by their own files; special methods of Python classes have
// their turn as the language says: the reflected method of a subclass first, then the operand's
// own, then the reflected one.
#include "flashfreeze/natives.h"
#include "protocol.h"
#include "bytes.h"
#include "float.h"
#include "int.h"
#include "optional.h"
#include "str.h"

#include "../vm/fast.h"

enum { OPERATORS = 13 }; // the names in known.def: 13 plain, 13 reflected, 13 in-place

static const char operator_signs[OPERATORS][4] = {"|", "^", "&", "<<", ">>", "+", "-",
                                                  "*", "@", "//", "/", "%", "**"};

// ---- helpers of natives

bool fz_writable(FzVm *vm, FzValue value)
{
    return fz_is_ram(value) || fz_thaw(vm, value);
}

FzValue fz_try_special(FzVm *vm, FzNameId name, FzValue *at, uint32_t argc)
{
    if (!fz_has_class(vm, at[0]) || fz_special(vm, at[0], name) == FZ_NULL)
        return FZ_NOT_IMPLEMENTED;
    return fz_call_special(vm, at[0], name, argc, at + 1);
}

bool fz_enter(FzVm *vm)
{
    if (vm->depth >= FZ_MAX_DEPTH) {
        fz_raise(vm, FZ_TYPE_RECURSION_ERROR, "maximum recursion depth exceeded");
        return false;
    }
    if (!fz_stack_reserve(vm, FZ_NATIVE_SLOTS))
        return false;
    vm->depth++;
    return true;
}

// ---- binary operators of built-in kinds; at[0] op at[1], unwrapped

static bool is_number(FzKind kind)
{
    return kind == FZ_KIND_INT || kind == FZ_KIND_FLOAT || kind == FZ_KIND_BOOL;
}

static bool is_sequence(FzKind kind)
{
    return (int)kind == FZ_VALUE(FZ_KIND_STR) || (int)kind == FZ_VALUE(FZ_KIND_BYTES) || (int)kind == FZ_VALUE(FZ_KIND_BYTEARRAY) ||
           (int)kind == FZ_VALUE(FZ_KIND_LIST) || (int)kind == FZ_VALUE(FZ_KIND_TUPLE);
}

static FzValue number_binary(FzVm *vm, FzBinary op, FzValue *at, bool floats)
{
    if (op == FZ_BINARY_MAT_MULTIPLY || (floats && op <= FZ_BINARY_RSHIFT))
        return FZ_NOT_IMPLEMENTED;
    return floats ? fz_float_binary(vm, op, at[0], at[1]) : fz_int_binary(vm, op, at[0], at[1]);
}

// sequence * number, in either order.
static FzValue repeat(FzVm *vm, FzValue *at, FzKind kind)
{
    if (!is_sequence(kind)) {
        FzValue number = at[0];
        at[0] = at[1];
        at[1] = number;
        kind = fz_kind_of(vm, at[0]);
    }
    if (!fz_has_index(vm, at[1]))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can't multiply sequence by non-int of type '%t'", at[1]);
    if (kind == FZ_KIND_LIST || kind == FZ_KIND_TUPLE)
        return fz_sequence_repeat(vm, at);
    at[1] = fz_int_from_index(vm, at[1]);
    if (at[1] == FZ_NULL)
        return FZ_NULL;
    return kind == FZ_KIND_STR ? fz_str_binary(vm, FZ_BINARY_MULTIPLY, at[0], at[1])
                               : fz_bytes_binary(vm, FZ_BINARY_MULTIPLY, at[0], at[1]);
}

static FzValue concat(FzVm *vm, FzValue *at, FzKind kind)
{
    switch (kind) {
    case FZ_KIND_STR:
        return fz_str_binary(vm, FZ_BINARY_ADD, at[0], at[1]);
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
        return fz_bytes_binary(vm, FZ_BINARY_ADD, at[0], at[1]);
    default:
        if (fz_is_kind(vm, at[1], kind))
            return fz_sequence_concat(vm, at);
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can only concatenate %t (not \"%t\") to %t", at[0], at[1], at[0]);
    }
}

static FzValue native_binary(FzVm *vm, FzBinary op, FzValue *at)
{
    FzKind a = fz_kind_of(vm, at[0]), b = fz_kind_of(vm, at[1]);
    if (is_number(a) && is_number(b))
        return number_binary(vm, op, at, a == FZ_KIND_FLOAT || b == FZ_KIND_FLOAT);
    if (FZ_HAS_BINARY(FZ_BINARY_ADD) && op == FZ_BINARY_ADD && is_sequence(a))
        return concat(vm, at, a);
    if (FZ_HAS_BINARY(FZ_BINARY_MULTIPLY) && op == FZ_BINARY_MULTIPLY && (is_sequence(a) || is_sequence(b)))
        return repeat(vm, at, a);
    if (FZ_HAS_NATIVE(FZ_NATIVE_fz_str_special_mod) && op == FZ_BINARY_MODULO && (int)a == FZ_VALUE(FZ_KIND_STR))
        return fz_call_optional(vm, FZ_TYPE_STR, FZ_NAME_mod, at[0], at[1]);
    if (FZ_HAS_BINARY(FZ_BINARY_MODULO) && op == FZ_BINARY_MODULO && ((int)a == FZ_VALUE(FZ_KIND_BYTES) || a == FZ_KIND_BYTEARRAY))
        return fz_call_optional(vm, (int)a == FZ_VALUE(FZ_KIND_BYTES) ? FZ_TYPE_BYTES : FZ_TYPE_BYTEARRAY, FZ_NAME_mod, at[0], at[1]);
    if (FZ_HAS_DICTS && FZ_HAS_BINARY(FZ_BINARY_OR) && op == FZ_BINARY_OR && a == FZ_KIND_DICT && b == FZ_KIND_DICT)
        return fz_dict_merge(vm, at);
    if (FZ_HAS_SETS && (op <= FZ_BINARY_AND || op == FZ_BINARY_SUBTRACT))
        return fz_set_binary(vm, op, at);
    return FZ_NOT_IMPLEMENTED;
}

// ---- with special methods

static FzNameId operator_name(FzBinary op, uint32_t variant)
{
    return (FzNameId)(FZ_NAME_or_ + variant * OPERATORS + op);
}

// Runs on copies of the operands, which built-in operations may overwrite.
FzValue fz_binary_plain(FzVm *vm, FzBinary op, const FzValue *at)
{
    FzValue left = fz_unwrap(vm, at[0]);
    bool formats = op == FZ_BINARY_MODULO && !is_number(fz_kind_of(vm, left)); // what at[1] is shows in the text
    FzValue *copy = fz_push_two(vm, left, formats ? at[1] : fz_unwrap(vm, at[1]));
    FzValue result = native_binary(vm, op, copy);
    vm->sp = copy;
    return result;
}

static FzValue reflected(FzVm *vm, FzBinary op, const FzValue *at)
{
    FzValue *swapped = fz_push_two(vm, at[1], at[0]);
    FzValue result = fz_try_special(vm, operator_name(op, 1), swapped, 1);
    vm->sp = swapped;
    return result;
}

// The reflected method goes first when its class is a subclass that has one of its own, and before
// operators of built-in sequences on either side, whose turn comes last.
static bool reflected_first(const FzVm *vm, FzBinary op, const FzValue *at)
{
    FzValue type_a = fz_type_of(vm, at[0]), type_b = fz_type_of(vm, at[1]);
    if (fz_is_subclass(vm, type_b, type_a))
        return fz_special(vm, at[0], operator_name(op, 1)) != fz_special(vm, at[1], operator_name(op, 1));
    if (is_sequence(fz_kind_of(vm, at[0])))
        return op != FZ_BINARY_MODULO;
    return is_sequence(fz_kind_of(vm, fz_unwrap(vm, at[1])));
}

static FzValue special_binary(FzVm *vm, FzBinary op, FzValue *at)
{
    bool other = fz_special(vm, at[1], operator_name(op, 1)) != FZ_NULL &&
                 fz_type_of(vm, at[0]) != fz_type_of(vm, at[1]);
    FzValue result = FZ_NOT_IMPLEMENTED;
    if (other && reflected_first(vm, op, at)) {
        result = reflected(vm, op, at);
        other = false;
    }
    if (result == FZ_NOT_IMPLEMENTED) {
        if (fz_has_class(vm, at[0]) && fz_special(vm, at[0], operator_name(op, 0)) != FZ_NULL)
            result = fz_try_special(vm, operator_name(op, 0), at, 1);
        else
            result = fz_binary_plain(vm, op, at);
    }
    return result == FZ_NOT_IMPLEMENTED && other ? reflected(vm, op, at) : result;
}

static FZ_NOINLINE FzValue unsupported(FzVm *vm, FzBinary op, const FzValue *at, const char *in_place)
{
    if (op == FZ_BINARY_POWER && *in_place == '\0')
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "unsupported operand type(s) for ** or pow(): '%t' and '%t'",
                        at[0], at[1]);
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "unsupported operand type(s) for %s%s: '%t' and '%t'",
                    operator_signs[op], in_place, at[0], at[1]);
}

static FzValue binary(FzVm *vm, FzBinary op, FzValue *at, const char *in_place)
{
    bool special = FZ_HAS_OPERATOR_NAMES && (fz_has_class(vm, at[0]) || fz_has_class(vm, at[1]));
    FzValue result = special ? special_binary(vm, op, at) : fz_binary_plain(vm, op, at);
    return result == FZ_NOT_IMPLEMENTED ? unsupported(vm, op, at, in_place) : result;
}

FzValue fz_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
#if FZ_FAST_PATHS
    double x;
    double y;
    if (op == FZ_BINARY_ADD && !((a | b) & 1) && fast_number(vm, a, &x) && fast_number(vm, b, &y))
        return fz_float_new(vm, x + y);
    FzValue sum = a + b - 1;
    if (op == FZ_BINARY_ADD && (a & b & 1) && !(((a ^ sum) & (b ^ sum)) >> 31))
        return sum;
#endif
    FzValue *at = fz_push_two(vm, a, b);
    FzValue result = binary(vm, op, at, "");
    vm->sp = at;
    return result;
}

// ---- in-place operators; at[0] is the operand, at[1] the other, at[2] what at[0] derives from

static int native_in_place(FzVm *vm, FzBinary op, FzValue *at)
{
    switch (fz_kind_of(vm, at[0])) {
    case FZ_KIND_LIST:
        if (op == FZ_BINARY_ADD)
            return fz_list_extend(vm, at[0], at[1]) ? 1 : -1;
        if (op == FZ_BINARY_MULTIPLY && fz_has_index(vm, at[1]))
            return fz_list_repeat_in_place(vm, at) ? 1 : -1;
        return 0;
    case FZ_KIND_BYTEARRAY:
        if (op == FZ_BINARY_ADD || op == FZ_BINARY_MULTIPLY)
            return fz_bytearray_inplace(vm, op, at[0], at[1]) != FZ_NULL ? 1 : -1;
        return 0;
    case FZ_KIND_DICT:
        return !FZ_HAS_BINARY(FZ_BINARY_OR) || op != FZ_BINARY_OR ? 0 : fz_dict_update_from(vm, at[0], at[1]) ? 1 : -1;
    case FZ_KIND_SET:
        at[1] = fz_unwrap(vm, at[1]);
        if ((op > FZ_BINARY_AND && op != FZ_BINARY_SUBTRACT) || !fz_is_set_like(vm, at[1]))
            return 0;
        return fz_set_apply(vm, op, at) ? 1 : -1;
    default:
        return 0;
    }
}

FzValue fz_inplace(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    FzValue *at = fz_push_two(vm, a, b);
    FzValue result = FZ_NOT_IMPLEMENTED;
    if (FZ_HAS_OPERATOR_NAMES)
        result = fz_try_special(vm, operator_name(op, 2), at, 1);
    if (result == FZ_NOT_IMPLEMENTED) {
        FzValue *inner = fz_push_two(vm, fz_unwrap(vm, at[0]), at[1]);
        int done = native_in_place(vm, op, inner);
        vm->sp = inner;
        result = done > 0 ? at[0] : done < 0 ? FZ_NULL : binary(vm, op, at, "=");
    }
    vm->sp = at;
    return result;
}

// ---- unary operators

// Whether code mentions a special method of any.
#define FZ_HAS_SIGNS                                                                               \
    (FZ_HAS_NAME(FZ_NAME_pos) || FZ_HAS_NAME(FZ_NAME_neg) || FZ_HAS_NAME(FZ_NAME_invert))

FzValue fz_unary(FzVm *vm, FzUnary op, FzValue a)
{
    static const char signs[3][2] = {"+", "-", "~"};
    static const uint8_t names[3] = {FZ_NAME_pos, FZ_NAME_neg, FZ_NAME_invert};
    FzValue *at = fz_push(vm, a);
    bool is_special = FZ_HAS_SIGNS && fz_special(vm, a, (FzNameId)names[op]) != FZ_NULL;
    FzValue result = is_special ? fz_try_special(vm, (FzNameId)names[op], at, 0) : FZ_NULL;
    if (!is_special) { // what a method gives is the result, even NotImplemented
        FzValue inner = fz_unwrap(vm, at[0]);
        FzKind kind = fz_kind_of(vm, inner);
        if (kind == FZ_KIND_INT || kind == FZ_KIND_BOOL)
            result = fz_int_unary(vm, op, inner);
        else if (kind == FZ_KIND_FLOAT && op != FZ_UNARY_INVERT)
            result = fz_float_unary(vm, op, inner);
        else
            result = fz_raise(vm, FZ_TYPE_TYPE_ERROR, "bad operand type for unary %s: '%t'", signs[op], at[0]);
    }
    vm->sp = at;
    return result;
}
