// SPDX-License-Identifier: MIT
// await, async for and async with, in terms of what generators do: awaiting is delegating to the
// awaitable's iterator. What looks special methods up is a native of builtins whose name is a
// keyword, so that no program can bind it; it is called by LOAD_GLOBAL, ROT_TWO, CALL in a row.
#include "unit.h"

// The value on top becomes what the native makes of it.
static void gen_helper(Gen *gen, const char *name, Span span)
{
    if (gen->options->for_micropython) {
        gen_mp_async(gen, name, span);
        return;
    }
    gen_named(gen, IR_LOAD_GLOBAL, names_intern_z(gen->names, name), span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_count(gen, IR_CALL, 1, span);
}

static void gen_delegate(Gen *gen, Span span)
{
    gen_none(gen, span);
    gen_op(gen, IR_YIELD_FROM, span);
}

void gen_await(Gen *gen, Span span)
{
    gen_helper(gen, "await", span);
    gen_delegate(gen, span);
}

void gen_async_iterator(Gen *gen, const Expr *iterable)
{
    gen_expr(gen, iterable);
    gen_helper(gen, "async for", iterable->span);
}

void gen_async_next(Gen *gen, IrLabel stop, Span span)
{
    gen_jump(gen, IR_TRY_EXCEPT, stop, span);
    gen_op(gen, IR_DUP_TOP, span);
    gen_helper(gen, "async next", span);
    gen_delegate(gen, span);
    gen_op(gen, IR_TRY_END, span);
}

void gen_async_stop(Gen *gen, IrLabel stop, Span span)
{
    gen_catch(gen, "async for", "StopAsyncIteration", stop, span);
    gen_op(gen, IR_POP_TOP, span); // the iterator
}

void gen_async_for(Gen *gen, const Stmt *stmt)
{
    const NodeFor *node = &stmt->for_;
    Span span = node->iter->span;
    IrLabel stop = gen_label(gen);
    IrLabel end = gen_label(gen);
    Block block = {.break_label = gen_label(gen), .continue_label = gen_label(gen)};
    gen_async_iterator(gen, node->iter);
    gen_push_block(gen, &block, BLOCK_LOOP);
    gen_place(gen, block.continue_label, span);
    gen_async_next(gen, stop, span);
    gen_store(gen, node->target);
    gen_stmts(gen, &node->body);
    gen_jump(gen, IR_JUMP, block.continue_label, span);
    gen_pop_block(gen);
    if (block.has_break) {
        gen_place(gen, block.break_label, stmt->span);
        gen_op(gen, IR_POP_TOP, stmt->span);
        gen_jump(gen, IR_JUMP, end, stmt->span);
    }
    gen_async_stop(gen, stop, span);
    gen_stmts(gen, &node->orelse);
    gen_place(gen, end, stmt->span);
}

void gen_async_enter(Gen *gen, Span span)
{
    gen_helper(gen, "async with", span); // checks that it is a context manager
    gen_op(gen, IR_DUP_TOP, span);
    gen_named(gen, IR_LOAD_METHOD, names_intern_z(gen->names, "__aexit__"), span);
    gen_op(gen, IR_ROT_THREE, span);
    gen_op(gen, IR_ROT_THREE, span); // exit self manager
    gen_named(gen, IR_LOAD_METHOD, names_intern_z(gen->names, "__aenter__"), span);
    gen_count(gen, IR_CALL_METHOD, 0, span);
    gen_await(gen, span);
}
