// SPDX-License-Identifier: MIT
// Verifies one function: every instruction decodes and its operands exist, every jump lands on an
// instruction, and on every path the operand stack has the same depth at the same place, never
// below what is popped and never above what the frame reserves. Works in one pass over a worklist
// kept in the scratch memory: two bytes of depth and two of list for each byte of code.
#include "verify_internal.h"

#include "flashfreeze/opcodes.h"

#include <string.h>

enum { UNSEEN = 0xffff };

typedef struct {
    const FzVerifier *verifier;
    const FzCode *code;
    const uint8_t *bytes;
    uint32_t size;
    uint32_t locals;
    uint32_t max_depth;
    uint32_t region_count;
    const FzTuple *pool;   // constants of the function's module
    uint32_t pool_count;
    uint32_t globals_base;
    uint16_t *depths;      // operand stack depth before each offset, UNSEEN where not reached
    uint16_t *list;        // offsets still to look at
    uint32_t listed;
    uint32_t at;
    const char *problem;
} CodeCheck;

typedef struct {
    uint32_t start, end, handler, depth, kind;
} Region;

static uint32_t read_u16(const uint8_t *bytes) { return bytes[0] | (uint32_t)bytes[1] << 8; }

static Region region_at(const CodeCheck *check, uint32_t index)
{
    const uint8_t *at = check->bytes + check->size + index * FZ_REGION_SIZE;
    return (Region){read_u16(at), read_u16(at + 2), read_u16(at + 4), read_u16(at + 6), read_u16(at + 8)};
}

static bool covers(const Region *region, uint32_t at) { return at >= region->start && at < region->end; }

static bool fail(CodeCheck *check, const char *problem)
{
    check->problem = problem;
    return false;
}

// Control can reach `target` with `depth` values on the stack.
static bool flow_to(CodeCheck *check, uint32_t target, uint32_t depth)
{
    if (target >= check->size)
        return fail(check, "control leaves the function");
    if (depth > check->max_depth)
        return fail(check, "the operand stack is deeper than the frame has room for");
    if (check->depths[target] == UNSEEN) {
        check->depths[target] = (uint16_t)depth;
        check->list[check->listed++] = (uint16_t)target;
        return true;
    }
    if (check->depths[target] != depth)
        return fail(check, "the operand stack has two depths at one place");
    return true;
}

static bool check_const(CodeCheck *check, const FzInstruction *inst)
{
    uint32_t index = (uint32_t)inst->operand;
    if (index >= check->pool_count || check->pool->items[index] == FZ_NULL)
        return fail(check, "a constant's index is too large");
    FzValue value = check->pool->items[index];
    switch (inst->op) {
    case FZ_OP_IMPORT_NAME:
        return fz_verify_is_kind(check->verifier, value, FZ_KIND_MODULE) ||
               fail(check, "an import of something that is not a module");
    case FZ_OP_MAKE_FUNCTION:
    case FZ_OP_MAKE_CLOSURE:
        return fz_verify_is_kind(check->verifier, value, FZ_KIND_CODE) ||
               fail(check, "a function made of something that is not code");
    case FZ_OP_LOAD_CONST:
        return true;
    default:
        return fz_verify_is_kind(check->verifier, value, FZ_KIND_STR) ||
               fail(check, "a name that is not a str");
    }
}

static bool check_operand(CodeCheck *check, const FzInstruction *inst, uint32_t depth)
{
    uint32_t number = (uint32_t)inst->operand;
    switch ((FzFormat)fz_op_info[inst->op].format) {
    case FZ_FORMAT_LOCAL:
        return number < check->locals || fail(check, "a local's number is too large");
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
    case FZ_FORMAT_CONSTB:
        return check_const(check, inst);
    case FZ_FORMAT_GLOBAL:
        return (number > 0 && number < check->verifier->image->globals_count - check->globals_base) ||
               fail(check, "a global's number is too large");
    case FZ_FORMAT_NONE: {
        if (inst->op >= FZ_OP_LOAD_LOCAL_0 && inst->op <= FZ_OP_LOAD_LOCAL_7)
            return (uint32_t)(inst->op - FZ_OP_LOAD_LOCAL_0) < check->locals ||
                   fail(check, "a local's number is too large");
        if (inst->op >= FZ_OP_STORE_LOCAL_0 && inst->op <= FZ_OP_STORE_LOCAL_7)
            return (uint32_t)(inst->op - FZ_OP_STORE_LOCAL_0) < check->locals ||
                   fail(check, "a local's number is too large");
        return true;
    }
    default:
        break;
    }
    switch (inst->op) {
    case FZ_OP_LIST_APPEND:
    case FZ_OP_SET_ADD:
        return (number > 0 && depth > number) || fail(check, "a container lies below the stack");
    case FZ_OP_MAP_ADD:
        return (number > 0 && depth > number + 1) || fail(check, "a container lies below the stack");
    case FZ_OP_BUILD_SLICE:
        return number == 2 || number == 3 || fail(check, "a slice of neither two nor three parts");
    case FZ_OP_RANGE_SETUP:
        return (number >= 1 && number <= 3) || fail(check, "a range of no or too many parts");
    case FZ_OP_FORMAT_VALUE:
    case FZ_OP_FORMAT_WITH_SPEC:
        return number <= 3 || fail(check, "an unknown conversion");
    default:
        return true;
    }
}

