// SPDX-License-Identifier: MIT
// Short names: those that the most modules use get the shortest.
#include "closed_internal.h"

#include <stdlib.h>

static bool is_special(const Name *name)
{
    return name->size > 4 && memcmp(name->text, "__", 2) == 0 &&
           memcmp(name->text + name->size - 2, "__", 2) == 0;
}

static bool may_change(Closed *closed, NameFact *fact)
{
    const Name *name = fact->name;
    if (name->size < 2 || !fact->is_bound || fact->is_kept || fact->is_word || fact->is_foreign ||
        is_special(name) || name->text[0] == '<' || name->text[0] == '*')
        return false;
    if (closed->options->rename == RENAME_PRIVATE && name->text[0] != '_')
        return false;
    if ((closed->shows_classes && fact->names_class) ||
        (closed->shows_functions && fact->names_function))
        return false;
    return !closed_may_be_computed(closed, fact);
}

// ---- counting

static void use(Closed *closed, const Name *name, uint32_t module)
{
    NameFact *fact = closed_fact(closed, name);
    if (fact->last_module == module + 1)
        return;
    fact->last_module = module + 1;
    fact->modules++;
}

static bool is_name(const V6Inst *inst)
{
    return v6_operand(inst->op) == V6_OPERAND_QSTR && inst->op != V6_IMPORT_NAME;
}

static void count(Closed *closed, const V6Function *function, uint32_t module)
{
    use(closed, function->name, module);
    for (uint32_t i = 0; i < function->code.count; i++)
        if (is_name(&function->code.items[i]))
            use(closed, function->code.items[i].name, module);
    for (uint32_t i = 0; i < function->children.count; i++)
        count(closed, function->children.items[i], module);
}

typedef struct {
    NameFact *fact;
    uint32_t order;
} Rank;

static int by_use(const void *a, const void *b)
{
    const Rank *left = a;
    const Rank *right = b;
    if (left->fact->modules != right->fact->modules)
        return left->fact->modules > right->fact->modules ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

// ---- names

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                              "$&+-:;<=>?@^|~!";

// The name with that number: one character, then two, and so on.
static const Name *short_name(Closed *closed, uint32_t number, bool is_private)
{
    enum { BASE = sizeof letters - 1, MOST = 16 };
    char text[MOST];
    uint32_t from = MOST;
    for (number++; number > 0; number /= BASE) {
        number--;
        text[--from] = letters[number % BASE];
    }
    if (is_private)
        text[--from] = '_';
    return names_intern(&closed->names, text + from, MOST - from);
}

// Taken by a name that stays: all short ones do, for they would gain nothing.
static bool is_free(Closed *closed, const Name *name) { return !name_map_has(&closed->map, name); }

// A star import looks at the first character.
static bool is_private(const Closed *closed, const Name *name)
{
    return closed->has_star && name->text[0] == '_';
}

static void choose(Closed *closed, Rank *ranks, uint32_t rank_count)
{
    uint32_t next[2] = {0, 0};
    for (uint32_t i = 0; i < rank_count; i++) {
        NameFact *fact = ranks[i].fact;
        bool hides = is_private(closed, fact->name);
        const Name *name;
        do
            name = short_name(closed, next[hides]++, hides);
        while (!is_free(closed, name));
        if (name->size >= fact->name->size) {
            next[hides]--;
            continue;
        }
        fact->short_name = name;
        ClosedRename rename = {fact->name, name};
        VEC_PUSH(closed->arena, &closed->report->renames, rename);
    }
}

// ---- code

static const Name *renamed(Closed *closed, const Name *name)
{
    const NameFact *fact = closed_fact(closed, name);
    return fact->short_name ? fact->short_name : name;
}

// No call gives the argument by its name.
static bool is_positional(Closed *closed, const NameFact *fact)
{
    if (closed->options->rename == RENAME_PRIVATE && fact->name->text[0] != '_')
        return false;
    return !fact->is_keyword && !(closed->has_mapping && fact->is_word);
}

static void rename_function(Closed *closed, V6Function *function)
{
    const Name *hidden = names_intern_z(&closed->names, "*");
    bool has_none = function->name->text[0] == '<' && function->ir->kind != IR_FUNCTION_MODULE;
    bool drops_it = has_none && closed->options->rename == RENAME_ALL && !closed->shows_functions;
    function->name = drops_it ? hidden : renamed(closed, function->name);
    for (uint32_t i = 0; i < function->code.count; i++)
        if (is_name(&function->code.items[i]))
            function->code.items[i].name = renamed(closed, function->code.items[i].name);
    for (uint32_t i = 0; i < function->arg_names.count; i++) {
        const NameFact *fact = closed_fact(closed, function->arg_names.items[i]);
        function->arg_names.items[i] = is_positional(closed, fact) ? hidden
                                                                  : renamed(closed, fact->name);
    }
    for (uint32_t i = 0; i < function->children.count; i++)
        rename_function(closed, function->children.items[i]);
}

void closed_rename(Closed *closed)
{
    for (uint32_t i = 0; i < closed->module_count; i++)
        count(closed, closed->modules[i].top, i);
    Rank *ranks = ARENA_NEW_ARRAY(closed->arena, Rank, closed->facts.count + 1);
    uint32_t rank_count = 0;
    for (uint32_t i = 0; i < closed->facts.count; i++)
        if (closed->facts.items[i]->modules > 0 && may_change(closed, closed->facts.items[i]))
            ranks[rank_count++] = (Rank){closed->facts.items[i], i};
    qsort(ranks, rank_count, sizeof *ranks, by_use);
    choose(closed, ranks, rank_count);
    for (uint32_t i = 0; i < closed->module_count; i++)
        rename_function(closed, closed->modules[i].top);
}
