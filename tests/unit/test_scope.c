// SPDX-License-Identifier: MIT
// Scope analysis: which variable a name means, what methods and comprehensions see, and where the
// errors are reported. tests/damage/python has more errors, compared with CPython's lines.
#include "front.h"

// The binding of `name` in the scope of the n-th statement of the module.
static Binding binding_in(Front *front, const Scope *scope, const char *name)
{
    const Symbol *symbol = scope_find(scope, front_name(front, name));
    assert_non_null(symbol);
    return symbol->binding;
}

static const Scope *scope_of(const Front *front, uint32_t index)
{
    return front->module.body.items[index]->scope;
}

static void assert_error(const char *text, DiagCode code, uint32_t line)
{
    Front front;
    assert_false(front_scopes(&front, text));
    bool found = false;
    for (uint32_t i = 0; i < front.diags.list.count; i++) {
        const Diag *diag = &front.diags.list.items[i];
        found |=
            diag->code == code && source_position(&front.source, diag->span.start).line == line;
    }
    assert_true(found);
    arena_free(&front.arena);
}

static void assigned_names_are_local_and_others_global(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "def f(a):\n    b = a\n    return c\n"));
    const Scope *f = scope_of(&front, 0);
    assert_int_equal(binding_in(&front, f, "a"), BINDING_LOCAL);
    assert_int_equal(binding_in(&front, f, "b"), BINDING_LOCAL);
    assert_int_equal(binding_in(&front, f, "c"), BINDING_GLOBAL);
    assert_int_equal(binding_in(&front, front.module.scope, "f"), BINDING_GLOBAL);
    arena_free(&front.arena);
}

static void a_variable_used_inside_becomes_a_cell(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "def f():\n x = 1\n def g():\n  def h(): return x\n"));
    const Scope *f = scope_of(&front, 0);
    assert_int_equal(binding_in(&front, f, "x"), BINDING_CELL);
    assert_int_equal(binding_in(&front, f->children.items[0], "x"), BINDING_FREE);
    assert_int_equal(binding_in(&front, f->children.items[0]->children.items[0], "x"),
                     BINDING_FREE);
    arena_free(&front.arena);
}

static void a_class_body_is_invisible_from_its_methods(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "def f():\n x = 1\n class C:\n  x = 2\n"
                                     "  def m(self): return x\n"));
    const Scope *f = scope_of(&front, 0);
    const Scope *c = f->children.items[0];
    assert_int_equal(binding_in(&front, f, "x"), BINDING_CELL);
    assert_int_equal(binding_in(&front, c, "x"), BINDING_NAMESPACE);
    assert_true(scope_find(c, front_name(&front, "x"))->passes_through);
    assert_int_equal(binding_in(&front, c->children.items[0], "x"), BINDING_FREE);
    arena_free(&front.arena);
}

static void super_without_arguments_needs_the_class_cell(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "class A:\n def m(self): super().m()\n"
                                     "class B:\n def m(self): super(B, self).m()\n"));
    assert_true(scope_of(&front, 0)->needs_class_cell);
    assert_false(scope_of(&front, 1)->needs_class_cell);
    arena_free(&front.arena);
}

static void private_names_are_mangled(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "class _C:\n def m(self, __p): return __q, __r__\n"));
    const Scope *m = scope_of(&front, 0)->children.items[0];
    assert_int_equal(binding_in(&front, m, "_C__p"), BINDING_LOCAL);
    assert_int_equal(binding_in(&front, m, "_C__q"), BINDING_GLOBAL);
    assert_int_equal(binding_in(&front, m, "__r__"), BINDING_GLOBAL);
    arena_free(&front.arena);
}

static void a_comprehension_keeps_its_variable_and_gives_away_walruses(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "def f(y):\n return [(z := x) for x in y if z]\n"));
    const Scope *f = scope_of(&front, 0);
    assert_null(scope_find(f, front_name(&front, "x")));
    assert_int_equal(binding_in(&front, f, "z"), BINDING_CELL);
    assert_int_equal(binding_in(&front, f->children.items[0], "x"), BINDING_LOCAL);
    assert_int_equal(binding_in(&front, f->children.items[0], "z"), BINDING_FREE);
    arena_free(&front.arena);
}

