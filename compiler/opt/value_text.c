// SPDX-License-Identifier: MIT
// Sequences: str by code points, bytes, tuples. Concatenation, repetition, items and slices.
#include "value.h"

#include <string.h>

static bool is_text(const Constant *constant)
{
    return constant->kind == CONSTANT_STR || constant->kind == CONSTANT_BYTES;
}

static const Constant *make_text(const Values *values, ConstantKind kind, const char *bytes,
                                 size_t size)
{
    return kind == CONSTANT_STR ? constant_str(values->arena, bytes, size)
                                : constant_bytes(values->arena, bytes, size);
}

static const Constant *concat_text(const Values *values, const Constant *left,
                                   const Constant *right)
{
    size_t size = (size_t)left->text.size + right->text.size;
    if (size > VALUE_TEXT_SIZE)
        return NULL;
    char *bytes = ARENA_NEW_ARRAY(values->arena, char, size + 1);
    memcpy(bytes, left->text.bytes, left->text.size);
    memcpy(bytes + left->text.size, right->text.bytes, right->text.size);
    return make_text(values, left->kind, bytes, size);
}

static const Constant *concat_items(const Values *values, const Constant *left,
                                    const Constant *right)
{
    uint32_t count = left->items.count + right->items.count;
    if (count > VALUE_ITEM_COUNT)
        return NULL;
    const Constant **items = ARENA_NEW_ARRAY(values->arena, const Constant *, count);
    for (uint32_t i = 0; i < count; i++)
        items[i] = i < left->items.count ? left->items.items[i]
                                         : right->items.items[i - left->items.count];
    return constant_items(values->arena, CONSTANT_TUPLE, items, count);
}

// Two halves of a surrogate pair, encoded apart, stay two code points when joined: the encoding of
// a str never joins them, so concatenating the bytes is right.
const Constant *value_concat(const Values *values, const Constant *left, const Constant *right)
{
    if (left->kind != right->kind)
        return NULL;
    if (is_text(left))
        return concat_text(values, left, right);
    return left->kind == CONSTANT_TUPLE ? concat_items(values, left, right) : NULL;
}

const Constant *value_repeat(const Values *values, const Constant *sequence, const Constant *times)
{
    int64_t count = times->kind == CONSTANT_TRUE;
    if (times->kind == CONSTANT_INT && !constant_as_int64(times, &count))
        return NULL;
    if (count < 0)
        count = 0;
    if (!is_text(sequence) && sequence->kind != CONSTANT_TUPLE)
        return NULL;
    int64_t size = is_text(sequence) ? sequence->text.size : sequence->items.count;
    int64_t limit = is_text(sequence) ? VALUE_TEXT_SIZE : VALUE_ITEM_COUNT;
    if (size == 0)
        count = 0;
    else if (count > limit / size)
        return NULL;
    if (is_text(sequence)) {
        char *bytes = ARENA_NEW_ARRAY(values->arena, char, (size_t)(size * count) + 1);
        for (int64_t i = 0; i < count; i++)
            memcpy(bytes + i * size, sequence->text.bytes, (size_t)size);
        return make_text(values, sequence->kind, bytes, (size_t)(size * count));
    }
    uint32_t total = (uint32_t)(size * count);
    const Constant **items = ARENA_NEW_ARRAY(values->arena, const Constant *, total);
    for (uint32_t i = 0; i < total; i++)
        items[i] = sequence->items.items[i % (uint32_t)size];
    return constant_items(values->arena, CONSTANT_TUPLE, items, total);
}

