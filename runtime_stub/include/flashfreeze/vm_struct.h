// SPDX-License-Identifier: MIT
// The VM's state. Firmware only needs its size; the fields belong to the runtime.
//
// The block of RAM: registers | globals of all modules | stack, growing up | gap | heap, growing up.
// Everything from the block's start to the stack's top is an array of values that the collector
// takes as roots. The heap can slide as a whole when the stack needs room (or gives it back):
// values are offsets from the heap's base, so no reference changes.
#ifndef FLASHFREEZE_VM_STRUCT_H
#define FLASHFREEZE_VM_STRUCT_H

#include "config.h"
#include "object.h"

// Registers: values that the VM keeps outside of any frame.
enum {
    FZ_REG_EXCEPTION, // raised and not yet handled, or NULL
    FZ_REG_HANDLED,   // being handled by an except or finally block, or NULL
    FZ_REG_ROOTS,     // ARRAY of values held by FzRoots, or NULL
    FZ_REG_ARGV,      // sys.argv
    FZ_REG_ATTRS,     // ARRAY of (ROM object, dict of the attributes set on it) pairs, or NULL
    FZ_REG_IDS,       // ARRAY of (object, identity) pairs for kinds without room for one, or NULL
    FZ_REG_COPIES,    // ARRAY, a hash map: ROM object that can be written -> its copy; or NULL
    FZ_REG_COUNT
};

// What was found under a name: in a class (or kind), or as the fallback of a module's global.
typedef struct {
    FzValue of, name, value;
} FzCached;

struct FzVm {
    uint8_t *base[2];      // [0] heap base: address of RAM offset 0; [1] image minus 2 (never written)
    FzValue *registers;    // start of the block
    FzValue *globals;      // registers + FZ_REG_COUNT
    FzValue *stack;        // first slot of the stack
    FzValue *sp;           // first free slot; slots below are roots
    FzValue *frame;        // the running one (vm/frame.h)
    FzValue *top;          // the running frame may push up to here
    FzValue *stack_limit;  // the stack may not pass this without fz_stack_reserve
    uint8_t *heap_start;   // first object
    uint8_t *heap_next;    // first free byte
    uint8_t *heap_end;     // one past the block
    uint8_t *alloc_limit;  // objects are placed up to here without asking for a collection
    FzValue *stack_peak;   // highest sp seen
    const struct FzApp *app;
    const struct FzPort *port;
    const void *holders;   // containers in ROM whose repr is being made (protocol_text.c)
    uint32_t stack_max;    // most bytes of stack
    uint32_t heap_peak;    // up to date after fz_heap_note_peak
    uint32_t heap_live_peak;
    uint32_t threshold;    // collect when this much was allocated since the last time; 0: when full
    uint32_t kept;         // bytes of heap in use after the last collection
    uint32_t collections;
    uint32_t next_identity; // for id()
    FzValue first_mutable;  // ROM objects from this one on can be written: they are copied then
    uint32_t copies;        // how many have been
    int32_t exit_code;
    uint32_t steps;         // calls and jumps back until the VM looks for what is asked of it (vm/pause.c)
    uint32_t budget;        // how many more it may make after these; UINT32_MAX: no limit
    struct FzDeferred *deferred; // ring of calls asked for from outside
    bool (*call_deferred)(struct FzVm *vm); // set with the ring: firmware without one does not link it
#if FZ_FAIL_ALLOCATION
    uint32_t fail_after;
    bool (*fails)(struct FzVm *vm); // asked when fail_after reaches zero; without it the allocation fails
#endif
#if FZ_BREAKS
    uint32_t resume;   // where the next frame that is entered goes on, once
    uint32_t break_at; // offset of the BREAK that stopped the loop
    void (*stopped)(struct FzVm *vm); // a BREAK was met inside a nested interpreter, or `steps` are used up; does not return
#endif
#if FZ_CACHE_SLOTS
    FzCached cache[FZ_CACHE_SLOTS];
#endif
    uint8_t nesting;       // interpreters on the C stack
    uint8_t depth;         // recursion in C over containers
    uint8_t gc_disabled;
    uint8_t marks_overflowed;
    uint8_t deferred_room;
    volatile uint8_t deferred_next;  // written by fz_defer
    volatile uint8_t deferred_first; // written by the VM
    volatile uint8_t stop_asked;
    uint8_t stopping;       // the program is being left: no handler runs
    uint8_t running_deferred;
    uint8_t late_descriptors; // a data descriptor was put on a class after its making
};

#endif
