// SPDX-License-Identifier: MIT
// The try statement with its handlers, plain and starred.
#include "parse.h"

// except: 'except' ['*'] [expression ['as' NAME] | expressions] ':' block; the star and the word
// are read. Several types need no brackets when there is no `as`.
static ExceptHandler *handler(Parser *p, uint32_t start, bool is_star)
{
    ExceptHandler *node = ARENA_NEW(p->arena, ExceptHandler);
    node->span.start = start;
    if (is_star || !parse_at(p, TOK_COLON)) {
        node->type = parse_expressions(p);
        Span as = {p->token.start, p->token.end};
        if (parse_accept(p, TOK_AS)) {
            if (node->type->kind == EXPR_TUPLE && !node->type->parenthesised)
                PARSE_FAIL(p, as, DIAG_BARE_TYPES_WITH_AS);
            node->name = parse_name(p);
        }
    }
    parse_expect_after(p, TOK_COLON, is_star ? "'except*'" : "'except'");
    parse_block(p, is_star ? "'except*'" : "'except'", start, &node->body);
    node->span.end = p->last_end;
    return node;
}

// Reads all handlers and tells whether they are starred, which all or none must be.
static bool handlers(Parser *p, HandlerList *out)
{
    bool any_star = false;
    uint32_t mark = parse_mark(p);
    while (parse_at(p, TOK_EXCEPT)) {
        Span word = {p->token.start, p->token.end};
        parse_next(p);
        bool is_star = parse_accept(p, TOK_STAR);
        if (parse_mark(p) == mark)
            any_star = is_star;
        else if (is_star != any_star)
            PARSE_REPORT(p, word, DIAG_MIXED_EXCEPT);
        parse_push(p, handler(p, word.start, is_star));
    }
    PARSE_TAKE(p, mark, out);
    return any_star;
}

static bool clause(Parser *p, TokenKind word, StmtList *out)
{
    uint32_t header = p->token.start;
    if (!parse_accept(p, word))
        return false;
    const char *what = token_text(word);
    parse_expect_after(p, TOK_COLON, what);
    parse_block(p, what, header, out);
    return true;
}

// try: 'try' ':' block (except+ ['else' ':' block] ['finally' ':' block] | 'finally' ':' block)
Stmt *parse_try(Parser *p)
{
    Stmt *stmt = parse_new_stmt(p, STMT_TRY, p->token.start);
    NodeTry node = {0};
    clause(p, TOK_TRY, &node.body);
    bool is_star = handlers(p, &node.handlers);
    if (node.handlers.count > 0)
        clause(p, TOK_ELSE, &node.orelse);
    bool has_finally = clause(p, TOK_FINALLY, &node.finalbody);
    if (node.handlers.count == 0 && !has_finally)
        parse_unexpected(p, "'except' or 'finally' after the block of 'try'");
    if (is_star) {
        stmt->kind = STMT_TRY_STAR;
        stmt->try_star = (NodeTryStar){node.body, node.handlers, node.orelse, node.finalbody, 0};
    } else {
        stmt->try_ = node;
    }
    return parse_end_stmt(p, stmt);
}
