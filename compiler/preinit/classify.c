// SPDX-License-Identifier: MIT
// Which global variables can still change, and why: they keep a word of RAM each.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "../shake/shake.h"
#include "edits.h"
#include "flashfreeze/opcodes.h"

static bool is_native_called(const Freeze *freeze, FzValue value, const char *name)
{
    const FzVm *vm = freeze->vm;
    if (!fz_is_kind(vm, value, FZ_KIND_NATIVE))
        return false;
    FzValue text = FZ_NATIVE(vm, value)->name;
    return fz_count_of(vm, text) == strlen(name) &&
           memcmp(FZ_STR(vm, text)->text, name, strlen(name)) == 0;
}

// A module that was just loaded and is then used for one of its attributes, or put in a global.
static bool is_plain_use(FzOp next)
{
    return next == FZ_OP_LOAD_ATTR || next == FZ_OP_LOAD_METHOD || next == FZ_OP_STORE_GLOBAL ||
           next == FZ_OP_POP_TOP || next == FZ_OP_IMPORT_FROM || next == FZ_OP_STORE_ATTR ||
           next == FZ_OP_DELETE_ATTR;
}

static bool is_module(const Freeze *freeze, FzValue value)
{
    return value != FZ_NULL && !fz_is_int(value) && shake_is_python(freeze, value);
}

static void note_escape(Freeze *freeze, FzValue value)
{
    if (is_module(freeze, value))
        freeze_module_of(freeze, value)->escapes = true;
}

// Names under which modules are attributes: of their packages, and of modules that import them.
static void note_module_names(Freeze *freeze)
{
    const FzVm *vm = freeze->vm;
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        const FreezeModule *module = &freeze->modules[i];
        const FzStr *dotted = FZ_STR(vm, FZ_MODULE(vm, module->source)->name);
        uint32_t size = fz_header_count(dotted->header);
        uint32_t start = size;
        while (start > 0 && dotted->text[start - 1] != '.')
            start--;
        FzValue last = shake_name_of(vm, dotted->text + start, size - start);
        if (last != FZ_NULL)
            *shake_flags(freeze, last) |= NAME_OF_MODULE;
        uint32_t at = 0;
        FzValue name;
        FzValue slot;
        while (module->flags && fz_dict_entry(vm, FZ_MODULE(vm, module->source)->dict, &at, &name, &slot))
            if (is_module(freeze, freeze_global(freeze, module, (uint32_t)fz_to_int(slot))))
                *shake_flags(freeze, name) |= NAME_OF_MODULE;
    }
}

// Whether the instruction leaves a module on the stack, as far as modules do not escape; `on_top`: the
// one before it did.
static bool gives_module(const Freeze *freeze, const FreezeModule *module,
                         const FreezeInst *inst, bool on_top)
{
    uint32_t number = (uint32_t)inst->inst.operand;
    FzValue value;
    switch (inst->inst.op) {
    case FZ_OP_IMPORT_NAME:
        return true;
    case FZ_OP_LOAD_CONST:
        return is_module(freeze, inst->constant);
    case FZ_OP_LOAD_GLOBAL:
        value = freeze_global(freeze, module, number);
        return is_module(freeze, value) || module->flags[number] & SLOT_IMPORTED;
    case FZ_OP_LOAD_ATTR:
    case FZ_OP_IMPORT_FROM:
        return (on_top || inst->inst.op == FZ_OP_IMPORT_FROM) &&
               *shake_flags(freeze, inst->constant) &
                   NAME_OF_MODULE;
    default:
        return false;
    }
}

// Variables that modules are stored to.
static void note_imports(Freeze *freeze, const FreezeCode *code, const FreezeInst *inst,
                         const FreezeInst *next, bool gives)
{
    (void)inst;
    if (next->inst.op != FZ_OP_STORE_GLOBAL || !gives)
        return;
    uint8_t *flags = &code->module->flags[next->inst.operand];
    freeze->changed |= !(*flags & SLOT_IMPORTED);
    *flags |= SLOT_IMPORTED;
}

static void classify_instruction(Freeze *freeze, const FreezeCode *code, const FreezeInst *inst,
                                 const FreezeInst *next, bool gives)
{
    FreezeModule *module = code->module;
    uint32_t number = (uint32_t)inst->inst.operand;
    switch (inst->inst.op) {
    case FZ_OP_STORE_GLOBAL:
    case FZ_OP_DELETE_GLOBAL:
        module->flags[number] |= SLOT_STORED;
        return;
    case FZ_OP_LOAD_GLOBAL:
        module->flags[number] |= SLOT_LOADED;
        if (!is_plain_use(next->inst.op)) {
            note_escape(freeze, freeze_global(freeze, module, number));
            freeze->all_escape |= (module->flags[number] & SLOT_IMPORTED) != 0;
        }
        return;
    case FZ_OP_LOAD_CONST:
    case FZ_OP_IMPORT_NAME:
        if (!is_plain_use(next->inst.op))
            note_escape(freeze, inst->constant);
        return;
    case FZ_OP_LOAD_ATTR:
    case FZ_OP_IMPORT_FROM:
        freeze->all_escape |= !is_plain_use(next->inst.op) && gives;
        return;
    case FZ_OP_IMPORT_STAR_NAME: {
        FzValue name = inst->constant;
        FzValue slot = fz_dict_get_name(freeze->vm,
                                        FZ_MODULE(freeze->vm, module->source)->dict, name);
        if (slot != FZ_NULL)
            module->flags[fz_to_int(slot)] |= SLOT_STORED | SLOT_IMPORTED;
        return;
    }
    default:
        return;
    }
}