// The finally handler of a `with` starts with WITH_EXIT; it drops the two values below its payload.
static uint32_t depth_after(const CodeCheck *check, const Region *region)
{
    bool is_with = region->kind == FZ_REGION_FINALLY &&
                   check->bytes[region->handler] == FZ_OP_WITH_EXIT && region->depth >= 2;
    return is_with ? region->depth - 2 : region->depth;
}

// Depth with which a jump that leaves regions arrives: that of the outermost one that is cut.
static uint32_t unwound_depth(const CodeCheck *check, uint32_t target, uint32_t depth)
{
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        if (covers(&region, check->at) && !covers(&region, target) &&
            region.kind != FZ_REGION_EXCEPT)
            depth = depth_after(check, &region);
    }
    return depth;
}

static bool is_plain_jump(FzOp op) { return op == FZ_OP_JUMP || op == FZ_OP_JUMP_BACK; }

// An exception may cut the stack at any instruction of a region: what the region counts on must be
// there. Handlers start with what the VM pushed.
static bool check_regions(CodeCheck *check, const FzInstruction *inst, uint32_t depth)
{
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        if (!covers(&region, check->at))
            continue;
        uint32_t least = region.depth;
        if (region.kind == FZ_REGION_EXCEPT_BODY && !is_plain_jump(inst->op))
            least += 1;
        if (region.kind == FZ_REGION_FINALLY_BODY)
            least += 2;
        if (depth < least)
            return fail(check, "the operand stack is lower than its region");
        bool has_handler = region.kind == FZ_REGION_EXCEPT || region.kind == FZ_REGION_FINALLY;
        if (has_handler && !flow_to(check, region.handler, region.depth + 2))
            return false;
    }
    return true;
}

static bool check_jump(CodeCheck *check, const FzInstruction *inst, uint32_t depth, uint32_t after)
{
    uint8_t flags = fz_op_info[inst->op].flags;
    uint32_t target = (uint32_t)inst->operand;
    uint32_t arriving = after;
    if (inst->op == FZ_OP_FOR_ITER)
        arriving = depth - 1;
    else if (inst->op == FZ_OP_FOR_RANGE)
        arriving = depth - 3;
    else if (flags & FZ_OP_KEEPS_TAKEN)
        arriving = depth;
    else if (inst->op == FZ_OP_UNWIND_JUMP)
        arriving = unwound_depth(check, target, depth);
    return flow_to(check, target, arriving);
}

static bool check_instruction(CodeCheck *check)
{
    FzInstruction inst;
    uint32_t depth = check->depths[check->at];
    if (!fz_decode_instruction(check->bytes, check->size, check->at, &inst))
        return fail(check, "an instruction that does not decode");
    if (!check_operand(check, &inst, depth))
        return false;
    uint32_t pops;
    uint32_t pushes;
    fz_stack_effect(&inst, &pops, &pushes);
    if (pops > depth)
        return fail(check, "an instruction pops more than there is");
    if (!check_regions(check, &inst, depth))
        return false;
    uint32_t after = depth - pops + pushes;
    uint8_t flags = fz_op_info[inst.op].flags;
    if (flags & FZ_OP_JUMPS && !check_jump(check, &inst, depth, after))
        return false;
    return flags & FZ_OP_ENDS || flow_to(check, check->at + inst.size, after);
}

// An instruction that starts inside another one that is reached is as bad as one that does not
// decode: the listing would not be the program.
static bool check_overlaps(CodeCheck *check)
{
    for (uint32_t at = 0; at < check->size; at++) {
        FzInstruction inst;
        check->at = at;
        if (check->depths[at] == UNSEEN)
            continue;
        if (!fz_decode_instruction(check->bytes, check->size, at, &inst))
            return fail(check, "an instruction that does not decode");
        for (uint32_t i = 1; i < inst.size; i++)
            if (check->depths[at + i] != UNSEEN)
                return fail(check, "a jump into an instruction");
    }
    return true;
}

static bool check_region_table(CodeCheck *check)
{
    for (uint32_t i = 0; i < check->region_count; i++) {
        Region region = region_at(check, i);
        bool has_handler = region.kind == FZ_REGION_EXCEPT || region.kind == FZ_REGION_FINALLY;
        if (region.kind > FZ_REGION_FINALLY_BODY || region.start >= region.end ||
            region.end > check->size || region.depth > check->max_depth ||
            (has_handler && region.handler >= check->size))
            return fail(check, "a region of an impossible form");
    }
    return true;
}

const char *fz_verify_code(const FzVerifier *verifier, const FzCode *code, uint16_t *scratch,
                           uint32_t *instruction)
{
    const FzModule *module = fz_verify_object(verifier, code->module);
    CodeCheck check = {
        .verifier = verifier,
        .code = code,
        .bytes = code->bytes,
        .size = code->sizes & 0xffff,
        .locals = code->frame & 0xffff,
        .max_depth = code->frame >> 16,
        .region_count = code->sizes >> 16,
        .globals_base = module->globals,
        .depths = scratch,
    };
    *instruction = 0;
    check.list = scratch + check.size;
    if (module->pool != FZ_NULL) {
        check.pool = fz_verify_object(verifier, module->pool);
        check.pool_count = fz_header_count(check.pool->header);
    }
    if (check.size == 0)
        return "a function without code";
    if (!check_region_table(&check))
        return check.problem;
    memset(check.depths, 0xff, check.size * sizeof *check.depths);
    bool good = flow_to(&check, 0, 0);
    while (good && check.listed > 0) {
        check.at = check.list[--check.listed];
        good = check_instruction(&check);
    }
    if (good)
        check_overlaps(&check);
    *instruction = check.at;
    return check.problem;
}
