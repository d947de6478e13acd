// SPDX-License-Identifier: MIT
// Relaxation: every jump starts with its short form; a round works out all offsets and widens the
// jumps that do not reach. Sizes only grow between rounds, so it ends. A jump to the next
// instruction takes no bytes.
#include "encode.h"

typedef struct {
    Arena *arena;
    const EncodeInput *input;
    uint32_t *offsets; // of each instruction, and the end
    uint8_t *sizes;    // of each instruction
} Encoder;

static FzFormat format_of(FzOp op) { return (FzFormat)fz_op_info[op].format; }

static bool is_relative(FzOp op)
{
    return format_of(op) == FZ_FORMAT_FWD || format_of(op) == FZ_FORMAT_BACK;
}

static uint32_t target_of(const EncodeInput *input, const EncodeInst *inst)
{
    return input->labels.items[inst->operand];
}

static FzOp backward_form(FzOp op)
{
    switch (op) {
    case FZ_OP_JUMP:
        return FZ_OP_JUMP_BACK;
    case FZ_OP_POP_JUMP_IF_TRUE:
        return FZ_OP_POP_JUMP_IF_TRUE_BACK;
    case FZ_OP_POP_JUMP_IF_FALSE:
        return FZ_OP_POP_JUMP_IF_FALSE_BACK;
    default:
        return op;
    }
}

static uint32_t plain_size(const EncodeInst *inst)
{
    switch (format_of(inst->op)) {
    case FZ_FORMAT_NONE:
        return 1;
    case FZ_FORMAT_SBYTE:
        return 2;
    case FZ_FORMAT_PAIR:
    case FZ_FORMAT_ADDR:
        return 3;
    case FZ_FORMAT_CONSTB:
        return inst->operand > 255 ? 5 : 3;
    case FZ_FORMAT_FWD:
    case FZ_FORMAT_BACK:
        return 2;
    case FZ_FORMAT_LOCAL:
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
    case FZ_FORMAT_GLOBAL:
    case FZ_FORMAT_COUNT:
        return inst->operand > 255 ? 4 : 2;
    }
    return 1;
}

static void start_sizes(Encoder *encoder)
{
    const EncodeInput *input = encoder->input;
    for (uint32_t i = 0; i < input->code.count; i++) {
        const EncodeInst *inst = &input->code.items[i];
        bool is_nothing = inst->op == FZ_OP_JUMP && target_of(input, inst) == i + 1;
        encoder->sizes[i] = (uint8_t)(is_nothing ? 0 : plain_size(inst));
    }
}

static void place(Encoder *encoder)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < encoder->input->code.count; i++) {
        encoder->offsets[i] = at;
        at += encoder->sizes[i];
    }
    encoder->offsets[encoder->input->code.count] = at;
}

static uint32_t distance(const Encoder *encoder, uint32_t index)
{
    const EncodeInst *inst = &encoder->input->code.items[index];
    uint32_t end = encoder->offsets[index] + encoder->sizes[index];
    uint32_t target = encoder->offsets[target_of(encoder->input, inst)];
    return target >= end ? target - end : end - target;
}

// Widens the jumps that do not reach; true when there were some.
static bool widen(Encoder *encoder)
{
    bool changed = false;
    for (uint32_t i = 0; i < encoder->input->code.count; i++) {
        bool is_short = is_relative(encoder->input->code.items[i].op) && encoder->sizes[i] == 2;
        if (!is_short || distance(encoder, i) <= 255)
            continue;
        encoder->sizes[i] = 4;
        changed = true;
    }
    return changed;
}

static uint8_t *put_wide(uint8_t *at, FzOp op, uint32_t operand, bool wide)
{
    if (wide) {
        *at++ = FZ_OP_WIDE;
        *at++ = (uint8_t)(operand >> 8);
    }
    *at++ = (uint8_t)op;
    *at++ = (uint8_t)operand;
    return at;
}

static uint8_t *put_inst(const Encoder *encoder, uint32_t index, uint8_t *at)
{
    const EncodeInput *input = encoder->input;
    const EncodeInst *inst = &input->code.items[index];
    uint32_t size = encoder->sizes[index];
    if (size == 0)
        return at;
    switch (format_of(inst->op)) {
    case FZ_FORMAT_NONE:
        *at++ = (uint8_t)inst->op;
        return at;
    case FZ_FORMAT_PAIR:
        *at++ = (uint8_t)inst->op;
        *at++ = inst->a;
        *at++ = inst->b;
        return at;
    case FZ_FORMAT_ADDR: {
        uint32_t target = encoder->offsets[target_of(input, inst)];
        *at++ = (uint8_t)inst->op;
        *at++ = (uint8_t)target;
        *at++ = (uint8_t)(target >> 8);
        return at;
    }
    case FZ_FORMAT_FWD:
    case FZ_FORMAT_BACK: {
        FzOp op = target_of(input, inst) <= index ? backward_form(inst->op) : inst->op;
        return put_wide(at, op, distance(encoder, index), size == 4);
    }
    case FZ_FORMAT_CONSTB:
        at = put_wide(at, inst->op, inst->operand, size == 5);
        *at++ = inst->b;
        return at;
    case FZ_FORMAT_SBYTE:
    case FZ_FORMAT_LOCAL:
    case FZ_FORMAT_CONST:
    case FZ_FORMAT_NAME:
    case FZ_FORMAT_GLOBAL:
    case FZ_FORMAT_COUNT:
        return put_wide(at, inst->op, inst->operand, size == 4);
    }
    return at;
}

