// SPDX-License-Identifier: MIT
// One module from its file to IR, in memory of its own, so that modules can be compiled at once.
#ifndef FLASHFREEZE_COMPILE_H
#define FLASHFREEZE_COMPILE_H

#include "base/diag.h"
#include "codegen/options.h"
#include "link/facts.h"
#include "link/graph.h"
#include "lint/lint.h"
#include "syntax/ast.h"

typedef enum { DUMP_NONE, DUMP_TOKENS, DUMP_AST, DUMP_IR, DUMP_CODE } DumpStage;

typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    Source file;
    Module tree;
    LintFindings lint;
    IrModule ir;
    ModuleFacts facts;
    // of a module of a program
    const ModuleFile *from;
    CompileOptions options;
    bool is_good; // no errors so far
} CompiledModule;

// Reads and analyses `path`: what the linker asks of a module is in unit->ir, its code is not made
// yet. False when it reported an error in unit->diags.
bool compile_front(CompiledModule *unit, const char *path, const CompileOptions *options);

// Makes the code of a unit that compile_front was content with. `options` may say more about the
// program than before. `dump` prints a stage to standard output.
bool compile_back(CompiledModule *unit, const CompileOptions *options, DumpStage dump);

// Both, for a file alone.
bool compile_file(CompiledModule *unit, const char *path, const CompileOptions *options,
                  DumpStage dump);

// Only what can be told of a file alone: its syntax, its scopes, and warnings. `unit->diags` may have
// a set of warnings.
void compile_check(CompiledModule *unit, const char *path);

void compile_free(CompiledModule *unit);

#endif
