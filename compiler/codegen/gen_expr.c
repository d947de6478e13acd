// SPDX-License-Identifier: MIT
// Expressions: each leaves exactly one value on the operand stack. Operands are evaluated in
// CPython's order; the larger families live in the files beside this one.
#include "unit.h"

static const IrOp binary_ops[] = {
    [BINARY_ADD] = IR_BINARY_ADD,
    [BINARY_SUB] = IR_BINARY_SUBTRACT,
    [BINARY_MULT] = IR_BINARY_MULTIPLY,
    [BINARY_MAT_MULT] = IR_BINARY_MAT_MULTIPLY,
    [BINARY_DIV] = IR_BINARY_TRUE_DIVIDE,
    [BINARY_MOD] = IR_BINARY_MODULO,
    [BINARY_POW] = IR_BINARY_POWER,
    [BINARY_LSHIFT] = IR_BINARY_LSHIFT,
    [BINARY_RSHIFT] = IR_BINARY_RSHIFT,
    [BINARY_BIT_OR] = IR_BINARY_OR,
    [BINARY_BIT_XOR] = IR_BINARY_XOR,
    [BINARY_BIT_AND] = IR_BINARY_AND,
    [BINARY_FLOOR_DIV] = IR_BINARY_FLOOR_DIVIDE,
};

static const IrOp unary_ops[] = {
    [UNARY_INVERT] = IR_UNARY_INVERT,
    [UNARY_NOT] = IR_UNARY_NOT,
    [UNARY_UADD] = IR_UNARY_POSITIVE,
    [UNARY_USUB] = IR_UNARY_NEGATIVE,
};

void gen_exprs(Gen *gen, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        gen_expr(gen, list->items[i]);
}

static void gen_opt(Gen *gen, const Expr *expr, Span span)
{
    if (expr)
        gen_expr(gen, expr);
    else
        gen_none(gen, span);
}

// The value that a subscript is indexed with.
void gen_slice(Gen *gen, const Expr *slice)
{
    if (slice->kind != EXPR_SLICE) {
        gen_expr(gen, slice);
        return;
    }
    gen_opt(gen, slice->slice.lower, slice->span);
    gen_opt(gen, slice->slice.upper, slice->span);
    if (slice->slice.step)
        gen_expr(gen, slice->slice.step);
    gen_count(gen, IR_BUILD_SLICE, slice->slice.step ? 3 : 2, slice->span);
}

// In a chain over several lines, errors are shown where the attribute's name stands.
Span gen_attribute_span(const Expr *expr)
{
    Span span = expr->span;
    uint32_t size = expr->attribute.attr->size;
    if (span.end - span.start > size)
        span.start = span.end - size;
    return span;
}

static void gen_attribute(Gen *gen, const Expr *expr)
{
    if (gen_super_attribute(gen, expr, IR_LOAD_SUPER_ATTR))
        return;
    gen_expr(gen, expr->attribute.value);
    const Name *name = scope_mangle(gen->names, gen->unit->scope, expr->attribute.attr);
    gen_named(gen, IR_LOAD_ATTR, name, gen_attribute_span(expr));
}

static void gen_conditional(Gen *gen, const Expr *expr)
{
    IrLabel other = gen_label(gen);
    IrLabel end = gen_label(gen);
    gen_jump_if(gen, expr->if_exp.test, false, other);
    gen_expr(gen, expr->if_exp.body);
    gen_jump(gen, IR_JUMP, end, expr->span);
    gen_place(gen, other, expr->span);
    gen_expr(gen, expr->if_exp.orelse);
    gen_place(gen, end, expr->span);
}

static void gen_yield_from(Gen *gen, const Expr *expr)
{
    gen_expr(gen, expr->yield_from.value);
    gen_op(gen, IR_GET_ITER, expr->span);
    gen_none(gen, expr->span);
    gen_op(gen, IR_YIELD_FROM, expr->span);
}

void gen_expr(Gen *gen, const Expr *expr)
{
    Span span = expr->span;
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        gen_bool_op(gen, expr);
        return;
    case EXPR_NAMED_EXPR:
        gen_expr(gen, expr->named_expr.value);
        gen_op(gen, IR_DUP_TOP, span);
        gen_store(gen, expr->named_expr.target);
        return;
    case EXPR_BIN_OP:
        gen_expr(gen, expr->bin_op.left);
        gen_expr(gen, expr->bin_op.right);
        gen_op(gen, binary_ops[expr->bin_op.op], span);
        return;
    case EXPR_UNARY_OP:
        gen_expr(gen, expr->unary_op.operand);
        gen_op(gen, unary_ops[expr->unary_op.op], span);
        return;
    case EXPR_LAMBDA:
        gen_lambda(gen, expr);
        return;
    case EXPR_IF_EXP:
        gen_conditional(gen, expr);
        return;
    case EXPR_DICT:
        gen_dict(gen, expr);
        return;
    case EXPR_SET:
        gen_set(gen, &expr->set.elts, span);
        return;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR_EXP:
        gen_comprehension(gen, expr);
        return;
    case EXPR_AWAIT:
        gen_expr(gen, expr->await.value);
        gen_await(gen, span);
        return;
    case EXPR_YIELD:
        gen_opt(gen, expr->yield.value, span);
        gen_op(gen, IR_YIELD_VALUE, span);
        return;
    case EXPR_YIELD_FROM:
        gen_yield_from(gen, expr);
        return;
    case EXPR_COMPARE:
        gen_compare(gen, expr);
        return;
    case EXPR_CALL:
        gen_call(gen, expr);
        return;
    case EXPR_FORMATTED_VALUE:
        gen_formatted_value(gen, expr);
        return;
    case EXPR_JOINED_STR:
        gen_joined_str(gen, expr);
        return;
    case EXPR_INTERPOLATION:
    case EXPR_TEMPLATE_STR: // lowered before scope analysis
        return;
    case EXPR_CONSTANT:
        gen_constant(gen, expr->constant.value, span);
        return;
    case EXPR_ATTRIBUTE:
        gen_attribute(gen, expr);
        return;
    case EXPR_SUBSCRIPT:
        gen_expr(gen, expr->subscript.value);
        gen_slice(gen, expr->subscript.slice);
        gen_op(gen, IR_LOAD_SUBSCR, span);
        return;
    case EXPR_STARRED: // scope analysis has refused those that are not part of a display or call
        gen_expr(gen, expr->starred.value);
        return;
    case EXPR_NAME:
        gen_load_name(gen, expr->name.id, span);
        return;
    case EXPR_LIST:
        gen_list(gen, &expr->list.elts, span);
        return;
    case EXPR_TUPLE:
        gen_tuple(gen, &expr->tuple.elts, span);
        return;
    case EXPR_SLICE:
        gen_slice(gen, expr);
        return;
    }
}
