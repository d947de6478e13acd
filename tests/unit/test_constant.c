// SPDX-License-Identifier: MIT
// Build-time values: sameness is by type and value, and hashes agree with it.
#include "../../compiler/base/constant.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Arena arena;

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_same(const Constant *a, const Constant *b)
{
    assert_true(constant_same(a, b));
    assert_true(constant_same(b, a));
    assert_int_equal(constant_hash(a), constant_hash(b));
}

static void assert_differ(const Constant *a, const Constant *b)
{
    assert_false(constant_same(a, b));
    assert_false(constant_same(b, a));
}

static void integers_round_trip_at_the_edges_of_64_bits(void **state)
{
    (void)state;
    const int64_t values[] = {0, 1, -1, INT32_MAX, INT32_MIN, 1LL << 32, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        const Constant *constant = constant_int(&arena, values[i]);
        int64_t back = 7;
        assert_true(constant_as_int64(constant, &back));
        assert_int_equal(back, values[i]);
        assert_same(constant, constant_int(&arena, values[i]));
    }
}

static void integers_past_64_bits_do_not_fit(void **state)
{
    (void)state;
    const uint32_t limbs[] = {0, 0x80000000u, 0};
    int64_t out = 0;
    assert_false(constant_as_int64(constant_int_limbs(&arena, false, limbs, 2), &out));
    assert_true(constant_as_int64(constant_int_limbs(&arena, true, limbs, 3), &out));
    assert_int_equal(out, INT64_MIN);
    const uint32_t more[] = {1, 0x80000000u};
    assert_false(constant_as_int64(constant_int_limbs(&arena, true, more, 2), &out));
    assert_false(constant_as_int64(constant_float(&arena, 1.0), &out));
    assert_false(constant_as_int64(constant_bool(true), &out));
}

static void leading_zero_limbs_and_negative_zero_vanish(void **state)
{
    (void)state;
    const uint32_t limbs[] = {5, 0, 0};
    const Constant *five = constant_int_limbs(&arena, false, limbs, 3);
    assert_int_equal(five->integer.limb_count, 1);
    assert_same(five, constant_int(&arena, 5));
    const uint32_t zero[] = {0, 0};
    assert_same(constant_int_limbs(&arena, true, zero, 2), constant_int(&arena, 0));
    assert_false(constant_is_true(constant_int_limbs(&arena, true, zero, 2)));
}

static void equal_values_of_different_types_differ(void **state)
{
    (void)state;
    const Constant *one[] = {constant_int(&arena, 1),      constant_float(&arena, 1),
                             constant_bool(true),          constant_complex(&arena, 1, 0),
                             constant_str(&arena, "1", 1), constant_bytes(&arena, "1", 1)};
    for (size_t i = 0; i < 6; i++)
        for (size_t k = 0; k < 6; k++)
            assert_int_equal(constant_same(one[i], one[k]), i == k);
    assert_differ(constant_none(), constant_bool(false));
    assert_differ(constant_none(), constant_ellipsis());
}

static void floats_are_compared_by_bits(void **state)
{
    (void)state;
    assert_differ(constant_float(&arena, 0.0), constant_float(&arena, -0.0));
    assert_same(constant_float(&arena, (double)NAN), constant_float(&arena, (double)NAN));
    assert_differ(constant_complex(&arena, 0.0, 1), constant_complex(&arena, -0.0, 1));
    assert_same(constant_complex(&arena, 1.5, 2.5), constant_complex(&arena, 1.5, 2.5));
}

static void texts_may_hold_nuls_and_are_copied(void **state)
{
    (void)state;
    char text[] = "a\0b";
    const Constant *constant = constant_str(&arena, text, 3);
    text[2] = 'c';
    assert_memory_equal(constant->text.bytes, "a\0b\0", 4);
    assert_differ(constant, constant_str(&arena, text, 3));
    assert_differ(constant, constant_str(&arena, text, 1));
}

static void tuples_compare_item_by_item(void **state)
{
    (void)state;
    const Constant *items[] = {constant_int(&arena, 1), constant_str(&arena, "x", 1)};
    const Constant *other[] = {constant_bool(true), constant_str(&arena, "x", 1)};
    const Constant *pair = constant_items(&arena, CONSTANT_TUPLE, items, 2);
    assert_same(pair, constant_items(&arena, CONSTANT_TUPLE, items, 2));
    assert_differ(pair, constant_items(&arena, CONSTANT_TUPLE, items, 1));
    assert_differ(pair, constant_items(&arena, CONSTANT_TUPLE, other, 2));
    assert_differ(pair, constant_items(&arena, CONSTANT_FROZENSET, items, 2));
    const Constant *nested[] = {pair};
    assert_same(constant_items(&arena, CONSTANT_TUPLE, nested, 1),
                constant_items(&arena, CONSTANT_TUPLE, nested, 1));
}

static const Constant *range(int64_t start, int64_t stop, int64_t step)
{
    const Constant *items[] = {constant_int(&arena, start), constant_int(&arena, stop),
                               constant_int(&arena, step)};
    return constant_items(&arena, CONSTANT_RANGE, items, 3);
}

static void truth_is_python_truth(void **state)
{
    (void)state;
    assert_false(constant_is_true(constant_none()));
    assert_false(constant_is_true(constant_bool(false)));
    assert_true(constant_is_true(constant_bool(true)));
    assert_true(constant_is_true(constant_ellipsis()));
    assert_false(constant_is_true(constant_float(&arena, -0.0)));
    assert_true(constant_is_true(constant_float(&arena, (double)NAN)));
    assert_false(constant_is_true(constant_complex(&arena, 0, 0)));
    assert_true(constant_is_true(constant_complex(&arena, 0, 1)));
    assert_false(constant_is_true(constant_str(&arena, "", 0)));
    assert_true(constant_is_true(constant_bytes(&arena, "\0", 1)));
    assert_false(constant_is_true(constant_items(&arena, CONSTANT_TUPLE, NULL, 0)));
    assert_true(constant_is_true(range(0, 3, 1)));
    assert_false(constant_is_true(range(3, 0, 1)));
    assert_true(constant_is_true(range(3, 0, -1)));
    assert_false(constant_is_true(range(0, 0, -1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_round_trip_at_the_edges_of_64_bits),
        cmocka_unit_test(integers_past_64_bits_do_not_fit),
        cmocka_unit_test(leading_zero_limbs_and_negative_zero_vanish),
        cmocka_unit_test(equal_values_of_different_types_differ),
        cmocka_unit_test(floats_are_compared_by_bits),
        cmocka_unit_test(texts_may_hold_nuls_and_are_copied),
        cmocka_unit_test(tuples_compare_item_by_item),
        cmocka_unit_test(truth_is_python_truth),
    };
    return cmocka_run_group_tests(tests, NULL, free_arena);
}
