// SPDX-License-Identifier: MIT
// Statements with blocks, except definitions, `try` and `match`, which have files of their own.
#include "parse.h"

// The `else` of a loop or condition, if there is one.
static void else_block(Parser *p, StmtList *out)
{
    uint32_t header = p->token.start;
    if (!parse_accept(p, TOK_ELSE))
        return;
    parse_expect_after(p, TOK_COLON, "'else'");
    parse_block(p, "'else'", header, out);
}

// if: 'if' named_expression ':' block ('elif' named_expression ':' block)* ['else' ':' block]
// An `elif` is an `if` alone in the `else` part.
static Stmt *if_statement(Parser *p)
{
    const char *what = parse_at(p, TOK_IF) ? "'if'" : "'elif'";
    Stmt *stmt = parse_new_stmt(p, STMT_IF, p->token.start);
    parse_enter(p);
    parse_next(p);
    stmt->if_.test = parse_named_expression(p);
    parse_expect_after(p, TOK_COLON, "a condition");
    parse_block(p, what, stmt->span.start, &stmt->if_.body);
    if (parse_at(p, TOK_ELIF)) {
        uint32_t mark = parse_mark(p);
        parse_push(p, if_statement(p));
        PARSE_TAKE(p, mark, &stmt->if_.orelse);
    } else {
        else_block(p, &stmt->if_.orelse);
    }
    parse_leave(p);
    return parse_end_stmt(p, stmt);
}

// while: 'while' named_expression ':' block ['else' ':' block]
static Stmt *while_statement(Parser *p)
{
    Stmt *stmt = parse_new_stmt(p, STMT_WHILE, p->token.start);
    parse_next(p);
    stmt->while_.test = parse_named_expression(p);
    parse_expect_after(p, TOK_COLON, "a condition");
    parse_block(p, "'while'", stmt->span.start, &stmt->while_.body);
    else_block(p, &stmt->while_.orelse);
    return parse_end_stmt(p, stmt);
}

// for: 'for' targets 'in' star_expressions ':' block ['else' ':' block]
static Stmt *for_statement(Parser *p, uint32_t start, bool is_async)
{
    Stmt *stmt = parse_new_stmt(p, is_async ? STMT_ASYNC_FOR : STMT_FOR, start);
    NodeFor node = {0};
    uint32_t header = p->token.start;
    parse_next(p);
    node.target = parse_target_list(p, TARGET_FOR);
    parse_expect_after(p, TOK_IN, "the target of 'for'");
    node.iter = parse_star_expressions(p);
    parse_expect_after(p, TOK_COLON, "the iterable of 'for'");
    parse_block(p, "'for'", header, &node.body);
    else_block(p, &node.orelse);
    if (is_async)
        stmt->async_for = (NodeAsyncFor){node.target, node.iter, node.body, node.orelse, 0};
    else
        stmt->for_ = node;
    return parse_end_stmt(p, stmt);
}

// with_item: expression ['as' target]
static WithItem *with_item(Parser *p)
{
    WithItem *item = ARENA_NEW(p->arena, WithItem);
    item->context_expr = parse_expression(p);
    if (parse_accept(p, TOK_AS))
        item->optional_vars = parse_target(p, TARGET_WITH);
    return item;
}

// True when the bracket at the current token holds with-items: it has an `as` of its own.
static bool at_bracketed_items(const Parser *p)
{
    if (!parse_at(p, TOK_LPAR))
        return false;
    Lexer ahead = p->lexer;
    ahead.quiet = true;
    uint32_t depth = ahead.bracket_count;
    for (;;) {
        TokenKind kind = lex_next(&ahead).kind;
        if (kind == TOK_AS && ahead.bracket_count == depth)
            return true;
        if (ahead.bracket_count < depth || kind == TOK_ERROR || kind == TOK_EOF)
            return false;
    }
}

