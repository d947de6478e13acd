// SPDX-License-Identifier: MIT
// Regions of code at run time: finding the handler of an exception, and what must run before a
// return or jump leaves a region. docs/bytecode.md, "Regions", is the specification.
#include "frame.h"

static uint32_t read_u16(const uint8_t *at) { return at[0] | (uint32_t)at[1] << 8; }

bool fz_find_region(const FzCode *code, uint32_t offset, uint32_t *index, FzRegion *region)
{
    uint32_t count = code->sizes >> 16;
    const uint8_t *table = code->bytes + fz_code_size(code);
    for (uint32_t i = *index; i < count; i++) {
        const uint8_t *at = table + i * FZ_REGION_SIZE;
        if (offset < read_u16(at) || offset >= read_u16(at + 2))
            continue;
        *region = (FzRegion){
            .handler = read_u16(at + 4), .depth = read_u16(at + 6), .kind = read_u16(at + 8)};
        *index = i + 1;
        return true;
    }
    return false;
}

// The code of a handler is left: what was being handled before it is being handled again. A finally
// handler entered by a jump or return, or from above, did not change that.
static void leave_body(FzVm *vm, const FzRegion *region, const FzValue *stack)
{
    const FzValue *at = stack + region->depth;
    bool restores = region->kind == FZ_REGION_EXCEPT_BODY;
    if (region->kind == FZ_REGION_FINALLY_BODY)
        restores = fz_is_kind(vm, at[1], FZ_KIND_EXCEPTION);
    if (restores)
        vm->registers[FZ_REG_HANDLED] = at[0];
}

uint32_t fz_unwind_exception(FzVm *vm, const FzCode *code, FzValue *stack, uint32_t offset)
{
    uint32_t index = 0;
    FzRegion region;
    if (vm->stopping)
        return FZ_NO_HANDLER;
    while (fz_find_region(code, offset, &index, &region)) {
        leave_body(vm, &region, stack);
        if (region.kind != FZ_REGION_EXCEPT && region.kind != FZ_REGION_FINALLY)
            continue;
        FzValue *at = stack + region.depth;
        at[0] = vm->registers[FZ_REG_HANDLED];
        at[1] = vm->registers[FZ_REG_EXCEPTION];
        vm->sp = at + 2;
        vm->registers[FZ_REG_HANDLED] = at[1];
        vm->registers[FZ_REG_EXCEPTION] = FZ_NULL;
        return region.handler;
    }
    return FZ_NO_HANDLER;
}

static bool keeps(const FzCode *code, uint32_t index, uint32_t target)
{
    const uint8_t *at = code->bytes + fz_code_size(code) + index * FZ_REGION_SIZE;
    return fz_region_keeps((FzRegionKind)read_u16(at + 8), read_u16(at), read_u16(at + 2), target);
}

uint32_t fz_unwind_leave(FzVm *vm, const FzCode *code, FzValue *stack, uint32_t offset,
                         uint32_t target, FzValue payload)
{
    uint32_t index = 0;
    FzRegion region;
    while (fz_find_region(code, offset, &index, &region)) {
        if (target != FZ_NO_HANDLER && keeps(code, index - 1, target))
            continue;
        if (region.kind == FZ_REGION_EXCEPT)
            continue;
        FzValue *at = stack + region.depth;
        leave_body(vm, &region, stack);
        vm->sp = at;
        if (region.kind != FZ_REGION_FINALLY)
            continue;
        at[0] = payload;
        at[1] = fz_from_int(target == FZ_NO_HANDLER ? -1 : 0);
        vm->sp = at + 2;
        return region.handler;
    }
    return FZ_NO_HANDLER;
}
