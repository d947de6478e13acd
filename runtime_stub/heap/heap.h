// SPDX-License-Identifier: MIT
// The heap: bump allocation, a precise mark-compact collector, and the boundary to the stack.
//
// Every function here with an `FzVm *` parameter whose comment says "may collect" can move every
// RAM object: pointers into objects and RAM values in C variables die. Values on the VM stack
// (arguments, fz_push), in globals and in registers are updated.
#ifndef FLASHFREEZE_HEAP_H
#define FLASHFREEZE_HEAP_H

#include "flashfreeze/flashfreeze.h"
#include "flashfreeze/image.h"

#include <stddef.h>
#include <string.h>

// memcpy of a few bytes that the compiler may do inline, also in freestanding code.
#ifdef __GNUC__
#define fz_copy_bits(to, from, size) __builtin_memcpy((to), (from), (size))
#else
#define fz_copy_bits(to, from, size) memcpy((to), (from), (size))
#endif

// Headers of floats.
enum {
    FZ_WIDE_FLOAT = FZ_HEADER_ONE | FZ_KIND_FLOAT << 2 | 2 << FZ_COUNT_SHIFT,
    FZ_NARROW_FLOAT = FZ_HEADER_ONE | FZ_KIND_FLOAT << 2 | 1 << FZ_COUNT_SHIFT,
};

// Where an object was made, in RAM or ROM: its address when it is of a kind that never changes. RAM
// addresses die with the next call that may collect.
FZ_SHARED void *fz_place(const FzVm *vm, FzValue value)
{
    return vm->base[value >> 1 & 1] + value;
}
// The same for what can only lie in ROM.
FZ_SHARED const void *fz_rom(const FzVm *vm, FzValue value) { return vm->base[1] + value; }
// The copy of a ROM object that can be written, or where it lies when there is none (thaw.c).
void *fz_copy_or_place(const FzVm *vm, FzValue value);
// Address of an object as it is now: that of its copy when it lies in ROM and was written.
FZ_SHARED void *fz_object(const FzVm *vm, FzValue value)
{
#if FZ_FAST_PATHS
    if (fz_is_ram(value))
        return vm->base[0] + value;
#endif
#if FZ_MUTABLE_ROM
    if (fz_is_rom(value) && value >= vm->first_mutable)
        return fz_copy_or_place(vm, value);
#endif
    return fz_place(vm, value);
}
// Gives an object in ROM a copy in RAM, if it can be written and has none. May collect; false after
// raising (TypeError for what can never change).
bool fz_thaw(FzVm *vm, FzValue value);
FZ_SHARED uint32_t fz_header_of(const FzVm *vm, FzValue value)
{
    return *(const uint32_t *)fz_object(vm, value);
}
FZ_SHARED uint32_t fz_kind_number(const FzVm *vm, FzValue value)
{
    return fz_is_int(value) ? FZ_KIND_INT : (uint32_t)fz_header_kind(*(const uint32_t *)fz_place(vm, value));
}
FZ_INLINE FzKind fz_kind_of(const FzVm *vm, FzValue value) // FZ_KIND_INT also for small integers
{
    return (FzKind)(fz_kind_number(vm, value) & 63); // the mask tells the compiler what it cannot be
}
FZ_INLINE bool fz_is_kind(const FzVm *vm, FzValue value, FzKind kind) // false for small integers
{
    return (!__builtin_constant_p(kind) || FZ_HAS_KIND(kind)) && !fz_is_int(value) &&
           fz_header_kind(*(const uint32_t *)fz_place(vm, value)) == kind;
}
FZ_SHARED uint32_t fz_count_of(const FzVm *vm, FzValue value)
{
    return fz_header_count(fz_header_of(vm, value));
}
// Sets the count of a RAM object whose size does not depend on it (LIST, DICT, SET, BYTEARRAY).
FZ_SHARED void fz_set_count(FzVm *vm, FzValue value, uint32_t count)
{
    uint32_t *header = fz_object(vm, value);
    *header = (*header & ((1u << FZ_COUNT_SHIFT) - 1)) | count << FZ_COUNT_SHIFT;
}

