// SPDX-License-Identifier: MIT
// Visits every field of every node that holds expressions or statements. Scopes are entered where
// scope analysis opened them, so that a pass sees names as the code there does.
#include "rewrite.h"

static void rewrite_stmts(Rewriter *rewriter, StmtList *list);

static void rewrite_exprs(Rewriter *rewriter, ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        rewrite_expr(rewriter, &list->items[i]);
}

static void rewrite_keywords(Rewriter *rewriter, KeywordList *keywords)
{
    for (uint32_t i = 0; i < keywords->count; i++)
        rewrite_expr(rewriter, &keywords->items[i]->value);
}

static void rewrite_defaults(Rewriter *rewriter, Arguments *args)
{
    rewrite_exprs(rewriter, &args->defaults);
    rewrite_exprs(rewriter, &args->kw_defaults);
}

static void rewrite_lambda(Rewriter *rewriter, Expr *expr)
{
    rewrite_defaults(rewriter, expr->lambda.args);
    const Scope *outer = rewriter->scope;
    rewriter->scope = expr->scope;
    rewrite_expr(rewriter, &expr->lambda.body);
    rewriter->scope = outer;
}

static void rewrite_comprehension(Rewriter *rewriter, const Expr *expr,
                                  ComprehensionList *generators, Expr **element, Expr **value)
{
    const Scope *outer = rewriter->scope;
    for (uint32_t i = 0; i < generators->count; i++) {
        Comprehension *generator = generators->items[i];
        rewrite_expr(rewriter, &generator->iter); // the first one belongs outside
        rewriter->scope = expr->scope;
        rewrite_expr(rewriter, &generator->target);
        rewrite_exprs(rewriter, &generator->ifs);
    }
    rewrite_expr(rewriter, element);
    if (value)
        rewrite_expr(rewriter, value);
    rewriter->scope = outer;
}

static void rewrite_children(Rewriter *rewriter, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_BOOL_OP:
        rewrite_exprs(rewriter, &expr->bool_op.values);
        return;
    case EXPR_NAMED_EXPR:
        rewrite_expr(rewriter, &expr->named_expr.value);
        return;
    case EXPR_BIN_OP:
        rewrite_expr(rewriter, &expr->bin_op.left);
        rewrite_expr(rewriter, &expr->bin_op.right);
        return;
    case EXPR_UNARY_OP:
        rewrite_expr(rewriter, &expr->unary_op.operand);
        return;
    case EXPR_LAMBDA:
        rewrite_lambda(rewriter, expr);
        return;
    case EXPR_IF_EXP:
        rewrite_expr(rewriter, &expr->if_exp.test);
        rewrite_expr(rewriter, &expr->if_exp.body);
        rewrite_expr(rewriter, &expr->if_exp.orelse);
        return;
    case EXPR_DICT:
        rewrite_exprs(rewriter, &expr->dict.keys);
        rewrite_exprs(rewriter, &expr->dict.values);
        return;
    case EXPR_SET:
        rewrite_exprs(rewriter, &expr->set.elts);
        return;
    case EXPR_LIST_COMP:
        rewrite_comprehension(rewriter, expr, &expr->list_comp.generators, &expr->list_comp.elt,
                              NULL);
        return;
    case EXPR_SET_COMP:
        rewrite_comprehension(rewriter, expr, &expr->set_comp.generators, &expr->set_comp.elt,
                              NULL);
        return;
    case EXPR_DICT_COMP:
        rewrite_comprehension(rewriter, expr, &expr->dict_comp.generators, &expr->dict_comp.key,
                              &expr->dict_comp.value);
        return;
    case EXPR_GENERATOR_EXP:
        rewrite_comprehension(rewriter, expr, &expr->generator_exp.generators,
                              &expr->generator_exp.elt, NULL);
        return;
    case EXPR_AWAIT:
        rewrite_expr(rewriter, &expr->await.value);
        return;
    case EXPR_YIELD:
        rewrite_expr(rewriter, &expr->yield.value);
        return;
    case EXPR_YIELD_FROM:
        rewrite_expr(rewriter, &expr->yield_from.value);
        return;
    case EXPR_COMPARE:
        rewrite_expr(rewriter, &expr->compare.left);
        rewrite_exprs(rewriter, &expr->compare.comparators);
        return;
    case EXPR_CALL:
        rewrite_expr(rewriter, &expr->call.func);
        rewrite_exprs(rewriter, &expr->call.args);
        rewrite_keywords(rewriter, &expr->call.keywords);
        return;
    case EXPR_FORMATTED_VALUE:
        rewrite_expr(rewriter, &expr->formatted_value.value);
        rewrite_expr(rewriter, &expr->formatted_value.format_spec);
        return;
    case EXPR_INTERPOLATION:
        rewrite_expr(rewriter, &expr->interpolation.value);
        rewrite_expr(rewriter, &expr->interpolation.format_spec);
        return;
    case EXPR_JOINED_STR:
        rewrite_exprs(rewriter, &expr->joined_str.values);
        return;
    case EXPR_TEMPLATE_STR:
        rewrite_exprs(rewriter, &expr->template_str.values);
        return;
    case EXPR_CONSTANT:
    case EXPR_NAME:
        return;
    case EXPR_ATTRIBUTE:
        rewrite_expr(rewriter, &expr->attribute.value);
        return;
    case EXPR_SUBSCRIPT:
        rewrite_expr(rewriter, &expr->subscript.value);
        rewrite_expr(rewriter, &expr->subscript.slice);
        return;
    case EXPR_STARRED:
        rewrite_expr(rewriter, &expr->starred.value);
        return;
    case EXPR_LIST:
        rewrite_exprs(rewriter, &expr->list.elts);
        return;
    case EXPR_TUPLE:
        rewrite_exprs(rewriter, &expr->tuple.elts);
        return;
    case EXPR_SLICE:
        rewrite_expr(rewriter, &expr->slice.lower);
        rewrite_expr(rewriter, &expr->slice.upper);
        rewrite_expr(rewriter, &expr->slice.step);
        return;
    }
}

