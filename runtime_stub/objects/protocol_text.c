// SPDX-License-Identifier: MIT
// repr() and str(). Containers are written piece by piece into one builder, however they are
// nested; one that is being written is marked, so that it shows as [...] within itself.
#include "bytes.h"
#include "int.h"
#include "protocol.h"
#include "str.h"

enum { WRITING = FZ_HEADER_B }; // flag of a container in RAM while its repr is made

// ---- pieces

static void add_value(FzVm *vm, FzBuilder *builder, FzValue text)
{
    FzValue *slot = fz_push(vm, text);
    if (text == FZ_NULL)
        builder->failed = true;
    else
        fz_builder_add_str(vm, builder, slot);
    vm->sp = slot;
}

// ---- containers

static bool is_container(FzKind kind)
{
    return (kind >= (FzKind)FZ_KIND_NUMBER_TUPLE && kind <= (FzKind)FZ_KIND_NUMBER_SLICE) || kind == FZ_KIND_DICT_VIEW;
}

// The things of a container in order: *step counts from 0; pair[1] is FZ_NULL but in dicts.
static bool next_thing(FzVm *vm, const FzValue *holder, uint32_t *step, FzValue *pair)
{
    FzKind kind = fz_kind_of(vm, *holder);
    uint32_t count, flags;
    pair[1] = FZ_NULL;
    switch (kind) {
    case FZ_KIND_LIST:
    case FZ_KIND_TUPLE: {
        const FzValue *items = fz_items(vm, *holder, &count);
        if (*step >= count)
            return false;
        pair[0] = items[(*step)++];
        return true;
    }
    case FZ_KIND_RANGE:
    case FZ_KIND_SLICE:
        if (*step == 3)
            return false;
        pair[0] = FZ_WORDS(vm, *holder)[++*step];
        return *step < 3 || kind == FZ_KIND_SLICE || pair[0] != fz_from_int(1);
    case FZ_KIND_DICT:
        return fz_dict_entry(vm, *holder, step, &pair[0], &pair[1]);
    default: {
        FzValue *owner = fz_push(vm, fz_table_owner(vm, *holder, &flags));
        pair[0] = fz_table_step(vm, owner, step, flags);
        vm->sp = owner;
        return pair[0] != FZ_NULL;
    }
    }
}

static void add_repr(FzVm *vm, FzBuilder *builder, FzValue value);

static void add_things(FzVm *vm, FzBuilder *builder, const FzValue *holder)
{
    FzValue *pair = fz_push_two(vm, FZ_NULL, FZ_NULL);
    uint32_t step = 0, written = 0;
    while (!builder->failed && next_thing(vm, holder, &step, pair)) {
        if (written++ != 0)
            fz_builder_add_z(vm, builder, ", ");
        add_repr(vm, builder, pair[0]);
        if (pair[1] == FZ_NULL)
            continue;
        fz_builder_add_z(vm, builder, ": ");
        add_repr(vm, builder, pair[1]);
    }
    if (written == 1 && fz_is_kind(vm, *holder, FZ_KIND_TUPLE))
        fz_builder_add_z(vm, builder, ",");
    vm->sp = pair;
}

// What stands before and behind the things of a container.
static void brackets(const FzVm *vm, FzValue holder, const char **open, const char **close)
{
    static const char view_names[3][14] = {"dict_keys([", "dict_values([", "dict_items(["};
    bool empty;
    switch (fz_kind_of(vm, holder)) {
    case FZ_KIND_LIST:
        *open = "[", *close = "]";
        break;
    case FZ_KIND_DICT:
        *open = "{", *close = "}";
        break;
    case FZ_KIND_SET:
        empty = !fz_table_any(vm, holder);
        *open = empty ? "set(" : "{", *close = empty ? ")" : "}";
        break;
    case FZ_KIND_FROZENSET:
        empty = !fz_table_any(vm, holder);
        *open = empty ? "frozenset(" : "frozenset({", *close = empty ? ")" : "})";
        break;
    case FZ_KIND_RANGE:
        *open = "range(", *close = ")";
        break;
    case FZ_KIND_SLICE:
        *open = "slice(", *close = ")";
        break;
    case FZ_KIND_DICT_VIEW: {
        uint32_t header = fz_header_of(vm, holder);
        *open = view_names[header & FZ_HEADER_A ? header & FZ_HEADER_B ? 2 : 1 : 0], *close = "])";
        break;
    }
    default:
        *open = "(", *close = ")";
    }
}

// Containers in ROM that are being written, innermost first: they have no flag to set.
typedef struct Holder {
    const struct Holder *outer;
    FzValue value;
} Holder;

// Marks a container as being written, or not; false when it was marked before.
static bool mark(const FzVm *vm, FzValue holder, bool on)
{
    uint32_t *header = fz_object(vm, holder);
    bool was = (*header & WRITING) != 0;
    if (fz_is_rom(holder) || fz_is_kind(vm, holder, FZ_KIND_DICT_VIEW))
        return true; // the flags of a view say what it gives
    *header = on ? *header | WRITING : *header & ~(uint32_t)WRITING;
    return was != on;
}

