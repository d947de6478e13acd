// SPDX-License-Identifier: MIT
// Code for the new image: decoded from where it goes on, its operands turned into those of the new
// pools and slots, loads of variables that never change turned into loads of constants, and encoded
// again.
#include "../../runtime_stub/vm/frame.h"
#include "../shake/shake.h"
#include "edits.h"

#include <stdlib.h>

// The pool entry for a source, counted as used once more. Gives its order.
static uint32_t use(Freeze *freeze, FreezeModule *module, FzValue source)
{
    for (uint32_t i = 0; i < module->pool.count; i++)
        if (module->pool.items[i].source == source) {
            module->pool.items[i].uses++;
            return i;
        }
    PoolUse entry = {source, 1, module->pool.count};
    VEC_PUSH(freeze->arena, &module->pool, entry);
    return entry.order;
}

static FzOp forward_form(FzOp op)
{
    switch (op) {
    case FZ_OP_JUMP_BACK:
        return FZ_OP_JUMP;
    case FZ_OP_POP_JUMP_IF_TRUE_BACK:
        return FZ_OP_POP_JUMP_IF_TRUE;
    case FZ_OP_POP_JUMP_IF_FALSE_BACK:
        return FZ_OP_POP_JUMP_IF_FALSE;
    default:
        return op;
    }
}

static void take_pool(Freeze *freeze, FreezeCode *code, EncodeInst *inst, FzValue source)
{
    inst->operand = use(freeze, code->module, source);
    VEC_PUSH(freeze->arena, &code->pool_users, code->input.code.count);
}

static void load_constant(Freeze *freeze, FreezeCode *code, EncodeInst *inst, FzValue value)
{
    if (value == FZ_NONE)
        inst->op = FZ_OP_LOAD_NONE;
    else if (value == FZ_TRUE || value == FZ_FALSE)
        inst->op = value == FZ_TRUE ? FZ_OP_LOAD_TRUE : FZ_OP_LOAD_FALSE;
    else if (fz_is_int(value) && fz_to_int(value) >= 0 && fz_to_int(value) <= 2)
        inst->op = (FzOp)(FZ_OP_LOAD_INT_0 + fz_to_int(value));
    else if (fz_is_int(value) && fz_to_int(value) >= INT8_MIN && fz_to_int(value) <= INT8_MAX) {
        inst->op = FZ_OP_LOAD_INT;
        inst->operand = (uint32_t)fz_to_int(value);
    } else {
        inst->op = FZ_OP_LOAD_CONST;
        take_pool(freeze, code, inst, value);
    }
}

static void take_global(Freeze *freeze, FreezeCode *code, EncodeInst *inst, uint32_t slot)
{
    const FreezeModule *module = code->module;
    inst->operand = module->numbers[slot];
    if (module->flags[slot] & SLOT_IN_RAM)
        return;
    if (inst->op == FZ_OP_LOAD_GLOBAL)
        load_constant(freeze, code, inst, freeze_global(freeze, module, slot));
    else
        inst->op = FZ_OP_POP_TOP; // nobody loads what is stored
}

// Of each offset, the number of the instruction there, or of the next one when there is none.
static uint32_t *number_instructions(Freeze *freeze, const FreezeCode *code, uint32_t *count)
{
    uint32_t size = fz_code_size(FZ_CODE(freeze->vm, code->source));
    uint32_t *numbers = ARENA_NEW_ARRAY(freeze->arena, uint32_t, size + 1);
    uint32_t offset = 0;
    FreezeInst inst;
    *count = 0;
    for (uint32_t at = code->start; freeze_next(freeze, code, &at, &inst); (*count)++)
        for (; offset <= inst.at; offset++)
            numbers[offset] = *count;
    for (; offset <= size; offset++)
        numbers[offset] = *count;
    return numbers;
}

static void take_instruction(Freeze *freeze, FreezeCode *code, const FreezeInst *source,
                             const uint32_t *numbers, uint32_t line)
{
    const FzInstruction *from = &source->inst;
    EncodeInst inst = {.op = from->op, .a = from->a, .b = from->b, .line = line};
    inst.operand = (uint32_t)from->operand;
    switch ((FzFormat)fz_op_info[from->op].format) {
    case FZ_FORMAT_FWD:
    case FZ_FORMAT_BACK:
    case FZ_FORMAT_ADDR:
        inst.op = forward_form(from->op);
        inst.operand = numbers[from->operand]; // labels are instructions
        break;
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
    case FZ_FORMAT_CONSTB:
        if (from->op == FZ_OP_LOAD_CONST)
            load_constant(freeze, code, &inst, source->constant);
        else
            take_pool(freeze, code, &inst, source->constant);
        break;
    case FZ_FORMAT_GLOBAL:
        take_global(freeze, code, &inst, (uint32_t)from->operand);
        break;
    default:
        break;
    }
    VEC_PUSH(freeze->arena, &code->input.code, inst);
}

