// SPDX-License-Identifier: MIT
// str: making, comparing and hashing texts, interned names, indexing and the operators.
#include "str.h"

#include "flashfreeze/natives.h"
#include "int.h"
#include "protocol.h"
#include "text.h"

#include <string.h>

FzValue fz_str_alloc(FzVm *vm, uint32_t size)
{
    return size == 0 ? FZ_EMPTY_STR : fz_new(vm, FZ_KIND_STR, FZ_HEADER_A, size);
}

FzValue fz_str_seal(FzVm *vm, FzValue text)
{
    FzStr *str = FZ_STR(vm, text);
    uint32_t size = fz_header_count(str->header), i = 0;
    uint32_t all = 0;
#if FZ_FAST_PATHS
    for (uint32_t word; size - i >= sizeof word; i += sizeof word) {
        fz_copy_bits(&word, str->text + i, sizeof word);
        all |= word;
    }
#endif
    for (; i < size; i++)
        all |= str->text[i];
    all &= 0x80808080u;
    FZ_ASSERT(!all || fz_image(vm)->kinds[1] >> (FZ_WIDE_TEXT - 32) & 1);
    if (all)
        str->header &= ~(uint32_t)FZ_HEADER_A;
    return text;
}

FzValue fz_str_cut(FzVm *vm, FzValue text, uint32_t size)
{
    fz_shrink(vm, text, size);
    if (size == 0)
        return FZ_EMPTY_STR;
    FzStr *str = FZ_STR(vm, text);
    uint32_t end = fz_object_size(str->header) - (uint32_t)offsetof(FzStr, text);
    memset(str->text + size, 0, end - size);
    return text;
}

// The interned str of these bytes, or FZ_NULL.
static FzValue find_interned(const FzVm *vm, FzText text, uint32_t hash)
{
    const FzImageHeader *image = fz_image(vm);
    const FzValue *slots =
        (const FzValue *)(const void *)((const uint8_t *)image + image->interned_off);
    if (image->interned_slots == 0)
        return FZ_NULL;
    uint32_t mask = image->interned_slots - 1;
    for (uint32_t i = hash & mask; slots[i] != FZ_NULL; i = (i + 1) & mask) {
        const FzStr *other = FZ_STR(vm, slots[i]);
        if (fz_header_count(other->header) == text.size && other->text[0] == text.bytes[0] &&
            memcmp(other->text, text.bytes, text.size) == 0)
            return slots[i];
    }
    return FZ_NULL;
}

FzValue fz_str_intern(const FzVm *vm, FzValue value)
{
    FzText text;
    if (fz_header_of(vm, value) & FZ_HEADER_B)
        return value;
    fz_text_view(vm, value, &text);
    return find_interned(vm, text, fz_str_hash(vm, value));
}

// A str of bytes outside of the heap. Single characters are taken from the image where it has them.
static FzValue make(FzVm *vm, const uint8_t *bytes, uint32_t size)
{
    FzText text = {bytes, size};
    FzValue found = size == 1 ? find_interned(vm, text, fz_hash_text(bytes, size)) : FZ_NULL;
    if (found != FZ_NULL)
        return found;
    FzValue value = fz_str_alloc(vm, size);
    if (value == FZ_NULL || size == 0)
        return value;
    memcpy(FZ_STR(vm, value)->text, bytes, size);
    return fz_str_seal(vm, value);
}

FzValue fz_str_new(FzVm *vm, const char *utf8, uint32_t size)
{
    return make(vm, (const uint8_t *)utf8, size);
}

FzValue fz_str_from_z(FzVm *vm, const char *text)
{
    uint32_t size = 0;
    while (text[size])
        size++;
    return fz_str_new(vm, text, size);
}

FzValue fz_str_from_char(FzVm *vm, uint32_t code_point)
{
    uint8_t bytes[4];
    return make(vm, bytes, fz_utf8_encode(code_point, bytes));
}

FzValue fz_str_sub(FzVm *vm, FzValue text, uint32_t offset, uint32_t size)
{
    if (size == fz_count_of(vm, text))
        return text;
    const uint8_t *from = FZ_STR(vm, text)->text + offset;
    if (size <= 4) {
        uint8_t bytes[4];
        memcpy(bytes, from, size);
        return make(vm, bytes, size);
    }
    FzValue *slot = fz_push(vm, text);
    FzValue value = fz_str_alloc(vm, size);
    fz_pop(vm, 1);
    if (value == FZ_NULL)
        return FZ_NULL;
    memcpy(FZ_STR(vm, value)->text, FZ_STR(vm, *slot)->text + offset, size);
    return fz_str_is_ascii(vm, *slot) ? value : fz_str_seal(vm, value);
}