#define FZ_STR(vm, value)       ((FzStr *)fz_place((vm), (value)))
#define FZ_TUPLE(vm, value)     ((FzTuple *)fz_object((vm), (value)))
#define FZ_LIST(vm, value)      ((FzList *)fz_object((vm), (value)))
#define FZ_DICT(vm, value)      ((FzDict *)fz_object((vm), (value)))
#define FZ_FUNCTION(vm, value)  ((FzFunction *)fz_object((vm), (value)))
#define FZ_CODE(vm, value)      ((const FzCode *)fz_rom((vm), (value)))
#define FZ_NATIVE(vm, value)    ((const FzNative *)fz_rom((vm), (value)))
#define FZ_CLASS(vm, value)     ((FzClass *)fz_object((vm), (value)))
#define FZ_INSTANCE(vm, value)  ((FzInstance *)fz_object((vm), (value)))
#define FZ_EXCEPTION(vm, value) ((FzException *)fz_object((vm), (value)))
#define FZ_MODULE(vm, value)    ((const FzModule *)fz_rom((vm), (value)))
// Word i of any object (word 0 is the header).
#define FZ_WORDS(vm, value) ((uint32_t *)fz_object((vm), (value)))

FZ_SHARED const FzImageHeader *fz_image(const FzVm *vm)
{
    return (const FzImageHeader *)(const void *)(vm->base[1] + 2);
}
// A class or a known name of the image; FZ_NULL when the image has none.
FZ_SHARED FzValue fz_type(const FzVm *vm, FzTypeId id)
{
    return fz_numbered(fz_image(vm), fz_image(vm)->types_off, id);
}
FZ_SHARED FzValue fz_name(const FzVm *vm, FzNameId id)
{
    return fz_numbered(fz_image(vm), fz_image(vm)->names_off, id);
}

// Places an object of `size` bytes that nothing but its header is written of; the caller fills it at
// once. FZ_NULL when that takes a collection (fz_new does it), and always in hostile builds.
FZ_SHARED FzValue fz_take(FzVm *vm, uint32_t header, uint32_t size)
{
#if FZ_GC_STRESS || FZ_FAIL_ALLOCATION
    (void)vm, (void)header, (void)size;
    return FZ_NULL;
#else
    uint8_t *at = vm->heap_next;
    if ((ptrdiff_t)size > vm->alloc_limit - at)
        return FZ_NULL;
    *(uint32_t *)(void *)at = header;
    vm->heap_next = at + size;
    return (FzValue)(at - vm->base[0]);
#endif
}

// Makes an object with all other words zero. May collect. FZ_NULL after raising MemoryError.
FzValue fz_new(FzVm *vm, FzKind kind, uint32_t flags, uint32_t count);

// Grows an object whose size depends on its count in place, if it is the last one of the heap and
// there is room; new words are zero. Does not collect; false when it could not.
bool fz_grow_in_place(FzVm *vm, FzValue value, uint32_t count);

// Shrinks such an object in place. Does not collect.
void fz_shrink(FzVm *vm, FzValue value, uint32_t count);

// Makes room for `slots` more values on the stack above vm->sp; may collect. False after raising
// RecursionError (greatest stack reached) or MemoryError.
bool fz_stack_reserve(FzVm *vm, uint32_t slots);

// Pushes a value where the collector sees it and gives its place. A native may push up to
// FZ_NATIVE_SLOTS values (fz_stack_reserve gives more); they are dropped when it returns.
FZ_SHARED FzValue *fz_push(FzVm *vm, FzValue value)
{
    FZ_ASSERT(vm->sp < vm->stack_limit);
    *vm->sp = value;
    return vm->sp++;
}
FZ_SHARED void fz_pop(FzVm *vm, uint32_t count) { vm->sp -= count; }

// Sets up the block; FZ_NO_MEMORY when it is too small.
FzStatus fz_heap_open(FzVm *vm, void *ram, uint32_t size, uint32_t globals);

// To be called when the threshold changes, or whether it counts.
void fz_heap_set_limit(FzVm *vm);

// Brings vm->heap_peak up to date.
void fz_heap_note_peak(FzVm *vm);

// Collects now: marks from the roots, slides live objects together, updates references.
void fz_heap_collect(FzVm *vm);

// Bytes of the heap in use (live and dead).
uint32_t fz_heap_used(const FzVm *vm);

// Walks the heap and checks every header and reference; the first problem's description, or NULL.
const char *fz_heap_check(const FzVm *vm);

#endif