// `with (a, b):` has two items, not one tuple, when each could be an item. The brackets must be
// the outermost ones, so the tuple begins where the items do.
static bool is_item_list(const WithItem *item, uint32_t start)
{
    const Expr *expr = item->context_expr;
    if (item->optional_vars || expr->kind != EXPR_TUPLE || expr->span.start != start)
        return false;
    for (uint32_t i = 0; i < expr->tuple.elts.count; i++) {
        const Expr *element = expr->tuple.elts.items[i];
        bool is_walrus = element->kind == EXPR_NAMED_EXPR && !element->parenthesised;
        if (element->kind == EXPR_STARRED || is_walrus)
            return false;
    }
    return expr->tuple.elts.count > 0;
}

static void push_as_items(Parser *p, const Expr *tuple)
{
    for (uint32_t i = 0; i < tuple->tuple.elts.count; i++) {
        WithItem *item = ARENA_NEW(p->arena, WithItem);
        item->context_expr = tuple->tuple.elts.items[i];
        parse_push(p, item);
    }
}

// with_items: '(' with_item (',' with_item)* [','] ')' | with_item (',' with_item)*
static void with_items(Parser *p, WithItemList *out)
{
    uint32_t mark = parse_mark(p);
    if (at_bracketed_items(p)) {
        parse_next(p);
        do {
            parse_push(p, with_item(p));
        } while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RPAR));
        if (!parse_accept(p, TOK_RPAR))
            parse_unexpected(p, "',' or ')'");
    } else {
        uint32_t start = p->token.start;
        WithItem *first = with_item(p);
        if (is_item_list(first, start) && !parse_at(p, TOK_COMMA))
            push_as_items(p, first->context_expr);
        else
            parse_push(p, first);
        while (parse_accept(p, TOK_COMMA))
            parse_push(p, with_item(p));
    }
    PARSE_TAKE(p, mark, out);
}

// with: 'with' with_items ':' block
static Stmt *with_statement(Parser *p, uint32_t start, bool is_async)
{
    Stmt *stmt = parse_new_stmt(p, is_async ? STMT_ASYNC_WITH : STMT_WITH, start);
    NodeWith node = {0};
    uint32_t header = p->token.start;
    parse_next(p);
    with_items(p, &node.items);
    parse_expect_after(p, TOK_COLON, "the items of 'with'");
    parse_block(p, "'with'", header, &node.body);
    if (is_async)
        stmt->async_with = (NodeAsyncWith){node.items, node.body, 0};
    else
        stmt->with = node;
    return parse_end_stmt(p, stmt);
}

// 'async' (function | for | with)
static Stmt *async_statement(Parser *p)
{
    uint32_t start = p->token.start;
    parse_next(p);
    switch (p->token.kind) {
    case TOK_DEF:
        return parse_function(p, start, true);
    case TOK_FOR:
        return for_statement(p, start, true);
    case TOK_WITH:
        return with_statement(p, start, true);
    default:
        parse_unexpected(p, "'def', 'for' or 'with' after 'async'");
        return parse_new_stmt(p, STMT_PASS, start);
    }
}

static Stmt *compound_statement(Parser *p)
{
    uint32_t start = p->token.start;
    switch (p->token.kind) {
    case TOK_DEF:
        return parse_function(p, start, false);
    case TOK_AT:
        return parse_decorated(p);
    case TOK_CLASS:
        return parse_class(p, start);
    case TOK_ASYNC:
        return async_statement(p);
    case TOK_IF:
        return if_statement(p);
    case TOK_FOR:
        return for_statement(p, start, false);
    case TOK_WHILE:
        return while_statement(p);
    case TOK_WITH:
        return with_statement(p, start, false);
    case TOK_TRY:
        return parse_try(p);
    case TOK_NAME:
        return parse_at_match(p) ? parse_match(p) : NULL;
    default:
        return NULL;
    }
}

bool parse_compound_statement(Parser *p)
{
    Stmt *stmt = compound_statement(p);
    if (stmt)
        parse_push(p, stmt);
    return stmt != NULL;
}
