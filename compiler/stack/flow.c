// SPDX-License-Identifier: MIT
// Follows functions and objects through the code of an image: instruction by instruction, over and over, until
// nothing new comes to any place. Places are locals, cells, global variables, attributes by name, results of
// functions, and one for all that containers hold.
#include "../../runtime_stub/vm/frame.h"
#include "flow.h"

// A function that is being scanned; the stack is that before the instruction.
typedef struct {
    Flow *flow;
    Function *function;
    const FzModule *module;
    const FzTuple *pool;
    FzInstruction inst;
    uint32_t at;       // its offset
    VEC(FzInstruction) all; // those before it, for closures
    Slot *locals; // the operand stack lies behind them
    Slot *slots;
    Slot *scratch; // room for both
    uint32_t height;
    bool is_live;
} Scan;

static Set one(const Scan *scan, uint32_t item) { return sets_one(&scan->flow->sets, item); }
static Set both(const Scan *scan, Set left, Set right) { return sets_union(&scan->flow->sets, left, right); }
static void hold(const Scan *scan, Set set) { flow_into(scan->flow, &scan->flow->held, set); }
static FzValue pooled(const Scan *scan) { return scan->pool->items[scan->inst.operand]; }

// Where the operand at a height lies, from the slot of the function's own callable.
static uint32_t slot_at(const Scan *scan, uint32_t height) { return 1 + scan->function->locals + FZ_LINKAGE + height; }

static CallPlace place_at(const Scan *scan, uint32_t height, bool nested)
{
    return (CallPlace){scan->function, scan->at, slot_at(scan, height), nested};
}

// A place for calls from C: above all operands.
static CallPlace from_c(const Scan *scan) { return place_at(scan, scan->height, true); }
static CallPlace in_loop(const Scan *scan, uint32_t height) { return place_at(scan, height, false); }

static Slot *top(const Scan *scan, uint32_t below) { return &scan->slots[scan->height - 1 - below]; }
static void push(Scan *scan, Set set) { scan->slots[scan->height++] = (Slot){.set = set}; }
static Slot pop(Scan *scan) { return scan->slots[--scan->height]; }

// ---- the stack where ways meet

// Adds what locals and operands can be now to what they can be at the target, where `height` operands are left.
// `slots`: the operands, behind as many locals as the function has.
static void merge_slots(Scan *scan, uint32_t target, const Slot *locals, uint32_t height)
{
    Flow *flow = scan->flow;
    State *state = scan->function->states[target];
    uint32_t count = scan->function->locals + height;
    if (!state) {
        state = scan->function->states[target] = ARENA_NEW(flow->arena, State);
        state->slots = ARENA_NEW_ARRAY(flow->arena, Slot, count + 1);
        memcpy(state->slots, locals, count * sizeof *locals);
        state->height = height;
        flow->changed = true;
        return;
    }
    for (uint32_t i = 0; i < count && i < scan->function->locals + state->height; i++) {
        flow_into(flow, &state->slots[i].set, locals[i].set);
        flow_into(flow, &state->slots[i].plain, locals[i].plain);
        if (state->slots[i].constant != locals[i].constant)
            state->slots[i].constant = FZ_NULL;
    }
}

static void merge_into(Scan *scan, uint32_t target, uint32_t height) { merge_slots(scan, target, scan->locals, height); }

static uint32_t word_at(const uint8_t *region, uint32_t index) { return region[2 * index] | (uint32_t)region[2 * index + 1] << 8; }

// Handlers of the regions that the instruction lies in can be reached from it.
static void reach_handlers(Scan *scan)
{
    const FzCode *code = scan->function->code;
    const uint8_t *region = code->bytes + (code->sizes & 0xffff);
    for (uint32_t i = 0; i < code->sizes >> 16; i++, region += FZ_REGION_SIZE) {
        bool has_handler = word_at(region, 4) == FZ_REGION_EXCEPT || word_at(region, 4) == FZ_REGION_FINALLY;
        uint32_t depth = word_at(region, 3);
        if (!has_handler || scan->at < word_at(region, 0) || scan->at >= word_at(region, 1) || depth > scan->height)
            continue;
        uint32_t end = scan->function->locals + depth;
        memcpy(scan->scratch, scan->locals, end * sizeof *scan->scratch);
        scan->scratch[end] = scan->scratch[end + 1] = (Slot){.set = one(scan, IT_ANY)};
        merge_slots(scan, word_at(region, 2), scan->scratch, depth + 2);
    }
}

// The height with which UNWIND_JUMP arrives.
static uint32_t unwound_height(const Scan *scan)
{
    const FzCode *code = scan->function->code;
    const uint8_t *region = code->bytes + (code->sizes & 0xffff);
    uint32_t target = (uint32_t)scan->inst.operand;
    uint32_t height = scan->height;
    for (uint32_t i = 0; i < code->sizes >> 16; i++, region += FZ_REGION_SIZE) {
        bool covers = scan->at >= word_at(region, 0) && scan->at < word_at(region, 1);
        bool keeps = fz_region_keeps((FzRegionKind)word_at(region, 4), word_at(region, 0), word_at(region, 1), target);
        if (covers && !keeps && word_at(region, 4) != FZ_REGION_EXCEPT && word_at(region, 3) < height)
            height = word_at(region, 3);
    }
    return height;
}

// ---- names

