// SPDX-License-Identifier: MIT
// Expressions from the loosest binding downwards to operands with their trailers. Binary operators
// climb by the levels in token.def, so a chain of any length takes no recursion.
#include "parse.h"

// True when the current token can begin an expression (or `*x`), to tell `return` from `return x`.
bool parse_starts_expression(const Parser *p)
{
    switch (p->token.kind) {
    case TOK_NAME:
    case TOK_INT:
    case TOK_FLOAT:
    case TOK_IMAGINARY:
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START:
    case TOK_LPAR:
    case TOK_LSQB:
    case TOK_LBRACE:
    case TOK_ELLIPSIS:
    case TOK_PLUS:
    case TOK_MINUS:
    case TOK_TILDE:
    case TOK_STAR:
    case TOK_FALSE:
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_AWAIT:
    case TOK_LAMBDA:
    case TOK_NOT:
        return true;
    default:
        return false;
    }
}

// Whether a built-in class that can be written with parameters has the name.
static bool may_be_generic(const Name *name)
{
    switch (name->size) {
    case 3:
        return name_is(name, "set");
    case 4:
        return name_is(name, "list") || name_is(name, "dict") || name_is(name, "type");
    case 5:
        return name_is(name, "tuple");
    default:
        return name_is(name, "frozenset");
    }
}

// primary: atom | primary '.' NAME | primary '(' [arguments] ')' | primary '[' slices ']'
static Expr *primary(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *expr = parse_atom(p);
    for (;;) {
        Expr *outer;
        if (parse_accept(p, TOK_DOT)) {
            outer = parse_new_expr(p, EXPR_ATTRIBUTE, start);
            outer->attribute.value = expr;
            outer->attribute.attr = parse_name(p);
        } else if (parse_at(p, TOK_LPAR)) {
            outer = parse_new_expr(p, EXPR_CALL, start);
            outer->call.func = expr;
            uint32_t open = p->token.start;
            parse_next(p);
            parse_arguments(p, open, false, &outer->call.args, &outer->call.keywords);
        } else if (parse_accept(p, TOK_LSQB)) {
            outer = parse_new_expr(p, EXPR_SUBSCRIPT, start);
            outer->subscript.value = expr;
            if (expr->kind == EXPR_NAME && may_be_generic(expr->name.id))
                p->features |= FEATURE_GENERICS;
            outer->subscript.slice = parse_slices(p);
            parse_expect(p, TOK_RSQB);
        } else {
            return expr;
        }
        expr = parse_end_expr(p, outer);
    }
}

// await_primary: 'await' primary | primary
static Expr *await_primary(Parser *p)
{
    if (!parse_at(p, TOK_AWAIT))
        return primary(p);
    Expr *expr = parse_new_expr(p, EXPR_AWAIT, p->token.start);
    parse_next(p);
    expr->await.value = primary(p);
    return parse_end_expr(p, expr);
}

static Expr *unary(Parser *p);

// power: await_primary ['**' unary]
static Expr *power(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *left = await_primary(p);
    if (!parse_accept(p, TOK_DOUBLE_STAR))
        return left;
    Expr *expr = parse_new_expr(p, EXPR_BIN_OP, start);
    expr->bin_op.op = BINARY_POW;
    expr->bin_op.left = left;
    parse_enter(p);
    expr->bin_op.right = unary(p);
    parse_leave(p);
    return parse_end_expr(p, expr);
}

// unary: ('+' | '-' | '~') unary | power
static Expr *unary(Parser *p)
{
    UnaryOperator op;
    switch (p->token.kind) {
    case TOK_PLUS:
        op = UNARY_UADD;
        break;
    case TOK_MINUS:
        op = UNARY_USUB;
        break;
    case TOK_TILDE:
        op = UNARY_INVERT;
        break;
    default:
        return power(p);
    }
    Expr *expr = parse_new_expr(p, EXPR_UNARY_OP, p->token.start);
    expr->unary_op.op = op;
    parse_next(p);
    parse_enter(p);
    expr->unary_op.operand = unary(p);
    parse_leave(p);
    return parse_end_expr(p, expr);
}

// The level of a binary operator and what it is; 0 for every other token.
static uint32_t binary_level(TokenKind kind, BinaryOperator *op)
{
    switch (kind) {
#define BINARY_TOKEN(kind, operator, level)                                                        \
    case TOK_##kind:                                                                               \
        *op = BINARY_##operator;                                                                   \
        return level;
#include "token.def"
#undef BINARY_TOKEN
    default:
        return 0;
    }
}

