// SPDX-License-Identifier: MIT
#include "uses.h"

typedef struct {
    const Name *name;
    const Name *sequence;
    uint32_t loop_depth;
    Uses uses;
} Count;

static bool is_name(const Expr *expr, const Name *name)
{
    return expr && name && expr->kind == EXPR_NAME && expr->name.id == name;
}

static void count_expr(Count *count, const Expr *expr);
static void count_stmts(Count *count, const StmtList *list);

static void count_opt(Count *count, const Expr *expr)
{
    if (expr)
        count_expr(count, expr);
}

static void count_exprs(Count *count, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        count_opt(count, list->items[i]);
}

static void count_keywords(Count *count, const KeywordList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        count_expr(count, list->items[i]->value);
}

static void count_iterable(Count *count, const Expr *iterable)
{
    bool is_it = is_name(iterable, count->name);
    count->uses.read_only += is_it;
    count->uses.iterated += is_it && count->loop_depth == 0;
    count_expr(count, iterable);
}

static void count_generators(Count *count, const ComprehensionList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        count_expr(count, list->items[i]->target);
        count_iterable(count, list->items[i]->iter);
        count_exprs(count, &list->items[i]->ifs);
    }
}

static void count_arguments(Count *count, const Arguments *args)
{
    count_exprs(count, &args->defaults);
    count_exprs(count, &args->kw_defaults);
}

#define F_EXPR(f)       count_expr(count, node->f);
#define F_EXPR_OPT(f)   count_opt(count, node->f);
#define F_EXPRS(f)      count_exprs(count, &node->f);
#define F_EXPRS_OPT(f)  count_exprs(count, &node->f);
#define F_KEYWORDS(f)   count_keywords(count, &node->f);
#define F_GENERATORS(f) count_generators(count, &node->f);
#define F_ARGUMENTS(f)  count_arguments(count, node->f);
#define F_NAME(f)
#define F_CONSTANT(f)
#define F_KIND(f)
#define F_CTX(f)
#define F_OP(f)
#define F_UNARY(f)
#define F_BOOL(f)
#define F_CMPS(f)
#define F_INT(f)
#define F_STR(f)

static void count_children(Count *count, const Expr *expr)
{
    switch (expr->kind) {
#define EXPR(kind, name, member, fields)                                                           \
    case EXPR_##kind: {                                                                            \
        const Node##name *node = &expr->member;                                                    \
        fields(void) node;                                                                         \
        break;                                                                                     \
    }
#include "../syntax/ast.def"
#undef EXPR
    }
}

static void count_expr(Count *count, const Expr *expr)
{
    Uses *uses = &count->uses;
    if (is_name(expr, count->name)) {
        uses->all++;
        uses->bound += expr->name.ctx != CTX_LOAD;
        return;
    }
    if (expr->kind == EXPR_SUBSCRIPT && expr->subscript.ctx == CTX_LOAD) {
        uses->read_only += is_name(expr->subscript.value, count->name);
        uses->subscripts += is_name(expr->subscript.slice, count->name) &&
                            is_name(expr->subscript.value, count->sequence);
    }
    if (expr->kind == EXPR_COMPARE && expr->compare.ops.count == 1 &&
        (expr->compare.ops.items[0] == COMPARE_IN || expr->compare.ops.items[0] == COMPARE_NOT_IN))
        uses->read_only += is_name(expr->compare.comparators.items[0], count->name);
    if (expr->kind == EXPR_CALL && expr->call.args.count == 1 &&
        expr->call.func->kind == EXPR_NAME && name_is(expr->call.func->name.id, "len"))
        uses->read_only += is_name(expr->call.args.items[0], count->name);
    count_children(count, expr);
}

static void count_loop(Count *count, const StmtList *body, const StmtList *orelse)
{
    count->loop_depth++;
    count_stmts(count, body);
    count->loop_depth--;
    count_stmts(count, orelse);
}

static void count_try(Count *count, const NodeTry *node)
{
    count_stmts(count, &node->body);
    for (uint32_t i = 0; i < node->handlers.count; i++) {
        count_opt(count, node->handlers.items[i]->type);
        count_stmts(count, &node->handlers.items[i]->body);
    }
    count_stmts(count, &node->orelse);
    count_stmts(count, &node->finalbody);
}

static void count_with(Count *count, const NodeWith *node)
{
    for (uint32_t i = 0; i < node->items.count; i++) {
        count_expr(count, node->items.items[i]->context_expr);
        count_opt(count, node->items.items[i]->optional_vars);
    }
    count_stmts(count, &node->body);
}

static void count_inner(Count *count, const StmtList *body)
{
    count->loop_depth++; // may run any number of times
    count_stmts(count, body);
    count->loop_depth--;
}

static void count_stmt(Count *count, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF: // the same fields
        count_exprs(count, &stmt->function_def.decorator_list);
        count_arguments(count, stmt->function_def.args);
        count_inner(count, &stmt->function_def.body);
        return;
    case STMT_CLASS_DEF:
        count_exprs(count, &stmt->class_def.bases);
        count_keywords(count, &stmt->class_def.keywords);
        count_inner(count, &stmt->class_def.body);
        return;
    case STMT_RETURN:
        count_opt(count, stmt->return_.value);
        return;
    case STMT_DELETE:
        count_exprs(count, &stmt->delete_.targets);
        return;
    case STMT_ASSIGN:
        count_expr(count, stmt->assign.value);
        count_exprs(count, &stmt->assign.targets);
        return;
    case STMT_AUG_ASSIGN:
        count_expr(count, stmt->aug_assign.target);
        count_expr(count, stmt->aug_assign.value);
        return;
    case STMT_ANN_ASSIGN:
        count_expr(count, stmt->ann_assign.target);
        count_opt(count, stmt->ann_assign.value);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR: // the same fields
        count_iterable(count, stmt->for_.iter);
        count_expr(count, stmt->for_.target);
        count_loop(count, &stmt->for_.body, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        count_expr(count, stmt->while_.test);
        count_loop(count, &stmt->while_.body, &stmt->while_.orelse);
        return;
    case STMT_IF:
        count_expr(count, stmt->if_.test);
        count_stmts(count, &stmt->if_.body);
        count_stmts(count, &stmt->if_.orelse);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH: // the same fields
        count_with(count, &stmt->with);
        return;
    case STMT_MATCH:
        count_expr(count, stmt->match.subject);
        for (uint32_t i = 0; i < stmt->match.cases.count; i++) {
            count_opt(count, stmt->match.cases.items[i]->guard);
            count_stmts(count, &stmt->match.cases.items[i]->body);
        }
        return;
    case STMT_RAISE:
        count_opt(count, stmt->raise.exc);
        count_opt(count, stmt->raise.cause);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR: // the same fields
        count_try(count, &stmt->try_);
        return;
    case STMT_ASSERT:
        count_expr(count, stmt->assert_.test);
        count_opt(count, stmt->assert_.msg);
        return;
    case STMT_EXPR:
        count_expr(count, stmt->expr.value);
        return;
    case STMT_TYPE_ALIAS:
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        return;
    }
}

static void count_stmts(Count *count, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        count_stmt(count, list->items[i]);
}

Uses uses_of(const StmtList *list, const Name *name, const Name *sequence)
{
    Count count = {.name = name, .sequence = sequence};
    count_stmts(&count, list);
    return count.uses;
}
