// SPDX-License-Identifier: MIT
// Each instruction of the IR in those of MicroPython. The switch names every instruction, so that a
// new one does not compile until somebody has thought of it here.
#include "lower_internal.h"

static const IrInst *current(const Lower *lower) { return &lower->ir->code.items[lower->place]; }

static const ShapeState *state(const Lower *lower) { return &lower->shape.states[lower->place]; }

static void op(Lower *lower, V6Op code) { lower_emit(lower, code); }

static void named(Lower *lower, V6Op code) { lower_emit(lower, code)->name = current(lower)->name; }

static void slot(Lower *lower, V6Op code)
{
    lower_number(lower, code, lower->function->slot_of[current(lower)->count]);
}

static void integer(Lower *lower, int32_t value)
{
    lower_emit(lower, V6_LOAD_CONST_SMALL_INT)->integer = value;
}

// The byte of an instruction that both have; opcodes.def says which.
static V6Op same(const Lower *lower)
{
    static const uint8_t bytes[] = {
#define OP(name, v6, format, pops, pops_per, pushes, pushes_per, flags) [IR_##name] = v6,
#include "flashfreeze/opcodes.def"
#undef OP
    };
    return (V6Op)bytes[current(lower)->op];
}

// ---- stack

static void pop(Lower *lower, const Entry *entry)
{
    switch (shape_width(entry->cell)) {
    case WIDTH_GONE:
        return;
    case WIDTH_VALUE:
        op(lower, V6_POP_TOP);
        return;
    case WIDTH_ITERATOR:
        op(lower, V6_POP_ITERATOR);
        return;
    }
}

// dup and rot of plain values; of what takes no room there is nothing to do.
static void shuffle(Lower *lower, V6Op code, uint32_t count)
{
    uint32_t gone = 0;
    for (uint32_t i = 0; i < count; i++) {
        Width width = shape_width(shape_peek(state(lower), i)->cell);
        gone += width == WIDTH_GONE;
        if (width == WIDTH_ITERATOR)
            lower_fault(lower, "internal error: a loop's iterator that is copied or moved is");
    }
    if (gone == 0)
        op(lower, code);
    else if (count == 3 && gone == 1) // which of them takes no room does not matter to two others
        op(lower, V6_ROT_TWO);
}

// How far below the top, in MicroPython's stack entries, the collection of a comprehension is that
// the IR has `count` below the value.
static uint32_t distance(const Lower *lower, uint32_t count)
{
    uint32_t entries = 0;
    for (uint32_t i = 0; i < count; i++)
        entries += (uint32_t)shape_width(shape_peek(state(lower), i)->cell);
    return entries;
}

static void store_comp(Lower *lower, uint32_t kind)
{
    lower_number(lower, V6_STORE_COMP, distance(lower, current(lower)->count) << 2 | kind);
}

// The key comes to lie above the value: loaded only now, or exchanged.
static void put_key_on_top(Lower *lower)
{
    uint32_t sunk = lower->sunk[lower->place];
    if (sunk == NO_PRODUCER)
        op(lower, V6_ROT_TWO);
    else
        lower_load(lower, &lower->ir->code.items[sunk]);
}

static void map_add(Lower *lower)
{
    uint32_t entries = distance(lower, current(lower)->count + 1);
    put_key_on_top(lower);
    lower_number(lower, V6_STORE_COMP, entries << 2 | 1);
}

// set iterable -> set
static void set_update(Lower *lower)
{
    IrLabel next = lower->function->label_count++;
    IrLabel end = lower->function->label_count++;
    op(lower, V6_GET_ITER_STACK);
    lower_jump(lower, V6_LABEL, next);
    lower_jump(lower, V6_FOR_ITER, end);
    lower_number(lower, V6_STORE_COMP, 5u << 2 | 2);
    lower_jump(lower, V6_JUMP, next);
    lower_jump(lower, V6_LABEL, end);
}