static Set global_value(const Scan *scan, uint32_t slot)
{
    Flow *flow = scan->flow;
    const FzDict *dict = flow_object(flow, scan->module->dict);
    Set set = flow->globals[scan->module->globals + slot];
    if (dict->table == FZ_NULL)
        return set;
    const FzTuple *table = flow_object(flow, dict->table);
    for (uint32_t i = 0; i < fz_header_count(dict->header); i++) {
        if (table->items[2 * i + 1] != fz_from_int((int32_t)slot))
            continue;
        set = both(scan, set, flow->attributes[(table->items[2 * i] - 2) / 4]);
        set = both(scan, set, flow_set_of(flow, flow_entry(flow, flow->header->builtins, table->items[2 * i])));
    }
    return flow->sets_by_name ? both(scan, set, one(scan, IT_ANY)) : set;
}

static Set name_by_name(const Scan *scan, FzValue name)
{
    Flow *flow = scan->flow;
    FzValue slot = flow_entry(flow, scan->module->dict, name);
    Set set = flow_set_of(flow, flow_entry(flow, flow->header->builtins, name));
    if (slot != FZ_NULL && fz_to_int(slot) >= 0)
        set = both(scan, set, global_value(scan, (uint32_t)fz_to_int(slot)));
    else if (slot != FZ_NULL)
        set = both(scan, set, flow_set_of(flow, scan->pool->items[-1 - fz_to_int(slot)]));
    return set;
}

static void bind_name(const Scan *scan, FzValue name, Set set)
{
    Function *body = scan->function;
    for (uint32_t i = 0; i < body->names.count; i++)
        if (body->names.items[i].name == name) {
            flow_into(scan->flow, &body->names.items[i].set, set);
            return;
        }
    VEC_PUSH(scan->flow->arena, &body->names, (BodyName){name, set});
    scan->flow->changed = true;
}

static Set body_name(const Scan *scan, FzValue name)
{
    for (uint32_t i = 0; i < scan->function->names.count; i++)
        if (scan->function->names.items[i].name == name)
            return scan->function->names.items[i].set;
    return SET_EMPTY;
}

static bool is_cell(const Scan *scan, uint32_t slot) { return scan->function->cells[slot] != 0; }

// ---- calls

static void call(Scan *scan, uint32_t count, uint32_t keywords, bool is_method)
{
    uint32_t taken = count + 2 * keywords;
    uint32_t base = scan->height - taken - (is_method ? 2 : 1);
    CallPlace place = in_loop(scan, base);
    Slot callee = scan->slots[base];
    Arguments args = {.positional = scan->slots + scan->height - taken, .count = count,
                      .pairs = scan->slots + scan->height - 2 * keywords, .keywords = keywords};
    Set result = SET_EMPTY;
    if (is_method) {
        Arguments bound = args;
        bound.has_self = true;
        bound.self = scan->slots[base + 1].set;
        result = both(scan, flow_call(scan->flow, &place, callee.set, &bound),
                      flow_call(scan->flow, &place, callee.plain, &args));
    } else {
        result = flow_call(scan->flow, &place, callee.set, &args);
    }
    scan->height = base;
    push(scan, result);
}

static void call_spread(Scan *scan)
{
    CallPlace place = in_loop(scan, scan->height - 3);
    CallPlace above = from_c(scan);
    Arguments args = {.is_spread = true};
    flow_group(scan->flow, &above, top(scan, 1)->set, CALLS_ITER, false);
    hold(scan, top(scan, 1)->set);
    Set result = flow_call(scan->flow, &place, top(scan, 2)->set, &args);
    scan->height -= 3;
    push(scan, both(scan, result, one(scan, IT_ANY)));
}

// ---- functions and classes

// The cells that a closure takes are those of the locals that were loaded for it.
static void join_closure(Scan *scan, Function *callee)
{
    uint32_t last = scan->all.count;
    if (last < 1 || scan->all.items[last - 1].op != FZ_OP_BUILD_TUPLE)
        return;
    uint32_t count = (uint32_t)scan->all.items[last - 1].operand;
    uint32_t params = callee->positional + callee->keyword_only + (callee->flags & FZ_CODE_VARARGS ? 1 : 0) +
                      (callee->flags & FZ_CODE_VARKEYWORDS ? 1 : 0) + (callee->flags & FZ_CODE_CLASS_BODY ? 1 : 0);
    for (uint32_t i = 0; i < count && i + 1 < last; i++) {
        const FzInstruction *load = &scan->all.items[last - 1 - count + i];
        uint32_t slot = load->op == FZ_OP_LOAD_LOCAL ? (uint32_t)load->operand : (uint32_t)(load->op - FZ_OP_LOAD_LOCAL_0);
        if (slot < scan->function->locals && params + i < callee->locals)
            flow_join_cells(scan->flow, scan->function, slot, callee, params + i);
    }
}

static void make_function(Scan *scan, uint32_t flags)
{
    Function *callee = flow_function(scan->flow, pooled(scan));
    uint32_t extras = (flags & 1) + (flags >> 1 & 1) + (flags >> 2 & 1);
    if (flags & FZ_FUNCTION_CLOSURE)
        join_closure(scan, callee);
    for (uint32_t i = 0; flags & FZ_FUNCTION_DEFAULTS && i < callee->positional; i++)
        flow_into(scan->flow, &callee->slots[i], one(scan, IT_ANY));
    for (uint32_t i = 0; flags & FZ_FUNCTION_KWDEFAULTS && i < callee->keyword_only; i++)
        flow_into(scan->flow, &callee->slots[callee->positional + i], one(scan, IT_ANY));
    scan->height -= extras;
    push(scan, one(scan, pooled(scan)));
}

// The cells of a class body's own, which are not those of functions around it: they get the class.
static bool holds_class(const Function *body, uint32_t slot)
{
    return body->cells[slot] && slot > body->code->line >> 24;
}

