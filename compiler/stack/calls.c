// SPDX-License-Identifier: MIT
// Calls: what a call of a function, class, native or instance runs, by what it is called with; and what
// attributes, iterators and special methods come to.
#include "../../runtime_stub/include/flashfreeze/config.h"
#include "../link/reach.h"
#include "flow.h"

enum { CALLED_FROM_C = FZ_NATIVE_SLOTS };

void flow_natives(Function *function, uint32_t at)
{
    if (at + FZ_NATIVE_SLOTS > function->most)
        function->most = at + FZ_NATIVE_SLOTS;
}

static void add_edge(Flow *flow, const CallPlace *place, const Function *callee)
{
    Function *caller = place->caller;
    uint32_t at = place->at + (place->nested ? CALLED_FROM_C : 0);
    if (place->nested)
        flow_natives(caller, at);
    for (uint32_t i = 0; i < caller->edges.count; i++) {
        Edge *edge = &caller->edges.items[i];
        if (edge->callee != callee->number || edge->offset != place->offset)
            continue;
        edge->at = edge->at > at ? edge->at : at;
        return;
    }
    VEC_PUSH(flow->arena, &caller->edges, (Edge){callee->number, at, place->offset});
    flow->changed = true;
}

static Set one(Flow *flow, uint32_t item) { return sets_one(&flow->sets, item); }
static Set both(Flow *flow, Set left, Set right) { return sets_union(&flow->sets, left, right); }
static void hold(Flow *flow, Set set) { flow_into(flow, &flow->held, set); }

// ---- arguments

static void put(Flow *flow, Function *callee, uint32_t slot, Set set)
{
    if (slot < callee->locals)
        flow_into(flow, &callee->slots[slot], set);
}

static uint32_t rest_slot(const Function *callee) { return callee->positional + callee->keyword_only; }

static void put_positional(Flow *flow, Function *callee, uint32_t index, Set set)
{
    if (index < callee->positional) {
        put(flow, callee, index, set);
    } else if (callee->flags & FZ_CODE_VARARGS) {
        hold(flow, set);
        put(flow, callee, rest_slot(callee), one(flow, IT_BOX));
    }
}

static void put_keyword(Flow *flow, Function *callee, FzValue name, Set set)
{
    const FzTuple *names = flow_object(flow, callee->code->params);
    bool is_found = false;
    for (uint32_t i = 0; i < rest_slot(callee) && i < fz_header_count(names->header); i++)
        if (name == FZ_NULL || names->items[i] == name) {
            put(flow, callee, i, set);
            is_found = name != FZ_NULL;
        }
    if (!is_found)
        hold(flow, set);
}

static uint32_t params_of(const Function *callee)
{
    return rest_slot(callee) + (callee->flags & FZ_CODE_VARARGS ? 1 : 0) +
           (callee->flags & FZ_CODE_VARKEYWORDS ? 1 : 0);
}

static void put_arguments(Flow *flow, Function *callee, const Arguments *args)
{
    uint32_t first = args->has_self ? 1 : 0;
    if (args->has_self)
        put_positional(flow, callee, 0, args->self);
    for (uint32_t i = 0; i < args->count; i++) {
        put_positional(flow, callee, first + i, args->positional[i].set);
        if (callee->is_bound && !args->has_self)
            put_positional(flow, callee, i + 1, args->positional[i].set);
    }
    for (uint32_t i = 0; i < args->keywords; i++)
        put_keyword(flow, callee, args->pairs[2 * i].constant, args->pairs[2 * i + 1].set);
    for (uint32_t i = first; args->is_spread && i < rest_slot(callee); i++)
        put(flow, callee, i, one(flow, IT_ANY));
    for (uint32_t i = rest_slot(callee); i < params_of(callee); i++)
        put(flow, callee, i, one(flow, IT_BOX));
}

static uint32_t slots_of(const Arguments *args) { return args->count + 2 * args->keywords + (args->has_self ? 1 : 0); }

static void hold_arguments(Flow *flow, const Arguments *args)
{
    if (args->has_self)
        hold(flow, args->self);
    for (uint32_t i = 0; i < args->count; i++)
        hold(flow, args->positional[i].set);
    for (uint32_t i = 0; i < args->keywords; i++)
        hold(flow, args->pairs[2 * i + 1].set);
}

static Set all_arguments(Flow *flow, const Arguments *args)
{
    Set all = args->has_self ? args->self : SET_EMPTY;
    for (uint32_t i = 0; i < args->count; i++)
        all = both(flow, all, args->positional[i].set);
    for (uint32_t i = 0; i < args->keywords; i++)
        all = both(flow, all, args->pairs[2 * i + 1].set);
    return args->is_spread ? both(flow, all, one(flow, IT_ANY)) : all;
}

