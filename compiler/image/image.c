// SPDX-License-Identifier: MIT
// The whole image: header, singletons, objects, tables; then the checks that the runtime would
// make.
#include "image.h"

#include "../../runtime_stub/loader/verify.h"
#include "../link/makes.h"
#include "table.h"

#include <assert.h>

enum { MOST_BYTES = 1 << 30 }; // the top two bits of an offset are reserved

static void write_singletons(ImageWriter *writer)
{
    writer_object(writer, FZ_KIND_NONE, 0, 0);
    writer_object(writer, FZ_KIND_BOOL, 0, 0);
    writer_object(writer, FZ_KIND_BOOL, FZ_HEADER_A, 0);
    writer_object(writer, FZ_KIND_ELLIPSIS, 0, 0);
    writer_object(writer, FZ_KIND_NOT_IMPLEMENTED, 0, 0);
    writer_object(writer, FZ_KIND_TUPLE, 0, 0);
    FzValue text = writer_object(writer, FZ_KIND_STR, FZ_HEADER_A | FZ_HEADER_B, 0);
    uint32_t hash = fz_hash_text((const uint8_t *)"", 0);
    writer_set(writer, text, 1, hash);
    writer_object(writer, FZ_KIND_BYTES, 0, 0);
    assert(writer->words.count * 4 == FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE);
}

static void write_modules(ImageWriter *writer)
{
    const Program *program = writer->program;
    for (uint32_t i = 0; i < program->modules.count; i++) {
        bool is_native = program->modules.items[i]->kind != LINKED_PYTHON;
        uint32_t flags = is_native ? FZ_HEADER_A : 0;
        FzValue module = writer_object(writer, FZ_KIND_MODULE, flags, 0);
        VEC_PUSH(writer->arena, &writer->modules, module);
    }
    for (uint32_t i = 0; i < program->modules.count; i++) {
        const LinkedModule *module = program->modules.items[i];
        FzValue object = writer->modules.items[i];
        writer_set(writer, object, 1, writer_name_of(writer, module->name));
        if (module->parent)
            writer_set(writer, object, 3, writer->modules.items[module->parent->index]);
        writer_set(writer, object, 7, i);
        if (module->kind == LINKED_PYTHON)
            writer_python_module(writer, module);
        else
            writer_native_module(writer, module);
    }
}

static FzValue write_memory_error(ImageWriter *writer)
{
    FzValue error = writer_object(writer, FZ_KIND_EXCEPTION, 0, 0);
    FzTypeId type = FZ_TYPE_MEMORY_ERROR;
    while (writer->types[type] == FZ_NULL) // strip.classes
        type = (FzTypeId)catalogue_type(type)->base;
    writer_set(writer, error, 1, writer->types[type]);
    writer_set(writer, error, 2, FZ_EMPTY_TUPLE);
    return error;
}

static uint32_t append_table(ImageWriter *writer, const uint32_t *words, uint32_t count)
{
    uint32_t off = writer->words.count * 4;
    for (uint32_t i = 0; i < count; i++)
        VEC_PUSH(writer->arena, &writer->words, words[i]);
    return off;
}

// A numbered table (image.h).
static uint32_t append_numbered(ImageWriter *writer, const FzValue *values, uint32_t count)
{
    uint32_t off = append_table(writer, &(uint32_t){0}, 1);
    uint8_t *indices = ARENA_NEW_ARRAY(writer->arena, uint8_t, count + 4);
    uint8_t next = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (values[i] == FZ_NULL)
            continue;
        indices[i] = ++next;
        VEC_PUSH(writer->arena, &writer->words, values[i]);
    }
    writer->words.items[off / 4] = writer->words.count * 4;
    for (uint32_t i = 0; i < count; i += 4)
        VEC_PUSH(writer->arena, &writer->words,
                 indices[i] | (uint32_t)indices[i + 1] << 8 | (uint32_t)indices[i + 2] << 16 |
                     (uint32_t)indices[i + 3] << 24);
    return off;
}
_Static_assert(FZ_NAME_COUNT < 255 && FZ_TYPE_COUNT < 255, "numbers are bytes");

static const char *const known_names[] = {
#define NAME(id, text) text,
#include "flashfreeze/known.def"
#undef NAME
};

