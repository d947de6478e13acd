// SPDX-License-Identifier: MIT
// Natural numbers as arrays of limbs: schoolbook algorithms, chosen for size. Products and
// quotients of limbs take 64-bit arithmetic.
#include "magnitude.h"

uint32_t fz_mag_trim(const uint32_t *a, uint32_t count)
{
    while (count > 0 && a[count - 1] == 0)
        count--;
    return count;
}

uint32_t fz_limb_bits(uint32_t limb)
{
    uint32_t bits = 0;
    for (; limb >= 256; limb >>= 8)
        bits += 8;
    for (; limb; limb >>= 1)
        bits++;
    return bits;
}

uint32_t fz_mag_bits(const uint32_t *a, uint32_t count)
{
    return count == 0 ? 0 : (count - 1) * 32 + fz_limb_bits(a[count - 1]);
}

int fz_mag_compare(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    if (a_count != b_count)
        return a_count < b_count ? -1 : 1;
    for (uint32_t i = a_count; i-- > 0;)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

uint32_t fz_mag_add(uint32_t *out, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                    uint32_t b_count)
{
    uint32_t count = a_count > b_count ? a_count : b_count;
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += (uint64_t)(i < a_count ? a[i] : 0) + (i < b_count ? b[i] : 0);
        out[i] = (uint32_t)sum;
        sum >>= 32;
    }
    if (sum)
        out[count++] = (uint32_t)sum;
    return count;
}

uint32_t fz_mag_subtract(uint32_t *out, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                         uint32_t b_count)
{
    uint32_t borrow = 0;
    for (uint32_t i = 0; i < a_count; i++) {
        uint64_t difference = (uint64_t)a[i] - (i < b_count ? b[i] : 0) - borrow;
        out[i] = (uint32_t)difference;
        borrow = (uint32_t)(difference >> 63);
    }
    return fz_mag_trim(out, a_count);
}

void fz_mag_multiply(uint32_t *out, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                     uint32_t b_count)
{
    for (uint32_t i = 0; i < a_count; i++) {
        uint64_t carry = 0;
        for (uint32_t j = 0; j < b_count; j++) {
            carry += (uint64_t)a[i] * b[j] + out[i + j];
            out[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        out[i + b_count] = (uint32_t)carry;
    }
}

uint32_t fz_mag_multiply_small(uint32_t *a, uint32_t count, uint32_t factor, uint32_t carry)
{
    uint64_t product = carry;
    for (uint32_t i = 0; i < count; i++) {
        product += (uint64_t)a[i] * factor;
        a[i] = (uint32_t)product;
        product >>= 32;
    }
    return (uint32_t)product;
}

uint32_t fz_mag_divide_small(uint32_t *a, uint32_t count, uint32_t divisor)
{
    uint64_t rest = 0;
    while (count-- > 0) {
        rest = rest << 32 | a[count];
        a[count] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint32_t)rest;
}

// Limb i of a shifted left by less than 32 bits; the limb behind the last one is what overflows.
static uint32_t shifted_limb(const uint32_t *a, uint32_t count, uint32_t i, uint32_t by)
{
    uint32_t low = i > 0 ? a[i - 1] : 0;
    uint32_t high = i < count ? a[i] : 0;
    return by == 0 ? high : high << by | low >> (32 - by);
}

uint32_t fz_mag_shift_left(uint32_t *out, const uint32_t *a, uint32_t count, uint32_t by)
{
    uint32_t limbs = by / 32;
    for (uint32_t i = count + 1; i-- > 0;)
        out[i + limbs] = shifted_limb(a, count, i, by % 32);
    for (uint32_t i = 0; i < limbs; i++)
        out[i] = 0;
    return fz_mag_trim(out, count + limbs + 1);
}

uint32_t fz_mag_shift_right(uint32_t *out, const uint32_t *a, uint32_t count, uint32_t by,
                            bool *lost)
{
    uint32_t limbs = by / 32;
    by %= 32;
    *lost = false;
    for (uint32_t i = 0; i < limbs && i < count; i++)
        *lost |= a[i] != 0;
    if (limbs >= count)
        return 0;
    *lost |= (a[limbs] & ((1u << by) - 1)) != 0;
    for (uint32_t i = limbs; i < count; i++) {
        uint32_t high = i + 1 < count ? a[i + 1] : 0;
        out[i - limbs] = by == 0 ? a[i] : a[i] >> by | high << (32 - by);
    }
    return fz_mag_trim(out, count - limbs);
}

// u[0 .. v_count] -= v * digit, both read as v shifted left by `by`; true when it went below zero.
static bool subtract_multiple(uint32_t *u, const uint32_t *v, uint32_t v_count, uint32_t by,
                              uint32_t digit)
{
    uint64_t carry = 0;
    uint32_t borrow = 0;
    for (uint32_t i = 0; i <= v_count; i++) {
        if (i < v_count)
            carry += (uint64_t)shifted_limb(v, v_count, i, by) * digit;
        uint64_t difference = (uint64_t)u[i] - (uint32_t)carry - borrow;
        u[i] = (uint32_t)difference;
        borrow = (uint32_t)(difference >> 63);
        carry >>= 32;
    }
    return borrow != 0;
}

static void add_back(uint32_t *u, const uint32_t *v, uint32_t v_count, uint32_t by)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i <= v_count; i++) {
        sum += (uint64_t)u[i] + (i < v_count ? shifted_limb(v, v_count, i, by) : 0);
        u[i] = (uint32_t)sum;
        sum >>= 32;
    }
}

// Long division in base 2^32. The divisor is read as if shifted so that its top bit is set; then a
// digit estimated from the leading limbs is at most one too large once the second limb is checked.
void fz_mag_divide(uint32_t *q, uint32_t *u, uint32_t u_count, const uint32_t *v, uint32_t v_count)
{
    uint32_t by = 32 - fz_limb_bits(v[v_count - 1]);
    for (uint32_t i = u_count + 1; i-- > 0;)
        u[i] = shifted_limb(u, u_count, i, by);
    uint32_t top = shifted_limb(v, v_count, v_count - 1, by);
    uint32_t second = shifted_limb(v, v_count, v_count - 2, by);
    for (uint32_t j = u_count - v_count + 1; j-- > 0;) {
        uint64_t head = (uint64_t)u[j + v_count] << 32 | u[j + v_count - 1];
        uint64_t digit = head / top;
        uint64_t rest = head % top;
        while (digit >> 32 || digit * second > (rest << 32 | u[j + v_count - 2])) {
            digit--;
            rest += top;
            if (rest >> 32)
                break;
        }
        if (subtract_multiple(u + j, v, v_count, by, (uint32_t)digit)) {
            digit--;
            add_back(u + j, v, v_count, by);
        }
        q[j] = (uint32_t)digit;
    }
    bool lost;
    uint32_t rest_count = fz_mag_shift_right(u, u, v_count, by, &lost);
    for (uint32_t i = rest_count; i <= u_count; i++)
        u[i] = 0;
}
