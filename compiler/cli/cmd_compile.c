// SPDX-License-Identifier: MIT
// flashfreeze compile FILE.py -o FILE.mpy: one module for MicroPython.
#include "command.h"
#include "mpy_file.h"

#include <getopt.h>

static bool take_option(int option, MpyFile *file)
{
    switch (option) {
    case 'o':
        file->output = optarg;
        return true;
    case 's':
        file->source_name = optarg;
        return true;
    case 'O':
        if (!optarg || *optarg < '0' || *optarg > '3' || optarg[1])
            return false;
        file->level = (uint32_t)(*optarg - '0');
        return true;
    case 'b':
        return parse_size(optarg, &file->int_bits) && file->int_bits >= 8 && file->int_bits <= 31;
    case 'n':
        file->lines = false;
        return true;
    default:
        return false;
    }
}

int cmd_compile(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"source-name", required_argument, NULL, 's'},
        {"small-int-bits", required_argument, NULL, 'b'},
        {"no-lines", no_argument, NULL, 'n'},
        {NULL, 0, NULL, 0},
    };
    MpyFile file = MPY_FILE_DEFAULTS;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:s:O:", options, NULL)) != -1)
        if (!take_option(option, &file))
            return usage_error("compile", "wrong option");
    if (optind + 1 != argc)
        return usage_error("compile", "takes one Python file");
    file.input = argv[optind];
    return mpy_file_compile(&file);
}
