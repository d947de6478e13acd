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
    bool is_used;        // something holds the module itself, so its variables can be asked for by name
    bool escapes;        // somebody may hold the module other than by a global variable
    uint8_t *flags;      // of each slot: SLOT_*
    uint32_t *numbers;   // of each slot that stays in RAM: the new number within the module
    uint32_t new_base;
    uint32_t new_index;  // in the new image's table of modules
    uint32_t ram_count;
    VEC(PoolUse) pool;
    uint32_t *pool_numbers; // order -> place in the sorted pool
} FreezeModule;

// SLOT_IMPORTED: an import, or an attribute that can be a module, is stored there.
// SLOT_EXPORTED: firmware may call it by name. SLOT_NAMED: its name leads to it at run time.
enum {
    SLOT_STORED = 1,
    SLOT_LOADED = 2,
    SLOT_IN_RAM = 4,
    SLOT_IMPORTED = 8,
    SLOT_EXPORTED = 16,
    SLOT_NAMED = 32,
};

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

// A table whose entries are kept by their names (shake/gates.c).
typedef enum { GATE_CLASS, GATE_MODULE, GATE_BUILTINS } GateKind;
typedef struct {
    FzValue owner; // the class or module; NULL of built-ins
    FzValue dict;
    GateKind kind;
    uint32_t open; // entries that were kept at the last look
} Gate;

// A statement in the body of a class that is made at boot, from instruction `start` to before `end`.
typedef struct {
    const FreezeCode *code;
    uint32_t start;
    uint32_t end;
    FzValue name;
    bool is_descriptor;
    bool is_open; // it is there
} BodyEntry;

typedef struct Edit Edit;

typedef struct {
    Preinit *preinit;
    Edit **edits;     // of each code, by its number: what folding changed, by offset; or NULL
    const Program *linked; // as it was linked
    Program *program; // what is left of it
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
    FzValue *name_users;       // the code or object that first mentions the name
    FzValue *rom_users;        // the code or object by which each object was first reached
    FzValue *ram_users;
    uint32_t *code_numbers;    // of each word of P0: 1 + number in Image.codes of the code there
    FzValue user;              // what is being scanned
    VEC(Gate) gates;
    VEC(BodyEntry) entries;
    bool shows_namespaces;     // a class statement has keywords: a metaclass may see all of its body
    VEC(FzValue) strs;         // that the program can work with
    uint32_t strs_mentioned;   // how many of them count as names
    bool ops[256];             // instructions in code that runs
    bool texts_are_names;      // a str may be given to getattr, or be a format
    bool shows_dicts;          // code mentions __dict__, which shows all of a class
    bool hands_classes;        // the program can get hold of the class of what it has
    bool passes_classes;       // there is a class method or a __get__: they are given classes
    bool has_metaclass;        // a class derives from `type`
    bool sets_by_name;         // setattr or delattr may be called
    bool all_escape;
    bool changed;              // a round found something new
} Freeze;

// Names of attributes that code stores to, and of attributes whose value may be a module.
// NAME_MENTIONED: code may load an attribute of that name; NAME_LOADED: a variable, by its name;
// NAME_SPECIAL: the runtime asks for it.
// NAME_STORED: it may store to one; NAME_BOUND: a class body does.
enum {
    NAME_STORED = 1,
    NAME_OF_MODULE = 2,
    NAME_MENTIONED = 4,
    NAME_LOADED = 8,
    NAME_SPECIAL = 16,
    NAME_BOUND = 32,
    NAME_CALLED = 64, // of a native function that the program has
};
// REACHED_AS_VALUE: the program can get hold of it. REACHED_BY_GATE: a table of which only some entries
// count. REACHED_TO_MAKE: a class that the program can get hold of, or a base of one.
enum {
    REACHED = 1,
    REACHED_TO_RUN = 2,
    REACHED_AS_VALUE = 4,
    REACHED_BY_GATE = 8,
    REACHED_TO_MAKE = 16,
};

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

// classify.c: says which globals stay in RAM.
void freeze_classify(Freeze *freeze);
// Whether a variable has an entry in its module's dict: its name leads to it at run time, or a
// message says that it has no value.
bool freeze_has_entry(const Freeze *freeze, const FreezeModule *module, uint32_t slot);

// symbols.c: what tracebacks of the image lack.
void freeze_symbols(Freeze *freeze);

// freeze_code.c: decodes the code that can run with its new operands and sorts the pools; then
// encodes it. False when code got too large.
bool freeze_encode(Freeze *freeze);

#endif