// Names that the runtime asks for, as far as something in the image has them.
static uint32_t append_known(ImageWriter *writer)
{
    uint32_t values[FZ_NAME_COUNT];
    for (uint32_t i = 0; i < FZ_NAME_COUNT; i++) {
        const Name *text = names_intern_z(&writer->texts, known_names[i]);
        const NameEntry *entry = name_map_find(&writer->interned, text);
        values[i] = entry ? entry->value : FZ_NULL;
    }
    return append_numbered(writer, values, FZ_NAME_COUNT);
}

// Names that Python code of the program can give to something.
static void mark_known(const Program *program, uint64_t *sets)
{
    for (uint32_t i = 0; i < FZ_NAME_COUNT; i++) {
        const Name *name = names_intern_z(program->names, known_names[i]);
        if (program->is_open || name_map_has(&program->attributes, name) ||
            name_map_has(&program->stored_names, name) ||
            name_map_has(&program->free_names, name))
            sets[i / 64] |= (uint64_t)1 << i % 64;
    }
}

// A program that looks names up at run time could ask for any that the runtime answers; one that makes
// special names could bind those that the runtime asks for.
static void write_known(ImageWriter *writer)
{
    const Program *program = writer->program;
    for (uint32_t i = 0; i < FZ_NAME_COUNT; i++) {
        const Name *name = names_intern_z(program->names, known_names[i]);
        if (program->is_open || (program->makes_names && name_map_has(&program->stored_names, name)))
            writer_name(writer, name->text, name->size);
    }
}

// Natives that set attributes of names which the program itself need not mention.
static void write_set_names(ImageWriter *writer)
{
    static const struct {
        FzNativeId native;
        FzNameId name;
    } sets[] = {
        {FZ_NATIVE_fz_exception_add_note, FZ_NAME_notes},
        {FZ_NATIVE_fz_type_new, FZ_NAME_metaclass},
        {FZ_NATIVE_fz_type_new, FZ_NAME_module},
        {FZ_NATIVE_fz_type_new, FZ_NAME_qualname},
    };
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
        const char *text = known_names[sets[i].name];
        if (writer->program->keep_native[sets[i].native])
            writer_name(writer, text, strlen(text));
    }
}

void writer_known_names(ImageWriter *writer)
{
    write_known(writer);
    write_set_names(writer);
}

static bool is_findable(const ImageWriter *writer, const Name *text)
{
    return !writer->finds_few || text->size == 1 || name_map_has(&writer->findable, text);
}

// Open addressing by text hash, with a quarter of the slots free.
static uint32_t append_interned(ImageWriter *writer, uint32_t *slots)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < writer->interned.entries.count; i++)
        count += is_findable(writer, writer->interned.entries.items[i].name);
    *slots = 2;
    while (*slots * 3 < (count + 1) * 4)
        *slots *= 2;
    uint32_t *values = ARENA_NEW_ARRAY(writer->arena, uint32_t, *slots);
    for (uint32_t i = 0; i < writer->interned.entries.count; i++) {
        const NameEntry *entry = &writer->interned.entries.items[i];
        const Name *text = entry->name;
        if (!is_findable(writer, text))
            continue;
        uint32_t at = fz_hash_text((const uint8_t *)text->text, text->size) & (*slots - 1);
        while (values[at] != FZ_NULL)
            at = (at + 1) & (*slots - 1);
        values[at] = entry->value;
    }
    return append_table(writer, values, *slots);
}

static uint32_t user_natives(const ImageWriter *writer)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < writer->native_numbers.count; i++)
        count += writer->native_numbers.items[i] >= FZ_NATIVE_USER;
    return count;
}

static void append_tables(ImageWriter *writer, FzImageHeader *header)
{
    header->objects_end = writer->words.count * 4;
    header->names_off = append_known(writer);
    header->types_off = append_numbered(writer, writer->types, FZ_TYPE_COUNT);
    header->natives_off =
        append_table(writer, writer->native_numbers.items, writer->native_numbers.count);
    header->natives_count = writer->native_numbers.count;
    header->modules_off = append_table(writer, writer->modules.items, writer->modules.count);
    header->modules_count = writer->modules.count;
    header->interned_off = append_interned(writer, &header->interned_slots);
    header->codes_off = append_table(writer, writer->codes.items, writer->codes.count);
    header->codes_count = writer->codes.count;
    if (writer->first_globals)
        header->globals_off = append_table(writer, writer->first_globals, writer->globals_count);
    header->size = writer->words.count * 4;
}

