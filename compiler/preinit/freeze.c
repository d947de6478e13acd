// SPDX-License-Identifier: MIT
// Writes a VM that ran at build time as an image: first every object gets its place, what can never be
// written before what can, then the words are filled in with references to the new places.
#include "freeze.h"

#include "../../runtime_stub/vm/frame.h"
#include "../image/table.h"
#include "../shake/shake.h"
#include "edits.h"
#include "flashfreeze/opcodes.h"

static FzValue *place_of(const Freeze *freeze, FzValue value)
{
    return fz_is_rom(value) ? &freeze->rom_places[(value - 2) / 4] : &freeze->ram_places[value / 4];
}

// The value of the new image that stands for a source.
static FzValue moved(const Freeze *freeze, FzValue value)
{
    if (value == FZ_NULL || fz_is_int(value) ||
        (fz_is_rom(value) && value < FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE))
        return value;
    return *place_of(freeze, value);
}

static bool is_mutable(const Freeze *freeze, FzValue value)
{
    if (fz_is_rom(value))
        return false;
    switch (fz_kind_of(freeze->vm, value)) {
    case FZ_KIND_LIST:
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_INSTANCE:
    case FZ_KIND_CELL:
    case FZ_KIND_CLASS:
    case FZ_KIND_EXT:
        return true;
    default:
        return false;
    }
}

static bool is_python_module(const Freeze *freeze, FzValue value)
{
    return fz_is_kind(freeze->vm, value, FZ_KIND_MODULE) &&
           freeze_module_of(freeze, value)->flags != NULL;
}

static uint32_t live_entries(const Freeze *freeze, FzValue table)
{
    uint32_t count = 0;
    uint32_t at = 0;
    FzValue key;
    FzValue content = FZ_NULL;
    while (fz_dict_entry(freeze->vm, table, &at, &key, &content))
        count += shake_keeps(freeze, table, key, content);
    return count;
}

// ---- places

static FzValue place_text(Freeze *freeze, FzValue value)
{
    const FzStr *str = FZ_STR(freeze->vm, value);
    const char *text = (const char *)str->text;
    uint32_t size = fz_header_count(str->header);
    return str->header & FZ_HEADER_B ? writer_name(&freeze->writer, text, size)
                                     : writer_str(&freeze->writer, text, size);
}

// Empty ones of these are singletons.
static FzValue place_counted(Freeze *freeze, FzValue value, FzValue empty)
{
    uint32_t header = fz_header_of(freeze->vm, value);
    if (fz_header_count(header) == 0)
        return empty;
    return writer_object(&freeze->writer, fz_header_kind(header), 0, fz_header_count(header));
}

// The object itself, without the items of a container.
static void place_object(Freeze *freeze, FzValue value)
{
    uint32_t header = fz_header_of(freeze->vm, value);
    uint32_t count = fz_header_count(header);
    FzKind kind = fz_header_kind(header);
    FzValue *place = place_of(freeze, value);
    switch (kind) {
    case FZ_KIND_STR:
        *place = place_text(freeze, value);
        return;
    case FZ_KIND_BYTES:
        *place = place_counted(freeze, value, FZ_EMPTY_BYTES);
        return;
    case FZ_KIND_TUPLE:
        *place = place_counted(freeze, value, FZ_EMPTY_TUPLE);
        return;
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        *place = writer_object(&freeze->writer, kind, 0, live_entries(freeze, value));
        return;
    case FZ_KIND_LIST:
        *place = writer_object(&freeze->writer, kind, 0, count);
        return;
    case FZ_KIND_MODULE: {
        uint32_t flags = header & FZ_HEADER_A;
        if (is_python_module(freeze, value) && freeze_module_of(freeze, value)->is_done)
            flags |= FZ_HEADER_B;
        *place = writer_object(&freeze->writer, kind, flags, count);
        return;
    }
    default:
        *place =
            writer_object(&freeze->writer, kind, header & (FZ_HEADER_A | FZ_HEADER_B), count);
    }
}

static void place_code(Freeze *freeze, FreezeCode *code)
{
    *place_of(freeze, code->source) =
        writer_object(&freeze->writer, FZ_KIND_CODE, 0, code->encoded.size);
    VEC_PUSH(freeze->arena, &freeze->writer.codes, *place_of(freeze, code->source));
}

