// SPDX-License-Identifier: MIT
// How many slots and blocks a function needs: a walk along every edge of its code. A finally handler
// is entered with one entry or, for a return or a jump, two; it may go on only above them, so the
// walk counts one and adds the room for the second.
#include "v6.h"

#include <string.h>

// Blocks that are open, innermost first.
typedef struct Chain {
    const struct Chain *outer;
    uint32_t blocks;
    uint32_t slack; // entries more than counted that finally handlers may have found
} Chain;

typedef struct {
    Arena *scratch;
    V6Function *function;
    uint32_t *place;     // of each label
    int32_t *depth;      // stack entries before each instruction, -1: not reached
    const Chain **chain; // before each instruction
    uint32_t *work;
    uint32_t work_count;
    uint32_t most; // stack entries
    uint32_t most_blocks;
} Walk;

static void note(Walk *walk, uint32_t entries)
{
    if (entries > walk->most)
        walk->most = entries;
}

// Notes that control reaches `place`; `*is_new` is whether it did not before.
static bool reach(Walk *walk, uint32_t place, int32_t depth, const Chain *chain, bool *is_new)
{
    *is_new = false;
    if (place >= walk->function->code.count || depth < 0)
        return false;
    note(walk, (uint32_t)depth + chain->slack);
    if (walk->depth[place] >= 0)
        return walk->depth[place] == depth && walk->chain[place]->blocks == chain->blocks;
    walk->depth[place] = depth;
    walk->chain[place] = chain;
    *is_new = true;
    return true;
}

// The same for a place that is visited later.
static bool arrive(Walk *walk, uint32_t place, int32_t depth, const Chain *chain)
{
    bool is_new;
    if (!reach(walk, place, depth, chain, &is_new))
        return false;
    if (is_new)
        walk->work[walk->work_count++] = place;
    return true;
}

// Entries that the instruction uses for a while above those it finds.
static uint32_t scratch_of(V6Op op)
{
    switch (op) {
    case V6_SETUP_WITH:
        return 3;
    case V6_UNWIND_JUMP:
        return 2;
    case V6_WITH_CLEANUP: // above a cause of one entry; the room for a second is counted
        return 1;
    default:
        return 0;
    }
}

static bool is_setup(V6Op op)
{
    return op == V6_SETUP_EXCEPT || op == V6_SETUP_FINALLY || op == V6_SETUP_WITH;
}

static const Chain *open_block(Walk *walk, const Chain *outer, bool is_finally_handler)
{
    Chain *chain = ARENA_NEW(walk->scratch, Chain);
    *chain = (Chain){outer, outer->blocks + 1, outer->slack + is_finally_handler};
    if (chain->blocks > walk->most_blocks)
        walk->most_blocks = chain->blocks;
    return chain;
}

static bool follow_jump(Walk *walk, const V6Inst *inst, int32_t depth, const Chain *chain)
{
    if (is_setup(inst->op))
        chain = open_block(walk, chain, inst->op != V6_SETUP_EXCEPT);
    uint32_t left = inst->op == V6_UNWIND_JUMP      ? inst->extra & 0x7fu
                    : inst->op == V6_POP_EXCEPT_JUMP ? 1
                                                     : 0;
    for (; left > 0 && chain->outer; left--)
        chain = chain->outer;
    return left == 0 &&
           arrive(walk, walk->place[inst->label], depth + v6_jump_effect(inst), chain);
}

// Visits `place`, an instruction that is not plain; `*goes_on` is whether what follows is to be
// visited next.
static bool visit(Walk *walk, uint32_t place, bool *goes_on)
{
    *goes_on = false;
    const V6Inst *inst = &walk->function->code.items[place];
    int32_t depth = walk->depth[place];
    const Chain *chain = walk->chain[place];
    note(walk, (uint32_t)depth + chain->slack + scratch_of(inst->op));
    if (v6_jumps(inst->op) && !follow_jump(walk, inst, depth, chain))
        return false;
    uint32_t pops;
    uint32_t pushes;
    v6_effect(inst, &pops, &pushes);
    if (depth + (int32_t)chain->slack < (int32_t)pops)
        return false;
    if (v6_ends(inst->op))
        return true;
    if (is_setup(inst->op))
        chain = open_block(walk, chain, false);
    if (inst->op == V6_END_FINALLY)
        chain = chain->outer;
    return chain &&
           reach(walk, place + 1, depth + (int32_t)pushes - (int32_t)pops, chain, goes_on);
}

// Visits `place` and what follows it.
static bool follow(Walk *walk, uint32_t place)
{
    const V6Inst *code = walk->function->code.items;
    for (bool goes_on = true; goes_on; place++) {
        const V6Row *row = &v6_rows[code[place].op];
        if (!(row->flags & V6_ROW_PLAIN)) {
            if (!visit(walk, place, &goes_on))
                return false;
            continue;
        }
        const Chain *chain = walk->chain[place];
        int32_t left = walk->depth[place] - row->pops;
        if (left + (int32_t)chain->slack < 0 ||
            !reach(walk, place + 1, left + row->pushes, chain, &goes_on))
            return false;
    }
    return true;
}

static bool walk_all(Arena *scratch, V6Function *function, Walk *out)
{
    static const Chain none = {NULL, 0, 0};
    uint32_t count = function->code.count;
    Walk walk = {.scratch = scratch, .function = function};
    walk.place = ARENA_NEW_ARRAY(scratch, uint32_t, function->label_count + 1);
    walk.depth = ARENA_NEW_ARRAY(scratch, int32_t, count + 1);
    walk.chain = ARENA_NEW_ARRAY(scratch, const Chain *, count + 1);
    // The first instruction, and each label at most once.
    walk.work = ARENA_NEW_ARRAY(scratch, uint32_t, (size_t)function->label_count + 1);
    memset(walk.depth, 0xff, count * sizeof *walk.depth);
    const V6Inst *code = function->code.items;
    for (uint32_t i = 0; i < count; i++)
        if (code[i].op == V6_LABEL)
            walk.place[code[i].label] = i;
    if (!arrive(&walk, 0, 0, &none))
        return false;
    while (walk.work_count > 0)
        if (!follow(&walk, walk.work[--walk.work_count]))
            return false;
    *out = walk;
    return true;
}

bool v6_find_states(Arena *scratch, V6Function *function, V6States *out)
{
    Walk walk;
    if (!walk_all(scratch, function, &walk))
        return false;
    uint32_t count = function->code.count;
    const void **blocks = ARENA_NEW_ARRAY(scratch, const void *, count + 1);
    for (uint32_t i = 0; i < count; i++)
        blocks[i] = walk.chain[i];
    *out = (V6States){walk.place, function->label_count, walk.depth, blocks};
    return true;
}

bool v6_measure(Arena *scratch, V6Function *function)
{
    Walk walk;
    if (!walk_all(scratch, function, &walk))
        return false;
    function->state_size = function->local_count + walk.most;
    if (function->state_size == 0)
        function->state_size = 1;
    function->block_depth = walk.most_blocks;
    return true;
}
