// SPDX-License-Identifier: MIT
// The container: header, names, objects, functions.
#include "mpy.h"
#include "reader.h"

#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { VERSION = 6 };

typedef struct {
    Arena *arena;
    Bytes *out;
} Writer;

static void put_byte(Writer *writer, uint32_t byte)
{
    VEC_PUSH(writer->arena, writer->out, (uint8_t)byte);
}

static void put_bytes(Writer *writer, const void *bytes, uint32_t size)
{
    Bytes *out = writer->out;
    if (size > out->capacity - out->count)
        out->items = vec_grow(writer->arena, out->items, out->count, &out->capacity,
                              out->count + size, 1);
    if (size)
        memcpy(out->items + out->count, bytes, size);
    out->count += size;
}

static void put_tagged(Writer *writer, uint32_t tag, const char *text, uint32_t size)
{
    put_byte(writer, tag);
    put_uint(writer->arena, writer->out, size);
    put_bytes(writer, text, size);
}

// "1e+05" is "1e5".
static void tidy_exponent(char *text)
{
    char *from = strchr(text, 'e');
    if (!from)
        return;
    char *to = ++from;
    if (*from == '-')
        *to++ = *from;
    if (*from == '-' || *from == '+')
        from++;
    while (*from == '0' && from[1])
        from++;
    memmove(to, from, strlen(from) + 1);
}

const char *mpy_float_text(Arena *arena, double value)
{
    if (isnan(value))
        return "nan";
    if (isinf(value))
        return value < 0 ? "-inf" : "inf";
    char text[40];
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    tidy_exponent(text);
    return arena_copy(arena, text, strlen(text));
}

const char *mpy_int_text(Arena *arena, const Constant *constant)
{
    mpz_t number;
    mpz_init(number);
    mpz_import(number, constant->integer.limb_count, -1, sizeof(uint32_t), 0, 0,
               constant->integer.limbs);
    if (constant->integer.negative)
        mpz_neg(number, number);
    char *text = ARENA_NEW_ARRAY(arena, char, mpz_sizeinbase(number, 10) + 2);
    mpz_get_str(text, 10, number);
    mpz_clear(number);
    return text;
}

static void put_object(Writer *writer, const Constant *constant)
{
    const char *text = NULL;
    uint32_t tag = 0;
    switch (constant->kind) {
    case CONSTANT_NONE:
    case CONSTANT_FALSE:
    case CONSTANT_TRUE:
    case CONSTANT_ELLIPSIS: // tags in the order of the kinds
        put_byte(writer, (uint32_t)constant->kind - CONSTANT_NONE + TAG_NONE);
        return;
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        put_tagged(writer, constant->kind == CONSTANT_STR ? TAG_STR : TAG_BYTES,
                   constant->text.bytes, constant->text.size);
        put_byte(writer, 0);
        return;
    case CONSTANT_TUPLE:
        put_byte(writer, TAG_TUPLE);
        put_uint(writer->arena, writer->out, constant->items.count);
        for (uint32_t i = 0; i < constant->items.count; i++)
            put_object(writer, constant->items.items[i]);
        return;
    case CONSTANT_INT:
        tag = TAG_INT;
        text = mpy_int_text(writer->arena, constant);
        break;
    case CONSTANT_FLOAT:
        tag = TAG_FLOAT;
        text = mpy_float_text(writer->arena, constant->real);
        break;
    case CONSTANT_COMPLEX:
        tag = TAG_COMPLEX;
        text = arena_format(writer->arena, "%sj",
                            mpy_float_text(writer->arena, constant->complex.imag));
        break;
    case CONSTANT_FROZENSET: // lowering lets none of these through
    case CONSTANT_RANGE:
        abort();
    }
    put_tagged(writer, tag, text, (uint32_t)strlen(text));
}

static void put_names(Writer *writer, const Tables *tables)
{
    for (uint32_t i = 0; i < tables->texts.count; i++) {
        const TableText *entry = &tables->texts.items[tables->text_order[i]];
        if (entry->static_id) {
            put_uint(writer->arena, writer->out, entry->static_id << 1 | 1);
            continue;
        }
        put_uint(writer->arena, writer->out, entry->size << 1);
        put_bytes(writer, entry->text, entry->size);
        put_byte(writer, 0);
    }
}

static void put_function(Writer *writer, const V6Function *function)
{
    bool has_children = function->children.count > 0;
    put_uint(writer->arena, writer->out, (uint64_t)function->size << 3 | (has_children ? 4u : 0u));
    put_bytes(writer, function->bytes, function->size);
    if (!has_children)
        return;
    put_uint(writer->arena, writer->out, function->children.count);
    for (uint32_t i = 0; i < function->children.count; i++)
        put_function(writer, function->children.items[i]);
}

void mpy_write(Arena *arena, const MpyModule *module, const MpyOptions *options, Bytes *out)
{
    Writer writer = {arena, out};
    put_byte(&writer, 'M');
    put_byte(&writer, VERSION);
    put_byte(&writer, 0); // no native code
    put_byte(&writer, options->int_bits);
    put_uint(arena, out, module->tables.texts.count);
    put_uint(arena, out, module->tables.objects.count);
    put_names(&writer, &module->tables);
    for (uint32_t i = 0; i < module->tables.objects.count; i++)
        put_object(&writer, module->tables.objects.items[module->tables.object_order[i]].constant);
    put_function(&writer, module->top);
}

static bool check_names(Diagnostics *diags, const Tables *tables)
{
    for (uint32_t i = 0; i < tables->texts.count; i++) {
        const TableText *entry = &tables->texts.items[i];
        if (entry->size > TABLE_TEXT_LIMIT) {
            diag_report(diags, NULL, (Span){0}, DIAG_V6_LONG_NAME, entry->text,
                        (unsigned)TABLE_TEXT_LIMIT);
            return false;
        }
    }
    return true;
}

static LowerContext lowering(const MpyInput *input, Arena *scratch)
{
    return (LowerContext){.arena = input->arena,
                          .scratch = scratch,
                          .names = input->names,
                          .diags = input->diags,
                          .module = input->module,
                          .int_bits = input->options.int_bits,
                          .lines = input->options.lines};
}

bool mpy_lower(const MpyInput *input, MpyModule *out)
{
    Arena scratch = {0};
    LowerContext context = lowering(input, &scratch);
    out->top = lower_module(&context);
    arena_free(&scratch);
    return out->top != NULL;
}

static bool encode(const MpyInput *input, MpyModule *out, Arena *scratch)
{
    LowerContext context = lowering(input, scratch);
    if (!lower_finish(&context, out->top))
        return false;
    tables_collect(&out->tables, input->arena, input->options.file_name, out->top);
    EncodeContext encode = {.arena = input->arena,
                            .scratch = scratch,
                            .diags = input->diags,
                            .source = input->module->source,
                            .tables = &out->tables,
                            .lines = input->options.lines};
    return check_names(input->diags, &out->tables) && encode_functions(&encode, out->top);
}

bool mpy_encode(const MpyInput *input, MpyModule *out)
{
    Arena scratch = {0};
    bool is_good = encode(input, out, &scratch);
    arena_free(&scratch);
    return is_good;
}