// Code that never runs: what a class or a module that is done needs are its names and docstring.
static const uint8_t module_shell[] = {FZ_OP_LOAD_NONE, FZ_OP_RETURN_VALUE};
static const uint8_t class_shell[] = {FZ_OP_LOAD_LOCAL_0, FZ_OP_RETURN_VALUE};

static bool is_shell(const Freeze *freeze, FzValue code)
{
    return !(freeze->rom_seen[(code - 2) / 4] & REACHED_TO_RUN);
}

static void place_shells(Freeze *freeze)
{
    for (uint32_t i = 0; i < freeze->shells.count; i++) {
        FzValue code = freeze->shells.items[i];
        if (!is_shell(freeze, code))
            continue;
        *place_of(freeze, code) =
            writer_object(&freeze->writer, FZ_KIND_CODE, 0, sizeof module_shell);
        VEC_PUSH(freeze->arena, &freeze->writer.codes, *place_of(freeze, code));
    }
}

// Items of lists, dicts, sets and bytearrays: they are copied together with what they belong to.
static FzValue place_items(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    FzKind kind = fz_kind_of(vm, value);
    uint32_t count = fz_count_of(vm, value);
    if (kind == FZ_KIND_DICT || kind == FZ_KIND_SET || kind == FZ_KIND_FROZENSET)
        count = live_entries(freeze, value);
    if (count == 0)
        return FZ_NULL;
    if (kind == FZ_KIND_LIST)
        return writer_object(&freeze->writer, FZ_KIND_ARRAY, 0, count);
    if (kind == FZ_KIND_BYTEARRAY)
        return writer_object(&freeze->writer, FZ_KIND_BUFFER, 0, count);
    return writer_object(&freeze->writer, FZ_KIND_TABLE, kind == FZ_KIND_DICT ? FZ_HEADER_A : 0,
                         count);
}

static bool has_items(const Freeze *freeze, FzValue value)
{
    FzKind kind = fz_kind_of(freeze->vm, value);
    return kind == FZ_KIND_LIST || kind == FZ_KIND_BYTEARRAY || kind == FZ_KIND_DICT ||
           kind == FZ_KIND_SET || kind == FZ_KIND_FROZENSET;
}

// ---- contents

static bool known_hash(const Freeze *freeze, FzValue key, uint32_t *hash)
{
    if (fz_is_int(key)) {
        *hash = (uint32_t)fz_to_int(key);
        return true;
    }
    if (!fz_is_kind(freeze->vm, key, FZ_KIND_STR))
        return false;
    const FzStr *str = FZ_STR(freeze->vm, key);
    *hash = fz_hash_text(str->text, fz_header_count(str->header));
    return true;
}

static void fill_table(Freeze *freeze, FzValue value, FzValue table)
{
    ImageWriter *writer = &freeze->writer;
    bool pairs = fz_is_kind(freeze->vm, value, FZ_KIND_DICT);
    uint32_t stride = pairs ? 2 : 1;
    uint32_t count = live_entries(freeze, value);
    uint32_t *hashes = ARENA_NEW_ARRAY(freeze->arena, uint32_t, count + 1);
    bool is_known = true;
    uint32_t at = 0;
    uint32_t entry = 0;
    FzValue key;
    FzValue content = FZ_NULL;
    while (fz_dict_entry(freeze->vm, value, &at, &key, &content)) {
        if (!shake_keeps(freeze, value, key, content))
            continue;
        writer_set(writer, table, 1 + entry * stride, moved(freeze, key));
        if (pairs)
            writer_set(writer, table, 2 + entry * stride, moved(freeze, content));
        is_known = known_hash(freeze, key, &hashes[entry]) && is_known;
        entry++;
    }
    if (count <= FZ_TABLE_LINEAR)
        return;
    if (!is_known) {
        VEC_PUSH(freeze->arena, &writer->unindexed, (UnindexedTable){table, count});
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        table_insert(writer_bytes(writer, table, 1 + count * stride), count, hashes[i], i);
}

static void fill_items(Freeze *freeze, FzValue value, FzValue items)
{
    const FzVm *vm = freeze->vm;
    uint32_t count = fz_count_of(vm, value);
    writer_set(&freeze->writer, *place_of(freeze, value), 1, items);
    if (items == FZ_NULL)
        return;
    if (fz_is_kind(vm, value, FZ_KIND_BYTEARRAY)) {
        const uint8_t *from = (const uint8_t *)(FZ_WORDS(vm, FZ_WORDS(vm, value)[1]) + 1);
        memcpy(writer_bytes(&freeze->writer, items, 1), from, count);
    } else if (fz_is_kind(vm, value, FZ_KIND_LIST)) {
        for (uint32_t i = 0; i < count; i++)
            writer_set(&freeze->writer, items, 1 + i,
                       moved(freeze, FZ_TUPLE(vm, FZ_LIST(vm, value)->items)->items[i]));
    } else {
        fill_table(freeze, value, items);
    }
}

static void fill_words(Freeze *freeze, FzValue value)
{
    const uint32_t *words = FZ_WORDS(freeze->vm, value);
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(words[0])];
    uint32_t count = fz_object_size(words[0]) / 4;
    FzValue place = *place_of(freeze, value);
    for (uint32_t i = 1; i < count; i++) {
        bool in_tail = i >= info->words;
        bool is_value = in_tail ? info->tail == FZ_TAIL_VALUES || info->tail == FZ_TAIL_MASK
                                : info->values >> i & 1;
        writer_set(&freeze->writer, place, i, is_value ? moved(freeze, words[i]) : words[i]);
    }
}

