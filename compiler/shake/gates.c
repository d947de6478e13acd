// SPDX-License-Identifier: MIT
// Gates: tables from which an entry is only taken by its name. An attribute of a class stays when some
// code mentions the name or the runtime asks for it, one that only stores can mean when it is a
// descriptor; a native method, when the rules of linking say so; a variable of a module that somebody
// holds, when its name is mentioned; one of the built-ins, when code looks it up at run time.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "shake.h"

static uint8_t flags_of(const Freeze *freeze, FzValue key)
{
    if (fz_is_rom(key))
        return *shake_flags(freeze, key);
    FzValue name = fz_is_kind(freeze->vm, key, FZ_KIND_STR) ? fz_str_intern(freeze->vm, key) : FZ_NULL;
    return name == FZ_NULL ? 0 : *shake_flags(freeze, name);
}

static bool is_native_method(const Freeze *freeze, FzValue value, uint32_t *number)
{
    const FzVm *vm = freeze->vm;
    if (!fz_is_kind(vm, value, FZ_KIND_NATIVE))
        return false;
    const uint8_t *image = (const uint8_t *)fz_image(vm);
    *number = ((const uint32_t *)(const void *)(image + fz_image(vm)->natives_off))[FZ_NATIVE(vm, value)->index];
    return *number < FZ_NATIVES_COUNT;
}

// What is looked up as __set__ or __delete__ of an attribute's value may run when it is stored to.
static bool is_descriptor(const Freeze *freeze, FzValue value)
{
    FzKind kind = fz_kind_of(freeze->vm, value);
    return kind == FZ_KIND_PROPERTY || kind == FZ_KIND_INSTANCE;
}

// Whether instances of a class made at build time can still come to be. Who has an instance gets hold of
// its class only by what says so (hands_classes).
static bool is_made(const Freeze *freeze, FzValue cls)
{
    const FzVm *vm = freeze->vm;
    bool is_plain = fz_is_ram(cls) && fz_class_instance_kind(vm, cls) == FZ_KIND_INSTANCE &&
                    !(fz_class_flags(vm, cls) & ~(uint32_t)(FZ_CLASS_SLOTS | FZ_CLASS_HAS_GETATTR));
    return !is_plain || freeze->hands_classes || freeze->passes_classes || freeze->has_metaclass ||
           freeze->ram_seen[cls / 4] & REACHED_TO_MAKE;
}

static bool keeps_attribute(const Freeze *freeze, const Gate *gate, FzValue key, FzValue value)
{
    uint32_t number;
    uint8_t flags = flags_of(freeze, key);
    bool is_rom = fz_is_rom(gate->dict); // of a native class or module
    if (is_rom && is_native_method(freeze, value, &number))
        return freeze->program->keep_native[number];
    if (!is_rom && key == fz_name(freeze->vm, FZ_NAME_init) && !(flags & NAME_MENTIONED) &&
        !is_made(freeze, gate->owner))
        return false;
    if (freeze->program->is_open || flags & (NAME_MENTIONED | NAME_SPECIAL))
        return true;
    if (flags & NAME_STORED && is_descriptor(freeze, value))
        return true;
    return !is_rom && freeze->shows_dicts;
}

static const Gate *gate_of(const Freeze *freeze, FzValue dict)
{
    const uint8_t *seen = fz_is_rom(dict) ? &freeze->rom_seen[(dict - 2) / 4] : &freeze->ram_seen[dict / 4];
    if (!(*seen & REACHED_BY_GATE))
        return NULL;
    for (uint32_t i = 0; i < freeze->gates.count; i++)
        if (freeze->gates.items[i].dict == dict)
            return &freeze->gates.items[i];
    return NULL;
}

bool shake_is_gate(const Freeze *freeze, FzValue dict) { return gate_of(freeze, dict) != NULL; }

static bool keeps(const Freeze *freeze, const Gate *gate, FzValue key, FzValue value)
{
    if (gate->kind == GATE_BUILTINS)
        return freeze->program->is_open || flags_of(freeze, key) & NAME_LOADED;
    return keeps_attribute(freeze, gate, key, value);
}

bool shake_keeps(const Freeze *freeze, FzValue dict, FzValue key, FzValue value)
{
    const Gate *gate = gate_of(freeze, dict);
    return !gate || keeps(freeze, gate, key, value);
}

