// SPDX-License-Identifier: MIT
// Common cases of instructions, inline in the loop. Each gives up (FZ_NULL, false) before it has
// changed anything, and the loop takes the general way. With FZ_FAST_PATHS 0, for small code, those
// that cost most space always give up.
#ifndef FLASHFREEZE_VM_FAST_H
#define FLASHFREEZE_VM_FAST_H

#include "frame.h"
#include "../objects/int.h"
#include "../objects/table.h"

#include "flashfreeze/opcodes.h"

// ---- the cache of lookups: what an attribute's name means in a class, a global's built-in

// A lookup can be in any entry of its set, the newest first; so a few that a program needs in turn do not
// drive each other out.
#if FZ_CACHE_SLOTS
enum { CACHE_WAYS = 4 };

static inline FzCached *fz_cache_set(FzVm *vm, FzValue of, FzValue name)
{
    uint32_t spread = of * 0x9e3779b1u + name * 0x85ebca6bu;
    return &vm->cache[(spread >> 20) % (FZ_CACHE_SLOTS / CACHE_WAYS) * CACHE_WAYS];
}
#endif

static inline FzValue fz_cached(FzVm *vm, FzValue of, FzValue name)
{
#if FZ_CACHE_SLOTS
    const FzCached *set = fz_cache_set(vm, of, name);
    for (unsigned i = 0; i < CACHE_WAYS; i++)
        if (set[i].of == of && set[i].name == name)
            return set[i].value;
    return FZ_NULL;
#else
    (void)vm, (void)of, (void)name;
    return FZ_NULL;
#endif
}

static inline void fz_cache(FzVm *vm, FzValue of, FzValue name, FzValue value)
{
#if FZ_CACHE_SLOTS
    FzCached *set = fz_cache_set(vm, of, name);
    unsigned i = 0;
    while (i < CACHE_WAYS - 1 && (set[i].of != of || set[i].name != name))
        i++;
    for (; i > 0; i--)
        set[i] = set[i - 1];
    set[0] = (FzCached){of, name, value};
#else
    (void)vm, (void)of, (void)name, (void)value;
#endif
}

// What the cache has special methods of a class under: as python_special finds them (class.c).
static inline FzValue fz_special_key(FzNameId name) { return fz_from_int((int32_t)name); }

// ---- attributes

// What the cache has for a name that neither the fields nor the classes of an instance know.
#define FZ_CACHED_ABSENT FZ_ELLIPSIS

// What attributes of an instance are looked up in.
typedef struct {
    FzValue *fields;
    FzValue cls;
    FzValue dict; // further attributes, or FZ_NULL
} FzOwn;

// False for what is no instance, and for one whose dict holds what its fields would.
static inline bool fast_own(const FzVm *vm, FzValue object, FzOwn *own)
{
    if (fz_is_int(object))
        return false;
    uint32_t *words = fz_object(vm, object);
    if (fz_header_kind(words[0]) != FZ_KIND_INSTANCE)
        return false;
    *own = (FzOwn){words + 2, words[1], FZ_NULL};
    const uint32_t *ext = fz_object(vm, own->cls);
    if (fz_header_kind(ext[0]) != FZ_KIND_EXT)
        return true;
    own->cls = ext[1];
    own->dict = ext[2];
    return !(ext[0] & FZ_HEADER_A);
}

// The value of a name in a dict of further attributes, or FZ_NULL.
static inline FzValue fast_entry(const FzVm *vm, FzValue dict, FzValue name)
{
    if (dict == FZ_NULL)
        return FZ_NULL;
    const FzDict *object = FZ_DICT(vm, dict);
    if (object->table == FZ_NULL)
        return FZ_NULL;
    const FzTuple *table = FZ_TUPLE(vm, object->table);
    if (fz_header_count(table->header) > FZ_TABLE_LINEAR)
        return fz_dict_get_name(vm, dict, name);
    uint32_t count = fz_header_count(object->header);
    for (uint32_t i = 0; i < count; i++)
        if (table->items[2 * i] == name)
            return table->items[2 * i + 1];
    return FZ_NULL;
}

