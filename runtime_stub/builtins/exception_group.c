// SPDX-License-Identifier: MIT
// Exception groups: making them, splitting them, and what `except*` asks for. A group is an
// exception with the fields `message` and `exceptions`, a tuple. Splitting walks groups in groups
// with its state on the VM stack, to a checked depth.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"

static bool is_exception(const FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_EXCEPTION);
}

static bool is_group(const FzVm *vm, FzValue value)
{
    return is_exception(vm, value) && fz_is_instance(vm, value, FZ_TYPE_BASE_EXCEPTION_GROUP);
}

// The exceptions of a group, a tuple; FZ_NULL after raising.
static FzValue members(FzVm *vm, FzValue group)
{
    FzValue tuple = fz_get_attr(vm, group, fz_name(vm, FZ_NAME_exceptions));
    if (tuple != FZ_NULL && !fz_is_kind(vm, tuple, FZ_KIND_TUPLE))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "exceptions of a group must be a tuple");
    return tuple;
}

// ---- making

// The class of a new group of the exceptions in the tuple: of BaseExceptionGroup, ExceptionGroup when
// all are Exceptions. FZ_NULL after raising.
static FzValue class_for(FzVm *vm, FzValue cls, FzValue tuple)
{
    bool nests_base = false;
    for (uint32_t i = 0; i < fz_count_of(vm, tuple); i++) {
        FzValue item = FZ_TUPLE(vm, tuple)->items[i];
        if (!is_exception(vm, item))
            return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                            "Item %u of second argument (exceptions) is not an exception", i);
        nests_base = nests_base || !fz_is_instance(vm, item, FZ_TYPE_EXCEPTION);
    }
    if (!nests_base)
        return cls == fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP)
                   ? fz_type(vm, FZ_TYPE_EXCEPTION_GROUP)
                   : cls;
    if (cls == fz_type(vm, FZ_TYPE_EXCEPTION_GROUP))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "Cannot nest BaseExceptions in an ExceptionGroup");
    if (fz_is_subclass(vm, cls, fz_type(vm, FZ_TYPE_EXCEPTION)))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "Cannot nest BaseExceptions in '%v'",
                        fz_class_name(vm, cls));
    return cls;
}

// BaseExceptionGroup.__new__(cls, message, exceptions)
FzValue fz_group_new(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    if (!fz_is_kind(vm, argv[0], FZ_KIND_CLASS) ||
        !fz_is_subclass(vm, argv[0], fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP)))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "a class of exception groups is needed");
    if (!fz_is_kind(vm, argv[1], FZ_KIND_STR))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, 
                        "BaseExceptionGroup.__new__() argument 1 must be str, not %t", argv[1]);
    if (!fz_is_kind(vm, argv[2], FZ_KIND_LIST) && !fz_is_kind(vm, argv[2], FZ_KIND_TUPLE))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "second argument (exceptions) must be a sequence");
    FzValue *tuple = fz_push(vm, fz_tuple_from(vm, argv[2]));
    if (*tuple == FZ_NULL)
        return FZ_NULL;
    if (fz_count_of(vm, *tuple) == 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR,
                        "second argument (exceptions) must be a non-empty sequence");
    FzValue cls = class_for(vm, argv[0], *tuple);
    if (cls == FZ_NULL)
        return FZ_NULL;
    FzValue *at = fz_push(vm, cls);
    fz_push(vm, argv[1]);
    fz_push(vm, argv[2]);
    at[0] = fz_exception_new(vm, at);
    vm->sp = at + 1;
    if (at[0] == FZ_NULL || !fz_set_attr_plain(vm, at[0], fz_name(vm, FZ_NAME_message), argv[1]) ||
        !fz_set_attr_plain(vm, at[0], fz_name(vm, FZ_NAME_exceptions), *tuple))
        return FZ_NULL;
    return at[0];
}

// group.derive(exceptions)
FzValue fz_group_derive(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *at = fz_push(vm, fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP));
    FzValue message = fz_get_attr(vm, argv[0], fz_name(vm, FZ_NAME_message));
    if (message == FZ_NULL)
        return FZ_NULL;
    fz_push(vm, message);
    fz_push(vm, argv[1]);
    return fz_group_new(vm, 3, at);
}

