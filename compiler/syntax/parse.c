// SPDX-License-Identifier: MIT
// The parser's ground: tokens, names, errors, lists and nodes.
#include "parse.h"
#include "ast_leaves.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

void parse_panic(Parser *p)
{
    if (p->panic)
        return;
    p->panic = true;
    p->panic_token = p->token;
    p->token.kind = TOK_ERROR;
}

void parse_next(Parser *p)
{
    if (p->panic)
        return;
    if (p->token.kind > TOK_DEDENT)
        p->last_end = p->token.end;
    p->token = lex_next(&p->lexer);
    if (p->token.kind == TOK_ERROR)
        parse_panic(p); // the lexer has reported it
}

// What messages call the current token: names and numbers are quoted as written.
static const char *describe_token(Parser *p)
{
    enum { LONGEST = 40 };
    Token token = p->token;
    const char *kind = token_text(token.kind);
    uint32_t size = token.end - token.start;
    bool is_word = token.kind == TOK_NAME || token.kind == TOK_INT || token.kind == TOK_FLOAT ||
                   token.kind == TOK_IMAGINARY;
    if (!is_word || size > LONGEST)
        return kind;
    return arena_format(p->arena, "%s '%.*s'", kind, (int)size, p->source->text + token.start);
}

// The end of the file is shown behind the last line, not on an empty line after it.
Span parse_place(const Parser *p)
{
    Span span = {p->token.start, p->token.end};
    const char *text = p->source->text;
    if (span.start > 0 && span.start == p->source->size) {
        span.start -= text[span.start - 1] == '\n' || text[span.start - 1] == '\r';
        if (span.start > 0 && text[span.start] == '\n' && text[span.start - 1] == '\r')
            span.start--;
    }
    return span;
}

void parse_unexpected(Parser *p, const char *expected)
{
    if (p->panic)
        return;
    if (lex_may_report(&p->lexer) && lex_give_up_brackets(&p->lexer, p->token)) {
        parse_panic(p);
        p->panic_token.kind = TOK_ERROR;
        return;
    }
    Span span = parse_place(p);
    if (p->token.kind == TOK_INDENT)
        PARSE_FAIL(p, span, DIAG_UNEXPECTED_INDENT);
    else {
        PARSE_REPORT(p, span, DIAG_EXPECTED, expected, describe_token(p));
        if (lex_may_report(&p->lexer))
            parse_hint(p);
        parse_panic(p);
    }
}

bool parse_expect(Parser *p, TokenKind kind)
{
    if (parse_accept(p, kind))
        return true;
    parse_unexpected(p, token_text(kind));
    return false;
}

bool parse_expect_after(Parser *p, TokenKind kind, const char *after)
{
    if (parse_accept(p, kind))
        return true;
    if (!p->panic)
        parse_unexpected(p, arena_format(p->arena, "%s after %s", token_text(kind), after));
    return false;
}

// Identifiers are compared in the normal form NFKC.
static const Name *normalised(Parser *p, const char *text, size_t size)
{
    size_t room = size * 12 + 16; // NFKC makes no code point more than 11 times longer
    uint8_t *buffer = arena_alloc(p->arena, room);
    uint8_t *normal = u8_normalize(UNINORM_NFKC, (const uint8_t *)text, size, buffer, &room);
    if (!normal)
        return names_intern(p->names, text, size);
    const Name *name = names_intern(p->names, (const char *)normal, room);
    if (normal != buffer)
        free(normal);
    return name;
}

const Name *parse_name_of(Parser *p, Token token)
{
    const char *text = p->source->text + token.start;
    size_t size = token.end - token.start;
    return token.hash ? names_intern_hashed(p->names, text, size, token.hash)
                      : normalised(p, text, size);
}

const Name *parse_name(Parser *p)
{
    Token token = p->token;
    if (parse_at(p, TOK_NAME)) {
        parse_next(p);
        return parse_name_of(p, token);
    }
    parse_unexpected(p, "a name");
    return names_intern(p->names, "", 0);
}

