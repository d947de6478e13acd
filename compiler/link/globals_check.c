// SPDX-License-Identifier: MIT
// The closed world: a name that no code of a module binds and that is no built-in cannot mean
// anything, so using it is an error now instead of a NameError in the field. Inside
// `try: … except NameError:` the program asks for the exception, so there it is only a warning, as it
// is when the user wants it so (-Wno-error=undefined-name); the name then gets a slot that stays empty.
#include "../../manifest/keys.h"
#include "globals.h"

typedef struct {
    Program *program;
    LinkedModule *module;
    VEC(const Name *) put_off; // names whose lookup fails only when the program runs
} Check;

static void add_empty_slot(Check *check, const Name *name)
{
    name_map_add(check->program->arena, &check->module->slots, name,
                 check->module->slots.entries.count + 1);
}

static const char *hint(Check *check, const char *const *words, uint32_t count, const Name *name)
{
    const char *near = nearest_word(words, count, name->text, name->size);
    return near ? arena_format(check->program->arena, ", did you mean '%s'?", near) : "";
}

// What a misspelt global name may have meant: a name of the module or a built-in.
static const char *global_hint(Check *check, const Name *name)
{
    Arena *arena = check->program->arena;
    VEC(const char *) words = {0};
    for (uint32_t i = 0; i < check->module->slots.entries.count; i++)
        VEC_PUSH(arena, &words, check->module->slots.entries.items[i].name->text);
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        if (row->module && strcmp(row->module, "builtins") == 0)
            VEC_PUSH(arena, &words, row->name);
    }
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++)
        if (catalogue_type_has(catalogue_type(i), 'B'))
            VEC_PUSH(arena, &words, catalogue_type(i)->name);
    return hint(check, words.items, words.count, name);
}

// Whether the handler placed at `label` names NameError.
static bool handler_catches(const IrFunction *function, IrLabel label)
{
    uint32_t at = 0;
    while (function->code.items[at].op != IR_LABEL || function->code.items[at].label != label)
        at++;
    uint32_t depth = 0;
    for (; at < function->code.count; at++) {
        const IrInst *inst = &function->code.items[at];
        if (inst->op == IR_EXCEPT_BEGIN)
            depth++;
        if (inst->op == IR_EXCEPT_END && --depth == 0)
            break;
        bool is_load = inst->op == IR_LOAD_GLOBAL || inst->op == IR_LOAD_NAME;
        if (depth == 1 && is_load && name_is(inst->name, "NameError"))
            return true;
    }
    return false;
}

// Whether instruction `place` lies in a try body whose handlers name NameError.
static bool is_guarded(Arena *arena, const IrFunction *function, uint32_t place)
{
    VEC(IrLabel) open = {0};
    for (uint32_t i = 0; i < place; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_TRY_EXCEPT || inst->op == IR_TRY_FINALLY || inst->op == IR_TRY_WITH)
            VEC_PUSH(arena, &open, inst->op == IR_TRY_EXCEPT ? inst->label : UINT32_MAX);
        if (inst->op == IR_TRY_END)
            open.count--;
    }
    for (uint32_t i = open.count; i-- > 0;)
        if (open.items[i] != UINT32_MAX && handler_catches(function, open.items[i]))
            return true;
    return false;
}

static void check_global(Check *check, const IrFunction *function, uint32_t place)
{
    Program *program = check->program;
    const IrInst *inst = &function->code.items[place];
    const Source *source = check->module->ir->source;
    const Name *name = program_name(program, inst->name);
    if (program_global(program, check->module, name).kind != GLOBAL_UNDEFINED)
        return;
    if (is_guarded(program->arena, function, place)) {
        diag_report(program->diags, source, inst->span, DIAG_NAME_NEVER_BOUND, name->text);
        add_empty_slot(check, name);
        return;
    }
    uint32_t errors = program->diags->error_count;
    if (catalogue_is_python_builtin(name->text)) {
        diag_report(program->diags, source, inst->span, DIAG_BUILTIN_MISSING, name->text);
        if (program->diags->error_count > errors)
            diag_hint(program->diags, "-Wno-error=missing-builtin: NameError when the program runs");
    } else {
        diag_report(program->diags, source, inst->span, DIAG_NAME_UNDEFINED, name->text,
                    global_hint(check, name));
    }
    VEC_PUSH(program->arena, &check->put_off, name);
}

// Names that the class body binds itself may be found in its namespace.
static bool class_binds(const IrFunction *function, const Name *name)
{
    if (name_is(name, "__module__") || name_is(name, "__qualname__"))
        return true;
    for (uint32_t i = 0; i < function->code.count; i++)
        if (function->code.items[i].op == IR_STORE_NAME && function->code.items[i].name == name)
            return true;
    return false;
}

static void check_names(void *context, const LinkedModule *module, const IrFunction *function)
{
    (void)module;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op == IR_LOAD_GLOBAL ||
            (inst->op == IR_LOAD_NAME && !class_binds(function, inst->name)))
            check_global(context, function, i);
    }
}

