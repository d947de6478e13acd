// SPDX-License-Identifier: MIT
// What the parts of writing the C file share.
#ifndef FLASHFREEZE_MICROPYTHON_FROZEN_INTERNAL_H
#define FLASHFREEZE_MICROPYTHON_FROZEN_INTERNAL_H

#include "frozen_names.h"

typedef struct {
    Arena *arena;
    Names *names;
    const FrozenFirmware *firmware;
    const FrozenModules *modules;
    FILE *out;
    const Name **known;      // hash set of the firmware's texts and the fixed ones
    uint32_t known_count;
    VEC(const Name *) added; // texts of the pool, sorted by bytes
    uint32_t *number_slots;  // added text by hash: index + 1
    uint32_t number_count;
    VEC(const Constant *) objects; // written so far
    uint32_t *object_slots;
    uint32_t object_slot_count;
    FrozenNames tables;
    uint32_t tree_count, leaf_count; // functions with and without others in them
    uint32_t *file_place; // of each added text in mp_frozen_names, + 1; 0: it is not there
} Frozen;

// A name's number in the firmware as C.
void put_qstr(const Frozen *frozen, const Name *name);

void put_literal(FILE *out, const char *bytes, uint32_t size);

// MicroPython's hash of a text.
uint32_t frozen_hash(const Frozen *frozen, const char *bytes, uint32_t size);

// The objects of all constants (frozen_constants.c), each once, and references to them.
void put_objects(Frozen *frozen);
void put_reference(const Frozen *frozen, const Constant *constant);

// Functions, tables and modules (frozen_functions.c).
void put_functions(Frozen *frozen);
void put_modules(const Frozen *frozen);

// Entries for so many things in a hash table.
uint32_t frozen_slots(uint32_t count);

#endif
