// SPDX-License-Identifier: MIT
// Regions: try, with, and the ways out of them. The shapes are those of docs/bytecode.md,
// "Regions".
#include "unit.h"

// Code that falls into a finally handler brings an empty payload and tag.
static void enter_handler(Gen *gen, IrLabel handler, Block *block, Span span)
{
    gen_op(gen, IR_TRY_END, span);
    gen_op(gen, IR_LOAD_NULL, span);
    gen_none(gen, span);
    gen_place(gen, handler, span);
    gen_op(gen, IR_FINALLY_BEGIN, span);
    gen_push_block(gen, block, BLOCK_HANDLER);
}

static void leave_handler(Gen *gen, Span span)
{
    gen_op(gen, IR_END_FINALLY, span);
    gen_op(gen, IR_FINALLY_END, span);
    gen_pop_block(gen);
}

// except E as e: the body, then e is emptied and deleted whatever happened.
static void gen_named_body(Gen *gen, const ExceptHandler *handler)
{
    Span span = handler->span;
    IrLabel cleanup = gen_label(gen);
    Block body;
    Block end;
    gen_store_name(gen, handler->name, span);
    gen_jump(gen, IR_TRY_FINALLY, cleanup, span);
    gen_push_block(gen, &body, BLOCK_FINALLY);
    gen_stmts(gen, &handler->body);
    gen_pop_block(gen);
    enter_handler(gen, cleanup, &end, span);
    gen_none(gen, span);
    gen_store_name(gen, handler->name, span);
    gen_delete_name(gen, handler->name, span);
    leave_handler(gen, span);
}

static void gen_handler(Gen *gen, const ExceptHandler *handler, IrLabel end)
{
    Span span = handler->span;
    IrLabel next = gen_label(gen);
    if (handler->type) {
        gen_op(gen, IR_DUP_TOP, span);
        gen_expr(gen, handler->type);
        gen_op(gen, IR_EXCEPTION_MATCH, handler->type->span);
        gen_jump(gen, IR_POP_JUMP_IF_FALSE, next, handler->type->span);
    }
    if (handler->name) {
        gen_named_body(gen, handler);
    } else {
        gen_op(gen, IR_POP_TOP, span);
        gen_stmts(gen, &handler->body);
    }
    gen_op(gen, IR_POP_EXCEPT, span);
    gen_jump(gen, IR_JUMP, end, span);
    gen_place(gen, next, span);
}

static void gen_try_except(Gen *gen, const NodeTry *node, Span span)
{
    IrLabel handler = gen_label(gen);
    IrLabel orelse = gen_label(gen);
    IrLabel end = gen_label(gen);
    Block block;
    gen_jump(gen, IR_TRY_EXCEPT, handler, span);
    gen_push_block(gen, &block, BLOCK_TRY);
    gen_stmts(gen, &node->body);
    gen_pop_block(gen);
    gen_op(gen, IR_TRY_END, span);
    gen_jump(gen, IR_JUMP, orelse, span);
    gen_place(gen, handler, span);
    gen_op(gen, IR_EXCEPT_BEGIN, span);
    gen_push_block(gen, &block, BLOCK_EXCEPT);
    for (uint32_t i = 0; i < node->handlers.count; i++)
        gen_handler(gen, node->handlers.items[i], end);
    gen_op(gen, IR_END_FINALLY, span);
    gen_op(gen, IR_EXCEPT_END, span);
    gen_pop_block(gen);
    gen_place(gen, orelse, span);
    gen_stmts(gen, &node->orelse);
    gen_place(gen, end, span);
}

static void gen_try_body(Gen *gen, const NodeTry *node, Span span)
{
    if (node->handlers.count)
        gen_try_except(gen, node, span);
    else
        gen_stmts(gen, &node->body);
}

void gen_try(Gen *gen, const Stmt *stmt)
{
    const NodeTry *node = &stmt->try_;
    if (node->finalbody.count == 0) {
        gen_try_body(gen, node, stmt->span);
        return;
    }
    IrLabel handler = gen_label(gen);
    Block block;
    gen_jump(gen, IR_TRY_FINALLY, handler, stmt->span);
    gen_push_block(gen, &block, BLOCK_FINALLY);
    gen_try_body(gen, node, stmt->span);
    gen_pop_block(gen);
    Span last = node->finalbody.items[node->finalbody.count - 1]->span;
    enter_handler(gen, handler, &block, last);
    gen_stmts(gen, &node->finalbody);
    leave_handler(gen, last);
}

static void gen_with_items(Gen *gen, const Stmt *stmt, uint32_t index)
{
    const NodeWith *node = &stmt->with;
    if (index == node->items.count) {
        gen_stmts(gen, &node->body);
        return;
    }
    const WithItem *item = node->items.items[index];
    Span span = item->context_expr->span;
    IrLabel handler = gen_label(gen);
    Block block;
    bool is_async = stmt->kind == STMT_ASYNC_WITH;
    gen_expr(gen, item->context_expr);
    if (is_async)
        gen_async_enter(gen, span);
    else
        gen_op(gen, IR_WITH_ENTER, span);
    gen_jump(gen, IR_TRY_WITH, handler, span);
    gen_push_block(gen, &block, BLOCK_FINALLY);
    if (item->optional_vars)
        gen_store(gen, item->optional_vars);
    else
        gen_op(gen, IR_POP_TOP, span);
    gen_with_items(gen, stmt, index + 1);
    gen_pop_block(gen);
    enter_handler(gen, handler, &block, span);
    gen_op(gen, IR_WITH_EXIT, span);
    if (is_async)
        gen_await(gen, span);
    gen_op(gen, IR_WITH_END, span);
    leave_handler(gen, span);
}

void gen_with(Gen *gen, const Stmt *stmt)
{
    gen_with_items(gen, stmt, 0);
}

// Whether control that leaves all blocks up to `last` (NULL: the function) meets a region that has
// something to do; the body of a try … except has not.
static bool needs_unwind(const Block *block, const Block *last)
{
    for (; block != last; block = block->outer)
        if (block->kind != BLOCK_TRY && block->kind != BLOCK_LOOP)
            return true;
    return false;
}

void gen_return(Gen *gen, const Stmt *stmt)
{
    if (stmt->return_.value)
        gen_expr(gen, stmt->return_.value);
    else
        gen_none(gen, stmt->span);
    bool unwind = needs_unwind(gen->unit->block, NULL);
    gen_op(gen, unwind ? IR_RETURN_UNWIND : IR_RETURN_VALUE, stmt->span);
}

static Block *innermost_loop(Gen *gen)
{
    Block *block = gen->unit->block;
    while (block->kind != BLOCK_LOOP)
        block = block->outer;
    return block;
}

static void leave_to(Gen *gen, const Block *loop, IrLabel label, Span span)
{
    bool unwind = needs_unwind(gen->unit->block, loop);
    gen_jump(gen, unwind ? IR_UNWIND_JUMP : IR_JUMP, label, span);
}

void gen_break(Gen *gen, Span span)
{
    Block *loop = innermost_loop(gen);
    loop->has_break = true;
    leave_to(gen, loop, loop->break_label, span);
}

void gen_continue(Gen *gen, Span span)
{
    const Block *loop = innermost_loop(gen);
    leave_to(gen, loop, loop->continue_label, span);
}
