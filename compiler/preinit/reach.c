// SPDX-License-Identifier: MIT
// What of the VM has to be in the new image, and which global variables can still change.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "flashfreeze/opcodes.h"
#include "freeze.h"

static uint8_t *seen_of(const Freeze *freeze, FzValue value)
{
    return fz_is_rom(value) ? &freeze->rom_seen[(value - 2) / 4] : &freeze->ram_seen[value / 4];
}

static bool is_python_module(const Freeze *freeze, FzValue value)
{
    const FzModule *module = FZ_MODULE(freeze->vm, value);
    return fz_is_kind(freeze->vm, value, FZ_KIND_MODULE) && !(module->header & FZ_HEADER_A);
}

static void reach(Freeze *freeze, FzValue value)
{
    if (value == FZ_NULL || fz_is_int(value))
        return;
    uint8_t *seen = seen_of(freeze, value);
    if (*seen & REACHED)
        return;
    *seen |= REACHED;
    if (fz_is_kind(freeze->vm, value, FZ_KIND_CODE))
        VEC_PUSH(freeze->arena, &freeze->shells, value);
    else
        VEC_PUSH(freeze->arena, &freeze->order, value);
}

static void reach_code(Freeze *freeze, FzValue value, uint32_t start)
{
    uint8_t *seen = seen_of(freeze, value);
    if (*seen & REACHED_TO_RUN)
        return;
    *seen |= REACHED | REACHED_TO_RUN;
    FreezeCode *code = ARENA_NEW(freeze->arena, FreezeCode);
    code->source = value;
    code->module = freeze_module_of(freeze, FZ_CODE(freeze->vm, value)->module);
    code->start = start;
    VEC_PUSH(freeze->arena, &freeze->codes, code);
}

// A constant or a variable of code: code among them can run, and modules are used by name.
static void reach_from_code(Freeze *freeze, FzValue value)
{
    if (value != FZ_NULL && fz_is_kind(freeze->vm, value, FZ_KIND_CODE))
        reach_code(freeze, value, 0);
    else
        reach(freeze, value);
}

// A word of an object: a module there is one that can be passed around.
static void reach_from_object(Freeze *freeze, FzValue value)
{
    if (value != FZ_NULL && !fz_is_int(value) && is_python_module(freeze, value))
        freeze_module_of(freeze, value)->escapes = true;
    reach(freeze, value);
}

static void scan_code(Freeze *freeze, FzValue value)
{
    const FzCode *code = FZ_CODE(freeze->vm, value);
    reach(freeze, code->name);
    reach(freeze, code->qualname);
    reach(freeze, code->params);
}

static bool uses_pool(FzOp op)
{
    uint8_t format = fz_op_info[op].format;
    return format == FZ_FORMAT_CONST || format == FZ_FORMAT_NAME || format == FZ_FORMAT_CONSTB;
}

static void scan_instructions(Freeze *freeze, const FreezeCode *code)
{
    const FzCode *object = FZ_CODE(freeze->vm, code->source);
    const uint8_t *bytes = freeze_bytes(freeze, code->source);
    FzInstruction inst;
    for (uint32_t at = code->start; at < fz_code_size(object); at += inst.size) {
        if (!fz_decode_instruction(bytes, fz_code_size(object), at, &inst))
            return;
        if (uses_pool(inst.op))
            reach_from_code(freeze,
                            freeze_pool_item(freeze, code->module->source, (uint32_t)inst.operand));
    }
}

static void scan_module(Freeze *freeze, FzValue value)
{
    const FzModule *object = FZ_MODULE(freeze->vm, value);
    FreezeModule *module = freeze_module_of(freeze, value);
    reach(freeze, object->name);
    reach(freeze, object->parent);
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    while (fz_dict_entry(freeze->vm, object->dict, &at, &name, &slot)) {
        reach(freeze, name);
        reach(freeze, freeze_global(freeze, module, (uint32_t)fz_to_int(slot)));
    }
    if (object->code == FZ_NULL)
        return;
    if (!module->is_done)
        reach_code(freeze, object->code, freeze->preinit->modules[object->index].cut);
    else if (fz_code_flags(FZ_CODE(freeze->vm, object->code)) & FZ_CODE_HAS_DOC)
        reach(freeze, object->code);
}