void parse_too_deep(Parser *p)
{
    Span span = {p->token.start, p->token.end};
    PARSE_FAIL(p, span, DIAG_TOO_DEEP, PARSE_MAX_DEPTH);
}

void *parse_take_items(Parser *p, uint32_t mark, uint32_t *count)
{
    *count = p->pending.count - mark;
    if (*count == 0)
        return NULL;
    void **items = ARENA_NEW_ARRAY(p->arena, void *, *count);
    memcpy(items, p->pending.items + mark, *count * sizeof *items);
    p->pending.count = mark;
    return items;
}

Expr *parse_new_expr(Parser *p, ExprKind kind, uint32_t start)
{
    Expr *expr = ARENA_NEW(p->arena, Expr);
    expr->kind = kind;
    expr->span.start = start;
    return expr;
}

// The height of the tallest child: every field of every kind comes from ast.def.
static uint32_t over_one(uint32_t height, const Expr *child)
{
    return child && child->height > height ? child->height : height;
}

static uint32_t over_list(uint32_t height, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        height = over_one(height, list->items[i]);
    return height;
}

static uint32_t over_keywords(uint32_t height, const KeywordList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        height = over_one(height, list->items[i]->value);
    return height;
}

static uint32_t over_generators(uint32_t height, const ComprehensionList *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        height = over_one(height, list->items[i]->target);
        height = over_one(height, list->items[i]->iter);
        height = over_list(height, &list->items[i]->ifs);
    }
    return height;
}

static uint32_t over_arguments(uint32_t height, const Arguments *arguments)
{
    return over_list(over_list(height, &arguments->defaults), &arguments->kw_defaults);
}

#define F_EXPR(f)       height = over_one(height, node->f);
#define F_EXPR_OPT(f)   height = over_one(height, node->f);
#define F_EXPRS(f)      height = over_list(height, &node->f);
#define F_EXPRS_OPT(f)  height = over_list(height, &node->f);
#define F_KEYWORDS(f)   height = over_keywords(height, &node->f);
#define F_GENERATORS(f) height = over_generators(height, &node->f);
#define F_ARGUMENTS(f)  height = over_arguments(height, node->f);

static uint32_t children_height(const Expr *expr)
{
    uint32_t height = 0;
    switch (expr->kind) {
#define EXPR(kind, name, member, fields)                                                           \
    case EXPR_##kind: {                                                                            \
        const Node##name *node = &expr->member;                                                    \
        fields(void) node;                                                                         \
        break;                                                                                     \
    }
#include "ast.def"
#undef EXPR
    }
    return height;
}

Expr *parse_end_expr(Parser *p, Expr *expr)
{
    expr->span.end = p->last_end;
    uint32_t height = children_height(expr) + 1;
    if (height > PARSE_MAX_HEIGHT) {
        PARSE_FAIL(p, expr->span, DIAG_TOO_HIGH, PARSE_MAX_HEIGHT);
        height = PARSE_MAX_HEIGHT;
    }
    expr->height = (uint16_t)height;
    return expr;
}

Stmt *parse_new_stmt(Parser *p, StmtKind kind, uint32_t start)
{
    Stmt *stmt = ARENA_NEW(p->arena, Stmt);
    stmt->kind = kind;
    stmt->span.start = start;
    return stmt;
}

Stmt *parse_end_stmt(Parser *p, Stmt *stmt)
{
    stmt->span.end = p->last_end;
    return stmt;
}

Expr *parse_make_name(Parser *p, const Name *id, Span span, ExprContext ctx)
{
    Expr *expr = parse_new_expr(p, EXPR_NAME, span.start);
    expr->name.id = id;
    expr->name.ctx = ctx;
    expr->span.end = span.end;
    expr->height = 1;
    return expr;
}

Expr *parse_make_constant(Parser *p, const Constant *value, uint32_t start)
{
    Expr *expr = parse_new_expr(p, EXPR_CONSTANT, start);
    expr->constant.value = value;
    return parse_end_expr(p, expr);
}
