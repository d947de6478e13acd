// SPDX-License-Identifier: MIT
#include "passes.h"

#include "rewrite.h"

#include <string.h>

const OptPass opt_passes[OPT_ALL_COUNT] = {
#define PASS(name, stages, meaning) {#name, meaning},
#include "passes.def"
#undef PASS
#define IR_PASS(name, function, is_last, meaning) {#name, meaning},
#include "../codegen/ir_passes.def"
#undef IR_PASS
#define LINK_PASS(name, meaning) {#name, meaning},
#include "../link/link_passes.def"
#undef LINK_PASS
};

static const struct {
    unsigned stages;
    const RewriteRule *rule;
} rules[OPT_PASS_COUNT] = {
#define MODULE OPT_STAGE_MODULE
#define PROGRAM OPT_STAGE_PROGRAM
#define GIVEN OPT_GIVEN
#define PASS(name, stages, meaning) {stages, &opt_rule_##name},
#include "passes.def"
#undef PASS
#undef MODULE
#undef PROGRAM
#undef GIVEN
};

_Static_assert(OPT_ALL_COUNT <= 32, "disabled_passes has a bit for every pass");

uint32_t opt_pass_bits(const char *name)
{
    uint32_t bits = 0;
    for (uint32_t i = 0; i < OPT_ALL_COUNT; i++)
        if (strcmp(name, "all") == 0 || strcmp(name, opt_passes[i].name) == 0)
            bits |= 1u << i;
    return bits;
}

static void choose_rules(Rewriter *rewriter, uint32_t disabled, OptStage stage)
{
    for (uint32_t i = 0; i < OPT_PASS_COUNT; i++) {
        bool is_off = disabled >> i & 1;
        if (!(rules[i].stages & stage) || (is_off && !(rules[i].stages & OPT_GIVEN)))
            continue;
        if (rules[i].rule->applies && !rules[i].rule->applies(rewriter->context))
            continue;
        rewriter->only_given[rewriter->rule_count] = is_off;
        rewrite_add(rewriter, rules[i].rule);
    }
}

static OptContext make_context(Arena *arena, Names *names, const CompileOptions *options,
                               Module *module)
{
    return (OptContext){.arena = arena,
                        .names = names,
                        .options = options,
                        .module = module,
                        .checks_types = names_have(names, "TYPE_CHECKING"),
                        .values = {.arena = arena, .float_bits = options->float_bits}};
}

// Nothing is known where a walk starts.
static void forget(Scope *scope)
{
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        symbol->known = NULL;
        symbol->is_module_known = false;
        symbol->body = NULL;
    }
    for (uint32_t i = 0; i < scope->children.count; i++)
        forget(scope->children.items[i]);
}

void opt_run(Arena *arena, Names *names, const CompileOptions *options, Module *module,
             OptStage stage)
{
    OptContext context = make_context(arena, names, options, module);
    Rewriter rewriter = {.context = &context};
    choose_rules(&rewriter, options->disabled_passes, stage);
    if (rewriter.rule_count == 0)
        return;
    forget(module->scope);
    rewrite_module(&rewriter, module);
}

void opt_run_expr(Arena *arena, Names *names, const CompileOptions *options, Module *module,
                  Expr **slot)
{
    OptContext context = make_context(arena, names, options, module);
    Rewriter rewriter = {.context = &context, .scope = module->scope, .learnt = UINT64_MAX};
    choose_rules(&rewriter, options->disabled_passes, OPT_STAGE_PROGRAM);
    rewrite_expr(&rewriter, slot);
}
