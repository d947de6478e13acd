// SPDX-License-Identifier: MIT
// Before a function is lowered: the places where MicroPython wants something on the stack below what
// the IR has there already, constants that are to be loaded later than the IR loads them, and
// comprehensions that make their iterator themselves.
#include "lower_internal.h"

static const IrInst *inst_at(const Lower *lower, uint32_t place)
{
    return &lower->ir->code.items[place];
}

// The first instruction of those that make a function at `place`: its cells come before it.
static uint32_t first_of_make(const Lower *lower, uint32_t place)
{
    const IrInst *inst = inst_at(lower, place);
    if (inst->op == IR_MAKE_CLOSURE && (inst->b & 4))
        return place - 1 - inst_at(lower, place - 1)->count;
    return place;
}

static bool makes_function(const Lower *lower, const Entry *entry)
{
    if (entry->producer == NO_PRODUCER)
        return false;
    IrOp op = inst_at(lower, entry->producer)->op;
    return op == IR_MAKE_FUNCTION || op == IR_MAKE_CLOSURE;
}

static void plan_class(Lower *lower, uint32_t place)
{
    const IrInst *inst = inst_at(lower, place);
    const Entry *body = shape_peek(&lower->shape.states[place], inst->a + 2u * inst->b + 1);
    if (!makes_function(lower, body) || inst->b) {
        lower->place = place;
        lower_fault(lower, "keyword arguments of a class are");
        return;
    }
    lower->before[first_of_make(lower, body->producer)] |= BEFORE_BUILD_CLASS;
}

static bool is_plain_load(const Lower *lower, const Entry *entry)
{
    if (entry->producer == NO_PRODUCER || entry->is_copied)
        return false;
    uint32_t pops;
    uint32_t pushes;
    ir_stack_effect(inst_at(lower, entry->producer), &pops, &pushes);
    return pops == 0 && pushes == 1;
}

// LOAD_SUPER_METHOD takes one value more, below the class, that nobody looks at.
static void plan_super(Lower *lower, uint32_t place)
{
    const Entry *cls = shape_peek(&lower->shape.states[place], 1);
    if (is_plain_load(lower, cls))
        lower->before[cls->producer] |= BEFORE_NULL;
}

// The IR has a key below its value, MicroPython above. A constant can as well be loaded later.
static void plan_key(Lower *lower, uint32_t place)
{
    const Entry *key = shape_peek(&lower->shape.states[place], 1);
    if (is_plain_load(lower, key) && inst_at(lower, key->producer)->op == IR_LOAD_CONST) {
        lower->is_skipped[key->producer] = true;
        lower->sunk[place] = key->producer;
    }
}

// A comprehension that is called at once with an iterator gets what is iterated over instead.
static void plan_call(Lower *lower, uint32_t place)
{
    const IrInst *inst = inst_at(lower, place);
    if (inst->count != 1)
        return;
    const Entry *argument = shape_peek(&lower->shape.states[place], 0);
    if (!makes_function(lower, argument->below) || argument->producer == NO_PRODUCER ||
        argument->is_copied)
        return;
    const IrFunction *callee = inst_at(lower, argument->below->producer)->function;
    if (callee->kind != IR_FUNCTION_COMPREHENSION || callee->is_generator ||
        inst_at(lower, argument->producer)->op != IR_GET_ITER)
        return;
    lower_child(lower, callee)->takes_iterable = true;
    lower->is_skipped[argument->producer] = true;
}

// MicroPython wants both kinds of defaults or neither; one that is missing is NULL.
static void plan_defaults(Lower *lower, uint32_t place)
{
    const IrInst *inst = inst_at(lower, place);
    uint8_t flags = inst->op == IR_MAKE_CLOSURE ? inst->b & 3 : 0;
    if (flags == 1)
        lower->before[first_of_make(lower, place)] |= BEFORE_NULL;
    if (flags == 2)
        lower->before[first_of_make(lower, place)] |= BEFORE_NULL_BELOW;
}

// No mapping of keyword arguments: its NULL is not loaded.
static void plan_call_ex(Lower *lower, uint32_t place)
{
    const Entry *kwargs = shape_peek(&lower->shape.states[place], 0);
    if (is_plain_load(lower, kwargs) && inst_at(lower, kwargs->producer)->op == IR_LOAD_NULL)
        lower->is_skipped[kwargs->producer] = true;
}

void lower_plan(Lower *lower)
{
    uint32_t count = lower->ir->code.count;
    const IrInst *code = lower->ir->code.items;
    const ShapeState *states = lower->shape.states;
    memset(lower->sunk, 0xff, count * sizeof *lower->sunk); // NO_PRODUCER
    for (uint32_t i = 0; i < count; i++) {
        if (!shape_is_reached(&states[i]))
            continue;
        switch (code[i].op) {
        case IR_BUILD_CLASS:
            plan_class(lower, i);
            break;
        case IR_LOAD_SUPER_METHOD:
            plan_super(lower, i);
            break;
        case IR_STORE_MAP:
        case IR_MAP_ADD:
            plan_key(lower, i);
            break;
        case IR_ASYNC_EXIT:
            lower->sunk[i] = lower->function->label_count++;
            break;
        case IR_CALL:
            plan_call(lower, i);
            break;
        case IR_CALL_EX:
            plan_call_ex(lower, i);
            break;
        case IR_MAKE_FUNCTION:
        case IR_MAKE_CLOSURE:
            lower_child(lower, inst_at(lower, i)->function);
            plan_defaults(lower, i);
            break;
        case IR_STORE_NAME:
            if (lower->ir->kind == IR_FUNCTION_CLASS &&
                name_is(inst_at(lower, i)->name, "__classcell__"))
                lower->has_class_cell = true;
            break;
        default: // stays where it is
            break;
        }
    }
}
