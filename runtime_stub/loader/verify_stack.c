// SPDX-License-Identifier: MIT
// The types of stack slots, their order, and what each instruction asks for and leaves. Where an
// instruction has no case of its own it pops values and pushes values, as many as the table of
// instructions says. The order of types:
//
//   NONE, STR, LIST, DICT, SET, MODULE, TUPLE n, CELL, CELLS n, EXCEPTION < ANY < MAYBE
//   NULL < MAYBE        NULL < PAYLOAD n        NONE < TAG n
#include "verify_stack.h"

static bool fail(FzFrameCheck *frame, const char *problem)
{
    frame->problem = problem;
    return false;
}

static bool is_value(FzSlot slot)
{
    uint32_t kind = fz_slot_kind(slot);
    return kind == FZ_SLOT_ANY || (kind >= FZ_SLOT_NONE && kind <= FZ_SLOT_CELLS) ||
           kind == FZ_SLOT_EXCEPTION;
}

bool fz_slot_fits(FzSlot slot, FzSlot wanted)
{
    if (slot == wanted)
        return true;
    switch (fz_slot_kind(wanted)) {
    case FZ_SLOT_ANY:
        return is_value(slot);
    case FZ_SLOT_MAYBE:
        return is_value(slot) || slot == FZ_SLOT_NULL;
    case FZ_SLOT_PAYLOAD:
        return slot == FZ_SLOT_NULL;
    case FZ_SLOT_TAG:
        return slot == FZ_SLOT_NONE;
    default:
        return false;
    }
}

bool fz_slot_join(FzSlot *slot, FzSlot other)
{
    if (fz_slot_fits(other, *slot))
        return true;
    if (fz_slot_fits(*slot, other))
        *slot = other;
    else if (is_value(*slot) && is_value(other))
        *slot = FZ_SLOT_ANY;
    else if (fz_slot_fits(*slot, FZ_SLOT_MAYBE) && fz_slot_fits(other, FZ_SLOT_MAYBE))
        *slot = FZ_SLOT_MAYBE;
    else
        return false;
    return true;
}

// ---- operands

static bool is_cell(const FzFrameCheck *frame, uint32_t local)
{
    return frame->cells[local / 8] >> local % 8 & 1;
}

static bool is_class_body(const FzFrameCheck *frame)
{
    return frame->code->signature >> 24 & FZ_CODE_CLASS_BODY;
}

static bool check_local(FzFrameCheck *frame, FzOp op, uint32_t local)
{
    if (local >= (frame->code->frame & 0xffff))
        return fail(frame, "a local's number is too large");
    bool stores = op == FZ_OP_STORE_LOCAL || op == FZ_OP_DELETE_LOCAL;
    bool opens = op == FZ_OP_LOAD_CELL || op == FZ_OP_STORE_CELL || op == FZ_OP_DELETE_CELL ||
                 op == FZ_OP_LOAD_CLASS_CELL;
    if (opens && !is_cell(frame, local))
        return fail(frame, "a local that holds no cell");
    if (stores && is_cell(frame, local))
        return fail(frame, "a cell would be lost");
    if (stores && local == 0 && is_class_body(frame))
        return fail(frame, "a class body would lose its namespace");
    if (op == FZ_OP_LOAD_CLASS_CELL && !is_class_body(frame))
        return fail(frame, "a name of a class body outside of one");
    return true;
}

static bool check_constant(FzFrameCheck *frame, const FzInstruction *inst)
{
    uint32_t index = (uint32_t)inst->operand;
    if (index >= frame->pool_count || frame->pool->items[index] == FZ_NULL)
        return fail(frame, "a constant's index is too large");
    FzValue value = frame->pool->items[index];
    switch (inst->op) {
    case FZ_OP_IMPORT_NAME:
        return fz_verify_is_kind(frame->verifier, value, FZ_KIND_MODULE) ||
               fail(frame, "an import of something that is not a module");
    case FZ_OP_MAKE_FUNCTION:
    case FZ_OP_MAKE_CLOSURE:
        return fz_verify_is_kind(frame->verifier, value, FZ_KIND_CODE) ||
               fail(frame, "a function made of something that is not code");
    case FZ_OP_LOAD_CONST:
        return fz_verify_is_value(frame->verifier, value) ||
               fz_verify_is_body(frame->verifier, value) ||
               fail(frame, "a constant that Python code may not see");
    default:
        return fz_verify_is_kind(frame->verifier, value, FZ_KIND_STR) ||
               fail(frame, "a name that is not a str");
    }
}

