// SPDX-License-Identifier: MIT
// Allocation by bumping a pointer, and the movable boundary between stack and heap.
//
// The block holds registers, globals, the stack growing up, and the heap above it, growing up as
// well. References are offsets from the heap's base, so when the stack needs more room the heap
// slides up as one piece, base and all, and no reference changes; when the heap is short of room
// it slides back down over what the stack does not use.
#include "../vm/vm.h"
#include "collect.h"

#include <string.h>

// The stack is given room in steps of this many slots, so that slides are rare.
enum { STACK_STEP = 32, FIRST_OFFSET = 4, LEAST_HEAP = 64 };

uint32_t fz_heap_used(const FzVm *vm) { return (uint32_t)(vm->heap_next - vm->heap_start); }

static uint32_t bytes_of_block(const FzVm *vm)
{
    return (uint32_t)(vm->heap_end - vm->heap_start);
}

static uint32_t room(const FzVm *vm) { return (uint32_t)(vm->heap_end - vm->heap_next); }

void fz_heap_set_limit(FzVm *vm)
{
    uint32_t size = bytes_of_block(vm);
    bool counts = vm->threshold != 0 && !vm->gc_disabled && vm->threshold < size - vm->kept;
    vm->alloc_limit = counts ? vm->heap_start + vm->kept + vm->threshold : vm->heap_end;
}

void fz_heap_note_peak(FzVm *vm)
{
    uint32_t used = fz_heap_used(vm);
    if (used > vm->heap_peak)
        vm->heap_peak = used;
}

FzStatus fz_heap_open(FzVm *vm, void *ram, uint32_t size, uint32_t globals)
{
    size &= ~3u;
    uint32_t roots = FZ_REG_COUNT + globals;
    uint32_t least = (roots + FZ_NATIVE_SLOTS) * 4 + LEAST_HEAP;
    if (globals > size / 4 || least > size)
        return FZ_NO_MEMORY;
    uint32_t spare = (size - least) / 4;
    uint32_t first_stack = FZ_NATIVE_SLOTS + (spare < STACK_STEP ? spare : STACK_STEP);
    vm->registers = ram;
    vm->globals = vm->registers + FZ_REG_COUNT;
    vm->stack = vm->registers + roots;
    vm->sp = vm->frame = vm->top = vm->stack_peak = vm->stack;
    vm->stack_limit = vm->stack + first_stack;
    vm->heap_start = (uint8_t *)vm->stack_limit;
    vm->heap_next = vm->heap_start;
    vm->heap_end = (uint8_t *)ram + size;
    fz_heap_set_limit(vm);
    vm->base[0] = vm->heap_start - FIRST_OFFSET;
    memset(ram, 0, (size_t)(vm->heap_start - (uint8_t *)ram));
    return FZ_OK;
}

// Moves the whole heap so that the stack's area ends at `limit`. There must be room.
static void slide_heap(FzVm *vm, FzValue *limit)
{
    uint32_t used = fz_heap_used(vm);
    uint8_t *start = (uint8_t *)limit;
    memmove(start, vm->heap_start, used);
    vm->base[0] += start - vm->heap_start;
    vm->heap_start = start;
    vm->heap_next = start + used;
    vm->stack_limit = limit;
    fz_heap_set_limit(vm);
}

// The least the stack's area can end at: the running frame and a native on top may push so far.
static FzValue *least_limit(const FzVm *vm)
{
    return (vm->sp > vm->top ? vm->sp : vm->top) + FZ_NATIVE_SLOTS;
}

// Gives the heap what the stack does not use now, except what may be pushed unasked.
static void reclaim_stack(FzVm *vm)
{
    FzValue *limit = least_limit(vm);
    if (limit < vm->stack_limit)
        slide_heap(vm, limit);
}

bool fz_stack_reserve(FzVm *vm, uint32_t slots)
{
    uint32_t limit_slots = vm->stack_max / 4;
    uint32_t used = (uint32_t)(vm->sp - vm->stack);
    if (slots > limit_slots || used + slots > limit_slots) {
        fz_raise(vm, FZ_TYPE_RECURSION_ERROR, "maximum recursion depth exceeded");
        return false;
    }
    uint32_t need = used + slots + FZ_NATIVE_SLOTS;
    uint32_t have = (uint32_t)(vm->stack_limit - vm->stack);
    if (need <= have)
        return true;
    uint32_t want = need + STACK_STEP;
    if ((want - have) * 4 > room(vm))
        fz_heap_collect(vm);
    if ((want - have) * 4 > room(vm))
        want = need;
    if ((want - have) * 4 > room(vm)) {
        fz_raise_memory(vm);
        return false;
    }
    slide_heap(vm, vm->stack + want);
    return true;
}

