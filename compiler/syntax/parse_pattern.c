// SPDX-License-Identifier: MIT
// Patterns of the match statement.
#include "parse.h"

#include "literal.h"

static Pattern *new_pattern(Parser *p, PatternKind kind, uint32_t start)
{
    Pattern *pattern = ARENA_NEW(p->arena, Pattern);
    pattern->kind = kind;
    pattern->span.start = start;
    return pattern;
}

static Pattern *end_pattern(Parser *p, Pattern *pattern)
{
    pattern->span.end = p->last_end;
    return pattern;
}

static Pattern *pattern(Parser *p);

// A name to bind, or NULL for the wildcard `_`.
static const Name *capture_name(Parser *p)
{
    bool is_wildcard = parse_is_word(p, "_");
    const Name *name = parse_name(p);
    return is_wildcard ? NULL : name;
}

// number: ['-'] NUMBER, `real` without an imaginary one
static Expr *signed_number(Parser *p, bool real, bool imaginary)
{
    uint32_t start = p->token.start;
    bool is_negative = parse_accept(p, TOK_MINUS);
    Token token = p->token;
    bool is_real = token.kind == TOK_INT || token.kind == TOK_FLOAT;
    if (!(is_real && real) && !(token.kind == TOK_IMAGINARY && imaginary))
        parse_unexpected(p,
                         real ? imaginary ? "a number" : "a real number" : "an imaginary number");
    else
        parse_next(p);
    if (p->panic)
        return parse_make_constant(p, constant_none(), start);
    const Constant *value = literal_number(p->arena, p->source->text, token);
    if (value->kind == CONSTANT_COMPLEX)
        p->features |= FEATURE_COMPLEX;
    Expr *number = parse_make_constant(p, value, token.start);
    if (!is_negative)
        return number;
    Expr *expr = parse_new_expr(p, EXPR_UNARY_OP, start);
    expr->unary_op.op = UNARY_USUB;
    expr->unary_op.operand = number;
    return parse_end_expr(p, expr);
}

// number_literal: number [('+' | '-') imaginary]
static Expr *number_literal(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *left = signed_number(p, true, true);
    if (!parse_at(p, TOK_PLUS) && !parse_at(p, TOK_MINUS))
        return left;
    const Expr *number = left->kind == EXPR_UNARY_OP ? left->unary_op.operand : left;
    if (!p->panic && number->constant.value->kind == CONSTANT_COMPLEX)
        PARSE_FAIL(p, left->span, DIAG_COMPLEX_PATTERN);
    Expr *expr = parse_new_expr(p, EXPR_BIN_OP, start);
    expr->bin_op.op = parse_at(p, TOK_PLUS) ? BINARY_ADD : BINARY_SUB;
    parse_next(p);
    expr->bin_op.left = left;
    if (parse_at(p, TOK_MINUS))
        parse_unexpected(p, "an imaginary number");
    expr->bin_op.right = signed_number(p, false, true);
    return parse_end_expr(p, expr);
}

// dotted: NAME ('.' NAME)*; the first name is read
static Expr *dotted(Parser *p, const Name *name, Span span)
{
    Expr *expr = parse_make_name(p, name, span, CTX_LOAD);
    while (parse_accept(p, TOK_DOT)) {
        Expr *outer = parse_new_expr(p, EXPR_ATTRIBUTE, span.start);
        outer->attribute.value = expr;
        outer->attribute.attr = parse_name(p);
        expr = parse_end_expr(p, outer);
    }
    return expr;
}

static bool at_number(const Parser *p)
{
    return parse_at(p, TOK_INT) || parse_at(p, TOK_FLOAT) || parse_at(p, TOK_IMAGINARY) ||
           parse_at(p, TOK_MINUS);
}

static bool at_string(const Parser *p)
{
    return parse_at(p, TOK_STRING) || parse_at(p, TOK_FSTRING_START) ||
           parse_at(p, TOK_TSTRING_START);
}

// The value of True, False or None at the current token, else NULL.
static const Constant *singleton(const Parser *p)
{
    switch (p->token.kind) {
    case TOK_TRUE:
        return constant_bool(true);
    case TOK_FALSE:
        return constant_bool(false);
    case TOK_NONE:
        return constant_none();
    default:
        return NULL;
    }
}

static Expr *string_literal(Parser *p)
{
    Expr *expr = parse_strings(p);
    if (expr->kind != EXPR_CONSTANT)
        PARSE_REPORT(p, expr->span, DIAG_FSTRING_PATTERN, parse_describe_expr(expr));
    return expr;
}

