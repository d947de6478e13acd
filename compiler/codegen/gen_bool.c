// SPDX-License-Identifier: MIT
// Conditions: boolean operators, comparisons and jumps on them. A condition that only decides where
// to go makes no bool object, and the truth of an operand is asked for exactly once, as in CPython.
#include "unit.h"

static const IrOp compare_ops[] = {
    [COMPARE_EQ] = IR_COMPARE_EQUAL,
    [COMPARE_NOT_EQ] = IR_COMPARE_NOT_EQUAL,
    [COMPARE_LT] = IR_COMPARE_LESS,
    [COMPARE_LTE] = IR_COMPARE_LESS_EQUAL,
    [COMPARE_GT] = IR_COMPARE_MORE,
    [COMPARE_GTE] = IR_COMPARE_MORE_EQUAL,
    [COMPARE_IS] = IR_IS,
    [COMPARE_IS_NOT] = IR_IS_NOT,
    [COMPARE_IN] = IR_CONTAINS,
    [COMPARE_NOT_IN] = IR_NOT_CONTAINS,
};

static bool is_operator(const Expr *expr, BoolOperator op)
{
    return expr->kind == EXPR_BOOL_OP && expr->bool_op.op == op;
}

// The operator whose value is its first operand of that truth.
static BoolOperator deciding(bool when)
{
    return when ? BOOL_OR : BOOL_AND;
}

static void jump_if_bool_op(Gen *gen, const Expr *expr, bool when, IrLabel label)
{
    const ExprList *values = &expr->bool_op.values;
    if (expr->bool_op.op == deciding(when)) {
        for (uint32_t i = 0; i < values->count; i++)
            gen_jump_if(gen, values->items[i], when, label);
        return;
    }
    IrLabel skip = gen_label(gen);
    for (uint32_t i = 0; i + 1 < values->count; i++)
        gen_jump_if(gen, values->items[i], !when, skip);
    gen_jump_if(gen, values->items[values->count - 1], when, label);
    gen_place(gen, skip, expr->span);
}

static void jump_on_top(Gen *gen, bool when, IrLabel label, Span span)
{
    gen_jump(gen, when ? IR_POP_JUMP_IF_TRUE : IR_POP_JUMP_IF_FALSE, label, span);
}

// All but the last comparison of a chain: leaves the operands of the last one, or goes to `cleanup`
// with the middle operand (and what `jump` keeps) on the stack.
static void chain_links(Gen *gen, const Expr *expr, IrOp jump, IrLabel cleanup)
{
    const NodeCompare *node = &expr->compare;
    gen_expr(gen, node->left);
    for (uint32_t i = 0; i + 1 < node->ops.count; i++) {
        gen_expr(gen, node->comparators.items[i]);
        gen_op(gen, IR_DUP_TOP, expr->span);
        gen_op(gen, IR_ROT_THREE, expr->span);
        gen_op(gen, compare_ops[node->ops.items[i]], expr->span);
        gen_jump(gen, jump, cleanup, expr->span);
    }
    gen_expr(gen, node->comparators.items[node->ops.count - 1]);
    gen_op(gen, compare_ops[node->ops.items[node->ops.count - 1]], expr->span);
}

static void jump_if_chain(Gen *gen, const Expr *expr, bool when, IrLabel label)
{
    IrLabel cleanup = gen_label(gen);
    IrLabel end = gen_label(gen);
    chain_links(gen, expr, IR_POP_JUMP_IF_FALSE, cleanup);
    jump_on_top(gen, when, label, expr->span);
    gen_jump(gen, IR_JUMP, end, expr->span);
    gen_place(gen, cleanup, expr->span);
    gen_op(gen, IR_POP_TOP, expr->span);
    if (!when)
        gen_jump(gen, IR_JUMP, label, expr->span);
    gen_place(gen, end, expr->span);
}

