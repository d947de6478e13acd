// SPDX-License-Identifier: MIT
// A function's bytes: prelude, names of arguments, line table, cells, instructions. Jumps start in
// their short form and grow until all fit; growing only makes others grow, so this ends.
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

typedef struct {
    const EncodeContext *context;
    V6Function *function;
    uint32_t *offset; // of each instruction
    uint32_t *number; // its operand where that is one, or an index
    uint8_t *size;    // its bytes
    uint32_t *place;  // of each label
    uint32_t *jumps;  // instructions
    uint32_t jump_count;
    bool *is_long;    // jumps
    uint32_t code_size;
    uint8_t *at;      // where the next byte of code goes
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

// Bytes of an instruction that is no label, of a jump in its short form.
static uint32_t measure_one(Encoder *encoder, uint32_t place)
{
    const V6Inst *inst = &encoder->function->code.items[place];
    if (inst->op == V6_POP_ITERATOR)
        return 4;
    uint32_t size = v6_has_extra(inst->op) ? 2 : 1;
    switch (v6_operand(inst->op)) {
    case V6_OPERAND_NONE:
        if (inst->op != V6_LOAD_TEXT)
            return size;
        break;
    case V6_OPERAND_INT:
        return v6_is_short(inst) ? 1 : size + int_size(inst->integer);
    case V6_OPERAND_SJUMP:
    case V6_OPERAND_FJUMP:
        encoder->jumps[encoder->jump_count++] = place;
        return size + 1;
    case V6_OPERAND_SLOT:
        encoder->number[place] = inst->number;
        return v6_is_short(inst) ? 1 : size + uint_size(inst->number);
    case V6_OPERAND_CHILD:
    case V6_OPERAND_COUNT:
        encoder->number[place] = inst->number;
        return size + uint_size(inst->number);
    case V6_OPERAND_QSTR:
    case V6_OPERAND_OBJ:
        break;
    }
    encoder->number[place] = index_of(encoder, inst);
    return size + uint_size(encoder->number[place]);
}

static void measure(Encoder *encoder)
{
    const V6Inst *code = encoder->function->code.items;
    for (uint32_t i = 0, count = encoder->function->code.count; i < count; i++)
        if (code[i].op == V6_LABEL)
            encoder->place[code[i].label] = i;
        else
            encoder->size[i] = (uint8_t)measure_one(encoder, i);
}

// Bytes from behind the displacement to the target.
static int64_t jump_distance(const Encoder *encoder, uint32_t place)
{
    const V6Inst *inst = &encoder->function->code.items[place];
    uint32_t field = encoder->is_long[place] ? 2 : 1;
    return (int64_t)encoder->offset[encoder->place[inst->label]] - encoder->offset[place] - 1 -
           field;
}

static bool fits(const V6Inst *inst, int64_t distance, bool is_long)
{
    if (v6_operand(inst->op) == V6_OPERAND_FJUMP)
        return distance >= 0 && distance < (is_long ? 32768 : 128);
    int64_t limit = is_long ? 16384 : 64;
    return distance >= -limit && distance < limit;
}

static void place_all(Encoder *encoder)
{
    uint32_t *offsets = encoder->offset;
    uint32_t offset = 0;
    for (uint32_t i = 0, count = encoder->function->code.count; i < count; i++) {
        offsets[i] = offset;
        offset += encoder->size[i];
    }
    encoder->code_size = offset;
}

static bool relax(Encoder *encoder)
{
    const V6Function *function = encoder->function;
    const V6Inst *code = function->code.items;
    bool changed = true;
    while (changed) {
        changed = false;
        place_all(encoder);
        for (uint32_t i = 0; i < encoder->jump_count; i++) {
            uint32_t place = encoder->jumps[i];
            if (!encoder->is_long[place] &&
                !fits(&code[place], jump_distance(encoder, place), false)) {
                encoder->is_long[place] = changed = true;
                encoder->size[place]++;
            }
        }
    }
    for (uint32_t i = 0; i < encoder->jump_count; i++) {
        uint32_t place = encoder->jumps[i];
        if (encoder->is_long[place] && !fits(&code[place], jump_distance(encoder, place), true)) {
            diag_report(encoder->context->diags, encoder->context->source, function->ir->span,
                        DIAG_V6_TOO_FAR, function->ir->name->text);
            return false;
        }
    }
    return true;
}

static void put(Encoder *encoder, uint32_t byte) { *encoder->at++ = (uint8_t)byte; }

static void put_code_uint(Encoder *encoder, uint32_t value)
{
    for (uint32_t shift = 7 * (uint_size(value) - 1); shift > 0; shift -= 7)
        put(encoder, (value >> shift & 127) | 128);
    put(encoder, value & 127);
}

// Two's complement in groups of 7 bits; bit 6 of the first one is the sign.
static void put_code_int(Encoder *encoder, int32_t value)
{
    for (uint32_t shift = 7 * (int_size(value) - 1); shift > 0; shift -= 7)
        put(encoder, (uint32_t)(value >> shift & 127) | 128);
    put(encoder, (uint32_t)value & 127);
}

static void put_jump(Encoder *encoder, uint32_t place)
{
    const V6Inst *inst = &encoder->function->code.items[place];
    bool is_signed = v6_operand(inst->op) == V6_OPERAND_SJUMP;
    bool is_long = encoder->is_long[place];
    uint32_t bias = !is_signed ? 0 : is_long ? 0x4000 : 0x40;
    uint32_t value = (uint32_t)(jump_distance(encoder, place) + bias);
    put(encoder, inst->op);
    if (is_long) {
        put(encoder, (value & 127) | 128);
        put(encoder, value >> 7);
    } else {
        put(encoder, value);
    }
}

static void put_inst(Encoder *encoder, uint32_t place)
{
    const V6Inst *inst = &encoder->function->code.items[place];
    if (inst->op == V6_LABEL)
        return;
    if (inst->op == V6_POP_ITERATOR) {
        for (int i = 0; i < 4; i++)
            put(encoder, V6_POP_TOP);
    } else if (inst->op == V6_LOAD_TEXT) {
        put(encoder, tables_is_name(inst->constant) ? V6_LOAD_CONST_STRING : V6_LOAD_CONST_OBJ);
        put_code_uint(encoder, encoder->number[place]);
    } else if (v6_is_short(inst)) {
        put(encoder, inst->op == V6_LOAD_CONST_SMALL_INT ? (uint32_t)(0x80 + inst->integer)
                     : inst->op == V6_LOAD_FAST          ? 0xb0 + inst->number
                                                         : 0xc0 + inst->number);
    } else if (v6_jumps(inst->op)) {
        put_jump(encoder, place);
    } else {
        put(encoder, inst->op);
        if (v6_operand(inst->op) == V6_OPERAND_INT)
            put_code_int(encoder, inst->integer);
        else if (v6_operand(inst->op) != V6_OPERAND_NONE)
            put_code_uint(encoder, encoder->number[place]);
    }
    if (v6_has_extra(inst->op))
        put(encoder, inst->extra);
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
        if (at <= line || encoder->size[i] == 0)
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
    encoder->at = put_part(at, function->cells.items, function->cells.count);
    for (uint32_t i = 0, count = function->code.count; i < count; i++)
        put_inst(encoder, i);
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
    encoder.number = ARENA_NEW_ARRAY(scratch, uint32_t, function->code.count + 1);
    encoder.size = ARENA_NEW_ARRAY(scratch, uint8_t, function->code.count + 1);
    encoder.is_long = ARENA_NEW_ARRAY(scratch, bool, function->code.count + 1);
    encoder.jumps = ARENA_NEW_ARRAY(scratch, uint32_t, function->code.count + 1);
    encoder.place = ARENA_NEW_ARRAY(scratch, uint32_t, function->label_count + 1);
    measure(&encoder);
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
