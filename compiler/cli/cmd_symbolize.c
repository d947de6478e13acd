// SPDX-License-Identifier: MIT
// flashfreeze symbolize: tracebacks of an image without lines or names, as the device printed them,
// become what they would be with them. Everything else is copied.
#include "../base/source.h"
#include "command.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 4096 };

typedef struct {
    const char *module; // of the traceback's line: dotted
    size_t module_size;
    unsigned long line;
    unsigned long offset;
    bool has_offset;
    const char *name; // after "in "
} Shown;

// A row of the map: its name, and the line of the place in it.
typedef struct {
    const char *name;
    size_t name_size;
    unsigned long line;
} Found;

static bool skip(const char **at, const char *text)
{
    size_t size = strlen(text);
    if (strncmp(*at, text, size) != 0)
        return false;
    *at += size;
    return true;
}

// "  File "a/b.py", line 3+17, in f": slashes become points.
static bool read_place(char *line, Shown *place)
{
    const char *at = line;
    if (!skip(&at, "  File \""))
        return false;
    char *start = line + (at - line);
    char *end = strstr(start, ".py\", line ");
    if (!end)
        return false;
    place->module = start;
    place->module_size = (size_t)(end - start);
    at = end + strlen(".py\", line ");
    char *rest;
    place->line = strtoul(at, &rest, 10);
    place->has_offset = *rest == '+';
    if (place->has_offset)
        place->offset = strtoul(rest + 1, &rest, 10);
    at = rest;
    if (!skip(&at, ", in "))
        return false;
    place->name = at;
    return true;
}

static bool is_module(const Shown *place, const char *row, size_t size)
{
    if (size != place->module_size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (row[i] != (place->module[i] == '/' ? '.' : place->module[i]))
            return false;
    return true;
}

// The last part of the row's name, which tracebacks show, is that of the place, or it shows none.
static bool fits_name(const Shown *place, const Found *found)
{
    size_t size = strlen(place->name);
    if (size == 0)
        return true;
    return found->name_size >= size &&
           memcmp(found->name + found->name_size - size, place->name, size) == 0;
}

// Whether the row at `row` has the place.
static bool look(const Shown *place, const char *row, Found *found)
{
    const char *name = strchr(row, ' ');
    const char *numbers = name ? strchr(name + 1, ' ') : NULL;
    if (!numbers || !is_module(place, row, (size_t)(name - row)))
        return false;
    char *at;
    found->name = name + 1;
    found->name_size = (size_t)(numbers - name - 1);
    unsigned long definition = strtoul(numbers, &at, 10);
    unsigned long size = strtoul(at, &at, 10);
    found->line = definition;
    if (place->has_offset && (place->line != definition || place->offset >= size))
        return false;
    bool has_line = definition == place->line;
    while (*at == ' ') {
        unsigned long offset = strtoul(at, &at, 10);
        unsigned long line = *at == ':' ? strtoul(at + 1, &at, 10) : 0;
        if (place->has_offset && offset <= place->offset)
            found->line = line;
        has_line |= line == place->line;
    }
    if (!place->has_offset) {
        found->line = place->line;
        if (!has_line)
            return false;
    }
    return fits_name(place, found);
}

static void translate(char *line, const char *map)
{
    Shown place = {0};
    Found found;
    bool is_place = read_place(line, &place);
    for (const char *row = map; is_place && *row;) {
        if (look(&place, row, &found)) {
            const char *shown = found.name + found.name_size;
            while (shown > found.name && shown[-1] != '.')
                shown--;
            printf("  File \"%.*s.py\", line %lu, in %.*s\n", (int)place.module_size, place.module,
                   found.line, (int)(found.name + found.name_size - shown), shown);
            return;
        }
        const char *end = strchr(row, '\n');
        row = end ? end + 1 : row + strlen(row);
    }
    puts(line);
}

int cmd_symbolize(int argc, char **argv)
{
    if (argc < 2 || argc > 3 || argv[1][0] == '-')
        return usage_error("symbolize", "a map, and one file at most");
    Arena arena = {0};
    Source map;
    FILE *input = argc == 3 ? fopen(argv[2], "r") : stdin;
    bool is_good = source_read(&arena, argv[1], &map) == SOURCE_OK;
    if (!is_good || !input) {
        fprintf(stderr, "flashfreeze symbolize: cannot read '%s'\n", is_good ? argv[2] : argv[1]);
        arena_free(&arena);
        return EXIT_IO;
    }
    char line[LONGEST_LINE];
    while (fgets(line, sizeof line, input)) {
        line[strcspn(line, "\n")] = 0;
        translate(line, map.text);
    }
    if (input != stdin)
        fclose(input);
    arena_free(&arena);
    return EXIT_DONE;
}
