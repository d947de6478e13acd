// SPDX-License-Identifier: MIT
// The passes over the tree: what they replace and, above all, what they leave alone.
#include "front.h"

// Compiles `x = EXPRESSION` and compares how x gets its value.
static void assert_value_with(uint32_t float_bits, const char *expression, const char *expected)
{
    Front front;
    char text[256];
    snprintf(text, sizeof text, "x = %s\n", expression);
    assert_true(front_scopes(&front, text));
    front.options.float_bits = float_bits;
    assert_true(front_generate(&front));
    const char *listing = front_listing(&front, front.ir.top);
    const char *whole =
        arena_format(&front.arena, "%s; STORE_GLOBAL x; LOAD_CONST None; RETURN_VALUE", expected);
    assert_string_equal(listing, whole);
    arena_free(&front.arena);
}

static void assert_value(const char *expression, const char *expected)
{
    assert_value_with(64, expression, expected);
}

static void integers_of_any_size_are_folded(void **state)
{
    (void)state;
    assert_value("2 ** 64 - 1", "LOAD_CONST 0xffffffffffffffff");
    assert_value("-7 // 2", "LOAD_CONST -4");
    assert_value("-7 % -3", "LOAD_CONST -1");
    assert_value("7 % -3", "LOAD_CONST -2");
    assert_value("-1 >> 100", "LOAD_CONST -1");
    assert_value("True + True", "LOAD_CONST 2");
    assert_value("True & False", "LOAD_CONST False");
    assert_value("~5", "LOAD_CONST -6");
}

static void floats_follow_the_rules_of_signs(void **state)
{
    (void)state;
    assert_value("-7.0 // 2", "LOAD_CONST -4.0");
    assert_value("-7.5 % 2", "LOAD_CONST 0.5");
    assert_value("7.5 % -2", "LOAD_CONST -0.5");
    assert_value("-0.0 + 0", "LOAD_CONST 0.0");
    assert_value("0 * -1.0", "LOAD_CONST -0.0");
    assert_value("1 / 3", "LOAD_CONST 0.3333333333333333");
    assert_value("10 ** -2", "LOAD_CONST 0.01");
}

static void floats_of_32_bits_are_rounded_at_each_step(void **state)
{
    (void)state;
    assert_value_with(32, "0.1 + 0.2", "LOAD_CONST 0.30000001192092896");
    assert_value_with(32, "2.0 ** 0.5", "LOAD_CONST 2.0; LOAD_CONST 0.5; BINARY_POWER");
    assert_value_with(32, "16777217 + 0.0", "LOAD_CONST 16777217; LOAD_CONST 0.0; BINARY_ADD");
}

static void what_would_raise_is_left_to_the_program(void **state)
{
    (void)state;
    assert_value("1 / 0", "LOAD_CONST 1; LOAD_CONST 0; BINARY_TRUE_DIVIDE");
    assert_value("1.0 % 0", "LOAD_CONST 1.0; LOAD_CONST 0; BINARY_MODULO");
    assert_value("0 ** -1", "LOAD_CONST 0; LOAD_CONST -1; BINARY_POWER");
    assert_value("'a' + 1", "LOAD_CONST 'a'; LOAD_CONST 1; BINARY_ADD");
    assert_value("1 << -1", "LOAD_CONST 1; LOAD_CONST -1; BINARY_LSHIFT");
    assert_value("'abc'[3]", "LOAD_CONST 'abc'; LOAD_CONST 3; LOAD_SUBSCR");
    assert_value("1 < 'a'", "LOAD_CONST 1; LOAD_CONST 'a'; COMPARE_LESS");
    assert_value("-'a'", "LOAD_CONST 'a'; UNARY_NEGATIVE");
}

static void large_results_are_not_worth_flash(void **state)
{
    (void)state;
    assert_value("1 << 5000", "LOAD_CONST 1; LOAD_CONST 5000; BINARY_LSHIFT");
    assert_value("3 ** 5000", "LOAD_CONST 3; LOAD_CONST 5000; BINARY_POWER");
    assert_value("'a' * 5000", "LOAD_CONST 'a'; LOAD_CONST 5000; BINARY_MULTIPLY");
    assert_value("(1,) * 500", "LOAD_CONST (1,); LOAD_CONST 500; BINARY_MULTIPLY");
    assert_value("'' * 10 ** 18", "LOAD_CONST ''");
}

