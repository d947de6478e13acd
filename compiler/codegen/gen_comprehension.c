// SPDX-License-Identifier: MIT
// Comprehensions and generator expressions: a function of one parameter, the iterator of the first
// `for`, which is evaluated outside. The collection grows below the iterators on the stack.
#include "unit.h"

typedef struct {
    const char *name;
    const ComprehensionList *generators;
    const Expr *element;
    const Expr *value;  // of a dict comprehension
    IrOp build, append; // of the collection; a generator expression has none
} ComprehensionParts;

static ComprehensionParts parts_of(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_LIST_COMP:
        return (ComprehensionParts){"<listcomp>",        &expr->list_comp.generators,
                                    expr->list_comp.elt, NULL,
                                    IR_BUILD_LIST,       IR_LIST_APPEND};
    case EXPR_SET_COMP:
        return (ComprehensionParts){"<setcomp>",        &expr->set_comp.generators,
                                    expr->set_comp.elt, NULL,
                                    IR_BUILD_SET,       IR_SET_ADD};
    case EXPR_DICT_COMP:
        return (ComprehensionParts){"<dictcomp>",        &expr->dict_comp.generators,
                                    expr->dict_comp.key, expr->dict_comp.value,
                                    IR_BUILD_MAP,        IR_MAP_ADD};
    default:
        return (ComprehensionParts){
            "<genexpr>",   &expr->generator_exp.generators, expr->generator_exp.elt, NULL, IR_LABEL,
            IR_YIELD_VALUE};
    }
}

static void gen_element(Gen *gen, const ComprehensionParts *parts, uint32_t slots)
{
    gen_expr(gen, parts->element);
    if (parts->value)
        gen_expr(gen, parts->value);
    if (parts->append == IR_YIELD_VALUE) {
        gen_op(gen, IR_YIELD_VALUE, parts->element->span);
        gen_op(gen, IR_POP_TOP, parts->element->span);
    } else {
        gen_count(gen, parts->append, slots + 1, parts->element->span);
    }
}

// The loops from generator `index` inwards, with `slots` iterator slots already on the stack.
static void gen_loops(Gen *gen, const ComprehensionParts *parts, uint32_t index, uint32_t slots)
{
    if (index == parts->generators->count) {
        gen_element(gen, parts, slots);
        return;
    }
    const Comprehension *generator = parts->generators->items[index];
    IrOp step = IR_FOR_ITER;
    Span span = generator->iter->span;
    if (index == 0) {
        gen_count(gen, IR_LOAD_LOCAL, 0, span);
        slots++;
    } else if (generator->is_async) {
        gen_async_iterator(gen, generator->iter);
        slots++;
    } else {
        slots += gen_iterator(gen, generator->iter, &step);
    }
    IrLabel top = gen_label(gen);
    IrLabel done = gen_label(gen);
    gen_place(gen, top, span);
    if (generator->is_async)
        gen_async_next(gen, done, span);
    else
        gen_jump(gen, step, done, span);
    gen_store(gen, generator->target);
    for (uint32_t i = 0; i < generator->ifs.count; i++)
        gen_jump_if(gen, generator->ifs.items[i], false, top);
    gen_loops(gen, parts, index + 1, slots);
    gen_jump(gen, IR_JUMP, top, span);
    if (generator->is_async)
        gen_async_stop(gen, done, span);
    else
        gen_place(gen, done, span);
}

static void gen_body(Gen *gen, const Expr *expr, const ComprehensionParts *parts, Unit *unit)
{
    gen_open_unit(gen, unit, IR_FUNCTION_COMPREHENSION, names_intern_z(gen->names, parts->name),
                  expr->scope, NULL, expr->span);
    if (parts->append != IR_YIELD_VALUE)
        gen_count(gen, parts->build, 0, expr->span);
    gen_loops(gen, parts, 0, 0);
    if (parts->append == IR_YIELD_VALUE)
        gen_none(gen, expr->span);
    gen_op(gen, IR_RETURN_VALUE, expr->span);
    gen_close_unit(gen);
}

void gen_comprehension(Gen *gen, const Expr *expr)
{
    ComprehensionParts parts = parts_of(expr);
    Unit unit;
    gen_body(gen, expr, &parts, &unit);
    gen_make_function(gen, unit.function, 0, expr->span);
    const Comprehension *first = parts.generators->items[0];
    if (first->is_async) {
        gen_async_iterator(gen, first->iter);
    } else {
        gen_expr(gen, first->iter);
        gen_op(gen, IR_GET_ITER, first->iter->span);
    }
    gen_count(gen, IR_CALL, 1, expr->span);
    if (unit.function->is_coroutine)
        gen_await(gen, expr->span);
}
