// SPDX-License-Identifier: MIT
// A walk along every edge with the stack as a list of entries. Kinds are joined where paths meet, so
// an iterator is known for one wherever it was made.
#include "shape.h"

typedef struct {
    Arena *arena;
    const IrFunction *function;
    Shape *shape;
    uint32_t *work;
    uint32_t work_count;
} Walk;

static Cell *root(Cell *cell)
{
    while (cell->same)
        cell = cell->same;
    return cell;
}

Width shape_width(const Cell *cell)
{
    while (cell->same)
        cell = cell->same;
    return cell->width;
}

uint32_t shape_height(const Entry *stack)
{
    uint32_t height = 0;
    for (; stack; stack = stack->below)
        height += (uint32_t)shape_width(stack->cell);
    return height;
}

Entry *shape_peek(const ShapeState *state, uint32_t count)
{
    Entry *entry = state->stack;
    while (count-- > 0)
        entry = entry->below;
    return entry;
}

bool shape_is_handling(const ShapeBlock *block, uint32_t place) { return place >= block->handler; }

static Entry *push_cell(Walk *walk, Entry *below, Cell *cell, uint32_t producer)
{
    Entry *entry = ARENA_NEW(walk->arena, Entry);
    *entry = (Entry){.below = below,
                     .cell = cell,
                     .depth = below ? below->depth + 1 : 1,
                     .producer = producer};
    return entry;
}

// An entry of a new kind.
static Entry *push(Walk *walk, Entry *below, Width width, uint32_t producer)
{
    struct {
        Entry entry;
        Cell cell;
    } *pushed = arena_alloc(walk->arena, sizeof *pushed);
    pushed->cell.width = width;
    pushed->entry = (Entry){.below = below,
                            .cell = &pushed->cell,
                            .depth = below ? below->depth + 1 : 1,
                            .producer = producer};
    return &pushed->entry;
}

static void unite(Cell *a, Cell *b)
{
    a = root(a);
    b = root(b);
    if (a == b)
        return;
    if (b->width == WIDTH_VALUE)
        b->same = a;
    else
        a->same = b;
}

// Two paths meet.
static void join(Entry *a, Entry *b)
{
    for (; a && b && a != b; a = a->below, b = b->below) {
        unite(a->cell, b->cell);
        a->is_copied = b->is_copied = true;
    }
}

// Control reaches `place`; whether it did not before.
static bool reach(Walk *walk, uint32_t place, Entry *stack, ShapeBlock *block)
{
    ShapeState *state = &walk->shape->states[place];
    if (state->is_reached) {
        join(state->stack, stack);
        return false;
    }
    *state = (ShapeState){.is_reached = true, .stack = stack, .block = block};
    return true;
}

// The same for a place that is visited later.
static void arrive(Walk *walk, uint32_t place, Entry *stack, ShapeBlock *block)
{
    if (reach(walk, place, stack, block))
        walk->work[walk->work_count++] = place;
}

// The region of the label's place, or one around it, is a body or handler of the block.
static bool encloses(const Walk *walk, const ShapeBlock *block, uint32_t place)
{
    const IrFlow *flow = &walk->shape->flow;
    for (uint32_t i = flow->region_of[place]; i != IR_NO_REGION; i = flow->regions.items[i].parent) {
        const IrRegion *region = &flow->regions.items[i];
        if (region == block->region || region->begin == block->handler_begin)
            return true;
    }
    return false;
}

static ShapeBlock *block_at(const Walk *walk, ShapeBlock *block, uint32_t place)
{
    while (block && !encloses(walk, block, place))
        block = block->outer;
    return block;
}

static Entry *drop(Entry *stack, uint32_t count)
{
    while (count-- > 0)
        stack = stack->below;
    return stack;
}

// The stack where the code goes on after leaving `place` for `target`: values that the VM removes
// and those that lowering removes are gone.
static Entry *cut(Entry *stack, uint32_t depth)
{
    while (stack && stack->depth > depth)
        stack = stack->below;
    return stack;
}

// The instruction that opens the region of a handler whose label is at `place`.
static uint32_t handler_begin(const Walk *walk, uint32_t place)
{
    while (walk->function->code.items[place].op == IR_LABEL)
        place++;
    return place;
}

// Code for `async with` keeps two NULLs where `with` has a function and a value: they take no room.
static bool is_null(const Walk *walk, const Entry *entry)
{
    return entry->producer != NO_PRODUCER &&
           walk->function->code.items[entry->producer].op == IR_LOAD_NULL;
}

static void enter_try(Walk *walk, uint32_t place, ShapeState *state)
{
    const IrInst *inst = &walk->function->code.items[place];
    IrFlow *flow = &walk->shape->flow;
    ShapeBlock *block = ARENA_NEW(walk->arena, ShapeBlock);
    Entry *base = inst->op == IR_TRY_WITH ? state->stack->below : state->stack;
    if (inst->op == IR_TRY_WITH && is_null(walk, state->stack)) {
        root(state->stack->cell)->width = WIDTH_GONE;
        root(base->below->cell)->width = WIDTH_GONE;
    }
    *block = (ShapeBlock){.outer = state->block,
                          .region = &flow->regions.items[flow->region_of[place]],
                          .depth = state->block ? state->block->depth + 1 : 1,
                          .handler = flow->label_place[inst->label],
                          .handler_begin = handler_begin(walk, flow->label_place[inst->label]),
                          .base = base};
    Entry *given = push(walk, push(walk, base, WIDTH_GONE, NO_PRODUCER), WIDTH_VALUE, NO_PRODUCER);
    arrive(walk, block->handler, given, block);
    state->block = block;
}

