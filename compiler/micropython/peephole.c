// SPDX-License-Identifier: MIT
// Smaller code with the same effect, found by looking at a few instructions at a time. Each rule
// works on what lies between labels, so that no jump can see the difference.
#include "v6.h"

// What the rules begin with, as far as the function has it.
enum {
    HAS_NOT = 1,
    HAS_STORE = 2, // one that load_of knows
    HAS_EXCHANGE = 4,
    HAS_ITERATOR = 8,
    HAS_UNWIND = 16,
    HAS_JUMP = 32,
    IS_MODULE = 64,
};

typedef struct {
    V6Function *function;
    uint32_t *place; // of each label
    uint32_t *uses;  // of each label
    uint32_t *left;  // of each label: uses without those in code that is dropped
    uint32_t has;    // HAS_*
    bool changed;
} Improve;

static V6Inst *at(const Improve *improve, uint32_t place)
{
    return &improve->function->code.items[place];
}

// The first instruction that runs after a jump to the label.
static uint32_t target(const Improve *improve, IrLabel label)
{
    uint32_t place = improve->place[label];
    while (place < improve->function->code.count && at(improve, place)->op == V6_LABEL)
        place++;
    return place;
}

static bool is_conditional(V6Op op) { return op == V6_POP_JUMP_IF_TRUE || op == V6_POP_JUMP_IF_FALSE; }

// Loads that neither call anything nor depend on one another.
static bool is_pure_load(const V6Inst *inst)
{
    return v6_is_load(inst->op) && inst->op != V6_LOAD_NAME && inst->op != V6_LOAD_GLOBAL;
}

// The instruction that loads what `op` has stored, where that takes two bytes; else LABEL.
static V6Op load_of(const V6Inst *store)
{
    switch (store->op) {
    case V6_STORE_NAME:
        return V6_LOAD_NAME;
    case V6_STORE_GLOBAL:
        return V6_LOAD_GLOBAL;
    case V6_STORE_DEREF:
        return V6_LOAD_DEREF;
    case V6_STORE_FAST:
        return store->number > 15 ? V6_LOAD_FAST : V6_LABEL;
    default:
        return V6_LABEL;
    }
}

static bool same_variable(const V6Inst *a, const V6Inst *b)
{
    return v6_operand(a->op) == V6_OPERAND_QSTR ? a->name == b->name : a->number == b->number;
}

// Takes an instruction out; close_gaps closes the gap.
static void remove_inst(Improve *improve, uint32_t place)
{
    v6_remove(at(improve, place));
    improve->changed = true;
}

static void close_gaps(V6Function *function)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < function->code.count; i++)
        if (function->code.items[i].op != V6_LABEL || function->code.items[i].label != UINT32_MAX)
            function->code.items[kept++] = function->code.items[i];
    function->code.count = kept;
}

// not a; jump if …: the opposite jump.
static void join_not(Improve *improve, uint32_t i)
{
    V6Inst *next = at(improve, i + 1);
    if (at(improve, i)->op != V6_UNARY_NOT || !is_conditional(next->op))
        return;
    next->op = next->op == V6_POP_JUMP_IF_TRUE ? V6_POP_JUMP_IF_FALSE : V6_POP_JUMP_IF_TRUE;
    remove_inst(improve, i);
}

// store x; load x: a copy is stored.
static void copy_stored(Improve *improve, uint32_t i)
{
    V6Inst *store = at(improve, i);
    V6Inst *load = at(improve, i + 1);
    if (load_of(store) == V6_LABEL || load->op != load_of(store) || !same_variable(store, load))
        return;
    *load = *store;
    store->op = V6_DUP_TOP;
    improve->changed = true;
}

// load a; load b; exchange: load them the other way round.
static void exchange_loads(Improve *improve, uint32_t i)
{
    if (i + 2 >= improve->function->code.count || !is_pure_load(at(improve, i)) ||
        !is_pure_load(at(improve, i + 1)) || at(improve, i + 2)->op != V6_ROT_TWO)
        return;
    V6Inst first = *at(improve, i);
    *at(improve, i) = *at(improve, i + 1);
    *at(improve, i + 1) = first;
    remove_inst(improve, i + 2);
}

