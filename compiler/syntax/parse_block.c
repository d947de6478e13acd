// SPDX-License-Identifier: MIT
// Blocks, lists of statements, and how the parser goes on after an error: it skips to the next
// line, reads the block below a broken header for its own errors, and skips the clauses (`else:`,
// `except:`) that belonged to the header.
#include "parse.h"

// Takes back the last report but one, at `error`, if the lexer has just found that a bracket
// opened on an earlier line is never closed: that explains both.
static void drop_consequence(Parser *p, Span error)
{
    Diagnostics *diags = p->diags;
    uint32_t count = diags->list.count;
    if (count < 2 || p->lexer.lost_bracket >= error.start)
        return;
    Diag lost = diags->list.items[count - 1];
    Diag consequence = diags->list.items[count - 2];
    uint32_t line = source_position(p->source, p->lexer.lost_bracket).line;
    bool is_pair = lost.code == DIAG_NEVER_CLOSED && consequence.code == DIAG_EXPECTED &&
                   consequence.span.start == error.start &&
                   source_position(p->source, error.start).line > line;
    if (!is_pair)
        return;
    diags->list.items[count - 2] = lost;
    diags->list.count--;
    diags->error_count--;
}

// Skips what is left of the line of an error.
static void skip_line(Parser *p)
{
    Span error = {p->panic_token.start, p->panic_token.end};
    p->lexer.lost_bracket = UINT32_MAX;
    p->panic = false;
    p->token = p->panic_token;
    if (p->at_line) {
        p->at_line = false;
        return;
    }
    while (p->token.kind != TOK_NEWLINE && p->token.kind != TOK_EOF &&
           p->token.kind != TOK_INDENT && p->token.kind != TOK_DEDENT)
        p->token = lex_next(&p->lexer);
    drop_consequence(p, error);
    if (p->token.kind == TOK_NEWLINE)
        parse_next(p);
}

// Reads a block that belongs to nothing, for its errors alone.
static void orphan_block(Parser *p)
{
    uint32_t mark = parse_mark(p);
    parse_next(p);
    parse_enter(p);
    parse_statements(p);
    parse_leave(p);
    p->pending.count = mark;
    if (parse_at(p, TOK_DEDENT))
        parse_next(p);
}

static bool at_clause(const Parser *p)
{
    return parse_at(p, TOK_ELSE) || parse_at(p, TOK_ELIF) || parse_at(p, TOK_EXCEPT) ||
           parse_at(p, TOK_FINALLY);
}

void parse_recover(Parser *p)
{
    if (!lex_may_report(&p->lexer)) {
        p->panic = false;
        lex_stop(&p->lexer, p->source->size);
        p->token = (Token){.kind = TOK_EOF, .start = p->source->size, .end = p->source->size};
        return;
    }
    do {
        skip_line(p);
        if (!p->panic && parse_at(p, TOK_INDENT))
            orphan_block(p);
        if (!p->panic && at_clause(p))
            parse_panic(p);
    } while (p->panic);
}

static void statement(Parser *p)
{
    if (parse_at(p, TOK_INDENT)) {
        PARSE_REPORT(p, ((Span){p->token.start, p->token.end}), DIAG_UNEXPECTED_INDENT);
        orphan_block(p);
        return;
    }
    if (!parse_compound_statement(p))
        parse_simple_statements(p);
}

void parse_statements(Parser *p)
{
    while (!parse_at(p, TOK_EOF) && !parse_at(p, TOK_DEDENT)) {
        if (!p->panic)
            statement(p);
        if (p->panic)
            parse_recover(p);
    }
}

void parse_missing_block(Parser *p, const char *what, uint32_t header)
{
    uint32_t line = source_position(p->source, header).line;
    p->at_line = !p->panic;
    PARSE_FAIL(p, parse_place(p), DIAG_EXPECTED_BLOCK, what, line);
}

// block: NEWLINE INDENT statements DEDENT | simple_statements
// `what` and `header` name and place the clause that the block belongs to.
void parse_block(Parser *p, const char *what, uint32_t header, StmtList *out)
{
    uint32_t mark = parse_mark(p);
    if (p->panic)
        return;
    if (!parse_accept(p, TOK_NEWLINE)) {
        parse_simple_statements(p);
    } else if (parse_accept(p, TOK_INDENT)) {
        parse_enter(p);
        parse_statements(p);
        parse_leave(p);
        if (parse_at(p, TOK_DEDENT))
            parse_next(p);
    } else {
        parse_missing_block(p, what, header);
    }
    PARSE_TAKE(p, mark, out);
}
