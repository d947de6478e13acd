// SPDX-License-Identifier: MIT
// One module from its file to IR, in memory of its own, so that modules can be compiled at once.
#ifndef FLASHFREEZE_COMPILE_H
#define FLASHFREEZE_COMPILE_H

#include "base/diag.h"
#include "codegen/options.h"
#include "link/graph.h"
#include "syntax/ast.h"

typedef enum { DUMP_NONE, DUMP_TOKENS, DUMP_AST, DUMP_IR, DUMP_CODE } DumpStage;

typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    Source file;
    Module tree;
    IrModule ir;
} CompiledModule;

// Reads and compiles `path`. False when it reported an error in unit->diags. `dump` prints a stage
// to standard output.
bool compile_file(CompiledModule *unit, const char *path, const CompileOptions *options,
                  DumpStage dump);

void compile_free(CompiledModule *unit);

#endif
