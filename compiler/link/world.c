// SPDX-License-Identifier: MIT
// A variable of a module can be set by the module's own code, which scope analysis sees, and by
// code that has the module as an object: `m.x = 1`, setattr(m, …), m.__dict__. So it is decided
// first whether any module ever becomes a value that code hands around. When none does, only
// attributes that are stored on imported names matter; otherwise every attribute that is stored
// anywhere does, and setattr and its like could set anything.
#include "world.h"

#include "../opt/inline.h"
#include "../opt/known.h"

#include <stdlib.h>

typedef struct {
    Program *program;
    const WorldInput *inputs;
    uint32_t count;
    World *world;
    uint32_t *input_of; // by index in Program.modules: 1 + index of input, or 0
    NameMap modular;    // names that variables or attributes have that may be modules
    NameMap stored;     // attributes that may be stored on a module
    bool is_open;       // variables may be set by names that are not in the source
} Builder;

// The module that an import binds, or NULL when it binds something else.
static LinkedModule *module_of(const Builder *builder, const ImportBinding *binding)
{
    Program *program = builder->program;
    const Name *module = program_name(program, binding->module);
    if (!binding->attribute)
        return program_find(program, module);
    const char *full =
        arena_format(program->arena, "%s.%s", module->text, binding->attribute->text);
    return program_find(program, names_intern_z(program->names, full));
}

static void add_modular(const Builder *builder, NameMap *map, const Name *name)
{
    name_map_add(builder->program->arena, map, program_name(builder->program, name), 0);
}

static void add_aliases(Builder *builder)
{
    for (uint32_t i = 0; i < builder->count; i++) {
        const ModuleFacts *facts = builder->inputs[i].facts;
        for (uint32_t k = 0; k < facts->imports.count; k++) {
            const ImportBinding *binding = &facts->imports.items[k];
            const LinkedModule *module = module_of(builder, binding);
            bool is_modular = module && module->kind == LINKED_PYTHON;
            if (binding->attribute && !is_modular)
                is_modular = name_map_has(&builder->modular,
                                          program_name(builder->program, binding->attribute));
            if (is_modular)
                add_modular(builder, &builder->modular, binding->name);
        }
    }
}

static void find_modular(Builder *builder)
{
    const Program *program = builder->program;
    for (uint32_t i = 0; i < program->modules.count; i++) {
        const char *dot = strrchr(program->modules.items[i]->name->text, '.');
        if (dot)
            name_map_add(program->arena, &builder->modular,
                         names_intern_z(program->names, dot + 1), 0);
    }
    uint32_t before;
    do {
        before = builder->modular.entries.count;
        add_aliases(builder);
    } while (builder->modular.entries.count > before);
}

static bool has_module(const Builder *builder, const NameMap *uses)
{
    for (uint32_t i = 0; i < uses->entries.count; i++) {
        const NameEntry *use = &uses->entries.items[i];
        if ((int32_t)use->value > 0 &&
            name_map_has(&builder->modular, program_name(builder->program, use->name)))
            return true;
    }
    return false;
}

static void judge(Builder *builder)
{
    bool is_value = false; // some module is
    bool opens_given = false;
    for (uint32_t i = 0; i < builder->count; i++) {
        const ModuleFacts *facts = builder->inputs[i].facts;
        is_value = is_value || has_module(builder, &facts->values) ||
                   has_module(builder, &facts->loaded);
        opens_given = opens_given || facts->opens_given;
        builder->is_open = builder->is_open || facts->opens_any;
        builder->world->text_is_plain = builder->world->text_is_plain && !facts->text_is_odd;
    }
    builder->is_open = builder->is_open || (is_value && opens_given);
    builder->world->modules_are_values = is_value;
    for (uint32_t i = 0; i < builder->count; i++) {
        const NameMap *stored = &builder->inputs[i].facts->stored;
        for (uint32_t k = 0; k < stored->entries.count; k++)
            if (is_value || stored->entries.items[k].value > 0)
                add_modular(builder, &builder->stored, stored->entries.items[k].name);
    }
}

static bool is_builtin(const char *name)
{
    return catalogue_find_builtin(name) < FZ_NATIVES_COUNT ||
           catalogue_find_type(name) != FZ_TYPE_NONE || catalogue_find_value(name) != FZ_NULL;
}

static void open_symbol(const WorldInput *input, const Name *program_wide)
{
    const Name *name = names_intern(input->names, program_wide->text, program_wide->size);
    Symbol *symbol = scope_find(input->tree->scope, name);
    if (!symbol && is_builtin(name->text))
        symbol = scope_add(input->arena, input->tree->scope, name);
    if (symbol)
        symbol->flags |= SYMBOL_OPEN;
}

