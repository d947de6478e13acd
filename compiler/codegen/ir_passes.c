// SPDX-License-Identifier: MIT
// Runs the passes of the table over each function in rounds, until a round changes nothing, and
// sweeps after each pass that did.
#include "ir_passes.h"

#include "ir_sweep.h"

#include <string.h>

static const struct {
    IrPass *run;
    bool is_last;
} passes[IR_PASS_COUNT] = {
#define IR_PASS(name, function, is_last, meaning) {function, is_last},
#include "ir_passes.def"
#undef IR_PASS
};

// Drops what the pass marked, and from the flow too. What stays is reached, at the depth and in the
// region it was: a pass drops together instructions that undo each other, and a region with all of
// its code.
static void drop(IrRewrite *rewrite)
{
    IrFunction *function = rewrite->function;
    IrFlow *flow = &rewrite->flow;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        bool is_edge = flow->region_of[i] != IR_NO_REGION && ir_op_is_pseudo(inst->op);
        if (is_edge && flow->regions.items[flow->region_of[i]].begin == i)
            flow->regions.items[flow->region_of[i]].begin = kept;
        else if (is_edge && flow->regions.items[flow->region_of[i]].end == i)
            flow->regions.items[flow->region_of[i]].end = kept;
        if (!rewrite->keep[i])
            continue;
        if (inst->op == IR_LABEL)
            flow->label_place[inst->label] = kept;
        flow->depth[kept] = flow->depth[i];
        flow->region_of[kept] = flow->region_of[i];
        function->code.items[kept++] = *inst;
    }
    function->code.count = kept;
    for (uint32_t i = 0; i < kept; i++)
        rewrite->keep[i] = true;
}

// Works out flow and marks everything to stay; false when the code is malformed.
static bool prepare(IrRewrite *rewrite)
{
    IrFault fault;
    uint32_t count = rewrite->function->code.count;
    arena_reset(rewrite->scratch);
    rewrite->is_rerouted = rewrite->is_remade = false;
    if (!ir_flow(rewrite->scratch, rewrite->function, &rewrite->flow, &fault))
        return false;
    rewrite->keep = ARENA_NEW_ARRAY(rewrite->scratch, bool, count + 1);
    memset(rewrite->keep, true, count);
    return true;
}

// False when the code turned out malformed. `*changed` is set when the pass did anything.
static bool apply(IrRewrite *rewrite, IrPass *pass, bool *changed)
{
    if (!pass(rewrite))
        return true;
    *changed = true;
    if (!rewrite->is_remade)
        drop(rewrite);
    return !rewrite->is_rerouted || prepare(rewrite);
}

static bool run_round(IrRewrite *rewrite, uint32_t disabled, bool last, bool *changed)
{
    for (uint32_t i = 0; i < IR_PASS_COUNT; i++) {
        bool has_work = false;
        if ((disabled >> i & 1) || passes[i].is_last != last)
            continue;
        if (!apply(rewrite, passes[i].run, &has_work))
            return false;
        *changed |= has_work;
        if (has_work && !apply(rewrite, ir_sweep, changed))
            return false;
    }
    return true;
}

static void renumber_labels(Arena *scratch, IrFunction *function)
{
    IrLabel *number = ARENA_NEW_ARRAY(scratch, IrLabel, function->label_count + 1);
    IrLabel next = 0;
    for (uint32_t i = 0; i < function->code.count; i++)
        if (function->code.items[i].op == IR_LABEL)
            number[function->code.items[i].label] = next++;
    for (uint32_t i = 0; i < function->code.count; i++) {
        IrInst *inst = &function->code.items[i];
        if (ir_op_has_label(inst->op))
            inst->label = number[inst->label];
    }
    function->label_count = next;
}

// Functions that only dropped code made are dropped too; the others are in the order of the code.
static void list_children(IrFunction *function)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_MAKE_FUNCTION || inst->op == IR_MAKE_CLOSURE)
            function->children.items[kept++] = inst->function;
    }
    function->children.count = kept;
}

static void optimise(Arena *scratch, const Source *source, IrFunction *function, uint32_t disabled)
{
    IrRewrite rewrite = {.scratch = scratch, .source = source, .function = function};
    bool changed = true;
    bool is_good = prepare(&rewrite);
    for (int rounds = 0; rounds < 8 && changed && is_good; rounds++) {
        changed = false;
        is_good =
            apply(&rewrite, ir_sweep, &changed) && run_round(&rewrite, disabled, false, &changed);
    }
    is_good = is_good && run_round(&rewrite, disabled, true, &changed);
    if (is_good)
        renumber_labels(scratch, function);
    list_children(function);
    for (uint32_t i = 0; i < function->children.count; i++)
        optimise(scratch, source, function->children.items[i], disabled);
}

void ir_optimise(const Source *source, IrFunction *function, uint32_t disabled)
{
    Arena scratch = {0};
    optimise(&scratch, source, function, disabled);
    arena_free(&scratch);
}
