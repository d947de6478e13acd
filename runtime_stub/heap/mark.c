// SPDX-License-Identifier: MIT
// Marking with an explicit stack in the heap's free part, or in what is at hand besides when that is
// larger: the cache of lookups, which a collection empties, or the unused end of the VM's stack. An
// object that does not fit stays marked but unscanned; the heap is then walked until no marked object
// has unmarked children.
#include "collect.h"
#include "visit.h"

struct FzVisit {
    FzVm *vm;
    FzValue *top;   // next free place of the mark stack
    FzValue *limit; // its end
    bool overflowed;
    bool has_weak; // marked a WEAK, whose content is not marked for its sake
};

static bool has_children(uint32_t header)
{
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(header)];
    return info->values != 0 || info->tail == FZ_TAIL_VALUES || info->tail == FZ_TAIL_MASK ||
           info->tail == FZ_TAIL_TABLE;
}

static void mark_slot(FzVisit *visit, FzValue *slot)
{
    FzValue value = *slot;
    if (value == FZ_NULL || !fz_is_ram(value))
        return;
    uint32_t *object = fz_place(visit->vm, value);
    if (*object & FZ_HEADER_MARK)
        return;
    *object |= FZ_HEADER_MARK;
    if (fz_header_kind(*object) == FZ_KIND_WEAK) {
        visit->has_weak = true;
        return;
    }
    if (!has_children(*object))
        return;
    if (visit->top < visit->limit)
        *visit->top++ = value;
    else
        visit->overflowed = true;
}

// Objects with an identity number but no room for it are listed in a register; being listed must
// not keep them alive.
static void mark_roots(FzVisit *visit)
{
    FzVm *vm = visit->vm;
    for (FzValue *slot = vm->registers; slot < vm->sp; slot++)
        if (slot != &vm->registers[FZ_REG_IDS])
            mark_slot(visit, slot);
}

static void forget_dead_identities(FzVm *vm)
{
    FzValue list = vm->registers[FZ_REG_IDS];
    if (list == FZ_NULL)
        return;
    FzTuple *pairs = FZ_TUPLE(vm, list);
    uint32_t count = fz_header_count(pairs->header);
    pairs->header |= FZ_HEADER_MARK;
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        FzValue object = pairs->items[i];
        if (object != FZ_NULL && fz_is_ram(object) && !(fz_header_of(vm, object) & FZ_HEADER_MARK))
            pairs->items[i] = pairs->items[i + 1] = FZ_NULL;
    }
}

// Empties the weak references to objects that were not marked.
static void clear_weak(FzVm *vm)
{
    for (uint8_t *at = vm->heap_start; at < vm->heap_next;) {
        uint32_t *object = (uint32_t *)(void *)at;
        uint32_t header = *object;
        at += fz_object_size(header);
        if (fz_header_kind(header) != FZ_KIND_WEAK || !(header & FZ_HEADER_MARK))
            continue;
        FzValue content = object[1];
        if (content != FZ_NULL && fz_is_ram(content) && !(*(const uint32_t *)fz_place(vm, content) & FZ_HEADER_MARK))
            object[1] = FZ_NULL;
    }
}

// Chooses where the stack lies; gives its bottom.
static FzValue *take_stack(FzVisit *visit)
{
    FzVm *vm = visit->vm;
    visit->top = (FzValue *)(void *)vm->heap_next;
    visit->limit = (FzValue *)(void *)vm->heap_end;
#if FZ_CACHE_SLOTS
    FzValue *other = (FzValue *)(void *)vm->cache;
    FzValue *end = other + 3 * FZ_CACHE_SLOTS;
#else
    FzValue *other = vm->sp;
    FzValue *end = vm->stack_limit;
#endif
    if (end - other > visit->limit - visit->top) {
        visit->top = other;
        visit->limit = end;
    }
    return visit->top;
}

// Empties the slots of a generator that its frame does not use: all when it runs or has ended.
static void forget_slots(const FzVm *vm, FzGenerator *generator)
{
    uint32_t state = generator->state & FZ_GENERATOR_STATE;
    uint32_t count = fz_header_count(generator->header), used = 0;
    if (state == FZ_GENERATOR_NEW)
        return;
    if (state == FZ_GENERATOR_SUSPENDED)
        used = (FZ_CODE(vm, generator->code)->frame & 0xffff) + (generator->state >> FZ_GENERATOR_DEPTH_SHIFT);
    memset(generator->slots + used, 0, (count - used) * sizeof *generator->slots);
}

void fz_mark(FzVm *vm)
{
    FzVisit visit = {.vm = vm};
    FzValue *bottom = take_stack(&visit);
    mark_roots(&visit);
    uint8_t *at = vm->heap_next; // walks the heap after an overflow
    uint32_t *object = 0;
    for (;;) {
        while (object || visit.top > bottom) {
            if (!object)
                object = fz_place(vm, *--visit.top);
            if (fz_header_kind(*object) == FZ_KIND_GENERATOR)
                forget_slots(vm, (FzGenerator *)object);
            fz_visit_object(&visit, object, *object, mark_slot);
            object = 0;
        }
        if (at == vm->heap_next) {
            if (!visit.overflowed)
                break;
            visit.overflowed = false;
            at = vm->heap_start;
        }
        uint32_t header = *(uint32_t *)(void *)at;
        if (header & FZ_HEADER_MARK && has_children(header) && fz_header_kind(header) != FZ_KIND_WEAK)
            object = (uint32_t *)(void *)at;
        at += fz_object_size(header);
    }
    if (visit.has_weak)
        clear_weak(vm);
    forget_dead_identities(vm);
}