static void build_class(Scan *scan)
{
    uint32_t taken = 2 + scan->inst.a + 2u * scan->inst.b;
    uint32_t base = scan->height - taken;
    CallPlace above = from_c(scan);
    CallPlace place = in_loop(scan, scan->height);
    Set result = SET_EMPTY;
    Slot any = {.set = one(scan, IT_ANY)};
    Arguments args = {.positional = &any, .count = 1, .is_spread = true};
    Set bases = SET_EMPTY;
    for (uint32_t i = 2; i < taken; i++)
        bases = both(scan, bases, scan->slots[base + i].set);
    SetItems bodies = sets_items(&scan->flow->sets, scan->slots[base].set);
    for (uint32_t i = 0; i < bodies.count; i++) {
        if (!flow_is(scan->flow, bodies.items[i], FZ_KIND_CODE))
            continue;
        Function *body = flow_function(scan->flow, bodies.items[i]);
        body->has_meta |= scan->inst.b > 0 || scan->flow->metas != SET_EMPTY;
        flow_into(scan->flow, &body->bases, bases);
        flow_call(scan->flow, &place, one(scan, bodies.items[i]), &args);
        for (uint32_t slot = 0; slot < body->locals; slot++)
            if (holds_class(body, slot))
                flow_into(scan->flow, flow_cell(scan->flow, body, slot), one(scan, bodies.items[i] - 1));
        result = both(scan, result, one(scan, bodies.items[i] - 1));
        for (uint32_t k = 0; k < body->names.count; k++) {
            flow_special(scan->flow, &above, body->names.items[k].set, FZ_NAME_set_name, &args);
        }
    }
    flow_special(scan->flow, &above, bases, FZ_NAME_init_subclass, &args);
    SetItems parents = sets_items(&scan->flow->sets, flow_solid(scan->flow, bases));
    for (uint32_t i = 0; i < parents.count; i++) {
        if (!flow_is_class(scan->flow, parents.items[i]))
            continue;
        Set hooks = flow_find(scan->flow, parents.items[i], flow_name(scan->flow, FZ_NAME_init_subclass), 0);
        Arguments sub = args;
        sub.has_self = true;
        sub.self = result;
        flow_call(scan->flow, &above, hooks, &sub);
    }
    SetItems metas = sets_items(&scan->flow->sets, scan->flow->metas);
    for (uint32_t i = 0; i < metas.count; i++)
        flow_group(scan->flow, &above, one(scan, flow_instance_of(metas.items[i])), CALLS_MAKE_CLASS, false);
    flow_natives(scan->function, slot_at(scan, scan->height) + 64);
    hold(scan, bases);
    scan->height = base;
    push(scan, result);
}

// What super() finds behind a class that the cell may hold, in the classes of what `self` may be.
static Set find_super(Scan *scan, FzValue name)
{
    Flow *flow = scan->flow;
    SetItems own = sets_items(&flow->sets, flow_solid(flow, top(scan, 1)->set));
    SetItems selves = sets_items(&flow->sets, flow_solid(flow, top(scan, 0)->set));
    Set found = SET_EMPTY;
    for (uint32_t i = 0; i < selves.count; i++) {
        uint32_t cls = flow_class_of(flow, selves.items[i]);
        if (!cls && flow_is_class(flow, selves.items[i]))
            cls = selves.items[i];
        for (uint32_t k = 0; cls && k < own.count; k++)
            if (flow_is_class(flow, own.items[k]))
                found = both(scan, found, flow_find(flow, cls, name, own.items[k]));
    }
    return found;
}

static void load_super(Scan *scan, bool is_method)
{
    Set found = find_super(scan, pooled(scan));
    Slot self = *top(scan, 0);
    CallPlace above = from_c(scan);
    scan->height -= 2;
    if (is_method) {
        scan->slots[scan->height++] = (Slot){.set = found};
        push(scan, self.set);
        return;
    }
    SetItems items = sets_items(&scan->flow->sets, found);
    for (uint32_t i = 0; i < items.count; i++)
        if (flow_is(scan->flow, items.items[i], FZ_KIND_PROPERTY)) {
            Arguments args = {.has_self = true, .self = self.set};
            found = both(scan, found, flow_call(scan->flow, &above,
                                                flow_set_of(scan->flow, flow_words(scan->flow, items.items[i])[1]), &args));
        } else if (flow_is(scan->flow, items.items[i], FZ_KIND_CODE)) {
            Function *callee = flow_function(scan->flow, items.items[i]);
            callee->is_bound = true;
            if (callee->locals > 0)
                flow_into(scan->flow, &callee->slots[0], self.set);
        }
    push(scan, found);
}

// ---- operators

static bool has_items(const Scan *scan, Set set)
{
    return sets_has(&scan->flow->sets, set, IT_ANY) || sets_has(&scan->flow->sets, set, IT_BOX) ||
           sets_has(&scan->flow->sets, set, IT_LAZY);
}

