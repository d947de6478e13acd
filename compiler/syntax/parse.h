// SPDX-License-Identifier: MIT
// What the files of the parser share: its state, the handling of tokens and errors, and one
// function for each part of the grammar that another file needs.
//
// After a syntax error the parser panics: the token becomes a TOK_ERROR that nothing matches and
// that stays, so every function returns by itself with some node; the statement list then skips
// to the next line. Reports made while panicking are dropped.
#ifndef FLASHFREEZE_SYNTAX_PARSE_H
#define FLASHFREEZE_SYNTAX_PARSE_H

#include "ast.h"
#include "lex.h"
#include "parser.h"

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    const Source *source;
    Lexer lexer;
    Token token;       // the one to be read next
    Token panic_token; // what it was before the panic
    bool panic;
    bool at_line;        // the panic began at the first token of a line, which is to be read
    uint32_t last_end;   // end of the last token read that is not layout
    uint32_t features;   // FEATURE_* so far
    uint32_t depth;      // nesting of the functions below, bounded by PARSE_MAX_DEPTH
    VEC(void *) pending; // items of the lists being read, innermost list last
} Parser;

// Reports (unless panicking) and goes on, for errors that do not disturb the parsing.
#define PARSE_REPORT(p, span, ...)                                                                 \
    do {                                                                                           \
        if (!(p)->panic && lex_may_report(&(p)->lexer))                                            \
            diag_report((p)->diags, (p)->source, (span), __VA_ARGS__);                             \
    } while (0)

// Reports and panics.
#define PARSE_FAIL(p, span, ...)                                                                   \
    do {                                                                                           \
        PARSE_REPORT(p, span, __VA_ARGS__);                                                        \
        parse_panic(p);                                                                            \
    } while (0)

static inline bool parse_at(const Parser *p, TokenKind kind)
{
    return p->token.kind == kind;
}

void parse_next(Parser *p); // reads the current token
void parse_panic(Parser *p);
Span parse_place(const Parser *p);                      // where messages about the token point
void parse_unexpected(Parser *p, const char *expected); // fails at the current token
void parse_hint(Parser *p);                              // parse_hint.c: what may be meant there
bool parse_expect(Parser *p, TokenKind kind);           // reads the token or fails
bool parse_expect_after(Parser *p, TokenKind kind, const char *after);
const Name *parse_name(Parser *p);                     // reads a NAME or fails
const Name *parse_name_of(Parser *p, Token token);     // of a NAME

// Is the token this soft keyword?
static inline bool parse_is_word(const Parser *p, const char *word)
{
    size_t size = strlen(word);
    return p->token.kind == TOK_NAME && p->token.end - p->token.start == size &&
           memcmp(p->source->text + p->token.start, word, size) == 0;
}

static inline bool parse_accept(Parser *p, TokenKind kind)
{
    if (p->token.kind != kind)
        return false;
    parse_next(p);
    return true;
}

// Bounds recursion; each parse_enter that is passed is paired with a parse_leave.
void parse_too_deep(Parser *p);

static inline void parse_enter(Parser *p)
{
    if (++p->depth > PARSE_MAX_DEPTH)
        parse_too_deep(p);
}

static inline void parse_leave(Parser *p)
{
    p->depth--;
}

// Lists: push items on `pending`, then take what lies above the mark as an exact array.
static inline uint32_t parse_mark(const Parser *p)
{
    return p->pending.count;
}

static inline void parse_push(Parser *p, void *item)
{
    VEC_PUSH(p->arena, &p->pending, item);
}

void *parse_take_items(Parser *p, uint32_t mark, uint32_t *count);

#define PARSE_TAKE(p, mark, list)                                                                  \
    do {                                                                                           \
        (list)->items = parse_take_items((p), (mark), &(list)->count);                             \
        (list)->capacity = (list)->count;                                                          \
    } while (0)

// Nodes. parse_end_* closes the span at the last token read.
Expr *parse_new_expr(Parser *p, ExprKind kind, uint32_t start);
Expr *parse_end_expr(Parser *p, Expr *expr);
Stmt *parse_new_stmt(Parser *p, StmtKind kind, uint32_t start);
Stmt *parse_end_stmt(Parser *p, Stmt *stmt);
Expr *parse_make_name(Parser *p, const Name *id, Span span, ExprContext ctx);
Expr *parse_make_constant(Parser *p, const Constant *value, uint32_t start);

// parse_expr.c
Expr *parse_expression(Parser *p);
Expr *parse_named_expression(Parser *p);
Expr *parse_disjunction(Parser *p);
Expr *parse_bitwise_or(Parser *p);
Expr *parse_star_expression(Parser *p);
Expr *parse_star_named_expression(Parser *p);
Expr *parse_star_expressions(Parser *p);
Expr *parse_expressions(Parser *p);
Expr *parse_yield_or_expressions(Parser *p);
Expr *parse_yield(Parser *p);
bool parse_starts_expression(const Parser *p);
Expr *parse_tuple_rest(Parser *p, uint32_t start, Expr *first, Expr *(*item)(Parser *));

// parse_atom.c, parse_call.c, parse_string.c
Expr *parse_atom(Parser *p);
void parse_comprehensions(Parser *p, ComprehensionList *out);
bool parse_at_comprehension(const Parser *p);
void parse_arguments(Parser *p, uint32_t open, bool is_class, ExprList *args,
                     KeywordList *keywords);
Expr *parse_slices(Parser *p);
Expr *parse_strings(Parser *p);

// parse_target.c
typedef enum { TARGET_ASSIGN, TARGET_FOR, TARGET_WITH, TARGET_DELETE } TargetUse;
void parse_to_target(Parser *p, Expr *expr, TargetUse use);
void parse_to_augmented_target(Parser *p, Expr *expr);
void parse_to_annotated_target(Parser *p, Expr *expr);
Expr *parse_target(Parser *p, TargetUse use);
Expr *parse_target_list(Parser *p, TargetUse use);
const char *parse_describe_expr(const Expr *expr);

// parse_params.c, parse_def.c
Arguments *parse_parameters(Parser *p, TokenKind end);
void parse_type_params(Parser *p, TypeParamList *out);
Stmt *parse_decorated(Parser *p);
Stmt *parse_function(Parser *p, uint32_t start, bool is_async);
Stmt *parse_class(Parser *p, uint32_t start);

// parse_stmt.c: pushes the statements of one line
void parse_simple_statements(Parser *p);

// parse_compound.c, parse_try.c, parse_match.c
bool parse_compound_statement(Parser *p); // pushes it, false when the token begins none
Stmt *parse_try(Parser *p);
bool parse_at_match(const Parser *p);
Stmt *parse_match(Parser *p);
Pattern *parse_patterns(Parser *p);

// parse_block.c
void parse_block(Parser *p, const char *what, uint32_t header, StmtList *out);
void parse_missing_block(Parser *p, const char *what, uint32_t header); // fails before a line
void parse_recover(Parser *p);    // ends the panic at the next line that can be read
void parse_statements(Parser *p); // pushes statements up to a DEDENT or the end of the file

#endif
