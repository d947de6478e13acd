// SPDX-License-Identifier: MIT
// A walk over a module in the order in which the program evaluates, that lets passes replace
// expressions and lists of statements, from the inside out. All passes of a stage share one walk:
// at each node each of them is asked in turn. Annotations are left out, because no code is made of
// them.
#ifndef FLASHFREEZE_OPT_REWRITE_H
#define FLASHFREEZE_OPT_REWRITE_H

#include "../sema/scope.h"
#include "passes.h"

typedef struct Rewriter Rewriter;

// What a pass does where; any of them may be NULL.
struct RewriteRule {
    // Whether there is anything for it in a module.
    bool (*applies)(const OptContext *context);
    // Called before the walk over a module.
    void (*start)(Rewriter *rewriter);
    // Called for an expression of one of `kinds` (bits 1 << EXPR_*) after those inside it; gives
    // what to put in its place.
    uint32_t kinds;
    Expr *(*expr)(Rewriter *rewriter, Expr *expr);
    // Called for a statement after what is inside it and before the statement after it.
    void (*stmt)(Rewriter *rewriter, Stmt *stmt);
    // Called for a list of statements after those inside it; may change the list.
    void (*stmts)(Rewriter *rewriter, StmtList *list);
};

_Static_assert(OPT_PASS_COUNT <= 32, "Rewriter.asked has a bit for every rule");

struct Rewriter {
    const OptContext *context;
    const RewriteRule *rules[OPT_PASS_COUNT];
    bool only_given[OPT_PASS_COUNT]; // the rule's pass is off but for constants that are given
    uint32_t rule_count;
    uint32_t asked[32]; // by kind of expression: bit n when rule n is for it
    uint32_t asked_stmt, asked_stmts; // likewise, of rules for statements and for lists of them
    uint32_t rule; // being asked
    uint64_t learnt; // bit (hash & 63) of the names of symbols with `known` set
    const Scope *scope; // of what is being visited
    bool in_body; // the statement being visited stands directly in the body of its function, class
                  // or module: it runs exactly once each time the body does, unless the body ends
                  // before it
};

// Whether the pass being asked is switched off: it may only work on constants that are given.
static inline bool rewrite_is_off(const Rewriter *rewriter)
{
    return rewriter->only_given[rewriter->rule];
}

// Adds a rule behind those that the rewriter has.
void rewrite_add(Rewriter *rewriter, const RewriteRule *rule);

void rewrite_module(Rewriter *rewriter, Module *module);
void rewrite_expr(Rewriter *rewriter, Expr **slot);

#endif
