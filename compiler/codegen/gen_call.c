// SPDX-License-Identifier: MIT
// Calls. A method call does not make a bound method; super() with no arguments reads the class's
// cell and the first parameter; star arguments, and more arguments than an instruction can count,
// are gathered in a list and a dict.
#include "unit.h"

enum { COUNTED_ARGUMENTS = 255, STACKED_ARGUMENTS = 32 };

static bool needs_gathering(const NodeCall *call)
{
    if (call->args.count > COUNTED_ARGUMENTS || call->keywords.count > STACKED_ARGUMENTS)
        return true;
    for (uint32_t i = 0; i < call->args.count; i++)
        if (call->args.items[i]->kind == EXPR_STARRED)
            return true;
    for (uint32_t i = 0; i < call->keywords.count; i++)
        if (!call->keywords.items[i]->arg)
            return true;
    return false;
}

void gen_gather_keyword(Gen *gen, const Keyword *keyword, bool must_merge)
{
    if (!keyword->arg) {
        gen_expr(gen, keyword->value);
        gen_op(gen, IR_DICT_MERGE, keyword->span);
        return;
    }
    if (must_merge)
        gen_count(gen, IR_BUILD_MAP, 1, keyword->span);
    gen_identifier(gen, keyword->arg, keyword->span);
    gen_expr(gen, keyword->value);
    gen_op(gen, IR_STORE_MAP, keyword->span);
    if (must_merge)
        gen_op(gen, IR_DICT_MERGE, keyword->span);
}

static void gather_keywords(Gen *gen, const KeywordList *keywords, Span span)
{
    if (keywords->count == 0) {
        gen_op(gen, IR_LOAD_NULL, span);
        return;
    }
    gen_count(gen, IR_BUILD_MAP, keywords->count, span);
    bool has_mapping = false;
    for (uint32_t i = 0; i < keywords->count; i++) {
        gen_gather_keyword(gen, keywords->items[i], has_mapping);
        has_mapping |= !keywords->items[i]->arg;
    }
}

static void gather_call(Gen *gen, const Expr *expr)
{
    const NodeCall *call = &expr->call;
    gen_expr(gen, call->func);
    const Expr *only = call->args.count == 1 ? call->args.items[0] : NULL;
    if (only && only->kind == EXPR_STARRED)
        gen_expr(gen, only->starred.value);
    else
        gen_list(gen, &call->args, expr->span);
    gather_keywords(gen, &call->keywords, expr->span);
    gen_op(gen, IR_CALL_EX, expr->span);
}

static void gen_arguments(Gen *gen, const NodeCall *call)
{
    gen_exprs(gen, &call->args);
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        gen_identifier(gen, call->keywords.items[i]->arg, call->keywords.items[i]->span);
        gen_expr(gen, call->keywords.items[i]->value);
    }
}

static void call_op(Gen *gen, const NodeCall *call, IrOp plain, IrOp with_keywords, Span span)
{
    if (call->keywords.count)
        gen_pair(gen, with_keywords, call->args.count, call->keywords.count, span);
    else
        gen_count(gen, plain, call->args.count, span);
}

// The first parameter of the function being generated: what super() means by self.
static bool has_first_param(const Gen *gen)
{
    const IrFunction *function = gen->unit->function;
    return function->param_count > 0 && function->kind != IR_FUNCTION_CLASS;
}

static void gen_first_param(Gen *gen, Span span)
{
    bool is_cell = gen->unit->function->locals.items[0].is_cell;
    gen_count(gen, is_cell ? IR_LOAD_CELL : IR_LOAD_LOCAL, 0, span);
}

static bool is_bare_super(const Gen *gen, const Expr *expr)
{
    if (expr->kind != EXPR_CALL || !gen_is_builtin(gen, expr->call.func, "super"))
        return false;
    if (expr->call.args.count || expr->call.keywords.count || !has_first_param(gen))
        return false;
    const Symbol *cell = scope_find(gen->unit->scope, names_intern_z(gen->names, "__class__"));
    return cell && cell->binding == BINDING_FREE;
}

static bool is_full_super(const Gen *gen, const Expr *expr)
{
    if (expr->kind != EXPR_CALL || !gen_is_builtin(gen, expr->call.func, "super"))
        return false;
    return expr->call.args.count == 2 && !needs_gathering(&expr->call) &&
           expr->call.keywords.count == 0;
}

// The class and the object of super() or super(cls, self).
static bool gen_super(Gen *gen, const Expr *expr)
{
    if (is_bare_super(gen, expr)) {
        gen_load_name(gen, names_intern_z(gen->names, "__class__"), expr->span);
        gen_first_param(gen, expr->span);
        return true;
    }
    if (!is_full_super(gen, expr))
        return false;
    gen_exprs(gen, &expr->call.args);
    return true;
}

// super().name by `op` (LOAD_SUPER_ATTR or LOAD_SUPER_METHOD); false when `expr` is something else.
bool gen_super_attribute(Gen *gen, const Expr *expr, IrOp op)
{
    // MicroPython can only call a method of super().
    if (gen->options->for_micropython && op == IR_LOAD_SUPER_ATTR)
        return false;
    if (!gen_super(gen, expr->attribute.value))
        return false;
    const Name *name = scope_mangle(gen->names, gen->unit->scope, expr->attribute.attr);
    gen_named(gen, op, name, gen_attribute_span(expr));
    return true;
}

static void gen_method_call(Gen *gen, const Expr *expr)
{
    const Expr *method = expr->call.func;
    Span span = {.start = gen_attribute_span(method).start, .end = expr->span.end};
    if (!gen_super_attribute(gen, method, IR_LOAD_SUPER_METHOD)) {
        gen_expr(gen, method->attribute.value);
        const Name *name = scope_mangle(gen->names, gen->unit->scope, method->attribute.attr);
        gen_named(gen, IR_LOAD_METHOD, name, gen_attribute_span(method));
    }
    gen_arguments(gen, &expr->call);
    call_op(gen, &expr->call, IR_CALL_METHOD, IR_CALL_METHOD_KW, span);
}

// locals() or vars() of a class body: the namespace that the body fills.
static bool is_namespace(const Gen *gen, const NodeCall *call)
{
    return gen->unit->function->kind == IR_FUNCTION_CLASS && !gen->options->for_micropython &&
           call->args.count == 0 && call->keywords.count == 0 &&
           (gen_is_builtin(gen, call->func, "locals") || gen_is_builtin(gen, call->func, "vars"));
}

void gen_call(Gen *gen, const Expr *expr)
{
    if (is_namespace(gen, &expr->call)) {
        gen_count(gen, IR_LOAD_LOCAL, 0, expr->span);
        return;
    }
    if (gen->options->for_micropython && needs_gathering(&expr->call)) {
        gen_mp_call(gen, expr);
    } else if (needs_gathering(&expr->call)) {
        gather_call(gen, expr);
    } else if (expr->call.func->kind == EXPR_ATTRIBUTE) {
        gen_method_call(gen, expr);
    } else if (is_bare_super(gen, expr)) {
        gen_expr(gen, expr->call.func);
        gen_super(gen, expr);
        gen_count(gen, IR_CALL, 2, expr->span);
    } else {
        gen_expr(gen, expr->call.func);
        gen_arguments(gen, &expr->call);
        call_op(gen, &expr->call, IR_CALL, IR_CALL_KW, expr->span);
    }
}
