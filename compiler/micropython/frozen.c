// SPDX-License-Identifier: MIT
// The C file: one pool of the names that the firmware lacks, the constants of all modules, each once,
// the tables of names laid over one another, then for each module its other table and functions.
#include "frozen_internal.h"

#include <stdlib.h>

// ---- names of the firmware

static const struct {
    char c;
    const char *name;
} escapes[] = {
    {'-', "hyphen"},     {' ', "space"},      {'\'', "squot"},      {',', "comma"},
    {'.', "dot"},        {':', "colon"},      {';', "semicolon"},   {'/', "slash"},
    {'%', "percent"},    {'#', "hash"},       {'(', "paren_open"},  {')', "paren_close"},
    {'[', "bracket_open"}, {']', "bracket_close"}, {'{', "brace_open"}, {'}', "brace_close"},
    {'*', "star"},       {'!', "bang"},       {'\\', "backslash"},  {'+', "plus"},
    {'$', "dollar"},     {'=', "equals"},     {'?', "question"},    {'@', "at_sign"},
    {'^', "caret"},      {'|', "pipe"},       {'~', "tilde"},       {'<', "lt"},
    {'>', "gt"},         {'&', "amp"},        {'"', "quot"},
};

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The firmware's C name of one of its texts.
static void put_firmware_name(FILE *out, const Name *text)
{
    fputs("MP_QSTR_", out);
    for (uint32_t i = 0; i < text->size; i++) {
        char c = text->text[i];
        if (is_word(c)) {
            putc(c, out);
            continue;
        }
        const char *name = NULL;
        for (size_t k = 0; k < sizeof escapes / sizeof escapes[0]; k++)
            if (escapes[k].c == c)
                name = escapes[k].name;
        if (name)
            fprintf(out, "_%s_", name);
        else
            fprintf(out, "_0x%02x_", (unsigned)(uint8_t)c);
    }
}

static bool number_of(const char *line, const char *key, uint32_t *out)
{
    size_t size = strlen(key);
    if (strncmp(line, key, size) != 0)
        return false;
    line += size;
    while (*line == ' ' || *line == ',' || *line == '(')
        line++;
    *out = (uint32_t)strtoul(line, NULL, 10);
    return true;
}

// The text of a line `Q(text)`: the last bracket of the line closes it.
static const Name *text_of(Names *names, Arena *arena, const char *line, size_t size)
{
    while (size > 0 && line[size - 1] != ')')
        size--;
    if (size < 3)
        return NULL;
    char *text = arena_copy(arena, line + 2, size - 3);
    if (strcmp(text, "\\n") == 0)
        return names_intern_z(names, "\n");
    if (strcmp(text, "\\r\\n") == 0)
        return names_intern_z(names, "\r\n");
    return names_intern(names, text, size - 3);
}

bool frozen_read_firmware(Arena *arena, Names *names, const char *text, FrozenFirmware *out)
{
    *out = (FrozenFirmware){.bytes_in_hash = 2, .bytes_in_length = 1};
    while (*text) {
        size_t size = strcspn(text, "\n");
        number_of(text, "QCFG(BYTES_IN_LEN", &out->bytes_in_length);
        number_of(text, "QCFG(BYTES_IN_HASH", &out->bytes_in_hash);
        if (strncmp(text, "Q(", 2) == 0) {
            const Name *name = text_of(names, arena, text, size);
            if (name)
                VEC_PUSH(arena, &out->texts, name);
        }
        text += size + (text[size] == '\n');
    }
    return out->texts.count > 0;
}

// ---- the pool of new names

static const Name **known_slot(const Frozen *frozen, const Name *name)
{
    uint32_t at = name->hash & (frozen->known_count - 1);
    while (frozen->known[at] && frozen->known[at] != name)
        at = (at + 1) & (frozen->known_count - 1);
    return &frozen->known[at];
}

static bool is_known(const Frozen *frozen, const Name *name)
{
    return *known_slot(frozen, name) != NULL;
}

uint32_t frozen_slots(uint32_t count)
{
    uint32_t size = 64;
    while (size < count * 2)
        size *= 2;
    return size;
}