static bool check_number(FzFrameCheck *frame, const FzInstruction *inst)
{
    uint32_t number = (uint32_t)inst->operand;
    switch (inst->op) {
    case FZ_OP_BUILD_SLICE:
        return number == 2 || number == 3 || fail(frame, "a slice of neither two nor three parts");
    case FZ_OP_RANGE_SETUP:
        return number == 3 || fail(frame, "a range with too few or too many parts");
    case FZ_OP_RANGE_UP:
        return number == 1 || number == 2 || fail(frame, "a range with too few or too many parts");
    case FZ_OP_FORMAT_VALUE:
    case FZ_OP_FORMAT_WITH_SPEC:
        return number <= 3 || fail(frame, "an unknown conversion");
    default:
        return true;
    }
}

static bool check_operand(FzFrameCheck *frame, const FzInstruction *inst)
{
    uint32_t number = (uint32_t)inst->operand;
    switch ((FzFormat)fz_op_info[inst->op].format) {
    case FZ_FORMAT_LOCAL:
        return check_local(frame, inst->op, number);
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
    case FZ_FORMAT_CONSTB:
        return check_constant(frame, inst);
    case FZ_FORMAT_GLOBAL:
        return ((number > 0 || frame->has_no_state) &&
                number < frame->verifier->image->globals_count - frame->globals_base) ||
               fail(frame, "a global's number is too large");
    default:
        return inst->op == FZ_OP_BREAK ? fail(frame, "an instruction that only the compiler uses")
                                       : check_number(frame, inst);
    }
}

// ---- effects

static bool expect(FzFrameCheck *frame, FzSlot slot, FzSlot wanted)
{
    return fz_slot_fits(slot, wanted) ||
           fail(frame, "an instruction takes something else than what is on the stack");
}

static bool expect_values(FzFrameCheck *frame, const FzSlot *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!expect(frame, at[i], FZ_SLOT_ANY))
            return false;
    return true;
}

// `count` pairs of a str and a value.
static bool expect_keywords(FzFrameCheck *frame, const FzSlot *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!expect(frame, at[2 * i], FZ_SLOT_STR) || !expect(frame, at[2 * i + 1], FZ_SLOT_ANY))
            return false;
    return true;
}

// What is duplicated and moved may stand anywhere: nothing that the VM finds by its place.
static bool expect_movable(FzFrameCheck *frame, const FzSlot *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!expect(frame, at[i], FZ_SLOT_MAYBE))
            return false;
    return true;
}

static FzSlot of_constant(const FzFrameCheck *frame, FzValue value)
{
    if (value == FZ_NONE)
        return FZ_SLOT_NONE;
    if (fz_is_int(value))
        return FZ_SLOT_ANY;
    if (fz_verify_is_body(frame->verifier, value))
        return FZ_SLOT_BODY;
    uint32_t header = *(const uint32_t *)fz_verify_object(frame->verifier, value);
    uint32_t count = fz_header_count(header);
    if (fz_header_kind(header) == FZ_KIND_STR)
        return FZ_SLOT_STR;
    bool is_tuple = fz_header_kind(header) == FZ_KIND_TUPLE && count <= FZ_SLOT_NUMBER_MAX;
    return is_tuple ? fz_slot(FZ_SLOT_TUPLE, count) : FZ_SLOT_ANY;
}

static FzSlot of_local(const FzFrameCheck *frame, uint32_t local)
{
    if (is_cell(frame, local))
        return FZ_SLOT_CELL;
    return local == 0 && is_class_body(frame) ? FZ_SLOT_DICT : FZ_SLOT_ANY;
}

