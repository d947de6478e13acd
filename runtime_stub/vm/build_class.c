// SPDX-License-Identifier: MIT
// Making classes: what instances look like (from the bases), the order of lookup (C3), the fields,
// then what Python promises to run: __set_name__ and __init_subclass__. All state is in slots of
// the VM stack, `at`: name, bases, namespace, keyword pairs.
#include "frame.h"

enum { AT_NAME, AT_BASES, AT_NAMESPACE, AT_KEYWORDS };

static FzValue base_at(const FzVm *vm, FzValue bases, uint32_t index)
{
    return FZ_TUPLE(vm, bases)->items[index];
}

static bool fail(FzVm *vm, const char *text, FzValue value)
{
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, text, value);
    return false;
}

// ---- what instances look like

typedef struct {
    FzKind kind;
    FzTypeId type; // the built-in class whose value instances hold, or FZ_TYPE_OBJECT
    uint32_t flags;
} Layout;

static bool holds_value(FzTypeId type)
{
    switch (type) {
    case FZ_TYPE_INT:
    case FZ_TYPE_FLOAT:
    case FZ_TYPE_STR:
    case FZ_TYPE_BYTES:
    case FZ_TYPE_BYTEARRAY:
    case FZ_TYPE_TUPLE:
    case FZ_TYPE_LIST:
    case FZ_TYPE_DICT:
    case FZ_TYPE_SET:
    case FZ_TYPE_FROZENSET:
    case FZ_TYPE_PROPERTY:
        return true;
    default:
        return false;
    }
}

static bool add_base(FzVm *vm, FzValue base, Layout *layout)
{
    if (!fz_is_kind(vm, base, FZ_KIND_CLASS))
        return fail(vm, "bases must be types, not '%t'", base);
    uint32_t flags = fz_class_flags(vm, base);
    if (flags & FZ_CLASS_FINAL)
        return fail(vm, "type '%v' is not an acceptable base type", fz_class_name(vm, base));
    layout->flags |= flags & (FZ_CLASS_HAS_GETATTR | FZ_CLASS_HAS_NEW);
    FzKind kind = fz_class_instance_kind(vm, base);
    FzTypeId type = fz_class_type_id(vm, base);
    if (kind == FZ_KIND_CLASS) {
        type = FZ_TYPE_TYPE;
    } else if (kind == FZ_KIND_EXCEPTION) {
        type = FZ_TYPE_BASE_EXCEPTION;
    } else if (flags & FZ_CLASS_NATIVE ? base != fz_type(vm, FZ_TYPE_OBJECT)
                                       : (flags & FZ_CLASS_WRAPS) != 0) {
        if (!holds_value(type))
            return fail(vm, "type '%v' is not an acceptable base type", fz_class_name(vm, base));
    } else {
        return true;
    }
    if (layout->type != FZ_TYPE_OBJECT && layout->type != type)
        return fail(vm, "multiple bases have instance lay-out conflict", FZ_NULL);
    layout->type = type;
    if (kind == FZ_KIND_EXCEPTION || kind == FZ_KIND_CLASS)
        layout->kind = kind;
    else
        layout->flags |= FZ_CLASS_WRAPS;
    return true;
}

static bool find_layout(FzVm *vm, const FzValue *at, Layout *layout)
{
    *layout = (Layout){FZ_KIND_INSTANCE, FZ_TYPE_OBJECT, 0};
    uint32_t count = fz_count_of(vm, at[AT_BASES]);
    for (uint32_t i = 0; i < count; i++) {
        FzValue base = base_at(vm, at[AT_BASES], i);
        for (uint32_t j = 0; j < i; j++)
            if (base_at(vm, at[AT_BASES], j) == base)
                return fail(vm, "duplicate base class %v", fz_class_name(vm, base));
        if (!add_base(vm, base, layout))
            return false;
    }
    return true;
}

// ---- order of lookup

