// SPDX-License-Identifier: MIT
// Interning: equal text gives the same pointer, different text never does.
#include "../../compiler/base/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void equal_text_is_one_name(void **state)
{
    (void)state;
    Arena arena = {0};
    Names names = {.arena = &arena};
    char text[] = "counter";
    const Name *first = names_intern_z(&names, "counter");
    assert_ptr_equal(first, names_intern(&names, text, 7));
    assert_ptr_not_equal(first, names_intern(&names, text, 6));
    assert_int_equal(names.count, 2);
    arena_free(&arena);
}

static void a_name_owns_its_text(void **state)
{
    (void)state;
    Arena arena = {0};
    Names names = {.arena = &arena};
    char text[] = "abc";
    const Name *name = names_intern(&names, text, 3);
    text[0] = 'x';
    assert_string_equal(name->text, "abc");
    assert_int_equal(name->size, 3);
    arena_free(&arena);
}

static void nul_bytes_count(void **state)
{
    (void)state;
    Arena arena = {0};
    Names names = {.arena = &arena};
    const Name *with = names_intern(&names, "a\0b", 3);
    const Name *without = names_intern(&names, "a\0c", 3);
    assert_ptr_not_equal(with, without);
    assert_ptr_not_equal(with, names_intern_z(&names, "a"));
    assert_int_equal(with->size, 3);
    arena_free(&arena);
}

static void the_empty_name_is_a_name(void **state)
{
    (void)state;
    Arena arena = {0};
    Names names = {.arena = &arena};
    const Name *empty = names_intern(&names, NULL, 0);
    assert_ptr_equal(empty, names_intern_z(&names, ""));
    assert_string_equal(empty->text, "");
    arena_free(&arena);
}

static void names_survive_the_growth_of_the_table(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    static const Name *seen[COUNT];
    Arena arena = {0};
    Names names = {.arena = &arena};
    for (int i = 0; i < COUNT; i++)
        seen[i] = names_intern_z(&names, arena_format(&arena, "name%d", i));
    assert_int_equal(names.count, COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_ptr_equal(seen[i], names_intern_z(&names, arena_format(&arena, "name%d", i)));
    assert_int_equal(names.count, COUNT);
    arena_free(&arena);
}

static void name_is_compares_whole_text(void **state)
{
    (void)state;
    Arena arena = {0};
    Names names = {.arena = &arena};
    const Name *name = names_intern_z(&names, "self");
    assert_true(name_is(name, "self"));
    assert_false(name_is(name, "sel"));
    assert_false(name_is(name, "selfish"));
    assert_false(name_is(name, ""));
    assert_false(name_is(names_intern(&names, "a\0b", 3), "a"));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_text_is_one_name),
        cmocka_unit_test(a_name_owns_its_text),
        cmocka_unit_test(nul_bytes_count),
        cmocka_unit_test(the_empty_name_is_a_name),
        cmocka_unit_test(names_survive_the_growth_of_the_table),
        cmocka_unit_test(name_is_compares_whole_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