// What a module's code gives is not looked at: the last statement's value will do.
static void return_anything(Improve *improve, uint32_t i)
{
    if (improve->function->ir->kind != IR_FUNCTION_MODULE ||
        i + 2 >= improve->function->code.count || at(improve, i)->op != V6_POP_TOP ||
        at(improve, i + 1)->op != V6_LOAD_CONST_NONE || at(improve, i + 2)->op != V6_RETURN_VALUE)
        return;
    remove_inst(improve, i);
    remove_inst(improve, i + 1);
}

// An iterator dropped before a jump: UNWIND_JUMP drops it in one byte.
static void drop_iterator(Improve *improve, uint32_t i)
{
    V6Inst *next = at(improve, i + 1);
    if (at(improve, i)->op != V6_POP_ITERATOR || next->op != V6_JUMP)
        return;
    next->op = V6_UNWIND_JUMP;
    next->extra = 0x80;
    next->drop = 4;
    remove_inst(improve, i);
}

// A jump to a jump that drops an iterator, unless others go there too and a short jump is smaller.
static void drop_iterator_here(Improve *improve, uint32_t i)
{
    V6Inst *inst = at(improve, i);
    if (inst->op != V6_JUMP || improve->uses[inst->label] != 1)
        return;
    uint32_t place = target(improve, inst->label);
    uint32_t before = improve->place[inst->label];
    bool falls_in = before == 0 || !v6_ends(at(improve, before - 1)->op);
    if (place >= improve->function->code.count || falls_in || before + 1 != place)
        return;
    const V6Inst *there = at(improve, place);
    if (there->op != V6_UNWIND_JUMP || there->extra != 0x80)
        return;
    *inst = *there;
    improve->changed = true;
}

// A jump to the instruction behind it.
static void drop_idle_jump(Improve *improve, uint32_t i)
{
    const V6Inst *inst = at(improve, i);
    if (inst->op != V6_JUMP)
        return;
    uint32_t next = i + 1;
    while (next < improve->function->code.count && at(improve, next)->op == V6_LABEL &&
           next != improve->place[inst->label])
        next++;
    if (next == improve->place[inst->label])
        remove_inst(improve, i);
}

void v6_remove(V6Inst *inst)
{
    inst->op = V6_LABEL;
    inst->label = UINT32_MAX;
}

static bool makes_child(const V6Inst *inst) { return v6_operand(inst->op) == V6_OPERAND_CHILD; }

void v6_compact(Arena *scratch, V6Function *function)
{
    close_gaps(function);
    v6_drop_children(scratch, function);
}

void v6_drop_children(Arena *scratch, V6Function *function)
{
    if (function->children.count == 0)
        return;
    uint32_t kept = function->code.count;
    uint32_t *number = ARENA_NEW_ARRAY(scratch, uint32_t, function->children.count + 1);
    for (uint32_t i = 0; i < kept; i++)
        if (makes_child(&function->code.items[i]))
            number[function->code.items[i].number] = 1;
    uint32_t count = 0;
    for (uint32_t i = 0; i < function->children.count; i++) {
        if (!number[i])
            continue;
        function->children.items[count] = function->children.items[i];
        number[i] = count++;
    }
    function->children.count = count;
    for (uint32_t i = 0; i < kept; i++)
        if (makes_child(&function->code.items[i]))
            function->code.items[i].number = number[function->code.items[i].number];
}

// The HAS_* of an instruction.
static uint32_t has_of(const V6Inst *inst)
{
    static const uint8_t has[V6_ROW_COUNT] = {
        [V6_UNARY_NOT] = HAS_NOT,          [V6_ROT_TWO] = HAS_EXCHANGE,
        [V6_POP_ITERATOR] = HAS_ITERATOR,  [V6_UNWIND_JUMP] = HAS_UNWIND,
        [V6_JUMP] = HAS_JUMP,              [V6_STORE_NAME] = HAS_STORE,
        [V6_STORE_GLOBAL] = HAS_STORE,     [V6_STORE_DEREF] = HAS_STORE,
        [V6_STORE_FAST] = HAS_STORE,
    };
    return has[inst->op] == HAS_STORE && load_of(inst) == V6_LABEL ? 0 : has[inst->op];
}