static bool is_among(const FzValue *items, const FzValue *end, FzValue value)
{
    for (; items < end; items++)
        if (*items == value)
            return true;
    return false;
}

// Sequence `index` of the merge: the order of a base, or (the last one) the bases themselves.
static const FzTuple *sequence_at(const FzVm *vm, FzValue bases, uint32_t index)
{
    if (index == fz_count_of(vm, bases))
        return FZ_TUPLE(vm, bases);
    return FZ_TUPLE(vm, FZ_CLASS(vm, base_at(vm, bases, index))->mro);
}

// The first class of a sequence that is not in the order yet.
static const FzValue *head_of(const FzTuple *sequence, const FzValue *order, const FzValue *end)
{
    const FzValue *items = sequence->items;
    const FzValue *last = items + fz_header_count(sequence->header);
    while (items < last && is_among(order, end, *items))
        items++;
    return items < last ? items : 0;
}

static bool is_behind_a_head(const FzVm *vm, FzValue bases, const FzValue *order, FzValue value)
{
    for (uint32_t i = 0; i <= fz_count_of(vm, bases); i++) {
        const FzTuple *sequence = sequence_at(vm, bases, i);
        const FzValue *head = head_of(sequence, order, vm->sp);
        const FzValue *end = sequence->items + fz_header_count(sequence->header);
        if (head && is_among(head + 1, end, value))
            return true;
    }
    return false;
}

// The class that comes next: the head of some sequence that no other one has further back.
static FzValue next_class(const FzVm *vm, FzValue bases, const FzValue *order, bool *is_done)
{
    *is_done = true;
    for (uint32_t i = 0; i <= fz_count_of(vm, bases); i++) {
        const FzValue *head = head_of(sequence_at(vm, bases, i), order, vm->sp);
        if (!head)
            continue;
        *is_done = false;
        if (!is_behind_a_head(vm, bases, order, *head))
            return *head;
    }
    return FZ_NULL;
}

// Gives the class in *cls its order of lookup.
static bool set_order(FzVm *vm, const FzValue *at, const FzValue *cls)
{
    uint32_t most = 1;
    for (uint32_t i = 0; i < fz_count_of(vm, at[AT_BASES]); i++)
        most += fz_count_of(vm, FZ_CLASS(vm, base_at(vm, at[AT_BASES], i))->mro);
    if (!fz_stack_reserve(vm, most + FZ_SLACK))
        return false;
    FzValue *order = fz_push(vm, *cls);
    bool is_done = false;
    while (!is_done) {
        FzValue next = next_class(vm, at[AT_BASES], order, &is_done);
        if (is_done)
            break;
        if (next == FZ_NULL)
            return fail(vm, "Cannot create a consistent method resolution order (MRO) for bases",
                        FZ_NULL);
        fz_push(vm, next);
    }
    FzValue mro = fz_tuple_new(vm, order, (uint32_t)(vm->sp - order));
    vm->sp = order;
    if (mro != FZ_NULL)
        FZ_CLASS(vm, *cls)->mro = mro;
    return mro != FZ_NULL;
}

// ---- fields

static FzValue namespace_get(const FzVm *vm, const FzValue *at, FzNameId name)
{
    FzValue known = fz_name(vm, name);
    return known == FZ_NULL ? FZ_NULL : fz_dict_get_name(vm, at[AT_NAMESPACE], known);
}

// Pushes a name behind the fields collected so far, unless it is there or is a data descriptor of
// the class, which field access would pass by. Room was reserved.
static void add_field(FzVm *vm, const FzValue *fields, FzValue cls, FzValue name)
{
    if (is_among(fields, vm->sp, name))
        return;
    FzValue value = fz_class_lookup(vm, cls, name);
    if (value == FZ_NULL || !fz_is_data_descriptor(vm, value))
        fz_push(vm, name);
}

