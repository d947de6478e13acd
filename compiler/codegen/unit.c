// SPDX-License-Identifier: MIT
// The small steps of code generation: one instruction, one use of a name, one block.
#include "unit.h"

void gen_op(Gen *gen, IrOp op, Span span)
{
    ir_emit(gen->arena, gen->unit->function, op, span);
}

void gen_count(Gen *gen, IrOp op, uint32_t count, Span span)
{
    if (count > UINT16_MAX)
        GEN_ERROR(gen, span, DIAG_TOO_MANY, (unsigned)UINT16_MAX, "operands of one instruction");
    ir_emit(gen->arena, gen->unit->function, op, span)->count = count;
}

void gen_pair(Gen *gen, IrOp op, uint32_t a, uint32_t b, Span span)
{
    IrInst *inst = ir_emit(gen->arena, gen->unit->function, op, span);
    inst->a = (uint8_t)a;
    inst->b = (uint8_t)b;
}

void gen_named(Gen *gen, IrOp op, const Name *name, Span span)
{
    ir_emit(gen->arena, gen->unit->function, op, span)->name = name;
}

void gen_constant(Gen *gen, const Constant *constant, Span span)
{
    ir_emit(gen->arena, gen->unit->function, IR_LOAD_CONST, span)->constant = constant;
}

void gen_none(Gen *gen, Span span)
{
    gen_constant(gen, constant_none(), span);
}

void gen_text(Gen *gen, const Name *text, Span span)
{
    gen_constant(gen, constant_str(gen->arena, text->text, text->size), span);
}

void gen_identifier(Gen *gen, const Name *name, Span span)
{
    gen_text(gen, name, span);
    VEC_LAST(&gen->unit->function->code).a = 1;
}

bool gen_goes_on(const Gen *gen)
{
    const IrCode *code = &gen->unit->function->code;
    return code->count == 0 || !ir_op_ends(VEC_LAST(code).op);
}

void gen_jump(Gen *gen, IrOp op, IrLabel label, Span span)
{
    if (op == IR_JUMP && !gen_goes_on(gen))
        return;
    ir_emit(gen->arena, gen->unit->function, op, span)->label = label;
}

IrLabel gen_label(Gen *gen)
{
    return ir_new_label(gen->unit->function);
}

void gen_place(Gen *gen, IrLabel label, Span span)
{
    gen_jump(gen, IR_LABEL, label, span);
}

void gen_unsupported(Gen *gen, Span span, const char *what)
{
    GEN_ERROR(gen, span, DIAG_NOT_SUPPORTED, what);
}

// Slot, global or namespace access: one opcode for each binding.
typedef struct {
    IrOp local, cell, global, namespace;
} NameOps;

static void name_op(Gen *gen, const NameOps *ops, const Name *name, Span span)
{
    name = scope_mangle(gen->names, gen->unit->scope, name);
    const Symbol *symbol = scope_find(gen->unit->scope, name);
    switch (symbol ? symbol->binding : BINDING_GLOBAL) {
    case BINDING_LOCAL:
        gen_count(gen, ops->local, symbol->slot, span);
        return;
    case BINDING_CELL:
    case BINDING_FREE:
        gen_count(gen, ops->cell, symbol->slot, span);
        return;
    case BINDING_GLOBAL:
        gen_named(gen, ops->global, name, span);
        return;
    case BINDING_NAMESPACE:
        gen_named(gen, ops->namespace, name, span);
        return;
    }
}

// What a class body knows of itself without storing it.
static const Name *class_attribute(const Gen *gen, const Name *name)
{
    const Symbol *symbol = scope_find(gen->unit->scope, name);
    if (gen->unit->scope->kind != SCOPE_CLASS || !symbol || (symbol->flags & SYMBOL_BOUND))
        return NULL;
    if (name_is(name, "__module__"))
        return gen->options->is_entry ? names_intern_z(gen->names, "__main__") : gen->out->name;
    return name_is(name, "__qualname__") ? gen->unit->function->qualname : NULL;
}

void gen_load_name(Gen *gen, const Name *name, Span span)
{
    static const NameOps ops = {IR_LOAD_LOCAL, IR_LOAD_CELL, IR_LOAD_GLOBAL, IR_LOAD_NAME};
    const Name *known = class_attribute(gen, name);
    const Symbol *owner = gen->module->folds_const ? scope_owner(gen->unit->scope, name) : NULL;
    if (owner && owner->declared) { // used above its declaration
        gen_constant(gen, owner->declared, span);
        return;
    }
    // A file for MicroPython does not know under which name it will be imported.
    if (known && gen->options->for_micropython && name_is(name, "__module__"))
        gen_named(gen, IR_LOAD_GLOBAL, names_intern_z(gen->names, "__name__"), span);
    else if (known)
        gen_text(gen, known, span);
    else
        name_op(gen, &ops, name, span);
}

void gen_store_name(Gen *gen, const Name *name, Span span)
{
    static const NameOps ops = {IR_STORE_LOCAL, IR_STORE_CELL, IR_STORE_GLOBAL, IR_STORE_NAME};
    name_op(gen, &ops, name, span);
}

void gen_delete_name(Gen *gen, const Name *name, Span span)
{
    static const NameOps ops = {IR_DELETE_LOCAL, IR_DELETE_CELL, IR_DELETE_GLOBAL, IR_DELETE_NAME};
    name_op(gen, &ops, name, span);
}

void gen_builtin(Gen *gen, const char *statement, const char *name, Span span)
{
    const Name *interned = names_intern_z(gen->names, name);
    const Symbol *global = scope_find(gen->module->scope, interned);
    if (global && (global->flags & SYMBOL_BOUND))
        GEN_ERROR(gen, span, DIAG_BUILTIN_REBOUND, statement, name);
    gen_named(gen, IR_LOAD_GLOBAL, interned, span);
}

bool gen_is_builtin(const Gen *gen, const Expr *expr, const char *name)
{
    return expr->kind == EXPR_NAME && name_is(expr->name.id, name) &&
           scope_is_builtin(gen->unit->scope, expr->name.id);
}

void gen_push_block(Gen *gen, Block *block, BlockKind kind)
{
    block->kind = kind;
    block->outer = gen->unit->block;
    gen->unit->block = block;
}

void gen_pop_block(Gen *gen)
{
    gen->unit->block = gen->unit->block->outer;
}
