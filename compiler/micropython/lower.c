// SPDX-License-Identifier: MIT
// Functions: the order of their slots, the names of their arguments, and their instructions one by
// one. Children are lowered after the function that makes them, which knows their defaults.
#include "lower_internal.h"

#include <stdlib.h>

static void find_line(Lower *lower, uint32_t offset)
{
    const Source *source = lower->context->module->source;
    enum { NEAR = 4 }; // lines before and behind
    uint32_t index = lower->line;
    if (index > NEAR && index + NEAR < source->line_count &&
        offset >= source->line_starts[index - NEAR] && offset < source->line_starts[index + NEAR]) {
        index -= NEAR;
        while (offset >= source->line_starts[index + 1])
            index++;
    } else {
        index = source_line_index(source, offset < source->size ? offset : source->size);
    }
    uint32_t end = index + 1 < source->line_count ? source->line_starts[index + 1] : UINT32_MAX;
    lower->line_span = (Span){source->line_starts[index], end};
    lower->line = index + 1;
}

V6Inst *lower_emit(Lower *lower, V6Op op)
{
    // Most instructions are on the line of the one before.
    uint32_t offset = lower->ir->code.items[lower->place].span.start;
    if (offset < lower->line_span.start || offset >= lower->line_span.end)
        find_line(lower, offset);
    V6Code *code = &lower->function->code;
    VEC_PUSH(lower->context->arena, code, (V6Inst){.op = op, .line = lower->line});
    return &code->items[code->count - 1];
}

void lower_number(Lower *lower, V6Op op, uint32_t number) { lower_emit(lower, op)->number = number; }

void lower_jump(Lower *lower, V6Op op, IrLabel label) { lower_emit(lower, op)->label = label; }

void lower_fault(Lower *lower, const char *what)
{
    diag_report(lower->context->diags, lower->context->module->source,
                lower->ir->code.items[lower->place].span, DIAG_V6_CANNOT, what);
    lower->failed = true;
}

V6Function *lower_child(Lower *lower, const IrFunction *ir)
{
    V6Function *function = lower->function;
    for (uint32_t i = 0; i < function->children.count; i++)
        if (function->children.items[i]->ir == ir)
            return function->children.items[i];
    V6Function *child = ARENA_NEW(lower->context->arena, V6Function);
    child->ir = ir;
    VEC_PUSH(lower->context->arena, &function->children, child);
    return child;
}

uint32_t lower_child_index(const Lower *lower, const IrFunction *ir)
{
    uint32_t i = 0;
    while (lower->function->children.items[i]->ir != ir)
        i++;
    return i;
}

static bool is_namespace(const IrFunction *ir, uint32_t local)
{
    return ir->kind == IR_FUNCTION_CLASS && local == 0;
}

// How often each variable is used, so that the ones most used get the short instructions.
static uint32_t *count_uses(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    uint32_t *uses = ARENA_NEW_ARRAY(lower->context->scratch, uint32_t, ir->locals.count + 1);
    for (uint32_t i = 0; i < ir->code.count; i++) {
        const IrInst *inst = &ir->code.items[i];
        if (ir_op_format(inst->op) == IR_FORMAT_LOCAL)
            uses[inst->count] += inst->op == IR_LOAD_LOCAL || inst->op == IR_STORE_LOCAL ? 4 : 1;
    }
    return uses;
}

// Variables get slots behind the parameters: first by uses, cells as they come.
static void place_variables(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    V6Function *function = lower->function;
    if (function->local_count == ir->locals.count)
        return;
    uint32_t *uses = count_uses(lower);
    for (;;) {
        uint32_t best = UINT32_MAX;
        for (uint32_t i = 0; i < ir->locals.count; i++)
            if (function->slot_of[i] == UINT32_MAX && (best == UINT32_MAX || uses[i] > uses[best]))
                best = i;
        if (best == UINT32_MAX)
            return;
        function->slot_of[best] = function->local_count++;
    }
}

static void add_argument(Lower *lower, const Name *name)
{
    VEC_PUSH(lower->context->arena, &lower->function->arg_names, name);
}

// Slots: closure cells, parameters, then the rest. A name that no keyword can match is "*".
static void place_locals(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    V6Function *function = lower->function;
    Arena *arena = lower->context->arena;
    const Name *hidden = names_intern_z(lower->context->names, "*");
    uint32_t named = 0;
    function->slot_of = ARENA_NEW_ARRAY(arena, uint32_t, ir->locals.count + 1);
    for (uint32_t i = 0; i < ir->locals.count; i++) {
        function->slot_of[i] = UINT32_MAX;
        if (ir->locals.items[i].kind != IR_LOCAL_FREE)
            continue;
        function->slot_of[i] = function->local_count++;
        add_argument(lower, hidden);
    }
    for (uint32_t i = 0; i < ir->locals.count && ir->locals.items[i].kind == IR_LOCAL_PARAM; i++) {
        if (is_namespace(ir, i)) {
            function->slot_of[i] = 0; // never used
            continue;
        }
        function->slot_of[i] = function->local_count++;
        if (named++ >= (uint32_t)ir->param_count + ir->kwonly_count)
            continue;
        bool is_hidden = i < ir->posonly_count || !ir->locals.items[i].name;
        add_argument(lower, is_hidden ? hidden : ir->locals.items[i].name);
    }
    place_variables(lower);
}

