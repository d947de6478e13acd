// SPDX-License-Identifier: MIT
// Classes: the body is a function of the namespace dict, which it fills and returns. BUILD_CLASS
// runs it and makes the class.
#include "unit.h"

static void gen_docstring(Gen *gen, const Stmt *stmt)
{
    if (gen->options->strip_docstrings || !stmt->scope->docstring)
        return;
    Span span = {.start = stmt->span.start, .end = stmt->span.start};
    gen_constant(gen, stmt->scope->docstring, span);
    gen_named(gen, IR_STORE_NAME, names_intern_z(gen->names, "__doc__"), span);
}

// The last name of `name`, `module.name` or a call of these.
static const Name *last_name(const Expr *expr)
{
    if (expr->kind == EXPR_CALL)
        expr = expr->call.func;
    if (expr->kind == EXPR_ATTRIBUTE)
        return expr->attribute.attr;
    return expr->kind == EXPR_NAME ? expr->name.id : NULL;
}

bool gen_keeps_annotations(const NodeClassDef *def)
{
    for (uint32_t i = 0; i < def->decorator_list.count; i++) {
        const Name *name = last_name(def->decorator_list.items[i]);
        if (name && name_is(name, "dataclass"))
            return true;
    }
    for (uint32_t i = 0; i < def->bases.count; i++) {
        const Name *name = last_name(def->bases.items[i]);
        if (name && (name_is(name, "NamedTuple") || name_is(name, "TypedDict")))
            return true;
    }
    return false;
}

static const Constant *source_text(Gen *gen, Span span)
{
    return constant_str(gen->arena, gen->module->source->text + span.start, span.end - span.start);
}

// `__annotated__`: names and texts of the annotations of the body's variables, one tuple.
static void gen_annotations(Gen *gen, const Stmt *stmt)
{
    const StmtList *body = &stmt->class_def.body;
    VEC(const Constant *) items = {0};
    for (uint32_t i = 0; i < body->count; i++) {
        const NodeAnnAssign *assign = &body->items[i]->ann_assign;
        if (body->items[i]->kind != STMT_ANN_ASSIGN || !assign->simple)
            continue;
        const Name *name = scope_mangle(gen->names, stmt->scope, assign->target->name.id);
        const Expr *annotation = assign->annotation;
        bool is_text = annotation->kind == EXPR_CONSTANT &&
                       annotation->constant.value->kind == CONSTANT_STR;
        VEC_PUSH(gen->arena, &items, constant_str(gen->arena, name->text, name->size));
        VEC_PUSH(gen->arena, &items,
                 is_text ? annotation->constant.value : source_text(gen, annotation->span));
    }
    const Constant *tuple =
        constant_items(gen->arena, CONSTANT_TUPLE, items.items, items.count);
    gen_constant(gen, tuple, stmt->span);
    gen_named(gen, IR_STORE_NAME, names_intern_z(gen->names, "__annotated__"), stmt->span);
}

static void gen_body(Gen *gen, const Stmt *stmt, Unit *unit)
{
    const NodeClassDef *def = &stmt->class_def;
    gen_open_unit(gen, unit, IR_FUNCTION_CLASS, def->name, stmt->scope, NULL, stmt->span);
    gen_class_fields(gen, stmt, unit->function);
    gen_docstring(gen, stmt);
    if (gen_keeps_annotations(def) && !gen->options->for_micropython)
        gen_annotations(gen, stmt);
    gen_stmts(gen, &def->body);
    Span span = def->body.count ? def->body.items[def->body.count - 1]->span : stmt->span;
    if (stmt->scope->needs_class_cell) {
        gen_count(gen, IR_LOAD_LOCAL, unit->class_cell_slot, span);
        gen_named(gen, IR_STORE_NAME, names_intern_z(gen->names, "__classcell__"), span);
    }
    gen_count(gen, IR_LOAD_LOCAL, 0, span);
    gen_op(gen, IR_RETURN_VALUE, span);
    gen_close_unit(gen);
}

static bool needs_gathering(const NodeClassDef *def)
{
    for (uint32_t i = 0; i < def->bases.count; i++)
        if (def->bases.items[i]->kind == EXPR_STARRED)
            return true;
    for (uint32_t i = 0; i < def->keywords.count; i++)
        if (!def->keywords.items[i]->arg)
            return true;
    return false;
}

// class C(*bases, **keywords): all bases as the list of a keyword `*`, all keywords as the dict of a
// keyword `**`.
static void gen_gathered(Gen *gen, const NodeClassDef *def, Span span)
{
    gen_text(gen, names_intern_z(gen->names, "*"), span);
    gen_list(gen, &def->bases, span);
    gen_text(gen, names_intern_z(gen->names, "**"), span);
    gen_count(gen, IR_BUILD_MAP, def->keywords.count, span);
    for (uint32_t i = 0; i < def->keywords.count; i++)
        gen_gather_keyword(gen, def->keywords.items[i], true);
    gen_pair(gen, IR_BUILD_CLASS, 0, 2, span);
}

static void gen_bases(Gen *gen, const ExprList *bases)
{
    if (bases->count > 255)
        GEN_ERROR(gen, bases->items[255]->span, DIAG_TOO_MANY, 255U, "base classes");
    gen_exprs(gen, bases);
}

// Leaves names and values of the keywords that BUILD_CLASS passes on; gives their number.
static uint32_t gen_class_keywords(Gen *gen, const KeywordList *keywords)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *keyword = keywords->items[i];
        // metaclass=type says what is so anyway.
        if (name_is(keyword->arg, "metaclass") && gen_is_builtin(gen, keyword->value, "type"))
            continue;
        gen_text(gen, keyword->arg, keyword->span);
        gen_expr(gen, keyword->value);
        count++;
    }
    if (count > 255)
        GEN_ERROR(gen, keywords->items[255]->span, DIAG_TOO_MANY, 255U, "class keywords");
    return count;
}

void gen_class(Gen *gen, const Stmt *stmt)
{
    const NodeClassDef *def = &stmt->class_def;
    gen_exprs(gen, &def->decorator_list);
    Span span = stmt->name_span.end ? stmt->name_span : stmt->span;
    Unit unit;
    gen_body(gen, stmt, &unit);
    gen_make_function(gen, unit.function, 0, span);
    gen_identifier(gen, def->name, span);
    if (needs_gathering(def)) {
        gen_gathered(gen, def, span);
    } else {
        gen_bases(gen, &def->bases);
        uint32_t keyword_count = gen_class_keywords(gen, &def->keywords);
        gen_pair(gen, IR_BUILD_CLASS, def->bases.count, keyword_count, span);
    }
    for (uint32_t i = def->decorator_list.count; i-- > 0;)
        gen_count(gen, IR_CALL, 1, def->decorator_list.items[i]->span);
    gen_store_name(gen, def->name, span);
}
