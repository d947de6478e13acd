// SPDX-License-Identifier: MIT
// What the parts of the flow of functions and objects share (stack.h). Followed are, as numbers in sets:
//
//   an object of the image        its value: code (for functions of it), classes, natives, modules, descriptors
//   an instance, or a generator   the value of its class or code, and 1
//   a class made at boot          the value of its body's code, less 1; an instance of it: less 2
//   IT_ANY                        what is held by containers, or natives may have kept: Flow.held
//   IT_BOX                        an object of the runtime that may hold others; their operations look into it
//   IT_LAZY                       an iterator that may call functions and resume generators: Flow.lazy
//
// Everything else (numbers, texts, None) is of no interest and in no set.
#ifndef FLASHFREEZE_STACK_FLOW_H
#define FLASHFREEZE_STACK_FLOW_H

#include "../link/catalogue.h"
#include "flashfreeze/image.h"
#include "flashfreeze/opcodes.h"
#include "sets.h"
#include "stack.h"

enum { IT_ANY = 1, IT_BOX = 4, IT_LAZY = 8 };

// Of a place on the operand stack. `constant`: the value when it is known, else FZ_NULL. `plain`: of a method that
// is going to be called, what gets no receiver.
typedef struct {
    Set set;
    FzValue constant;
    Set plain;
} Slot;

// Locals, then the operand stack.
typedef struct {
    Slot *slots;
    uint32_t height;
} State;

// `callee` can run with its callable in slot `at`, counted from the caller's own, because of the instruction at
// `offset`.
typedef struct {
    uint32_t callee;
    uint32_t at;
    uint32_t offset;
} Edge;

typedef struct {
    FzValue name;
    Set set;
} BodyName;

typedef struct {
    FzValue value;
    const FzCode *code;
    uint32_t number;
    uint32_t locals;
    uint32_t depth;
    uint32_t positional;
    uint32_t keyword_only;
    uint32_t flags;
    Set *slots;       // what its parameters can be
    uint32_t *cells;  // of slots with a cell: 1 + its number
    Set result;
    State **states;   // by offset: where something jumps to
    VEC(Edge) edges;
    uint32_t most;    // slots above the callable that natives called here can take
    bool runs;        // something calls it
    bool is_bound;    // its first argument may come from an attribute
    bool nests;       // natives called here look into containers
    VEC(BodyName) names; // a class body: what it binds
    Set bases;
    bool has_meta;       // its class statement has keywords
} Function;

// What was found under a name in a class of the image.
typedef struct {
    uint32_t cls;
    FzValue name;
    uint32_t behind;
    Set found;
} Found;

typedef struct {
    Arena *arena;
    const uint8_t *image;
    const FzImageHeader *header;
    const Image *source;
    Sets sets;
    Function *functions;
    uint32_t count;
    uint32_t *numbers;   // of each word of the image: 1 + function of the code there
    Set *attributes;     // of each word: what is stored to attributes of the name there
    Set *globals;
    VEC(uint32_t) cell_parents; // cells that are one have one root
    VEC(Set) cell_values;
    VEC(FzValue) natives;       // methods of built-in classes
    VEC(FzValue) classes;
    Set held;
    Set lazy;
    Set getters;         // functions given to property() at boot
    Set metas;           // classes of classes
    Set firmware;        // what firmware may have got hold of, and hands in
    bool sets_by_name;   // attributes may be set by names made at run time
    bool reads_by_name;
    bool changed;
    Found *found;        // the latest ones, by hash
    VEC(uint32_t) mro;   // of the class that is being looked into
    uint32_t calls;      // that were looked at
    uint32_t calls_open; // one inside another
    bool is_lost;        // too many of either: there is no bound
    uint32_t natives_open; // natives that are being called by one another
} Flow;

// The arguments of a call. `self` is one more in front.
typedef struct {
    bool has_self;
    Set self;
    const Slot *positional;
    uint32_t count;
    const Slot *pairs; // names and values
    uint32_t keywords;
    bool is_spread; // unknown ones behind those
} Arguments;

// Where a call happens: slot of the callable; `nested`: from C.
typedef struct {
    Function *caller;
    uint32_t offset;
    uint32_t at;
    bool nested;
} CallPlace;

