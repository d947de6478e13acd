// SPDX-License-Identifier: MIT
// Where memory could be saved.
#include "walk.h"

void lint_stmt_advice(Lint *lint, const Stmt *stmt)
{
    (void)lint;
    (void)stmt;
}

void lint_expr_advice(Lint *lint, const Expr *expr)
{
    (void)lint;
    (void)expr;
}