static void texts_and_tuples_are_folded(void **state)
{
    (void)state;
    assert_value("'ab' 'c' + 'd' * 2", "LOAD_CONST 'abcdd'");
    assert_value("'h\u00e9\u00e9'[-1]", "LOAD_CONST '\u00e9'");
    assert_value("'abcdef'[4:0:-2]", "LOAD_CONST 'ec'");
    assert_value("b'abc'[1]", "LOAD_CONST 98");
    assert_value("(1, 'a') + (None,)", "LOAD_CONST (1, 'a', None)");
    assert_value("(1, 2, 3)[::-1]", "LOAD_CONST (3, 2, 1)");
    assert_value("'b' in 'abc'", "LOAD_CONST True");
}

static void comparisons_are_folded_when_certain(void **state)
{
    (void)state;
    assert_value("1 < 2 < 3 == 3.0", "LOAD_CONST True");
    assert_value("2 < 1 < a", "LOAD_CONST False");
    assert_value("1 < 2 < a", "LOAD_CONST 1; LOAD_CONST 2; DUP_TOP; ROT_THREE; COMPARE_LESS; "
                              "JUMP_IF_FALSE_OR_POP L0; LOAD_GLOBAL a; COMPARE_LESS; JUMP L1; L0:; "
                              "ROT_TWO; POP_TOP; L1:");
    assert_value("None is None", "LOAD_CONST True");
    assert_value("1000 is 1000", "LOAD_CONST 1000; LOAD_CONST 1000; IS");
    assert_value("1 == 'a'", "LOAD_CONST False");
    assert_value("a in [1, 2]", "LOAD_GLOBAL a; LOAD_CONST (1, 2); CONTAINS");
    assert_value("a in {1, True, 2}", "LOAD_GLOBAL a; LOAD_CONST frozenset({1, 2}); CONTAINS");
}

static void boolean_operators_keep_what_may_have_effects(void **state)
{
    (void)state;
    assert_value("1 and a", "LOAD_GLOBAL a");
    assert_value("0 and a", "LOAD_CONST 0");
    assert_value("a and 0 and b", "LOAD_GLOBAL a; JUMP_IF_FALSE_OR_POP L0; LOAD_CONST 0; L0:");
    assert_value("'' or a or 1 or b", "LOAD_GLOBAL a; JUMP_IF_TRUE_OR_POP L0; LOAD_CONST 1; L0:");
    assert_value("not ''", "LOAD_CONST True");
    assert_value("1 if 0 else a", "LOAD_GLOBAL a");
}

static void formatted_strings_join_what_is_known(void **state)
{
    (void)state;
    assert_value("f'{1}-{True!r}{None}'", "LOAD_CONST '1-TrueNone'");
    assert_value("f'a{2}b{y}c{3}'",
                 "LOAD_CONST 'a2b'; LOAD_GLOBAL y; FORMAT_VALUE 0; LOAD_CONST 'c3'; "
                 "BUILD_STRING 3");
    assert_value("f'{1.5}'", "LOAD_CONST 1.5; FORMAT_VALUE 0");
    assert_value("f'{\"a\"!r}'", "LOAD_CONST 'a'; FORMAT_VALUE 2");
    assert_value("f'{7:>{3}}|{\"ab\":4}|{255:#06x}|{y:}'",
                 "LOAD_CONST '  7|ab  |0x00ff|'; LOAD_GLOBAL y; FORMAT_VALUE 0; BUILD_STRING 2");
    assert_value("f'{7:s}'", "LOAD_CONST 7; LOAD_CONST 's'; FORMAT_WITH_SPEC 0");
    assert_value("f'{1.5:4}'", "LOAD_CONST 1.5; LOAD_CONST '4'; FORMAT_WITH_SPEC 0");
}

// Compiles a module with the manifest constants DEBUG = False and sys.platform = 'rp2040'.
static const char *with_constants(Front *front, const char *text)
{
    assert_true(front_scopes(front, text));
    NamedConstant *constants = ARENA_NEW_ARRAY(&front->arena, NamedConstant, 2);
    constants[0] = (NamedConstant){"DEBUG", constant_bool(false)};
    constants[1] = (NamedConstant){"sys.platform", constant_str(&front->arena, "rp2040", 6)};
    front->options.constants = constants;
    front->options.constant_count = 2;
    assert_true(front_generate(front));
    return front_listing(front, front->ir.top);
}

