// SPDX-License-Identifier: MIT
// Floats: taking numbers apart and putting them together by their bits, the operators, comparison
// and hash. Arithmetic is in double; in an image of narrow floats each result is rounded to
// binary32, which is exact for + - * / because a double has more than twice the bits.
#include "float.h"

#include "int.h"
#include "optional.h"

enum {
    MANTISSA_BITS = 52, // stored ones; numbers have one more
    EXPONENT_MASK = 0x7ff,
    EXPONENT_OFFSET = 1075, // of the stored exponent against that of the mantissa's last bit
};
#define FZ_HIDDEN_BIT ((uint64_t)1 << MANTISSA_BITS)
#define FZ_SIGN_BIT   ((uint64_t)1 << 63)

uint64_t fz_float_bits(double number)
{
    uint64_t bits;
    fz_copy_bits(&bits, &number, sizeof bits);
    return bits;
}

double fz_float_from_bits(uint64_t bits)
{
    double number;
    fz_copy_bits(&number, &bits, sizeof number);
    return number;
}

void fz_float_split(double number, FzFloatParts *parts)
{
    uint64_t bits = fz_float_bits(number);
    uint32_t exponent = (uint32_t)(bits >> MANTISSA_BITS) & EXPONENT_MASK;
    parts->mantissa = bits & (FZ_HIDDEN_BIT - 1);
    parts->negative = bits >> 63;
    parts->finite = exponent != EXPONENT_MASK;
    parts->nan = !parts->finite && parts->mantissa != 0;
    if (exponent != 0)
        parts->mantissa |= FZ_HIDDEN_BIT;
    else
        exponent = 1; // subnormal
    parts->exponent = (int32_t)exponent - EXPONENT_OFFSET;
}

bool fz_float_is_narrow(const FzVm *vm)
{
    return fz_image(vm)->version >> 16 & FZ_ABI_FLOAT32;
}

double fz_float_infinity(void)
{
    return fz_float_from_bits((uint64_t)EXPONENT_MASK << MANTISSA_BITS);
}

bool fz_float_is_finite(double number)
{
    return (fz_float_bits(number) >> MANTISSA_BITS & EXPONENT_MASK) != EXPONENT_MASK;
}

bool fz_float_is_negative(double number)
{
    return fz_float_bits(number) >> 63;
}

double fz_float_with_sign(double number, bool negative)
{
    uint64_t bits = fz_float_bits(number) & ~FZ_SIGN_BIT;
    return fz_float_from_bits(negative ? bits | FZ_SIGN_BIT : bits);
}

double fz_float_compose(uint64_t mantissa, int32_t exponent)
{
    if (mantissa == 0)
        return 0.0;
    for (; mantissa < FZ_HIDDEN_BIT && exponent > 1 - EXPONENT_OFFSET; exponent--)
        mantissa <<= 1;
    for (; mantissa >= FZ_HIDDEN_BIT * 2 || exponent < 1 - EXPONENT_OFFSET; exponent++)
        mantissa >>= 1;
    if (exponent + EXPONENT_OFFSET >= EXPONENT_MASK)
        return fz_float_infinity();
    uint64_t stored = mantissa >= FZ_HIDDEN_BIT ? (uint64_t)(exponent + EXPONENT_OFFSET) : 0;
    return fz_float_from_bits(stored << MANTISSA_BITS | (mantissa & (FZ_HIDDEN_BIT - 1)));
}

uint32_t fz_u64_bits(uint64_t number)
{
    uint32_t high = (uint32_t)(number >> 32);
    return high ? 32 + fz_limb_bits(high) : fz_limb_bits((uint32_t)number);
}

// Width of the numbers of an image: bits of a mantissa, least exponent of its last bit.
static int32_t precision(const FzVm *vm)
{
    return fz_float_is_narrow(vm) ? 24 : 53;
}
static int32_t least_exponent(const FzVm *vm)
{
    return fz_float_is_narrow(vm) ? -149 : -1074;
}

