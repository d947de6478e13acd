// SPDX-License-Identifier: MIT
#include "uses.h"

#include "../syntax/ast_walk.h"

typedef struct {
    AstVisitor visitor; // first, so that it is the visitor that callbacks are handed
    const Name *name;
    const Name *sequence;
    uint32_t loop_depth;
    Uses uses;
} Count;

static bool is_name(const Expr *expr, const Name *name)
{
    return expr && name && expr->kind == EXPR_NAME && expr->name.id == name;
}

// What a loop or comprehension goes through.
static void note_iterable(Count *count, const Expr *iterable)
{
    bool is_it = is_name(iterable, count->name);
    count->uses.read_only += is_it;
    count->uses.iterated += is_it && count->loop_depth == 0;
}

static void note_generators(Count *count, const ComprehensionList *generators)
{
    for (uint32_t i = 0; i < generators->count; i++)
        note_iterable(count, generators->items[i]->iter);
}

// Ways to use the name that only read it.
static void note_reading(Count *count, const Expr *expr)
{
    Uses *uses = &count->uses;
    switch (expr->kind) {
    case EXPR_SUBSCRIPT:
        if (expr->subscript.ctx != CTX_LOAD)
            return;
        uses->read_only += is_name(expr->subscript.value, count->name);
        uses->subscripts += is_name(expr->subscript.slice, count->name) &&
                            is_name(expr->subscript.value, count->sequence);
        return;
    case EXPR_COMPARE:
        if (expr->compare.ops.count == 1 && (expr->compare.ops.items[0] == COMPARE_IN ||
                                             expr->compare.ops.items[0] == COMPARE_NOT_IN))
            uses->read_only += is_name(expr->compare.comparators.items[0], count->name);
        return;
    case EXPR_CALL:
        if (expr->call.args.count == 1 && expr->call.func->kind == EXPR_NAME &&
            name_is(expr->call.func->name.id, "len"))
            uses->read_only += is_name(expr->call.args.items[0], count->name);
        return;
    case EXPR_LIST_COMP:
        note_generators(count, &expr->list_comp.generators);
        return;
    case EXPR_SET_COMP:
        note_generators(count, &expr->set_comp.generators);
        return;
    case EXPR_DICT_COMP:
        note_generators(count, &expr->dict_comp.generators);
        return;
    case EXPR_GENERATOR_EXP:
        note_generators(count, &expr->generator_exp.generators);
        return;
    default:
        return;
    }
}

static void count_expr(AstVisitor *visitor, Expr **place)
{
    Count *count = (Count *)visitor;
    const Expr *expr = *place;
    if (is_name(expr, count->name)) {
        count->uses.all++;
        count->uses.bound += expr->name.ctx != CTX_LOAD;
        return;
    }
    note_reading(count, expr);
    ast_walk_expr(visitor, *place);
}

// Statements that may run any number of times.
static void count_repeated(Count *count, const StmtList *body)
{
    count->loop_depth++;
    ast_walk_stmts(&count->visitor, body);
    count->loop_depth--;
}

static void count_stmt(AstVisitor *visitor, Stmt **place)
{
    Count *count = (Count *)visitor;
    Stmt *stmt = *place;
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF: // the same fields
        ast_walk_exprs(visitor, &stmt->function_def.decorator_list);
        ast_walk_defaults(visitor, stmt->function_def.args);
        count_repeated(count, &stmt->function_def.body);
        return;
    case STMT_CLASS_DEF:
        ast_walk_exprs(visitor, &stmt->class_def.decorator_list);
        ast_walk_exprs(visitor, &stmt->class_def.bases);
        ast_walk_keywords(visitor, &stmt->class_def.keywords);
        count_repeated(count, &stmt->class_def.body);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR: // the same fields
        note_iterable(count, stmt->for_.iter);
        count_expr(visitor, &stmt->for_.iter);
        count_expr(visitor, &stmt->for_.target);
        count_repeated(count, &stmt->for_.body);
        ast_walk_stmts(visitor, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        count_expr(visitor, &stmt->while_.test);
        count_repeated(count, &stmt->while_.body);
        ast_walk_stmts(visitor, &stmt->while_.orelse);
        return;
    default:
        ast_walk_stmt(visitor, stmt);
        return;
    }
}

Uses uses_of(const StmtList *list, const Name *name, const Name *sequence)
{
    Count count = {.visitor = {.expr = count_expr, .stmt = count_stmt},
                   .name = name,
                   .sequence = sequence};
    ast_walk_stmts(&count.visitor, list);
    return count.uses;
}
