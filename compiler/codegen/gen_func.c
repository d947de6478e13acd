// SPDX-License-Identifier: MIT
// Functions and lambdas: decorators, then defaults, then the function object, then the decorators
// are called from the innermost outwards. Annotations are never evaluated.
#include "unit.h"

// Leaves the tuple of defaults and the dict of keyword-only ones as needed; gives the flags of
// MAKE_CLOSURE that say so.
static uint32_t gen_defaults(Gen *gen, const Arguments *args, Span span)
{
    uint32_t flags = 0;
    if (args->defaults.count) {
        if (gen->options->for_micropython) { // a tuple for each is smaller than one in a table
            gen_exprs(gen, &args->defaults);
            gen_count(gen, IR_BUILD_TUPLE, args->defaults.count, span);
        } else {
            gen_tuple(gen, &args->defaults, span);
        }
        flags |= 1;
    }
    uint32_t keyword_count = 0;
    for (uint32_t i = 0; i < args->kw_defaults.count; i++)
        keyword_count += args->kw_defaults.items[i] != NULL;
    if (keyword_count == 0)
        return flags;
    gen_count(gen, IR_BUILD_MAP, keyword_count, span);
    for (uint32_t i = 0; i < args->kw_defaults.count; i++) {
        const Expr *value = args->kw_defaults.items[i];
        if (!value)
            continue;
        const Name *name = args->kwonlyargs.items[i]->arg;
        gen_identifier(gen, scope_mangle(gen->names, gen->unit->scope, name), value->span);
        gen_expr(gen, value);
        gen_op(gen, IR_STORE_MAP, value->span);
    }
    return flags | 2;
}

static void gen_body(Gen *gen, const Stmt *stmt, Unit *unit)
{
    const NodeFunctionDef *def = &stmt->function_def;
    gen_open_unit(gen, unit, IR_FUNCTION_DEF, def->name, stmt->scope, def->args, stmt->span);
    if (!gen->options->strip_docstrings)
        unit->function->docstring = stmt->scope->docstring;
    gen_stmts(gen, &def->body);
    Span end = {.start = stmt->span.end, .end = stmt->span.end};
    if (def->body.count)
        end = def->body.items[def->body.count - 1]->span;
    if (gen_goes_on(gen)) {
        gen_none(gen, end);
        gen_op(gen, IR_RETURN_VALUE, end);
    }
    gen_close_unit(gen);
}

// Leaves the decorators; gives their number.
static uint32_t gen_decorators(Gen *gen, const ExprList *list, ExprList *kept)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (gen->options->for_micropython && gen_mp_skips_decorator(gen, list->items[i]))
            continue;
        gen_expr(gen, list->items[i]);
        VEC_PUSH(gen->arena, kept, list->items[i]);
    }
    return kept->count;
}

void gen_function(Gen *gen, const Stmt *stmt)
{
    const NodeFunctionDef *def = &stmt->function_def; // async or not
    ExprList decorators = {0};
    uint32_t decorator_count = gen_decorators(gen, &def->decorator_list, &decorators);
    Span span = stmt->name_span.end ? stmt->name_span : stmt->span;
    uint32_t flags = gen_defaults(gen, def->args, span);
    Unit unit;
    gen_body(gen, stmt, &unit);
    gen_make_function(gen, unit.function, flags, span);
    for (uint32_t i = decorator_count; i-- > 0;)
        gen_count(gen, IR_CALL, 1, decorators.items[i]->span);
    gen_store_name(gen, def->name, span);
}

void gen_lambda(Gen *gen, const Expr *expr)
{
    uint32_t flags = gen_defaults(gen, expr->lambda.args, expr->span);
    Unit unit;
    gen_open_unit(gen, &unit, IR_FUNCTION_LAMBDA, names_intern_z(gen->names, "<lambda>"),
                  expr->scope, expr->lambda.args, expr->span);
    gen_expr(gen, expr->lambda.body);
    gen_op(gen, IR_RETURN_VALUE, expr->lambda.body->span);
    gen_close_unit(gen);
    gen_make_function(gen, unit.function, flags, expr->span);
}