#if FZ_FAST_PATHS
FzValue fz_str_take_char(FzVm *vm, FzValue text, uint32_t index)
{
    const FzStr *str = FZ_STR(vm, text);
    if (!(str->header & FZ_HEADER_A))
        return FZ_NULL;
    FzText one = {str->text + index, 1};
    FzValue value = find_interned(vm, one, fz_hash_text(one.bytes, 1));
    if (value != FZ_NULL)
        return value;
    value = fz_take(vm, fz_header(FZ_KIND_STR, FZ_HEADER_A, 1), 8);
    if (value == FZ_NULL)
        return FZ_NULL;
    FZ_WORDS(vm, value)[1] = 0;
    FZ_STR(vm, value)->text[0] = *one.bytes;
    return value;
}

// a + b, neither empty, or FZ_NULL when there is no room at hand.
static FzValue take_concat(FzVm *vm, FzValue a, FzValue b)
{
    uint32_t first = fz_header_of(vm, a), second = fz_header_of(vm, b);
    uint32_t size = fz_header_count(first), total = size + fz_header_count(second);
    uint32_t words = (total + 2 + 3) / 4 + 1;
    if (total > FZ_COUNT_MAX)
        return FZ_NULL;
    FzValue value = fz_take(vm, fz_header(FZ_KIND_STR, first & second & FZ_HEADER_A, total), words * 4);
    if (value == FZ_NULL)
        return FZ_NULL;
    FZ_WORDS(vm, value)[1] = 0;
    FZ_WORDS(vm, value)[words - 1] = 0;
    uint8_t *text = FZ_STR(vm, value)->text;
    memcpy(text, FZ_STR(vm, a)->text, size);
    memcpy(text + size, FZ_STR(vm, b)->text, total - size);
    return value;
}
#endif

FzValue fz_str_char_at(FzVm *vm, FzValue text, uint32_t offset, uint32_t *next)
{
    uint32_t size = fz_utf8_size(FZ_STR(vm, text)->text[offset]);
    *next = offset + size;
    return fz_str_sub(vm, text, offset, size);
}

FzValue fz_str_join(FzVm *vm, FzValue *pieces, uint32_t count)
{
    uint32_t total = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t size = fz_count_of(vm, pieces[i]);
        if (size > FZ_COUNT_MAX - total)
            return fz_raise_memory(vm);
        if (size > 0 && size == total + size && i + 1 == count) // all others are empty
            return pieces[i];
        total += size;
    }
    FzValue value = fz_str_alloc(vm, total);
    if (value == FZ_NULL || total == 0)
        return value;
    FzStr *str = FZ_STR(vm, value);
    uint32_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        const FzStr *piece = FZ_STR(vm, pieces[i]);
        uint32_t size = fz_header_count(piece->header);
        memcpy(str->text + at, piece->text, size);
        at += size;
        if (!(piece->header & FZ_HEADER_A))
            str->header &= ~(uint32_t)FZ_HEADER_A;
    }
    return value;
}

FzValue fz_str_concat(FzVm *vm, FzValue a, FzValue b)
{
    if (fz_count_of(vm, b) == 0)
        return a;
#if FZ_FAST_PATHS
    FzValue taken = fz_count_of(vm, a) == 0 ? b : take_concat(vm, a, b);
    if (taken != FZ_NULL)
        return taken;
#endif
    FzValue *pieces = fz_push(vm, a);
    fz_push(vm, b);
    FzValue value = fz_str_join(vm, pieces, 2);
    vm->sp = pieces;
    return value;
}

bool fz_str_equal(const FzVm *vm, FzValue a, FzValue b)
{
    if (a == b)
        return true;
    const FzStr *x = FZ_STR(vm, a);
    const FzStr *y = FZ_STR(vm, b);
    if (x->header & y->header & FZ_HEADER_B) // two interned ones are one object when equal
        return false;
    uint32_t size = fz_header_count(x->header);
    return size == fz_header_count(y->header) && memcmp(x->text, y->text, size) == 0;
}

