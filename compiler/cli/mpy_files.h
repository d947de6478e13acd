// SPDX-License-Identifier: MIT
// What the commands for MicroPython that take several files share: which files, options, messages.
#ifndef FLASHFREEZE_CLI_MPY_FILES_H
#define FLASHFREEZE_CLI_MPY_FILES_H

#include "../mpy_set.h"

#include <getopt.h>

typedef struct {
    Arena arena;
    Diagnostics diags;
    MpyItems items;
    uint32_t level; // -O
    const char *names; // where the list of short names goes, or NULL
    VEC(const char *) keep;
    bool drops, shortens; // definitions that nothing mentions, and names
} MpyFiles;

enum { OPT_CLOSED_WORLD = 768, OPT_SHORT_NAMES, OPT_KEEP, OPT_NAMES };
#define MPY_FILES_OPTIONS                                                                          \
    {"closed-world", no_argument, NULL, OPT_CLOSED_WORLD},                                         \
        {"short-names", no_argument, NULL, OPT_SHORT_NAMES},                                       \
        {"keep", required_argument, NULL, OPT_KEEP}, {"names", required_argument, NULL, OPT_NAMES}

// Takes -O and the options above from optarg. False when it is another one, or wrong.
bool mpy_files_option(MpyFiles *files, int option);

// Adds NAME=FILE, FILE.py or all of a directory. False when it reported an error.
bool mpy_files_add(MpyFiles *files, const char *argument);

// Compiles everything; prints messages. `firmware` may be NULL. False when something has errors.
bool mpy_files_compile(MpyFiles *files, const FrozenFirmware *firmware, MpySet *set);

// What MpyFiles.names asks for, with the set's report. False when it reported an error.
bool mpy_files_write_names(MpyFiles *files, const MpySet *set);

// Prints the messages of `files` and frees it.
void mpy_files_close(MpyFiles *files);

#endif
