// SPDX-License-Identifier: MIT
// Drops statements that cannot run (the other branch of a constant test, what follows a return) and
// those that do nothing (pass, constants). Scopes are not touched: a name that only dead code binds
// stays local, and a function whose only yield is dead stays a generator.
#include "rewrite.h"

typedef struct {
    const OptContext *context;
    bool only_given;
    StmtList kept;
} Sweep;

static const Constant *constant_of(const Sweep *sweep, const Expr *expr)
{
    if (expr->kind != EXPR_CONSTANT || (sweep->only_given && !expr->is_given))
        return NULL;
    return expr->constant.value;
}

static void keep(Sweep *sweep, Stmt *stmt)
{
    VEC_PUSH(sweep->context->arena, &sweep->kept, stmt);
}

static void keep_all(Sweep *sweep, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        keep(sweep, list->items[i]);
}

static void sweep_stmt(Sweep *sweep, Stmt *stmt)
{
    const Constant *value;
    switch (stmt->kind) {
    case STMT_IF:
        value = constant_of(sweep, stmt->if_.test);
        if (value)
            keep_all(sweep, constant_is_true(value) ? &stmt->if_.body : &stmt->if_.orelse);
        else
            keep(sweep, stmt);
        return;
    case STMT_WHILE:
        value = constant_of(sweep, stmt->while_.test);
        if (value && !constant_is_true(value)) {
            keep_all(sweep, &stmt->while_.orelse);
            return;
        }
        if (value) // never gets to its else
            stmt->while_.orelse.count = 0;
        keep(sweep, stmt);
        return;
    case STMT_ASSERT:
        value = constant_of(sweep, stmt->assert_.test);
        if (!sweep->context->options->strip_asserts && !(value && constant_is_true(value)))
            keep(sweep, stmt);
        return;
    case STMT_EXPR:
        if (!constant_of(sweep, stmt->expr.value))
            keep(sweep, stmt);
        return;
    case STMT_PASS:
        if (sweep->only_given)
            keep(sweep, stmt);
        return;
    default: // every other statement may do something
        keep(sweep, stmt);
        return;
    }
}

static bool ends_flow(const Stmt *stmt)
{
    return stmt->kind == STMT_RETURN || stmt->kind == STMT_RAISE || stmt->kind == STMT_BREAK ||
           stmt->kind == STMT_CONTINUE;
}

// Whether sweep_stmt may do anything but keep the statement.
static bool needs_sweep(const Sweep *sweep, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_IF:
        return constant_of(sweep, stmt->if_.test);
    case STMT_WHILE:
        return constant_of(sweep, stmt->while_.test);
    case STMT_EXPR:
        return constant_of(sweep, stmt->expr.value);
    case STMT_ASSERT:
    case STMT_PASS:
        return true;
    default:
        return false;
    }
}

// How many statements at the beginning stay as they are.
static uint32_t count_kept(const Sweep *sweep, const StmtList *list)
{
    uint32_t count = 0;
    while (count < list->count && !needs_sweep(sweep, list->items[count]) &&
           (count + 1 == list->count || sweep->only_given || !ends_flow(list->items[count])))
        count++;
    return count;
}

static void sweep_list(Rewriter *rewriter, StmtList *list)
{
    Sweep sweep = {.context = rewriter->context, .only_given = rewrite_is_off(rewriter)};
    uint32_t first = count_kept(&sweep, list);
    if (first == list->count)
        return;
    for (uint32_t i = 0; i < first; i++)
        keep(&sweep, list->items[i]);
    for (uint32_t i = first; i < list->count; i++) {
        sweep_stmt(&sweep, list->items[i]);
        if (!sweep.only_given && sweep.kept.count > 0 && ends_flow(VEC_LAST(&sweep.kept)))
            break;
    }
    *list = sweep.kept;
}

const RewriteRule opt_rule_dead = {.stmts = sweep_list};
