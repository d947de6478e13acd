// SPDX-License-Identifier: MIT
// Drops what code generation and the passes leave behind: code that nothing reaches, jumps to what
// follows anyway, regions without code, labels without jumps. Reachability follows jumps and, for a
// region whose body has code, the edge to its handler.
#include "ir_sweep.h"

#include <string.h>

// A jump to what follows it anyway does nothing.
static bool is_idle_jump(const IrRewrite *rewrite, uint32_t place)
{
    const IrInst *inst = &rewrite->function->code.items[place];
    if (inst->op != IR_JUMP)
        return false;
    uint32_t target = rewrite->flow.label_place[inst->label];
    uint32_t next = place + 1;
    while (next < target && (rewrite->function->code.items[next].op == IR_LABEL ||
                             ir_op_closes(rewrite->function->code.items[next].op)))
        next++;
    return next == target;
}

// A try body without instructions cannot raise.
static bool is_empty_try(const IrRewrite *rewrite, const IrRegion *region)
{
    if (region->kind != IR_TRY_EXCEPT)
        return false;
    for (uint32_t i = region->begin; i <= region->end; i++)
        if (!ir_op_is_pseudo(rewrite->function->code.items[i].op))
            return false;
    return true;
}

// A region lives when its first instruction is reached; its two ends go or stay together.
static bool region_lives(const IrRewrite *rewrite, uint32_t place)
{
    const IrRegion *region = &rewrite->flow.regions.items[rewrite->flow.region_of[place]];
    return rewrite->flow.depth[region->begin] != IR_UNREACHABLE && !is_empty_try(rewrite, region);
}

bool ir_sweep(IrRewrite *rewrite)
{
    const IrFunction *function = rewrite->function;
    const IrInst *code = function->code.items;
    const int32_t *depth = rewrite->flow.depth;
    uint32_t count = function->code.count;
    bool *is_target = ARENA_NEW_ARRAY(rewrite->scratch, bool, function->label_count + 1);
    for (uint32_t i = 0; i < count; i++) {
        bool keep = depth[i] != IR_UNREACHABLE;
        IrOp op = code[i].op;
        if (op == IR_JUMP && keep)
            keep = !is_idle_jump(rewrite, i);
        else if (ir_op_closes(op) || op == IR_TRY_EXCEPT)
            keep = region_lives(rewrite, i);
        rewrite->keep[i] = keep;
        if (keep && ir_op_has_label(op) && op != IR_LABEL)
            is_target[code[i].label] = true;
    }
    for (uint32_t i = 0; i < function->label_count; i++)
        if (rewrite->flow.label_place[i] != IR_NO_PLACE)
            rewrite->keep[rewrite->flow.label_place[i]] = is_target[i];
    return memchr(rewrite->keep, false, count) != NULL;
}
