// SPDX-License-Identifier: MIT
// What is left of a program that ran at build time (docs/preinit.md): a collection of garbage that
// starts at the code that still runs and at what firmware calls. Attributes of classes and modules
// are followed by name: one that no code mentions is not there.
#ifndef FLASHFREEZE_SHAKE_SHAKE_H
#define FLASHFREEZE_SHAKE_SHAKE_H

#include "../preinit/freeze.h"
#include "inventory.h"

// mark.c: fills `order`, `codes`, `shells`, `attributes`, `gates`, the names' flags, and what the
// program needs of the runtime (`freeze->program`).
void shake_mark(Freeze *freeze);

// For the parts of shaking; each notes `freeze->user` as the reason.
void shake_reach(Freeze *freeze, FzValue value);             // it has to be there
void shake_reach_value(Freeze *freeze, FzValue value);       // and the program can get hold of it
void shake_reach_gate(Freeze *freeze, FzValue owner, FzValue dict, GateKind kind);
void shake_use_module(Freeze *freeze, FzValue module);
void shake_mention(Freeze *freeze, FzValue name, uint8_t flag);
bool shake_is_reached(const Freeze *freeze, FzValue value);
bool shake_is_python(const Freeze *freeze, FzValue module); // false for other objects

// names.c: the interned name of a text, FZ_NULL when the program has none.
FzValue shake_name_of(const FzVm *vm, const uint8_t *text, uint32_t size);
void shake_special_names(Freeze *freeze);    // flags those that the runtime asks for
void shake_mention_texts(Freeze *freeze);    // those that str of the program can be
// Whether a function's name leaves the image (strip.names): then only tracebacks and messages lack it.
bool shake_strips_name(const Freeze *freeze, FzValue code);
bool shake_is_mentioned(const Freeze *freeze, const char *text); // by code that is there
bool shake_finds_any(const Freeze *freeze);  // texts made at run time can be any name
void shake_tell_program(Freeze *freeze);     // names and natives, in `freeze->program`

// gates.c: follows what names lead to. True when that was something new.
bool shake_open_gates(Freeze *freeze);
// Whether an entry of a gate's table stays.
bool shake_keeps(const Freeze *freeze, FzValue dict, FzValue key, FzValue value);
bool shake_is_gate(const Freeze *freeze, FzValue dict);
// Whether a name leads to the variable of a module at run time.
bool shake_keeps_variable(const Freeze *freeze, const FreezeModule *module, FzValue name,
                          uint32_t slot);

// bodies.c: statements in bodies of classes made at boot.
bool shake_is_flat_body(const Freeze *freeze, const FreezeCode *code); // entries are looked for
// The statement at `at`, when it only makes something and binds it to a name.
bool shake_body_entry(const Freeze *freeze, const FreezeCode *code, uint32_t at, BodyEntry *out);
bool shake_keeps_body_entry(const Freeze *freeze, const BodyEntry *entry);
void shake_drop_entries(Freeze *freeze); // those that nothing asked for, after marking
// mark.c: the instructions of an entry are there.
void shake_open_entry(Freeze *freeze, BodyEntry *entry);

// inventory.c: what was placed; `objects_end` is where the objects of the new image end.
void shake_inventory(const Freeze *freeze, uint32_t objects_end, Inventory *out);

static inline uint8_t *shake_flags(const Freeze *freeze, FzValue name)
{
    return &freeze->names[(name - 2) / 4];
}

#endif