static void take_regions(Freeze *freeze, FreezeCode *code, const uint32_t *numbers)
{
    const FzCode *object = FZ_CODE(freeze->vm, code->source);
    const uint8_t *at = freeze_bytes(freeze, code->source) + fz_code_size(object);
    for (uint32_t i = 0; i < object->sizes >> 16; i++, at += FZ_REGION_SIZE) {
        uint32_t words[5];
        for (uint32_t k = 0; k < 5; k++)
            words[k] = at[2 * k] | (uint32_t)at[2 * k + 1] << 8;
        if (words[0] < code->start)
            continue;
        bool has_handler = words[4] == FZ_REGION_EXCEPT || words[4] == FZ_REGION_FINALLY;
        EncodeRegion region = {
            .kind = (FzRegionKind)words[4],
            .start = numbers[words[0]],
            .end = numbers[words[1]],
            .label = has_handler ? numbers[words[2]] : ENCODE_NO_LABEL,
            .depth = words[3],
        };
        if (region.start < region.end)
            VEC_PUSH(freeze->arena, &code->input.regions, region);
    }
}

static void decode(Freeze *freeze, FreezeCode *code)
{
    const FzCode *object = FZ_CODE(freeze->vm, code->source);
    const FzCode *clean = (const FzCode *)(const void *)(freeze->preinit->image + code->source - 2);
    uint32_t count;
    const uint32_t *numbers = number_instructions(freeze, code, &count);
    code->input.line = object->line & 0xffffff;
    FreezeInst inst;
    for (uint32_t at = code->start; freeze_next(freeze, code, &at, &inst);)
        take_instruction(freeze, code, &inst, numbers, fz_code_line(clean, inst.at));
    for (uint32_t i = 0; i <= count; i++)
        VEC_PUSH(freeze->arena, &code->input.labels, i);
    take_regions(freeze, code, numbers);
}

// Names lead to constants that never change: they are entries of the pool, too.
static void add_constants(Freeze *freeze, FreezeModule *module)
{
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    while (fz_dict_entry(freeze->vm, FZ_MODULE(freeze->vm, module->source)->dict, &at, &name, &slot)) {
        uint32_t number = (uint32_t)fz_to_int(slot);
        FzValue value = freeze_global(freeze, module, number);
        if (freeze_has_entry(freeze, module, number) && !(module->flags[number] & SLOT_IN_RAM) &&
            value != FZ_NULL)
            use(freeze, module, value);
    }
}

static int compare_uses(const void *left, const void *right)
{
    const PoolUse *a = left;
    const PoolUse *b = right;
    if (a->uses != b->uses)
        return a->uses > b->uses ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void sort_pool(Freeze *freeze, FreezeModule *module)
{
    uint32_t count = module->pool.count;
    module->pool_numbers = ARENA_NEW_ARRAY(freeze->arena, uint32_t, count + 1);
    if (count > 1)
        qsort(module->pool.items, count, sizeof *module->pool.items, compare_uses);
    for (uint32_t i = 0; i < count; i++)
        module->pool_numbers[module->pool.items[i].order] = i;
}

bool freeze_encode(Freeze *freeze)
{
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        decode(freeze, freeze->codes.items[i]);
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        FreezeModule *module = &freeze->modules[i];
        if (!module->flags || !shake_is_reached(freeze, module->source))
            continue;
        add_constants(freeze, module);
        sort_pool(freeze, module);
    }
    for (uint32_t i = 0; i < freeze->codes.count; i++) {
        FreezeCode *code = freeze->codes.items[i];
        for (uint32_t k = 0; k < code->pool_users.count; k++) {
            EncodeInst *inst = &code->input.code.items[code->pool_users.items[k]];
            inst->operand = code->module->pool_numbers[inst->operand];
        }
        uint32_t operand;
        if (encode(freeze->arena, &code->input, freeze->writer.options->lines, &code->encoded,
                   &operand) != ENCODE_OK)
            return false;
    }
    return true;
}
