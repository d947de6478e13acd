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

// except E as e, with the exception stored: the body, then e is emptied and deleted whatever
// happened.
static void gen_named_body(Gen *gen, const ExceptHandler *handler)
{
    Span span = handler->span;
    IrLabel cleanup = gen_label(gen);
    Block body;
    Block end;
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

// Stores or drops what is on top.
static void gen_bind(Gen *gen, const ExceptHandler *handler)
{
    if (handler->name)
        gen_store_name(gen, handler->name, handler->span);
    else
        gen_op(gen, IR_POP_TOP, handler->span);
}

static void gen_handler_body(Gen *gen, const ExceptHandler *handler)
{
    if (handler->name)
        gen_named_body(gen, handler);
    else
        gen_stmts(gen, &handler->body);
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
    gen_bind(gen, handler);
    gen_handler_body(gen, handler);
    gen_op(gen, IR_POP_EXCEPT, span);
    gen_jump(gen, IR_JUMP, end, span);
    gen_place(gen, next, span);
}

void gen_catch(Gen *gen, const char *user, const char *exception, IrLabel handler, Span span)
{
    IrLabel other = gen_label(gen);
    IrLabel caught = gen_label(gen);
    gen_place(gen, handler, span);
    gen_op(gen, IR_EXCEPT_BEGIN, span);
    gen_op(gen, IR_DUP_TOP, span);
    gen_builtin(gen, user, exception, span);
    gen_op(gen, IR_EXCEPTION_MATCH, span);
    gen_jump(gen, IR_POP_JUMP_IF_FALSE, other, span);
    gen_op(gen, IR_POP_TOP, span);
    gen_op(gen, IR_POP_EXCEPT, span);
    gen_jump(gen, IR_JUMP, caught, span);
    gen_place(gen, other, span);
    gen_op(gen, IR_END_FINALLY, span);
    gen_op(gen, IR_EXCEPT_END, span);
    gen_place(gen, caught, span);
}

// The body of a try statement, and the beginning of its handler, whose block is left open.
static void gen_body_until_handler(Gen *gen, const NodeTry *node, IrLabel orelse, Block *block, Span span)
{
    IrLabel handler = gen_label(gen);
    gen_jump(gen, IR_TRY_EXCEPT, handler, span);
    gen_push_block(gen, block, BLOCK_TRY);
    gen_stmts(gen, &node->body);
    gen_pop_block(gen);
    gen_op(gen, IR_TRY_END, span);
    gen_jump(gen, IR_JUMP, orelse, span);
    gen_place(gen, handler, span);
    gen_op(gen, IR_EXCEPT_BEGIN, span);
    gen_push_block(gen, block, BLOCK_EXCEPT);
}

static void gen_try_except(Gen *gen, const NodeTry *node, Span span)
{
    IrLabel orelse = gen_label(gen);
    IrLabel end = gen_label(gen);
    Block block;
    gen_body_until_handler(gen, node, orelse, &block, span);
    for (uint32_t i = 0; i < node->handlers.count; i++)
        gen_handler(gen, node->handlers.items[i], end);
    gen_op(gen, IR_END_FINALLY, span);
    gen_op(gen, IR_EXCEPT_END, span);
    gen_pop_block(gen);
    gen_place(gen, orelse, span);
    gen_stmts(gen, &node->orelse);
    gen_place(gen, end, span);
}

// An except* clause above `previous state`: a native takes its part out of the state and handles it;
// what the body raises is appended to the state.
static void gen_star_handler(Gen *gen, const ExceptHandler *handler)
{
    Span span = handler->span;
    IrLabel nothing = gen_label(gen);
    IrLabel raised = gen_label(gen);
    IrLabel next = gen_label(gen);
    Block block;
    gen_op(gen, IR_DUP_TOP, span);
    gen_expr(gen, handler->type);
    gen_builtin(gen, "except*", "except*", span);
    gen_op(gen, IR_ROT_THREE, span);
    gen_count(gen, IR_CALL, 2, handler->type->span);
    gen_op(gen, IR_DUP_TOP, span);
    gen_none(gen, span);
    gen_op(gen, IR_IS, span);
    gen_jump(gen, IR_POP_JUMP_IF_TRUE, nothing, span);
    gen_bind(gen, handler);
    gen_jump(gen, IR_TRY_EXCEPT, raised, span);
    gen_push_block(gen, &block, BLOCK_TRY);
    gen_handler_body(gen, handler);
    gen_pop_block(gen);
    gen_op(gen, IR_TRY_END, span);
    gen_jump(gen, IR_JUMP, next, span);
    gen_place(gen, raised, span);
    gen_op(gen, IR_EXCEPT_BEGIN, span);
    gen_count(gen, IR_LIST_APPEND, 2, span);
    gen_op(gen, IR_POP_EXCEPT, span);
    gen_jump(gen, IR_JUMP, next, span);
    gen_op(gen, IR_EXCEPT_END, span);
    gen_place(gen, nothing, span);
    gen_op(gen, IR_POP_TOP, span);
    gen_place(gen, next, span);
}

static void gen_try_star(Gen *gen, const NodeTry *node, Span span)
{
    IrLabel orelse = gen_label(gen);
    IrLabel done = gen_label(gen);
    IrLabel end = gen_label(gen);
    Block block;
    gen_body_until_handler(gen, node, orelse, &block, span);
    gen_op(gen, IR_DUP_TOP, span);
    gen_count(gen, IR_BUILD_LIST, 2, span); // the state: caught, and the rest of it
    for (uint32_t i = 0; i < node->handlers.count; i++)
        gen_star_handler(gen, node->handlers.items[i]);
    gen_builtin(gen, "except*", "except* end", span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_count(gen, IR_CALL, 1, span);
    gen_jump(gen, IR_POP_JUMP_IF_FALSE, done, span);
    gen_op(gen, IR_RAISE_LAST, span);
    gen_place(gen, done, span);
    gen_op(gen, IR_POP_EXCEPT, span);
    gen_jump(gen, IR_JUMP, end, span);
    gen_op(gen, IR_EXCEPT_END, span);
    gen_pop_block(gen);
    gen_place(gen, orelse, span);
    gen_stmts(gen, &node->orelse);
    gen_place(gen, end, span);
}

static void gen_try_body(Gen *gen, const NodeTry *node, bool is_star, Span span)
{
    if (is_star)
        gen_try_star(gen, node, span);
    else if (node->handlers.count)
        gen_try_except(gen, node, span);
    else
        gen_stmts(gen, &node->body);
}

void gen_try(Gen *gen, const Stmt *stmt)
{
    const NodeTry *node = &stmt->try_;
    bool is_star = stmt->kind == STMT_TRY_STAR;
    if (node->finalbody.count == 0) {
        gen_try_body(gen, node, is_star, stmt->span);
        return;
    }
    IrLabel handler = gen_label(gen);
    Block block;
    gen_jump(gen, IR_TRY_FINALLY, handler, stmt->span);
    gen_push_block(gen, &block, BLOCK_FINALLY);
    gen_try_body(gen, node, is_star, stmt->span);
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
    bool is_mp_async = is_async && gen->options->for_micropython;
    if (is_mp_async) {
        gen_mp_async_enter(gen, item);
    } else {
        gen_expr(gen, item->context_expr);
        if (is_async)
            gen_async_enter(gen, span);
        else
            gen_op(gen, IR_WITH_ENTER, span);
    }
    gen_jump(gen, IR_TRY_WITH, handler, span);
    gen_push_block(gen, &block, BLOCK_FINALLY);
    if (item->optional_vars && !is_mp_async)
        gen_store(gen, item->optional_vars);
    else
        gen_op(gen, IR_POP_TOP, span);
    gen_with_items(gen, stmt, index + 1);
    gen_pop_block(gen);
    enter_handler(gen, handler, &block, span);
    gen_op(gen, is_mp_async ? IR_ASYNC_EXIT : IR_WITH_EXIT, span);
    if (is_async && !is_mp_async)
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
