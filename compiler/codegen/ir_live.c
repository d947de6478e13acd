// SPDX-License-Identifier: MIT
// The usual backward walk, repeated until nothing changes. Edges that are no jumps: whatever runs
// in a try body may go on at its handler, and END_FINALLY may go on wherever an UNWIND_JUMP wanted
// to go.
#include "ir_live.h"

typedef struct {
    const IrFunction *function;
    const IrFlow *flow;
    IrLocalSet *before; // each instruction
    uint32_t words;     // of the sets that are in use
    IrLocalSet unwound; // before the targets of UNWIND_JUMP
} Walk;

static void unite(const Walk *walk, IrLocalSet *set, const IrLocalSet *other)
{
    for (uint32_t i = 0; i < walk->words; i++)
        set->words[i] |= other->words[i];
}

// Puts `set` in place of `*old`; whether that is a change.
static bool exchange(const Walk *walk, IrLocalSet *old, const IrLocalSet *set)
{
    uint64_t change = 0;
    for (uint32_t i = 0; i < walk->words; i++) {
        change |= old->words[i] ^ set->words[i];
        old->words[i] = set->words[i];
    }
    return change != 0;
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

static void find_before(const Walk *walk, uint32_t place, IrLocalSet *set)
{
    const IrInst *inst = &walk->function->code.items[place];
    for (uint32_t i = 0; i < walk->words; i++)
        set->words[i] = ir_op_ends(inst->op) ? 0 : walk->before[place + 1].words[i];
    if (ir_op_jumps(inst->op))
        unite(walk, set, &walk->before[walk->flow->label_place[inst->label]]);
    if (inst->op == IR_END_FINALLY)
        unite(walk, set, &walk->unwound);
    if (inst->op == IR_STORE_LOCAL)
        set->words[inst->count / 64] &= ~(UINT64_C(1) << inst->count % 64);
    if (inst->op == IR_LOAD_LOCAL || inst->op == IR_DELETE_LOCAL)
        ir_local_add(set, inst->count);
    uint32_t handler = handler_of(walk, place);
    if (handler != IR_NO_REGION)
        unite(walk, set, &walk->before[handler]);
}

// Whether an instruction is reached from one further down, so that one walk is not enough.
static bool has_way_back(const IrFunction *function, const IrFlow *flow)
{
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_END_FINALLY ||
            (ir_op_jumps(inst->op) && flow->label_place[inst->label] <= i))
            return true;
    }
    return false;
}

const IrLocalSet *ir_live(Arena *arena, const IrFunction *function, const IrFlow *flow)
{
    if (function->locals.count > IR_LIVE_MOST)
        return NULL;
    Walk walk = {.function = function, .flow = flow, .words = (function->locals.count + 63) / 64};
    walk.before = ARENA_NEW_ARRAY(arena, IrLocalSet, function->code.count + 1);
    bool goes_back = has_way_back(function, flow);
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = function->code.count; i-- > 0;) {
            IrLocalSet set;
            find_before(&walk, i, &set);
            changed |= exchange(&walk, &walk.before[i], &set);
            if (function->code.items[i].op == IR_UNWIND_JUMP)
                unite(&walk, &walk.unwound,
                      &walk.before[flow->label_place[function->code.items[i].label]]);
        }
        changed = changed && goes_back;
    }
    return walk.before;
}
