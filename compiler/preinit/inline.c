// SPDX-License-Identifier: MIT
// Functions that calls of them are replaced with, in code that remains. As for the optimiser's pass of that name,
// only what cannot raise is put there, so that no traceback lacks the function: constants, `is`, tuples, with each
// parameter once and in order, or with none of them, whose arguments are then dropped. After build-time execution
// these can also be what a decorator or a factory made: cells and default arguments are constants.
#include "../../runtime_stub/vm/frame.h"
#include "../shake/shake.h"
#include "edits.h"

typedef struct {
    Freeze *freeze;
    const FreezeCode *code; // of the function
    FzValue function;
    uint32_t given;         // arguments
    uint32_t params;        // of them loaded so far
    InlineCode *out;
} Body;

static const FreezeCode *code_of(const Freeze *freeze, FzValue code)
{
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        if (freeze->codes.items[i]->source == code)
            return freeze->codes.items[i]->start == 0 ? freeze->codes.items[i] : NULL;
    return NULL;
}

static bool add(Body *body, FzOp op, int32_t operand, FzValue constant)
{
    if (body->out->count == INLINE_MOST)
        return false;
    FreezeInst inst = {.inst = {.op = op, .operand = operand}, .constant = constant};
    body->out->insts[body->out->count++] = inst;
    return true;
}

// Whether code of the function, when it runs, changes a cell that its closure holds.
static bool changes_cells(const Freeze *freeze, FzValue function)
{
    const FreezeCode *code = code_of(freeze, fz_function_code(freeze->vm, function));
    if (!code)
        return false;
    uint32_t first = fz_code_params(FZ_CODE(freeze->vm, code->source));
    uint32_t count = fz_code_free(FZ_CODE(freeze->vm, code->source));
    FreezeInst inst;
    for (uint32_t at = 0; freeze_next(freeze, code, &at, &inst);) {
        uint32_t slot = (uint32_t)inst.inst.operand;
        bool changes = inst.inst.op == FZ_OP_STORE_CELL || inst.inst.op == FZ_OP_DELETE_CELL;
        bool hands_on = inst.inst.op == FZ_OP_LOAD_LOCAL ||
                        (inst.inst.op >= FZ_OP_LOAD_LOCAL_0 && inst.inst.op <= FZ_OP_LOAD_LOCAL_7);
        if (hands_on && inst.inst.op != FZ_OP_LOAD_LOCAL)
            slot = (uint32_t)inst.inst.op - FZ_OP_LOAD_LOCAL_0;
        if ((changes || hands_on) && slot >= first && slot < first + count)
            return true;
    }
    return false;
}

// What the cell always holds, or FZ_NULL.
static FzValue of_cell(const Freeze *freeze, FzValue cell)
{
    const FzVm *vm = freeze->vm;
    for (uint32_t i = 0; i < freeze->order.count; i++) {
        FzValue value = freeze->order.items[i];
        FzValue closure = fz_is_kind(vm, value, FZ_KIND_FUNCTION) ? fz_find_extra(vm, value, FZ_FUNCTION_CLOSURE) : FZ_NULL;
        for (uint32_t k = 0; closure != FZ_NULL && k < fz_count_of(vm, closure); k++)
            if (FZ_TUPLE(vm, closure)->items[k] == cell && changes_cells(freeze, value))
                return FZ_NULL;
    }
    return FZ_WORDS(vm, cell)[1];
}

static bool load_cell(Body *body, uint32_t slot)
{
    const FzVm *vm = body->freeze->vm;
    uint32_t first = fz_code_params(FZ_CODE(vm, body->code->source));
    FzValue closure = fz_find_extra(vm, body->function, FZ_FUNCTION_CLOSURE);
    if (closure == FZ_NULL || slot < first || slot - first >= fz_count_of(vm, closure))
        return false;
    FzValue value = of_cell(body->freeze, FZ_TUPLE(vm, closure)->items[slot - first]);
    return value != FZ_NULL && add(body, FZ_OP_LOAD_CONST, 0, value);
}

// Arguments that the call leaves out are loads of the defaults behind those that it has.
static bool add_defaults(Body *body, uint32_t positional)
{
    const FzVm *vm = body->freeze->vm;
    FzValue defaults = fz_find_extra(vm, body->function, FZ_FUNCTION_DEFAULTS);
    uint32_t count = defaults == FZ_NULL ? 0 : fz_count_of(vm, defaults);
    if (body->given > positional || positional - body->given > count)
        return false;
    for (uint32_t i = body->given; i < positional; i++)
        if (!add(body, FZ_OP_LOAD_CONST, 0, FZ_TUPLE(vm, defaults)->items[count - (positional - i)]))
            return false;
    return true;
}

// Nothing of the parameters is used: arguments are evaluated and dropped, defaults are not there.
static bool drop_arguments(Body *body, const FreezeInst *result)
{
    body->out->count = 0;
    for (uint32_t i = 0; i < body->given; i++)
        if (!add(body, FZ_OP_POP_TOP, 0, FZ_NULL))
            return false;
    if (body->out->count == INLINE_MOST)
        return false;
    body->out->insts[body->out->count++] = *result;
    return true;
}

static bool take(Body *body, const FreezeInst *inst, uint32_t *constants)
{
    FzValue value = fold_constant(body->freeze, body->code->module, inst);
    uint32_t slot = (uint32_t)inst->inst.operand;
    FzOp op = inst->inst.op;
    if (value != FZ_NULL) {
        *constants += 1;
        return add(body, FZ_OP_LOAD_CONST, 0, value);
    }
    if (op == FZ_OP_LOAD_CELL) {
        *constants += 1;
        return load_cell(body, slot);
    }
    if (op >= FZ_OP_LOAD_LOCAL_0 && op <= FZ_OP_LOAD_LOCAL_7)
        slot = (uint32_t)op - FZ_OP_LOAD_LOCAL_0;
    else if (op != FZ_OP_LOAD_LOCAL)
        return (op == FZ_OP_IS || op == FZ_OP_IS_NOT || op == FZ_OP_BUILD_TUPLE) &&
               add(body, op, inst->inst.operand, FZ_NULL);
    return *constants == 0 && slot == body->params++;
}

bool freeze_inline(Freeze *freeze, FzValue function, uint32_t given, InlineCode *out)
{
    const FzVm *vm = freeze->vm;
    const FzCode *object = FZ_CODE(vm, fz_function_code(vm, function));
    const uint32_t plain = FZ_CODE_HAS_DOC;
    Body body = {freeze, code_of(freeze, fz_function_code(vm, function)), function, given, 0, out};
    uint32_t positional = fz_code_positional(object);
    uint32_t constants = 0;
    uint32_t at = 0;
    FreezeInst inst;
    out->count = 0;
    if (!body.code || fz_code_flags(object) & ~plain || fz_code_keyword_only(object) > 0 || object->sizes >> 16 > 0 ||
        !add_defaults(&body, positional))
        return false;
    uint32_t defaults = out->count;
    while (freeze_next(freeze, body.code, &at, &inst) && inst.inst.op != FZ_OP_RETURN_VALUE)
        if (!take(&body, &inst, &constants))
            return false;
    if (inst.inst.op != FZ_OP_RETURN_VALUE)
        return false;
    if (body.params == positional)
        return true;
    FreezeInst result = out->count > 0 ? out->insts[out->count - 1] : inst;
    return body.params == 0 && constants == 1 && out->count == defaults + 1 && drop_arguments(&body, &result);
}
