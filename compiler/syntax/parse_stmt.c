// SPDX-License-Identifier: MIT
// Simple statements: everything that fits on one line and has no block.
#include "parse.h"

#include <string.h>

// The operator of an augmented assignment; false for every other token.
static bool augmented_operator(TokenKind kind, BinaryOperator *op)
{
    switch (kind) {
#define AUGMENTED_TOKEN(kind, operator)                                                            \
    case TOK_##kind:                                                                               \
        *op = BINARY_##operator;                                                                   \
        return true;
#include "token.def"
#undef AUGMENTED_TOKEN
    default:
        return false;
    }
}

// (targets '=')+ (yield | star_expressions); the first target is read
static Stmt *assign(Parser *p, uint32_t start, Expr *first)
{
    Stmt *stmt = parse_new_stmt(p, STMT_ASSIGN, start);
    uint32_t mark = parse_mark(p);
    Expr *value = first;
    while (parse_accept(p, TOK_EQUAL)) {
        parse_to_target(p, value, TARGET_ASSIGN);
        parse_push(p, value);
        value = parse_yield_or_expressions(p);
    }
    PARSE_TAKE(p, mark, &stmt->assign.targets);
    stmt->assign.value = value;
    return parse_end_stmt(p, stmt);
}

// single_target ':' expression ['=' (yield | star_expressions)]; the target is read
static Stmt *annotated(Parser *p, uint32_t start, Expr *target)
{
    Stmt *stmt = parse_new_stmt(p, STMT_ANN_ASSIGN, start);
    p->features |= FEATURE_TYPES;
    parse_to_annotated_target(p, target);
    parse_next(p);
    stmt->ann_assign.target = target;
    stmt->ann_assign.simple = target->kind == EXPR_NAME && !target->parenthesised;
    stmt->ann_assign.annotation = parse_expression(p);
    if (parse_accept(p, TOK_EQUAL))
        stmt->ann_assign.value = parse_yield_or_expressions(p);
    return parse_end_stmt(p, stmt);
}

// assignment | star_expressions | yield
static Stmt *expression_statement(Parser *p)
{
    uint32_t start = p->token.start;
    Expr *expr = parse_yield_or_expressions(p);
    if (parse_at(p, TOK_EQUAL))
        return assign(p, start, expr);
    if (parse_at(p, TOK_COLON))
        return annotated(p, start, expr);
    Stmt *stmt = parse_new_stmt(p, STMT_EXPR, start);
    BinaryOperator op;
    if (!augmented_operator(p->token.kind, &op)) {
        stmt->expr.value = expr;
        return parse_end_stmt(p, stmt);
    }
    parse_to_augmented_target(p, expr);
    parse_next(p);
    stmt->kind = STMT_AUG_ASSIGN;
    stmt->aug_assign.target = expr;
    stmt->aug_assign.op = op;
    stmt->aug_assign.value = parse_yield_or_expressions(p);
    return parse_end_stmt(p, stmt);
}

static Stmt *word(Parser *p, StmtKind kind)
{
    Stmt *stmt = parse_new_stmt(p, kind, p->token.start);
    parse_next(p);
    return stmt;
}

// return: 'return' [star_expressions]
static Stmt *return_statement(Parser *p)
{
    Stmt *stmt = word(p, STMT_RETURN);
    if (parse_starts_expression(p))
        stmt->return_.value = parse_star_expressions(p);
    return parse_end_stmt(p, stmt);
}

// raise: 'raise' [expression ['from' expression]]
static Stmt *raise_statement(Parser *p)
{
    Stmt *stmt = word(p, STMT_RAISE);
    if (parse_starts_expression(p)) {
        stmt->raise.exc = parse_expression(p);
        if (parse_accept(p, TOK_FROM))
            stmt->raise.cause = parse_expression(p);
    }
    return parse_end_stmt(p, stmt);
}

