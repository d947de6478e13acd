// SPDX-License-Identifier: MIT
// Code that is never reached, definitions that replace another, and handlers out of order.
#include "walk.h"

#include "../link/catalogue.h"

#include <stdlib.h>
#include <string.h>

static bool has_break(const StmtList *list);

static bool breaks(const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_BREAK:
        return true;
    case STMT_IF:
        return has_break(&stmt->if_.body) || has_break(&stmt->if_.orelse);
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        return has_break(&stmt->for_.orelse);
    case STMT_WHILE:
        return has_break(&stmt->while_.orelse);
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        return has_break(&stmt->with.body);
    case STMT_TRY:
    case STMT_TRY_STAR:
        for (uint32_t i = 0; i < stmt->try_.handlers.count; i++)
            if (has_break(&stmt->try_.handlers.items[i]->body))
                return true;
        return has_break(&stmt->try_.body) || has_break(&stmt->try_.orelse) ||
               has_break(&stmt->try_.finalbody);
    case STMT_MATCH:
        for (uint32_t i = 0; i < stmt->match.cases.count; i++)
            if (has_break(&stmt->match.cases.items[i]->body))
                return true;
        return false;
    default:
        return false;
    }
}

// Whether a `break` in the list ends the loop around the list.
static bool has_break(const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (breaks(list->items[i]))
            return true;
    return false;
}

static bool ends(const Stmt *stmt);

static bool list_ends(const StmtList *list)
{
    return list->count > 0 && ends(list->items[list->count - 1]);
}

// Whether control never goes on behind the statement.
static bool ends(const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_RETURN:
    case STMT_RAISE:
    case STMT_BREAK:
    case STMT_CONTINUE:
        return true;
    case STMT_IF:
        return list_ends(&stmt->if_.body) && list_ends(&stmt->if_.orelse);
    case STMT_WHILE: {
        const Expr *test = stmt->while_.test;
        return test->kind == EXPR_CONSTANT && constant_is_true(test->constant.value) &&
               !has_break(&stmt->while_.body);
    }
    default:
        return false;
    }
}

static bool is_word_part(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || (c & 0x80);
}

enum { LONGEST_LOOK = 1 << 14 }; // bytes of source that are searched for a word

// Whether the source has this word in the span, be it in a comment. A long span is taken to have it.
static bool has_word(const Lint *lint, Span span, const char *word, size_t size)
{
    const char *text = lint->source->text;
    if (span.end > span.start + LONGEST_LOOK)
        return true;
    for (uint32_t i = span.start; i + size <= span.end; i++)
        if (text[i] == word[0] && memcmp(text + i, word, size) == 0 &&
            (i == 0 || !is_word_part(text[i - 1])) && !is_word_part(text[i + size]))
            return true;
    return false;
}

// A `yield` that is never reached still makes a function a generator: then it is meant.
static void check_reach(Lint *lint, const StmtList *list)
{
    for (uint32_t i = 0; i + 1 < list->count; i++) {
        if (!ends(list->items[i]))
            continue;
        Span dead = {list->items[i + 1]->span.start, list->items[list->count - 1]->span.end};
        if (has_word(lint, dead, "yield", 5))
            return;
        LINT_REPORT(lint, list->items[i + 1]->span, DIAG_UNREACHABLE);
        diag_note(lint->diags, lint->source, list->items[i]->span,
                  "control does not get past this statement");
        return;
    }
}

typedef struct {
    const Name *name;
    const Stmt *stmt;
    uint32_t index; // in the block
    bool is_plain;  // without decorators
} NamedStmt;

static bool as_definition(const Stmt *stmt, NamedStmt *out)
{
    if (stmt->kind == STMT_CLASS_DEF) {
        out->name = stmt->class_def.name;
        out->is_plain = stmt->class_def.decorator_list.count == 0;
        return true;
    }
    if (stmt->kind != STMT_FUNCTION_DEF && stmt->kind != STMT_ASYNC_FUNCTION_DEF)
        return false;
    out->name = stmt->function_def.name;
    out->is_plain = stmt->function_def.decorator_list.count == 0;
    return true;
}