// What may be remembered of the class: not when it, or what happened to it, asks for more care.
static inline bool fast_may_cache(const FzVm *vm, FzValue cls)
{
    uint32_t flags = fz_class_flags(vm, cls);
    return !(flags & (FZ_CLASS_HAS_GETATTR | FZ_CLASS_WRAPS)) && !FZ_LATE_DESCRIPTORS(vm);
}

// The place of a field among those of the class, or -1.
static inline int32_t fast_field_index(const FzVm *vm, FzValue cls, FzValue name)
{
    FzValue fields = FZ_CLASS(vm, cls)->fields;
    if (fields == FZ_NULL)
        return -1;
    const FzTuple *names = FZ_TUPLE(vm, fields);
    int32_t index = (int32_t)fz_header_count(names->header);
    while (--index >= 0 && names->items[index] != name)
        ;
    return index;
}

// The place of an instance's field, or NULL for whatever the long way must find out.
static inline FzValue *fast_field(FzVm *vm, const FzOwn *own, FzValue name, FzValue known)
{
    if (fz_is_int(known))
        return own->fields + (known >> 1);
    uint32_t flags = fz_class_flags(vm, own->cls);
    if (known != FZ_NULL || (flags & FZ_CLASS_HAS_GETATTR) || FZ_LATE_DESCRIPTORS(vm))
        return 0;
    int32_t index = fast_field_index(vm, own->cls, name);
    if (index < 0)
        return 0;
    fz_cache(vm, own->cls, name, fz_from_int(index));
    return own->fields + index;
}

// ---- items

// Item of a list or tuple at a small index within it, or FZ_NULL.
static inline FzValue *fast_place(const FzVm *vm, FzValue sequence, FzValue key, bool writes)
{
    if (fz_is_int(sequence) || !fz_is_int(key))
        return 0;
    FzTuple *tuple = FZ_TUPLE(vm, sequence);
    uint32_t header = tuple->header;
    int32_t count = (int32_t)fz_header_count(header);
    int32_t index = fz_to_int(key);
    if (index < 0)
        index += count;
    if ((uint32_t)index >= (uint32_t)count)
        return 0;
    FzKind kind = fz_header_kind(header);
    if (kind == FZ_KIND_LIST)
        tuple = FZ_TUPLE(vm, tuple->items[0]);
    else if (kind != FZ_KIND_TUPLE || writes)
        return 0;
    return &tuple->items[index];
}

// The next character of an ASCII str, where the iterator's words are given; or FZ_NULL.
static inline FzValue fast_next_char(FzVm *vm, uint32_t *words, FzKind of)
{
#if FZ_FAST_PATHS
    FzValue item = of == FZ_KIND_STR ? fz_str_take_char(vm, words[1], words[2]) : FZ_NULL;
    words[2] += item != FZ_NULL;
    return item;
#else
    (void)vm, (void)words, (void)of;
    return FZ_NULL;
#endif
}

// The next item of a list or tuple, where the iterator's words are given; or FZ_NULL.
static inline FzValue fast_next_item(FzVm *vm, uint32_t *words)
{
    if (words[1] == FZ_NULL)
        return FZ_NULL;
    const FzTuple *sequence = FZ_TUPLE(vm, words[1]);
    if (words[2] >= fz_header_count(sequence->header))
        return FZ_NULL;
    FzKind of = fz_header_kind(sequence->header);
    if (of == FZ_KIND_LIST)
        sequence = FZ_TUPLE(vm, sequence->items[0]);
    else if (of != FZ_KIND_TUPLE)
        return fast_next_char(vm, words, of);
    return sequence->items[words[2]++];
}

