// SPDX-License-Identifier: MIT
// The longest way through the calls of a program: functions that call each other in a circle are taken together
// (Tarjan's algorithm gives them, those that are called first), each running once, and told as cycles.
#include "../../runtime_stub/vm/frame.h"
#include "flow.h"

#include <stdlib.h>

enum { NONE = UINT32_MAX };

// Of a function, in slots from its callable's: `frames` to the end of the last frame.
typedef struct {
    uint32_t need;
    uint32_t frames;
    uint32_t next;    // the function that the longest way goes on with, or NONE
    uint32_t next_at;
    uint32_t offset;  // of the call
    uint32_t index;   // of Tarjan's: 0: not seen
    uint32_t low;
    uint32_t group;   // the circle it belongs to, or NONE
    bool is_open;     // on the stack
} Node;

typedef struct {
    uint32_t function;
    uint32_t edge;
} Visit;

typedef struct {
    Flow *flow;
    Node *nodes;
    StackBound *out;
    VEC(uint32_t) open;
    VEC(Visit) visits;
    uint32_t count;  // of functions seen
    uint32_t groups;
} Ways;

static uint32_t frame_end(const Function *function)
{
    return 1 + function->locals + FZ_LINKAGE + function->depth + FZ_SLACK;
}

static const char *function_name(const Flow *flow, const Function *function)
{
    if (!function->code)
        return "(uncaught exception)";
    const FzModule *module = flow_object(flow, function->code->module);
    const char *name = flow_text(flow, module->name);
    if (function->flags & FZ_CODE_MODULE)
        return arena_format(flow->arena, "%s (top level)", name);
    return arena_format(flow->arena, "%s.%s", name, flow_text(flow, function->code->qualname));
}

static StackStep step_of(const Flow *flow, const Function *function, uint32_t offset, uint32_t bytes)
{
    const char *module = "";
    uint32_t line = 0;
    if (function->code) {
        module = flow_text(flow, ((const FzModule *)flow_object(flow, function->code->module))->name);
        line = offset == NONE ? 0 : fz_code_line(function->code, offset);
    }
    return (StackStep){function_name(flow, function), module, line, bytes};
}

// ---- one circle, or one function that is in none

// The call to one of the group that is made from the highest slot; its `at` is 0 when there is none.
static Edge widest_inside(const Ways *ways, const Function *function, uint32_t group)
{
    Edge widest = {.offset = NONE};
    for (uint32_t i = 0; i < function->edges.count; i++) {
        const Edge *edge = &function->edges.items[i];
        if (ways->nodes[edge->callee].group == group && edge->at > widest.at)
            widest = *edge;
    }
    return widest;
}

// The longest way out of the circle from this function, or its own end.
static void measure_function(const Ways *ways, uint32_t number, uint32_t group)
{
    const Function *function = &ways->flow->functions[number];
    Node *node = &ways->nodes[number];
    node->frames = function->code ? frame_end(function) : 0;
    node->need = function->most + (function->nests ? FZ_NATIVE_SLOTS : 0);
    node->need = node->need > node->frames ? node->need : node->frames;
    node->next = NONE;
    node->offset = NONE;
    for (uint32_t i = 0; i < function->edges.count; i++) {
        const Edge *edge = &function->edges.items[i];
        const Node *callee = &ways->nodes[edge->callee];
        if (callee->group == group)
            continue;
        if (edge->at + callee->frames > node->frames)
            node->frames = edge->at + callee->frames;
        if (edge->at + callee->need <= node->need)
            continue;
        node->need = edge->at + callee->need;
        node->next = edge->callee;
        node->next_at = edge->at;
        node->offset = edge->offset;
    }
}

