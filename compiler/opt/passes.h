// SPDX-License-Identifier: MIT
// Optimisation of the tree: passes from passes.def, run in order between scope analysis and code
// generation. No pass changes what the program does.
#ifndef FLASHFREEZE_OPT_PASSES_H
#define FLASHFREEZE_OPT_PASSES_H

#include "../codegen/options.h"
#include "../syntax/ast.h"

typedef struct {
    Arena *arena;
    Names *names;
    const CompileOptions *options;
    Module *module;
} OptContext;

typedef struct {
    const char *name;
    void (*run)(OptContext *context);
    const char *meaning; // one phrase for the list of passes
} OptPass;

enum {
#define PASS(name, function, meaning) OPT_##name,
#include "passes.def"
#undef PASS
    OPT_PASS_COUNT
};

extern const OptPass opt_passes[OPT_PASS_COUNT];

// Runs every pass that options->disabled_passes does not switch off.
void opt_run(Arena *arena, Names *names, const CompileOptions *options, Module *module);

#define PASS(name, function, meaning) void function(OptContext *context);
#include "passes.def"
#undef PASS

#endif
