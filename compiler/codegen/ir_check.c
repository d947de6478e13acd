// SPDX-License-Identifier: MIT
// ir_flow has worked out labels, regions and depths (and refused code where they make no sense);
// here are the remaining rules: which regions a jump or return may leave and how, and operands.
#include "ir_check.h"

#include <string.h>

typedef struct {
    const IrFunction *function;
    const IrFlow *flow;
    IrFault *fault;
} Check;

static bool fail(Check *check, uint32_t place, const char *rule)
{
    *check->fault = (IrFault){.rule = rule, .place = place};
    return false;
}

static const IrRegion *region_at(const Check *check, uint32_t index)
{
    return index == IR_NO_REGION ? NULL : &check->flow->regions.items[index];
}

// Whether a plain jump may leave `region` from a place of the given depth: a try body costs
// nothing, and an except body is over once POP_EXCEPT has taken what was below its code.
static bool leaves_freely(const IrRegion *region, int32_t depth)
{
    return region->kind == IR_TRY_EXCEPT ||
           (region->kind == IR_EXCEPT_BEGIN && depth <= region->depth);
}

static bool check_jump(Check *check, uint32_t place)
{
    const IrFlow *flow = check->flow;
    const IrInst *inst = &check->function->code.items[place];
    uint32_t target = ir_region_at(flow, inst->label);
    bool needs_unwind = false;
    uint32_t index = flow->region_of[place];
    for (; index != target && index != IR_NO_REGION; index = flow->regions.items[index].parent)
        if (!leaves_freely(&flow->regions.items[index], flow->depth[place]))
            needs_unwind = true;
    if (index != target)
        return fail(check, place, "a jump goes into a region");
    if (needs_unwind && inst->op != IR_UNWIND_JUMP)
        return fail(check, place, "a plain jump leaves a region that needs unwinding");
    return true;
}

static bool check_return(Check *check, uint32_t place)
{
    uint32_t index = check->flow->region_of[place];
    bool needs_unwind = false;
    for (; index != IR_NO_REGION; index = check->flow->regions.items[index].parent)
        if (!leaves_freely(&check->flow->regions.items[index], INT32_MAX))
            needs_unwind = true;
    bool unwinds = check->function->code.items[place].op == IR_RETURN_UNWIND;
    if (needs_unwind && !unwinds)
        return fail(check, place, "RETURN_VALUE inside a region that needs unwinding");
    if (!needs_unwind && unwinds)
        return fail(check, place, "RETURN_UNWIND with nothing to unwind");
    return true;
}

static bool check_local(Check *check, uint32_t place)
{
    const IrInst *inst = &check->function->code.items[place];
    if (inst->count >= check->function->locals.count)
        return fail(check, place, "a local is out of range");
    bool is_cell = check->function->locals.items[inst->count].is_cell;
    bool wants_cell = inst->op == IR_LOAD_CELL || inst->op == IR_STORE_CELL ||
                      inst->op == IR_DELETE_CELL || inst->op == IR_LOAD_CLASS_CELL;
    // LOAD_LOCAL of a cell's slot gives the cell itself, for a closure.
    if (wants_cell != is_cell && inst->op != IR_LOAD_LOCAL)
        return fail(check, place, "a cell is used as a plain local or the other way round");
    return true;
}

static bool check_child(Check *check, uint32_t place)
{
    const IrInst *inst = &check->function->code.items[place];
    if (!inst->function || inst->function->parent != check->function)
        return fail(check, place, "a function is made by another than its parent");
    bool has_cells = inst->op == IR_MAKE_CLOSURE && (inst->b & 4);
    if (has_cells != (inst->function->free_count > 0))
        return fail(check, place, "a closure tuple and free cells do not agree");
    return true;
}

