// SPDX-License-Identifier: MIT
// What the parts of lowering share.
#ifndef FLASHFREEZE_SEMA_DESUGAR_INTERNAL_H
#define FLASHFREEZE_SEMA_DESUGAR_INTERNAL_H

#include "../syntax/ast_walk.h"
#include "desugar.h"

typedef enum {
#define HIDDEN(id, name, module, attribute) HIDDEN_##id,
#include "hidden.def"
#undef HIDDEN
    HIDDEN_COUNT,
} HiddenId;

typedef struct {
    AstVisitor visitor; // first, so that it is the visitor that callbacks are handed
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    Module *module;
    uint32_t hidden;       // bit n: HiddenId n is used
    uint32_t bound;        // bit n: the scope being visited, or one around, binds the built-in name n
    bool binds_any;        // some scope does
    AliasList sys_imports; // `import sys`
    StmtList functions;    // to put at the module's top
    bool is_shallow;       // finding out what a scope binds leaves out scopes inside
    NameList classes;      // names that class statements bind
    bool has_future;       // from __future__ import annotations: they are texts
    bool in_class;         // what is visited stands directly in a class body, ...
    bool in_module;        // ... or in the module
    bool failed;
} Desugar;

// desugar.c: new nodes.
Expr *desugar_expr(Desugar *desugar, ExprKind kind, Span span);
Expr *desugar_name(Desugar *desugar, const Name *name, ExprContext context, Span span);
Expr *desugar_text(Desugar *desugar, const char *text, size_t size, Span span);
Expr *desugar_none(Desugar *desugar, Span span);
Expr *desugar_hidden(Desugar *desugar, HiddenId id, Span span); // a use of the library's
Expr *desugar_call(Desugar *desugar, HiddenId id, Expr *const *args, uint32_t count, Span span);

// desugar_types.c: statements with type parameters, and type aliases. Gives what to put in place
// of the statement; what is inside it has been lowered.
Stmt *desugar_generic(Desugar *desugar, Stmt *stmt);
Stmt *desugar_alias(Desugar *desugar, Stmt *stmt);

// desugar_check.c: reports what is wrong with a statement's type parameters, alias or annotations.
void desugar_check(Desugar *desugar, const Stmt *stmt);

// desugar_annotations.c: for programs that keep annotations. A decorator that gives a function its
// __annotations__, or NULL when it has none; the assignment that ends a class body with some.
Expr *desugar_function_annotations(Desugar *desugar, NodeFunctionDef *def, Span span);
void desugar_class_annotations(Desugar *desugar, Stmt *stmt);

#endif