FzValue fz_group_str(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue *parts = fz_push(vm, fz_get_attr(vm, argv[0], fz_name(vm, FZ_NAME_message)));
    FzValue tuple = parts[0] == FZ_NULL ? FZ_NULL : members(vm, argv[0]);
    if (tuple == FZ_NULL)
        return FZ_NULL;
    uint32_t count = fz_count_of(vm, tuple);
    fz_push(vm, fz_int_to_str(vm, fz_from_int((int32_t)count), 10, false, false));
    if (parts[1] == FZ_NULL || (parts[0] = fz_str(vm, parts[0])) == FZ_NULL)
        return FZ_NULL;
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    fz_builder_add_str(vm, &builder, &parts[0]);
    fz_builder_add_z(vm, &builder, " (");
    fz_builder_add_str(vm, &builder, &parts[1]);
    fz_builder_add_z(vm, &builder, count == 1 ? " sub-exception)" : " sub-exceptions)");
    return fz_builder_close(vm, &builder);
}

// ---- what a part of a group takes over from it

// Gives the exception in to[0] the places that the one in from[0] was seen at, in an array of its own.
static bool copy_traceback(FzVm *vm, const FzValue *from, const FzValue *to)
{
    FzValue traceback = FZ_EXCEPTION(vm, *from)->traceback;
    if (traceback == FZ_NULL)
        return true;
    uint32_t count = fz_count_of(vm, traceback);
    FzValue made = fz_new(vm, FZ_KIND_TRACEBACK, 0, count);
    if (made == FZ_NULL)
        return false;
    traceback = FZ_EXCEPTION(vm, *from)->traceback;
    for (uint32_t i = 0; i < count; i++)
        FZ_TUPLE(vm, made)->items[i] = FZ_TUPLE(vm, traceback)->items[i];
    FZ_EXCEPTION(vm, *to)->traceback = made;
    return true;
}

static bool copy_notes(FzVm *vm, const FzValue *from, const FzValue *to)
{
    FzValue name = fz_name(vm, FZ_NAME_notes);
    FzValue notes = name == FZ_NULL ? FZ_NULL : fz_get_attr_or_null(vm, *from, name);
    if (notes == FZ_NULL || !fz_is_kind(vm, notes, FZ_KIND_LIST))
        return !fz_pending(vm);
    notes = fz_list_from(vm, notes);
    return notes != FZ_NULL && fz_set_attr_plain(vm, *to, name, notes);
}

// A group like the one at *group of the exceptions in the list at *list; None when it is empty.
static FzValue subset(FzVm *vm, const FzValue *group, const FzValue *list)
{
    if (fz_count_of(vm, *list) == 0)
        return FZ_NONE;
    FzValue derive = fz_get_attr(vm, *group, fz_name(vm, FZ_NAME_derive));
    FzValue made = derive == FZ_NULL ? FZ_NULL : fz_call(vm, derive, 1, list);
    if (made == FZ_NULL)
        return FZ_NULL;
    if (!is_group(vm, made) || !fz_is_ram(made))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                        "derive must return an instance of BaseExceptionGroup");
    FzValue *held = fz_push(vm, made);
    FZ_EXCEPTION(vm, made)->context = FZ_EXCEPTION(vm, *group)->context;
    FZ_EXCEPTION(vm, made)->cause = FZ_EXCEPTION(vm, *group)->cause;
    bool done = copy_traceback(vm, group, held) && copy_notes(vm, group, held);
    made = *held;
    vm->sp = held;
    return done ? made : FZ_NULL;
}

// ---- splitting

typedef enum { BY_TYPE, BY_FUNCTION, BY_LEAF } How;

// What a part must be: an exception class or tuple of them, a function that says, or one of the
// exceptions in a list and its groups. The value is on the VM stack.
typedef struct {
    How how;
    const FzValue *value;
} Condition;

