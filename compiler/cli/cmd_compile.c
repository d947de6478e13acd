// SPDX-License-Identifier: MIT
// flashfreeze compile FILE.py -o FILE.mpy: one module for MicroPython, or all of a directory.
#include "command.h"
#include "mpy_file.h"
#include "mpy_files.h"

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

static int compile_directory(MpyFiles *files, const MpyFile *file)
{
    MpySet set = {0};
    bool is_good = mpy_files_add(files, file->input);
    int code = is_good ? EXIT_DONE : EXIT_IO;
    if (is_good && !mpy_files_compile(files, NULL, &set))
        code = EXIT_INPUT;
    for (uint32_t i = 0; code == EXIT_DONE && i < set.modules.count; i++)
        if (!mpy_files_write_module(&files->arena, &files->diags, set.modules.items[i], file->output))
            code = EXIT_IO;
    if (code == EXIT_DONE && !mpy_files_write_names(&files->diags, files->names, &set))
        code = EXIT_IO;
    mpy_files_close(files);
    mpy_set_free(&set);
    return code;
}

int cmd_compile(int argc, char **argv)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"source-name", required_argument, NULL, 's'},
        {"small-int-bits", required_argument, NULL, 'b'},
        {"no-lines", no_argument, NULL, 'n'},
        MPY_FILES_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    MpyFile file = MPY_FILE_DEFAULTS;
    MpyFiles files = {0};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:s:O:", options, NULL)) != -1)
        if (!take_option(option, &file) && !mpy_files_option(&files, option))
            return usage_error("compile", "wrong option");
    if (optind + 1 != argc)
        return usage_error("compile", "takes one Python file or directory");
    file.input = argv[optind];
    if (!path_is_directory(file.input)) {
        if (files.shortens)
            return usage_error("compile", "--closed-world and --short-names take a directory");
        return mpy_file_compile(&file);
    }
    if (!file.output || file.source_name)
        return usage_error("compile", "a directory needs -o DIR and takes no -s");
    files.level = file.level;
    return compile_directory(&files, &file);
}
