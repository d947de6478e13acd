// SPDX-License-Identifier: MIT
// What the front end says about many sources, in one process. Standard input: sources, each behind
// its size (4 bytes, little-endian). Standard output: for each one line of JSON, a list of its
// errors in order of place: [[line, message], ...], empty for an accepted source.
#include "../../compiler/sema/scope.h"
#include "../../compiler/syntax/parser.h"

#include <stdlib.h>

static uint32_t read_size(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static void print_message(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            putchar('\\');
        if (c < ' ')
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static int by_place(const void *left, const void *right)
{
    const Diag *a = left;
    const Diag *b = right;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

static void print_errors(Diagnostics *diags)
{
    if (diags->list.count)
        qsort(diags->list.items, diags->list.count, sizeof *diags->list.items, by_place);
    const char *before = "";
    putchar('[');
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.items[i];
        if (diag->severity != SEVERITY_ERROR)
            continue;
        uint32_t line = diag->source ? source_position(diag->source, diag->span.start).line : 0;
        printf("%s[%u, ", before, line);
        print_message(diag->text);
        putchar(']');
        before = ", ";
    }
    puts("]");
}

static void check(Arena *arena, const char *text, uint32_t size)
{
    Names names = {.arena = arena};
    Diagnostics diags = {.arena = arena};
    Source source;
    Module module;
    source_from_text(arena, "source", text, size, &source);
    if (parse_module(arena, &names, &diags, &source, &module))
        scope_analyse(arena, &names, &diags, &module);
    print_errors(&diags);
}

int main(void)
{
    Arena arena = {0};
    unsigned char head[4];
    while (fread(head, 1, sizeof head, stdin) == sizeof head) {
        uint32_t size = read_size(head);
        char *text = arena_alloc(&arena, (size_t)size + 1);
        if (fread(text, 1, size, stdin) != size)
            return 1;
        check(&arena, text, size);
        arena_reset(&arena);
    }
    arena_free(&arena);
    return 0;
}
