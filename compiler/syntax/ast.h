// SPDX-License-Identifier: MIT
// The tree that the parser makes and that every later front-end pass reads or rewrites. Nodes live
// in the module's arena; passes may change them in place. Node kinds and fields are ast.def's.
#ifndef FLASHFREEZE_SYNTAX_AST_H
#define FLASHFREEZE_SYNTAX_AST_H

#include "../base/constant.h"
#include "../base/names.h"
#include "../base/source.h"
#include "../base/vec.h"

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;
typedef struct Arguments Arguments;
typedef struct Keyword Keyword;
typedef struct Alias Alias;
typedef struct ExceptHandler ExceptHandler;
typedef struct WithItem WithItem;
typedef struct MatchCase MatchCase;
typedef struct Comprehension Comprehension;
typedef struct TypeParam TypeParam;
typedef struct Arg Arg;
typedef struct Scope Scope; // sema/scope.h: attached to the nodes that open a scope

typedef VEC(Expr *) ExprList;
typedef VEC(Stmt *) StmtList;
typedef VEC(Pattern *) PatternList;
typedef VEC(const Name *) NameList;
typedef VEC(Keyword *) KeywordList;
typedef VEC(Alias *) AliasList;
typedef VEC(ExceptHandler *) HandlerList;
typedef VEC(WithItem *) WithItemList;
typedef VEC(MatchCase *) MatchCaseList;
typedef VEC(Comprehension *) ComprehensionList;
typedef VEC(TypeParam *) TypeParamList;
typedef VEC(Arg *) ArgList;

typedef enum { CTX_LOAD, CTX_STORE, CTX_DEL } ExprContext;
typedef enum { BOOL_AND, BOOL_OR } BoolOperator;

typedef enum {
#define BINARY_OPERATOR(kind, name, text) BINARY_##kind,
#include "ast.def"
#undef BINARY_OPERATOR
} BinaryOperator;

typedef enum {
#define UNARY_OPERATOR(kind, name, text) UNARY_##kind,
#include "ast.def"
#undef UNARY_OPERATOR
} UnaryOperator;

typedef enum {
#define COMPARE_OPERATOR(kind, name, text) COMPARE_##kind,
#include "ast.def"
#undef COMPARE_OPERATOR
} CompareOperator;

typedef VEC(CompareOperator) CompareOperatorList;

typedef enum {
#define STMT(kind, name, member, fields) STMT_##kind,
#include "ast.def"
#undef STMT
} StmtKind;

typedef enum {
#define EXPR(kind, name, member, fields) EXPR_##kind,
#include "ast.def"
#undef EXPR
} ExprKind;

typedef enum {
#define PATTERN(kind, name, member, fields) PATTERN_##kind,
#include "ast.def"
#undef PATTERN
} PatternKind;

// One C field per ast.def field.
#define F_EXPR(f)        Expr *f;
#define F_EXPR_OPT(f)    Expr *f;
#define F_EXPRS(f)       ExprList f;
#define F_EXPRS_OPT(f)   ExprList f;
#define F_STMTS(f)       StmtList f;
#define F_NAME(f)        const Name *f;
#define F_NAME_OPT(f)    const Name *f;
#define F_NAMES(f)       NameList f;
#define F_CONSTANT(f)    const Constant *f;
#define F_KIND(f)        bool f;
#define F_CTX(f)         ExprContext f;
#define F_OP(f)          BinaryOperator f;
#define F_UNARY(f)       UnaryOperator f;
#define F_BOOL(f)        BoolOperator f;
#define F_CMPS(f)        CompareOperatorList f;
#define F_INT(f)         int f;
#define F_INT_OPT(f)     int f;
#define F_ARGUMENTS(f)   Arguments *f;
#define F_KEYWORDS(f)    KeywordList f;
#define F_ALIASES(f)     AliasList f;
#define F_HANDLERS(f)    HandlerList f;
#define F_ITEMS(f)       WithItemList f;
#define F_CASES(f)       MatchCaseList f;
#define F_GENERATORS(f)  ComprehensionList f;
#define F_PATTERN_OPT(f) Pattern *f;
#define F_PATTERNS(f)    PatternList f;
#define F_TYPE_PARAMS(f) TypeParamList f;
#define F_STR(f)         const Constant *f;

#define STMT(kind, name, member, fields)    typedef struct { fields char unused; } Node##name;
#define EXPR(kind, name, member, fields)    typedef struct { fields } Node##name;
#define PATTERN(kind, name, member, fields) typedef struct { fields char unused; } Node##name;
#include "ast.def"
#undef STMT
#undef EXPR
#undef PATTERN

