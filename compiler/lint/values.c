// SPDX-License-Identifier: MIT
// Expressions that are legal but have always the same result, raise an exception, or do not do what
// they seem to.
#include "walk.h"

#include <stdlib.h>
#include <string.h>

static const Constant *constant_of(const Expr *expr)
{
    return expr->kind == EXPR_CONSTANT ? expr->constant.value : NULL;
}

// A literal whose identity means nothing.
static bool is_plain_literal(const Expr *expr)
{
    const Constant *value = constant_of(expr);
    if (expr->kind == EXPR_TUPLE)
        return true;
    if (expr->kind == EXPR_UNARY_OP && expr->unary_op.op == UNARY_USUB)
        return constant_of(expr->unary_op.operand) != NULL;
    return value && (value->kind == CONSTANT_INT || value->kind == CONSTANT_FLOAT ||
                     value->kind == CONSTANT_COMPLEX || value->kind == CONSTANT_STR ||
                     value->kind == CONSTANT_BYTES);
}

static void check_compare(Lint *lint, const Expr *expr)
{
    const NodeCompare *compare = &expr->compare;
    const Expr *left = compare->left;
    for (uint32_t i = 0; i < compare->ops.count; i++) {
        const Expr *right = compare->comparators.items[i];
        CompareOperator op = compare->ops.items[i];
        bool is_identity = op == COMPARE_IS || op == COMPARE_IS_NOT;
        const Constant *a = constant_of(left);
        const Constant *b = constant_of(right);
        bool is_none = (a && a->kind == CONSTANT_NONE) || (b && b->kind == CONSTANT_NONE);
        if (is_identity && (is_plain_literal(left) || is_plain_literal(right)))
            LINT_REPORT(lint, expr->span, DIAG_IS_LITERAL, op == COMPARE_IS ? "is" : "is not",
                        op == COMPARE_IS ? "==" : "!=");
        else if (a && b)
            LINT_REPORT(lint, expr->span, DIAG_CONSTANT_COMPARISON);
        else if (is_none && (op == COMPARE_EQ || op == COMPARE_NOT_EQ))
            LINT_REPORT(lint, expr->span, DIAG_NONE_COMPARISON, op == COMPARE_EQ ? "is" : "is not");
        left = right;
    }
}

// Constants in order of hash, to find equal ones among many.
typedef struct {
    const Expr *expr;
    uint32_t hash;
} Key;

static int by_hash(const void *left, const void *right)
{
    const Key *a = left;
    const Key *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->expr->span.start > b->expr->span.start) - (a->expr->span.start < b->expr->span.start);
}

static void check_keys(Lint *lint, const ExprList *list, const char *what)
{
    VEC(Key) keys = {0};
    if (list->count < 2)
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const Constant *value = list->items[i] ? constant_of(list->items[i]) : NULL;
        if (value)
            VEC_PUSH(lint->arena, &keys, (Key){list->items[i], constant_hash(value)});
    }
    if (keys.count < 2)
        return;
    qsort(keys.items, keys.count, sizeof *keys.items, by_hash);
    for (uint32_t i = 0; i + 1 < keys.count; i++) {
        const Expr *first = keys.items[i].expr;
        const Expr *second = keys.items[i + 1].expr;
        if (keys.items[i].hash != keys.items[i + 1].hash ||
            !constant_same(first->constant.value, second->constant.value))
            continue;
        LINT_REPORT(lint, second->span, DIAG_DUPLICATE_KEY, what);
        diag_note(lint->diags, lint->source, first->span, "here it stands for the first time");
    }
}

static void check_fields(Lint *lint, const Expr *expr)
{
    for (uint32_t i = 0; i < expr->joined_str.values.count; i++)
        if (expr->joined_str.values.items[i]->kind != EXPR_CONSTANT)
            return;
    // The format of a field is such a node as well; it begins with no quote or prefix.
    char first = lint->source->text[expr->span.start];
    if (strchr("fFrR", first))
        LINT_REPORT(lint, expr->span, DIAG_NO_FIELDS);
}