// assert: 'assert' expression [',' expression]
static Stmt *assert_statement(Parser *p)
{
    Stmt *stmt = word(p, STMT_ASSERT);
    stmt->assert_.test = parse_expression(p);
    if (parse_accept(p, TOK_COMMA))
        stmt->assert_.msg = parse_expression(p);
    return parse_end_stmt(p, stmt);
}

// del: 'del' target (',' target)* [',']; brackets group targets or make a tuple of them
static Stmt *del_statement(Parser *p)
{
    Stmt *stmt = word(p, STMT_DELETE);
    uint32_t mark = parse_mark(p);
    do {
        parse_push(p, parse_target(p, TARGET_DELETE));
    } while (parse_accept(p, TOK_COMMA) && parse_starts_expression(p));
    PARSE_TAKE(p, mark, &stmt->delete_.targets);
    return parse_end_stmt(p, stmt);
}

// 'global' NAME (',' NAME)* and the same with 'nonlocal'
static Stmt *scope_statement(Parser *p, StmtKind kind)
{
    Stmt *stmt = word(p, kind);
    NameList names = {0};
    do {
        VEC_PUSH(p->arena, &names, parse_name(p));
    } while (parse_accept(p, TOK_COMMA));
    if (kind == STMT_GLOBAL)
        stmt->global.names = names;
    else
        stmt->nonlocal.names = names;
    return parse_end_stmt(p, stmt);
}

// dotted_name: NAME ('.' NAME)*; blanks around the dots are not part of the name
static const Name *dotted_name(Parser *p)
{
    const Name *name = parse_name(p);
    while (parse_accept(p, TOK_DOT)) {
        const Name *part = parse_name(p);
        char *text = arena_join(p->arena, name->text, ".", part->text);
        name = names_intern(p->names, text, (size_t)name->size + 1 + part->size);
    }
    return name;
}

// alias: name ['as' NAME]
static Alias *alias(Parser *p, const Name *(*name)(Parser *))
{
    Alias *node = ARENA_NEW(p->arena, Alias);
    node->span.start = p->token.start;
    node->name = name(p);
    if (parse_accept(p, TOK_AS))
        node->asname = parse_name(p);
    node->span.end = p->last_end;
    return node;
}

// import: 'import' alias (',' alias)*
static Stmt *import_statement(Parser *p)
{
    Stmt *stmt = word(p, STMT_IMPORT);
    uint32_t mark = parse_mark(p);
    do {
        parse_push(p, alias(p, dotted_name));
    } while (parse_accept(p, TOK_COMMA));
    PARSE_TAKE(p, mark, &stmt->import.names);
    return parse_end_stmt(p, stmt);
}

// import_names: '*' | '(' alias (',' alias)* [','] ')' | alias (',' alias)*
static void import_names(Parser *p, AliasList *out)
{
    uint32_t mark = parse_mark(p);
    if (parse_at(p, TOK_STAR)) {
        Alias *node = ARENA_NEW(p->arena, Alias);
        node->span = (Span){p->token.start, p->token.end};
        node->name = names_intern(p->names, "*", 1);
        parse_next(p);
        parse_push(p, node);
    } else {
        bool bracketed = parse_accept(p, TOK_LPAR);
        do {
            Span comma = {p->token.start, p->token.end};
            if (mark != parse_mark(p) && bracketed && parse_at(p, TOK_RPAR))
                break;
            if (mark != parse_mark(p) && !bracketed && !parse_at(p, TOK_NAME))
                PARSE_FAIL(p, comma, DIAG_TRAILING_COMMA_IN_IMPORT);
            parse_push(p, alias(p, parse_name));
        } while (parse_accept(p, TOK_COMMA));
        if (bracketed && !parse_accept(p, TOK_RPAR))
            parse_unexpected(p, "',' or ')'");
    }
    PARSE_TAKE(p, mark, out);
}

