// SPDX-License-Identifier: MIT
// Pass `slots`. Variables that never hold a value at the same time share a slot of the frame, a
// parameter's included once it is not read any more; those used most get the first slots, whose
// instructions are short. Every call takes less RAM.
//
// A variable that is read before it is surely assigned keeps its own slot and its name, because the
// program is told so by an UnboundLocalError; so do cells, which other functions see. The names of
// all other variables are not needed any more. Sharing never makes a value live longer: each store
// stays where it was.
#include "ir_live.h"
#include "ir_passes.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    IrFunction *function;
    const uint64_t *before; // `words` each; ir_live
    IrLocalSet *conflicts; // by local: those that hold a value while it gets one
    uint32_t words; // of the sets that are in use
    uint32_t *uses;
    bool *is_fixed; // keeps its slot to itself
} Slots;

static bool is_access(const IrInst *inst)
{
    return inst->op == IR_LOAD_LOCAL || inst->op == IR_STORE_LOCAL || inst->op == IR_DELETE_LOCAL;
}

// Some built-ins look at the caller's variables: super() at its first parameter, locals() at all.
static bool is_watched(const IrFunction *function)
{
    static const char *const watchers[] = {"locals", "vars", "dir", "eval", "exec", "super"};
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        for (size_t k = 0; inst->op == IR_LOAD_GLOBAL && k < sizeof watchers / sizeof *watchers; k++)
            if (name_is(inst->name, watchers[k]))
                return true;
    }
    return false;
}

static bool holds_class(const IrFunction *function)
{
    for (uint32_t i = 0; i < function->locals.count; i++)
        if (function->locals.items[i].name && name_is(function->locals.items[i].name, "__class__"))
            return true;
    return false;
}

// A value is put into `local` while those of `live` hold theirs. Noted on one side only.
static void meet(Slots *slots, uint32_t local, const uint64_t *live)
{
    for (uint32_t i = 0; i < slots->words; i++)
        slots->conflicts[local].words[i] |= live[i];
}

// Notes on the other side what `meet` did.
static void meet_back(Slots *slots)
{
    uint32_t count = slots->function->locals.count;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t word = 0; word < slots->words; word++)
            for (uint64_t rest = slots->conflicts[i].words[word]; rest; rest &= rest - 1)
                ir_local_add(&slots->conflicts[word * 64 + (uint32_t)__builtin_ctzll(rest)], i);
}

static const uint64_t *live_at(const Slots *slots, uint32_t place)
{
    return slots->before + (size_t)place * slots->words;
}

static bool is_live(const uint64_t *live, uint32_t local) { return live[local / 64] >> local % 64 & 1; }

static void examine(Slots *slots)
{
    const IrFunction *function = slots->function;
    for (uint32_t i = 0; i < function->locals.count; i++) {
        const IrLocal *local = &function->locals.items[i];
        bool is_param = local->kind == IR_LOCAL_PARAM;
        slots->is_fixed[i] = local->is_cell || local->kind == IR_LOCAL_FREE ||
                             (is_param && holds_class(function)) ||
                             (!is_param && is_live(slots->before, i));
        if (!is_param)
            continue;
        meet(slots, i, slots->before);
        for (uint32_t k = 0; k < function->locals.count; k++)
            if (function->locals.items[k].kind == IR_LOCAL_PARAM)
                ir_local_add(&slots->conflicts[i], k);
    }
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (!is_access(inst))
            continue;
        slots->uses[inst->count]++;
        // What is deleted and then read keeps its name for the message.
        if (inst->op == IR_DELETE_LOCAL && is_live(live_at(slots, i + 1), inst->count))
            slots->is_fixed[inst->count] = true;
        if (inst->op != IR_LOAD_LOCAL)
            meet(slots, inst->count, live_at(slots, i + 1));
    }
    meet_back(slots);
}

// A variable and how often it is used.
typedef struct {
    uint32_t local, uses;
    bool is_cell; // has no short instructions
} Candidate;

static int by_use(const void *left, const void *right)
{
    const Candidate *a = left;
    const Candidate *b = right;
    if (a->is_cell != b->is_cell)
        return a->is_cell - b->is_cell;
    if (a->uses != b->uses)
        return a->uses > b->uses ? -1 : 1;
    return a->local < b->local ? -1 : a->local > b->local;
}

