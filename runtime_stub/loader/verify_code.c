// SPDX-License-Identifier: MIT
// Verifies one function: every instruction decodes and its operands exist, every jump lands on an
// instruction, and on every path each slot of the operand stack has a type that fits what is done
// with it (verify_stack.h). As Leroy describes for Java's bytecode ("Java bytecode verification:
// algorithms and formalizations", 2003): states are kept where paths join and are widened until
// nothing changes.
//
// A jump that leaves regions runs their finally handlers first; where it arrives, and how deep the
// stack is then, is decided by the END_FINALLY of each. So a handler's payload carries the number
// of its region, and jumps that pass a region are noted as pairs (region, target).
#include "verify_stack.h"

#include <string.h>

enum { NO_STATE = UINT32_MAX };

typedef struct {
    FzFrameCheck frame;
    const uint8_t *bytes;
    uint32_t size;
    uint32_t region_count;
    uint32_t
        *states; // for each offset where paths join: where its state is in the pool, or NO_STATE
    uint8_t *starts; // one bit for each offset: an instruction starts there
    uint8_t *joins;  // ...: more than one path may come there
    uint8_t *queued; // ...: still to look at
    uint16_t *queue; // these offsets
    uint32_t queue_count;
    FzSlot *pool; // states (depth, then types) from the start on, pairs from the end down
    uint32_t pool_used;
    uint32_t pool_free; // end of what states may use
    uint32_t pool_size;
    bool found_pair;
    uint32_t at;
} CodeCheck;

typedef struct {
    uint32_t start, end, handler, depth, kind;
} Region;

static uint32_t read_u16(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8;
}
static bool has_bit(const uint8_t *bits, uint32_t at)
{
    return bits[at / 8] >> at % 8 & 1;
}
static void set_bit(uint8_t *bits, uint32_t at)
{
    bits[at / 8] |= (uint8_t)(1u << at % 8);
}

static Region region_of(const FzCode *code, uint32_t index)
{
    const uint8_t *at = code->bytes + (code->sizes & 0xffff) + index * FZ_REGION_SIZE;
    return (Region){read_u16(at), read_u16(at + 2), read_u16(at + 4), read_u16(at + 6),
                    read_u16(at + 8)};
}

static Region region_at(const CodeCheck *check, uint32_t index)
{
    return region_of(check->frame.code, index);
}
static bool covers(const Region *region, uint32_t at)
{
    return at >= region->start && at < region->end;
}
static bool has_handler(const Region *region)
{
    return region->kind == FZ_REGION_EXCEPT || region->kind == FZ_REGION_FINALLY;
}

static bool fail(CodeCheck *check, const char *problem)
{
    check->frame.problem = problem;
    return false;
}

// ---- states where paths join

static bool queue(CodeCheck *check, uint32_t target)
{
    if (!has_bit(check->queued, target)) {
        set_bit(check->queued, target);
        check->queue[check->queue_count++] = (uint16_t)target;
    }
    return true;
}

// Control can reach `target`, where paths join, with the lowest `depth` slots of the stack.
static bool flow_to(CodeCheck *check, uint32_t target, uint32_t depth)
{
    const FzSlot *stack = check->frame.stack;
    if (check->states[target] == NO_STATE) {
        if (check->pool_free - check->pool_used < depth + 1)
            return fail(check, "a function too large to be verified");
        FzSlot *state = check->pool + check->pool_used;
        check->states[target] = check->pool_used;
        check->pool_used += depth + 1;
        state[0] = (FzSlot)depth;
        memcpy(state + 1, stack, depth * sizeof *state);
        return queue(check, target);
    }
    FzSlot *state = check->pool + check->states[target];
    if (state[0] != depth)
        return fail(check, "the operand stack has two depths at one place");
    bool changed = false;
    for (uint32_t i = 0; i < depth; i++) {
        FzSlot before = state[i + 1];
        if (!fz_slot_join(&state[i + 1], stack[i]))
            return fail(check, "two paths leave different things on the operand stack");
        changed = changed || state[i + 1] != before;
    }
    return !changed || queue(check, target);
}

