// SPDX-License-Identifier: MIT
// The encoder: distances that just reach and just do not, widening that causes more widening,
// regions and lines. What it writes is read back with the runtime's decoder.
#include "../../compiler/image/encode.h"

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

typedef struct {
    Arena arena;
    EncodeInput input;
    EncodedCode code;
    uint32_t bad_operand;
} Fixture;

static int set_up(void **state)
{
    Fixture *fixture = test_calloc(1, sizeof *fixture);
    fixture->input.line = 1;
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *fixture = *state;
    arena_free(&fixture->arena);
    test_free(fixture);
    return 0;
}

static void add(Fixture *fixture, FzOp op, uint32_t operand)
{
    EncodeInst inst = {.op = op, .operand = operand, .line = 1};
    VEC_PUSH(&fixture->arena, &fixture->input.code, inst);
}

static void add_many(Fixture *fixture, FzOp op, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        add(fixture, op, 0);
}

// A label before instruction `place`; gives its number.
static uint32_t label(Fixture *fixture, uint32_t place)
{
    VEC_PUSH(&fixture->arena, &fixture->input.labels, place);
    return fixture->input.labels.count - 1;
}

static void run(Fixture *fixture)
{
    assert_int_equal(encode(&fixture->arena, &fixture->input, true, &fixture->code,
                            &fixture->bad_operand),
                     ENCODE_OK);
}

static FzInstruction decode_at(const Fixture *fixture, uint32_t at)
{
    FzInstruction inst;
    assert_true(fz_decode_instruction(fixture->code.bytes, fixture->code.code_size, at, &inst));
    return inst;
}

static void forward_distance_of_255_is_short(void **state)
{
    Fixture *fixture = *state;
    add(fixture, FZ_OP_JUMP, label(fixture, 256));
    add_many(fixture, FZ_OP_POP_TOP, 256);
    run(fixture);
    FzInstruction jump = decode_at(fixture, 0);
    assert_int_equal(jump.size, 2);
    assert_int_equal(jump.operand, 257);
}

static void forward_distance_of_256_is_wide(void **state)
{
    Fixture *fixture = *state;
    add(fixture, FZ_OP_POP_JUMP_IF_TRUE, label(fixture, 257));
    add_many(fixture, FZ_OP_POP_TOP, 257);
    run(fixture);
    FzInstruction jump = decode_at(fixture, 0);
    assert_int_equal(jump.size, 4);
    assert_int_equal(jump.operand, 4 + 256);
}

static void backward_distance_counts_the_jump_itself(void **state)
{
    Fixture *fixture = *state;
    uint32_t start = label(fixture, 0);
    add_many(fixture, FZ_OP_POP_TOP, 253);
    add(fixture, FZ_OP_JUMP, start);
    run(fixture);
    FzInstruction jump = decode_at(fixture, 253);
    assert_int_equal(jump.op, FZ_OP_JUMP_BACK);
    assert_int_equal(jump.size, 2);
    assert_int_equal(jump.operand, 0);
}

static void backward_distance_too_far_by_one_is_wide(void **state)
{
    Fixture *fixture = *state;
    uint32_t start = label(fixture, 0);
    add_many(fixture, FZ_OP_POP_TOP, 254);
    add(fixture, FZ_OP_POP_JUMP_IF_FALSE, start);
    run(fixture);
    FzInstruction jump = decode_at(fixture, 254);
    assert_int_equal(jump.op, FZ_OP_POP_JUMP_IF_FALSE_BACK);
    assert_int_equal(jump.size, 4);
    assert_int_equal(jump.operand, 0);
}

// The second jump does not reach and grows, which takes the first one's target out of reach.
static void widening_spreads(void **state)
{
    Fixture *fixture = *state;
    uint32_t near = label(fixture, 255);
    uint32_t far = label(fixture, 300);
    add(fixture, FZ_OP_POP_JUMP_IF_TRUE, near);
    add(fixture, FZ_OP_POP_JUMP_IF_TRUE, far);
    add_many(fixture, FZ_OP_POP_TOP, 310);
    run(fixture);
    FzInstruction first = decode_at(fixture, 0);
    FzInstruction second = decode_at(fixture, first.size);
    assert_int_equal(second.size, 4);
    assert_int_equal(first.size, 4); // 4 + 253 bytes lie between
    assert_int_equal(first.operand, 4 + 4 + 253);
    assert_int_equal(second.operand, 4 + 4 + 298);
}

static void jump_to_the_next_instruction_takes_no_bytes(void **state)
{
    Fixture *fixture = *state;
    add(fixture, FZ_OP_LOAD_NONE, 0);
    add(fixture, FZ_OP_JUMP, label(fixture, 2));
    add(fixture, FZ_OP_RETURN_VALUE, 0);
    run(fixture);
    assert_int_equal(fixture->code.code_size, 2);
    assert_int_equal(decode_at(fixture, 1).op, FZ_OP_RETURN_VALUE);
}

static void operands_are_wide_from_256_on(void **state)
{
    Fixture *fixture = *state;
    add(fixture, FZ_OP_LOAD_CONST, 255);
    add(fixture, FZ_OP_LOAD_CONST, 256);
    add(fixture, FZ_OP_BUILD_LIST, 0xffff);
    run(fixture);
    assert_int_equal(decode_at(fixture, 0).size, 2);
    FzInstruction second = decode_at(fixture, 2);
    assert_int_equal(second.size, 4);
    assert_int_equal(second.operand, 256);
    assert_int_equal(decode_at(fixture, 6).operand, 0xffff);
}

