// SPDX-License-Identifier: MIT
// Along every edge of the code goes what may have a value and what may have none. Whatever is in the
// body of a try may go on in its except clauses. A finally block, and the end of a with statement,
// are only looked at as they run when nothing was raised: the ways on from there would mix up both.
// Conditions are taken to be independent of one another.
#include "ir_unbound.h"

#include "ir_live.h"

typedef struct {
    IrLocalSet empty; // locals that may have no value
    IrLocalSet bound; // locals that may have one
    bool is_reached;
    bool is_waiting; // in the worklist
} Bindings;

typedef struct {
    Diagnostics *diags;
    const Source *source;
    Arena *scratch;
    const IrFunction *function;
    IrFlow flow;
    Bindings *before; // each instruction
    uint32_t *work;
    uint32_t work_count;
} Walk;

static void local_remove(IrLocalSet *set, uint32_t local)
{
    set->words[local / 64] &= ~(UINT64_C(1) << local % 64);
}

// Adds `other`; whether that is something new.
static bool unite(IrLocalSet *set, const IrLocalSet *other)
{
    uint64_t change = 0;
    for (uint32_t i = 0; i < IR_LIVE_WORDS; i++) {
        change |= other->words[i] & ~set->words[i];
        set->words[i] |= other->words[i];
    }
    return change != 0;
}

static void arrive(Walk *walk, uint32_t place, const Bindings *bindings)
{
    Bindings *there = &walk->before[place];
    bool is_new = unite(&there->empty, &bindings->empty);
    is_new |= unite(&there->bound, &bindings->bound);
    if (there->is_waiting || (there->is_reached && !is_new))
        return;
    there->is_reached = there->is_waiting = true;
    walk->work[walk->work_count++] = place;
}

// The except clauses of the innermost try body around `place`, or IR_NO_REGION.
static uint32_t handler_of(const Walk *walk, uint32_t place)
{
    uint32_t index = walk->flow.region_of[place];
    while (index != IR_NO_REGION) {
        const IrRegion *region = &walk->flow.regions.items[index];
        if (region->kind == IR_TRY_EXCEPT)
            return walk->flow.label_place[walk->function->code.items[region->begin].label];
        index = region->parent;
    }
    return IR_NO_REGION;
}

static bool goes_on(const Walk *walk, uint32_t place)
{
    const IrInst *inst = &walk->function->code.items[place];
    uint32_t region = walk->flow.region_of[place];
    bool raises_again = inst->op == IR_END_FINALLY && region != IR_NO_REGION &&
                        walk->flow.regions.items[region].kind == IR_EXCEPT_BEGIN;
    return !ir_op_ends(inst->op) && !raises_again;
}

static void follow(Walk *walk, uint32_t place)
{
    const IrInst *inst = &walk->function->code.items[place];
    Bindings after = walk->before[place];
    walk->before[place].is_waiting = false;
    bool raises = !ir_op_is_pseudo(inst->op) && inst->op != IR_JUMP && inst->op != IR_STORE_LOCAL;
    uint32_t handler = raises ? handler_of(walk, place) : IR_NO_REGION;
    if (handler != IR_NO_REGION)
        arrive(walk, handler, &after);
    if (inst->op == IR_STORE_LOCAL || inst->op == IR_LOAD_LOCAL) {
        local_remove(&after.empty, inst->count);
        ir_local_add(&after.bound, inst->count);
    } else if (inst->op == IR_DELETE_LOCAL) {
        local_remove(&after.bound, inst->count);
        ir_local_add(&after.empty, inst->count);
    }
    if (ir_op_jumps(inst->op))
        arrive(walk, walk->flow.label_place[inst->label], &after);
    if (goes_on(walk, place))
        arrive(walk, place + 1, &after);
}

static void report(Walk *walk)
{
    const IrFunction *function = walk->function;
    IrLocalSet told = {{0}};
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        bool reads = inst->op == IR_LOAD_LOCAL || inst->op == IR_DELETE_LOCAL;
        if (!reads || !function->locals.items[inst->count].name ||
            !ir_local_in(&walk->before[i].empty, inst->count) ||
            !ir_local_in(&walk->before[i].bound, inst->count) || ir_local_in(&told, inst->count))
            continue;
        ir_local_add(&told, inst->count);
        diag_report(walk->diags, walk->source, inst->span, DIAG_MAYBE_UNBOUND,
                    function->locals.items[inst->count].name->text);
    }
}

static void look_through(Walk *walk)
{
    const IrFunction *function = walk->function;
    IrFault fault;
    Bindings start = {.is_reached = true};
    for (uint32_t i = 0; i < function->locals.count; i++)
        if (function->locals.items[i].kind == IR_LOCAL_VAR && !function->locals.items[i].is_cell)
            ir_local_add(&start.empty, i);
    if (!ir_flow(walk->scratch, function, &walk->flow, &fault))
        return;
    walk->before = ARENA_NEW_ARRAY(walk->scratch, Bindings, function->code.count + 1);
    walk->work = ARENA_NEW_ARRAY(walk->scratch, uint32_t, function->code.count + 1);
    walk->work_count = 0;
    arrive(walk, 0, &start);
    while (walk->work_count > 0)
        follow(walk, walk->work[--walk->work_count]);
    report(walk);
}

static void look_below(Walk *walk, const IrFunction *function)
{
    if (function->locals.count > 0 && function->locals.count <= IR_LIVE_MOST) {
        walk->function = function;
        arena_reset(walk->scratch);
        look_through(walk);
    }
    for (uint32_t i = 0; i < function->children.count; i++)
        look_below(walk, function->children.items[i]);
}

void ir_warn_unbound(Diagnostics *diags, const Source *source, const IrFunction *top)
{
    Arena scratch = {0};
    Walk walk = {.diags = diags, .source = source, .scratch = &scratch};
    look_below(&walk, top);
    arena_free(&scratch);
}
