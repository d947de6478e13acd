// SPDX-License-Identifier: MIT
// flashfreeze romfs: a directory as an image of MicroPython's read-only file system; Python files in
// it become .mpy files.
#include "../emit/output.h"
#include "../micropython/romfs.h"
#include "command.h"
#include "mpy_files.h"

typedef struct {
    MpyFiles files;
    MpySet set;
    uint32_t next; // module of the set
    const char *output;
    int code;
} Romfs;

static void fail(Romfs *romfs, const char *path, const char *why)
{
    diag_report(&romfs->files.diags, NULL, (Span){0}, DIAG_CANNOT_READ, path, why);
    romfs->code = EXIT_IO;
}

// Modules come in the order in which the set has them.
static void add_python(Romfs *romfs, Bytes *out, const char *name)
{
    Arena *arena = &romfs->files.arena;
    const MpySetModule *module = romfs->set.modules.items[romfs->next++];
    Bytes bytes = {0};
    mpy_write(arena, &module->code, &module->input.options, &bytes);
    const char *as = arena_format(arena, "%.*s.mpy", (int)strlen(name) - 3, name);
    romfs_file(arena, out, as, bytes.items, bytes.count);
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
        VEC_PUSH(&romfs->files.arena, &bytes, (uint8_t)c);
    fclose(file);
    romfs_file(&romfs->files.arena, out, name, bytes.items, bytes.count);
}

static void add_directory(Romfs *romfs, Bytes *out, const char *path)
{
    Arena *arena = &romfs->files.arena;
    PathList entries = {0};
    path_list(arena, path, &entries);
    for (uint32_t i = 0; i < entries.count; i++) {
        const char *name = entries.items[i];
        const char *inner = path_join(arena, path, name);
        size_t size = strlen(name);
        if (*name == '.')
            continue; // hidden files stay out
        if (path_is_directory(inner)) {
            Bytes records = {0};
            add_directory(romfs, &records, inner);
            romfs_directory(arena, out, name, &records);
        } else if (size > 3 && strcmp(name + size - 3, ".py") == 0) {
            add_python(romfs, out, name);
        } else {
            add_data(romfs, out, inner, name);
        }
    }
}

static void write_image(Romfs *romfs, const char *path)
{
    Bytes records = {0};
    Bytes image = {0};
    add_directory(romfs, &records, path);
    if (romfs->code != EXIT_DONE)
        return;
    romfs_image(&romfs->files.arena, &image, &records);
    Output output;
    output_open(&output, &romfs->files.diags, romfs->output);
    fwrite(image.items, 1, image.count, output.stream);
    if (output_close(&output) && mpy_files_write_names(&romfs->files.diags, romfs->files.names, &romfs->set))
        printf("%u bytes: %s\n", (unsigned)image.count, romfs->output);
    else
        romfs->code = EXIT_IO;
}

int cmd_romfs(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        MPY_FILES_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    Romfs romfs = {.output = "app.romfs"};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:O:", options, NULL)) != -1) {
        if (option == 'o')
            romfs.output = optarg;
        else if (!mpy_files_option(&romfs.files, option))
            return usage_error("romfs", "wrong option");
    }
    if (optind + 1 != argc)
        return usage_error("romfs", "takes one directory");
    const char *directory = argv[optind];
    if (!mpy_files_add(&romfs.files, directory))
        romfs.code = EXIT_IO;
    else if (!mpy_files_compile(&romfs.files, NULL, &romfs.set))
        romfs.code = EXIT_INPUT;
    else
        write_image(&romfs, directory);
    int code = romfs.code;
    mpy_files_close(&romfs.files);
    mpy_set_free(&romfs.set);
    return code;
}
