// SPDX-License-Identifier: MIT
// The checker of the IR refuses what it should, and tidying keeps what it must.
#include "front.h"

#include "../../compiler/codegen/ir_check.h"

// A function being put together by hand.
typedef struct {
    Arena arena;
    Names names;
    IrFunction function;
    IrFault fault;
} Draft;

static void begin(Draft *draft)
{
    memset(draft, 0, sizeof *draft);
    draft->names.arena = &draft->arena;
    draft->function.name = names_intern_z(&draft->names, "f");
    draft->function.qualname = draft->function.name;
}

static void op(Draft *draft, IrOp code)
{
    IrInst *inst = ir_emit(&draft->arena, &draft->function, code, (Span){0});
    if (code == IR_LOAD_CONST)
        inst->constant = constant_none();
}

static void op_label(Draft *draft, IrOp code, IrLabel label)
{
    ir_emit(&draft->arena, &draft->function, code, (Span){0})->label = label;
}

static void finish(Draft *draft)
{
    op(draft, IR_LOAD_CONST);
    op(draft, IR_RETURN_VALUE);
}

static void assert_fault(Draft *draft, const char *rule)
{
    Arena scratch = {0};
    assert_false(ir_check(&scratch, &draft->function, &draft->fault));
    assert_string_equal(draft->fault.rule, rule);
    arena_free(&scratch);
    arena_free(&draft->arena);
}

static void rejects_an_empty_stack(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    op(&draft, IR_POP_TOP);
    finish(&draft);
    assert_fault(&draft, "the stack gets empty");
}

static void rejects_falling_off_the_end(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    op(&draft, IR_LOAD_CONST);
    assert_fault(&draft, "control falls off the end");
}

static void rejects_a_label_that_is_not_placed(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    op_label(&draft, IR_JUMP, ir_new_label(&draft.function));
    assert_fault(&draft, "a jump's label is not placed");
}

static void rejects_a_label_placed_twice(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    IrLabel label = ir_new_label(&draft.function);
    op_label(&draft, IR_LABEL, label);
    op_label(&draft, IR_LABEL, label);
    finish(&draft);
    assert_fault(&draft, "a label is placed twice");
}

static void rejects_a_join_at_two_depths(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    IrLabel label = ir_new_label(&draft.function);
    op(&draft, IR_LOAD_CONST);
    op_label(&draft, IR_POP_JUMP_IF_TRUE, label);
    op(&draft, IR_LOAD_CONST);
    op_label(&draft, IR_LABEL, label);
    finish(&draft);
    assert_fault(&draft, "an instruction is reached at two depths");
}

static void rejects_a_region_that_does_not_end(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    IrLabel label = ir_new_label(&draft.function);
    op_label(&draft, IR_TRY_EXCEPT, label);
    op_label(&draft, IR_LABEL, label);
    finish(&draft);
    assert_fault(&draft, "a region does not end");
}

static void finally_around(Draft *draft, IrOp inside, IrLabel target)
{
    IrLabel handler = ir_new_label(&draft->function);
    op_label(draft, IR_TRY_FINALLY, handler);
    if (inside == IR_JUMP)
        op_label(draft, IR_JUMP, target);
    else
        finish(draft);
    op(draft, IR_TRY_END);
    op(draft, IR_LOAD_NULL);
    op(draft, IR_LOAD_CONST);
    op_label(draft, IR_LABEL, handler);
    op(draft, IR_FINALLY_BEGIN);
    op(draft, IR_END_FINALLY);
    op(draft, IR_FINALLY_END);
}

static void rejects_a_plain_jump_out_of_a_finally_body(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    IrLabel after = ir_new_label(&draft.function);
    finally_around(&draft, IR_JUMP, after);
    op_label(&draft, IR_LABEL, after);
    finish(&draft);
    assert_fault(&draft, "a plain jump leaves a region that needs unwinding");
}

static void rejects_a_plain_return_out_of_a_finally_body(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    finally_around(&draft, IR_RETURN_VALUE, 0);
    finish(&draft);
    assert_fault(&draft, "RETURN_VALUE inside a region that needs unwinding");
}

