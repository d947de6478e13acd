// SPDX-License-Identifier: MIT
// Threaded compaction in two walks over the heap (see collect.h). The first walk corrects the
// references that come from roots and from objects at lower addresses and threads each object's
// own slots; the second corrects those that come from higher addresses and moves the objects.
#include "collect.h"
#include "visit.h"

#include <string.h>

struct FzVisit {
    FzVm *vm;
};

static uint8_t *block(const FzVm *vm) { return (uint8_t *)vm->registers; }

static void thread_slot(FzVisit *visit, FzValue *slot)
{
    FzValue value = *slot;
    if (value == FZ_NULL || !fz_is_ram(value))
        return;
    uint32_t *object = fz_place(visit->vm, value);
    *slot = *object;
    *object = (uint32_t)((uint8_t *)slot - block(visit->vm));
}

// Stores `value` in all slots chained to the object and gives its header back to it.
static uint32_t unthread(const FzVm *vm, uint32_t *object, FzValue value)
{
    uint32_t link = *object;
    while (!(link & FZ_HEADER_ONE)) {
        FzValue *slot = (FzValue *)(void *)(block(vm) + link);
        link = *slot;
        *slot = value;
    }
    *object = link;
    return link;
}

static bool is_dead(const uint32_t *object)
{
    return (*object & (FZ_HEADER_ONE | FZ_HEADER_MARK)) == FZ_HEADER_ONE;
}

// The end of the dead objects at `at`; they become one hole, so that the second walk steps over it.
static uint8_t *merge_dead(const FzVm *vm, uint8_t *at)
{
    uint32_t *hole = (uint32_t *)(void *)at;
    const uint32_t *object = hole;
    const uint32_t *end = (const uint32_t *)(const void *)vm->heap_next;
    for (;;) {
#if FZ_FAST_PATHS
        while (object < end && *object == FZ_WIDE_FLOAT)
            object += 3;
#endif
        if (object >= end || !is_dead(object))
            break;
        object += fz_object_size(*object) / 4;
    }
    uint32_t words = (uint32_t)(object - hole);
    if (words <= FZ_COUNT_MAX)
        *hole = fz_header(FZ_KIND_FREE, 0, words - 1);
    return at + words * 4;
}

static void update_forward(FzVm *vm, FzValue first)
{
    FzVisit visit = {vm};
    FzValue place = first;
    for (uint8_t *at = vm->heap_start; at < vm->heap_next;) {
        uint32_t *object = (uint32_t *)(void *)at;
        if (is_dead(object)) {
            at = merge_dead(vm, at);
            continue;
        }
        uint32_t header = unthread(vm, object, place);
        uint32_t size = fz_object_size(header);
        fz_visit_object(&visit, object, header, thread_slot);
        place += size;
        at += size;
    }
}

static void update_backward_and_move(FzVm *vm, FzValue first)
{
    FzValue place = first;
    uint8_t *to = vm->heap_start;
    for (uint8_t *at = vm->heap_start; at < vm->heap_next;) {
        uint32_t *object = (uint32_t *)(void *)at;
        if (is_dead(object)) {
            at += fz_object_size(*object);
            continue;
        }
        uint32_t header = unthread(vm, object, place);
        uint32_t size = fz_object_size(header);
        *object = header & ~(uint32_t)FZ_HEADER_MARK;
        if (to != at)
            memmove(to, at, size);
        place += size;
        to += size;
        at += size;
    }
    vm->heap_next = to;
}

// Offset of the heap's first object after this collection. It is 4; a hostile build changes it
// each time, so that every reference changes.
static FzValue first_offset(const FzVm *vm)
{
#if FZ_GC_STRESS
    return 4 + 4 * (vm->collections % 5);
#else
    (void)vm;
    return 4;
#endif
}

void fz_compact(FzVm *vm)
{
    FzVisit visit = {vm};
    FzValue first = first_offset(vm);
    for (FzValue *slot = vm->registers; slot < vm->sp; slot++)
        thread_slot(&visit, slot);
    update_forward(vm, first);
    update_backward_and_move(vm, first);
    vm->base[0] = vm->heap_start - first;
}

void fz_heap_collect(FzVm *vm)
{
    if (vm->sp > vm->stack_peak)
        vm->stack_peak = vm->sp;
    fz_heap_note_peak(vm);
    fz_mark(vm);
    fz_compact(vm);
    vm->collections++;
    uint32_t live = fz_heap_used(vm);
    vm->kept = live;
#if FZ_CACHE_SLOTS
    memset(vm->cache, 0, sizeof vm->cache); // values have changed
#endif
    fz_heap_set_limit(vm);
    if (live > vm->heap_live_peak)
        vm->heap_live_peak = live;
#if FZ_HEAP_CHECK
    FZ_ASSERT(fz_heap_check(vm) == 0);
#endif
}
