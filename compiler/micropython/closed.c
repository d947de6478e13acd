// SPDX-License-Identifier: MIT
// What the program's code says about each name.
#include "closed_internal.h"

NameFact *closed_fact(Closed *closed, const Name *name)
{
    const Name *own = names_intern(&closed->names, name->text, name->size);
    uint32_t count = closed->facts.count;
    uint32_t number = name_map_add(closed->arena, &closed->map, own, count)->value;
    if (number == count) {
        NameFact *fact = ARENA_NEW(closed->arena, NameFact);
        fact->name = own;
        VEC_PUSH(closed->arena, &closed->facts, fact);
    }
    return closed->facts.items[number];
}

static NameFact *fact_of(Closed *closed, const char *text, size_t size)
{
    return closed_fact(closed, names_intern(&closed->names, text, size));
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

static bool is_part(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

static uint32_t word_end(const char *text, uint32_t size, uint32_t from)
{
    while (from < size && is_part(text[from]))
        from++;
    return from;
}

enum { LEAST_PIECE = 3 }; // characters

static void add_pattern(Closed *closed, const char *text, uint32_t size)
{
    name_map_add(closed->arena, &closed->patterns, names_intern(&closed->names, text, size), 0);
}

// Behind a field of a format that begins at `from`: "{…}", "%s", "%d"; `from` when there is none.
static uint32_t field_end(const char *text, uint32_t size, uint32_t from)
{
    if (text[from] == '%' && from + 1 < size && (text[from + 1] == 's' || text[from + 1] == 'd'))
        return from + 2;
    if (text[from] != '{')
        return from;
    uint32_t end = from;
    while (end < size && text[end] != '}')
        end++;
    return end < size ? end + 1 : from;
}

// "do_%s" and "{}_set" as do_* and *_set: a format that gives names. False when it is none.
static bool note_format(Closed *closed, const char *text, uint32_t size)
{
    char *pattern = ARENA_NEW_ARRAY(closed->arena, char, size + 1);
    uint32_t length = 0;
    uint32_t fields = 0;
    for (uint32_t i = 0; i < size; i++) {
        uint32_t end = field_end(text, size, i);
        if (end == i && !is_part(text[i]))
            return false;
        fields += end != i;
        pattern[length++] = end != i ? '*' : text[i];
        i = end != i ? end - 1 : i;
    }
    if (fields > 0 && fields < length)
        add_pattern(closed, pattern, length);
    return fields > 0;
}

// What names may be put together from: formats; "do_" as a beginning and "_set" as an end; where
// attributes are looked for by computed names, all other words of three characters as both.
static void note_piece(Closed *closed, const char *text, uint32_t size)
{
    if (size == 0 || note_format(closed, text, size) || word_end(text, size, 0) != size)
        return;
    bool is_long = closed->is_here && size >= LEAST_PIECE;
    if (is_long || text[size - 1] == '_')
        add_pattern(closed, arena_format(closed->arena, "%.*s*", (int)size, text), size + 1);
    if (is_long || text[0] == '_')
        add_pattern(closed, arena_format(closed->arena, "*%.*s", (int)size, text), size + 1);
}

static bool is_between(char c) { return c == ' ' || c == ',' || c == '.' || c == '\n'; }

// "name", "a.name", "name other": texts that code may take names from, unlike sentences.
static bool is_list_of_words(const char *text, uint32_t size)
{
    for (uint32_t i = 0; i < size; i++)
        if (!is_part(text[i]) && !is_between(text[i]))
            return false;
    return true;
}

void closed_words(Closed *closed, const Constant *constant, void (*take)(Closed *, NameFact *))
{
    if (constant->kind == CONSTANT_TUPLE || constant->kind == CONSTANT_FROZENSET)
        for (uint32_t i = 0; i < constant->items.count; i++)
            closed_words(closed, constant->items.items[i], take);
    if (constant->kind != CONSTANT_STR && constant->kind != CONSTANT_BYTES)
        return;
    const char *text = constant->text.bytes;
    uint32_t size = constant->text.size;
    bool is_list = is_list_of_words(text, size);
    for (uint32_t i = 0; i < size; i++) {
        if (!is_letter(text[i]))
            continue;
        uint32_t end = word_end(text, size, i);
        // {name} and %(name)s are names in any text
        bool is_field = i > 0 && (text[i - 1] == '{' || text[i - 1] == '(');
        if (is_list || is_field)
            take(closed, fact_of(closed, text + i, end - i));
        i = end;
    }
    note_piece(closed, text, size);
}

static void take_word(Closed *closed, NameFact *fact)
{
    (void)closed;
    fact->is_word = true;
}

// Every part of a dotted name stays.
static void keep_parts(Closed *closed, const Name *name)
{
    for (uint32_t i = 0; i < name->size; i++) {
        uint32_t end = i;
        while (end < name->size && name->text[end] != '.' && name->text[end] != '/')
            end++;
        fact_of(closed, name->text + i, end - i)->is_kept = true;
        i = end;
    }
}

static const V6Inst *inst_at(const V6Function *function, uint32_t place)
{
    return &function->code.items[place];
}

// Whether IMPORT_NAME at `place` takes a module that is not the program's.
static bool is_foreign_import(Closed *closed, const V6Function *function, uint32_t place)
{
    const V6Inst *inst = inst_at(function, place);
    const V6Inst *level = place >= 2 ? inst_at(function, place - 2) : NULL;
    if (!level || level->op != V6_LOAD_CONST_SMALL_INT || level->integer != 0)
        return false;
    uint32_t end = 0;
    while (end < inst->name->size && inst->name->text[end] != '.')
        end++;
    return !name_map_has(&closed->files, names_intern(&closed->names, inst->name->text, end));
}

static void note_import(Closed *closed, const V6Function *function, uint32_t place, bool *foreign)
{
    keep_parts(closed, inst_at(function, place)->name);
    if (!is_foreign_import(closed, function, place))
        return;
    for (uint32_t i = place + 1; i < function->code.count; i++) {
        const V6Inst *inst = inst_at(function, i);
        if (inst->op == V6_IMPORT_FROM) {
            closed_fact(closed, inst->name)->is_foreign = true;
            i++; // what stores it
        } else if (inst->op == V6_STORE_NAME || inst->op == V6_STORE_GLOBAL) {
            closed_fact(closed, inst->name)->is_module = true;
            return;
        } else {
            if (inst->op == V6_STORE_FAST)
                foreign[inst->number] = true;
            return;
        }
    }
}

static bool is_dynamic(const Name *name)
{
    static const char *const names[] = {"getattr", "setattr", "hasattr", "delattr", "dir",
                                        "vars",    "globals", "locals",  "__dict__"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (name_is(name, names[i]))
            return true;
    return false;
}

// x.__class__.__name__ and type(x).__name__ are of classes; others may be of functions.
static bool is_of_class(const V6Function *function, uint32_t place)
{
    const V6Inst *before = place ? inst_at(function, place - 1) : NULL;
    if (!before)
        return false;
    if (before->op == V6_LOAD_ATTR)
        return name_is(before->name, "__class__");
    const V6Inst *callee = place >= 3 ? inst_at(function, place - 3) : NULL;
    return before->op == V6_CALL_FUNCTION && before->number == 1 && callee &&
           callee->op == V6_LOAD_GLOBAL && name_is(callee->name, "type");
}

static void note_load(Closed *closed, const V6Function *function, uint32_t place)
{
    const V6Inst *inst = inst_at(function, place);
    closed->is_dynamic = closed->is_dynamic || is_dynamic(inst->name);
    bool is_attribute = inst->op == V6_LOAD_ATTR || inst->op == V6_LOAD_METHOD;
    if (!is_attribute || (!name_is(inst->name, "__name__") && !name_is(inst->name, "__qualname__")))
        return;
    closed->shows_classes = true;
    closed->shows_functions = closed->shows_functions || !is_of_class(function, place);
}

static bool is_constant_load(const V6Inst *inst)
{
    return inst->op == V6_LOAD_CONST_SMALL_INT || inst->op == V6_LOAD_CONST_NONE ||
           inst->op == V6_LOAD_CONST_TRUE || inst->op == V6_LOAD_CONST_FALSE;
}

static void note_store(Closed *closed, const V6Function *function, uint32_t place, bool is_sure)
{
    const V6Inst *inst = inst_at(function, place);
    const V6Inst *before = place ? inst_at(function, place - 1) : NULL;
    NameFact *fact = closed_fact(closed, inst->name);
    fact->is_bound = true;
    if (before && before->op == V6_IMPORT_FROM && before->name == inst->name)
        return; // it is that of another module
    fact->bindings++;
    fact->is_stored |= inst->op == V6_STORE_NAME;
    bool is_body = function->ir->kind == IR_FUNCTION_MODULE || function->ir->kind == IR_FUNCTION_CLASS;
    if (before && is_sure && is_body && is_constant_load(before) && inst->op != V6_STORE_ATTR)
        fact->constant = before;
}

static void note(Closed *closed, const V6Function *function, uint32_t place, bool is_sure,
                 bool *foreign)
{
    const V6Inst *inst = inst_at(function, place);
    switch (inst->op) {
    case V6_LOAD_TEXT:
    case V6_LOAD_CONST_OBJ:
        closed_words(closed, inst->constant, take_word);
        return;
    case V6_LOAD_CONST_STRING:
        closed_fact(closed, inst->name)->is_keyword = true;
        return;
    case V6_STORE_NAME:
    case V6_STORE_GLOBAL:
    case V6_STORE_ATTR:
        note_store(closed, function, place, is_sure);
        return;
    case V6_DELETE_NAME:
    case V6_DELETE_GLOBAL:
        closed_fact(closed, inst->name)->bindings += 2;
        return;
    case V6_IMPORT_NAME:
        note_import(closed, function, place, foreign);
        return;
    case V6_IMPORT_STAR:
        closed->has_star = true;
        return;
    case V6_CALL_FUNCTION_VAR_KW:
    case V6_CALL_METHOD_VAR_KW:
        closed->has_mapping |= inst->number >> 8 != 0;
        return;
    case V6_LOAD_NAME:
    case V6_LOAD_GLOBAL:
    case V6_LOAD_ATTR:
    case V6_LOAD_METHOD:
        note_load(closed, function, place);
        return;
    default:
        return;
    }
}

// What is looked up in a variable that holds a module from elsewhere.
static void note_foreign(Closed *closed, const V6Function *function, const bool *foreign)
{
    for (uint32_t i = 1; i < function->code.count; i++) {
        const V6Inst *inst = inst_at(function, i);
        const V6Inst *before = inst_at(function, i - 1);
        if (inst->op != V6_LOAD_ATTR && inst->op != V6_LOAD_METHOD)
            continue;
        bool is_variable = before->op == V6_LOAD_NAME || before->op == V6_LOAD_GLOBAL;
        if ((is_variable && closed_fact(closed, before->name)->is_module) ||
            (before->op == V6_LOAD_FAST && foreign[before->number]))
            closed_fact(closed, inst->name)->is_foreign = true;
    }
}

// Whether the function itself looks for attributes by computed names.
static bool looks_up(const V6Function *function)
{
    for (uint32_t i = 0; i < function->code.count; i++) {
        V6Op op = inst_at(function, i)->op;
        if ((op == V6_LOAD_NAME || op == V6_LOAD_GLOBAL || op == V6_LOAD_ATTR) &&
            is_dynamic(inst_at(function, i)->name))
            return true;
    }
    return false;
}

static void learn(Closed *closed, V6Function *function)
{
    Arena *arena = closed->arena;
    closed->is_here = looks_up(function);
    bool *foreign = ARENA_NEW_ARRAY(arena, bool, function->local_count + 1);
    uint32_t *place = ARENA_NEW_ARRAY(arena, uint32_t, function->label_count + 1);
    for (uint32_t i = 0; i < function->code.count; i++)
        if (inst_at(function, i)->op == V6_LABEL)
            place[inst_at(function, i)->label] = i;
    uint32_t unsure = 0; // before here code may be jumped over
    for (uint32_t i = 0; i < function->code.count; i++) {
        const V6Inst *inst = inst_at(function, i);
        if (v6_jumps(inst->op) && place[inst->label] > unsure)
            unsure = place[inst->label];
        note(closed, function, i, i >= unsure, foreign);
    }
    note_foreign(closed, function, foreign);
    NameFact *fact = closed_fact(closed, function->name);
    fact->is_bound = true;
    fact->names_class |= function->ir->kind == IR_FUNCTION_CLASS;
    fact->names_function |= function->ir->kind != IR_FUNCTION_CLASS;
    for (uint32_t i = 0; i < function->arg_names.count; i++)
        closed_fact(closed, function->arg_names.items[i])->is_bound = true;
    for (uint32_t i = 0; i < function->children.count; i++)
        learn(closed, function->children.items[i]);
}

static void know_firmware(Closed *closed)
{
    static const char *const known[] = {
#define F(name) #name,
#include "firmware_names.def"
#undef F
    };
    const FrozenFirmware *firmware = closed->options->firmware;
    for (uint32_t i = 0; firmware && i < firmware->texts.count; i++)
        closed_fact(closed, firmware->texts.items[i])->is_kept = true;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        fact_of(closed, known[i], strlen(known[i]))->is_kept = true;
    // MicroPython writes these and never reads them.
    fact_of(closed, "__module__", strlen("__module__"))->is_kept = false;
    fact_of(closed, "__qualname__", strlen("__qualname__"))->is_kept = false;
    for (uint32_t i = 0; i < closed->options->keep_count; i++)
        fact_of(closed, closed->options->keep[i], strlen(closed->options->keep[i]))->is_kept = true;
}

// Names of files without what follows the last dot.
static void know_files(Closed *closed)
{
    for (uint32_t i = 0; i < closed->module_count; i++) {
        const char *path = closed->modules[i].name;
        size_t size = strlen(path);
        if (size > 3 && strcmp(path + size - 3, ".py") == 0)
            size -= 3;
        keep_parts(closed, names_intern(&closed->names, path, size));
        size_t end = 0;
        while (end < size && path[end] != '/')
            end++;
        name_map_add(closed->arena, &closed->files, names_intern(&closed->names, path, end), 0);
    }
}

void closed_learn(Closed *closed)
{
    closed->facts.count = 0;
    closed->map = (NameMap){0};
    closed->patterns = (NameMap){0};
    closed->is_dynamic = closed->has_star = closed->has_mapping = false;
    closed->shows_classes = closed->shows_functions = false;
    know_firmware(closed);
    know_files(closed);
    for (uint32_t i = 0; i < closed->module_count; i++)
        learn(closed, closed->modules[i].top);
}

// Whether the text is the pattern with something for each '*'.
static bool matches(const char *pattern, const char *text)
{
    const char *star = NULL; // last one, and where the text goes on behind it
    const char *rest = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = pattern++;
            rest = text;
        } else if (*pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star + 1;
            text = ++rest;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == 0;
}

bool closed_may_be_computed(Closed *closed, NameFact *fact)
{
    if (!closed->is_dynamic)
        return false;
    for (; fact->patterns_tried < closed->patterns.entries.count && !fact->is_computed;
         fact->patterns_tried++)
        fact->is_computed = matches(closed->patterns.entries.items[fact->patterns_tried].name->text,
                                    fact->name->text);
    return fact->is_computed;
}

void closed_world(Arena *arena, const ClosedOptions *options, const ClosedModule *modules,
                  uint32_t count, ClosedReport *report)
{
    Closed closed = {.arena = arena,
                     .options = options,
                     .modules = modules,
                     .module_count = count,
                     .report = report};
    closed.names.arena = arena;
    *report = (ClosedReport){0};
    if (options->drops) {
        closed_learn(&closed);
        closed_fold(&closed);
        closed_learn(&closed);
        closed_drop(&closed);
    }
    if (options->rename != RENAME_NONE) {
        closed_learn(&closed);
        closed_rename(&closed);
    }
}