// Whether the exception is in the list or in a group of it.
static bool is_leaf_of(const FzVm *vm, FzValue exception, FzValue items, uint32_t count, uint32_t depth)
{
    for (uint32_t i = 0; i < count && depth < FZ_MAX_DEPTH; i++) {
        FzValue item = FZ_TUPLE(vm, items)->items[i];
        if (item == exception)
            return true;
        const FzValue *field = is_group(vm, item)
                                   ? fz_field(vm, item, fz_name(vm, FZ_NAME_exceptions))
                                   : NULL;
        if (field && fz_is_kind(vm, *field, FZ_KIND_TUPLE) &&
            is_leaf_of(vm, exception, *field, fz_count_of(vm, *field), depth + 1))
            return true;
    }
    return false;
}

static int holds(FzVm *vm, const FzValue *exception, const Condition *condition)
{
    FzValue value = *condition->value;
    if (condition->how == BY_TYPE)
        return fz_exception_matches(vm, *exception, value);
    if (condition->how == BY_LEAF)
        return !is_group(vm, *exception) &&
               is_leaf_of(vm, *exception, FZ_LIST(vm, value)->items, fz_count_of(vm, value), 0);
    FzValue verdict = fz_call(vm, value, 1, exception);
    return verdict == FZ_NULL ? -1 : fz_truth(vm, verdict);
}

static bool split(FzVm *vm, FzValue *at, const Condition *condition);

// The group in at[0] whose condition does not hold as a whole.
static bool split_members(FzVm *vm, FzValue *at, const Condition *condition)
{
    enum { MEMBERS, MATCHING, REST, ONE, SLOTS = 6 };
    if (!fz_stack_reserve(vm, SLOTS + FZ_NATIVE_SLOTS + FZ_SLACK))
        return false;
    FzValue *work = vm->sp;
    for (uint32_t i = 0; i < SLOTS; i++)
        fz_push(vm, FZ_NULL);
    work[MEMBERS] = members(vm, at[0]);
    if (work[MEMBERS] == FZ_NULL || (work[MATCHING] = fz_list_new(vm, 0, 0)) == FZ_NULL ||
        (work[REST] = fz_list_new(vm, 0, 0)) == FZ_NULL)
        return false;
    for (uint32_t i = 0; i < fz_count_of(vm, work[MEMBERS]); i++) {
        work[ONE] = FZ_TUPLE(vm, work[MEMBERS])->items[i];
        if (!is_exception(vm, work[ONE]) || !split(vm, work + ONE, condition))
            return false;
        for (uint32_t k = 0; k < 2; k++)
            if (work[ONE + 1 + k] != FZ_NONE &&
                !fz_list_append(vm, work[MATCHING + k], work[ONE + 1 + k]))
                return false;
    }
    at[1] = subset(vm, at, work + MATCHING);
    at[2] = at[1] == FZ_NULL ? FZ_NULL : subset(vm, at, work + REST);
    vm->sp = work;
    return at[2] != FZ_NULL;
}

// Splits the exception in at[0]: at[1] becomes what meets the condition, at[2] the rest, None for
// nothing. The slots are on the VM stack.
static bool split(FzVm *vm, FzValue *at, const Condition *condition)
{
    int whole = holds(vm, at, condition);
    if (whole < 0)
        return false;
    at[1] = whole ? at[0] : FZ_NONE;
    at[2] = whole ? FZ_NONE : at[0];
    if (whole || !is_group(vm, at[0]))
        return true;
    if (!fz_enter(vm))
        return false;
    bool done = split_members(vm, at, condition);
    fz_leave(vm);
    return done;
}

static bool names_exceptions(const FzVm *vm, FzValue value)
{
    if (!fz_is_kind(vm, value, FZ_KIND_TUPLE))
        return fz_is_exception_class(vm, value);
    for (uint32_t i = 0; i < fz_count_of(vm, value); i++)
        if (!fz_is_exception_class(vm, FZ_TUPLE(vm, value)->items[i]))
            return false;
    return true;
}