// `argument value` become what the method of the value gives for the argument.
static void call_with_top(Lower *lower, const char *method)
{
    lower_emit(lower, V6_LOAD_METHOD)->name = names_intern_z(lower->context->names, method);
    op(lower, V6_ROT_THREE); // argument f self
    op(lower, V6_ROT_THREE);
    lower_number(lower, V6_CALL_METHOD, 1);
}

// dict mapping -> dict
static void dict_update(Lower *lower)
{
    op(lower, V6_ROT_TWO);
    op(lower, V6_DUP_TOP);
    op(lower, V6_ROT_THREE); // dict mapping dict
    call_with_top(lower, "update");
    op(lower, V6_POP_TOP);
}

// value -> str
static void format_value(Lower *lower)
{
    static const char *const formats[] = {"{}", "{!s}", "{!r}"};
    uint32_t conversion = current(lower)->count;
    if (conversion > 2)
        lower_fault(lower, "!a in f-strings is");
    const char *format = formats[conversion % 3];
    lower_emit(lower, V6_LOAD_TEXT)->constant =
        constant_str(lower->context->arena, format, strlen(format));
    call_with_top(lower, "format");
}

// s1..sn -> their concatenation
static void build_string(Lower *lower)
{
    for (uint32_t i = 1; i < current(lower)->count; i++)
        op(lower, V6_ADD);
}

// ---- calls

static void call(Lower *lower, V6Op code, uint32_t positional, uint32_t keywords)
{
    if (positional > 255 || keywords > 255)
        lower_fault(lower, "a call with more than 255 arguments is");
    lower_number(lower, code, positional | keywords << 8);
}

// f args kwargs: one iterable, and one mapping unless it is NULL, which then has not been loaded.
static void call_ex(Lower *lower)
{
    const Entry *kwargs = shape_peek(state(lower), 0);
    bool has_kwargs = kwargs->producer == NO_PRODUCER || !lower->is_skipped[kwargs->producer];
    if (has_kwargs) {
        op(lower, V6_LOAD_NULL);
        op(lower, V6_ROT_TWO);
    }
    integer(lower, 1);
    lower_number(lower, V6_CALL_FUNCTION_VAR_KW, has_kwargs ? 1 | 1 << 8 : 1);
}

static void make_closure(Lower *lower)
{
    const IrInst *inst = current(lower);
    uint32_t cells = inst->function->free_count;
    bool has_defaults = inst->b & 3;
    if (cells > 255) {
        lower_fault(lower, "a function with more than 255 variables of those around it is");
    } else if (cells == 0) {
        lower_number(lower, has_defaults ? V6_MAKE_FUNCTION_DEFARGS : V6_MAKE_FUNCTION,
                     lower_child_index(lower, inst->function));
    } else {
        V6Inst *out =
            lower_emit(lower, has_defaults ? V6_MAKE_CLOSURE_DEFARGS : V6_MAKE_CLOSURE);
        out->number = lower_child_index(lower, inst->function);
        out->extra = (uint8_t)cells;
    }
}

// The tuple of a closure's cells is not made.
static void build_tuple(Lower *lower)
{
    const IrInst *next = current(lower) + 1;
    bool is_closure = lower->place + 1 < lower->ir->code.count && next->op == IR_MAKE_CLOSURE &&
                      (next->b & 4);
    if (!is_closure)
        lower_number(lower, V6_BUILD_TUPLE, current(lower)->count);
}

static void super_method(Lower *lower)
{
    const Entry *cls = shape_peek(state(lower), 1);
    bool has_null = cls->producer != NO_PRODUCER && (lower->before[cls->producer] & BEFORE_NULL);
    if (!has_null) {
        op(lower, V6_DUP_TOP);
        op(lower, V6_ROT_THREE);
    }
    named(lower, V6_LOAD_SUPER_METHOD);
}

// ---- variables

