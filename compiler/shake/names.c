// SPDX-License-Identifier: MIT
// Names: which of them the program or the runtime can look up, and what of the runtime they ask for.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "../link/makes.h"
#include "../link/reach.h"
#include "flashfreeze/opcodes.h"
#include "shake.h"

FzValue shake_name_of(const FzVm *vm, const uint8_t *text, uint32_t size)
{
    const FzImageHeader *header = fz_image(vm);
    const FzValue *names =
        (const FzValue *)(const void *)((const uint8_t *)header + header->interned_off);
    uint32_t mask = header->interned_slots - 1;
    for (uint32_t i = fz_hash_text(text, size) & mask; names[i] != FZ_NULL; i = (i + 1) & mask)
        if (fz_count_of(vm, names[i]) == size &&
            memcmp(FZ_STR(vm, names[i])->text, text, size) == 0)
            return names[i];
    return FZ_NULL;
}

typedef struct {
    FzNameId name;
    FzOp op;            // FZ_OP_BREAK: none
    const char *native; // or NULL
} SpecialNeed;

static const SpecialNeed special_needs[] = {
#define BY_OP(name, op)         {FZ_NAME_##name, FZ_OP_##op, NULL},
#define BY_NATIVE(name, native) {FZ_NAME_##name, FZ_OP_BREAK, native},
#include "special.def"
};

enum { OPERATORS = 13 }; // binary ones, in one order everywhere

bool shake_is_mentioned(const Freeze *freeze, const char *text)
{
    FzValue name = shake_name_of(freeze->vm, (const uint8_t *)text, (uint32_t)strlen(text));
    return name != FZ_NULL && *shake_flags(freeze, name) & (NAME_MENTIONED | NAME_LOADED | NAME_CALLED);
}

// A program that has __name__, __qualname__, repr or its like can see names of functions.
static bool shows_names(const Freeze *freeze)
{
    static const char *const showing[] = {"__name__", "__qualname__", "__code__", "__wrapped__"};
    bool shows = false;
    for (size_t i = 0; i < sizeof showing / sizeof showing[0]; i++)
        shows |= name_map_has(&freeze->linked->attributes,
                              names_intern_z(freeze->program->names, showing[i]));
    return shows || freeze->linked->is_open;
}

bool shake_strips_name(const Freeze *freeze, FzValue value)
{
    ManifestStripNames strip = freeze->writer.options->strip_names;
    const FzCode *code = FZ_CODE(freeze->vm, value);
    const FzStr *name = FZ_STR(freeze->vm, code->name);
    if (strip == STRIP_NAMES_NONE || fz_code_flags(code) & (FZ_CODE_CLASS_BODY | FZ_CODE_MODULE) ||
        shows_names(freeze))
        return false;
    uint32_t size = fz_header_count(name->header);
    bool is_private = size > 0 && name->text[0] == '_' && !(size > 1 && name->text[1] == '_');
    return strip == STRIP_NAMES_ALL || is_private;
}

bool shake_finds_any(const Freeze *freeze)
{
    static const char *const finders[] = {"type",    "__dict__", "__import__", "__reduce_ex__", "vars",
                                          "globals", "locals",   "dir",        "modules"};
    bool any = freeze->texts_are_names || freeze->program->is_open || freeze->ops[FZ_OP_CALL_EX] ||
               freeze->ops[FZ_OP_BUILD_CLASS];
    for (size_t i = 0; i < sizeof finders / sizeof finders[0]; i++)
        any |= shake_is_mentioned(freeze, finders[i]);
    return any;
}

// Whether something in the program can make the runtime ask for the name.
static bool is_asked_for(const Freeze *freeze, FzNameId id)
{
    if (id == FZ_NAME_doc || id == FZ_NAME_annotations)
        return false; // only code that mentions them would read these
    uint32_t operator = (uint32_t) id - FZ_NAME_or_;
    bool has_rows = id >= FZ_NAME_or_ && operator < 3 * OPERATORS;
    bool is_asked = has_rows && (freeze->ops[FZ_OP_BINARY_OR + operator % OPERATORS] ||
                                 freeze->ops[FZ_OP_INPLACE_OR + operator % OPERATORS]);
    for (size_t i = 0; i < sizeof special_needs / sizeof special_needs[0]; i++) {
        const SpecialNeed *need = &special_needs[i];
        if (need->name != id)
            continue;
        has_rows = true;
        is_asked |= need->native ? shake_is_mentioned(freeze, need->native) : freeze->ops[need->op];
    }
    return is_asked || !has_rows;
}

