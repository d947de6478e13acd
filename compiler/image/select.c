// SPDX-License-Identifier: MIT
// One pass over the IR in order. Code that nothing reaches is left out. Functions made at module
// or class level, outside of loops, without defaults or closure, exist at most once, so they are
// objects in ROM and making them is loading a constant.
#include "select.h"

#include "../codegen/ir_flow.h"
#include "../link/globals.h"

#include <assert.h>

// The image's number of an IR instruction; both come from the same table.
static FzOp op_of(IrOp op) { return (FzOp)op; }

typedef struct {
    ModuleCode *module;
    FunctionCode *function;
    const IrFlow *flow;
    uint32_t line;        // of line_offset
    uint32_t line_offset; // of the source, last asked for
    const IrInst *inst;   // being selected
    Span span;            // of it
    bool *in_loop;        // of each instruction: may run again
} Selector;

static uint32_t pool_hash(const PoolEntry *entry)
{
    uint64_t key = entry->code ? (uint64_t)(uintptr_t)entry->code + entry->is_function : entry->value;
    return (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32);
}

static bool same_entry(const PoolEntry *a, const PoolEntry *b)
{
    if (a->code || b->code)
        return a->code == b->code && a->is_function == b->is_function;
    return a->value == b->value;
}

static uint32_t *pool_slot(ModuleCode *module, const PoolEntry *entry)
{
    uint32_t mask = module->pool_slot_count - 1;
    uint32_t at = pool_hash(entry) & mask;
    while (module->pool_slots[at] &&
           !same_entry(&module->pool.items[module->pool_slots[at] - 1], entry))
        at = (at + 1) & mask;
    return &module->pool_slots[at];
}

static void grow_pool(ModuleCode *module)
{
    module->pool_slot_count = module->pool_slot_count ? module->pool_slot_count * 2 : 64;
    module->pool_slots =
        ARENA_NEW_ARRAY(module->writer->arena, uint32_t, module->pool_slot_count);
    for (uint32_t i = 0; i < module->pool.count; i++)
        *pool_slot(module, &module->pool.items[i]) = i + 1;
}

// Counts a use of the entry and gives its number.
static uint32_t use_entry(ModuleCode *module, PoolEntry entry)
{
    if ((module->pool.count + 1) * 4 > module->pool_slot_count * 3)
        grow_pool(module);
    uint32_t *slot = pool_slot(module, &entry);
    if (*slot == 0) {
        entry.order = module->pool.count;
        VEC_PUSH(module->writer->arena, &module->pool, entry);
        *slot = module->pool.count;
    }
    module->pool.items[*slot - 1].uses++;
    return *slot - 1;
}

static uint32_t line_of(Selector *selector, Span span)
{
    if (span.start != selector->line_offset || selector->line == 0) {
        const Source *source = selector->module->module->ir->source;
        uint32_t offset = span.start < source->size ? span.start : source->size;
        selector->line = source_line_index(source, offset) + 1;
        selector->line_offset = span.start;
    }
    return selector->line;
}

static EncodeInst *emit(Selector *selector, FzOp op, uint32_t operand)
{
    EncodeInst inst = {.op = op, .operand = operand, .line = line_of(selector, selector->span)};
    VEC_PUSH(selector->module->writer->arena, &selector->function->input.code, inst);
    return &VEC_LAST(&selector->function->input.code);
}

static EncodeInst *emit_pooled(Selector *selector, FzOp op, PoolEntry entry)
{
    FunctionCode *function = selector->function;
    VEC_PUSH(selector->module->writer->arena, &function->pool_users, function->input.code.count);
    return emit(selector, op, use_entry(selector->module, entry));
}

static void emit_name(Selector *selector, FzOp op, const Name *name)
{
    FzValue text = writer_name_of(selector->module->writer, name);
    emit_pooled(selector, op, (PoolEntry){.value = text});
}

