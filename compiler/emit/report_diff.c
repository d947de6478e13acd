// SPDX-License-Identifier: MIT
// What changed between two reports: flash by module, kind and object, RAM by part and word. For reviews, so
// what did not change is left out and what changed most comes first.
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    int64_t before;
    int64_t after;
} Change;
typedef VEC(Change) Changes;

static int64_t grown(const Change *change) { return change->after - change->before; }

static int by_difference(const void *left, const void *right)
{
    int64_t a = grown(left);
    int64_t b = grown(right);
    int64_t size_a = a < 0 ? -a : a;
    int64_t size_b = b < 0 ? -b : b;
    if (size_a != size_b)
        return size_a > size_b ? -1 : 1;
    return strcmp(((const Change *)left)->name, ((const Change *)right)->name);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(((const Change *)left)->name, ((const Change *)right)->name);
}

// What an entry of a list is called: objects with their kinds, words of RAM with their modules.
static const char *label_of(Arena *arena, const JsonValue *item)
{
    const char *name = json_text(item, "name");
    if (json_get(item, "kind"))
        return arena_format(arena, "%s %s", json_text(item, "kind"), name);
    return json_get(item, "module") ? arena_format(arena, "%s.%s", json_text(item, "module"), name) : name;
}

static void add_entries(Arena *arena, Changes *changes, const JsonValue *list, bool is_after)
{
    for (uint32_t i = 0; list && i < list->items.count; i++) {
        const JsonValue *item = list->items.items[i];
        int64_t bytes = json_number(item, "bytes");
        Change change = {label_of(arena, item), is_after ? 0 : bytes, is_after ? bytes : 0};
        VEC_PUSH(arena, changes, change);
    }
}

// Entries of one name become one; those that are the same before and after go.
static void merge(Changes *changes)
{
    uint32_t count = 0;
    if (changes->count > 1)
        qsort(changes->items, changes->count, sizeof *changes->items, by_name);
    for (uint32_t i = 0; i < changes->count;) {
        Change sum = changes->items[i++];
        while (i < changes->count && strcmp(changes->items[i].name, sum.name) == 0) {
            sum.before += changes->items[i].before;
            sum.after += changes->items[i++].after;
        }
        if (sum.before != sum.after)
            changes->items[count++] = sum;
    }
    changes->count = count;
    if (count > 1)
        qsort(changes->items, count, sizeof *changes->items, by_difference);
}

static Changes changes_of(Arena *arena, const JsonValue *before, const JsonValue *after)
{
    Changes changes = {0};
    add_entries(arena, &changes, before, false);
    add_entries(arena, &changes, after, true);
    merge(&changes);
    return changes;
}

// The parts of a report that are numbers.
static Changes totals_of(Arena *arena, const ReportDiff *diff)
{
    static const char *const parts[] = {"registers", "globals", "heap", "stack"};
    Changes changes = {0};
    Change flash = {"flash", json_number(diff->before, "flash"), json_number(diff->after, "flash")};
    Change tables = {"header and tables", json_number(diff->before, "tables"), json_number(diff->after, "tables")};
    const JsonValue *ram_before = json_get(diff->before, "ram");
    const JsonValue *ram_after = json_get(diff->after, "ram");
    Change ram = {"RAM", json_number(ram_before, "arena"), json_number(ram_after, "arena")};
    VEC_PUSH(arena, &changes, flash);
    VEC_PUSH(arena, &changes, tables);
    VEC_PUSH(arena, &changes, ram);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        VEC_PUSH(arena, &changes,
                 (Change){parts[i], json_number(ram_before, parts[i]), json_number(ram_after, parts[i])});
    return changes;
}

typedef struct {
    const char *key;   // in the JSON
    const char *title; // in the text
    Changes changes;
} Section;

enum { SECTIONS = 4 };

static void read_sections(Arena *arena, const ReportDiff *diff, Section *sections)
{
    static const char *const keys[SECTIONS] = {"modules", "kinds", "objects", "words"};
    static const char *const titles[SECTIONS] = {"by module", "by kind", "by object",
                                                 "RAM taken at boot, by variable"};
    for (uint32_t i = 0; i < SECTIONS; i++) {
        bool is_ram = strcmp(keys[i], "words") == 0;
        const JsonValue *before = is_ram ? json_get(diff->before, "ram") : diff->before;
        const JsonValue *after = is_ram ? json_get(diff->after, "ram") : diff->after;
        Changes changes = changes_of(arena, json_get(before, keys[i]), json_get(after, keys[i]));
        sections[i] = (Section){keys[i], titles[i], changes};
    }
}

static void print_change(FILE *out, const Change *change)
{
    fprintf(out, "  %+7" PRId64 "  %s: ", grown(change), change->name);
    if (change->before == 0)
        fprintf(out, "new, %" PRId64 "\n", change->after);
    else if (change->after == 0)
        fprintf(out, "gone, %" PRId64 "\n", change->before);
    else
        fprintf(out, "%" PRId64 " -> %" PRId64 "\n", change->before, change->after);
}

void emit_diff_text(Arena *arena, const ReportDiff *diff, FILE *out)
{
    Section sections[SECTIONS];
    Changes totals = totals_of(arena, diff);
    read_sections(arena, diff, sections);
    fprintf(out, "%s:\n", json_text(diff->after, "name"));
    for (uint32_t i = 0; i < totals.count; i++)
        if (grown(&totals.items[i]) != 0)
            print_change(out, &totals.items[i]);
        else if (strcmp(totals.items[i].name, "flash") == 0 || strcmp(totals.items[i].name, "RAM") == 0)
            fprintf(out, "       =  %s: %" PRId64 "\n", totals.items[i].name, totals.items[i].after);
    for (uint32_t i = 0; i < SECTIONS; i++) {
        if (sections[i].changes.count > 0)
            fprintf(out, "%s:\n", sections[i].title);
        for (uint32_t k = 0; k < sections[i].changes.count; k++)
            print_change(out, &sections[i].changes.items[k]);
    }
}

static void put_changes(FILE *out, const char *key, const Changes *changes)
{
    fprintf(out, ",\n  \"%s\": [", key);
    for (uint32_t i = 0; i < changes->count; i++) {
        fputs(i ? ",\n    {\"name\": " : "\n    {\"name\": ", out);
        json_put_text(out, changes->items[i].name, JSON_PLAIN);
        fprintf(out, ", \"before\": %" PRId64 ", \"after\": %" PRId64 "}", changes->items[i].before,
                changes->items[i].after);
    }
    fputc(']', out);
}

void emit_diff_json(Arena *arena, const ReportDiff *diff, FILE *out)
{
    Section sections[SECTIONS];
    Changes totals = totals_of(arena, diff);
    read_sections(arena, diff, sections);
    fputs("{\n  \"name\": ", out);
    json_put_text(out, json_text(diff->after, "name"), JSON_PLAIN);
    put_changes(out, "totals", &totals);
    for (uint32_t i = 0; i < SECTIONS; i++)
        put_changes(out, sections[i].key, &sections[i].changes);
    fputs("\n}\n", out);
}