// Special names that known.def does not have: natives may put them together (__getstate__).
static void flag_unknown(Freeze *freeze)
{
    const FzVm *vm = freeze->vm;
    const FzImageHeader *header = fz_image(vm);
    const FzValue *names =
        (const FzValue *)(const void *)((const uint8_t *)header + header->interned_off);
    for (uint32_t i = 0; i < header->interned_slots; i++)
        if (names[i] != FZ_NULL && fz_count_of(vm, names[i]) > 4 &&
            memcmp(FZ_STR(vm, names[i])->text, "__", 2) == 0)
            *shake_flags(freeze, names[i]) |= NAME_SPECIAL;
    for (uint32_t i = 0; i < FZ_NAME_COUNT; i++)
        if (fz_name(vm, (FzNameId)i) != FZ_NULL)
            *shake_flags(freeze, fz_name(vm, (FzNameId)i)) &= (uint8_t)~NAME_SPECIAL;
}

void shake_special_names(Freeze *freeze)
{
    if (freeze->order.count == 0)
        flag_unknown(freeze);
    for (uint32_t i = 0; i < FZ_NAME_COUNT; i++) {
        FzValue name = fz_name(freeze->vm, (FzNameId)i);
        if (name != FZ_NULL && is_asked_for(freeze, (FzNameId)i))
            *shake_flags(freeze, name) |= NAME_SPECIAL;
    }
}

static bool is_word_byte(uint8_t c)
{
    return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void mention_part(Freeze *freeze, const uint8_t *text, uint32_t size)
{
    FzValue name = size > 0 ? shake_name_of(freeze->vm, text, size) : FZ_NULL;
    if (name != FZ_NULL)
        shake_mention(freeze, name, NAME_MENTIONED);
}

// The text itself may be a name, and so may what follows a point in it ("{point.x}", "module.name").
static void mention_text(Freeze *freeze, FzValue value)
{
    const FzStr *str = FZ_STR(freeze->vm, value);
    uint32_t size = fz_header_count(str->header);
    mention_part(freeze, str->text, size);
    for (uint32_t i = 0; i < size; i++) {
        uint32_t end = i + 1;
        while (str->text[i] == '.' && end < size && is_word_byte(str->text[end]))
            end++;
        mention_part(freeze, str->text + i + 1, end - i - 1);
    }
}

void shake_mention_texts(Freeze *freeze)
{
    bool are_names = freeze->texts_are_names || shake_is_mentioned(freeze, "__dict__");
    while (are_names && freeze->strs_mentioned < freeze->strs.count) {
        freeze->user = freeze->strs.items[freeze->strs_mentioned++];
        mention_text(freeze, freeze->user);
    }
}

// Part of a special name, as in "__r" + name or "__{}__": two underscores at an end, no spaces, and
// not the whole of such a name, which counts as a mention.
static bool is_piece(const FzStr *str)
{
    uint32_t size = fz_header_count(str->header);
    bool starts = size >= 2 && memcmp(str->text, "__", 2) == 0;
    bool ends = size >= 2 && memcmp(str->text + size - 2, "__", 2) == 0;
    bool is_whole = starts && ends && size > 4;
    for (uint32_t i = 0; i < size; i++) {
        if (str->text[i] <= ' ')
            return false;
        is_whole = is_whole && is_word_byte(str->text[i]);
    }
    return (starts || ends) && !is_whole;
}

// Whether classes can get attributes by special names that are put together at run time: from a
// namespace that is handed to a metaclass, or by way of locals().
static bool makes_special_names(const Freeze *freeze)
{
    bool makes = freeze->has_metaclass || shake_is_mentioned(freeze, "type") ||
                 shake_is_mentioned(freeze, "locals") || shake_is_mentioned(freeze, "__prepare__");
    for (uint32_t i = 0; makes && i < freeze->strs.count; i++)
        if (is_piece(FZ_STR(freeze->vm, freeze->strs.items[i])))
            return true;
    return false;
}

static const Name *name_at(const Freeze *freeze, FzValue value)
{
    return names_intern(freeze->program->names, (const char *)FZ_STR(freeze->vm, value)->text,
                        fz_count_of(freeze->vm, value));
}

// All of them that something in the program can make the runtime ask for.
static void tell_special_names(Freeze *freeze)
{
    Program *program = freeze->program;
    program->makes_names = makes_special_names(freeze);
    for (uint32_t i = 0; program->makes_names && i < FZ_NAME_COUNT; i++) {
        FzValue name = fz_name(freeze->vm, (FzNameId)i);
        if (name != FZ_NULL && fz_count_of(freeze->vm, name) > 4 &&
            memcmp(FZ_STR(freeze->vm, name)->text, "__", 2) == 0 && is_asked_for(freeze, (FzNameId)i))
            name_map_add(program->arena, &program->stored_names, name_at(freeze, name), 0);
    }
}

static void tell_name(Freeze *freeze, FzValue value)
{
    Program *program = freeze->program;
    uint8_t flags = *shake_flags(freeze, value);
    const Name *name = name_at(freeze, value);
    bool is_special = name->size > 2 && memcmp(name->text, "__", 2) == 0;
    if (flags & NAME_MENTIONED || (flags & NAME_STORED && is_special))
        name_map_add(program->arena, &program->attributes, name, 0);
    if (flags & (NAME_STORED | NAME_BOUND))
        name_map_add(program->arena, &program->stored_names, name, 0);
    if (flags & NAME_LOADED)
        name_map_add(program->arena, &program->free_names, name, 0);
}

// A native function or class that something refers to is used by its name.
static void tell_native(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    const uint8_t *image = (const uint8_t *)fz_image(vm);
    const uint32_t *numbers = (const uint32_t *)(const void *)(image + fz_image(vm)->natives_off);
    uint32_t number = numbers[FZ_NATIVE(vm, value)->index];
    if (number >= FZ_NATIVES_COUNT)
        return;
    freeze->program->keep_native[number] = true;
    const NativeRow *row = catalogue_native(number);
    bool is_builtin = row->module && strcmp(row->module, "builtins") == 0;
    name_map_add(freeze->arena, is_builtin ? &freeze->program->free_names : &freeze->program->attributes,
                 names_intern_z(freeze->program->names, row->name), 0);
}

static void tell_class(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    Program *program = freeze->program;
    if (!(fz_class_flags(vm, value) & FZ_CLASS_NATIVE)) {
        FzValue mro = FZ_CLASS(vm, value)->mro;
        program->kinds |= makes_of_class();
        for (uint32_t i = 0; i < fz_count_of(vm, mro); i++)
            if (fz_class_flags(vm, FZ_TUPLE(vm, mro)->items[i]) & FZ_CLASS_NATIVE)
                program->keep_special[fz_class_type_id(vm, FZ_TUPLE(vm, mro)->items[i])] = true;
        return;
    }
    FzTypeId type = fz_class_type_id(vm, value);
    const uint8_t *seen = &freeze->rom_seen[(value - 2) / 4];
    program->keep_type[type] = true;
    if (*seen & REACHED_AS_VALUE)
        name_map_add(program->arena, &program->free_names,
                     names_intern_z(program->names, catalogue_type(type)->name), 0);
}

// Keys of attributes that lie in the image: special ones are what the runtime finds there.
static void tell_keys(Freeze *freeze, FzValue dict)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    while (fz_dict_entry(freeze->vm, dict, &at, &key, &value))
        if (key != FZ_NULL && !fz_is_int(key) && fz_is_kind(freeze->vm, key, FZ_KIND_STR) && shake_keeps(freeze, dict, key, value))
            name_map_add(freeze->arena, &freeze->program->stored_names, name_at(freeze, key), 0);
}

