// SPDX-License-Identifier: MIT
// Two walks: labels to places and pseudo-instructions to nested regions, then depths along every
// edge from the entry with a worklist. A label is met at one depth only; a handler's depth follows
// from where its try was entered (docs/bytecode.md, "Regions").
#include "ir_flow.h"

#include <string.h>

typedef struct {
    Arena *arena;
    const IrFunction *function;
    IrFlow *flow;
    IrFault *fault;
    uint32_t *work; // instructions whose successors are to be visited
    uint32_t work_count;
} Walk;

static bool fail(Walk *walk, uint32_t place, const char *rule)
{
    *walk->fault = (IrFault){.rule = rule, .place = place};
    return false;
}

static bool place_label(Walk *walk, uint32_t place)
{
    uint32_t *places = walk->flow->label_place;
    IrLabel label = walk->function->code.items[place].label;
    if (label >= walk->function->label_count)
        return fail(walk, place, "a label is out of range");
    if (places[label] != IR_NO_PLACE)
        return fail(walk, place, "a label is placed twice");
    places[label] = place;
    return true;
}

static bool check_labels(Walk *walk)
{
    const IrInst *code = walk->function->code.items;
    uint32_t count = walk->function->code.count;
    for (uint32_t i = 0; i < count; i++)
        if (ir_op_has_label(code[i].op) &&
            (code[i].label >= walk->function->label_count ||
             walk->flow->label_place[code[i].label] == IR_NO_PLACE))
            return fail(walk, i, "a jump's label is not placed");
    return true;
}

// The pseudo-instruction that closes a region opened by `op`.
static IrOp closing_of(IrOp op)
{
    if (op == IR_EXCEPT_BEGIN)
        return IR_EXCEPT_END;
    return op == IR_FINALLY_BEGIN ? IR_FINALLY_END : IR_TRY_END;
}

// Labels to places, regions into one another.
static bool place_all(Walk *walk)
{
    const IrFunction *function = walk->function;
    IrFlow *flow = walk->flow;
    uint32_t count = function->code.count;
    uint32_t *region_of = ARENA_NEW_ARRAY(walk->arena, uint32_t, count + 1);
    flow->region_of = region_of;
    flow->label_place = ARENA_NEW_ARRAY(walk->arena, uint32_t, function->label_count + 1);
    memset(flow->label_place, 0xff, function->label_count * sizeof *flow->label_place);
    uint32_t current = IR_NO_REGION;
    const IrInst *code = function->code.items;
    for (uint32_t i = 0; i < count; i++) {
        IrOp op = code[i].op;
        region_of[i] = current;
        if (!ir_op_is_pseudo(op))
            continue;
        if (op == IR_LABEL && !place_label(walk, i))
            return false;
        if (ir_op_opens(op)) {
            IrRegion region = {.kind = op, .parent = current, .begin = i, .depth = IR_UNREACHABLE};
            region_of[i] = current = flow->regions.count;
            VEC_PUSH(walk->arena, &flow->regions, region);
        }
        if (!ir_op_closes(op))
            continue;
        if (current == IR_NO_REGION || closing_of(flow->regions.items[current].kind) != op)
            return fail(walk, i, "a region ends that is not the innermost one");
        flow->regions.items[current].end = i;
        current = flow->regions.items[current].parent;
    }
    if (current != IR_NO_REGION)
        return fail(walk, flow->regions.items[current].begin, "a region does not end");
    return check_labels(walk);
}

uint32_t ir_region_at(const IrFlow *flow, IrLabel label)
{
    return flow->region_of[flow->label_place[label]];
}

// Notes that control reaches `place` with `depth` values on the stack; `*is_new` is whether it did
// not before.
static bool reach(Walk *walk, uint32_t from, uint32_t place, int32_t depth, bool *is_new)
{
    IrFlow *flow = walk->flow;
    *is_new = false;
    if (depth < 0)
        return fail(walk, from, "the stack gets empty");
    if (place >= walk->function->code.count)
        return fail(walk, from, "control falls off the end");
    if (flow->depth[place] == depth)
        return true;
    if (flow->depth[place] != IR_UNREACHABLE)
        return fail(walk, place, "an instruction is reached at two depths");
    flow->depth[place] = depth;
    if (depth > flow->depth_limit)
        flow->depth_limit = depth;
    *is_new = true;
    return true;
}

// The same for a place that is visited later.
static bool arrive(Walk *walk, uint32_t from, uint32_t place, int32_t depth)
{
    bool is_new;
    if (!reach(walk, from, place, depth, &is_new))
        return false;
    if (is_new)
        walk->work[walk->work_count++] = place;
    return true;
}

int32_t ir_region_depth(IrOp op, int32_t depth)
{
    if (op == IR_EXCEPT_BEGIN || op == IR_FINALLY_BEGIN)
        return depth - 2;
    return op == IR_TRY_WITH ? depth - 1 : depth;
}