#undef F_EXPR
#undef F_EXPR_OPT
#undef F_EXPRS
#undef F_EXPRS_OPT
#undef F_STMTS
#undef F_NAME
#undef F_NAME_OPT
#undef F_NAMES
#undef F_CONSTANT
#undef F_KIND
#undef F_CTX
#undef F_OP
#undef F_UNARY
#undef F_BOOL
#undef F_CMPS
#undef F_INT
#undef F_INT_OPT
#undef F_ARGUMENTS
#undef F_KEYWORDS
#undef F_ALIASES
#undef F_HANDLERS
#undef F_ITEMS
#undef F_CASES
#undef F_GENERATORS
#undef F_PATTERN_OPT
#undef F_PATTERNS
#undef F_TYPE_PARAMS
#undef F_STR

struct Stmt {
    StmtKind kind;
    Span span;
    Span name_span; // of the name in def and class; else empty
    bool is_type_scope; // FUNCTION_DEF made for the type parameters of what it holds
    Scope *scope;   // FUNCTION_DEF, ASYNC_FUNCTION_DEF, CLASS_DEF: set by sema
    union {
#define STMT(kind, name, member, fields) Node##name member;
#include "ast.def"
#undef STMT
    };
};

struct Expr {
    ExprKind kind;
    Span span;
    bool parenthesised; // written in brackets of its own
    bool is_given; // a constant that the build gives (__debug__, the manifest), or made from one
    uint16_t height;    // levels of expressions below and at this node, at most PARSE_MAX_HEIGHT
    Scope *scope;       // LAMBDA and the four comprehensions: set by sema
    union {
#define EXPR(kind, name, member, fields) Node##name member;
#include "ast.def"
#undef EXPR
    };
};

struct Pattern {
    PatternKind kind;
    Span span;
    union {
#define PATTERN(kind, name, member, fields) Node##name member;
#include "ast.def"
#undef PATTERN
    };
};

struct Arg {
    const Name *arg;
    Expr *annotation; // or NULL
    Span span;
};

struct Arguments {
    ArgList posonlyargs;
    ArgList args;
    Arg *vararg; // or NULL
    ArgList kwonlyargs;
    ExprList kw_defaults; // as long as kwonlyargs; NULL where there is no default
    Arg *kwarg;           // or NULL
    ExprList defaults;    // of the last positional parameters
};

struct Keyword {
    const Name *arg; // NULL for **value
    Expr *value;
    Span span;
};

struct Alias {
    const Name *name;   // dotted as written; "*" for a star import
    const Name *asname; // or NULL
    bool is_used;       // by code that lowering has replaced
    Span span;
};

struct ExceptHandler {
    Expr *type;       // or NULL
    const Name *name; // or NULL
    StmtList body;
    Span span;
};

struct WithItem {
    Expr *context_expr;
    Expr *optional_vars; // or NULL
};

struct MatchCase {
    Pattern *pattern;
    Expr *guard; // or NULL
    StmtList body;
};

struct Comprehension {
    Expr *target;
    Expr *iter;
    ExprList ifs;
    bool is_async;
};

typedef enum { TYPE_PARAM_TYPE_VAR, TYPE_PARAM_PARAM_SPEC, TYPE_PARAM_TYPE_VAR_TUPLE } TypeParamKind;

struct TypeParam {
    TypeParamKind kind;
    const Name *name;
    Expr *bound;         // or NULL; TYPE_VAR only
    Expr *default_value; // or NULL
    Span span;
};

// What a module's text has that few have, and that is lowered before scope analysis.
enum {
    FEATURE_TYPES = 1,     // type parameters, type aliases, annotations
    FEATURE_TEMPLATES = 2, // t-strings
    FEATURE_UNIONS = 4,    // the operator |
    FEATURE_GENERICS = 8,  // a subscript of a name that built-in classes with parameters have
    FEATURE_COMPLEX = 16,  // an imaginary number
};

// What one source file parses to.
typedef struct {
    const Source *source;
    StmtList body;
    uint32_t features;    // FEATURE_*: found by the parser
    Scope *scope;         // set by sema
    bool for_micropython; // its rules: no mangled names, async generators are generators
    bool keeps_annotations; // and type parameters that no code mentions
    // Pass `const`: whether it has run, and uses of the name `const` that it has left.
    bool folds_const;
    int const_uses;
} Module;

#endif
