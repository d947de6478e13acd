// SPDX-License-Identifier: MIT
// Rounds of changes to jumps, then dropping, until nothing changes. Reachability follows jumps and,
// for a region whose body has code, the edge to its handler.
#include "ir_tidy.h"

#include "ir_flow.h"

typedef struct {
    IrFunction *function;
    IrFlow flow;
    bool *keep;   // by instruction
    bool changed; // in this round
} Tidy;

// The first real instruction at or after `place`, in the same region.
static uint32_t next_real(const IrFunction *function, uint32_t place)
{
    while (place < function->code.count && function->code.items[place].op == IR_LABEL)
        place++;
    return place;
}

// Where a jump to `label` ends up when it meets only plain jumps on its way. Threading stops at
// jumps out of a region: the VM finds the regions to leave by the place of the jump.
static IrLabel final_target(const Tidy *tidy, IrLabel label)
{
    const IrFunction *function = tidy->function;
    for (int hops = 0; hops < 8; hops++) {
        uint32_t place = next_real(function, tidy->flow.label_place[label]);
        if (place >= function->code.count)
            break;
        const IrInst *inst = &function->code.items[place];
        if (inst->op != IR_JUMP ||
            ir_region_at(&tidy->flow, inst->label) != tidy->flow.region_of[place])
            break;
        label = inst->label;
    }
    return label;
}

static void thread_jumps(Tidy *tidy)
{
    IrFunction *function = tidy->function;
    for (uint32_t i = 0; i < function->code.count; i++) {
        IrInst *inst = &function->code.items[i];
        bool is_simple = inst->op == IR_JUMP || inst->op == IR_POP_JUMP_IF_TRUE ||
                         inst->op == IR_POP_JUMP_IF_FALSE;
        if (!is_simple || tidy->flow.depth[i] == IR_UNREACHABLE)
            continue;
        IrLabel target = final_target(tidy, inst->label);
        if (target != inst->label) {
            inst->label = target;
            tidy->changed = true;
        }
    }
}

static IrOp opposite(IrOp op)
{
    return op == IR_POP_JUMP_IF_TRUE ? IR_POP_JUMP_IF_FALSE : IR_POP_JUMP_IF_TRUE;
}

// A jump to a return in the same region is the return.
static void return_directly(Tidy *tidy)
{
    IrFunction *function = tidy->function;
    for (uint32_t i = 0; i < function->code.count; i++) {
        IrInst *inst = &function->code.items[i];
        if (inst->op != IR_JUMP || tidy->flow.depth[i] == IR_UNREACHABLE)
            continue;
        uint32_t target = next_real(function, tidy->flow.label_place[inst->label]);
        const IrInst *there = &function->code.items[target];
        bool returns = there->op == IR_RETURN_VALUE || there->op == IR_RETURN_UNWIND;
        if (returns && tidy->flow.region_of[target] == tidy->flow.region_of[i]) {
            *inst = *there;
            tidy->changed = true;
        }
    }
}

static bool is_store(IrOp op)
{
    return op == IR_STORE_LOCAL || op == IR_STORE_CELL || op == IR_STORE_GLOBAL ||
           op == IR_STORE_NAME;
}

// A copy that is stored while the original is dropped at once: the original is stored.
static void store_originals(Tidy *tidy)
{
    IrFunction *function = tidy->function;
    for (uint32_t i = 0; i + 2 < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst[0].op == IR_DUP_TOP && is_store(inst[1].op) && inst[2].op == IR_POP_TOP)
            tidy->keep[i] = tidy->keep[i + 2] = false;
    }
}

// A conditional jump over a plain jump becomes the opposite conditional jump.
static void invert_jumps(Tidy *tidy)
{
    IrFunction *function = tidy->function;
    for (uint32_t i = 0; i + 2 < function->code.count; i++) {
        IrInst *inst = &function->code.items[i];
        const IrInst *over = inst + 1;
        if ((inst->op != IR_POP_JUMP_IF_TRUE && inst->op != IR_POP_JUMP_IF_FALSE) ||
            over->op != IR_JUMP || over[1].op != IR_LABEL ||
            next_real(function, tidy->flow.label_place[inst->label]) != next_real(function, i + 2))
            continue;
        // The plain jump is idle now and is dropped below.
        IrLabel after = inst->label;
        inst->op = opposite(inst->op);
        inst->label = over->label;
        function->code.items[i + 1].label = after;
        tidy->changed = true;
    }
}

