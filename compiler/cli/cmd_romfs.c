// SPDX-License-Identifier: MIT
// flashfreeze romfs: a directory as an image of MicroPython's read-only file system; Python files in
// it become .mpy files.
#define _POSIX_C_SOURCE 200809L
#include "../compile.h"
#include "../emit/output.h"
#include "../micropython/mpy.h"
#include "../micropython/romfs.h"
#include "command.h"
#include "mpy_file.h"

#include <dirent.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    Arena arena;
    Diagnostics diags;
    const char *output;
    uint32_t level;
    int code;
} Romfs;

static void fail(Romfs *romfs, const char *path, const char *why)
{
    diag_report(&romfs->diags, NULL, (Span){0}, DIAG_CANNOT_READ, path, why);
    romfs->code = EXIT_IO;
}

// `inside` is the file's path in the image, for tracebacks.
static void add_python(Romfs *romfs, Bytes *out, const char *path, const char *name,
                       const char *inside)
{
    CompiledModule unit = {.diags = {.warnings = mpy_warnings()}};
    CompileOptions options = {.module_name = "module",
                              .strip_docstrings = true,
                              .strip_asserts = romfs->level >= 1,
                              .float_bits = 64,
                              .for_micropython = true};
    MpyOptions mpy = {.file_name = inside, .int_bits = 31, .lines = romfs->level < 3};
    MpyModule module;
    Bytes bytes = {0};
    if (compile_file(&unit, path, &options, DUMP_NONE) &&
        mpy_compile(&unit.arena, &unit.names, &unit.diags, &unit.ir, &mpy, &module)) {
        mpy_write(&unit.arena, &module, &mpy, &bytes);
        const char *as = arena_format(&romfs->arena, "%.*s.mpy", (int)strlen(name) - 3, name);
        romfs_file(&romfs->arena, out, as, bytes.items, bytes.count);
    } else {
        romfs->code = EXIT_INPUT;
    }
    diag_print(&unit.diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    compile_free(&unit);
}

static void add_data(Romfs *romfs, Bytes *out, const char *path, const char *name)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fail(romfs, path, "there is no such file");
        return;
    }
    Bytes bytes = {0};
    int c;
    while ((c = getc(file)) != EOF)
        VEC_PUSH(&romfs->arena, &bytes, (uint8_t)c);
    fclose(file);
    romfs_file(&romfs->arena, out, name, bytes.items, bytes.count);
}

static void add_directory(Romfs *romfs, Bytes *out, const char *path, const char *inside)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    if (count < 0) {
        fail(romfs, path, "it is no directory");
        return;
    }
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        const char *inner = path_join(&romfs->arena, path, name);
        const char *below = arena_format(&romfs->arena, "%s%s", inside, name);
        size_t size = strlen(name);
        struct stat status;
        if (*name == '.') {
            // hidden files stay out, and the directory itself and its parent
        } else if (stat(inner, &status) == 0 && S_ISDIR(status.st_mode)) {
            Bytes records = {0};
            add_directory(romfs, &records, inner, arena_format(&romfs->arena, "%s/", below));
            romfs_directory(&romfs->arena, out, arena_copy(&romfs->arena, name, size), &records);
        } else if (size > 3 && strcmp(name + size - 3, ".py") == 0) {
            add_python(romfs, out, inner, name, below);
        } else {
            add_data(romfs, out, inner, name);
        }
        free(entries[i]);
    }
    free(entries);
}

static void write_image(Romfs *romfs, const char *path)
{
    Bytes records = {0};
    Bytes image = {0};
    add_directory(romfs, &records, path, "");
    if (romfs->code != EXIT_DONE)
        return;
    romfs_image(&romfs->arena, &image, &records);
    Output output;
    output_open(&output, &romfs->diags, romfs->output);
    fwrite(image.items, 1, image.count, output.stream);
    if (output_close(&output))
        printf("%u bytes: %s\n", (unsigned)image.count, romfs->output);
    else
        romfs->code = EXIT_IO;
}

int cmd_romfs(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {NULL, 0, NULL, 0},
    };
    Romfs romfs = {.output = "app.romfs"};
    romfs.diags.arena = &romfs.arena;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:O:", options, NULL)) != -1) {
        if (option == 'o')
            romfs.output = optarg;
        else if (option == 'O' && *optarg >= '0' && *optarg <= '3' && !optarg[1])
            romfs.level = (uint32_t)(*optarg - '0');
        else
            return usage_error("romfs", "wrong option");
    }
    if (optind + 1 != argc)
        return usage_error("romfs", "takes one directory");
    write_image(&romfs, argv[optind]);
    int code = romfs.code;
    diag_print(&romfs.diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    arena_free(&romfs.arena);
    return code;
}