// ---- functions and generators

static Set call_code(Flow *flow, const CallPlace *place, FzValue code, const Arguments *args)
{
    Function *callee = flow_function(flow, code);
    put_arguments(flow, callee, args);
    flow_natives(place->caller, place->at + (place->nested ? CALLED_FROM_C : 0) + 1 + slots_of(args) + params_of(callee));
    if (callee->flags & FZ_CODE_GENERATOR)
        return one(flow, code + 1);
    flow->changed |= !callee->runs;
    callee->runs = true;
    add_edge(flow, place, callee);
    return callee->result;
}

static Set resume(Flow *flow, const CallPlace *place, uint32_t generator)
{
    Function *callee = flow_function(flow, generator - 1);
    flow->changed |= !callee->runs;
    callee->runs = true;
    add_edge(flow, place, callee);
    return both(flow, one(flow, IT_ANY), callee->result);
}

// What a class has under a name, called with `self`: an entry of one kind or another.
static Set call_entry(Flow *flow, const CallPlace *place, uint32_t entry, Set self, const Arguments *args)
{
    Arguments bound = *args;
    bool is_plain = false;
    if (entry > IT_LAZY && (entry & 3) == 2 && flow_kind(flow, entry) == FZ_KIND_STATICMETHOD) {
        entry = flow_words(flow, entry)[1];
        is_plain = true;
    } else if (entry > IT_LAZY && (entry & 3) == 2 && flow_kind(flow, entry) == FZ_KIND_CLASSMETHOD) {
        entry = flow_words(flow, entry)[1];
    }
    bound.has_self = !is_plain && !args->has_self;
    bound.self = self;
    if (args->has_self)
        bound.self = args->self;
    bound.has_self |= args->has_self;
    Set callee = (entry & 3) == 2 && entry > IT_LAZY ? flow_set_of(flow, entry) : one(flow, entry);
    return flow_call(flow, place, callee, &bound);
}

// Calls everything in a set that was found in a class.
static Set call_entries(Flow *flow, const CallPlace *place, Set found, Set self, const Arguments *args)
{
    Set result = SET_EMPTY;
    SetItems items = sets_items(&flow->sets, found);
    for (uint32_t i = 0; i < items.count; i++)
        result = both(flow, result, call_entry(flow, place, items.items[i], self, args));
    return result;
}

static const Arguments no_arguments = {0};

static Set call_meta(Flow *flow, const CallPlace *place, uint32_t cls, FzNameId name, const Arguments *args)
{
    Set result = SET_EMPTY;
    SetItems metas = sets_items(&flow->sets, flow->metas);
    if (!(flow_class_flags(flow, cls) & FZ_CLASS_HAS_META))
        return SET_EMPTY;
    for (uint32_t i = 0; i < metas.count; i++)
        result = both(flow, result,
                      call_entries(flow, place, flow_find(flow, metas.items[i], flow_name(flow, name), 0),
                                   one(flow, cls), args));
    return result;
}

Set flow_special(Flow *flow, const CallPlace *place, Set set, FzNameId name, const Arguments *args)
{
    FzValue text = flow_name(flow, name);
    Set result = SET_EMPTY;
    if (text == FZ_NULL)
        return SET_EMPTY;
    SetItems items = sets_items(&flow->sets, flow_solid(flow, set));
    for (uint32_t i = 0; i < items.count; i++) {
        uint32_t cls = flow_class_of(flow, items.items[i]);
        if (cls)
            result = both(flow, result, call_entries(flow, place, flow_find(flow, cls, text, 0),
                                                     one(flow, items.items[i]), args));
        else if (flow_is_class(flow, items.items[i])) {
            result = both(flow, result, call_meta(flow, place, items.items[i], name, args));
            if (name == FZ_NAME_class_getitem)
                result = both(flow, result, call_entries(flow, place, flow_find(flow, items.items[i], text, 0),
                                                         one(flow, items.items[i]), args));
        }
    }
    return result;
}

// ---- groups of special methods

typedef struct {
    CallGroup group;
    FzNameId name;
} Member;

static const Member members[] = {
#define MEMBER(group, name) {CALLS_##group, FZ_NAME_##name},
#include "calls.def"
};