// The items of a class pattern, positional ones before `name=pattern`.
static void class_items(Parser *p, NodeMatchClass *node)
{
    while (!parse_at(p, TOK_RPAR)) {
        Token first = p->token;
        bool may_name = parse_at(p, TOK_NAME);
        Pattern *item = pattern(p);
        bool is_name = may_name && item->kind == PATTERN_MATCH_AS && !item->match_as.pattern &&
                       p->last_end == first.end;
        if (is_name && parse_accept(p, TOK_EQUAL)) {
            VEC_PUSH(p->arena, &node->kwd_attrs, parse_name_of(p, first));
            VEC_PUSH(p->arena, &node->kwd_patterns, pattern(p));
        } else {
            if (node->kwd_attrs.count > 0)
                PARSE_REPORT(p, item->span, DIAG_POSITIONAL_PATTERN_LATE);
            VEC_PUSH(p->arena, &node->patterns, item);
        }
        if (!parse_accept(p, TOK_COMMA))
            break;
    }
    if (!parse_accept(p, TOK_RPAR))
        parse_unexpected(p, "',' or ')'");
}

// name_pattern: NAME | '_' | dotted | dotted '(' class_items ')'
static Pattern *name_pattern(Parser *p)
{
    Span span = {p->token.start, p->token.end};
    bool is_wildcard = parse_is_word(p, "_");
    const Name *name = parse_name(p);
    if (is_wildcard || (!parse_at(p, TOK_DOT) && !parse_at(p, TOK_LPAR))) {
        Pattern *capture = new_pattern(p, PATTERN_MATCH_AS, span.start);
        capture->match_as.name = is_wildcard ? NULL : name;
        return end_pattern(p, capture);
    }
    Expr *expr = dotted(p, name, span);
    if (!parse_accept(p, TOK_LPAR)) {
        Pattern *value = new_pattern(p, PATTERN_MATCH_VALUE, span.start);
        value->match_value.value = expr;
        return end_pattern(p, value);
    }
    Pattern *node = new_pattern(p, PATTERN_MATCH_CLASS, span.start);
    node->match_class.cls = expr;
    class_items(p, &node->match_class);
    return end_pattern(p, node);
}

// star_pattern: '*' (NAME | '_')
static Pattern *star_pattern(Parser *p)
{
    Pattern *node = new_pattern(p, PATTERN_MATCH_STAR, p->token.start);
    parse_next(p);
    node->match_star.name = capture_name(p);
    return end_pattern(p, node);
}

static Pattern *maybe_star_pattern(Parser *p)
{
    return parse_at(p, TOK_STAR) ? star_pattern(p) : pattern(p);
}

// sequence: '[' [items] ']' | '(' [item ',' [items]] ')'; one pattern in round brackets is itself
static Pattern *bracketed_pattern(Parser *p, TokenKind close)
{
    Pattern *node = new_pattern(p, PATTERN_MATCH_SEQUENCE, p->token.start);
    uint32_t mark = parse_mark(p);
    bool has_comma = false;
    parse_next(p);
    while (!parse_at(p, close)) {
        parse_push(p, maybe_star_pattern(p));
        if (!parse_accept(p, TOK_COMMA))
            break;
        has_comma = true;
    }
    PARSE_TAKE(p, mark, &node->match_sequence.patterns);
    if (!parse_accept(p, close))
        parse_unexpected(p, close == TOK_RPAR ? "',' or ')'" : "',' or ']'");
    bool is_group = close == TOK_RPAR && !has_comma && node->match_sequence.patterns.count == 1;
    if (!is_group)
        return end_pattern(p, node);
    Pattern *inner = node->match_sequence.patterns.items[0];
    if (inner->kind == PATTERN_MATCH_STAR)
        PARSE_REPORT(p, inner->span, DIAG_STAR_ALONE);
    return inner;
}

// mapping_key: number_literal | strings | 'None' | 'True' | 'False' | NAME ('.' NAME)+
static Expr *mapping_key(Parser *p)
{
    uint32_t start = p->token.start;
    if (at_number(p))
        return number_literal(p);
    if (at_string(p))
        return string_literal(p);
    const Constant *value = singleton(p);
    if (value) {
        parse_next(p);
        return parse_make_constant(p, value, start);
    }
    Span span = {start, p->token.end};
    if (!parse_at(p, TOK_NAME))
        parse_unexpected(p, "a literal or a dotted name as the key of a mapping pattern");
    Expr *expr = dotted(p, parse_name(p), span);
    if (expr->kind == EXPR_NAME)
        parse_unexpected(p, "'.' after a name that is the key of a mapping pattern");
    return expr;
}