void gen_compare(Gen *gen, const Expr *expr)
{
    if (expr->compare.ops.count == 1) {
        gen_expr(gen, expr->compare.left);
        gen_expr(gen, expr->compare.comparators.items[0]);
        gen_op(gen, compare_ops[expr->compare.ops.items[0]], expr->span);
        return;
    }
    IrLabel cleanup = gen_label(gen);
    IrLabel end = gen_label(gen);
    chain_links(gen, expr, IR_JUMP_IF_FALSE_OR_POP, cleanup);
    gen_jump(gen, IR_JUMP, end, expr->span);
    gen_place(gen, cleanup, expr->span);
    gen_op(gen, IR_ROT_TWO, expr->span);
    gen_op(gen, IR_POP_TOP, expr->span);
    gen_place(gen, end, expr->span);
}

static void jump_if_conditional(Gen *gen, const Expr *expr, bool when, IrLabel label)
{
    IrLabel other = gen_label(gen);
    IrLabel end = gen_label(gen);
    gen_jump_if(gen, expr->if_exp.test, false, other);
    gen_jump_if(gen, expr->if_exp.body, when, label);
    gen_jump(gen, IR_JUMP, end, expr->span);
    gen_place(gen, other, expr->span);
    gen_jump_if(gen, expr->if_exp.orelse, when, label);
    gen_place(gen, end, expr->span);
}

// Evaluates `expr` and goes to `label` when its truth is `when`; else goes on. Leaves nothing.
void gen_jump_if(Gen *gen, const Expr *expr, bool when, IrLabel label)
{
    if (expr->kind == EXPR_CONSTANT) {
        if (constant_is_true(expr->constant.value) == when)
            gen_jump(gen, IR_JUMP, label, expr->span);
    } else if (expr->kind == EXPR_UNARY_OP && expr->unary_op.op == UNARY_NOT) {
        gen_jump_if(gen, expr->unary_op.operand, !when, label);
    } else if (expr->kind == EXPR_BOOL_OP) {
        jump_if_bool_op(gen, expr, when, label);
    } else if (expr->kind == EXPR_COMPARE && expr->compare.ops.count > 1) {
        jump_if_chain(gen, expr, when, label);
    } else if (expr->kind == EXPR_IF_EXP) {
        jump_if_conditional(gen, expr, when, label);
    } else {
        gen_expr(gen, expr);
        jump_on_top(gen, when, label, expr->span);
    }
}

// Evaluates `expr`; when its truth is `when`, goes to `label` with the value on the stack, else
// goes on without it.
static void jump_or_pop(Gen *gen, const Expr *expr, bool when, IrLabel label)
{
    if (is_operator(expr, deciding(when))) {
        for (uint32_t i = 0; i < expr->bool_op.values.count; i++)
            jump_or_pop(gen, expr->bool_op.values.items[i], when, label);
        return;
    }
    if (is_operator(expr, deciding(!when))) {
        const ExprList *values = &expr->bool_op.values;
        IrLabel skip = gen_label(gen);
        for (uint32_t i = 0; i + 1 < values->count; i++)
            gen_jump_if(gen, values->items[i], !when, skip);
        jump_or_pop(gen, values->items[values->count - 1], when, label);
        gen_place(gen, skip, expr->span);
        return;
    }
    gen_expr(gen, expr);
    gen_jump(gen, when ? IR_JUMP_IF_TRUE_OR_POP : IR_JUMP_IF_FALSE_OR_POP, label, expr->span);
}

void gen_bool_op(Gen *gen, const Expr *expr)
{
    const ExprList *values = &expr->bool_op.values;
    IrLabel end = gen_label(gen);
    for (uint32_t i = 0; i + 1 < values->count; i++)
        jump_or_pop(gen, values->items[i], expr->bool_op.op == BOOL_OR, end);
    gen_expr(gen, values->items[values->count - 1]);
    gen_place(gen, end, expr->span);
}