static uint8_t *put_u16(uint8_t *at, uint32_t number)
{
    *at++ = (uint8_t)number;
    *at++ = (uint8_t)(number >> 8);
    return at;
}

// Regions without code protect nothing.
static bool is_empty(const Encoder *encoder, const EncodeRegion *region)
{
    return encoder->offsets[region->start] >= encoder->offsets[region->end];
}

static uint8_t *put_regions(const Encoder *encoder, uint8_t *at)
{
    for (uint32_t i = 0; i < encoder->input->regions.count; i++) {
        const EncodeRegion *region = &encoder->input->regions.items[i];
        if (is_empty(encoder, region))
            continue;
        uint32_t handler = 0;
        if (region->label != ENCODE_NO_LABEL)
            handler = encoder->offsets[encoder->input->labels.items[region->label]];
        at = put_u16(at, encoder->offsets[region->start]);
        at = put_u16(at, encoder->offsets[region->end]);
        at = put_u16(at, handler);
        at = put_u16(at, region->depth);
        at = put_u16(at, region->kind);
    }
    return at;
}

// One entry of the line table (object.h); distances of more than 127 bytes take several.
static uint8_t *put_line(uint8_t *at, uint32_t bytes, int32_t lines)
{
    for (; bytes > 127; bytes -= 127) {
        *at++ = 0x80 | 127;
        at = put_u16(at, 0);
    }
    for (; lines > INT16_MAX || lines < INT16_MIN; bytes = 0) {
        int32_t step = lines > 0 ? INT16_MAX : INT16_MIN;
        *at++ = (uint8_t)(0x80 | bytes);
        at = put_u16(at, (uint32_t)step);
        lines -= step;
    }
    if (bytes <= 15 && lines >= 0 && lines <= 7) {
        *at++ = (uint8_t)((uint32_t)lines << 4 | bytes);
        return at;
    }
    *at++ = (uint8_t)(0x80 | bytes);
    return put_u16(at, (uint32_t)lines);
}

static uint8_t *put_lines(const Encoder *encoder, uint8_t *at)
{
    uint32_t offset = 0;
    uint32_t line = encoder->input->line;
    for (uint32_t i = 0; i < encoder->input->code.count; i++) {
        uint32_t next = encoder->input->code.items[i].line;
        if (next == line || encoder->sizes[i] == 0)
            continue;
        at = put_line(at, encoder->offsets[i] - offset, (int32_t)(next - line));
        offset = encoder->offsets[i];
        line = next;
    }
    return at;
}

// Bytes that the line table takes at most.
static size_t line_room(const EncodeInput *input, uint32_t code_size)
{
    enum { ENTRY = 3 };
    size_t entries = code_size / 127 + 1;
    uint32_t line = input->line;
    for (uint32_t i = 0; i < input->code.count; i++) {
        uint32_t next = input->code.items[i].line;
        uint32_t lines = next > line ? next - line : line - next;
        entries += next == line ? 0 : 1 + lines / INT16_MAX;
        line = next;
    }
    return entries * ENTRY;
}

static EncodeStatus check_limits(const Encoder *encoder, EncodedCode *out, uint32_t *bad_operand)
{
    const EncodeInput *input = encoder->input;
    if (out->code_size > ENCODE_MOST)
        return ENCODE_CODE_TOO_LARGE;
    if (out->region_count > ENCODE_MOST)
        return ENCODE_TOO_MANY_REGIONS;
    for (uint32_t i = 0; i < input->code.count; i++) {
        const EncodeInst *inst = &input->code.items[i];
        if (format_of(inst->op) == FZ_FORMAT_SBYTE || inst->operand <= ENCODE_MOST)
            continue;
        *bad_operand = inst->operand;
        return ENCODE_OPERAND_TOO_LARGE;
    }
    return ENCODE_OK;
}

EncodeStatus encode(Arena *arena, const EncodeInput *input, bool with_lines, EncodedCode *out,
                    uint32_t *bad_operand)
{
    uint32_t count = input->code.count;
    Encoder encoder = {.arena = arena, .input = input};
    encoder.offsets = ARENA_NEW_ARRAY(arena, uint32_t, count + 1);
    encoder.sizes = ARENA_NEW_ARRAY(arena, uint8_t, count + 1);
    *out = (EncodedCode){0};
    start_sizes(&encoder);
    do {
        place(&encoder);
    } while (widen(&encoder));
    out->code_size = encoder.offsets[count];
    for (uint32_t i = 0; i < input->regions.count; i++)
        out->region_count += !is_empty(&encoder, &input->regions.items[i]);
    EncodeStatus status = check_limits(&encoder, out, bad_operand);
    if (status != ENCODE_OK)
        return status;
    size_t room = out->code_size + out->region_count * FZ_REGION_SIZE;
    uint8_t *bytes = ARENA_NEW_ARRAY(arena, uint8_t, room + line_room(input, out->code_size));
    uint8_t *at = bytes;
    for (uint32_t i = 0; i < count; i++)
        at = put_inst(&encoder, i, at);
    at = put_regions(&encoder, at);
    if (with_lines)
        at = put_lines(&encoder, at);
    out->bytes = bytes;
    out->size = (uint32_t)(at - bytes);
    return ENCODE_OK;
}