// Whether `from module import name` can find something.
static bool offers(const Program *program, const LinkedModule *module, const Name *name)
{
    const char *full = arena_format(program->arena, "%s.%s", module->name->text, name->text);
    if (program_find(program, names_intern_z(program->names, full)))
        return true;
    switch (module->kind) {
    case LINKED_NATIVE:
        return catalogue_module_has(module->name->text, name->text) ||
               (name->size > 4 && name->text[0] == '_' && name->text[1] == '_');
    case LINKED_BOUND:
        return program_bound_has(program, module, name);
    case LINKED_PYTHON:
        break;
    }
    const Name *getattr = names_intern_z(program->names, "__getattr__");
    if (name_map_has(&module->slots, getattr))
        return true;
    GlobalKind kind = program_global(program, module, name).kind;
    return kind == GLOBAL_SLOT || kind == GLOBAL_CONSTANT;
}

static const char *import_hint(Check *check, const LinkedModule *from, const Name *name)
{
    Program *program = check->program;
    VEC(const char *) words = {0};
    NameMap offered = {0};
    if (from->kind != LINKED_PYTHON)
        star_names(program, from, &offered);
    const NameMap *names = from->kind == LINKED_PYTHON ? &from->slots : &offered;
    for (uint32_t i = 0; i < names->entries.count; i++)
        VEC_PUSH(program->arena, &words, names->entries.items[i].name->text);
    return hint(check, words.items, words.count, name);
}

static void check_imports(Check *check)
{
    Program *program = check->program;
    const IrModule *ir = check->module->ir;
    for (uint32_t i = 0; i < ir->imports.count; i++) {
        const IrImport *import = &ir->imports.items[i];
        if (!import->attribute || import->is_guarded)
            continue;
        const LinkedModule *from = program_find(program, program_name(program, import->module));
        const Name *name = program_name(program, import->attribute);
        if (!from || (from->kind == LINKED_PYTHON && !from->ir) || offers(program, from, name))
            continue;
        diag_report(program->diags, ir->source, import->span, DIAG_NAME_NOT_IN_MODULE,
                    from->name->text, name->text, import_hint(check, from, name));
    }
}

// The place of `from module import *` in the module's top level.
static Span star_place(const IrModule *ir, const Name *module)
{
    const Name *last = NULL;
    for (uint32_t i = 0; i < ir->top->code.count; i++) {
        const IrInst *inst = &ir->top->code.items[i];
        if (inst->op == IR_IMPORT_NAME)
            last = inst->name;
        if (inst->op == IR_IMPORT_STAR && last && name_is(last, module->text))
            return inst->span;
    }
    return ir->top->span;
}

static void check_stars(Check *check)
{
    Program *program = check->program;
    const NameMap *stars = &check->module->stars;
    for (uint32_t i = 0; i < stars->entries.count; i++) {
        const LinkedModule *from = program->modules.items[stars->entries.items[i].value];
        if (from->kind != LINKED_PYTHON || !from->ir || from->ir->all)
            continue;
        const Name *all = names_intern_z(program->names, "__all__");
        if (name_map_has(&from->slots, all))
            diag_report(program->diags, check->module->ir->source,
                        star_place(check->module->ir, from->name), DIAG_STAR_COMPUTED,
                        from->name->text);
    }
}

// A module that takes all names of one that is missing or has errors may have any name.
static bool knows_its_names(const Program *program, const LinkedModule *module)
{
    if (module->stars.entries.count < module->ir->star_imports.count)
        return false;
    for (uint32_t i = 0; i < module->stars.entries.count; i++) {
        const LinkedModule *from = program->modules.items[module->stars.entries.items[i].value];
        if (from->kind == LINKED_PYTHON && !from->ir)
            return false;
    }
    return true;
}

// Names that a missing module would have brought: reading one raises NameError.
static void open_names(void *context, const LinkedModule *module, const IrFunction *function)
{
    Check *check = context;
    (void)module;
    for (uint32_t i = 0; i < function->code.count; i++) {
        const IrInst *inst = &function->code.items[i];
        if (inst->op != IR_LOAD_GLOBAL && inst->op != IR_LOAD_NAME)
            continue;
        const Name *name = program_name(check->program, inst->name);
        if (program_global(check->program, check->module, name).kind == GLOBAL_UNDEFINED)
            add_empty_slot(check, name);
    }
}

bool globals_check(Program *program)
{
    uint32_t errors = program->diags->error_count;
    for (uint32_t i = 0; i < program->modules.count; i++) {
        Check check = {.program = program, .module = program->modules.items[i]};
        if (!check.module->ir)
            continue;
        if (!knows_its_names(program, check.module)) {
            functions_visit(check.module, open_names, &check);
            continue;
        }
        check_imports(&check);
        check_stars(&check);
        functions_visit(check.module, check_names, &check);
        for (uint32_t k = 0; k < check.put_off.count; k++)
            add_empty_slot(&check, check.put_off.items[k]);
    }
    return program->diags->error_count == errors;
}