static Set binary(Scan *scan)
{
    Flow *flow = scan->flow;
    bool is_inplace = scan->inst.op < FZ_OP_BINARY_OR;
    uint32_t which = (uint32_t)scan->inst.op - (is_inplace ? FZ_OP_INPLACE_OR : FZ_OP_BINARY_OR);
    Set left = top(scan, 1)->set;
    Set right = top(scan, 0)->set;
    CallPlace above = from_c(scan);
    Arguments to_right = {.positional = top(scan, 0), .count = 1};
    Arguments to_left = {.positional = top(scan, 1), .count = 1};
    Set result = flow_special(flow, &above, left, (FzNameId)(FZ_NAME_or_ + which), &to_right);
    result = both(scan, result, flow_special(flow, &above, right, (FzNameId)(FZ_NAME_ror + which), &to_left));
    if (is_inplace)
        result = both(scan, result, flow_special(flow, &above, left, (FzNameId)(FZ_NAME_ior + which), &to_right));
    Set all = both(scan, left, right);
    bool repeats = which == FZ_OP_BINARY_MULTIPLY - FZ_OP_BINARY_OR;
    bool is_box = has_items(scan, repeats ? all : left);
    if (which == FZ_OP_BINARY_MODULO - FZ_OP_BINARY_OR)
        flow_group(flow, &above, right, CALLS_TEXT, true);
    else if (is_box && (which <= FZ_OP_BINARY_AND - FZ_OP_BINARY_OR || which == FZ_OP_BINARY_SUBTRACT - FZ_OP_BINARY_OR))
        flow_group(flow, &above, all, CALLS_HASH, true);
    else if (is_box && is_inplace && which == FZ_OP_BINARY_ADD - FZ_OP_BINARY_OR)
        flow_group(flow, &above, right, CALLS_ITER, false);
    flow_group(flow, &above, all, CALLS_INDEX, false);
    return is_box ? both(scan, result, one(scan, IT_BOX)) : result;
}

static void unary(Scan *scan)
{
    static const FzNameId names[] = {FZ_NAME_pos, FZ_NAME_neg, FZ_NAME_invert};
    CallPlace above = from_c(scan);
    Arguments none = {0};
    Set set = pop(scan).set;
    push(scan, flow_special(scan->flow, &above, set, names[scan->inst.op - FZ_OP_UNARY_POSITIVE], &none));
}

static void test_truth(Scan *scan)
{
    CallPlace above = from_c(scan);
    flow_group(scan->flow, &above, top(scan, 0)->set, CALLS_TRUTH, false);
}

// Takes operands, asks a group of special methods of all of them, and keeps them for containers when it `holds`.
static Set take(Scan *scan, uint32_t count, CallGroup group, bool inside, bool holds)
{
    CallPlace above = from_c(scan);
    Set all = SET_EMPTY;
    for (uint32_t i = 0; i < count; i++)
        all = both(scan, all, scan->slots[scan->height - 1 - i].set);
    Set result = group == CALLS_COUNT ? SET_EMPTY : flow_group(scan->flow, &above, all, group, inside);
    if (holds)
        hold(scan, all);
    scan->height -= count;
    return result;
}

static void load_item(Scan *scan)
{
    Slot object = *top(scan, 1);
    Slot key = *top(scan, 0);
    CallPlace place = in_loop(scan, scan->height - 2);
    CallPlace above = from_c(scan);
    Arguments args = {.positional = &key, .count = 1};
    Set result = flow_special(scan->flow, &place, object.set, FZ_NAME_getitem, &args);
    result = both(scan, result, flow_group(scan->flow, &above, object.set, CALLS_GET_ITEM, false));
    if (has_items(scan, object.set)) // keys may be compared
        flow_group(scan->flow, &above, both(scan, key.set, one(scan, IT_ANY)), CALLS_HASH, true);
    hold(scan, key.set);
    scan->height -= 2;
    push(scan, has_items(scan, object.set) ? both(scan, result, one(scan, IT_ANY)) : result);
}

// [value] object key ->; only a slice, which is no plain value, takes the items of what is stored.
static void store_item(Scan *scan, bool stores)
{
    Set object = top(scan, 1)->set;
    Set key = top(scan, 0)->set;
    CallPlace above = from_c(scan);
    flow_group(scan->flow, &above, object, CALLS_SET_ITEM, false);
    if (has_items(scan, object))
        flow_group(scan->flow, &above, both(scan, key, one(scan, IT_ANY)), CALLS_HASH, true);
    if (stores && has_items(scan, key))
        flow_group(scan->flow, &above, top(scan, 2)->set, CALLS_ITER, false);
    hold(scan, both(scan, key, stores ? top(scan, 2)->set : SET_EMPTY));
    scan->height -= stores ? 3 : 2;
}

// ---- iteration

static void iterate(Scan *scan)
{
    CallPlace place = from_c(scan);
    Set set = pop(scan).set;
    push(scan, flow_iterator(scan->flow, &place, set));
}

static Set items_of(Scan *scan, Set set)
{
    CallPlace above = from_c(scan);
    Set iterator = flow_iterator(scan->flow, &above, set);
    return flow_next(scan->flow, &above, iterator);
}

static void unpack(Scan *scan, uint32_t count)
{
    Set item = items_of(scan, top(scan, 0)->set);
    scan->height--;
    flow_natives(scan->function, slot_at(scan, scan->height) + count);
    for (uint32_t i = 0; i < count; i++)
        push(scan, item);
}

static void delegate(Scan *scan)
{
    Flow *flow = scan->flow;
    Slot iterator = *top(scan, 1);
    hold(scan, top(scan, 0)->set);
    CallPlace place = in_loop(scan, scan->height - 1);
    CallPlace above = from_c(scan);
    Slot any = {.set = one(scan, IT_ANY)};
    Arguments sent = {.positional = &any, .count = 1};
    Set result = flow_next(flow, &place, iterator.set);
    if (has_items(scan, iterator.set)) { // awaiters and the like
        SetItems items = sets_items(&flow->sets, flow->held);
        for (uint32_t i = 0; i < items.count; i++)
            if (flow_is_generator(flow, items.items[i]))
                flow_next(flow, &above, one(scan, items.items[i]));
    }
    static const char *const names[] = {"send", "throw", "close"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        SetItems items = sets_items(&flow->sets, flow_solid(flow, iterator.set));
        for (uint32_t k = 0; k < items.count; k++) {
            uint32_t cls = flow_class_of(flow, items.items[k]);
            for (uint32_t n = 0; cls && n < flow->header->interned_slots; n++) {
                FzValue name = ((const FzValue *)(const void *)(flow->image + flow->header->interned_off))[n];
                if (name == FZ_NULL || !flow_is_named(flow, name, names[i]))
                    continue;
                Arguments bound = sent;
                bound.has_self = true;
                bound.self = one(scan, items.items[k]);
                flow_call(flow, &above, flow_find(flow, cls, name, 0), &bound);
            }
        }
    }
    scan->height -= 2;
    push(scan, both(scan, result, one(scan, IT_ANY)));
}