// The same for a handler, which starts with two slots of its own above `depth` others.
static bool flow_to_handler(CodeCheck *check, const Region *region, FzSlot below, FzSlot top)
{
    FzSlot *at = check->frame.stack + region->depth;
    FzSlot saved[2];
    if (region->depth + 2 > check->frame.code->frame >> 16)
        return fail(check, "the operand stack is deeper than the frame has room for");
    memcpy(saved, at, sizeof saved);
    at[0] = below;
    at[1] = top;
    bool good = flow_to(check, region->handler, region->depth + 2);
    memcpy(at, saved, sizeof saved);
    return good;
}

// ---- regions

// The first region with the handler of region `index`: it stands for all of them.
static uint32_t handler_number(const CodeCheck *check, uint32_t index)
{
    uint32_t first = 0;
    uint32_t handler = region_at(check, index).handler;
    while (region_at(check, first).handler != handler)
        first++;
    return first;
}

// What the VM expects of the slots above a region's depth while the region's code runs.
static bool check_body(CodeCheck *check, const Region *region, FzOp op)
{
    const FzSlot *at = check->frame.stack + region->depth;
    uint32_t above = check->frame.depth - region->depth;
    bool good = true;
    if (region->kind == FZ_REGION_EXCEPT_BODY) // its last jump is behind POP_EXCEPT
        good =
            op == FZ_OP_JUMP || op == FZ_OP_JUMP_BACK || (above >= 1 && at[0] == FZ_SLOT_PREVIOUS);
    else if (region->kind == FZ_REGION_FINALLY_BODY)
        good = above >= 2 && (fz_slot_kind(at[0]) == FZ_SLOT_PAYLOAD || at[0] == FZ_SLOT_NULL) &&
               (fz_slot_kind(at[1]) == FZ_SLOT_TAG || at[1] == FZ_SLOT_NONE);
    return good || fail(check, "a handler's code without what the handler started with");
}

// How many slots an instruction takes away or changes, from the top.
static uint32_t taken_by(const FzInstruction *inst)
{
    uint32_t pops;
    uint32_t pushes;
    if (inst->op == FZ_OP_DUP_TOP || inst->op == FZ_OP_DUP_TOP_TWO || inst->op == FZ_OP_WITH_EXIT)
        return 0; // only looks at them
    fz_stack_effect(inst, &pops, &pushes);
    return pops;
}

// An exception may cut the stack at any instruction of a region: what lies below the region's depth
// must be there and must not be taken inside it.
static bool check_regions(CodeCheck *check, const FzInstruction *inst)
{
    uint32_t depth = check->frame.depth;
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        if (!covers(&region, check->at))
            continue;
        bool takes_more = inst->op == FZ_OP_WITH_END && region.kind == FZ_REGION_FINALLY_BODY;
        if (depth < region.depth || (!takes_more && depth - region.depth < taken_by(inst)))
            return fail(check, "the operand stack is lower than its region");
        if (!check_body(check, &region, inst->op))
            return false;
        uint32_t number = region.kind == FZ_REGION_FINALLY ? handler_number(check, i) : 0;
        if (region.kind == FZ_REGION_EXCEPT &&
            !flow_to_handler(check, &region, FZ_SLOT_PREVIOUS, FZ_SLOT_EXCEPTION))
            return false;
        if (region.kind == FZ_REGION_FINALLY &&
            !flow_to_handler(check, &region, fz_slot(FZ_SLOT_PAYLOAD, number),
                             fz_slot(FZ_SLOT_TAG, number)))
            return false;
    }
    return true;
}

