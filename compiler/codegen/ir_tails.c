// SPDX-License-Identifier: MIT
// Pass `tails`. Ways that meet, or that all return, and do the same before: one of them does it, the
// others jump there. What is shared runs on the same stack, in the same region, and goes on in the
// same place. An instruction that can raise is shared only with one of the same line, so that
// tracebacks stay as they are. Nothing is left on the stack for what is shared: the values below may
// be of different kinds, and an operator and the instruction that takes its result run faster when
// one follows the other.
//
// The way that is kept is the one that needs no jump, if there is one. Where all of them need one
// and for returns, which are shorter than jumps, more than one instruction must be shared.
//
// Not for MicroPython, where a value must have been made in one place.
#include "ir_passes.h"

enum { MOST_WAYS = 8, LEAST_BEHIND_JUMPS = 3, LEAST_OF_RETURNS = 2 };

// Instructions from the end of a way backwards.
typedef struct {
    uint32_t end;  // the place after the last one: a jump, a return or a label
    uint32_t goal; // place where the ways meet, or NO_GOAL
    bool falls_in; // without a jump
} Way;

#define NO_GOAL UINT32_MAX

typedef struct {
    IrRewrite *rewrite;
    IrLabel *label_before; // by instruction: 1 + the label to be placed before it, or 0
    uint32_t added;
} Tails;

static const IrInst *at(const Tails *tails, uint32_t place)
{
    return &tails->rewrite->function->code.items[place];
}

static bool same_constant(const IrInst *a, const IrInst *b)
{
    if (a->op == IR_LOAD_CONST)
        return a->constant == b->constant || constant_same(a->constant, b->constant);
    return a->name == b->name; // or the function
}

static bool same(const IrInst *a, const IrInst *b)
{
    if (a->op != b->op || a->a != b->a || a->b != b->b)
        return false;
    switch (ir_op_format(a->op)) {
    case IR_FORMAT_NONE:
    case IR_FORMAT_PAIR:
        return true;
    case IR_FORMAT_LOCAL:
    case IR_FORMAT_COUNT:
        return a->count == b->count;
    case IR_FORMAT_NAME:
    case IR_FORMAT_GLOBAL:
        return a->name == b->name;
    case IR_FORMAT_CONST:
        return same_constant(a, b);
    default: // jumps, pseudo-instructions, functions that are made
        return false;
    }
}

// Can neither raise nor be seen.
static bool is_silent(IrOp op)
{
    switch (op) {
    case IR_LOAD_CONST:
    case IR_LOAD_NULL:
    case IR_POP_TOP:
    case IR_DUP_TOP:
    case IR_DUP_TOP_TWO:
    case IR_ROT_TWO:
    case IR_ROT_THREE:
    case IR_STORE_LOCAL:
    case IR_STORE_CELL:
    case IR_STORE_GLOBAL:
        return true;
    default:
        return false;
    }
}

static bool same_line(const Tails *tails, const IrInst *a, const IrInst *b)
{
    const Source *source = tails->rewrite->source;
    return a->span.start == b->span.start ||
           (source && source_line_index(source, a->span.start) ==
                          source_line_index(source, b->span.start));
}

// Whether both places do the same, and the one at `b` may run for the one at `a`.
static bool can_share(const Tails *tails, uint32_t a, uint32_t b)
{
    const IrRewrite *rewrite = tails->rewrite;
    const IrInst *left = at(tails, a);
    const IrInst *right = at(tails, b);
    if (!rewrite->keep[a] || !rewrite->keep[b] || tails->label_before[a] ||
        rewrite->flow.region_of[a] != rewrite->flow.region_of[b] ||
        rewrite->flow.depth[a] != rewrite->flow.depth[b] ||
        rewrite->flow.depth[a] == IR_UNREACHABLE || ir_op_is_pseudo(left->op) ||
        ir_op_has_label(left->op) || ir_op_ends(left->op))
        return false;
    return same(left, right) && (is_silent(left->op) || same_line(tails, left, right));
}

// Whether the instructions take only values that they have put on the stack themselves.
static bool stands_alone(const Tails *tails, uint32_t start, uint32_t end)
{
    uint32_t depth = 0;
    for (uint32_t i = start; i < end; i++) {
        uint32_t pops;
        uint32_t pushes;
        ir_stack_effect(at(tails, i), &pops, &pushes);
        if (pops > depth)
            return false;
        depth += pushes - pops;
    }
    return true;
}

// How many instructions before the ends of both ways are the same.
static uint32_t shared_by(const Tails *tails, const Way *a, const Way *b)
{
    uint32_t count = 0;
    while (a->end > count && b->end > count && a->end - count - 1 != b->end &&
           b->end - count - 1 != a->end && can_share(tails, a->end - count - 1, b->end - count - 1))
        count++;
    while (count > 0 && !stands_alone(tails, a->end - count, a->end))
        count--;
    return count;
}