static void load_value(Selector *selector, FzValue value)
{
    if (value == FZ_NONE) {
        emit(selector, FZ_OP_LOAD_NONE, 0);
    } else if (value == FZ_TRUE || value == FZ_FALSE) {
        emit(selector, value == FZ_TRUE ? FZ_OP_LOAD_TRUE : FZ_OP_LOAD_FALSE, 0);
    } else if (fz_is_int(value) && fz_to_int(value) >= 0 && fz_to_int(value) <= 2) {
        emit(selector, (FzOp)(FZ_OP_LOAD_INT_0 + fz_to_int(value)), 0);
    } else if (fz_is_int(value) && fz_to_int(value) >= -128 && fz_to_int(value) <= 127) {
        emit(selector, FZ_OP_LOAD_INT, (uint32_t)fz_to_int(value));
    } else {
        emit_pooled(selector, FZ_OP_LOAD_CONST, (PoolEntry){.value = value});
    }
}

static void load_constant(Selector *selector, const Constant *constant)
{
    load_value(selector, writer_constant(selector->module->writer, constant,
                                         selector->module->module->ir->source,
                                         selector->span));
}

static void load_global(Selector *selector, const Name *name)
{
    ImageWriter *writer = selector->module->writer;
    GlobalMeaning meaning = program_global(writer->program, selector->module->module, name);
    switch (meaning.kind) {
    case GLOBAL_SLOT:
        emit(selector, FZ_OP_LOAD_GLOBAL, meaning.number);
        break;
    case GLOBAL_CONSTANT:
        load_constant(selector, meaning.constant);
        break;
    case GLOBAL_NATIVE:
        load_value(selector, writer->natives[meaning.number]);
        break;
    case GLOBAL_TYPE:
        load_value(selector, writer->types[meaning.number]);
        break;
    case GLOBAL_VALUE:
        load_value(selector, meaning.number);
        break;
    case GLOBAL_UNDEFINED:
        assert(!"globals_check reports these");
        break;
    }
}

// Whether the class body may have the name in its namespace when it reads it.
static bool body_binds(const IrFunction *function, const Name *name)
{
    if (name_is(name, "__module__") || name_is(name, "__qualname__"))
        return true;
    for (uint32_t i = 0; i < function->code.count; i++)
        if (function->code.items[i].op == IR_STORE_NAME && function->code.items[i].name == name)
            return true;
    return false;
}

static void select_global(Selector *selector)
{
    const IrInst *inst = selector->inst;
    const Program *program = selector->module->writer->program;
    const Name *name = program_name(program, inst->name);
    if (inst->op == IR_LOAD_GLOBAL ||
        (inst->op == IR_LOAD_NAME && !body_binds(selector->function->ir, inst->name))) {
        load_global(selector, name);
        return;
    }
    if (inst->op == IR_LOAD_NAME) {
        emit_name(selector, FZ_OP_LOAD_NAME, name);
        return;
    }
    GlobalMeaning meaning = program_global(program, selector->module->module, name);
    assert(meaning.kind == GLOBAL_SLOT);
    emit(selector, op_of(inst->op), meaning.number);
}

static void select_import(Selector *selector)
{
    ImageWriter *writer = selector->module->writer;
    const Name *name = program_name(writer->program, selector->inst->name);
    const LinkedModule *module = program_find(writer->program, name);
    if (module)
        emit_pooled(selector, FZ_OP_IMPORT_NAME,
                    (PoolEntry){.value = writer->modules.items[module->index]});
    else
        emit_name(selector, FZ_OP_IMPORT_MISSING, name);
}

// `from module import *`: the module is on the stack; its IMPORT_NAME came right before.
static void select_star(Selector *selector, uint32_t place)
{
    const Program *program = selector->module->writer->program;
    while (place > 0 && selector->function->ir->code.items[place].op != IR_IMPORT_NAME)
        place--;
    const IrInst *import = &selector->function->ir->code.items[place];
    const LinkedModule *from = program_find(program, program_name(program, import->name));
    NameMap names = {0};
    if (from)
        star_names(program, from, &names);
    for (uint32_t i = 0; i < names.entries.count; i++)
        emit_name(selector, FZ_OP_IMPORT_STAR_NAME, names.entries.items[i].name);
    emit(selector, FZ_OP_POP_TOP, 0);
}

