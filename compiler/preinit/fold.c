// SPDX-License-Identifier: MIT
// Folds code that remains once more, with the values that variables have after build-time execution:
// operations on constants, conditions, attributes of modules and of classes that nobody sets. What
// control does not reach then is not there, so that shaking finds less in the next round.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "../link/reach.h"
#include "../shake/shake.h"
#include "edits.h"

typedef struct {
    Freeze *freeze;
    const FreezeCode *code;
    uint32_t size;   // bytes of code
    bool *is_target; // of each offset: control may come from elsewhere
    VEC(FreezeInst) constants; // the loads of constants just before the instruction that is looked at
    bool changed;
} Folder;

static const uint8_t *region_at(const Folder *folder, uint32_t index)
{
    const uint8_t *bytes = freeze_bytes(folder->freeze, folder->code->source);
    return bytes + folder->size + index * FZ_REGION_SIZE;
}

static uint32_t region_word(const uint8_t *region, uint32_t index)
{
    return region[2 * index] | (uint32_t)region[2 * index + 1] << 8;
}

static bool has_handler(const uint8_t *region)
{
    uint32_t kind = region_word(region, 4);
    return kind == FZ_REGION_EXCEPT || kind == FZ_REGION_FINALLY;
}

static uint32_t region_count(const Folder *folder)
{
    return FZ_CODE(folder->freeze->vm, folder->code->source)->sizes >> 16;
}

static bool jumps(const FreezeInst *inst) { return fz_op_info[inst->inst.op].flags & FZ_OP_JUMPS; }
static bool ends(const FreezeInst *inst) { return fz_op_info[inst->inst.op].flags & FZ_OP_ENDS; }

static void find_targets(Folder *folder)
{
    FreezeInst inst;
    memset(folder->is_target, 0, folder->size + 1);
    for (uint32_t at = folder->code->start; freeze_next(folder->freeze, folder->code, &at, &inst);)
        if (jumps(&inst))
            folder->is_target[inst.inst.operand] = true;
    for (uint32_t i = 0; i < region_count(folder); i++)
        for (uint32_t word = 0; word < (has_handler(region_at(folder, i)) ? 3 : 2); word++)
            folder->is_target[region_word(region_at(folder, i), word)] = true;
}

// Whether control may come from elsewhere to an instruction, or to one before it that is not there any
// more.
static bool is_entered(const Folder *folder, uint32_t from, uint32_t at)
{
    for (uint32_t i = from; i <= at; i++)
        if (folder->is_target[i])
            return true;
    return false;
}

static void edit(Folder *folder, uint32_t at, EditKind kind, FzValue constant)
{
    Edit *place = &freeze_edits_make(folder->freeze, folder->code)[at];
    place->kind = kind;
    place->constant = constant;
    folder->changed = true;
}

// ---- values

FzValue fold_constant(const Freeze *freeze, const FreezeModule *module, const FreezeInst *inst)
{
    uint32_t slot = (uint32_t)inst->inst.operand;
    switch (inst->inst.op) {
    case FZ_OP_LOAD_CONST:
        return inst->constant;
    case FZ_OP_LOAD_NONE:
        return FZ_NONE;
    case FZ_OP_LOAD_TRUE:
        return FZ_TRUE;
    case FZ_OP_LOAD_FALSE:
        return FZ_FALSE;
    case FZ_OP_LOAD_INT_0:
    case FZ_OP_LOAD_INT_1:
    case FZ_OP_LOAD_INT_2:
        return fz_from_int((int32_t)inst->inst.op - FZ_OP_LOAD_INT_0);
    case FZ_OP_LOAD_INT:
        return fz_from_int(inst->inst.operand);
    case FZ_OP_LOAD_GLOBAL:
        return module->flags[slot] & SLOT_IN_RAM ? FZ_NULL : freeze_global(freeze, module, slot);
    default:
        return FZ_NULL;
    }
}

static FzValue constant_of(const Folder *folder, const FreezeInst *inst)
{
    return fold_constant(folder->freeze, folder->code->module, inst);
}

static FzValue truth(bool is_true) { return is_true ? FZ_TRUE : FZ_FALSE; }

static bool is_small(FzValue value) { return fz_is_int(value) || value == FZ_TRUE || value == FZ_FALSE; }

static int32_t small(FzValue value) { return fz_is_int(value) ? fz_to_int(value) : value == FZ_TRUE; }

