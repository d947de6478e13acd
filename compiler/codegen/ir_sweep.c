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

// Whether a jump, a pseudo-instruction that is no label, or something else that has a label stays.
static bool stays(const IrRewrite *rewrite, uint32_t place, bool *is_target)
{
    const IrInst *inst = &rewrite->function->code.items[place];
    bool keep = rewrite->flow.depth[place] != IR_UNREACHABLE;
    if (inst->op == IR_JUMP)
        keep = keep && !is_idle_jump(rewrite, place);
    else if (ir_op_closes(inst->op) || inst->op == IR_TRY_EXCEPT)
        keep = region_lives(rewrite, place);
    if (keep && ir_op_has_label(inst->op))
        is_target[inst->label] = true;
    return keep;
}

bool ir_sweep(IrRewrite *rewrite)
{
    enum { NOT_SIMPLE = IR_ROW_LABELLED | IR_ROW_OPENS | IR_ROW_CLOSES };
    const IrFunction *function = rewrite->function;
    const IrInst *code = function->code.items;
    const int32_t *depth = rewrite->flow.depth;
    bool *keep = rewrite->keep;
    uint32_t count = function->code.count;
    bool *is_target = ARENA_NEW_ARRAY(rewrite->scratch, bool, function->label_count + 1);
    for (uint32_t i = 0; i < count; i++) {
        bool is_simple = code[i].op == IR_LABEL || !(ir_op_rows[code[i].op].flags & NOT_SIMPLE);
        keep[i] = is_simple ? depth[i] != IR_UNREACHABLE : stays(rewrite, i, is_target);
    }
    for (uint32_t i = 0; i < function->label_count; i++)
        if (rewrite->flow.label_place[i] != IR_NO_PLACE)
            keep[rewrite->flow.label_place[i]] = is_target[i];
    return memchr(keep, false, count) != NULL;
}