// A tuple of cells alone is what a closure is made of.
static bool build_tuple(FzFrameCheck *frame, FzSlot *at, uint32_t count)
{
    bool cells = count > 0;
    for (uint32_t i = 0; i < count; i++)
        cells = cells && at[i] == FZ_SLOT_CELL;
    if (!expect_values(frame, at, count))
        return false;
    if (count > FZ_SLOT_NUMBER_MAX)
        at[0] = FZ_SLOT_ANY;
    else
        at[0] = fz_slot(cells ? FZ_SLOT_CELLS : FZ_SLOT_TUPLE, count);
    return true;
}

static bool build_string(FzFrameCheck *frame, FzSlot *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!expect(frame, at[i], FZ_SLOT_STR))
            return false;
    at[0] = FZ_SLOT_STR;
    return true;
}

static bool make_function(FzFrameCheck *frame, const FzInstruction *inst, FzSlot *at)
{
    const FzCode *code =
        fz_verify_object(frame->verifier, frame->pool->items[(uint32_t)inst->operand]);
    uint32_t extras = inst->op == FZ_OP_MAKE_CLOSURE ? inst->b : 0;
    uint32_t flags = code->signature >> 24;
    uint32_t free = code->line >> 24;
    const FzSlot *next = at;
    if (extras & ~(uint32_t)(FZ_FUNCTION_DEFAULTS | FZ_FUNCTION_KWDEFAULTS | FZ_FUNCTION_CLOSURE))
        return fail(frame, "a function with unknown extras");
    if (flags & FZ_CODE_MODULE)
        return fail(frame, "a function made of a module's top level");
    if (extras & FZ_FUNCTION_DEFAULTS) {
        uint32_t defaults = fz_slot_number(*next);
        if (fz_slot_kind(*next++) != FZ_SLOT_TUPLE || defaults > (code->signature >> 8 & 255))
            return fail(frame, "defaults that are no tuple or too many");
    }
    if (extras & FZ_FUNCTION_KWDEFAULTS && !expect(frame, *next++, FZ_SLOT_DICT))
        return false;
    if (extras & FZ_FUNCTION_CLOSURE ? *next != fz_slot(FZ_SLOT_CELLS, free) : free != 0)
        return fail(frame, "a closure that does not fit its code");
    at[0] = flags & FZ_CODE_CLASS_BODY ? FZ_SLOT_BODY : FZ_SLOT_ANY;
    return true;
}

static bool build_class(FzFrameCheck *frame, const FzInstruction *inst, FzSlot *at)
{
    if (!expect(frame, at[0], FZ_SLOT_BODY) || !expect(frame, at[1], FZ_SLOT_STR) ||
        !expect_values(frame, at + 2, inst->a) ||
        !expect_keywords(frame, at + 2 + inst->a, inst->b))
        return false;
    at[0] = FZ_SLOT_ANY;
    return true;
}

static bool end_finally(FzFrameCheck *frame, const FzSlot *at)
{
    uint32_t kind = fz_slot_kind(at[0]);
    bool good = fz_slot_kind(at[1]) == FZ_SLOT_TAG ? kind == FZ_SLOT_PAYLOAD
                : at[1] == FZ_SLOT_NONE            ? kind == FZ_SLOT_PAYLOAD || kind == FZ_SLOT_NULL
                                        : at[1] == FZ_SLOT_EXCEPTION && kind == FZ_SLOT_PREVIOUS;
    return good || fail(frame, "the end of a handler without what the handler started with");
}

static bool is_handler_pair(const FzSlot *at)
{
    uint32_t tag = fz_slot_kind(at[1]);
    uint32_t payload = fz_slot_kind(at[0]);
    return (payload == FZ_SLOT_PAYLOAD || payload == FZ_SLOT_NULL) &&
           (tag == FZ_SLOT_TAG || tag == FZ_SLOT_NONE);
}

// exit self payload tag, the last two as a finally handler starts
static bool expect_with(FzFrameCheck *frame, const FzSlot *at)
{
    return expect(frame, at[0], FZ_SLOT_ANY) && expect(frame, at[1], FZ_SLOT_MAYBE) &&
           (is_handler_pair(at + 2) || fail(frame, "the end of a with that was not entered"));
}

