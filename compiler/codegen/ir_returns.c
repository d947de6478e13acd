// SPDX-License-Identifier: MIT
// Pass `returns`. A jump to a return in the same region is the return: it leaves the same regions
// with the same value. One byte takes the place of two.
#include "ir_passes.h"

bool ir_pass_returns(IrRewrite *rewrite)
{
    IrFunction *function = rewrite->function;
    bool changed = false;
    if (function->label_count == 0)
        return false;
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        IrInst *inst = &function->code.items[i];
        if (inst->op != IR_JUMP || rewrite->flow.depth[i] == IR_UNREACHABLE)
            continue;
        uint32_t target = ir_next_real(function, rewrite->flow.label_place[inst->label]);
        const IrInst *there = &function->code.items[target];
        bool returns = there->op == IR_RETURN_VALUE || there->op == IR_RETURN_UNWIND;
        if (returns && rewrite->flow.region_of[target] == rewrite->flow.region_of[i]) {
            *inst = *there;
            changed = true;
        }
    }
    rewrite->is_rerouted = changed;
    return changed;
}
