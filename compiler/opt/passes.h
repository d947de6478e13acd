// SPDX-License-Identifier: MIT
// Optimisation of the tree: passes from passes.def, between scope analysis and code generation, in
// two stages. No pass changes what the program does. Every pass can run again on the same tree,
// with more known than before.
#ifndef FLASHFREEZE_OPT_PASSES_H
#define FLASHFREEZE_OPT_PASSES_H

#include "../codegen/ir_passes.h"
#include "../codegen/options.h"
#include "../syntax/ast.h"
#include "value.h"

typedef enum { OPT_STAGE_MODULE = 1, OPT_STAGE_PROGRAM = 2 } OptStage;
enum { OPT_GIVEN = 4 };

typedef struct {
    Arena *arena;
    Names *names;
    const CompileOptions *options;
    Module *module;
    Values values; // for arithmetic on constants
    bool checks_types; // the module mentions TYPE_CHECKING
} OptContext;

enum {
#define PASS(name, stages, meaning) OPT_##name,
#include "passes.def"
#undef PASS
    OPT_PASS_COUNT
};

// A pass as --without names it; those over the tree come first, then those over the
// IR of a function, then those over the whole program.
typedef struct {
    const char *name;
    const char *meaning; // one phrase for the list of passes
} OptPass;

enum {
    OPT_LINK_FIRST = OPT_PASS_COUNT + IR_PASS_COUNT - 1,
#define LINK_PASS(name, meaning) OPT_LINK_##name,
#include "../link/link_passes.def"
#undef LINK_PASS
    OPT_ALL_COUNT
};

extern const OptPass opt_passes[OPT_ALL_COUNT];

// The bits of CompileOptions.disabled_passes that `name` switches off ("all": every one); 0 when
// there is no such pass.
uint32_t opt_pass_bits(const char *name);

// Runs the passes over the tree of that stage, as far as options->disabled_passes lets them.
void opt_run(Arena *arena, Names *names, const CompileOptions *options, Module *module,
             OptStage stage);

// Runs them on one expression of the module's top level.
void opt_run_expr(Arena *arena, Names *names, const CompileOptions *options, Module *module,
                  Expr **slot);

typedef struct RewriteRule RewriteRule;

#define PASS(name, stages, meaning) extern const RewriteRule opt_rule_##name;
#include "passes.def"
#undef PASS

#endif