double fz_float_assemble(const FzVm *vm, uint64_t mantissa, int32_t exponent, bool sticky)
{
    int32_t drop = (int32_t)fz_u64_bits(mantissa) - precision(vm);
    if (exponent + drop < least_exponent(vm))
        drop = least_exponent(vm) - exponent;
    if (drop > 64)
        return 0.0;
    if (drop > 0) {
        uint64_t half = (uint64_t)1 << (drop - 1);
        uint64_t low = mantissa & (half | (half - 1));
        mantissa = drop == 64 ? 0 : mantissa >> drop;
        exponent += drop;
        if (low > half || (low == half && (sticky || (mantissa & 1))))
            mantissa++;
    }
    if (fz_float_is_narrow(vm) && exponent + (int32_t)fz_u64_bits(mantissa) > 128)
        return fz_float_infinity();
    return fz_float_compose(mantissa, exponent);
}

void fz_float_split_narrow(const FzVm *vm, double number, FzFloatParts *parts)
{
    fz_float_split(number, parts);
    int32_t drop = (int32_t)fz_u64_bits(parts->mantissa) - precision(vm);
    if (parts->exponent + drop < least_exponent(vm))
        drop = least_exponent(vm) - parts->exponent;
    if (drop > 0) {
        parts->mantissa = drop < 64 ? parts->mantissa >> drop : 0; // zero has the least exponent of 64 bits
        parts->exponent += drop;
    }
    // A power of two is nearer to its neighbour below than to the one above.
    parts->edge = parts->mantissa == (uint64_t)1 << (precision(vm) - 1) &&
                  parts->exponent > least_exponent(vm);
}

double fz_float_round(const FzVm *vm, double number)
{
    return fz_float_is_narrow(vm) ? (double)(float)number : number;
}

double fz_float_trunc(double number)
{
    uint64_t bits = fz_float_bits(number);
    int32_t whole =
        (int32_t)(bits >> MANTISSA_BITS & EXPONENT_MASK) - (EXPONENT_OFFSET - MANTISSA_BITS);
    if (whole >= MANTISSA_BITS)
        return number;
    bits &= whole < 0 ? FZ_SIGN_BIT : ~((FZ_HIDDEN_BIT >> whole) - 1);
    return fz_float_from_bits(bits);
}

double fz_float_floor(double number)
{
    double whole = fz_float_trunc(number);
    return whole > number ? fz_float_subtract(whole, 1.0) : whole;
}

// Long division bit by bit, eleven at a time: a remainder has at most 53 of the 64 bits.
double fz_float_mod(double a, double b)
{
    enum { STEP = 11 };
    FzFloatParts x;
    FzFloatParts y;
    fz_float_split(a, &x);
    fz_float_split(b, &y);
    if (!x.finite || y.nan || y.mantissa == 0)
        return fz_float_from_bits(fz_float_bits(fz_float_infinity()) | (FZ_HIDDEN_BIT >> 1)); // nan
    if (!y.finite || fz_float_with_sign(a, false) < fz_float_with_sign(b, false))
        return a;
    if (x.exponent < y.exponent) { // y is the smaller one, so nothing is shifted out
        y.mantissa <<= y.exponent - x.exponent;
        y.exponent = x.exponent;
    }
    uint64_t rest = x.mantissa % y.mantissa;
    for (int32_t left = x.exponent - y.exponent; left > 0; left -= STEP)
        rest = (rest << (left < STEP ? left : STEP)) % y.mantissa;
    return fz_float_with_sign(fz_float_compose(rest, y.exponent), x.negative);
}

// ---- objects

FzValue fz_float_new(FzVm *vm, double number)
{
    bool narrow = fz_float_is_narrow(vm);
    FzValue value = FZ_NULL;
#if FZ_FAST_PATHS
    if (!narrow)
        value = fz_take(vm, FZ_WIDE_FLOAT, 12);
#endif
    if (value == FZ_NULL)
        value = fz_new(vm, FZ_KIND_FLOAT, 0, narrow ? 1 : 2);
    if (value == FZ_NULL)
        return FZ_NULL;
    uint32_t *words = FZ_WORDS(vm, value);
    float short_number = (float)number;
    if (narrow)
        fz_copy_bits(words + 1, &short_number, sizeof short_number);
    else
        fz_copy_bits(words + 1, &number, sizeof number);
    return value;
}

