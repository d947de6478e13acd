// SPDX-License-Identifier: MIT
// Places in source text: offsets to lines and columns and back, for every kind of line end.
#include "../../compiler/base/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void assert_place(const Source *source, uint32_t offset, uint32_t line, uint32_t column)
{
    Position at = source_position(source, offset);
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
    assert_int_equal(source_offset(source, line, column), offset);
}

static void lines_end_in_any_of_three_ways(void **state)
{
    (void)state;
    Arena arena = {0};
    Source source;
    source_from_text(&arena, "x", "ab\ncd\r\nef\rgh", 12, &source);
    assert_int_equal(source.line_count, 4);
    assert_place(&source, 0, 1, 1);
    assert_place(&source, 2, 1, 3);
    assert_place(&source, 3, 2, 1);
    assert_place(&source, 7, 3, 1);
    assert_place(&source, 10, 4, 1);
    assert_place(&source, 12, 4, 3);
    arena_free(&arena);
}

static void columns_count_code_points(void **state)
{
    (void)state;
    Arena arena = {0};
    Source source;
    const char *text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x90\x8dz\n\xc3\xa9=1";
    source_from_text(&arena, "x", text, strlen(text), &source);
    assert_place(&source, 1, 1, 2);
    assert_place(&source, 3, 1, 3);
    assert_place(&source, 6, 1, 4);
    assert_place(&source, 10, 1, 5);
    assert_place(&source, 12, 2, 1);
    assert_place(&source, 14, 2, 2);
    arena_free(&arena);
}

static void places_outside_are_clamped(void **state)
{
    (void)state;
    Arena arena = {0};
    Source source;
    source_from_text(&arena, "x", "one\ntwo", 7, &source);
    assert_int_equal(source_position(&source, 1000).line, 2);
    assert_int_equal(source_position(&source, 1000).column, 4);
    assert_int_equal(source_offset(&source, 0, 0), 0);
    assert_int_equal(source_offset(&source, 1, 1000), 4);
    assert_int_equal(source_offset(&source, 9, 1), 7);
    arena_free(&arena);
}

static void an_empty_text_has_one_line(void **state)
{
    (void)state;
    Arena arena = {0};
    Source source;
    source_from_text(&arena, "x", "", 0, &source);
    assert_int_equal(source.line_count, 1);
    assert_place(&source, 0, 1, 1);
    source_from_text(&arena, "x", "\r", 1, &source);
    assert_int_equal(source.line_count, 2);
    arena_free(&arena);
}

static void reading_keeps_every_byte(void **state)
{
    (void)state;
    Arena arena = {0};
    Source source;
    enum { SIZE = 200000 };
    char path[] = "flashfreeze_test_source.tmp";
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (int i = 0; i < SIZE; i++)
        fputc(i % 251, file);
    fclose(file);
    assert_int_equal(source_read(&arena, path, &source), SOURCE_OK);
    assert_int_equal(source.size, SIZE);
    for (int i = 0; i < SIZE; i++)
        assert_int_equal((unsigned char)source.text[i], i % 251);
    assert_int_equal(source.text[SIZE], 0);
    remove(path);
    arena_free(&arena);
}

static void failures_to_read_are_told_apart(void **state)
{
    (void)state;
    Arena arena = {0};
    Source source;
    assert_int_equal(source_read(&arena, "no/such/file", &source), SOURCE_NOT_FOUND);
    assert_int_equal(source_read(&arena, ".", &source), SOURCE_UNREADABLE);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_in_any_of_three_ways),
        cmocka_unit_test(columns_count_code_points),
        cmocka_unit_test(places_outside_are_clamped),
        cmocka_unit_test(an_empty_text_has_one_line),
        cmocka_unit_test(reading_keeps_every_byte),
        cmocka_unit_test(failures_to_read_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