void shake_tell_program(Freeze *freeze)
{
    const FzVm *vm = freeze->vm;
    const FzImageHeader *header = fz_image(vm);
    const FzValue *names =
        (const FzValue *)(const void *)((const uint8_t *)header + header->interned_off);
    for (uint32_t i = 0; i < header->interned_slots; i++)
        if (names[i] != FZ_NULL)
            tell_name(freeze, names[i]);
    tell_special_names(freeze);
    for (uint32_t i = 0; i < freeze->order.count; i++) {
        FzValue value = freeze->order.items[i];
        FzKind kind = fz_kind_of(vm, value);
        freeze->program->kinds |= (KindSet)1 << kind;
        if (kind == FZ_KIND_NATIVE)
            tell_native(freeze, value);
        else if (kind == FZ_KIND_CLASS)
            tell_class(freeze, value);
        else if (kind == FZ_KIND_EXT && FZ_WORDS(vm, value)[2] != FZ_NULL)
            tell_keys(freeze, FZ_WORDS(vm, value)[2]);
        else if (kind == FZ_KIND_STR && !(fz_header_of(vm, value) & FZ_HEADER_A))
            freeze->program->kinds |= (KindSet)1 << FZ_WIDE_TEXT;
    }
    for (uint32_t i = 0; i < freeze->gates.count; i++)
        if (fz_is_ram(freeze->gates.items[i].dict)) // of the program's own classes
            tell_keys(freeze, freeze->gates.items[i].dict);
    for (uint32_t i = 0; i < freeze->attributes.count; i++)
        tell_keys(freeze, freeze->attributes.items[i].dict);
}
