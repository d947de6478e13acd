// SPDX-License-Identifier: MIT
// A function's bytes: prelude, names of arguments, line table, cells, instructions. These are put
// down with all jumps in their short form, which grow until all fit; growing only makes others grow,
// so this ends. Then the code is copied with the jumps as they have become.
#include "encode.h"

void put_uint(Arena *arena, Bytes *out, uint64_t value)
{
    int shift = 0;
    while (value >> shift >= 128)
        shift += 7;
    for (; shift >= 0; shift -= 7)
        VEC_PUSH(arena, out, (uint8_t)((value >> shift & 127) | (shift ? 128 : 0)));
}

static uint32_t uint_size(uint32_t value)
{
    uint32_t size = 1;
    for (; value >= 128; value >>= 7)
        size++;
    return size;
}

static uint32_t int_size(int32_t value)
{
    uint32_t size = 1;
    for (; value < -64 || value > 63; value >>= 7)
        size++;
    return size;
}

// A jump, which is at its place in the code and among the bytes that were put down.
typedef struct {
    uint32_t place;
    uint32_t at;
    bool is_long;
    bool grows; // is long since the last look
} Jump;

typedef struct {
    const EncodeContext *context;
    V6Function *function;
    uint32_t *offset; // of each instruction
    uint32_t *place;  // of each label
    Bytes code;       // all jumps short, and without their distances
    VEC(Jump) jumps;
    uint32_t code_size; // with jumps as they are
    Bytes lines;
} Encoder;

// The index of what the instruction mentions, in the file.
static uint32_t index_of(const Encoder *encoder, const V6Inst *inst)
{
    const Tables *tables = encoder->context->tables;
    bool is_text = inst->op == V6_LOAD_TEXT ? tables_is_name(inst->constant)
                                            : v6_operand(inst->op) == V6_OPERAND_QSTR;
    return is_text ? tables->texts.items[inst->entry].index
                   : tables->objects.items[inst->entry].index;
}

static uint8_t *put_code_uint(uint8_t *at, uint32_t value)
{
    for (uint32_t shift = 7 * (uint_size(value) - 1); shift > 0; shift -= 7)
        *at++ = (uint8_t)((value >> shift & 127) | 128);
    *at++ = (uint8_t)(value & 127);
    return at;
}

// Two's complement in groups of 7 bits; bit 6 of the first one is the sign.
static uint8_t *put_code_int(uint8_t *at, int32_t value)
{
    for (uint32_t shift = 7 * (int_size(value) - 1); shift > 0; shift -= 7)
        *at++ = (uint8_t)((value >> shift & 127) | 128);
    *at++ = (uint8_t)(value & 127);
    return at;
}

static uint8_t *put_short(uint8_t *at, const V6Inst *inst)
{
    *at++ = (uint8_t)(inst->op == V6_LOAD_CONST_SMALL_INT ? (uint32_t)(0x80 + inst->integer)
                      : inst->op == V6_LOAD_FAST          ? 0xb0 + inst->number
                                                          : 0xc0 + inst->number);
    return at;
}

static uint8_t *put_operand(Encoder *encoder, uint8_t *at, uint32_t place)
{
    const V6Inst *inst = &encoder->function->code.items[place];
    switch (v6_operand(inst->op)) {
    case V6_OPERAND_NONE:
        return at;
    case V6_OPERAND_INT:
        return put_code_int(at, inst->integer);
    case V6_OPERAND_SJUMP:
    case V6_OPERAND_FJUMP: {
        Jump jump = {.place = place, .at = (uint32_t)(at - 1 - encoder->code.items)};
        VEC_PUSH(encoder->context->scratch, &encoder->jumps, jump);
        return at + 1;
    }
    case V6_OPERAND_SLOT:
    case V6_OPERAND_CHILD:
    case V6_OPERAND_COUNT:
        return put_code_uint(at, inst->number);
    case V6_OPERAND_QSTR:
    case V6_OPERAND_OBJ:
        return put_code_uint(at, index_of(encoder, inst));
    }
    return at;
}

// At most MOST_INST_SIZE bytes.
static uint8_t *put_inst(Encoder *encoder, uint8_t *at, uint32_t place)
{
    const V6Inst *inst = &encoder->function->code.items[place];
    if (v6_is_short(inst))
        return put_short(at, inst);
    if (inst->op == V6_POP_ITERATOR) {
        memset(at, V6_POP_TOP, 4);
        return at + 4;
    }
    if (inst->op == V6_LOAD_TEXT) {
        *at++ = tables_is_name(inst->constant) ? V6_LOAD_CONST_STRING : V6_LOAD_CONST_OBJ;
        return put_code_uint(at, index_of(encoder, inst));
    }
    *at++ = (uint8_t)inst->op;
    at = put_operand(encoder, at, place);
    if (v6_has_extra(inst->op))
        *at++ = inst->extra;
    return at;
}