// Splits argv[0] by the argument of split() or subgroup(); gives the three slots or NULL.
static FzValue *split_by_argument(FzVm *vm, FzValue *argv)
{
    Condition condition = {BY_TYPE, &argv[1]};
    if (!names_exceptions(vm, argv[1])) {
        condition.how = BY_FUNCTION;
        if (!fz_is_callable(vm, argv[1]) || fz_is_kind(vm, argv[1], FZ_KIND_CLASS)) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "expected a function, exception type or tuple of exception types");
            return NULL;
        }
    }
    FzValue *at = fz_push(vm, argv[0]);
    fz_push(vm, FZ_NONE);
    fz_push(vm, FZ_NONE);
    return split(vm, at, &condition) ? at : NULL;
}

FzValue fz_group_split(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    const FzValue *at = split_by_argument(vm, argv);
    return at ? fz_tuple_new(vm, at + 1, 2) : FZ_NULL;
}

FzValue fz_group_subgroup(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    const FzValue *at = split_by_argument(vm, argv);
    return at ? at[1] : FZ_NULL;
}

// ---- except*; its state is a list: the exception caught, what of it is not handled yet, then what
// the handlers raised

enum { STATE_CAUGHT, STATE_REST, STATE_RAISED };

static FzValue *state_items(FzVm *vm, FzValue state)
{
    if (fz_is_kind(vm, state, FZ_KIND_LIST) && fz_count_of(vm, state) >= STATE_RAISED &&
        is_exception(vm, FZ_TUPLE(vm, FZ_LIST(vm, state)->items)->items[STATE_CAUGHT]))
        return FZ_TUPLE(vm, FZ_LIST(vm, state)->items)->items;
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "not the state of an except*");
    return NULL;
}

static bool may_catch(FzVm *vm, FzValue type)
{
    bool is_tuple = fz_is_kind(vm, type, FZ_KIND_TUPLE);
    if (!names_exceptions(vm, type)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                 "catching classes that do not inherit from BaseException is not allowed");
        return false;
    }
    for (uint32_t i = 0; i < (is_tuple ? fz_count_of(vm, type) : 1); i++)
        if (fz_is_subclass(vm, is_tuple ? FZ_TUPLE(vm, type)->items[i] : type,
                           fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP))) {
            fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                     "catching ExceptionGroup with except* is not allowed. Use except instead.");
            return false;
        }
    return true;
}

// A group without a message of the exceptions in the list or tuple at *items.
static FzValue group_of(FzVm *vm, const FzValue *items)
{
    FzValue *at = fz_push(vm, fz_type(vm, FZ_TYPE_BASE_EXCEPTION_GROUP));
    fz_push(vm, FZ_EMPTY_STR);
    fz_push(vm, *items);
    FzValue made = fz_group_new(vm, 3, at);
    vm->sp = at;
    return made;
}

// The part of what is not handled yet that an except* clause of the type handles, always a group, or
// None. It becomes the exception being handled.
FzValue fz_except_star_match(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    const FzValue *items = state_items(vm, argv[0]);
    if (!items || !may_catch(vm, argv[1]))
        return FZ_NULL;
    if (items[STATE_REST] == FZ_NONE)
        return FZ_NONE;
    FzValue *at = fz_push(vm, items[STATE_REST]);
    fz_push(vm, FZ_NONE);
    fz_push(vm, FZ_NONE);
    if (!split(vm, at, &(Condition){BY_TYPE, &argv[1]}))
        return FZ_NULL;
    if (at[1] != FZ_NONE && !is_group(vm, at[1])) {
        FzValue *one = fz_push(vm, fz_tuple_new(vm, at + 1, 1));
        at[1] = *one == FZ_NULL ? FZ_NULL : group_of(vm, one);
    }
    if (at[1] == FZ_NULL)
        return FZ_NULL;
    FzValue *state = state_items(vm, argv[0]);
    if (!state)
        return FZ_NULL;
    state[STATE_REST] = at[2];
    vm->registers[FZ_REG_HANDLED] = at[1] == FZ_NONE ? state[STATE_CAUGHT] : at[1];
    return at[1];
}