static void global_in_a_function_binds_in_the_module(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "def f():\n global range\n range = 1\nprint(len)\n"));
    assert_false(scope_is_builtin(front.module.scope, front_name(&front, "range")));
    assert_true(scope_is_builtin(front.module.scope, front_name(&front, "len")));
    arena_free(&front.arena);
}

static void a_star_import_may_bind_any_builtin(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "from m import *\nlen\n"));
    assert_false(scope_is_builtin(front.module.scope, front_name(&front, "len")));
    arena_free(&front.arena);
}

static void dead_yield_makes_a_generator(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "def f():\n if 0: yield\n"));
    assert_true(scope_of(&front, 0)->is_generator);
    arena_free(&front.arena);
}

static void errors_have_the_line_of_the_mistake(void **state)
{
    (void)state;
    assert_error("def f(a):\n global a\n", DIAG_PARAM_AND_GLOBAL, 2);
    assert_error("def f():\n print(a)\n global a\n", DIAG_USED_BEFORE_GLOBAL, 3);
    assert_error("def f():\n a = 1\n global a\n", DIAG_BOUND_BEFORE_GLOBAL, 3);
    assert_error("def f():\n a: int\n global a\n", DIAG_ANNOTATED_GLOBAL, 3);
    assert_error("def f(a):\n nonlocal a\n", DIAG_PARAM_AND_NONLOCAL, 2);
    assert_error("def f():\n def g():\n  nonlocal a\n", DIAG_NONLOCAL_UNBOUND, 3);
    assert_error("\nnonlocal a\n", DIAG_NONLOCAL_AT_MODULE, 2);
    assert_error("def f(a, b,\n a): pass\n", DIAG_DUPLICATE_PARAM, 2);
    assert_error("def f():\n from m import *\n", DIAG_STAR_IMPORT_NESTED, 2);
    assert_error("class A:\n return 1\n", DIAG_RETURN_OUTSIDE, 2);
    assert_error("\n[(yield) for x in y]\n", DIAG_YIELD_IN_COMPREHENSION, 2);
    assert_error("for x in y: pass\nbreak\n", DIAG_BREAK_OUTSIDE, 2);
    assert_error("for x in y:\n def f():\n  continue\n", DIAG_CONTINUE_OUTSIDE, 3);
    assert_error("f(a=1,\n a=2)\n", DIAG_KEYWORD_REPEATED, 2);
    assert_error("[*a, *b] = c\n", DIAG_STARS_IN_TARGET, 1);
    assert_error("\n*a = b\n", DIAG_STAR_TARGET_ALONE, 2);
    assert_error("[x := 1 for x in y]\n", DIAG_WALRUS_REBINDS_ITER, 1);
    assert_error("[x for x in (y := z)]\n", DIAG_WALRUS_IN_ITERABLE, 1);
    assert_error("class A:\n [(x := 1) for y in z]\n", DIAG_WALRUS_IN_CLASS, 2);
    assert_error("match a:\n case b: pass\n case 1: pass\n", DIAG_PATTERN_UNREACHABLE, 2);
    assert_error("match a:\n case [b, b]: pass\n", DIAG_PATTERN_REBINDS, 2);
}

static void several_errors_are_reported_in_one_run(void **state)
{
    (void)state;
    Front front;
    assert_false(front_scopes(&front, "break\nreturn\ndef f(a, a): pass\n"));
    assert_int_equal(front.diags.error_count, 3);
    arena_free(&front.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(assigned_names_are_local_and_others_global),
        cmocka_unit_test(a_variable_used_inside_becomes_a_cell),
        cmocka_unit_test(a_class_body_is_invisible_from_its_methods),
        cmocka_unit_test(super_without_arguments_needs_the_class_cell),
        cmocka_unit_test(private_names_are_mangled),
        cmocka_unit_test(a_comprehension_keeps_its_variable_and_gives_away_walruses),
        cmocka_unit_test(global_in_a_function_binds_in_the_module),
        cmocka_unit_test(a_star_import_may_bind_any_builtin),
        cmocka_unit_test(dead_yield_makes_a_generator),
        cmocka_unit_test(errors_have_the_line_of_the_mistake),
        cmocka_unit_test(several_errors_are_reported_in_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