// `gives`: it leaves a module on the stack.
typedef void AtInstruction(Freeze *freeze, const FreezeCode *code, const FreezeInst *inst,
                           const FreezeInst *next, bool gives);

static void each_instruction(Freeze *freeze, const FreezeCode *code, AtInstruction *at_instruction)
{
    FreezeInst inst;
    FreezeInst next;
    bool gives = false;
    uint32_t at = code->start;
    for (bool is_there = freeze_next(freeze, code, &at, &next); is_there;) {
        inst = next;
        is_there = freeze_next(freeze, code, &at, &next);
        if (!is_there)
            next.inst.op = FZ_OP_BREAK;
        gives = gives_module(freeze, code->module, &inst, gives);
        at_instruction(freeze, code, &inst, &next, gives);
    }
}

// A module that runs at boot becomes an attribute of its package.
static bool is_late_submodule(const Freeze *freeze, const FreezeModule *package, FzValue name)
{
    FzValue found = fz_submodule(freeze->vm, package->source, name);
    return found != FZ_NULL && shake_is_python(freeze, found) &&
           !freeze_module_of(freeze, found)->is_done;
}

// Why the variable needs a word of RAM; NULL when it is a constant.
static const char *why_in_ram(const Freeze *freeze, const FreezeModule *module, FzValue name,
                              uint32_t slot)
{
    uint8_t flags = module->flags[slot];
    bool is_empty = freeze_global(freeze, module, slot) == FZ_NULL;
    if (!(flags & (SLOT_LOADED | SLOT_NAMED)))
        return NULL; // nobody would see it
    if (flags & SLOT_STORED)
        return is_empty ? "set at boot" : "rebound";
    if (module->is_used && *shake_flags(freeze, name) & NAME_STORED)
        return "an attribute of that name is stored to";
    if (freeze->sets_by_name && (module->escapes || freeze->all_escape))
        return "setattr or delattr may change it";
    if (is_empty && flags & SLOT_LOADED)
        return "has no value yet";
    return is_late_submodule(freeze, module, name) ? "a module that runs at boot" : NULL;
}

static const char *text_of(const Freeze *freeze, FzValue str)
{
    return arena_format(freeze->arena, "%.*s", (int)fz_count_of(freeze->vm, str),
                        FZ_STR(freeze->vm, str)->text);
}

static void need_word(Freeze *freeze, FreezeModule *module, FzValue name, const char *why)
{
    PreinitWord word = {.module = text_of(freeze, FZ_MODULE(freeze->vm, module->source)->name),
                        .name = name == FZ_NULL ? NULL : text_of(freeze, name),
                        .why = why};
    VEC_PUSH(freeze->arena, &freeze->preinit->words, word);
    module->ram_count++;
}

static void number_slots(Freeze *freeze, FreezeModule *module)
{
    const FzModule *object = FZ_MODULE(freeze->vm, module->source);
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    if (!module->is_done)
        need_word(freeze, module, FZ_NULL, "it runs at boot");
    while (fz_dict_entry(freeze->vm, object->dict, &at, &name, &slot)) {
        uint32_t number = (uint32_t)fz_to_int(slot);
        const char *why = why_in_ram(freeze, module, name, number);
        if (!why)
            continue;
        module->flags[number] |= SLOT_IN_RAM;
        module->numbers[number] = module->ram_count;
        need_word(freeze, module, name, why);
    }
    module->new_base = freeze->writer.globals_count;
    freeze->writer.globals_count += module->ram_count;
}

bool freeze_has_entry(const Freeze *freeze, const FreezeModule *module, uint32_t slot)
{
    uint8_t flags = module->flags[slot];
    if (flags & SLOT_NAMED)
        return true;
    return flags & SLOT_IN_RAM && freeze_global(freeze, module, slot) == FZ_NULL;
}

void freeze_classify(Freeze *freeze)
{
    for (uint32_t i = 0; i < freeze->order.count; i++) {
        FzValue value = freeze->order.items[i];
        freeze->sets_by_name |= is_native_called(freeze, value, "setattr") ||
                                is_native_called(freeze, value, "delattr") ||
                                is_native_called(freeze, value, "__setattr__") ||
                                is_native_called(freeze, value, "__delattr__");
        freeze->all_escape |= is_native_called(freeze, value, "modules") ||
                              is_native_called(freeze, value, "__import__");
    }
    note_module_names(freeze);
    do { // a module may be imported by way of another's variable
        freeze->changed = false;
        for (uint32_t i = 0; i < freeze->codes.count; i++)
            each_instruction(freeze, freeze->codes.items[i], note_imports);
    } while (freeze->changed);
    for (uint32_t i = 0; i < freeze->codes.count; i++)
        each_instruction(freeze, freeze->codes.items[i], classify_instruction);
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++)
        if (freeze->modules[i].flags && shake_is_reached(freeze, freeze->modules[i].source))
            number_slots(freeze, &freeze->modules[i]);
}