static void open_symbols(const Builder *builder)
{
    const Program *program = builder->program;
    for (uint32_t i = 0; i < builder->count; i++)
        for (uint32_t k = 0; k < builder->stored.entries.count; k++)
            open_symbol(&builder->inputs[i], builder->stored.entries.items[k].name);
    // Importing a submodule sets its name in the package.
    for (uint32_t i = 0; i < program->modules.count; i++) {
        const LinkedModule *module = program->modules.items[i];
        uint32_t input = module->parent ? builder->input_of[module->parent->index] : 0;
        if (input)
            open_symbol(&builder->inputs[input - 1],
                        names_intern_z(program->names, strrchr(module->name->text, '.') + 1));
    }
}

static void add_edge(const Builder *builder, const Name *name, bool *reached,
                     const LinkedModule **work, uint32_t *work_count)
{
    const LinkedModule *module = program_find(builder->program, name);
    if (!module || reached[module->index])
        return;
    reached[module->index] = true;
    work[(*work_count)++] = module;
}

// The modules that code of `from` may import, and theirs, by index in Program.modules.
static bool *reachable_from(const Builder *builder, const LinkedModule *from)
{
    Program *program = builder->program;
    bool *reached = ARENA_NEW_ARRAY(program->arena, bool, program->modules.count);
    const LinkedModule **work =
        ARENA_NEW_ARRAY(program->arena, const LinkedModule *, program->modules.count + 1);
    uint32_t work_count = 0;
    work[work_count++] = from;
    while (work_count > 0) {
        const IrModule *ir = work[--work_count]->ir;
        for (uint32_t i = 0; ir && i < ir->imports.count; i++) {
            const IrImport *import = &ir->imports.items[i];
            const Name *name = program_name(program, import->module);
            add_edge(builder, name, reached, work, &work_count);
            if (!import->attribute)
                continue;
            const char *full =
                arena_format(program->arena, "%s.%s", name->text, import->attribute->text);
            add_edge(builder, names_intern_z(program->names, full), reached, work, &work_count);
        }
    }
    return reached;
}

// Variables that are bound once, by an import whose module has run to its end when it is done.
static void bind_modules(const Builder *builder)
{
    bool **reached = ARENA_NEW_ARRAY(builder->program->arena, bool *, builder->count);
    for (uint32_t i = 0; i < builder->count; i++) {
        const ModuleFacts *facts = builder->inputs[i].facts;
        for (uint32_t k = 0; k < facts->imports.count; k++) {
            const ImportBinding *binding = &facts->imports.items[k];
            Symbol *symbol = binding->symbol;
            const LinkedModule *module = module_of(builder, binding);
            if (!symbol || !known_is_bound_once(symbol))
                continue;
            const Name *from = program_name(builder->program, binding->module);
            const LinkedModule *owner = program_find(builder->program, from);
            if (owner && owner->kind == LINKED_NATIVE)
                symbol->flags |= SYMBOL_NATIVE;
            // A name from a module, or the module itself, that has run to its end.
            const LinkedModule *done = module ? module : owner;
            uint32_t input = done ? builder->input_of[done->index] : 0;
            if (!input)
                continue;
            if (!reached[input - 1])
                reached[input - 1] = reachable_from(builder, done);
            if (reached[input - 1][builder->inputs[i].linked->index])
                continue;
            symbol->flags |= SYMBOL_SURE;
            if (module)
                symbol->module = input;
        }
    }
}

static bool is_dunder(const Name *name)
{
    return name->size > 4 && strncmp(name->text, "__", 2) == 0;
}

static Symbol *find_in(const WorldInput *input, const Name *name)
{
    return scope_find(input->tree->scope, names_intern(input->names, name->text, name->size));
}

// `from m import NAME`
static bool learn_import(const Builder *builder, const WorldInput *input,
                         const ImportBinding *binding)
{
    Symbol *symbol = binding->symbol;
    if (!binding->attribute || !symbol || symbol->constant || !known_is_bound_once(symbol))
        return false;
    if (scope_find(input->tree->scope, binding->name) == symbol &&
        !builder->world->modules.items[input - builder->inputs].has_constants)
        return false;
    const Name *name = program_name(builder->program, binding->module);
    const LinkedModule *module = program_find(builder->program, name);
    uint32_t from = module ? builder->input_of[module->index] : 0;
    const Symbol *source = from ? find_in(&builder->inputs[from - 1], binding->attribute) : NULL;
    if (!source || !source->constant)
        return false;
    symbol->constant = source->constant;
    return true;
}

// The same for the function that NAME is in m.
static bool learn_body(const Builder *builder, const WorldInput *input,
                       const ImportBinding *binding)
{
    Symbol *symbol = binding->symbol;
    if (!binding->attribute || !symbol || symbol->given_body || !known_is_bound_once(symbol))
        return false;
    if (scope_find(input->tree->scope, binding->name) == symbol &&
        !builder->world->modules.items[input - builder->inputs].has_constants)
        return false;
    const LinkedModule *module =
        program_find(builder->program, program_name(builder->program, binding->module));
    uint32_t from = module ? builder->input_of[module->index] : 0;
    const Symbol *source = from ? find_in(&builder->inputs[from - 1], binding->attribute) : NULL;
    symbol->given_body = source ? source->given_body : NULL;
    return symbol->given_body != NULL;
}

