// SPDX-License-Identifier: MIT
// Parameters of functions and lambdas, and type parameters. A lambda's list ends at a colon and
// has no annotations.
#include "parse.h"

typedef struct {
    Arguments *out;
    bool annotated; // annotations are allowed: not in a lambda
    bool seen_slash;
    bool seen_star; // `*` or `*args`: keyword-only parameters follow
    bool bare_star; // `*` that still needs a parameter behind it
} ParameterList;

// param: NAME [':' expression]; the annotation of *args may be starred
static Arg *param(Parser *p, const ParameterList *list, bool may_star)
{
    Arg *arg = ARENA_NEW(p->arena, Arg);
    uint32_t start = p->token.start;
    arg->arg = parse_name(p);
    if (list->annotated && parse_accept(p, TOK_COLON)) {
        p->features |= FEATURE_TYPES;
        arg->annotation = may_star ? parse_star_expression(p) : parse_expression(p);
    }
    arg->span = (Span){start, p->last_end};
    return arg;
}

static void reject_default(Parser *p, const char *what)
{
    if (parse_at(p, TOK_EQUAL))
        PARSE_FAIL(p, ((Span){p->token.start, p->token.end}), DIAG_DEFAULT_NOT_ALLOWED, what);
}

// Everything before a slash is positional-only.
static void slash(Parser *p, ParameterList *list)
{
    Span span = {p->token.start, p->token.end};
    if (list->seen_slash)
        PARSE_FAIL(p, span, DIAG_TWO_SLASHES);
    else if (list->seen_star)
        PARSE_FAIL(p, span, DIAG_SLASH_AFTER_STAR);
    else if (list->out->args.count == 0)
        PARSE_FAIL(p, span, DIAG_SLASH_FIRST);
    list->seen_slash = true;
    list->out->posonlyargs = list->out->args;
    list->out->args = (ArgList){0};
    parse_next(p);
}

static void star(Parser *p, ParameterList *list)
{
    Span span = {p->token.start, p->token.end};
    if (list->seen_star)
        PARSE_FAIL(p, span, DIAG_TWO_STARS);
    list->seen_star = true;
    parse_next(p);
    if (parse_at(p, TOK_COMMA)) {
        list->bare_star = true;
    } else if (!parse_at(p, TOK_NAME)) {
        parse_unexpected(p, "a name or ',' after '*'");
    } else {
        list->out->vararg = param(p, list, true);
        reject_default(p, "'*' parameter");
    }
}

static void double_star(Parser *p, ParameterList *list)
{
    if (list->bare_star)
        PARSE_FAIL(p, ((Span){p->token.start, p->token.end}), DIAG_NOTHING_AFTER_STAR);
    parse_next(p);
    list->out->kwarg = param(p, list, false);
    reject_default(p, "'**' parameter");
}

static void keyword_only(Parser *p, ParameterList *list)
{
    list->bare_star = false;
    VEC_PUSH(p->arena, &list->out->kwonlyargs, param(p, list, false));
    Expr *value = parse_accept(p, TOK_EQUAL) ? parse_expression(p) : NULL;
    VEC_PUSH(p->arena, &list->out->kw_defaults, value);
}

static void positional(Parser *p, ParameterList *list)
{
    Arg *arg = param(p, list, false);
    VEC_PUSH(p->arena, &list->out->args, arg);
    if (parse_accept(p, TOK_EQUAL))
        VEC_PUSH(p->arena, &list->out->defaults, parse_expression(p));
    else if (list->out->defaults.count > 0)
        PARSE_REPORT(p, arg->span, DIAG_MISSING_DEFAULT, arg->arg->text);
}

// parameters: (parameter (',' parameter)* [',']) before the token `end`, with parameter:
// param ['=' expression] | '/' | '*' [param] | '**' param
Arguments *parse_parameters(Parser *p, TokenKind end)
{
    ParameterList list = {ARENA_NEW(p->arena, Arguments), end == TOK_RPAR, false, false, false};
    while (!parse_at(p, end) && !list.out->kwarg) {
        if (parse_at(p, TOK_SLASH))
            slash(p, &list);
        else if (parse_at(p, TOK_STAR))
            star(p, &list);
        else if (parse_at(p, TOK_DOUBLE_STAR))
            double_star(p, &list);
        else if (!parse_at(p, TOK_NAME))
            parse_unexpected(p, "a parameter");
        else if (list.seen_star)
            keyword_only(p, &list);
        else
            positional(p, &list);
        if (!parse_accept(p, TOK_COMMA))
            break;
    }
    if (list.out->kwarg && !parse_at(p, end))
        parse_unexpected(p, "no parameter after '**'");
    else if (list.bare_star)
        PARSE_FAIL(p, ((Span){p->token.start, p->token.end}), DIAG_NOTHING_AFTER_STAR);
    return list.out;
}

// type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression]
//           | '**' NAME ['=' expression]
static TypeParam *type_param(Parser *p)
{
    TypeParam *node = ARENA_NEW(p->arena, TypeParam);
    node->span.start = p->token.start;
    if (parse_accept(p, TOK_STAR))
        node->kind = TYPE_PARAM_TYPE_VAR_TUPLE;
    else if (parse_accept(p, TOK_DOUBLE_STAR))
        node->kind = TYPE_PARAM_PARAM_SPEC;
    node->name = parse_name(p);
    if (node->kind == TYPE_PARAM_TYPE_VAR && parse_accept(p, TOK_COLON))
        node->bound = parse_expression(p);
    if (parse_accept(p, TOK_EQUAL)) {
        bool may_star = node->kind == TYPE_PARAM_TYPE_VAR_TUPLE;
        node->default_value = may_star ? parse_star_expression(p) : parse_expression(p);
    }
    node->span.end = p->last_end;
    return node;
}

// type_params: ['[' type_param (',' type_param)* [','] ']']
void parse_type_params(Parser *p, TypeParamList *out)
{
    if (!parse_accept(p, TOK_LSQB))
        return;
    uint32_t mark = parse_mark(p);
    p->features |= FEATURE_TYPES;
    do {
        parse_push(p, type_param(p));
    } while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RSQB));
    PARSE_TAKE(p, mark, out);
    parse_expect(p, TOK_RSQB);
}
