// SPDX-License-Identifier: MIT
// Messages: numbers are unique, each place and code is told once, and both printers show the list
// sorted by place.
#include "../../compiler/base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    unsigned number;
    const char *text;
} rows[] = {
#define DIAG(name, number, severity, text) {number, text},
#include "../../compiler/base/diag.def"
};

static Arena arena;

static Source *make_source(const char *path, const char *text)
{
    Source *source = ARENA_NEW(&arena, Source);
    source_from_text(&arena, path, text, strlen(text), source);
    return source;
}

// What a printer writes.
static const char *printed(const Diagnostics *diags, void (*print)(const Diagnostics *, FILE *))
{
    FILE *file = tmpfile();
    assert_non_null(file);
    print(diags, file);
    size_t size = (size_t)ftell(file);
    char *text = arena_alloc(&arena, size + 1);
    rewind(file);
    assert_int_equal(fread(text, 1, size, file), size);
    fclose(file);
    return text;
}

static void print_plain(const Diagnostics *diags, FILE *out)
{
    diag_print(diags, out, false);
}
static void print_colored(const Diagnostics *diags, FILE *out)
{
    diag_print(diags, out, true);
}

static void every_message_has_its_own_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(rows[i].number > 0 && rows[i].number < 10000);
        for (size_t k = 0; k < i; k++)
            assert_int_not_equal(rows[i].number, rows[k].number);
    }
}

static void prints_place_line_and_caret(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a.py", "one\ntwo three\n");
    diag_report(&diags, source, (Span){8, 13}, DIAG_CANNOT_READ, "f", "why");
    assert_string_equal(printed(&diags, print_plain),
                        "a.py:2:5: error[FZ0001]: cannot read 'f': why\n"
                        "    two three\n"
                        "        ^~~~~\n");
    assert_int_equal(diags.error_count, 1);
}

static void the_caret_stands_under_wide_text(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a.py", "\t\xc3\xa9\xc3\xa9 x");
    diag_report(&diags, source, (Span){6, 7}, DIAG_CANNOT_READ, "f", "why");
    assert_string_equal(printed(&diags, print_plain),
                        "a.py:1:5: error[FZ0001]: cannot read 'f': why\n"
                        "     \xc3\xa9\xc3\xa9 x\n"
                        "        ^\n");
}

static void one_place_and_code_is_told_once(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a.py", "abc");
    diag_report(&diags, source, (Span){1, 2}, DIAG_CANNOT_READ, "f", "why");
    diag_report(&diags, source, (Span){1, 3}, DIAG_CANNOT_READ, "g", "why");
    diag_report(&diags, source, (Span){1, 2}, DIAG_CANNOT_WRITE, "f", "why");
    diag_report(&diags, source, (Span){2, 3}, DIAG_CANNOT_READ, "f", "why");
    assert_int_equal(diags.list.count, 3);
    assert_int_equal(diags.error_count, 3);
}

static void messages_are_sorted_by_place(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *a = make_source("a.py", "x\ny\n");
    diag_report(&diags, a, (Span){2, 3}, DIAG_CANNOT_READ, "late", "1");
    diag_report(&diags, a, (Span){0, 1}, DIAG_CANNOT_WRITE, "second", "2");
    diag_report(&diags, a, (Span){0, 1}, DIAG_CANNOT_READ, "third", "3");
    diag_report(&diags, NULL, (Span){0, 0}, DIAG_CANNOT_READ, "first", "4");
    assert_string_equal(printed(&diags, print_plain),
                        "flashfreeze: error[FZ0001]: cannot read 'first': 4\n"
                        "a.py:1:1: error[FZ0002]: cannot write 'second': 2\n    x\n    ^\n"
                        "a.py:1:1: error[FZ0001]: cannot read 'third': 3\n    x\n    ^\n"
                        "a.py:2:1: error[FZ0001]: cannot read 'late': 1\n    y\n    ^\n");
}

static void a_place_past_the_end_is_the_end(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a.py", "xy");
    diag_report(&diags, source, (Span){100, 200}, DIAG_CANNOT_READ, "f", "why");
    assert_string_equal(printed(&diags, print_plain),
                        "a.py:1:3: error[FZ0001]: cannot read 'f': why\n    xy\n      ^\n");
}

static void control_characters_of_the_source_are_not_printed(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a.py", "x\033[2Jy");
    diag_report(&diags, source, (Span){0, 1}, DIAG_CANNOT_READ, "f", "why");
    assert_null(strchr(printed(&diags, print_plain), '\033'));
    assert_non_null(strchr(printed(&diags, print_colored), '\033'));
}

static void json_escapes_and_tells_both_ends(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a\"b.py", "xyz");
    diag_report(&diags, source, (Span){1, 3}, DIAG_CANNOT_READ, "f\\\n", "why");
    diag_report(&diags, NULL, (Span){0, 0}, DIAG_FILE_TOO_LARGE, "big");
    assert_string_equal(
        printed(&diags, diag_print_json),
        "[\n  {\"code\": \"FZ0003\", \"severity\": \"error\", "
        "\"message\": \"'big' is larger than 1 GiB\"},\n"
        "  {\"code\": \"FZ0001\", \"severity\": \"error\", \"file\": \"a\\\"b.py\", \"line\": 1, "
        "\"column\": 2, \"end_line\": 1, \"end_column\": 4, "
        "\"message\": \"cannot read 'f\\\\\\u000a': why\"}\n]\n");
}

static void no_messages_are_an_empty_array(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    assert_string_equal(printed(&diags, diag_print_json), "[\n]\n");
    assert_string_equal(printed(&diags, print_plain), "");
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_has_its_own_number),
        cmocka_unit_test(prints_place_line_and_caret),
        cmocka_unit_test(the_caret_stands_under_wide_text),
        cmocka_unit_test(one_place_and_code_is_told_once),
        cmocka_unit_test(messages_are_sorted_by_place),
        cmocka_unit_test(a_place_past_the_end_is_the_end),
        cmocka_unit_test(control_characters_of_the_source_are_not_printed),
        cmocka_unit_test(json_escapes_and_tells_both_ends),
        cmocka_unit_test(no_messages_are_an_empty_array),
    };
    return cmocka_run_group_tests(tests, NULL, free_arena);
}