static void know_firmware(Frozen *frozen)
{
    static const char *const fixed[] = {
#define STATIC_QSTR(number, text) text,
#include "static_qstrs.def"
#undef STATIC_QSTR
    };
    uint32_t fixed_count = sizeof fixed / sizeof fixed[0];
    frozen->known_count = frozen_slots(frozen->firmware->texts.count + fixed_count);
    frozen->known = ARENA_NEW_ARRAY(frozen->arena, const Name *, frozen->known_count);
    for (uint32_t i = 0; i < frozen->firmware->texts.count; i++)
        *known_slot(frozen, frozen->firmware->texts.items[i]) = frozen->firmware->texts.items[i];
    for (uint32_t i = 0; i < fixed_count; i++) {
        const Name *name = names_intern_z(frozen->names, fixed[i]);
        *known_slot(frozen, name) = name;
    }
}

static int by_bytes(const void *a, const void *b)
{
    const Name *left = *(const Name *const *)a;
    const Name *right = *(const Name *const *)b;
    uint32_t size = left->size < right->size ? left->size : right->size;
    int order = memcmp(left->text, right->text, size);
    return order ? order : (left->size > right->size) - (left->size < right->size);
}

static uint32_t *number_slot(const Frozen *frozen, const Name *name)
{
    uint32_t at = name->hash & (frozen->number_count - 1);
    while (frozen->number_slots[at] &&
           frozen->added.items[frozen->number_slots[at] - 1] != name)
        at = (at + 1) & (frozen->number_count - 1);
    return &frozen->number_slots[at];
}

static const Name *text_name(const Frozen *frozen, const TableText *text)
{
    return names_intern(frozen->names, text->text, text->size);
}

static void add_name(Frozen *frozen, const Name *name)
{
    if ((frozen->added.count + 1) * 2 > frozen->number_count) {
        frozen->number_count = frozen_slots(frozen->added.count + 1) * 2;
        frozen->number_slots = ARENA_NEW_ARRAY(frozen->arena, uint32_t, frozen->number_count);
        for (uint32_t i = 0; i < frozen->added.count; i++)
            *number_slot(frozen, frozen->added.items[i]) = i + 1;
    }
    uint32_t *slot = number_slot(frozen, name);
    if (is_known(frozen, name) || *slot)
        return;
    VEC_PUSH(frozen->arena, &frozen->added, name);
    *slot = frozen->added.count;
}

// Texts inside constants are names too, for those take less room than objects.
static void add_constant_names(Frozen *frozen, const Constant *constant)
{
    if (constant->kind == CONSTANT_STR && tables_is_name(constant))
        add_name(frozen, names_intern(frozen->names, constant->text.bytes, constant->text.size));
    if (constant->kind == CONSTANT_TUPLE)
        for (uint32_t i = 0; i < constant->items.count; i++)
            add_constant_names(frozen, constant->items.items[i]);
}

static void collect_names(Frozen *frozen)
{
    for (uint32_t i = 0; i < frozen->modules->count; i++) {
        const Tables *tables = &frozen->modules->items[i].code.tables;
        for (uint32_t k = 0; k < tables->texts.count; k++)
            add_name(frozen, text_name(frozen, &tables->texts.items[k]));
        for (uint32_t k = 0; k < tables->objects.count; k++)
            add_constant_names(frozen, tables->objects.items[k].constant);
    }
    if (frozen->added.count == 0)
        return;
    qsort(frozen->added.items, frozen->added.count, sizeof(const Name *), by_bytes);
    memset(frozen->number_slots, 0, frozen->number_count * sizeof(uint32_t));
    for (uint32_t i = 0; i < frozen->added.count; i++)
        *number_slot(frozen, frozen->added.items[i]) = i + 1;
}

void put_qstr(const Frozen *frozen, const Name *name)
{
    if (is_known(frozen, name))
        put_firmware_name(frozen->out, name);
    else
        fprintf(frozen->out, "FZ_Q(%u)", (unsigned)(*number_slot(frozen, name) - 1));
}