// -1: not known.
static int truth_of(const Folder *folder, FzValue value)
{
    const FzVm *vm = folder->freeze->vm;
    if (is_small(value))
        return small(value) != 0;
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_NONE:
        return 0;
    case FZ_KIND_STR:
    case FZ_KIND_BYTES:
    case FZ_KIND_TUPLE:
        return fz_count_of(vm, value) > 0;
    case FZ_KIND_FUNCTION:
    case FZ_KIND_NATIVE:
    case FZ_KIND_MODULE:
        return 1;
    default:
        return -1;
    }
}

// -1: not known.
static int are_equal(const Folder *folder, FzValue a, FzValue b)
{
    const FzVm *vm = folder->freeze->vm;
    if (is_small(a) && is_small(b))
        return small(a) == small(b);
    bool a_is_str = !fz_is_int(a) && fz_is_kind(vm, a, FZ_KIND_STR);
    bool b_is_str = !fz_is_int(b) && fz_is_kind(vm, b, FZ_KIND_STR);
    if (a_is_str && b_is_str)
        return fz_count_of(vm, a) == fz_count_of(vm, b) &&
               memcmp(FZ_STR(vm, a)->text, FZ_STR(vm, b)->text, fz_count_of(vm, a)) == 0;
    bool a_is_plain = is_small(a) || a == FZ_NONE || a_is_str;
    bool b_is_plain = is_small(b) || b == FZ_NONE || b_is_str;
    return a_is_plain && b_is_plain ? a == b : -1;
}

static int is_in(const Folder *folder, FzValue item, FzValue container)
{
    const FzVm *vm = folder->freeze->vm;
    int found = 0;
    if (fz_is_int(container) || !fz_is_kind(vm, container, FZ_KIND_TUPLE))
        return -1;
    for (uint32_t i = 0; found == 0 && i < fz_count_of(vm, container); i++)
        found = are_equal(folder, item, FZ_TUPLE(vm, container)->items[i]);
    return found;
}

static FzValue not_null(int known, bool negates) { return known < 0 ? FZ_NULL : truth((known != 0) != negates); }

// None, True and False are one object each; of others it is not known which are one.
static FzValue identity(FzValue a, FzValue b, bool negates)
{
    bool a_is_single = a == FZ_NONE || a == FZ_TRUE || a == FZ_FALSE;
    bool b_is_single = b == FZ_NONE || b == FZ_TRUE || b == FZ_FALSE;
    return a_is_single || b_is_single ? truth((a == b) != negates) : FZ_NULL;
}

static FzValue order(FzOp op, int32_t a, int32_t b)
{
    return truth(op == FZ_OP_COMPARE_LESS         ? a < b
                 : op == FZ_OP_COMPARE_MORE       ? a > b
                 : op == FZ_OP_COMPARE_LESS_EQUAL ? a <= b
                                                  : a >= b);
}

// The result of arithmetic on small integers when it is one, too.
static FzValue calculate(FzOp op, FzValue left, FzValue right)
{
    int64_t a = small(left);
    int64_t b = small(right);
    bool are_bools = !fz_is_int(left) && !fz_is_int(right);
    int64_t result;
    switch (op) {
    case FZ_OP_BINARY_ADD:
        result = a + b;
        break;
    case FZ_OP_BINARY_SUBTRACT:
        result = a - b;
        break;
    case FZ_OP_BINARY_MULTIPLY:
        result = a * b;
        break;
    case FZ_OP_BINARY_AND:
    case FZ_OP_BINARY_OR:
    case FZ_OP_BINARY_XOR:
        if (are_bools)
            return FZ_NULL;
        result = op == FZ_OP_BINARY_AND ? (a & b) : op == FZ_OP_BINARY_OR ? (a | b) : (a ^ b);
        break;
    case FZ_OP_BINARY_LSHIFT:
        if (b < 0 || b > 30)
            return FZ_NULL;
        result = a * ((int64_t)1 << b);
        break;
    case FZ_OP_BINARY_RSHIFT:
        if (b < 0 || b > 30 || a < 0)
            return FZ_NULL;
        result = a >> b;
        break;
    case FZ_OP_BINARY_FLOOR_DIVIDE:
    case FZ_OP_BINARY_MODULO:
        if (a < 0 || b <= 0)
            return FZ_NULL;
        result = op == FZ_OP_BINARY_MODULO ? a % b : a / b;
        break;
    default:
        return FZ_NULL;
    }
    return result >= FZ_INT_MIN && result <= FZ_INT_MAX ? fz_from_int((int32_t)result) : FZ_NULL;
}

