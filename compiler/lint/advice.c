// SPDX-License-Identifier: MIT
// Where memory could be saved: loops that allocate at each turn, copies, containers of constants
// that are made again and again. What the passes of opt/ rewrite is left out. Bytes follow from the
// runtime's layouts.
#include "walk.h"

#include "flashfreeze/object.h"
#include "uses.h"

static bool is_constant(const Expr *expr) { return expr && expr->kind == EXPR_CONSTANT; }

static bool all_constant(const ExprList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (!is_constant(list->items[i]))
            return false;
    return true;
}

static bool is_range_call(const Lint *lint, const Expr *expr)
{
    return expr->kind == EXPR_CALL && lint_is_builtin(lint, expr->call.func, "range");
}

// The length of `x` in range(len(x)), or NULL.
static const Name *range_len_of(const Lint *lint, const Expr *expr)
{
    if (!is_range_call(lint, expr) || expr->call.args.count != 1)
        return NULL;
    const Expr *len = expr->call.args.items[0];
    bool is_len = len->kind == EXPR_CALL && lint_is_builtin(lint, len->call.func, "len") &&
                  len->call.args.count == 1 && len->call.args.items[0]->kind == EXPR_NAME;
    return is_len ? len->call.args.items[0]->name.id : NULL;
}

static uint32_t object_size(FzKind kind, uint32_t flags, uint32_t count)
{
    return fz_object_size(fz_header(kind, flags, count));
}

// Bytes of RAM that a display takes, without what it holds.
static uint32_t display_size(const Expr *expr)
{
    uint32_t count = expr->kind == EXPR_LIST  ? expr->list.elts.count
                     : expr->kind == EXPR_SET ? expr->set.elts.count
                                              : expr->dict.values.count;
    if (expr->kind == EXPR_LIST)
        return object_size(FZ_KIND_LIST, 0, count) + object_size(FZ_KIND_ARRAY, 0, count);
    if (expr->kind == EXPR_SET)
        return object_size(FZ_KIND_SET, 0, count) + object_size(FZ_KIND_TABLE, 0, count);
    return object_size(FZ_KIND_DICT, 0, count) + object_size(FZ_KIND_TABLE, FZ_HEADER_A, count);
}

// What a display of two or more constants is called, else NULL.
static const char *constant_display(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_LIST:
        return expr->list.elts.count > 1 && all_constant(&expr->list.elts) ? "list" : NULL;
    case EXPR_SET:
        return expr->set.elts.count > 1 && all_constant(&expr->set.elts) ? "set" : NULL;
    case EXPR_DICT:
        return expr->dict.values.count > 1 && all_constant(&expr->dict.keys) &&
                       all_constant(&expr->dict.values)
                   ? "dict"
                   : NULL;
    default:
        return NULL;
    }
}

static const char *better_place(const char *what)
{
    return what[0] == 'l' ? "a tuple lies in ROM"
                          : "make it once, as a variable of the module";
}

static void advise_display(Lint *lint, const Expr *display, const char *what)
{
    LINT_REPORT(lint, display->span, DIAG_CONSTANT_CONTAINER, what, display_size(display));
    diag_hint(lint->diags, "%s", better_place(what));
}

static const StmtList *body_around(const Lint *lint)
{
    return &lint->function->function_def.body;
}

static bool is_local(const Lint *lint, const Name *name)
{
    const Symbol *symbol = scope_find(lint->scope, name);
    return lint->function && lint->scope->kind == SCOPE_FUNCTION && symbol &&
           symbol->binding == BINDING_LOCAL;
}

// `names = [...]` of constants, then only looked at; `items = [f(x) for …]`, then gone through once.
static void advise_assign(Lint *lint, const Stmt *stmt)
{
    const Expr *value = stmt->assign.value;
    const Expr *target = stmt->assign.targets.items[0];
    const char *what = constant_display(value);
    bool is_candidate = what || value->kind == EXPR_LIST_COMP;
    if (!is_candidate || target->kind != EXPR_NAME || stmt->assign.targets.count != 1 ||
        !is_local(lint, target->name.id))
        return;
    Uses uses = uses_of(body_around(lint), target->name.id, NULL);
    if (uses.bound != 1 || uses.all < 2)
        return;
    if (what && uses.read_only == uses.all - 1)
        advise_display(lint, value, what);
    else if (!what && uses.all == 2 && uses.iterated == 1 && !lint->loop)
        LINT_REPORT(lint, value->span, DIAG_LIST_ITERATED_ONCE);
}

