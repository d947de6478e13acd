// SPDX-License-Identifier: MIT
// The C file: one pool of the names that the firmware lacks, the constants of all modules, each once,
// then for each module its tables and functions.
#include "frozen.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

typedef struct {
    Arena *arena;
    Names *names;
    const FrozenFirmware *firmware;
    const FrozenModules *modules;
    FILE *out;
    const Name **known;      // hash set of the firmware's texts and the fixed ones
    uint32_t known_count;
    VEC(const Name *) added; // texts of the pool, sorted by bytes
    uint32_t *number_slots;  // added text by hash: index + 1
    uint32_t number_count;
    VEC(const Constant *) objects; // written so far
    uint32_t *object_slots;
    uint32_t object_slot_count;
} Frozen;

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

static uint32_t table_size(uint32_t count)
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
    frozen->known_count = table_size(frozen->firmware->texts.count + fixed_count);
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
        frozen->number_count = table_size(frozen->added.count + 1) * 2;
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

static void put_qstr(const Frozen *frozen, const Name *name)
{
    if (is_known(frozen, name))
        put_firmware_name(frozen->out, name);
    else
        fprintf(frozen->out, "FZ_Q(%u)", (unsigned)(*number_slot(frozen, name) - 1));
}

static void put_literal(FILE *out, const char *bytes, uint32_t size)
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

// MicroPython's hash of a text.
static uint32_t hash_of(const Frozen *frozen, const char *bytes, uint32_t size)
{
    uint32_t hash = 5381;
    for (uint32_t i = 0; i < size; i++)
        hash = (hash * 33) ^ (uint8_t)bytes[i];
    uint32_t width = frozen->firmware->bytes_in_hash;
    if (width > 0 && width < 4)
        hash &= (1u << 8 * width) - 1;
    return hash ? hash : 1;
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
            fprintf(out, "%s%u,", i % 16 ? "" : "\n", (unsigned)hash_of(frozen, frozen->added.items[i]->text, frozen->added.items[i]->size));
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
        put_literal(out, frozen->added.items[i]->text, frozen->added.items[i]->size);
        fputs(",\n", out);
    }
    fputs("    },\n};\n\n", out);
}

// ---- constants

static uint32_t *object_slot(const Frozen *frozen, const Constant *constant)
{
    uint32_t mask = frozen->object_slot_count - 1;
    uint32_t at = constant_hash(constant) & mask;
    while (frozen->object_slots[at] &&
           !constant_same(frozen->objects.items[frozen->object_slots[at] - 1], constant))
        at = (at + 1) & mask;
    return &frozen->object_slots[at];
}

static void grow_objects(Frozen *frozen)
{
    frozen->object_slot_count = table_size(frozen->objects.count + 1) * 2;
    frozen->object_slots = ARENA_NEW_ARRAY(frozen->arena, uint32_t, frozen->object_slot_count);
    for (uint32_t i = 0; i < frozen->objects.count; i++)
        *object_slot(frozen, frozen->objects.items[i]) = i + 1;
}

static bool is_short_int(const Constant *constant, int64_t *value)
{
    return constant->kind == CONSTANT_INT && constant_as_int64(constant, value) &&
           *value >= -(1 << 29) && *value < 1 << 29;
}

static bool needs_object(const Constant *constant)
{
    int64_t value;
    switch (constant->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
    case CONSTANT_TRUE:
    case CONSTANT_ELLIPSIS:
        return false;
    case CONSTANT_STR:
        return !tables_is_name(constant);
    case CONSTANT_BYTES:
        return constant->text.size > 0;
    case CONSTANT_TUPLE:
        return constant->items.count > 0;
    case CONSTANT_INT:
        return !is_short_int(constant, &value);
    default:
        return true;
    }
}

// The value itself in the representations of objects that need no object for it.
static void put_float_reference(const Frozen *frozen, uint32_t number, const Constant *constant)
{
    float single = (float)constant->real;
    uint32_t bits32;
    uint64_t bits64;
    memcpy(&bits32, &single, sizeof bits32);
    memcpy(&bits64, &constant->real, sizeof bits64);
    fprintf(frozen->out,
            "FZ_FLOAT_REF(%u, 0x%08" PRIx32 "u, 0x%016" PRIx64 "ull)", (unsigned)number, ((bits32 & ~3u) | 2u) + 0x80800000u,
            bits64 + UINT64_C(0x8004000000000000));
}

