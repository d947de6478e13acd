// SPDX-License-Identifier: MIT
// What MicroPython's instructions say in their own way: calls that take iterables apart, imports by
// level, f-strings as calls of str.format, dict displays with **.
#include "unit.h"

#include <stdio.h>
#include <string.h>

static bool is_starred(const Expr *expr) { return expr->kind == EXPR_STARRED; }

// ---- calls

// A starred argument needs a bit of a small int, and an instruction counts up to 255.
static bool must_gather(const ExprList *args)
{
    enum { MOST_ARGUMENTS = 255, STAR_BITS = 30 };
    for (uint32_t i = STAR_BITS; i < args->count; i++)
        if (is_starred(args->items[i]))
            return true;
    return args->count > MOST_ARGUMENTS;
}

// Leaves the positional arguments; gives their number and the bits of the starred ones.
static uint32_t gen_positional(Gen *gen, const ExprList *args, Span span, uint32_t *stars)
{
    if (must_gather(args)) {
        gen_list(gen, args, span);
        *stars = 1;
        return 1;
    }
    *stars = 0;
    for (uint32_t i = 0; i < args->count; i++) {
        gen_expr(gen, args->items[i]);
        if (is_starred(args->items[i]))
            *stars |= 1u << i;
    }
    return args->count;
}

// More keyword arguments than an instruction counts are one mapping.
static void gather_keywords(Gen *gen, const KeywordList *keywords, Span span)
{
    gen_op(gen, IR_LOAD_NULL, span);
    gen_count(gen, IR_BUILD_MAP, keywords->count, span);
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *keyword = keywords->items[i];
        if (!keyword->arg) {
            gen_unsupported(gen, keyword->span, "** beside more than 255 keyword arguments is");
            return;
        }
        gen_identifier(gen, keyword->arg, keyword->span);
        gen_expr(gen, keyword->value);
        gen_op(gen, IR_STORE_MAP, keyword->span);
    }
}

static uint32_t gen_keyword_pairs(Gen *gen, const KeywordList *keywords, Span span)
{
    if (keywords->count > 255) {
        gather_keywords(gen, keywords, span);
        return 1;
    }
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *keyword = keywords->items[i];
        if (keyword->arg)
            gen_identifier(gen, keyword->arg, keyword->span);
        else
            gen_op(gen, IR_LOAD_NULL, keyword->span);
        gen_expr(gen, keyword->value);
    }
    return keywords->count;
}

void gen_mp_call(Gen *gen, const Expr *expr)
{
    const NodeCall *call = &expr->call;
    const Expr *callee = call->func;
    bool is_method = callee->kind == EXPR_ATTRIBUTE;
    if (!is_method) {
        gen_expr(gen, callee);
    } else if (!gen_super_attribute(gen, callee, IR_LOAD_SUPER_METHOD)) {
        gen_expr(gen, callee->attribute.value);
        const Name *name = scope_mangle(gen->names, gen->unit->scope, callee->attribute.attr);
        gen_named(gen, IR_LOAD_METHOD, name, gen_attribute_span(callee));
    }
    uint32_t stars;
    uint32_t positional = gen_positional(gen, &call->args, expr->span, &stars);
    uint32_t keywords = gen_keyword_pairs(gen, &call->keywords, expr->span);
    bool has_mapping = call->keywords.count > 255;
    for (uint32_t i = 0; i < call->keywords.count; i++)
        has_mapping |= !call->keywords.items[i]->arg;
    if (!stars && !has_mapping) {
        gen_pair(gen, is_method ? IR_CALL_METHOD_KW : IR_CALL_KW, positional, keywords,
                 expr->span);
        return;
    }
    gen_constant(gen, constant_int(gen->arena, stars), expr->span);
    gen_pair(gen, is_method ? IR_CALL_METHOD_VAR_KW : IR_CALL_VAR_KW, positional, keywords,
             expr->span);
}

void gen_mp_dict_update(Gen *gen, const Expr *mapping, Span span)
{
    gen_op(gen, IR_DUP_TOP, span);
    gen_named(gen, IR_LOAD_METHOD, names_intern_z(gen->names, "update"), span);
    gen_expr(gen, mapping);
    gen_count(gen, IR_CALL_METHOD, 1, span);
    gen_op(gen, IR_POP_TOP, span);
}

