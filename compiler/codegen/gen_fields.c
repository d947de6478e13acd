// SPDX-License-Identifier: MIT
// The fields of a class's instances, read off its source: `__slots__` when it is a literal, then
// every attribute that a method stores on its first parameter. They get fixed words in instances;
// a field too many costs a word, one too few only a slower place, so the search may be rough.
#include "unit.h"

typedef struct {
    Gen *gen;
    IrFunction *function; // of the class body, takes the fields
    const Scope *scope;   // of the method
    const Name *self;     // its first parameter
} FieldSearch;

static void search_stmts(FieldSearch *search, const StmtList *list);

static void add_field(FieldSearch *search, const Name *name)
{
    name = scope_mangle(search->gen->names, search->scope, name);
    for (uint32_t i = 0; i < search->function->fields.count; i++)
        if (search->function->fields.items[i] == name)
            return;
    VEC_PUSH(search->gen->arena, &search->function->fields, name);
}

static void search_target(FieldSearch *search, const Expr *target)
{
    const ExprList *items = NULL;
    if (!target)
        return;
    if (target->kind == EXPR_TUPLE)
        items = &target->tuple.elts;
    else if (target->kind == EXPR_LIST)
        items = &target->list.elts;
    else if (target->kind == EXPR_STARRED)
        search_target(search, target->starred.value);
    else if (target->kind == EXPR_ATTRIBUTE && target->attribute.value->kind == EXPR_NAME &&
             target->attribute.value->name.id == search->self)
        add_field(search, target->attribute.attr);
    for (uint32_t i = 0; items && i < items->count; i++)
        search_target(search, items->items[i]);
}

static void search_targets(FieldSearch *search, const ExprList *targets)
{
    for (uint32_t i = 0; i < targets->count; i++)
        search_target(search, targets->items[i]);
}

static void search_try(FieldSearch *search, const NodeTry *node)
{
    search_stmts(search, &node->body);
    for (uint32_t i = 0; i < node->handlers.count; i++)
        search_stmts(search, &node->handlers.items[i]->body);
    search_stmts(search, &node->orelse);
    search_stmts(search, &node->finalbody);
}

static void search_with(FieldSearch *search, const NodeWith *node)
{
    for (uint32_t i = 0; i < node->items.count; i++)
        search_target(search, node->items.items[i]->optional_vars);
    search_stmts(search, &node->body);
}

static void search_stmt(FieldSearch *search, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_ASSIGN:
        search_targets(search, &stmt->assign.targets);
        return;
    case STMT_AUG_ASSIGN:
        search_target(search, stmt->aug_assign.target);
        return;
    case STMT_ANN_ASSIGN:
        search_target(search, stmt->ann_assign.target);
        return;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        search_target(search, stmt->for_.target);
        search_stmts(search, &stmt->for_.body);
        search_stmts(search, &stmt->for_.orelse);
        return;
    case STMT_WHILE:
        search_stmts(search, &stmt->while_.body);
        search_stmts(search, &stmt->while_.orelse);
        return;
    case STMT_IF:
        search_stmts(search, &stmt->if_.body);
        search_stmts(search, &stmt->if_.orelse);
        return;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        search_with(search, &stmt->with);
        return;
    case STMT_TRY:
    case STMT_TRY_STAR:
        search_try(search, &stmt->try_);
        return;
    case STMT_MATCH:
        for (uint32_t i = 0; i < stmt->match.cases.count; i++)
            search_stmts(search, &stmt->match.cases.items[i]->body);
        return;
    default: // no targets and no statements inside that run with the same `self`
        return;
    }
}

static void search_stmts(FieldSearch *search, const StmtList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        search_stmt(search, list->items[i]);
}

static bool is_decorated(const NodeFunctionDef *def, const char *decorator)
{
    for (uint32_t i = 0; i < def->decorator_list.count; i++) {
        const Expr *expr = def->decorator_list.items[i];
        if (expr->kind == EXPR_NAME && name_is(expr->name.id, decorator))
            return true;
    }
    return false;
}