double fz_float_value(const FzVm *vm, FzValue value)
{
    const uint32_t *words = FZ_WORDS(vm, value);
    double number;
    float short_number;
    if (fz_header_count(words[0]) == 1) {
        fz_copy_bits(&short_number, words + 1, sizeof short_number);
        return (double)short_number;
    }
    fz_copy_bits(&number, words + 1, sizeof number);
    return number;
}

// The number of an int, bool or float. False after raising OverflowError.
static bool number_of(FzVm *vm, FzValue value, double *out)
{
    if (fz_is_kind(vm, value, FZ_KIND_FLOAT)) {
        *out = fz_float_value(vm, value);
        return true;
    }
    *out = fz_int_to_double(vm, value);
    if (fz_float_is_finite(*out))
        return true;
    fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "int too large to convert to float");
    return false;
}

static FzValue convert_special(FzVm *vm, FzValue *slot)
{
    FzValue result = fz_call_special(vm, *slot, FZ_NAME_float_, 0, 0);
    if (result != FZ_NULL) {
        FzValue plain = fz_unwrap(vm, result);
        if (fz_is_kind(vm, plain, FZ_KIND_FLOAT))
            return plain;
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%t.__float__ returned non-float (type %t)", *slot,
                        result);
    }
    bool has_index = !fz_pending(vm) && fz_special(vm, *slot, FZ_NAME_index) != FZ_NULL;
    return has_index ? fz_int_from_index(vm, *slot) : FZ_NULL;
}

bool fz_to_double(FzVm *vm, FzValue value, double *out)
{
    FzValue plain = fz_unwrap(vm, value);
    if (!fz_is_int_like(vm, plain) && !fz_is_kind(vm, plain, FZ_KIND_FLOAT)) {
        FzValue *slot = fz_push(vm, value);
        plain = convert_special(vm, slot);
        if (plain == FZ_NULL && !fz_pending(vm))
            fz_raise(vm, FZ_TYPE_TYPE_ERROR, "must be real number, not %t", *slot);
        fz_pop(vm, 1);
        if (plain == FZ_NULL)
            return false;
    }
    return number_of(vm, plain, out);
}

// For size a sum with the sign turned, which is the same, so that cores without floats in hardware link
// one large function of the toolchain instead of two.
FZ_APART double fz_float_subtract(double a, double b)
{
#if FZ_FAST_PATHS
    return a - b;
#else
    return a + fz_float_from_bits(fz_float_bits(b) ^ FZ_SIGN_BIT);
#endif
}

// Quotient rounded down and remainder with the divisor's sign, b not zero.
static void floor_divide(double a, double b, double *quotient, double *remainder)
{
    double rest = fz_float_mod(a, b);
    double whole = fz_float_subtract(a, rest) / b;
    if (rest == 0.0) {
        rest = fz_float_with_sign(0.0, fz_float_is_negative(b));
    } else if ((b < 0) != (rest < 0)) {
        rest += b;
        whole = fz_float_subtract(whole, 1.0);
    }
    double down = fz_float_floor(whole);
    if (whole == 0.0)
        down = fz_float_with_sign(0.0, fz_float_is_negative(a) != fz_float_is_negative(b));
    else if (fz_float_subtract(whole, down) > 0.5)
        down += 1.0;
    *quotient = down;
    *remainder = rest;
}

static const char *zero_division_text(FzBinary op)
{
    return op == FZ_BINARY_TRUE_DIVIDE    ? "float division by zero"
           : op == FZ_BINARY_FLOOR_DIVIDE ? "float floor division by zero"
                                          : "float modulo";
}