static void add_all(FzVm *vm, const FzValue *fields, FzValue cls, FzValue names)
{
    uint32_t count = names == FZ_NULL ? 0 : fz_count_of(vm, names);
    for (uint32_t i = 0; i < count; i++)
        add_field(vm, fields, cls, FZ_TUPLE(vm, names)->items[i]);
}

// The names in __slots__ as a tuple in *slots (FZ_NULL without __slots__). *open says whether
// instances may have other attributes all the same: __dict__ is among them, or a base allows it.
static bool read_slots(FzVm *vm, const FzValue *at, FzValue *slots, bool *open)
{
    *open = true;
    *slots = namespace_get(vm, at, FZ_NAME_slots);
    if (*slots == FZ_NULL)
        return true;
    *slots = fz_is_kind(vm, *slots, FZ_KIND_STR) ? fz_tuple_new(vm, slots, 1)
                                                 : fz_tuple_from(vm, *slots);
    if (*slots == FZ_NULL)
        return false;
    *open = false;
    for (uint32_t i = 0; i < fz_count_of(vm, *slots); i++) {
        FzValue name = FZ_TUPLE(vm, *slots)->items[i];
        if (!fz_is_kind(vm, name, FZ_KIND_STR))
            return fail(vm, "__slots__ items must be strings, not '%t'", name);
        *open = *open || fz_known_name(vm, name) == fz_name(vm, FZ_NAME_dict);
    }
    for (uint32_t i = 0; i < fz_count_of(vm, at[AT_BASES]); i++) {
        FzValue base = base_at(vm, at[AT_BASES], i);
        if (!(fz_class_flags(vm, base) & (FZ_CLASS_SLOTS | FZ_CLASS_NATIVE)) ||
            fz_class_instance_kind(vm, base) == FZ_KIND_EXCEPTION)
            *open = true;
    }
    return true;
}

static void add_own(FzVm *vm, const FzValue *at, const FzValue *fields, FzValue cls, FzValue slots,
                    bool open)
{
    uint32_t count = slots == FZ_NULL ? 0 : fz_count_of(vm, slots);
    for (uint32_t i = 0; i < count; i++) {
        FzValue name = fz_known_name(vm, FZ_TUPLE(vm, slots)->items[i]);
        if (name != fz_name(vm, FZ_NAME_dict))
            add_field(vm, fields, cls, name);
    }
    if (!open || !fz_is_kind(vm, at[AT_NAME], FZ_KIND_CODE))
        return;
    uint32_t index = 0;
    FzValue name;
    while ((name = fz_code_field(vm, FZ_CODE(vm, at[AT_NAME]), &index)) != FZ_NULL)
        add_field(vm, fields, cls, name);
}

static uint32_t most_fields(const FzVm *vm, const FzValue *at, FzValue slots)
{
    uint32_t most = 1 + (slots == FZ_NULL ? 0 : fz_count_of(vm, slots));
    for (uint32_t i = 0; i < fz_count_of(vm, at[AT_BASES]); i++)
        most += fz_class_field_count(vm, base_at(vm, at[AT_BASES], i));
    if (fz_is_kind(vm, at[AT_NAME], FZ_KIND_CODE))
        most += fz_count_of(vm, FZ_CODE(vm, at[AT_NAME])->params);
    return most;
}

// Gives the class in *cls its tuple of fields: those of the bases, then its own.
static bool set_fields(FzVm *vm, const FzValue *at, const FzValue *cls, uint32_t flags)
{
    bool open;
    FzValue *slots = fz_push(vm, FZ_NULL);
    if (!read_slots(vm, at, slots, &open) ||
        !fz_stack_reserve(vm, most_fields(vm, at, *slots) + FZ_SLACK))
        return false;
    if (!open)
        fz_set_count(vm, *cls, fz_count_of(vm, *cls) | FZ_CLASS_SLOTS << 14);
    FzValue *fields = vm->sp;
    if (flags & FZ_CLASS_WRAPS)
        fz_push(vm, FZ_EMPTY_STR); // no attribute has this name: the built-in value
    for (uint32_t i = 0; i < fz_count_of(vm, at[AT_BASES]); i++)
        add_all(vm, fields, *cls, FZ_CLASS(vm, base_at(vm, at[AT_BASES], i))->fields);
    add_own(vm, at, fields, *cls, *slots, open);
    uint32_t count = (uint32_t)(vm->sp - fields);
    FzValue tuple = count ? fz_tuple_new(vm, fields, count) : FZ_NULL;
    vm->sp = slots;
    FZ_CLASS(vm, *cls)->fields = tuple;
    return tuple != FZ_NULL || count == 0;
}

