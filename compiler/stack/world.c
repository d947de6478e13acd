// SPDX-License-Identifier: MIT
// The image as the flow begins: what its objects hold, and how names are looked up in them.
#include "flow.h"

#include <stdlib.h>

enum { FOUND_SLOTS = 8192 };

const char *flow_text(const Flow *flow, FzValue str)
{
    const FzStr *object = flow_object(flow, str);
    return arena_format(flow->arena, "%.*s", (int)fz_header_count(object->header), object->text);
}

bool flow_is_named(const Flow *flow, FzValue str, const char *text)
{
    const FzStr *object = flow_object(flow, str);
    return fz_header_count(object->header) == strlen(text) && memcmp(object->text, text, strlen(text)) == 0;
}

FzValue flow_name(const Flow *flow, FzNameId id) { return fz_numbered(flow->header, flow->header->names_off, id); }

// ---- what a value is

static uint32_t instance_class(const Flow *flow, FzValue value)
{
    FzValue cls = flow_words(flow, value)[1];
    return flow_is(flow, cls, FZ_KIND_EXT) ? flow_words(flow, cls)[1] : cls;
}

static FzValue code_of(const Flow *flow, FzValue function)
{
    FzValue code = flow_words(flow, function)[1];
    return flow_is(flow, code, FZ_KIND_EXT) ? flow_words(flow, code)[1] : code;
}

static Set bound_method(Flow *flow, FzValue value)
{
    Set function = flow_set_of(flow, flow_words(flow, value)[1]);
    SetItems items = sets_items(&flow->sets, function);
    for (uint32_t i = 0; i < items.count; i++)
        if (flow_is(flow, items.items[i], FZ_KIND_CODE)) {
            Function *callee = flow_function(flow, items.items[i]);
            callee->is_bound = true;
            if (callee->locals > 0)
                flow_into(flow, &callee->slots[0], flow_set_of(flow, flow_words(flow, value)[2]));
        }
    return function;
}

Set flow_instances(Flow *flow, uint32_t cls)
{
    Set set = sets_one(&flow->sets, flow_instance_of(cls));
    bool holds = flow_class_flags(flow, cls) & FZ_CLASS_WRAPS ||
                 ((cls & 3) == 2 && (FzKind)(flow_count(flow, cls) & 63) != FZ_KIND_INSTANCE);
    return holds ? sets_union(&flow->sets, set, sets_one(&flow->sets, IT_BOX)) : set;
}

Set flow_set_of(Flow *flow, FzValue value)
{
    if (value == FZ_NULL || fz_is_int(value))
        return SET_EMPTY;
    switch (flow_kind(flow, value)) {
    case FZ_KIND_NONE:
    case FZ_KIND_BOOL:
    case FZ_KIND_ELLIPSIS:
    case FZ_KIND_NOT_IMPLEMENTED:
    case FZ_KIND_INT:
    case FZ_KIND_FLOAT:
    case FZ_KIND_STR:
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_RANGE:
    case FZ_KIND_MEMORYVIEW:
        return SET_EMPTY;
    case FZ_KIND_FUNCTION:
        return sets_one(&flow->sets, code_of(flow, value));
    case FZ_KIND_BOUND_METHOD:
        return bound_method(flow, value);
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        return flow_instances(flow, instance_class(flow, value));
    case FZ_KIND_CODE:
    case FZ_KIND_NATIVE:
    case FZ_KIND_CLASS:
    case FZ_KIND_MODULE:
    case FZ_KIND_PROPERTY:
    case FZ_KIND_STATICMETHOD:
    case FZ_KIND_CLASSMETHOD:
        return sets_one(&flow->sets, value);
    default:
        return sets_one(&flow->sets, IT_BOX);
    }
}

Set flow_solid(Flow *flow, Set set)
{
    return sets_has(&flow->sets, set, IT_ANY) ? sets_union(&flow->sets, set, flow->held) : set;
}

// ---- cells

static uint32_t cell_root(const Flow *flow, uint32_t cell)
{
    while (flow->cell_parents.items[cell] != cell)
        cell = flow->cell_parents.items[cell];
    return cell;
}