// Functions that may be inlined, in the modules that define them.
static void find_bodies(const Builder *builder)
{
    for (uint32_t i = 0; i < builder->count; i++) {
        const WorldInput *input = &builder->inputs[i];
        WorldModule *module = &builder->world->modules.items[i];
        for (uint32_t k = 0; module->has_constants && k < input->tree->body.count; k++) {
            Symbol *symbol;
            const struct InlineBody *body =
                inline_body(input->arena, input->tree->scope, input->tree->body.items[k], &symbol);
            if (!body)
                continue;
            symbol->given_body = body;
            VEC_PUSH(builder->program->arena, &module->bodies, (WorldBody){symbol->name, body});
        }
    }
}

// `NAME = constant expression`
static bool learn_assignment(const WorldInput *input, Stmt *stmt)
{
    const Expr *value;
    const Expr *target = known_assignment(stmt, &value);
    Symbol *symbol = target ? scope_find(input->tree->scope, target->name.id) : NULL;
    if (!symbol || !known_is_bound_once(symbol) || is_dunder(symbol->name))
        return false;
    bool is_new = !symbol->constant;
    if (is_new) {
        Expr **slot = stmt->kind == STMT_ASSIGN ? &stmt->assign.value : &stmt->ann_assign.value;
        opt_run_expr(input->arena, input->names, input->options, input->tree, slot);
        if ((*slot)->kind == EXPR_CONSTANT)
            symbol->constant = (*slot)->constant.value;
    }
    symbol->known = symbol->constant;
    return is_new && symbol->constant;
}

static bool learn_module(const Builder *builder, uint32_t index)
{
    const WorldInput *input = &builder->inputs[index];
    const ModuleFacts *facts = input->facts;
    bool changed = false;
    for (uint32_t i = 0; i < facts->imports.count; i++) {
        changed |= learn_import(builder, input, &facts->imports.items[i]);
        changed |= learn_body(builder, input, &facts->imports.items[i]);
    }
    if (!builder->world->modules.items[index].has_constants)
        return changed;
    for (uint32_t i = 0; i < input->tree->body.count; i++) {
        Stmt *stmt = input->tree->body.items[i];
        known_learn_import(input->names, input->tree->scope, stmt);
        changed |= learn_assignment(input, stmt);
    }
    return changed;
}

static int by_text(const void *left, const void *right)
{
    const WorldConstant *a = left;
    const WorldConstant *b = right;
    return strcmp(a->name->text, b->name->text);
}

// Lists what other modules may ask for, and forgets where the walk was.
static void publish(const Builder *builder, uint32_t index)
{
    WorldModule *module = &builder->world->modules.items[index];
    const Scope *scope = builder->inputs[index].tree->scope;
    module->constants.count = 0;
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        // What the module's body surely binds; an import in a try block may not have.
        bool is_sure = symbol->known != NULL;
        symbol->known = NULL;
        symbol->is_module_known = false;
        if (!is_sure)
            continue;
        WorldConstant constant = {.name = symbol->name, .value = symbol->constant};
        VEC_PUSH(builder->program->arena, &module->constants, constant);
    }
    if (module->constants.count > 1)
        qsort(module->constants.items, module->constants.count, sizeof(WorldConstant), by_text);
}

static void learn(const Builder *builder)
{
    enum { MOST_ROUNDS = 8 }; // how far a constant travels from module to module
    bool changed = true;
    for (int round = 0; round < MOST_ROUNDS && changed; round++) {
        changed = false;
        for (uint32_t i = 0; i < builder->count; i++) {
            changed |= learn_module(builder, i);
            publish(builder, i);
        }
    }
}

void world_build(Program *program, const WorldInput *inputs, uint32_t count, World *world)
{
    *world = (World){.text_is_plain = true};
    Builder builder = {.program = program, .inputs = inputs, .count = count, .world = world};
    builder.input_of = ARENA_NEW_ARRAY(program->arena, uint32_t, program->modules.count);
    for (uint32_t i = 0; i < count; i++)
        builder.input_of[inputs[i].linked->index] = i + 1;
    find_modular(&builder);
    judge(&builder);
    open_symbols(&builder);
    for (uint32_t i = 0; i < count; i++) {
        WorldModule module = {.has_constants = !builder.is_open && !inputs[i].facts->opens_own &&
                                               !inputs[i].tree->scope->has_star_import};
        VEC_PUSH(program->arena, &world->modules, module);
        inputs[i].tree->scope->is_closed = module.has_constants;
    }
    bind_modules(&builder);
    find_bodies(&builder);
    learn(&builder);
}
