// SPDX-License-Identifier: MIT
// Walks the whole heap and the roots and checks what every object must satisfy; for hostile builds
// and tests.
#include "collect.h"
#include "visit.h"

struct FzVisit {
    const FzVm *vm;
    const char *problem;
};

static void check_slot(FzVisit *visit, FzValue *slot)
{
    const FzVm *vm = visit->vm;
    FzValue value = *slot;
    if (value == FZ_NULL || fz_is_int(value))
        return;
    if (fz_is_rom(value)) {
        uint32_t off = value - 2;
        if (off < FZ_SINGLETONS_OFF || off >= fz_image(vm)->objects_end)
            visit->problem = "a reference leaves the image";
        return;
    }
    const uint8_t *object = fz_place(vm, value);
    if (object < vm->heap_start || object >= vm->heap_next) {
        visit->problem = "a reference leaves the heap";
        return;
    }
    uint32_t header = fz_header_of(vm, value);
    if (!(header & FZ_HEADER_ONE) || (uint32_t)fz_header_kind(header) >= FZ_KIND_COUNT ||
        fz_header_kind(header) == FZ_KIND_FREE)
        visit->problem = "a reference does not point at an object";
}

const char *fz_heap_check(const FzVm *vm)
{
    FzVisit visit = {vm, 0};
    for (FzValue *slot = vm->registers; slot < vm->sp; slot++)
        check_slot(&visit, slot);
    uint8_t *at = vm->heap_start;
    while (at < vm->heap_next && !visit.problem) {
        uint32_t *object = (uint32_t *)(void *)at;
        uint32_t header = *object;
        if (!(header & FZ_HEADER_ONE) || (uint32_t)fz_header_kind(header) >= FZ_KIND_COUNT)
            return "a header is damaged";
        if (header & FZ_HEADER_MARK)
            return "an object is marked between collections";
        fz_visit_object(&visit, object, header, check_slot);
        at += fz_object_size(header);
    }
    if (!visit.problem && at != vm->heap_next)
        visit.problem = "the last object leaves the heap";
    return visit.problem;
}