// from: 'from' ('.' | '...')* [dotted_name] 'import' import_names
static Stmt *from_statement(Parser *p)
{
    Stmt *stmt = word(p, STMT_IMPORT_FROM);
    for (;;) {
        if (parse_accept(p, TOK_DOT))
            stmt->import_from.level++;
        else if (parse_accept(p, TOK_ELLIPSIS))
            stmt->import_from.level += 3;
        else
            break;
    }
    if (stmt->import_from.level == 0 || !parse_at(p, TOK_IMPORT))
        stmt->import_from.module = dotted_name(p);
    parse_expect_after(p, TOK_IMPORT, "the name of a module");
    import_names(p, &stmt->import_from.names);
    return parse_end_stmt(p, stmt);
}

// `type` begins a type alias only in front of another name.
static bool at_type_alias(const Parser *p)
{
    if (!parse_is_word(p, "type"))
        return false;
    Lexer ahead = p->lexer;
    ahead.quiet = true;
    return lex_next(&ahead).kind == TOK_NAME;
}

// type_alias: "type" NAME [type_params] '=' expression
static Stmt *type_alias(Parser *p)
{
    Stmt *stmt = word(p, STMT_TYPE_ALIAS);
    p->features |= FEATURE_TYPES;
    Span span = {p->token.start, p->token.end};
    stmt->type_alias.name = parse_make_name(p, parse_name(p), span, CTX_STORE);
    parse_type_params(p, &stmt->type_alias.type_params);
    parse_expect_after(p, TOK_EQUAL, "the name of a type alias");
    stmt->type_alias.value = parse_expression(p);
    return parse_end_stmt(p, stmt);
}

static Stmt *simple_statement(Parser *p)
{
    switch (p->token.kind) {
    case TOK_RETURN:
        return return_statement(p);
    case TOK_IMPORT:
        return import_statement(p);
    case TOK_FROM:
        return from_statement(p);
    case TOK_RAISE:
        return raise_statement(p);
    case TOK_PASS:
        return parse_end_stmt(p, word(p, STMT_PASS));
    case TOK_BREAK:
        return parse_end_stmt(p, word(p, STMT_BREAK));
    case TOK_CONTINUE:
        return parse_end_stmt(p, word(p, STMT_CONTINUE));
    case TOK_DEL:
        return del_statement(p);
    case TOK_ASSERT:
        return assert_statement(p);
    case TOK_GLOBAL:
        return scope_statement(p, STMT_GLOBAL);
    case TOK_NONLOCAL:
        return scope_statement(p, STMT_NONLOCAL);
    default:
        return at_type_alias(p) ? type_alias(p) : expression_statement(p);
    }
}

// A statement that goes on where it should end: some mistakes are worth naming.
static void bad_end(Parser *p, const Stmt *stmt)
{
    const Expr *value = stmt->kind == STMT_EXPR ? stmt->expr.value : NULL;
    bool is_name = value && value->kind == EXPR_NAME && !value->parenthesised;
    const char *name = is_name ? value->name.id->text : "";
    if (strcmp(name, "print") == 0 || strcmp(name, "exec") == 0)
        PARSE_FAIL(p, value->span, DIAG_MISSING_CALL_BRACKETS, name, name);
    else if (parse_at(p, TOK_COLON_EQUAL))
        PARSE_FAIL(p, ((Span){p->token.start, p->token.end}), DIAG_BARE_WALRUS);
    else
        parse_unexpected(p, "the end of the statement");
}

// simple_statements: simple_statement (';' simple_statement)* [';'] NEWLINE
void parse_simple_statements(Parser *p)
{
    do {
        Stmt *stmt = simple_statement(p);
        parse_push(p, stmt);
        if (!parse_at(p, TOK_SEMI) && !parse_at(p, TOK_NEWLINE))
            bad_end(p, stmt);
    } while (parse_accept(p, TOK_SEMI) && !parse_at(p, TOK_NEWLINE));
    parse_accept(p, TOK_NEWLINE);
}