static void load_local(Lower *lower)
{
    if (lower->ir->kind == IR_FUNCTION_CLASS && current(lower)->count == 0) {
        if (!lower->has_class_cell) // else the cell is what the body returns
            op(lower, V6_LOAD_CONST_NONE);
        return;
    }
    Cell *result = lower->shape.results[lower->place];
    bool is_iterator = result && shape_width(result) == WIDTH_ITERATOR;
    if (is_iterator && !lower->function->takes_iterable)
        op(lower, V6_LOAD_NULL);
    slot(lower, V6_LOAD_FAST);
    if (is_iterator && lower->function->takes_iterable) {
        op(lower, V6_GET_ITER_STACK);
    } else if (is_iterator) {
        op(lower, V6_LOAD_NULL);
        op(lower, V6_LOAD_NULL);
    }
}

// The None with which code falls into the handler of `async with`.
static bool falls_into_async_exit(const Lower *lower)
{
    const IrInst *inst = current(lower);
    return lower->place + 3 < lower->ir->code.count && inst[1].op == IR_LABEL &&
           inst[2].op == IR_FINALLY_BEGIN && inst[3].op == IR_ASYNC_EXIT;
}

static void load_constant(Lower *lower)
{
    if (falls_into_async_exit(lower)) {
        op(lower, V6_LOAD_CONST_NONE);
        op(lower, V6_ROT_TWO);
        lower_jump(lower, V6_JUMP, lower->sunk[lower->place + 3]);
        return;
    }
    if (shape_width(lower->shape.results[lower->place]) != WIDTH_GONE)
        lower_load(lower, current(lower));
}

static void load_null(Lower *lower)
{
    if (shape_width(lower->shape.results[lower->place]) != WIDTH_GONE)
        op(lower, V6_LOAD_NULL);
}

static void store_name(Lower *lower)
{
    if (!lower->has_class_cell || !name_is(current(lower)->name, "__classcell__"))
        named(lower, V6_STORE_NAME);
}

static void delete_item(Lower *lower, V6Op rotate)
{
    op(lower, V6_LOAD_NULL);
    op(lower, rotate);
}

// ---- jumps and blocks

static const ShapeBlock *block_after(const Lower *lower, IrLabel label)
{
    return lower->shape.states[lower->shape.flow.label_place[label]].block;
}

static uint32_t block_depth(const ShapeBlock *block) { return block ? block->depth : 0; }

static bool is_forward(const Lower *lower, IrLabel label)
{
    return lower->shape.flow.label_place[label] > lower->place;
}

// Leaves `count` blocks for `label` with the stack as deep as there, less what handlers remove.
static void leave_blocks(Lower *lower, const ShapeBlock *innermost, uint32_t count, IrLabel label,
                         uint32_t drop)
{
    if (count == 1 && innermost->region->kind == IR_TRY_EXCEPT && drop == 0 &&
        is_forward(lower, label)) {
        lower_jump(lower, V6_POP_EXCEPT_JUMP, label);
        return;
    }
    if (count > 127)
        lower_fault(lower, "a jump out of more than 127 try and with statements is");
    V6Inst *inst = lower_emit(lower, V6_UNWIND_JUMP);
    inst->label = label;
    inst->extra = (uint8_t)count;
    inst->drop = (uint16_t)drop;
}

static void jump(Lower *lower, const ShapeBlock *from, IrLabel label)
{
    uint32_t left = block_depth(from) - block_depth(block_after(lower, label));
    if (left == 0)
        lower_jump(lower, V6_JUMP, label);
    else
        leave_blocks(lower, from, left, label, 0);
}

static V6Op opposite(V6Op code)
{
    return code == V6_POP_JUMP_IF_TRUE ? V6_POP_JUMP_IF_FALSE : V6_POP_JUMP_IF_TRUE;
}