// How many values a %-format takes; false when names or '*' make it depend on more.
static bool count_fields(const Constant *format, uint32_t *count)
{
    const char *at = format->text.bytes;
    const char *end = at + format->text.size;
    *count = 0;
    while (at < end && (at = memchr(at, '%', (size_t)(end - at))) != NULL) {
        at++;
        while (at < end && strchr("#0- +.123456789hlL", *at))
            at++;
        if (at == end || *at == '*' || *at == '(')
            return false;
        *count += *at++ != '%';
        if (at > end)
            break;
    }
    return true;
}

static void check_percent(Lint *lint, const Expr *expr)
{
    const Constant *format = constant_of(expr->bin_op.left);
    const Expr *right = expr->bin_op.right;
    uint32_t count;
    if (expr->bin_op.op != BINARY_MOD || !format || format->kind != CONSTANT_STR ||
        right->kind != EXPR_TUPLE || !count_fields(format, &count))
        return;
    for (uint32_t i = 0; i < right->tuple.elts.count; i++)
        if (right->tuple.elts.items[i]->kind == EXPR_STARRED)
            return;
    if (count != right->tuple.elts.count)
        LINT_REPORT(lint, expr->span, DIAG_FORMAT_ARGUMENTS, count, right->tuple.elts.count);
}

// What a literal is that can neither be called nor subscripted, or NULL.
static const char *literal_type(const Expr *expr, bool is_call)
{
    const Constant *value = constant_of(expr);
    if (value) {
        bool is_text = value->kind == CONSTANT_STR || value->kind == CONSTANT_BYTES;
        if (is_text)
            return is_call ? (value->kind == CONSTANT_STR ? "a string" : "bytes") : NULL;
        return value->kind == CONSTANT_NONE ? "None" : "a number";
    }
    switch (expr->kind) {
    case EXPR_TUPLE:
        return is_call ? "a tuple" : NULL;
    case EXPR_LIST:
    case EXPR_LIST_COMP:
        return is_call ? "a list" : NULL;
    case EXPR_DICT:
    case EXPR_DICT_COMP:
        return is_call ? "a dict" : NULL;
    case EXPR_JOINED_STR:
        return is_call ? "a string" : NULL;
    case EXPR_SET:
    case EXPR_SET_COMP:
        return "a set";
    case EXPR_GENERATOR_EXP:
        return "a generator";
    case EXPR_LAMBDA:
        return is_call ? NULL : "a function";
    default:
        return NULL;
    }
}

static void check_call(Lint *lint, const Expr *expr)
{
    const char *what = literal_type(expr->call.func, true);
    if (!what)
        return;
    LINT_REPORT(lint, expr->call.func->span, DIAG_NOT_CALLABLE, what);
    diag_hint(lint->diags, "is a comma missing behind it?");
}

static void check_subscript(Lint *lint, const Expr *expr)
{
    const char *what = literal_type(expr->subscript.value, false);
    const Expr *index = expr->subscript.slice;
    const Expr *value = expr->subscript.value;
    if (what) {
        LINT_REPORT(lint, value->span, DIAG_NOT_SUBSCRIPTABLE, what);
        diag_hint(lint->diags, "is a comma missing behind it?");
        return;
    }
    bool is_sequence = value->kind == EXPR_LIST || value->kind == EXPR_LIST_COMP ||
                       value->kind == EXPR_TUPLE || value->kind == EXPR_JOINED_STR ||
                       value->kind == EXPR_CONSTANT;
    const Constant *constant = constant_of(index);
    bool is_wrong = index->kind == EXPR_TUPLE || index->kind == EXPR_LIST ||
                    (constant && (constant->kind == CONSTANT_STR || constant->kind == CONSTANT_NONE ||
                                  constant->kind == CONSTANT_FLOAT));
    if (is_sequence && is_wrong) {
        LINT_REPORT(lint, index->span, DIAG_BAD_INDEX);
        diag_hint(lint->diags, "is a comma missing before the bracket?");
    }
}

