// SPDX-License-Identifier: MIT
// Messages: numbers are unique, each place and code is told once, and both printers show the list
// sorted by place.
#include "../../compiler/base/warnings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
        "{\"severity\": \"error\", \"code\": \"FZ0003\", \"name\": \"file-too-large\", "
        "\"message\": \"'big' is larger than 1 GiB\"}\n"
        "{\"severity\": \"error\", \"code\": \"FZ0001\", \"name\": \"cannot-read\", "
        "\"file\": \"a\\\"b.py\", \"line\": 1, "
        "\"column\": 2, \"end_line\": 1, \"end_column\": 4, "
        "\"message\": \"cannot read 'f\\\\\\u000a': why\"}\n");
}

static void no_messages_print_nothing(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    assert_string_equal(printed(&diags, diag_print_json), "");
    assert_string_equal(printed(&diags, print_plain), "");
}

static void hints_and_other_places_belong_to_the_last_message(void **state)
{
    (void)state;
    Diagnostics diags = {.arena = &arena};
    Source *source = make_source("a.py", "x\ny\n");
    diag_report(&diags, source, (Span){2, 3}, DIAG_FILE_TOO_LARGE, "f");
    diag_hint(&diags, "make it %s", "small");
    diag_note(&diags, source, (Span){0, 1}, "first %d", 1);
    diag_note(&diags, source, (Span){2, 3}, "second");
    diag_report(&diags, source, (Span){2, 3}, DIAG_FILE_TOO_LARGE, "again");
    diag_note(&diags, source, (Span){0, 1}, "of a message that was told before");
    assert_string_equal(printed(&diags, print_plain),
                        "a.py:2:1: error[FZ0003]: 'f' is larger than 1 GiB\n    y\n    ^\n"
                        "    hint: make it small\n"
                        "a.py:1:1: note: first 1\n    x\n    ^\n"
                        "a.py:2:1: note: second\n    y\n    ^\n");
    const char *json = printed(&diags, diag_print_json);
    assert_non_null(strstr(json, ", \"hint\": \"make it small\", \"related\": [{\"file\": \"a.py\", "
                                 "\"line\": 1, \"column\": 1, \"end_line\": 1, \"end_column\": 2, "
                                 "\"message\": \"first 1\"}, {"));
}

// What is left of reports of one warning at three places, as "1:3:" and so on.
static uint32_t kept(const WarningSet *set, const char *text, Severity *severity)
{
    Diagnostics diags = {.arena = &arena, .warnings = set};
    Source *source = make_source("a.py", text);
    for (uint32_t i = 0; i < source->line_count; i++)
        diag_report(&diags, source, (Span){source->line_starts[i], source->line_starts[i]},
                    DIAG_NAME_NEVER_BOUND, "x");
    *severity = diags.list.count ? diags.list.items[0].severity : SEVERITY_NOTE;
    return diags.list.count;
}

static void warnings_can_be_switched(void **state)
{
    (void)state;
    static const struct {
        const char *words[3];
        uint32_t count;
        Severity severity;
    } cases[] = {
        {{NULL}, 1, SEVERITY_WARNING},
        {{"no-never-bound"}, 0, SEVERITY_NOTE},
        {{"no-all"}, 0, SEVERITY_NOTE},
        {{"no-all", "never-bound"}, 1, SEVERITY_WARNING},
        {{"error"}, 1, SEVERITY_ERROR},
        {{"error", "no-error=never-bound"}, 1, SEVERITY_WARNING},
        {{"error=never-bound"}, 1, SEVERITY_ERROR},
        {{"no-all", "error=never-bound"}, 1, SEVERITY_ERROR},
        {{"error=computed-all"}, 1, SEVERITY_WARNING},
        {{"error", "no-error"}, 1, SEVERITY_WARNING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        WarningSet set;
        Severity severity;
        warnings_defaults(&set);
        for (size_t k = 0; k < 3 && cases[i].words[k]; k++)
            assert_true(warnings_set(&set, cases[i].words[k]));
        assert_int_equal(kept(&set, "x", &severity), cases[i].count);
        assert_int_equal(severity, cases[i].severity);
    }
    WarningSet set;
    warnings_defaults(&set);
    static const char *const unknown[] = {"", "no-", "never", "never-boundx", "error=", "error=all",
                                          "FZ0608", "no-no-never-bound"};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        assert_false(warnings_set(&set, unknown[i]));
}

static void comments_silence_a_line(void **state)
{
    (void)state;
    Severity severity;
    assert_int_equal(kept(NULL, "x # fz: ignore", &severity), 0);
    assert_int_equal(kept(NULL, "x # fz: ignore[never-bound]", &severity), 0);
    assert_int_equal(kept(NULL, "x # fz: ignore[computed-all,  never-bound]", &severity), 0);
    assert_int_equal(kept(NULL, "x # note # fz: ignore\ny", &severity), 1);
    assert_int_equal(kept(NULL, "x # fz: ignore[computed-all]", &severity), 1);
    assert_int_equal(kept(NULL, "x # fz: ignore[never-bounds]", &severity), 1);
    assert_int_equal(kept(NULL, "x # fz: ignore[never-bound", &severity), 0);
    assert_int_equal(kept(NULL, "x # fz: ignor", &severity), 1);
    assert_int_equal(kept(NULL, "x\ny # fz: ignore\nz", &severity), 2);
}

static void every_warning_has_a_row_and_a_name(void **state)
{
    (void)state;
    for (unsigned code = 0; code < DIAG_COUNT; code++) {
        Severity severity = diag_severity((DiagCode)code);
        if (severity == SEVERITY_WARNING || severity == SEVERITY_ADVICE)
            assert_non_null(warning_name((DiagCode)code));
        else if (severity == SEVERITY_NOTE)
            assert_null(warning_name((DiagCode)code));
    }
}

// docs/warnings.md holds the tables that `check --list-warnings` prints.
static void the_docs_list_the_rows(void **state)
{
    (void)state;
    const char *path = arena_format(&arena, "%s/docs/warnings.md", getenv("SOURCE_ROOT"));
    Source docs;
    assert_int_equal(source_read(&arena, path, &docs), SOURCE_OK);
    static const Severity severities[] = {SEVERITY_WARNING, SEVERITY_ADVICE, SEVERITY_ERROR};
    for (size_t i = 0; i < sizeof severities / sizeof severities[0]; i++) {
        FILE *file = tmpfile();
        assert_non_null(file);
        warnings_print_table(file, severities[i]);
        size_t size = (size_t)ftell(file);
        char *table = arena_alloc(&arena, size + 1);
        rewind(file);
        assert_int_equal(fread(table, 1, size, file), size);
        fclose(file);
        if (!strstr(docs.text, table))
            print_error("docs/warnings.md should hold:\n%s", table);
        assert_non_null(strstr(docs.text, table));
    }
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
        cmocka_unit_test(no_messages_print_nothing),
        cmocka_unit_test(hints_and_other_places_belong_to_the_last_message),
        cmocka_unit_test(warnings_can_be_switched),
        cmocka_unit_test(comments_silence_a_line),
        cmocka_unit_test(every_warning_has_a_row_and_a_name),
        cmocka_unit_test(the_docs_list_the_rows),
    };
    return cmocka_run_group_tests(tests, NULL, free_arena);
}
