// SPDX-License-Identifier: MIT
// Statements. Between statements the operand stack holds only what the blocks around them keep
// there: iterators of loops, exit functions of with, saved exceptions of handlers.
#include "unit.h"

static void gen_if(Gen *gen, const Stmt *stmt)
{
    IrLabel other = gen_label(gen);
    gen_jump_if(gen, stmt->if_.test, false, other);
    gen_stmts(gen, &stmt->if_.body);
    if (stmt->if_.orelse.count == 0) {
        gen_place(gen, other, stmt->span);
        return;
    }
    IrLabel end = gen_label(gen);
    gen_jump(gen, IR_JUMP, end, stmt->span);
    gen_place(gen, other, stmt->span);
    gen_stmts(gen, &stmt->if_.orelse);
    gen_place(gen, end, stmt->span);
}

// The test stands at the bottom, so that a turn of the loop takes one jump.
static void gen_while(Gen *gen, const Stmt *stmt)
{
    const Expr *test = stmt->while_.test;
    bool is_endless = test->kind == EXPR_CONSTANT && constant_is_true(test->constant.value);
    IrLabel top = gen_label(gen);
    Block block = {.break_label = gen_label(gen), .continue_label = gen_label(gen)};
    if (!is_endless)
        gen_jump(gen, IR_JUMP, block.continue_label, test->span);
    gen_push_block(gen, &block, BLOCK_LOOP);
    gen_place(gen, top, stmt->span);
    gen_stmts(gen, &stmt->while_.body);
    gen_pop_block(gen);
    gen_place(gen, block.continue_label, test->span);
    gen_jump_if(gen, test, true, top);
    gen_stmts(gen, &stmt->while_.orelse);
    gen_place(gen, block.break_label, stmt->span);
}

static bool is_range_call(const Gen *gen, const Expr *expr)
{
    if (gen->options->for_micropython)
        return false;
    if (expr->kind != EXPR_CALL || !gen_is_builtin(gen, expr->call.func, "range"))
        return false;
    const ExprList *args = &expr->call.args;
    if (args->count < 1 || args->count > 3 || expr->call.keywords.count)
        return false;
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i]->kind == EXPR_STARRED)
            return false;
    return true;
}

// Leaves an iterator that `*step` advances; gives the number of stack slots it takes.
uint32_t gen_iterator(Gen *gen, const Expr *iterable, IrOp *step)
{
    if (is_range_call(gen, iterable)) {
        uint32_t count = iterable->call.args.count;
        bool has_step = count == 3;
        gen_exprs(gen, &iterable->call.args);
        gen_count(gen, has_step ? IR_RANGE_SETUP : IR_RANGE_UP, count, iterable->span);
        *step = has_step ? IR_FOR_RANGE : IR_FOR_UP;
        return has_step ? 3 : 2;
    }
    gen_expr(gen, iterable);
    gen_op(gen, IR_GET_ITER, iterable->span);
    *step = IR_FOR_ITER;
    return 1;
}

static void gen_for(Gen *gen, const Stmt *stmt)
{
    const NodeFor *node = &stmt->for_;
    IrOp step;
    uint32_t slots = gen_iterator(gen, node->iter, &step);
    IrLabel done = gen_label(gen);
    IrLabel end = gen_label(gen);
    Block block = {.break_label = gen_label(gen), .continue_label = gen_label(gen)};
    gen_push_block(gen, &block, BLOCK_LOOP);
    gen_place(gen, block.continue_label, node->iter->span);
    gen_jump(gen, step, done, node->iter->span);
    gen_store(gen, node->target);
    gen_stmts(gen, &node->body);
    gen_jump(gen, IR_JUMP, block.continue_label, node->iter->span);
    gen_pop_block(gen);
    if (block.has_break) {
        gen_place(gen, block.break_label, stmt->span);
        for (uint32_t i = 0; i < slots; i++)
            gen_op(gen, IR_POP_TOP, stmt->span);
        gen_jump(gen, IR_JUMP, end, stmt->span);
    }
    gen_place(gen, done, stmt->span);
    gen_stmts(gen, &node->orelse);
    gen_place(gen, end, stmt->span);
}

static void gen_raise(Gen *gen, const Stmt *stmt)
{
    if (!stmt->raise.exc) {
        gen_op(gen, IR_RAISE_LAST, stmt->span);
        return;
    }
    gen_expr(gen, stmt->raise.exc);
    if (stmt->raise.cause)
        gen_expr(gen, stmt->raise.cause);
    gen_op(gen, stmt->raise.cause ? IR_RAISE_FROM : IR_RAISE_OBJ, stmt->span);
}

static void gen_assert(Gen *gen, const Stmt *stmt)
{
    if (gen->options->strip_asserts)
        return;
    IrLabel end = gen_label(gen);
    gen_jump_if(gen, stmt->assert_.test, true, end);
    gen_builtin(gen, "an assert", "AssertionError", stmt->span);
    if (stmt->assert_.msg) {
        gen_expr(gen, stmt->assert_.msg);
        gen_count(gen, IR_CALL, 1, stmt->span);
    }
    gen_op(gen, IR_RAISE_OBJ, stmt->span);
    gen_place(gen, end, stmt->span);
}

static void gen_expr_stmt(Gen *gen, const Stmt *stmt)
{
    if (stmt->expr.value->kind == EXPR_CONSTANT)
        return;
    gen_expr(gen, stmt->expr.value);
    gen_op(gen, IR_POP_TOP, stmt->span);
}

static void gen_stmt(Gen *gen, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        gen_function(gen, stmt);
        return;
    case STMT_CLASS_DEF:
        gen_class(gen, stmt);
        return;
    case STMT_RETURN:
        gen_return(gen, stmt);
        return;
    case STMT_DELETE:
        for (uint32_t i = 0; i < stmt->delete_.targets.count; i++)
            gen_delete(gen, stmt->delete_.targets.items[i]);
        return;
    case STMT_ASSIGN:
        gen_assign(gen, stmt);
        return;
    case STMT_TYPE_ALIAS: // lowered before scope analysis
        return;
    case STMT_AUG_ASSIGN:
        gen_aug_assign(gen, stmt);
        return;
    case STMT_ANN_ASSIGN:
        gen_ann_assign(gen, stmt);
        return;
    case STMT_FOR:
        gen_for(gen, stmt);
        return;
    case STMT_ASYNC_FOR:
        gen_async_for(gen, stmt);
        return;
    case STMT_WHILE:
        gen_while(gen, stmt);
        return;
    case STMT_IF:
        gen_if(gen, stmt);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        gen_with(gen, stmt);
        return;
    case STMT_MATCH:
        gen_match(gen, stmt);
        return;
    case STMT_RAISE:
        gen_raise(gen, stmt);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        gen_try(gen, stmt);
        return;
    case STMT_ASSERT:
        gen_assert(gen, stmt);
        return;
    case STMT_IMPORT:
        gen_import(gen, stmt);
        return;
    case STMT_IMPORT_FROM:
        gen_import_from(gen, stmt);
        return;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_PASS:
        return;
    case STMT_EXPR:
        gen_expr_stmt(gen, stmt);
        return;
    case STMT_BREAK:
        gen_break(gen, stmt->span);
        return;
    case STMT_CONTINUE:
        gen_continue(gen, stmt->span);
        return;
    }
}

void gen_stmts(Gen *gen, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        gen_stmt(gen, list->items[i]);
}
