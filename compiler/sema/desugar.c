// SPDX-License-Identifier: MIT
// One walk finds which of the built-in names that matter here the module binds anywhere; where it
// does, each scope is asked again. Another one replaces nodes, from the inside out. What replacements call is imported under hidden names
// at the top of the module.
#include "desugar_internal.h"

#include <string.h>

// Built-in names that are recognised, as far as the module does not bind them (`sys` by anything but
// importing it). The first ones are
// classes that take parameters, those up to `object` classes.
static const char *const builtin_names[] = {
    "list",  "dict",  "tuple", "set",     "frozenset", "type",  "int",     "str",
    "float", "bool",  "bytes", "complex", "bytearray", "range", "object",  "globals",
    "locals", "vars", "dir",  "sys",      "__import__",
};

enum { GENERIC_CLASSES = 6, BUILTIN_COMPLEX = 11, BUILTIN_CLASSES = 15, BUILTIN_GLOBALS = 15,
       BUILTIN_LOCALS, BUILTIN_VARS, BUILTIN_DIR, MODULE_SYS, BUILTIN_IMPORT, BUILTIN_COUNT };

static int builtin_index(const Name *name)
{
    for (int i = 0; i < BUILTIN_COUNT; i++)
        if (name_is(name, builtin_names[i]))
            return i;
    return -1;
}

// ---- new nodes

Expr *desugar_expr(Desugar *desugar, ExprKind kind, Span span)
{
    Expr *expr = ARENA_NEW(desugar->arena, Expr);
    expr->kind = kind;
    expr->span = span;
    expr->height = 1;
    return expr;
}

Expr *desugar_name(Desugar *desugar, const Name *name, ExprContext context, Span span)
{
    Expr *expr = desugar_expr(desugar, EXPR_NAME, span);
    expr->name.id = name;
    expr->name.ctx = context;
    return expr;
}

static Expr *constant_expr(Desugar *desugar, const Constant *value, Span span)
{
    Expr *expr = desugar_expr(desugar, EXPR_CONSTANT, span);
    expr->constant.value = value;
    return expr;
}

Expr *desugar_text(Desugar *desugar, const char *text, size_t size, Span span)
{
    return constant_expr(desugar, constant_str(desugar->arena, text, size), span);
}

Expr *desugar_none(Desugar *desugar, Span span)
{
    return constant_expr(desugar, constant_none(), span);
}

static const char *const hidden_names[] = {
#define HIDDEN(id, name, module, attribute) name,
#include "hidden.def"
#undef HIDDEN
};

typedef struct {
    const char *module;
    const char *attribute;
} HiddenPlace;

static const HiddenPlace hidden_places[] = {
#define HIDDEN(id, name, module, attribute) {module, attribute},
#include "hidden.def"
#undef HIDDEN
};

Expr *desugar_hidden(Desugar *desugar, HiddenId id, Span span)
{
    desugar->hidden |= 1U << id;
    return desugar_name(desugar, names_intern_z(desugar->names, hidden_names[id]), CTX_LOAD, span);
}

Expr *desugar_call(Desugar *desugar, HiddenId id, Expr *const *args, uint32_t count, Span span)
{
    Expr *call = desugar_expr(desugar, EXPR_CALL, span);
    call->call.func = desugar_hidden(desugar, id, span);
    for (uint32_t i = 0; i < count; i++) {
        VEC_PUSH(desugar->arena, &call->call.args, args[i]);
        if (args[i]->height >= call->height)
            call->height = (uint16_t)(args[i]->height + 1);
    }
    return call;
}

// ---- what the module binds

static void note_bound(Desugar *desugar, const Name *name)
{
    int index = name ? builtin_index(name) : -1;
    if (index >= 0)
        desugar->bound |= 1U << index;
}

static void note_param(Desugar *desugar, const Arg *arg)
{
    if (arg)
        note_bound(desugar, arg->arg);
}

static void note_params(Desugar *desugar, const Arguments *args)
{
    const ArgList *const lists[] = {&args->posonlyargs, &args->args, &args->kwonlyargs};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (uint32_t i = 0; i < lists[k]->count; i++)
            note_param(desugar, lists[k]->items[i]);
    note_param(desugar, args->vararg);
    note_param(desugar, args->kwarg);
}