static bool with_end(FzFrameCheck *frame, FzSlot *at)
{
    if (!expect_with(frame, at) || !expect(frame, at[4], FZ_SLOT_ANY))
        return false;
    at[0] = at[2];
    at[1] = at[3];
    return true;
}

// The container of a comprehension, `below` slots below what is added.
static bool add_to(FzFrameCheck *frame, const FzSlot *at, uint32_t below, uint32_t added,
                   FzSlot wanted)
{
    if (below == 0 || (uint32_t)(at - frame->stack) < below)
        return fail(frame, "a container lies below the stack");
    return expect(frame, *(at - below), wanted) && expect_values(frame, at, added);
}

// The first operand, of a type, stays; the others are values.
static bool extend(FzFrameCheck *frame, const FzSlot *at, uint32_t pops, FzSlot wanted)
{
    return expect(frame, at[0], wanted) && expect_values(frame, at + 1, pops - 1);
}

static bool call_ex(FzFrameCheck *frame, FzSlot *at)
{
    bool good = at[2] == FZ_SLOT_NULL || at[2] == FZ_SLOT_DICT;
    if (!good)
        return fail(frame, "keyword arguments that are no dict");
    at[0] = at[0] == FZ_SLOT_ANY || is_value(at[0]) ? FZ_SLOT_ANY : at[0];
    return expect_values(frame, at, 2);
}

static bool call(FzFrameCheck *frame, const FzInstruction *inst, FzSlot *at, uint32_t below,
                 uint32_t positional)
{
    bool has_pairs = inst->op == FZ_OP_CALL_KW || inst->op == FZ_OP_CALL_METHOD_KW;
    if (!expect(frame, at[0], FZ_SLOT_ANY) ||
        (below == 2 && !expect(frame, at[1], FZ_SLOT_MAYBE)) ||
        !expect_values(frame, at + below, positional) ||
        (has_pairs && !expect_keywords(frame, at + below + positional, inst->b)))
        return false;
    at[0] = FZ_SLOT_ANY;
    return true;
}

static bool only_in_generators(FzFrameCheck *frame)
{
    return frame->code->signature >> 24 & FZ_CODE_GENERATOR ||
           fail(frame, "a yield outside of a generator");
}

static bool only_in_class_bodies(FzFrameCheck *frame)
{
    return is_class_body(frame) || fail(frame, "a name of a class body outside of one");
}

static bool return_value(FzFrameCheck *frame, FzOp op, FzSlot slot)
{
    if (!is_class_body(frame))
        return expect(frame, slot, FZ_SLOT_ANY);
    return (op == FZ_OP_RETURN_VALUE && slot == FZ_SLOT_DICT) ||
           fail(frame, "a class body that does not return its namespace");
}

static void push(FzSlot *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        at[i] = FZ_SLOT_ANY;
}

// Pops `pops` values of any kind at `at` and pushes as many values.
static bool plain(FzFrameCheck *frame, FzSlot *at, uint32_t pops, uint32_t pushes)
{
    if (!expect_values(frame, at, pops))
        return false;
    push(at, pushes);
    return true;
}