static bool check_region_table(CodeCheck *check)
{
    if (check->region_count > FZ_SLOT_NUMBER_MAX)
        return fail(check, "a function too large to be verified");
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        if (region.kind > FZ_REGION_FINALLY_BODY || region.start >= region.end ||
            region.end > check->size || region.depth > check->frame.code->frame >> 16 ||
            (has_handler(&region) &&
             (region.handler >= check->size || !has_bit(check->starts, region.handler))))
            return fail(check, "a region of an impossible form");
        // Going there counts as no step, so it must not be a way to loop.
        if (has_handler(&region) && region.handler < region.end)
            return fail(check, "a handler that does not lie behind its region");
    }
    return true;
}

// ---- jumps that leave regions

// Notes that jumps to `target` run the finally handler with this number.
static bool add_pair(CodeCheck *check, uint32_t number, uint32_t target)
{
    for (uint32_t i = check->pool_free; i < check->pool_size; i += 2)
        if (check->pool[i] == number && check->pool[i + 1] == target)
            return true;
    if (check->pool_free - check->pool_used < 2)
        return fail(check, "a function too large to be verified");
    check->pool_free -= 2;
    check->pool[check->pool_free] = (FzSlot)number;
    check->pool[check->pool_free + 1] = (FzSlot)target;
    check->found_pair = true;
    return true;
}

// The jump to `target` goes on from the instruction at hand: to the next finally handler around it,
// or it arrives.
static bool leave_to(CodeCheck *check, uint32_t target)
{
    uint32_t depth = check->frame.depth;
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        if (!covers(&region, check->at) || region.kind == FZ_REGION_EXCEPT ||
            fz_region_keeps(region.kind, region.start, region.end, target))
            continue;
        if (region.kind == FZ_REGION_FINALLY)
            return add_pair(check, handler_number(check, i), target);
        depth = region.depth < depth ? region.depth : depth;
    }
    return flow_to(check, target, depth);
}

// The finally handler with this number ends here, above the stack as it is now.
static bool go_on_leaving(CodeCheck *check, uint32_t number)
{
    for (uint32_t i = check->pool_size; i > check->pool_free; i -= 2)
        if (check->pool[i - 2] == number && !leave_to(check, check->pool[i - 1]))
            return false;
    return true;
}

// ---- paths

static bool check_jump(CodeCheck *check, const FzInstruction *inst)
{
    uint8_t flags = fz_op_info[inst->op].flags;
    uint32_t target = (uint32_t)inst->operand;
    uint32_t depth = check->frame.depth; // after falling through
    if (inst->op == FZ_OP_UNWIND_JUMP)
        return leave_to(check, target);
    if (inst->op == FZ_OP_FOR_ITER)
        depth -= 2;
    else if (inst->op == FZ_OP_FOR_UP)
        depth -= 3;
    else if (inst->op == FZ_OP_FOR_RANGE)
        depth -= 4;
    else if (flags & FZ_OP_KEEPS_TAKEN)
        depth += 1; // what was popped is still there
    return flow_to(check, target, depth);
}

// Follows the path that starts at a place where paths join, to the next such place or its end.
static bool follow(CodeCheck *check, uint32_t start)
{
    FzFrameCheck *frame = &check->frame;
    const FzSlot *state = check->pool + check->states[start];
    frame->depth = state[0];
    memcpy(frame->stack, state + 1, frame->depth * sizeof *state);
    for (check->at = start;;) {
        FzInstruction inst;
        FzSlot payload = FZ_SLOT_NULL;
        if (!fz_decode_instruction(check->bytes, check->size, check->at, &inst))
            return fail(check, "an instruction that does not decode");
        if (!check_regions(check, &inst))
            return false;
        if (inst.op == FZ_OP_END_FINALLY && frame->depth >= 2)
            payload = frame->stack[frame->depth - 2];
        if (!fz_verify_effect(frame, &inst))
            return false;
        uint8_t flags = fz_op_info[inst.op].flags;
        if (flags & FZ_OP_JUMPS && !check_jump(check, &inst))
            return false;
        if (fz_slot_kind(payload) == FZ_SLOT_PAYLOAD &&
            !go_on_leaving(check, fz_slot_number(payload)))
            return false;
        if (flags & FZ_OP_ENDS)
            return true;
        uint32_t next = check->at + inst.size;
        if (next >= check->size)
            return fail(check, "control leaves the function");
        if (has_bit(check->joins, next))
            return flow_to(check, next, frame->depth);
        check->at = next;
    }
}

