// SPDX-License-Identifier: MIT
// flashfreeze ir [options] FILE.py: prints the IR of one module, without looking for the modules it
// imports. It is how code generation is tested.
#include "command.h"

#include "../compile.h"
#include "../opt/passes.h"

#include <getopt.h>
#include <string.h>

enum { OPT_NAME = 256, OPT_PACKAGE, OPT_ENTRY, OPT_IR_WITHOUT, OPT_FLOAT, OPT_STRIP, OPT_QUIET };

static const struct option long_options[] = {
    {"name", required_argument, NULL, OPT_NAME},
    {"package", no_argument, NULL, OPT_PACKAGE},
    {"entry", no_argument, NULL, OPT_ENTRY},
    {"without", required_argument, NULL, OPT_IR_WITHOUT},
    {"float", required_argument, NULL, OPT_FLOAT},
    {"strip", required_argument, NULL, OPT_STRIP},
    {"quiet", no_argument, NULL, OPT_QUIET},
    {NULL, 0, NULL, 0},
};

static bool take_option(int option, CompileOptions *options, DumpStage *dump)
{
    switch (option) {
    case OPT_NAME:
        options->module_name = optarg;
        return true;
    case OPT_PACKAGE:
        options->is_package = true;
        return true;
    case OPT_ENTRY:
        options->is_entry = true;
        return true;
    case OPT_IR_WITHOUT:
        options->disabled_passes |= opt_pass_bits(optarg);
        return opt_pass_bits(optarg) != 0;
    case OPT_FLOAT:
        options->float_bits = strcmp(optarg, "32") == 0 ? 32 : 64;
        return strcmp(optarg, "32") == 0 || strcmp(optarg, "64") == 0;
    case OPT_STRIP:
        options->strip_docstrings |= strcmp(optarg, "docstrings") == 0;
        options->strip_asserts |= strcmp(optarg, "asserts") == 0;
        return strcmp(optarg, "docstrings") == 0 || strcmp(optarg, "asserts") == 0;
    case OPT_QUIET:
        *dump = DUMP_NONE;
        return true;
    default:
        return false;
    }
}

// Compiles one file in memory of its own; gives the exit code.
static int compile_one(const char *path, const CompileOptions *options, DumpStage dump)
{
    CompiledModule unit = {0};
    bool done = compile_file(&unit, path, options, dump);
    diag_print(&unit.diags, stderr, false);
    compile_free(&unit);
    return done ? EXIT_DONE : EXIT_INPUT;
}

int cmd_ir(int argc, char **argv)
{
    CompileOptions options = {.module_name = "main", .float_bits = 64};
    DumpStage dump = DUMP_IR;
    int option;
    while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1)
        if (!take_option(option, &options, &dump))
            return usage_error("ir", "wrong option");
    if (optind == argc)
        return usage_error("ir", "which file?");
    int status = EXIT_DONE;
    for (int i = optind; i < argc; i++)
        if (compile_one(argv[i], &options, dump) != EXIT_DONE)
            status = EXIT_INPUT;
    return status;
}
