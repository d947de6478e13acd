// SPDX-License-Identifier: MIT
// Calls of functions and classes that are known when building: a name that is bound once, by a
// `def` or `class` without decorators.
#include "walk.h"

#include "../../manifest/keys.h"

#include <stdlib.h>

static bool is_plain_def(const Stmt *stmt)
{
    return (stmt->kind == STMT_FUNCTION_DEF || stmt->kind == STMT_ASYNC_FUNCTION_DEF) &&
           stmt->function_def.decorator_list.count == 0;
}

void lint_definition(Lint *lint, const Stmt *stmt)
{
    const NodeClassDef *class_def = &stmt->class_def;
    bool is_class = stmt->kind == STMT_CLASS_DEF;
    if (!is_plain_def(stmt) && !(is_class && class_def->decorator_list.count == 0))
        return;
    const Name *name = is_class ? class_def->name : stmt->function_def.name;
    const Symbol *symbol = lint_symbol(lint, name);
    bool is_sure = symbol && symbol->bound_count == 1 && !(symbol->flags & SYMBOL_PARAM) &&
                   symbol->binding != BINDING_FREE && !lint->module->scope->has_star_import;
    if (is_sure)
        VEC_PUSH(lint->arena, &lint->definitions, (Definition){symbol, stmt});
}

void lint_methods(Lint *lint, const Stmt *klass)
{
    const StmtList *body = &klass->class_def.body;
    for (uint32_t i = 0; i < body->count; i++) {
        const Stmt *stmt = body->items[i];
        if (stmt->kind != STMT_FUNCTION_DEF && stmt->kind != STMT_ASYNC_FUNCTION_DEF)
            continue;
        const Name *name = stmt->function_def.name;
        if (pointer_set_has(&lint->methods, name))
            pointer_set_add(lint->arena, &lint->methods_again, name);
        pointer_set_add(lint->arena, &lint->methods, name);
    }
}

// The first parameter of a method, when nothing else is ever bound to it.
static const Name *self_of(const Lint *lint)
{
    if (!lint->klass || !lint->function || lint->scope != lint->function->scope ||
        lint->scope->parent != lint->klass->scope || !is_plain_def(lint->function))
        return NULL;
    const Arguments *args = lint->function->function_def.args;
    const ArgList *list = args->posonlyargs.count ? &args->posonlyargs : &args->args;
    const Symbol *symbol = list->count ? scope_find(lint->scope, list->items[0]->arg) : NULL;
    return symbol && !(symbol->flags & SYMBOL_BOUND) ? symbol->name : NULL;
}

void lint_call(Lint *lint, const Expr *expr)
{
    const Expr *func = expr->call.func;
    if (func->kind == EXPR_ATTRIBUTE && func->attribute.value->kind == EXPR_NAME &&
        func->attribute.value->name.id == self_of(lint))
        VEC_PUSH(lint->arena, &lint->self_calls, (SelfCall){expr, lint->klass});
    const Symbol *symbol = func->kind == EXPR_NAME ? lint_symbol(lint, func->name.id) : NULL;
    if (symbol && symbol->bound_count == 1)
        VEC_PUSH(lint->arena, &lint->calls, (Mention){expr, symbol});
}

// The parameters that arguments can reach.
typedef struct {
    const char *name; // of the function or class
    const Arguments *args;
    uint32_t skipped; // 1 for the `self` of a class's __init__
    Span place;
} Callee;

static uint32_t positional_count(const Callee *callee)
{
    return callee->args->posonlyargs.count + callee->args->args.count - callee->skipped;
}

static const Arg *positional(const Callee *callee, uint32_t index)
{
    const Arguments *args = callee->args;
    index += callee->skipped;
    return index < args->posonlyargs.count ? args->posonlyargs.items[index]
                                           : args->args.items[index - args->posonlyargs.count];
}

// Where a keyword argument goes: a positional parameter's index, or the count of these plus the
// index of a keyword-only one, or -1.
static int parameter_of(const Callee *callee, const Name *keyword)
{
    uint32_t count = positional_count(callee);
    uint32_t only = callee->args->posonlyargs.count;
    for (uint32_t i = only > callee->skipped ? only - callee->skipped : 0; i < count; i++)
        if (positional(callee, i)->arg == keyword)
            return (int)i;
    for (uint32_t i = 0; i < callee->args->kwonlyargs.count; i++)
        if (callee->args->kwonlyargs.items[i]->arg == keyword)
            return (int)(count + i);
    return -1;
}