static bool is_text(const Expr *expr)
{
    if (expr->kind == EXPR_BIN_OP)
        return (expr->bin_op.op == BINARY_ADD || expr->bin_op.op == BINARY_MOD) &&
               (is_text(expr->bin_op.left) ||
                (expr->bin_op.op == BINARY_ADD && is_text(expr->bin_op.right)));
    return expr->kind == EXPR_JOINED_STR ||
           (is_constant(expr) && expr->constant.value->kind == CONSTANT_STR);
}

static bool makes_text(const Lint *lint, const Expr *expr)
{
    if (expr->kind == EXPR_CALL)
        return lint_is_builtin(lint, expr->call.func, "str") ||
               lint_is_builtin(lint, expr->call.func, "repr") ||
               lint_is_builtin(lint, expr->call.func, "chr");
    if (expr->kind == EXPR_BIN_OP && expr->bin_op.op == BINARY_ADD)
        return makes_text(lint, expr->bin_op.left) || makes_text(lint, expr->bin_op.right);
    return is_text(expr);
}

static bool same_name(const Expr *a, const Expr *b)
{
    return a->kind == EXPR_NAME && b->kind == EXPR_NAME && a->name.id == b->name.id;
}

static void advise_aug_assign(Lint *lint, const Stmt *stmt)
{
    const NodeAugAssign *node = &stmt->aug_assign;
    if (lint->loop && node->op == BINARY_ADD && node->target->kind == EXPR_NAME &&
        makes_text(lint, node->value))
        LINT_REPORT(lint, stmt->span, DIAG_LOOP_STRING, node->target->name.id->text);
}

// `x = x + …` and `x = x[1:]` in a loop.
static void advise_rebuilt(Lint *lint, const Stmt *stmt)
{
    const Expr *target = stmt->assign.targets.items[0];
    const Expr *value = stmt->assign.value;
    if (!lint->loop || target->kind != EXPR_NAME)
        return;
    if (value->kind == EXPR_SUBSCRIPT && same_name(target, value->subscript.value) &&
        value->subscript.slice->kind == EXPR_SLICE)
        LINT_REPORT(lint, value->span, DIAG_LOOP_SLICE, target->name.id->text);
    if (value->kind != EXPR_BIN_OP || value->bin_op.op != BINARY_ADD ||
        !same_name(target, value->bin_op.left))
        return;
    if (makes_text(lint, value->bin_op.right))
        LINT_REPORT(lint, value->span, DIAG_LOOP_STRING, target->name.id->text);
    else if (value->bin_op.right->kind == EXPR_LIST)
        LINT_REPORT(lint, value->span, DIAG_LOOP_LIST, target->name.id->text);
}

// `for i in range(len(x))` where the body has no use for i but x[i].
static void advise_for(Lint *lint, const Stmt *stmt)
{
    const Expr *iter = stmt->for_.iter;
    const Expr *target = stmt->for_.target;
    const Name *sequence = range_len_of(lint, iter);
    if (sequence && target->kind == EXPR_NAME) {
        Uses uses = uses_of(&stmt->for_.body, target->name.id, sequence);
        Uses of_sequence = uses_of(&stmt->for_.body, sequence, NULL);
        if (uses.all > 0 && uses.all == uses.subscripts &&
            of_sequence.all == of_sequence.read_only)
            LINT_REPORT(lint, iter->span, DIAG_RANGE_LEN, sequence->text);
    }
    bool is_keys = iter->kind == EXPR_CALL && iter->call.args.count == 0 &&
                   iter->call.keywords.count == 0 && iter->call.func->kind == EXPR_ATTRIBUTE &&
                   name_is(iter->call.func->attribute.attr, "keys");
    if (is_keys)
        LINT_REPORT(lint, iter->span, DIAG_DICT_KEYS, object_size(FZ_KIND_DICT_VIEW, 0, 0));
}

static void advise_function(Lint *lint, const Scope *scope, const Arguments *args, Span span)
{
    uint32_t captured = 0;
    uint32_t defaults = args->defaults.count;
    if (!lint->loop || !scope)
        return;
    for (uint32_t i = 0; i < scope->symbols.count; i++)
        captured += scope->symbols.items[i]->binding == BINDING_FREE;
    uint32_t flags = (defaults ? FZ_FUNCTION_DEFAULTS : 0u) |
                     (captured ? FZ_FUNCTION_CLOSURE : 0u);
    uint32_t size = object_size(FZ_KIND_FUNCTION, 0, flags);
    size += defaults ? object_size(FZ_KIND_TUPLE, 0, defaults) : 0;
    size += captured ? object_size(FZ_KIND_TUPLE, 0, captured) : 0;
    LINT_REPORT(lint, span, DIAG_LOOP_FUNCTION, size);
}