void put_literal(FILE *out, const char *bytes, uint32_t size)
{
    putc('"', out);
    for (uint32_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == '"' || c == '\\' || c == '?')
            fprintf(out, "\\%c", c);
        else if (c >= 32 && c < 127)
            putc(c, out);
        else
            fprintf(out, "\\%03o", c);
    }
    putc('"', out);
}

uint32_t frozen_hash(const Frozen *frozen, const char *bytes, uint32_t size)
{
    uint32_t hash = 5381;
    for (uint32_t i = 0; i < size; i++)
        hash = (hash * 33) ^ (uint8_t)bytes[i];
    uint32_t width = frozen->firmware->bytes_in_hash;
    if (width > 0 && width < 4)
        hash &= (1u << 8 * width) - 1;
    return hash ? hash : 1;
}

// The files' names, which the pool's texts of the same name are part of.
static void put_file_names(Frozen *frozen)
{
    FILE *out = frozen->out;
    const FrozenModules *modules = frozen->modules;
    frozen->file_place = ARENA_NEW_ARRAY(frozen->arena, uint32_t, frozen->added.count + 1);
    uint32_t place = 0;
    fputs("const char mp_frozen_names[] = {\n", out);
    for (uint32_t i = 0; i < modules->count; i++) {
        const Name *name = names_intern_z(frozen->names, modules->items[i].name);
        uint32_t number = frozen->number_count ? *number_slot(frozen, name) : 0;
        if (number)
            frozen->file_place[number - 1] = place + 1;
        fputs("    ", out);
        put_literal(out, name->text, name->size);
        fputs(" \"\\0\"\n", out);
        place += name->size + 1;
    }
    fputs("    \"\\0\"};\n\n", out);
}

static void put_pool(const Frozen *frozen)
{
    FILE *out = frozen->out;
    uint32_t count = frozen->added.count;
    bool has_hash = frozen->firmware->bytes_in_hash > 0;
    fprintf(out, "#define FZ_Q(n) (MP_QSTRnumber_of + (n))\n\n");
    if (has_hash && count) {
        fputs("static const qstr_hash_t fz_hashes[] = {", out);
        for (uint32_t i = 0; i < count; i++)
            fprintf(out, "%s%u,", i % 16 ? "" : "\n", (unsigned)frozen_hash(frozen, frozen->added.items[i]->text, frozen->added.items[i]->size));
        fputs("\n};\n", out);
    }
    if (count) {
        fputs("static const qstr_len_t fz_lengths[] = {", out);
        for (uint32_t i = 0; i < count; i++)
            fprintf(out, "%s%u,", i % 16 ? "" : "\n", (unsigned)frozen->added.items[i]->size);
        fputs("\n};\n", out);
    }
    fprintf(out,
            "extern const qstr_pool_t mp_qstr_const_pool;\n"
            "const qstr_pool_t mp_qstr_frozen_const_pool = {\n"
            "    &mp_qstr_const_pool, MP_QSTRnumber_of, %s, %u, %u,\n",
            count ? "true" : "false", (unsigned)(count < 10 ? count : 10), (unsigned)count);
    if (has_hash)
        fputs(count ? "    (qstr_hash_t *)fz_hashes,\n" : "    NULL,\n", out);
    fputs(count ? "    (qstr_len_t *)fz_lengths,\n    {\n" : "    NULL,\n    {\n", out);
    for (uint32_t i = 0; i < count; i++) {
        putc('\t', out);
        if (frozen->file_place[i])
            fprintf(out, "mp_frozen_names + %u", (unsigned)frozen->file_place[i] - 1);
        else
            put_literal(out, frozen->added.items[i]->text, frozen->added.items[i]->size);
        fputs(",\n", out);
    }
    fputs("    },\n};\n\n", out);
}

// ---- the file

// The names of all modules, as their functions' indices want them.
static void put_names(const Frozen *frozen)
{
    FILE *out = frozen->out;
    fprintf(out, "static const qstr_short_t fz_names[%u] = {", (unsigned)frozen->tables.count + 1);
    for (uint32_t i = 0; i < frozen->tables.count; i++) {
        fputs(i % 8 ? " " : "\n\t", out);
        put_qstr(frozen, frozen->tables.entries[i]);
        putc(',', out);
    }
    fputs("\n};\n", out);
}