// ---- the namespace

// Functions that Python treats as class or static methods without being told.
static bool wrap_method(FzVm *vm, FzValue *at, FzNameId name, FzKind kind)
{
    FzValue function = namespace_get(vm, at, name);
    if (function == FZ_NULL || !fz_is_kind(vm, function, FZ_KIND_FUNCTION))
        return true;
    FzValue wrapper = fz_new(vm, kind, 0, 0);
    if (wrapper == FZ_NULL)
        return false;
    FZ_WORDS(vm, wrapper)[1] = namespace_get(vm, at, name);
    return fz_dict_set(vm, at[AT_NAMESPACE], fz_name(vm, name), wrapper);
}

static uint32_t hooks_in_namespace(const FzVm *vm, const FzValue *at)
{
    uint32_t flags = namespace_get(vm, at, FZ_NAME_new_) == FZ_NULL ? 0 : FZ_CLASS_HAS_NEW;
    if (namespace_get(vm, at, FZ_NAME_getattr) != FZ_NULL ||
        namespace_get(vm, at, FZ_NAME_getattribute) != FZ_NULL ||
        namespace_get(vm, at, FZ_NAME_setattr) != FZ_NULL ||
        namespace_get(vm, at, FZ_NAME_delattr) != FZ_NULL)
        flags |= FZ_CLASS_HAS_GETATTR;
    return flags;
}

static bool prepare_namespace(FzVm *vm, FzValue *at)
{
    FzValue hash = fz_name(vm, FZ_NAME_hash);
    if (hash != FZ_NULL && namespace_get(vm, at, FZ_NAME_eq) != FZ_NULL &&
        namespace_get(vm, at, FZ_NAME_hash) == FZ_NULL &&
        !fz_dict_set(vm, at[AT_NAMESPACE], hash, FZ_NONE))
        return false;
    return wrap_method(vm, at, FZ_NAME_new_, FZ_KIND_STATICMETHOD) &&
           wrap_method(vm, at, FZ_NAME_init_subclass, FZ_KIND_CLASSMETHOD) &&
           wrap_method(vm, at, FZ_NAME_class_getitem, FZ_KIND_CLASSMETHOD);
}

// The cell that methods with super() or __class__ share learns its content.
static bool fill_class_cell(FzVm *vm, FzValue *at, const FzValue *cls)
{
    FzValue cell = namespace_get(vm, at, FZ_NAME_classcell);
    if (cell == FZ_NULL || !fz_is_kind(vm, cell, FZ_KIND_CELL))
        return true;
    FZ_WORDS(vm, cell)[1] = *cls;
    return fz_dict_delete(vm, at[AT_NAMESPACE], fz_name(vm, FZ_NAME_classcell)) >= 0;
}

// ---- what runs when the class is there

