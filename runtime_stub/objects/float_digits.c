// SPDX-License-Identifier: MIT
// Exact decimal digits by long division (the way of Steele and White): the number over a power of
// ten is kept as rest / unit with both natural, 0.1 <= rest / unit < 1; ten times the rest over the
// unit gives the next digit. For the shortest digits half the gap to the neighbouring floats is
// carried along, and digits end as soon as what is left lies within it.
#include "float_digits.h"

#include "magnitude.h"

typedef struct {
    uint32_t *limbs;
    uint32_t count;
} Natural;

typedef struct {
    Natural rest;
    Natural unit;
    Natural gap; // half the gap to the neighbour below
    bool edge;   // the gap above is twice as wide
    bool even;   // a number halfway to a neighbour reads back as this one
    int32_t point;
} Division;

static void multiply(Natural *n, uint32_t factor)
{
    uint32_t carry = fz_mag_multiply_small(n->limbs, n->count, factor, 0);
    if (carry)
        n->limbs[n->count++] = carry;
}

static void multiply_power_of_ten(Natural *n, int32_t power)
{
    for (; power >= 9; power -= 9)
        multiply(n, 1000000000);
    for (; power > 0; power--)
        multiply(n, 10);
}

static void shift_left(Natural *n, int32_t by)
{
    n->count = fz_mag_shift_left(n->limbs, n->limbs, n->count, (uint32_t)by);
}

static uint32_t limb(const Natural *n, uint32_t i)
{
    return i < n->count ? n->limbs[i] : 0;
}

// How rest + factor * add compares with the unit, factor 0 to 2.
static int compare_sum(const Division *division, const Natural *add, uint32_t factor)
{
    uint32_t count =
        division->unit.count > division->rest.count ? division->unit.count : division->rest.count;
    int64_t carry = 0;
    bool equal = true;
    for (uint32_t i = 0; i <= count; i++) {
        carry += (int64_t)limb(&division->rest, i) + (int64_t)limb(add, i) * factor -
                 limb(&division->unit, i);
        equal = equal && (uint32_t)carry == 0;
        carry >>= 32; // floor
    }
    return carry < 0 ? -1 : !equal;
}

static bool reaches_unit(const Division *division)
{
    int order = compare_sum(division, &division->gap, division->edge ? 2 : 1);
    return order > 0 || (order == 0 && division->even);
}

int32_t fz_float_point(const FzFloatParts *parts)
{
    // 78913 / 2^18 is a little less than the decimal logarithm of two.
    int32_t bits = (int32_t)fz_u64_bits(parts->mantissa) + parts->exponent - 1;
    return bits >= 0 ? (bits * 78913 >> 18) + 1 : -(-bits * 78914 >> 18);
}

uint32_t fz_float_scratch(const FzFloatParts *parts)
{
    int32_t bits =
        (int32_t)fz_u64_bits(parts->mantissa) + (parts->exponent > 0 ? parts->exponent : 0);
    bits = bits > -parts->exponent ? bits : -parts->exponent;
    return ((uint32_t)bits + 16) / 32 * 3 + 9;
}

// Sets rest / unit and, for the shortest digits, the gap, all scaled alike.
static void open_division(Division *division, const FzFloatParts *parts, bool shortest,
                          uint32_t *scratch)
{
    uint32_t room = fz_float_scratch(parts) / 3;
    division->rest = (Natural){scratch, 2};
    division->unit = (Natural){scratch + room, 1};
    division->gap = (Natural){scratch + 2 * room, shortest};
    division->edge = parts->edge;
    division->even = !shortest || !(parts->mantissa & 1);
    division->point = fz_float_point(parts);
    scratch[0] = (uint32_t)parts->mantissa;
    scratch[1] = (uint32_t)(parts->mantissa >> 32);
    division->unit.limbs[0] = 1;
    division->gap.limbs[0] = 1;
    int32_t halves =
        shortest ? 1 + parts->edge : 0; // the gap is 2^-halves of the mantissa's last bit
    int32_t up = parts->exponent > 0 ? parts->exponent : 0;
    int32_t down = parts->exponent < 0 ? -parts->exponent : 0;
    shift_left(&division->rest, up + halves);
    shift_left(&division->gap, up);
    shift_left(&division->unit, down + halves);
    multiply_power_of_ten(&division->unit, division->point);
    multiply_power_of_ten(&division->rest, -division->point);
    multiply_power_of_ten(&division->gap, -division->point);
    while (reaches_unit(division)) {
        multiply(&division->unit, 10);
        division->point++;
    }
}

static uint32_t next_digit(Division *division)
{
    Natural *rest = &division->rest;
    uint32_t digit = 0;
    multiply(rest, 10);
    for (;
         fz_mag_compare(rest->limbs, rest->count, division->unit.limbs, division->unit.count) >= 0;
         digit++)
        rest->count = fz_mag_subtract(rest->limbs, rest->limbs, rest->count, division->unit.limbs,
                                      division->unit.count);
    return digit;
}

// True when what is left is more than half a unit of the last digit, or just half after an odd one.
static bool rounds_up(const Division *division, uint32_t digit)
{
    int order = compare_sum(division, &division->rest, 1);
    return order > 0 || (order == 0 && (digit & 1));
}

FzDecimal fz_float_shortest(const FzFloatParts *parts, uint8_t *digits, uint32_t *scratch)
{
    Division division;
    open_division(&division, parts, true, scratch);
    FzDecimal decimal = {0, division.point};
    bool low = false;
    bool high = false;
    while (!low && !high) {
        multiply(&division.gap, 10);
        uint32_t digit = next_digit(&division);
        int order = fz_mag_compare(division.rest.limbs, division.rest.count, division.gap.limbs,
                                   division.gap.count);
        low = order < 0 || (order == 0 && division.even);
        high = reaches_unit(&division);
        if (high && (!low || rounds_up(&division, digit)))
            digit++;
        digits[decimal.count++] = (uint8_t)('0' + digit);
    }
    return decimal;
}

// Adds one to the last digit; nines become nothing, since trailing zeros are not kept.
static void round_up(FzDecimal *decimal, uint8_t *digits)
{
    while (decimal->count > 0 && digits[decimal->count - 1] == '9')
        decimal->count--;
    if (decimal->count > 0) {
        digits[decimal->count - 1]++;
        return;
    }
    digits[decimal->count++] = '1';
    decimal->point++;
}

FzDecimal fz_float_digits(const FzFloatParts *parts, bool fixed, int32_t places, uint8_t *digits,
                          uint32_t *scratch)
{
    Division division;
    FzFloatParts exact = *parts;
    exact.edge = false;
    open_division(&division, &exact, false, scratch);
    FzDecimal decimal = {0, division.point};
    int32_t wanted = fixed ? division.point + places : places;
    if (wanted < 0)
        return decimal;
    while (decimal.count < (uint32_t)wanted && division.rest.count > 0)
        digits[decimal.count++] = (uint8_t)('0' + next_digit(&division));
    uint32_t last = decimal.count > 0 ? digits[decimal.count - 1] : 0; // '0' is even
    if (division.rest.count > 0 && rounds_up(&division, last))
        round_up(&decimal, digits);
    while (decimal.count > 0 && digits[decimal.count - 1] == '0')
        decimal.count--;
    return decimal;
}
