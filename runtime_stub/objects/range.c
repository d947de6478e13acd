// SPDX-License-Identifier: MIT
// Ranges over integers of any size. Small bounds, the usual case, are worked on in 64 bits; others
// by the integers' own operations.
#include "protocol.h"
#include "int.h"
#include "str.h"
#include "flashfreeze/natives.h"

enum { START = 1, STOP = 2, STEP = 3 };

static FzValue field(const FzVm *vm, FzValue range, uint32_t word) { return FZ_WORDS(vm, range)[word]; }

// Reads the fields when all are small integers.
static bool read_small(const FzVm *vm, FzValue range, int32_t fields[4])
{
    for (uint32_t i = START; i <= STEP; i++) {
        FzValue value = field(vm, range, i);
        if (!fz_is_int(value))
            return false;
        fields[i] = fz_to_int(value);
    }
    return true;
}

FzValue fz_range_new(FzVm *vm, FzValue start, FzValue stop, FzValue step)
{
    FzValue *at = fz_push_two(vm, start, stop);
    fz_push(vm, step);
    FzValue range = FZ_NULL;
    for (uint32_t i = 0; i < 3; i++)
        if ((at[i] = fz_int_from_index(vm, at[i])) == FZ_NULL)
            goto end;
    if (at[2] == fz_from_int(0)) {
        fz_raise(vm, FZ_TYPE_VALUE_ERROR, "range() arg 3 must not be zero");
        goto end;
    }
    range = fz_new(vm, FZ_KIND_RANGE, 0, 0);
    for (uint32_t i = 0; range != FZ_NULL && i < 3; i++)
        FZ_WORDS(vm, range)[START + i] = at[i];
end:
    vm->sp = at;
    return range;
}

// a op b for ints, + - or *; *slot receives the result.
static FZ_NOINLINE bool calculate(FzVm *vm, FzValue *slot, FzBinary op, FzValue a, FzValue b)
{
    if (a == FZ_NULL)
        return false;
    if (!FZ_HAS_BIG_INTS || (fz_is_int(a) && fz_is_int(b)))
        *slot = fz_int_binary(vm, op, a, b);
    else
        *slot = op == FZ_BINARY_MULTIPLY ? fz_int_multiply(vm, a, b)
                                         : fz_int_add(vm, a, b, op == FZ_BINARY_SUBTRACT);
    return *slot != FZ_NULL;
}

// Divides pair[0] by the range's step: the quotient comes to pair[0], the remainder to pair[1].
static FZ_NOINLINE bool divide_by_step(FzVm *vm, FzValue range, FzValue *pair)
{
    FzValue step = field(vm, range, STEP);
    if (FZ_HAS_BIG_INTS && !(fz_is_int(pair[0]) && fz_is_int(step)))
        return fz_int_divmod(vm, pair[0], step, &pair[0], &pair[1]);
    pair[1] = fz_int_binary(vm, FZ_BINARY_MODULO, pair[0], step);
    pair[0] = fz_int_binary(vm, FZ_BINARY_FLOOR_DIVIDE, pair[0], step);
    return pair[0] != FZ_NULL;
}

// max(0, (stop - start + step - sign(step)) // step)
static FzValue long_len(FzVm *vm, FzValue range)
{
    FzValue *at = fz_push_two(vm, range, FZ_NULL);
    fz_push(vm, FZ_NULL); // for a remainder
    int32_t sign = fz_int_is_negative(vm, field(vm, range, STEP)) ? -1 : 1;
    bool done = calculate(vm, &at[1], FZ_BINARY_SUBTRACT, field(vm, at[0], STOP), field(vm, at[0], START)) &&
                calculate(vm, &at[1], FZ_BINARY_ADD, at[1], field(vm, at[0], STEP)) &&
                calculate(vm, &at[1], FZ_BINARY_SUBTRACT, at[1], fz_from_int(sign)) &&
                divide_by_step(vm, at[0], &at[1]);
    FzValue length = at[1];
    vm->sp = at;
    if (!done)
        return FZ_NULL;
    return fz_int_is_negative(vm, length) ? fz_from_int(0) : length;
}

