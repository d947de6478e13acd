// SPDX-License-Identifier: MIT
// A walk over a module that lets a pass replace expressions and lists of statements, from the
// inside out. Annotations are left out, because no code is made of them.
#ifndef FLASHFREEZE_OPT_REWRITE_H
#define FLASHFREEZE_OPT_REWRITE_H

#include "../sema/scope.h"

typedef struct Rewriter Rewriter;

struct Rewriter {
    // Called for an expression after those inside it; gives what to put in its place.
    Expr *(*expr)(Rewriter *rewriter, Expr *expr); // or NULL
    // Called for a list of statements after those inside it; may change the list.
    void (*stmts)(Rewriter *rewriter, StmtList *list); // or NULL
    const Scope *scope;                                // of what is being visited
    void *pass;                                        // the pass's own state
};

void rewrite_module(Rewriter *rewriter, Module *module);

#endif