static bool follow_all(CodeCheck *check)
{
    for (;;) {
        while (check->queue_count > 0) {
            uint32_t start = check->queue[--check->queue_count];
            check->queued[start / 8] &= (uint8_t) ~(1u << start % 8);
            if (!follow(check, start))
                return false;
        }
        if (!check->found_pair)
            return true;
        check->found_pair = false; // handlers seen before must pass the jumps on
        for (uint32_t at = 0; at < check->size; at++)
            if (check->states[at] != NO_STATE)
                queue(check, at);
    }
}

// ---- the shape of the code

// Instructions follow each other without gaps; finds where they start and where paths join.
static bool find_instructions(CodeCheck *check)
{
    FzInstruction inst;
    for (check->at = 0; check->at < check->size; check->at += inst.size) {
        if (!fz_decode_instruction(check->bytes, check->size, check->at, &inst))
            return fail(check, "an instruction that does not decode");
        set_bit(check->starts, check->at);
        if (fz_op_info[inst.op].flags & FZ_OP_JUMPS)
            set_bit(check->joins, (uint32_t)inst.operand);
    }
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        if (has_handler(&region) && region.handler < check->size)
            set_bit(check->joins, region.handler);
    }
    for (check->at = 0; check->at < check->size; check->at++)
        if (has_bit(check->joins, check->at) && !has_bit(check->starts, check->at))
            return fail(check, "a jump into an instruction");
    return true;
}

// Free cells, and those that the function's first instructions make; gives the offset behind them.
static bool find_cells(CodeCheck *check, uint8_t *cells, uint32_t *behind)
{
    const FzCode *code = check->frame.code;
    uint32_t flags = code->signature >> 24;
    uint32_t first = (code->signature >> 8 & 255) + (code->signature >> 16 & 255) +
                     ((flags & FZ_CODE_VARARGS) != 0) + ((flags & FZ_CODE_VARKEYWORDS) != 0);
    for (uint32_t i = 0; i < code->line >> 24; i++)
        set_bit(cells, first + i);
    FzInstruction inst;
    for (*behind = 0; fz_decode_instruction(check->bytes, check->size, *behind, &inst) &&
                      inst.op == FZ_OP_MAKE_CELL;
         *behind += inst.size) {
        uint32_t local = (uint32_t)inst.operand;
        if (local >= (code->frame & 0xffff) || has_bit(cells, local) ||
            (local == 0 && flags & FZ_CODE_CLASS_BODY))
            return fail(check, "a cell in a place that is taken");
        if (*behind > 0 && has_bit(check->joins, *behind))
            return fail(check, "a jump to where cells are made");
        set_bit(cells, local);
    }
    if (*behind > 0 && has_bit(check->joins, 0))
        return fail(check, "a jump to where cells are made");
    return *behind < check->size || fail(check, "control leaves the function");
}

static bool check_signature(CodeCheck *check)
{
    uint32_t flags = check->frame.code->signature >> 24;
    uint32_t special = flags & (FZ_CODE_CLASS_BODY | FZ_CODE_MODULE | FZ_CODE_GENERATOR);
    bool good = (special & (special - 1)) == 0;
    if (flags & (FZ_CODE_COROUTINE | FZ_CODE_ASYNC_GENERATOR))
        good = good && flags & FZ_CODE_GENERATOR;
    if (flags & FZ_CODE_CLASS_BODY) // one parameter, the namespace
        good = good && (check->frame.code->signature & 0xffff00) == 0x100 &&
               !(flags & (FZ_CODE_VARARGS | FZ_CODE_VARKEYWORDS));
    if (flags & FZ_CODE_MODULE)
        good = good && check->frame.code->line >> 24 == 0 &&
               (check->frame.code->signature & 0xffffff) == 0;
    return good || fail(check, "a function of two sorts");
}

