// SPDX-License-Identifier: MIT
// Slices: making them, and resolving them against a length.
#include "protocol.h"
#include "int.h"
#include "flashfreeze/natives.h"

FzValue fz_slice_new(FzVm *vm, FzValue start, FzValue stop, FzValue step)
{
    FzValue *at = fz_push_two(vm, start, stop);
    fz_push(vm, step);
    FzValue slice = fz_new(vm, FZ_KIND_SLICE, 0, 0);
    if (slice != FZ_NULL)
        for (uint32_t i = 0; i < 3; i++)
            FZ_WORDS(vm, slice)[i + 1] = at[i] == FZ_NULL ? FZ_NONE : at[i];
    vm->sp = at;
    return slice;
}

bool fz_clipped_index(FzVm *vm, FzValue value, int32_t *bound)
{
    FzValue number = fz_int_from_index(vm, value);
    if (number == FZ_NULL)
        return false;
    if (fz_is_int(number))
        *bound = fz_to_int(number);
    else
        *bound = fz_int_is_negative(vm, number) ? -INT32_MAX : INT32_MAX;
    return true;
}

bool fz_slice_bound(FzVm *vm, FzValue value, int32_t *bound)
{
    if (fz_is_int(value)) {
        *bound = fz_to_int(value);
        return true;
    }
    if (fz_has_index(vm, value))
        return fz_clipped_index(vm, value, bound);
    fz_raise(vm, FZ_TYPE_TYPE_ERROR, "slice indices must be integers or None or have an __index__ method");
    return false;
}

bool fz_slice_unpack(FzVm *vm, FzValue slice, int32_t *start, int32_t *stop, int32_t *step)
{
    FzValue *at = fz_push(vm, slice);
    int32_t *fields[] = {start, stop, step};
    bool done = true;
    for (uint32_t i = 3; i-- > 0 && done;) {
        FzValue field = FZ_WORDS(vm, *at)[i + 1];
        if (field != FZ_NONE)
            done = fz_slice_bound(vm, field, fields[i]);
        else if (i == 2)
            *step = 1;
        else
            *fields[i] = (i == 0) == (*step > 0) ? -INT32_MAX - 1 : INT32_MAX;
        if (i == 2 && done && *step == 0) {
            fz_raise(vm, FZ_TYPE_VALUE_ERROR, "slice step cannot be zero");
            done = false;
        }
    }
    vm->sp = at;
    return done;
}

// Clips one bound: counted from the end when negative, then into low .. high.
static int32_t clip(int32_t bound, int32_t length, int32_t low, int32_t high)
{
    if (bound < 0 && bound > -INT32_MAX - 1)
        bound = bound < -length ? low : bound + length;
    if (bound < low)
        return low;
    return bound > high ? high : bound;
}

uint32_t fz_slice_clip(uint32_t length, int32_t *start, int32_t *stop, int32_t step)
{
    int32_t size = (int32_t)length, back = step < 0 ? 1 : 0;
    *start = clip(*start, size, -back, size - back);
    *stop = clip(*stop, size, -back, size - back);
    if (step > 0)
        return *start < *stop ? (uint32_t)(*stop - *start - 1) / (uint32_t)step + 1 : 0;
    return *stop < *start ? (uint32_t)(*start - *stop - 1) / -(uint32_t)step + 1 : 0;
}

bool fz_slice_indices(FzVm *vm, FzValue slice, uint32_t length, int32_t *start, int32_t *stop,
                      int32_t *step, uint32_t *count)
{
    if (!fz_slice_unpack(vm, slice, start, stop, step))
        return false;
    *count = fz_slice_clip(length, start, stop, *step);
    return true;
}

FzValue fz_slice_make(FzVm *vm, uint32_t argc, FzValue *argv)
{
    if (argc == 2)
        return fz_slice_new(vm, FZ_NONE, argv[1], FZ_NONE);
    return fz_slice_new(vm, argv[1], argv[2], argv[3]);
}

FzValue fz_slice_indices_method(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    int32_t length, bounds[3];
    uint32_t count;
    if (!fz_as_index(vm, argv[1], &length))
        return FZ_NULL;
    if (length < 0)
        return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "length should not be negative");
    if (!fz_slice_indices(vm, argv[0], (uint32_t)length, &bounds[0], &bounds[1], &bounds[2], &count))
        return FZ_NULL;
    FzValue *at = vm->sp;
    for (uint32_t i = 0; i < 3; i++) {
        FzValue number = fz_int_from_i64(vm, bounds[i]);
        if (number == FZ_NULL)
            return FZ_NULL;
        fz_push(vm, number);
    }
    return fz_tuple_new(vm, at, 3);
}

FzValue fz_slice_start(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[1];
}

FzValue fz_slice_stop(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[2];
}

FzValue fz_slice_step(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    return FZ_WORDS(vm, argv[0])[3];
}