FzValue fz_float_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    if (op <= FZ_BINARY_RSHIFT || op == FZ_BINARY_MAT_MULTIPLY)
        return FZ_NOT_IMPLEMENTED;
    double x;
    double y;
    if (!number_of(vm, a, &x) || !number_of(vm, b, &y))
        return FZ_NULL;
    double result;
    double unused;
    if (y == 0.0 && op >= FZ_BINARY_FLOOR_DIVIDE && op <= FZ_BINARY_MODULO)
        return fz_raise(vm, FZ_TYPE_ZERO_DIVISION_ERROR, "%s", zero_division_text(op));
    if (op == FZ_BINARY_ADD)
        result = x + y;
    else if (op == FZ_BINARY_SUBTRACT)
        result = fz_float_subtract(x, y);
    else if (op == FZ_BINARY_MULTIPLY)
        result = x * y;
    else if (op == FZ_BINARY_TRUE_DIVIDE)
        result = x / y;
    else if (op == FZ_BINARY_FLOOR_DIVIDE)
        floor_divide(x, y, &result, &unused);
    else if (op == FZ_BINARY_MODULO)
        floor_divide(x, y, &unused, &result);
    else
        return fz_float_power(vm, a, b);
    return fz_float_new(vm, result);
}

bool fz_float_divmod(FzVm *vm, FzValue a, FzValue b, double *quotient, double *remainder)
{
    double x;
    double y;
    if (!number_of(vm, a, &x) || !number_of(vm, b, &y))
        return false;
    if (y == 0.0) {
        fz_raise(vm, FZ_TYPE_ZERO_DIVISION_ERROR, "float divmod()");
        return false;
    }
    floor_divide(x, y, quotient, remainder);
    return true;
}

FzValue fz_float_unary(FzVm *vm, FzUnary op, FzValue a)
{
    if (op == FZ_UNARY_POSITIVE)
        return a;
    if (op == FZ_UNARY_INVERT)
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "bad operand type for unary ~: 'float'");
    return fz_float_new(vm, -fz_float_value(vm, a));
}

FzValue fz_float_power(FzVm *vm, FzValue a, FzValue b)
{
    double x;
    if (!number_of(vm, a, &x)) // an int becomes a float, whose method it is
        return FZ_NULL;
    FzValue *slot = fz_push(vm, b);
    a = fz_float_new(vm, x);
    vm->sp = slot;
    return a == FZ_NULL ? FZ_NULL : fz_call_optional(vm, FZ_TYPE_FLOAT, FZ_NAME_pow, a, *slot);
}

uint32_t fz_float_hash(const FzVm *vm, FzValue value)
{
    enum { HASH_INFINITY = 314159, HASH_BITS = 31 };
    FzFloatParts parts;
    fz_float_split(fz_float_value(vm, value), &parts);
    if (parts.nan)
        return 0;
    uint32_t hash = fz_hash_fold(parts.mantissa);
    // A factor of two turns 31 bits around by one; the other way for halves.
    uint32_t turn = (uint32_t)(parts.exponent + 40 * HASH_BITS) % HASH_BITS;
    hash = fz_hash_fold((uint64_t)hash << turn);
    if (!parts.finite)
        hash = HASH_INFINITY;
    return parts.negative ? 0u - hash : hash;
}

static int compare_doubles(FzComparison op, double a, double b)
{
    switch (op) {
    case FZ_LESS:
        return a < b;
    case FZ_MORE:
        return a > b;
    case FZ_EQUAL:
        return a == b;
    case FZ_LESS_EQUAL:
        return a <= b;
    case FZ_MORE_EQUAL:
        return a >= b;
    case FZ_NOT_EQUAL:
        return a != b;
    }
    return 0;
}

int fz_number_compare(const FzVm *vm, FzComparison op, FzValue a, FzValue b)
{
    bool a_float = fz_is_kind(vm, a, FZ_KIND_FLOAT);
    bool b_float = fz_is_kind(vm, b, FZ_KIND_FLOAT);
    if (!a_float && !b_float)
        return compare_doubles(op, fz_int_compare(vm, a, b), 0);
    double x = a_float ? fz_float_value(vm, a) : 0.0;
    double y = b_float ? fz_float_value(vm, b) : 0.0;
    // An int against a float becomes how the int compares with the float, against zero; a nan
    // stays one and compares false.
    if (!a_float) {
        x = fz_int_compare_double(vm, a, y);
        y = 0.0;
    } else if (!b_float) {
        y = fz_int_compare_double(vm, b, x);
        x = 0.0;
    }
    return compare_doubles(op, x, y);
}