static bool apply(FzFrameCheck *frame, const FzInstruction *inst, FzSlot *at, uint32_t pops,
                  uint32_t pushes)
{
    uint32_t number = (uint32_t)inst->operand;
    switch (inst->op) {
    case FZ_OP_LOAD_NULL:
        at[0] = FZ_SLOT_NULL;
        return true;
    case FZ_OP_LOAD_NONE:
        at[0] = FZ_SLOT_NONE;
        return true;
    case FZ_OP_LOAD_CONST:
        at[0] = of_constant(frame, frame->pool->items[number]);
        return true;
    case FZ_OP_LOAD_LOCAL:
        at[0] = of_local(frame, number);
        return true;
    case FZ_OP_MAKE_CELL:
        return fail(frame, "a cell made after the function's start");
    case FZ_OP_POP_TOP:
        return true;
    case FZ_OP_DUP_TOP:
        at[1] = at[0];
        return expect_movable(frame, at, 1);
    case FZ_OP_DUP_TOP_TWO:
        at[2] = at[0];
        at[3] = at[1];
        return expect_movable(frame, at, 2);
    case FZ_OP_ROT_TWO:
    case FZ_OP_ROT_THREE: {
        FzSlot top = at[pops - 1];
        for (uint32_t i = pops - 1; i > 0; i--)
            at[i] = at[i - 1];
        at[0] = top;
        return expect_movable(frame, at, pops);
    }
    case FZ_OP_LOAD_METHOD:
    case FZ_OP_LOAD_SUPER_METHOD:
        if (!expect_values(frame, at, pops))
            return false;
        at[0] = FZ_SLOT_ANY;
        at[1] = FZ_SLOT_MAYBE;
        return true;
    case FZ_OP_CALL:
        return call(frame, inst, at, 1, number);
    case FZ_OP_CALL_KW:
        return call(frame, inst, at, 1, inst->a);
    case FZ_OP_CALL_METHOD:
        return call(frame, inst, at, 2, number);
    case FZ_OP_CALL_METHOD_KW:
        return call(frame, inst, at, 2, inst->a);
    case FZ_OP_CALL_EX:
        return call_ex(frame, at);
    case FZ_OP_WITH_ENTER:
        if (!expect(frame, at[0], FZ_SLOT_ANY))
            return false;
        at[0] = FZ_SLOT_ANY;
        at[1] = FZ_SLOT_MAYBE;
        at[2] = FZ_SLOT_ANY;
        return true;
    case FZ_OP_WITH_EXIT:
        at[4] = FZ_SLOT_ANY;
        return expect_with(frame, at);
    case FZ_OP_WITH_END:
        return with_end(frame, at);
    case FZ_OP_POP_EXCEPT:
        return expect(frame, at[0], FZ_SLOT_PREVIOUS);
    case FZ_OP_END_FINALLY:
        return end_finally(frame, at);
    case FZ_OP_RETURN_VALUE:
    case FZ_OP_RETURN_UNWIND:
        return return_value(frame, inst->op, at[0]);
    case FZ_OP_YIELD_VALUE:
    case FZ_OP_YIELD_FROM:
        return only_in_generators(frame) && plain(frame, at, pops, pushes);
    case FZ_OP_LOAD_NAME:
    case FZ_OP_STORE_NAME:
    case FZ_OP_DELETE_NAME:
        return only_in_class_bodies(frame) && plain(frame, at, pops, pushes);
    case FZ_OP_IMPORT_NAME:
    case FZ_OP_IMPORT_MISSING: // raises
        at[0] = FZ_SLOT_MODULE;
        return true;
    case FZ_OP_IMPORT_FROM:
        at[1] = FZ_SLOT_ANY;
        return expect(frame, at[0], FZ_SLOT_MODULE);
    case FZ_OP_IMPORT_STAR_NAME:
        return expect(frame, at[0], FZ_SLOT_MODULE);
    case FZ_OP_IMPORT_STAR:
        return fail(frame, "an instruction that no image has");
    case FZ_OP_BUILD_TUPLE:
        return build_tuple(frame, at, number);
    case FZ_OP_BUILD_STRING:
        return build_string(frame, at, number);
    case FZ_OP_BUILD_LIST:
    case FZ_OP_BUILD_SET:
    case FZ_OP_BUILD_MAP:
        if (!expect_values(frame, at, pops))
            return false;
        at[0] = inst->op == FZ_OP_BUILD_LIST  ? FZ_SLOT_LIST
                : inst->op == FZ_OP_BUILD_SET ? FZ_SLOT_SET
                                              : FZ_SLOT_DICT;
        return true;
    case FZ_OP_FORMAT_VALUE:
    case FZ_OP_FORMAT_WITH_SPEC:
        if (!expect(frame, at[0], FZ_SLOT_ANY) || (pops == 2 && !expect(frame, at[1], FZ_SLOT_STR)))
            return false;
        at[0] = FZ_SLOT_STR;
        return true;
    case FZ_OP_STORE_MAP:
    case FZ_OP_DICT_UPDATE:
    case FZ_OP_DICT_MERGE:
        return extend(frame, at, pops, FZ_SLOT_DICT);
    case FZ_OP_LIST_EXTEND:
        return extend(frame, at, pops, FZ_SLOT_LIST);
    case FZ_OP_SET_UPDATE:
        return extend(frame, at, pops, FZ_SLOT_SET);
    case FZ_OP_LIST_APPEND:
        return add_to(frame, at, number, 1, FZ_SLOT_LIST);
    case FZ_OP_SET_ADD:
        return add_to(frame, at, number, 1, FZ_SLOT_SET);
    case FZ_OP_MAP_ADD:
        return add_to(frame, at, number, 2, FZ_SLOT_DICT);
    case FZ_OP_MAKE_FUNCTION:
    case FZ_OP_MAKE_CLOSURE:
        return make_function(frame, inst, at);
    case FZ_OP_BUILD_CLASS:
        return build_class(frame, inst, at);
    case FZ_OP_RANGE_SETUP:
        if (!expect_values(frame, at, pops))
            return false;
        at[0] = FZ_SLOT_RANGE_NEXT;
        at[1] = FZ_SLOT_RANGE_STOP;
        at[2] = FZ_SLOT_RANGE_STEP;
        return true;
    case FZ_OP_RANGE_UP:
        if (!expect_values(frame, at, pops))
            return false;
        at[0] = FZ_SLOT_RANGE_NEXT;
        at[1] = FZ_SLOT_RANGE_STOP;
        return true;
    case FZ_OP_FOR_UP:
        at[2] = FZ_SLOT_ANY;
        return expect(frame, at[0], FZ_SLOT_RANGE_NEXT) && expect(frame, at[1], FZ_SLOT_RANGE_STOP);
    case FZ_OP_FOR_RANGE:
        at[3] = FZ_SLOT_ANY;
        return expect(frame, at[0], FZ_SLOT_RANGE_NEXT) &&
               expect(frame, at[1], FZ_SLOT_RANGE_STOP) && expect(frame, at[2], FZ_SLOT_RANGE_STEP);
    case FZ_OP_JUMP_IF_TRUE_OR_POP:
    case FZ_OP_JUMP_IF_FALSE_OR_POP:
        return expect(frame, at[0], FZ_SLOT_ANY);
    default:
        return plain(frame, at, pops, pushes);
    }
}

