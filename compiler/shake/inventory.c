// SPDX-License-Identifier: MIT
// The inventory of an image that was made from a VM: names and sizes of what was placed.
#include "../../runtime_stub/vm/frame.h"
#include "../image/measure.h"
#include "../link/catalogue.h"
#include "shake.h"

#include <ctype.h>

typedef struct {
    const Freeze *freeze;
    Arena *arena;
    Inventory *out;
    uint32_t *rom_items; // of each word of P0: 1 + item
    uint32_t *ram_items;
    uint32_t *placed;    // of each word of the new image: 1 + item
} Stock;

static uint32_t *item_of(const Stock *stock, FzValue value)
{
    return fz_is_rom(value) ? &stock->rom_items[(value - 2) / 4] : &stock->ram_items[value / 4];
}

static const char *str_text(const Stock *stock, FzValue str)
{
    return arena_format(stock->arena, "%.*s", (int)fz_count_of(stock->freeze->vm, str),
                        FZ_STR(stock->freeze->vm, str)->text);
}

static const char *code_text(const Stock *stock, FzValue code)
{
    const FzVm *vm = stock->freeze->vm;
    const char *module = str_text(stock, FZ_MODULE(vm, FZ_CODE(vm, code)->module)->name);
    if (fz_code_flags(FZ_CODE(vm, code)) & FZ_CODE_MODULE)
        return arena_format(stock->arena, "%s (top level)", module);
    return arena_format(stock->arena, "%s.%s", module, str_text(stock, FZ_CODE(vm, code)->qualname));
}

static FzValue user_of(const Freeze *freeze, FzValue value)
{
    return fz_is_rom(value) ? freeze->rom_users[(value - 2) / 4] : freeze->ram_users[value / 4];
}

static const char *kind_text(const Stock *stock, FzValue value)
{
    const char *upper = image_kind_name(fz_kind_of(stock->freeze->vm, value));
    char *lower = arena_alloc(stock->arena, strlen(upper) + 1);
    for (size_t i = 0; i <= strlen(upper); i++)
        lower[i] = (char)tolower((unsigned char)upper[i]);
    return lower;
}

// The variable of a module that has the value, or NULL.
static const char *variable_text(const Stock *stock, FzValue module, FzValue value)
{
    const Freeze *freeze = stock->freeze;
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    if (!shake_is_python(freeze, module))
        return NULL;
    while (fz_dict_entry(freeze->vm, FZ_MODULE(freeze->vm, module)->dict, &at, &name, &slot))
        if (freeze_global(freeze, freeze_module_of(freeze, module), (uint32_t)fz_to_int(slot)) == value)
            return arena_format(stock->arena, "%s.%s",
                                str_text(stock, FZ_MODULE(freeze->vm, module)->name),
                                str_text(stock, name));
    return NULL;
}

static const char *class_text(const Stock *stock, FzValue cls)
{
    const FzVm *vm = stock->freeze->vm;
    FzValue name = FZ_CLASS(vm, cls)->name;
    return fz_is_kind(vm, name, FZ_KIND_CODE) ? code_text(stock, name) : str_text(stock, name);
}

static const char *name_text(const Stock *stock, FzValue value, const Item *user)
{
    const FzVm *vm = stock->freeze->vm;
    FzValue holder = user_of(stock->freeze, value);
    const char *found = NULL;
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_STR:
        return arena_format(stock->arena, "'%s'", str_text(stock, value));
    case FZ_KIND_CODE:
        return code_text(stock, value);
    case FZ_KIND_FUNCTION:
        return code_text(stock, fz_function_code(vm, value));
    case FZ_KIND_CLASS:
        return class_text(stock, value);
    case FZ_KIND_MODULE:
        return str_text(stock, FZ_MODULE(vm, value)->name);
    case FZ_KIND_NATIVE: {
        FzTypeId type = (FzTypeId)fz_count_of(vm, value);
        const char *name = str_text(stock, FZ_NATIVE(vm, value)->name);
        return type == FZ_TYPE_NONE
                   ? name
                   : arena_format(stock->arena, "%s.%s", catalogue_type(type)->name, name);
    }
    default:
        break;
    }
    if (holder != FZ_NULL && fz_is_kind(vm, holder, FZ_KIND_MODULE))
        found = variable_text(stock, holder, value);
    if (found)
        return found;
    return user ? arena_format(stock->arena, "%s in %s", kind_text(stock, value), user->name)
                : kind_text(stock, value);
}

