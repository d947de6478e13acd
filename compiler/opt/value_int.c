// SPDX-License-Identifier: MIT
// Integers of any size by way of GMP; bools count as 0 and 1. Division and modulo round towards
// minus infinity, as Python's do.
#include "value.h"

#include <gmp.h>

bool value_is_integer(const Constant *constant)
{
    return constant->kind == CONSTANT_INT || constant->kind == CONSTANT_FALSE ||
           constant->kind == CONSTANT_TRUE;
}

// Initialises `out` with the constant's value.
static void to_mpz(const Constant *constant, mpz_t out)
{
    if (constant->kind != CONSTANT_INT) {
        mpz_init_set_ui(out, constant->kind == CONSTANT_TRUE);
        return;
    }
    mpz_init(out);
    mpz_import(out, constant->integer.limb_count, -1, sizeof(uint32_t), 0, 0,
               constant->integer.limbs);
    if (constant->integer.negative)
        mpz_neg(out, out);
}

static const Constant *from_mpz(Arena *arena, const mpz_t value)
{
    size_t room = mpz_sizeinbase(value, 2) / 32 + 1;
    uint32_t *limbs = ARENA_NEW_ARRAY(arena, uint32_t, room);
    size_t count = 0;
    mpz_export(limbs, &count, -1, sizeof(uint32_t), 0, 0, value);
    return constant_int_limbs(arena, mpz_sgn(value) < 0, limbs, (uint32_t)count);
}

static bool shift_left(const mpz_t left, const mpz_t right, mpz_t out)
{
    if (mpz_sgn(right) < 0)
        return false;
    if (mpz_sgn(left) == 0) {
        mpz_set_ui(out, 0);
        return true;
    }
    if (mpz_cmp_ui(right, VALUE_INT_BITS) > 0 ||
        mpz_sizeinbase(left, 2) + mpz_get_ui(right) > VALUE_INT_BITS)
        return false;
    mpz_mul_2exp(out, left, mpz_get_ui(right));
    return true;
}

static bool shift_right(const mpz_t left, const mpz_t right, mpz_t out)
{
    if (mpz_sgn(right) < 0)
        return false;
    if (mpz_fits_ulong_p(right))
        mpz_fdiv_q_2exp(out, left, mpz_get_ui(right));
    else
        mpz_set_si(out, mpz_sgn(left) < 0 ? -1 : 0);
    return true;
}

static bool power(const mpz_t left, const mpz_t right, mpz_t out)
{
    if (mpz_sgn(right) < 0)
        return false;
    if (mpz_cmpabs_ui(left, 1) > 0 &&
        (mpz_cmp_ui(right, VALUE_INT_BITS) > 0 ||
         mpz_sizeinbase(left, 2) * mpz_get_ui(right) > VALUE_INT_BITS))
        return false;
    if (!mpz_fits_ulong_p(right)) // 0, 1 or -1 to a huge power
        mpz_pow_ui(out, left, mpz_even_p(right) ? 2 : 1);
    else
        mpz_pow_ui(out, left, mpz_get_ui(right));
    return true;
}

static bool multiply(const mpz_t left, const mpz_t right, mpz_t out)
{
    if (mpz_sizeinbase(left, 2) + mpz_sizeinbase(right, 2) > VALUE_INT_BITS)
        return false;
    mpz_mul(out, left, right);
    return true;
}

static bool apply(BinaryOperator op, const mpz_t left, const mpz_t right, mpz_t out)
{
    switch (op) {
    case BINARY_ADD:
        mpz_add(out, left, right);
        return true;
    case BINARY_SUB:
        mpz_sub(out, left, right);
        return true;
    case BINARY_MULT:
        return multiply(left, right, out);
    case BINARY_FLOOR_DIV:
        if (mpz_sgn(right) == 0)
            return false;
        mpz_fdiv_q(out, left, right);
        return true;
    case BINARY_MOD:
        if (mpz_sgn(right) == 0)
            return false;
        mpz_fdiv_r(out, left, right);
        return true;
    case BINARY_POW:
        return power(left, right, out);
    case BINARY_LSHIFT:
        return shift_left(left, right, out);
    case BINARY_RSHIFT:
        return shift_right(left, right, out);
    case BINARY_BIT_OR:
        mpz_ior(out, left, right);
        return true;
    case BINARY_BIT_XOR:
        mpz_xor(out, left, right);
        return true;
    case BINARY_BIT_AND:
        mpz_and(out, left, right);
        return true;
    case BINARY_MAT_MULT:
    case BINARY_DIV: // gives a float
        return false;
    }
    return false;
}

const Constant *value_int_binary(const Values *values, BinaryOperator op, const Constant *left,
                                 const Constant *right)
{
    mpz_t a;
    mpz_t b;
    mpz_t out;
    to_mpz(left, a);
    to_mpz(right, b);
    mpz_init(out);
    const Constant *result = NULL;
    if (apply(op, a, b, out))
        result = from_mpz(values->arena, out);
    bool stays_bool = op == BINARY_BIT_OR || op == BINARY_BIT_XOR || op == BINARY_BIT_AND;
    if (result && stays_bool && left->kind != CONSTANT_INT && right->kind != CONSTANT_INT)
        result = constant_bool(mpz_sgn(out) != 0);
    mpz_clears(a, b, out, NULL);
    return result;
}

const Constant *value_int_unary(const Values *values, UnaryOperator op, const Constant *operand)
{
    mpz_t value;
    to_mpz(operand, value);
    if (op == UNARY_USUB)
        mpz_neg(value, value);
    else if (op == UNARY_INVERT)
        mpz_com(value, value);
    const Constant *result = from_mpz(values->arena, value);
    mpz_clear(value);
    return result;
}

int value_int_compare(const Constant *left, const Constant *right)
{
    mpz_t a;
    mpz_t b;
    to_mpz(left, a);
    to_mpz(right, b);
    int order = mpz_cmp(a, b);
    mpz_clears(a, b, NULL);
    return order;
}

static const Constant *decimal(const Values *values, const Constant *constant)
{
    mpz_t value;
    to_mpz(constant, value);
    size_t room = mpz_sizeinbase(value, 10) + 2;
    char *text = ARENA_NEW_ARRAY(values->arena, char, room);
    mpz_get_str(text, 10, value);
    mpz_clear(value);
    size_t size = 0;
    while (text[size])
        size++;
    return size <= VALUE_TEXT_SIZE ? constant_str(values->arena, text, size) : NULL;
}

const Constant *value_to_str(const Values *values, const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_NONE:
        return constant_str(values->arena, "None", 4);
    case CONSTANT_FALSE:
        return constant_str(values->arena, "False", 5);
    case CONSTANT_TRUE:
        return constant_str(values->arena, "True", 4);
    case CONSTANT_INT:
        return decimal(values, constant);
    case CONSTANT_STR:
        return constant;
    default:
        return NULL;
    }
}