static void fill_native(Freeze *freeze, FzValue value)
{
    const FzNative *native = FZ_NATIVE(freeze->vm, value);
    const FzImageHeader *header = fz_image(freeze->vm);
    const uint32_t *numbers =
        (const uint32_t *)(const void *)((const uint8_t *)header + header->natives_off);
    fill_words(freeze, value);
    writer_set(&freeze->writer, *place_of(freeze, value), 1, freeze->writer.native_numbers.count);
    VEC_PUSH(freeze->arena, &freeze->writer.native_numbers, numbers[native->index]);
    VEC_PUSH(freeze->arena, &freeze->writer.functions, freeze->preinit->natives[native->index]);
}

static void fill_python_module(Freeze *freeze, FzValue value, FzValue dict, FzValue pool)
{
    const FzModule *object = FZ_MODULE(freeze->vm, value);
    const FreezeModule *module = freeze_module_of(freeze, value);
    bool keeps_code = object->code != FZ_NULL && freeze->rom_seen[(object->code - 2) / 4];
    const uint32_t words[] = {
        moved(freeze, object->name),
        dict,
        moved(freeze, object->parent),
        keeps_code ? moved(freeze, object->code) : FZ_NULL,
        pool,
        module->new_base,
        module->new_index,
    };
    for (uint32_t i = 0; i < sizeof words / sizeof words[0]; i++)
        writer_set(&freeze->writer, *place_of(freeze, value), 1 + i, words[i]);
}

static void fill_native_module(Freeze *freeze, FzValue value)
{
    fill_words(freeze, value);
    writer_set(&freeze->writer, *place_of(freeze, value), 7,
               freeze_module_of(freeze, value)->new_index);
}

static void fill_object(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    FzValue place = *place_of(freeze, value);
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_STR:
        return; // written with its place
    case FZ_KIND_TUPLE:
    case FZ_KIND_BYTES:
        if (fz_count_of(vm, value) > 0)
            fill_words(freeze, value);
        return;
    case FZ_KIND_NATIVE:
        fill_native(freeze, value);
        return;
    case FZ_KIND_FUNCTION:
        fill_words(freeze, value);
        writer_set(&freeze->writer, place, 1, moved(freeze, fz_function_code(vm, value)));
        return;
    case FZ_KIND_INSTANCE: {
        FzValue ext = fz_ext_of(vm, value);
        fill_words(freeze, value);
        if (ext != FZ_NULL && FZ_WORDS(vm, ext)[2] == FZ_NULL)
            writer_set(&freeze->writer, place, 1, moved(freeze, FZ_WORDS(vm, ext)[1]));
        return;
    }
    case FZ_KIND_EXT:
        fill_words(freeze, value);
        writer_set(&freeze->writer, place, 3, 0);
        return;
    default:
        fill_words(freeze, value);
    }
}