// The next item where an iterator's kind is simple; FZ_NULL when it takes more, or has no more.
static inline FzValue fast_next(FzVm *vm, FzValue iterator)
{
    if (!fz_is_ram(iterator))
        return FZ_NULL;
    uint32_t *words = fz_object(vm, iterator);
    FzKind kind = fz_header_kind(words[0]);
    if (kind == FZ_KIND_SEQ_ITER)
        return fast_next_item(vm, words);
#if FZ_FAST_PATHS
    if (kind == FZ_KIND_RANGE_ITER && words[1] & words[2] & words[3] & 1) {
        FzValue number = words[1];
        FzValue after = number + words[3] - 1;
        bool goes_on = (int32_t)words[3] > 0 ? (int32_t)number < (int32_t)words[2]
                                             : (int32_t)number > (int32_t)words[2];
        if (!goes_on || ((number ^ after) & (words[3] ^ after)) >> 31)
            return FZ_NULL;
        words[1] = after;
        return number;
    }
#endif
    return FZ_NULL;
}

#if FZ_FAST_PATHS

// The iterator of a list or tuple, or of a generator, takes its place; false when it is something else.
static inline bool fast_iter(FzVm *vm, FzValue *slot)
{
    if (fz_is_int(*slot))
        return false;
    uint32_t header = fz_header_of(vm, *slot);
    FzKind kind = fz_header_kind(header);
    if (kind == FZ_KIND_GENERATOR)
        return !(header & (FZ_HEADER_A | FZ_HEADER_B));
    if (kind != FZ_KIND_LIST && kind != FZ_KIND_TUPLE)
        return false;
    FzValue made = fz_take(vm, fz_header(FZ_KIND_SEQ_ITER, 0, 0), 12);
    if (made == FZ_NULL)
        return false;
    uint32_t *words = FZ_WORDS(vm, made);
    words[1] = *slot;
    words[2] = 0;
    *slot = made;
    return true;
}

// The next pair of enumerate() over a list or tuple, without a tuple: the item, and its number in
// *number; or FZ_NULL.
static inline FzValue fast_next_pair(FzVm *vm, FzValue iterator, FzValue *number)
{
    if (!fz_is_ram(iterator))
        return FZ_NULL;
    uint32_t *words = fz_object(vm, iterator);
    if (fz_header_kind(words[0]) != FZ_KIND_ENUMERATE || !fz_is_ram(words[1]) ||
        words[1] == FZ_NULL || !fz_is_int(words[2]) || words[2] == fz_from_int(FZ_INT_MAX))
        return FZ_NULL;
    uint32_t *inner = fz_object(vm, words[1]);
    if (fz_header_kind(inner[0]) != FZ_KIND_SEQ_ITER)
        return FZ_NULL;
    FzValue item = fast_next_item(vm, inner);
    if (item != FZ_NULL) {
        *number = words[2];
        words[2] += 2;
    }
    return item;
}

// The part of the list or tuple at[0] that the 2 or 3 bounds behind it say, or FZ_NULL; no collect.
FzValue fz_fast_slice(FzVm *vm, const FzValue *at, uint32_t fields);
// Puts the items of at[-1] into as large a part of the list at[0]; no collect.
bool fz_fast_set_slice(const FzVm *vm, const FzValue *at, uint32_t fields);

// Whether a dict or set has a key, where that takes no Python code; else -1.
static inline int fast_contains(const FzVm *vm, FzValue container, FzValue key)
{
    FzKind kind = fz_kind_of(vm, container);
    if (kind != FZ_KIND_DICT && kind != FZ_KIND_SET && kind != FZ_KIND_FROZENSET)
        return -1;
    int32_t entry = fz_table_find_plain(vm, container, key);
    return entry == FZ_TABLE_UNKNOWN ? -1 : entry >= 0;
}

// The place of the value of a key that a dict has, or NULL for whatever the long way must find out.
static inline FzValue *fast_value(const FzVm *vm, FzValue dict, FzValue key)
{
    if (!fz_is_kind(vm, dict, FZ_KIND_DICT))
        return 0;
    int32_t entry = fz_table_find_plain(vm, dict, key);
    return entry < 0 ? 0 : fz_table_entry(vm, dict, (uint32_t)entry) + 1;
}