// The module that an object belongs to: that of the nearest code or module on the way to it.
static const char *module_text(const Stock *stock, FzValue value)
{
    const FzVm *vm = stock->freeze->vm;
    for (uint32_t steps = 0; value != FZ_NULL && steps < 1000; steps++) {
        FzKind kind = fz_kind_of(vm, value);
        if (kind == FZ_KIND_NATIVE || (kind == FZ_KIND_CLASS && fz_class_flags(vm, value) & FZ_CLASS_NATIVE))
            return "(runtime)";
        if (kind == FZ_KIND_FUNCTION)
            value = fz_function_code(vm, value);
        else if (kind == FZ_KIND_CLASS && fz_is_kind(vm, FZ_CLASS(vm, value)->name, FZ_KIND_CODE))
            value = FZ_CLASS(vm, value)->name;
        if (fz_is_kind(vm, value, FZ_KIND_CODE))
            value = FZ_CODE(vm, value)->module;
        if (fz_is_kind(vm, value, FZ_KIND_MODULE))
            return shake_is_python(stock->freeze, value) ? str_text(stock, FZ_MODULE(vm, value)->name)
                                                         : "(runtime)";
        value = user_of(stock->freeze, value);
    }
    return "(runtime)";
}

static uint32_t bytes_at(const Stock *stock, FzValue place)
{
    return fz_object_size(writer_get(&stock->freeze->writer, place, 0));
}

static uint32_t take(Stock *stock, FzValue value);

// The name by which a table gives the value, and who mentions it.
static void note_mention(Stock *stock, uint32_t index, FzValue value, FzValue table)
{
    const Freeze *freeze = stock->freeze;
    uint32_t at = 0;
    FzValue key;
    FzValue content;
    while (fz_dict_entry(freeze->vm, table, &at, &key, &content)) {
        if (content != value || !fz_is_rom(key) || !fz_is_kind(freeze->vm, key, FZ_KIND_STR))
            continue;
        FzValue mentioner = freeze->name_users[(key - 2) / 4];
        uint32_t item = mentioner == FZ_NULL || fz_is_kind(freeze->vm, mentioner, FZ_KIND_STR)
                            ? (uint32_t)ITEM_NONE
                            : take(stock, mentioner);
        stock->out->items.items[index].mention = str_text(stock, key);
        stock->out->items.items[index].mentioner = item;
        return;
    }
}

static FzValue place_in(const Stock *stock, FzValue value)
{
    const Freeze *freeze = stock->freeze;
    return fz_is_rom(value) ? freeze->rom_places[(value - 2) / 4] : freeze->ram_places[value / 4];
}

// The item of an object whose user has one; ITEM_NONE when it is not in the image.
static uint32_t take_one(Stock *stock, FzValue value)
{
    const Freeze *freeze = stock->freeze;
    FzValue place = place_in(stock, value);
    uint32_t *known = item_of(stock, value);
    if (*known)
        return *known - 1;
    if (place == FZ_NULL)
        return ITEM_NONE;
    if (stock->placed[(place - 2) / 4]) // an equal text
        return stock->placed[(place - 2) / 4] - 1;
    uint32_t index = stock->out->items.count;
    *known = stock->placed[(place - 2) / 4] = index + 1;
    VEC_PUSH(stock->arena, &stock->out->items, (Item){.user = ITEM_NONE, .mentioner = ITEM_NONE});
    FzValue holder = user_of(freeze, value);
    uint32_t user = holder == FZ_NULL ? (uint32_t)ITEM_NONE : take_one(stock, holder);
    Item item = {.kind = kind_text(stock, value),
                 .module = module_text(stock, value),
                 .bytes = bytes_at(stock, place),
                 .user = user,
                 .mentioner = ITEM_NONE};
    item.name = name_text(stock, value, user == ITEM_NONE ? NULL : &stock->out->items.items[user]);
    stock->out->items.items[index] = item;
    if (holder != FZ_NULL && fz_is_kind(freeze->vm, holder, FZ_KIND_DICT) &&
        shake_is_gate(freeze, holder))
        note_mention(stock, index, value, holder);
    return index;
}

