// SPDX-License-Identifier: MIT
// A module's slots: the names its code binds, those that star imports bring, its submodules, and
// those that other modules may set on it (`module.name = value`). Star imports can be circular,
// so their names are added until nothing changes.
#include "globals.h"

static void visit_function(const LinkedModule *module, const IrFunction *function,
                           FunctionVisit *visit, void *context)
{
    visit(context, module, function);
    for (uint32_t i = 0; i < function->children.count; i++)
        visit_function(module, function->children.items[i], visit, context);
}

void functions_visit(const LinkedModule *module, FunctionVisit *visit, void *context)
{
    if (module->ir)
        visit_function(module, module->ir->top, visit, context);
}

static void add_slot(Program *program, LinkedModule *module, const Name *name)
{
    name_map_add(program->arena, &module->slots, name, module->slots.entries.count + 1);
}

static bool is_public(const Name *name) { return name->text[0] != '_'; }

static void add_native_names(const Program *program, const LinkedModule *from, NameMap *out)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        if (row->module && name_is(from->name, row->module) && row->name[0] != '_')
            name_map_add(program->arena, out, names_intern_z(program->names, row->name), 0);
    }
    for (uint32_t i = 0; i < catalogue_constant_count(); i++) {
        const ModuleConstantRow *row = catalogue_constant(i);
        if (name_is(from->name, row->module) && row->name[0] != '_')
            name_map_add(program->arena, out, names_intern_z(program->names, row->name), 0);
    }
}

static void add_bound_names(const Program *program, const LinkedModule *from, NameMap *out)
{
    for (uint32_t i = 0; i < program->manifest->natives.count; i++) {
        const ManifestNative *native = &program->manifest->natives.items[i];
        if (strcmp(native->module->text, from->name->text) == 0)
            name_map_add(program->arena, out, program_name(program, native->function), 0);
    }
}

void star_names(const Program *program, const LinkedModule *from, NameMap *out)
{
    if (from->kind == LINKED_NATIVE) {
        add_native_names(program, from, out);
        return;
    }
    if (from->kind == LINKED_BOUND) {
        add_bound_names(program, from, out);
        return;
    }
    const Constant *all = from->ir ? from->ir->all : NULL;
    if (!all) {
        for (uint32_t i = 0; i < from->slots.entries.count; i++)
            if (is_public(from->slots.entries.items[i].name))
                name_map_add(program->arena, out, from->slots.entries.items[i].name, 0);
        return;
    }
    for (uint32_t i = 0; i < all->items.count; i++) {
        const Constant *item = all->items.items[i];
        const Name *name = names_intern(program->names, item->text.bytes, item->text.size);
        name_map_add(program->arena, out, name, 0);
    }
}

static void find_stars(Program *program, LinkedModule *module)
{
    for (uint32_t i = 0; i < module->ir->star_imports.count; i++) {
        const Name *name = program_name(program, module->ir->star_imports.items[i]);
        const LinkedModule *from = program_find(program, name);
        if (from)
            name_map_add(program->arena, &module->stars, name, from->index);
    }
}

// Adds what star imports bring; true when that was something new.
static bool spread_stars(Program *program, LinkedModule *module)
{
    uint32_t before = module->slots.entries.count;
    for (uint32_t i = 0; i < module->stars.entries.count; i++) {
        const LinkedModule *from = program->modules.items[module->stars.entries.items[i].value];
        NameMap names = {0};
        star_names(program, from, &names);
        for (uint32_t k = 0; k < names.entries.count; k++)
            add_slot(program, module, names.entries.items[k].name);
    }
    return module->slots.entries.count > before;
}

typedef struct {
    Program *program;
    NameMap stored; // names of `object.name = value` where the object may be a module
} Stores;

static void collect_stores(void *context, const LinkedModule *module, const IrFunction *function)
{
    (void)module;
    Stores *stores = context;
    for (uint32_t i = 1; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        IrOp object = function->code.items[i - 1].op;
        bool is_named = object == IR_LOAD_GLOBAL || object == IR_LOAD_NAME ||
                        object == IR_LOAD_ATTR || object == IR_LOAD_CELL;
        if (inst->op == IR_STORE_ATTR && (is_named || object == IR_LOAD_LOCAL))
            name_map_add(stores->program->arena, &stores->stored,
                         program_name(stores->program, inst->name), is_named);
    }
}

typedef struct {
    Program *program;
    LinkedModule *module;
    const NameMap *stored;
} Openings;

// A global that the module reads but only other modules set.
static void open_slots(void *context, const LinkedModule *module, const IrFunction *function)
{
    Openings *openings = context;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op != IR_LOAD_GLOBAL && inst->op != IR_LOAD_NAME)
            continue;
        const Name *name = program_name(openings->program, inst->name);
        const NameEntry *stored = name_map_find(openings->stored, name);
        if (!stored)
            continue;
        GlobalKind kind = program_global(openings->program, module, name).kind;
        if (kind == GLOBAL_UNDEFINED || (kind != GLOBAL_SLOT && stored->value))
            add_slot(openings->program, openings->module, name);
    }
}

static void open_modules(Program *program)
{
    Stores stores = {.program = program};
    for (uint32_t i = 0; i < program->modules.count; i++)
        functions_visit(program->modules.items[i], collect_stores, &stores);
    for (uint32_t i = 0; i < program->modules.count; i++) {
        Openings openings = {program, program->modules.items[i], &stores.stored};
        functions_visit(openings.module, open_slots, &openings);
    }
}

void globals_assign(Program *program)
{
    for (uint32_t i = 0; i < program->modules.count; i++) {
        LinkedModule *module = program->modules.items[i];
        if (!module->ir)
            continue;
        for (uint32_t k = 0; k < module->ir->globals.count; k++)
            add_slot(program, module, program_name(program, module->ir->globals.items[k]));
        find_stars(program, module);
    }
    for (uint32_t i = 0; i < program->modules.count; i++) {
        const LinkedModule *module = program->modules.items[i];
        if (module->parent && module->parent->kind == LINKED_PYTHON) {
            const char *leaf = strrchr(module->name->text, '.') + 1;
            add_slot(program, module->parent, names_intern_z(program->names, leaf));
        }
    }
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < program->modules.count; i++)
            changed |= spread_stars(program, program->modules.items[i]);
    }
    open_modules(program);
}