static bool makes_container(const Lint *lint, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_LIST:
    case EXPR_DICT:
    case EXPR_SET:
    case EXPR_LIST_COMP:
    case EXPR_DICT_COMP:
    case EXPR_SET_COMP:
        return true;
    case EXPR_CALL:
        return lint_is_builtin(lint, expr->call.func, "list") ||
               lint_is_builtin(lint, expr->call.func, "dict") ||
               lint_is_builtin(lint, expr->call.func, "set") ||
               lint_is_builtin(lint, expr->call.func, "bytearray");
    default:
        return false;
    }
}

static void check_default_list(Lint *lint, const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] && makes_container(lint, list->items[i]))
            LINT_REPORT(lint, list->items[i]->span, DIAG_MUTABLE_DEFAULT);
}

static void check_defaults(Lint *lint, const Arguments *args)
{
    check_default_list(lint, &args->defaults);
    check_default_list(lint, &args->kw_defaults);
}

static bool binds_name(const Expr *target, const Name *name)
{
    if (target->kind == EXPR_NAME)
        return target->name.id == name;
    const ExprList *items = target->kind == EXPR_TUPLE  ? &target->tuple.elts
                            : target->kind == EXPR_LIST ? &target->list.elts
                                                        : NULL;
    for (uint32_t i = 0; items && i < items->count; i++)
        if (binds_name(items->items[i], name))
            return true;
    return false;
}

// A function made in a loop that uses the loop's variable: it sees the value of the last turn.
static void check_capture(Lint *lint, const Scope *inner, Span span)
{
    if (!lint->loop || !inner)
        return;
    for (uint32_t i = 0; i < inner->symbols.count; i++) {
        const Symbol *symbol = inner->symbols.items[i];
        if (symbol->binding != BINDING_FREE || !(symbol->flags & SYMBOL_USED))
            continue;
        for (const LoopContext *loop = lint->loop; loop; loop = loop->outer)
            if (loop->stmt->kind != STMT_WHILE && binds_name(loop->stmt->for_.target, symbol->name))
                LINT_REPORT(lint, span, DIAG_LATE_CAPTURE, symbol->name->text);
    }
}

void lint_expr_values(Lint *lint, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_COMPARE:
        check_compare(lint, expr);
        return;
    case EXPR_DICT:
        check_keys(lint, &expr->dict.keys, "key");
        return;
    case EXPR_SET:
        check_keys(lint, &expr->set.elts, "item");
        return;
    case EXPR_JOINED_STR:
        check_fields(lint, expr);
        return;
    case EXPR_BIN_OP:
        check_percent(lint, expr);
        return;
    case EXPR_CALL:
        check_call(lint, expr);
        return;
    case EXPR_SUBSCRIPT:
        check_subscript(lint, expr);
        return;
    case EXPR_LAMBDA:
        check_defaults(lint, expr->lambda.args);
        check_capture(lint, expr->scope, expr->span);
        return;
    default:
        return;
    }
}

// `if x == 1 or 2:` and `if (x, "text"):`.
static void check_condition(Lint *lint, const Expr *test)
{
    if (test->kind == EXPR_TUPLE && test->tuple.elts.count > 0)
        LINT_REPORT(lint, test->span, DIAG_CONSTANT_CONDITION);
    if (test->kind != EXPR_BOOL_OP || test->bool_op.op != BOOL_OR)
        return;
    const ExprList *values = &test->bool_op.values;
    for (uint32_t i = 1; i < values->count; i++) {
        const Constant *value = constant_of(values->items[i]);
        if (!value || !constant_is_true(value) || value->kind == CONSTANT_TRUE ||
            values->items[0]->kind != EXPR_COMPARE)
            continue;
        LINT_REPORT(lint, values->items[i]->span, DIAG_CONSTANT_CONDITION);
        diag_hint(lint->diags, "compare with each value, or write 'in (...)'");
    }
}

