// SPDX-License-Identifier: MIT
// Opening and closing the functions of a module: their frames (parameters, then free cells, then
// other variables), qualified names, and the closures that hand cells from one to the next.
#include "unit.h"

static const char *name_text(const Name *name)
{
    return name ? name->text : "-";
}

static uint32_t add_local(Gen *gen, IrFunction *function, IrLocal local)
{
    if (function->locals.count == UINT16_MAX)
        GEN_ERROR(gen, function->span, DIAG_TOO_MANY, (unsigned)UINT16_MAX, "variables");
    VEC_PUSH(gen->arena, &function->locals, local);
    return function->locals.count - 1;
}

static void add_param(Gen *gen, Unit *unit, const Arg *arg)
{
    const Name *name = scope_mangle(gen->names, unit->scope, arg->arg);
    Symbol *symbol = scope_find(unit->scope, name);
    IrLocal local = {
        .name = name, .kind = IR_LOCAL_PARAM, .is_cell = symbol->binding == BINDING_CELL};
    symbol->slot = add_local(gen, unit->function, local);
}

static void add_param_list(Gen *gen, Unit *unit, const ArgList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        add_param(gen, unit, list->items[i]);
}

static void add_params(Gen *gen, Unit *unit, const Arguments *args)
{
    unit->function->default_count = (uint16_t)args->defaults.count;
    for (uint32_t i = 0; i < args->kw_defaults.count; i++)
        unit->function->has_keyword_defaults |= args->kw_defaults.items[i] != NULL;
    IrFunction *function = unit->function;
    uint32_t positional = args->posonlyargs.count + args->args.count;
    if (positional > 255 || args->kwonlyargs.count > 255)
        GEN_ERROR(gen, function->span, DIAG_TOO_MANY, 255U, "parameters");
    function->posonly_count = (uint16_t)args->posonlyargs.count;
    function->param_count = (uint16_t)positional;
    function->kwonly_count = (uint16_t)args->kwonlyargs.count;
    function->has_varargs = args->vararg != NULL;
    function->has_varkeywords = args->kwarg != NULL;
    add_param_list(gen, unit, &args->posonlyargs);
    add_param_list(gen, unit, &args->args);
    add_param_list(gen, unit, &args->kwonlyargs);
    if (args->vararg)
        add_param(gen, unit, args->vararg);
    if (args->kwarg)
        add_param(gen, unit, args->kwarg);
}

static bool is_free(const Symbol *symbol)
{
    return symbol->binding == BINDING_FREE || symbol->passes_through;
}

static void add_free_cells(Gen *gen, Unit *unit)
{
    for (uint32_t i = 0; i < unit->scope->symbols.count; i++) {
        Symbol *symbol = unit->scope->symbols.items[i];
        if (!is_free(symbol))
            continue;
        IrLocal local = {.name = symbol->name, .kind = IR_LOCAL_FREE, .is_cell = true};
        symbol->slot = add_local(gen, unit->function, local);
        unit->function->free_count++;
    }
}

static void add_variables(Gen *gen, Unit *unit)
{
    for (uint32_t i = 0; i < unit->scope->symbols.count; i++) {
        Symbol *symbol = unit->scope->symbols.items[i];
        bool is_local = symbol->binding == BINDING_LOCAL || symbol->binding == BINDING_CELL;
        if (!is_local || (symbol->flags & SYMBOL_PARAM))
            continue;
        IrLocal local = {
            .name = symbol->name, .kind = IR_LOCAL_VAR, .is_cell = symbol->binding == BINDING_CELL};
        symbol->slot = add_local(gen, unit->function, local);
    }
    if (unit->scope->needs_class_cell) {
        IrLocal local = {
            .name = names_intern_z(gen->names, "__class__"), .kind = IR_LOCAL_VAR, .is_cell = true};
        unit->class_cell_slot = add_local(gen, unit->function, local);
    }
}

// __qualname__: a name declared global in the enclosing scope starts afresh.
static const Name *qualified_name(Gen *gen, const Unit *outer, const Name *name)
{
    while (outer && outer->scope->is_type_scope)
        outer = outer->outer;
    if (!outer || outer->function->kind == IR_FUNCTION_MODULE)
        return name;
    const Symbol *symbol = scope_find(outer->scope, scope_mangle(gen->names, outer->scope, name));
    if (symbol && (symbol->flags & SYMBOL_GLOBAL))
        return name;
    const char *infix = outer->function->kind == IR_FUNCTION_CLASS ? "." : ".<locals>.";
    char *text = arena_join(gen->arena, outer->function->qualname->text, infix, name_text(name));
    return names_intern_z(gen->names, text);
}

void gen_open_unit(Gen *gen, Unit *unit, IrFunctionKind kind, const Name *name, const Scope *scope,
                   const Arguments *args, Span span)
{
    IrFunction *function = ARENA_NEW(gen->arena, IrFunction);
    function->kind = kind;
    function->name = name;
    function->qualname = qualified_name(gen, gen->unit, name);
    function->span = span;
    function->is_generator = scope->is_generator || scope->is_async;
    function->is_coroutine = scope->is_async && !scope->is_generator;
    function->is_async_generator = scope->is_async && scope->is_generator;
    *unit = (Unit){.outer = gen->unit, .function = function, .scope = scope};
    if (unit->outer) {
        function->parent = unit->outer->function;
        VEC_PUSH(gen->arena, &function->parent->children, function);
    }
    gen->unit = unit;
    if (gen->depth < GEN_ROOMS)
        function->code = gen->room[gen->depth];
    gen->depth++;
    if (args)
        add_params(gen, unit, args);
    if (kind == IR_FUNCTION_CLASS || kind == IR_FUNCTION_COMPREHENSION) {
        add_local(gen, function, (IrLocal){.kind = IR_LOCAL_PARAM});
        function->param_count = 1;
    }
    if (kind == IR_FUNCTION_MODULE)
        return;
    add_free_cells(gen, unit);
    add_variables(gen, unit);
}

void gen_close_unit(Gen *gen)
{
    IrCode *code = &gen->unit->function->code;
    gen->depth--;
    if (gen->depth < GEN_ROOMS) {
        gen->room[gen->depth] = *code;
        gen->room[gen->depth].count = 0;
        code->items = ARENA_NEW_ARRAY(gen->arena, IrInst, code->count);
        code->capacity = code->count;
        if (code->count)
            memcpy(code->items, gen->room[gen->depth].items, code->count * sizeof *code->items);
    }
    gen->unit = gen->unit->outer;
}

// The slot of the current function that holds the cell of `name`.
static uint32_t cell_slot(const Gen *gen, const Name *name)
{
    const Unit *unit = gen->unit;
    if (unit->scope->needs_class_cell && name_is(name, "__class__"))
        return unit->class_cell_slot;
    return scope_find(unit->scope, name)->slot;
}

void gen_make_function(Gen *gen, IrFunction *function, uint32_t flags, Span span)
{
    for (uint32_t i = 0; i < function->locals.count; i++) {
        const IrLocal *local = &function->locals.items[i];
        if (local->kind == IR_LOCAL_FREE)
            gen_count(gen, IR_LOAD_LOCAL, cell_slot(gen, local->name), span);
    }
    if (function->free_count) {
        gen_count(gen, IR_BUILD_TUPLE, function->free_count, span);
        flags |= 4;
    }
    IrOp op = flags ? IR_MAKE_CLOSURE : IR_MAKE_FUNCTION;
    IrInst *inst = ir_emit(gen->arena, gen->unit->function, op, span);
    inst->function = function;
    inst->b = (uint8_t)flags;
}
