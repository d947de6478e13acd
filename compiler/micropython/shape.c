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
    for (; stack->below; stack = stack->below)
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
    *entry = (Entry){
        .below = below, .cell = cell, .depth = below->depth + 1, .producer = producer};
    return entry;
}

// The empty stack.
static Entry *new_bottom(Arena *arena)
{
    Entry *entry = ARENA_NEW(arena, Entry);
    entry->producer = NO_PRODUCER;
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
                            .depth = below->depth + 1,
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
    for (; a != b && a->below && b->below; a = a->below, b = b->below) {
        unite(a->cell, b->cell);
        a->is_copied = b->is_copied = true;
    }
}

// Control reaches `place`; whether it did not before.
static bool reach(Walk *walk, uint32_t place, Entry *stack, ShapeBlock *block)
{
    ShapeState *state = &walk->shape->states[place];
    if (shape_is_reached(state)) {
        join(state->stack, stack);
        return false;
    }
    *state = (ShapeState){.stack = stack, .block = block};
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
    while (stack->depth > depth)
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

static void copy(Walk *walk, ShapeState *state, const Entry *entry)
{
    state->stack = push_cell(walk, state->stack, entry->cell, NO_PRODUCER);
}

// dup and rot: entries keep their kinds and lose their producers.
static void shuffle(Walk *walk, IrOp op, ShapeState *state)
{
    Entry *top = state->stack;
    Entry *second = top->below;
    top->is_copied = true;
    if (op == IR_DUP_TOP) {
        copy(walk, state, top);
        return;
    }
    second->is_copied = true;
    if (op == IR_DUP_TOP_TWO) {
        copy(walk, state, second);
        copy(walk, state, top);
        return;
    }
    state->stack = second->below;
    if (op == IR_ROT_TWO) {
        copy(walk, state, top);
        copy(walk, state, second);
        return;
    }
    Entry *third = second->below;
    third->is_copied = true;
    state->stack = third->below;
    copy(walk, state, top);
    copy(walk, state, third);
    copy(walk, state, second);
}

// exit and self, the payload and the result take no room from here on.
static void leave_with(Walk *walk, uint32_t place, ShapeState *state, uint32_t pushes, uint32_t tag)
{
    for (uint32_t i = 0; i < pushes; i++)
        state->stack = push(walk, state->stack, i == tag ? WIDTH_VALUE : WIDTH_GONE, place);
}

// What the instruction does to the stack when it goes on to the next one.
static void apply(Walk *walk, uint32_t place, ShapeState *state)
{
    const IrInst *inst = &walk->function->code.items[place];
    uint32_t pops;
    uint32_t pushes;
    ir_stack_effect(inst, &pops, &pushes);
    switch (inst->op) {
    case IR_DUP_TOP:
    case IR_DUP_TOP_TWO:
    case IR_ROT_TWO:
    case IR_ROT_THREE:
        shuffle(walk, inst->op, state);
        return;
    case IR_WITH_EXIT:
    case IR_ASYNC_EXIT:
        state->stack = drop(state->stack, pops);
        leave_with(walk, place, state, pushes, 3);
        return;
    case IR_WITH_END:
        state->stack = drop(state->stack, pops);
        leave_with(walk, place, state, pushes, 1);
        return;
    case IR_FOR_ITER:
        root(state->stack->cell)->width = WIDTH_ITERATOR;
        state->stack = push(walk, state->stack, WIDTH_VALUE, place);
        return;
    default:
        state->stack = drop(state->stack, pops);
        if (pushes == 0)
            return;
        state->stack = push(walk, state->stack, WIDTH_VALUE, place);
        walk->shape->results[place] = state->stack->cell;
        for (uint32_t i = 1; i < pushes; i++)
            state->stack = push(walk, state->stack, WIDTH_VALUE, place);
    }
}

static void follow_jump(Walk *walk, uint32_t place, const ShapeState *state)
{
    const IrInst *inst = &walk->function->code.items[place];
    const IrFlow *flow = &walk->shape->flow;
    uint32_t target = flow->label_place[inst->label];
    uint32_t depth = state->stack->depth;
    if (inst->op == IR_UNWIND_JUMP)
        depth = (uint32_t)ir_unwound_depth(flow, place, inst->label);
    else
        depth = (uint32_t)((int32_t)depth + ir_jump_effect(inst));
    if (inst->op == IR_FOR_ITER)
        root(state->stack->cell)->width = WIDTH_ITERATOR;
    arrive(walk, target, cut(state->stack, depth), block_at(walk, state->block, target));
}

static void enter_region(Walk *walk, uint32_t place, ShapeState *state)
{
    IrOp op = walk->function->code.items[place].op;
    IrRegion *region = &walk->shape->flow.regions.items[walk->shape->flow.region_of[place]];
    region->depth = ir_region_depth(op, (int32_t)state->stack->depth);
    if (op == IR_TRY_EXCEPT || op == IR_TRY_FINALLY || op == IR_TRY_WITH)
        enter_try(walk, place, state);
}

static bool leaves_block(IrOp op, const ShapeBlock *block)
{
    return op == IR_POP_EXCEPT || op == IR_END_FINALLY ||
           (op == IR_TRY_END && block->region->kind == IR_TRY_EXCEPT);
}

// Visits `place`; whether what follows is to be visited next.
static bool visit(Walk *walk, uint32_t place)
{
    IrOp op = walk->function->code.items[place].op;
    ShapeState state = walk->shape->states[place];
    if (!ir_op_is_plain(op)) {
        if (ir_op_opens(op))
            enter_region(walk, place, &state);
        if (ir_op_jumps(op))
            follow_jump(walk, place, &state);
        if (ir_op_ends(op))
            return false;
    }
    apply(walk, place, &state);
    if (state.block && leaves_block(op, state.block))
        state.block = state.block->outer;
    return reach(walk, place + 1, state.stack, state.block);
}

bool shape_find(Arena *arena, const IrFunction *function, Shape *shape, IrFault *fault)
{
    *shape = (Shape){0};
    if (!ir_flow_places(arena, function, &shape->flow, fault))
        return false;
    uint32_t count = function->code.count;
    shape->states = ARENA_NEW_ARRAY(arena, ShapeState, count + 1);
    shape->results = ARENA_NEW_ARRAY(arena, Cell *, count + 1);
    Walk walk = {.arena = arena, .function = function, .shape = shape};
    walk.work = ARENA_NEW_ARRAY(arena, uint32_t, (size_t)function->label_count + 1);
    arrive(&walk, 0, new_bottom(arena), NULL);
    while (walk.work_count > 0)
        for (uint32_t place = walk.work[--walk.work_count]; visit(&walk, place); place++) {
        }
    return true;
}
