// SPDX-License-Identifier: MIT
// The container read back.
#include "mpy.h"
#include "reader.h"

#include <gmp.h>
#include <stdlib.h>

static void read_names(Arena *arena, Reader *reader, uint32_t count, Tables *tables)
{
    tables->text_order = ARENA_NEW_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count && !reader->fault; i++) {
        uint64_t head = take_uint(reader);
        TableText entry = {.index = i};
        if (head & 1) {
            entry.text = static_qstr_text(head >> 1);
            entry.static_id = (uint32_t)(head >> 1);
            entry.size = entry.text ? (uint32_t)strlen(entry.text) : 0;
        } else {
            entry.size = (uint32_t)(head >> 1);
            entry.text = (const char *)take_bytes(reader, head >> 1);
            take_byte(reader);
        }
        if (!entry.text || entry.size > TABLE_TEXT_LIMIT)
            reader->fault = "a name";
        VEC_PUSH(arena, &tables->texts, entry);
        tables->text_order[i] = i;
    }
}

static const Constant *int_constant(Arena *arena, const char *text)
{
    mpz_t number;
    if (mpz_init_set_str(number, text, 10) != 0) {
        mpz_clear(number);
        return NULL;
    }
    size_t count = (mpz_sizeinbase(number, 2) + 31) / 32;
    uint32_t *limbs = ARENA_NEW_ARRAY(arena, uint32_t, count + 1);
    size_t used = 0;
    mpz_export(limbs, &used, -1, sizeof(uint32_t), 0, 0, number);
    const Constant *constant =
        constant_int_limbs(arena, mpz_sgn(number) < 0, limbs, (uint32_t)used);
    mpz_clear(number);
    return constant;
}

static const Constant *number_constant(Arena *arena, uint32_t tag, const uint8_t *bytes,
                                       uint64_t size)
{
    const char *text = arena_copy(arena, (const char *)bytes, size);
    if (tag == TAG_INT)
        return int_constant(arena, text);
    char *end;
    double value = strtod(text, &end);
    if (tag == TAG_FLOAT)
        return *end ? NULL : constant_float(arena, value);
    return strcmp(end, "j") == 0 ? constant_complex(arena, 0, value) : NULL;
}

static const Constant *read_object(Arena *arena, Reader *reader, uint32_t depth);

static const Constant *read_tuple(Arena *arena, Reader *reader, uint64_t size, uint32_t depth)
{
    VEC(const Constant *) items = {0};
    for (uint64_t i = 0; i < size && !reader->fault; i++)
        VEC_PUSH(arena, &items, read_object(arena, reader, depth + 1));
    return constant_items(arena, CONSTANT_TUPLE, items.items, items.count);
}

// NULL only after a fault.
static const Constant *read_object(Arena *arena, Reader *reader, uint32_t depth)
{
    uint32_t tag = take_byte(reader);
    switch (tag) {
    case TAG_NONE:
        return constant_none();
    case TAG_FALSE:
    case TAG_TRUE:
        return constant_bool(tag == TAG_TRUE);
    case TAG_ELLIPSIS:
        return constant_ellipsis();
    default:
        break;
    }
    uint64_t size = take_uint(reader);
    if (tag == TAG_TUPLE && depth < READER_MOST_DEPTH)
        return read_tuple(arena, reader, size, depth);
    const uint8_t *bytes = take_bytes(reader, size);
    const Constant *constant = NULL;
    if (bytes && (tag == TAG_STR || tag == TAG_BYTES)) {
        take_byte(reader);
        constant = tag == TAG_STR ? constant_str(arena, (const char *)bytes, size)
                                  : constant_bytes(arena, (const char *)bytes, size);
    } else if (bytes && tag >= TAG_INT && tag <= TAG_COMPLEX) {
        constant = number_constant(arena, tag, bytes, size);
    }
    if (!constant)
        reader->fault = "a constant";
    return constant;
}

static void read_objects(Arena *arena, Reader *reader, uint32_t count, Tables *tables)
{
    tables->object_order = ARENA_NEW_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count && !reader->fault; i++) {
        TableObject entry = {.constant = read_object(arena, reader, 0), .index = i};
        VEC_PUSH(arena, &tables->objects, entry);
        tables->object_order[i] = i;
    }
}

// Whether every name that the function mentions is in the table.
static bool has_names(const V6Function *function, uint32_t count, uint32_t *flags)
{
    Reader code = {function->bytes, function->bytes + function->size, NULL};
    Prelude prelude = take_prelude(&code);
    Reader info = code;
    take_bytes(&code, (uint64_t)prelude.info + prelude.cells);
    *flags = prelude.flags;
    for (uint32_t i = 0; i < 1 + prelude.args + prelude.kwonly; i++)
        if (take_uint(&info) >= count || info.fault)
            return false;
    while (code.at < code.end && !code.fault) {
        Reader operand = code;
        uint32_t byte = take_instruction(&code);
        if (v6_operand((V6Op)byte) != V6_OPERAND_QSTR)
            continue;
        take_byte(&operand);
        if (take_uint(&operand) >= count)
            return false;
    }
    return !code.fault;
}

static V6Function *read_function(Arena *arena, Reader *reader, uint32_t name_count, uint32_t depth)
{
    V6Function *function = ARENA_NEW(arena, V6Function);
    uint64_t head = take_uint(reader);
    function->bytes = take_bytes(reader, head >> 3);
    if (!function->bytes || (head & 3) || depth > READER_MOST_DEPTH) {
        reader->fault = "a function";
        return function;
    }
    function->size = (uint32_t)(head >> 3);
    if (!has_names(function, name_count, &function->flags))
        reader->fault = "a function's code";
    uint64_t count = head & 4 ? take_uint(reader) : 0;
    for (uint64_t i = 0; i < count && !reader->fault; i++)
        VEC_PUSH(arena, &function->children, read_function(arena, reader, name_count, depth + 1));
    return function;
}

bool mpy_read(Arena *arena, const uint8_t *bytes, size_t size, MpyModule *out)
{
    Reader reader = {bytes, bytes + size, NULL};
    *out = (MpyModule){.tables = {.arena = arena}};
    take_bytes(&reader, 4);
    uint64_t name_count = take_uint(&reader);
    uint64_t object_count = take_uint(&reader);
    if (name_count > READER_MOST_ENTRIES || object_count > READER_MOST_ENTRIES)
        return false;
    read_names(arena, &reader, (uint32_t)name_count, &out->tables);
    read_objects(arena, &reader, (uint32_t)object_count, &out->tables);
    if (!reader.fault)
        out->top = read_function(arena, &reader, (uint32_t)name_count, 0);
    return !reader.fault && reader.at == reader.end;
}
