// SPDX-License-Identifier: MIT
// Pass `stores`. A variable of a function that nothing reads needs no value: what would be stored
// is dropped, and so is a value that is dropped as soon as it was pushed, when pushing it can
// neither raise nor be seen. Other stores that nothing reads stay: they end the life of the value
// before them, and `buffer = None` is how programs give memory back.
#include "ir_passes.h"

static bool *find_read(const IrRewrite *rewrite)
{
    const IrFunction *function = rewrite->function;
    bool *is_read = ARENA_NEW_ARRAY(rewrite->scratch, bool, function->locals.count + 1);
    for (uint32_t i = 0; i < function->locals.count; i++)
        is_read[i] = function->locals.items[i].is_cell;
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (ir_op_format(inst->op) == IR_FORMAT_LOCAL && inst->op != IR_STORE_LOCAL)
            is_read[inst->count] = true;
    }
    return is_read;
}

static bool only_pushes(IrOp op)
{
    return op == IR_LOAD_CONST || op == IR_DUP_TOP || op == IR_MAKE_FUNCTION;
}

bool ir_pass_stores(IrRewrite *rewrite)
{
    IrFunction *function = rewrite->function;
    const bool *is_read = find_read(rewrite);
    bool changed = false;
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        IrInst *inst = &function->code.items[i];
        if (inst->op == IR_STORE_LOCAL && !is_read[inst->count]) {
            *inst = (IrInst){.op = IR_POP_TOP, .span = inst->span};
            changed = true;
        } else if (inst->op != IR_POP_TOP) {
            continue;
        }
        if (i == 0 || !rewrite->keep[i - 1] || !only_pushes(inst[-1].op))
            continue;
        rewrite->keep[i - 1] = rewrite->keep[i] = false;
        changed = true;
    }
    return changed;
}