static void scan_table(Freeze *freeze, FzValue value)
{
    uint32_t at = 0;
    FzValue key;
    FzValue content = FZ_NULL;
    while (fz_dict_entry(freeze->vm, value, &at, &key, &content)) {
        reach_from_object(freeze, key);
        if (fz_is_kind(freeze->vm, value, FZ_KIND_DICT))
            reach_from_object(freeze, content);
    }
}

static void scan_function(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    const FzFunction *function = FZ_FUNCTION(vm, value);
    reach_code(freeze, fz_function_code(vm, value), 0);
    FzValue ext = fz_ext_of(vm, value);
    if (ext != FZ_NULL && FZ_WORDS(vm, ext)[2] != FZ_NULL) {
        Attributes own = {value, FZ_WORDS(vm, ext)[2]};
        VEC_PUSH(freeze->arena, &freeze->attributes, own);
        reach(freeze, own.dict);
    }
    for (uint32_t bit = 1, i = 0; bit <= FZ_FUNCTION_CLOSURE; bit <<= 1)
        if (fz_header_count(function->header) & bit)
            reach_from_object(freeze, function->extras[i++]);
}

// An EXT that only holds an identity is not needed: identity is the place in the new image.
static void scan_instance(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    FzValue ext = fz_ext_of(vm, value);
    if (ext == FZ_NULL || FZ_WORDS(vm, ext)[2] != FZ_NULL)
        reach(freeze, FZ_WORDS(vm, value)[1]);
    else
        reach(freeze, FZ_WORDS(vm, ext)[1]);
    for (uint32_t i = 0; i < fz_count_of(vm, value); i++)
        reach_from_object(freeze, FZ_INSTANCE(vm, value)->fields[i]);
}

static void scan_words(Freeze *freeze, FzValue value)
{
    const uint32_t *words = FZ_WORDS(freeze->vm, value);
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(words[0])];
    for (uint32_t i = 1; i < info->words; i++)
        if (info->values >> i & 1)
            reach_from_object(freeze, words[i]);
    if (info->tail == FZ_TAIL_VALUES)
        for (uint32_t i = 0; i < fz_header_count(words[0]); i++)
            reach_from_object(freeze, words[info->words + i]);
}

static void scan(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_MODULE:
        if (is_python_module(freeze, value))
            scan_module(freeze, value);
        else
            scan_words(freeze, value);
        return;
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        scan_table(freeze, value);
        return;
    case FZ_KIND_LIST:
        for (uint32_t i = 0; i < fz_count_of(vm, value); i++)
            reach_from_object(freeze, FZ_TUPLE(vm, FZ_LIST(vm, value)->items)->items[i]);
        return;
    case FZ_KIND_BYTEARRAY:
        return;
    case FZ_KIND_FUNCTION:
        scan_function(freeze, value);
        return;
    case FZ_KIND_INSTANCE:
        scan_instance(freeze, value);
        return;
    default:
        scan_words(freeze, value);
    }
}

static void drain(Freeze *freeze)
{
    uint32_t object = 0;
    uint32_t code = 0;
    uint32_t shell = 0;
    for (;;) {
        if (object < freeze->order.count) {
            scan(freeze, freeze->order.items[object++]);
        } else if (code < freeze->codes.count) {
            scan_code(freeze, freeze->codes.items[code]->source);
            scan_instructions(freeze, freeze->codes.items[code++]);
        } else if (shell < freeze->shells.count) {
            scan_code(freeze, freeze->shells.items[shell++]);
        } else {
            return;
        }
    }
}