static void conditional(Lower *lower, V6Op code)
{
    const ShapeBlock *from = state(lower)->block;
    IrLabel label = current(lower)->label;
    if (from == block_after(lower, label)) {
        lower_jump(lower, code, label);
        return;
    }
    IrLabel stay = lower->function->label_count++;
    lower_jump(lower, opposite(code), stay);
    jump(lower, from, label);
    lower_jump(lower, V6_LABEL, stay);
}

static void jump_or_pop(Lower *lower, V6Op code)
{
    IrLabel label = current(lower)->label;
    if (state(lower)->block != block_after(lower, label))
        lower_fault(lower, "internal error: a value that is kept out of a try statement is");
    if (is_forward(lower, label)) {
        lower_jump(lower, code, label);
        return;
    }
    op(lower, V6_DUP_TOP);
    lower_jump(lower, code == V6_JUMP_IF_TRUE_OR_POP ? V6_POP_JUMP_IF_TRUE : V6_POP_JUMP_IF_FALSE,
               label);
    op(lower, V6_POP_TOP);
}

// The innermost block ends here; a plain jump that follows leaves it at once.
static void end_block(Lower *lower)
{
    const ShapeBlock *block = state(lower)->block;
    uint32_t next = lower->place + 1;
    const IrInst *inst = &lower->ir->code.items[next];
    if (inst->op == IR_JUMP) {
        lower->is_skipped[next] = true;
        jump(lower, block, inst->label);
        return;
    }
    if (inst->op == IR_RETURN_VALUE || inst->op == IR_RETURN_UNWIND)
        return;
    IrLabel here = lower->function->label_count++;
    lower_jump(lower, V6_POP_EXCEPT_JUMP, here);
    lower_jump(lower, V6_LABEL, here);
}

static void try_end(Lower *lower)
{
    // A finally handler follows its body; entering it ends the body.
    if (state(lower)->block->region->kind == IR_TRY_EXCEPT)
        end_block(lower);
}

// Values between the top and what the innermost block that is left wants to find there.
static void drop_above_block(Lower *lower, const ShapeBlock *block)
{
    uint32_t keep = block->base->depth;
    if (shape_is_handling(block, lower->place))
        keep += block->region->kind == IR_TRY_EXCEPT ? 1 : 2;
    for (const Entry *entry = state(lower)->stack; entry->depth > keep; entry = entry->below)
        pop(lower, entry);
}

static const Entry *entry_at(const Entry *stack, uint32_t depth)
{
    while (stack->depth > depth)
        stack = stack->below;
    return stack;
}

// After a block has been left, what is on the stack must be what the next one expects.
static void check_between(Lower *lower, const ShapeBlock *block, const ShapeBlock *outer)
{
    const Entry *left = block->base;
    if (block->region->kind == IR_TRY_WITH)
        left = left->below->below;
    uint32_t keep = outer->base->depth;
    if (shape_is_handling(outer, lower->place))
        keep += outer->region->kind == IR_TRY_EXCEPT ? 1 : 2;
    if (shape_height(left) != shape_height(entry_at(left, keep)))
        lower_fault(lower, "internal error: a jump past values on the stack is");
}

static void unwind(Lower *lower)
{
    const ShapeBlock *from = state(lower)->block;
    IrLabel label = current(lower)->label;
    const ShapeState *there = &lower->shape.states[lower->shape.flow.label_place[label]];
    uint32_t left = block_depth(from) - block_depth(there->block);
    if (left > 0)
        drop_above_block(lower, from);
    const ShapeBlock *block = from;
    for (uint32_t i = 1; i < left; i++, block = block->outer)
        check_between(lower, block, block->outer);
    if (left == 0) {
        for (const Entry *entry = state(lower)->stack; entry != there->stack; entry = entry->below)
            pop(lower, entry);
        lower_jump(lower, V6_JUMP, label);
        return;
    }
    uint32_t keep = from->base->depth;
    if (shape_is_handling(from, lower->place))
        keep += from->region->kind == IR_TRY_EXCEPT ? 1 : 2;
    uint32_t height = shape_height(entry_at(state(lower)->stack, keep));
    leave_blocks(lower, from, left, label, height - shape_height(there->stack));
}