// Appends to a list that has room; false when it has not.
static inline bool fast_append(const FzVm *vm, FzValue list, FzValue item)
{
    if (!fz_is_ram(list))
        return false;
    FzList *object = FZ_LIST(vm, list);
    if (object->items == FZ_NULL)
        return false;
    FzTuple *room = FZ_TUPLE(vm, object->items);
    uint32_t count = fz_header_count(object->header);
    if (count >= fz_header_count(room->header))
        return false;
    room->items[count] = item;
    object->header += 1u << FZ_COUNT_SHIFT;
    return true;
}

#endif

// ---- numbers

// Operators of two small integers where the result is one, too; else FZ_NULL.
static inline FzValue fast_binary(FzBinary op, FzValue a, FzValue b)
{
    int32_t x = fz_to_int(a);
    int32_t y = fz_to_int(b);
    switch ((int)op & 15) {
    case FZ_BINARY_CASE(FZ_BINARY_OR):
        return a | b;
    case FZ_BINARY_CASE(FZ_BINARY_XOR):
        return (a ^ b) | 1;
    case FZ_BINARY_CASE(FZ_BINARY_AND):
        return a & b;
    case FZ_BINARY_CASE(FZ_BINARY_LSHIFT):
        if (y >= 0 && y < 31 && fz_fits_int(x * ((int64_t)1 << y)))
            return fz_from_int((int32_t)(x * ((int64_t)1 << y)));
        return FZ_NULL;
    case FZ_BINARY_CASE(FZ_BINARY_RSHIFT):
        return y < 0 ? FZ_NULL : fz_from_int(x >> (y < 31 ? y : 31));
    case FZ_BINARY_CASE(FZ_BINARY_MULTIPLY): {
        int64_t product = (int64_t)x * y;
        return fz_fits_int(product) ? fz_from_int((int32_t)product) : FZ_NULL;
    }
    case FZ_BINARY_CASE(FZ_BINARY_FLOOR_DIVIDE): {
        if (y == 0 || y == -1)
            return FZ_NULL;
#if FZ_FAST_PATHS
        int32_t quotient = x / y;
        return fz_from_int(quotient - (x % y != 0 && (x ^ y) < 0));
#else
        int32_t rest;
        return fz_from_int(fz_floor_divide(x, y, &rest));
#endif
    }
    case FZ_BINARY_CASE(FZ_BINARY_MODULO): {
        if (y == 0)
            return FZ_NULL;
#if FZ_FAST_PATHS
        int32_t rest = x % y;
        return fz_from_int(rest != 0 && (rest ^ y) < 0 ? rest + y : rest);
#else
        int32_t rest;
        (void)fz_floor_divide(x, y, &rest);
        return fz_from_int(rest);
#endif
    }
    default:
        return FZ_NULL;
    }
}

#if FZ_FAST_PATHS

// The number of a float or small integer.
static inline bool fast_number(const FzVm *vm, FzValue value, double *out)
{
    if (fz_is_int(value)) {
        *out = fz_to_int(value);
        return true;
    }
    const uint32_t *words = fz_place(vm, value);
    if (words[0] == FZ_WIDE_FLOAT) {
        fz_copy_bits(out, words + 1, sizeof *out);
        return true;
    }
    float narrow;
    if (words[0] != FZ_NARROW_FLOAT)
        return false;
    fz_copy_bits(&narrow, words + 1, sizeof narrow);
    *out = (double)narrow;
    return true;
}

static inline bool fast_compare(FzComparison op, double x, double y)
{
    switch (op) {
    case FZ_LESS:
        return x < y;
    case FZ_MORE:
        return x > y;
    case FZ_EQUAL:
        return x == y;
    case FZ_LESS_EQUAL:
        return x <= y;
    case FZ_MORE_EQUAL:
        return x >= y;
    case FZ_NOT_EQUAL:
        return x != y;
    }
    return false;
}