// Iterators of the runtime that call functions and resume generators.
static Set run_lazy(Flow *flow, const CallPlace *place)
{
    Slot any = {.set = one(flow, IT_ANY)};
    Arguments args = {.positional = &any, .count = 1, .is_spread = true};
    Set result = SET_EMPTY;
    SetItems items = sets_items(&flow->sets, flow->lazy);
    for (uint32_t i = 0; i < items.count; i++) {
        uint32_t item = items.items[i];
        if (flow_is_generator(flow, item))
            result = both(flow, result, resume(flow, place, item));
        else if (item > IT_LAZY && flow_class_of(flow, item)) {
            result = both(flow, result, flow_special(flow, place, one(flow, item), FZ_NAME_next, &no_arguments));
            result = both(flow, result, flow_special(flow, place, one(flow, item), FZ_NAME_getitem, &args));
            result = both(flow, result, flow_special(flow, place, one(flow, item), FZ_NAME_call, &args));
        } else if (item > IT_LAZY && ((item & 3) == 1 || flow_kind(flow, item) != FZ_KIND_NATIVE))
            result = both(flow, result, flow_call(flow, place, one(flow, item), &args));
    }
    return result;
}

static bool iterates(CallGroup group) { return group == CALLS_ITER || group == CALLS_CONTAINS; }

Set flow_group(Flow *flow, const CallPlace *place, Set set, CallGroup group, bool inside)
{
    CallPlace from_c = *place;
    from_c.nested = true;
    Slot any = {.set = one(flow, IT_ANY)};
    Arguments args = {.positional = &any, .count = 1, .is_spread = true};
    bool is_open = sets_has(&flow->sets, set, IT_ANY);
    bool looks = is_open || sets_has(&flow->sets, set, IT_BOX);
    Set result = SET_EMPTY;
    if (inside && looks) {
        set = sets_union(&flow->sets, set, one(flow, IT_ANY));
        place->caller->nests = true;
    }
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (members[i].group == group)
            result = both(flow, result, flow_special(flow, &from_c, set, members[i].name, &args));
    if (iterates(group)) {
        SetItems items = sets_items(&flow->sets, flow_solid(flow, set));
        for (uint32_t i = 0; i < items.count; i++)
            if (flow_is_generator(flow, items.items[i]))
                resume(flow, &from_c, items.items[i]);
        if (is_open || sets_has(&flow->sets, set, IT_LAZY))
            run_lazy(flow, &from_c);
    }
    hold(flow, result);
    return result;
}

// ---- natives

static bool is_in(const char *name, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, list[i]) == 0)
            return true;
    return false;
}

enum { GIVES_PLAIN = 1, SHOWS = 2, SHALLOW = 4, LAZY = 8 };

// What natives of the name do (calls.def).
static uint32_t deeds_of(const char *name)
{
    static const struct {
        const char *name;
        uint32_t deed;
    } list[] = {
#define NATIVE_GIVES(name)   {name, GIVES_PLAIN},
#define NATIVE_SHOWS(name)   {name, SHOWS},
#define NATIVE_SHALLOW(name) {name, SHALLOW},
#define NATIVE_LAZY(name)    {name, LAZY},
#include "calls.def"
    };
    uint32_t deeds = 0;
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        if (strcmp(list[i].name, name) == 0)
            deeds |= list[i].deed;
    return deeds;
}

