// SPDX-License-Identifier: MIT
// Annotations as dicts, where the manifest says that they are kept. They are evaluated when the
// function or class is made, as in CPython 3.11: a decorator next to the function hands it the dict,
// and a class body ends with `__annotations__ = {…}`.
#include "desugar_internal.h"

static void add_entry(Desugar *desugar, Expr *dict, const Name *name, Expr *annotation)
{
    Span span = annotation->span;
    Expr *value = annotation->kind == EXPR_STARRED ? annotation->starred.value : annotation;
    if (desugar->has_future)
        value = desugar_text(desugar, desugar->module->source->text + span.start,
                             span.end - span.start, span);
    VEC_PUSH(desugar->arena, &dict->dict.keys,
             desugar_text(desugar, name->text, name->size, span));
    VEC_PUSH(desugar->arena, &dict->dict.values, value);
    if (value->height >= dict->height)
        dict->height = (uint16_t)(value->height + 1);
}

static void take_arg(Desugar *desugar, Expr *dict, Arg *arg)
{
    if (!arg || !arg->annotation)
        return;
    add_entry(desugar, dict, arg->arg, arg->annotation);
    arg->annotation = NULL;
}

static void take_args(Desugar *desugar, Expr *dict, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        take_arg(desugar, dict, list->items[i]);
}

Expr *desugar_function_annotations(Desugar *desugar, NodeFunctionDef *def, Span span)
{
    Expr *dict = desugar_expr(desugar, EXPR_DICT, span);
    take_args(desugar, dict, &def->args->args); // CPython's order
    take_args(desugar, dict, &def->args->posonlyargs);
    take_arg(desugar, dict, def->args->vararg);
    take_args(desugar, dict, &def->args->kwonlyargs);
    take_arg(desugar, dict, def->args->kwarg);
    if (def->returns)
        add_entry(desugar, dict, names_intern_z(desugar->names, "return"), def->returns);
    def->returns = NULL;
    if (dict->dict.keys.count == 0)
        return NULL;
    ast_walk_exprs(&desugar->visitor, &dict->dict.values);
    return desugar_call(desugar, HIDDEN_ANNOTATE, &dict, 1, span);
}

void desugar_class_annotations(Desugar *desugar, Stmt *stmt)
{
    StmtList *body = &stmt->class_def.body;
    Expr *dict = desugar_expr(desugar, EXPR_DICT, stmt->span);
    for (uint32_t i = 0; i < body->count; i++) {
        const NodeAnnAssign *assign = &body->items[i]->ann_assign;
        if (body->items[i]->kind == STMT_ANN_ASSIGN && assign->simple)
            add_entry(desugar, dict, assign->target->name.id, assign->annotation);
    }
    if (dict->dict.keys.count == 0)
        return;
    ast_walk_exprs(&desugar->visitor, &dict->dict.values);
    Stmt *assign = ARENA_NEW(desugar->arena, Stmt);
    assign->kind = STMT_ASSIGN;
    assign->span = stmt->span;
    VEC_PUSH(desugar->arena, &assign->assign.targets,
             desugar_name(desugar, names_intern_z(desugar->names, "__annotations__"), CTX_STORE,
                          stmt->span));
    assign->assign.value = dict;
    VEC_PUSH(desugar->arena, body, assign);
}