// Each rule that is asked at an expression like this one gets what the one before it made.
static void ask_rules(Rewriter *rewriter, Expr **slot)
{
    uint32_t later = UINT32_MAX;
    for (uint32_t rules; (rules = rewriter->asked[(*slot)->kind] & later) != 0;) {
        rewriter->rule = (uint32_t)__builtin_ctz(rules);
        later = ~UINT32_C(1) << rewriter->rule;
        *slot = rewriter->rules[rewriter->rule]->expr(rewriter, *slot);
    }
}

void rewrite_expr(Rewriter *rewriter, Expr **slot)
{
    if (!*slot)
        return;
    bool is_leaf = (*slot)->kind == EXPR_CONSTANT || (*slot)->kind == EXPR_NAME;
    if (is_leaf && !rewriter->asked[(*slot)->kind])
        return;
    if (!is_leaf)
        rewrite_children(rewriter, *slot);
    ask_rules(rewriter, slot);
}

static void rewrite_stmt(Rewriter *rewriter, Stmt *stmt);

static void rewrite_list(Rewriter *rewriter, StmtList *list, bool is_body)
{
    for (uint32_t i = 0; i < list->count; i++) {
        rewrite_stmt(rewriter, list->items[i]);
        rewriter->in_body = is_body;
        for (uint32_t rules = rewriter->asked_stmt; rules; rules &= rules - 1)
            rewriter->rules[__builtin_ctz(rules)]->stmt(rewriter, list->items[i]);
    }
    for (uint32_t rules = rewriter->asked_stmts; rules; rules &= rules - 1) {
        rewriter->rule = (uint32_t)__builtin_ctz(rules);
        rewriter->rules[rewriter->rule]->stmts(rewriter, list);
    }
}

static void rewrite_stmts(Rewriter *rewriter, StmtList *list)
{
    rewrite_list(rewriter, list, false);
}

// Statements inside a new scope.
static void rewrite_body(Rewriter *rewriter, const Scope *scope, StmtList *body)
{
    const Scope *outer = rewriter->scope;
    rewriter->scope = scope;
    rewrite_list(rewriter, body, true);
    rewriter->scope = outer;
}

static void rewrite_items(Rewriter *rewriter, WithItemList *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        rewrite_expr(rewriter, &items->items[i]->context_expr);
        rewrite_expr(rewriter, &items->items[i]->optional_vars);
    }
}

// Patterns keep their values: they must stay the constants and dotted names they are.
static void rewrite_cases(Rewriter *rewriter, MatchCaseList *cases)
{
    for (uint32_t i = 0; i < cases->count; i++) {
        rewrite_expr(rewriter, &cases->items[i]->guard);
        rewrite_stmts(rewriter, &cases->items[i]->body);
    }
}