// A reference to the constant, whose object has been written if it needs one.
static void put_reference(const Frozen *frozen, const Constant *constant)
{
    FILE *out = frozen->out;
    int64_t value;
    if (constant->kind == CONSTANT_STR && tables_is_name(constant)) {
        fputs("MP_ROM_QSTR(", out);
        put_qstr(frozen, names_intern(frozen->names, constant->text.bytes, constant->text.size));
        fputs(")", out);
    } else if (needs_object(constant)) {
        uint32_t number = *object_slot(frozen, constant) - 1;
        if (constant->kind == CONSTANT_FLOAT)
            put_float_reference(frozen, number, constant);
        else
            fprintf(out, "MP_ROM_PTR(&fz_object_%u)", (unsigned)number);
    } else if (is_short_int(constant, &value)) {
        fprintf(out, "MP_ROM_INT(%" PRId64 ")", value);
    } else {
        static const char *const texts[] = {
            [CONSTANT_NONE] = "MP_ROM_NONE",
            [CONSTANT_FALSE] = "MP_ROM_FALSE",
            [CONSTANT_TRUE] = "MP_ROM_TRUE",
            [CONSTANT_ELLIPSIS] = "MP_ROM_PTR(&mp_const_ellipsis_obj)",
            [CONSTANT_BYTES] = "MP_ROM_PTR(&mp_const_empty_bytes_obj)",
            [CONSTANT_TUPLE] = "MP_ROM_PTR(&mp_const_empty_tuple_obj)",
        };
        fputs(texts[constant->kind], out);
    }
}

static void put_text_object(const Frozen *frozen, uint32_t number, const Constant *constant)
{
    fprintf(frozen->out, "static const mp_obj_str_t fz_object_%u = {{&mp_type_%s}, %u, %u, (const byte *)",
            (unsigned)number, constant->kind == CONSTANT_STR ? "str" : "bytes",
            (unsigned)hash_of(frozen, constant->text.bytes, constant->text.size),
            (unsigned)constant->text.size);
    put_literal(frozen->out, constant->text.bytes, constant->text.size);
    fputs("};\n", frozen->out);
}

static uint32_t digit_count(const Constant *constant, unsigned bits)
{
    uint32_t count = constant->integer.limb_count * (32 / bits);
    uint32_t top = constant->integer.limbs[constant->integer.limb_count - 1];
    for (unsigned part = 32 / bits; part-- > 1 && bits < 32 && top >> bits * part == 0;)
        count--;
    return count;
}

static void put_digit_list(FILE *out, const Constant *constant, unsigned bits)
{
    uint32_t count = digit_count(constant, bits);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t limb = constant->integer.limbs[i / (32 / bits)];
        fprintf(out, "0x%" PRIx32 ",", bits == 32 ? limb : limb >> bits * (i % (32 / bits)) & ((1u << bits) - 1));
    }
}

static void put_mpz(const Frozen *frozen, uint32_t number, const Constant *constant, unsigned bits)
{
    FILE *out = frozen->out;
    uint32_t count = digit_count(constant, bits);
    fprintf(out, "static const uint%u_t fz_digits_%u[] = {", bits, (unsigned)number);
    put_digit_list(out, constant, bits);
    fprintf(out,
            "};\nstatic const mp_obj_int_t fz_object_%u = {{&mp_type_int}, {.neg = %d, .fixed_dig = 1, "
            ".alloc = %u, .len = %u, .dig = (uint%u_t *)fz_digits_%u}};\n",
            (unsigned)number, constant->integer.negative, (unsigned)count, (unsigned)count, bits,
            (unsigned)number);
}

static void put_int_object(const Frozen *frozen, uint32_t number, const Constant *constant)
{
    FILE *out = frozen->out;
    int64_t value;
    fputs("#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ && MPZ_DIG_SIZE == 16\n", out);
    put_mpz(frozen, number, constant, 16);
    fputs("#elif MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ && MPZ_DIG_SIZE == 32\n", out);
    put_mpz(frozen, number, constant, 32);
    if (constant_as_int64(constant, &value)) {
        fputs("#elif MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_LONGLONG\n", out);
        fprintf(out, "static const mp_obj_int_t fz_object_%u = {{&mp_type_int}, (mp_longint_impl_t)%" PRIu64 "ull};\n",
                (unsigned)number, (uint64_t)value);
    }
    fputs("#else\n#error a constant needs larger ints than this firmware has\n#endif\n", out);
}

static const char *float_expression(Arena *arena, double value)
{
    if (isnan(value))
        return "(0.0 / 0.0)";
    if (isinf(value))
        return value < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)";
    return arena_format(arena, "(mp_float_t)%.17g", value);
}

