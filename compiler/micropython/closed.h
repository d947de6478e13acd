// SPDX-License-Identifier: MIT
// What can be left out of modules for MicroPython when no Python code but theirs runs on the device:
// definitions that nothing mentions, and the texts of names that only they use. All of it goes by
// name: a name is one thing in the whole program, whoever has it as an attribute or a variable.
#ifndef FLASHFREEZE_MICROPYTHON_CLOSED_H
#define FLASHFREEZE_MICROPYTHON_CLOSED_H

#include "frozen.h"

typedef enum { RENAME_NONE, RENAME_PRIVATE, RENAME_ALL } Rename;

typedef struct {
    bool drops; // definitions that nothing mentions, and uses of constants
    Rename rename;
    const char *const *keep; // names that stay whatever happens
    uint32_t keep_count;
    const FrozenFirmware *firmware; // what it has besides firmware_names.def, or NULL
} ClosedOptions;

typedef struct {
    Arena *arena;
    const char *name; // of the file on the device, such as pkg/__init__.py
    V6Function *top;
} ClosedModule;

typedef struct {
    const Name *name;
    const Name *short_name;
} ClosedRename;

typedef struct {
    uint32_t dropped; // definitions
    uint32_t folded;  // uses of constants that became the constant
    VEC(ClosedRename) renames;
} ClosedReport;

// Changes the modules' code, which has been lowered and not been finished. Messages are not needed:
// what cannot be told apart stays. The report lives in `arena`.
void closed_world(Arena *arena, const ClosedOptions *options, const ClosedModule *modules,
                  uint32_t count, ClosedReport *report);

#endif
