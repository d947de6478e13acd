// SPDX-License-Identifier: MIT
// What the parts of freezing share. Values of the VM that ran are sources; each one that is reached
// gets a place in the new image.
#ifndef FLASHFREEZE_PREINIT_FREEZE_H
#define FLASHFREEZE_PREINIT_FREEZE_H

#include "../image/encode.h"
#include "../image/writer.h"
#include "preinit.h"

typedef struct {
    FzValue source; // of the constant; small integers too
    uint32_t uses;
    uint32_t order; // of its first use
} PoolUse;

// A Python module of the program.
typedef struct {
    FzValue source;
    uint32_t base;       // P0: number of its first global
    uint32_t slot_count; // with slot 0, the state
    bool is_done;
    bool escapes;        // somebody may hold the module other than by a global variable
    uint8_t *flags;      // of each slot: SLOT_*
    uint32_t *numbers;   // of each slot that stays in RAM: the new number within the module
    uint32_t new_base;
    uint32_t ram_count;
    VEC(PoolUse) pool;
    uint32_t *pool_numbers; // order -> place in the sorted pool
} FreezeModule;

// SLOT_IMPORTED: an import, or an attribute that can be a module, is stored there.
enum { SLOT_STORED = 1, SLOT_LOADED = 2, SLOT_IN_RAM = 4, SLOT_IMPORTED = 8 };

typedef struct {
    FzValue source;
    FreezeModule *module;
    uint32_t start;  // offset of the first instruction that is kept
    EncodeInput input;
    VEC(uint32_t) pool_users; // instructions whose operand is a use of the pool
    EncodedCode encoded;
} FreezeCode;

typedef struct {
    FzValue object;
    FzValue dict;
} Attributes;

typedef struct {
    Preinit *preinit;
    const FzVm *vm;
    Arena *arena;
    ImageWriter writer;
    FreezeModule *modules;     // one for each module of the program; native ones have no slots
    VEC(FzValue) order;        // sources reached, without CODE and MODULE of Python
    VEC(FreezeCode *) codes;   // code that can run
    VEC(FzValue) shells;       // code that only describes a class
    VEC(Attributes) attributes;
    uint8_t *rom_seen;         // of each word of P0: REACHED_*
    uint8_t *ram_seen;         // of each word of the heap
    FzValue *rom_places;       // their places in the new image
    FzValue *ram_places;
    uint8_t *names;            // of each word of P0: NAME_* of the str there
    bool sets_by_name;         // setattr or delattr may be called
    bool all_escape;
    bool changed;              // a round found something new
} Freeze;

// Names of attributes that code stores to, and of attributes whose value may be a module.
enum { NAME_STORED = 1, NAME_OF_MODULE = 2 };
enum { REACHED = 1, REACHED_TO_RUN = 2 };

static inline FreezeModule *freeze_module_of(const Freeze *freeze, FzValue module)
{
    return &freeze->modules[FZ_MODULE(freeze->vm, module)->index];
}
static inline FzValue freeze_pool_item(const Freeze *freeze, FzValue module, uint32_t index)
{
    return FZ_TUPLE(freeze->vm, FZ_MODULE(freeze->vm, module)->pool)->items[index];
}
// The bytes of a CODE as it was linked.
static inline const uint8_t *freeze_bytes(const Freeze *freeze, FzValue code)
{
    return ((const FzCode *)(const void *)(freeze->preinit->image + code - 2))->bytes;
}
// The value that a global has now.
static inline FzValue freeze_global(const Freeze *freeze, const FreezeModule *module, uint32_t slot)
{
    return freeze->vm->globals[module->base + slot];
}

// reach.c: fills `order`, `codes`, `shells` and `attributes`, then says which globals stay in RAM.
void freeze_reach(Freeze *freeze);
void freeze_classify(Freeze *freeze);

// freeze_code.c: decodes the code that can run with its new operands and sorts the pools; then
// encodes it. False when code got too large.
bool freeze_encode(Freeze *freeze);

#endif