// ---- working memory: u32 states, then u16 queue, stack and pool, then bits

static uint32_t bits_size(uint32_t count)
{
    return (count + 7) / 8;
}

// Slots of the pool that the states of a function can need, and some for pairs.
static uint32_t pool_size(const FzCode *code)
{
    enum { MOST = 1 << 24 };
    uint32_t size = code->sizes & 0xffff;
    uint32_t regions = code->sizes >> 16;
    uint32_t depth = code->frame >> 16;
    uint32_t joins = 2 + regions;
    uint32_t leaving = 0;
    FzInstruction inst;
    for (uint32_t at = 0; fz_decode_instruction(code->bytes, size, at, &inst); at += inst.size) {
        joins += fz_op_info[inst.op].flags & FZ_OP_JUMPS ? 1 : 0;
        leaving += inst.op == FZ_OP_UNWIND_JUMP;
    }
    uint64_t slots = (uint64_t)joins * (depth + 1) + 2 * (uint64_t)leaving * regions;
    return slots < MOST ? (uint32_t)slots : MOST;
}

uint32_t fz_verify_code_scratch(const FzCode *code)
{
    uint32_t size = code->sizes & 0xffff;
    uint32_t words = size + ((size + (code->frame >> 16) + 4) + pool_size(code) + 1) / 2;
    return words * 4 + (3 * bits_size(size) + bits_size(code->frame & 0xffff) + 3) / 4 * 4;
}

static void lay_out(CodeCheck *check, void *scratch)
{
    const FzCode *code = check->frame.code;
    uint32_t bits = bits_size(check->size);
    check->states = scratch;
    check->queue = (uint16_t *)(void *)(check->states + check->size);
    check->frame.stack = check->queue + check->size;
    check->pool = check->frame.stack + (code->frame >> 16) + 4;
    check->pool_size = check->pool_free = pool_size(code);
    check->starts = (uint8_t *)(check->pool + check->pool_size);
    check->joins = check->starts + bits;
    check->queued = check->joins + bits;
    memset(check->states, 0xff, check->size * sizeof *check->states);
    memset(check->starts, 0, 3 * bits + bits_size(code->frame & 0xffff));
}

static bool verify(CodeCheck *check)
{
    uint8_t *cells = check->queued + bits_size(check->size);
    uint32_t behind;
    check->frame.cells = cells;
    if (check->size == 0)
        return fail(check, "a function without code");
    if (!check_signature(check) || !find_instructions(check) || !check_region_table(check) ||
        !find_cells(check, cells, &behind))
        return false;
    set_bit(check->joins, behind);
    return flow_to(check, behind, 0) && follow_all(check);
}

const char *fz_verify_code(const FzVerifier *verifier, const FzCode *code, void *scratch,
                           uint32_t *instruction)
{
    const FzModule *module = fz_verify_object(verifier, code->module);
    CodeCheck check = {
        .frame = {.verifier = verifier,
                  .code = code,
                  .globals_base = module->globals,
                  .has_no_state = (module->header & FZ_HEADER_B) != 0},
        .bytes = code->bytes,
        .size = code->sizes & 0xffff,
        .region_count = code->sizes >> 16,
    };
    if (module->pool != FZ_NULL) {
        check.frame.pool = fz_verify_object(verifier, module->pool);
        check.frame.pool_count = fz_header_count(check.frame.pool->header);
    }
    lay_out(&check, scratch);
    bool good = verify(&check);
    *instruction = check.at;
    return good ? NULL : check.frame.problem;
}