static void hint_at_parameter(Lint *lint, const Callee *callee, const Name *keyword)
{
    VEC(const char *) words = {0};
    for (uint32_t i = 0; i < callee->args->posonlyargs.count; i++) {
        if (callee->args->posonlyargs.items[i]->arg != keyword)
            continue;
        diag_hint(lint->diags, "'%s' stands before '/': it is given by position", keyword->text);
        return;
    }
    for (uint32_t i = 0; i < positional_count(callee); i++)
        VEC_PUSH(lint->arena, &words, positional(callee, i)->arg->text);
    for (uint32_t i = 0; i < callee->args->kwonlyargs.count; i++)
        VEC_PUSH(lint->arena, &words, callee->args->kwonlyargs.items[i]->arg->text);
    const char *near = nearest_word(words.items, words.count, keyword->text, keyword->size);
    if (near)
        diag_hint(lint->diags, "did you mean '%s'?", near);
}

static void note_definition(Lint *lint, const Callee *callee)
{
    diag_note(lint->diags, lint->source, callee->place, "'%s' is defined here", callee->name);
}

// Marks the parameters that keyword arguments give; false after reporting.
static bool check_keywords(Lint *lint, const Expr *call, const Callee *callee, bool *given)
{
    const KeywordList *keywords = &call->call.keywords;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *keyword = keywords->items[i];
        int index = keyword->arg ? parameter_of(callee, keyword->arg) : -1;
        if (!keyword->arg || (index < 0 && callee->args->kwarg))
            continue;
        if (index < 0) {
            LINT_REPORT(lint, keyword->span, DIAG_UNKNOWN_KEYWORD, callee->name,
                        keyword->arg->text);
            hint_at_parameter(lint, callee, keyword->arg);
            note_definition(lint, callee);
            return false;
        }
        if (given[index]) {
            LINT_REPORT(lint, keyword->span, DIAG_WRONG_ARGUMENTS,
                        arena_format(lint->arena, "'%s' is given parameter '%s' twice",
                                     callee->name, keyword->arg->text));
            note_definition(lint, callee);
            return false;
        }
        given[index] = true;
    }
    return true;
}

static void report_missing(Lint *lint, const Expr *call, const Callee *callee, const Arg *arg)
{
    LINT_REPORT(lint, call->span, DIAG_WRONG_ARGUMENTS,
                arena_format(lint->arena, "the call of '%s' gives no argument '%s'", callee->name,
                             arg->arg->text));
    note_definition(lint, callee);
}

static void check_missing(Lint *lint, const Expr *call, const Callee *callee, const bool *given)
{
    uint32_t count = positional_count(callee);
    uint32_t defaults = callee->args->defaults.count;
    for (uint32_t i = 0; i + defaults < count; i++) {
        if (!given[i]) {
            report_missing(lint, call, callee, positional(callee, i));
            return;
        }
    }
    for (uint32_t i = 0; i < callee->args->kwonlyargs.count; i++) {
        if (!given[count + i] && !callee->args->kw_defaults.items[i]) {
            report_missing(lint, call, callee, callee->args->kwonlyargs.items[i]);
            return;
        }
    }
}

static void check_arguments(Lint *lint, const Expr *call, const Callee *callee)
{
    const ExprList *args = &call->call.args;
    uint32_t count = positional_count(callee);
    bool has_star = false;
    bool has_double_star = false;
    for (uint32_t i = 0; i < args->count; i++)
        has_star |= args->items[i]->kind == EXPR_STARRED;
    for (uint32_t i = 0; i < call->call.keywords.count; i++)
        has_double_star |= !call->call.keywords.items[i]->arg;
    if (!has_star && args->count > count && !callee->args->vararg) {
        LINT_REPORT(lint, args->items[count]->span, DIAG_WRONG_ARGUMENTS,
                    arena_format(lint->arena, "'%s' takes %u positional argument%s, %u given",
                                 callee->name, count, count == 1 ? "" : "s", args->count));
        note_definition(lint, callee);
        return;
    }
    bool *given = ARENA_NEW_ARRAY(lint->arena, bool, count + callee->args->kwonlyargs.count + 1);
    for (uint32_t i = 0; !has_star && i < args->count && i < count; i++)
        given[i] = true;
    if (check_keywords(lint, call, callee, given) && !has_star && !has_double_star)
        check_missing(lint, call, callee, given);
}

static bool is_named(const Stmt *stmt, const char *name)
{
    return (stmt->kind == STMT_FUNCTION_DEF || stmt->kind == STMT_ASYNC_FUNCTION_DEF) &&
           name_is(stmt->function_def.name, name);
}