// ---- with

static Set special_of(Scan *scan, Set set, FzNameId id)
{
    Flow *flow = scan->flow;
    Set found = SET_EMPTY;
    SetItems items = sets_items(&flow->sets, flow_solid(flow, set));
    for (uint32_t i = 0; i < items.count; i++)
        if (flow_class_of(flow, items.items[i]))
            found = both(scan, found, flow_find(flow, flow_class_of(flow, items.items[i]), flow_name(flow, id), 0));
    return found;
}

static void enter(Scan *scan)
{
    Set manager = pop(scan).set;
    Arguments none = {0};
    CallPlace place = in_loop(scan, scan->height + 2);
    Set value = flow_special(scan->flow, &place, manager, FZ_NAME_enter, &none);
    Set leave = special_of(scan, manager, FZ_NAME_exit);
    push(scan, leave);
    push(scan, manager);
    push(scan, has_items(scan, manager) ? both(scan, value, one(scan, IT_ANY)) : value);
}

static void leave(Scan *scan)
{
    CallPlace place = in_loop(scan, scan->height);
    Slot any[3] = {{.set = one(scan, IT_ANY)}, {.set = one(scan, IT_ANY)}, {.set = one(scan, IT_ANY)}};
    Arguments args = {.has_self = true, .self = top(scan, 2)->set, .positional = any, .count = 3};
    Set result = flow_call(scan->flow, &place, top(scan, 3)->set, &args);
    push(scan, result);
}

// ---- imports

static void run_module(Scan *scan, FzValue module, CallPlace place)
{
    Flow *flow = scan->flow;
    for (FzValue at = module; at != FZ_NULL; at = ((const FzModule *)flow_object(flow, at))->parent) {
        const FzModule *object = flow_object(flow, at);
        Arguments none = {0};
        if (!(object->header & (FZ_HEADER_A | FZ_HEADER_B)) && object->code != FZ_NULL)
            flow_call(flow, &place, one(scan, object->code), &none);
    }
}

static void import_from(Scan *scan)
{
    Flow *flow = scan->flow;
    CallPlace above = from_c(scan);
    Slot module = *top(scan, 0);
    const FzValue *modules = (const FzValue *)(const void *)(flow->image + flow->header->modules_off);
    Set value = flow_attribute(flow, &above, module, pooled(scan), NULL);
    FzValue found = FZ_NULL;
    for (uint32_t i = 0; i < flow->header->modules_count; i++) {
        const FzModule *object = flow_object(flow, modules[i]);
        const char *dot = strrchr(flow_text(flow, object->name), '.');
        if (object->parent == FZ_NULL || !dot || !flow_is_named(flow, pooled(scan), dot + 1))
            continue;
        run_module(scan, modules[i], above);
        value = both(scan, value, one(scan, modules[i]));
        found = modules[i];
    }
    push(scan, value);
    if (found != FZ_NULL && value == one(scan, found))
        top(scan, 0)->constant = found;
}

static void import_star_name(Scan *scan)
{
    CallPlace above = from_c(scan);
    Set value = flow_attribute(scan->flow, &above, *top(scan, 0), pooled(scan), NULL);
    FzValue slot = flow_entry(scan->flow, scan->module->dict, pooled(scan));
    if (slot != FZ_NULL && fz_to_int(slot) >= 0)
        flow_into(scan->flow, &scan->flow->globals[scan->module->globals + (uint32_t)fz_to_int(slot)], value);
}

// ---- one instruction

static void load_local(Scan *scan, uint32_t slot)
{
    push(scan, is_cell(scan, slot) ? SET_EMPTY : scan->locals[slot].set);
}

static void store_local(Scan *scan, uint32_t slot) { scan->locals[slot] = (Slot){.set = pop(scan).set}; }

static void load_attribute(Scan *scan, bool is_method)
{
    CallPlace place = in_loop(scan, scan->height - 1);
    Slot object = *top(scan, 0);
    Set methods = SET_EMPTY;
    Set value = flow_attribute(scan->flow, &place, object, pooled(scan), is_method ? &methods : NULL);
    scan->height--;
    if (!is_method) {
        push(scan, value);
        return;
    }
    scan->slots[scan->height++] = (Slot){.set = methods, .plain = value};
    push(scan, object.set);
}

// What the table says, for instructions that only move what nobody follows.
static void by_table(Scan *scan, Set result)
{
    uint32_t pops;
    uint32_t pushes;
    fz_stack_effect(&scan->inst, &pops, &pushes);
    for (uint32_t i = 0; i < pops; i++)
        hold(scan, scan->slots[scan->height - 1 - i].set);
    scan->height -= pops;
    while (pushes-- > 0)
        push(scan, result);
}

