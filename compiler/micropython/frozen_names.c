// SPDX-License-Identifier: MIT
// The layout grows at its front: each module puts its file's name there, behind it those of its names
// that are not near enough already. Names that many modules have come first among them, for the next
// modules to reach. Which module is next is decided by how much of it is there, among the first few
// that are left.
#include "frozen_names.h"

#include "reader.h"

#include <stdlib.h>

enum { SHORT_LIMIT = 128, LONG_LIMIT = 16384, AHEAD = 32, NOWHERE = UINT32_MAX };

typedef struct {
    const Name *name;
    uint32_t modules; // that have it
    uint32_t last;    // its entry nearest to the front, or NOWHERE
} Text;

typedef struct {
    uint32_t index; // of the module
    uint32_t *texts;
    uint32_t count;
} Table;

typedef struct {
    Arena *arena;
    VEC(Text) texts;
    uint32_t *slots; // text by name: index + 1
    uint32_t slot_count;
    VEC(uint32_t) entries; // texts, the front at the end
    uint32_t *fresh;       // those of a table that have to be put at the front
    uint64_t *keys;        // to sort them
} Layout;

static uint32_t *slot_of(const Layout *layout, const Name *name)
{
    uint32_t at = name->hash & (layout->slot_count - 1);
    while (layout->slots[at] && layout->texts.items[layout->slots[at] - 1].name != name)
        at = (at + 1) & (layout->slot_count - 1);
    return &layout->slots[at];
}

static uint32_t text_number(Layout *layout, const Name *name)
{
    uint32_t *slot = slot_of(layout, name);
    if (*slot == 0) {
        VEC_PUSH(layout->arena, &layout->texts, (Text){name, 0, NOWHERE});
        *slot = layout->texts.count;
    }
    return *slot - 1;
}

static void read_table(Layout *layout, Names *names, const Tables *tables, Table *out)
{
    out->count = tables->texts.count;
    out->texts = ARENA_NEW_ARRAY(layout->arena, uint32_t, out->count + 1);
    for (uint32_t i = 0; i < out->count; i++) {
        const TableText *text = &tables->texts.items[tables->text_order[i]];
        uint32_t number = text_number(layout, names_intern(names, text->text, text->size));
        layout->texts.items[number].modules++;
        out->texts[i] = number;
    }
}

// Entries between the front and the text.
static uint32_t distance(const Layout *layout, uint32_t text)
{
    uint32_t last = layout->texts.items[text].last;
    return last == NOWHERE ? NOWHERE / 2 : layout->entries.count - 1 - last;
}

// The table's texts that are too far away when so many are put in front; indices from `first` on.
static uint32_t find_fresh(const Layout *layout, const Table *table, uint32_t first, uint32_t limit,
                           uint32_t *fresh)
{
    uint32_t count = 0;
    uint32_t before;
    do {
        before = count;
        count = 0;
        for (uint32_t i = first; i < table->count; i++)
            if (distance(layout, table->texts[i]) + first + before >= limit)
                fresh[count++] = table->texts[i];
    } while (count != before);
    return count;
}

// How many texts the table would add behind those that cannot be anywhere else.
static uint32_t fresh_of(const Layout *layout, const Table *table, uint32_t *fixed)
{
    *fixed = table->count <= SHORT_LIMIT ? 1 : table->count <= LONG_LIMIT ? SHORT_LIMIT : table->count;
    return find_fresh(layout, table, *fixed, *fixed == 1 ? SHORT_LIMIT : LONG_LIMIT, layout->fresh);
}

