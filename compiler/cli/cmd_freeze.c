// SPDX-License-Identifier: MIT
// flashfreeze freeze: modules as a C file for MicroPython firmware, with what each of them takes.
#include "../emit/output.h"
#include "command.h"
#include "mpy_files.h"
#include "port_manifest.h"

typedef struct {
    MpyFiles files;
    Names names;
    const char *qstrs;
    const char *output;
    bool quiet, no_cache;
    MpySet set;
    FrozenFirmware firmware;
    PortManifest manifest; // of --manifest
    const char *manifest_path;
} Freeze;

static uint32_t code_size(const V6Function *function, uint32_t *functions)
{
    uint32_t size = function->size;
    ++*functions;
    for (uint32_t i = 0; i < function->children.count; i++)
        size += code_size(function->children.items[i], functions);
    return size;
}

static void print_sizes(const MpySet *set)
{
    uint32_t total = 0;
    puts("    code  functions  names  constants  module");
    for (uint32_t i = 0; i < set->modules.count; i++) {
        const MpySetModule *module = set->modules.items[i];
        uint32_t functions = 0;
        uint32_t size = code_size(module->code.top, &functions);
        printf("%8u %10u %6u %10u  %s\n", (unsigned)size, (unsigned)functions,
               (unsigned)module->code.tables.texts.count,
               (unsigned)module->code.tables.objects.count, module->item.name);
        total += size;
    }
    printf("%8u bytes of code in %u modules\n", (unsigned)total, (unsigned)set->modules.count);
}

static int run(Freeze *freeze)
{
    MpyFiles *files = &freeze->files;
    if (freeze->no_cache)
        files->cache = NULL;
    else if (!files->cache)
        files->cache = arena_format(&files->arena, "%s.cache", freeze->output);
    if (!mpy_files_read_firmware(&files->arena, &freeze->names, &files->diags, freeze->qstrs,
                                 &freeze->firmware) ||
        !mpy_files_compile(files, &freeze->firmware, &freeze->set))
        return EXIT_INPUT;
    if (!mpy_files_write_frozen(&files->arena, &freeze->names, &files->diags, &freeze->set,
                                &freeze->firmware, freeze->output) ||
        !mpy_files_write_names(&files->diags, files->names, &freeze->set))
        return EXIT_IO;
    if (!freeze->quiet)
        print_sizes(&freeze->set);
    return EXIT_DONE;
}

// The files that a port's manifest.py names.
static bool add_manifest(Freeze *freeze)
{
    if (!freeze->manifest_path)
        return true;
    if (!port_manifest_read(&freeze->manifest, freeze->manifest_path))
        return false;
    for (uint32_t i = 0; i < freeze->manifest.items.count; i++)
        VEC_PUSH(&freeze->files.arena, &freeze->files.items, freeze->manifest.items.items[i]);
    return true;
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
    case 'c':
        freeze->files.cache = optarg;
        return true;
    case 'C':
        freeze->no_cache = true;
        return true;
    case 'm':
        freeze->manifest_path = optarg;
        return true;
    case 'v':
        return port_manifest_variable(&freeze->manifest, optarg);
    default:
        return mpy_files_option(&freeze->files, option);
    }
}

int cmd_freeze(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"qstrs", required_argument, NULL, 'n'},
        {"quiet", no_argument, NULL, 'q'},
        {"cache", required_argument, NULL, 'c'},
        {"no-cache", no_argument, NULL, 'C'},
        {"manifest", required_argument, NULL, 'm'},
        {"var", required_argument, NULL, 'v'},
        MPY_FILES_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    Freeze freeze = {.output = "frozen_content.c"};
    WarningSet warnings;
    warnings_defaults(&warnings);
    freeze.files.diags.warnings = &warnings;
    freeze.names.arena = freeze.files.diags.arena = &freeze.files.arena;
    freeze.manifest = (PortManifest){.arena = &freeze.files.arena,
                                     .names = {.arena = &freeze.files.arena},
                                     .diags = &freeze.files.diags};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:O:qv:", options, NULL)) != -1)
        if (!take_option(&freeze, option))
            return usage_error("freeze", "wrong option");
    if (optind == argc && !freeze.manifest_path)
        return usage_error("freeze", "which modules?");
    bool is_good = add_manifest(&freeze);
    for (int i = optind; i < argc; i++)
        is_good = mpy_files_add(&freeze.files, argv[i]) && is_good;
    int code = is_good ? run(&freeze) : EXIT_IO;
    mpy_files_close(&freeze.files);
    mpy_set_free(&freeze.set);
    return code;
}