// Every function of a circle may be reached from every other: a way through it runs each at most once.
static void measure_circle(Ways *ways, const uint32_t *members, uint32_t count, uint32_t group)
{
    StackCycle cycle = {0};
    uint32_t most = 0;
    uint32_t frames = 0;
    uint32_t around = 0;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        const Function *function = &ways->flow->functions[members[i]];
        Edge edge = widest_inside(ways, function, group);
        StackStep step = step_of(ways->flow, function, edge.offset, edge.at * 4);
        VEC_PUSH(ways->flow->arena, &cycle.steps, step);
        around += edge.at;
        least = edge.at < least ? edge.at : least;
        measure_function(ways, members[i], group);
        most = ways->nodes[members[i]].need > ways->nodes[members[most]].need ? i : most;
        frames = ways->nodes[members[i]].frames > frames ? ways->nodes[members[i]].frames : frames;
    }
    cycle.bytes = around * 4;
    VEC_PUSH(ways->flow->arena, &ways->out->cycles, cycle);
    uint32_t need = ways->nodes[members[most]].need;
    for (uint32_t i = 0; i < count; i++) {
        Node *node = &ways->nodes[members[i]];
        node->need = need + around - least;
        node->frames = frames + around - least;
        if (i == most || count == 1)
            continue;
        node->next = members[most];
        node->next_at = around - least;
        node->offset = widest_inside(ways, &ways->flow->functions[members[i]], group).offset;
    }
}

static void close_group(Ways *ways, uint32_t first)
{
    uint32_t group = ways->groups++;
    uint32_t at = ways->open.count;
    do {
        ways->nodes[ways->open.items[--at]].group = group;
        ways->nodes[ways->open.items[at]].is_open = false;
    } while (ways->open.items[at] != first);
    const uint32_t *members = ways->open.items + at;
    uint32_t count = ways->open.count - at;
    if (widest_inside(ways, &ways->flow->functions[first], group).at > 0)
        measure_circle(ways, members, count, group);
    else
        measure_function(ways, first, group);
    ways->open.count = at;
}

// ---- the walk

static void enter(Ways *ways, uint32_t number)
{
    Node *node = &ways->nodes[number];
    node->index = node->low = ++ways->count;
    node->is_open = true;
    VEC_PUSH(ways->flow->arena, &ways->open, number);
    VEC_PUSH(ways->flow->arena, &ways->visits, (Visit){number, 0});
}

static void lower(Node *node, uint32_t low) { node->low = low < node->low ? low : node->low; }

static void walk(Ways *ways, uint32_t root)
{
    if (ways->nodes[root].index)
        return;
    enter(ways, root);
    while (ways->visits.count > 0) {
        Visit *visit = &VEC_LAST(&ways->visits);
        uint32_t number = visit->function;
        const Function *function = &ways->flow->functions[number];
        Node *node = &ways->nodes[number];
        if (visit->edge < function->edges.count) {
            uint32_t callee = function->edges.items[visit->edge++].callee;
            if (!ways->nodes[callee].index)
                enter(ways, callee);
            else if (ways->nodes[callee].is_open)
                lower(node, ways->nodes[callee].index);
            continue;
        }
        (void)VEC_POP(&ways->visits);
        if (ways->visits.count > 0)
            lower(&ways->nodes[VEC_LAST(&ways->visits).function], node->low);
        if (node->low == node->index)
            close_group(ways, number);
    }
}

// ---- where a program begins

static void take_root(Ways *ways, uint32_t number, uint32_t at)
{
    StackBound *out = ways->out;
    walk(ways, number);
    const Node *node = &ways->nodes[number];
    out->frames = (at + node->frames) * 4 > out->frames ? (at + node->frames) * 4 : out->frames;
    if ((at + node->need) * 4 <= out->bytes)
        return;
    out->bytes = (at + node->need) * 4;
    out->way.count = 0;
    for (uint32_t steps = 0; number != NONE && steps <= ways->flow->count; steps++) {
        const Node *next = &ways->nodes[number];
        StackStep step = step_of(ways->flow, &ways->flow->functions[number], next->offset, at * 4);
        VEC_PUSH(ways->flow->arena, &out->way, step);
        at += next->next_at;
        number = next->next;
    }
}

typedef struct {
    uint32_t function;
    uint32_t at;
} Root;
typedef VEC(Root) Roots;

static void add_root(Flow *flow, Roots *roots, FzValue value)
{
    Set set = flow_set_of(flow, value);
    if (flow_is(flow, value, FZ_KIND_FUNCTION)) {
        const Function *function = flow_function(flow, sets_items(&flow->sets, set).items[0]);
        flow_root(flow, set);
        if (!(function->flags & FZ_CODE_GENERATOR))
            VEC_PUSH(flow->arena, roots, (Root){function->number, 1 + function->positional});
    }
}

