// SPDX-License-Identifier: MIT
// Assignment to and deletion of targets: names, attributes, subscripts, and nested lists and tuples
// of them with at most one starred target.
#include "unit.h"

static const IrOp inplace_ops[] = {
    [BINARY_ADD] = IR_INPLACE_ADD,
    [BINARY_SUB] = IR_INPLACE_SUBTRACT,
    [BINARY_MULT] = IR_INPLACE_MULTIPLY,
    [BINARY_MAT_MULT] = IR_INPLACE_MAT_MULTIPLY,
    [BINARY_DIV] = IR_INPLACE_TRUE_DIVIDE,
    [BINARY_MOD] = IR_INPLACE_MODULO,
    [BINARY_POW] = IR_INPLACE_POWER,
    [BINARY_LSHIFT] = IR_INPLACE_LSHIFT,
    [BINARY_RSHIFT] = IR_INPLACE_RSHIFT,
    [BINARY_BIT_OR] = IR_INPLACE_OR,
    [BINARY_BIT_XOR] = IR_INPLACE_XOR,
    [BINARY_BIT_AND] = IR_INPLACE_AND,
    [BINARY_FLOOR_DIV] = IR_INPLACE_FLOOR_DIVIDE,
};

static const ExprList *target_items(const Expr *target)
{
    if (target->kind == EXPR_TUPLE)
        return &target->tuple.elts;
    return target->kind == EXPR_LIST ? &target->list.elts : NULL;
}

static uint32_t star_position(const ExprList *items)
{
    uint32_t i = 0;
    while (i < items->count && items->items[i]->kind != EXPR_STARRED)
        i++;
    return i;
}

static void unpack(Gen *gen, const ExprList *items, Span span)
{
    uint32_t star = star_position(items);
    if (star == items->count) {
        gen_count(gen, IR_UNPACK_SEQUENCE, items->count, span);
    } else {
        uint32_t after = items->count - star - 1;
        if (after > 255)
            GEN_ERROR(gen, span, DIAG_TOO_MANY, 255U, "targets after a starred one");
        gen_pair(gen, IR_UNPACK_EX, star, after, span);
    }
    for (uint32_t i = 0; i < items->count; i++) {
        const Expr *item = items->items[i];
        gen_store(gen, item->kind == EXPR_STARRED ? item->starred.value : item);
    }
}

// Takes the value on top of the stack.
void gen_store(Gen *gen, const Expr *target)
{
    Span span = target->span;
    if (target_items(target)) {
        unpack(gen, target_items(target), span);
    } else if (target->kind == EXPR_ATTRIBUTE) {
        gen_expr(gen, target->attribute.value);
        const Name *name = scope_mangle(gen->names, gen->unit->scope, target->attribute.attr);
        gen_named(gen, IR_STORE_ATTR, name, gen_attribute_span(target));
    } else if (target->kind == EXPR_SUBSCRIPT) {
        gen_expr(gen, target->subscript.value);
        gen_slice(gen, target->subscript.slice);
        gen_op(gen, IR_STORE_SUBSCR, span);
    } else {
        gen_store_name(gen, target->name.id, span);
    }
}

void gen_delete(Gen *gen, const Expr *target)
{
    Span span = target->span;
    const ExprList *items = target_items(target);
    if (items) {
        for (uint32_t i = 0; i < items->count; i++)
            gen_delete(gen, items->items[i]);
    } else if (target->kind == EXPR_ATTRIBUTE) {
        gen_expr(gen, target->attribute.value);
        const Name *name = scope_mangle(gen->names, gen->unit->scope, target->attribute.attr);
        gen_named(gen, IR_DELETE_ATTR, name, gen_attribute_span(target));
    } else if (target->kind == EXPR_SUBSCRIPT) {
        gen_expr(gen, target->subscript.value);
        gen_slice(gen, target->subscript.slice);
        gen_op(gen, IR_DELETE_SUBSCR, span);
    } else {
        gen_delete_name(gen, target->name.id, span);
    }
}

