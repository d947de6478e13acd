// SPDX-License-Identifier: MIT
// What is known of each name of a closed program, and what the parts of closed.h share.
#ifndef FLASHFREEZE_MICROPYTHON_CLOSED_INTERNAL_H
#define FLASHFREEZE_MICROPYTHON_CLOSED_INTERNAL_H

#include "../link/name_map.h"
#include "closed.h"

// A name of the program.
typedef struct {
    const Name *name;
    bool is_kept;     // firmware or the user's list has it, or it is part of a module's name
    bool is_word;     // it stands in a text, so code may look for it by that
    bool is_foreign;  // an attribute of a module from elsewhere
    bool is_module;   // a variable that holds such a module
    bool is_bound;    // the program gives it to something
    bool is_mentioned;
    bool is_computed; // one of the patterns fits it
    uint32_t patterns_tried;
    bool is_keyword;  // of an argument in a call
    bool is_stored;   // a variable of a module or class
    bool names_class, names_function;
    uint32_t bindings; // places that give it a value
    const V6Inst *constant; // the load of the value that the only one gives, or NULL
    uint32_t modules;  // that use it, as last counted
    uint32_t last_module;
    VEC(struct Definition *) definitions;
    const Name *short_name; // or NULL
} NameFact;

// Instructions from..to give `fact` a value and have no other effect.
typedef struct Definition {
    NameFact *fact;
    V6Function *function;
    uint32_t from, to;
    bool is_live;
} Definition;

typedef struct {
    Arena *arena;
    const ClosedOptions *options;
    const ClosedModule *modules;
    uint32_t module_count;
    Names names;
    NameMap map; // name -> number in facts
    VEC(NameFact *) facts;
    NameMap patterns;   // names that may be put together, with * for what is not known
    NameMap files;      // top-level names of the program's modules
    bool is_dynamic;    // attributes are looked for by computed names
    bool has_star;      // from m import *
    bool has_mapping;   // a call with ** whose names are not known
    bool is_here;       // likewise in the function that is being looked at
    bool shows_classes; // __name__ or __qualname__ of one is looked at
    bool shows_functions; // likewise
    bool has_setters;   // storing an attribute may run code of the program
    struct Drop *drop;  // while closed_drop is at work
    ClosedReport *report;
} Closed;

NameFact *closed_fact(Closed *closed, const Name *name); // of any table

// Fills facts from all code: words, bindings, constants, foreign names.
void closed_learn(Closed *closed);

// Gives every word in the texts of the constant to `take`.
void closed_words(Closed *closed, const Constant *constant, void (*take)(Closed *, NameFact *));

// Whether getattr and its like may look for the name by a text that is put together.
bool closed_may_be_computed(Closed *closed, NameFact *fact);

// Puts constants where their names are used (closed_drop.c), drops what is not mentioned, and gives
// short names (closed_rename.c).
void closed_fold(Closed *closed);
void closed_drop(Closed *closed);
void closed_rename(Closed *closed);

#endif