void freeze_reach(Freeze *freeze)
{
    const FzVm *vm = freeze->vm;
    const FzImageHeader *header = fz_image(vm);
    const uint8_t *image = (const uint8_t *)header;
    const FzValue *modules = (const FzValue *)(const void *)(image + header->modules_off);
    for (uint32_t i = 0; i < (FZ_SINGLETONS_SIZE + 3) / 4; i++)
        freeze->rom_seen[FZ_SINGLETONS_OFF / 4 + i] = REACHED;
    reach(freeze, header->builtins);
    reach(freeze, header->memory_error);
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++)
        reach(freeze, fz_type(vm, (FzTypeId)i));
    for (uint32_t i = 0; i < header->modules_count; i++)
        reach(freeze, modules[i]);
    FzValue pairs = vm->registers[FZ_REG_ATTRS];
    for (uint32_t i = 0; pairs != FZ_NULL && i < fz_count_of(vm, pairs); i += 2) {
        Attributes own = {FZ_TUPLE(vm, pairs)->items[i], FZ_TUPLE(vm, pairs)->items[i + 1]};
        if (own.object == FZ_NULL)
            continue;
        VEC_PUSH(freeze->arena, &freeze->attributes, own);
        reach(freeze, own.object);
        reach(freeze, own.dict);
    }
    drain(freeze);
}

// ---- which globals can change

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

static uint8_t *flags_of_name(const Freeze *freeze, FzValue name)
{
    return &freeze->names[(name - 2) / 4];
}

static bool is_module(const Freeze *freeze, FzValue value)
{
    return value != FZ_NULL && !fz_is_int(value) && is_python_module(freeze, value);
}

static void note_escape(Freeze *freeze, FzValue value)
{
    if (is_module(freeze, value))
        freeze_module_of(freeze, value)->escapes = true;
}

// The name with that text, or FZ_NULL when the program has none.
static FzValue name_of_text(const FzVm *vm, const uint8_t *text, uint32_t size)
{
    const FzImageHeader *header = fz_image(vm);
    const FzValue *names =
        (const FzValue *)(const void *)((const uint8_t *)header + header->interned_off);
    for (uint32_t i = 0; i < header->interned_slots; i++)
        if (names[i] != FZ_NULL && fz_count_of(vm, names[i]) == size &&
            memcmp(FZ_STR(vm, names[i])->text, text, size) == 0)
            return names[i];
    return FZ_NULL;
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
        FzValue last = name_of_text(vm, dotted->text + start, size - start);
        if (last != FZ_NULL)
            *flags_of_name(freeze, last) |= NAME_OF_MODULE;
        uint32_t at = 0;
        FzValue name;
        FzValue slot;
        while (module->flags && fz_dict_entry(vm, FZ_MODULE(vm, module->source)->dict, &at, &name, &slot))
            if (is_module(freeze, freeze_global(freeze, module, (uint32_t)fz_to_int(slot))))
                *flags_of_name(freeze, name) |= NAME_OF_MODULE;
    }
}

// Whether the instruction leaves a module on the stack, as far as modules do not escape; `on_top`: the
// one before it did.
static bool gives_module(const Freeze *freeze, const FreezeModule *module,
                         const FzInstruction *inst, bool on_top)
{
    uint32_t number = (uint32_t)inst->operand;
    FzValue value;
    switch (inst->op) {
    case FZ_OP_IMPORT_NAME:
        return true;
    case FZ_OP_LOAD_CONST:
        return is_module(freeze, freeze_pool_item(freeze, module->source, number));
    case FZ_OP_LOAD_GLOBAL:
        value = freeze_global(freeze, module, number);
        return is_module(freeze, value) || module->flags[number] & SLOT_IMPORTED;
    case FZ_OP_LOAD_ATTR:
    case FZ_OP_IMPORT_FROM:
        return (on_top || inst->op == FZ_OP_IMPORT_FROM) &&
               *flags_of_name(freeze, freeze_pool_item(freeze, module->source, number)) &
                   NAME_OF_MODULE;
    default:
        return false;
    }
}

