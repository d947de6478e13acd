// SPDX-License-Identifier: MIT
// Collecting and numbering. Entries used more often come first, ties in order of first mention, so
// the same source gives the same file.
#include "tables.h"

#include <stdlib.h>

static const struct {
    uint32_t id;
    uint32_t size;
    const char *text;
} static_qstrs[] = {
#define STATIC_QSTR(number, text) {number, sizeof text - 1, text},
#include "static_qstrs.def"
#undef STATIC_QSTR
};

enum { STATIC_COUNT = sizeof static_qstrs / sizeof static_qstrs[0], STATIC_SLOTS = 512 };

_Static_assert(STATIC_COUNT < 255, "a row's number and one fit a byte");

bool tables_is_name(const Constant *constant) { return constant->text.size <= TABLE_TEXT_LIMIT; }

static bool is_text(const char *a, uint32_t a_size, const char *b, uint32_t b_size)
{
    return a_size == b_size && (a == b || memcmp(a, b, a_size) == 0);
}

static uint8_t *static_slot(const Tables *tables, const TableText *key)
{
    uint32_t at = key->hash & (STATIC_SLOTS - 1);
    for (; tables->static_slots[at]; at = (at + 1) & (STATIC_SLOTS - 1)) {
        uint32_t row = tables->static_slots[at] - 1u;
        if (is_text(static_qstrs[row].text, static_qstrs[row].size, key->text, key->size))
            break;
    }
    return &tables->static_slots[at];
}

static void list_static(Tables *tables)
{
    tables->static_slots = ARENA_NEW_ARRAY(tables->arena, uint8_t, STATIC_SLOTS);
    for (uint32_t i = 0; i < STATIC_COUNT; i++) {
        TableText key = {.text = static_qstrs[i].text, .size = static_qstrs[i].size};
        key.hash = names_hash(key.text, key.size);
        *static_slot(tables, &key) = (uint8_t)(i + 1);
    }
}

// The fixed number of a text in .mpy files, or 0.
static uint32_t static_qstr(const Tables *tables, const TableText *key)
{
    uint32_t row = *static_slot(tables, key);
    return row ? static_qstrs[row - 1].id : 0;
}

static uint32_t *text_slot(const Tables *tables, const TableText *key)
{
    uint32_t mask = tables->text_slot_count - 1;
    uint32_t at = key->hash & mask;
    for (; tables->text_slots[at]; at = (at + 1) & mask) {
        const TableText *entry = &tables->texts.items[tables->text_slots[at] - 1];
        if (entry->hash == key->hash && is_text(entry->text, entry->size, key->text, key->size))
            break;
    }
    return &tables->text_slots[at];
}

static uint32_t *object_slot(const Tables *tables, const Constant *constant)
{
    uint32_t mask = tables->object_slot_count - 1;
    uint32_t at = constant_hash(constant) & mask;
    while (tables->object_slots[at] &&
           !constant_same(tables->objects.items[tables->object_slots[at] - 1].constant, constant))
        at = (at + 1) & mask;
    return &tables->object_slots[at];
}

static void grow_texts(Tables *tables)
{
    tables->text_slot_count = tables->text_slot_count ? tables->text_slot_count * 2 : 64;
    tables->text_slots = ARENA_NEW_ARRAY(tables->arena, uint32_t, tables->text_slot_count);
    for (uint32_t i = 0; i < tables->texts.count; i++)
        *text_slot(tables, &tables->texts.items[i]) = i + 1;
}

static void grow_objects(Tables *tables)
{
    tables->object_slot_count = tables->object_slot_count ? tables->object_slot_count * 2 : 16;
    tables->object_slots = ARENA_NEW_ARRAY(tables->arena, uint32_t, tables->object_slot_count);
    for (uint32_t i = 0; i < tables->objects.count; i++)
        *object_slot(tables, tables->objects.items[i].constant) = i + 1;
}

static uint32_t use_text(Tables *tables, const char *text, uint32_t size, uint32_t hash)
{
    TableText key = {.text = text, .hash = hash, .size = size};
    if ((tables->texts.count + 1) * 4 > tables->text_slot_count * 3)
        grow_texts(tables);
    uint32_t *slot = text_slot(tables, &key);
    if (*slot == 0) {
        key.static_id = static_qstr(tables, &key);
        VEC_PUSH(tables->arena, &tables->texts, key);
        *slot = tables->texts.count;
    }
    tables->texts.items[*slot - 1].uses++;
    return *slot - 1;
}

