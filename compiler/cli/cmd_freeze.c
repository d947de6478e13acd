// SPDX-License-Identifier: MIT
// flashfreeze freeze: modules as a C file for MicroPython firmware, with what each of them takes.
#define _POSIX_C_SOURCE 200809L
#include "../compile.h"
#include "../emit/output.h"
#include "../micropython/frozen.h"
#include "command.h"
#include "mpy_file.h"

#include <dirent.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    const char *name; // in the firmware
    const char *path;
} Item;

typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    const char *qstrs;
    const char *output;
    uint32_t level;
    bool quiet;
    VEC(Item) items;
    VEC(CompiledModule *) units;
    FrozenModules modules;
    FrozenFirmware firmware;
} Freeze;

static bool is_python(const char *name)
{
    size_t size = strlen(name);
    return size > 3 && strcmp(name + size - 3, ".py") == 0;
}

// Adds every .py file of the directory and below, in order of name.
static bool add_directory(Freeze *freeze, const char *path, const char *prefix)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    if (count < 0) {
        diag_report(&freeze->diags, NULL, (Span){0}, DIAG_CANNOT_READ, path, "it is no directory");
        return false;
    }
    bool is_good = true;
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        const char *inner = path_join(&freeze->arena, path, name);
        struct stat status;
        bool is_directory = *name != '.' && stat(inner, &status) == 0 && S_ISDIR(status.st_mode);
        if (is_directory)
            is_good = add_directory(freeze, inner, arena_format(&freeze->arena, "%s%s/", prefix, name)) && is_good;
        else if (*name != '.' && is_python(name))
            VEC_PUSH(&freeze->arena, &freeze->items,
                     (Item){arena_format(&freeze->arena, "%s%s", prefix, name), inner});
        free(entries[i]);
    }
    free(entries);
    return is_good;
}

// NAME=FILE, FILE.py or a directory.
static bool add_argument(Freeze *freeze, const char *argument)
{
    const char *equals = strchr(argument, '=');
    if (equals) {
        Item item = {arena_copy(&freeze->arena, argument, (size_t)(equals - argument)), equals + 1};
        VEC_PUSH(&freeze->arena, &freeze->items, item);
        return true;
    }
    if (!is_python(argument))
        return add_directory(freeze, argument, "");
    VEC_PUSH(&freeze->arena, &freeze->items, (Item){path_base(argument), argument});
    return true;
}

static bool read_firmware(Freeze *freeze)
{
    Source source;
    if (!freeze->qstrs || source_read(&freeze->arena, freeze->qstrs, &source) != SOURCE_OK) {
        diag_report(&freeze->diags, NULL, (Span){0}, DIAG_CANNOT_READ,
                    freeze->qstrs ? freeze->qstrs : "--qstrs", "the firmware's list of names is needed");
        return false;
    }
    if (frozen_read_firmware(&freeze->arena, &freeze->names, source.text, &freeze->firmware))
        return true;
    diag_report(&freeze->diags, NULL, (Span){0}, DIAG_CANNOT_READ, freeze->qstrs,
                "it has no lines Q(name)");
    return false;
}

static bool compile_item(Freeze *freeze, const Item *item)
{
    CompiledModule *unit = ARENA_NEW(&freeze->arena, CompiledModule);
    VEC_PUSH(&freeze->arena, &freeze->units, unit);
    unit->diags.warnings = mpy_warnings();
    CompileOptions options = {.module_name = "module",
                              .strip_docstrings = true,
                              .strip_asserts = freeze->level >= 1,
                              .float_bits = 64,
                              .for_micropython = true};
    MpyOptions mpy = {.file_name = item->name, .int_bits = 31, .lines = freeze->level < 3};
    FrozenModule module = {.name = item->name};
    bool is_good = compile_file(unit, item->path, &options, DUMP_NONE) &&
                   mpy_compile(&unit->arena, &unit->names, &unit->diags, &unit->ir, &mpy,
                               &module.code);
    diag_print(&unit->diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    if (is_good)
        VEC_PUSH(&freeze->arena, &freeze->modules, module);
    return is_good;
}

static uint32_t code_size(const V6Function *function, uint32_t *functions)
{
    uint32_t size = function->size;
    ++*functions;
    for (uint32_t i = 0; i < function->children.count; i++)
        size += code_size(function->children.items[i], functions);
    return size;
}

static void print_sizes(const Freeze *freeze)
{
    uint32_t total = 0;
    puts("    code  functions  names  constants  module");
    for (uint32_t i = 0; i < freeze->modules.count; i++) {
        const FrozenModule *module = &freeze->modules.items[i];
        uint32_t functions = 0;
        uint32_t size = code_size(module->code.top, &functions);
        printf("%8u %10u %6u %10u  %s\n", (unsigned)size, (unsigned)functions,
               (unsigned)module->code.tables.texts.count,
               (unsigned)module->code.tables.objects.count, module->name);
        total += size;
    }
    printf("%8u bytes of code in %u modules\n", (unsigned)total, (unsigned)freeze->modules.count);
}

static int run(Freeze *freeze)
{
    bool is_good = read_firmware(freeze);
    for (uint32_t i = 0; is_good && i < freeze->items.count; i++)
        is_good = compile_item(freeze, &freeze->items.items[i]);
    if (!is_good)
        return EXIT_INPUT;
    Output output;
    output_open(&output, &freeze->diags, freeze->output);
    frozen_write(&freeze->arena, &freeze->names, &freeze->firmware, &freeze->modules, output.stream);
    if (!output_close(&output))
        return EXIT_IO;
    if (!freeze->quiet)
        print_sizes(freeze);
    return EXIT_DONE;
}

static bool take_option(Freeze *freeze, int option)
{
    switch (option) {
    case 'o':
        freeze->output = optarg;
        return true;
    case 'n':
        freeze->qstrs = optarg;
        return true;
    case 'q':
        freeze->quiet = true;
        return true;
    case 'O':
        freeze->level = (uint32_t)(*optarg - '0');
        return *optarg >= '0' && *optarg <= '3' && !optarg[1];
    default:
        return false;
    }
}

int cmd_freeze(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"qstrs", required_argument, NULL, 'n'},
        {"quiet", no_argument, NULL, 'q'},
        {NULL, 0, NULL, 0},
    };
    Freeze freeze = {.output = "frozen_content.c"};
    freeze.names.arena = &freeze.arena;
    freeze.diags.arena = &freeze.arena;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:O:q", options, NULL)) != -1)
        if (!take_option(&freeze, option))
            return usage_error("freeze", "wrong option");
    if (optind == argc)
        return usage_error("freeze", "which modules?");
    bool is_good = true;
    for (int i = optind; i < argc; i++)
        is_good = add_argument(&freeze, argv[i]) && is_good;
    int code = is_good ? run(&freeze) : EXIT_IO;
    diag_print(&freeze.diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    for (uint32_t i = 0; i < freeze.units.count; i++)
        compile_free(freeze.units.items[i]);
    arena_free(&freeze.arena);
    return code;
}
