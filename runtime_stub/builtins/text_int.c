// SPDX-License-Identifier: MIT
// Methods of int.
#include "flashfreeze/natives.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/text.h"

FzValue fz_int_bit_length_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_int_from_i64(vm, fz_int_bit_length(vm, argv[0]));
}

FzValue fz_int_bit_count(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzIntView view;
    int32_t count = 0;
    fz_int_view(vm, argv[0], &view);
    for (uint32_t i = 0; i < view.count; i++)
        for (uint32_t limb = view.limbs[i]; limb; limb &= limb - 1)
            count++;
    return fz_from_int(count);
}

// Whether a byteorder argument says "big"; FZ_NULL is big. False after raising.
static bool take_byteorder(FzVm *vm, FzValue value, bool *big)
{
    FzText text;
    *big = true;
    if (value == FZ_NULL)
        return true;
    FzValue plain = fz_unwrap(vm, value);
    if (!fz_is_kind(vm, plain, FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "byteorder must be str, not %t", value);
        return false;
    }
    fz_text_view(vm, plain, &text);
    static const uint8_t names[] = "biglittle";
    *big = fz_text_compare(text, (FzText){names, 3}) == 0;
    if (*big || fz_text_compare(text, (FzText){names + 3, 6}) == 0)
        return true;
    fz_raise(vm, FZ_TYPE_VALUE_ERROR, "byteorder must be either 'little' or 'big'");
    return false;
}

FzValue fz_int_to_bytes_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t size;
    bool big;
    if (!fz_optional_index(vm, argv[1], 1, &size) || !take_byteorder(vm, argv[2], &big))
        return FZ_NULL;
    if (size < 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "length argument must be non-negative");
    int is_signed = argv[3] == FZ_NULL ? 0 : fz_truth(vm, argv[3]);
    return is_signed < 0 ? FZ_NULL
                         : fz_int_to_bytes(vm, argv[0], (uint32_t)size, big, is_signed > 0);
}

FzValue fz_int_from_bytes_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    bool big;
    FzValue source = fz_unwrap(vm, argv[1]);
    if (!take_byteorder(vm, argv[2], &big))
        return FZ_NULL;
    int is_signed = argv[3] == FZ_NULL ? 0 : fz_truth(vm, argv[3]);
    if (is_signed < 0)
        return FZ_NULL;
    if (fz_is_int_like(vm, source) || fz_is_kind(vm, source, FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "cannot convert '%t' object to bytes", argv[1]);
    source = fz_bytes_from(vm, argv[1], "bytes");
    return source == FZ_NULL ? FZ_NULL : fz_int_from_bytes(vm, source, big, is_signed > 0);
}

// The number itself: conjugate, real, numerator, __index__ and so on.
FzValue fz_int_conjugate(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return fz_int_unary(vm, FZ_UNARY_POSITIVE, argv[0]);
}

FzValue fz_int_real(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_int_conjugate(vm, argc, argv);
}
FzValue fz_int_numerator(FzVm *vm, uint32_t argc, FzValue *argv)
{
    return fz_int_conjugate(vm, argc, argv);
}

FzValue fz_int_imag(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    (void)argv;
    return fz_from_int(0);
}

FzValue fz_int_denominator(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    (void)argv;
    return fz_from_int(1);
}

FzValue fz_int_as_integer_ratio(FzVm *vm, uint32_t argc, FzValue *argv)
{
    FzValue *pair = fz_push(vm, fz_int_conjugate(vm, argc, argv));
    fz_push(vm, fz_from_int(1));
    return fz_tuple_new(vm, pair, 2);
}