// The same for any object: its users first, from the outermost one on.
static uint32_t take(Stock *stock, FzValue value)
{
    VEC(FzValue) chain = {0};
    for (FzValue at = value; at != FZ_NULL && *item_of(stock, at) == 0; at = user_of(stock->freeze, at))
        VEC_PUSH(stock->arena, &chain, at);
    uint32_t item = *item_of(stock, value) ? *item_of(stock, value) - 1 : (uint32_t)ITEM_NONE;
    while (chain.count > 0)
        item = take_one(stock, chain.items[--chain.count]);
    return item;
}

// Parts that the writer places behind an object: items of containers, dicts and pools of modules.
static void add_part(Stock *stock, FzValue value, FzValue part)
{
    uint32_t item = take(stock, value);
    if (part == FZ_NULL || fz_is_int(part) || item == ITEM_NONE || stock->placed[(part - 2) / 4])
        return;
    stock->placed[(part - 2) / 4] = item + 1;
    stock->out->items.items[item].bytes += bytes_at(stock, part);
}

static void add_parts(Stock *stock, FzValue value)
{
    const ImageWriter *writer = &stock->freeze->writer;
    FzValue place = place_in(stock, value);
    if (place < FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE)
        return;
    switch (fz_header_kind(writer_get(writer, place, 0))) {
    case FZ_KIND_LIST:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        add_part(stock, value, writer_get(writer, place, 1));
        return;
    case FZ_KIND_MODULE: {
        FzValue dict = writer_get(writer, place, 2);
        add_part(stock, value, dict);
        if (writer_get(writer, dict, 1) != FZ_NULL)
            add_part(stock, value, writer_get(writer, dict, 1));
        add_part(stock, value, writer_get(writer, place, 5));
        return;
    }
    default:
        return;
    }
}

// What only the writer knows of: the program's name, the array of attributes.
static void add_rest(Stock *stock, uint32_t objects_end)
{
    const ImageWriter *writer = &stock->freeze->writer;
    uint32_t at = FZ_SINGLETONS_OFF;
    while (at < objects_end) {
        uint32_t size = fz_object_size(writer->words.items[at / 4]);
        if (!stock->placed[at / 4])
            VEC_PUSH(stock->arena, &stock->out->items,
                     (Item){.name = at < FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE ? "(single object)" : "(image)",
                            .kind = "other", .module = "(runtime)", .bytes = size,
                            .user = ITEM_NONE, .mentioner = ITEM_NONE});
        at += size;
    }
}

void shake_inventory(const Freeze *freeze, uint32_t objects_end, Inventory *out)
{
    uint32_t rom = fz_image(freeze->vm)->objects_end / 4 + 1;
    uint32_t ram = (uint32_t)(freeze->vm->heap_next - freeze->vm->base[0]) / 4 + 1;
    Stock stock = {.freeze = freeze, .arena = freeze->arena, .out = out};
    *out = (Inventory){0};
    stock.rom_items = ARENA_NEW_ARRAY(freeze->arena, uint32_t, rom);
    stock.ram_items = ARENA_NEW_ARRAY(freeze->arena, uint32_t, ram);
    stock.placed = ARENA_NEW_ARRAY(freeze->arena, uint32_t, freeze->writer.words.count + 1);
    for (uint32_t i = 0; i < freeze->order.count; i++)
        if (place_in(&stock, freeze->order.items[i]) >= FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE)
            take(&stock, freeze->order.items[i]);
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        take(&stock, freeze->codes.items[i]->source);
    for (uint32_t i = 0; i < freeze->shells.count; i++)
        take(&stock, freeze->shells.items[i]);
    for (uint32_t i = 0; i < freeze->order.count; i++)
        add_parts(&stock, freeze->order.items[i]);
    add_rest(&stock, objects_end);
    out->total = freeze->writer.words.count * 4;
    out->tables = out->total - (objects_end - FZ_SINGLETONS_OFF);
    for (uint32_t i = 0; i < freeze->preinit->words.count; i++) {
        const PreinitWord *word = &freeze->preinit->words.items[i];
        VEC_PUSH(freeze->arena, &out->words,
                 (RamWord){word->module, word->name ? word->name : "(state)", word->why});
    }
}