// Variables that modules are stored to.
static void note_imports(Freeze *freeze, const FreezeCode *code, const FzInstruction *inst,
                         const FzInstruction *next, bool gives)
{
    (void)inst;
    if (next->op != FZ_OP_STORE_GLOBAL || !gives)
        return;
    uint8_t *flags = &code->module->flags[next->operand];
    freeze->changed |= !(*flags & SLOT_IMPORTED);
    *flags |= SLOT_IMPORTED;
}

static void classify_instruction(Freeze *freeze, const FreezeCode *code, const FzInstruction *inst,
                                 const FzInstruction *next, bool gives)
{
    FreezeModule *module = code->module;
    uint32_t number = (uint32_t)inst->operand;
    switch (inst->op) {
    case FZ_OP_STORE_GLOBAL:
    case FZ_OP_DELETE_GLOBAL:
        module->flags[number] |= SLOT_STORED;
        return;
    case FZ_OP_LOAD_GLOBAL:
        module->flags[number] |= SLOT_LOADED;
        if (!is_plain_use(next->op)) {
            note_escape(freeze, freeze_global(freeze, module, number));
            freeze->all_escape |= (module->flags[number] & SLOT_IMPORTED) != 0;
        }
        return;
    case FZ_OP_LOAD_CONST:
    case FZ_OP_IMPORT_NAME:
        if (!is_plain_use(next->op))
            note_escape(freeze, freeze_pool_item(freeze, module->source, number));
        return;
    case FZ_OP_LOAD_ATTR:
    case FZ_OP_IMPORT_FROM:
        freeze->all_escape |= !is_plain_use(next->op) && gives;
        return;
    case FZ_OP_STORE_ATTR:
    case FZ_OP_DELETE_ATTR:
        *flags_of_name(freeze, freeze_pool_item(freeze, module->source, number)) |= NAME_STORED;
        return;
    case FZ_OP_IMPORT_STAR_NAME: {
        FzValue name = freeze_pool_item(freeze, module->source, number);
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
typedef void AtInstruction(Freeze *freeze, const FreezeCode *code, const FzInstruction *inst,
                           const FzInstruction *next, bool gives);

static void each_instruction(Freeze *freeze, const FreezeCode *code, AtInstruction *at_instruction)
{
    const FzCode *object = FZ_CODE(freeze->vm, code->source);
    const uint8_t *bytes = freeze_bytes(freeze, code->source);
    uint32_t size = fz_code_size(object);
    FzInstruction inst;
    FzInstruction next;
    bool gives = false;
    for (uint32_t at = code->start; at < size; at += inst.size) {
        if (!fz_decode_instruction(bytes, size, at, &inst))
            return;
        if (!fz_decode_instruction(bytes, size, at + inst.size, &next))
            next.op = FZ_OP_BREAK;
        gives = gives_module(freeze, code->module, &inst, gives);
        at_instruction(freeze, code, &inst, &next, gives);
    }
}

// A module that runs at boot becomes an attribute of its package.
static bool is_late_submodule(const Freeze *freeze, const FreezeModule *package, FzValue name)
{
    FzValue found = fz_submodule(freeze->vm, package->source, name);
    return found != FZ_NULL && is_python_module(freeze, found) &&
           !freeze_module_of(freeze, found)->is_done;
}

// Why the variable needs a word of RAM; NULL when it is a constant.
static const char *why_in_ram(const Freeze *freeze, const FreezeModule *module, FzValue name,
                              uint32_t slot)
{
    uint8_t flags = module->flags[slot];
    bool is_empty = freeze_global(freeze, module, slot) == FZ_NULL;
    if (flags & SLOT_STORED)
        return is_empty ? "set at boot" : "rebound";
    if (*flags_of_name(freeze, name) & NAME_STORED)
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
        if (freeze->modules[i].flags)
            number_slots(freeze, &freeze->modules[i]);
}