bool shake_keeps_variable(const Freeze *freeze, const FreezeModule *module, FzValue name,
                          uint32_t slot)
{
    uint8_t flags = *shake_flags(freeze, name);
    if (module->flags[slot] & (SLOT_EXPORTED | SLOT_NAMED) || flags & NAME_LOADED)
        return true;
    return module->is_used &&
           (freeze->program->is_open || flags & (NAME_MENTIONED | NAME_STORED));
}

// ---- following them

static bool open_table(Freeze *freeze, Gate *gate)
{
    uint32_t count = 0;
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    while (fz_dict_entry(freeze->vm, gate->dict, &at, &key, &value))
        count += keeps(freeze, gate, key, value);
    if (count == gate->open)
        return false;
    FzValue dict = gate->dict;
    gate->open = count;
    at = 0;
    Gate seen = *gate; // following may add gates
    while (fz_dict_entry(freeze->vm, dict, &at, &key, &value)) {
        if (!keeps(freeze, &seen, key, value))
            continue;
        freeze->user = dict;
        shake_reach(freeze, key);
        shake_reach_value(freeze, value);
        freeze->passes_classes |= seen.kind == GATE_CLASS && fz_is_ram(dict) && key == fz_name(freeze->vm, FZ_NAME_get);
    }
    return true;
}

static bool open_module(Freeze *freeze, FreezeModule *module)
{
    bool is_new = false;
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    while (fz_dict_entry(freeze->vm, FZ_MODULE(freeze->vm, module->source)->dict, &at, &name, &slot)) {
        uint32_t number = (uint32_t)fz_to_int(slot);
        if (module->flags[number] & SLOT_NAMED ||
            !shake_keeps_variable(freeze, module, name, number))
            continue;
        module->flags[number] |= SLOT_NAMED;
        is_new = true;
        freeze->user = module->source;
        shake_reach(freeze, name);
        shake_reach_value(freeze, freeze_global(freeze, module, number));
    }
    return is_new;
}

// A submodule is an attribute of its package.
static bool open_package(Freeze *freeze, const FreezeModule *package)
{
    bool is_new = false;
    const FzVm *vm = freeze->vm;
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        const FreezeModule *module = &freeze->modules[i];
        const FzModule *object = FZ_MODULE(vm, module->source);
        if (module->is_used || object->parent != package->source)
            continue;
        const FzStr *dotted = FZ_STR(vm, object->name);
        uint32_t start = fz_count_of(vm, FZ_MODULE(vm, package->source)->name) + 1;
        FzValue name = shake_name_of(vm, dotted->text + start, fz_header_count(dotted->header) - start);
        if (freeze->program->is_open || (name != FZ_NULL && *shake_flags(freeze, name) & NAME_MENTIONED)) {
            freeze->user = package->source;
            shake_use_module(freeze, module->source);
            is_new = true;
        }
    }
    return is_new;
}

static bool hands_classes(const Freeze *freeze)
{
    static const char *const ways[] = {"type",         "__class__",      "__base__", "__bases__", "__mro__",  "mro",
                                       "__subclasses__", "__reduce__", "__reduce_ex__", "__dict__",  "__self__", "__objclass__"};
    bool hands = freeze->program->is_open || freeze->program->hands_type || freeze->texts_are_names;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        hands |= shake_is_mentioned(freeze, ways[i]);
    return hands;
}

bool shake_open_gates(Freeze *freeze)
{
    bool is_new = false;
    freeze->shows_dicts = shake_is_mentioned(freeze, "__dict__");
    freeze->hands_classes = hands_classes(freeze);
    for (uint32_t i = 0; i < freeze->gates.count; i++)
        is_new |= open_table(freeze, &freeze->gates.items[i]);
    for (uint32_t i = 0; i < freeze->entries.count; i++) {
        BodyEntry *entry = &freeze->entries.items[i];
        if (entry->is_open || !shake_keeps_body_entry(freeze, entry))
            continue;
        shake_open_entry(freeze, entry);
        is_new = true;
    }
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        FreezeModule *module = &freeze->modules[i];
        if (module->flags)
            is_new |= open_module(freeze, module);
        if (module->is_used)
            is_new |= open_package(freeze, module);
    }
    return is_new;
}