static uint32_t least_for(const Way *a, const Way *b)
{
    if (a->goal == NO_GOAL)
        return LEAST_OF_RETURNS;
    return b->falls_in ? 1 : LEAST_BEHIND_JUMPS;
}

// Lets way `a` jump to where it is the same as `b`. False when that is not worth it.
static bool merge(Tails *tails, const Way *a, const Way *b)
{
    IrRewrite *rewrite = tails->rewrite;
    IrFunction *function = rewrite->function;
    if (a->goal != b->goal || rewrite->flow.region_of[a->end] != rewrite->flow.region_of[b->end])
        return false;
    uint32_t count = shared_by(tails, a, b);
    if (count < least_for(a, b))
        return false;
    uint32_t start = b->end - count;
    if (tails->label_before[start] == 0) {
        tails->label_before[start] = 1 + ir_new_label(function);
        tails->added++;
    }
    for (uint32_t i = a->end - count; i < a->end; i++)
        rewrite->keep[i] = false;
    IrInst *jump = &function->code.items[a->end];
    *jump = (IrInst){.op = IR_JUMP, .span = jump->span, .label = tails->label_before[start] - 1};
    return true;
}

// The newest ways that have been found; each new one is compared with them.
typedef struct {
    Way ways[MOST_WAYS];
    uint32_t count;
} Ways;

// False when the way is not the same as one of them, and is now one of them itself.
static bool add_way(Tails *tails, Ways *found, const Way *way)
{
    for (uint32_t i = 0; i < found->count && i < MOST_WAYS; i++)
        if (merge(tails, way, &found->ways[i]))
            return true;
    found->ways[found->count++ % MOST_WAYS] = *way;
    return false;
}

// Whether control gets to the label at `place` from above it; `*end` is then the place after the
// last instruction there.
static bool falls_into(const Tails *tails, uint32_t place, uint32_t *end)
{
    while (place > 0 && at(tails, place - 1)->op == IR_LABEL)
        place--;
    *end = place;
    return place > 0 && !ir_op_is_pseudo(at(tails, place - 1)->op) &&
           !ir_op_ends(at(tails, place - 1)->op);
}

// Merges the ways to each label that plain jumps go to.
static bool merge_joins(Tails *tails)
{
    const IrFunction *function = tails->rewrite->function;
    Arena *scratch = tails->rewrite->scratch;
    if (function->label_count == 0)
        return false;
    Ways *ways = ARENA_NEW_ARRAY(scratch, Ways, function->label_count + 1);
    uint32_t labels = function->label_count; // more are made
    bool changed = false;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = at(tails, i);
        if (inst->op == IR_JUMP && inst->label < labels) {
            Way way = {.end = i, .goal = tails->rewrite->flow.label_place[inst->label]};
            changed |= add_way(tails, &ways[inst->label], &way);
        }
    }
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = at(tails, i);
        if (inst->op != IR_LABEL || ways[inst->label].count == 0)
            continue;
        Way way = {.goal = i, .falls_in = true};
        if (!falls_into(tails, i, &way.end))
            continue;
        Ways *found = &ways[inst->label];
        for (uint32_t k = 0; k < found->count && k < MOST_WAYS; k++)
            changed |= at(tails, found->ways[k].end)->label == inst->label &&
                       merge(tails, &found->ways[k], &way);
    }
    return changed;
}

static bool merge_returns(Tails *tails)
{
    const IrFunction *function = tails->rewrite->function;
    Ways found = {.count = 0};
    bool changed = false;
    for (uint32_t i = 0; i < function->code.count; i++) {
        if (at(tails, i)->op != IR_RETURN_VALUE)
            continue;
        Way way = {.end = i, .goal = NO_GOAL};
        changed |= add_way(tails, &found, &way);
    }
    return changed;
}

// Puts the new labels where they belong: there is room, since each took the place of something.
static void place_labels(Tails *tails)
{
    IrRewrite *rewrite = tails->rewrite;
    IrFunction *function = rewrite->function;
    uint32_t count = function->code.count;
    IrInst *code = ARENA_NEW_ARRAY(rewrite->scratch, IrInst, count + tails->added + 1);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (tails->label_before[i])
            code[kept++] = (IrInst){.op = IR_LABEL,
                                    .span = at(tails, i)->span,
                                    .label = tails->label_before[i] - 1};
        if (rewrite->keep[i])
            code[kept++] = *at(tails, i);
    }
    memcpy(function->code.items, code, kept * sizeof *code);
    function->code.count = kept;
    for (uint32_t i = 0; i < kept; i++)
        rewrite->keep[i] = true;
}

bool ir_pass_tails(IrRewrite *rewrite)
{
    Tails tails = {.rewrite = rewrite};
    tails.label_before = ARENA_NEW_ARRAY(rewrite->scratch, IrLabel, rewrite->function->code.count + 1);
    bool changed = merge_joins(&tails);
    changed |= merge_returns(&tails);
    if (!changed)
        return false;
    place_labels(&tails);
    rewrite->is_remade = rewrite->is_rerouted = true;
    return true;
}