static void search_method(FieldSearch *search, const Stmt *stmt)
{
    const NodeFunctionDef *def = &stmt->function_def;
    const ArgList *first =
        def->args->posonlyargs.count ? &def->args->posonlyargs : &def->args->args;
    if (first->count == 0 || is_decorated(def, "staticmethod") || is_decorated(def, "classmethod"))
        return;
    search->self = first->items[0]->arg;
    search->scope = stmt->scope;
    search_stmts(search, &def->body);
}

static void add_slot(FieldSearch *search, const Expr *expr)
{
    if (expr->kind == EXPR_CONSTANT && expr->constant.value->kind == CONSTANT_STR) {
        const Constant *text = expr->constant.value;
        add_field(search, names_intern(search->gen->names, text->text.bytes, text->text.size));
    }
}

// `__slots__ = ...` with literal names; as a constant tuple when folding has run.
static void search_slots(FieldSearch *search, const NodeAssign *assign)
{
    const Expr *target = assign->targets.items[0];
    if (target->kind != EXPR_NAME || !name_is(target->name.id, "__slots__"))
        return;
    const Expr *value = assign->value;
    const ExprList *items = value->kind == EXPR_TUPLE  ? &value->tuple.elts
                            : value->kind == EXPR_LIST ? &value->list.elts
                                                       : NULL;
    for (uint32_t i = 0; items && i < items->count; i++)
        add_slot(search, items->items[i]);
    if (value->kind != EXPR_CONSTANT)
        return;
    add_slot(search, value);
    if (value->constant.value->kind != CONSTANT_TUPLE)
        return;
    for (uint32_t i = 0; i < value->constant.value->items.count; i++) {
        Expr item = {.kind = EXPR_CONSTANT};
        item.constant.value = value->constant.value->items.items[i];
        add_slot(search, &item);
    }
}

// Whether the class body binds the name to something that takes stores itself (a property, a
// descriptor) or that instances hide rarely (a method): such a name is no field.
static bool is_class_member(Gen *gen, const StmtList *body, const Scope *scope, const Name *name)
{
    for (uint32_t i = 0; i < body->count; i++) {
        const Stmt *stmt = body->items[i];
        const Name *bound = NULL;
        if (stmt->kind == STMT_FUNCTION_DEF || stmt->kind == STMT_ASYNC_FUNCTION_DEF)
            bound = stmt->function_def.name;
        else if (stmt->kind == STMT_CLASS_DEF)
            bound = stmt->class_def.name;
        else if (stmt->kind == STMT_ASSIGN && stmt->assign.value->kind == EXPR_CALL &&
                 stmt->assign.targets.items[0]->kind == EXPR_NAME)
            bound = stmt->assign.targets.items[0]->name.id;
        if (bound && scope_mangle(gen->names, scope, bound) == name)
            return true;
    }
    return false;
}

void gen_class_fields(Gen *gen, const Stmt *stmt, IrFunction *function)
{
    const StmtList *body = &stmt->class_def.body;
    FieldSearch search = {.gen = gen, .function = function, .scope = stmt->scope};
    for (uint32_t i = 0; i < body->count; i++)
        if (body->items[i]->kind == STMT_ASSIGN)
            search_slots(&search, &body->items[i]->assign);
    uint32_t slot_count = function->fields.count;
    for (uint32_t i = 0; gen_keeps_annotations(&stmt->class_def) && i < body->count; i++)
        if (body->items[i]->kind == STMT_ANN_ASSIGN && body->items[i]->ann_assign.simple)
            add_field(&search, body->items[i]->ann_assign.target->name.id);
    for (uint32_t i = 0; i < body->count; i++)
        if (body->items[i]->kind == STMT_FUNCTION_DEF ||
            body->items[i]->kind == STMT_ASYNC_FUNCTION_DEF)
            search_method(&search, body->items[i]);
    uint32_t kept = slot_count;
    for (uint32_t i = slot_count; i < function->fields.count; i++) {
        const Name *name = function->fields.items[i];
        if (!is_class_member(gen, body, stmt->scope, name))
            function->fields.items[kept++] = name;
    }
    function->fields.count = kept;
}