static uint32_t best_of(const Layout *layout, const Table *tables, uint32_t count)
{
    uint32_t best = 0;
    uint64_t best_score = 0;
    for (uint32_t i = 0; i < count && i < AHEAD; i++) {
        uint32_t fixed;
        uint64_t shared = tables[i].count - fresh_of(layout, &tables[i], &fixed) - fixed;
        uint64_t score = shared * shared * 1024 / (tables[i].count + 1);
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

static int by_value(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;
    return (left > right) - (left < right);
}

// Those of most modules first.
static void sort_fresh(Layout *layout, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t text = layout->fresh[i];
        layout->keys[i] = (uint64_t)(UINT32_MAX - layout->texts.items[text].modules) << 32 | text;
    }
    qsort(layout->keys, count, sizeof *layout->keys, by_value);
    for (uint32_t i = 0; i < count; i++)
        layout->fresh[i] = (uint32_t)layout->keys[i];
}

static void put_front(Layout *layout, uint32_t text)
{
    VEC_PUSH(layout->arena, &layout->entries, text);
    layout->texts.items[text].last = layout->entries.count - 1;
}

static void lay_table(Layout *layout, const Table *table, FrozenNames *out)
{
    uint32_t fixed;
    uint32_t count = fresh_of(layout, table, &fixed);
    sort_fresh(layout, count);
    for (uint32_t i = count; i-- > 0;)
        put_front(layout, layout->fresh[i]);
    for (uint32_t i = fixed; i-- > 0;)
        put_front(layout, table->texts[i]);
    uint32_t *number = ARENA_NEW_ARRAY(layout->arena, uint32_t, table->count + 1);
    for (uint32_t i = fixed; i < table->count; i++)
        number[i] = distance(layout, table->texts[i]);
    for (uint32_t i = 0; i < fixed && i < table->count; i++)
        number[i] = i;
    out->number[table->index] = number;
    out->begin[table->index] = layout->entries.count; // from the end
}

void frozen_lay_names(Arena *arena, Names *names, const FrozenModules *modules, FrozenNames *out)
{
    Layout layout = {.arena = arena, .slot_count = 64};
    Table *tables = ARENA_NEW_ARRAY(arena, Table, modules->count + 1);
    uint32_t total = 0;
    for (uint32_t i = 0; i < modules->count; i++)
        total += modules->items[i].code.tables.texts.count;
    while (layout.slot_count < total * 2)
        layout.slot_count *= 2;
    layout.slots = ARENA_NEW_ARRAY(arena, uint32_t, layout.slot_count);
    layout.keys = ARENA_NEW_ARRAY(arena, uint64_t, total + 1);
    layout.fresh = ARENA_NEW_ARRAY(arena, uint32_t, total + 1);
    out->begin = ARENA_NEW_ARRAY(arena, uint32_t, modules->count + 1);
    out->number = ARENA_NEW_ARRAY(arena, uint32_t *, modules->count + 1);
    for (uint32_t i = 0; i < modules->count; i++) {
        tables[i].index = i;
        read_table(&layout, names, &modules->items[i].code.tables, &tables[i]);
    }
    for (uint32_t left = modules->count; left > 0; left--) {
        uint32_t best = best_of(&layout, tables, left);
        lay_table(&layout, &tables[best], out);
        memmove(tables + best, tables + best + 1, (left - best - 1) * sizeof *tables);
    }
    out->count = layout.entries.count;
    out->entries = ARENA_NEW_ARRAY(arena, const Name *, out->count + 1);
    for (uint32_t i = 0; i < out->count; i++)
        out->entries[i] = layout.texts.items[layout.entries.items[out->count - 1 - i]].name;
    for (uint32_t i = 0; i < modules->count; i++)
        out->begin[i] = out->count - out->begin[i];
}

// ---- functions

// Writes the number that stands for the one that `code` has read from `from` on, in as many bytes.
static void put_number(const Reader *code, const uint8_t *from, uint32_t number, uint8_t *out)
{
    uint32_t size = (uint32_t)(code->at - from);
    for (uint32_t i = 0; i < size; i++)
        out[i] = (uint8_t)((number >> 7 * (size - 1 - i) & 127) | (i + 1 < size ? 128u : 0u));
}

void frozen_renumber(const V6Function *function, const uint32_t *number, uint8_t *out)
{
    const uint8_t *bytes = function->bytes;
    Reader code = {bytes, bytes + function->size, NULL};
    memcpy(out, bytes, function->size);
    Prelude prelude = take_prelude(&code);
    Reader info = code;
    take_bytes(&code, prelude.info + prelude.cells);
    for (uint32_t i = 0; i < 1 + prelude.args + prelude.kwonly; i++) {
        const uint8_t *from = info.at;
        uint32_t old = (uint32_t)take_uint(&info);
        put_number(&info, from, number[old], out + (from - bytes));
    }
    while (code.at < code.end) {
        const uint8_t *from = code.at + 1;
        uint32_t byte = take_instruction(&code);
        if (v6_operand((V6Op)byte) != V6_OPERAND_QSTR)
            continue;
        Reader operand = {from, code.end, NULL};
        uint32_t old = (uint32_t)take_uint(&operand);
        put_number(&operand, from, number[old], out + (from - bytes));
    }
}