// The short forms of LOAD_LOCAL and STORE_LOCAL as the long ones.
static FzInstruction long_form(const FzInstruction *inst)
{
    FzInstruction out = *inst;
    if (inst->op >= FZ_OP_LOAD_LOCAL_0 && inst->op <= FZ_OP_LOAD_LOCAL_7) {
        out.op = FZ_OP_LOAD_LOCAL;
        out.operand = (int32_t)(inst->op - FZ_OP_LOAD_LOCAL_0);
    }
    if (inst->op >= FZ_OP_STORE_LOCAL_0 && inst->op <= FZ_OP_STORE_LOCAL_7) {
        out.op = FZ_OP_STORE_LOCAL;
        out.operand = (int32_t)(inst->op - FZ_OP_STORE_LOCAL_0);
    }
    return out;
}

bool fz_verify_effect(FzFrameCheck *frame, const FzInstruction *short_or_long)
{
    FzInstruction inst = long_form(short_or_long);
    uint32_t pops;
    uint32_t pushes;
    if (!check_operand(frame, &inst))
        return false;
    fz_stack_effect(&inst, &pops, &pushes);
    if (pops > frame->depth)
        return fail(frame, "an instruction pops more than there is");
    uint32_t below = frame->depth - pops;
    if (below + pushes > frame->code->frame >> 16)
        return fail(frame, "the operand stack is deeper than the frame has room for");
    frame->depth = below + pushes;
    return apply(frame, &inst, frame->stack + below, pops, pushes);
}
