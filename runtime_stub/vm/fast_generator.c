// SPDX-License-Identifier: MIT
// Resuming and suspending generators in the loop. The slots of the frame are copied two at a time, and one
// more than there are when their number is odd: what lies there then is written next, or is not in use.
#include "fast.h"

#if FZ_FAST_PATHS

static inline void copy_slots(FzValue *to, const FzValue *from, const FzValue *end)
{
    uint64_t pair;
    for (; from < end; from += 2, to += 2) {
        fz_copy_bits(&pair, from, sizeof pair);
        fz_copy_bits(to, &pair, sizeof pair);
        FZ_FEW();
    }
}

const FzCode *fz_fast_resume(FzVm *vm, FzValue *base, FzValue value, FzValue sent, uint32_t back)
{
    FzGenerator *generator = fz_generator_of(vm, value);
    uint32_t state = generator->state;
    if ((state & FZ_GENERATOR_STATE) != FZ_GENERATOR_SUSPENDED)
        return 0;
    const FzCode *code = FZ_CODE(vm, generator->code);
    uint32_t shape = code->frame;
    uint32_t locals = shape & 0xffff, depth = state >> FZ_GENERATOR_DEPTH_SHIFT;
    FzValue *link = base + 1 + locals;
    FzValue *top = link + FZ_LINKAGE + FZ_SLACK + (shape >> 16);
    if (top > vm->stack_peak || top + FZ_NATIVE_SLOTS > vm->stack_limit)
        return 0;
    FzValue *saved = generator->slots + locals;
    copy_slots(base + 1, generator->slots, saved);
    copy_slots(link + FZ_LINKAGE, saved, saved + depth);
    *link = value;
    *base = fz_way_back(back, (uint32_t)(base + 1 - vm->frame));
    FzValue *sp = link + FZ_LINKAGE + depth;
    *sp = sent;
    generator->state = FZ_GENERATOR_RUNNING;
    fz_generator_swap(vm, generator);
    vm->frame = link;
    vm->sp = sp + 1;
    vm->top = top;
    return code;
}

const FzCode *fz_fast_suspend(FzVm *vm, FzValue *frame, const FzValue *sp, uint32_t resume)
{
    FzValue *link = vm->frame;
    FzReturn action = fz_way_action(frame[-1]);
    FzValue *caller = frame - fz_way_distance(frame[-1]);
    bool waits = action == FZ_RETURN_NEXT || action == FZ_RETURN_NEXT_WIDE || action == FZ_RETURN_RESUME;
    if (!waits && (action != FZ_RETURN_EXIT || caller == vm->stack))
        return 0;
    const FzCode *code = FZ_CODE(vm, fz_own_code(vm, *caller));
    FzValue *top = caller + FZ_LINKAGE + FZ_SLACK + fz_code_depth(code);
    if (top + FZ_NATIVE_SLOTS > vm->stack_limit)
        return 0;
    FzGenerator *generator = fz_generator_of(vm, *link);
    FzValue *saved = generator->slots + (link - frame);
    copy_slots(generator->slots, frame, link);
    copy_slots(saved, link + FZ_LINKAGE, sp);
    generator->state = FZ_GENERATOR_SUSPENDED | (uint32_t)(sp - link - FZ_LINKAGE) << FZ_GENERATOR_DEPTH_SHIFT;
    generator->resume = resume;
    fz_generator_swap(vm, generator);
    vm->frame = caller;
    vm->top = top;
    return code;
}

#else
typedef int FzNoFastGenerator; // a file must declare something
#endif