// dup and rot: entries keep their kinds and lose their producers.
static bool shuffle(Walk *walk, IrOp op, ShapeState *state)
{
    Entry *top = state->stack;
    if (op != IR_DUP_TOP && op != IR_DUP_TOP_TWO && op != IR_ROT_TWO && op != IR_ROT_THREE)
        return false;
    top->is_copied = true;
    if (op == IR_DUP_TOP) {
        state->stack = push_cell(walk, top, top->cell, NO_PRODUCER);
        return true;
    }
    Entry *second = top->below;
    second->is_copied = true;
    if (op == IR_DUP_TOP_TWO) {
        state->stack = push_cell(walk, top, second->cell, NO_PRODUCER);
        state->stack = push_cell(walk, state->stack, top->cell, NO_PRODUCER);
    } else if (op == IR_ROT_TWO) {
        state->stack = push_cell(walk, second->below, top->cell, NO_PRODUCER);
        state->stack = push_cell(walk, state->stack, second->cell, NO_PRODUCER);
    } else {
        Entry *third = second->below;
        third->is_copied = true;
        state->stack = push_cell(walk, third->below, top->cell, NO_PRODUCER);
        state->stack = push_cell(walk, state->stack, third->cell, NO_PRODUCER);
        state->stack = push_cell(walk, state->stack, second->cell, NO_PRODUCER);
    }
    return true;
}

// What the instruction does to the stack when it goes on to the next one.
static void apply(Walk *walk, uint32_t place, ShapeState *state)
{
    const IrInst *inst = &walk->function->code.items[place];
    uint32_t pops;
    uint32_t pushes;
    ir_stack_effect(inst, &pops, &pushes);
    if (shuffle(walk, inst->op, state))
        return;
    Entry *before = state->stack;
    state->stack = drop(state->stack, pops);
    if (inst->op == IR_WITH_EXIT || inst->op == IR_ASYNC_EXIT || inst->op == IR_WITH_END) {
        // exit and self, the payload and the result take no room from here on.
        for (uint32_t i = 0; i < pushes; i++) {
            bool is_tag = i == (inst->op == IR_WITH_END ? 1u : 3u);
            state->stack = push(walk, state->stack, is_tag ? WIDTH_VALUE : WIDTH_GONE, place);
        }
        return;
    }
    if (inst->op == IR_FOR_ITER) {
        root(before->cell)->width = WIDTH_ITERATOR;
        state->stack = push(walk, before, WIDTH_VALUE, place);
        return;
    }
    for (uint32_t i = 0; i < pushes; i++) {
        state->stack = push(walk, state->stack, WIDTH_VALUE, place);
        if (i == 0)
            walk->shape->results[place] = state->stack->cell;
    }
}

static void follow_jump(Walk *walk, uint32_t place, const ShapeState *state)
{
    const IrInst *inst = &walk->function->code.items[place];
    const IrFlow *flow = &walk->shape->flow;
    uint32_t target = flow->label_place[inst->label];
    uint32_t depth = state->stack ? state->stack->depth : 0;
    if (inst->op == IR_UNWIND_JUMP)
        depth = (uint32_t)flow->depth[target];
    else
        depth = (uint32_t)((int32_t)depth + ir_jump_effect(inst));
    if (inst->op == IR_FOR_ITER)
        root(state->stack->cell)->width = WIDTH_ITERATOR;
    arrive(walk, target, cut(state->stack, depth), block_at(walk, state->block, target));
}

// Visits `place`; whether what follows is to be visited next.
static bool visit(Walk *walk, uint32_t place)
{
    const IrInst *inst = &walk->function->code.items[place];
    ShapeState state = walk->shape->states[place];
    if (inst->op == IR_TRY_EXCEPT || inst->op == IR_TRY_FINALLY || inst->op == IR_TRY_WITH)
        enter_try(walk, place, &state);
    if (ir_op_jumps(inst->op))
        follow_jump(walk, place, &state);
    if (ir_op_ends(inst->op))
        return false;
    apply(walk, place, &state);
    bool leaves = inst->op == IR_POP_EXCEPT || inst->op == IR_END_FINALLY ||
                  (inst->op == IR_TRY_END && state.block &&
                   state.block->region->kind == IR_TRY_EXCEPT);
    if (leaves && state.block)
        state.block = state.block->outer;
    return reach(walk, place + 1, state.stack, state.block);
}

bool shape_find(Arena *arena, const IrFunction *function, Shape *shape, IrFault *fault)
{
    *shape = (Shape){0};
    if (!ir_flow(arena, function, &shape->flow, fault))
        return false;
    uint32_t count = function->code.count;
    shape->states = ARENA_NEW_ARRAY(arena, ShapeState, count + 1);
    shape->results = ARENA_NEW_ARRAY(arena, Cell *, count + 1);
    Walk walk = {.arena = arena, .function = function, .shape = shape};
    walk.work = ARENA_NEW_ARRAY(arena, uint32_t, count + 1);
    arrive(&walk, 0, NULL, NULL);
    while (walk.work_count > 0)
        for (uint32_t place = walk.work[--walk.work_count]; visit(&walk, place); place++) {
        }
    return true;
}