static FzValue binary(const Folder *folder, FzOp op, FzValue a, FzValue b)
{
    switch (op) {
    case FZ_OP_COMPARE_EQUAL:
    case FZ_OP_COMPARE_NOT_EQUAL:
        return not_null(are_equal(folder, a, b), op == FZ_OP_COMPARE_NOT_EQUAL);
    case FZ_OP_CONTAINS:
    case FZ_OP_NOT_CONTAINS:
        return not_null(is_in(folder, a, b), op == FZ_OP_NOT_CONTAINS);
    case FZ_OP_IS:
    case FZ_OP_IS_NOT:
        return identity(a, b, op == FZ_OP_IS_NOT);
    case FZ_OP_COMPARE_LESS:
    case FZ_OP_COMPARE_MORE:
    case FZ_OP_COMPARE_LESS_EQUAL:
    case FZ_OP_COMPARE_MORE_EQUAL:
        return is_small(a) && is_small(b) ? order(op, small(a), small(b)) : FZ_NULL;
    default:
        return is_small(a) && is_small(b) ? calculate(op, a, b) : FZ_NULL;
    }
}

static FzValue unary(const Folder *folder, FzOp op, FzValue value)
{
    if (op == FZ_OP_UNARY_NOT)
        return not_null(truth_of(folder, value), true);
    if (!fz_is_int(value))
        return FZ_NULL;
    if (op == FZ_OP_UNARY_NEGATIVE && fz_to_int(value) != FZ_INT_MIN)
        return fz_from_int(-fz_to_int(value));
    return op == FZ_OP_UNARY_INVERT ? fz_from_int(~fz_to_int(value)) : FZ_NULL;
}

// ---- attributes

// Natives of the library that ask for names, and modules with state of the VM, are left to the runtime.
static bool is_plain_native(const Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    const uint8_t *image = (const uint8_t *)fz_image(vm);
    uint32_t number = ((const uint32_t *)(const void *)(image + fz_image(vm)->natives_off))[FZ_NATIVE(vm, value)->index];
    if (number >= FZ_NATIVES_COUNT)
        return true;
    const NativeRow *row = catalogue_native(number);
    return row->module && strcmp(row->module, "builtins") != 0 && strcmp(row->module, "sys") != 0;
}

static bool is_plain_value(const Freeze *freeze, FzValue value)
{
    if (fz_is_int(value))
        return true;
    switch (fz_kind_of(freeze->vm, value)) {
    case FZ_KIND_NONE:
    case FZ_KIND_BOOL:
    case FZ_KIND_INT:
    case FZ_KIND_FLOAT:
    case FZ_KIND_STR:
    case FZ_KIND_BYTES:
    case FZ_KIND_TUPLE:
        return true;
    default:
        return false;
    }
}

static FzValue of_python_module(const Freeze *freeze, FzValue value, FzValue name)
{
    const FreezeModule *module = freeze_module_of(freeze, value);
    FzValue slot = fz_dict_get_name(freeze->vm, FZ_MODULE(freeze->vm, value)->dict, name);
    if (slot == FZ_NULL || !module->is_done)
        return FZ_NULL;
    uint8_t flags = module->flags[fz_to_int(slot)];
    bool is_constant = flags & SLOT_NAMED && !(flags & SLOT_IN_RAM);
    return is_constant ? freeze_global(freeze, module, (uint32_t)fz_to_int(slot)) : FZ_NULL;
}

static FzValue of_native_module(const Freeze *freeze, FzValue module, FzValue name)
{
    FzValue value = fz_dict_get_name(freeze->vm, FZ_MODULE(freeze->vm, module)->dict, name);
    if (value == FZ_NULL || fz_overlay(freeze->vm, module) != FZ_NULL)
        return FZ_NULL;
    bool is_native = !fz_is_int(value) && fz_is_kind(freeze->vm, value, FZ_KIND_NATIVE);
    return (is_native ? is_plain_native(freeze, value) : is_plain_value(freeze, value)) ? value : FZ_NULL;
}

// Of a class without a metaclass: a value that is no descriptor, or for a call a function.
static FzValue of_class(const Freeze *freeze, FzValue cls, FzValue name, bool is_call)
{
    const FzVm *vm = freeze->vm;
    const FzStr *text = FZ_STR(vm, name);
    bool is_special = fz_header_count(text->header) > 2 && memcmp(text->text, "__", 2) == 0;
    if (is_special || fz_class_flags(vm, cls) & (FZ_CLASS_NATIVE | FZ_CLASS_HAS_META))
        return FZ_NULL;
    FzValue value = fz_class_lookup(vm, cls, name);
    if (value == FZ_NULL || is_plain_value(freeze, value))
        return value;
    return is_call && fz_is_kind(vm, value, FZ_KIND_FUNCTION) ? value : FZ_NULL;
}