static void fill_code(Freeze *freeze, FzValue source, const EncodedCode *encoded)
{
    const FzCode *code = FZ_CODE(freeze->vm, source);
    FzValue place = *place_of(freeze, source);
    const uint32_t words[] = {
        moved(freeze, code->module),
        shake_strips_name(freeze, source) ? FZ_EMPTY_STR : moved(freeze, code->name),
        shake_strips_name(freeze, source) ? FZ_EMPTY_STR : moved(freeze, code->qualname),
        moved(freeze, code->params),
        code->frame,
        code->signature,
        encoded->code_size | encoded->region_count << 16,
        code->line,
    };
    for (uint32_t i = 0; i < sizeof words / sizeof words[0]; i++)
        writer_set(&freeze->writer, place, 1 + i, words[i]);
    memcpy(writer_bytes(&freeze->writer, place, 9), encoded->bytes, encoded->size);
}

static void fill_codes(Freeze *freeze)
{
    EncodedCode shell = {.size = sizeof module_shell, .code_size = sizeof module_shell};
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        fill_code(freeze, freeze->codes.items[i]->source, &freeze->codes.items[i]->encoded);
    for (uint32_t i = 0; i < freeze->shells.count; i++)
        if (is_shell(freeze, freeze->shells.items[i])) {
            const FzCode *code = FZ_CODE(freeze->vm, freeze->shells.items[i]);
            bool is_class = fz_code_flags(code) & FZ_CODE_CLASS_BODY;
            shell.bytes = is_class ? class_shell : module_shell;
            fill_code(freeze, freeze->shells.items[i], &shell);
        }
}

// ---- modules

static FzValue module_dict(Freeze *freeze, const FreezeModule *module)
{
    DictEntries entries = {0};
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    while (fz_dict_entry(freeze->vm, FZ_MODULE(freeze->vm, module->source)->dict, &at, &name, &slot)) {
        uint32_t number = (uint32_t)fz_to_int(slot);
        FzValue value = freeze_global(freeze, module, number);
        if (!freeze_has_entry(freeze, module, number))
            continue;
        DictEntry entry = {.key = moved(freeze, name)};
        if (module->flags[number] & SLOT_IN_RAM) {
            entry.value = fz_from_int((int32_t)module->numbers[number]);
        } else {
            if (value == FZ_NULL)
                continue; // nothing can have it
            uint32_t index = 0;
            while (module->pool.items[index].source != value)
                index++;
            entry.value = fz_from_int(-1 - (int32_t)index);
        }
        VEC_PUSH(freeze->arena, &entries, entry);
    }
    return writer_dict(&freeze->writer, entries.items, entries.count);
}

static FzValue place_pool(Freeze *freeze, const FreezeModule *module)
{
    uint32_t count = module->pool.count;
    return count == 0 ? FZ_NULL : writer_object(&freeze->writer, FZ_KIND_ARRAY, 0, count);
}

static void fill_pool(Freeze *freeze, const FreezeModule *module, FzValue pool)
{
    for (uint32_t i = 0; i < module->pool.count; i++)
        writer_set(&freeze->writer, pool, 1 + i, moved(freeze, module->pool.items[i].source));
}

static const FzValue *first_globals(Freeze *freeze)
{
    FzValue *values =
        ARENA_NEW_ARRAY(freeze->arena, FzValue, freeze->writer.globals_count + 1);
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        const FreezeModule *module = &freeze->modules[i];
        for (uint32_t slot = 1; module->flags && slot < module->slot_count; slot++)
            if (module->flags[slot] & SLOT_IN_RAM)
                values[module->new_base + module->numbers[slot]] =
                    moved(freeze, freeze_global(freeze, module, slot));
    }
    return values;
}

static FzValue place_attributes(Freeze *freeze)
{
    uint32_t count = freeze->attributes.count;
    return count == 0 ? FZ_NULL : writer_object(&freeze->writer, FZ_KIND_ARRAY, 0, count * 2);
}

static void fill_attributes(Freeze *freeze, FzValue array)
{
    for (uint32_t i = 0; i < freeze->attributes.count; i++) {
        writer_set(&freeze->writer, array, 1 + 2 * i, moved(freeze, freeze->attributes.items[i].object));
        writer_set(&freeze->writer, array, 2 + 2 * i, moved(freeze, freeze->attributes.items[i].dict));
    }
}

