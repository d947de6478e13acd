// SPDX-License-Identifier: MIT
// The usual backward walk, repeated until nothing changes. Edges that are no jumps: whatever runs
// in a try body may go on at its handler, and END_FINALLY may go on wherever an UNWIND_JUMP wanted
// to go.
#include "ir_live.h"

typedef struct {
    const IrFunction *function;
    const IrFlow *flow;
    IrLocalSet *before; // each instruction
    IrLocalSet unwound; // before the targets of UNWIND_JUMP
} Walk;

static void unite(IrLocalSet *set, const IrLocalSet *other)
{
    for (uint32_t i = 0; i < IR_LIVE_WORDS; i++)
        set->words[i] |= other->words[i];
}

static bool same(const IrLocalSet *a, const IrLocalSet *b)
{
    for (uint32_t i = 0; i < IR_LIVE_WORDS; i++)
        if (a->words[i] != b->words[i])
            return false;
    return true;
}

// The handler of the innermost try body around an instruction, or IR_NO_REGION.
static uint32_t handler_of(const Walk *walk, uint32_t place)
{
    uint32_t index = walk->flow->region_of[place];
    while (index != IR_NO_REGION) {
        const IrRegion *region = &walk->flow->regions.items[index];
        const IrInst *begin = &walk->function->code.items[region->begin];
        if (ir_op_format(begin->op) == IR_FORMAT_LABEL)
            return walk->flow->label_place[begin->label];
        index = region->parent;
    }
    return IR_NO_REGION;
}

static IrLocalSet live_before(const Walk *walk, uint32_t place)
{
    const IrInst *inst = &walk->function->code.items[place];
    IrLocalSet set = {{0}};
    if (!ir_op_ends(inst->op))
        set = walk->before[place + 1];
    if (ir_op_jumps(inst->op))
        unite(&set, &walk->before[walk->flow->label_place[inst->label]]);
    if (inst->op == IR_END_FINALLY)
        unite(&set, &walk->unwound);
    if (inst->op == IR_STORE_LOCAL)
        set.words[inst->count / 64] &= ~(UINT64_C(1) << inst->count % 64);
    if (inst->op == IR_LOAD_LOCAL || inst->op == IR_DELETE_LOCAL)
        ir_local_add(&set, inst->count);
    uint32_t handler = handler_of(walk, place);
    if (handler != IR_NO_REGION)
        unite(&set, &walk->before[handler]);
    return set;
}

const IrLocalSet *ir_live(Arena *arena, const IrFunction *function, const IrFlow *flow)
{
    if (function->locals.count > IR_LIVE_MOST)
        return NULL;
    Walk walk = {.function = function, .flow = flow};
    walk.before = ARENA_NEW_ARRAY(arena, IrLocalSet, function->code.count + 1);
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = function->code.count; i-- > 0;) {
            IrLocalSet set = live_before(&walk, i);
            changed |= !same(&set, &walk.before[i]);
            walk.before[i] = set;
            if (function->code.items[i].op == IR_UNWIND_JUMP)
                unite(&walk.unwound, &walk.before[flow->label_place[function->code.items[i].label]]);
        }
    }
    return walk.before;
}
