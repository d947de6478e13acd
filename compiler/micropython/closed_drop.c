// SPDX-License-Identifier: MIT
// Definitions that nothing mentions. First all of them are taken for dead; then what the code that
// runs mentions is brought to life, with what its definitions mention in turn. A name that is the
// same constant in the whole program is replaced by it before that.
#include "closed_internal.h"

enum { DEEPEST = 200 }; // expressions are not looked into further

static V6Inst *inst_at(const V6Function *function, uint32_t place)
{
    return &function->code.items[place];
}

static bool is_removed(const V6Inst *inst)
{
    return inst->op == V6_LABEL && inst->label == UINT32_MAX;
}

// ---- values without effects

typedef struct {
    Closed *closed;
    const V6Function *function;
    bool is_strict; // what could raise, by whatever, does not count
} Finder;

static uint32_t find_value(const Finder *finder, uint32_t end, uint32_t depth);

static uint32_t find_values(const Finder *finder, uint32_t end, uint32_t count, uint32_t depth)
{
    for (; count > 0 && end != UINT32_MAX; count--)
        end = find_value(finder, end, depth);
    return end;
}

static bool is_builtin_maker(Closed *closed, const Name *name)
{
    static const char *const names[] = {"property", "staticmethod", "classmethod", "const",
                                        "object",   "frozenset",    "tuple",       "list",
                                        "dict",     "set",          "bytearray",   "bytes"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (name_is(name, names[i]))
            return closed_fact(closed, name)->bindings == 0;
    return false;
}

static uint32_t skip_removed(const V6Function *function, uint32_t end)
{
    while (end > 0 && is_removed(inst_at(function, end - 1)))
        end--;
    return end;
}

// A class body of nothing but values that get names.
static bool is_harmless_body(Closed *closed, const V6Function *body, uint32_t depth)
{
    const Finder finder = {closed, body, false};
    uint32_t end = skip_removed(body, body->code.count);
    bool is_return = true;
    while (end > 0) {
        V6Op op = inst_at(body, end - 1)->op;
        if (op != (is_return ? V6_RETURN_VALUE : V6_STORE_NAME))
            return false;
        is_return = false;
        end = find_value(&finder, end - 1, depth + 1);
        if (end == UINT32_MAX)
            return false;
        end = skip_removed(body, end);
    }
    return !is_return;
}

// Whether the class that is made by the call with its arguments in from..to has such a body.
static bool makes_harmless_class(const Finder *finder, uint32_t from, uint32_t to, uint32_t depth)
{
    for (uint32_t i = from; i < to; i++) {
        const V6Inst *inst = inst_at(finder->function, i);
        if (is_removed(inst))
            continue;
        // The body is the first argument.
        return inst->op == V6_MAKE_FUNCTION &&
               is_harmless_body(finder->closed, finder->function->children.items[inst->number],
                                depth);
    }
    return false;
}

static uint32_t find_call(const Finder *finder, uint32_t place, uint32_t depth)
{
    const V6Inst *inst = inst_at(finder->function, place);
    uint32_t arguments = (inst->number & 255) + 2 * (inst->number >> 8);
    uint32_t from = find_values(finder, place, arguments, depth);
    if (from == UINT32_MAX || (from = skip_removed(finder->function, from)) == 0)
        return UINT32_MAX;
    const V6Inst *callee = inst_at(finder->function, from - 1);
    if (callee->op == V6_LOAD_BUILD_CLASS)
        return makes_harmless_class(finder, from, place, depth) ? from - 1 : UINT32_MAX;
    if (callee->op == V6_LOAD_NAME || callee->op == V6_LOAD_GLOBAL)
        return is_builtin_maker(finder->closed, callee->name) ? from - 1 : UINT32_MAX;
    return UINT32_MAX;
}

// p.setter(f) and its like.
static uint32_t find_method_call(const Finder *finder, uint32_t place, uint32_t depth)
{
    const V6Inst *inst = inst_at(finder->function, place);
    if (inst->number != 1)
        return UINT32_MAX;
    uint32_t from = find_value(finder, place, depth);
    if (from == UINT32_MAX || (from = skip_removed(finder->function, from)) == 0)
        return UINT32_MAX;
    const V6Inst *callee = inst_at(finder->function, from - 1);
    if (callee->op != V6_LOAD_METHOD ||
        (!name_is(callee->name, "setter") && !name_is(callee->name, "getter") &&
         !name_is(callee->name, "deleter")))
        return UINT32_MAX;
    return find_value(finder, from - 1, depth);
}

static uint32_t find_value(const Finder *finder, uint32_t end, uint32_t depth)
{
    end = skip_removed(finder->function, end);
    if (end == 0 || depth > DEEPEST)
        return UINT32_MAX;
    uint32_t place = end - 1;
    const V6Inst *inst = inst_at(finder->function, place);
    uint32_t pops;
    uint32_t pushes;
    if (v6_is_load(inst->op))
        return place;
    switch (inst->op) {
    case V6_BUILD_TUPLE:
    case V6_BUILD_LIST:
    case V6_MAKE_FUNCTION_DEFARGS:
    case V6_MAKE_CLOSURE:
    case V6_MAKE_CLOSURE_DEFARGS:
        break;
    case V6_BUILD_SET:
    case V6_STORE_MAP:
    case V6_LOAD_ATTR:
        if (finder->is_strict)
            return UINT32_MAX;
        break;
    case V6_CALL_FUNCTION:
        return finder->is_strict ? UINT32_MAX : find_call(finder, place, depth + 1);
    case V6_CALL_METHOD:
        return finder->is_strict ? UINT32_MAX : find_method_call(finder, place, depth + 1);
    default: // operators
        if (finder->is_strict || inst->op < V6_UNARY_POSITIVE || inst->op > V6_POWER)
            return UINT32_MAX;
    }
    v6_effect(inst, &pops, &pushes);
    return find_values(finder, place, pops, depth + 1);
}

// ---- constants

static bool is_constant(const NameFact *fact)
{
    return fact->constant && fact->bindings == 1 && !fact->is_kept && !fact->is_word &&
           !fact->is_foreign;
}

static void become(Closed *closed, V6Inst *inst, const V6Inst *constant)
{
    uint32_t line = inst->line;
    *inst = *constant;
    inst->line = line;
    closed->report->folded++;
}

static void fold_function(Closed *closed, V6Function *function)
{
    const Finder finder = {closed, function, false};
    for (uint32_t i = 0; i < function->code.count; i++) {
        V6Inst *inst = inst_at(function, i);
        if (inst->op != V6_LOAD_NAME && inst->op != V6_LOAD_GLOBAL && inst->op != V6_LOAD_ATTR)
            continue;
        NameFact *fact = closed_fact(closed, inst->name);
        if (!is_constant(fact) || closed_may_be_computed(closed, fact))
            continue;
        if (inst->op == V6_LOAD_ATTR) {
            uint32_t from = find_value(&finder, i, 0);
            if (from == UINT32_MAX)
                continue;
            for (uint32_t k = from; k < i; k++)
                v6_remove(inst_at(function, k));
        }
        become(closed, inst, fact->constant);
    }
    for (uint32_t i = 0; i < function->children.count; i++)
        fold_function(closed, function->children.items[i]);
}

static void compact(Arena *arena, V6Function *function)
{
    v6_compact(arena, function);
    for (uint32_t i = 0; i < function->children.count; i++)
        compact(arena, function->children.items[i]);
}

// The instructions that give constants move when code is taken out.
static void copy_constants(Closed *closed)
{
    for (uint32_t i = 0; i < closed->facts.count; i++) {
        NameFact *fact = closed->facts.items[i];
        if (!fact->constant)
            continue;
        V6Inst *copy = ARENA_NEW(closed->arena, V6Inst);
        *copy = *fact->constant;
        fact->constant = copy;
    }
}

void closed_fold(Closed *closed)
{
    copy_constants(closed);
    for (uint32_t i = 0; i < closed->module_count; i++) {
        fold_function(closed, closed->modules[i].top);
        compact(closed->modules[i].arena, closed->modules[i].top);
    }
}

// ---- definitions

typedef struct Drop {
    Closed *closed;
    VEC(Definition *) all;
    VEC(Definition *) work; // alive, to be looked at
    VEC(V6Function *) active;
} Drop;

static bool is_body(const V6Function *function)
{
    return function->ir->kind == IR_FUNCTION_MODULE || function->ir->kind == IR_FUNCTION_CLASS;
}

// Where the definition begins that ends with the instruction at `place`; UINT32_MAX: none does.
static uint32_t definition_begin(Drop *drop, const V6Function *function, uint32_t place)
{
    Closed *closed = drop->closed;
    const V6Inst *inst = inst_at(function, place);
    if (place == 0)
        return UINT32_MAX;
    if ((inst->op == V6_STORE_NAME || inst->op == V6_STORE_GLOBAL) && is_body(function)) {
        if (inst_at(function, place - 1)->op == V6_IMPORT_FROM)
            return place - 1;
        const Finder finder = {closed, function, false};
        return find_value(&finder, place, 0);
    }
    if (inst->op == V6_STORE_ATTR && !is_body(function) &&
        inst_at(function, place - 1)->op == V6_LOAD_FAST && !closed->has_setters &&
        !closed_fact(closed, inst->name)->is_stored) {
        const Finder finder = {closed, function, true};
        return find_value(&finder, place - 1, 0);
    }
    return UINT32_MAX;
}

static void find_definitions(Drop *drop, V6Function *function)
{
    Arena *arena = drop->closed->arena;
    for (uint32_t i = 0; i < function->code.count; i++) {
        uint32_t from = definition_begin(drop, function, i);
        if (from == UINT32_MAX)
            continue;
        Definition *definition = ARENA_NEW(arena, Definition);
        *definition = (Definition){.fact = closed_fact(drop->closed, inst_at(function, i)->name),
                                   .function = function,
                                   .from = from,
                                   .to = i};
        VEC_PUSH(arena, &drop->all, definition);
        VEC_PUSH(arena, &definition->fact->definitions, definition);
        VEC_PUSH(arena, &function->definitions, definition);
    }
    for (uint32_t i = 0; i < function->children.count; i++)
        find_definitions(drop, function->children.items[i]);
}

static void mention(Closed *closed, NameFact *fact)
{
    Drop *drop = closed->drop;
    if (fact->is_mentioned)
        return;
    fact->is_mentioned = true;
    for (uint32_t i = 0; i < fact->definitions.count; i++) {
        Definition *definition = fact->definitions.items[i];
        definition->is_live = true;
        if (definition->function->is_active)
            VEC_PUSH(closed->arena, &drop->work, definition);
    }
}

static void activate(Drop *drop, V6Function *function)
{
    if (function->is_active)
        return;
    function->is_active = true;
    VEC_PUSH(drop->closed->arena, &drop->active, function);
}

static void look_at(Drop *drop, const V6Function *function, const V6Inst *inst)
{
    Closed *closed = drop->closed;
    switch (inst->op) {
    case V6_LOAD_NAME:
    case V6_LOAD_GLOBAL:
    case V6_LOAD_ATTR:
    case V6_LOAD_METHOD:
    case V6_LOAD_SUPER_METHOD:
    case V6_DELETE_NAME:
    case V6_DELETE_GLOBAL:
    case V6_IMPORT_FROM:
        mention(closed, closed_fact(closed, inst->name));
        return;
    case V6_STORE_ATTR: // what a class has under the name may be a property, with or without a setter
        if (closed_fact(closed, inst->name)->is_stored)
            mention(closed, closed_fact(closed, inst->name));
        return;
    case V6_LOAD_TEXT:
    case V6_LOAD_CONST_OBJ:
        closed_words(closed, inst->constant, mention);
        return;
    default:
        if (v6_operand(inst->op) == V6_OPERAND_CHILD)
            activate(drop, function->children.items[inst->number]);
        return;
    }
}

static void look_at_function(Drop *drop, V6Function *function)
{
    uint32_t next = 0; // definition
    for (uint32_t i = 0; i < function->code.count; i++) {
        while (next < function->definitions.count && function->definitions.items[next]->from < i)
            next++;
        const Definition *definition =
            next < function->definitions.count ? function->definitions.items[next] : NULL;
        if (definition && definition->from == i && !definition->is_live) {
            i = definition->to;
            continue;
        }
        look_at(drop, function, inst_at(function, i));
    }
}

static void settle(Drop *drop)
{
    while (drop->work.count || drop->active.count) {
        while (drop->active.count)
            look_at_function(drop, VEC_POP(&drop->active));
        if (!drop->work.count)
            return;
        const Definition *definition = VEC_POP(&drop->work);
        for (uint32_t i = definition->from; i <= definition->to; i++)
            look_at(drop, definition->function, inst_at(definition->function, i));
    }
}

static bool mention_computed(Drop *drop)
{
    Closed *closed = drop->closed;
    bool changed = false;
    for (uint32_t i = 0; i < drop->all.count; i++) {
        NameFact *fact = drop->all.items[i]->fact;
        if (!fact->is_mentioned && closed_may_be_computed(closed, fact)) {
            mention(closed, fact);
            changed = true;
        }
    }
    return changed;
}

static void mention_given(Drop *drop)
{
    Closed *closed = drop->closed;
    static const char *const setters[] = {"__setattr__", "__set__"};
    for (size_t i = 0; i < sizeof setters / sizeof setters[0]; i++) {
        const NameFact *fact =
            closed_fact(closed, names_intern_z(&closed->names, setters[i]));
        closed->has_setters |= fact->is_bound;
    }
    for (uint32_t i = 0; i < closed->facts.count; i++) {
        NameFact *fact = closed->facts.items[i];
        if (fact->is_kept || fact->is_foreign || name_is(fact->name, "__all__"))
            mention(closed, fact);
    }
}

void closed_drop(Closed *closed)
{
    Drop drop = {.closed = closed};
    closed->drop = &drop;
    mention_given(&drop);
    for (uint32_t i = 0; i < closed->module_count; i++)
        find_definitions(&drop, closed->modules[i].top);
    // Definitions of names that were mentioned before they were found.
    for (uint32_t i = 0; i < drop.all.count; i++)
        drop.all.items[i]->is_live = drop.all.items[i]->fact->is_mentioned;
    for (uint32_t i = 0; i < closed->module_count; i++)
        activate(&drop, closed->modules[i].top);
    do
        settle(&drop);
    while (mention_computed(&drop));
    for (uint32_t i = 0; i < drop.all.count; i++) {
        const Definition *definition = drop.all.items[i];
        if (definition->is_live)
            continue;
        closed->report->dropped += definition->function->is_active;
        for (uint32_t k = definition->from; k <= definition->to; k++)
            v6_remove(inst_at(definition->function, k));
    }
    for (uint32_t i = 0; i < closed->module_count; i++)
        compact(closed->modules[i].arena, closed->modules[i].top);
}