int fz_str_compare(const FzVm *vm, FzValue a, FzValue b)
{
    const FzStr *x = FZ_STR(vm, a);
    const FzStr *y = FZ_STR(vm, b);
    return fz_text_compare((FzText){x->text, fz_header_count(x->header)},
                           (FzText){y->text, fz_header_count(y->header)});
}

uint32_t fz_str_hash(const FzVm *vm, FzValue value)
{
    FzStr *str = FZ_STR(vm, value);
    uint32_t hash = (uint32_t)str->hash[0] | (uint32_t)str->hash[1] << 8;
    if (hash == 0) {
        hash = fz_hash_text(str->text, fz_header_count(str->header));
        if (fz_is_ram(value)) {
            str->hash[0] = (uint8_t)hash;
            str->hash[1] = (uint8_t)(hash >> 8);
        }
    }
    return hash;
}

uint32_t fz_str_length(const FzVm *vm, FzValue value)
{
    uint32_t size = fz_count_of(vm, value);
    return fz_str_is_ascii(vm, value) ? size : fz_utf8_length(FZ_STR(vm, value)->text, size);
}

uint32_t fz_str_offset(const FzVm *vm, FzValue text, uint32_t index)
{
    if (fz_str_is_ascii(vm, text))
        return index;
    const uint8_t *bytes = FZ_STR(vm, text)->text;
    uint32_t offset = 0;
    while (index-- > 0)
        offset += fz_utf8_size(bytes[offset]);
    return offset;
}

FzValue fz_raise_repr(FzVm *vm, FzTypeId type, const char *format, FzValue value)
{
    FzValue text = fz_repr(vm, value);
    return text == FZ_NULL ? FZ_NULL : fz_raise(vm, type, format, text);
}

bool fz_is_index(const FzVm *vm, FzValue value)
{
    return fz_is_int_like(vm, fz_unwrap(vm, value)) ||
           fz_special(vm, value, FZ_NAME_index) != FZ_NULL;
}

FzValue fz_str_slice(FzVm *vm, FzValue text, FzValue slice)
{
    return fz_text_slice(vm, text, slice);
}

FzValue fz_str_get_item(FzVm *vm, FzValue text, FzValue key)
{
    int32_t index;
    if (fz_is_kind(vm, key, FZ_KIND_SLICE))
        return fz_text_slice(vm, text, key);
    if (!fz_is_index(vm, key))
        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "string indices must be integers, not '%t'", key);
    FzValue *slot = fz_push(vm, text);
    fz_push(vm, key);
    bool valid = fz_sequence_index(vm, slot, &index);
    vm->sp = slot;
    if (!valid)
        return FZ_NULL;
    text = *slot;
    uint32_t length = fz_str_length(vm, text);
    if (index < 0)
        index += (int32_t)length;
    if (index < 0 || (uint32_t)index >= length)
        return fz_raise(vm, FZ_TYPE_INDEX_ERROR, "string index out of range");
    uint32_t next;
    return fz_str_char_at(vm, text, fz_str_offset(vm, text, (uint32_t)index), &next);
}

int fz_str_contains(FzVm *vm, FzValue text, FzValue item)
{
    FzText hay;
    FzText needle;
    FzValue plain = fz_unwrap(vm, item);
    if (!fz_is_kind(vm, plain, FZ_KIND_STR)) {
        fz_raise(vm, FZ_TYPE_TYPE_ERROR, "'in <string>' requires string as left operand, not %t",
                 item);
        return -1;
    }
    fz_text_view(vm, text, &hay);
    fz_text_view(vm, plain, &needle);
    return fz_search(hay, needle, 0) != FZ_NOWHERE;
}

FzValue fz_str_binary(FzVm *vm, FzBinary op, FzValue a, FzValue b)
{
    if (FZ_HAS_BINARY(FZ_BINARY_MULTIPLY) && op == FZ_BINARY_MULTIPLY)
        return fz_is_kind(vm, a, FZ_KIND_STR) ? fz_text_repeat(vm, a, b) : fz_text_repeat(vm, b, a);
    FzValue plain = fz_unwrap(vm, b);
    if (fz_is_kind(vm, plain, FZ_KIND_STR))
        return fz_str_concat(vm, a, plain);
    return fz_raise(vm, FZ_TYPE_TYPE_ERROR, "can only concatenate str (not \"%t\") to str", b);
}
