// SPDX-License-Identifier: MIT
// Runs the passes of the table over each function in rounds, until a round changes nothing, and
// sweeps after each pass that did. A pass that found nothing to do is not asked again before
// another has found something.
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

enum { SWEEP = IR_PASS_COUNT };

// One function.
typedef struct {
    IrRewrite rewrite;
    uint32_t version;                 // of the code
    uint32_t done[IR_PASS_COUNT + 1]; // by pass, and SWEEP: version at which it found nothing
} Rounds;

// Regions that are gone hold nothing any more but labels.
static void forget_regions(IrFlow *flow, const bool *is_gone, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        while (flow->region_of[i] != IR_NO_REGION && is_gone[flow->region_of[i]])
            flow->region_of[i] = flow->regions.items[flow->region_of[i]].parent;
}

// An instruction at an end of its region goes or moves to `place`, and the region with it.
static void move_end(IrRewrite *rewrite, uint32_t from, uint32_t place, bool **is_gone)
{
    IrFlow *flow = &rewrite->flow;
    IrRegion *region = &flow->regions.items[flow->region_of[from]];
    if (region->end == from)
        region->end = place;
    if (region->begin != from)
        return;
    region->begin = place;
    if (rewrite->keep[from])
        return;
    if (!*is_gone)
        *is_gone = ARENA_NEW_ARRAY(rewrite->scratch, bool, flow->regions.count);
    (*is_gone)[flow->region_of[from]] = true;
}

// Drops what the pass marked, and from the flow too. What stays is reached, at the depth and in the
// region it was: a pass drops together instructions that undo each other, and a region with all of
// its code.
static void drop(IrRewrite *rewrite)
{
    IrInst *code = rewrite->function->code.items;
    IrFlow *flow = &rewrite->flow;
    uint32_t count = rewrite->function->code.count;
    const bool *first = memchr(rewrite->keep, false, count);
    if (!first)
        return;
    bool *is_gone = NULL; // by region
    uint32_t start = (uint32_t)(first - rewrite->keep);
    uint32_t kept = start;
    for (uint32_t i = start; i < count; i++) {
        if (code[i].op == IR_LABEL)
            flow->label_place[code[i].label] = rewrite->keep[i] ? kept : IR_NO_PLACE;
        else if (ir_op_opens(code[i].op) || ir_op_closes(code[i].op))
            move_end(rewrite, i, kept, &is_gone);
        if (!rewrite->keep[i])
            continue;
        flow->depth[kept] = flow->depth[i];
        flow->region_of[kept] = flow->region_of[i];
        code[kept++] = code[i];
    }
    rewrite->function->code.count = kept;
    memset(rewrite->keep + start, true, kept - start);
    if (is_gone)
        forget_regions(flow, is_gone, kept);
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

// Works out flow again after a pass made jumps go elsewhere.
static bool follow_again(IrRewrite *rewrite)
{
    IrFault fault;
    if (rewrite->is_remade)
        return prepare(rewrite);
    rewrite->is_rerouted = false;
    return ir_flow_depths(rewrite->scratch, rewrite->function, &rewrite->flow, &fault);
}

// False when the code turned out malformed. `*changed` is set when the pass did anything.
static bool apply(Rounds *rounds, uint32_t number, bool *changed)
{
    IrRewrite *rewrite = &rounds->rewrite;
    if (rounds->done[number] == rounds->version)
        return true;
    if (!(number == SWEEP ? ir_sweep : passes[number].run)(rewrite)) {
        rounds->done[number] = rounds->version;
        return true;
    }
    *changed = true;
    rounds->version++;
    if (!rewrite->is_remade)
        drop(rewrite);
    return !rewrite->is_rerouted || follow_again(rewrite);
}

static bool run_round(Rounds *rounds, uint32_t disabled, bool last, bool *changed)
{
    for (uint32_t i = 0; i < IR_PASS_COUNT; i++) {
        bool has_work = false;
        if ((disabled >> i & 1) || passes[i].is_last != last)
            continue;
        if (!apply(rounds, i, &has_work))
            return false;
        *changed |= has_work;
        if (has_work && !apply(rounds, SWEEP, changed))
            return false;
    }
    return true;
}

static void renumber_labels(Arena *scratch, IrFunction *function)
{
    if (function->label_count == 0)
        return;
    IrLabel *number = ARENA_NEW_ARRAY(scratch, IrLabel, function->label_count + 1);
    IrLabel next = 0;
    IrInst *code = function->code.items;
    uint32_t count = function->code.count;
    for (uint32_t i = 0; i < count; i++)
        if (code[i].op == IR_LABEL)
            number[code[i].label] = next++;
    for (uint32_t i = 0; i < count; i++)
        if (ir_op_has_label(code[i].op))
            code[i].label = number[code[i].label];
    function->label_count = next;
}

// Functions that only dropped code made are dropped too; the others are in the order of the code.
static void list_children(IrFunction *function)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < function->code.count && function->children.count > 0; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_MAKE_FUNCTION || inst->op == IR_MAKE_CLOSURE)
            function->children.items[kept++] = inst->function;
    }
    function->children.count = kept;
}

static void optimise(Arena *scratch, const Source *source, IrFunction *function, uint32_t disabled)
{
    Rounds rounds = {.rewrite = {.scratch = scratch, .source = source, .function = function},
                     .version = 1};
    bool changed = true;
    bool is_good = prepare(&rounds.rewrite);
    for (int i = 0; i < 8 && changed && is_good; i++) {
        changed = false;
        is_good =
            apply(&rounds, SWEEP, &changed) && run_round(&rounds, disabled, false, &changed);
    }
    is_good = is_good && run_round(&rounds, disabled, true, &changed);
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