static uint32_t cell_number(Flow *flow, Function *function, uint32_t slot)
{
    if (!function->cells[slot]) {
        uint32_t number = flow->cell_parents.count;
        VEC_PUSH(flow->arena, &flow->cell_parents, number);
        VEC_PUSH(flow->arena, &flow->cell_values, SET_EMPTY);
        function->cells[slot] = flow->cell_parents.count;
    }
    return cell_root(flow, function->cells[slot] - 1);
}

Set *flow_cell(Flow *flow, Function *function, uint32_t slot)
{
    uint32_t number = cell_number(flow, function, slot); // may move the values
    return &flow->cell_values.items[number];
}

void flow_join_cells(Flow *flow, Function *left, uint32_t slot, Function *right, uint32_t other)
{
    uint32_t a = cell_number(flow, left, slot);
    uint32_t b = cell_number(flow, right, other);
    if (a == b)
        return;
    Set value = flow->cell_values.items[b];
    flow->cell_parents.items[b] = a;
    flow_into(flow, &flow->cell_values.items[a], value);
    flow->changed = true;
}

// ---- tables and classes

typedef struct {
    const FzValue *items;
    uint32_t count;
    uint32_t step;
} Entries;

static Entries entries_of(const Flow *flow, FzValue container)
{
    const FzDict *dict = flow_object(flow, container);
    Entries entries = {.step = fz_header_kind(dict->header) == FZ_KIND_DICT ? 2 : 1};
    if (dict->table == FZ_NULL)
        return entries;
    entries.items = ((const FzTuple *)flow_object(flow, dict->table))->items;
    entries.count = fz_header_count(dict->header);
    return entries;
}

FzValue flow_entry(const Flow *flow, FzValue dict, FzValue name)
{
    Entries entries = entries_of(flow, dict);
    for (uint32_t i = 0; i < entries.count; i++)
        if (entries.items[2 * i] == name)
            return entries.items[2 * i + 1];
    return FZ_NULL;
}

bool flow_is_class(const Flow *flow, uint32_t item)
{
    return item > IT_LAZY && ((item & 3) == 1 || ((item & 3) == 2 && flow_kind(flow, item) == FZ_KIND_CLASS));
}

uint32_t flow_class_of(const Flow *flow, uint32_t item)
{
    if (item <= IT_LAZY)
        return 0;
    if ((item & 3) == 0)
        return item + 1;
    return (item & 3) == 3 && flow_kind(flow, item - 1) == FZ_KIND_CLASS ? item - 1 : 0;
}

bool flow_is_generator(const Flow *flow, uint32_t item)
{
    return item > IT_LAZY && (item & 3) == 3 && flow_kind(flow, item - 1) == FZ_KIND_CODE;
}

uint32_t flow_class_flags(const Flow *flow, uint32_t cls)
{
    if ((cls & 3) == 1)
        return FZ_CLASS_HAS_NEW | FZ_CLASS_WRAPS | FZ_CLASS_HAS_GETATTR |
               (flow_function(flow, cls + 1)->has_meta ? FZ_CLASS_HAS_META : 0u);
    return flow_count(flow, cls) >> 14;
}

bool flow_is_native_class(const Flow *flow, uint32_t cls)
{
    return (cls & 3) == 2 && flow_class_flags(flow, cls) & FZ_CLASS_NATIVE;
}

static void add_class(Flow *flow, uint32_t cls)
{
    for (uint32_t i = 0; i < flow->mro.count; i++)
        if (flow->mro.items[i] == cls)
            return;
    VEC_PUSH(flow->arena, &flow->mro, cls);
}

// The classes that an attribute is looked for in: in their order for a class of the image, in any order behind
// the class itself for one that is made at boot.
static void list_classes(Flow *flow, uint32_t cls)
{
    flow->mro.count = 0;
    add_class(flow, cls);
    for (uint32_t at = 0; at < flow->mro.count; at++) {
        uint32_t of = flow->mro.items[at];
        if ((of & 3) == 2) {
            const FzTuple *mro = flow_object(flow, ((const FzClass *)flow_object(flow, of))->mro);
            for (uint32_t i = 0; i < fz_header_count(mro->header); i++)
                add_class(flow, mro->items[i]);
            continue;
        }
        SetItems bases = sets_items(&flow->sets, flow_solid(flow, flow_function(flow, of + 1)->bases));
        for (uint32_t i = 0; i < bases.count; i++)
            if (flow_is_class(flow, bases.items[i]))
                add_class(flow, bases.items[i]);
    }
}