// The __init__ that a class defines, if calls of the class surely go there.
static const Stmt *init_of(const Lint *lint, const Stmt *stmt)
{
    const NodeClassDef *def = &stmt->class_def;
    bool derives = def->bases.count > 1 || def->keywords.count > 0;
    if (def->bases.count == 1)
        derives |= !lint_is_builtin(lint, def->bases.items[0], "object");
    const Stmt *init = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < def->body.count; i++) {
        const Stmt *inner = def->body.items[i];
        if (is_named(inner, "__new__"))
            return NULL;
        if (is_named(inner, "__init__")) {
            init = inner;
            count++;
        }
    }
    bool is_sure = !derives && count == 1 && is_plain_def(init) &&
                   init->function_def.args->posonlyargs.count +
                           init->function_def.args->args.count > 0;
    return is_sure ? init : NULL;
}

static void check_call(Lint *lint, const Mention *call, const Stmt *stmt)
{
    if (stmt->kind != STMT_CLASS_DEF) {
        const NodeFunctionDef *def = &stmt->function_def;
        const Callee callee = {def->name->text, def->args, 0, stmt->name_span};
        check_arguments(lint, call->expr, &callee);
        return;
    }
    const Stmt *init = init_of(lint, stmt);
    if (init) {
        const Callee callee = {stmt->class_def.name->text, init->function_def.args, 1,
                               init->name_span};
        check_arguments(lint, call->expr, &callee);
    }
}

// A method that only says what those of derived classes are called like.
static bool is_abstract(const Stmt *stmt)
{
    const StmtList *body = &stmt->function_def.body;
    for (uint32_t i = 0; i < body->count; i++) {
        const Stmt *inner = body->items[i];
        bool is_text = inner->kind == STMT_EXPR && inner->expr.value->kind == EXPR_CONSTANT;
        if (!is_text && inner->kind != STMT_PASS && inner->kind != STMT_RAISE)
            return false;
    }
    return true;
}

// The method that a call by `self` goes to if not to one of a derived class, which then takes the
// same arguments: the only function of the name in any class of the module, and never replaced.
static const Stmt *method_of(const Lint *lint, const SelfCall *call)
{
    const Name *name = call->expr->call.func->attribute.attr;
    const Stmt *found = NULL;
    if (pointer_set_has(&lint->methods_again, name) ||
        pointer_set_has(&lint->set_attributes, name))
        return NULL;
    for (uint32_t i = 0; i < call->klass->class_def.body.count; i++)
        if (is_named(call->klass->class_def.body.items[i], name->text))
            found = call->klass->class_def.body.items[i];
    if (!found || !is_plain_def(found) || is_abstract(found))
        return NULL;
    const Arguments *args = found->function_def.args;
    const Symbol *symbol =
        scope_find(call->klass->scope, scope_mangle(lint->names, call->klass->scope, name));
    bool is_sure = symbol && symbol->bound_count == 1 && args->posonlyargs.count + args->args.count;
    return is_sure ? found : NULL;
}

static void check_self_calls(Lint *lint)
{
    for (uint32_t i = 0; i < lint->self_calls.count; i++) {
        const SelfCall *call = &lint->self_calls.items[i];
        const Stmt *method = method_of(lint, call);
        if (!method)
            continue;
        const Callee callee = {method->function_def.name->text, method->function_def.args, 1,
                               method->name_span};
        check_arguments(lint, call->expr, &callee);
    }
}

static int by_symbol(const void *left, const void *right)
{
    uintptr_t a = (uintptr_t)((const Definition *)left)->symbol;
    uintptr_t b = (uintptr_t)((const Definition *)right)->symbol;
    return (a > b) - (a < b);
}

static const Stmt *definition_of(const Lint *lint, const Symbol *symbol)
{
    const Definition key = {symbol, NULL};
    const Definition *found = bsearch(&key, lint->definitions.items, lint->definitions.count,
                                      sizeof key, by_symbol);
    return found ? found->stmt : NULL;
}

void lint_calls_end(Lint *lint)
{
    check_self_calls(lint);
    if (lint->definitions.count == 0)
        return;
    qsort(lint->definitions.items, lint->definitions.count, sizeof *lint->definitions.items,
          by_symbol);
    lint->scope = lint->module->scope;
    for (uint32_t i = 0; i < lint->calls.count; i++) {
        const Stmt *stmt = definition_of(lint, lint->calls.items[i].symbol);
        if (stmt)
            check_call(lint, &lint->calls.items[i], stmt);
    }
    for (uint32_t i = 0; i < lint->bare.count; i++) {
        const Stmt *stmt = definition_of(lint, lint->bare.items[i].symbol);
        const Expr *expr = lint->bare.items[i].expr;
        if (stmt && stmt->kind != STMT_CLASS_DEF)
            LINT_REPORT(lint, expr->span, DIAG_MISSING_CALL, expr->name.id->text,
                        expr->name.id->text);
    }
}
