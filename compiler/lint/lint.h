// SPDX-License-Identifier: MIT
// Warnings and advice about a module: what is legal, but hardly meant, and what costs memory. Runs
// on the tree as written, after scope analysis and before any pass changes it. Each warning is a
// row of base/warnings.def and is looked for in one of the files beside this one.
#ifndef FLASHFREEZE_LINT_LINT_H
#define FLASHFREEZE_LINT_LINT_H

#include "../base/diag.h"
#include "../codegen/options.h"
#include "../syntax/ast.h"

// An import of a module that the module does not use; another one may.
typedef struct {
    const Name *name;
    Span span;
} UnusedImport;

// What can only be told when all modules are known.
typedef struct {
    VEC(UnusedImport) unused;
    NameList mentioned; // names of attributes and of `from` imports, each once
} LintFindings;

// Looks at one module. `findings` may be NULL: then every unused import is told.
void lint_module(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                 const Module *module, LintFindings *findings);

// A module for lint_program; its messages go to `diags`.
typedef struct {
    const LintFindings *findings;
    Diagnostics *diags;
    const Source *source;
} LintedModule;

// Tells the unused imports whose names no other module mentions. `names` is the program's table.
void lint_program(Arena *arena, Names *names, const LintedModule *modules, uint32_t count);

#endif