static void await(Lower *lower)
{
    op(lower, V6_GET_ITER);
    op(lower, V6_LOAD_CONST_NONE);
    op(lower, V6_YIELD_FROM);
}

// manager cause -> cause, where the cause is an exception, or two entries. Awaits what
// manager.__aexit__ gives; when that is true the exception is forgotten. Code that falls into the
// handler has None for a cause and goes to a label inside (load_constant).
static void async_exit(Lower *lower)
{
    const Name *method = names_intern_z(lower->context->names, "__aexit__");
    IrLabel pair = lower->function->label_count++;
    IrLabel end = lower->function->label_count++;
    op(lower, V6_DUP_TOP);
    lower_emit(lower, V6_LOAD_GLOBAL)->name =
        names_intern_z(lower->context->names, "BaseException");
    op(lower, V6_EXCEPTION_MATCH);
    lower_jump(lower, V6_POP_JUMP_IF_FALSE, pair);
    op(lower, V6_DUP_TOP); // manager exc: both become arguments, exc stays
    op(lower, V6_ROT_THREE);
    op(lower, V6_ROT_TWO);
    lower_emit(lower, V6_LOAD_METHOD)->name = method;
    op(lower, V6_ROT_THREE);
    op(lower, V6_ROT_THREE);
    op(lower, V6_DUP_TOP);
    lower_emit(lower, V6_LOAD_ATTR)->name = names_intern_z(lower->context->names, "__class__");
    op(lower, V6_ROT_TWO);
    op(lower, V6_LOAD_CONST_NONE);
    call(lower, V6_CALL_METHOD, 3, 0);
    await(lower);
    lower_jump(lower, V6_POP_JUMP_IF_FALSE, end);
    op(lower, V6_POP_TOP);
    op(lower, V6_LOAD_CONST_NONE);
    lower_jump(lower, V6_JUMP, end);
    lower_jump(lower, V6_LABEL, pair);
    op(lower, V6_ROT_THREE); // manager payload tag: below the manager, as what follows
    op(lower, V6_ROT_THREE);
    lower_jump(lower, V6_LABEL, lower->sunk[lower->place]); // or None manager
    lower_emit(lower, V6_LOAD_METHOD)->name = method;
    op(lower, V6_LOAD_CONST_NONE);
    op(lower, V6_DUP_TOP);
    op(lower, V6_DUP_TOP);
    call(lower, V6_CALL_METHOD, 3, 0);
    await(lower);
    op(lower, V6_POP_TOP);
    lower_jump(lower, V6_LABEL, end);
}

static void setup(Lower *lower, V6Op code) { lower_jump(lower, code, current(lower)->label); }

static void get_iter(Lower *lower)
{
    bool is_loop = shape_width(lower->shape.results[lower->place]) == WIDTH_ITERATOR;
    op(lower, is_loop ? V6_GET_ITER_STACK : V6_GET_ITER);
}

static void put_before(Lower *lower)
{
    uint8_t before = lower->before[lower->place];
    if (before & BEFORE_BUILD_CLASS)
        op(lower, V6_LOAD_BUILD_CLASS);
    if (before & BEFORE_NULL_BELOW) {
        op(lower, V6_LOAD_NULL);
        op(lower, V6_ROT_TWO);
    }
    if (before & BEFORE_NULL)
        op(lower, V6_LOAD_NULL);
}

static void impossible(Lower *lower)
{
    lower_fault(lower, "internal error: an instruction made for images is");
}