static bool enter_region(Walk *walk, uint32_t place)
{
    const IrInst *inst = &walk->function->code.items[place];
    IrFlow *flow = walk->flow;
    IrRegion *region = &flow->regions.items[flow->region_of[place]];
    region->depth = ir_region_depth(inst->op, flow->depth[place]);
    if (inst->op == IR_EXCEPT_BEGIN || inst->op == IR_FINALLY_BEGIN)
        return region->depth >= 0 || fail(walk, place, "a handler is entered without its values");
    return arrive(walk, place, flow->label_place[inst->label], region->depth + 2);
}

// The region that `place` leaves last on its way to `target`, or IR_NO_REGION.
static uint32_t outermost_left(const IrFlow *flow, uint32_t place, uint32_t target)
{
    uint32_t last = IR_NO_REGION;
    uint32_t region = flow->region_of[place];
    while (region != IR_NO_REGION && region != target) {
        last = region;
        region = flow->regions.items[region].parent;
    }
    return last;
}

int32_t ir_unwound_depth(const IrFlow *flow, uint32_t place, IrLabel label)
{
    uint32_t last = outermost_left(flow, place, ir_region_at(flow, label));
    if (last == IR_NO_REGION)
        return IR_UNREACHABLE;
    const IrRegion *region = &flow->regions.items[last];
    return region->kind == IR_TRY_WITH ? region->depth - 2 : region->depth;
}

static bool follow_jump(Walk *walk, uint32_t place)
{
    const IrInst *inst = &walk->function->code.items[place];
    IrFlow *flow = walk->flow;
    uint32_t target = flow->label_place[inst->label];
    if (inst->op != IR_UNWIND_JUMP)
        return arrive(walk, place, target, flow->depth[place] + ir_jump_effect(inst));
    int32_t depth = ir_unwound_depth(flow, place, inst->label);
    if (depth == IR_UNREACHABLE)
        return fail(walk, place, "UNWIND_JUMP leaves no region");
    return arrive(walk, place, target, depth);
}

// Visits `place`, an instruction that is not plain; `*goes_on` is whether what follows is to be
// visited next.
static bool visit(Walk *walk, uint32_t place, bool *goes_on)
{
    const IrInst *inst = &walk->function->code.items[place];
    IrFlow *flow = walk->flow;
    if (ir_op_opens(inst->op) && !enter_region(walk, place))
        return false;
    if (ir_op_jumps(inst->op) && !follow_jump(walk, place))
        return false;
    uint32_t pops;
    uint32_t pushes;
    ir_stack_effect(inst, &pops, &pushes);
    if (flow->depth[place] < (int32_t)pops)
        return fail(walk, place, "the stack gets empty");
    *goes_on = false;
    if (ir_op_ends(inst->op))
        return true;
    int32_t depth = flow->depth[place] - (int32_t)pops + (int32_t)pushes;
    return reach(walk, place, place + 1, depth, goes_on);
}

// Visits `place` and what follows it.
static bool follow(Walk *walk, uint32_t place)
{
    const IrInst *code = walk->function->code.items;
    for (bool goes_on = true; goes_on; place++) {
        const IrOpRow *row = &ir_op_rows[code[place].op];
        int32_t left = walk->flow->depth[place] - row->pops;
        if (!(row->flags & IR_ROW_PLAIN)) {
            if (!visit(walk, place, &goes_on))
                return false;
        } else if (left < 0) {
            return fail(walk, place, "the stack gets empty");
        } else if (!reach(walk, place, place + 1, left + row->pushes, &goes_on)) {
            return false;
        }
    }
    return true;
}

bool ir_flow_depths(Arena *arena, const IrFunction *function, IrFlow *flow, IrFault *fault)
{
    *fault = (IrFault){0};
    Walk walk = {.arena = arena, .function = function, .flow = flow, .fault = fault};
    int32_t *depth = flow->depth;
    for (uint32_t i = 0, count = function->code.count; i < count; i++)
        depth[i] = IR_UNREACHABLE;
    for (uint32_t i = 0; i < flow->regions.count; i++)
        flow->regions.items[i].depth = IR_UNREACHABLE;
    flow->depth_limit = 0;
    // The first instruction, and each label at most once, when its depth becomes known.
    walk.work = ARENA_NEW_ARRAY(arena, uint32_t, (size_t)function->label_count + 1);
    if (!arrive(&walk, 0, 0, 0))
        return false;
    while (walk.work_count > 0)
        if (!follow(&walk, walk.work[--walk.work_count]))
            return false;
    return true;
}

bool ir_flow_places(Arena *arena, const IrFunction *function, IrFlow *flow, IrFault *fault)
{
    *flow = (IrFlow){0};
    *fault = (IrFault){0};
    Walk walk = {.arena = arena, .function = function, .flow = flow, .fault = fault};
    return place_all(&walk);
}

bool ir_flow(Arena *arena, const IrFunction *function, IrFlow *flow, IrFault *fault)
{
    if (!ir_flow_places(arena, function, flow, fault))
        return false;
    flow->depth = ARENA_NEW_ARRAY(arena, int32_t, function->code.count + 1);
    return ir_flow_depths(arena, function, flow, fault);
}