void lint_stmt_advice(Lint *lint, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_ASSIGN:
        advise_assign(lint, stmt);
        advise_rebuilt(lint, stmt);
        return;
    case STMT_AUG_ASSIGN:
        advise_aug_assign(lint, stmt);
        return;
    case STMT_FOR:
        advise_for(lint, stmt);
        return;
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        advise_function(lint, stmt->scope, stmt->function_def.args, stmt->name_span);
        return;
    default:
        return;
    }
}

// bytearray(64) in a loop: the same buffer could be used again.
static void advise_buffer(Lint *lint, const Expr *expr)
{
    int64_t size;
    const ExprList *args = &expr->call.args;
    if (!lint->loop || args->count != 1 || !is_constant(args->items[0]) ||
        !lint_is_builtin(lint, expr->call.func, "bytearray") ||
        !constant_as_int64(args->items[0]->constant.value, &size) || size < 1 || size > 1 << 24)
        return;
    uint32_t bytes = object_size(FZ_KIND_BYTEARRAY, 0, (uint32_t)size) +
                     object_size(FZ_KIND_BUFFER, 0, (uint32_t)size);
    LINT_REPORT(lint, expr->span, DIAG_LOOP_BUFFER, bytes);
}

// sum([…]) and the like: the list is there only to be gone through. Over ranges the optimiser makes
// a generator of it where that cannot be seen.
static void advise_consumed(Lint *lint, const Expr *expr)
{
    static const char *const consumers[] = {"sum", "any", "all", "min", "max", "set", "tuple", "sorted"};
    const ExprList *args = &expr->call.args;
    if (args->count != 1 || expr->call.keywords.count > 0 ||
        args->items[0]->kind != EXPR_LIST_COMP ||
        is_range_call(lint, args->items[0]->list_comp.generators.items[0]->iter))
        return;
    for (size_t i = 0; i < sizeof consumers / sizeof consumers[0]; i++)
        if (lint_is_builtin(lint, expr->call.func, consumers[i]))
            LINT_REPORT(lint, args->items[0]->span, DIAG_LIST_IN_CALL, consumers[i]);
}

static bool is_short_fstring(const Expr *expr)
{
    if (expr->kind != EXPR_JOINED_STR)
        return false;
    uint32_t fields = 0;
    for (uint32_t i = 0; i < expr->joined_str.values.count; i++) {
        const Expr *part = expr->joined_str.values.items[i];
        fields += part->kind == EXPR_FORMATTED_VALUE;
        if (part->kind == EXPR_FORMATTED_VALUE &&
            (part->formatted_value.format_spec || part->formatted_value.conversion != -1))
            return false;
    }
    return fields > 0;
}

static void advise_print(Lint *lint, const Expr *expr)
{
    if (lint->loop && expr->call.args.count == 1 && is_short_fstring(expr->call.args.items[0]) &&
        lint_is_builtin(lint, expr->call.func, "print"))
        LINT_REPORT(lint, expr->call.args.items[0]->span, DIAG_LOOP_FORMAT);
}

// x.pop(0) and x.insert(0, …) in a loop move all of a list.
static void advise_front(Lint *lint, const Expr *expr)
{
    const Expr *func = expr->call.func;
    int64_t place;
    if (!lint->loop || func->kind != EXPR_ATTRIBUTE || expr->call.args.count == 0 ||
        !is_constant(expr->call.args.items[0]) ||
        !constant_as_int64(expr->call.args.items[0]->constant.value, &place) || place != 0)
        return;
    bool pops = name_is(func->attribute.attr, "pop") && expr->call.args.count == 1;
    bool inserts = name_is(func->attribute.attr, "insert") && expr->call.args.count == 2;
    if (pops || inserts)
        LINT_REPORT(lint, expr->span, DIAG_LOOP_FRONT, func->attribute.attr->text);
}

// {1: 2, …}[x] in a function makes the dict for one look.
static void advise_subscript(Lint *lint, const Expr *expr)
{
    const char *what = constant_display(expr->subscript.value);
    if (what && lint->function && expr->subscript.ctx == CTX_LOAD)
        advise_display(lint, expr->subscript.value, what);
}

void lint_expr_advice(Lint *lint, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_CALL:
        advise_buffer(lint, expr);
        advise_consumed(lint, expr);
        advise_print(lint, expr);
        advise_front(lint, expr);
        return;
    case EXPR_SUBSCRIPT:
        advise_subscript(lint, expr);
        return;
    case EXPR_LAMBDA:
        advise_function(lint, expr->scope, expr->lambda.args, expr->span);
        return;
    default:
        return;
    }
}
