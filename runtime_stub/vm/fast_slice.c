// SPDX-License-Identifier: MIT
// x[a:b:c] and x[a:b:c] = y in the loop, without a slice object: for lists and tuples, bounds that are
// small integers or None, and room in the heap. Nothing here collects or raises; whatever else it
// takes is left to the general way.
#include "fast.h"

#if FZ_FAST_PATHS

typedef struct {
    FzTuple *items;  // object whose items are the sequence's
    uint32_t length; // of the sequence
    int32_t start, step;
    uint32_t count;
} Part;

static int32_t clip(int32_t bound, int32_t length, int32_t low)
{
    if (bound < 0)
        bound += length;
    if (bound < low)
        return low;
    return bound > length + low ? length + low : bound;
}

// Where the slice of at[0] with the `fields` bounds behind it lies; false when that is not simple.
static bool find_part(const FzVm *vm, const FzValue *at, uint32_t fields, Part *part)
{
    FzValue step = fields == 3 ? at[3] : FZ_NONE;
    part->step = step == FZ_NONE ? 1 : fz_to_int(step);
    if (fz_is_int(at[0]) || (step != FZ_NONE && !fz_is_int(step)) || part->step == 0)
        return false;
    part->items = FZ_TUPLE(vm, at[0]);
    FzKind kind = fz_header_kind(part->items->header);
    part->length = fz_header_count(part->items->header);
    if ((kind != FZ_KIND_LIST && kind != FZ_KIND_TUPLE) || part->length == 0)
        return false;
    if (kind == FZ_KIND_LIST)
        part->items = FZ_TUPLE(vm, part->items->items[0]);
    int32_t length = (int32_t)part->length;
    int32_t low = part->step < 0 ? -1 : 0;
    int32_t bounds[2] = {part->step < 0 ? length - 1 : 0, part->step < 0 ? -1 : length};
    for (uint32_t i = 0; i < 2; i++) {
        if (fz_is_int(at[1 + i]))
            bounds[i] = clip(fz_to_int(at[1 + i]), length, low);
        else if (at[1 + i] != FZ_NONE)
            return false;
    }
    int32_t distance = part->step < 0 ? bounds[0] - bounds[1] : bounds[1] - bounds[0];
    uint32_t stride = part->step < 0 ? -(uint32_t)part->step : (uint32_t)part->step;
    part->start = bounds[0];
    part->count = distance <= 0 ? 0 : stride == 1 ? (uint32_t)distance : ((uint32_t)distance - 1) / stride + 1;
    return true;
}

FzValue fz_fast_slice(FzVm *vm, const FzValue *at, uint32_t fields)
{
    Part part;
    if (!find_part(vm, at, fields, &part) || part.count == 0)
        return FZ_NULL;
    bool is_list = fz_is_kind(vm, at[0], FZ_KIND_LIST);
    if (!is_list && part.count == part.length && part.step == 1)
        return at[0];
    uint32_t size = 4 + 4 * part.count;
    if (vm->alloc_limit - vm->heap_next < (ptrdiff_t)size + 8)
        return FZ_NULL;
    FzValue copy = fz_take(vm, fz_header(is_list ? FZ_KIND_ARRAY : FZ_KIND_TUPLE, 0, part.count), size);
    if (copy == FZ_NULL)
        return FZ_NULL;
    FzValue *to = FZ_TUPLE(vm, copy)->items;
    const FzValue *from = part.items->items + part.start;
    for (const FzValue *end = to + part.count; to < end; from += part.step)
        *to++ = *from;
    if (!is_list)
        return copy;
    FzValue list = fz_take(vm, fz_header(FZ_KIND_LIST, 0, part.count), 8);
    if (list != FZ_NULL)
        FZ_LIST(vm, list)->items = copy;
    return list;
}

bool fz_fast_set_slice(const FzVm *vm, const FzValue *at, uint32_t fields)
{
    FzValue given = at[-1];
    Part part;
    if (!fz_is_ram(at[0]) || !fz_is_kind(vm, at[0], FZ_KIND_LIST) || given == at[0] ||
        fz_is_int(given) || !find_part(vm, at, fields, &part))
        return false;
    const FzTuple *source = FZ_TUPLE(vm, given);
    FzKind kind = fz_header_kind(source->header);
    if ((kind != FZ_KIND_LIST && kind != FZ_KIND_TUPLE) ||
        fz_header_count(source->header) != part.count || part.count == 0)
        return false;
    if (kind == FZ_KIND_LIST)
        source = FZ_TUPLE(vm, source->items[0]);
    const FzValue *from = source->items;
    FzValue *to = part.items->items + part.start;
    for (const FzValue *end = from + part.count; from < end; to += part.step)
        *to = *from++;
    return true;
}

#else
typedef int FzNoFastSlice; // a file must declare something
#endif