static uint32_t use_name(Tables *tables, const Name *name)
{
    return use_text(tables, name->text, name->size, name->hash);
}

static uint32_t use_object(Tables *tables, const Constant *constant)
{
    if ((tables->objects.count + 1) * 4 > tables->object_slot_count * 3)
        grow_objects(tables);
    uint32_t *slot = object_slot(tables, constant);
    if (*slot == 0) {
        VEC_PUSH(tables->arena, &tables->objects, (TableObject){.constant = constant});
        *slot = tables->objects.count;
    }
    tables->objects.items[*slot - 1].uses++;
    return *slot - 1;
}

static uint32_t use_constant(Tables *tables, const V6Inst *inst)
{
    const Constant *constant = inst->constant;
    if (inst->op != V6_LOAD_TEXT || !tables_is_name(constant))
        return use_object(tables, constant);
    uint32_t size = constant->text.size;
    return use_text(tables, constant->text.bytes, size, names_hash(constant->text.bytes, size));
}

static void collect(Tables *tables, V6Function *function)
{
    use_name(tables, function->name);
    for (uint32_t i = 0; i < function->arg_names.count; i++)
        use_name(tables, function->arg_names.items[i]);
    for (uint32_t i = 0; i < function->code.count; i++) {
        V6Inst *inst = &function->code.items[i];
        if (v6_operand(inst->op) == V6_OPERAND_QSTR)
            inst->entry = use_name(tables, inst->name);
        else if (inst->op == V6_LOAD_CONST_OBJ || inst->op == V6_LOAD_TEXT)
            inst->entry = use_constant(tables, inst);
    }
    for (uint32_t i = 0; i < function->children.count; i++)
        collect(tables, function->children.items[i]);
}

typedef struct {
    uint32_t uses, entry;
} Rank;

static int by_uses(const void *a, const void *b)
{
    const Rank *left = a;
    const Rank *right = b;
    if (left->uses != right->uses)
        return left->uses > right->uses ? -1 : 1;
    return left->entry < right->entry ? -1 : left->entry > right->entry;
}

static uint32_t *order(Tables *tables, Rank *ranks, uint32_t count)
{
    uint32_t *entries = ARENA_NEW_ARRAY(tables->arena, uint32_t, count + 1);
    qsort(ranks, count, sizeof *ranks, by_uses);
    for (uint32_t i = 0; i < count; i++)
        entries[i] = ranks[i].entry;
    return entries;
}

static void number_all(Tables *tables)
{
    uint32_t text_count = tables->texts.count;
    uint32_t object_count = tables->objects.count;
    Rank *ranks = ARENA_NEW_ARRAY(tables->arena, Rank, text_count + object_count + 1);
    for (uint32_t i = 0; i < text_count; i++)
        ranks[i] = (Rank){i == 0 ? UINT32_MAX : tables->texts.items[i].uses, i};
    tables->text_order = order(tables, ranks, text_count);
    for (uint32_t i = 0; i < object_count; i++)
        ranks[i] = (Rank){tables->objects.items[i].uses, i};
    tables->object_order = order(tables, ranks, object_count);
    for (uint32_t i = 0; i < text_count; i++)
        tables->texts.items[tables->text_order[i]].index = i;
    for (uint32_t i = 0; i < object_count; i++)
        tables->objects.items[tables->object_order[i]].index = i;
}

void tables_collect(Tables *tables, Arena *arena, const char *file_name, V6Function *top)
{
    *tables = (Tables){.arena = arena};
    list_static(tables);
    uint32_t size = (uint32_t)strlen(file_name);
    use_text(tables, file_name, size, names_hash(file_name, size));
    collect(tables, top);
    number_all(tables);
}

uint32_t tables_name(const Tables *tables, const Name *name)
{
    TableText key = {.text = name->text, .hash = name->hash, .size = name->size};
    return tables->texts.items[*text_slot(tables, &key) - 1].index;
}
