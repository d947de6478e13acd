// SPDX-License-Identifier: MIT
// The usual backward walk, repeated until nothing changes. Edges that are no jumps: whatever runs
// in a try body may go on at its handler, and END_FINALLY may go on wherever an UNWIND_JUMP wanted
// to go.
#include "ir_live.h"

typedef struct {
    const IrFunction *function;
    const IrFlow *flow;
    uint64_t *before;     // each instruction, `words` each
    uint32_t *handler_of; // by region: where what is raised in it goes, or IR_NO_REGION
    uint64_t unwound[IR_LIVE_WORDS]; // before the targets of UNWIND_JUMP
    bool changed; // what an instruction further down may see
} Walk;

// The handler of the innermost try body in or around each region.
static void find_handlers(Walk *walk, Arena *arena)
{
    const IrFlow *flow = walk->flow;
    walk->handler_of = ARENA_NEW_ARRAY(arena, uint32_t, flow->regions.count + 1);
    for (uint32_t i = 0; i < flow->regions.count; i++) {
        const IrRegion *region = &flow->regions.items[i];
        const IrInst *begin = &walk->function->code.items[region->begin];
        bool is_body = region->kind != IR_EXCEPT_BEGIN && region->kind != IR_FINALLY_BEGIN;
        if (is_body && ir_op_format(begin->op) == IR_FORMAT_LABEL)
            walk->handler_of[i] = flow->label_place[begin->label];
        else
            walk->handler_of[i] = region->parent == IR_NO_REGION ? IR_NO_REGION
                                                                 : walk->handler_of[region->parent];
    }
}

static inline void unite(uint64_t *set, const uint64_t *other, uint32_t words)
{
    for (uint32_t i = 0; i < words; i++)
        set[i] |= other[i];
}

static inline const uint64_t *before_label(const Walk *walk, IrLabel label, uint32_t words)
{
    return walk->before + (size_t)walk->flow->label_place[label] * words;
}

// What is live before `place`, from what is live where it goes on.
static inline void find_before(const Walk *walk, uint32_t place, uint64_t *set, uint32_t words)
{
    const IrInst *inst = &walk->function->code.items[place];
    const uint64_t *next = walk->before + ((size_t)place + 1) * words;
    bool goes_on = !ir_op_ends(inst->op);
    for (uint32_t i = 0; i < words; i++)
        set[i] = goes_on ? next[i] : 0;
    if (inst->op == IR_STORE_LOCAL)
        set[inst->count / 64] &= ~(UINT64_C(1) << inst->count % 64);
    else if (inst->op == IR_LOAD_LOCAL || inst->op == IR_DELETE_LOCAL)
        set[inst->count / 64] |= UINT64_C(1) << inst->count % 64;
    else if (inst->op == IR_END_FINALLY)
        unite(set, walk->unwound, words);
    else if (ir_op_jumps(inst->op))
        unite(set, before_label(walk, inst->label, words), words);
    if (walk->flow->regions.count == 0)
        return;
    uint32_t region = walk->flow->region_of[place];
    uint32_t handler = region == IR_NO_REGION ? IR_NO_REGION : walk->handler_of[region];
    if (handler != IR_NO_REGION)
        unite(set, walk->before + (size_t)handler * words, words);
}

// One instruction. Others see what is before a label, or through an UNWIND_JUMP; the rest is seen
// only by what is walked next.
static inline void visit(Walk *walk, uint32_t place, uint32_t words)
{
    const IrInst *inst = &walk->function->code.items[place];
    uint64_t set[IR_LIVE_WORDS];
    uint64_t change = 0;
    find_before(walk, place, set, words);
    uint64_t *old = walk->before + (size_t)place * words;
    for (uint32_t i = 0; i < words; i++) {
        change |= old[i] ^ set[i];
        old[i] = set[i];
    }
    if (inst->op == IR_LABEL && change)
        walk->changed = true;
    if (inst->op != IR_UNWIND_JUMP)
        return;
    const uint64_t *target = before_label(walk, inst->label, words);
    for (uint32_t i = 0; i < words; i++)
        walk->changed |= (target[i] & ~walk->unwound[i]) != 0;
    unite(walk->unwound, target, words);
}

static void walk_once(Walk *walk, uint32_t words)
{
    if (words == 1) // most functions
        for (uint32_t i = walk->function->code.count; i-- > 0;)
            visit(walk, i, 1);
    else
        for (uint32_t i = walk->function->code.count; i-- > 0;)
            visit(walk, i, words);
}

// Whether an instruction is reached from one further down, so that one walk is not enough.
static bool has_way_back(const IrFunction *function, const IrFlow *flow)
{
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_END_FINALLY ||
            (ir_op_jumps(inst->op) && flow->label_place[inst->label] <= i))
            return true;
    }
    return false;
}

const uint64_t *ir_live(Arena *arena, const IrFunction *function, const IrFlow *flow)
{
    if (function->locals.count > IR_LIVE_MOST)
        return NULL;
    uint32_t words = (function->locals.count + 63) / 64;
    Walk walk = {.function = function, .flow = flow};
    walk.before = ARENA_NEW_ARRAY(arena, uint64_t, ((size_t)function->code.count + 1) * words);
    find_handlers(&walk, arena);
    bool goes_back = has_way_back(function, flow);
    do {
        walk.changed = false;
        walk_once(&walk, words);
    } while (walk.changed && goes_back);
    return walk.before;
}