static void put_object(Frozen *frozen, const Constant *constant)
{
    if (!needs_object(constant))
        return;
    if (constant->kind == CONSTANT_TUPLE)
        for (uint32_t i = 0; i < constant->items.count; i++)
            put_object(frozen, constant->items.items[i]);
    if ((frozen->objects.count + 1) * 2 > frozen->object_slot_count)
        grow_objects(frozen);
    uint32_t *slot = object_slot(frozen, constant);
    if (*slot)
        return;
    VEC_PUSH(frozen->arena, &frozen->objects, constant);
    *slot = frozen->objects.count;
    uint32_t number = frozen->objects.count - 1;
    FILE *out = frozen->out;
    switch (constant->kind) {
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        put_text_object(frozen, number, constant);
        return;
    case CONSTANT_INT:
        put_int_object(frozen, number, constant);
        return;
    case CONSTANT_FLOAT:
        fprintf(out, "FZ_FLOAT(%u, %s)\n", (unsigned)number,
                float_expression(frozen->arena, constant->real));
        return;
    case CONSTANT_COMPLEX:
        fprintf(out, "static const FzComplex fz_object_%u = {{&mp_type_complex}, %s, %s};\n",
                (unsigned)number, float_expression(frozen->arena, constant->complex.real),
                float_expression(frozen->arena, constant->complex.imag));
        return;
    default: // a tuple; the others need no object
        fprintf(out, "static const mp_rom_obj_tuple_t fz_object_%u = {{&mp_type_tuple}, %u, {",
                (unsigned)number, (unsigned)constant->items.count);
        for (uint32_t i = 0; i < constant->items.count; i++) {
            put_reference(frozen, constant->items.items[i]);
            fputs(", ", out);
        }
        fputs("}};\n", out);
        return;
    }
}

// ---- functions and modules

static void put_bytes(FILE *out, const uint8_t *bytes, uint32_t size)
{
    enum { IN_LINE = 32, MOST_DIGITS = 3 };
    char line[IN_LINE * (MOST_DIGITS + 1) + 1];
    uint32_t length = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (i % IN_LINE == 0)
            line[length++] = '\n';
        uint8_t byte = bytes[i];
        if (byte >= 100)
            line[length++] = (char)('0' + byte / 100);
        if (byte >= 10)
            line[length++] = (char)('0' + byte / 10 % 10);
        line[length++] = (char)('0' + byte % 10);
        line[length++] = ',';
        if (i % IN_LINE == IN_LINE - 1 || i + 1 == size) {
            fwrite(line, 1, length, out);
            length = 0;
        }
    }
}