static Set own_entry(Flow *flow, uint32_t cls, FzValue name)
{
    if ((cls & 3) == 2)
        return flow_set_of(flow, flow_entry(flow, ((const FzClass *)flow_object(flow, cls))->dict, name));
    const Function *body = flow_function(flow, cls + 1);
    for (uint32_t i = 0; i < body->names.count; i++)
        if (body->names.items[i].name == name)
            return body->names.items[i].set;
    return SET_EMPTY;
}

static Set find(Flow *flow, uint32_t cls, FzValue name, uint32_t behind)
{
    Set found = SET_EMPTY;
    bool is_made = (cls & 3) == 1; // whatever may have the name counts
    uint32_t from = 0;
    list_classes(flow, cls);
    while (!is_made && behind && from < flow->mro.count && flow->mro.items[from] != behind)
        from++;
    for (uint32_t i = from + (!is_made && behind ? 1 : 0); i < flow->mro.count; i++) {
        bool is_before = behind && is_made && (i == 0 || flow->mro.items[i] == behind);
        Set own = is_before ? SET_EMPTY : own_entry(flow, flow->mro.items[i], name);
        found = sets_union(&flow->sets, found, own);
        if (own != SET_EMPTY && !is_made)
            break;
    }
    return found;
}

Set flow_find(Flow *flow, uint32_t cls, FzValue name, uint32_t behind)
{
    if (name == FZ_NULL)
        return SET_EMPTY;
    if ((cls & 3) != 2)
        return find(flow, cls, name, behind);
    Found *found = &flow->found[(cls * 31 + name * 7 + behind) / 4 % FOUND_SLOTS];
    if (found->cls != cls || found->name != name || found->behind != behind)
        *found = (Found){cls, name, behind, find(flow, cls, name, behind)};
    return found->found;
}

// ---- the beginning

static void open_function(Flow *flow, uint32_t number, FzValue value)
{
    Function *function = &flow->functions[number];
    const FzCode *code = flow_object(flow, value);
    bool has_signature = !((code->signature >> 24) & (FZ_CODE_CLASS_BODY | FZ_CODE_MODULE));
    *function = (Function){.value = value, .code = code, .number = number};
    function->locals = code->frame & 0xffff;
    function->depth = code->frame >> 16;
    function->flags = code->signature >> 24;
    function->positional = has_signature ? code->signature >> 8 & 255 : 0;
    function->keyword_only = has_signature ? code->signature >> 16 & 255 : 0;
    function->slots = ARENA_NEW_ARRAY(flow->arena, Set, function->locals + 1);
    function->cells = ARENA_NEW_ARRAY(flow->arena, uint32_t, function->locals + 1);
    function->states = ARENA_NEW_ARRAY(flow->arena, State *, (code->sizes & 0xffff) + 1);
    flow->numbers[(value - 2) / 4] = number + 1;
}

// Tuples and dicts that belong to classes and functions: the program does not see them as such.
static void hide_parts(const Flow *flow, FzValue value, bool *hidden)
{
    const uint32_t *words = flow_words(flow, value);
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(words[0])];
    for (uint32_t i = 1; i < info->words; i++)
        if (info->values >> i & 1 && words[i] != FZ_NULL && fz_is_rom(words[i]))
            hidden[(words[i] - 2) / 4] = true;
    if (info->tail == FZ_TAIL_MASK)
        for (uint32_t bits = fz_header_count(words[0]), i = 0; bits; bits &= bits - 1, i++)
            hidden[(words[info->words + i] - 2) / 4] = true;
}

static void take_attributes(Flow *flow, FzValue dict)
{
    Entries entries = entries_of(flow, dict);
    for (uint32_t i = 0; i < entries.count; i++)
        if (flow_is(flow, entries.items[2 * i], FZ_KIND_STR))
            flow_into(flow, &flow->attributes[(entries.items[2 * i] - 2) / 4],
                      flow_set_of(flow, entries.items[2 * i + 1]));
}

