// SPDX-License-Identifier: MIT
// Pass `copies`. A copy that is stored while the original is dropped at once: the original is
// stored. None of the three instructions can raise or be seen.
#include "ir_passes.h"

static bool is_store(IrOp op)
{
    return op == IR_STORE_LOCAL || op == IR_STORE_CELL || op == IR_STORE_GLOBAL ||
           op == IR_STORE_NAME;
}

bool ir_pass_copies(IrRewrite *rewrite)
{
    const IrFunction *function = rewrite->function;
    bool changed = false;
    for (uint32_t i = 0, count = function->code.count; i + 2 < count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst[0].op != IR_DUP_TOP || !is_store(inst[1].op) || inst[2].op != IR_POP_TOP)
            continue;
        rewrite->keep[i] = rewrite->keep[i + 2] = false;
        rewrite->flow.depth[i + 1]--;
        changed = true;
    }
    return changed;
}
