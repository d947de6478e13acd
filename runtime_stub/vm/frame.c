// SPDX-License-Identifier: MIT
// Reading code objects and functions, and laying frames on the stack (see frame.h).
#include "frame.h"

uint32_t fz_code_params(const FzCode *code)
{
    uint32_t flags = fz_code_flags(code);
    return fz_code_positional(code) + fz_code_keyword_only(code) + (flags & FZ_CODE_VARARGS ? 1 : 0) +
           (flags & FZ_CODE_VARKEYWORDS ? 1 : 0);
}

static uint32_t name_count(const FzVm *vm, const FzCode *code)
{
    uint32_t count = fz_count_of(vm, code->params);
    return fz_code_flags(code) & FZ_CODE_HAS_DOC ? count - 1 : count;
}

FzValue fz_code_slot_name(const FzVm *vm, const FzCode *code, uint32_t slot)
{
    uint32_t count = name_count(vm, code);
    if (fz_code_flags(code) & FZ_CODE_CLASS_BODY && count > 1 + fz_code_free(code))
        count = 1 + fz_code_free(code);
    return slot < count ? FZ_TUPLE(vm, code->params)->items[slot] : FZ_EMPTY_STR;
}

FzValue fz_code_doc(const FzVm *vm, const FzCode *code)
{
    if (!(fz_code_flags(code) & FZ_CODE_HAS_DOC))
        return FZ_NONE;
    return FZ_TUPLE(vm, code->params)->items[name_count(vm, code)];
}

FzValue fz_code_field(const FzVm *vm, const FzCode *code, uint32_t *index)
{
    uint32_t at = 1 + fz_code_free(code) + *index;
    if (at >= name_count(vm, code))
        return FZ_NULL;
    *index += 1;
    return FZ_TUPLE(vm, code->params)->items[at];
}

uint32_t fz_code_line(const FzCode *code, uint32_t offset)
{
    uint32_t line = code->line & 0xffffff;
    uint32_t place = 0;
    const uint8_t *at = code->bytes + fz_code_size(code) + (code->sizes >> 16) * FZ_REGION_SIZE;
    const uint8_t *end = code->bytes + fz_header_count(code->header);
    while (at < end) {
        uint32_t entry = *at++;
        uint32_t bytes = entry & 15;
        int32_t lines = (int32_t)(entry >> 4);
        if (entry & 0x80) {
            if (end - at < 2)
                break;
            bytes = entry & 0x7f;
            lines = (int16_t)(uint16_t)(at[0] | (uint32_t)at[1] << 8);
            at += 2;
        }
        place += bytes;
        if (place > offset)
            break;
        line += (uint32_t)lines;
    }
    return line;
}

FzValue fz_function_code(const FzVm *vm, FzValue function)
{
    FzValue code = FZ_FUNCTION(vm, function)->code;
    return fz_is_rom(code) ? code : FZ_WORDS(vm, code)[1];
}

FzValue fz_find_extra(const FzVm *vm, FzValue function, uint32_t which)
{
    const FzFunction *object = FZ_FUNCTION(vm, function);
    uint32_t mask = fz_header_count(object->header);
    if (!(mask & which))
        return FZ_NULL;
    uint32_t index = 0;
    for (uint32_t bit = 1; bit < which; bit <<= 1)
        if (mask & bit)
            index++;
    return object->extras[index];
}

bool fz_frame_reserve(FzVm *vm, const FzCode *code, uint32_t used)
{
    uint32_t slots = fz_code_locals(code) - used + FZ_LINKAGE + fz_code_depth(code) + FZ_SLACK;
    if (vm->stack_limit - vm->sp >= (ptrdiff_t)(slots + FZ_NATIVE_SLOTS) &&
        (uint32_t)(vm->sp - vm->stack) + slots <= vm->stack_max / 4)
        return true;
    return fz_stack_reserve(vm, slots);
}

static FzValue *frame_top(const FzCode *code, FzValue *link)
{
    return link + FZ_LINKAGE + fz_code_depth(code) + FZ_SLACK;
}

void fz_frame_link(FzVm *vm, FzValue own, const FzCode *code, FzValue *locals, uint32_t back)
{
    FzValue *link = locals + fz_code_locals(code);
    for (FzValue *slot = vm->sp; slot < link; slot++)
        *slot = FZ_NULL;
    locals[-1] = fz_way_back(back, (uint32_t)(locals - vm->frame));
    link[0] = own;
    vm->frame = link;
    vm->sp = link + FZ_LINKAGE;
    vm->top = frame_top(code, link);
    if (vm->top > vm->stack_peak)
        vm->stack_peak = vm->top;
}

bool fz_frame_unlink(FzVm *vm, FzValue *locals, uint32_t distance)
{
    vm->frame = locals - distance;
    vm->top = vm->frame == vm->stack
                  ? vm->stack
                  : frame_top(FZ_CODE(vm, fz_own_code(vm, vm->frame[0])), vm->frame);
    if (vm->top <= vm->sp || vm->stack_limit - vm->top >= FZ_NATIVE_SLOTS)
        return true;
    // A collection gave the heap what this frame needs.
    return fz_stack_reserve(vm, (uint32_t)(vm->top - vm->sp));
}