#if FZ_GC_STRESS
// Collects and moves every object to another address and another offset, so that whatever was
// held across an allocation is wrong now. Vacated memory is filled with a pattern.
static void stress(FzVm *vm)
{
    enum { POISON = 0xa5, MOST_SLIDE = 16 };
    const uint8_t *used = vm->heap_next + MOST_SLIDE;
    fz_heap_collect(vm);
    FzValue *limit = vm->stack_limit;
    FzValue *least = least_limit(vm);
    FzValue *other = limit > least + 1 ? limit - 1 : limit + 2;
    if (other < limit || (uint32_t)((uint8_t *)other - (uint8_t *)limit) <= room(vm))
        slide_heap(vm, other);
    memset(vm->sp, 0, (size_t)(vm->heap_start - (uint8_t *)vm->sp));
    uint32_t vacated = used > vm->heap_next ? (uint32_t)(used - vm->heap_next) : 0;
    memset(vm->heap_next, POISON, vacated < room(vm) ? vacated : room(vm));
}
#endif

// Makes `size` bytes available behind heap_next; false when there is no way.
static bool make_room(FzVm *vm, uint32_t size)
{
#if FZ_GC_STRESS
    stress(vm);
#endif
    if ((ptrdiff_t)size <= vm->alloc_limit - vm->heap_next)
        return true;
    fz_heap_collect(vm); // full, or past the threshold
    if (size <= room(vm))
        return true;
    reclaim_stack(vm);
    return size <= room(vm);
}

#if FZ_FAST_PATHS
// Words of a small object of a kind whose size is its count of words; 0 for others.
static uint32_t words_of(FzKind kind, uint32_t count)
{
    enum { SMALL = 12 };
    const FzKindInfo *info = &fz_kind_info[kind];
    if (info->tail == FZ_TAIL_TEXT)
        return count <= 4 * SMALL ? info->words + (count + 2 + 3) / 4 : 0;
    if (info->tail == FZ_TAIL_NO)
        return info->words;
    bool counts = info->tail == FZ_TAIL_VALUES || info->tail == FZ_TAIL_WORDS;
    return counts && count <= SMALL ? info->words + count : 0;
}
#endif

FzValue fz_new(FzVm *vm, FzKind kind, uint32_t flags, uint32_t count)
{
#if FZ_FAIL_ALLOCATION
    if (vm->fail_after != 0 && --vm->fail_after == 0 && (!vm->fails || vm->fails(vm)))
        return fz_raise_memory(vm);
#endif
    FZ_ASSERT(fz_image(vm)->kinds[kind / 32] >> kind % 32 & 1);
    if (count > FZ_COUNT_MAX)
        return fz_raise_memory(vm);
    uint32_t header = fz_header(kind, flags, count);
#if FZ_FAST_PATHS
    uint32_t words = words_of(kind, count);
    FzValue taken = words ? fz_take(vm, header, words * 4) : FZ_NULL;
    if (taken != FZ_NULL) {
        uint32_t *place = fz_object(vm, taken);
        for (uint32_t i = 1; i < words; i++)
            place[i] = 0;
        return taken;
    }
#endif
    uint32_t size = fz_object_size(header);
    if (!make_room(vm, size))
        return fz_raise_memory(vm);
    uint32_t *object = (uint32_t *)(void *)vm->heap_next;
    memset(object, 0, size);
    *object = header;
    vm->heap_next += size;
    return (FzValue)((uint8_t *)object - vm->base[0]);
}

bool fz_grow_in_place(FzVm *vm, FzValue value, uint32_t count)
{
    uint32_t *object = fz_place(vm, value);
    uint32_t size = fz_object_size(*object);
    if ((uint8_t *)object + size != vm->heap_next || count > FZ_COUNT_MAX)
        return false;
    uint32_t header = (*object & ((1u << FZ_COUNT_SHIFT) - 1)) | count << FZ_COUNT_SHIFT;
    uint32_t more = fz_object_size(header) - size;
    if (more > room(vm))
        return false;
    memset(vm->heap_next, 0, more);
    *object = header;
    vm->heap_next += more;
    return true;
}

void fz_shrink(FzVm *vm, FzValue value, uint32_t count)
{
    fz_heap_note_peak(vm);
    uint32_t *object = fz_place(vm, value);
    uint32_t old_size = fz_object_size(*object);
    *object = (*object & ((1u << FZ_COUNT_SHIFT) - 1)) | count << FZ_COUNT_SHIFT;
    uint32_t size = fz_object_size(*object);
    uint8_t *end = (uint8_t *)object + old_size;
    if (end == vm->heap_next)
        vm->heap_next -= old_size - size;
    else if (size < old_size)
        *(uint32_t *)(void *)((uint8_t *)object + size) =
            fz_header(FZ_KIND_FREE, 0, (old_size - size) / 4 - 1);
}