FzValue fz_range_len(FzVm *vm, FzValue range)
{
    int32_t f[4];
    if (!read_small(vm, range, f))
        return long_len(vm, range);
    if (f[STEP] > 0 ? f[START] >= f[STOP] : f[START] <= f[STOP])
        return fz_from_int(0);
    // The difference of two small integers has 31 bits, so all of this fits 32.
    uint32_t distance = (uint32_t)(f[STEP] > 0 ? f[STOP] - f[START] : f[START] - f[STOP]);
    uint32_t step = (uint32_t)(f[STEP] > 0 ? f[STEP] : -f[STEP]);
    return fz_int_from_i64(vm, (int64_t)fz_divide(distance - 1, step) + 1);
}

// start + index * step
static FzValue at_index(FzVm *vm, FzValue range, FzValue index)
{
    FzValue *at = fz_push_two(vm, range, index);
    bool done = calculate(vm, &at[1], FZ_BINARY_MULTIPLY, index, field(vm, range, STEP)) &&
                calculate(vm, &at[1], FZ_BINARY_ADD, at[1], field(vm, at[0], START));
    FzValue value = done ? at[1] : FZ_NULL;
    vm->sp = at;
    return value;
}

// The range that a slice of a range is. Its bounds are clipped as for sequences, so a slice of a
// range longer than 32 bits can tell is refused.
static FzValue get_slice(FzVm *vm, FzValue *at, FzValue length)
{
    int32_t start, stop, step;
    uint32_t count;
    if (!fz_is_int(length))
        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, "range too long to slice");
    if (!fz_slice_indices(vm, at[1], (uint32_t)fz_to_int(length), &start, &stop, &step, &count))
        return FZ_NULL;
    FzValue *new = fz_push_two(vm, at_index(vm, at[0], fz_from_int(start)), FZ_NULL);
    fz_push(vm, FZ_NULL);
    FzValue range = FZ_NULL;
    if (new[0] != FZ_NULL && (new[1] = at_index(vm, at[0], fz_from_int(stop))) != FZ_NULL &&
        (new[2] = fz_int_from_i64(vm, step)) != FZ_NULL &&
        calculate(vm, &new[2], FZ_BINARY_MULTIPLY, new[2], field(vm, at[0], STEP)))
        range = fz_range_new(vm, new[0], new[1], new[2]);
    vm->sp = new;
    return range;
}

FzValue fz_range_get_item(FzVm *vm, FzValue *at)
{
    FzValue *save = fz_push(vm, fz_range_len(vm, at[0]));
    FzValue item = FZ_NULL;
    if (*save == FZ_NULL)
        goto end;
    if (fz_is_kind(vm, at[1], FZ_KIND_SLICE)) {
        item = get_slice(vm, at, *save);
        goto end;
    }
    if (!fz_has_index(vm, at[1])) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "range indices must be integers or slices, not %t", at[1]);
        goto end;
    }
    FzValue *index = fz_push(vm, fz_int_from_index(vm, at[1]));
    if (*index == FZ_NULL ||
        (fz_int_is_negative(vm, *index) && !calculate(vm, index, FZ_BINARY_ADD, *index, *save)))
        goto end;
    if (fz_int_is_negative(vm, *index) || fz_int_compare(vm, *index, *save) >= 0)
        fz_raise(vm, FZ_TYPE_INDEX_ERROR, "range object index out of range");
    else
        item = at_index(vm, at[0], *index);
end:
    vm->sp = save;
    return item;
}

// (at[1] - start) divmod step; the remainder must be zero and the quotient within the length.
static int find_int(FzVm *vm, FzValue *at, FzValue *quotient)
{
    FzValue *work = fz_push_two(vm, FZ_NULL, FZ_NULL);
    int found = -1;
    if (calculate(vm, &work[0], FZ_BINARY_SUBTRACT, at[1], field(vm, at[0], START)) &&
        divide_by_step(vm, at[0], work)) {
        FzValue length = fz_range_len(vm, at[0]);
        if (length != FZ_NULL)
            found = work[1] == fz_from_int(0) && !fz_int_is_negative(vm, work[0]) &&
                    fz_int_compare(vm, work[0], length) < 0;
    }
    *quotient = work[0];
    vm->sp = work;
    return found;
}

int fz_range_contains(FzVm *vm, FzValue *at)
{
    FzValue quotient;
    FzKind kind = fz_kind_of(vm, at[1]);
    if (kind == FZ_KIND_INT || kind == FZ_KIND_BOOL)
        return find_int(vm, at, &quotient);
    FzValue *iterator = fz_push_two(vm, fz_range_iter(vm, at[0], false), FZ_NULL);
    int same = 0;
    while (same == 0 && (iterator[1] = fz_next(vm, iterator[0])) != FZ_NULL)
        same = fz_equal(vm, iterator[1], at[1]);
    vm->sp = iterator;
    return fz_pending(vm) ? -1 : same;
}

