// SPDX-License-Identifier: MIT
// What the parts of scope analysis share: the state of the walk that builds the scopes, how it adds
// symbols, and its visitors of statements, expressions and patterns.
#ifndef FLASHFREEZE_SEMA_BUILD_H
#define FLASHFREEZE_SEMA_BUILD_H

#include "scope.h"

enum { TREE_DEPTH_LIMIT = 2000 }; // levels of statements and expressions, for every later pass

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    const Source *source;
    const Module *module;
    Scope *scope;             // where the walk is
    uint32_t depth;           // nesting of the node being visited
    uint32_t loop_depth;      // loops around it in this scope
    uint32_t star_loops;      // loops around the innermost except* block, plus one; 0: in none
    uint32_t iterable_depth;  // iterables of comprehensions around it
    bool in_iteration_target; // the target of a comprehension's `for`
    bool failed;
} Builder;

// Reports an error and remembers that there was one.
#define BUILD_ERROR(builder, span, ...)                                                            \
    do {                                                                                           \
        diag_report((builder)->diags, (builder)->source, (span), __VA_ARGS__);                     \
        (builder)->failed = true;                                                                  \
    } while (0)

// scope_symbols.c
Scope *build_enter(Builder *builder, ScopeKind kind);
void build_leave(Builder *builder);
void build_use(Builder *builder, const Name *name);
void build_bind(Builder *builder, const Name *name, Span span);
void build_bind_import(Builder *builder, const Name *name, const Name *path, Span span);
void build_param(Builder *builder, const Name *name, Span span);
void build_global(Builder *builder, const Stmt *stmt, const NameList *names, uint32_t flag);
void build_walrus_target(Builder *builder, const Expr *target);

// scope_expr.c
void build_expr(Builder *builder, Expr *expr);
void build_expr_opt(Builder *builder, Expr *expr);        // NULL is nothing
void build_exprs(Builder *builder, const ExprList *list); // NULL items and starred ones are fine
void build_target(Builder *builder, Expr *target);
void build_keywords(Builder *builder, const KeywordList *keywords);
void build_defaults(Builder *builder, const Arguments *args);
void build_params(Builder *builder, const Arguments *args);

// scope_stmt.c
void build_stmts(Builder *builder, const StmtList *list);
const Constant *build_docstring(const StmtList *body); // NULL when it has none

// scope_pattern.c
void build_cases(Builder *builder, const MatchCaseList *cases);

// scope_resolve.c: decides every symbol's binding once all scopes are built.
bool scope_resolve(Arena *arena, Diagnostics *diags, const Source *source, Scope *module);

#endif