static int by_name(const void *left, const void *right)
{
    const NamedStmt *a = left;
    const NamedStmt *b = right;
    if (a->name != b->name)
        return (uintptr_t)a->name < (uintptr_t)b->name ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

static void check_twice(Lint *lint, const NamedStmt *first, const NamedStmt *second)
{
    if (first->name != second->name || !first->is_plain || !second->is_plain)
        return;
    Span between = {first->stmt->span.end, second->stmt->span.start};
    if (name_is(first->name, "_") ||
        has_word(lint, between, first->name->text, first->name->size))
        return;
    LINT_REPORT(lint, second->stmt->name_span, DIAG_REDEFINED, first->name->text);
    diag_note(lint->diags, lint->source, first->stmt->name_span, "the first definition");
}

static void check_definitions(Lint *lint, const StmtList *list)
{
    VEC(NamedStmt) found = {0};
    for (uint32_t i = 0; i < list->count; i++) {
        NamedStmt one = {.stmt = list->items[i], .index = i};
        if (as_definition(list->items[i], &one))
            VEC_PUSH(lint->arena, &found, one);
    }
    if (found.count < 2)
        return;
    qsort(found.items, found.count, sizeof *found.items, by_name);
    for (uint32_t i = 0; i + 1 < found.count; i++)
        check_twice(lint, &found.items[i], &found.items[i + 1]);
}

void lint_block(Lint *lint, const StmtList *list)
{
    check_reach(lint, list);
    check_definitions(lint, list);
}

// The built-in exception that an expression names, else FZ_TYPE_NONE.
static FzTypeId exception_of(const Lint *lint, const Expr *expr)
{
    if (expr->kind != EXPR_NAME || !scope_is_builtin(lint->scope, expr->name.id))
        return FZ_TYPE_NONE;
    const char *name = expr->name.id->text;
    if (strcmp(name, "IOError") == 0 || strcmp(name, "EnvironmentError") == 0)
        name = "OSError";
    return catalogue_find_type(name);
}

// Whether what `type` names is caught by what `earlier` names.
static bool is_caught(const Lint *lint, const Expr *type, const Expr *earlier)
{
    for (uint32_t i = 0; earlier->kind == EXPR_TUPLE && i < earlier->tuple.elts.count; i++)
        if (is_caught(lint, type, earlier->tuple.elts.items[i]))
            return true;
    if (type->kind == EXPR_NAME && earlier->kind == EXPR_NAME &&
        type->name.id == earlier->name.id)
        return true;
    FzTypeId wide = exception_of(lint, earlier);
    FzTypeId id = exception_of(lint, type);
    while (wide != FZ_TYPE_NONE && id != FZ_TYPE_NONE && id != wide)
        id = catalogue_type(id)->base;
    return wide != FZ_TYPE_NONE && id == wide;
}

static bool is_caught_whole(const Lint *lint, const Expr *type, const Expr *earlier)
{
    if (type->kind != EXPR_TUPLE)
        return is_caught(lint, type, earlier);
    for (uint32_t i = 0; i < type->tuple.elts.count; i++)
        if (!is_caught(lint, type->tuple.elts.items[i], earlier))
            return false;
    return type->tuple.elts.count > 0;
}

void lint_handlers(Lint *lint, const HandlerList *handlers)
{
    for (uint32_t i = 0; i < handlers->count; i++) {
        const Expr *type = handlers->items[i]->type;
        for (uint32_t k = 0; type && k < i; k++) {
            const Expr *earlier = handlers->items[k]->type;
            if (!earlier || !is_caught_whole(lint, type, earlier))
                continue;
            LINT_REPORT(lint, type->span, DIAG_UNREACHABLE_HANDLER);
            diag_note(lint->diags, lint->source, earlier->span,
                      "this handler comes first and catches the same");
            break;
        }
    }
}

typedef struct {
    Lint *lint;
    bool in_loop; // of the finally block itself
} FinallyWalk;

static void check_finally(FinallyWalk walk, const StmtList *list);

static void check_exit(const FinallyWalk *walk, const Stmt *stmt, const char *word)
{
    LINT_REPORT(walk->lint, stmt->span, DIAG_FINALLY_EXIT, word);
}

static void check_finally_stmt(FinallyWalk walk, const Stmt *stmt)
{
    FinallyWalk inside = {walk.lint, true};
    switch (stmt->kind) {
    case STMT_RETURN:
        check_exit(&walk, stmt, "return");
        return;
    case STMT_BREAK:
        if (!walk.in_loop)
            check_exit(&walk, stmt, "break");
        return;
    case STMT_CONTINUE:
        if (!walk.in_loop)
            check_exit(&walk, stmt, "continue");
        return;
    case STMT_IF:
        check_finally(walk, &stmt->if_.body);
        check_finally(walk, &stmt->if_.orelse);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        check_finally(inside, &stmt->for_.body);
        check_finally(walk, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        check_finally(inside, &stmt->while_.body);
        check_finally(walk, &stmt->while_.orelse);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        check_finally(walk, &stmt->with.body);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        check_finally(walk, &stmt->try_.body);
        for (uint32_t i = 0; i < stmt->try_.handlers.count; i++)
            check_finally(walk, &stmt->try_.handlers.items[i]->body);
        check_finally(walk, &stmt->try_.orelse);
        return; // its own finally block is looked at by itself
    case STMT_MATCH:
        for (uint32_t i = 0; i < stmt->match.cases.count; i++)
            check_finally(walk, &stmt->match.cases.items[i]->body);
        return;
    default:
        return;
    }
}

static void check_finally(FinallyWalk walk, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        check_finally_stmt(walk, list->items[i]);
}

void lint_finally(Lint *lint, const StmtList *list)
{
    check_finally((FinallyWalk){lint, false}, list);
}
