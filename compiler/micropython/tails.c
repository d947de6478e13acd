// SPDX-License-Identifier: MIT
// Code that ends two paths in the same way is kept once: one of them jumps into the other. The stack
// has to be as deep there and the same blocks open. Lines of tracebacks would be wrong after that,
// so it is for code without them.
#include "v6.h"

enum { MOST_CANDIDATES = 64, MOST_ROUNDS = 4, NEAR = 56 };

typedef struct {
    V6Function *function;
    V6States states;
    uint32_t *label;     // to be put in front of each instruction, or NO_LABEL
    bool *is_kept;       // ends that others have been made to jump to
    bool changed;
} Tails;

enum { NO_LABEL = UINT32_MAX };

static V6Inst *at(const Tails *tails, uint32_t place) { return &tails->function->code.items[place]; }

static bool same_inst(const V6Inst *a, const V6Inst *b)
{
    if (a->op != b->op || a->extra != b->extra || a->drop != b->drop)
        return false;
    if (a->op == V6_LOAD_TEXT || a->op == V6_LOAD_CONST_OBJ)
        return constant_same(a->constant, b->constant);
    switch (v6_operand(a->op)) {
    case V6_OPERAND_NONE:
        return true;
    case V6_OPERAND_QSTR:
        return a->name == b->name;
    case V6_OPERAND_INT:
        return a->integer == b->integer;
    case V6_OPERAND_SJUMP:
    case V6_OPERAND_FJUMP:
        return a->label == b->label;
    default:
        return a->number == b->number;
    }
}

// Bytes that the instruction takes at least.
static uint32_t least_size(const V6Inst *inst)
{
    bool is_one = v6_operand(inst->op) == V6_OPERAND_NONE || v6_is_short(inst);
    if (inst->op == V6_LABEL)
        return 0;
    if (inst->op == V6_POP_ITERATOR)
        return 4;
    return (is_one && inst->op != V6_LOAD_TEXT ? 1u : 2u) + (v6_has_extra(inst->op) ? 1u : 0u);
}

static bool same_state(const Tails *tails, uint32_t a, uint32_t b)
{
    return tails->states.depth[a] >= 0 && tails->states.depth[a] == tails->states.depth[b] &&
           tails->states.blocks[a] == tails->states.blocks[b];
}

static bool opens_or_closes(V6Op op)
{
    return op == V6_SETUP_WITH || op == V6_SETUP_EXCEPT || op == V6_SETUP_FINALLY ||
           op == V6_END_FINALLY || op == V6_WITH_CLEANUP;
}

typedef struct {
    uint32_t from, kept; // where the equal code begins: that which goes and that which stays
    uint32_t kept_end;
    uint32_t gain; // bytes
} Match;

// How much before `end`, which goes, is equal to what is before `kept_end`. Both are ends of paths,
// or `kept_end` is the label that `end` jumps to.
static Match compare(const Tails *tails, uint32_t end, uint32_t kept_end)
{
    Match match = {end, kept_end, kept_end, 0};
    uint32_t size = least_size(at(tails, end));
    uint32_t kept = kept_end;
    while (match.from > 0 && kept > 0) {
        uint32_t from = match.from - 1;
        do
            kept--;
        while (kept > 0 && at(tails, kept)->op == V6_LABEL);
        const V6Inst *inst = at(tails, from);
        bool overlap = from == kept_end || kept == end;
        if (overlap || inst->op == V6_LABEL || v6_ends(inst->op) || opens_or_closes(inst->op) ||
            !same_inst(inst, at(tails, kept)) || !same_state(tails, from, kept))
            break;
        size += least_size(inst);
        match.from = from;
        match.kept = kept;
    }
    uint32_t next = end + 1;
    while (next < tails->function->code.count && at(tails, next)->op == V6_LABEL &&
           next != match.kept)
        next++;
    uint32_t between = end < match.kept ? match.kept - end : match.from - match.kept;
    uint32_t cost = next == match.kept ? 0 : 2 * between < NEAR ? 2 : 3;
    match.gain = size > cost ? size - cost : 0;
    return match;
}

static void consider(const Tails *tails, uint32_t end, uint32_t kept_end, Match *best)
{
    if (!same_state(tails, end, kept_end))
        return;
    Match match = compare(tails, end, kept_end);
    if (match.from < end && match.gain > best->gain)
        *best = match;
}

static void jump_there(Tails *tails, uint32_t end, const Match *match)
{
    V6Function *function = tails->function;
    uint32_t *label = &tails->label[match->kept];
    if (*label == NO_LABEL)
        *label = function->label_count++;
    for (uint32_t i = match->from; i <= end; i++)
        v6_remove(at(tails, i));
    *at(tails, match->from) = (V6Inst){.op = V6_JUMP, .label = *label};
    tails->is_kept[match->kept_end] = true;
    tails->changed = true;
}

// The ends of paths, a label that is fallen into among them where `jump` goes there.
static void merge_end(Tails *tails, uint32_t end)
{
    const V6Inst *inst = at(tails, end);
    Match best = {.gain = 0};
    uint32_t tried = 0;
    if (inst->op == V6_JUMP && inst->label < tails->states.label_count)
        consider(tails, end, tails->states.place[inst->label], &best);
    for (uint32_t i = tails->function->code.count; i-- > 0 && tried < MOST_CANDIDATES;) {
        const V6Inst *other = at(tails, i);
        if (i == end || !v6_ends(other->op) || !same_inst(inst, other))
            continue;
        tried++;
        consider(tails, end, i, &best);
    }
    if (best.gain > 0)
        jump_there(tails, end, &best);
}

static void insert_labels(Arena *arena, Arena *scratch, Tails *tails)
{
    V6Function *function = tails->function;
    uint32_t count = function->code.count;
    V6Inst *old = ARENA_NEW_ARRAY(scratch, V6Inst, count + 1);
    memcpy(old, function->code.items, count * sizeof *old);
    function->code.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (tails->label[i] != NO_LABEL) {
            V6Inst label = {.op = V6_LABEL, .label = tails->label[i]};
            VEC_PUSH(arena, &function->code, label);
        }
        VEC_PUSH(arena, &function->code, old[i]);
    }
}

static bool merge_once(Arena *arena, Arena *scratch, V6Function *function)
{
    Tails tails = {.function = function};
    uint32_t count = function->code.count;
    if (!v6_find_states(scratch, function, &tails.states))
        return false;
    tails.label = ARENA_NEW_ARRAY(scratch, uint32_t, count + 1);
    tails.is_kept = ARENA_NEW_ARRAY(scratch, bool, count + 1);
    for (uint32_t i = 0; i < count; i++)
        tails.label[i] = NO_LABEL;
    for (uint32_t i = 0; i < count; i++)
        if (v6_ends(at(&tails, i)->op) && !tails.is_kept[i] && tails.states.depth[i] >= 0)
            merge_end(&tails, i);
    if (tails.changed)
        insert_labels(arena, scratch, &tails);
    return tails.changed;
}

void v6_merge_tails(Arena *arena, Arena *scratch, V6Function *function)
{
    for (int rounds = 0; rounds < MOST_ROUNDS && merge_once(arena, scratch, function); rounds++)
        v6_improve(scratch, function);
}