static void put_code(Encoder *encoder)
{
    enum { MOST_INST_SIZE = 7 }; // operation, a number of 32 bits, what follows it
    const V6Inst *code = encoder->function->code.items;
    uint32_t count = encoder->function->code.count;
    uint8_t *start = ARENA_NEW_ARRAY(encoder->context->scratch, uint8_t,
                                     (size_t)count * MOST_INST_SIZE + 1);
    encoder->code.items = start;
    uint8_t *at = start;
    for (uint32_t i = 0; i < count; i++) {
        encoder->offset[i] = (uint32_t)(at - start);
        if (code[i].op == V6_LABEL)
            encoder->place[code[i].label] = i;
        else
            at = put_inst(encoder, at, i);
    }
    encoder->code.count = encoder->code_size = (uint32_t)(at - start);
}

// Bytes from behind the displacement to the target.
static int64_t jump_distance(const Encoder *encoder, const Jump *jump)
{
    const V6Inst *inst = &encoder->function->code.items[jump->place];
    return (int64_t)encoder->offset[encoder->place[inst->label]] - encoder->offset[jump->place] -
           (jump->is_long ? 3 : 2);
}

static bool fits(const Encoder *encoder, const Jump *jump)
{
    int64_t distance = jump_distance(encoder, jump);
    if (v6_operand(encoder->function->code.items[jump->place].op) == V6_OPERAND_FJUMP)
        return distance >= 0 && distance < (jump->is_long ? 32768 : 128);
    int64_t limit = jump->is_long ? 16384 : 64;
    return distance >= -limit && distance < limit;
}

// Each jump that has just become long takes a byte more.
static void move_all(Encoder *encoder)
{
    uint32_t added = 0;
    uint32_t from = 0;
    for (uint32_t k = 0; k <= encoder->jumps.count; k++) {
        Jump *jump = k < encoder->jumps.count ? &encoder->jumps.items[k] : NULL;
        uint32_t to = jump ? jump->place + 1 : encoder->function->code.count;
        for (uint32_t i = from; i < to; i++)
            encoder->offset[i] += added;
        from = to;
        added += jump && jump->grows;
        if (jump)
            jump->grows = false;
    }
    encoder->code_size += added;
}

static bool relax(Encoder *encoder)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < encoder->jumps.count; i++) {
            Jump *jump = &encoder->jumps.items[i];
            if (jump->is_long || fits(encoder, jump))
                continue;
            jump->is_long = jump->grows = changed = true;
        }
        if (changed)
            move_all(encoder);
    }
    for (uint32_t i = 0; i < encoder->jumps.count; i++) {
        if (fits(encoder, &encoder->jumps.items[i]))
            continue;
        diag_report(encoder->context->diags, encoder->context->source,
                    encoder->function->ir->span, DIAG_V6_TOO_FAR,
                    encoder->function->ir->name->text);
        return false;
    }
    return true;
}

// One step of the line table: `bytes` of code, after which the line grows by `lines`.
static void put_line_step(Encoder *encoder, uint32_t bytes, uint32_t lines)
{
    Arena *arena = encoder->context->scratch;
    while (bytes > 31) {
        VEC_PUSH(arena, &encoder->lines, 31);
        bytes -= 31;
    }
    while (lines > 0) {
        if (lines <= 6 || bytes > 15) {
            uint32_t part = lines < 3 ? lines : 3;
            VEC_PUSH(arena, &encoder->lines, (uint8_t)(part << 5 | bytes));
            lines -= part;
        } else {
            uint32_t part = lines < 2047 ? lines : 2047;
            VEC_PUSH(arena, &encoder->lines, (uint8_t)(0x80 | part >> 8 << 4 | bytes));
            VEC_PUSH(arena, &encoder->lines, (uint8_t)part);
            lines -= part;
        }
        bytes = 0;
    }
}

static void put_lines(Encoder *encoder)
{
    const V6Function *function = encoder->function;
    uint32_t line = 1;
    uint32_t offset = 0;
    for (uint32_t i = 0, count = function->code.count; i < count; i++) {
        uint32_t at = function->code.items[i].line;
        if (at <= line || function->code.items[i].op == V6_LABEL)
            continue;
        put_line_step(encoder, encoder->offset[i] - offset, at - line);
        offset = encoder->offset[i];
        line = at;
    }
}

// Bits of six numbers, spread over bytes as the loader wants them.
static void put_signature(Encoder *encoder, Bytes *out)
{
    const V6Function *function = encoder->function;
    uint32_t state = function->state_size - 1;
    uint32_t blocks = function->block_depth;
    uint32_t flags = function->flags;
    uint32_t args = function->arg_count;
    uint32_t kwonly = function->kwonly_count;
    uint32_t defaults = function->default_count;
    uint32_t byte = (state & 15) << 3 | (blocks & 1) << 2 | (args & 3);
    state >>= 4;
    blocks >>= 1;
    args >>= 2;
    while (state | blocks | flags | args | kwonly | defaults) {
        VEC_PUSH(encoder->context->scratch, out, (uint8_t)(byte | 128));
        byte = (flags & 1) << 6 | (state & 3) << 4 | (kwonly & 1) << 3 | (args & 1) << 2 |
               (blocks & 1) << 1 | (defaults & 1);
        state >>= 2;
        blocks >>= 1;
        flags >>= 1;
        args >>= 1;
        kwonly >>= 1;
        defaults >>= 1;
    }
    VEC_PUSH(encoder->context->scratch, out, (uint8_t)byte);
}