// ---- f-strings

typedef struct {
    Gen *gen;
    VEC(char) text;       // for str.format
    VEC(const Expr *) fields; // its arguments
} Template;

static void add_char(Template *template, char c) { VEC_PUSH(template->gen->arena, &template->text, c); }

static void add_piece(Template *template, const Expr *piece);

static void add_pieces(Template *template, const ExprList *pieces)
{
    for (uint32_t i = 0; i < pieces->count; i++)
        add_piece(template, pieces->items[i]);
}

static void add_literal(Template *template, const Constant *text)
{
    for (uint32_t i = 0; i < text->text.size; i++) {
        char c = text->text.bytes[i];
        add_char(template, c);
        if (c == '{' || c == '}')
            add_char(template, c);
    }
}

static void add_spec(Template *template, const Expr *spec)
{
    add_char(template, ':');
    if (spec->kind == EXPR_JOINED_STR)
        add_pieces(template, &spec->joined_str.values);
    else
        add_piece(template, spec);
}

static void add_field(Template *template, const Expr *piece)
{
    const NodeFormattedValue *node = &piece->formatted_value;
    VEC_PUSH(template->gen->arena, &template->fields, node->value);
    add_char(template, '{');
    if (node->conversion == 'a')
        gen_unsupported(template->gen, piece->span, "!a in f-strings for MicroPython is");
    if (node->conversion == 'r' || node->conversion == 's') {
        add_char(template, '!');
        add_char(template, (char)node->conversion);
    }
    if (node->format_spec)
        add_spec(template, node->format_spec);
    add_char(template, '}');
}

static void add_piece(Template *template, const Expr *piece)
{
    if (piece->kind == EXPR_CONSTANT)
        add_literal(template, piece->constant.value);
    else if (piece->kind == EXPR_JOINED_STR)
        add_pieces(template, &piece->joined_str.values);
    else
        add_field(template, piece);
}

void gen_mp_joined_str(Gen *gen, const Expr *expr)
{
    Template template = {.gen = gen};
    add_piece(&template, expr);
    if (template.fields.count == 0) { // no fields: nothing is doubled
        template.text.count = 0;
        const ExprList *values = &expr->joined_str.values;
        for (uint32_t i = 0; i < values->count; i++)
            for (uint32_t k = 0; k < values->items[i]->constant.value->text.size; k++)
                add_char(&template, values->items[i]->constant.value->text.bytes[k]);
    }
    if (template.fields.count > 255)
        GEN_ERROR(gen, expr->span, DIAG_TOO_MANY, 255U, "fields of an f-string");
    add_char(&template, 0);
    gen_constant(gen, constant_str(gen->arena, template.text.items, template.text.count - 1),
                 expr->span);
    if (template.fields.count == 0)
        return;
    gen_named(gen, IR_LOAD_METHOD, names_intern_z(gen->names, "format"), expr->span);
    for (uint32_t i = 0; i < template.fields.count; i++)
        gen_expr(gen, template.fields.items[i]);
    gen_count(gen, IR_CALL_METHOD, template.fields.count, expr->span);
}

// ---- imports

static void import_name(Gen *gen, int level, bool wants_leaf, const Name *name, Span span)
{
    gen_constant(gen, constant_int(gen->arena, level), span);
    // The list of names is only asked whether it is None.
    gen_constant(gen, wants_leaf ? constant_bool(true) : constant_none(), span);
    gen_named(gen, IR_IMPORT_LEVEL, name, span);
}

// import a.b.c as d: from the package inwards.
static void load_submodules(Gen *gen, const Name *name, Span span)
{
    const char *dot = strchr(name->text, '.');
    while (dot) {
        const char *part = dot + 1;
        dot = strchr(part, '.');
        size_t size = dot ? (size_t)(dot - part) : strlen(part);
        gen_named(gen, IR_LOAD_ATTR, names_intern(gen->names, part, size), span);
    }
}