static bool is_closing(IrOp op)
{
    return op == IR_TRY_END || op == IR_EXCEPT_END || op == IR_FINALLY_END;
}

// A jump to what follows it anyway does nothing.
static bool is_idle_jump(const Tidy *tidy, uint32_t place)
{
    const IrInst *inst = &tidy->function->code.items[place];
    if (inst->op != IR_JUMP)
        return false;
    uint32_t target = tidy->flow.label_place[inst->label];
    uint32_t next = place + 1;
    while (next < target && (tidy->function->code.items[next].op == IR_LABEL ||
                             is_closing(tidy->function->code.items[next].op)))
        next++;
    return next == target;
}

// A try body without instructions cannot raise.
static bool is_empty_try(const Tidy *tidy, const IrRegion *region)
{
    if (region->kind != IR_TRY_EXCEPT)
        return false;
    for (uint32_t i = region->begin; i <= region->end; i++)
        if (!ir_op_is_pseudo(tidy->function->code.items[i].op))
            return false;
    return true;
}

// A region lives when its first instruction is reached; its two ends go or stay together.
static bool region_lives(const Tidy *tidy, uint32_t place)
{
    const IrRegion *region = &tidy->flow.regions.items[tidy->flow.region_of[place]];
    return tidy->flow.depth[region->begin] != IR_UNREACHABLE && !is_empty_try(tidy, region);
}

static void choose(Tidy *tidy)
{
    const IrFunction *function = tidy->function;
    bool *is_target = tidy->keep + function->code.count; // by label
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        bool keep = tidy->flow.depth[i] != IR_UNREACHABLE && !is_idle_jump(tidy, i);
        if (is_closing(inst->op) || inst->op == IR_TRY_EXCEPT)
            keep = region_lives(tidy, i);
        tidy->keep[i] = keep;
        if (keep && inst->op != IR_LABEL &&
            (ir_op_jumps(inst->op) || ir_op_format(inst->op) == IR_FORMAT_LABEL))
            is_target[inst->label] = true;
    }
    for (uint32_t i = 0; i < function->code.count; i++)
        if (function->code.items[i].op == IR_LABEL)
            tidy->keep[i] = is_target[function->code.items[i].label];
}

static void drop(Tidy *tidy)
{
    IrFunction *function = tidy->function;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < function->code.count; i++)
        if (tidy->keep[i])
            function->code.items[kept++] = function->code.items[i];
    tidy->changed |= kept != function->code.count;
    function->code.count = kept;
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
        if (ir_op_jumps(inst->op) || ir_op_format(inst->op) == IR_FORMAT_LABEL)
            inst->label = number[inst->label];
    }
    function->label_count = next;
}

static bool tidy_round(Arena *scratch, IrFunction *function)
{
    arena_reset(scratch);
    Tidy tidy = {.function = function};
    IrFault fault;
    // Malformed code is left as it is for ir_check to name.
    if (!ir_flow(scratch, function, &tidy.flow, &fault))
        return false;
    thread_jumps(&tidy);
    invert_jumps(&tidy);
    return_directly(&tidy);
    if (tidy.changed && !ir_flow(scratch, function, &tidy.flow, &fault))
        return false;
    tidy.keep = ARENA_NEW_ARRAY(scratch, bool, function->code.count + function->label_count + 1);
    choose(&tidy);
    store_originals(&tidy);
    drop(&tidy);
    renumber_labels(scratch, function);
    return tidy.changed;
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

static void tidy_all(Arena *scratch, IrFunction *function)
{
    for (int rounds = 0; rounds < 8 && tidy_round(scratch, function); rounds++) {
    }
    list_children(function);
    for (uint32_t i = 0; i < function->children.count; i++)
        tidy_all(scratch, function->children.items[i]);
}

void ir_tidy(IrFunction *function)
{
    Arena scratch = {0};
    tidy_all(&scratch, function);
    arena_free(&scratch);
}