static void put_sizes(Encoder *encoder, Bytes *out, uint32_t info, uint32_t cells)
{
    for (;;) {
        uint32_t byte = (info & 63) << 1 | (cells & 1);
        info >>= 6;
        cells >>= 1;
        bool goes_on = (info | cells) != 0;
        VEC_PUSH(encoder->context->scratch, out, (uint8_t)(byte | (goes_on ? 128u : 0u)));
        if (!goes_on)
            return;
    }
}

static uint8_t *put_part(uint8_t *at, const uint8_t *bytes, uint32_t size)
{
    if (size)
        memcpy(at, bytes, size);
    return at + size;
}

static uint8_t *put_jump(const Encoder *encoder, uint8_t *at, const Jump *jump)
{
    const V6Inst *inst = &encoder->function->code.items[jump->place];
    bool is_signed = v6_operand(inst->op) == V6_OPERAND_SJUMP;
    uint32_t bias = !is_signed ? 0 : jump->is_long ? 0x4000 : 0x40;
    uint32_t value = (uint32_t)(jump_distance(encoder, jump) + bias);
    *at++ = (uint8_t)inst->op;
    *at++ = (uint8_t)(jump->is_long ? (value & 127) | 128 : value);
    if (jump->is_long)
        *at++ = (uint8_t)(value >> 7);
    return at;
}

// The code with its jumps.
static void join_code(const Encoder *encoder, uint8_t *at)
{
    const uint8_t *bytes = encoder->code.items;
    uint32_t from = 0;
    for (uint32_t i = 0; i < encoder->jumps.count; i++) {
        const Jump *jump = &encoder->jumps.items[i];
        at = put_part(at, bytes + from, jump->at - from);
        at = put_jump(encoder, at, jump);
        from = jump->at + 2;
    }
    put_part(at, bytes + from, encoder->code.count - from);
}

// The function's bytes: head, names, lines, cells, code.
static void join_parts(Encoder *encoder, const Bytes *head, const Bytes *names)
{
    V6Function *function = encoder->function;
    function->size = head->count + names->count + encoder->lines.count + function->cells.count +
                     encoder->code_size;
    uint8_t *at = ARENA_NEW_ARRAY(encoder->context->arena, uint8_t, function->size);
    function->bytes = at;
    at = put_part(at, head->items, head->count);
    at = put_part(at, names->items, names->count);
    at = put_part(at, encoder->lines.items, encoder->lines.count);
    at = put_part(at, function->cells.items, function->cells.count);
    join_code(encoder, at);
}

static void put_names(Encoder *encoder, Bytes *out)
{
    const V6Function *function = encoder->function;
    const Tables *tables = encoder->context->tables;
    Arena *arena = encoder->context->scratch;
    put_uint(arena, out, tables_name(tables, function->name));
    for (uint32_t i = 0; i < function->arg_names.count; i++)
        put_uint(arena, out, tables_name(tables, function->arg_names.items[i]));
}

static bool encode_one(const EncodeContext *context, V6Function *function)
{
    Arena *scratch = context->scratch;
    arena_reset(scratch);
    Encoder encoder = {.context = context, .function = function};
    encoder.offset = ARENA_NEW_ARRAY(scratch, uint32_t, function->code.count + 1);
    encoder.place = ARENA_NEW_ARRAY(scratch, uint32_t, function->label_count + 1);
    put_code(&encoder);
    if (!relax(&encoder))
        return false;
    if (context->lines)
        put_lines(&encoder);
    Bytes names = {0};
    Bytes head = {0};
    put_names(&encoder, &names);
    put_signature(&encoder, &head);
    put_sizes(&encoder, &head, names.count + encoder.lines.count, function->cells.count);
    join_parts(&encoder, &head, &names);
    return true;
}

static bool check_limits(const EncodeContext *context, const V6Function *function)
{
    if (function->state_size <= 65535)
        return true;
    diag_report(context->diags, context->source, function->ir->span, DIAG_TOO_MANY, 65535u,
                "variables and values on the stack of one function");
    return false;
}

bool encode_functions(const EncodeContext *context, V6Function *function)
{
    bool is_good = check_limits(context, function) && encode_one(context, function);
    for (uint32_t i = 0; i < function->children.count; i++)
        is_good = encode_functions(context, function->children.items[i]) && is_good;
    return is_good;
}