void gen_mp_import(Gen *gen, const Stmt *stmt)
{
    for (uint32_t i = 0; i < stmt->import.names.count; i++) {
        const Alias *alias = stmt->import.names.items[i];
        import_name(gen, 0, false, alias->name, alias->span);
        if (alias->asname) {
            load_submodules(gen, alias->name, alias->span);
            gen_store_name(gen, alias->asname, alias->span);
        } else {
            size_t size = strcspn(alias->name->text, ".");
            gen_store_name(gen, names_intern(gen->names, alias->name->text, size), alias->span);
        }
    }
}

// `from micropython import const` is for the compiler when nothing is left that calls it.
static bool is_idle_const(const Gen *gen, const Name *module, const Alias *alias)
{
    return gen->module->folds_const && gen->module->const_uses == 0 && !alias->asname &&
           name_is(alias->name, "const") && name_is(module, "micropython");
}

void gen_mp_import_from(Gen *gen, const Stmt *stmt)
{
    const NodeImportFrom *node = &stmt->import_from;
    const Name *module = node->module ? node->module : names_intern_z(gen->names, "");
    if (name_is(module, "__future__") && node->level == 0)
        return;
    uint32_t needed = 0;
    for (uint32_t i = 0; i < node->names.count; i++)
        needed += !is_idle_const(gen, module, node->names.items[i]);
    if (needed == 0)
        return;
    import_name(gen, node->level, true, module, stmt->span);
    for (uint32_t i = 0; i < node->names.count; i++) {
        const Alias *alias = node->names.items[i];
        if (is_idle_const(gen, module, alias))
            continue;
        if (name_is(alias->name, "*")) {
            gen_op(gen, IR_IMPORT_STAR, alias->span);
            return;
        }
        gen_named(gen, IR_IMPORT_FROM, alias->name, alias->span);
        gen_store_name(gen, alias->asname ? alias->asname : alias->name, alias->span);
    }
    gen_op(gen, IR_POP_TOP, stmt->span);
}

// ---- async

static void call_special(Gen *gen, const char *method, Span span)
{
    gen_named(gen, IR_LOAD_METHOD, names_intern_z(gen->names, method), span);
    gen_count(gen, IR_CALL_METHOD, 0, span);
}

void gen_mp_async(Gen *gen, const char *helper, Span span)
{
    if (strcmp(helper, "async for") == 0)
        call_special(gen, "__aiter__", span);
    if (strcmp(helper, "async next") == 0)
        call_special(gen, "__anext__", span);
    if (strcmp(helper, "await") == 0 || strcmp(helper, "async next") == 0)
        gen_op(gen, IR_GET_ITER, span);
}

// The value is stored before the block begins, for MicroPython's with instruction cannot await.
void gen_mp_async_enter(Gen *gen, const WithItem *item)
{
    Span span = item->context_expr->span;
    gen_op(gen, IR_LOAD_NULL, span);
    gen_expr(gen, item->context_expr);
    gen_op(gen, IR_DUP_TOP, span);
    call_special(gen, "__aenter__", span);
    gen_await(gen, span);
    if (item->optional_vars)
        gen_store(gen, item->optional_vars);
    else
        gen_op(gen, IR_POP_TOP, span);
    gen_op(gen, IR_LOAD_NULL, span);
}

// ---- decorators

bool gen_mp_skips_decorator(Gen *gen, const Expr *decorator)
{
    if (decorator->kind != EXPR_ATTRIBUTE || decorator->attribute.value->kind != EXPR_NAME ||
        !name_is(decorator->attribute.value->name.id, "micropython"))
        return false;
    const Name *kind = decorator->attribute.attr;
    if (name_is(kind, "bytecode"))
        return true;
    if (name_is(kind, "native")) {
        diag_report(gen->diags, gen->module->source, decorator->span,
                    DIAG_V6_NATIVE_AS_BYTECODE);
        return true;
    }
    if (name_is(kind, "viper") || strncmp(kind->text, "asm_", 4) == 0) {
        GEN_ERROR(gen, decorator->span, DIAG_V6_NATIVE, kind->text);
        return true;
    }
    return false;
}