static void note_expr(AstVisitor *visitor, Expr **place)
{
    Desugar *desugar = (Desugar *)visitor;
    const Expr *expr = *place;
    if (expr->kind == EXPR_NAME && expr->name.ctx != CTX_LOAD)
        note_bound(desugar, expr->name.id);
    if (expr->kind == EXPR_LAMBDA && !desugar->is_shallow)
        note_params(desugar, expr->lambda.args);
    ast_walk_expr(visitor, *place);
}

static void note_pattern(AstVisitor *visitor, Pattern *pattern)
{
    Desugar *desugar = (Desugar *)visitor;
    if (pattern->kind == PATTERN_MATCH_AS)
        note_bound(desugar, pattern->match_as.name);
    if (pattern->kind == PATTERN_MATCH_STAR)
        note_bound(desugar, pattern->match_star.name);
    if (pattern->kind == PATTERN_MATCH_MAPPING)
        note_bound(desugar, pattern->match_mapping.rest);
}

static void note_aliases(Desugar *desugar, const AliasList *list, bool is_import)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const Alias *alias = list->items[i];
        const Name *name = alias->asname ? alias->asname : alias->name;
        if (is_import && name_is(alias->name, "sys") && name == alias->name)
            VEC_PUSH(desugar->arena, &desugar->sys_imports, list->items[i]);
        else
            note_bound(desugar, name);
    }
}

static void note_type_params(Desugar *desugar, const TypeParamList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        note_bound(desugar, list->items[i]->name);
}

// What a def or class statement binds inside.
static void note_inner(Desugar *desugar, Stmt *stmt)
{
    if (stmt->kind == STMT_CLASS_DEF) {
        note_type_params(desugar, &stmt->class_def.type_params);
        ast_walk_stmts(&desugar->visitor, &stmt->class_def.body);
    } else {
        note_params(desugar, stmt->function_def.args);
        note_type_params(desugar, &stmt->function_def.type_params);
        ast_walk_stmts(&desugar->visitor, &stmt->function_def.body);
    }
}

static void note_stmt(AstVisitor *visitor, Stmt **place)
{
    Desugar *desugar = (Desugar *)visitor;
    Stmt *stmt = *place;
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
    case STMT_CLASS_DEF: // their names come first in both
        if (stmt->kind == STMT_CLASS_DEF) {
            note_bound(desugar, stmt->class_def.name);
            if (!desugar->is_shallow)
                VEC_PUSH(desugar->arena, &desugar->classes, stmt->class_def.name);
        } else {
            note_bound(desugar, stmt->function_def.name);
        }
        if (!desugar->is_shallow)
            note_inner(desugar, stmt);
        return;
    case STMT_TYPE_ALIAS:
        note_type_params(desugar, &stmt->type_alias.type_params);
        break;
    case STMT_GLOBAL:
        for (uint32_t i = 0; i < stmt->global.names.count; i++)
            note_bound(desugar, stmt->global.names.items[i]);
        break;
    case STMT_IMPORT:
        note_aliases(desugar, &stmt->import.names, true);
        break;
    case STMT_IMPORT_FROM:
        note_aliases(desugar, &stmt->import_from.names, false);
        if (stmt->import_from.module && name_is(stmt->import_from.module, "__future__"))
            for (uint32_t i = 0; i < stmt->import_from.names.count; i++)
                desugar->has_future |= name_is(stmt->import_from.names.items[i]->name, "annotations");
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        for (uint32_t i = 0; i < stmt->try_.handlers.count; i++)
            note_bound(desugar, stmt->try_.handlers.items[i]->name);
        break;
    default:
        break;
    }
    ast_walk_stmt(visitor, stmt);
}

static const AstVisitor noting = {.expr = note_expr, .stmt = note_stmt, .pattern = note_pattern};

// The number of the built-in that an expression names, or -1.
static int builtin_of(const Desugar *desugar, const Expr *expr)
{
    if (expr->kind != EXPR_NAME || expr->name.ctx != CTX_LOAD)
        return -1;
    int index = builtin_index(expr->name.id);
    return index < 0 || (desugar->bound >> index & 1) ? -1 : index;
}

// ---- template strings

static Expr *lower_interpolation(Desugar *desugar, Expr *expr)
{
    const NodeInterpolation *node = &expr->interpolation;
    const char conversion = (char)node->conversion;
    Span span = expr->span;
    Expr *args[4] = {node->value, constant_expr(desugar, node->str, span)};
    uint32_t count = 2;
    if (node->conversion > 0 || node->format_spec)
        args[count++] = node->conversion > 0 ? desugar_text(desugar, &conversion, 1, span)
                                             : desugar_none(desugar, span);
    if (node->format_spec)
        args[count++] = node->format_spec;
    return desugar_call(desugar, HIDDEN_INTERPOLATION, args, count, span);
}

