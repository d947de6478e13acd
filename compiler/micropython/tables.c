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

uint32_t static_qstr(const char *text, uint32_t size)
{
    for (size_t i = 0; i < sizeof static_qstrs / sizeof static_qstrs[0]; i++)
        if (static_qstrs[i].size == size && memcmp(static_qstrs[i].text, text, size) == 0)
            return static_qstrs[i].id;
    return 0;
}

bool tables_is_name(const Constant *constant) { return constant->text.size <= TABLE_TEXT_LIMIT; }

static uint32_t hash_text(const char *text, uint32_t size)
{
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < size; i++)
        hash = (hash ^ (uint8_t)text[i]) * 16777619u;
    return hash;
}

static uint32_t *text_slot(const Tables *tables, const char *text, uint32_t size)
{
    uint32_t mask = tables->text_slot_count - 1;
    uint32_t at = hash_text(text, size) & mask;
    for (; tables->text_slots[at]; at = (at + 1) & mask) {
        const TableText *entry = &tables->texts.items[tables->text_slots[at] - 1];
        if (entry->size == size && memcmp(entry->text, text, size) == 0)
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
        *text_slot(tables, tables->texts.items[i].text, tables->texts.items[i].size) = i + 1;
}

static void grow_objects(Tables *tables)
{
    tables->object_slot_count = tables->object_slot_count ? tables->object_slot_count * 2 : 16;
    tables->object_slots = ARENA_NEW_ARRAY(tables->arena, uint32_t, tables->object_slot_count);
    for (uint32_t i = 0; i < tables->objects.count; i++)
        *object_slot(tables, tables->objects.items[i].constant) = i + 1;
}

static void use_text(Tables *tables, const char *text, uint32_t size)
{
    if ((tables->texts.count + 1) * 4 > tables->text_slot_count * 3)
        grow_texts(tables);
    uint32_t *slot = text_slot(tables, text, size);
    if (*slot == 0) {
        TableText entry = {.text = text, .size = size, .static_id = static_qstr(text, size)};
        VEC_PUSH(tables->arena, &tables->texts, entry);
        *slot = tables->texts.count;
    }
    tables->texts.items[*slot - 1].uses++;
}

static void use_object(Tables *tables, const Constant *constant)
{
    if ((tables->objects.count + 1) * 4 > tables->object_slot_count * 3)
        grow_objects(tables);
    uint32_t *slot = object_slot(tables, constant);
    if (*slot == 0) {
        VEC_PUSH(tables->arena, &tables->objects, (TableObject){.constant = constant});
        *slot = tables->objects.count;
    }
    tables->objects.items[*slot - 1].uses++;
}

static void collect(Tables *tables, const V6Function *function)
{
    use_text(tables, function->name->text, function->name->size);
    for (uint32_t i = 0; i < function->arg_names.count; i++)
        use_text(tables, function->arg_names.items[i]->text, function->arg_names.items[i]->size);
    for (uint32_t i = 0; i < function->code.count; i++) {
        const V6Inst *inst = &function->code.items[i];
        if (v6_operand(inst->op) == V6_OPERAND_QSTR)
            use_text(tables, inst->name->text, inst->name->size);
        else if (inst->op == V6_LOAD_CONST_OBJ)
            use_object(tables, inst->constant);
        else if (inst->op == V6_LOAD_TEXT && tables_is_name(inst->constant))
            use_text(tables, inst->constant->text.bytes, inst->constant->text.size);
        else if (inst->op == V6_LOAD_TEXT)
            use_object(tables, inst->constant);
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

void tables_collect(Tables *tables, Arena *arena, const char *file_name, const V6Function *top)
{
    *tables = (Tables){.arena = arena};
    use_text(tables, file_name, (uint32_t)strlen(file_name));
    collect(tables, top);
    number_all(tables);
}

uint32_t tables_text(const Tables *tables, const char *text, uint32_t size)
{
    return tables->texts.items[*text_slot(tables, text, size) - 1].index;
}

uint32_t tables_object(const Tables *tables, const Constant *constant)
{
    return tables->objects.items[*object_slot(tables, constant) - 1].index;
}