static void closure_flags_follow_a_wide_operand(void **state)
{
    Fixture *fixture = *state;
    add(fixture, FZ_OP_MAKE_CLOSURE, 0x1234);
    fixture->input.code.items[0].b = 5;
    run(fixture);
    FzInstruction inst = decode_at(fixture, 0);
    assert_int_equal(inst.operand, 0x1234);
    assert_int_equal(inst.b, 5);
    assert_int_equal(inst.size, 5);
}

static void too_large_an_operand_is_told(void **state)
{
    Fixture *fixture = *state;
    add(fixture, FZ_OP_BUILD_LIST, 0x10000);
    EncodeStatus status =
        encode(&fixture->arena, &fixture->input, true, &fixture->code, &fixture->bad_operand);
    assert_int_equal(status, ENCODE_OPERAND_TOO_LARGE);
    assert_int_equal(fixture->bad_operand, 0x10000);
}

static void too_much_code_is_told(void **state)
{
    Fixture *fixture = *state;
    add_many(fixture, FZ_OP_POP_TOP, 0x10000);
    EncodeStatus status =
        encode(&fixture->arena, &fixture->input, true, &fixture->code, &fixture->bad_operand);
    assert_int_equal(status, ENCODE_CODE_TOO_LARGE);
    assert_int_equal(fixture->code.code_size, 0x10000);
}

static uint32_t u16_at(const Fixture *fixture, uint32_t at)
{
    return fixture->code.bytes[at] | (uint32_t)fixture->code.bytes[at + 1] << 8;
}

static void regions_follow_the_code_without_empty_ones(void **state)
{
    Fixture *fixture = *state;
    uint32_t handler = label(fixture, 2);
    add(fixture, FZ_OP_LOAD_CONST, 300);
    add(fixture, FZ_OP_POP_TOP, 0);
    add(fixture, FZ_OP_RETURN_VALUE, 0);
    EncodeRegion empty = {.kind = FZ_REGION_EXCEPT, .start = 1, .end = 1, .label = handler};
    EncodeRegion region = {FZ_REGION_FINALLY, 0, 2, handler, 7};
    VEC_PUSH(&fixture->arena, &fixture->input.regions, empty);
    VEC_PUSH(&fixture->arena, &fixture->input.regions, region);
    run(fixture);
    assert_int_equal(fixture->code.region_count, 1);
    assert_int_equal(fixture->code.code_size, 6);
    assert_int_equal(u16_at(fixture, 6), 0);
    assert_int_equal(u16_at(fixture, 8), 5);
    assert_int_equal(u16_at(fixture, 10), 5);
    assert_int_equal(u16_at(fixture, 12), 7);
    assert_int_equal(u16_at(fixture, 14), FZ_REGION_FINALLY);
    assert_int_equal(fixture->code.size, 6 + FZ_REGION_SIZE);
}

// The line of the code at `offset`, read from the table as object.h describes it.
static uint32_t line_at(const Fixture *fixture, uint32_t offset)
{
    const uint8_t *at = fixture->code.bytes + fixture->code.code_size;
    const uint8_t *end = fixture->code.bytes + fixture->code.size;
    uint32_t line = fixture->input.line;
    uint32_t place = 0;
    while (at < end) {
        uint32_t entry = *at++;
        int32_t lines = (int32_t)(entry >> 4);
        place += entry & (entry & 0x80 ? 127 : 15);
        if (entry & 0x80) {
            lines = (int16_t)(uint16_t)(at[0] | (uint32_t)at[1] << 8);
            at += 2;
        }
        if (place > offset)
            break;
        line += (uint32_t)lines;
    }
    return line;
}

static void lines_can_be_found_again(void **state)
{
    static const uint32_t lines[] = {1, 2, 2, 9, 10, 8, 4000, 1, 90000, 90007, 3};
    enum { COUNT = sizeof lines / sizeof lines[0], REPEAT = 50 };
    Fixture *fixture = *state;
    for (uint32_t i = 0; i < COUNT; i++) {
        add_many(fixture, FZ_OP_POP_TOP, i * REPEAT + 1);
        for (uint32_t k = 0; k <= i * REPEAT; k++)
            fixture->input.code.items[fixture->input.code.count - 1 - k].line = lines[i];
    }
    run(fixture);
    for (uint32_t i = 0; i < fixture->input.code.count; i++)
        assert_int_equal(line_at(fixture, i), fixture->input.code.items[i].line);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(forward_distance_of_255_is_short),
        CASE(forward_distance_of_256_is_wide),
        CASE(backward_distance_counts_the_jump_itself),
        CASE(backward_distance_too_far_by_one_is_wide),
        CASE(widening_spreads),
        CASE(jump_to_the_next_instruction_takes_no_bytes),
        CASE(operands_are_wide_from_256_on),
        CASE(closure_flags_follow_a_wide_operand),
        CASE(too_large_an_operand_is_told),
        CASE(too_much_code_is_told),
        CASE(regions_follow_the_code_without_empty_ones),
        CASE(lines_can_be_found_again),
    };
    return cmocka_run_group_tests_name("encode", tests, NULL, NULL);
}
