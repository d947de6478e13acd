// SPDX-License-Identifier: MIT
// What the parts of the linter share: where the walk is, and what it has seen. The walk visits a
// module in the order of evaluation and asks each part at each node; what can be told only at the
// end (names used nowhere, calls of functions defined further down) is noted and told there.
#ifndef FLASHFREEZE_LINT_WALK_H
#define FLASHFREEZE_LINT_WALK_H

#include "../base/warnings.h"
#include "../sema/scope.h"
#include "lint.h"

// A set of pointers: names or symbols.
typedef struct {
    const void **slots; // open addressing, power of two
    uint32_t count;
    uint32_t capacity;
} PointerSet;

// A binding of a name that may turn out to be of no use.
typedef struct {
    DiagCode code; // UNUSED_IMPORT or UNUSED_VARIABLE
    const Symbol *symbol;
    bool is_global;
    const Name *shown;    // as written
    const Stmt *function; // around it, or NULL
    Span span;
} Candidate;

// A `def` or `class` and the symbol it binds.
typedef struct {
    const Symbol *symbol;
    const Stmt *stmt;
} Definition;

// A call of a name, or a name that is a statement.
typedef struct {
    const Expr *expr;
    const Symbol *symbol;
} Mention;

// A call of a method by the first parameter of another one.
typedef struct {
    const Expr *expr;
    const Stmt *klass; // around both
} SelfCall;

// A loop around what is visited, in the same function.
typedef struct LoopContext {
    const struct LoopContext *outer;
    const Stmt *stmt; // for, async for or while
} LoopContext;

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    const CompileOptions *options;
    const Module *module;
    const Source *source;
    const Scope *scope;      // of what is visited
    const Stmt *function;    // the innermost def around it, or NULL
    const Stmt *klass;       // the innermost class around it, or NULL
    const LoopContext *loop; // the innermost loop of that function, or NULL
    uint32_t guard_depth;    // try and with statements around it: what fails may be meant to
    uint32_t comprehension_depth;
    bool in_import_guard;    // the body of a try that catches ImportError
    bool in_annotation;
    bool in_all;             // a statement that makes __all__
    LintFindings *findings;  // or NULL
    PointerSet mentioned;    // names in findings->mentioned
    bool has_dynamic_names;  // the module calls globals, exec or eval
    PointerSet used_globals; // names
    PointerSet bound;        // symbols bound so far
    PointerSet deleted;      // symbols
    PointerSet dynamic;      // functions that call locals, vars, dir, exec or eval
    VEC(Candidate) candidates;
    VEC(Definition) definitions;
    VEC(Mention) calls;
    VEC(Mention) bare;       // statements that are a name
    VEC(SelfCall) self_calls;
    PointerSet methods;       // names of functions in classes
    PointerSet methods_again; // those of more than one function
    PointerSet set_attributes; // names of attributes that are assigned or deleted
} Lint;

#define LINT_REPORT(lint, span, ...)                                                               \
    diag_report((lint)->diags, (lint)->source, (span), __VA_ARGS__)

// walk.c
bool pointer_set_has(const PointerSet *set, const void *pointer);
void pointer_set_add(Arena *arena, PointerSet *set, const void *pointer);
bool lint_wants(const Lint *lint, DiagCode code);
// The symbol that a name means in the scope being visited, or NULL.
const Symbol *lint_symbol(const Lint *lint, const Name *name);
// Whether the expression is this name, and it can only be the built-in.
bool lint_is_builtin(const Lint *lint, const Expr *expr, const char *name);

// names.c
void lint_names_start(Lint *lint);
void lint_bind(Lint *lint, const Name *name, Span span);
void lint_bind_variable(Lint *lint, const Name *name, Span span); // may be of no use
void lint_import(Lint *lint, const Stmt *stmt);
void lint_name(Lint *lint, const Expr *expr);
void lint_mentioned_text(Lint *lint, const Constant *text); // names in a string
void lint_mention(Lint *lint, const Name *name); // of an attribute or in an import
void lint_names_end(Lint *lint);

// calls.c
void lint_definition(Lint *lint, const Stmt *stmt);
void lint_call(Lint *lint, const Expr *expr);
void lint_methods(Lint *lint, const Stmt *klass);
void lint_calls_end(Lint *lint);

// flow.c
void lint_block(Lint *lint, const StmtList *list);
void lint_handlers(Lint *lint, const HandlerList *handlers);
void lint_finally(Lint *lint, const StmtList *list);

// values.c
void lint_stmt_values(Lint *lint, const Stmt *stmt);
void lint_expr_values(Lint *lint, const Expr *expr);

// advice.c
void lint_stmt_advice(Lint *lint, const Stmt *stmt);
void lint_expr_advice(Lint *lint, const Expr *expr);

#endif