// Whatever lies between a label and a later jump to it may run again.
static bool *find_loops(Selector *selector)
{
    Arena *arena = selector->module->writer->arena;
    const IrFunction *ir = selector->function->ir;
    int32_t *change = ARENA_NEW_ARRAY(arena, int32_t, ir->code.count + 1);
    for (uint32_t i = 0; i < ir->code.count; i++) {
        if (!ir_op_jumps(ir->code.items[i].op))
            continue;
        uint32_t target = selector->flow->label_place[ir->code.items[i].label];
        if (target > i)
            continue;
        change[target]++;
        change[i + 1]--;
    }
    bool *in_loop = ARENA_NEW_ARRAY(arena, bool, ir->code.count + 1);
    int32_t around = 0;
    for (uint32_t i = 0; i < ir->code.count; i++) {
        around += change[i];
        in_loop[i] = around > 0;
    }
    return in_loop;
}

static void select_function_object(Selector *selector, uint32_t place)
{
    const IrInst *inst = selector->inst;
    if (inst->op == IR_MAKE_CLOSURE) {
        emit_pooled(selector, FZ_OP_MAKE_CLOSURE, (PoolEntry){.code = inst->function})->b = inst->b;
        return;
    }
    if (!selector->function->runs_once || selector->in_loop[place]) {
        emit_pooled(selector, FZ_OP_MAKE_FUNCTION, (PoolEntry){.code = inst->function});
        return;
    }
    PoolEntry entry = {.code = inst->function, .is_function = true};
    emit_pooled(selector, FZ_OP_LOAD_CONST, entry);
    VEC_PUSH(selector->module->writer->arena, &selector->function->made_once, inst->function);
}

static void select_local(Selector *selector)
{
    const IrInst *inst = selector->inst;
    FzOp op = op_of(inst->op);
    uint32_t slot = inst->count;
    if (slot < 8 && inst->op == IR_LOAD_LOCAL)
        emit(selector, (FzOp)(FZ_OP_LOAD_LOCAL_0 + slot), 0);
    else if (slot < 8 && inst->op == IR_STORE_LOCAL)
        emit(selector, (FzOp)(FZ_OP_STORE_LOCAL_0 + slot), 0);
    else
        emit(selector, op, slot);
}

static void select_by_format(Selector *selector)
{
    const IrInst *inst = selector->inst;
    FzOp op = op_of(inst->op);
    switch (ir_op_format(inst->op)) {
    case IR_FORMAT_LOCAL:
        select_local(selector);
        break;
    case IR_FORMAT_GLOBAL:
        select_global(selector);
        break;
    case IR_FORMAT_NAME:
        emit_name(selector, op, inst->name);
        break;
    case IR_FORMAT_COUNT:
        emit(selector, op, inst->count);
        break;
    case IR_FORMAT_FWD:
    case IR_FORMAT_ADDR:
        emit(selector, op, inst->label);
        break;
    case IR_FORMAT_PAIR: {
        EncodeInst *pair = emit(selector, op, 0);
        pair->a = inst->a;
        pair->b = inst->b;
        break;
    }
    default:
        emit(selector, op, 0);
        break;
    }
}

static void select_inst(Selector *selector, uint32_t place)
{
    switch (selector->inst->op) {
    case IR_LOAD_CONST:
        load_constant(selector, selector->inst->constant);
        break;
    case IR_LOAD_NAME:
        select_global(selector);
        break;
    case IR_IMPORT_NAME:
        select_import(selector);
        break;
    case IR_IMPORT_STAR:
        select_star(selector, place);
        break;
    case IR_MAKE_FUNCTION:
    case IR_MAKE_CLOSURE:
        select_function_object(selector, place);
        break;
    default:
        select_by_format(selector);
        break;
    }
}

