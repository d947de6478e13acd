// SPDX-License-Identifier: MIT
// Dependencies in the syntax of Make, which Ninja reads too.
#include "emit.h"

// A file name as Make reads it.
static void print_path(const char *path, FILE *out)
{
    for (; *path; path++) {
        if (*path == ' ' || *path == '#' || *path == '\\')
            fputc('\\', out);
        if (*path == '$')
            fputc('$', out);
        fputc(*path, out);
    }
}

void emit_depfile(const PathList *targets, const PathList *files, FILE *out)
{
    for (uint32_t i = 0; i < targets->count; i++) {
        fputs(i ? " " : "", out);
        print_path(targets->items[i], out);
    }
    fputc(':', out);
    for (uint32_t i = 0; i < files->count; i++) {
        fputs(" \\\n  ", out);
        print_path(files->items[i], out);
    }
    fputc('\n', out);
}