// The operator of numbers at *at that takes what is on `top`: its other operand, a local (which is then the
// right one) or what lies below; FZ_NULL when something else comes.
static inline FzValue fast_follower(const uint8_t **at, const FzValue *top, const FzValue *frame, FzBinary *op,
                                    bool *is_local)
{
    uint32_t next = *(*at)++;
    FzValue other = top[-2];
    *is_local = next - FZ_OP_LOAD_LOCAL_0 < 8u;
    if (*is_local) {
        other = frame[next - FZ_OP_LOAD_LOCAL_0];
        next = *(*at)++;
    }
    if (next < FZ_OP_INPLACE_OR || next > FZ_OP_BINARY_POWER)
        return FZ_NULL;
    *op = (FzBinary)(next - (next >= FZ_OP_BINARY_OR ? FZ_OP_BINARY_OR : FZ_OP_INPLACE_OR));
    bool is_simple = *op == FZ_BINARY_MULTIPLY || *op == FZ_BINARY_ADD || *op == FZ_BINARY_SUBTRACT ||
                     *op == FZ_BINARY_TRUE_DIVIDE;
    return is_simple ? other : FZ_NULL;
}

// An operator of two floats, or of a float and a small integer, and the operators behind it whose
// other operand is at hand: for these the result before them is boxed nowhere.
//   *ip    behind the instruction; moves behind the last one that was done
//   *sp    behind the operands; moves to behind the place of the result
// Gives the result in *result, or false with nothing done.
static inline bool fast_floats(const FzVm *vm, const uint8_t **ip, FzValue **sp, const FzValue *frame, FzBinary op,
                               double *result)
{
    double x;
    double y;
    FzValue *top = *sp;
    if ((top[-2] & top[-1] & 1) || !fast_number(vm, top[-2], &x) || !fast_number(vm, top[-1], &y) ||
        (op == FZ_BINARY_TRUE_DIVIDE && y == 0.0) ||
        fz_header_of(vm, fz_is_int(top[-2]) ? top[-1] : top[-2]) == FZ_NARROW_FLOAT)
        return false;
    const uint8_t *at = *ip;
    top--;
    for (;;) {
        if (op == FZ_BINARY_MULTIPLY) {
            x *= y;
        } else if (op == FZ_BINARY_ADD) {
            x += y;
        } else if (op == FZ_BINARY_SUBTRACT) {
            x -= y;
        } else {
            x /= y;
        }
        *ip = at;
        *sp = top;
        bool is_local;
        FzValue other = fast_follower(&at, top, frame, &op, &is_local);
        double left = x;
        y = x;
        if (other == FZ_NULL || !fast_number(vm, other, is_local ? &y : &left) ||
            (op == FZ_BINARY_TRUE_DIVIDE && y == 0.0))
            break;
        x = left;
        top -= !is_local;
    }
    *result = x;
    return true;
}
// The same where floats have 32 bits (fast_narrow.c).
bool fz_fast_narrow(const FzVm *vm, const uint8_t **ip, FzValue **sp, const FzValue *frame, FzBinary op, float *result);

