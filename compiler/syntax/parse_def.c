// SPDX-License-Identifier: MIT
// Functions, classes and their decorators.
#include "parse.h"

// function: 'def' NAME [type_params] '(' parameters ')' ['->' expression] ':' block
Stmt *parse_function(Parser *p, uint32_t start, bool is_async)
{
    Stmt *stmt = parse_new_stmt(p, is_async ? STMT_ASYNC_FUNCTION_DEF : STMT_FUNCTION_DEF, start);
    NodeFunctionDef node = {0};
    uint32_t header = p->token.start;
    parse_next(p);
    stmt->name_span = (Span){p->token.start, p->token.end};
    node.name = parse_name(p);
    parse_type_params(p, &node.type_params);
    parse_expect_after(p, TOK_LPAR, "the name of a function");
    node.args = parse_parameters(p, TOK_RPAR);
    if (!parse_accept(p, TOK_RPAR))
        parse_unexpected(p, "',' or ')'");
    if (parse_accept(p, TOK_ARROW)) {
        p->features |= FEATURE_TYPES;
        node.returns = parse_expression(p);
    }
    parse_expect_after(p, TOK_COLON, "the header of a function");
    parse_block(p, "the header of a function", header, &node.body);
    if (is_async)
        stmt->async_function_def =
            (NodeAsyncFunctionDef){node.name,    node.args,        node.body, node.decorator_list,
                                   node.returns, node.type_params, 0};
    else
        stmt->function_def = node;
    return parse_end_stmt(p, stmt);
}

// class: 'class' NAME [type_params] ['(' arguments ')'] ':' block
Stmt *parse_class(Parser *p, uint32_t start)
{
    Stmt *stmt = parse_new_stmt(p, STMT_CLASS_DEF, start);
    NodeClassDef *node = &stmt->class_def;
    parse_next(p);
    stmt->name_span = (Span){p->token.start, p->token.end};
    node->name = parse_name(p);
    parse_type_params(p, &node->type_params);
    uint32_t open = p->token.start;
    if (parse_accept(p, TOK_LPAR))
        parse_arguments(p, open, true, &node->bases, &node->keywords);
    parse_expect_after(p, TOK_COLON, "the header of a class");
    parse_block(p, "the header of a class", start, &node->body);
    return parse_end_stmt(p, stmt);
}

static Stmt *definition(Parser *p, const ExprList *decorators)
{
    uint32_t start = p->token.start;
    Stmt *stmt;
    if (parse_at(p, TOK_CLASS)) {
        stmt = parse_class(p, start);
        stmt->class_def.decorator_list = *decorators;
    } else if (parse_at(p, TOK_DEF)) {
        stmt = parse_function(p, start, false);
        stmt->function_def.decorator_list = *decorators;
    } else {
        if (parse_accept(p, TOK_ASYNC) && parse_at(p, TOK_DEF)) {
            stmt = parse_function(p, start, true);
            stmt->async_function_def.decorator_list = *decorators;
            return stmt;
        }
        parse_unexpected(p, "a function or class after its decorators");
        stmt = parse_new_stmt(p, STMT_PASS, start);
    }
    return stmt;
}

// decorated: ('@' named_expression NEWLINE)+ (class | ['async'] function)
Stmt *parse_decorated(Parser *p)
{
    ExprList decorators = {0};
    uint32_t mark = parse_mark(p);
    while (parse_accept(p, TOK_AT)) {
        parse_push(p, parse_named_expression(p));
        parse_expect_after(p, TOK_NEWLINE, "a decorator");
    }
    PARSE_TAKE(p, mark, &decorators);
    return definition(p, &decorators);
}
