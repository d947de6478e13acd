// SPDX-License-Identifier: MIT
// docs/memory.md has a table of bytes for each kind of object. The figures are worked out here from
// the layouts; the page must show the same. With the argument --print the table is printed for the
// page.
#include "flashfreeze/object.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// One object that a Python object is made of.
typedef struct {
    FzKind kind;
    uint32_t flags;
    uint32_t count;
} Part;

enum { MOST_PARTS = 6 };

static const struct {
    const char *what;
    const char *micropython; // measured on a 32-bit target, or from its structures; 16-byte blocks
    Part parts[MOST_PARTS];  // up to the first FREE
} rows[] = {
    {"integer of up to 31 bits", "0", {{FZ_KIND_FREE, 0, 0}}},
    {"integer 2**40", "32", {{FZ_KIND_INT, 0, 2}}},
    {"float, 32 bits", "16", {{FZ_KIND_FLOAT, 0, 1}}},
    {"float, 64 bits", "16", {{FZ_KIND_FLOAT, 0, 2}}},
    {"str of 8 ASCII characters", "32", {{FZ_KIND_STR, 0, 8}}},
    {"bytes of 8", "32", {{FZ_KIND_BYTES, 0, 8}}},
    {"bytearray of 8", "32", {{FZ_KIND_BYTEARRAY, 0, 8}, {FZ_KIND_BUFFER, 0, 8}}},
    {"memoryview", "16", {{FZ_KIND_MEMORYVIEW, 0, 0}}},
    {"tuple of 4", "32", {{FZ_KIND_TUPLE, 0, 4}}},
    {"list of 10", "64", {{FZ_KIND_LIST, 0, 10}, {FZ_KIND_ARRAY, 0, 10}}},
    {"dict of 4 entries", "48", {{FZ_KIND_DICT, 0, 4}, {FZ_KIND_TABLE, FZ_HEADER_A, 4}}},
    {"dict of 10 entries", "96", {{FZ_KIND_DICT, 0, 10}, {FZ_KIND_TABLE, FZ_HEADER_A, 10}}},
    {"set of 4 items", "32", {{FZ_KIND_SET, 0, 4}, {FZ_KIND_TABLE, 0, 4}}},
    {"range, slice", "16", {{FZ_KIND_RANGE, 0, 0}}},
    {"view of a dict", "16", {{FZ_KIND_DICT_VIEW, 0, 0}}},
    {"iterator of a list", "16", {{FZ_KIND_SEQ_ITER, 0, 0}}},
    {"enumerate, reversed", "16", {{FZ_KIND_ENUMERATE, 0, 0}}},
    {"zip of 2", "16", {{FZ_KIND_ZIP, 0, 2}}},
    {"map over 1", "16", {{FZ_KIND_MAP, 0, 1}}},
    {"instance with 2 attributes", "32", {{FZ_KIND_INSTANCE, 0, 2}}},
    {"instance with 8 attributes", "80", {{FZ_KIND_INSTANCE, 0, 8}}},
    {"function at module or class level", "16", {{FZ_KIND_FREE, 0, 0}}},
    {"function made in a function", "16", {{FZ_KIND_FUNCTION, 0, 0}}},
    {"function with 2 defaults", "32",
     {{FZ_KIND_FUNCTION, 0, FZ_FUNCTION_DEFAULTS}, {FZ_KIND_TUPLE, 0, 2}}},
    {"closure over 1 variable", "48",
     {{FZ_KIND_FUNCTION, 0, FZ_FUNCTION_CLOSURE}, {FZ_KIND_TUPLE, 0, 1}, {FZ_KIND_CELL, 0, 0}}},
    {"cell of a variable", "16", {{FZ_KIND_CELL, 0, 0}}},
    {"property", "16", {{FZ_KIND_PROPERTY, 0, 0}}},
    {"static or class method", "16", {{FZ_KIND_STATICMETHOD, 0, 0}}},
    {"bound method", "16", {{FZ_KIND_BOUND_METHOD, 0, 0}}},
    {"generator with 6 slots", "64", {{FZ_KIND_GENERATOR, 0, 6}}},
    {"exception with one argument", "32", {{FZ_KIND_EXCEPTION, 0, 0}, {FZ_KIND_TUPLE, 0, 1}}},
    {"exception raised through one frame", "48",
     {{FZ_KIND_EXCEPTION, 0, 0}, {FZ_KIND_TUPLE, 0, 1}, {FZ_KIND_ARRAY, 0, 2}}},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

static uint32_t row_size(unsigned row)
{
    uint32_t size = 0;
    for (const Part *part = rows[row].parts; part->kind != FZ_KIND_FREE; part++)
        size += fz_object_size(fz_header(part->kind, part->flags, part->count));
    return size;
}

static void format_row(unsigned row, char *line, size_t size)
{
    const char *peer = rows[row].micropython;
    snprintf(line, size, "| %s | %u | %s |\n", rows[row].what, row_size(row), *peer ? peer : "not measured");
}

static void the_page_shows_the_sizes_of_the_layouts(void **state)
{
    (void)state;
    char path[1024];
    const char *root = getenv("SOURCE_ROOT");
    snprintf(path, sizeof path, "%s/docs/memory.md", root ? root : ".");
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    static char page[64 * 1024];
    size_t size = fread(page, 1, sizeof page - 1, file);
    page[size] = 0;
    fclose(file);
    for (unsigned row = 0; row < ROW_COUNT; row++) {
        char line[200];
        format_row(row, line, sizeof line);
        if (!strstr(page, line))
            fail_msg("docs/memory.md lacks the row: %s", line);
    }
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--print") == 0) {
        for (unsigned row = 0; row < ROW_COUNT; row++) {
            char line[200];
            format_row(row, line, sizeof line);
            fputs(line, stdout);
        }
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_shows_the_sizes_of_the_layouts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