static bool is_held(const Holder *holders, FzValue value)
{
    while (holders && holders->value != value)
        holders = holders->outer;
    return holders != 0;
}

static void add_container(FzVm *vm, FzBuilder *builder, FzValue *holder)
{
    const char *open, *close;
    brackets(vm, *holder, &open, &close);
    if (!fz_enter(vm)) {
        builder->failed = true;
        return;
    }
    fz_builder_add_z(vm, builder, open);
    const Holder self = {vm->holders, *holder};
    if (fz_is_rom(*holder) && is_held(vm->holders, *holder)) {
        fz_builder_add_z(vm, builder, "...");
    } else if (mark(vm, *holder, true)) {
        if (fz_is_rom(*holder))
            vm->holders = &self;
        add_things(vm, builder, holder);
        vm->holders = self.outer;
        mark(vm, *holder, false);
    } else {
        fz_builder_add_z(vm, builder, "...");
    }
    fz_builder_add_z(vm, builder, close);
    fz_leave(vm);
}

static void add_repr(FzVm *vm, FzBuilder *builder, FzValue value)
{
    FzValue *slot = fz_push(vm, value);
    if (is_container(fz_kind_of(vm, value)))
        add_container(vm, builder, slot);
    else
        add_value(vm, builder, fz_repr(vm, value));
    vm->sp = slot;
}

// ---- entry points

static FzValue container_repr(FzVm *vm, FzValue *slot)
{
    FzBuilder builder;
    fz_builder_open(vm, &builder);
    add_container(vm, &builder, slot);
    return fz_builder_close(vm, &builder);
}

static FzValue plain_repr(FzVm *vm, FzValue *slot)
{
    FzValue value = *slot = fz_unwrap(vm, *slot);
    FzKind kind = fz_kind_of(vm, value);
    switch (kind) {
    case FZ_KIND_INT:
        return fz_int_to_str(vm, value, 10, false, false);
    case FZ_KIND_FLOAT:
        return fz_float_repr(vm, fz_float_value(vm, value));
    case FZ_KIND_STR:
        return fz_str_repr(vm, value);
    case FZ_KIND_BYTES:
    case FZ_KIND_BYTEARRAY:
        return fz_bytes_repr(vm, value);
    case FZ_KIND_NONE:
        return fz_str_from_z(vm, "None");
    case FZ_KIND_BOOL:
        return fz_str_from_z(vm, value == FZ_TRUE ? "True" : "False");
    case FZ_KIND_ELLIPSIS:
        return fz_str_from_z(vm, "Ellipsis");
    case FZ_KIND_NOT_IMPLEMENTED:
        return fz_str_from_z(vm, "NotImplemented");
    default:
        return is_container(kind) ? container_repr(vm, slot) : fz_object_repr(vm, value);
    }
}

FzValue fz_repr_plain(FzVm *vm, FzValue value)
{
    FzValue *slot = fz_push(vm, value);
    FzValue text = plain_repr(vm, slot);
    vm->sp = slot;
    return text;
}

// The result of a special method that must give a str.
static FzValue checked(FzVm *vm, FzValue text, const char *method)
{
    if (text == FZ_NULL)
        return FZ_NULL;
    FzValue inner = fz_unwrap(vm, text);
    if (fz_is_kind(vm, inner, FZ_KIND_STR))
        return inner;
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "%s returned non-string (type %t)", method, text);
}

FzValue fz_repr(FzVm *vm, FzValue value)
{
    if (!fz_has_class(vm, value))
        return fz_repr_plain(vm, value);
    FzValue *slot = fz_push(vm, value);
    FzValue text = fz_try_special(vm, FZ_NAME_repr, slot, 0);
    text = text == FZ_NOT_IMPLEMENTED ? plain_repr(vm, slot) : checked(vm, text, "__repr__");
    vm->sp = slot;
    return text;
}

FzValue fz_str(FzVm *vm, FzValue value)
{
    if (fz_is_kind(vm, value, FZ_KIND_STR))
        return value;
    if (!fz_has_class(vm, value))
        return fz_repr_plain(vm, value);
    FzValue *slot = fz_push(vm, value);
    FzValue text = fz_try_special(vm, FZ_NAME_str, slot, 0);
    if (text != FZ_NOT_IMPLEMENTED)
        text = checked(vm, text, "__str__");
    else if (fz_is_kind(vm, *slot, FZ_KIND_EXCEPTION))
        text = fz_exception_str(vm, *slot);
    else if (fz_is_kind(vm, fz_unwrap(vm, *slot), FZ_KIND_STR))
        text = fz_unwrap(vm, *slot);
    else
        text = fz_repr(vm, *slot);
    vm->sp = slot;
    return text;
}
