// SPDX-License-Identifier: MIT
// Functions of frozen modules and what refers to them. Things of one kind are in one array, for a
// compiler aligns each array, and there are many small functions. Where firmware cannot save
// functions, one without others in it is its bytes alone.
#include "frozen_internal.h"

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

// Writes the bytes of the function behind those of the functions in it, and notes their places.
static uint32_t put_code(Frozen *frozen, uint32_t module, V6Function *function, uint32_t place)
{
    for (uint32_t i = 0; i < function->children.count; i++)
        place = put_code(frozen, module, function->children.items[i], place);
    uint8_t *bytes = ARENA_NEW_ARRAY(frozen->arena, uint8_t, function->size);
    frozen_renumber(function, frozen->tables.number[module], bytes);
    put_bytes(frozen->out, bytes, function->size);
    function->frozen.place = place;
    function->frozen.number =
        function->children.count ? frozen->tree_count++ : frozen->leaf_count++;
    return place + function->size;
}

static void put_function_reference(FILE *out, const V6Function *function)
{
    if (function->children.count)
        fprintf(out, "FZ_TREE(%u)", (unsigned)function->frozen.number);
    else
        fprintf(out, "FZ_LEAF(%u, %u)", (unsigned)function->frozen.number,
                (unsigned)function->frozen.place);
}

// The lists of functions in functions, one behind the other; `count` are there already.
static uint32_t put_children(FILE *out, V6Function *function, uint32_t count)
{
    for (uint32_t i = 0; i < function->children.count; i++)
        count = put_children(out, function->children.items[i], count);
    function->frozen.children = count;
    for (uint32_t i = 0; i < function->children.count; i++) {
        fputs(i % 4 ? " " : "\n\t", out);
        put_function_reference(out, function->children.items[i]);
        putc(',', out);
    }
    return count + function->children.count;
}

// Descriptions of functions with or without others in them, in the order of their numbers.
static void put_descriptions(FILE *out, const V6Function *function, bool are_trees)
{
    uint32_t count = function->children.count;
    for (uint32_t i = 0; i < count; i++)
        put_descriptions(out, function->children.items[i], are_trees);
    if ((count > 0) != are_trees)
        return;
    fprintf(out, "\tFZ_RAW(%u, %u, ", (unsigned)function->frozen.place, (unsigned)function->size);
    if (are_trees)
        fprintf(out, "(void *)(fz_children + %u)", (unsigned)function->frozen.children);
    else
        fputs("NULL", out);
    fprintf(out, ", %u, %s)\n", (unsigned)count,
            function->flags & V6_FLAG_GENERATOR ? "true" : "false");
}

static void put_all_descriptions(const Frozen *frozen, bool are_trees)
{
    fprintf(frozen->out, "static const mp_raw_code_truncated_t fz_%s[] = {\n",
            are_trees ? "trees" : "leaves");
    for (uint32_t i = 0; i < frozen->modules->count; i++)
        put_descriptions(frozen->out, frozen->modules->items[i].code.top, are_trees);
    fputs("};\n", frozen->out);
}

void put_functions(Frozen *frozen)
{
    FILE *out = frozen->out;
    const FrozenModules *modules = frozen->modules;
    uint32_t place = 0;
    uint32_t children = 0;
    fputs("\nstatic const byte fz_code[] = {", out);
    for (uint32_t i = 0; i < modules->count; i++) {
        fprintf(out, "\n// %s", modules->items[i].name);
        place = put_code(frozen, i, modules->items[i].code.top, place);
    }
    fputs("};\n\n", out);
    if (frozen->leaf_count) {
        fputs("#if MICROPY_PERSISTENT_CODE_SAVE\n", out);
        put_all_descriptions(frozen, false);
        fputs("#endif\n", out);
    }
    if (!frozen->tree_count)
        return;
    fprintf(out, "static const mp_raw_code_truncated_t fz_trees[%u];\n",
            (unsigned)frozen->tree_count);
    fputs("static const void *const fz_children[] = {", out);
    for (uint32_t i = 0; i < modules->count; i++)
        children = put_children(out, modules->items[i].code.top, children);
    fputs("\n};\n", out);
    put_all_descriptions(frozen, true);
}

static void put_object_tables(const Frozen *frozen)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frozen->modules->count; i++) {
        const Tables *tables = &frozen->modules->items[i].code.tables;
        for (uint32_t k = 0; k < tables->objects.count; k++) {
            fputs(count++ ? "" : "static const mp_rom_obj_t fz_table[] = {\n", frozen->out);
            putc('\t', frozen->out);
            put_reference(frozen, tables->objects.items[tables->object_order[k]].constant);
            fputs(",\n", frozen->out);
        }
    }
    fputs(count ? "};\n" : "", frozen->out);
}

void put_modules(const Frozen *frozen)
{
    FILE *out = frozen->out;
    uint32_t objects = 0;
    put_object_tables(frozen);
    fputs("static const mp_frozen_module_t fz_modules[] = {\n", out);
    for (uint32_t i = 0; i < frozen->modules->count; i++) {
        const MpyModule *code = &frozen->modules->items[i].code;
        uint32_t count = code->tables.objects.count;
        fprintf(out, "\t{.constants = {.qstr_table = (qstr_short_t *)fz_names + %u, .obj_table = ",
                (unsigned)frozen->tables.begin[i]);
        if (count)
            fprintf(out, "(mp_obj_t *)fz_table + %u", (unsigned)objects);
        else
            fputs("NULL", out);
        fputs("},\n\t .proto_fun = ", out);
        put_function_reference(out, code->top);
        fprintf(out, "}, // %s\n", frozen->modules->items[i].name);
        objects += count;
    }
    fputs("};\n\nconst mp_frozen_module_t *const mp_frozen_mpy_content[] = {\n", out);
    for (uint32_t i = 0; i < frozen->modules->count; i++)
        fprintf(out, "\tfz_modules + %u,\n", (unsigned)i);
    fputs("};\n\nconst uint32_t mp_frozen_str_sizes[] = {0};\n"
          "const char mp_frozen_str_content[] = {\"\\0\"};\n",
          out);
}