// mapping: '{' [item (',' item)*] [','] '}', item: mapping_key ':' pattern | '**' NAME, that last
static Pattern *mapping_pattern(Parser *p)
{
    Pattern *node = new_pattern(p, PATTERN_MATCH_MAPPING, p->token.start);
    NodeMatchMapping *mapping = &node->match_mapping;
    parse_next(p);
    while (!parse_at(p, TOK_RBRACE)) {
        if (mapping->rest) {
            parse_unexpected(p, "'}' after '**' in a mapping pattern");
        } else if (parse_accept(p, TOK_DOUBLE_STAR)) {
            if (parse_is_word(p, "_"))
                parse_unexpected(p, "a name other than '_' after '**'");
            mapping->rest = parse_name(p);
        } else {
            VEC_PUSH(p->arena, &mapping->keys, mapping_key(p));
            parse_expect_after(p, TOK_COLON, "the key of a mapping pattern");
            VEC_PUSH(p->arena, &mapping->patterns, pattern(p));
        }
        if (!parse_accept(p, TOK_COMMA))
            break;
    }
    if (!parse_accept(p, TOK_RBRACE))
        parse_unexpected(p, "',' or '}'");
    return end_pattern(p, node);
}

static Pattern *value_pattern(Parser *p, uint32_t start, Expr *value)
{
    Pattern *node = new_pattern(p, PATTERN_MATCH_VALUE, start);
    node->match_value.value = value;
    return end_pattern(p, node);
}

// closed_pattern: number_literal | strings | 'None' | 'True' | 'False' | name_pattern | sequence
//               | mapping | '(' pattern ')'
static Pattern *closed_pattern(Parser *p)
{
    uint32_t start = p->token.start;
    if (at_number(p))
        return value_pattern(p, start, number_literal(p));
    if (at_string(p))
        return value_pattern(p, start, string_literal(p));
    const Constant *value = singleton(p);
    if (value) {
        Pattern *node = new_pattern(p, PATTERN_MATCH_SINGLETON, start);
        node->match_singleton.value = value;
        parse_next(p);
        return end_pattern(p, node);
    }
    switch (p->token.kind) {
    case TOK_NAME:
        return name_pattern(p);
    case TOK_LPAR:
        return bracketed_pattern(p, TOK_RPAR);
    case TOK_LSQB:
        return bracketed_pattern(p, TOK_RSQB);
    case TOK_LBRACE:
        return mapping_pattern(p);
    default:
        parse_unexpected(p, "a pattern");
        return new_pattern(p, PATTERN_MATCH_AS, start);
    }
}

// or_pattern: closed_pattern ('|' closed_pattern)*
static Pattern *or_pattern(Parser *p)
{
    uint32_t start = p->token.start;
    Pattern *first = closed_pattern(p);
    if (!parse_at(p, TOK_VBAR))
        return first;
    Pattern *node = new_pattern(p, PATTERN_MATCH_OR, start);
    uint32_t mark = parse_mark(p);
    parse_push(p, first);
    while (parse_accept(p, TOK_VBAR))
        parse_push(p, closed_pattern(p));
    PARSE_TAKE(p, mark, &node->match_or.patterns);
    return end_pattern(p, node);
}

// pattern: or_pattern ['as' NAME]
static Pattern *pattern(Parser *p)
{
    uint32_t start = p->token.start;
    parse_enter(p);
    Pattern *inner = or_pattern(p);
    parse_leave(p);
    if (!parse_accept(p, TOK_AS))
        return inner;
    Pattern *node = new_pattern(p, PATTERN_MATCH_AS, start);
    if (parse_is_word(p, "_"))
        parse_unexpected(p, "a name other than '_' after 'as'");
    node->match_as.pattern = inner;
    node->match_as.name = parse_name(p);
    return end_pattern(p, node);
}

static bool ends_patterns(const Parser *p)
{
    return parse_at(p, TOK_COLON) || parse_at(p, TOK_IF) || p->panic;
}

// patterns: maybe_star_pattern ',' [maybe_star_pattern (',' maybe_star_pattern)* [',']] | pattern
Pattern *parse_patterns(Parser *p)
{
    uint32_t start = p->token.start;
    Pattern *first = maybe_star_pattern(p);
    if (!parse_at(p, TOK_COMMA)) {
        if (first->kind == PATTERN_MATCH_STAR)
            PARSE_REPORT(p, first->span, DIAG_STAR_ALONE);
        return first;
    }
    Pattern *node = new_pattern(p, PATTERN_MATCH_SEQUENCE, start);
    uint32_t mark = parse_mark(p);
    parse_push(p, first);
    while (parse_accept(p, TOK_COMMA) && !ends_patterns(p))
        parse_push(p, maybe_star_pattern(p));
    PARSE_TAKE(p, mark, &node->match_sequence.patterns);
    return end_pattern(p, node);
}
