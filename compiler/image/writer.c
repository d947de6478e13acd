// SPDX-License-Identifier: MIT
// Appends objects and keeps account of the strings that are there.
#include "writer.h"

#include <assert.h>

static uint32_t word_of(FzValue object) { return (object - 2) / 4; }

FzValue writer_object(ImageWriter *writer, FzKind kind, uint32_t flags, uint32_t count)
{
    assert(count <= FZ_COUNT_MAX);
    uint32_t header = fz_header(kind, flags, count);
    FzValue value = writer->words.count * 4 + 2;
    VEC_PUSH(writer->arena, &writer->words, header);
    for (uint32_t i = 1; i < fz_object_size(header) / 4; i++)
        VEC_PUSH(writer->arena, &writer->words, 0);
    return value;
}

void writer_set(ImageWriter *writer, FzValue object, uint32_t word, uint32_t content)
{
    writer->words.items[word_of(object) + word] = content;
}

uint32_t writer_get(const ImageWriter *writer, FzValue object, uint32_t word)
{
    return writer->words.items[word_of(object) + word];
}

uint8_t *writer_bytes(ImageWriter *writer, FzValue object, uint32_t words)
{
    return (uint8_t *)&writer->words.items[word_of(object) + words];
}

static bool is_ascii(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

FzValue writer_str(ImageWriter *writer, const char *text, size_t size)
{
    if (size == 0)
        return FZ_EMPTY_STR;
    const Name *key = names_intern(&writer->texts, text, size);
    const NameEntry *known = name_map_find(&writer->strs, key);
    if (known)
        return known->value;
    uint32_t flags = is_ascii(text, size) ? FZ_HEADER_A : 0;
    FzValue value = writer_object(writer, FZ_KIND_STR, flags, (uint32_t)size);
    uint32_t hash = fz_hash_text((const uint8_t *)text, (uint32_t)size);
    uint8_t *bytes = writer_bytes(writer, value, 1);
    bytes[0] = (uint8_t)hash;
    bytes[1] = (uint8_t)(hash >> 8);
    memcpy(bytes + 2, text, size);
    name_map_add(writer->arena, &writer->strs, key, value);
    return value;
}

FzValue writer_name(ImageWriter *writer, const char *text, size_t size)
{
    FzValue value = writer_str(writer, text, size);
    if (size == 0)
        return value;
    writer_set(writer, value, 0, writer_get(writer, value, 0) | FZ_HEADER_B);
    name_map_add(writer->arena, &writer->interned, names_intern(&writer->texts, text, size), value);
    return value;
}

FzValue writer_name_of(ImageWriter *writer, const Name *name)
{
    return writer_name(writer, name->text, name->size);
}

FzValue writer_tuple(ImageWriter *writer, const FzValue *items, uint32_t count)
{
    if (count == 0)
        return FZ_EMPTY_TUPLE;
    FzValue tuple = writer_object(writer, FZ_KIND_TUPLE, 0, count);
    for (uint32_t i = 0; i < count; i++)
        writer_set(writer, tuple, 1 + i, items[i]);
    return tuple;
}
