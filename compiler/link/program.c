// SPDX-License-Identifier: MIT
// Questions about a linked program.
#include "program.h"

#include <string.h>

LinkedModule *program_find(const Program *program, const Name *name)
{
    const NameEntry *entry = name_map_find(&program->by_name, name);
    return entry ? program->modules.items[entry->value] : NULL;
}

static const Constant *text_constant(const Program *program, const char *text, size_t size)
{
    return constant_str(program->arena, text, size);
}

// The dotted name of the package that relative imports in the module start from.
static const Constant *package_of(const Program *program, const LinkedModule *module)
{
    if (module->is_package)
        return text_constant(program, module->name->text, module->name->size);
    const char *dot = strrchr(module->name->text, '.');
    size_t size = dot ? (size_t)(dot - module->name->text) : 0;
    return text_constant(program, module->name->text, size);
}

// An attribute that every module has and that the linker knows, or NULL.
static const Constant *module_attribute(const Program *program, const LinkedModule *module,
                                        const Name *name)
{
    if (name_is(name, "__name__"))
        return text_constant(program, module->name->text, module->name->size);
    if (name_is(name, "__file__"))
        return text_constant(program, module->file, strlen(module->file));
    if (name_is(name, "__package__"))
        return module->is_entry && !module->is_package ? constant_none()
                                                       : package_of(program, module);
    if (name_is(name, "__doc__")) {
        const Constant *docstring = module->ir->top->docstring;
        return docstring ? docstring : constant_none();
    }
    if (name_is(name, "__spec__") || name_is(name, "__loader__"))
        return constant_none();
    return NULL;
}

GlobalMeaning program_global(const Program *program, const LinkedModule *module, const Name *name)
{
    const NameEntry *slot = name_map_find(&module->slots, name);
    if (slot)
        return (GlobalMeaning){.kind = GLOBAL_SLOT, .number = slot->value};
    const Constant *constant = module_attribute(program, module, name);
    if (constant)
        return (GlobalMeaning){.kind = GLOBAL_CONSTANT, .constant = constant};
    uint32_t native = catalogue_find_builtin(name->text);
    if (native < FZ_NATIVES_COUNT)
        return (GlobalMeaning){.kind = GLOBAL_NATIVE, .number = native};
    FzTypeId type = catalogue_find_type(name->text);
    if (type != FZ_TYPE_NONE)
        return (GlobalMeaning){.kind = GLOBAL_TYPE, .number = type};
    FzValue value = catalogue_find_value(name->text);
    if (value != FZ_NULL)
        return (GlobalMeaning){.kind = GLOBAL_VALUE, .number = value};
    return (GlobalMeaning){.kind = GLOBAL_UNDEFINED};
}

const Constant *program_constant(const Program *program, const char *module, const char *name)
{
    size_t size = strlen(module);
    for (uint32_t i = 0; i < program->manifest->constants.count; i++) {
        const ManifestConstant *constant = &program->manifest->constants.items[i];
        const char *text = constant->name->text;
        if (strncmp(text, module, size) == 0 && text[size] == '.' &&
            strcmp(text + size + 1, name) == 0)
            return constant->value;
    }
    return NULL;
}

bool program_bound_has(const Program *program, const LinkedModule *module, const Name *name)
{
    for (uint32_t i = 0; i < program->manifest->natives.count; i++) {
        const ManifestNative *native = &program->manifest->natives.items[i];
        if (strcmp(native->module->text, module->name->text) == 0 &&
            strcmp(native->function->text, name->text) == 0)
            return true;
    }
    return false;
}
