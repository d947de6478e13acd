// SPDX-License-Identifier: MIT
// The match statement. `match` is a name unless what follows can only be a subject: where the
// next token leaves that open, the rest of the line is looked at for a colon at its end.
#include "parse.h"

// True when the line ends with a colon outside brackets.
static bool line_ends_with_colon(Lexer *ahead)
{
    TokenKind last = TOK_ERROR;
    for (;;) {
        TokenKind kind = lex_next(ahead).kind;
        if (kind == TOK_NEWLINE)
            return last == TOK_COLON;
        if (kind == TOK_EOF || kind == TOK_ERROR || kind == TOK_SEMI)
            return false;
        last = kind;
    }
}

bool parse_at_match(const Parser *p)
{
    if (!parse_is_word(p, "match"))
        return false;
    Lexer ahead = p->lexer;
    ahead.quiet = true;
    Parser next = {.token = lex_next(&ahead)};
    switch (next.token.kind) {
    case TOK_LPAR:
    case TOK_LSQB:
    case TOK_PLUS:
    case TOK_MINUS:
    case TOK_STAR:
        return line_ends_with_colon(&ahead);
    case TOK_NOT:
        return lex_next(&ahead).kind != TOK_IN;
    default:
        return parse_starts_expression(&next);
    }
}

// subject: star_named_expression ',' [star_named_expressions] | named_expression
static Expr *subject(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *first = parse_star_named_expression(p);
    if (first->kind == EXPR_STARRED && !parse_at(p, TOK_COMMA))
        PARSE_REPORT(p, first->span, DIAG_STAR_ALONE);
    return parse_tuple_rest(p, start, first, parse_star_named_expression);
}

// case: "case" patterns ['if' named_expression] ':' block
static MatchCase *match_case(Parser *p)
{
    MatchCase *node = ARENA_NEW(p->arena, MatchCase);
    uint32_t header = p->token.start;
    parse_next(p);
    node->pattern = parse_patterns(p);
    if (parse_accept(p, TOK_IF))
        node->guard = parse_named_expression(p);
    parse_expect_after(p, TOK_COLON, "the pattern of 'case'");
    parse_block(p, "'case'", header, &node->body);
    return node;
}

// match: "match" subject ':' NEWLINE INDENT case+ DEDENT
Stmt *parse_match(Parser *p)
{
    Stmt *stmt = parse_new_stmt(p, STMT_MATCH, p->token.start);
    parse_next(p);
    stmt->match.subject = subject(p);
    parse_expect_after(p, TOK_COLON, "the subject of 'match'");
    parse_expect_after(p, TOK_NEWLINE, "the header of 'match'");
    if (!parse_accept(p, TOK_INDENT)) {
        parse_missing_block(p, "'match'", stmt->span.start);
        return stmt;
    }
    parse_enter(p);
    uint32_t mark = parse_mark(p);
    while (parse_is_word(p, "case")) {
        parse_push(p, match_case(p));
        if (p->panic)
            parse_recover(p);
    }
    if (parse_mark(p) == mark || !parse_at(p, TOK_DEDENT))
        parse_unexpected(p, "'case'");
    PARSE_TAKE(p, mark, &stmt->match.cases);
    parse_accept(p, TOK_DEDENT);
    parse_leave(p);
    return parse_end_stmt(p, stmt);
}