// binary(level): operands of unary joined by operators of at least that level, to the left; the
// first operand is read
static Expr *binary_rest(Parser *p, uint32_t start, Expr *left, uint32_t least)
{
    for (;;) {
        BinaryOperator op;
        uint32_t level = binary_level(p->token.kind, &op);
        if (level < least || level == 0)
            return left;
        parse_next(p);
        Expr *expr = parse_new_expr(p, EXPR_BIN_OP, start);
        expr->bin_op.op = op;
        if (op == BINARY_BIT_OR)
            p->features |= FEATURE_UNIONS;
        expr->bin_op.left = left;
        uint32_t right_start = p->token.start;
        expr->bin_op.right = unary(p);
        expr->bin_op.right = binary_rest(p, right_start, expr->bin_op.right, level + 1);
        left = parse_end_expr(p, expr);
    }
}

Expr *parse_bitwise_or(Parser *p)
{
    uint32_t start = p->token.start;
    return binary_rest(p, start, unary(p), 1);
}

// Reads a comparison operator; false when the token is none.
static bool accept_comparison(Parser *p, CompareOperator *op)
{
    switch (p->token.kind) {
    case TOK_EQ_EQUAL:
        *op = COMPARE_EQ;
        break;
    case TOK_NOT_EQUAL:
        *op = COMPARE_NOT_EQ;
        break;
    case TOK_LESS:
        *op = COMPARE_LT;
        break;
    case TOK_LESS_EQUAL:
        *op = COMPARE_LTE;
        break;
    case TOK_GREATER:
        *op = COMPARE_GT;
        break;
    case TOK_GREATER_EQUAL:
        *op = COMPARE_GTE;
        break;
    case TOK_IN:
        *op = COMPARE_IN;
        break;
    case TOK_NOT:
        *op = COMPARE_NOT_IN;
        parse_next(p);
        return parse_expect_after(p, TOK_IN, "'not'");
    case TOK_IS:
        parse_next(p);
        *op = parse_accept(p, TOK_NOT) ? COMPARE_IS_NOT : COMPARE_IS;
        return true;
    default:
        return false;
    }
    parse_next(p);
    return true;
}

// comparison: bitwise_or (compare_op bitwise_or)*
static Expr *comparison(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *left = parse_bitwise_or(p);
    CompareOperator op;
    if (!accept_comparison(p, &op))
        return left;
    Expr *expr = parse_new_expr(p, EXPR_COMPARE, start);
    expr->compare.left = left;
    uint32_t mark = parse_mark(p);
    do {
        VEC_PUSH(p->arena, &expr->compare.ops, op);
        parse_push(p, parse_bitwise_or(p));
    } while (accept_comparison(p, &op));
    PARSE_TAKE(p, mark, &expr->compare.comparators);
    return parse_end_expr(p, expr);
}

static Expr *inversion(Parser *p);

static Expr *negation(Parser *p)
{
    Expr *expr = parse_new_expr(p, EXPR_UNARY_OP, p->token.start);
    expr->unary_op.op = UNARY_NOT;
    parse_next(p);
    parse_enter(p);
    expr->unary_op.operand = inversion(p);
    parse_leave(p);
    return parse_end_expr(p, expr);
}

// inversion: 'not' inversion | comparison
static Expr *inversion(Parser *p)
{
    return parse_at(p, TOK_NOT) ? negation(p) : comparison(p);
}

// (kind operand)*; the first operand is read
static inline Expr *bool_rest(Parser *p, uint32_t start, Expr *first, TokenKind kind,
                              BoolOperator op, Expr *(*operand)(Parser *))
{
    if (!parse_at(p, kind))
        return first;
    Expr *expr = parse_new_expr(p, EXPR_BOOL_OP, start);
    expr->bool_op.op = op;
    uint32_t mark = parse_mark(p);
    parse_push(p, first);
    while (parse_accept(p, kind))
        parse_push(p, operand(p));
    PARSE_TAKE(p, mark, &expr->bool_op.values);
    return parse_end_expr(p, expr);
}

// conjunction: inversion ('and' inversion)*
static Expr *conjunction(Parser *p)
{
    uint32_t start = p->token.start;
    return bool_rest(p, start, inversion(p), TOK_AND, BOOL_AND, inversion);
}

// disjunction: conjunction ('or' conjunction)*
Expr *parse_disjunction(Parser *p)
{
    uint32_t start = p->token.start;
    return bool_rest(p, start, conjunction(p), TOK_OR, BOOL_OR, conjunction);
}