// Whether an exception is a part of the one caught that was raised again, and not a new one: their
// causes, contexts and tracebacks are the same.
static bool is_reraised(const FzVm *vm, FzValue exception, FzValue caught)
{
    const FzException *a = FZ_EXCEPTION(vm, exception);
    const FzException *b = FZ_EXCEPTION(vm, caught);
    if (a->cause != b->cause || a->context != b->context ||
        (a->traceback == FZ_NULL) != (b->traceback == FZ_NULL))
        return false;
    if (a->traceback == FZ_NULL)
        return true;
    const FzTuple *places = FZ_TUPLE(vm, a->traceback);
    const FzTuple *others = FZ_TUPLE(vm, b->traceback);
    uint32_t count = fz_header_count(places->header);
    uint32_t other_count = fz_header_count(others->header);
    for (uint32_t i = 0; i < count || i < other_count; i++) {
        FzValue place = i < count ? places->items[i] : FZ_NULL;
        FzValue other = i < other_count ? others->items[i] : FZ_NULL;
        if (place != other)
            return false;
    }
    return true;
}

// What is to be raised of the exceptions in the list at at[1], those that handlers raised and what
// none of them handled: parts of the group caught, at[0], become one group again.
static FzValue merge(FzVm *vm, FzValue *at)
{
    enum { CAUGHT, RAISED, NEW, AGAIN, PART, MATCH, OTHERS, SLOTS };
    while (vm->sp < at + SLOTS)
        fz_push(vm, FZ_NULL);
    if ((at[NEW] = fz_list_new(vm, 0, 0)) == FZ_NULL ||
        (at[AGAIN] = fz_list_new(vm, 0, 0)) == FZ_NULL)
        return FZ_NULL;
    for (uint32_t i = 0; i < fz_count_of(vm, at[RAISED]); i++) {
        FzValue one = FZ_TUPLE(vm, FZ_LIST(vm, at[RAISED])->items)->items[i];
        uint32_t to = is_reraised(vm, one, at[CAUGHT]) ? AGAIN : NEW;
        if (!fz_list_append(vm, at[to], one))
            return FZ_NULL;
    }
    if (fz_count_of(vm, at[AGAIN])) {
        at[PART] = at[CAUGHT];
        at[MATCH] = at[OTHERS] = FZ_NONE;
        if (!split(vm, at + PART, &(Condition){BY_LEAF, &at[AGAIN]}))
            return FZ_NULL;
        if (fz_count_of(vm, at[NEW]) == 0)
            return at[MATCH];
        if (at[MATCH] != FZ_NONE && !fz_list_append(vm, at[NEW], at[MATCH]))
            return FZ_NULL;
    }
    return group_of(vm, at + NEW);
}

// True when something is to be raised after all clauses; it becomes the exception being handled.
FzValue fz_except_star_end(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    const FzValue *items = state_items(vm, argv[0]);
    if (!items)
        return FZ_NULL;
    FzValue *at = fz_push(vm, items[STATE_CAUGHT]);
    fz_push(vm, fz_list_new(vm, 0, 0));
    if (at[1] == FZ_NULL)
        return FZ_NULL;
    for (uint32_t i = STATE_REST; i < fz_count_of(vm, argv[0]); i++) {
        // What none handled comes last.
        uint32_t from = i + 1 < fz_count_of(vm, argv[0]) ? i + 1 : STATE_REST;
        FzValue one = FZ_TUPLE(vm, FZ_LIST(vm, argv[0])->items)->items[from];
        if (is_exception(vm, one) && !fz_list_append(vm, at[1], one))
            return FZ_NULL;
    }
    if (fz_count_of(vm, at[1]) == 0)
        return FZ_FALSE;
    FzValue raised = is_group(vm, at[0]) ? merge(vm, at)
                                         : FZ_TUPLE(vm, FZ_LIST(vm, at[1])->items)->items[0];
    if (raised == FZ_NULL)
        return FZ_NULL;
    vm->registers[FZ_REG_HANDLED] = raised;
    return FZ_TRUE;
}
