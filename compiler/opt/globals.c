// SPDX-License-Identifier: MIT
// Pass `globals`. A variable of a module that is bound once, by `NAME = constant` directly in the
// module's body, and that no code of the program can set from outside (link/world.c), is that
// constant wherever the walk gets to afterwards: what follows in the module, and functions made
// there, only run after the assignment. Functions made before it may use the constant too when
// nothing up to the assignment can call them.
//
// `from m import NAME` gives the constant that NAME is in m or raises, so the same holds for the
// name that it binds. After `import m`, m.NAME is the constant when m has run to its end by then,
// that is, when m does not import this module in turn. The assignments and imports stay.
//
// In the body of a class without bases and keywords, names that it does not bind are looked up there
// in vain, so they are the same constants.
//
// const(value), with const imported from micropython, is value.
#include "known.h"
#include "world.h"

static void learn(Rewriter *rewriter, Stmt *stmt)
{
    const OptContext *context = rewriter->context;
    if (!rewriter->in_body || rewriter->scope->kind == SCOPE_CLASS || !context->options->world)
        return;
    rewriter->learnt |= known_learn_import(context->names, rewriter->scope, stmt);
    const Expr *value;
    const Expr *target = known_assignment(stmt, &value);
    if (target && rewriter->scope->kind == SCOPE_MODULE) {
        Symbol *symbol = scope_find(rewriter->scope, target->name.id);
        known_learn(rewriter, symbol, symbol->constant);
    }
}

// m.NAME
static Expr *replace_attribute(Rewriter *rewriter, Expr *expr)
{
    const Expr *base = expr->attribute.value;
    const World *world = rewriter->context->options->world;
    if (!world || expr->attribute.ctx != CTX_LOAD || base->kind != EXPR_NAME)
        return expr;
    const OptContext *context = rewriter->context;
    const Name *module = scope_mangle(context->names, rewriter->scope, base->name.id);
    const Symbol *owner = scope_owner(rewriter->scope, module);
    if (!owner || !scope_looks_outside(rewriter->scope, module) || !owner->is_module_known)
        return expr;
    const Name *name = scope_mangle(context->names, rewriter->scope, expr->attribute.attr);
    const Constant *value = world_find(world, owner->module - 1, name);
    return value ? known_constant(rewriter, expr, value) : expr;
}

// const(value) of module micropython is value.
static Expr *replace_const(const Rewriter *rewriter, Expr *expr)
{
    const NodeCall *call = &expr->call;
    if (call->func->kind != EXPR_NAME || call->args.count != 1 || call->keywords.count > 0 ||
        call->args.items[0]->kind != EXPR_CONSTANT ||
        !scope_looks_outside(rewriter->scope, call->func->name.id))
        return expr;
    const Symbol *owner = scope_owner(rewriter->scope, call->func->name.id);
    bool is_const = owner && owner->import_path && !(owner->flags & (SYMBOL_PARAM | SYMBOL_OPEN)) &&
                    name_is(owner->import_path, "micropython.const");
    return is_const ? call->args.items[0] : expr;
}

static Expr *replace(Rewriter *rewriter, Expr *expr)
{
    if (expr->kind == EXPR_NAME)
        return known_replace(rewriter, expr);
    return expr->kind == EXPR_CALL ? replace_const(rewriter, expr)
                                   : replace_attribute(rewriter, expr);
}

// Whether the statement cannot run any code of a function.
static bool calls_nothing(Rewriter *rewriter, const Stmt *stmt)
{
    const Expr *value;
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
        for (uint32_t i = 0; i < stmt->function_def.args->defaults.count; i++)
            if (stmt->function_def.args->defaults.items[i]->kind != EXPR_CONSTANT)
                return false;
        for (uint32_t i = 0; i < stmt->function_def.args->kw_defaults.count; i++)
            if (stmt->function_def.args->kw_defaults.items[i] &&
                stmt->function_def.args->kw_defaults.items[i]->kind != EXPR_CONSTANT)
                return false;
        return stmt->function_def.decorator_list.count == 0;
    case STMT_ASSIGN:
    case STMT_ANN_ASSIGN:
        return known_assignment(stmt, &value) && value->kind == EXPR_CONSTANT;
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
        return known_imports_native(rewriter->context->names, rewriter->scope, stmt);
    case STMT_PASS:
        return true;
    default:
        return false;
    }
}

static void start(Rewriter *rewriter)
{
    const StmtList *body = &rewriter->context->module->body;
    rewriter->in_body = true;
    for (uint32_t i = 0; i < body->count && calls_nothing(rewriter, body->items[i]); i++)
        learn(rewriter, body->items[i]);
}

const RewriteRule opt_rule_globals = {
    .start = start,
    .stmt = learn,
    .kinds = 1u << EXPR_NAME | 1u << EXPR_ATTRIBUTE | 1u << EXPR_CALL,
    .expr = replace,
};