static FzValue attribute_of(const Freeze *freeze, FzValue object, FzValue name, bool is_call)
{
    if (fz_is_int(object) || freeze->sets_by_name || freeze->program->is_open ||
        *shake_flags(freeze, name) & NAME_STORED)
        return FZ_NULL;
    if (fz_is_kind(freeze->vm, object, FZ_KIND_CLASS))
        return of_class(freeze, object, name, is_call);
    if (!fz_is_kind(freeze->vm, object, FZ_KIND_MODULE))
        return FZ_NULL;
    return shake_is_python(freeze, object) ? of_python_module(freeze, object, name)
                                           : of_native_module(freeze, object, name);
}

enum { UNKNOWN = 0 };

// The height of the operand stack before an instruction: that of the one before it, and of all jumps
// to it. False when it is not known.
static bool take_height(const Folder *folder, const uint32_t *heights, uint32_t from, uint32_t at,
                        uint32_t *height)
{
    for (uint32_t i = from; i <= at; i++) {
        if (!folder->is_target[i])
            continue;
        if (*height == UNKNOWN)
            *height = heights[i];
        if (heights[i] != *height)
            return false;
    }
    return *height != UNKNOWN;
}

// The instruction that takes the `least` values that the one before `at` leaves, and what lies on them; false when
// that is not plain to see. Jumps lead forward and not out of the arguments.
static bool find_taker(const Folder *folder, uint32_t at, uint32_t least, FreezeInst *call)
{
    uint32_t *heights = ARENA_NEW_ARRAY(folder->freeze->arena, uint32_t, folder->size + 1);
    uint32_t height = least; // values above those that were there before; UNKNOWN behind a jump
    uint32_t farthest = 0;
    uint32_t before = at;
    while (freeze_next(folder->freeze, folder->code, &at, call)) {
        uint32_t pops;
        uint32_t pushes;
        if (!take_height(folder, heights, before, call->at, &height))
            return false;
        before = call->at + 1;
        fz_stack_effect(&call->inst, &pops, &pushes);
        if (pops >= height)
            return pops == height && farthest <= call->at;
        if (height - pops < least)
            return false;
        height = height - pops + pushes;
        if (!jumps(call))
            continue;
        uint32_t target = (uint32_t)call->inst.operand;
        uint8_t flags = fz_op_info[call->inst.op].flags;
        if (target <= call->at || flags & FZ_OP_POPS_TAKEN || fz_op_info[call->inst.op].format == FZ_FORMAT_ADDR)
            return false;
        heights[target] = flags & FZ_OP_KEEPS_TAKEN ? height + 1 : height;
        farthest = target > farthest ? target : farthest;
        if (flags & FZ_OP_ENDS)
            height = UNKNOWN;
    }
    return false;
}

// The CALL_METHOD that takes what the LOAD_METHOD before `at` leaves.
static bool find_call(const Folder *folder, uint32_t at, FreezeInst *call)
{
    return find_taker(folder, at, 2, call) &&
           (call->inst.op == FZ_OP_CALL_METHOD || call->inst.op == FZ_OP_CALL_METHOD_KW);
}

// ---- instructions

// The constant that lies `depth` below the top, or FZ_NULL.
static FzValue top(const Folder *folder, uint32_t depth)
{
    uint32_t count = folder->constants.count;
    return depth < count ? constant_of(folder, &folder->constants.items[count - 1 - depth]) : FZ_NULL;
}

// The last `count` loads are not needed.
static void drop_loads(Folder *folder, uint32_t count)
{
    for (; count > 0; count--)
        edit(folder, folder->constants.items[--folder->constants.count].at, EDIT_DROP, FZ_NULL);
}

static void become_constant(Folder *folder, FreezeInst *inst, uint32_t operands, FzValue value)
{
    drop_loads(folder, operands);
    edit(folder, inst->at, EDIT_CONSTANT, value);
    inst->inst.op = FZ_OP_LOAD_CONST;
    inst->constant = value;
    VEC_PUSH(folder->freeze->arena, &folder->constants, *inst);
}