// What is known of the new frame while it grows.
typedef struct {
    IrLocal *locals;
    IrLocalSet *holders; // by new slot: the old locals in it
    bool *is_closed;     // nothing else may go there
    uint32_t count;
    uint32_t *slot_of; // by old local
} Frame;

static bool fits(const Slots *slots, const Frame *frame, uint32_t slot, uint32_t local)
{
    if (frame->is_closed[slot])
        return false;
    for (uint32_t i = 0; i < slots->words; i++)
        if (frame->holders[slot].words[i] & slots->conflicts[local].words[i])
            return false;
    return true;
}

static void place(const Slots *slots, Frame *frame, uint32_t local)
{
    uint32_t slot = slots->is_fixed[local] ? frame->count : 0;
    while (slot < frame->count && !fits(slots, frame, slot, local))
        slot++;
    if (slot == frame->count) {
        frame->locals[slot] = slots->function->locals.items[local];
        if (!slots->is_fixed[local] && frame->locals[slot].kind == IR_LOCAL_VAR)
            frame->locals[slot].name = NULL;
        frame->is_closed[slot] = slots->is_fixed[local];
        frame->count++;
    }
    ir_local_add(&frame->holders[slot], local);
    frame->slot_of[local] = slot;
}

static void rebuild(Slots *slots, Arena *scratch)
{
    IrFunction *function = slots->function;
    uint32_t count = function->locals.count;
    Frame frame = {.locals = ARENA_NEW_ARRAY(scratch, IrLocal, count),
                   .holders = ARENA_NEW_ARRAY(scratch, IrLocalSet, count),
                   .is_closed = ARENA_NEW_ARRAY(scratch, bool, count),
                   .slot_of = ARENA_NEW_ARRAY(scratch, uint32_t, count)};
    Candidate *order = ARENA_NEW_ARRAY(scratch, Candidate, count);
    uint32_t order_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        // Parameters and free cells stay where calls put them.
        if (function->locals.items[i].kind == IR_LOCAL_VAR) {
            order[order_count++] =
                (Candidate){i, slots->uses[i], function->locals.items[i].is_cell};
            continue;
        }
        bool is_fixed = slots->is_fixed[i];
        slots->is_fixed[i] = true;
        place(slots, &frame, i);
        frame.is_closed[frame.slot_of[i]] = is_fixed;
    }
    qsort(order, order_count, sizeof *order, by_use);
    for (uint32_t i = 0; i < order_count; i++)
        if (order[i].uses > 0 || slots->is_fixed[order[i].local])
            place(slots, &frame, order[i].local);
    memcpy(function->locals.items, frame.locals, frame.count * sizeof *frame.locals);
    function->locals.count = frame.count;
    for (uint32_t i = 0; i < function->code.count; i++)
        if (ir_op_format(function->code.items[i].op) == IR_FORMAT_LOCAL)
            function->code.items[i].count = frame.slot_of[function->code.items[i].count];
}

// Without variables there is nothing to move: parameters and free cells have their places.
static bool has_variable(const IrFunction *function)
{
    for (uint32_t i = 0; i < function->locals.count; i++)
        if (function->locals.items[i].kind == IR_LOCAL_VAR)
            return true;
    return false;
}

bool ir_pass_slots(IrRewrite *rewrite)
{
    IrFunction *function = rewrite->function;
    uint32_t count = function->locals.count;
    if (!has_variable(function) || function->kind == IR_FUNCTION_CLASS || is_watched(function))
        return false;
    Slots slots = {.function = function, .words = (count + 63) / 64};
    slots.before = ir_live(rewrite->scratch, function, &rewrite->flow);
    if (!slots.before)
        return false;
    slots.conflicts = ARENA_NEW_ARRAY(rewrite->scratch, IrLocalSet, count);
    slots.uses = ARENA_NEW_ARRAY(rewrite->scratch, uint32_t, count);
    slots.is_fixed = ARENA_NEW_ARRAY(rewrite->scratch, bool, count);
    examine(&slots);
    rebuild(&slots, rewrite->scratch);
    return false; // no instruction came or went
}