// Closes gaps and counts the uses of labels.
static void count_uses(Improve *improve)
{
    V6Function *function = improve->function;
    uint32_t kept = 0;
    memset(improve->uses, 0, function->label_count * sizeof *improve->uses);
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        const V6Inst *inst = &function->code.items[i];
        if (inst->op == V6_LABEL && inst->label == UINT32_MAX)
            continue;
        if (v6_jumps(inst->op))
            improve->uses[inst->label]++;
        if (kept != i)
            function->code.items[kept] = *inst;
        kept++;
    }
    function->code.count = kept;
}

// Drops labels that nothing jumps to, which keep instructions apart for no reason, and what follows
// an instruction that does not go on, up to the next label that is used; notes places and HAS_*.
// False when that took the last use of a label.
static bool drop_unused(Improve *improve)
{
    V6Function *function = improve->function;
    bool is_reached = true;
    bool is_done = true;
    uint32_t kept = 0;
    improve->has = function->ir->kind == IR_FUNCTION_MODULE ? IS_MODULE : 0;
    memcpy(improve->left, improve->uses, function->label_count * sizeof *improve->uses);
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        const V6Inst *inst = &function->code.items[i];
        if (inst->op == V6_LABEL) {
            if (improve->uses[inst->label] == 0)
                continue;
            is_reached = true;
            improve->place[inst->label] = kept;
        } else if (!is_reached) {
            if (v6_jumps(inst->op) && --improve->left[inst->label] == 0)
                is_done = false;
            continue;
        } else {
            is_reached = !v6_ends(inst->op);
            improve->has |= has_of(inst);
        }
        if (kept != i)
            function->code.items[kept] = *inst;
        kept++;
    }
    function->code.count = kept;
    return is_done;
}

// Only labels: what they reach was judged while they were used, and stays.
static void drop_labels(Improve *improve)
{
    V6Function *function = improve->function;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const V6Inst *inst = &function->code.items[i];
        if (inst->op == V6_LABEL && improve->uses[inst->label] == 0)
            continue;
        if (inst->op == V6_LABEL)
            improve->place[inst->label] = kept;
        function->code.items[kept++] = *inst;
    }
    function->code.count = kept;
}

// After instructions came or went.
static void settle(Improve *improve)
{
    count_uses(improve);
    bool is_done = drop_unused(improve);
    uint32_t *uses = improve->uses;
    improve->uses = improve->left;
    improve->left = uses;
    if (!is_done)
        drop_labels(improve);
}

typedef struct {
    void (*apply)(Improve *, uint32_t);
    uint32_t needs; // HAS_*
    V6Op first;     // what it begins with, or LABEL: several
} Rule;

static const Rule rules[] = {
    {join_not, HAS_NOT, V6_UNARY_NOT},
    {copy_stored, HAS_STORE, V6_LABEL},
    {exchange_loads, HAS_EXCHANGE, V6_LABEL},
    {return_anything, IS_MODULE, V6_POP_TOP},
    {drop_iterator, HAS_ITERATOR, V6_POP_ITERATOR},
    {drop_iterator_here, HAS_UNWIND, V6_JUMP},
    {drop_idle_jump, HAS_JUMP, V6_JUMP},
};

enum { RULE_COUNT = sizeof rules / sizeof rules[0] };

static void try_rule(Improve *improve, const Rule *rule)
{
    improve->changed = false;
    if (!(improve->has & rule->needs))
        return;
    for (uint32_t i = 0; i + 1 < improve->function->code.count; i++)
        if (rule->first == V6_LABEL || at(improve, i)->op == rule->first)
            rule->apply(improve, i);
    if (improve->changed)
        settle(improve);
}

void v6_improve(Arena *scratch, V6Function *function)
{
    Improve improve = {.function = function};
    uint32_t count = function->label_count + 1;
    improve.place = ARENA_NEW_ARRAY(scratch, uint32_t, count);
    improve.uses = ARENA_NEW_ARRAY(scratch, uint32_t, count);
    improve.left = ARENA_NEW_ARRAY(scratch, uint32_t, count);
    settle(&improve);
    // Until each rule in turn has found nothing.
    uint32_t idle = 0;
    for (uint32_t i = 0; i < 8 * RULE_COUNT && idle < RULE_COUNT; i++) {
        try_rule(&improve, &rules[i % RULE_COUNT]);
        idle = improve.changed ? 0 : idle + 1;
    }
}
