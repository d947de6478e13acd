// SPDX-License-Identifier: MIT
// Powers of floats. They are the method __pow__ of the class float, which the operator looks up, so
// that only programs that have this method link libm's pow.
#include "flashfreeze/natives.h"
#include "libm.h"
#include "objects/float.h"
#include "objects/int.h"

FzValue fz_float_pow(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    double x = fz_float_value(vm, argv[0]);
    double y;
    FzValue other = fz_unwrap(vm, argv[1]);
    if (!fz_is_int_like(vm, other) && !fz_is_kind(vm, other, FZ_KIND_FLOAT))
        return FZ_NOT_IMPLEMENTED;
    if (argv[2] != FZ_NULL && argv[2] != FZ_NONE)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "pow() 3rd argument not allowed unless all arguments are integers");
    if (!fz_to_double(vm, other, &y))
        return FZ_NULL;
    bool finite = fz_float_is_finite(x) && fz_float_is_finite(y);
    if (x == 0.0 && y < 0.0 && finite)
        return fz_raise(vm, FZ_TYPE_ZERO_DIVISION_ERROR,
                        "0.0 cannot be raised to a negative power");
    if (x < 0.0 && finite && fz_float_trunc(y) != y)
        return fz_raise(
            vm, FZ_TYPE_TYPE_ERROR,
            "complex numbers are not supported: negative number raised to a fractional power");
    double result = fz_float_round(vm, pow(x, y));
    if (finite && !fz_float_is_finite(result))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "(34, 'Numerical result out of range')");
    return fz_float_new(vm, result);
}