static bool call_set_names(FzVm *vm, FzValue *at, const FzValue *cls)
{
    uint32_t entry = 0;
    FzValue name;
    FzValue value;
    if (fz_name(vm, FZ_NAME_set_name) == FZ_NULL)
        return true;
    // What is called may change the class, so all of them are found before.
    FzValue *found = vm->sp;
    while (fz_dict_entry(vm, at[AT_NAMESPACE], &entry, &name, &value)) {
        if (fz_special(vm, value, FZ_NAME_set_name) == FZ_NULL)
            continue;
        fz_push(vm, value);
        fz_push(vm, name);
        if (!fz_stack_reserve(vm, 4 + FZ_SLACK))
            return false;
    }
    FzValue *end = vm->sp;
    for (; found < end; found += 2) {
        FzValue *args = fz_push(vm, *cls);
        fz_push(vm, found[1]);
        FzValue result = fz_call_special(vm, found[0], FZ_NAME_set_name, 2, args);
        vm->sp = args;
        if (result == FZ_NULL)
            return false;
    }
    return true;
}

static bool call_init_subclass(FzVm *vm, const FzValue *at, const FzValue *cls, uint32_t keywords)
{
    FzAttr attr;
    attr.kind = FZ_ATTR_ABSENT;
    if (fz_name(vm, FZ_NAME_init_subclass) != FZ_NULL)
        fz_find_super(vm, *cls, *cls, fz_name(vm, FZ_NAME_init_subclass), &attr);
    bool is_python = attr.kind != FZ_ATTR_ABSENT && !fz_is_kind(vm, attr.value, FZ_KIND_NATIVE);
    if (!is_python) {
        if (keywords)
            return fail(vm, "%v.__init_subclass__() takes no keyword arguments",
                        fz_class_name(vm, *cls));
        return true;
    }
    FzCall call = {fz_push(vm, attr.value), 0, keywords, fz_back(FZ_RETURN_EXIT, 0)};
    if (attr.kind == FZ_ATTR_METHOD) {
        fz_push(vm, attr.self);
        call.argc = 1;
    }
    if (!fz_stack_reserve(vm, 2 * keywords + FZ_SLACK))
        return false;
    for (uint32_t i = 0; i < 2 * keywords; i++)
        fz_push(vm, at[AT_KEYWORDS + i]);
    return fz_run_call(vm, &call) != FZ_NULL;
}

static bool set_metaclass(FzVm *vm, const FzValue *at, const FzValue *cls, const FzValue *meta)
{
    FzValue name = fz_name(vm, FZ_NAME_metaclass);
    if (*meta == fz_type(vm, FZ_TYPE_TYPE) || name == FZ_NULL)
        return true;
    fz_set_count(vm, *cls, fz_count_of(vm, *cls) | FZ_CLASS_HAS_META << 14);
    return fz_dict_set(vm, at[AT_NAMESPACE], name, *meta);
}

static bool make_class(FzVm *vm, FzValue *at, FzValue *cls, uint32_t keywords, const FzValue *meta)
{
    Layout layout;
    if (!find_layout(vm, at, &layout) || !prepare_namespace(vm, at))
        return false;
    uint32_t flags = layout.flags | hooks_in_namespace(vm, at);
    *cls = fz_new(vm, FZ_KIND_CLASS, 0,
                  (uint32_t)layout.kind | (uint32_t)layout.type << 6 | flags << 14);
    if (*cls == FZ_NULL)
        return false;
    FzClass *object = FZ_CLASS(vm, *cls);
    object->name = at[AT_NAME];
    object->bases = at[AT_BASES];
    object->dict = at[AT_NAMESPACE];
    object->mro = FZ_EMPTY_TUPLE;
    return set_order(vm, at, cls) && set_fields(vm, at, cls, flags) &&
           fill_class_cell(vm, at, cls) && set_metaclass(vm, at, cls, meta) && call_set_names(vm, at, cls) &&
           call_init_subclass(vm, at, cls, keywords);
}

FzValue fz_class_make(FzVm *vm, FzValue *at, uint32_t keywords, const FzValue *meta)
{
    if (fz_count_of(vm, at[AT_BASES]) == 0) {
        FzValue *object = fz_push(vm, fz_type(vm, FZ_TYPE_OBJECT));
        FzValue bases = fz_tuple_new(vm, object, 1);
        vm->sp = object;
        if (bases == FZ_NULL)
            return FZ_NULL;
        at[AT_BASES] = bases;
    }
    FzValue *cls = fz_push(vm, FZ_NULL);
    bool made = make_class(vm, at, cls, keywords, meta);
    vm->sp = cls;
    return made ? *cls : FZ_NULL;
}