static void list_cells(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    V6Function *function = lower->function;
    for (uint32_t i = 0; i < ir->locals.count; i++) {
        const IrLocal *local = &ir->locals.items[i];
        if (!local->is_cell || local->kind == IR_LOCAL_FREE)
            continue;
        if (function->slot_of[i] > 255)
            lower_fault(lower, "more than 256 variables of a function, some of them shared with "
                               "inner functions, are");
        VEC_PUSH(lower->context->arena, &function->cells, (uint8_t)function->slot_of[i]);
    }
}

static void set_signature(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    V6Function *function = lower->function;
    bool is_class = ir->kind == IR_FUNCTION_CLASS;
    function->arg_count = ir->free_count + (is_class ? 0u : ir->param_count);
    function->kwonly_count = ir->kwonly_count;
    function->default_count = ir->default_count;
    function->flags = (ir->is_generator ? V6_FLAG_GENERATOR : 0u) |
                      (ir->has_varkeywords ? V6_FLAG_VARKEYWORDS : 0u) |
                      (ir->has_varargs ? V6_FLAG_VARARGS : 0u) |
                      (ir->has_keyword_defaults ? V6_FLAG_DEFKWARGS : 0u);
}

static const Name *intern(const Lower *lower, const char *text)
{
    return names_intern_z(lower->context->names, text);
}

// What every class knows of itself.
static void begin_class(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    lower_emit(lower, V6_LOAD_NAME)->name = intern(lower, "__name__");
    lower_emit(lower, V6_STORE_NAME)->name = intern(lower, "__module__");
    lower_emit(lower, V6_LOAD_CONST_STRING)->name = ir->name;
    lower_emit(lower, V6_STORE_NAME)->name = intern(lower, "__qualname__");
}

static void lower_code(Lower *lower)
{
    const IrFunction *ir = lower->ir;
    V6Code *code = &lower->function->code;
    uint32_t likely = ir->code.count + ir->code.count / 8 + 8;
    code->items = vec_grow(lower->context->arena, NULL, 0, &code->capacity, likely,
                           sizeof *code->items);
    if (ir->kind == IR_FUNCTION_CLASS)
        begin_class(lower);
    const ShapeState *states = lower->shape.states;
    const bool *is_skipped = lower->is_skipped;
    for (uint32_t place = 0, count = ir->code.count; place < count; place++) {
        lower->place = place;
        if (shape_is_reached(&states[place]) && !is_skipped[place])
            lower_inst(lower);
    }
}

// The function alone.
static bool lower_one(const LowerContext *context, V6Function *function)
{
    Lower lower = {.context = context, .function = function, .ir = function->ir};
    const IrFunction *ir = function->ir;
    Arena *scratch = context->scratch;
    IrFault fault;
    arena_reset(scratch);
    function->name = ir->name;
    function->label_count = ir->label_count;
    if (!shape_find(scratch, ir, &lower.shape, &fault)) {
        lower.place = fault.place;
        lower_fault(&lower, fault.rule);
        return false;
    }
    lower.is_skipped = ARENA_NEW_ARRAY(scratch, bool, ir->code.count + 1);
    lower.before = ARENA_NEW_ARRAY(scratch, uint8_t, ir->code.count + 1);
    lower.sunk = ARENA_NEW_ARRAY(scratch, uint32_t, ir->code.count + 1);
    place_locals(&lower);
    list_cells(&lower);
    set_signature(&lower);
    lower_plan(&lower);
    lower_code(&lower);
    return !lower.failed;
}

static bool lower_function(const LowerContext *context, V6Function *function)
{
    bool is_good = lower_one(context, function);
    for (uint32_t i = 0; i < function->children.count; i++)
        is_good = lower_function(context, function->children.items[i]) && is_good;
    return is_good;
}

bool lower_finish(const LowerContext *context, V6Function *function)
{
    arena_reset(context->scratch);
    v6_improve(context->scratch, function);
    if (!context->lines)
        v6_merge_tails(context->arena, context->scratch, function);
    v6_drop_children(context->scratch, function);
    bool is_good = v6_measure(context->scratch, function);
    if (!is_good)
        diag_report(context->diags, context->module->source, function->ir->span, DIAG_V6_CANNOT,
                    "internal error: code whose stack does not fit together is");
    for (uint32_t i = 0; i < function->children.count; i++)
        is_good = lower_finish(context, function->children.items[i]) && is_good;
    return is_good;
}

V6Function *lower_module(const LowerContext *context)
{
    V6Function *top = ARENA_NEW(context->arena, V6Function);
    top->ir = context->module->top;
    return lower_function(context, top) ? top : NULL;
}