// Special names that the runtime asks for only where code can (compiler/shake/special.def).
static bool has_rows(FzNameId id)
{
    static const FzNameId rows[] = {
#define BY_OP(name, op)         FZ_NAME_##name,
#define BY_NATIVE(name, native) FZ_NAME_##name,
#include "../shake/special.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i] == id)
            return true;
    return id >= FZ_NAME_or_ && id <= FZ_NAME_ipow;
}

static bool is_row_of(FzNameId id, const char *native)
{
    static const struct {
        FzNameId id;
        const char *native;
    } rows[] = {
#define BY_OP(name, op)
#define BY_NATIVE(name, native) {FZ_NAME_##name, native},
#include "../shake/special.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].id == id && strcmp(rows[i].native, native) == 0)
            return true;
    return false;
}

// Whether a native of the name can ask an argument for the special method, which the program has.
static bool asks_for(const char *native, FzNameId id)
{
    switch (id) {
    case FZ_NAME_init:
    case FZ_NAME_new_:
    case FZ_NAME_del:
    case FZ_NAME_call: // of what is called, below
    case FZ_NAME_enter:
    case FZ_NAME_exit:
    case FZ_NAME_set_name:
    case FZ_NAME_init_subclass:
    case FZ_NAME_aenter:
    case FZ_NAME_aexit:
        return false;
    default:
        return id <= FZ_NAME_ipow && (!has_rows(id) || is_row_of(id, native));
    }
}

static Set call_given(Flow *flow, const CallPlace *place, const char *name, Set given)
{
    CallPlace from_c = *place;
    from_c.nested = true;
    Slot any = {.set = one(flow, IT_ANY)};
    Arguments args = {.positional = &any, .count = 1, .is_spread = true};
    Set result = SET_EMPTY;
    uint32_t deeds = deeds_of(name);
    bool is_open = sets_has(&flow->sets, given, IT_ANY);
    bool looks = !(deeds & SHALLOW) && (is_open || sets_has(&flow->sets, given, IT_BOX));
    place->caller->nests |= looks;
    SetItems items = sets_items(&flow->sets, flow_solid(flow, given));
    for (uint32_t i = 0; i < items.count && !(deeds & SHOWS); i++) {
        uint32_t item = items.items[i];
        if (flow_is_generator(flow, item))
            result = both(flow, result, resume(flow, &from_c, item));
        else if (flow_is_class(flow, item) || (item > IT_LAZY && (item & 3) == 2 && flow_kind(flow, item) == FZ_KIND_CODE))
            result = both(flow, result, flow_call(flow, &from_c, one(flow, item), &args));
    }
    if (!(deeds & SHOWS) && (is_open || sets_has(&flow->sets, given, IT_LAZY)))
        result = both(flow, result, run_lazy(flow, &from_c));
    if (looks)
        given = both(flow, given, one(flow, IT_ANY));
    for (uint32_t id = 0; id < FZ_NAME_COUNT; id++)
        if (flow_name(flow, (FzNameId)id) != FZ_NULL &&
            (asks_for(name, (FzNameId)id) || (id == FZ_NAME_call && !(deeds & SHOWS))))
            result = both(flow, result, flow_special(flow, &from_c, given, (FzNameId)id, &args));
    hold(flow, result);
    return result;
}

// A native that may call Python calls what it is given, and the special methods of that. Natives that are called
// by natives do the same once more; what these call are containers in containers.
static Set call_back(Flow *flow, const CallPlace *place, const char *name, Set given)
{
    enum { DEEPEST = 2 };
    if (flow->natives_open == DEEPEST) {
        place->caller->nests = true;
        return one(flow, IT_ANY);
    }
    flow->natives_open++;
    Set result = call_given(flow, place, name, given);
    flow->natives_open--;
    return result;
}

static bool is_of_numbers(FzTypeId type)
{
    return type == FZ_TYPE_STR || type == FZ_TYPE_BYTES || type == FZ_TYPE_BYTEARRAY || type == FZ_TYPE_INT ||
           type == FZ_TYPE_FLOAT || type == FZ_TYPE_BOOL;
}

static bool is_plain_module(const char *module)
{
    static const char *const list[] = {"math", "time", "struct", "binascii", "gc", "_math"};
    return is_in(module, list, sizeof list / sizeof list[0]);
}

// Methods of descriptors that are made at boot, and what makes them.
static Set describe(Flow *flow, const char *name, Set given, bool *is_done)
{
    *is_done = true;
    if (strcmp(name, "property") == 0 || strcmp(name, "setter") == 0 || strcmp(name, "getter") == 0 ||
        strcmp(name, "deleter") == 0) {
        flow_into(flow, &flow->getters, given);
        return one(flow, IT_BOX);
    }
    if (strcmp(name, "staticmethod") == 0 || strcmp(name, "classmethod") == 0) {
        SetItems items = sets_items(&flow->sets, given);
        for (uint32_t i = 0; i < items.count; i++)
            if (items.items[i] > IT_LAZY && flow_is(flow, items.items[i], FZ_KIND_CODE))
                flow_function(flow, items.items[i])->is_bound = true;
        return given;
    }
    *is_done = false;
    return strcmp(name, "super") == 0 ? given : SET_EMPTY;
}

// What a native gives is one of the objects that it was given, or new.
static bool is_closed(const Flow *flow, Set given)
{
    SetItems items = sets_items(&flow->sets, given);
    for (uint32_t i = 0; i < items.count; i++)
        if (items.items[i] <= IT_LAZY || flow_is_generator(flow, items.items[i]))
            return false;
    return true;
}

static bool is_of_exceptions(FzTypeId type)
{
    return type == FZ_TYPE_BASE_EXCEPTION || type == FZ_TYPE_STOP_ITERATION || type == FZ_TYPE_OS_ERROR;
}

// Firmware hands in again what it got, but no functions and classes.
void flow_hand_out(Flow *flow, Set set)
{
    SetItems items = sets_items(&flow->sets, set);
    for (uint32_t i = 0; i < items.count; i++)
        if (items.items[i] <= IT_LAZY || flow_class_of(flow, items.items[i]) || flow_is_generator(flow, items.items[i]))
            flow_into(flow, &flow->firmware, one(flow, items.items[i]));
}

static Set call_native(Flow *flow, const CallPlace *place, FzValue value, const Arguments *args)
{
    const FzNative *native = flow_object(flow, value);
    uint32_t number = flow->source->natives[native->index];
    const NativeRow *row = number < FZ_NATIVES_COUNT ? catalogue_native(number) : NULL;
    uint32_t fill = native->info >> 16 & 255;
    uint32_t height = place->at + (place->nested ? CALLED_FROM_C : 0) + 1 + slots_of(args);
    Set given = all_arguments(flow, args);
    Set result = SET_EMPTY;
    bool is_done;
    flow_natives(place->caller, height + fill + (args->keywords ? slots_of(args) : 0));
    if (place->nested && args->has_self) { // a special method of a built-in class: what called it looks inside
        place->caller->nests = true;
        return both(flow, args->self, one(flow, IT_ANY));
    }
    hold_arguments(flow, args);
    if (!row) { // of the firmware
        flow_hand_out(flow, given);
        return both(flow, flow->firmware, call_back(flow, place, "", given));
    }
    Set described = describe(flow, row->name, given, &is_done);
    if (is_done)
        return described;
    if (is_of_exceptions(row->type) && row->name[2] != 's' && row->name[2] != 'r') // __init__ and the like
        return one(flow, IT_ANY);
    if (catalogue_native_flags(row) & FZ_NATIVE_CALLS) {
        CallPlace above = *place;
        above.at = place->at + 1 + slots_of(args) + fill;
        result = call_back(flow, &above, row->name, given);
    }
    if (strcmp(row->name, "iter") == 0 || strcmp(row->name, "__iter__") == 0)
        result = both(flow, result, given);
    if (deeds_of(row->name) & GIVES_PLAIN || is_of_numbers(row->type) || (row->module && is_plain_module(row->module)))
        return is_of_numbers(row->type) ? one(flow, IT_BOX) : SET_EMPTY;
    result = both(flow, both(flow, result, described), given);
    return both(flow, result, one(flow, is_closed(flow, given) && reach_native(row) == REACH_NO_NAMES ? IT_BOX : IT_ANY));
}

// ---- classes

static const char *class_name(const Flow *flow, uint32_t cls)
{
    FzValue name = ((const FzClass *)flow_object(flow, cls))->name;
    return flow_is(flow, name, FZ_KIND_STR) ? flow_text(flow, name) : "";
}

static Set call_native_class(Flow *flow, const CallPlace *place, uint32_t cls, const Arguments *args)
{
    const char *name = class_name(flow, cls);
    Set given = all_arguments(flow, args);
    bool is_exception = (FzKind)(flow_count(flow, cls) & 63) == FZ_KIND_EXCEPTION;
    uint32_t deeds = deeds_of(name);
    bool is_done;
    hold_arguments(flow, args);
    flow_natives(place->caller, place->at + (place->nested ? CALLED_FROM_C : 0) + 6 + 2 * slots_of(args) + 8);
    if (is_exception)
        return flow_instances(flow, cls);
    Set described = describe(flow, name, given, &is_done);
    if (is_done)
        return described;
    if ((deeds & LAZY))
        flow_into(flow, &flow->lazy, given);
    CallPlace above = *place;
    above.at = place->at + 2 + 2 * slots_of(args) + 8;
    if (strcmp(name, "type") == 0 && args->count == 1) {
        SetItems items = sets_items(&flow->sets, flow_solid(flow, given));
        for (uint32_t i = 0; i < items.count; i++)
            if (flow_class_of(flow, items.items[i]))
                described = both(flow, described, one(flow, flow_class_of(flow, items.items[i])));
        return both(flow, described, one(flow, IT_ANY));
    }
    // Iterators are made of what __iter__ gives; everything else is called later.
    if ((deeds & LAZY))
        flow_into(flow, &flow->lazy, flow_group(flow, &above, given, CALLS_ITER, false));
    else
        call_back(flow, &above, name, given);
    if (deeds & GIVES_PLAIN)
        return SET_EMPTY;
    return both(flow, described, one(flow, (deeds & LAZY) ? IT_LAZY : strcmp(name, "super") == 0 ? IT_BOX
                                           : strcmp(name, "type") == 0 ? IT_ANY : IT_BOX));
}

static Set call_class(Flow *flow, const CallPlace *place, uint32_t cls, const Arguments *args)
{
    uint32_t flags = flow_class_flags(flow, cls);
    if (flags & FZ_CLASS_NATIVE)
        return call_native_class(flow, place, cls, args);
    Set instance = flow_instances(flow, cls);
    Set result = both(flow, instance, call_meta(flow, place, cls, FZ_NAME_call, args));
    Set makers = flow_find(flow, cls, flow_name(flow, FZ_NAME_new_), 0);
    SetItems items = sets_items(&flow->sets, makers);
    bool is_exception = (cls & 3) == 2 && (FzKind)(flow_count(flow, cls) & 63) == FZ_KIND_EXCEPTION;
    bool is_plain = !is_exception && !place->nested && !(flags & (FZ_CLASS_HAS_NEW | FZ_CLASS_WRAPS | FZ_CLASS_HAS_META));
    CallPlace above = *place;
    above.at += is_plain ? 1 : 4 + slots_of(args);
    flow_natives(place->caller, above.at + (place->nested ? CALLED_FROM_C : 0) + slots_of(args) + 4);
    if (!is_plain)
        hold_arguments(flow, args);
    for (uint32_t i = 0; i < items.count; i++) {
        bool is_native = flow_is(flow, items.items[i], FZ_KIND_NATIVE);
        Set made = call_entry(flow, &above, items.items[i], one(flow, cls), args);
        result = both(flow, result, is_native ? SET_EMPTY : made);
    }
    Set self = both(flow, instance, result);
    call_entries(flow, &above, flow_find(flow, cls, flow_name(flow, FZ_NAME_init), 0), self, args);
    return result;
}

// ---- everything

static Set call_item(Flow *flow, const CallPlace *place, uint32_t item, const Arguments *args)
{
    if (item <= IT_LAZY || flow_is_generator(flow, item))
        return SET_EMPTY;
    if (flow_is_class(flow, item))
        return call_class(flow, place, item, args);
    if (flow_class_of(flow, item))
        return flow_special(flow, place, one(flow, item), FZ_NAME_call, args);
    switch (flow_kind(flow, item)) {
    case FZ_KIND_CODE:
        return call_code(flow, place, item, args);
    case FZ_KIND_NATIVE:
        return call_native(flow, place, item, args);
    case FZ_KIND_STATICMETHOD:
    case FZ_KIND_CLASSMETHOD:
        return call_entry(flow, place, item, SET_EMPTY, args);
    default:
        return SET_EMPTY;
    }
}

Set flow_call(Flow *flow, const CallPlace *place, Set callee, const Arguments *args)
{
    enum { DEEPEST = 24, MOST = 1 << 17 };
    Set result = SET_EMPTY;
    SetItems items = sets_items(&flow->sets, flow_solid(flow, callee));
    flow->is_lost |= flow->calls_open == DEEPEST || ++flow->calls > MOST;
    if (flow->is_lost)
        return one(flow, IT_ANY);
    flow->calls_open++;
    flow_natives(place->caller, place->at + (place->nested ? CALLED_FROM_C : 0) + 1 + slots_of(args));
    for (uint32_t i = 0; i < items.count; i++)
        result = both(flow, result, call_item(flow, place, items.items[i], args));
    flow->calls_open--;
    bool is_open = sets_has(&flow->sets, callee, IT_ANY) || sets_has(&flow->sets, callee, IT_BOX);
    return is_open ? both(flow, result, one(flow, IT_ANY)) : result;
}

// ---- iteration

Set flow_iterator(Flow *flow, const CallPlace *place, Set set)
{
    CallPlace from_c = *place;
    from_c.nested = true;
    Set made = flow_special(flow, &from_c, set, FZ_NAME_iter, &no_arguments);
    return both(flow, set, made);
}

Set flow_next(Flow *flow, const CallPlace *place, Set set)
{
    CallPlace from_c = *place;
    from_c.nested = true;
    Slot any = {0};
    Arguments index = {.positional = &any, .count = 1};
    Set result = flow_special(flow, place, set, FZ_NAME_next, &no_arguments);
    result = both(flow, result, flow_special(flow, &from_c, set, FZ_NAME_getitem, &index));
    SetItems items = sets_items(&flow->sets, flow_solid(flow, set));
    for (uint32_t i = 0; i < items.count; i++)
        if (flow_is_generator(flow, items.items[i]))
            result = both(flow, result, resume(flow, place, items.items[i]));
    if (sets_has(&flow->sets, set, IT_LAZY) || sets_has(&flow->sets, set, IT_ANY))
        result = both(flow, result, run_lazy(flow, &from_c));
    bool holds = sets_has(&flow->sets, set, IT_ANY) || sets_has(&flow->sets, set, IT_BOX) ||
                 sets_has(&flow->sets, set, IT_LAZY);
    return holds ? both(flow, result, one(flow, IT_ANY)) : result;
}

// ---- attributes

// What a class's entry gives when it is read from an object.
static Set read_entry(Flow *flow, const CallPlace *place, uint32_t entry, Set self, Set *methods)
{
    if (entry <= IT_LAZY) // made at boot: may be a property
        return both(flow, one(flow, entry), call_entries(flow, place, flow->getters, self, &no_arguments));
    if ((entry & 3) != 2) {
        Slot args[2] = {{.set = self}, {0}};
        Arguments two = {.positional = args, .count = 2};
        CallPlace from_c = *place;
        from_c.nested = true;
        Set got = flow_class_of(flow, entry) ? flow_special(flow, &from_c, one(flow, entry), FZ_NAME_get, &two) : SET_EMPTY;
        return both(flow, one(flow, entry), got);
    }
    switch (flow_kind(flow, entry)) {
    case FZ_KIND_PROPERTY:
        return call_entries(flow, place, flow_set_of(flow, flow_words(flow, entry)[1]), self, &no_arguments);
    case FZ_KIND_STATICMETHOD:
        return flow_set_of(flow, flow_words(flow, entry)[1]);
    case FZ_KIND_NATIVE: {
        uint32_t flags = ((const FzNative *)flow_object(flow, entry))->info >> 24;
        if (flags & FZ_NATIVE_GETTER)
            return both(flow, one(flow, IT_ANY), call_entry(flow, place, entry, self, &no_arguments));
        break;
    }
    default:
        break;
    }
    Set value = one(flow, entry);
    if (flow_kind(flow, entry) == FZ_KIND_CLASSMETHOD)
        value = flow_set_of(flow, flow_words(flow, entry)[1]);
    if (methods) {
        *methods = both(flow, *methods, value);
        return SET_EMPTY;
    }
    SetItems items = sets_items(&flow->sets, value);
    for (uint32_t i = 0; i < items.count; i++)
        if (flow_is(flow, items.items[i], FZ_KIND_CODE)) {
            Function *callee = flow_function(flow, items.items[i]);
            callee->is_bound = true;
            put_positional(flow, callee, 0, self);
        }
    return value;
}

static Set read_found(Flow *flow, const CallPlace *place, Set found, Set self, Set *methods)
{
    Set result = SET_EMPTY;
    SetItems items = sets_items(&flow->sets, found);
    for (uint32_t i = 0; i < items.count; i++)
        result = both(flow, result, read_entry(flow, place, items.items[i], self, methods));
    return result;
}

static Set read_module(Flow *flow, FzValue module, FzValue name)
{
    const FzModule *object = flow_object(flow, module);
    FzValue slot = flow_entry(flow, object->dict, name);
    if (slot == FZ_NULL)
        return SET_EMPTY;
    if (object->header & FZ_HEADER_A)
        return flow_set_of(flow, slot);
    int32_t number = fz_to_int(slot);
    if (number >= 0)
        return flow->globals[object->globals + (uint32_t)number];
    return flow_set_of(flow, ((const FzTuple *)flow_object(flow, object->pool))->items[-1 - number]);
}

static Set native_methods(Flow *flow, FzValue name)
{
    Set result = SET_EMPTY;
    for (uint32_t i = 0; i < flow->natives.count; i++) {
        const FzNative *native = flow_object(flow, flow->natives.items[i]);
        if (native->name == name && fz_header_count(native->header) != FZ_TYPE_NONE)
            result = both(flow, result, one(flow, flow->natives.items[i]));
    }
    return result;
}

// Of an object of the runtime, which may be any of them.
static Set read_native(Flow *flow, const CallPlace *place, Set self, FzValue name, Set *methods)
{
    return read_found(flow, place, native_methods(flow, name), self, methods);
}

static Set read_item(Flow *flow, const CallPlace *place, uint32_t item, FzValue name, Set *methods)
{
    Set self = one(flow, item);
    uint32_t cls = flow_class_of(flow, item);
    Slot text = {.constant = name};
    Arguments args = {.positional = &text, .count = 1};
    Set result = SET_EMPTY;
    if (cls) {
        result = read_found(flow, place, flow_find(flow, cls, name, 0), self, methods);
        if (flow_class_flags(flow, cls) & FZ_CLASS_HAS_GETATTR) {
            result = both(flow, result, flow_special(flow, place, self, FZ_NAME_getattr, &args));
            result = both(flow, result, flow_special(flow, place, self, FZ_NAME_getattribute, &args));
        }
        if (flow_is_named(flow, name, "__class__"))
            result = both(flow, result, one(flow, cls));
        if (!flow_is_native_class(flow, cls) && !(flow_class_flags(flow, cls) & FZ_CLASS_WRAPS) &&
            (FzKind)((cls & 3) == 2 ? flow_count(flow, cls) & 63 : 0) == FZ_KIND_INSTANCE)
            return result;
        return both(flow, result, read_native(flow, place, self, name, methods));
    }
    if (flow_is_class(flow, item)) {
        SetItems found = sets_items(&flow->sets, flow_find(flow, item, name, 0));
        for (uint32_t i = 0; i < found.count; i++) { // functions of a class are not bound to it
            bool is_function = found.items[i] > IT_LAZY && (found.items[i] & 3) == 2 &&
                               (flow_kind(flow, found.items[i]) == FZ_KIND_CODE ||
                                flow_kind(flow, found.items[i]) == FZ_KIND_NATIVE);
            result = both(flow, result, is_function ? one(flow, found.items[i])
                                                    : read_entry(flow, place, found.items[i], self, methods));
        }
        SetItems metas = sets_items(&flow->sets, flow->metas);
        for (uint32_t i = 0; i < metas.count && flow_class_flags(flow, item) & FZ_CLASS_HAS_META; i++)
            result = both(flow, result, read_found(flow, place, flow_find(flow, metas.items[i], name, 0), self, methods));
        return both(flow, result, read_native(flow, place, self, name, methods));
    }
    if (item > IT_LAZY && (item & 3) == 2 && flow_kind(flow, item) == FZ_KIND_MODULE)
        return read_module(flow, item, name);
    return read_native(flow, place, self, name, methods);
}

Set flow_attribute(Flow *flow, const CallPlace *place, Slot object, FzValue name, Set *methods)
{
    Set result = flow->attributes[(name - 2) / 4];
    if (flow->sets_by_name || flow_is_named(flow, name, "__dict__"))
        result = both(flow, result, one(flow, IT_ANY));
    if (flow_is(flow, object.constant, FZ_KIND_MODULE))
        return both(flow, result, read_module(flow, object.constant, name));
    SetItems items = sets_items(&flow->sets, flow_solid(flow, object.set));
    for (uint32_t i = 0; i < items.count; i++)
        result = both(flow, result, read_item(flow, place, items.items[i], name, methods));
    if (items.count == 0 || sets_has(&flow->sets, object.set, IT_ANY))
        result = both(flow, result, read_native(flow, place, object.set, name, methods));
    return result;
}

// What a store finds in the class: __set__, a property's setter, or __setattr__.
static void store_in(Flow *flow, const CallPlace *place, uint32_t item, FzValue name, Set value)
{
    uint32_t cls = flow_class_of(flow, item);
    Slot args[2] = {{.set = one(flow, item)}, {.set = value}};
    Arguments two = {.positional = args, .count = 2};
    Arguments last = {.positional = args + 1, .count = 1};
    if (!cls)
        return;
    SetItems found = sets_items(&flow->sets, flow_find(flow, cls, name, 0));
    for (uint32_t i = 0; i < found.count; i++) {
        uint32_t entry = found.items[i];
        if (entry <= IT_LAZY) {
            call_entries(flow, place, flow->getters, one(flow, item), &last);
        } else if (flow_class_of(flow, entry)) {
            flow_special(flow, place, one(flow, entry), FZ_NAME_set, &two);
            flow_special(flow, place, one(flow, entry), FZ_NAME_delete, &two);
        } else if ((entry & 3) == 2 && flow_kind(flow, entry) == FZ_KIND_PROPERTY) {
            call_entries(flow, place, flow_set_of(flow, flow_words(flow, entry)[2]), one(flow, item), &last);
            call_entries(flow, place, flow_set_of(flow, flow_words(flow, entry)[3]), one(flow, item), &no_arguments);
        }
    }
    Slot named[2] = {{.constant = name}, {.set = value}};
    Arguments pair = {.positional = named, .count = 2};
    if (flow_class_flags(flow, cls) & FZ_CLASS_HAS_GETATTR) {
        flow_special(flow, place, one(flow, item), FZ_NAME_setattr, &pair);
        flow_special(flow, place, one(flow, item), FZ_NAME_delattr, &pair);
    }
}

void flow_set_attribute(Flow *flow, const CallPlace *place, Slot object, FzValue name, Set value)
{
    CallPlace from_c = *place;
    from_c.nested = true;
    flow_into(flow, &flow->attributes[(name - 2) / 4], value);
    if (flow->reads_by_name)
        hold(flow, value);
    SetItems items = sets_items(&flow->sets, flow_solid(flow, object.set));
    for (uint32_t i = 0; i < items.count; i++)
        store_in(flow, &from_c, items.items[i], name, value);
}
