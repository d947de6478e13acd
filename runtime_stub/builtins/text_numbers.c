// SPDX-License-Identifier: MIT
// Built-in functions on numbers, and the constructors int, float and bool.
#include "flashfreeze/natives.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/text.h"

// The result of the method of a Python class; FZ_NULL without raising when it has none.
static FzValue ask(FzVm *vm, const FzValue *value, FzNameId name)
{
    return fz_special(vm, *value, name) == FZ_NULL ? FZ_NULL
                                                   : fz_call_special(vm, *value, name, 0, 0);
}

FzValue fz_builtin_abs(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue result = ask(vm, argv, FZ_NAME_abs);
    if (result != FZ_NULL || fz_pending(vm))
        return result;
    FzValue value = fz_unwrap(vm, argv[0]);
    if (fz_is_kind(vm, value, FZ_KIND_FLOAT))
        return fz_float_new(vm, fz_float_with_sign(fz_float_value(vm, value), false));
    if (!fz_is_int_like(vm, value))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "bad operand type for abs(): '%t'", value);
    return fz_int_unary(vm, fz_int_is_negative(vm, value) ? FZ_UNARY_NEGATIVE : FZ_UNARY_POSITIVE,
                        value);
}

static FzValue in_base(FzVm *vm, FzValue value, uint32_t base)
{
    FzValue number = fz_int_from_index(vm, value);
    return number == FZ_NULL ? FZ_NULL : fz_int_to_str(vm, number, base, true, false);
}

FzValue fz_builtin_bin(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return in_base(vm, argv[0], 2);
}

FzValue fz_builtin_oct(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return in_base(vm, argv[0], 8);
}

FzValue fz_builtin_hex(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return in_base(vm, argv[0], 16);
}

static bool is_number(const FzVm *vm, FzValue value)
{
    return fz_is_int_like(vm, value) || fz_is_kind(vm, value, FZ_KIND_FLOAT);
}

// a // b and a % b of two numbers as a tuple.
FzValue fz_number_divmod(FzVm *vm, FzValue a, FzValue b)
{
    FzValue *pair = fz_push(vm, FZ_NULL);
    fz_push(vm, FZ_NULL);
    if (fz_is_int_like(vm, a) && fz_is_int_like(vm, b)) {
        FzValue quotient;
        FzValue remainder;
        if (!fz_int_divmod(vm, a, b, &quotient, &remainder))
            return FZ_NULL;
        pair[0] = quotient;
        pair[1] = remainder;
    } else {
        double quotient;
        double remainder;
        if (!fz_float_divmod(vm, a, b, &quotient, &remainder))
            return FZ_NULL;
        pair[0] = fz_float_new(vm, quotient);
        pair[1] = pair[0] == FZ_NULL ? FZ_NULL : fz_float_new(vm, remainder);
        if (pair[1] == FZ_NULL)
            return FZ_NULL;
    }
    FzValue result = fz_tuple_new(vm, pair, 2);
    vm->sp = pair;
    return result;
}

FzValue fz_builtin_divmod(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    for (uint32_t i = 0; i < 2; i++) {
        FzNameId name = i == 0 ? FZ_NAME_divmod : FZ_NAME_rdivmod;
        if (fz_special(vm, argv[i], name) == FZ_NULL)
            continue;
        FzValue result = fz_call_special(vm, argv[i], name, 1, &argv[1 - i]);
        if (result != FZ_NOT_IMPLEMENTED)
            return result;
    }
    FzValue a = fz_unwrap(vm, argv[0]);
    FzValue b = fz_unwrap(vm, argv[1]);
    if (is_number(vm, a) && is_number(vm, b))
        return fz_number_divmod(vm, a, b);
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                    "unsupported operand type(s) for divmod(): '%t' and '%t'", argv[0], argv[1]);
}