// a, b = x, y without a tuple: the targets when both sides have two or three items, none starred.
static const ExprList *exchange_targets(const NodeAssign *assign)
{
    if (assign->targets.count != 1 || assign->value->kind != EXPR_TUPLE)
        return NULL;
    const ExprList *targets = target_items(assign->targets.items[0]);
    const ExprList *values = &assign->value->tuple.elts;
    if (!targets || targets->count != values->count || targets->count < 2 || targets->count > 3)
        return NULL;
    if (star_position(targets) < targets->count || star_position(values) < values->count)
        return NULL;
    return targets;
}

static void exchange(Gen *gen, const ExprList *targets, const ExprList *values, Span span)
{
    gen_exprs(gen, values);
    if (targets->count == 3)
        gen_op(gen, IR_ROT_THREE, span);
    gen_op(gen, IR_ROT_TWO, span);
    for (uint32_t i = 0; i < targets->count; i++)
        gen_store(gen, targets->items[i]);
}

void gen_assign(Gen *gen, const Stmt *stmt)
{
    const NodeAssign *assign = &stmt->assign;
    const ExprList *targets = exchange_targets(assign);
    if (targets) {
        exchange(gen, targets, &assign->value->tuple.elts, stmt->span);
        return;
    }
    gen_expr(gen, assign->value);
    for (uint32_t i = 0; i < assign->targets.count; i++) {
        if (i + 1 < assign->targets.count)
            gen_op(gen, IR_DUP_TOP, stmt->span);
        gen_store(gen, assign->targets.items[i]);
    }
}

static void aug_assign_attribute(Gen *gen, const Stmt *stmt)
{
    const Expr *target = stmt->aug_assign.target;
    const Name *name = scope_mangle(gen->names, gen->unit->scope, target->attribute.attr);
    Span span = gen_attribute_span(target);
    gen_expr(gen, target->attribute.value);
    gen_op(gen, IR_DUP_TOP, target->span);
    gen_named(gen, IR_LOAD_ATTR, name, span);
    gen_expr(gen, stmt->aug_assign.value);
    gen_op(gen, inplace_ops[stmt->aug_assign.op], stmt->span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_named(gen, IR_STORE_ATTR, name, span);
}

static void aug_assign_subscript(Gen *gen, const Stmt *stmt)
{
    const Expr *target = stmt->aug_assign.target;
    gen_expr(gen, target->subscript.value);
    gen_slice(gen, target->subscript.slice);
    gen_op(gen, IR_DUP_TOP_TWO, target->span);
    gen_op(gen, IR_LOAD_SUBSCR, target->span);
    gen_expr(gen, stmt->aug_assign.value);
    gen_op(gen, inplace_ops[stmt->aug_assign.op], stmt->span);
    gen_op(gen, IR_ROT_THREE, target->span);
    gen_op(gen, IR_STORE_SUBSCR, target->span);
}

void gen_aug_assign(Gen *gen, const Stmt *stmt)
{
    const Expr *target = stmt->aug_assign.target;
    if (target->kind == EXPR_ATTRIBUTE) {
        aug_assign_attribute(gen, stmt);
    } else if (target->kind == EXPR_SUBSCRIPT) {
        aug_assign_subscript(gen, stmt);
    } else {
        gen_load_name(gen, target->name.id, target->span);
        gen_expr(gen, stmt->aug_assign.value);
        gen_op(gen, inplace_ops[stmt->aug_assign.op], stmt->span);
        gen_store_name(gen, target->name.id, target->span);
    }
}

// The annotation is dropped. A target without a value is evaluated for its effects, as in CPython.
void gen_ann_assign(Gen *gen, const Stmt *stmt)
{
    const NodeAnnAssign *assign = &stmt->ann_assign;
    if (assign->value) {
        gen_expr(gen, assign->value);
        gen_store(gen, assign->target);
    } else if (assign->target->kind == EXPR_ATTRIBUTE) {
        gen_expr(gen, assign->target->attribute.value);
        gen_op(gen, IR_POP_TOP, stmt->span);
    } else if (assign->target->kind == EXPR_SUBSCRIPT) {
        gen_expr(gen, assign->target->subscript.value);
        gen_op(gen, IR_POP_TOP, stmt->span);
        gen_slice(gen, assign->target->subscript.slice);
        gen_op(gen, IR_POP_TOP, stmt->span);
    }
}