static bool starts_code_point(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static int64_t length_of(const Constant *sequence)
{
    if (sequence->kind == CONSTANT_TUPLE)
        return sequence->items.count;
    if (sequence->kind == CONSTANT_BYTES)
        return sequence->text.size;
    int64_t length = 0;
    for (uint32_t i = 0; i < sequence->text.size; i++)
        length += starts_code_point(sequence->text.bytes[i]);
    return length;
}

// Byte offset of code point `index` of a str; its size when `index` is its length.
static uint32_t code_point_offset(const Constant *text, int64_t index)
{
    uint32_t offset = 0;
    while (offset < text->text.size) {
        if (starts_code_point(text->text.bytes[offset]) && index-- == 0)
            break;
        offset++;
    }
    return offset;
}

static const Constant *item_at(const Values *values, const Constant *sequence, int64_t index)
{
    if (sequence->kind == CONSTANT_TUPLE)
        return sequence->items.items[index];
    if (sequence->kind == CONSTANT_BYTES)
        return constant_int(values->arena, (unsigned char)sequence->text.bytes[index]);
    uint32_t start = code_point_offset(sequence, index);
    uint32_t end = code_point_offset(sequence, index + 1);
    return constant_str(values->arena, sequence->text.bytes + start, end - start);
}

static bool is_sequence(const Constant *constant)
{
    return is_text(constant) || constant->kind == CONSTANT_TUPLE;
}

const Constant *value_subscript(const Values *values, const Constant *container,
                                const Constant *index)
{
    int64_t place = index->kind == CONSTANT_TRUE;
    if (!is_sequence(container) || !value_is_integer(index))
        return NULL;
    if (index->kind == CONSTANT_INT && !constant_as_int64(index, &place))
        return NULL;
    int64_t length = length_of(container);
    if (place < 0)
        place += length;
    return place >= 0 && place < length ? item_at(values, container, place) : NULL;
}

// A bound of a slice with step `step`, clamped to the sequence.
static bool slice_bound(const Constant *bound, int64_t fallback, int64_t length, int64_t step,
                        int64_t *out)
{
    int64_t lowest = step < 0 ? -1 : 0;
    int64_t highest = step < 0 ? length - 1 : length;
    *out = fallback;
    if (!bound || bound->kind == CONSTANT_NONE)
        return true;
    if (bound->kind != CONSTANT_INT || !constant_as_int64(bound, out))
        return false;
    if (*out < 0)
        *out += *out < -length ? -*out - 1 : length;
    if (*out < lowest)
        *out = lowest;
    if (*out > highest)
        *out = highest;
    return true;
}

static const Constant *take(const Values *values, const Constant *sequence, int64_t start,
                            int64_t stop, int64_t step)
{
    const Constant *result = sequence->kind == CONSTANT_TUPLE
                                 ? constant_items(values->arena, CONSTANT_TUPLE, NULL, 0)
                                 : make_text(values, sequence->kind, "", 0);
    for (int64_t i = start; step > 0 ? i < stop : i > stop; i += step) {
        const Constant *item;
        if (sequence->kind == CONSTANT_STR) {
            item = item_at(values, sequence, i);
        } else if (sequence->kind == CONSTANT_BYTES) {
            item = constant_bytes(values->arena, sequence->text.bytes + i, 1);
        } else {
            const Constant *one = sequence->items.items[i];
            item = constant_items(values->arena, CONSTANT_TUPLE, &one, 1);
        }
        result = result ? value_concat(values, result, item) : NULL;
    }
    return result;
}

const Constant *value_slice(const Values *values, const Constant *container, const Constant *lower,
                            const Constant *upper, const Constant *step)
{
    int64_t stride = 1;
    int64_t start;
    int64_t stop;
    // Slices are taken item by item, so only short sequences are worth it.
    if (!is_sequence(container) || length_of(container) > VALUE_ITEM_COUNT)
        return NULL;
    if (step && step->kind != CONSTANT_NONE &&
        (step->kind != CONSTANT_INT || !constant_as_int64(step, &stride)))
        return NULL;
    int64_t length = length_of(container);
    if (stride == 0 || stride > VALUE_ITEM_COUNT || stride < -VALUE_ITEM_COUNT)
        return NULL;
    if (!slice_bound(lower, stride < 0 ? length - 1 : 0, length, stride, &start) ||
        !slice_bound(upper, stride < 0 ? -1 : length, length, stride, &stop))
        return NULL;
    return take(values, container, start, stop, stride);
}
