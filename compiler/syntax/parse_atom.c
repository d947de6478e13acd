// SPDX-License-Identifier: MIT
// Atoms: names, constants, and everything in brackets with its comprehensions.
#include "parse.h"

#include "literal.h"

// True at the `for` or `async for` of a comprehension.
bool parse_at_comprehension(const Parser *p)
{
    return parse_at(p, TOK_FOR) || parse_at(p, TOK_ASYNC);
}

// comprehensions: (['async'] 'for' targets 'in' disjunction ('if' disjunction)*)+
void parse_comprehensions(Parser *p, ComprehensionList *out)
{
    uint32_t mark = parse_mark(p);
    do {
        Comprehension *part = ARENA_NEW(p->arena, Comprehension);
        part->is_async = parse_accept(p, TOK_ASYNC);
        parse_expect(p, TOK_FOR);
        part->target = parse_target_list(p, TARGET_FOR);
        parse_expect_after(p, TOK_IN, "the target of 'for'");
        part->iter = parse_disjunction(p);
        uint32_t ifs = parse_mark(p);
        while (parse_accept(p, TOK_IF))
            parse_push(p, parse_disjunction(p));
        PARSE_TAKE(p, ifs, &part->ifs);
        parse_push(p, part);
    } while (parse_at_comprehension(p));
    PARSE_TAKE(p, mark, out);
}

static void reject_star(Parser *p, const Expr *element)
{
    if (element->kind == EXPR_STARRED)
        PARSE_REPORT(p, element->span, DIAG_STAR_IN_COMPREHENSION);
}

// The items of a display after its first, up to the closing bracket: (',' item)* [',']
static void more_items(Parser *p, TokenKind close)
{
    while (parse_accept(p, TOK_COMMA) && !parse_at(p, close))
        parse_push(p, parse_star_named_expression(p));
}

// A list of items is closed by its bracket, or went wrong where a comma is missing.
static void close_items(Parser *p, TokenKind close)
{
    if (parse_accept(p, close))
        return;
    parse_unexpected(p, arena_format(p->arena, "',' or %s", token_text(close)));
}

// group: '(' (yield | named_expression) ')'; the opening bracket and `inner` are read
static Expr *group(Parser *p, Expr *inner)
{
    if (inner->kind == EXPR_STARRED)
        PARSE_REPORT(p, inner->span, DIAG_STAR_ALONE);
    close_items(p, TOK_RPAR);
    inner->parenthesised = true;
    return inner;
}

// parenthesised: group | '(' [items] ')' | '(' named_expression comprehensions ')'
static Expr *parenthesised(Parser *p)
{
    uint32_t start = p->token.start;
    parse_next(p);
    if (parse_at(p, TOK_YIELD))
        return group(p, parse_yield(p));
    uint32_t mark = parse_mark(p);
    if (!parse_at(p, TOK_RPAR)) {
        Expr *first = parse_star_named_expression(p);
        if (parse_at_comprehension(p)) {
            Expr *expr = parse_new_expr(p, EXPR_GENERATOR_EXP, start);
            reject_star(p, first);
            expr->generator_exp.elt = first;
            parse_comprehensions(p, &expr->generator_exp.generators);
            parse_expect(p, TOK_RPAR);
            return parse_end_expr(p, expr);
        }
        if (!parse_at(p, TOK_COMMA))
            return group(p, first);
        parse_push(p, first);
        more_items(p, TOK_RPAR);
    }
    Expr *tuple = parse_new_expr(p, EXPR_TUPLE, start);
    tuple->parenthesised = true;
    PARSE_TAKE(p, mark, &tuple->tuple.elts);
    close_items(p, TOK_RPAR);
    return parse_end_expr(p, tuple);
}

// list: '[' [items] ']' | '[' named_expression comprehensions ']'
static Expr *list(Parser *p)
{
    Expr *expr = parse_new_expr(p, EXPR_LIST, p->token.start);
    parse_next(p);
    if (!parse_at(p, TOK_RSQB)) {
        Expr *first = parse_star_named_expression(p);
        if (parse_at_comprehension(p)) {
            reject_star(p, first);
            expr->kind = EXPR_LIST_COMP;
            expr->list_comp.elt = first;
            parse_comprehensions(p, &expr->list_comp.generators);
        } else {
            uint32_t mark = parse_mark(p);
            parse_push(p, first);
            more_items(p, TOK_RSQB);
            PARSE_TAKE(p, mark, &expr->list.elts);
        }
    }
    close_items(p, TOK_RSQB);
    return parse_end_expr(p, expr);
}

// Reads `key: value` or `**mapping` (a NULL key).
static void dict_item(Parser *p, Expr **key, Expr **value)
{
    if (parse_accept(p, TOK_DOUBLE_STAR)) {
        *key = NULL;
        *value = parse_bitwise_or(p);
        return;
    }
    *key = parse_expression(p);
    parse_expect_after(p, TOK_COLON, "a dictionary key");
    *value = parse_expression(p);
}

