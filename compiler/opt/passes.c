// SPDX-License-Identifier: MIT
#include "passes.h"

const OptPass opt_passes[OPT_PASS_COUNT] = {
#define PASS(name, function, meaning) {#name, function, meaning},
#include "passes.def"
#undef PASS
};

void opt_run(Arena *arena, Names *names, const CompileOptions *options, Module *module)
{
    OptContext context = {.arena = arena, .names = names, .options = options, .module = module};
    for (uint32_t i = 0; i < OPT_PASS_COUNT; i++)
        if (!(options->disabled_passes >> i & 1))
            opt_passes[i].run(&context);
}
