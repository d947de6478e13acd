// SPDX-License-Identifier: MIT
// Modules: their attributes, and running each one's top level once. A user module's globals are
// slots of the block of RAM, the first of which holds its state, or constants of the image when it ran
// at build time (flag B) and nothing can store to them; other attributes set on it and those set on
// native modules are in an overlay. Submodules are attributes of their package as soon
// as they run.
#include "frame.h"

static bool is_native(const FzModule *module) { return (module->header & FZ_HEADER_A) != 0; }

static FzValue state_of(const FzVm *vm, const FzModule *module)
{
    return module->header & FZ_HEADER_B ? fz_from_int(FZ_MODULE_DONE) : vm->globals[module->globals];
}

static void set_state(const FzVm *vm, const FzModule *module, FzValue state)
{
    if (!(module->header & FZ_HEADER_B))
        vm->globals[module->globals] = state;
}

// The variable of a name among the module's globals, or NULL; that of a constant is in ROM.
static FzValue *slot_of(const FzVm *vm, const FzModule *module, FzValue name)
{
    if (is_native(module))
        return 0;
    FzValue slot = fz_find_name(vm, module->dict, name);
    if (slot == FZ_NULL)
        return 0;
    int32_t number = fz_to_int(slot);
    if (number < 0)
        return &FZ_TUPLE(vm, module->pool)->items[-1 - number];
    return vm->globals + module->globals + number;
}

static bool is_constant(const FzVm *vm, const FzValue *slot)
{
    return (const uint8_t *)slot >= (const uint8_t *)fz_image(vm) &&
           (const uint8_t *)slot < (const uint8_t *)fz_image(vm) + fz_image(vm)->size;
}

static FzValue module_at(const FzVm *vm, uint32_t index)
{
    const uint8_t *image = (const uint8_t *)fz_image(vm);
    return ((const FzValue *)(const void *)(image + fz_image(vm)->modules_off))[index];
}

// Whether the module's dotted name is that of its package, a point, and `name`.
static bool is_called(const FzVm *vm, const FzModule *module, FzValue name)
{
    const FzStr *dotted = FZ_STR(vm, module->name);
    const FzStr *last = FZ_STR(vm, name);
    uint32_t size = fz_header_count(last->header);
    uint32_t start = fz_count_of(vm, FZ_MODULE(vm, module->parent)->name) + 1;
    if (fz_header_count(dotted->header) != start + size)
        return false;
    for (uint32_t i = 0; i < size; i++)
        if (dotted->text[start + i] != last->text[i])
            return false;
    return true;
}

FzValue fz_submodule(const FzVm *vm, FzValue package, FzValue name)
{
    for (uint32_t i = 0; FZ_HAS_PACKAGES && i < fz_image(vm)->modules_count; i++) {
        FzValue value = module_at(vm, i);
        const FzModule *module = FZ_MODULE(vm, value);
        if (module->parent == package && is_called(vm, module, name))
            return value;
    }
    return FZ_NULL;
}

// __package__: the module's own name when other modules lie in it, else that of its package.
static FzValue package_of(const FzVm *vm, const FzModule *module)
{
    for (uint32_t i = 0; FZ_HAS_PACKAGES && i < fz_image(vm)->modules_count; i++) {
        FzValue parent = FZ_MODULE(vm, module_at(vm, i))->parent;
        if (parent != FZ_NULL && FZ_MODULE(vm, parent) == module)
            return module->name;
    }
    return module->parent == FZ_NULL ? FZ_EMPTY_STR : FZ_MODULE(vm, module->parent)->name;
}

// Names of a module that need no slot.
static FzValue known_attribute(const FzVm *vm, const FzModule *module, FzValue name)
{
    if (name == fz_name(vm, FZ_NAME_name)) {
        FzValue main = fz_name(vm, FZ_NAME_main);
        bool is_entry = !is_native(module) && module->index == fz_image(vm)->entry;
        return is_entry && main != FZ_NULL ? main : module->name;
    }
    if (name == fz_name(vm, FZ_NAME_package))
        return package_of(vm, module);
    if (name == fz_name(vm, FZ_NAME_doc))
        return module->code == FZ_NULL ? FZ_NONE : fz_code_doc(vm, FZ_CODE(vm, module->code));
    return FZ_NULL;
}

FzValue fz_module_get(const FzVm *vm, FzValue value, FzValue name)
{
    const FzModule *module = FZ_MODULE(vm, value);
    FzValue overlay = fz_overlay(vm, value);
    FzValue found = overlay == FZ_NULL ? FZ_NULL : fz_find_name(vm, overlay, name);
    if (found != FZ_NULL)
        return found;
    if (is_native(module)) {
        found = fz_find_name(vm, module->dict, name);
    } else {
        const FzValue *slot = slot_of(vm, module, name);
        found = slot ? *slot : FZ_NULL;
    }
    if (found == FZ_NULL)
        found = known_attribute(vm, module, name);
    if (found != FZ_NULL)
        return found;
    FzValue submodule = fz_submodule(vm, value, name);
    if (submodule == FZ_NULL)
        return FZ_NULL;
    const FzModule *object = FZ_MODULE(vm, submodule);
    return is_native(object) || state_of(vm, object) != FZ_NULL ? submodule : FZ_NULL;
}