// Names that a text made at run time can lead to.
static void limit_names(Freeze *freeze)
{
    ImageWriter *writer = &freeze->writer;
    if (shake_finds_any(freeze))
        return;
    writer->finds_few = true;
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        const FreezeModule *module = &freeze->modules[i];
        uint32_t at = 0;
        FzValue name;
        FzValue slot;
        while (module->flags && fz_dict_entry(freeze->vm, FZ_MODULE(freeze->vm, module->source)->dict, &at, &name, &slot))
            if (module->flags[fz_to_int(slot)] & SLOT_EXPORTED)
                name_map_add(freeze->arena, &writer->findable,
                             names_intern(&writer->texts, (const char *)FZ_STR(freeze->vm, name)->text,
                                          fz_count_of(freeze->vm, name)), 0);
    }
}

// ---- the image

static void open_modules(Freeze *freeze)
{
    const FzVm *vm = freeze->vm;
    const FzImageHeader *header = fz_image(vm);
    const FzValue *values =
        (const FzValue *)(const void *)((const uint8_t *)header + header->modules_off);
    freeze->modules = ARENA_NEW_ARRAY(freeze->arena, FreezeModule, header->modules_count);
    for (uint32_t i = 0; i < header->modules_count; i++) {
        const FzModule *object = FZ_MODULE(vm, values[i]);
        FreezeModule *module = &freeze->modules[i];
        module->source = values[i];
        if (object->header & FZ_HEADER_A)
            continue;
        module->base = object->globals;
        module->is_done = freeze->preinit->modules[i].done;
        module->slot_count = 1 + fz_dict_len(vm, object->dict);
        module->flags = ARENA_NEW_ARRAY(freeze->arena, uint8_t, module->slot_count);
        module->numbers = ARENA_NEW_ARRAY(freeze->arena, uint32_t, module->slot_count);
    }
}

// Where objects begin that can be written.
static uint32_t place_all(Freeze *freeze, FzValue *items, FzValue *dicts, FzValue *pools)
{
    ImageWriter *writer = &freeze->writer;
    for (uint32_t i = 0; i < freeze->order.count; i++)
        if (!is_mutable(freeze, freeze->order.items[i]))
            place_object(freeze, freeze->order.items[i]);
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        place_code(freeze, freeze->codes.items[i]);
    place_shells(freeze);
    for (uint32_t i = 0; i < freeze->order.count; i++)
        if (has_items(freeze, freeze->order.items[i]))
            items[i] = place_items(freeze, freeze->order.items[i]);
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        FreezeModule *module = &freeze->modules[i];
        if (!shake_is_reached(freeze, module->source))
            continue;
        module->new_index = writer->modules.count;
        VEC_PUSH(freeze->arena, &writer->modules, moved(freeze, module->source));
        if (!module->flags)
            continue;
        dicts[i] = module_dict(freeze, module);
        pools[i] = place_pool(freeze, module);
    }
    uint32_t first = writer->words.count * 4;
    for (uint32_t i = 0; i < freeze->order.count; i++)
        if (is_mutable(freeze, freeze->order.items[i]))
            place_object(freeze, freeze->order.items[i]);
    return writer->words.count * 4 == first ? 0 : first;
}

static void fill_all(Freeze *freeze, const FzValue *items, const FzValue *dicts,
                     const FzValue *pools)
{
    for (uint32_t i = 0; i < freeze->order.count; i++) {
        FzValue value = freeze->order.items[i];
        if (has_items(freeze, value))
            fill_items(freeze, value, items[i]);
        else if (fz_is_kind(freeze->vm, value, FZ_KIND_MODULE) && !is_python_module(freeze, value))
            fill_native_module(freeze, value);
        else if (!is_python_module(freeze, value))
            fill_object(freeze, value);
    }
    fill_codes(freeze);
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        const FreezeModule *module = &freeze->modules[i];
        if (!module->flags || !shake_is_reached(freeze, module->source))
            continue;
        fill_pool(freeze, module, pools[i]);
        fill_python_module(freeze, module->source, dicts[i], pools[i]);
    }
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++)
        freeze->writer.types[i] = moved(freeze, fz_type(freeze->vm, (FzTypeId)i));
}