static void rewrite_try(Rewriter *rewriter, StmtList *body, HandlerList *handlers, StmtList *orelse,
                        StmtList *finalbody)
{
    rewrite_stmts(rewriter, body);
    for (uint32_t i = 0; i < handlers->count; i++) {
        rewrite_expr(rewriter, &handlers->items[i]->type);
        rewrite_stmts(rewriter, &handlers->items[i]->body);
    }
    rewrite_stmts(rewriter, orelse);
    rewrite_stmts(rewriter, finalbody);
}

static void rewrite_stmt(Rewriter *rewriter, Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        rewrite_exprs(rewriter, &stmt->function_def.decorator_list);
        rewrite_defaults(rewriter, stmt->function_def.args);
        rewrite_body(rewriter, stmt->scope, &stmt->function_def.body);
        return;
    case STMT_CLASS_DEF:
        rewrite_exprs(rewriter, &stmt->class_def.decorator_list);
        rewrite_exprs(rewriter, &stmt->class_def.bases);
        rewrite_keywords(rewriter, &stmt->class_def.keywords);
        rewrite_body(rewriter, stmt->scope, &stmt->class_def.body);
        return;
    case STMT_RETURN:
        rewrite_expr(rewriter, &stmt->return_.value);
        return;
    case STMT_DELETE:
        rewrite_exprs(rewriter, &stmt->delete_.targets);
        return;
    case STMT_ASSIGN:
        rewrite_expr(rewriter, &stmt->assign.value);
        rewrite_exprs(rewriter, &stmt->assign.targets);
        return;
    case STMT_AUG_ASSIGN:
        rewrite_expr(rewriter, &stmt->aug_assign.target);
        rewrite_expr(rewriter, &stmt->aug_assign.value);
        return;
    case STMT_ANN_ASSIGN:
        rewrite_expr(rewriter, &stmt->ann_assign.target);
        rewrite_expr(rewriter, &stmt->ann_assign.value);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        rewrite_expr(rewriter, &stmt->for_.iter);
        rewrite_expr(rewriter, &stmt->for_.target);
        rewrite_stmts(rewriter, &stmt->for_.body);
        rewrite_stmts(rewriter, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        rewrite_expr(rewriter, &stmt->while_.test);
        rewrite_stmts(rewriter, &stmt->while_.body);
        rewrite_stmts(rewriter, &stmt->while_.orelse);
        return;
    case STMT_IF:
        rewrite_expr(rewriter, &stmt->if_.test);
        rewrite_stmts(rewriter, &stmt->if_.body);
        rewrite_stmts(rewriter, &stmt->if_.orelse);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        rewrite_items(rewriter, &stmt->with.items);
        rewrite_stmts(rewriter, &stmt->with.body);
        return;
    case STMT_MATCH:
        rewrite_expr(rewriter, &stmt->match.subject);
        rewrite_cases(rewriter, &stmt->match.cases);
        return;
    case STMT_RAISE:
        rewrite_expr(rewriter, &stmt->raise.exc);
        rewrite_expr(rewriter, &stmt->raise.cause);
        return;
    case STMT_TRY:
        rewrite_try(rewriter, &stmt->try_.body, &stmt->try_.handlers, &stmt->try_.orelse,
                    &stmt->try_.finalbody);
        return;
    case STMT_TRY_STAR:
        rewrite_try(rewriter, &stmt->try_star.body, &stmt->try_star.handlers,
                    &stmt->try_star.orelse, &stmt->try_star.finalbody);
        return;
    case STMT_ASSERT:
        rewrite_expr(rewriter, &stmt->assert_.test);
        rewrite_expr(rewriter, &stmt->assert_.msg);
        return;
    case STMT_EXPR:
        rewrite_expr(rewriter, &stmt->expr.value);
        return;
    case STMT_TYPE_ALIAS:
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        return;
    }
}

void rewrite_add(Rewriter *rewriter, const RewriteRule *rule)
{
    uint32_t bit = 1u << rewriter->rule_count;
    for (uint32_t kinds = rule->kinds; kinds; kinds &= kinds - 1)
        rewriter->asked[__builtin_ctz(kinds)] |= bit;
    rewriter->asked_stmt |= rule->stmt ? bit : 0;
    rewriter->asked_stmts |= rule->stmts ? bit : 0;
    rewriter->rules[rewriter->rule_count++] = rule;
}

void rewrite_module(Rewriter *rewriter, Module *module)
{
    rewriter->scope = module->scope;
    for (uint32_t i = 0; i < rewriter->rule_count; i++)
        if (rewriter->rules[i]->start)
            rewriter->rules[i]->start(rewriter);
    rewrite_body(rewriter, module->scope, &module->body);
}