static bool check_operand(Check *check, uint32_t place)
{
    const IrInst *inst = &check->function->code.items[place];
    switch (ir_op_format(inst->op)) {
    case IR_FORMAT_LOCAL:
        return check_local(check, place);
    case IR_FORMAT_NAME:
    case IR_FORMAT_GLOBAL:
        return inst->name || fail(check, place, "a name is missing");
    case IR_FORMAT_CONST:
        if (inst->op == IR_MAKE_FUNCTION)
            return check_child(check, place);
        if (inst->op == IR_IMPORT_NAME)
            return inst->name || fail(check, place, "a name is missing");
        return inst->constant || fail(check, place, "a constant is missing");
    case IR_FORMAT_CONSTB:
        return check_child(check, place);
    case IR_FORMAT_COUNT:
        return inst->count <= UINT16_MAX || fail(check, place, "a count has more than 16 bits");
    case IR_FORMAT_SBYTE:
    case IR_FORMAT_BACK:
        return fail(check, place, "a short form is in the IR");
    case IR_FORMAT_NONE:
    case IR_FORMAT_FWD:
    case IR_FORMAT_PAIR:
    case IR_FORMAT_ADDR:
    case IR_FORMAT_LABEL:
        return true;
    }
    return true;
}

// Whether the instruction finds payload and tag on top: where the handler's region keeps them, or,
// after WITH_END has taken `exit self` from below them, two lower.
static bool is_at_tag(const Check *check, uint32_t place, const IrRegion *region)
{
    bool after_with = place > 0 && check->function->code.items[place - 1].op == IR_WITH_END;
    return check->flow->depth[place] == region->depth + (after_with ? 0 : 2);
}

// An instruction that works on what a handler is entered with is in such a handler.
static bool check_handler_op(Check *check, uint32_t place)
{
    const IrRegion *region = region_at(check, check->flow->region_of[place]);
    int32_t depth = check->flow->depth[place];
    switch (check->function->code.items[place].op) {
    case IR_POP_EXCEPT:
        if (!region || region->kind != IR_EXCEPT_BEGIN || depth != region->depth + 1)
            return fail(check, place, "POP_EXCEPT is not at the end of an except body");
        return true;
    case IR_END_FINALLY:
        if (!region || (region->kind != IR_EXCEPT_BEGIN && region->kind != IR_FINALLY_BEGIN) ||
            !is_at_tag(check, place, region))
            return fail(check, place, "END_FINALLY is not at the end of a handler");
        return true;
    default:
        return true;
    }
}

static bool check_locals(Check *check)
{
    const IrFunction *function = check->function;
    uint32_t params = function->param_count + function->kwonly_count +
                      (function->has_varargs ? 1u : 0u) + (function->has_varkeywords ? 1u : 0u);
    for (uint32_t i = 0; i < function->locals.count; i++) {
        IrLocalKind want = i < params                          ? IR_LOCAL_PARAM
                           : i < params + function->free_count ? IR_LOCAL_FREE
                                                               : IR_LOCAL_VAR;
        if (function->locals.items[i].kind != want)
            return fail(check, 0, "locals are not params, free cells, variables in this order");
        if (want == IR_LOCAL_FREE && !function->locals.items[i].is_cell)
            return fail(check, 0, "a free variable is not a cell");
    }
    if (function->locals.count < params + function->free_count)
        return fail(check, 0, "a parameter has no local");
    return true;
}

bool ir_check(Arena *scratch, const IrFunction *function, IrFault *fault)
{
    IrFlow flow;
    if (!ir_flow(scratch, function, &flow, fault))
        return false;
    Check check = {.function = function, .flow = &flow, .fault = fault};
    if (!check_locals(&check))
        return false;
    for (uint32_t i = 0; i < function->code.count; i++) {
        IrOp op = function->code.items[i].op;
        if (!check_operand(&check, i))
            return false;
        if (flow.depth[i] == IR_UNREACHABLE)
            continue;
        if (ir_op_jumps(op) && !check_jump(&check, i))
            return false;
        if ((op == IR_RETURN_VALUE || op == IR_RETURN_UNWIND) && !check_return(&check, i))
            return false;
        if (!check_handler_op(&check, i))
            return false;
    }
    if (flow.depth_limit > UINT16_MAX)
        return fail(&check, 0, "the operand stack is deeper than 65535");
    return true;
}

bool ir_check_all(Arena *scratch, IrFunction *function, IrFault *fault, IrFunction **culprit)
{
    arena_reset(scratch);
    if (!ir_check(scratch, function, fault)) {
        *culprit = function;
        return false;
    }
    for (uint32_t i = 0; i < function->children.count; i++)
        if (!ir_check_all(scratch, function->children.items[i], fault, culprit))
            return false;
    return true;
}
