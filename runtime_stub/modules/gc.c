// SPDX-License-Identifier: MIT
// The module gc: collections on demand, their thresholds, and what the heap holds.
#include "../vm/vm.h"
#include "flashfreeze/natives.h"

static uint32_t count_objects(const FzVm *vm)
{
    uint32_t count = 0;
    for (const uint8_t *at = vm->heap_start; at < vm->heap_next;) {
        uint32_t header = *(const uint32_t *)(const void *)at;
        count += fz_header_kind(header) != FZ_KIND_FREE;
        at += fz_object_size(header);
    }
    return count;
}

// Gives the number of objects that were found unreachable, all of them and not only cycles.
FzValue fz_gc_collect(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    uint32_t before = count_objects(vm);
    fz_heap_collect(vm);
    return fz_from_int((int32_t)(before - count_objects(vm)));
}

static FzValue set_disabled(FzVm *vm, bool disabled)
{
    vm->gc_disabled = disabled;
    fz_heap_set_limit(vm);
    return FZ_NONE;
}

FzValue fz_gc_enable(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return set_disabled(vm, false);
}

FzValue fz_gc_disable(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return set_disabled(vm, true);
}

FzValue fz_gc_isenabled(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_from_bool(!vm->gc_disabled);
}

// threshold() gives the bytes allocated between collections, 0 when only a full heap starts one;
// threshold(n) sets them.
FzValue fz_gc_threshold(FzVm *vm, uint32_t argc, FzValue *argv)
{
    int32_t bytes;
    if (argc == 0)
        return fz_int_from_u64(vm, vm->threshold);
    if (!fz_as_index(vm, argv[0], &bytes))
        return FZ_NULL;
    vm->threshold = bytes > 0 ? (uint32_t)bytes : 0;
    fz_heap_set_limit(vm);
    return FZ_NONE;
}

FzValue fz_gc_mem_free(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_int_from_u64(vm, (uint64_t)(vm->heap_end - vm->heap_next));
}

FzValue fz_gc_mem_alloc(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_int_from_u64(vm, fz_heap_used(vm));
}
