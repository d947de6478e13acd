// SPDX-License-Identifier: MIT
// A walk over what a tree runs: every expression and statement but annotations, which are never
// evaluated. The visitor is handed the place of each node and walks on into it if it wants.
#ifndef FLASHFREEZE_SYNTAX_AST_WALK_H
#define FLASHFREEZE_SYNTAX_AST_WALK_H

#include "ast.h"

typedef struct AstVisitor AstVisitor;

struct AstVisitor {
    // Called for each node; what is put into the place replaces it. They go on into the node with
    // ast_walk_expr and ast_walk_stmt.
    void (*expr)(AstVisitor *visitor, Expr **place);
    void (*stmt)(AstVisitor *visitor, Stmt **place);
    // Called for each pattern before what is inside it; may be NULL.
    void (*pattern)(AstVisitor *visitor, Pattern *pattern);
};

// Visits what stands directly in a node. Nesting is bounded by the parser's limits.
void ast_walk_expr(AstVisitor *visitor, Expr *expr);
void ast_walk_stmt(AstVisitor *visitor, Stmt *stmt);

void ast_walk_exprs(AstVisitor *visitor, const ExprList *list); // NULL items are left out
void ast_walk_stmts(AstVisitor *visitor, const StmtList *list);
void ast_walk_keywords(AstVisitor *visitor, const KeywordList *list);
void ast_walk_defaults(AstVisitor *visitor, const Arguments *args);

#endif
