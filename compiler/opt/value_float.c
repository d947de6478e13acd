// SPDX-License-Identifier: MIT
// Floats. With 64 bits the host's doubles are the device's; with 32 bits operands and results are
// rounded to binary32, which for + - * / on doubles gives exactly the binary32 operation, and
// everything else is left to the device. Results that are not finite are left to it as well.
#include "value.h"

#include <math.h>

bool value_is_number(const Constant *constant)
{
    return value_is_integer(constant) || constant->kind == CONSTANT_FLOAT;
}

static double to_device(const Values *values, double value)
{
    return values->float_bits == 32 ? (double)(float)value : value;
}

bool value_as_float(const Values *values, const Constant *constant, double *out)
{
    if (constant->kind == CONSTANT_FLOAT) {
        *out = to_device(values, constant->real);
        return true;
    }
    if (constant->kind == CONSTANT_FALSE || constant->kind == CONSTANT_TRUE) {
        *out = constant->kind == CONSTANT_TRUE;
        return true;
    }
    int64_t exact = (int64_t)1 << (values->float_bits == 32 ? 24 : 53);
    int64_t integer;
    if (!constant_as_int64(constant, &integer) || integer < -exact || integer > exact)
        return false;
    *out = (double)integer;
    return true;
}

static double modulo(double left, double right)
{
    double mod = fmod(left, right);
    if (mod == 0)
        return copysign(0, right);
    return (right < 0) != (mod < 0) ? mod + right : mod;
}

// The quotient that belongs to modulo(): (left - mod) / right is close to a whole number.
static double floor_divide(double left, double right)
{
    double mod = fmod(left, right);
    double quotient = (left - mod) / right;
    if (mod != 0 && (right < 0) != (mod < 0))
        quotient -= 1;
    if (quotient == 0)
        return copysign(0, left / right);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1 : whole;
}

static bool apply(const Values *values, BinaryOperator op, double left, double right, double *out)
{
    if (right == 0 && (op == BINARY_DIV || op == BINARY_FLOOR_DIV || op == BINARY_MOD))
        return false;
    switch (op) {
    case BINARY_ADD:
        *out = left + right;
        return true;
    case BINARY_SUB:
        *out = left - right;
        return true;
    case BINARY_MULT:
        *out = left * right;
        return true;
    case BINARY_DIV:
        *out = left / right;
        return true;
    case BINARY_FLOOR_DIV:
        *out = floor_divide(left, right);
        return values->float_bits == 64;
    case BINARY_MOD:
        *out = modulo(left, right);
        return values->float_bits == 64;
    case BINARY_POW:
        // A negative base with a fractional exponent gives a complex number, zero to a negative
        // power raises.
        if ((left < 0 && floor(right) != right) || (left == 0 && right < 0))
            return false;
        *out = pow(left, right);
        return values->float_bits == 64;
    case BINARY_LSHIFT:
    case BINARY_RSHIFT:
    case BINARY_BIT_OR:
    case BINARY_BIT_XOR:
    case BINARY_BIT_AND:
    case BINARY_MAT_MULT:
        return false;
    }
    return false;
}

const Constant *value_float_binary(const Values *values, BinaryOperator op, const Constant *left,
                                   const Constant *right)
{
    double a;
    double b;
    double result;
    if (!value_as_float(values, left, &a) || !value_as_float(values, right, &b))
        return NULL;
    if (!isfinite(a) || !isfinite(b) || !apply(values, op, a, b, &result))
        return NULL;
    result = to_device(values, result);
    return isfinite(result) ? constant_float(values->arena, result) : NULL;
}