static void manifest_constants_replace_names_that_nothing_binds(void **state)
{
    (void)state;
    Front front;
    assert_string_equal(with_constants(&front, "if DEBUG: f()\ng(DEBUG)\n"),
                        "LOAD_GLOBAL g; LOAD_CONST False; CALL 1; POP_TOP; LOAD_CONST None; "
                        "RETURN_VALUE");
    arena_free(&front.arena);
    assert_string_equal(with_constants(&front, "DEBUG = 1\nDEBUG()\n"),
                        "LOAD_CONST 1; STORE_GLOBAL DEBUG; LOAD_GLOBAL DEBUG; CALL 0; POP_TOP; "
                        "LOAD_CONST None; RETURN_VALUE");
    arena_free(&front.arena);
}

static void manifest_constants_follow_imports(void **state)
{
    (void)state;
    Front front;
    const char *head = "import sys\nimport sys as s\nfrom sys import platform as p\n";
    const char *text = "x = sys.platform, s.platform, p\n";
    assert_non_null(strstr(with_constants(&front, "import sys\nx = sys.platform\n"),
                           "LOAD_CONST 'rp2040'; STORE_GLOBAL x"));
    arena_free(&front.arena);
    char both[256];
    snprintf(both, sizeof both, "%s%s", head, text);
    assert_non_null(strstr(with_constants(&front, both),
                           "LOAD_CONST ('rp2040', 'rp2040', 'rp2040'); STORE_GLOBAL x"));
    arena_free(&front.arena);
    assert_non_null(strstr(with_constants(&front, "import sys\nsys = 1\nx = sys.platform\n"),
                           "LOAD_ATTR platform"));
    arena_free(&front.arena);
}

static void a_local_of_the_same_name_is_no_constant(void **state)
{
    (void)state;
    Front front;
    with_constants(&front, "def f(DEBUG):\n return DEBUG\n");
    assert_string_equal(front_listing(&front, front.ir.top->children.items[0]),
                        "LOAD_LOCAL 0 (DEBUG); RETURN_VALUE");
    arena_free(&front.arena);
}

static void only_the_entry_is_main(void **state)
{
    (void)state;
    const char *text = "if __name__ == '__main__': f()\n";
    Front front;
    assert_true(front_scopes(&front, text));
    assert_true(front_generate(&front));
    assert_string_equal(front_listing(&front, front.ir.top), "LOAD_CONST None; RETURN_VALUE");
    arena_free(&front.arena);
    assert_true(front_scopes(&front, text));
    front.options.is_entry = true;
    assert_true(front_generate(&front));
    assert_string_equal(front_listing(&front, front.ir.top),
                        "LOAD_GLOBAL f; CALL 0; POP_TOP; LOAD_CONST None; RETURN_VALUE");
    arena_free(&front.arena);
}

static void a_name_of_dead_code_stays_local(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "def f():\n if 0: x = 1\n return x\n");
    assert_string_equal(front_listing(&front, front.ir.top->children.items[0]),
                        "LOAD_LOCAL 0 (x); RETURN_VALUE");
    arena_free(&front.arena);
}

static void folded_text_is_no_docstring(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "def f():\n 'a' + 'b'\ndef g():\n 'doc'\n return 1\n");
    assert_null(front.ir.top->children.items[0]->docstring);
    assert_non_null(front.ir.top->children.items[1]->docstring);
    arena_free(&front.arena);
}

static void asserts_go_when_stripped(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "assert f()\nassert not __debug__\n"));
    front.options.strip_asserts = true;
    assert_true(front_generate(&front));
    assert_string_equal(front_listing(&front, front.ir.top), "LOAD_CONST None; RETURN_VALUE");
    arena_free(&front.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_of_any_size_are_folded),
        cmocka_unit_test(floats_follow_the_rules_of_signs),
        cmocka_unit_test(floats_of_32_bits_are_rounded_at_each_step),
        cmocka_unit_test(what_would_raise_is_left_to_the_program),
        cmocka_unit_test(large_results_are_not_worth_flash),
        cmocka_unit_test(texts_and_tuples_are_folded),
        cmocka_unit_test(comparisons_are_folded_when_certain),
        cmocka_unit_test(boolean_operators_keep_what_may_have_effects),
        cmocka_unit_test(formatted_strings_join_what_is_known),
        cmocka_unit_test(manifest_constants_replace_names_that_nothing_binds),
        cmocka_unit_test(manifest_constants_follow_imports),
        cmocka_unit_test(a_local_of_the_same_name_is_no_constant),
        cmocka_unit_test(only_the_entry_is_main),
        cmocka_unit_test(a_name_of_dead_code_stays_local),
        cmocka_unit_test(folded_text_is_no_docstring),
        cmocka_unit_test(asserts_go_when_stripped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
