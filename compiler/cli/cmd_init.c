// SPDX-License-Identifier: MIT
// flashfreeze init: a manifest and a program to start from. Files that are there are left alone.
#define _XOPEN_SOURCE 700
#include "../emit/output.h"
#include "command.h"

#include <getopt.h>
#include <stdlib.h>

static const char program_text[] =
    "def greet(name):\n"
    "    return f\"Hello, {name}!\"\n"
    "\n"
    "\n"
    "print(greet(\"flash\"))\n";

// The directory's own name as far as a manifest's `name` allows, else "app".
static const char *project_name(Arena *arena, const char *directory)
{
    char *full = realpath(directory, NULL);
    const char *base = full ? path_base(full) : "";
    char *name = arena_copy(arena, base, strlen(base));
    free(full);
    for (char *at = name; *at; at++) {
        bool is_letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at == '_';
        bool is_other = (*at >= '0' && *at <= '9') || *at == '-';
        if (!is_letter && (!is_other || at == name))
            return "app";
    }
    return *name ? name : "app";
}

static bool write_text(Arena *arena, Diagnostics *diags, const char *directory, const char *name,
                       const char *text)
{
    const char *path = path_join(arena, directory, name);
    if (path_is_file(path)) {
        printf("%s is there already\n", path);
        return true;
    }
    Output output;
    output_open(&output, diags, path);
    fputs(text, output.stream);
    if (!output_close(&output))
        return false;
    printf("%s written\n", path);
    return true;
}

int cmd_init(int argc, char **argv)
{
    static const struct option options[] = {{NULL, 0, NULL, 0}};
    optind = 1;
    if (getopt_long(argc, argv, "", options, NULL) != -1)
        return EXIT_USAGE;
    if (optind + 1 < argc)
        return usage_error("init", "one directory at a time");
    const char *directory = optind < argc ? argv[optind] : ".";
    Session session = {.diags = {.arena = &session.arena}};
    Arena *arena = &session.arena;
    if (output_directory(&session.diags, directory)) {
        const char *name = project_name(arena, directory);
        const char *text = arena_format(
            arena,
            "# What flashfreeze makes of this directory; docs/manifest.md describes every key.\n"
            "flashfreeze: 1\n"
            "name: %s\n"
            "entry: main\n"
            "runtime: {heap: 4K, stack: 1K}\n"
            "outputs: {dir: build}\n",
            name);
        if (write_text(arena, &session.diags, directory, DEFAULT_MANIFEST, text))
            write_text(arena, &session.diags, directory, "main.py", program_text);
    }
    return session_close(&session);
}