// Instructions on the operand stack and on variables. False for others.
static bool step_values(Scan *scan)
{
    Flow *flow = scan->flow;
    Function *function = scan->function;
    uint32_t operand = (uint32_t)scan->inst.operand;
    Slot held;
    switch ((int)scan->inst.op) {
    case FZ_OP_DUP_TOP:
        scan->slots[scan->height] = *top(scan, 0);
        scan->height++;
        return true;
    case FZ_OP_DUP_TOP_TWO:
        memcpy(scan->slots + scan->height, scan->slots + scan->height - 2, 2 * sizeof held);
        scan->height += 2;
        return true;
    case FZ_OP_ROT_TWO:
        held = *top(scan, 0);
        *top(scan, 0) = *top(scan, 1);
        *top(scan, 1) = held;
        return true;
    case FZ_OP_ROT_THREE:
        held = *top(scan, 0);
        *top(scan, 0) = *top(scan, 1);
        *top(scan, 1) = *top(scan, 2);
        *top(scan, 2) = held;
        return true;
    case FZ_OP_POP_TOP:
    case FZ_OP_POP_EXCEPT:
        scan->height--;
        return true;
    case FZ_OP_LOAD_CONST:
        push(scan, flow_set_of(flow, pooled(scan)));
        top(scan, 0)->constant = pooled(scan);
        return true;
    case FZ_OP_LOAD_LOCAL:
        load_local(scan, operand);
        return true;
    case FZ_OP_STORE_LOCAL:
        store_local(scan, operand);
        return true;
    case FZ_OP_MAKE_CELL:
        flow_into(flow, flow_cell(flow, function, operand), scan->locals[operand].set);
        return true;
    case FZ_OP_LOAD_CELL:
        push(scan, *flow_cell(flow, function, operand));
        return true;
    case FZ_OP_STORE_CELL: {
        Set set = pop(scan).set;
        flow_into(flow, flow_cell(flow, function, operand), set);
        return true;
    }
    case FZ_OP_LOAD_CLASS_CELL: {
        const FzTuple *names = flow_object(flow, function->code->params);
        Set set = *flow_cell(flow, function, operand);
        push(scan, operand < fz_header_count(names->header) ? both(scan, set, body_name(scan, names->items[operand]))
                                                            : both(scan, set, one(scan, IT_ANY)));
        return true;
    }
    case FZ_OP_LOAD_GLOBAL:
        push(scan, global_value(scan, operand));
        return true;
    case FZ_OP_STORE_GLOBAL:
        flow_into(flow, &flow->globals[scan->module->globals + operand], pop(scan).set);
        return true;
    case FZ_OP_LOAD_NAME:
        push(scan, both(scan, body_name(scan, pooled(scan)), name_by_name(scan, pooled(scan))));
        return true;
    case FZ_OP_STORE_NAME:
        bind_name(scan, pooled(scan), pop(scan).set);
        return true;
    default:
        return false;
    }
}

// Instructions that call, and those that work on attributes and items. False for others.
static bool step_calls(Scan *scan)
{
    uint32_t operand = (uint32_t)scan->inst.operand;
    CallPlace above = from_c(scan);
    switch ((int)scan->inst.op) {
    case FZ_OP_CALL:
        call(scan, operand, 0, false);
        return true;
    case FZ_OP_CALL_METHOD:
        call(scan, operand, 0, true);
        return true;
    case FZ_OP_CALL_KW:
        call(scan, scan->inst.a, scan->inst.b, false);
        return true;
    case FZ_OP_CALL_METHOD_KW:
        call(scan, scan->inst.a, scan->inst.b, true);
        return true;
    case FZ_OP_CALL_EX:
        call_spread(scan);
        return true;
    case FZ_OP_MAKE_FUNCTION:
        make_function(scan, 0);
        return true;
    case FZ_OP_MAKE_CLOSURE:
        make_function(scan, scan->inst.b);
        return true;
    case FZ_OP_BUILD_CLASS:
        build_class(scan);
        return true;
    case FZ_OP_LOAD_ATTR:
        load_attribute(scan, false);
        return true;
    case FZ_OP_LOAD_METHOD:
        load_attribute(scan, true);
        return true;
    case FZ_OP_LOAD_SUPER_ATTR:
        load_super(scan, false);
        return true;
    case FZ_OP_LOAD_SUPER_METHOD:
        load_super(scan, true);
        return true;
    case FZ_OP_STORE_ATTR:
        flow_set_attribute(scan->flow, &above, *top(scan, 0), pooled(scan), top(scan, 1)->set);
        scan->height -= 2;
        return true;
    case FZ_OP_DELETE_ATTR:
        flow_set_attribute(scan->flow, &above, *top(scan, 0), pooled(scan), SET_EMPTY);
        scan->height--;
        return true;
    case FZ_OP_LOAD_SUBSCR:
        load_item(scan);
        return true;
    case FZ_OP_STORE_SUBSCR:
    case FZ_OP_DELETE_SUBSCR:
        store_item(scan, scan->inst.op == FZ_OP_STORE_SUBSCR);
        return true;
    case FZ_OP_WITH_ENTER:
        enter(scan);
        return true;
    case FZ_OP_WITH_EXIT:
        leave(scan);
        return true;
    case FZ_OP_IMPORT_NAME:
        push(scan, one(scan, pooled(scan)));
        top(scan, 0)->constant = pooled(scan);
        run_module(scan, pooled(scan), in_loop(scan, scan->height));
        return true;
    case FZ_OP_IMPORT_FROM:
        import_from(scan);
        return true;
    case FZ_OP_IMPORT_STAR_NAME:
        import_star_name(scan);
        return true;
    default:
        return false;
    }
}

