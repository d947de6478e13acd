// SPDX-License-Identifier: MIT
// Region memory and the growable arrays that live in it.
#include "../../compiler/base/arena.h"
#include "../../compiler/base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    Arena arena = {0};
    for (size_t size = 0; size < 300; size++) {
        unsigned char *bytes = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)bytes % ARENA_ALIGNMENT, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, size);
    }
    arena_free(&arena);
}

static void allocations_do_not_overlap(void **state)
{
    (void)state;
    enum { COUNT = 2000, SIZE = 100 };
    Arena arena = {0};
    unsigned char *blocks[COUNT];
    for (unsigned i = 0; i < COUNT; i++) {
        blocks[i] = arena_alloc(&arena, SIZE);
        memset(blocks[i], (int)(i & 0xff), SIZE);
    }
    for (unsigned i = 0; i < COUNT; i++)
        for (unsigned k = 0; k < SIZE; k++)
            assert_int_equal(blocks[i][k], i & 0xff);
    arena_free(&arena);
}

static void a_large_allocation_gets_its_own_block(void **state)
{
    (void)state;
    Arena arena = {0};
    char *small = arena_alloc(&arena, 10);
    char *large = arena_alloc(&arena, 1 << 20);
    large[(1 << 20) - 1] = 1;
    small[9] = 1;
    assert_int_equal(large[0], 0);
    arena_free(&arena);
}

static void reset_forgets_and_the_arena_goes_on(void **state)
{
    (void)state;
    Arena arena = {0};
    arena_reset(&arena);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++) {
            unsigned char *bytes = arena_alloc(&arena, 200);
            assert_int_equal(bytes[199], 0);
            memset(bytes, 0xee, 200);
        }
        arena_reset(&arena);
        unsigned char *again = arena_alloc(&arena, 50000);
        for (int i = 0; i < 50000; i++)
            assert_int_equal(again[i], 0);
        arena_reset(&arena);
    }
    arena_free(&arena);
    assert_null(arena.blocks);
    assert_non_null(arena_alloc(&arena, 1)); // a freed arena is an empty one
    arena_free(&arena);
}

// Blocks go from one arena to the next, at all sizes.
static void what_another_arena_has_written_is_zeroed(void **state)
{
    (void)state;
    enum { SIZE = 3 << 20, STEP = 4000 };
    for (int round = 0; round < 3; round++) {
        Arena arena = {0};
        for (int taken = 0; taken < SIZE; taken += STEP) {
            unsigned char *bytes = arena_alloc(&arena, STEP);
            for (int i = 0; i < STEP; i++)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xee, STEP);
        }
        arena_free(&arena);
    }
}

static void the_newest_allocation_grows_in_place(void **state)
{
    (void)state;
    Arena arena = {0};
    assert_false(arena_extend(&arena, NULL, 0, 8));
    char *first = arena_alloc(&arena, 10);
    assert_true(arena_extend(&arena, first, 10, 14));
    assert_true(arena_extend(&arena, first, 14, 100));
    for (int i = 0; i < 100; i++)
        assert_int_equal(first[i], 0);
    memset(first, 0xff, 100);
    char *second = arena_alloc(&arena, 8);
    assert_int_equal(second[0], 0);
    assert_true(second >= first + 100);
    assert_false(arena_extend(&arena, first, 100, 200));
    assert_false(arena_extend(&arena, second, 8, 1 << 30));
    arena_free(&arena);
}

static void copy_keeps_nul_bytes_and_adds_one(void **state)
{
    (void)state;
    Arena arena = {0};
    const char *copy = arena_copy(&arena, "a\0b", 3);
    assert_memory_equal(copy, "a\0b\0", 4);
    assert_string_equal(arena_copy(&arena, "", 0), "");
    arena_free(&arena);
}

static void format_makes_room_for_any_length(void **state)
{
    (void)state;
    Arena arena = {0};
    assert_string_equal(arena_format(&arena, "%s=%d", "x", 42), "x=42");
    const char *wide = arena_format(&arena, "%*d", 100000, 7);
    assert_int_equal(strlen(wide), 100000);
    assert_int_equal(wide[99999], '7');
    arena_free(&arena);
}

static void vector_keeps_elements_while_it_grows(void **state)
{
    (void)state;
    Arena arena = {0};
    VEC(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 10000; i++)
        VEC_PUSH(&arena, &numbers, i * 3);
    assert_int_equal(numbers.count, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers.items[i], i * 3);
    assert_int_equal(VEC_LAST(&numbers), 9999 * 3);
    assert_int_equal(VEC_POP(&numbers), 9999 * 3);
    assert_int_equal(numbers.count, 9999);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(allocations_do_not_overlap),
        cmocka_unit_test(a_large_allocation_gets_its_own_block),
        cmocka_unit_test(reset_forgets_and_the_arena_goes_on),
        cmocka_unit_test(what_another_arena_has_written_is_zeroed),
        cmocka_unit_test(the_newest_allocation_grows_in_place),
        cmocka_unit_test(copy_keeps_nul_bytes_and_adds_one),
        cmocka_unit_test(format_makes_room_for_any_length),
        cmocka_unit_test(vector_keeps_elements_while_it_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