static void open_freeze(Freeze *freeze, Preinit *preinit, Arena *arena)
{
    const FzVm *vm = preinit->vm;
    *freeze = (Freeze){.preinit = preinit, .vm = vm, .arena = arena};
    uint32_t rom = fz_image(vm)->objects_end / 4 + 1;
    uint32_t ram = (uint32_t)(vm->heap_next - vm->base[0]) / 4 + 1;
    freeze->rom_seen = ARENA_NEW_ARRAY(arena, uint8_t, rom);
    freeze->ram_seen = ARENA_NEW_ARRAY(arena, uint8_t, ram);
    freeze->names = ARENA_NEW_ARRAY(arena, uint8_t, rom);
    freeze->name_users = ARENA_NEW_ARRAY(arena, FzValue, rom);
    freeze->rom_users = ARENA_NEW_ARRAY(arena, FzValue, rom);
    freeze->ram_users = ARENA_NEW_ARRAY(arena, FzValue, ram);
    freeze->code_numbers = ARENA_NEW_ARRAY(arena, uint32_t, rom);
    freeze->rom_places = ARENA_NEW_ARRAY(arena, FzValue, rom);
    freeze->ram_places = ARENA_NEW_ARRAY(arena, FzValue, ram);
}

// What is found is less in each round, since code that was folded holds on to less.
enum { MOST_ROUNDS = 4 };

static void start_round(Freeze *freeze, Preinit *preinit, const Program *program,
                        const ImageOptions *options, FzImageHeader *header)
{
    open_freeze(freeze, preinit, preinit->arena);
    preinit->words.count = 0;
    freeze->program = ARENA_NEW(preinit->arena, Program);
    *freeze->program = *program;
    freeze->linked = program;
    writer_start(&freeze->writer, freeze->program, options, header);
    open_modules(freeze);
}

bool preinit_freeze(Preinit *preinit, const Program *program, const Image *linked,
                    const ImageOptions *options, Image *out)
{
    Freeze freeze;
    FzImageHeader header;
    const FzVm *vm = preinit->vm;
    preinit->codes = linked->codes;
    Edit **edits = ARENA_NEW_ARRAY(preinit->arena, Edit *, fz_image(vm)->codes_count + 1);
    for (uint32_t round = 1;; round++) {
        start_round(&freeze, preinit, program, options, &header);
        freeze.edits = edits;
        shake_mark(&freeze);
        shake_drop_entries(&freeze);
        freeze_classify(&freeze);
        if (round == MOST_ROUNDS || !freeze_fold(&freeze))
            break;
    }
    if (!freeze_encode(&freeze))
        return false;
    FzValue *items = ARENA_NEW_ARRAY(freeze.arena, FzValue, freeze.order.count + 1);
    FzValue *dicts = ARENA_NEW_ARRAY(freeze.arena, FzValue, preinit->module_count + 1);
    FzValue *pools = ARENA_NEW_ARRAY(freeze.arena, FzValue, preinit->module_count + 1);
    writer_known_names(&freeze.writer);
    header.name = writer_str(&freeze.writer, options->name, strlen(options->name));
    FzValue attributes = place_attributes(&freeze);
    header.mutable_off = place_all(&freeze, items, dicts, pools);
    fill_all(&freeze, items, dicts, pools);
    fill_attributes(&freeze, attributes);
    header.attributes = attributes;
    header.boot_flags |= vm->late_descriptors ? FZ_BOOT_LATE_DESCRIPTORS : 0;
    header.builtins = moved(&freeze, fz_image(vm)->builtins);
    header.memory_error = moved(&freeze, fz_image(vm)->memory_error);
    header.entry = freeze.modules[fz_image(vm)->entry].new_index;
    freeze.writer.first_globals = first_globals(&freeze);
    limit_names(&freeze);
    if (!writer_finish(&freeze.writer, &header, out))
        return false;
    if (preinit->wants_symbols)
        freeze_symbols(&freeze);
    if (preinit->wants_inventory)
        shake_inventory(&freeze, header.objects_end, &preinit->inventory);
    return true;
}