// Instructions that make, test and take apart objects of the runtime. False for others.
static bool step_objects(Scan *scan)
{
    uint32_t operand = (uint32_t)scan->inst.operand;
    Set box = one(scan, IT_BOX);
    Set result;
    if (scan->inst.op >= FZ_OP_INPLACE_OR && scan->inst.op <= FZ_OP_BINARY_POWER) {
        result = binary(scan);
        hold(scan, both(scan, top(scan, 0)->set, top(scan, 1)->set));
        scan->height -= 2;
        push(scan, result);
        return true;
    }
    switch ((int)scan->inst.op) {
    case FZ_OP_UNARY_POSITIVE:
    case FZ_OP_UNARY_NEGATIVE:
    case FZ_OP_UNARY_INVERT:
        unary(scan);
        return true;
    case FZ_OP_UNARY_NOT:
        test_truth(scan);
        *top(scan, 0) = (Slot){0};
        return true;
    case FZ_OP_COMPARE_LESS:
    case FZ_OP_COMPARE_MORE:
    case FZ_OP_COMPARE_EQUAL:
    case FZ_OP_COMPARE_LESS_EQUAL:
    case FZ_OP_COMPARE_MORE_EQUAL:
    case FZ_OP_COMPARE_NOT_EQUAL:
        result = take(scan, 2, CALLS_COMPARE, true, true);
        push(scan, result);
        return true;
    case FZ_OP_CONTAINS:
    case FZ_OP_NOT_CONTAINS:
        take(scan, 2, CALLS_CONTAINS, true, true);
        push(scan, SET_EMPTY);
        return true;
    case FZ_OP_IS:
    case FZ_OP_IS_NOT:
        scan->height -= 2;
        push(scan, SET_EMPTY);
        return true;
    case FZ_OP_EXCEPTION_MATCH:
        take(scan, 2, CALLS_CATCH, false, false);
        push(scan, SET_EMPTY);
        return true;
    case FZ_OP_GET_ITER:
        iterate(scan);
        return true;
    case FZ_OP_STORE_MAP:
        take(scan, 2, CALLS_HASH, true, true);
        return true;
    case FZ_OP_LIST_EXTEND:
    case FZ_OP_SET_UPDATE:
    case FZ_OP_DICT_UPDATE:
    case FZ_OP_DICT_MERGE:
        hold(scan, items_of(scan, top(scan, 0)->set));
        if (scan->inst.op != FZ_OP_LIST_EXTEND) {
            CallPlace above = from_c(scan);
            flow_group(scan->flow, &above, one(scan, IT_ANY), CALLS_HASH, true);
        }
        scan->height--;
        return true;
    case FZ_OP_BUILD_SET:
        take(scan, operand, CALLS_HASH, true, true);
        push(scan, box);
        return true;
    case FZ_OP_BUILD_TUPLE:
    case FZ_OP_BUILD_LIST:
    case FZ_OP_BUILD_SLICE:
        take(scan, operand, CALLS_COUNT, false, true);
        push(scan, box);
        return true;
    case FZ_OP_BUILD_MAP:
    case FZ_OP_LIST_TO_TUPLE:
        if (scan->inst.op == FZ_OP_LIST_TO_TUPLE)
            scan->height--;
        push(scan, box);
        return true;
    case FZ_OP_BUILD_STRING:
        scan->height -= operand;
        push(scan, SET_EMPTY);
        return true;
    case FZ_OP_FORMAT_VALUE:
    case FZ_OP_FORMAT_WITH_SPEC:
        take(scan, scan->inst.op == FZ_OP_FORMAT_VALUE ? 1 : 2, CALLS_TEXT, true, true);
        push(scan, SET_EMPTY);
        return true;
    case FZ_OP_UNPACK_SEQUENCE:
        unpack(scan, operand);
        return true;
    case FZ_OP_UNPACK_EX:
        unpack(scan, scan->inst.a + scan->inst.b + 1u);
        scan->slots[scan->height - 1 - scan->inst.a].set = box;
        hold(scan, top(scan, 0)->set);
        if (scan->inst.a > 0 || scan->inst.b > 0)
            hold(scan, scan->slots[scan->height - 1 - (scan->inst.a == 0)].set);
        return true;
    case FZ_OP_LIST_APPEND:
        take(scan, 1, CALLS_COUNT, false, true);
        return true;
    case FZ_OP_SET_ADD:
        take(scan, 1, CALLS_HASH, true, true);
        return true;
    case FZ_OP_MAP_ADD:
        take(scan, 2, CALLS_HASH, true, true);
        return true;
    case FZ_OP_RANGE_SETUP:
    case FZ_OP_RANGE_UP:
        take(scan, operand, CALLS_INDEX, false, false);
        for (uint32_t i = 0; i < fz_op_info[scan->inst.op].pushes; i++)
            push(scan, SET_EMPTY);
        return true;
    default:
        return false;
    }
}

