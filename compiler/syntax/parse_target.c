// SPDX-License-Identifier: MIT
// Targets. The parser reads them as expressions, because only what follows tells that they are
// targets, and then turns them: sets their context and rejects what cannot be assigned to.
#include "parse.h"

#include <string.h>

const char *parse_describe_expr(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
    case EXPR_BIN_OP:
    case EXPR_UNARY_OP:
        return "an operation";
    case EXPR_NAMED_EXPR:
        return "a ':=' expression";
    case EXPR_LAMBDA:
        return "a lambda";
    case EXPR_IF_EXP:
        return "an 'if' expression";
    case EXPR_DICT:
        return "a dictionary display";
    case EXPR_SET:
        return "a set display";
    case EXPR_LIST_COMP:
        return "a list comprehension";
    case EXPR_SET_COMP:
        return "a set comprehension";
    case EXPR_DICT_COMP:
        return "a dictionary comprehension";
    case EXPR_GENERATOR_EXP:
        return "a generator expression";
    case EXPR_AWAIT:
        return "an 'await' expression";
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        return "a 'yield' expression";
    case EXPR_COMPARE:
        return "a comparison";
    case EXPR_CALL:
        return "a function call";
    case EXPR_FORMATTED_VALUE:
    case EXPR_JOINED_STR:
        return "an f-string";
    case EXPR_INTERPOLATION:
    case EXPR_TEMPLATE_STR:
        return "a t-string";
    case EXPR_CONSTANT:
        switch (expr->constant.value->kind) {
        case CONSTANT_NONE:
            return "None";
        case CONSTANT_TRUE:
            return "True";
        case CONSTANT_FALSE:
            return "False";
        case CONSTANT_ELLIPSIS:
            return "'...'";
        default:
            return "a literal";
        }
    case EXPR_ATTRIBUTE:
        return "an attribute";
    case EXPR_SUBSCRIPT:
        return "a subscript";
    case EXPR_STARRED:
        return "a starred expression";
    case EXPR_NAME:
        return "a name";
    case EXPR_LIST:
        return "a list";
    case EXPR_TUPLE:
        return "a tuple";
    case EXPR_SLICE:
        return "a slice";
    }
    return "an expression";
}

static void reject(Parser *p, const Expr *expr, TargetUse use)
{
    DiagCode code = use == TARGET_DELETE ? DIAG_CANNOT_DELETE : DIAG_CANNOT_ASSIGN;
    bool is_value = expr->kind == EXPR_CALL || expr->kind == EXPR_BIN_OP ||
                    expr->kind == EXPR_UNARY_OP || expr->kind == EXPR_CONSTANT;
    PARSE_REPORT(p, expr->span, code, parse_describe_expr(expr));
    const char *behind = p->source->text + expr->span.end;
    behind += strspn(behind, " ");
    if (!p->panic && lex_may_report(&p->lexer) && is_value && *behind == '=')
        diag_hint(p->diags, "write '==' to compare");
}

static void items_to_targets(Parser *p, const ExprList *items, TargetUse use)
{
    for (uint32_t i = 0; i < items->count; i++)
        parse_to_target(p, items->items[i], use);
}

// target: NAME | attribute | subscript | '(' target ')' | tuple or list of targets | '*' target
void parse_to_target(Parser *p, Expr *expr, TargetUse use)
{
    ExprContext ctx = use == TARGET_DELETE ? CTX_DEL : CTX_STORE;
    switch (expr->kind) {
    case EXPR_NAME:
        expr->name.ctx = ctx;
        break;
    case EXPR_ATTRIBUTE:
        expr->attribute.ctx = ctx;
        break;
    case EXPR_SUBSCRIPT:
        expr->subscript.ctx = ctx;
        break;
    case EXPR_TUPLE:
        expr->tuple.ctx = ctx;
        items_to_targets(p, &expr->tuple.elts, use);
        break;
    case EXPR_LIST:
        expr->list.ctx = ctx;
        items_to_targets(p, &expr->list.elts, use);
        break;
    case EXPR_STARRED:
        if (use == TARGET_DELETE) {
            reject(p, expr, use);
            break;
        }
        expr->starred.ctx = ctx;
        parse_to_target(p, expr->starred.value, use);
        break;
    default:
        reject(p, expr, use);
    }
}

// single_target: NAME | attribute | subscript | '(' single_target ')'
static bool is_single_target(const Expr *expr)
{
    return expr->kind == EXPR_NAME || expr->kind == EXPR_ATTRIBUTE || expr->kind == EXPR_SUBSCRIPT;
}

void parse_to_augmented_target(Parser *p, Expr *expr)
{
    if (is_single_target(expr))
        parse_to_target(p, expr, TARGET_ASSIGN);
    else
        PARSE_REPORT(p, expr->span, DIAG_BAD_AUGMENTED_TARGET, parse_describe_expr(expr));
}

void parse_to_annotated_target(Parser *p, Expr *expr)
{
    if (is_single_target(expr))
        parse_to_target(p, expr, TARGET_ASSIGN);
    else
        PARSE_FAIL(p, expr->span, DIAG_BAD_ANNOTATED_TARGET, parse_describe_expr(expr));
}

// star_target: '*' bitwise_or | bitwise_or, so that the `in` of a loop is left alone
static Expr *star_target(Parser *p)
{
    if (!parse_at(p, TOK_STAR))
        return parse_bitwise_or(p);
    return parse_star_expression(p);
}

static Expr *finish(Parser *p, Expr *expr, TargetUse use)
{
    if (!p->panic)
        parse_to_target(p, expr, use);
    return expr;
}

// One target without a comma.
Expr *parse_target(Parser *p, TargetUse use)
{
    return finish(p, star_target(p), use);
}

// targets: star_target (',' star_target)* [',']
Expr *parse_target_list(Parser *p, TargetUse use)
{
    uint32_t start = p->token.start;
    return finish(p, parse_tuple_rest(p, start, star_target(p), star_target), use);
}