// What tells ranges apart: the length; if not empty the first item; if longer than one the step.
static FzValue essence(FzVm *vm, FzValue range)
{
    FzValue *at = fz_push_two(vm, range, FZ_NULL);
    FzValue result = FZ_NULL;
    at[1] = fz_range_len(vm, range);
    if (at[1] != FZ_NULL) {
        FzValue length = at[1];
        fz_push(vm, length == fz_from_int(0) ? FZ_NONE : field(vm, at[0], START));
        fz_push(vm, length == fz_from_int(0) || length == fz_from_int(1) ? FZ_NONE : field(vm, at[0], STEP));
        result = fz_tuple_new(vm, &at[1], 3);
    }
    vm->sp = at;
    return result;
}

// Whether two ranges have the same start, or step.
static bool same_field(FzVm *vm, const FzValue *at, uint32_t word)
{
    return fz_int_compare(vm, field(vm, at[0], word), field(vm, at[1], word)) == 0;
}

// Compares what essence() has.
FzValue fz_range_equal(FzVm *vm, FzValue *at)
{
    FzValue *length = fz_push(vm, fz_range_len(vm, at[0]));
    FzValue other = *length == FZ_NULL ? FZ_NULL : fz_range_len(vm, at[1]);
    FzValue mine = *length;
    vm->sp = length;
    if (other == FZ_NULL)
        return FZ_NULL;
    bool same = fz_int_compare(vm, mine, other) == 0 &&
                (mine == fz_from_int(0) ||
                 (same_field(vm, at, START) && (mine == fz_from_int(1) || same_field(vm, at, STEP))));
    return fz_from_bool(same);
}

bool fz_range_hash(FzVm *vm, FzValue range, uint32_t *hash)
{
    FzValue tuple = essence(vm, range);
    return tuple != FZ_NULL && fz_hash(vm, tuple, hash);
}

// Backwards: from start + (length - 1) * step down to start.
static bool turn_round(FzVm *vm, FzValue *at)
{
    FzValue *work = fz_push(vm, FZ_NULL);
    FzValue range = at[0];
    bool done = calculate(vm, work, FZ_BINARY_SUBTRACT, fz_range_len(vm, range), fz_from_int(1)) &&
                (at[1] = at_index(vm, at[0], *work)) != FZ_NULL &&
                calculate(vm, &at[2], FZ_BINARY_SUBTRACT, field(vm, at[0], START), field(vm, at[0], STEP)) &&
                calculate(vm, &at[3], FZ_BINARY_SUBTRACT, fz_from_int(0), field(vm, at[0], STEP));
    vm->sp = work;
    return done;
}

FzValue fz_range_iter(FzVm *vm, FzValue range, bool reversed)
{
    FzValue *at = fz_push_two(vm, range, field(vm, range, START));
    fz_push_two(vm, field(vm, range, STOP), field(vm, range, STEP));
    FzValue iterator = FZ_NULL;
    if (!reversed || turn_round(vm, at))
        iterator = fz_new(vm, FZ_KIND_RANGE_ITER, 0, 0);
    for (uint32_t i = START; iterator != FZ_NULL && i <= STEP; i++)
        FZ_WORDS(vm, iterator)[i] = at[i];
    vm->sp = at;
    return iterator;
}

FzValue fz_range_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 2)
        return fz_range_new(vm, fz_from_int(0), argv[1], fz_from_int(1));
    return fz_range_new(vm, argv[1], argv[2], argv[3] == FZ_NULL ? fz_from_int(1) : argv[3]);
}

FzValue fz_range_index_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    FzValue quotient = FZ_NULL;
    FzKind kind = fz_kind_of(vm, argv[1]);
    int found = kind == FZ_KIND_INT || kind == FZ_KIND_BOOL ? find_int(vm, argv, &quotient) : 0;
    if (found == 0)
        return fz_raise_repr(vm, FZ_TYPE_VALUE_ERROR, "%v is not in range", argv[1]);
    return found < 0 ? FZ_NULL : quotient;
}

FzValue fz_range_count_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int found = fz_range_contains(vm, argv);
    return found < 0 ? FZ_NULL : fz_from_int(found);
}

FzValue fz_range_start(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return field(vm, argv[0], START);
}

FzValue fz_range_stop(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return field(vm, argv[0], STOP);
}

FzValue fz_range_step(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return field(vm, argv[0], STEP);
}