// ---- world.c: the image

static inline const void *flow_object(const Flow *flow, FzValue value) { return flow->image + value - 2; }
static inline const uint32_t *flow_words(const Flow *flow, FzValue value) { return flow_object(flow, value); }
static inline FzKind flow_kind(const Flow *flow, FzValue value)
{
    return fz_header_kind(flow_words(flow, value)[0]);
}
static inline uint32_t flow_count(const Flow *flow, FzValue value)
{
    return fz_header_count(flow_words(flow, value)[0]);
}
static inline bool flow_is(const Flow *flow, FzValue value, FzKind kind)
{
    return value != FZ_NULL && fz_is_rom(value) && flow_kind(flow, value) == kind;
}
static inline Function *flow_function(const Flow *flow, FzValue code)
{
    return &flow->functions[flow->numbers[(code - 2) / 4] - 1];
}
void flow_open(Flow *flow, Arena *arena, const Image *image);
Set flow_set_of(Flow *flow, FzValue value); // what a value of the image is
// What the dict has under a name, or FZ_NULL.
FzValue flow_entry(const Flow *flow, FzValue dict, FzValue name);
const char *flow_text(const Flow *flow, FzValue str);
FzValue flow_name(const Flow *flow, FzNameId id); // or FZ_NULL: nothing has it
bool flow_is_named(const Flow *flow, FzValue str, const char *text);
// The class that an instance in a set is of, or 0 when it is none (a generator, a class, …).
uint32_t flow_class_of(const Flow *flow, uint32_t item);
bool flow_is_class(const Flow *flow, uint32_t item);
bool flow_is_generator(const Flow *flow, uint32_t item);
static inline uint32_t flow_instance_of(uint32_t cls) { return (cls & 3) == 2 ? cls + 1 : cls - 1; }
Set flow_instances(Flow *flow, uint32_t cls); // what an instance of the class is
bool flow_is_native_class(const Flow *flow, uint32_t cls);
uint32_t flow_class_flags(const Flow *flow, uint32_t cls); // FZ_CLASS_*; of one made at boot, all that it may be
// What the class or one of its bases has under a name: entries of all that may come first, behind the class
// `behind` when it is not 0.
Set flow_find(Flow *flow, uint32_t cls, FzValue name, uint32_t behind);

static inline void flow_into(Flow *flow, Set *place, Set set)
{
    Set both = sets_union(&flow->sets, *place, set);
    flow->changed |= both != *place;
    *place = both;
}
// The set with what is held in place of IT_ANY (which stays in it).
Set flow_solid(Flow *flow, Set set);
Set *flow_cell(Flow *flow, Function *function, uint32_t slot);
void flow_join_cells(Flow *flow, Function *left, uint32_t slot, Function *right, uint32_t other);

// ---- calls.c

// Calls what `callee` can be. Gives what the call can give.
Set flow_call(Flow *flow, const CallPlace *place, Set callee, const Arguments *args);
// Calls a special method of what `set` can be.
Set flow_special(Flow *flow, const CallPlace *place, Set set, FzNameId name, const Arguments *args);
// The same for a group of them (calls.def), called from C. `inside`: of what containers hold, too.
typedef enum {
#define GROUP(name) CALLS_##name,
#include "calls.def"
    CALLS_COUNT
} CallGroup;
Set flow_group(Flow *flow, const CallPlace *place, Set set, CallGroup group, bool inside);
// The iterator of `set`, and the next item of one. `in_loop`: generators are resumed at place->at.
Set flow_iterator(Flow *flow, const CallPlace *place, Set set);
Set flow_next(Flow *flow, const CallPlace *place, Set set);
// An attribute of `set`: what it can be; *methods: what is bound to the object, when a call asks (else NULL).
Set flow_attribute(Flow *flow, const CallPlace *place, Slot object, FzValue name, Set *methods);
void flow_set_attribute(Flow *flow, const CallPlace *place, Slot object, FzValue name, Set value);
void flow_hand_out(Flow *flow, Set set); // to firmware
// Slots that natives take above `at`.
void flow_natives(Function *function, uint32_t at);

// ---- flow.c

void flow_run(Flow *flow);
void flow_root(Flow *flow, Set set); // firmware may call it

#endif
