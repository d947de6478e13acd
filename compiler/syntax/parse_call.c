// SPDX-License-Identifier: MIT
// What follows an operand in brackets: the arguments of calls (and the bases of classes) and the
// items of subscripts.
#include "parse.h"

typedef struct {
    bool is_class;
    uint32_t open; // the opening bracket
    uint32_t first_mark;
    KeywordList *keywords;
    bool unpacks_mapping; // `**x` was seen
} ArgumentList;

static void keyword(Parser *p, ArgumentList *list, const Name *name, uint32_t start)
{
    Keyword *node = ARENA_NEW(p->arena, Keyword);
    node->arg = name;
    node->value = parse_expression(p);
    node->span = (Span){start, p->last_end};
    VEC_PUSH(p->arena, list->keywords, node);
}

// name=value; the value of the name is read and the token is the equals sign.
static void named_argument(Parser *p, ArgumentList *list, Expr *name)
{
    if (name->kind != EXPR_NAME || name->parenthesised) {
        PARSE_FAIL(p, name->span, DIAG_BAD_KEYWORD, parse_describe_expr(name));
        return;
    }
    parse_next(p);
    keyword(p, list, name->name.id, name->span.start);
}

// '*' expression: arguments and subscripts take more behind the star than displays do
static Expr *starred(Parser *p)
{
    Expr *expr = parse_new_expr(p, EXPR_STARRED, p->token.start);
    parse_next(p);
    expr->starred.value = parse_expression(p);
    return parse_end_expr(p, expr);
}

static void starred_argument(Parser *p, ArgumentList *list)
{
    Expr *expr = starred(p);
    if (list->unpacks_mapping)
        PARSE_REPORT(p, expr->span, DIAG_STAR_AFTER_DOUBLE_STAR);
    parse_push(p, expr);
}

// A generator without brackets of its own must be the only argument of a call.
static Expr *generator_argument(Parser *p, ArgumentList *list, Expr *element)
{
    bool is_first = parse_mark(p) == list->first_mark && list->keywords->count == 0;
    Expr *expr = parse_new_expr(p, EXPR_GENERATOR_EXP, list->open);
    expr->generator_exp.elt = element;
    parse_comprehensions(p, &expr->generator_exp.generators);
    parse_end_expr(p, expr);
    if (!is_first || list->is_class || !parse_at(p, TOK_RPAR))
        PARSE_REPORT(p, ((Span){element->span.start, p->last_end}), DIAG_BARE_GENERATOR);
    else
        expr->span.end = p->token.end;
    return expr;
}

static void plain_argument(Parser *p, ArgumentList *list)
{
    Expr *expr = parse_named_expression(p);
    if (parse_at(p, TOK_EQUAL)) {
        named_argument(p, list, expr);
        return;
    }
    if (parse_at_comprehension(p))
        expr = generator_argument(p, list, expr);
    if (list->unpacks_mapping)
        PARSE_REPORT(p, expr->span, DIAG_POSITIONAL_AFTER_DOUBLE_STAR);
    else if (list->keywords->count > 0)
        PARSE_REPORT(p, expr->span, DIAG_POSITIONAL_AFTER_KEYWORD);
    parse_push(p, expr);
}

// arguments: (argument (',' argument)* [',']) ')' with
// argument: named_expression [comprehensions] | NAME '=' expression | '*' expression | '**'
// expression
void parse_arguments(Parser *p, uint32_t open, bool is_class, ExprList *args, KeywordList *keywords)
{
    ArgumentList list = {is_class, open, parse_mark(p), keywords, false};
    while (!parse_at(p, TOK_RPAR)) {
        uint32_t start = p->token.start;
        if (parse_accept(p, TOK_DOUBLE_STAR)) {
            list.unpacks_mapping = true;
            keyword(p, &list, NULL, start);
        } else if (parse_at(p, TOK_STAR)) {
            starred_argument(p, &list);
        } else {
            plain_argument(p, &list);
        }
        if (!parse_accept(p, TOK_COMMA))
            break;
    }
    PARSE_TAKE(p, list.first_mark, args);
    if (!parse_accept(p, TOK_RPAR))
        parse_unexpected(p, "',' or ')'");
}

static bool ends_slice_part(const Parser *p)
{
    return parse_at(p, TOK_COLON) || parse_at(p, TOK_COMMA) || parse_at(p, TOK_RSQB);
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression | '*' expression
static Expr *slice(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *lower = NULL;
    if (parse_at(p, TOK_STAR))
        return starred(p);
    if (!parse_at(p, TOK_COLON)) {
        lower = parse_named_expression(p);
        bool is_bound = lower->kind != EXPR_NAMED_EXPR || lower->parenthesised;
        if (!parse_at(p, TOK_COLON) || !is_bound)
            return lower;
    }
    parse_next(p);
    Expr *expr = parse_new_expr(p, EXPR_SLICE, start);
    expr->slice.lower = lower;
    if (!ends_slice_part(p))
        expr->slice.upper = parse_expression(p);
    if (parse_accept(p, TOK_COLON) && !ends_slice_part(p))
        expr->slice.step = parse_expression(p);
    return parse_end_expr(p, expr);
}

// slices: slice | (slice (',' slice)* [',']) as a tuple; a single `*x` is a tuple as well
Expr *parse_slices(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *first = slice(p);
    if (!parse_at(p, TOK_COMMA) && first->kind != EXPR_STARRED)
        return first;
    Expr *tuple = parse_new_expr(p, EXPR_TUPLE, start);
    uint32_t mark = parse_mark(p);
    parse_push(p, first);
    while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RSQB))
        parse_push(p, slice(p));
    PARSE_TAKE(p, mark, &tuple->tuple.elts);
    return parse_end_expr(p, tuple);
}