// Kinds of the objects that lie in ROM; those of the singletons do not count.
static KindSet kinds_in_image(const ImageWriter *writer)
{
    KindSet kinds = 0;
    uint32_t at = FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE;
    while (at < writer->words.count * 4) {
        uint32_t header = writer->words.items[at / 4];
        kinds |= (KindSet)1 << fz_header_kind(header);
        if (fz_header_kind(header) == FZ_KIND_STR && !(header & FZ_HEADER_A))
            kinds |= (KindSet)1 << FZ_WIDE_TEXT;
        at += fz_object_size(header);
    }
    return kinds;
}

static void seal(ImageWriter *writer, FzImageHeader *header)
{
    memcpy(writer->words.items, header, sizeof *header);
    header->crc = fz_image_crc((const uint8_t *)writer->words.items, header->size);
    memcpy(writer->words.items, header, sizeof *header);
}

static bool verify(ImageWriter *writer)
{
    FzApp app = writer_app(writer);
    uint32_t scratch_size = fz_verify_scratch(&app);
    uint8_t *scratch = arena_alloc(writer->arena, scratch_size + 4);
    FzVerifyError error;
    FzStatus status = fz_verify(&app, scratch, scratch_size, &error);
    if (status == FZ_OK)
        return true;
    diag_report(writer->program->diags, NULL, (Span){0}, DIAG_IMAGE_NOT_SOUND,
                error.problem ? error.problem : fz_status_text(status), error.object,
                error.instruction);
    return false;
}

static FzImageHeader start_header(const ImageWriter *writer)
{
    const ImageOptions *options = writer->options;
    return (FzImageHeader){
        .magic = FZ_IMAGE_MAGIC,
        .version = FZ_IMAGE_VERSION | (options->float32 ? (uint32_t)FZ_ABI_FLOAT32 << 16 : 0),
        .catalogue = catalogue_fingerprint(),
        .heap_size = options->heap_size,
        .stack_size = options->stack_size,
        .gc_threshold = options->gc_threshold,
        .boot_flags = options->lines ? 0 : FZ_BOOT_NO_LINES,
    };
}

void writer_start(ImageWriter *writer, Program *program, const ImageOptions *options,
                  FzImageHeader *header)
{
    Arena *arena = program->arena;
    *writer = (ImageWriter){.arena = arena, .program = program, .options = options};
    writer->texts.arena = arena;
    writer->types = ARENA_NEW_ARRAY(arena, FzValue, FZ_TYPE_COUNT);
    writer->natives = ARENA_NEW_ARRAY(arena, FzValue, FZ_NATIVES_COUNT);
    for (uint32_t i = 0; i < FZ_SINGLETONS_OFF / 4; i++)
        VEC_PUSH(arena, &writer->words, 0);
    *header = start_header(writer);
    write_singletons(writer);
}

bool writer_finish(ImageWriter *writer, FzImageHeader *header, Image *out)
{
    header->user_natives = user_natives(writer);
    header->globals_count = writer->globals_count;
    KindSet kinds = writer->program->kinds | kinds_in_image(writer);
    header->kinds[0] = (uint32_t)kinds;
    header->kinds[1] = (uint32_t)(kinds >> 32);
    append_tables(writer, header);
    if (header->size > MOST_BYTES) {
        diag_report(writer->program->diags, NULL, (Span){0}, DIAG_IMAGE_TOO_LARGE, header->size,
                    (uint32_t)MOST_BYTES);
        writer->failed = true;
    }
    if (writer->failed)
        return false;
    seal(writer, header);
    if (writer->unindexed.count > 0) {
        if (!table_index_sets(writer))
            return false;
        seal(writer, header);
    }
    *out = (Image){writer->words.items, header->size, writer->native_numbers.items,
                   writer->native_numbers.count, writer->code_sources.items, {0}};
    mark_known(writer->program, out->known_names);
    return verify(writer);
}

// This image runs at build time, where it has to know special names that the program puts together.
static void write_all_known(ImageWriter *writer)
{
    for (uint32_t i = 0; i < FZ_NAME_COUNT; i++)
        writer_name(writer, known_names[i], strlen(known_names[i]));
}

bool image_build(Program *program, const ImageOptions *options, Image *out)
{
    ImageWriter writer;
    FzImageHeader header;
    writer_start(&writer, program, options, &header);
    writer_types(&writer);
    writer_builtins(&writer);
    header.builtins = writer.builtins;
    write_all_known(&writer);
    write_modules(&writer);
    header.memory_error = write_memory_error(&writer);
    header.name = writer_str(&writer, options->name, strlen(options->name));
    return writer_finish(&writer, &header, out);
}