static bool fold_attribute(Folder *folder, FreezeInst *inst)
{
    bool is_call = inst->inst.op == FZ_OP_LOAD_METHOD;
    FreezeInst call;
    FzValue object = top(folder, 0);
    if ((inst->inst.op != FZ_OP_LOAD_ATTR && !is_call) || object == FZ_NULL)
        return false;
    FzValue value = attribute_of(folder->freeze, object, inst->constant, is_call);
    if (value == FZ_NULL || (is_call && !find_call(folder, inst->at + inst->inst.size, &call)))
        return false;
    if (is_call)
        edit(folder, call.at, EDIT_PLAIN_CALL, FZ_NULL);
    become_constant(folder, inst, 1, value);
    return true;
}

// The load of a function that is only called here, and for which there is something to put in place of the call.
static bool fold_call(Folder *folder, FreezeInst *inst)
{
    enum { LONGEST = 32 }; // of functions that are worth a look, in bytes
    const FzVm *vm = folder->freeze->vm;
    FzValue function = constant_of(folder, inst);
    FreezeInst call;
    InlineCode code;
    if (function == FZ_NULL || fz_is_int(function) || !fz_is_kind(vm, function, FZ_KIND_FUNCTION) ||
        fz_code_size(FZ_CODE(vm, fz_function_code(vm, function))) > LONGEST ||
        !find_taker(folder, inst->at + inst->inst.size, 1, &call) || call.inst.op != FZ_OP_CALL ||
        !freeze_inline(folder->freeze, function, (uint32_t)call.inst.operand, &code) || code.count > call.inst.size)
        return false;
    edit(folder, inst->at, EDIT_DROP, FZ_NULL);
    edit(folder, call.at, EDIT_DROP, FZ_NULL);
    Edit *edits = freeze_edits_make(folder->freeze, folder->code);
    for (uint32_t i = 0, at = call.at; i < code.count; i++, at++) {
        edits[at] = (Edit){EDIT_NONE, code.insts[i].constant, code.insts[i].inst};
        edits[at].other.size = i + 1 < code.count ? 1 : call.at + call.inst.size - at;
    }
    return true;
}

static bool fold_operation(Folder *folder, FreezeInst *inst)
{
    FzOp op = inst->inst.op;
    FzValue right = top(folder, 0);
    FzValue left = top(folder, 1);
    FzValue value = FZ_NULL;
    bool is_unary = op >= FZ_OP_UNARY_POSITIVE && op <= FZ_OP_UNARY_NOT;
    bool is_binary = (op >= FZ_OP_COMPARE_LESS && op <= FZ_OP_IS_NOT) ||
                     (op >= FZ_OP_BINARY_OR && op <= FZ_OP_BINARY_POWER);
    if (is_unary && right != FZ_NULL)
        value = unary(folder, op, right);
    else if (is_binary && left != FZ_NULL && right != FZ_NULL)
        value = binary(folder, op, left, right);
    if (value != FZ_NULL)
        become_constant(folder, inst, is_unary ? 1 : 2, value);
    return value != FZ_NULL;
}

// A condition that is known: a jump that is always taken, or never.
static bool fold_condition(Folder *folder, const FreezeInst *inst)
{
    FzOp op = inst->inst.op;
    bool keeps = op == FZ_OP_JUMP_IF_TRUE_OR_POP || op == FZ_OP_JUMP_IF_FALSE_OR_POP;
    bool if_true = op == FZ_OP_POP_JUMP_IF_TRUE || op == FZ_OP_POP_JUMP_IF_TRUE_BACK ||
                   op == FZ_OP_JUMP_IF_TRUE_OR_POP;
    bool if_false = op == FZ_OP_POP_JUMP_IF_FALSE || op == FZ_OP_POP_JUMP_IF_FALSE_BACK ||
                    op == FZ_OP_JUMP_IF_FALSE_OR_POP;
    FzValue value = top(folder, 0);
    int known = (if_true || if_false) && value != FZ_NULL ? truth_of(folder, value) : -1;
    if (known < 0)
        return false;
    bool is_taken = (known != 0) == if_true;
    if (!(keeps && is_taken))
        drop_loads(folder, 1);
    edit(folder, inst->at, is_taken ? EDIT_JUMP : EDIT_DROP, FZ_NULL);
    if (is_taken)
        folder->constants.count = 0;
    return true;
}

static bool fold_instruction(Folder *folder, FreezeInst *inst)
{
    if (fold_call(folder, inst) || fold_attribute(folder, inst) || fold_operation(folder, inst) || fold_condition(folder, inst))
        return true;
    if (inst->inst.op != FZ_OP_POP_TOP || top(folder, 0) == FZ_NULL)
        return false;
    drop_loads(folder, 1);
    edit(folder, inst->at, EDIT_DROP, FZ_NULL);
    return true;
}