static void rejects_a_jump_into_a_region(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    IrLabel inside = ir_new_label(&draft.function);
    IrLabel handler = ir_new_label(&draft.function);
    op_label(&draft, IR_JUMP, inside);
    op_label(&draft, IR_TRY_EXCEPT, handler);
    op_label(&draft, IR_LABEL, inside);
    op(&draft, IR_TRY_END);
    finish(&draft);
    op_label(&draft, IR_LABEL, handler);
    op(&draft, IR_EXCEPT_BEGIN);
    op(&draft, IR_END_FINALLY);
    op(&draft, IR_EXCEPT_END);
    finish(&draft);
    assert_fault(&draft, "a jump goes into a region");
}

static void rejects_short_forms(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    op(&draft, IR_LOAD_INT);
    op(&draft, IR_RETURN_VALUE);
    assert_fault(&draft, "a short form is in the IR");
}

static void rejects_plain_access_to_a_cell(void **state)
{
    (void)state;
    Draft draft;
    begin(&draft);
    IrLocal local = {.kind = IR_LOCAL_VAR, .is_cell = true};
    VEC_PUSH(&draft.arena, &draft.function.locals, local);
    op(&draft, IR_LOAD_CONST);
    op(&draft, IR_STORE_LOCAL);
    finish(&draft);
    assert_fault(&draft, "a cell is used as a plain local or the other way round");
}

static void depth_limit_counts_the_deepest_place(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "f(1, 2, g(3, 4, 5))\n");
    IrFlow flow;
    IrFault fault;
    assert_true(ir_flow(&front.arena, front.ir.top, &flow, &fault));
    assert_int_equal(flow.depth_limit, 7);
    arena_free(&front.arena);
}

static void tidying_drops_dead_code_and_idle_jumps(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "def f(a):\n if a:\n  return 1\n else:\n  return 2\n");
    assert_string_equal(front_listing(&front, front.ir.top->children.items[0]),
                        "LOAD_LOCAL 0 (a); POP_JUMP_IF_FALSE L0; LOAD_CONST 1; RETURN_VALUE; L0:; "
                        "LOAD_CONST 2; RETURN_VALUE");
    arena_free(&front.arena);
}

static void tidying_turns_a_jump_over_a_jump_round(void **state)
{
    (void)state;
    Front front;
    front_compile(&front, "while a:\n if b: break\n c\n");
    assert_string_equal(front_listing(&front, front.ir.top),
                        "JUMP L1; L0:; LOAD_GLOBAL b; POP_JUMP_IF_TRUE L2; LOAD_GLOBAL c; POP_TOP; "
                        "L1:; LOAD_GLOBAL a; POP_JUMP_IF_TRUE L0; L2:; LOAD_CONST None; "
                        "RETURN_VALUE");
    arena_free(&front.arena);
}

static void tidying_drops_functions_that_only_dead_code_made(void **state)
{
    (void)state;
    Front front;
    assert_true(front_scopes(&front, "if 0:\n def f(): pass\ndef g(): pass\n"));
    front.options.disabled_passes = UINT32_MAX;
    assert_true(front_generate(&front));
    assert_int_equal(front.ir.top->children.count, 1);
    assert_true(name_is(front.ir.top->children.items[0]->name, "g"));
    arena_free(&front.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rejects_an_empty_stack),
        cmocka_unit_test(rejects_falling_off_the_end),
        cmocka_unit_test(rejects_a_label_that_is_not_placed),
        cmocka_unit_test(rejects_a_label_placed_twice),
        cmocka_unit_test(rejects_a_join_at_two_depths),
        cmocka_unit_test(rejects_a_region_that_does_not_end),
        cmocka_unit_test(rejects_a_plain_jump_out_of_a_finally_body),
        cmocka_unit_test(rejects_a_plain_return_out_of_a_finally_body),
        cmocka_unit_test(rejects_a_jump_into_a_region),
        cmocka_unit_test(rejects_short_forms),
        cmocka_unit_test(rejects_plain_access_to_a_cell),
        cmocka_unit_test(depth_limit_counts_the_deepest_place),
        cmocka_unit_test(tidying_drops_dead_code_and_idle_jumps),
        cmocka_unit_test(tidying_turns_a_jump_over_a_jump_round),
        cmocka_unit_test(tidying_drops_functions_that_only_dead_code_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