// ---- class statements

FzValue fz_class_winner(FzVm *vm, FzValue meta, FzValue bases)
{
    for (uint32_t i = 0; i < fz_count_of(vm, bases); i++) {
        FzValue base = base_at(vm, bases, i);
        FzValue other = fz_is_kind(vm, base, FZ_KIND_CLASS) ? fz_metaclass(vm, base) : meta;
        if (fz_is_subclass(vm, meta, other))
            continue;
        if (!fz_is_subclass(vm, other, meta))
            return fz_raise(vm, FZ_TYPE_TYPE_ERROR,
                            "metaclass conflict: the metaclass of a derived class must be a "
                            "(non-strict) subclass of the metaclasses of all its bases");
        meta = other;
    }
    return meta;
}

// The arguments of a class statement on the VM stack: the metaclass, then name, bases, an empty slot
// for the namespace and `keywords` pairs, as fz_class_make takes them.
typedef struct {
    FzValue *meta;
    FzValue *args;
    uint32_t keywords;
} Statement;

static bool push_pair(FzVm *vm, Statement *out, FzValue name, FzValue value)
{
    if (fz_text_is(vm, name, "metaclass")) {
        *out->meta = value;
        return true;
    }
    fz_push(vm, name);
    fz_push(vm, value);
    out->keywords++;
    return true;
}

// The dict of `**keywords` in a class statement.
static bool push_dict(FzVm *vm, Statement *out, FzValue dict)
{
    uint32_t entry = 0;
    FzValue name;
    FzValue value;
    if (!fz_is_kind(vm, dict, FZ_KIND_DICT) ||
        !fz_stack_reserve(vm, 2 * fz_dict_len(vm, dict) + FZ_SLACK))
        return fz_pending(vm) ? false : fail(vm, "'%t' object is not a mapping", dict);
    while (fz_dict_entry(vm, dict, &entry, &name, &value))
        if (!fz_is_kind(vm, name, FZ_KIND_STR) || !push_pair(vm, out, name, value))
            return fail(vm, "keywords must be strings", FZ_NULL);
    return true;
}

static bool push_statement(FzVm *vm, const FzValue *at, uint32_t bases, uint32_t keywords,
                           Statement *out)
{
    const FzValue *pairs = at + 2 + bases;
    bool gathered = keywords == 2 && fz_text_is(vm, pairs[0], "*");
    if (!fz_stack_reserve(vm, 2 * keywords + 4 + FZ_SLACK))
        return false;
    out->meta = fz_push(vm, fz_type(vm, FZ_TYPE_TYPE));
    out->args = fz_push(vm, fz_function_code(vm, at[0]));
    out->keywords = 0;
    fz_push(vm, FZ_EMPTY_TUPLE);
    fz_push(vm, FZ_NULL);
    FzValue tuple = gathered ? fz_tuple_from(vm, pairs[1]) : fz_tuple_new(vm, at + 2, bases);
    if (tuple == FZ_NULL)
        return false;
    out->args[AT_BASES] = tuple;
    if (gathered && !push_dict(vm, out, pairs[3]))
        return false;
    for (uint32_t i = 0; i < keywords && !gathered; i++)
        if (!push_pair(vm, out, pairs[2 * i], pairs[2 * i + 1]))
            return false;
    bool is_class = fz_is_kind(vm, *out->meta, FZ_KIND_CLASS) &&
                    fz_class_instance_kind(vm, *out->meta) == FZ_KIND_CLASS;
    FzValue winner = is_class ? fz_class_winner(vm, *out->meta, out->args[AT_BASES]) : *out->meta;
    if (winner != FZ_NULL)
        *out->meta = winner;
    return winner != FZ_NULL;
}

