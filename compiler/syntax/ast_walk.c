// SPDX-License-Identifier: MIT
// The walker that ast.def describes: one visitor for each sort of field.
#include "ast_walk.h"
#include "ast_leaves.h"

static void walk_opt(AstVisitor *visitor, Expr **place)
{
    if (*place)
        visitor->expr(visitor, place);
}

void ast_walk_exprs(AstVisitor *visitor, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_opt(visitor, &list->items[i]);
}

void ast_walk_stmts(AstVisitor *visitor, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        visitor->stmt(visitor, &list->items[i]);
}

void ast_walk_keywords(AstVisitor *visitor, const KeywordList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        visitor->expr(visitor, &list->items[i]->value);
}

void ast_walk_defaults(AstVisitor *visitor, const Arguments *args)
{
    ast_walk_exprs(visitor, &args->defaults);
    ast_walk_exprs(visitor, &args->kw_defaults);
}

static void walk_handlers(AstVisitor *visitor, const HandlerList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        walk_opt(visitor, &list->items[i]->type);
        ast_walk_stmts(visitor, &list->items[i]->body);
    }
}

static void walk_items(AstVisitor *visitor, const WithItemList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        visitor->expr(visitor, &list->items[i]->context_expr);
        walk_opt(visitor, &list->items[i]->optional_vars);
    }
}

static void walk_generators(AstVisitor *visitor, const ComprehensionList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        visitor->expr(visitor, &list->items[i]->target);
        visitor->expr(visitor, &list->items[i]->iter);
        ast_walk_exprs(visitor, &list->items[i]->ifs);
    }
}

static void walk_pattern(AstVisitor *visitor, Pattern *pattern);

static void walk_patterns(AstVisitor *visitor, const PatternList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_pattern(visitor, list->items[i]);
}

static void walk_cases(AstVisitor *visitor, const MatchCaseList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        walk_pattern(visitor, list->items[i]->pattern);
        walk_opt(visitor, &list->items[i]->guard);
        ast_walk_stmts(visitor, &list->items[i]->body);
    }
}

// What to do with each sort of field of a node `n`.
#define F_EXPR(f)        visitor->expr(visitor, &n->f);
#define F_EXPR_OPT(f)    walk_opt(visitor, &n->f);
#define F_EXPRS(f)       ast_walk_exprs(visitor, &n->f);
#define F_EXPRS_OPT(f)   ast_walk_exprs(visitor, &n->f);
#define F_STMTS(f)       ast_walk_stmts(visitor, &n->f);
#define F_ARGUMENTS(f)   ast_walk_defaults(visitor, n->f);
#define F_KEYWORDS(f)    ast_walk_keywords(visitor, &n->f);
#define F_HANDLERS(f)    walk_handlers(visitor, &n->f);
#define F_ITEMS(f)       walk_items(visitor, &n->f);
#define F_CASES(f)       walk_cases(visitor, &n->f);
#define F_GENERATORS(f)  walk_generators(visitor, &n->f);
#define F_PATTERN_OPT(f) if (n->f) walk_pattern(visitor, n->f);
#define F_PATTERNS(f)    walk_patterns(visitor, &n->f);

static void walk_pattern(AstVisitor *visitor, Pattern *pattern)
{
    if (visitor->pattern)
        visitor->pattern(visitor, pattern);
    switch (pattern->kind) {
#define PATTERN(kind, name, member, fields)                                                        \
    case PATTERN_##kind: {                                                                         \
        Node##name *n = &pattern->member;                                                          \
        (void)n;                                                                                   \
        fields break;                                                                              \
    }
#include "ast.def"
#undef PATTERN
    }
}

void ast_walk_expr(AstVisitor *visitor, Expr *expr)
{
    switch (expr->kind) {
#define EXPR(kind, name, member, fields)                                                           \
    case EXPR_##kind: {                                                                            \
        Node##name *n = &expr->member;                                                             \
        (void)n;                                                                                   \
        fields break;                                                                              \
    }
#include "ast.def"
#undef EXPR
    }
}

void ast_walk_stmt(AstVisitor *visitor, Stmt *stmt)
{
    if (stmt->kind == STMT_FUNCTION_DEF || stmt->kind == STMT_ASYNC_FUNCTION_DEF) {
        ast_walk_exprs(visitor, &stmt->function_def.decorator_list);
        ast_walk_defaults(visitor, stmt->function_def.args);
        ast_walk_stmts(visitor, &stmt->function_def.body);
        return;
    }
    if (stmt->kind == STMT_ANN_ASSIGN) {
        visitor->expr(visitor, &stmt->ann_assign.target);
        walk_opt(visitor, &stmt->ann_assign.value);
        return;
    }
    switch (stmt->kind) {
#define STMT(kind, name, member, fields)                                                           \
    case STMT_##kind: {                                                                            \
        Node##name *n = &stmt->member;                                                             \
        (void)n;                                                                                   \
        fields break;                                                                              \
    }
#include "ast.def"
#undef STMT
    }
}