void lower_inst(Lower *lower)
{
    const IrInst *inst = current(lower);
    if (lower->before[lower->place])
        put_before(lower);
    switch (inst->op) {
    case IR_LOAD_NULL:
        load_null(lower);
        return;
    case IR_POP_TOP:
        pop(lower, state(lower)->stack);
        return;
    case IR_DUP_TOP:
        shuffle(lower, V6_DUP_TOP, 1);
        return;
    case IR_DUP_TOP_TWO:
        shuffle(lower, V6_DUP_TOP_TWO, 2);
        return;
    case IR_ROT_TWO:
        shuffle(lower, V6_ROT_TWO, 2);
        return;
    case IR_ROT_THREE:
        shuffle(lower, V6_ROT_THREE, 3);
        return;
    case IR_UNARY_POSITIVE:
    case IR_UNARY_NEGATIVE:
    case IR_UNARY_INVERT:
    case IR_UNARY_NOT:
    case IR_COMPARE_LESS:
    case IR_COMPARE_MORE:
    case IR_COMPARE_EQUAL:
    case IR_COMPARE_LESS_EQUAL:
    case IR_COMPARE_MORE_EQUAL:
    case IR_COMPARE_NOT_EQUAL:
    case IR_CONTAINS:
    case IR_IS:
    case IR_EXCEPTION_MATCH:
    case IR_INPLACE_OR:
    case IR_INPLACE_XOR:
    case IR_INPLACE_AND:
    case IR_INPLACE_LSHIFT:
    case IR_INPLACE_RSHIFT:
    case IR_INPLACE_ADD:
    case IR_INPLACE_SUBTRACT:
    case IR_INPLACE_MULTIPLY:
    case IR_INPLACE_MAT_MULTIPLY:
    case IR_INPLACE_FLOOR_DIVIDE:
    case IR_INPLACE_TRUE_DIVIDE:
    case IR_INPLACE_MODULO:
    case IR_INPLACE_POWER:
    case IR_BINARY_OR:
    case IR_BINARY_XOR:
    case IR_BINARY_AND:
    case IR_BINARY_LSHIFT:
    case IR_BINARY_RSHIFT:
    case IR_BINARY_ADD:
    case IR_BINARY_SUBTRACT:
    case IR_BINARY_MULTIPLY:
    case IR_BINARY_MAT_MULTIPLY:
    case IR_BINARY_FLOOR_DIVIDE:
    case IR_BINARY_TRUE_DIVIDE:
    case IR_BINARY_MODULO:
    case IR_BINARY_POWER:
    case IR_LOAD_SUBSCR:
    case IR_STORE_SUBSCR:
    case IR_RETURN_VALUE:
    case IR_RETURN_UNWIND:
    case IR_RAISE_LAST:
    case IR_RAISE_OBJ:
    case IR_RAISE_FROM:
    case IR_YIELD_VALUE:
    case IR_YIELD_FROM:
    case IR_IMPORT_STAR:
        op(lower, same(lower));
        return;
    case IR_NOT_CONTAINS:
        op(lower, V6_IN);
        op(lower, V6_UNARY_NOT);
        return;
    case IR_IS_NOT:
        op(lower, V6_IS);
        op(lower, V6_UNARY_NOT);
        return;
    case IR_DELETE_SUBSCR:
        delete_item(lower, V6_ROT_THREE);
        op(lower, V6_STORE_SUBSCR);
        return;
    case IR_DELETE_ATTR:
        delete_item(lower, V6_ROT_TWO);
        named(lower, V6_STORE_ATTR);
        return;
    case IR_GET_ITER:
        get_iter(lower);
        return;
    case IR_STORE_MAP:
        put_key_on_top(lower);
        op(lower, V6_STORE_MAP);
        return;
    case IR_LIST_EXTEND:
        op(lower, V6_INPLACE_ADD);
        return;
    case IR_SET_UPDATE:
        set_update(lower);
        return;
    case IR_LIST_TO_TUPLE:
        lower_emit(lower, V6_LOAD_GLOBAL)->name = names_intern_z(lower->context->names, "tuple");
        op(lower, V6_ROT_TWO);
        call(lower, V6_CALL_FUNCTION, 1, 0);
        return;
    case IR_CALL_EX:
        call_ex(lower);
        return;
    case IR_WITH_ENTER: // SETUP_WITH does both
    case IR_WITH_END:
        return;
    case IR_ASYNC_EXIT:
        async_exit(lower);
        return;
    case IR_WITH_EXIT:
        op(lower, V6_WITH_CLEANUP);
        return;
    case IR_POP_EXCEPT:
        end_block(lower);
        return;
    case IR_END_FINALLY:
        op(lower, V6_END_FINALLY);
        return;
    case IR_LOAD_CONST:
        load_constant(lower);
        return;
    case IR_LOAD_LOCAL:
        load_local(lower);
        return;
    case IR_STORE_LOCAL:
        slot(lower, V6_STORE_FAST);
        return;
    case IR_DELETE_LOCAL:
        slot(lower, V6_DELETE_FAST);
        return;
    case IR_LOAD_CELL:
    case IR_LOAD_CLASS_CELL:
        slot(lower, V6_LOAD_DEREF);
        return;
    case IR_STORE_CELL:
        slot(lower, V6_STORE_DEREF);
        return;
    case IR_DELETE_CELL:
        slot(lower, V6_DELETE_DEREF);
        return;
    case IR_STORE_NAME:
        store_name(lower);
        return;
    case IR_LOAD_GLOBAL:
    case IR_STORE_GLOBAL:
    case IR_DELETE_GLOBAL:
    case IR_LOAD_NAME:
    case IR_DELETE_NAME:
    case IR_LOAD_ATTR:
    case IR_STORE_ATTR:
    case IR_LOAD_METHOD:
    case IR_IMPORT_FROM:
        named(lower, same(lower));
        return;
    case IR_IMPORT_LEVEL:
        named(lower, V6_IMPORT_NAME);
        return;
    case IR_LOAD_SUPER_METHOD:
        super_method(lower);
        return;
    case IR_BUILD_TUPLE:
        build_tuple(lower);
        return;
    case IR_BUILD_LIST:
        lower_number(lower, V6_BUILD_LIST, inst->count);
        return;
    case IR_BUILD_SET:
        lower_number(lower, V6_BUILD_SET, inst->count);
        return;
    case IR_BUILD_MAP:
        lower_number(lower, V6_BUILD_MAP, inst->count);
        return;
    case IR_BUILD_SLICE:
        lower_number(lower, V6_BUILD_SLICE, inst->count);
        return;
    case IR_UNPACK_SEQUENCE:
        lower_number(lower, V6_UNPACK_SEQUENCE, inst->count);
        return;
    case IR_UNPACK_EX:
        lower_number(lower, V6_UNPACK_EX, inst->a | (uint32_t)inst->b << 8);
        return;
    case IR_LIST_APPEND:
        store_comp(lower, 0);
        return;
    case IR_SET_ADD:
        store_comp(lower, 2);
        return;
    case IR_MAP_ADD:
        map_add(lower);
        return;
    case IR_CALL:
        call(lower, V6_CALL_FUNCTION, inst->count, 0);
        return;
    case IR_CALL_METHOD:
        call(lower, V6_CALL_METHOD, inst->count, 0);
        return;
    case IR_CALL_KW:
        call(lower, V6_CALL_FUNCTION, inst->a, inst->b);
        return;
    case IR_CALL_METHOD_KW:
        call(lower, V6_CALL_METHOD, inst->a, inst->b);
        return;
    case IR_CALL_VAR_KW:
        call(lower, V6_CALL_FUNCTION_VAR_KW, inst->a, inst->b);
        return;
    case IR_CALL_METHOD_VAR_KW:
        call(lower, V6_CALL_METHOD_VAR_KW, inst->a, inst->b);
        return;
    case IR_BUILD_CLASS:
        call(lower, V6_CALL_FUNCTION, inst->a + 2u, 0);
        return;
    case IR_MAKE_FUNCTION:
        lower_number(lower, V6_MAKE_FUNCTION, lower_child_index(lower, inst->function));
        return;
    case IR_MAKE_CLOSURE:
        make_closure(lower);
        return;
    case IR_JUMP:
        jump(lower, state(lower)->block, inst->label);
        return;
    case IR_POP_JUMP_IF_TRUE:
        conditional(lower, V6_POP_JUMP_IF_TRUE);
        return;
    case IR_POP_JUMP_IF_FALSE:
        conditional(lower, V6_POP_JUMP_IF_FALSE);
        return;
    case IR_JUMP_IF_TRUE_OR_POP:
        jump_or_pop(lower, V6_JUMP_IF_TRUE_OR_POP);
        return;
    case IR_JUMP_IF_FALSE_OR_POP:
        jump_or_pop(lower, V6_JUMP_IF_FALSE_OR_POP);
        return;
    case IR_FOR_ITER:
        lower_jump(lower, V6_FOR_ITER, inst->label);
        return;
    case IR_UNWIND_JUMP:
        unwind(lower);
        return;
    case IR_LABEL:
        lower_jump(lower, V6_LABEL, inst->label);
        return;
    case IR_TRY_EXCEPT:
        setup(lower, V6_SETUP_EXCEPT);
        return;
    case IR_TRY_FINALLY:
        setup(lower, V6_SETUP_FINALLY);
        return;
    case IR_TRY_WITH:
        setup(lower, shape_width(state(lower)->stack->cell) == WIDTH_GONE ? V6_SETUP_FINALLY
                                                                         : V6_SETUP_WITH);
        return;
    case IR_TRY_END:
        try_end(lower);
        return;
    case IR_EXCEPT_BEGIN:
    case IR_EXCEPT_END:
    case IR_FINALLY_BEGIN:
    case IR_FINALLY_END:
        return;
    case IR_DICT_UPDATE:
        dict_update(lower);
        return;
    case IR_FORMAT_VALUE:
        format_value(lower);
        return;
    case IR_BUILD_STRING:
        build_string(lower);
        return;
    case IR_DICT_MERGE:
        lower_fault(lower, "** among the bases of a class is");
        return;
    // gen_micropython.c makes other code
    case IR_LOAD_SUPER_ATTR:
    case IR_IMPORT_NAME:
    case IR_FORMAT_WITH_SPEC:
    case IR_RANGE_SETUP:
    case IR_FOR_RANGE:
    case IR_RANGE_UP:
    case IR_FOR_UP:
    case IR_BREAK: // put in by a debugger
    case IR_LOAD_NONE: // short forms of images
    case IR_LOAD_FALSE:
    case IR_LOAD_TRUE:
    case IR_LOAD_INT_0:
    case IR_LOAD_INT_1:
    case IR_LOAD_INT_2:
    case IR_LOAD_LOCAL_0:
    case IR_LOAD_LOCAL_1:
    case IR_LOAD_LOCAL_2:
    case IR_LOAD_LOCAL_3:
    case IR_LOAD_LOCAL_4:
    case IR_LOAD_LOCAL_5:
    case IR_LOAD_LOCAL_6:
    case IR_LOAD_LOCAL_7:
    case IR_STORE_LOCAL_0:
    case IR_STORE_LOCAL_1:
    case IR_STORE_LOCAL_2:
    case IR_STORE_LOCAL_3:
    case IR_STORE_LOCAL_4:
    case IR_STORE_LOCAL_5:
    case IR_STORE_LOCAL_6:
    case IR_STORE_LOCAL_7:
    case IR_LOAD_INT:
    case IR_WIDE:
    case IR_MAKE_CELL:
    case IR_IMPORT_MISSING:
    case IR_IMPORT_STAR_NAME:
    case IR_JUMP_BACK:
    case IR_POP_JUMP_IF_TRUE_BACK:
    case IR_POP_JUMP_IF_FALSE_BACK:
    case IR_OP_COUNT:
        impossible(lower);
        return;
    }
}
