// SPDX-License-Identifier: MIT
// Hash tables as the runtime searches them: entries in order, then an index of cells found
// as object.h says. Hashes of str and small int are known here; sets with
// other elements are noted and their index is made by the runtime's own hash (image.c).
#include "table.h"

static void set_cell(uint8_t *index, uint32_t capacity, uint32_t slot, uint32_t number)
{
    uint32_t width = fz_table_index_size(capacity) / fz_table_slots(capacity);
    for (uint32_t i = 0; i < width; i++)
        index[slot * width + i] = (uint8_t)(number >> 8 * i);
}

static bool is_free(const uint8_t *index, uint32_t capacity, uint32_t slot)
{
    uint32_t width = fz_table_index_size(capacity) / fz_table_slots(capacity);
    for (uint32_t i = 0; i < width; i++)
        if (index[slot * width + i])
            return false;
    return true;
}

void table_insert(uint8_t *index, uint32_t capacity, uint32_t hash, uint32_t entry)
{
    uint32_t mask = fz_table_slots(capacity) - 1;
    uint32_t place = fz_table_place(hash);
    while (!is_free(index, capacity, place & mask))
        place = fz_table_next(place);
    set_cell(index, capacity, place & mask, entry + 1);
}

// The hash of a value as far as it is known without the runtime.
static bool known_hash(ImageWriter *writer, FzValue value, uint32_t *hash)
{
    if (fz_is_int(value)) {
        *hash = (uint32_t)fz_to_int(value);
        return true;
    }
    uint32_t header = writer_get(writer, value, 0);
    if (fz_header_kind(header) != FZ_KIND_STR)
        return false;
    *hash = fz_hash_text(writer_bytes(writer, value, 1) + 2, fz_header_count(header));
    return true;
}

FzValue writer_dict(ImageWriter *writer, const DictEntry *entries, uint32_t count)
{
    if (count == 0 && writer->empty_dict != FZ_NULL)
        return writer->empty_dict; // nothing can be added to a dict in ROM
    FzValue dict = writer_object(writer, FZ_KIND_DICT, 0, count);
    if (count == 0) {
        writer->empty_dict = dict;
        return dict;
    }
    FzValue table = writer_object(writer, FZ_KIND_TABLE, FZ_HEADER_A, count);
    writer_set(writer, dict, 1, table);
    for (uint32_t i = 0; i < count; i++) {
        writer_set(writer, table, 1 + 2 * i, entries[i].key);
        writer_set(writer, table, 2 + 2 * i, entries[i].value);
    }
    for (uint32_t i = 0; i < count && count > FZ_TABLE_LINEAR; i++) {
        uint32_t hash = 0;
        known_hash(writer, entries[i].key, &hash);
        table_insert(writer_bytes(writer, table, 1 + 2 * count), count, hash, i);
    }
    return dict;
}

FzValue writer_frozenset(ImageWriter *writer, const FzValue *items, uint32_t count)
{
    FzValue set = writer_object(writer, FZ_KIND_FROZENSET, 0, count);
    if (count == 0)
        return set;
    FzValue table = writer_object(writer, FZ_KIND_TABLE, 0, count);
    writer_set(writer, set, 1, table);
    bool is_known = true;
    uint32_t *hashes = ARENA_NEW_ARRAY(writer->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) {
        writer_set(writer, table, 1 + i, items[i]);
        is_known = is_known && known_hash(writer, items[i], &hashes[i]);
    }
    if (count <= FZ_TABLE_LINEAR)
        return set;
    if (!is_known) {
        VEC_PUSH(writer->arena, &writer->unindexed, (UnindexedTable){table, count});
        return set;
    }
    for (uint32_t i = 0; i < count; i++)
        table_insert(writer_bytes(writer, table, 1 + count), count, hashes[i], i);
    return set;
}