bool fz_module_set(FzVm *vm, FzValue value, FzValue name, FzValue new_value)
{
    FzValue *slot = slot_of(vm, FZ_MODULE(vm, value), name);
    bool is_there = slot && *slot != FZ_NULL;
    if (slot && is_constant(vm, slot))
        slot = 0;
    if (slot && (is_there || new_value != FZ_NULL)) {
        *slot = new_value;
        return true;
    }
    FzValue *at = fz_push(vm, name);
    fz_push(vm, new_value);
    FzValue overlay = fz_overlay(vm, value);
    int done = 0;
    if (new_value != FZ_NULL) {
        overlay = fz_overlay_make(vm, value);
        done = overlay != FZ_NULL && fz_dict_set(vm, overlay, at[0], at[1]) ? 1 : -1;
    } else if (overlay != FZ_NULL) {
        done = fz_dict_delete(vm, overlay, name);
    }
    if (done == 0)
        fz_raise_no_attr(vm, value, at[0]);
    vm->sp = at;
    return done > 0;
}

// ---- globals by name

FzValue fz_global_name(const FzVm *vm, const FzModule *module, uint32_t slot)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    while (fz_dict_entry(vm, module->dict, &at, &key, &value))
        if (value == fz_from_int((int32_t)slot))
            return key;
    return FZ_EMPTY_STR;
}

FzValue fz_global_fallback(const FzVm *vm, const FzModule *module, FzValue name)
{
    FzValue found = known_attribute(vm, module, name);
    return found != FZ_NULL ? found : fz_find_name(vm, fz_image(vm)->builtins, name);
}

FzValue fz_global_by_name(const FzVm *vm, const FzModule *module, FzValue name)
{
    const FzValue *slot = slot_of(vm, module, name);
    if (slot && *slot != FZ_NULL)
        return *slot;
    return fz_global_fallback(vm, module, name);
}

// ---- imports

FzValue fz_module_to_run(const FzVm *vm, FzValue module)
{
    FzValue first = FZ_NULL;
    for (FzValue at = module; at != FZ_NULL; at = FZ_HAS_PACKAGES ? FZ_MODULE(vm, at)->parent : FZ_NULL) {
        const FzModule *object = FZ_MODULE(vm, at);
        if (!is_native(object) && object->code != FZ_NULL && state_of(vm, object) == FZ_NULL)
            first = at;
    }
    return first;
}

bool fz_module_start(FzVm *vm, FzValue value, uint32_t back)
{
    const FzModule *module = FZ_MODULE(vm, value);
    const FzCode *code = FZ_CODE(vm, module->code);
    if (!fz_frame_reserve(vm, code, 0))
        return false;
    set_state(vm, module, fz_from_int(FZ_MODULE_RUNNING));
    FzValue *base = fz_push(vm, value);
    fz_frame_link(vm, module->code, code, base + 1, back);
    return true;
}

// The package sees its submodule as a variable when its code has one of that name.
static void bind_in_package(FzVm *vm, FzValue value)
{
    const FzModule *module = FZ_MODULE(vm, value);
    if (!FZ_HAS_PACKAGES || module->parent == FZ_NULL || is_native(FZ_MODULE(vm, module->parent)))
        return;
    const FzModule *package = FZ_MODULE(vm, module->parent);
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    while (fz_dict_entry(vm, package->dict, &at, &name, &slot))
        if (fz_to_int(slot) >= 0 && is_called(vm, module, name))
            vm->globals[package->globals + (uint32_t)fz_to_int(slot)] = value;
}

void fz_module_finish(FzVm *vm, FzValue value, bool done)
{
    set_state(vm, FZ_MODULE(vm, value), done ? fz_from_int(FZ_MODULE_DONE) : FZ_NULL);
    if (done)
        bind_in_package(vm, value);
}

FzValue fz_import(FzVm *vm, FzValue module)
{
    FzValue next;
    while ((next = fz_module_to_run(vm, module)) != FZ_NULL) {
        FzValue *base = vm->sp;
        if (vm->nesting >= FZ_MAX_NESTING)
            return fz_raise(vm, FZ_TYPE_RECURSION_ERROR, "maximum recursion depth exceeded");
        if (!fz_module_start(vm, next, fz_back(FZ_RETURN_EXIT, 0)))
            return FZ_NULL;
        vm->nesting++;
        FzRun run = fz_interpret(vm);
        vm->nesting--;
        vm->sp = base;
        fz_module_finish(vm, next, run != FZ_RUN_RAISED);
        if (run == FZ_RUN_RAISED)
            return FZ_NULL;
    }
    return module;
}

FzValue fz_import_from(FzVm *vm, FzValue module, FzValue name)
{
    FzAttr attr;
    fz_find_attr(vm, module, name, &attr);
    if (attr.kind != FZ_ATTR_ABSENT)
        return fz_attr_value(vm, &attr, module, name);
    FzValue submodule = fz_submodule(vm, module, name);
    if (submodule != FZ_NULL)
        return fz_import(vm, submodule);
    const FzModule *object = FZ_MODULE(vm, module);
    bool half_made = !is_native(object) && state_of(vm, object) == fz_from_int(FZ_MODULE_RUNNING);
    return fz_raise(vm, FZ_TYPE_IMPORT_ERROR,
                    half_made ? "cannot import name '%v' from partially initialized module '%v' "
                                "(most likely due to a circular import)"
                              : "cannot import name '%v' from '%v'",
                    name, object->name);
}