// Jumps, and what leaves the frame. False for others.
static bool step_control(Scan *scan)
{
    Flow *flow = scan->flow;
    uint32_t target = (uint32_t)scan->inst.operand;
    switch ((int)scan->inst.op) {
    case FZ_OP_JUMP:
    case FZ_OP_JUMP_BACK:
        merge_into(scan, target, scan->height);
        return true;
    case FZ_OP_UNWIND_JUMP:
        merge_into(scan, target, unwound_height(scan));
        return true;
    case FZ_OP_POP_JUMP_IF_TRUE:
    case FZ_OP_POP_JUMP_IF_FALSE:
    case FZ_OP_POP_JUMP_IF_TRUE_BACK:
    case FZ_OP_POP_JUMP_IF_FALSE_BACK:
        test_truth(scan);
        scan->height--;
        merge_into(scan, target, scan->height);
        return true;
    case FZ_OP_JUMP_IF_TRUE_OR_POP:
    case FZ_OP_JUMP_IF_FALSE_OR_POP:
        test_truth(scan);
        merge_into(scan, target, scan->height);
        scan->height--;
        return true;
    case FZ_OP_FOR_RANGE:
    case FZ_OP_FOR_UP:
        merge_into(scan, target, scan->height - fz_op_info[scan->inst.op].pops);
        push(scan, SET_EMPTY);
        return true;
    case FZ_OP_FOR_ITER: {
        CallPlace place = in_loop(scan, scan->height);
        merge_into(scan, target, scan->height - 1);
        push(scan, flow_next(flow, &place, top(scan, 0)->set));
        return true;
    }
    case FZ_OP_RETURN_VALUE:
    case FZ_OP_RETURN_UNWIND: {
        Set set = pop(scan).set;
        flow_into(flow, &scan->function->result, set);
        return true;
    }
    case FZ_OP_YIELD_VALUE:
        hold(scan, pop(scan).set);
        push(scan, one(scan, IT_ANY));
        return true;
    case FZ_OP_YIELD_FROM:
        delegate(scan);
        return true;
    case FZ_OP_RAISE_OBJ:
    case FZ_OP_RAISE_FROM: {
        CallPlace above = from_c(scan);
        Arguments none = {0};
        SetItems items = sets_items(&flow->sets, flow_solid(flow, top(scan, scan->inst.op == FZ_OP_RAISE_FROM)->set));
        for (uint32_t i = 0; i < items.count; i++)
            if (flow_is_class(flow, items.items[i]))
                hold(scan, flow_call(flow, &above, one(scan, items.items[i]), &none));
        by_table(scan, SET_EMPTY);
        return true;
    }
    case FZ_OP_WITH_END: {
        CallPlace above = from_c(scan);
        flow_group(flow, &above, top(scan, 0)->set, CALLS_TRUTH, false);
        Slot payload = *top(scan, 2);
        Slot tag = *top(scan, 1);
        scan->height -= 5;
        scan->slots[scan->height++] = payload;
        scan->slots[scan->height++] = tag;
        return true;
    }
    default: // another jump would lead where nobody follows
        flow->is_lost |= (fz_op_info[scan->inst.op].flags & FZ_OP_JUMPS) != 0;
        return false;
    }
}

static void long_form(FzInstruction *inst)
{
    if (inst->op >= FZ_OP_LOAD_LOCAL_0 && inst->op <= FZ_OP_LOAD_LOCAL_7) {
        inst->operand = (int32_t)(inst->op - FZ_OP_LOAD_LOCAL_0);
        inst->op = FZ_OP_LOAD_LOCAL;
    } else if (inst->op >= FZ_OP_STORE_LOCAL_0 && inst->op <= FZ_OP_STORE_LOCAL_7) {
        inst->operand = (int32_t)(inst->op - FZ_OP_STORE_LOCAL_0);
        inst->op = FZ_OP_STORE_LOCAL;
    }
}

static void step(Scan *scan)
{
    uint32_t pops;
    uint32_t pushes;
    fz_stack_effect(&scan->inst, &pops, &pushes);
    if (pops > scan->height || scan->height - pops + pushes > scan->function->depth) {
        scan->flow->is_lost = true;
        scan->is_live = false;
        return;
    }
    bool is_done = step_values(scan) || step_calls(scan) || step_objects(scan) || step_control(scan);
    if (!is_done)
        by_table(scan, SET_EMPTY);
}

static void scan_function(Flow *flow, Function *function)
{
    const FzCode *code = function->code;
    uint32_t size = code->sizes & 0xffff;
    Scan scan = {.flow = flow, .function = function, .is_live = true};
    scan.module = flow_object(flow, code->module);
    scan.pool = scan.module->pool == FZ_NULL ? NULL : flow_object(flow, scan.module->pool);
    scan.locals = ARENA_NEW_ARRAY(flow->arena, Slot, function->locals + function->depth + 16);
    scan.slots = scan.locals + function->locals;
    scan.scratch = ARENA_NEW_ARRAY(flow->arena, Slot, function->locals + function->depth + 16);
    for (uint32_t i = 0; i < function->locals; i++)
        scan.locals[i].set = function->slots[i];
    flow_natives(function, slot_at(&scan, function->depth));
    while (scan.at < size && fz_decode_instruction(code->bytes, size, scan.at, &scan.inst)) {
        uint32_t next = scan.at + scan.inst.size;
        const State *state = function->states[scan.at];
        long_form(&scan.inst);
        if (state && scan.is_live)
            merge_into(&scan, scan.at, scan.height);
        if (state) {
            memcpy(scan.locals, state->slots, (function->locals + state->height) * sizeof *scan.locals);
            scan.height = state->height;
            scan.is_live = true;
        }
        if (scan.is_live) {
            reach_handlers(&scan);
            step(&scan);
            scan.is_live = scan.is_live && !(fz_op_info[scan.inst.op].flags & FZ_OP_ENDS);
        }
        VEC_PUSH(flow->arena, &scan.all, scan.inst);
        scan.at = next;
    }
}

void flow_root(Flow *flow, Set set)
{
    SetItems items = sets_items(&flow->sets, set);
    for (uint32_t i = 0; i < items.count; i++) {
        if (!flow_is(flow, items.items[i], FZ_KIND_CODE))
            continue;
        Function *function = flow_function(flow, items.items[i]);
        flow->changed |= !function->runs;
        function->runs |= !(function->flags & FZ_CODE_GENERATOR);
        flow_hand_out(flow, function->result);
        for (uint32_t k = 0; k < function->positional; k++)
            flow_into(flow, &function->slots[k], flow->firmware);
    }
}

void flow_run(Flow *flow)
{
    do {
        flow->changed = false;
        for (uint32_t i = 0; i < flow->count && !flow->is_lost; i++)
            if (flow->functions[i].runs)
                scan_function(flow, &flow->functions[i]);
    } while (flow->changed && !flow->is_lost);
}
