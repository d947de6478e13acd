// SPDX-License-Identifier: MIT
// What a module imports, as the linker is told.
#include "front.h"

static const IrImport *find(Front *front, const char *module, const char *attribute)
{
    for (uint32_t i = 0; i < front->ir.imports.count; i++) {
        const IrImport *import = &front->ir.imports.items[i];
        if (name_is(import->module, module) &&
            (attribute ? import->attribute && name_is(import->attribute, attribute)
                       : !import->attribute))
            return import;
    }
    return NULL;
}

static void a_dotted_import_needs_its_packages(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "import a.b.c\n");
    assert_int_equal(front.ir.imports.count, 3);
    assert_non_null(find(&front, "a", NULL));
    assert_non_null(find(&front, "a.b", NULL));
    assert_non_null(find(&front, "a.b.c", NULL));
    arena_free(&front.arena);
}

static void dots_count_from_the_package(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "from . import x\nfrom .y import z\n");
    assert_non_null(find(&front, "pack", "x"));
    assert_non_null(find(&front, "pack.y", "z"));
    arena_free(&front.arena);
    assert_true(front_scopes(&front, "from . import x\nfrom .. import y\n"));
    front.options.is_package = true;
    assert_true(front_generate(&front));
    assert_non_null(find(&front, "pack.test", "x"));
    assert_non_null(find(&front, "pack", "y"));
    arena_free(&front.arena);
}

static void dots_above_the_top_are_refused(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "from ... import x\n"));
    assert_false(front_generate(&front));
    assert_int_equal(front.diags.list.items[0].code, DIAG_RELATIVE_IMPORT);
    arena_free(&front.arena);
}

static void only_the_body_of_a_catching_try_is_guarded(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "try:\n import a\nexcept (OSError, ImportError):\n import b\n"
                          "try: import c\nexcept ValueError: pass\n"
                          "try:\n def f():\n  import d\nexcept: pass\n"
                          "try: import e\nexcept: pass\n"
                          "try: import g\nexcept: pass\nimport g\n");
    assert_true(find(&front, "a", NULL)->is_guarded);
    assert_false(find(&front, "b", NULL)->is_guarded);
    assert_false(find(&front, "c", NULL)->is_guarded);
    assert_false(find(&front, "d", NULL)->is_guarded);
    assert_true(find(&front, "e", NULL)->is_guarded);
    assert_false(find(&front, "g", NULL)->is_guarded);
    arena_free(&front.arena);
}

static void imports_in_dead_code_do_not_count(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "if 0:\n import a\ndef f():\n return\n import b\nimport c\n");
    assert_int_equal(front.ir.imports.count, 1);
    assert_non_null(find(&front, "c", NULL));
    arena_free(&front.arena);
}

static void future_imports_are_no_imports(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "from __future__ import annotations\n");
    assert_int_equal(front.ir.imports.count, 0);
    assert_int_equal(front.ir.globals.count, 0);
    arena_free(&front.arena);
}

static void all_is_known_when_it_is_one_literal(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "__all__ = ['a', 'b']\n");
    assert_int_equal(front.ir.all->items.count, 2);
    arena_free(&front.arena);
    front_compile(&front, "__all__ = ['a']\n__all__ += ['b']\n");
    assert_null(front.ir.all);
    arena_free(&front.arena);
    front_compile(&front, "__all__ = ['a']\n__all__.append('b')\n");
    assert_null(front.ir.all);
    arena_free(&front.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dotted_import_needs_its_packages),
        cmocka_unit_test(dots_count_from_the_package),
        cmocka_unit_test(dots_above_the_top_are_refused),
        cmocka_unit_test(only_the_body_of_a_catching_try_is_guarded),
        cmocka_unit_test(imports_in_dead_code_do_not_count),
        cmocka_unit_test(future_imports_are_no_imports),
        cmocka_unit_test(all_is_known_when_it_is_one_literal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