// Writes the functions below first; gives the number of this one. `number` counts on.
static uint32_t put_function(const Frozen *frozen, uint32_t module, const V6Function *function,
                             uint32_t *number)
{
    FILE *out = frozen->out;
    uint32_t count = function->children.count;
    uint32_t *children = ARENA_NEW_ARRAY(frozen->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        children[i] = put_function(frozen, module, function->children.items[i], number);
    uint32_t own = (*number)++;
    fprintf(out, "static const byte fz_code_%u_%u[%u] = {", (unsigned)module, (unsigned)own,
            (unsigned)function->size);
    put_bytes(out, function->bytes, function->size);
    fputs("};\n", out);
    if (count) {
        fprintf(out, "static const void *const fz_children_%u_%u[] = {", (unsigned)module,
                (unsigned)own);
        for (uint32_t i = 0; i < count; i++)
            fprintf(out, "FZ_FUNCTION_%s(%u, %u), ",
                    function->children.items[i]->children.count ? "TREE" : "LEAF", (unsigned)module,
                    (unsigned)children[i]);
        fputs("};\n", out);
    }
    fprintf(out, "%s(%u, %u, %u, %u, %s%s%s)\n", count ? "FZ_DEFINE_TREE" : "FZ_DEFINE_LEAF",
            (unsigned)module, (unsigned)own, (unsigned)function->size, (unsigned)count,
            function->flags & V6_FLAG_GENERATOR ? "true" : "false", ", ",
            count ? arena_format(frozen->arena, "(void *)fz_children_%u_%u", (unsigned)module,
                                 (unsigned)own)
                  : "NULL");
    return own;
}

static void put_module(Frozen *frozen, uint32_t index)
{
    const FrozenModule *module = &frozen->modules->items[index];
    const Tables *tables = &module->code.tables;
    FILE *out = frozen->out;
    fprintf(out, "\n// %s\n", module->name);
    for (uint32_t i = 0; i < tables->objects.count; i++)
        put_object(frozen, tables->objects.items[i].constant);
    uint32_t number = 0;
    uint32_t top = put_function(frozen, index, module->code.top, &number);
    fprintf(out, "static const qstr_short_t fz_names_%u[%u] = {", (unsigned)index,
            (unsigned)tables->texts.count);
    for (uint32_t i = 0; i < tables->texts.count; i++) {
        fputs(i % 8 ? " " : "\n\t", out);
        put_qstr(frozen, text_name(frozen, &tables->texts.items[tables->text_order[i]]));
        putc(',', out);
    }
    fputs("\n};\n", out);
    if (tables->objects.count) {
        fprintf(out, "static const mp_rom_obj_t fz_table_%u[] = {\n", (unsigned)index);
        for (uint32_t i = 0; i < tables->objects.count; i++) {
            putc('\t', out);
            put_reference(frozen, tables->objects.items[tables->object_order[i]].constant);
            fputs(",\n", out);
        }
        fputs("};\n", out);
    }
    const char *table = tables->objects.count
                            ? arena_format(frozen->arena, "(mp_obj_t *)fz_table_%u", (unsigned)index)
                            : "NULL";
    fprintf(out,
            "static const mp_frozen_module_t fz_module_%u = {\n"
            "    .constants = {.qstr_table = (qstr_short_t *)fz_names_%u, .obj_table = %s},\n"
            "    .proto_fun = FZ_FUNCTION_%s(%u, %u)};\n",
            (unsigned)index, (unsigned)index, table,
            module->code.top->children.count ? "TREE" : "LEAF", (unsigned)index, (unsigned)top);
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
          "#if MICROPY_PY_BUILTINS_COMPLEX\n"
          "typedef struct {\n    mp_obj_base_t base;\n    mp_float_t real, imag;\n} FzComplex;\n#endif\n\n"
          "#define FZ_RAW(m, f, size, count, generator, list) \\\n"
          "    static const mp_raw_code_truncated_t fz_function_##m##_##f = { \\\n"
          "        .proto_fun_indicator = {MP_PROTO_FUN_INDICATOR_RAW_CODE_0, MP_PROTO_FUN_INDICATOR_RAW_CODE_1}, \\\n"
          "        .kind = MP_CODE_BYTECODE, .is_generator = generator, \\\n"
          "        .fun_data = fz_code_##m##_##f, .children = list, FZ_SAVE(size, count)};\n"
          "#define FZ_FUNCTION_TREE(m, f) &fz_function_##m##_##f\n"
          "#define FZ_DEFINE_TREE(m, f, size, count, generator, list) FZ_RAW(m, f, size, count, generator, list)\n"
          "#if MICROPY_PERSISTENT_CODE_SAVE\n"
          "#define FZ_SAVE(size, count) .fun_data_len = size, .n_children = count\n"
          "#define FZ_FUNCTION_LEAF(m, f) &fz_function_##m##_##f\n"
          "#define FZ_DEFINE_LEAF(m, f, size, count, generator, list) FZ_RAW(m, f, size, count, generator, list)\n"
          "#else\n"
          "#define FZ_SAVE(size, count)\n"
          "#define FZ_FUNCTION_LEAF(m, f) fz_code_##m##_##f\n"
          "#define FZ_DEFINE_LEAF(m, f, size, count, generator, list)\n"
          "#endif\n\n",
          out);
}

static void put_lists(const Frozen *frozen)
{
    FILE *out = frozen->out;
    fputs("\nconst char mp_frozen_names[] = {\n", out);
    for (uint32_t i = 0; i < frozen->modules->count; i++) {
        fputs("    ", out);
        put_literal(out, frozen->modules->items[i].name,
                    (uint32_t)strlen(frozen->modules->items[i].name));
        fputs(" \"\\0\"\n", out);
    }
    fputs("    \"\\0\"};\n\nconst mp_frozen_module_t *const mp_frozen_mpy_content[] = {\n", out);
    for (uint32_t i = 0; i < frozen->modules->count; i++)
        fprintf(out, "    &fz_module_%u,\n", (unsigned)i);
    fputs("};\n\nconst uint32_t mp_frozen_str_sizes[] = {0};\nconst char mp_frozen_str_content[] = {\"\\0\"};\n", out);
}

void frozen_write(Arena *arena, Names *names, const FrozenFirmware *firmware,
                  const FrozenModules *modules, FILE *out)
{
    Frozen frozen = {
        .arena = arena, .names = names, .firmware = firmware, .modules = modules, .out = out};
    know_firmware(&frozen);
    collect_names(&frozen);
    put_head(out);
    put_pool(&frozen);
    grow_objects(&frozen);
    for (uint32_t i = 0; i < modules->count; i++)
        put_module(&frozen, i);
    put_lists(&frozen);
}