// lambda: 'lambda' [parameters] ':' expression
static Expr *lambda(Parser *p)
{
    Expr *expr = parse_new_expr(p, EXPR_LAMBDA, p->token.start);
    parse_next(p);
    expr->lambda.args = parse_parameters(p, TOK_COLON);
    parse_expect_after(p, TOK_COLON, "the parameters of lambda");
    expr->lambda.body = parse_expression(p);
    return parse_end_expr(p, expr);
}

// conditional: disjunction ['if' disjunction 'else' expression]
static Expr *conditional(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *body = parse_disjunction(p);
    if (!parse_accept(p, TOK_IF))
        return body;
    Expr *expr = parse_new_expr(p, EXPR_IF_EXP, start);
    expr->if_exp.body = body;
    expr->if_exp.test = parse_disjunction(p);
    parse_expect_after(p, TOK_ELSE, "the condition of an 'if' expression");
    expr->if_exp.orelse = parse_expression(p);
    return parse_end_expr(p, expr);
}

// expression: conditional | lambda
Expr *parse_expression(Parser *p)
{
    parse_enter(p);
    Expr *expr = parse_at(p, TOK_LAMBDA) ? lambda(p) : conditional(p);
    parse_leave(p);
    return expr;
}

// named_expression: NAME ':=' expression | expression
Expr *parse_named_expression(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *target = parse_expression(p);
    if (!parse_at(p, TOK_COLON_EQUAL))
        return target;
    if (target->kind != EXPR_NAME || target->parenthesised)
        PARSE_FAIL(p, target->span, DIAG_BAD_WALRUS, parse_describe_expr(target));
    parse_next(p);
    Expr *expr = parse_new_expr(p, EXPR_NAMED_EXPR, start);
    if (target->kind == EXPR_NAME)
        target->name.ctx = CTX_STORE;
    expr->named_expr.target = target;
    expr->named_expr.value = parse_expression(p);
    return parse_end_expr(p, expr);
}

// starred: '*' bitwise_or; the token is the star
static Expr *starred(Parser *p)
{
    Expr *expr = parse_new_expr(p, EXPR_STARRED, p->token.start);
    parse_next(p);
    expr->starred.value = parse_bitwise_or(p);
    return parse_end_expr(p, expr);
}

// star_expression: '*' bitwise_or | expression
Expr *parse_star_expression(Parser *p)
{
    return parse_at(p, TOK_STAR) ? starred(p) : parse_expression(p);
}

// star_named_expression: '*' bitwise_or | named_expression
Expr *parse_star_named_expression(Parser *p)
{
    return parse_at(p, TOK_STAR) ? starred(p) : parse_named_expression(p);
}

// The rest of a tuple without brackets when a comma follows its first item: (',' item)* [',']
Expr *parse_tuple_rest(Parser *p, uint32_t start, Expr *first, Expr *(*item)(Parser *))
{
    if (!parse_at(p, TOK_COMMA))
        return first;
    Expr *tuple = parse_new_expr(p, EXPR_TUPLE, start);
    uint32_t mark = parse_mark(p);
    parse_push(p, first);
    while (parse_accept(p, TOK_COMMA) && parse_starts_expression(p))
        parse_push(p, item(p));
    PARSE_TAKE(p, mark, &tuple->tuple.elts);
    return parse_end_expr(p, tuple);
}

// star_expressions: star_expression (',' star_expression)* [',']
Expr *parse_star_expressions(Parser *p)
{
    uint32_t start = p->token.start;
    return parse_tuple_rest(p, start, parse_star_expression(p), parse_star_expression);
}

// expressions: expression (',' expression)* [',']
Expr *parse_expressions(Parser *p)
{
    uint32_t start = p->token.start;
    return parse_tuple_rest(p, start, parse_expression(p), parse_expression);
}

// yield: 'yield' 'from' expression | 'yield' [star_expressions]
Expr *parse_yield(Parser *p)
{
    uint32_t start = p->token.start;
    parse_next(p);
    Expr *expr;
    if (parse_accept(p, TOK_FROM)) {
        expr = parse_new_expr(p, EXPR_YIELD_FROM, start);
        expr->yield_from.value = parse_expression(p);
    } else {
        expr = parse_new_expr(p, EXPR_YIELD, start);
        if (parse_starts_expression(p))
            expr->yield.value = parse_star_expressions(p);
    }
    return parse_end_expr(p, expr);
}

// yield | star_expressions
Expr *parse_yield_or_expressions(Parser *p)
{
    return parse_at(p, TOK_YIELD) ? parse_yield(p) : parse_star_expressions(p);
}
