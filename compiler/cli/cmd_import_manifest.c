// SPDX-License-Identifier: MIT
// flashfreeze import-manifest: the manifest.py of a port of MicroPython as a manifest for `build`.
#define _POSIX_C_SOURCE 200809L
#include "../emit/output.h"
#include "command.h"
#include "port_manifest.h"

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

// pkg/mod.py and pkg/__init__.py as names of modules.
static const char *module_name(Arena *arena, const char *file)
{
    size_t size = strlen(file) - 3;
    if (size > 9 && strcmp(file + size - 9, "/__init__.py") == 0)
        size -= 9;
    char *name = arena_copy(arena, file, size);
    for (char *at = name; *at; at++)
        if (*at == '/')
            *at = '.';
    return name;
}

// What runs first on a board, as far as it is frozen; else the first module.
static const char *entry_of(const PortManifest *manifest)
{
    static const char *const names[] = {"main.py", "_boot.py", "boot.py"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        for (uint32_t k = 0; k < manifest->items.count; k++)
            if (strcmp(manifest->items.items[k].name, names[i]) == 0)
                return names[i];
    return manifest->items.items[0].name;
}

static void put_quoted(FILE *out, const char *text)
{
    putc('\'', out);
    for (; *text; text++) {
        if (*text == '\'')
            putc('\'', out);
        putc(*text, out);
    }
    putc('\'', out);
}

static void write_yaml(const PortManifest *manifest, FILE *out)
{
    fprintf(out, "flashfreeze: 1\ntarget: micropython\nentry: %s\nsearch: []\nmodules:\n",
            module_name(manifest->arena, entry_of(manifest)));
    for (uint32_t i = 0; i < manifest->items.count; i++) {
        fputs("  - {path: ", out);
        put_quoted(out, manifest->items.items[i].path);
        fprintf(out, ", as: %s}\n", module_name(manifest->arena, manifest->items.items[i].name));
    }
    fputs("strip: {asserts: true, lines: none}\n"
          "# The list of names that the firmware's build makes:\n"
          "# firmware: {qstrs: build/genhdr/qstrdefs.preprocessed.h}\n"
          "# outputs: {mpy: false, frozen: frozen_content.c}\n",
          out);
}

static int convert(PortManifest *manifest, const char *input, const char *output)
{
    if (!port_manifest_read(manifest, input))
        return EXIT_INPUT;
    if (manifest->items.count == 0) {
        diag_report(manifest->diags, NULL, (Span){0}, DIAG_CANNOT_READ, input, "it freezes nothing");
        return EXIT_INPUT;
    }
    if (strcmp(output, "-") == 0) {
        write_yaml(manifest, stdout);
        return EXIT_DONE;
    }
    Output file;
    output_open(&file, manifest->diags, output);
    write_yaml(manifest, file.stream);
    return output_close(&file) ? EXIT_DONE : EXIT_IO;
}

int cmd_import_manifest(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"var", required_argument, NULL, 'v'},
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    WarningSet warnings;
    warnings_defaults(&warnings);
    Diagnostics diags = {.arena = &arena, .warnings = &warnings};
    PortManifest manifest = {.arena = &arena, .names = {.arena = &arena}, .diags = &diags};
    const char *output = DEFAULT_MANIFEST;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:v:", options, NULL)) != -1) {
        if (option == 'o')
            output = optarg;
        else if (option != 'v' || !port_manifest_variable(&manifest, optarg))
            return usage_error("import-manifest", "wrong option");
    }
    if (optind + 1 != argc)
        return usage_error("import-manifest", "takes one manifest.py");
    int code = convert(&manifest, argv[optind], output);
    diag_print(&diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    arena_free(&arena);
    return code;
}
