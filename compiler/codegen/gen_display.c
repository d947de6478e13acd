// SPDX-License-Identifier: MIT
// Displays of lists, tuples, sets and dicts. Short ones are built from the stack; long ones and
// those with starred items grow piece by piece, so that no display needs a deep operand stack.
#include "unit.h"

enum { ITEMS_ON_STACK = 32, MICROPYTHON_ITEMS_ON_STACK = 256 };

static uint32_t items_on_stack(const Gen *gen)
{
    return gen->options->for_micropython ? MICROPYTHON_ITEMS_ON_STACK : ITEMS_ON_STACK;
}

// How a kind of display starts, takes one item and takes all items of an iterable.
typedef struct {
    IrOp build, append, extend;
} DisplayOps;

static const DisplayOps list_ops = {IR_BUILD_LIST, IR_LIST_APPEND, IR_LIST_EXTEND};
static const DisplayOps set_ops = {IR_BUILD_SET, IR_SET_ADD, IR_SET_UPDATE};

static bool has_star(const ExprList *items)
{
    for (uint32_t i = 0; i < items->count; i++)
        if (items->items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

static bool all_constant(const ExprList *items)
{
    for (uint32_t i = 0; i < items->count; i++)
        if (items->items[i]->kind != EXPR_CONSTANT)
            return false;
    return true;
}

static void grow(Gen *gen, const DisplayOps *ops, const ExprList *items, Span span)
{
    uint32_t first = 0;
    while (first < items->count && first < items_on_stack(gen) &&
           items->items[first]->kind != EXPR_STARRED)
        gen_expr(gen, items->items[first++]);
    gen_count(gen, ops->build, first, span);
    for (uint32_t i = first; i < items->count; i++) {
        const Expr *item = items->items[i];
        if (item->kind == EXPR_STARRED) {
            gen_expr(gen, item->starred.value);
            gen_op(gen, ops->extend, item->span);
        } else {
            gen_expr(gen, item);
            gen_count(gen, ops->append, 1, item->span);
        }
    }
}

static const Constant *constant_of_items(Gen *gen, const ExprList *items)
{
    const Constant **values = ARENA_NEW_ARRAY(gen->arena, const Constant *, items->count);
    for (uint32_t i = 0; i < items->count; i++)
        values[i] = items->items[i]->constant.value;
    return constant_items(gen->arena, CONSTANT_TUPLE, values, items->count);
}

static void display(Gen *gen, const DisplayOps *ops, const ExprList *items, Span span)
{
    if (items->count > 2 && all_constant(items) && !gen->options->for_micropython) {
        gen_count(gen, ops->build, 0, span);
        gen_constant(gen, constant_of_items(gen, items), span);
        gen_op(gen, ops->extend, span);
        return;
    }
    grow(gen, ops, items, span);
}

void gen_list(Gen *gen, const ExprList *items, Span span)
{
    display(gen, &list_ops, items, span);
}

void gen_set(Gen *gen, const ExprList *items, Span span)
{
    display(gen, &set_ops, items, span);
}

void gen_tuple(Gen *gen, const ExprList *items, Span span)
{
    if (all_constant(items)) {
        gen_constant(gen, constant_of_items(gen, items), span);
    } else if (has_star(items) || items->count > items_on_stack(gen)) {
        grow(gen, &list_ops, items, span);
        gen_op(gen, IR_LIST_TO_TUPLE, span);
    } else {
        gen_exprs(gen, items);
        gen_count(gen, IR_BUILD_TUPLE, items->count, span);
    }
}

void gen_dict(Gen *gen, const Expr *expr)
{
    const NodeDict *node = &expr->dict;
    uint32_t room = node->keys.count < UINT16_MAX ? node->keys.count : UINT16_MAX;
    gen_count(gen, IR_BUILD_MAP, room, expr->span);
    for (uint32_t i = 0; i < node->keys.count; i++) {
        const Expr *value = node->values.items[i];
        if (!node->keys.items[i] && gen->options->for_micropython) {
            gen_mp_dict_update(gen, value, value->span);
            continue;
        }
        if (!node->keys.items[i]) {
            gen_expr(gen, value);
            gen_op(gen, IR_DICT_UPDATE, value->span);
            continue;
        }
        gen_expr(gen, node->keys.items[i]);
        gen_expr(gen, value);
        gen_op(gen, IR_STORE_MAP, node->keys.items[i]->span);
    }
}