// Functions that firmware may call by name: those of modules without a leading underscore.
static void add_exports(Flow *flow, Roots *roots, FzValue module)
{
    const FzModule *object = flow_object(flow, module);
    const FzDict *dict = flow_object(flow, object->dict);
    if (object->header & FZ_HEADER_A || dict->table == FZ_NULL)
        return;
    const FzTuple *table = flow_object(flow, dict->table);
    const FzValue *first = (const FzValue *)(const void *)(flow->image + flow->header->globals_off);
    for (uint32_t i = 0; i < fz_header_count(dict->header); i++) {
        int32_t slot = fz_to_int(table->items[2 * i + 1]);
        if (*flow_text(flow, table->items[2 * i]) == '_')
            continue;
        if (slot < 0)
            add_root(flow, roots, ((const FzTuple *)flow_object(flow, object->pool))->items[-1 - slot]);
        else if (flow->header->globals_off)
            add_root(flow, roots, first[object->globals + (uint32_t)slot]);
    }
}

// Functions that come to variables of modules at boot can be called by name as well.
static void add_made(Flow *flow, Roots *roots)
{
    for (uint32_t i = 0; i < flow->header->globals_count; i++) {
        SetItems items = sets_items(&flow->sets, flow->globals[i]);
        for (uint32_t k = 0; k < items.count; k++) {
            if (!flow_is(flow, items.items[k], FZ_KIND_CODE))
                continue;
            Function *function = flow_function(flow, items.items[k]);
            bool is_known = function->flags & FZ_CODE_GENERATOR;
            for (uint32_t n = 0; n < roots->count; n++)
                is_known |= roots->items[n].function == function->number;
            if (!is_known)
                VEC_PUSH(flow->arena, roots, (Root){function->number, 1 + function->positional});
        }
    }
    for (uint32_t i = 0; i < roots->count; i++)
        flow_root(flow, sets_one(&flow->sets, flow->functions[roots->items[i].function].value));
}

// Printing an exception that nobody caught asks it for its text.
static void add_printing(Flow *flow, Function *printer)
{
    Set raised = SET_EMPTY;
    CallPlace place = {.caller = printer, .nested = true};
    for (uint32_t i = 0; i < flow->classes.count; i++)
        if ((FzKind)(flow_count(flow, flow->classes.items[i]) & 63) == FZ_KIND_EXCEPTION)
            raised = sets_union(&flow->sets, raised, sets_one(&flow->sets, flow->classes.items[i] + 1));
    flow_natives(printer, 0);
    flow_group(flow, &place, sets_union(&flow->sets, raised, flow->held), CALLS_TEXT, true);
}

void stack_bound(Arena *arena, const Image *image, StackBound *out)
{
    Flow flow;
    Roots roots = {0};
    *out = (StackBound){0};
    flow_open(&flow, arena, image);
    const FzValue *modules = (const FzValue *)(const void *)(flow.image + flow.header->modules_off);
    const FzModule *entry = flow_object(&flow, modules[flow.header->entry]);
    Function *printer = &flow.functions[flow.count];
    *printer = (Function){.number = flow.count};
    if (!(entry->header & FZ_HEADER_B) && entry->code != FZ_NULL) {
        Function *function = flow_function(&flow, entry->code);
        function->runs = true;
        VEC_PUSH(arena, &roots, (Root){function->number, 0});
    }
    for (uint32_t i = 0; i < flow.header->modules_count; i++)
        add_exports(&flow, &roots, modules[i]);
    do {
        flow_run(&flow);
        flow.changed = false;
        add_printing(&flow, printer);
        add_made(&flow, &roots);
    } while (flow.changed && !flow.is_lost);
    out->is_lost = flow.is_lost;
    VEC_PUSH(arena, &roots, (Root){printer->number, 0});
    Ways ways = {.flow = &flow, .out = out, .nodes = ARENA_NEW_ARRAY(arena, Node, flow.count + 1)};
    for (uint32_t i = 0; i <= flow.count; i++)
        ways.nodes[i].group = NONE;
    for (uint32_t i = 0; i < roots.count; i++)
        take_root(&ways, roots.items[i].function, roots.items[i].at);
    for (uint32_t i = 0; i <= flow.count; i++)
        if (ways.nodes[i].index && flow.functions[i].nests)
            out->nested = FZ_NATIVE_SLOTS * 4;
}
