// SPDX-License-Identifier: MIT
// What the commands for MicroPython that take several files share: which files, options, messages.
#ifndef FLASHFREEZE_CLI_MPY_FILES_H
#define FLASHFREEZE_CLI_MPY_FILES_H

#include "../mpy_cache.h"

#include <getopt.h>

typedef struct {
    Arena arena;
    Diagnostics diags;
    MpyItems items;
    uint32_t level; // -O
    const char *names; // where the list of short names goes, or NULL
    const char *cache; // file of what was compiled before, or NULL; not of closed programs
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

// Writes which short name and number stands for what, unless `path` is NULL. False when it reported
// an error; likewise the others.
bool mpy_files_write_names(Diagnostics *diags, const char *path, const MpySet *set);

// One module as a .mpy file below the directory.
bool mpy_files_write_module(Arena *arena, Diagnostics *diags, const MpySetModule *module,
                            const char *directory);

// The firmware's list of names; `path` may be NULL, which is reported.
bool mpy_files_read_firmware(Arena *arena, Names *names, Diagnostics *diags, const char *path,
                             FrozenFirmware *firmware);

// All modules as C. `names` is the table of the firmware's names.
bool mpy_files_write_frozen(Arena *arena, Names *names, Diagnostics *diags, const MpySet *set,
                            const FrozenFirmware *firmware, const char *path);

// Prints the messages of `files` and frees it.
void mpy_files_close(MpyFiles *files);

#endif