static void take_fields(Flow *flow, FzValue value)
{
    const FzClass *cls = flow_object(flow, instance_class(flow, value));
    uint32_t words = fz_kind_info[flow_kind(flow, value)].words;
    for (uint32_t i = 0; cls->fields != FZ_NULL && i < flow_count(flow, value) && i < flow_count(flow, cls->fields); i++) {
        FzValue name = ((const FzTuple *)flow_object(flow, cls->fields))->items[i];
        flow_into(flow, &flow->attributes[(name - 2) / 4], flow_set_of(flow, flow_words(flow, value)[words + i]));
    }
}

static void take_container(Flow *flow, FzValue value)
{
    Entries entries = {0};
    if (flow_kind(flow, value) == FZ_KIND_TUPLE)
        entries = (Entries){((const FzTuple *)flow_object(flow, value))->items, flow_count(flow, value), 1};
    else if (flow_kind(flow, value) == FZ_KIND_LIST && flow_words(flow, value)[1] != FZ_NULL)
        entries = (Entries){((const FzTuple *)flow_object(flow, flow_words(flow, value)[1]))->items,
                            flow_count(flow, value), 1};
    else if (flow_kind(flow, value) != FZ_KIND_LIST)
        entries = entries_of(flow, value);
    for (uint32_t i = 0; i < entries.count * entries.step; i++)
        flow_into(flow, &flow->held, flow_set_of(flow, entries.items[i]));
}

// Default arguments, and what the cells of a closure hold.
static void take_function(Flow *flow, FzValue value)
{
    const FzFunction *object = flow_object(flow, value);
    Function *function = flow_function(flow, code_of(flow, value));
    uint32_t mask = fz_header_count(object->header);
    const FzValue *extra = object->extras;
    if (mask & FZ_FUNCTION_DEFAULTS) {
        const FzTuple *defaults = flow_object(flow, *extra++);
        uint32_t count = fz_header_count(defaults->header);
        for (uint32_t i = 0; i < count && i < function->positional; i++)
            flow_into(flow, &function->slots[function->positional - count + i], flow_set_of(flow, defaults->items[i]));
    }
    if (mask & FZ_FUNCTION_KWDEFAULTS) {
        Entries entries = entries_of(flow, *extra++);
        for (uint32_t i = 0; i < entries.count * function->keyword_only; i++)
            flow_into(flow, &function->slots[function->positional + i % function->keyword_only],
                      flow_set_of(flow, entries.items[2 * (i / function->keyword_only) + 1]));
    }
    if (mask & FZ_FUNCTION_CLOSURE) {
        const FzTuple *closure = flow_object(flow, *extra);
        uint32_t params = function->positional + function->keyword_only +
                          (function->flags & FZ_CODE_VARARGS ? 1 : 0) + (function->flags & FZ_CODE_VARKEYWORDS ? 1 : 0);
        for (uint32_t i = 0; i < fz_header_count(closure->header); i++)
            flow_into(flow, flow_cell(flow, function, params + i),
                      flow_set_of(flow, flow_words(flow, closure->items[i])[1]));
    }
}

static void take_native(Flow *flow, FzValue value)
{
    const FzNative *native = flow_object(flow, value);
    uint32_t number = flow->source->natives[native->index];
    const NativeRow *row = number < FZ_NATIVES_COUNT ? catalogue_native(number) : NULL;
    VEC_PUSH(flow->arena, &flow->natives, value);
    if (!row)
        return;
    bool shows = false;
    static const char *const by_name[] = {"setattr", "__setattr__", "vars", "globals", "locals", "__dict__",
                                          "type", "__import__", "modules", "__getattribute__", "getattr", "dir"};
    for (size_t i = 0; i < sizeof by_name / sizeof by_name[0]; i++)
        shows |= strcmp(row->name, by_name[i]) == 0;
    flow->sets_by_name |= shows && strcmp(row->name, "getattr") != 0;
    flow->reads_by_name |= shows;
}