static void put_head(FILE *out)
{
    fputs("// Made by flashfreeze: modules frozen into MicroPython firmware.\n"
          "#include \"py/mpconfig.h\"\n#include \"py/objint.h\"\n#include \"py/objstr.h\"\n"
          "#include \"py/emitglue.h\"\n#include \"py/nativeglue.h\"\n\n"
          "#if MICROPY_PY_SYS_SETTRACE\n#error sys.settrace needs descriptions that this file lacks\n"
          "#endif\n\n"
          "#if MICROPY_OBJ_REPR == MICROPY_OBJ_REPR_A || MICROPY_OBJ_REPR == MICROPY_OBJ_REPR_B\n"
          "typedef struct {\n    mp_obj_base_t base;\n    mp_float_t value;\n} FzFloat;\n"
          "#define FZ_FLOAT(n, value) static const FzFloat fz_object_##n = {{&mp_type_float}, value};\n"
          "#define FZ_FLOAT_REF(n, c, d) MP_ROM_PTR(&fz_object_##n)\n"
          "#elif MICROPY_OBJ_REPR == MICROPY_OBJ_REPR_C\n"
          "#define FZ_FLOAT(n, value)\n"
          "#define FZ_FLOAT_REF(n, c, d) ((mp_rom_obj_t)(uintptr_t)c)\n"
          "#else\n"
          "#define FZ_FLOAT(n, value)\n"
          "#define FZ_FLOAT_REF(n, c, d) {.u64 = d}\n"
          "#endif\n"
          "#define FZ_WIDE_INTS (UINTPTR_MAX > 0xffffffffu && \\\n"
          "    (MICROPY_OBJ_REPR == MICROPY_OBJ_REPR_A || MICROPY_OBJ_REPR == MICROPY_OBJ_REPR_B))\n"
          "#if FZ_WIDE_INTS\n"
          "#define FZ_INT_REF(n, value) MP_ROM_INT(value)\n"
          "#else\n"
          "#define FZ_INT_REF(n, value) MP_ROM_PTR(&fz_object_##n)\n"
          "#endif\n"
          "#if MICROPY_PY_BUILTINS_COMPLEX\n"
          "typedef struct {\n    mp_obj_base_t base;\n    mp_float_t real, imag;\n} FzComplex;\n#endif\n\n"
          "#if MICROPY_PERSISTENT_CODE_SAVE\n"
          "#define FZ_SAVE(size, count) .fun_data_len = size, .n_children = count\n"
          "#define FZ_LEAF(number, place) (fz_leaves + (number))\n"
          "#else\n"
          "#define FZ_SAVE(size, count)\n"
          "#define FZ_LEAF(number, place) (fz_code + (place))\n"
          "#endif\n"
          "#define FZ_TREE(number) (fz_trees + (number))\n"
          "#define FZ_RAW(place, size, list, count, generator) \\\n"
          "    {.proto_fun_indicator = {MP_PROTO_FUN_INDICATOR_RAW_CODE_0, MP_PROTO_FUN_INDICATOR_RAW_CODE_1}, \\\n"
          "     .kind = MP_CODE_BYTECODE, .is_generator = generator, .fun_data = fz_code + (place), \\\n"
          "     .children = list, FZ_SAVE(size, count)},\n\n",
          out);
}

void frozen_write(Arena *arena, Names *names, const FrozenFirmware *firmware,
                  const FrozenModules *modules, FILE *out)
{
    Frozen frozen = {
        .arena = arena, .names = names, .firmware = firmware, .modules = modules, .out = out};
    know_firmware(&frozen);
    collect_names(&frozen);
    put_head(out);
    put_file_names(&frozen);
    put_pool(&frozen);
    put_objects(&frozen);
    frozen_lay_names(arena, names, modules, &frozen.tables);
    put_names(&frozen);
    put_functions(&frozen);
    put_modules(&frozen);
}
