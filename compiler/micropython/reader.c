// SPDX-License-Identifier: MIT
// Every read is checked.
#include "reader.h"

#include "v6.h"

static const struct {
    uint32_t id;
    const char *text;
} static_names[] = {
#define STATIC_QSTR(number, text) {number, text},
#include "static_qstrs.def"
#undef STATIC_QSTR
};

uint32_t take_byte(Reader *reader)
{
    if (reader->at == reader->end)
        reader->fault = "it ends too early";
    return reader->fault ? 0 : *reader->at++;
}

uint64_t take_uint(Reader *reader)
{
    uint64_t value = 0;
    for (int i = 0; i < 9; i++) {
        uint32_t byte = take_byte(reader);
        value = value << 7 | (byte & 127);
        if (!(byte & 128))
            return value;
    }
    reader->fault = "a number is too long";
    return 0;
}

int64_t take_int(Reader *reader)
{
    uint32_t byte = take_byte(reader);
    int64_t value = (byte & 64 ? -64 : 0) + (int64_t)(byte & 63);
    for (int i = 0; i < 8 && byte & 128; i++) {
        byte = take_byte(reader);
        value = value * 128 + (byte & 127);
    }
    return value;
}

const uint8_t *take_bytes(Reader *reader, uint64_t size)
{
    const uint8_t *bytes = reader->at;
    if (size > (uint64_t)(reader->end - reader->at))
        reader->fault = "it ends too early";
    if (reader->fault)
        return NULL;
    reader->at += size;
    return bytes;
}

Prelude take_prelude(Reader *code)
{
    uint32_t byte = take_byte(code);
    Prelude prelude = {
        .state = byte >> 3 & 15, .blocks = byte >> 2 & 1, .args = byte & 3};
    for (uint32_t i = 0; byte & 128 && i < 8; i++) {
        byte = take_byte(code);
        prelude.flags |= (byte >> 6 & 1) << i;
        prelude.state |= (byte >> 4 & 3) << (4 + 2 * i);
        prelude.kwonly |= (byte >> 3 & 1) << i;
        prelude.args |= (byte >> 2 & 1) << (2 + i);
        prelude.blocks |= (byte >> 1 & 1) << (1 + i);
        prelude.defaults |= (byte & 1) << i;
    }
    for (uint32_t i = 0; i < 4; i++) {
        byte = take_byte(code);
        prelude.info |= (byte >> 1 & 63) << 6 * i;
        prelude.cells |= (byte & 1) << i;
        if (!(byte & 128))
            break;
    }
    return prelude;
}

uint32_t take_instruction(Reader *code)
{
    uint32_t byte = take_byte(code);
    switch (v6_operand((V6Op)byte)) {
    case V6_OPERAND_NONE:
        break;
    case V6_OPERAND_SJUMP:
    case V6_OPERAND_FJUMP:
        if (take_byte(code) & 128)
            take_byte(code);
        break;
    default:
        take_uint(code);
        break;
    }
    if (v6_has_extra((V6Op)byte))
        take_byte(code);
    return byte;
}

const char *static_qstr_text(uint64_t number)
{
    for (size_t i = 0; i < sizeof static_names / sizeof static_names[0]; i++)
        if (static_names[i].id == number)
            return static_names[i].text;
    return NULL;
}
