// SPDX-License-Identifier: MIT
// The file: a mark, a sum over the rest, the key, then name, source and code of each module, each
// with its size in front. All numbers have four bytes in the order of the machine.
#include "mpy_cache.h"

#include "micropython/reader.h"

static const char mark[8] = "FZMPYC1";

enum { HEAD = sizeof mark + sizeof(uint64_t) };

// Finds damage, not forgery.
static uint64_t sum_of(const uint8_t *bytes, size_t size, uint64_t sum)
{
    while (size > 0) {
        uint64_t word = 0;
        size_t part = size < sizeof word ? size : sizeof word;
        memcpy(&word, bytes, part);
        sum = (sum ^ word) * UINT64_C(0x9e3779b97f4a7c15);
        sum ^= sum >> 29;
        bytes += part;
        size -= part;
    }
    return sum;
}

static Bytes take_sized(Reader *reader)
{
    uint32_t size = 0;
    const uint8_t *number = take_bytes(reader, sizeof size);
    if (number)
        memcpy(&size, number, sizeof size);
    const uint8_t *bytes = number ? take_bytes(reader, size) : NULL;
    return bytes ? (Bytes){.items = (uint8_t *)(uintptr_t)bytes, .count = size} : (Bytes){0};
}

static void read_entries(MpyCache *cache, Arena *arena, Reader *reader)
{
    while (!reader->fault && reader->at < reader->end) {
        Bytes name = take_sized(reader);
        MpyCacheEntry entry = {.source = take_sized(reader), .code = take_sized(reader)};
        if (reader->fault)
            return;
        entry.name = arena_copy(arena, (const char *)name.items, name.count);
        VEC_PUSH(arena, &cache->entries, entry);
    }
}

void mpy_cache_read(MpyCache *cache, Arena *arena, const char *path, const char *tool,
                    const MpySetOptions *options)
{
    *cache = (MpyCache){.key = arena_format(arena, "%s, %u bits%s%s", tool,
                                            (unsigned)options->int_bits,
                                            options->keeps_asserts ? ", asserts" : "",
                                            options->lines ? ", lines" : "")};
    Source file;
    if (source_read(arena, path, &file) != SOURCE_OK || file.size < HEAD ||
        memcmp(file.text, mark, sizeof mark) != 0)
        return;
    const uint8_t *begin = (const uint8_t *)file.text;
    uint64_t sum;
    memcpy(&sum, begin + sizeof mark, sizeof sum);
    if (sum != sum_of(begin + HEAD, file.size - HEAD, file.size))
        return;
    Reader reader = {begin + HEAD, begin + file.size, NULL};
    Bytes key = take_sized(&reader);
    if (!reader.fault && key.count == strlen(cache->key) &&
        memcmp(key.items, cache->key, key.count) == 0)
        read_entries(cache, arena, &reader);
}

static const MpyCacheEntry *find(const MpyCache *cache, uint32_t index, const char *name)
{
    if (index < cache->entries.count && strcmp(cache->entries.items[index].name, name) == 0)
        return &cache->entries.items[index];
    for (uint32_t i = 0; i < cache->entries.count; i++)
        if (strcmp(cache->entries.items[i].name, name) == 0)
            return &cache->entries.items[i];
    return NULL;
}

bool mpy_cache_take(const MpyCache *cache, uint32_t index, MpySetModule *module)
{
    const MpyCacheEntry *entry = find(cache, index, module->item.name);
    CompiledModule *unit = &module->unit;
    if (!entry || source_read(&unit->arena, module->item.path, &unit->file) != SOURCE_OK ||
        unit->file.size != entry->source.count ||
        memcmp(unit->file.text, entry->source.items, entry->source.count) != 0 ||
        !mpy_read(&unit->arena, entry->code.items, entry->code.count, &module->code))
        return false;
    module->cached = entry->code.items;
    module->cached_size = entry->code.count;
    return true;
}

static void put_sized(Arena *arena, Bytes *out, const void *bytes, uint32_t size)
{
    const uint32_t room = (uint32_t)sizeof size + size;
    if (out->capacity - out->count < room)
        out->items = vec_grow(arena, out->items, out->count, &out->capacity, out->count + room, 1);
    memcpy(out->items + out->count, &size, sizeof size);
    if (size)
        memcpy(out->items + out->count + sizeof size, bytes, size);
    out->count += room;
}

static void put_module(Arena *arena, Bytes *out, MpySetModule *module)
{
    const CompiledModule *unit = &module->unit;
    Bytes code = {0};
    if (unit->diags.list.count > 0)
        return;
    if (!module->cached)
        mpy_write(&module->unit.arena, &module->code, &module->input.options, &code);
    put_sized(arena, out, module->item.name, (uint32_t)strlen(module->item.name));
    put_sized(arena, out, unit->file.text, unit->file.size);
    put_sized(arena, out, module->cached ? module->cached : code.items,
              module->cached ? module->cached_size : code.count);
}

void mpy_cache_write(const MpyCache *cache, const MpySet *set, FILE *out)
{
    Arena arena = {0};
    Bytes bytes = {0};
    put_sized(&arena, &bytes, cache->key, (uint32_t)strlen(cache->key));
    for (uint32_t i = 0; i < set->modules.count; i++)
        put_module(&arena, &bytes, set->modules.items[i]);
    uint64_t sum = sum_of(bytes.items, bytes.count, HEAD + bytes.count);
    fwrite(mark, 1, sizeof mark, out);
    fwrite(&sum, 1, sizeof sum, out);
    fwrite(bytes.items, 1, bytes.count, out);
    arena_free(&arena);
}