// What a metaclass sees of a class statement but its body: the name as a str.
static FzValue call_meta(FzVm *vm, const Statement *statement, FzValue callable, bool with_namespace)
{
    const FzValue *args = statement->args;
    FzCall call = {fz_push(vm, callable), with_namespace ? 3 : 2, statement->keywords,
                   fz_back(FZ_RETURN_EXIT, 0)};
    if (!fz_stack_reserve(vm, 3 + 2 * statement->keywords + FZ_SLACK))
        return FZ_NULL;
    fz_push(vm, FZ_CODE(vm, args[AT_NAME])->name);
    fz_push(vm, args[AT_BASES]);
    if (with_namespace)
        fz_push(vm, args[AT_NAMESPACE]);
    for (uint32_t i = 0; i < 2 * statement->keywords; i++)
        fz_push(vm, args[AT_KEYWORDS + i]);
    return fz_run_call(vm, &call);
}

static bool needs_metaclass(const FzVm *vm, const FzValue *at, uint32_t bases, uint32_t keywords)
{
    for (uint32_t i = 0; i < bases; i++)
        if (fz_is_kind(vm, at[2 + i], FZ_KIND_CLASS) &&
            fz_class_flags(vm, at[2 + i]) & FZ_CLASS_HAS_META)
            return true;
    return keywords > 0;
}

// The namespace of a class of another metaclass than type: made by __prepare__, with what the
// runtime knows of other classes by their code.
static FzValue prepared(FzVm *vm, Statement *statement)
{
    FzValue prepare = fz_get_attr_or_null(vm, *statement->meta, fz_name(vm, FZ_NAME_prepare));
    if (prepare == FZ_NULL && fz_pending(vm))
        return FZ_NULL;
    FzValue made = prepare == FZ_NULL ? fz_dict_new(vm, 2) : call_meta(vm, statement, prepare, false);
    if (made == FZ_NULL)
        return FZ_NULL;
    if (!fz_is_kind(vm, made, FZ_KIND_DICT))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "__prepare__() must return a dict, not %t", made);
    FzValue *held = fz_push(vm, made);
    const FzCode *code = FZ_CODE(vm, statement->args[AT_NAME]);
    FzValue names[2] = {fz_name(vm, FZ_NAME_module), fz_name(vm, FZ_NAME_qualname)};
    FzValue values[2] = {FZ_MODULE(vm, code->module)->name, code->qualname};
    for (uint32_t i = 0; i < 2; i++)
        if (names[i] != FZ_NULL && !fz_dict_set(vm, *held, names[i], values[i]))
            return FZ_NULL;
    return *held;
}

FzValue fz_class_prepare(FzVm *vm, const FzValue *at, uint32_t bases, uint32_t keywords)
{
    if (!needs_metaclass(vm, at, bases, keywords))
        return fz_dict_new(vm, 0);
    FzValue *top = vm->sp;
    Statement statement;
    FzValue made = FZ_NULL;
    if (push_statement(vm, at, bases, keywords, &statement))
        made = *statement.meta == fz_type(vm, FZ_TYPE_TYPE) ? fz_dict_new(vm, 0)
                                                            : prepared(vm, &statement);
    vm->sp = top;
    return made;
}

FzValue fz_class_build(FzVm *vm, FzValue *at, uint32_t bases, uint32_t keywords)
{
    FzValue *top = vm->sp;
    Statement statement;
    FzValue cls = FZ_NULL;
    if (push_statement(vm, at, bases, keywords, &statement)) {
        statement.args[AT_NAMESPACE] = at[2 + bases + 2 * keywords];
        if (*statement.meta == fz_type(vm, FZ_TYPE_TYPE))
            cls = fz_class_make(vm, statement.args, statement.keywords, statement.meta);
        else
            cls = call_meta(vm, &statement, *statement.meta, true);
    }
    vm->sp = top;
    return cls;
}