// Pushes the frame of a Python function that takes its arguments as they lie on the stack, which
// ends behind them. Gives its code, or NULL.
static inline const FzCode *fast_call(FzVm *vm, FzValue *base, uint32_t argc, uint32_t resume)
{
    if (fz_is_int(*base))
        return 0;
    const FzFunction *function = FZ_FUNCTION(vm, *base);
    if (fz_header_kind(function->header) != FZ_KIND_FUNCTION || !fz_is_rom(function->code))
        return 0;
    FzValue own = function->code;
    const FzCode *code = FZ_CODE(vm, own);
    if ((code->signature >> 8 & ~((uint32_t)FZ_CODE_HAS_DOC << 16)) != argc ||
        fz_code_free(code) != 0)
        return 0;
    FzValue *locals = base + 1;
    FzValue *link = locals + fz_code_locals(code);
    FzValue *top = link + FZ_LINKAGE + fz_code_depth(code) + FZ_SLACK;
    if (top > vm->stack_peak || top + FZ_NATIVE_SLOTS > vm->stack_limit)
        return 0; // what was never used before is checked and noted elsewhere
    for (FzValue *slot = locals + argc; slot < link; slot++)
        *slot = FZ_NULL;
    *base = 1 | resume << 1 | (uint32_t)(locals - vm->frame) << 21; // as fz_way_back
    link[0] = own;
    vm->frame = link;
    vm->sp = link + FZ_LINKAGE;
    vm->top = top;
    return code;
}

// A native that takes its arguments, behind it on the stack, as they lie: fills its slots up to *sp
// and gives its function; or NULL with nothing done.
static inline FzNativeFn *fast_native(FzVm *vm, const FzValue *base, uint32_t argc, FzValue **sp)
{
    if (!fz_is_rom(*base))
        return 0;
    const FzNative *native = FZ_NATIVE(vm, *base);
    uint32_t info = native->info;
    uint32_t most = info >> 8 & 255;
    uint32_t slots = info >> 16 & 255;
    if (fz_header_kind(native->header) != FZ_KIND_NATIVE || argc < (info & 255) || argc > most ||
        most == FZ_NATIVE_VARIADIC)
        return 0;
    if (argc) {
        uint32_t kind = fz_kind_number(vm, base[1]);
        uint32_t type = fz_header_count(native->header);
        if (kind == FZ_KIND_NUMBER_GENERATOR || (type != FZ_TYPE_NONE && fz_kind_info[kind].type != type))
            return 0;
    }
    FzValue *top = *sp;
    if (vm->stack_limit - top < (ptrdiff_t)(slots - argc + FZ_SLACK + FZ_NATIVE_SLOTS))
        return 0;
    for (; argc < slots; argc++)
        *top++ = FZ_NULL;
    *sp = top;
    return vm->app->natives[native->index];
}

// Makes the frame below the one whose first local is `frame` the running one again, if it has its
// room: gives its code, or NULL. It waits in the loop.
static inline const FzCode *fast_leave(FzVm *vm, FzValue *frame)
{
    FzValue *caller = frame - (frame[-1] >> 21);
    const FzCode *code = FZ_CODE(vm, fz_own_code(vm, *caller));
    FzValue *top = caller + FZ_LINKAGE + fz_code_depth(code) + FZ_SLACK;
    if (top + FZ_NATIVE_SLOTS > vm->stack_limit)
        return 0;
    vm->frame = caller;
    vm->top = top;
    return code;
}

// Leaves a frame whose caller is waiting in the loop and has its room: gives the
// caller's code, or NULL. `frame` is the first local of the frame that is left.
static inline const FzCode *fast_return(FzVm *vm, FzValue *frame)
{
    if (fz_way_action(frame[-1]) != FZ_RETURN_PUSH)
        return 0;
    return fast_leave(vm, frame);
}

// Lays the frame of a generator that waits at a `yield` above `base`, with the sent value on top of
// its operands. Gives its code, or NULL with nothing done. vm->sp is behind the frame then.
const FzCode *fz_fast_resume(FzVm *vm, FzValue *base, FzValue value, FzValue sent, uint32_t back);
// Suspends the generator whose frame, which ends at `sp`, runs, when what waits for its value has its room
// and does so in the loop, or in C with a frame below. Gives the code of that frame, or NULL with nothing done.
const FzCode *fz_fast_suspend(FzVm *vm, FzValue *frame, const FzValue *sp, uint32_t resume);
// fz_fast_resume for a call of next(generator) and its like; NULL for any other.
const FzCode *fz_fast_next_call(FzVm *vm, const FzCall *call);

#endif

#endif
