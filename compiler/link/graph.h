// SPDX-License-Identifier: MIT
// Finds every module of the program, starting from the entry and following imports.
#ifndef FLASHFREEZE_LINK_GRAPH_H
#define FLASHFREEZE_LINK_GRAPH_H

#include "program.h"

// A file to be compiled.
typedef struct {
    const char *path;   // ready to open
    const char *module; // dotted name as imported
    bool is_package;
    bool is_entry;
    // filled by the compilation
    IrModule *ir; // NULL after an error
} ModuleFile;

// Compiles `count` files, in any order or at once, and fills their `ir`.
typedef void CompileFiles(void *context, ModuleFile *const *files, uint32_t count);

// Fills Program.modules. `entry_path` is the file to start with, NULL for the manifest's entry.
// False when it reported an error or a module did not compile.
bool graph_build(Program *program, const char *entry_path, CompileFiles *compile, void *context);

#endif
