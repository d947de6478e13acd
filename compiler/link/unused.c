// SPDX-License-Identifier: MIT
// A variable of a module that is a constant, or a module, is of no use any more when every use has
// been replaced: no code of its module loads it, no code takes an attribute of its name, none
// imports it from the module. Where modules are not handed around as objects nothing else can ask
// for it, so its assignment goes, and its slot, which takes RAM. An import keeps running its
// module; what it binds goes too when it cannot fail. Each round may make another variable useless.
#include "unused.h"

#include "../opt/known.h"
#include "globals.h"

typedef struct {
    Program *program;
    const WorldInput *inputs;
    uint32_t count;
    const World *world;
    NameMap attributes; // names of attributes anywhere
    NameMap imports;    // "module.name" of `from module import name`
} Dropper;

static const Name *import_key(const Dropper *dropper, const Name *module, const Name *name)
{
    const Program *program = dropper->program;
    return names_intern_z(program->names,
                          arena_format(program->arena, "%s.%s", module->text, name->text));
}

static void note_attributes(void *context, const LinkedModule *module, const IrFunction *function)
{
    (void)module;
    Dropper *dropper = context;
    const Name *from = NULL;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_IMPORT_NAME)
            from = inst->name;
        if (inst->op == IR_IMPORT_FROM && from)
            name_map_add(dropper->program->arena, &dropper->imports,
                         import_key(dropper, from, inst->name), 0);
        else if (ir_op_format(inst->op) == IR_FORMAT_NAME && inst->op != IR_LOAD_NAME &&
            inst->op != IR_STORE_NAME && inst->op != IR_DELETE_NAME)
            name_map_add(dropper->program->arena, &dropper->attributes,
                         program_name(dropper->program, inst->name), 0);
    }
}

typedef struct {
    Arena *arena;
    NameMap loaded; // of the module's own table
} Loads;

static void note_loads(void *context, const LinkedModule *module, const IrFunction *function)
{
    (void)module;
    Loads *loads = context;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if ((ir_op_format(inst->op) == IR_FORMAT_GLOBAL && inst->op != IR_STORE_GLOBAL) ||
            inst->op == IR_LOAD_NAME)
            name_map_add(loads->arena, &loads->loaded, inst->name, 0);
    }
}

static bool is_droppable(const Dropper *dropper, const WorldInput *input, const Loads *loads,
                         const Name *name)
{
    const Symbol *symbol = scope_find(input->tree->scope, name);
    if (!symbol || !known_is_bound_once(symbol) || name_map_has(&loads->loaded, name))
        return false;
    if (!symbol->constant && !symbol->module)
        return false;
    return !name_map_has(&dropper->attributes, program_name(dropper->program, name)) &&
           !name_map_has(&dropper->imports, import_key(dropper, input->linked->name, name));
}

// Takes the assignment at `place` out of the code; false when it is no plain one.
static bool drop_store(const WorldInput *input, IrFunction *top, uint32_t place)
{
    IrInst *store = &top->code.items[place];
    IrInst *value = place ? store - 1 : store;
    const Symbol *symbol = scope_find(input->tree->scope, store->name);
    bool is_sure = symbol->flags & SYMBOL_SURE;
    // Taking a module from a package may run it.
    if (value->op == IR_IMPORT_NAME || (value->op == IR_IMPORT_FROM && symbol->module)) {
        *store = (IrInst){.op = IR_POP_TOP, .span = store->span};
        return true;
    }
    if (value->op != IR_LOAD_CONST && !(value->op == IR_IMPORT_FROM && is_sure))
        return false;
    uint32_t kept = place - 1;
    for (uint32_t i = place + 1; i < top->code.count; i++)
        top->code.items[kept++] = top->code.items[i];
    top->code.count = kept;
    return true;
}

// The module's slots without those of `dropped`, numbered afresh.
static void renumber_slots(Program *program, LinkedModule *module, const NameMap *dropped)
{
    NameMap slots = {0};
    for (uint32_t i = 0; i < module->slots.entries.count; i++) {
        const Name *name = module->slots.entries.items[i].name;
        if (!name_map_has(dropped, name))
            name_map_add(program->arena, &slots, name, slots.entries.count + 1);
    }
    module->slots = slots;
}

static bool drop_in(const Dropper *dropper, const WorldInput *input)
{
    Loads loads = {.arena = dropper->program->arena};
    IrModule *ir = (IrModule *)(uintptr_t)input->linked->ir;
    NameMap dropped = {0};
    functions_visit(input->linked, note_loads, &loads);
    for (uint32_t i = ir->top->code.count; i-- > 0;) {
        const IrInst *inst = &ir->top->code.items[i];
        const Name *name = inst->name;
        if (inst->op != IR_STORE_GLOBAL || !is_droppable(dropper, input, &loads, name) ||
            !drop_store(input, ir->top, i))
            continue;
        name_map_add(dropper->program->arena, &dropped, program_name(dropper->program, name), 0);
    }
    if (dropped.entries.count > 0)
        renumber_slots(dropper->program, input->linked, &dropped);
    return dropped.entries.count > 0;
}

// Whether some module takes all names of another.
static bool has_stars(const Dropper *dropper)
{
    for (uint32_t i = 0; i < dropper->count; i++)
        if (dropper->inputs[i].linked->ir->star_imports.count > 0)
            return true;
    return false;
}

void unused_drop(Program *program, const WorldInput *inputs, uint32_t count, const World *world)
{
    Dropper dropper = {.program = program, .inputs = inputs, .count = count, .world = world};
    if (world->modules_are_values || has_stars(&dropper))
        return;
    bool changed = true;
    while (changed) {
        changed = false;
        dropper.attributes = dropper.imports = (NameMap){0};
        for (uint32_t i = 0; i < count; i++)
            functions_visit(inputs[i].linked, note_attributes, &dropper);
        for (uint32_t i = 0; i < count; i++)
            if (world->modules.items[i].has_constants)
                changed |= drop_in(&dropper, &inputs[i]);
    }
}