static void take_object(Flow *flow, FzValue value, const bool *hidden)
{
    bool is_hidden = hidden[(value - 2) / 4];
    switch (flow_kind(flow, value)) {
    case FZ_KIND_TUPLE:
    case FZ_KIND_LIST:
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        if (!is_hidden)
            take_container(flow, value);
        return;
    case FZ_KIND_INSTANCE:
    case FZ_KIND_EXCEPTION:
        take_fields(flow, value);
        return;
    case FZ_KIND_EXT:
        if (flow_words(flow, value)[2] != FZ_NULL)
            take_attributes(flow, flow_words(flow, value)[2]);
        return;
    case FZ_KIND_FUNCTION:
        take_function(flow, value);
        return;
    case FZ_KIND_NATIVE:
        take_native(flow, value);
        return;
    case FZ_KIND_CLASS:
        VEC_PUSH(flow->arena, &flow->classes, value);
        return;
    default:
        return;
    }
}

static bool has_parts(FzKind kind)
{
    return kind == FZ_KIND_CLASS || kind == FZ_KIND_CODE || kind == FZ_KIND_FUNCTION || kind == FZ_KIND_MODULE ||
           kind == FZ_KIND_NATIVE || kind == FZ_KIND_EXT;
}

// Classes of classes: those that derive from `type`.
static void find_metas(Flow *flow)
{
    FzValue type = fz_numbered(flow->header, flow->header->types_off, FZ_TYPE_TYPE);
    for (uint32_t i = 0; i < flow->classes.count; i++) {
        FzValue cls = flow->classes.items[i];
        const FzTuple *mro = flow_object(flow, ((const FzClass *)flow_object(flow, cls))->mro);
        for (uint32_t k = 0; k < fz_header_count(mro->header); k++)
            if (mro->items[k] == type && cls != type)
                flow->metas = sets_union(&flow->sets, flow->metas, sets_one(&flow->sets, cls));
    }
}

static void take_globals(Flow *flow)
{
    const FzValue *values = (const FzValue *)(const void *)(flow->image + flow->header->globals_off);
    for (uint32_t i = 0; flow->header->globals_off && i < flow->header->globals_count; i++)
        flow->globals[i] = flow_set_of(flow, values[i]);
    if (flow->header->attributes == FZ_NULL)
        return;
    const FzTuple *pairs = flow_object(flow, flow->header->attributes);
    for (uint32_t i = 1; i < fz_header_count(pairs->header); i += 2)
        if (flow_is(flow, pairs->items[i], FZ_KIND_DICT))
            take_attributes(flow, pairs->items[i]);
}

void flow_open(Flow *flow, Arena *arena, const Image *image)
{
    *flow = (Flow){.arena = arena, .image = (const uint8_t *)image->words, .source = image};
    flow->header = (const FzImageHeader *)(const void *)image->words;
    uint32_t words = flow->header->objects_end / 4 + 1;
    const FzValue *codes = (const FzValue *)(const void *)(flow->image + flow->header->codes_off);
    sets_open(&flow->sets, arena);
    flow->found = ARENA_NEW_ARRAY(arena, Found, FOUND_SLOTS);
    flow->count = flow->header->codes_count;
    flow->functions = ARENA_NEW_ARRAY(arena, Function, flow->count + 1);
    flow->numbers = ARENA_NEW_ARRAY(arena, uint32_t, words);
    flow->attributes = ARENA_NEW_ARRAY(arena, Set, words);
    flow->globals = ARENA_NEW_ARRAY(arena, Set, flow->header->globals_count + 1);
    for (uint32_t i = 0; i < flow->count; i++)
        open_function(flow, i, codes[i]);
    bool *hidden = ARENA_NEW_ARRAY(arena, bool, words);
    hidden[(flow->header->builtins - 2) / 4] = true;
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t at = FZ_SINGLETONS_OFF; at < flow->header->objects_end;
             at += fz_object_size(image->words[at / 4])) {
            FzValue value = at + 2;
            if (pass == 0 && has_parts(flow_kind(flow, value)))
                hide_parts(flow, value, hidden);
            else if (pass == 1)
                take_object(flow, value, hidden);
        }
    find_metas(flow);
    take_globals(flow);
}