// dict: '{' [dict_item (',' dict_item)* [',']] '}'; the bracket and the first item are read
static void dict_rest(Parser *p, Expr *expr, Expr *key, Expr *value)
{
    // Keys and values are pushed in turn and taken apart at the end.
    uint32_t mark = parse_mark(p);
    parse_push(p, key);
    parse_push(p, value);
    while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RBRACE)) {
        dict_item(p, &key, &value);
        parse_push(p, key);
        parse_push(p, value);
    }
    uint32_t count = (p->pending.count - mark) / 2;
    Expr **keys = ARENA_NEW_ARRAY(p->arena, Expr *, count);
    Expr **values = ARENA_NEW_ARRAY(p->arena, Expr *, count);
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = p->pending.items[mark + 2 * i];
        values[i] = p->pending.items[mark + 2 * i + 1];
    }
    p->pending.count = mark;
    expr->dict.keys = (ExprList){keys, count, count};
    expr->dict.values = (ExprList){values, count, count};
}

// set: '{' items '}' | '{' named_expression comprehensions '}'; the first item is read
static void set_rest(Parser *p, Expr *expr, Expr *first)
{
    if (parse_at_comprehension(p)) {
        reject_star(p, first);
        expr->kind = EXPR_SET_COMP;
        expr->set_comp.elt = first;
        parse_comprehensions(p, &expr->set_comp.generators);
        return;
    }
    expr->kind = EXPR_SET;
    uint32_t mark = parse_mark(p);
    parse_push(p, first);
    more_items(p, TOK_RBRACE);
    PARSE_TAKE(p, mark, &expr->set.elts);
}

static void dict_or_set(Parser *p, Expr *expr)
{
    if (parse_at(p, TOK_DOUBLE_STAR)) {
        Expr *key;
        Expr *value;
        uint32_t start = p->token.start;
        dict_item(p, &key, &value);
        if (parse_at_comprehension(p))
            PARSE_FAIL(p, ((Span){start, p->last_end}), DIAG_STAR_IN_COMPREHENSION);
        dict_rest(p, expr, key, value);
        return;
    }
    Expr *first = parse_star_named_expression(p);
    bool is_key =
        first->kind != EXPR_STARRED && (first->kind != EXPR_NAMED_EXPR || first->parenthesised);
    if (!is_key || !parse_accept(p, TOK_COLON)) {
        set_rest(p, expr, first);
        return;
    }
    Expr *value = parse_expression(p);
    if (!parse_at_comprehension(p)) {
        dict_rest(p, expr, first, value);
        return;
    }
    expr->kind = EXPR_DICT_COMP;
    expr->dict_comp.key = first;
    expr->dict_comp.value = value;
    parse_comprehensions(p, &expr->dict_comp.generators);
}

static Expr *braces(Parser *p)
{
    Expr *expr = parse_new_expr(p, EXPR_DICT, p->token.start);
    parse_next(p);
    if (!parse_at(p, TOK_RBRACE))
        dict_or_set(p, expr);
    close_items(p, TOK_RBRACE);
    return parse_end_expr(p, expr);
}

static Expr *constant_word(Parser *p, const Constant *value)
{
    uint32_t start = p->token.start;
    parse_next(p);
    return parse_make_constant(p, value, start);
}

static Expr *number(Parser *p)
{
    Token token = p->token;
    parse_next(p);
    const Constant *value = literal_number(p->arena, p->source->text, token);
    if (value->kind == CONSTANT_COMPLEX)
        p->features |= FEATURE_COMPLEX;
    return parse_make_constant(p, value, token.start);
}

// atom: NAME | NUMBER | strings | 'True' | 'False' | 'None' | '...' | bracketed
Expr *parse_atom(Parser *p)
{
    switch (p->token.kind) {
    case TOK_NAME: {
        Span span = {p->token.start, p->token.end};
        return parse_make_name(p, parse_name(p), span, CTX_LOAD);
    }
    case TOK_INT:
    case TOK_FLOAT:
    case TOK_IMAGINARY:
        return number(p);
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START:
        return parse_strings(p);
    case TOK_LPAR:
        return parenthesised(p);
    case TOK_LSQB:
        return list(p);
    case TOK_LBRACE:
        return braces(p);
    case TOK_TRUE:
        return constant_word(p, constant_bool(true));
    case TOK_FALSE:
        return constant_word(p, constant_bool(false));
    case TOK_NONE:
        return constant_word(p, constant_none());
    case TOK_ELLIPSIS:
        return constant_word(p, constant_ellipsis());
    default:
        parse_unexpected(p, "an expression");
        return parse_make_constant(p, constant_none(), p->token.start);
    }
}