static Expr *lower_template(Desugar *desugar, Expr *expr)
{
    const ExprList *values = &expr->template_str.values;
    return desugar_call(desugar, HIDDEN_TEMPLATE, values->items, values->count, expr->span);
}

// ---- classes with parameters and unions of classes

static Expr *lower_subscript(Desugar *desugar, Expr *expr)
{
    if (expr->subscript.ctx != CTX_LOAD)
        return expr;
    int index = builtin_of(desugar, expr->subscript.value);
    if (index < 0 || index >= GENERIC_CLASSES)
        return expr;
    Expr *args[] = {expr->subscript.value, expr->subscript.slice};
    return desugar_call(desugar, HIDDEN_GENERIC_ALIAS, args, 2, expr->span);
}

static bool is_hidden_call(const Expr *expr, HiddenId id)
{
    return expr->kind == EXPR_CALL && expr->call.func->kind == EXPR_NAME &&
           name_is(expr->call.func->name.id, hidden_names[id]);
}

// Whether an expression looks like a class, so that `|` makes a union of it.
static bool looks_like_class(const Desugar *desugar, const Expr *expr)
{
    int index = builtin_of(desugar, expr);
    if (index >= 0)
        return index < BUILTIN_CLASSES;
    if (expr->kind == EXPR_CONSTANT)
        return expr->constant.value->kind == CONSTANT_NONE;
    if (expr->kind == EXPR_NAME)
        for (uint32_t i = 0; i < desugar->classes.count; i++)
            if (desugar->classes.items[i] == expr->name.id)
                return true;
    return is_hidden_call(expr, HIDDEN_GENERIC_ALIAS) || is_hidden_call(expr, HIDDEN_UNION);
}

static Expr *lower_binary(Desugar *desugar, Expr *expr)
{
    const NodeBinOp *node = &expr->bin_op;
    if (node->op != BINARY_BIT_OR ||
        !(looks_like_class(desugar, node->left) || looks_like_class(desugar, node->right)))
        return expr;
    Expr *args[] = {node->left, node->right};
    return desugar_call(desugar, HIDDEN_UNION, args, 2, expr->span);
}

// ---- complex numbers, namespaces

static Expr *lower_constant(Desugar *desugar, Expr *expr)
{
    const Constant *value = expr->constant.value;
    if (value->kind != CONSTANT_COMPLEX)
        return expr;
    Expr *args[] = {
        constant_expr(desugar, constant_float(desugar->arena, value->complex.real), expr->span),
        constant_expr(desugar, constant_float(desugar->arena, value->complex.imag), expr->span)};
    return desugar_call(desugar, HIDDEN_COMPLEX, args, 2, expr->span);
}

// sys.implementation and others that sys itself does not have.
static Expr *lower_attribute(Desugar *desugar, Expr *expr)
{
    if (expr->attribute.ctx != CTX_LOAD || !desugar->sys_imports.count ||
        builtin_of(desugar, expr->attribute.value) != MODULE_SYS)
        return expr;
    for (int id = HIDDEN_IMPLEMENTATION; id < HIDDEN_COUNT; id++)
        if (name_is(expr->attribute.attr, hidden_places[id].attribute)) {
            for (uint32_t i = 0; i < desugar->sys_imports.count; i++)
                desugar->sys_imports.items[i]->is_used = true;
            return desugar_hidden(desugar, (HiddenId)id, expr->span);
        }
    return expr;
}

// from sys import implementation
static void lower_import_from(Desugar *desugar, NodeImportFrom *node)
{
    if (!node->module || node->level || !name_is(node->module, "sys") || node->names.count != 1)
        return;
    for (int id = HIDDEN_IMPLEMENTATION; id < HIDDEN_COUNT; id++)
        if (name_is(node->names.items[0]->name, hidden_places[id].attribute))
            node->module = names_intern_z(desugar->names, hidden_places[id].module);
}

