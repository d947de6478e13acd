// SPDX-License-Identifier: MIT
// Pass `jumps`. A jump has no effect but where it goes, so one that meets only plain jumps on its
// way may go to their end at once, and a conditional jump over a plain one is the opposite
// conditional jump. The number and order of conditions that are evaluated stay the same.
#include "ir_passes.h"

// Where a jump to `label` ends up when it meets only plain jumps on its way. Threading stops at
// jumps out of a region: the VM finds the regions to leave by the place of the jump.
static IrLabel final_target(const IrRewrite *rewrite, IrLabel label)
{
    const IrFunction *function = rewrite->function;
    for (int hops = 0; hops < 8; hops++) {
        uint32_t place = ir_next_real(function, rewrite->flow.label_place[label]);
        if (place >= function->code.count)
            break;
        const IrInst *inst = &function->code.items[place];
        if (inst->op != IR_JUMP ||
            ir_region_at(&rewrite->flow, inst->label) != rewrite->flow.region_of[place])
            break;
        label = inst->label;
    }
    return label;
}

static bool is_conditional(IrOp op)
{
    return op == IR_POP_JUMP_IF_TRUE || op == IR_POP_JUMP_IF_FALSE;
}

static bool thread_jumps(IrRewrite *rewrite)
{
    IrInst *code = rewrite->function->code.items;
    bool changed = false;
    for (uint32_t i = 0, count = rewrite->function->code.count; i < count; i++) {
        IrInst *inst = &code[i];
        if (!ir_op_jumps(inst->op) || (inst->op != IR_JUMP && !is_conditional(inst->op)) ||
            rewrite->flow.depth[i] == IR_UNREACHABLE)
            continue;
        IrLabel target = final_target(rewrite, inst->label);
        changed |= target != inst->label;
        inst->label = target;
    }
    return changed;
}

static IrOp opposite(IrOp op)
{
    return op == IR_POP_JUMP_IF_TRUE ? IR_POP_JUMP_IF_FALSE : IR_POP_JUMP_IF_TRUE;
}

// A conditional jump over a plain jump becomes the opposite conditional jump.
static bool invert_jumps(const IrRewrite *rewrite)
{
    IrFunction *function = rewrite->function;
    bool changed = false;
    for (uint32_t i = 0, count = function->code.count; i + 2 < count; i++) {
        IrInst *inst = &function->code.items[i];
        const IrInst *over = inst + 1;
        if (!is_conditional(inst->op) || over->op != IR_JUMP || over[1].op != IR_LABEL ||
            ir_next_real(function, rewrite->flow.label_place[inst->label]) !=
                ir_next_real(function, i + 2))
            continue;
        // The plain jump is idle now and will be dropped.
        IrLabel after = inst->label;
        inst->op = opposite(inst->op);
        inst->label = over->label;
        function->code.items[i + 1].label = after;
        changed = true;
    }
    return changed;
}

bool ir_pass_jumps(IrRewrite *rewrite)
{
    if (rewrite->function->label_count == 0)
        return false;
    bool threaded = thread_jumps(rewrite);
    rewrite->is_rerouted = invert_jumps(rewrite) || threaded;
    return rewrite->is_rerouted;
}