static void fold_instructions(Folder *folder)
{
    FreezeInst inst;
    uint32_t before = folder->code->start; // behind the start of the instruction before
    folder->constants.count = 0;
    for (uint32_t at = folder->code->start; freeze_next(folder->freeze, folder->code, &at, &inst);) {
        if (is_entered(folder, before, inst.at))
            folder->constants.count = 0;
        before = inst.at + 1;
        if (fold_instruction(folder, &inst))
            continue;
        if (constant_of(folder, &inst) != FZ_NULL)
            VEC_PUSH(folder->freeze->arena, &folder->constants, inst);
        else
            folder->constants.count = 0;
    }
}

// ---- what control reaches

typedef struct {
    const Folder *folder;
    bool *is_reached; // of each offset
    VEC(uint32_t) open;
} Reach;

static void reach(Reach *state, uint32_t at)
{
    if (at >= state->folder->size || state->is_reached[at])
        return;
    state->is_reached[at] = true;
    VEC_PUSH(state->folder->freeze->arena, &state->open, at);
}

// From an offset on, by way of handlers too.
static void follow(Reach *state)
{
    const Folder *folder = state->folder;
    while (state->open.count > 0) {
        uint32_t at = state->open.items[--state->open.count];
        FreezeInst inst;
        if (!freeze_next(folder->freeze, folder->code, &at, &inst))
            continue;
        state->is_reached[inst.at] = true; // `at` may be the place of one that is not there
        if (jumps(&inst))
            reach(state, (uint32_t)inst.inst.operand);
        if (!ends(&inst))
            reach(state, at);
        for (uint32_t i = 0; i < region_count(folder); i++) {
            const uint8_t *region = region_at(folder, i);
            if (has_handler(region) && region_word(region, 0) <= inst.at && inst.at < region_word(region, 1))
                reach(state, region_word(region, 2));
        }
    }
}

// Whether an instruction is the END_FINALLY behind a body of which something is reached: jumps to the body's
// end are told by its place from those that leave, so it stays also when only they would get there.
static bool closes_finally(const Reach *state, uint32_t place)
{
    for (uint32_t i = 0; i < region_count(state->folder); i++) {
        const uint8_t *region = region_at(state->folder, i);
        if (region_word(region, 4) != FZ_REGION_FINALLY_BODY || region_word(region, 1) != place)
            continue;
        for (uint32_t at = region_word(region, 0); at < place; at++)
            if (state->is_reached[at])
                return true;
    }
    return false;
}

static void drop_unreached(Folder *folder)
{
    FreezeInst inst;
    Reach state = {folder, ARENA_NEW_ARRAY(folder->freeze->arena, bool, folder->size + 1), {0}};
    reach(&state, folder->code->start);
    follow(&state);
    for (uint32_t at = folder->code->start; freeze_next(folder->freeze, folder->code, &at, &inst);)
        if (!state.is_reached[inst.at] && !closes_finally(&state, inst.at))
            edit(folder, inst.at, EDIT_DROP, FZ_NULL);
}

// Jumps to what comes next anyway.
static void drop_jumps(Folder *folder)
{
    FreezeInst inst;
    for (uint32_t at = folder->code->start; freeze_next(folder->freeze, folder->code, &at, &inst);) {
        uint32_t next = at;
        uint32_t target = (uint32_t)inst.inst.operand;
        FreezeInst behind;
        if (inst.inst.op != FZ_OP_JUMP || target < at)
            continue;
        if (!freeze_next(folder->freeze, folder->code, &next, &behind) || behind.at >= target)
            edit(folder, inst.at, EDIT_DROP, FZ_NULL);
    }
}

static bool fold_code(Freeze *freeze, const FreezeCode *code)
{
    Folder folder = {.freeze = freeze, .code = code};
    folder.size = fz_code_size(FZ_CODE(freeze->vm, code->source));
    folder.is_target = ARENA_NEW_ARRAY(freeze->arena, bool, folder.size + 1);
    find_targets(&folder);
    fold_instructions(&folder);
    if (folder.changed) {
        drop_unreached(&folder);
        drop_jumps(&folder);
    }
    return folder.changed;
}

bool freeze_fold(Freeze *freeze)
{
    bool changed = false;
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        changed |= fold_code(freeze, freeze->codes.items[i]);
    return changed;
}