// Whether a name is dotted identifiers of ASCII.
static bool is_module_name(const Constant *value)
{
    if (value->kind != CONSTANT_STR || value->text.size == 0)
        return false;
    bool starts = true;
    for (uint32_t i = 0; i < value->text.size; i++) {
        char c = value->text.bytes[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        bool is_inner = is_letter || (c >= '0' && c <= '9') || (c == '.' && i + 1 < value->text.size);
        if (starts ? !is_letter : !is_inner)
            return false;
        starts = c == '.';
    }
    return true;
}

// def name(): import a.b as c; return c -- or import a.b; return a.
static Stmt *import_function(Desugar *desugar, const Name *name, const Name *module, bool is_leaf,
                             Span span)
{
    const char *dot = strchr(module->text, '.');
    Stmt *import = ARENA_NEW(desugar->arena, Stmt);
    Stmt *leave = ARENA_NEW(desugar->arena, Stmt);
    Stmt *function = ARENA_NEW(desugar->arena, Stmt);
    Alias *alias = ARENA_NEW(desugar->arena, Alias);
    const Name *bound = is_leaf ? names_intern_z(desugar->names, "_.module")
                        : dot   ? names_intern(desugar->names, module->text,
                                               (size_t)(dot - module->text))
                                : module;
    *alias = (Alias){.name = module, .asname = is_leaf ? bound : NULL, .is_used = true, .span = span};
    import->kind = STMT_IMPORT;
    leave->kind = STMT_RETURN;
    function->kind = STMT_FUNCTION_DEF;
    import->span = leave->span = function->span = span;
    VEC_PUSH(desugar->arena, &import->import.names, alias);
    leave->return_.value = desugar_name(desugar, bound, CTX_LOAD, span);
    function->function_def.name = name;
    function->function_def.args = ARENA_NEW(desugar->arena, Arguments);
    VEC_PUSH(desugar->arena, &function->function_def.body, import);
    VEC_PUSH(desugar->arena, &function->function_def.body, leave);
    return function;
}

// __import__("a.b") of a literal: a call of a function with an import statement, at the module's top.
static Expr *lower_import_call(Desugar *desugar, Expr *expr)
{
    const ExprList *args = &expr->call.args;
    bool is_known = (args->count == 1 || args->count == 4) && expr->call.keywords.count == 0 &&
                    args->items[0]->kind == EXPR_CONSTANT &&
                    is_module_name(args->items[0]->constant.value);
    if (!is_known)
        return expr;
    const Expr *list = args->count == 4 ? args->items[3] : NULL;
    bool is_leaf = list && ((list->kind == EXPR_TUPLE && list->tuple.elts.count) ||
                            (list->kind == EXPR_LIST && list->list.elts.count));
    const Constant *text = args->items[0]->constant.value;
    const Name *module = names_intern(desugar->names, text->text.bytes, text->text.size);
    const Name *name = names_intern_z(
        desugar->names, arena_format(desugar->arena, "_.%s %s", is_leaf ? "from" : "import", module->text));
    bool is_there = false;
    for (uint32_t i = 0; i < desugar->functions.count; i++)
        is_there |= desugar->functions.items[i]->function_def.name == name;
    if (!is_there)
        VEC_PUSH(desugar->arena, &desugar->functions,
                 import_function(desugar, name, module, is_leaf, expr->span));
    Expr *call = desugar_expr(desugar, EXPR_CALL, expr->span);
    call->call.func = desugar_name(desugar, name, CTX_LOAD, expr->span);
    call->height = 2;
    return call;
}

// globals() anywhere; locals(), vars() and dir() of the module.
static Expr *lower_call(Desugar *desugar, Expr *expr)
{
    int index = builtin_of(desugar, expr->call.func);
    if (index == BUILTIN_IMPORT)
        return lower_import_call(desugar, expr);
    if (index < BUILTIN_GLOBALS || expr->call.args.count || expr->call.keywords.count ||
        (index > BUILTIN_GLOBALS && !desugar->in_module))
        return expr;
    Expr *name = desugar_name(desugar, names_intern_z(desugar->names, "__name__"), CTX_LOAD,
                              expr->span);
    Expr *view = desugar_call(desugar, HIDDEN_GLOBALS, &name, 1, expr->span);
    if (index != BUILTIN_DIR)
        return view;
    Expr *sorted = desugar_expr(desugar, EXPR_CALL, expr->span);
    sorted->call.func =
        desugar_name(desugar, names_intern_z(desugar->names, "sorted"), CTX_LOAD, expr->span);
    VEC_PUSH(desugar->arena, &sorted->call.args, view);
    sorted->height = 3;
    return sorted;
}

// ---- the walk

static Expr *lower(Desugar *desugar, Expr *expr)
{
    switch (expr->kind) {
    case EXPR_INTERPOLATION:
        return lower_interpolation(desugar, expr);
    case EXPR_TEMPLATE_STR:
        return lower_template(desugar, expr);
    default:
        break;
    }
    if (desugar->module->for_micropython)
        return expr;
    switch (expr->kind) {
    case EXPR_SUBSCRIPT:
        return lower_subscript(desugar, expr);
    case EXPR_ATTRIBUTE:
        return lower_attribute(desugar, expr);
    case EXPR_BIN_OP:
        return lower_binary(desugar, expr);
    case EXPR_CONSTANT:
        return lower_constant(desugar, expr);
    case EXPR_CALL:
        return lower_call(desugar, expr);
    case EXPR_NAME:
        return builtin_of(desugar, expr) == BUILTIN_COMPLEX
                   ? desugar_hidden(desugar, HIDDEN_COMPLEX, expr->span)
                   : expr;
    default:
        return expr;
    }
}

// Where the walk is: what it goes back to when it leaves a scope.
typedef struct {
    uint32_t bound;
    bool in_class;
    bool in_module;
} Place;

// Enters the scope of a def, class or lambda, which may bind some of the names itself.
static Place enter(Desugar *desugar, Stmt *stmt, const Expr *lambda)
{
    Place outer = {desugar->bound, desugar->in_class, desugar->in_module};
    desugar->in_class = stmt && stmt->kind == STMT_CLASS_DEF;
    desugar->in_module = false;
    if (!desugar->binds_any)
        return outer;
    AstVisitor visitor = desugar->visitor;
    desugar->visitor = noting;
    if (lambda)
        note_params(desugar, lambda->lambda.args);
    else
        note_inner(desugar, stmt);
    desugar->visitor = visitor;
    return outer;
}

static void leave(Desugar *desugar, Place outer)
{
    desugar->bound = outer.bound;
    desugar->in_class = outer.in_class;
    desugar->in_module = outer.in_module;
}

static void visit_expr(AstVisitor *visitor, Expr **place)
{
    Desugar *desugar = (Desugar *)visitor;
    if ((*place)->kind == EXPR_LAMBDA) {
        ast_walk_defaults(visitor, (*place)->lambda.args);
        Place outer = enter(desugar, NULL, *place);
        visitor->expr(visitor, &(*place)->lambda.body);
        leave(desugar, outer);
        return;
    }
    ast_walk_expr(visitor, *place);
    *place = lower(desugar, *place);
}

// class C(list[int]) derives from list.
static void plain_bases(const ExprList *bases)
{
    for (uint32_t i = 0; i < bases->count; i++)
        if (is_hidden_call(bases->items[i], HIDDEN_GENERIC_ALIAS))
            bases->items[i] = bases->items[i]->call.args.items[0];
}

static bool keeps_annotations(const Desugar *desugar)
{
    return desugar->module->keeps_annotations && !desugar->module->for_micropython;
}

static Stmt *lower_class(Desugar *desugar, Stmt *stmt)
{
    NodeClassDef *def = &stmt->class_def;
    ast_walk_exprs(&desugar->visitor, &def->decorator_list);
    ast_walk_exprs(&desugar->visitor, &def->bases);
    ast_walk_keywords(&desugar->visitor, &def->keywords);
    plain_bases(&def->bases);
    Place outer = enter(desugar, stmt, NULL);
    ast_walk_stmts(&desugar->visitor, &def->body);
    if (keeps_annotations(desugar))
        desugar_class_annotations(desugar, stmt);
    leave(desugar, outer);
    return def->type_params.count ? desugar_generic(desugar, stmt) : stmt;
}

static Stmt *lower_function(Desugar *desugar, Stmt *stmt)
{
    NodeFunctionDef *def = &stmt->function_def;
    ast_walk_exprs(&desugar->visitor, &def->decorator_list);
    ast_walk_defaults(&desugar->visitor, def->args);
    Place outer = enter(desugar, stmt, NULL);
    ast_walk_stmts(&desugar->visitor, &def->body);
    leave(desugar, outer);
    Expr *annotations = keeps_annotations(desugar)
                            ? desugar_function_annotations(desugar, def, stmt->span) : NULL;
    Stmt *made = def->type_params.count ? desugar_generic(desugar, stmt) : stmt;
    if (annotations) // innermost, inside the scope of type parameters
        VEC_PUSH(desugar->arena, &def->decorator_list, annotations);
    return made;
}

static void visit_stmt(AstVisitor *visitor, Stmt **place)
{
    Desugar *desugar = (Desugar *)visitor;
    desugar_check(desugar, *place);
    switch ((*place)->kind) {
    case STMT_CLASS_DEF:
        *place = lower_class(desugar, *place);
        return;
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        *place = lower_function(desugar, *place);
        return;
    default:
        ast_walk_stmt(visitor, *place);
        if ((*place)->kind == STMT_IMPORT_FROM && !desugar->module->for_micropython)
            lower_import_from(desugar, &(*place)->import_from);
        if ((*place)->kind == STMT_TYPE_ALIAS)
            *place = desugar_alias(desugar, *place);
        return;
    }
}

// ---- imports of what is called

static Alias *hidden_alias(Desugar *desugar, uint32_t id)
{
    Alias *alias = ARENA_NEW(desugar->arena, Alias);
    alias->name = names_intern_z(desugar->names, hidden_places[id].attribute);
    alias->asname = names_intern_z(desugar->names, hidden_names[id]);
    return alias;
}

// One statement for each module; the rows of hidden.def are in order of modules.
static void push_imports(Desugar *desugar, StmtList *body)
{
    Stmt *stmt = NULL;
    for (uint32_t id = 0; id < HIDDEN_COUNT; id++) {
        if (!(desugar->hidden >> id & 1))
            continue;
        const Name *module = names_intern_z(desugar->names, hidden_places[id].module);
        if (!stmt || stmt->import_from.module != module) {
            stmt = ARENA_NEW(desugar->arena, Stmt);
            stmt->kind = STMT_IMPORT_FROM;
            stmt->import_from.module = module;
            VEC_PUSH(desugar->arena, body, stmt);
        }
        VEC_PUSH(desugar->arena, &stmt->import_from.names, hidden_alias(desugar, id));
    }
}

// Behind the docstring and imports from __future__.
static uint32_t place_of_imports(const StmtList *body)
{
    uint32_t place = 0;
    while (place < body->count) {
        const Stmt *stmt = body->items[place];
        bool is_docstring = place == 0 && stmt->kind == STMT_EXPR &&
                            stmt->expr.value->kind == EXPR_CONSTANT;
        bool is_future = stmt->kind == STMT_IMPORT_FROM && stmt->import_from.module &&
                         name_is(stmt->import_from.module, "__future__");
        if (!is_docstring && !is_future)
            break;
        place++;
    }
    return place;
}

static void add_imports(Desugar *desugar)
{
    const StmtList *body = &desugar->module->body;
    StmtList made = {0};
    uint32_t place = place_of_imports(body);
    for (uint32_t i = 0; i < place; i++)
        VEC_PUSH(desugar->arena, &made, body->items[i]);
    push_imports(desugar, &made);
    for (uint32_t i = 0; i < desugar->functions.count; i++)
        VEC_PUSH(desugar->arena, &made, desugar->functions.items[i]);
    for (uint32_t i = place; i < body->count; i++)
        VEC_PUSH(desugar->arena, &made, body->items[i]);
    desugar->module->body = made;
}

// Whether the module mentions anything that is lowered. Most do not.
static bool has_work(const Names *names, const Module *module)
{
    static const int asked[] = {BUILTIN_COMPLEX, BUILTIN_GLOBALS, BUILTIN_LOCALS,
                                BUILTIN_VARS,    BUILTIN_DIR,     BUILTIN_IMPORT};
    if (module->for_micropython)
        return module->features & (FEATURE_TYPES | FEATURE_TEMPLATES);
    if (module->features)
        return true;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (names_have(names, builtin_names[asked[i]]))
            return true;
    if (names_have(names, builtin_names[MODULE_SYS]))
        for (int id = HIDDEN_IMPLEMENTATION; id < HIDDEN_COUNT; id++)
            if (names_have(names, hidden_places[id].attribute))
                return true;
    return false;
}

bool desugar_module(Arena *arena, Names *names, Diagnostics *diags, Module *module)
{
    if (!has_work(names, module))
        return true;
    Desugar desugar = {.visitor = noting, .arena = arena, .names = names, .diags = diags,
                       .module = module, .in_module = true};
    ast_walk_stmts(&desugar.visitor, &module->body);
    desugar.binds_any = desugar.bound != 0;
    desugar.is_shallow = true;
    desugar.bound = 0;
    if (desugar.binds_any)
        ast_walk_stmts(&desugar.visitor, &module->body);
    desugar.visitor = (AstVisitor){.expr = visit_expr, .stmt = visit_stmt};
    ast_walk_stmts(&desugar.visitor, &module->body);
    if (desugar.hidden || desugar.functions.count)
        add_imports(&desugar);
    return !desugar.failed;
}