static void check_assign(Lint *lint, const Stmt *stmt)
{
    const Expr *value = stmt->assign.value;
    if (value->kind != EXPR_NAME || lint->scope->kind == SCOPE_CLASS)
        return;
    const Name *name = value->name.id;
    if (lint->scope->kind == SCOPE_MODULE) // takes a built-in or a starred import as its own
        return;
    for (uint32_t i = 0; i < stmt->assign.targets.count; i++)
        if (stmt->assign.targets.items[i]->kind == EXPR_NAME &&
            stmt->assign.targets.items[i]->name.id == name)
            LINT_REPORT(lint, stmt->span, DIAG_SELF_ASSIGNMENT, name->text);
}

static void check_expr_stmt(Lint *lint, const Stmt *stmt)
{
    const Expr *value = stmt->expr.value;
    if (lint->guard_depth > 0)
        return;
    if (value->kind == EXPR_COMPARE)
        LINT_REPORT(lint, value->span, DIAG_USELESS_COMPARISON);
    if (value->kind != EXPR_NAME)
        return;
    const Symbol *symbol = lint_symbol(lint, value->name.id);
    if (symbol && symbol->bound_count == 1)
        VEC_PUSH(lint->arena, &lint->bare, (Mention){value, symbol});
}

static void check_raise(Lint *lint, const Stmt *stmt)
{
    const Expr *what = stmt->raise.exc;
    if (what && what->kind == EXPR_CALL)
        what = what->call.func;
    if (what && lint_is_builtin(lint, what, "NotImplemented"))
        LINT_REPORT(lint, what->span, DIAG_RAISE_NOT_IMPLEMENTED);
}

static void check_return(Lint *lint, const Stmt *stmt)
{
    const Expr *value = stmt->return_.value;
    bool is_init = lint->function && lint->scope->kind == SCOPE_FUNCTION &&
                   lint->scope->parent->kind == SCOPE_CLASS &&
                   name_is(lint->function->function_def.name, "__init__");
    const Constant *constant = value ? constant_of(value) : NULL;
    bool may_be_none = !value || value->kind == EXPR_CALL || value->kind == EXPR_AWAIT ||
                       value->kind == EXPR_NAME || value->kind == EXPR_ATTRIBUTE ||
                       value->kind == EXPR_SUBSCRIPT || value->kind == EXPR_IF_EXP ||
                       value->kind == EXPR_BOOL_OP || value->kind == EXPR_YIELD ||
                       (constant && constant->kind == CONSTANT_NONE);
    if (is_init && !may_be_none)
        LINT_REPORT(lint, value->span, DIAG_INIT_RETURNS);
}

static void check_handlers(Lint *lint, const HandlerList *handlers)
{
    for (uint32_t i = 0; i < handlers->count; i++)
        if (!handlers->items[i]->type)
            LINT_REPORT(lint, handlers->items[i]->span, DIAG_BARE_EXCEPT);
}

void lint_stmt_values(Lint *lint, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_IF:
        check_condition(lint, stmt->if_.test);
        return;
    case STMT_WHILE:
        check_condition(lint, stmt->while_.test);
        return;
    case STMT_ASSERT:
        if (stmt->assert_.test->kind == EXPR_TUPLE && stmt->assert_.test->tuple.elts.count > 0)
            LINT_REPORT(lint, stmt->assert_.test->span, DIAG_ASSERT_TUPLE);
        return;
    case STMT_ASSIGN:
        check_assign(lint, stmt);
        return;
    case STMT_EXPR:
        check_expr_stmt(lint, stmt);
        return;
    case STMT_RAISE:
        check_raise(lint, stmt);
        return;
    case STMT_RETURN:
        check_return(lint, stmt);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        check_handlers(lint, &stmt->try_.handlers);
        return;
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        check_defaults(lint, stmt->function_def.args);
        check_capture(lint, stmt->scope, stmt->name_span);
        return;
    default:
        return;
    }
}