static FzRegionKind region_kind(IrOp op)
{
    switch (op) {
    case IR_TRY_EXCEPT:
        return FZ_REGION_EXCEPT;
    case IR_EXCEPT_BEGIN:
        return FZ_REGION_EXCEPT_BODY;
    case IR_FINALLY_BEGIN:
        return FZ_REGION_FINALLY_BODY;
    default:
        return FZ_REGION_FINALLY;
    }
}

// Regions open in order of nesting, so the reverse order has the innermost first.
static void add_regions(Selector *selector, const uint32_t *places)
{
    Arena *arena = selector->module->writer->arena;
    const IrFunction *ir = selector->function->ir;
    for (uint32_t i = selector->flow->regions.count; i-- > 0;) {
        const IrRegion *region = &selector->flow->regions.items[i];
        const IrInst *begin = &ir->code.items[region->begin];
        bool has_handler = ir_op_format(begin->op) == IR_FORMAT_LABEL;
        if (region->depth == IR_UNREACHABLE)
            continue;
        EncodeRegion out = {.kind = region_kind(region->kind), .depth = (uint32_t)region->depth};
        out.start = places[region->begin];
        out.end = places[region->end];
        out.label = has_handler ? begin->label : ENCODE_NO_LABEL;
        VEC_PUSH(arena, &selector->function->input.regions, out);
    }
}

// An IR_END_FINALLY that its FINALLY_END emits.
static bool is_emitted_later(const IrFunction *ir, uint32_t place)
{
    return ir->code.items[place].op == IR_END_FINALLY && place + 1 < ir->code.count &&
           ir->code.items[place + 1].op == IR_FINALLY_END;
}

// Behind the code of a finally body stands END_FINALLY, reached or not: a jump there stays inside
// (fz_region_keeps), one behind it leaves. It is outside, since it has put back the exception handled
// before, and in a `with` handler the stack is lower by then.
static void close_finally(Selector *selector, uint32_t place)
{
    const IrRegion *region = &selector->flow->regions.items[selector->flow->region_of[place]];
    if (region->depth != IR_UNREACHABLE)
        emit(selector, FZ_OP_END_FINALLY, 0);
}

static void add_cells(Selector *selector)
{
    const IrFunction *ir = selector->function->ir;
    selector->span = ir->span;
    for (uint32_t i = 0; i < ir->locals.count; i++)
        if (ir->locals.items[i].is_cell && ir->locals.items[i].kind != IR_LOCAL_FREE)
            emit(selector, FZ_OP_MAKE_CELL, i);
}

void select_function(ModuleCode *module, FunctionCode *function)
{
    Arena *arena = module->writer->arena;
    const IrFunction *ir = function->ir;
    IrFlow flow;
    IrFault fault;
    bool is_good = ir_flow(arena, ir, &flow, &fault);
    assert(is_good);
    (void)is_good;
    Selector selector = {.module = module, .function = function, .flow = &flow};
    function->depth = (uint32_t)flow.depth_limit;
    function->input.line = line_of(&selector, ir->span);
    selector.in_loop = find_loops(&selector);
    uint32_t *places = ARENA_NEW_ARRAY(arena, uint32_t, ir->code.count + 1);
    uint32_t *labels = ARENA_NEW_ARRAY(arena, uint32_t, ir->label_count + 1);
    function->input.labels.items = labels;
    function->input.labels.count = ir->label_count;
    add_cells(&selector);
    for (uint32_t i = 0; i < ir->code.count; i++) {
        selector.inst = &ir->code.items[i];
        selector.span = selector.inst->span;
        places[i] = function->input.code.count;
        if (selector.inst->op == IR_LABEL)
            labels[selector.inst->label] = places[i];
        bool is_reached = flow.depth[i] != IR_UNREACHABLE;
        if (selector.inst->op == IR_FINALLY_END)
            close_finally(&selector, i);
        else if (is_reached && !ir_op_is_pseudo(selector.inst->op) && !is_emitted_later(ir, i))
            select_inst(&selector, i);
    }
    add_regions(&selector, places);
}