FzValue fz_builtin_pow(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (argv[2] == FZ_NULL || argv[2] == FZ_NONE)
        return fz_binary(vm, FZ_BINARY_POWER, argv[0], argv[1]);
    if (fz_special(vm, argv[0], FZ_NAME_pow) != FZ_NULL)
        return fz_call_special(vm, argv[0], FZ_NAME_pow, 2, argv + 1);
    for (uint32_t i = 0; i < 3; i++) {
        argv[i] = fz_unwrap(vm, argv[i]);
        if (!fz_is_int_like(vm, argv[i]))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                            "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return fz_int_power_mod(vm, argv[0], argv[1], argv[2]);
}

// round(number, -digits) for an int: to a multiple of a power of ten, half to even.
static FzValue round_int(FzVm *vm, FzValue number, int32_t digits)
{
    FzValue *slots = fz_push(vm, fz_int_unary(vm, FZ_UNARY_POSITIVE, number));
    if (digits >= 0)
        return slots[0];
    for (uint32_t i = 0; i < 3; i++)
        fz_push(vm, FZ_NULL);
    slots[1] = fz_int_power(vm, fz_from_int(10), fz_from_int(-digits));
    FzValue quotient;
    FzValue rest;
    if (slots[1] == FZ_NULL || !fz_int_divmod(vm, slots[0], slots[1], &quotient, &rest))
        return FZ_NULL;
    slots[2] = quotient;
    slots[3] = rest;
    FzValue twice = fz_int_binary(vm, FZ_BINARY_ADD, rest, rest);
    if (twice == FZ_NULL)
        return FZ_NULL;
    FzIntView view;
    fz_int_view(vm, slots[2], &view);
    bool odd = view.count > 0 && (view.limbs[0] & 1);
    int order = fz_int_compare(vm, twice, slots[1]);
    FzValue base = fz_int_binary(vm, FZ_BINARY_SUBTRACT, slots[0], slots[3]);
    if (base == FZ_NULL || order < 0 || (order == 0 && !odd))
        return base;
    return fz_int_binary(vm, FZ_BINARY_ADD, base, slots[1]);
}

FzValue fz_number_round(FzVm *vm, FzValue number, FzValue digits)
{
    int32_t places = 0;
    if (fz_is_kind(vm, number, FZ_KIND_FLOAT))
        return fz_float_round_digits(vm, fz_float_value(vm, number), digits);
    FzValue *slot = fz_push(vm, number);
    if (digits != FZ_NULL && digits != FZ_NONE && !fz_as_index(vm, digits, &places))
        return FZ_NULL;
    FzValue result = round_int(vm, *slot, places);
    vm->sp = slot;
    return result;
}

FzValue fz_builtin_round(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (fz_special(vm, argv[0], FZ_NAME_round) != FZ_NULL) {
        bool given = argv[1] != FZ_NULL && argv[1] != FZ_NONE;
        return fz_call_special(vm, argv[0], FZ_NAME_round, given, argv + 1);
    }
    FzValue number = fz_unwrap(vm, argv[0]);
    if (is_number(vm, number))
        return fz_number_round(vm, number, argv[1]);
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "type %t doesn't define __round__ method", argv[0]);
}

// ---- constructors

// What a Python class with a conversion of its own gives; FZ_NULL without raising when it has none.
static FzValue int_by_method(FzVm *vm, const FzValue *value)
{
    static const FzNameId names[] = {FZ_NAME_int_, FZ_NAME_index, FZ_NAME_trunc};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        FzValue result = ask(vm, value, names[i]);
        if (result == FZ_NULL && !fz_pending(vm))
            continue;
        if (result == FZ_NULL)
            return FZ_NULL;
        FzValue number = fz_unwrap(vm, result);
        if (fz_is_int_like(vm, number))
            return fz_int_unary(vm, FZ_UNARY_POSITIVE, number);
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__int__ returned non-int (type %t)", result);
    }
    return FZ_NULL;
}

static FzValue int_of_text(FzVm *vm, FzValue value, uint32_t base)
{
    FzText text;
    fz_text_view(vm, value, &text);
    return fz_int_parse(vm, text.bytes, text.size, base, value);
}

static FzValue int_in_base(FzVm *vm, FzValue *argv)
{
    int32_t base;
    FzText text;
    if (argv[1] == FZ_NULL)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "int() missing string argument");
    if (!fz_as_index(vm, argv[2], &base))
        return FZ_NULL;
    if (base != 0 && (base < 2 || base > 36))
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "int() base must be >= 2 and <= 36, or 0");
    FzValue value = fz_unwrap(vm, argv[1]);
    if (!fz_text_view(vm, value, &text))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "int() can't convert non-string with explicit base");
    return int_of_text(vm, value, (uint32_t)base);
}

FzValue fz_int_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzText text;
    if (argv[2] != FZ_NULL)
        return int_in_base(vm, argv);
    if (argv[1] == FZ_NULL)
        return fz_from_int(0);
    FzValue result = int_by_method(vm, &argv[1]);
    if (result != FZ_NULL || fz_pending(vm))
        return result;
    FzValue value = fz_unwrap(vm, argv[1]);
    if (fz_is_int_like(vm, value))
        return fz_int_unary(vm, FZ_UNARY_POSITIVE, value);
    if (fz_is_kind(vm, value, FZ_KIND_FLOAT))
        return fz_float_to_int(vm, fz_float_value(vm, value));
    if (fz_text_view(vm, value, &text))
        return int_of_text(vm, value, 10);
    return fz_raise(
        vm, FZ_TYPE_TYPE_ERROR,
        "int() argument must be a string, a bytes-like object or a real number, not '%t'", argv[1]);
}

FzValue fz_float_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double number = 0.0;
    FzText text;
    if (argv[1] == FZ_NULL)
        return fz_float_new(vm, number);
    FzValue value = fz_unwrap(vm, argv[1]);
    bool converts = fz_special(vm, argv[1], FZ_NAME_float_) != FZ_NULL ||
                    fz_special(vm, argv[1], FZ_NAME_index) != FZ_NULL;
    if (!converts && fz_is_kind(vm, value, FZ_KIND_FLOAT))
        return value;
    if (!converts && fz_text_view(vm, value, &text))
        return fz_float_parse(vm, value, &number) ? fz_float_new(vm, number) : FZ_NULL;
    if (!converts && !is_number(vm, value))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "float() argument must be a string or a real number, not '%t'", argv[1]);
    return fz_to_double(vm, argv[1], &number) ? fz_float_new(vm, number) : FZ_NULL;
}

FzValue fz_bool_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int truth = argv[1] == FZ_NULL ? 0 : fz_truth(vm, argv[1]);
    return truth < 0 ? FZ_NULL : fz_from_bool(truth > 0);
}
