// SPDX-License-Identifier: MIT
// The collection itself: what is reached, by whom, and the code that can run.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "../link/reach.h"
#include "../preinit/edits.h"
#include "flashfreeze/opcodes.h"
#include "shake.h"

static uint8_t *seen_of(const Freeze *freeze, FzValue value)
{
    return fz_is_rom(value) ? &freeze->rom_seen[(value - 2) / 4] : &freeze->ram_seen[value / 4];
}

static void note_user(const Freeze *freeze, FzValue value)
{
    *(fz_is_rom(value) ? &freeze->rom_users[(value - 2) / 4] : &freeze->ram_users[value / 4]) =
        freeze->user;
}

bool shake_is_python(const Freeze *freeze, FzValue value)
{
    const FzModule *module = FZ_MODULE(freeze->vm, value);
    return fz_is_kind(freeze->vm, value, FZ_KIND_MODULE) && !(module->header & FZ_HEADER_A);
}

bool shake_is_reached(const Freeze *freeze, FzValue value)
{
    return value == FZ_NULL || fz_is_int(value) || *seen_of(freeze, value) & REACHED;
}

static void scan(Freeze *freeze, FzValue value);

void shake_reach(Freeze *freeze, FzValue value)
{
    if (value == FZ_NULL || fz_is_int(value))
        return;
    uint8_t *seen = seen_of(freeze, value);
    if (*seen & REACHED_BY_GATE) { // the whole object after all
        *seen &= (uint8_t)~REACHED_BY_GATE;
        scan(freeze, value);
    }
    if (*seen & REACHED)
        return;
    *seen |= REACHED;
    note_user(freeze, value);
    if (fz_is_kind(freeze->vm, value, FZ_KIND_CODE))
        VEC_PUSH(freeze->arena, &freeze->shells, value);
    else
        VEC_PUSH(freeze->arena, &freeze->order, value);
}

void shake_reach_gate(Freeze *freeze, FzValue owner, FzValue dict, GateKind kind)
{
    uint8_t *seen = seen_of(freeze, dict);
    if (*seen & REACHED)
        return;
    *seen |= REACHED | REACHED_BY_GATE;
    note_user(freeze, dict);
    VEC_PUSH(freeze->arena, &freeze->order, dict);
    VEC_PUSH(freeze->arena, &freeze->gates, (Gate){owner, dict, kind, 0});
}

// A tuple of classes or names that belongs to a class: the program does not get hold of its items.
static void reach_parts(Freeze *freeze, FzValue tuple)
{
    if (tuple == FZ_NULL || *seen_of(freeze, tuple) & REACHED)
        return;
    *seen_of(freeze, tuple) |= REACHED | REACHED_BY_GATE;
    note_user(freeze, tuple);
    VEC_PUSH(freeze->arena, &freeze->order, tuple);
    for (uint32_t i = 0; i < fz_count_of(freeze->vm, tuple); i++)
        shake_reach(freeze, FZ_TUPLE(freeze->vm, tuple)->items[i]);
}

void shake_mention(Freeze *freeze, FzValue name, uint8_t flag)
{
    uint8_t *flags = shake_flags(freeze, name);
    if (*flags & flag)
        return;
    if (!(*flags & (NAME_MENTIONED | NAME_LOADED)))
        freeze->name_users[(name - 2) / 4] = freeze->user;
    *flags |= flag;
}

static void use_all_modules(Freeze *freeze)
{
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++)
        shake_use_module(freeze, freeze->modules[i].source);
}

// A native that the program can call; `is_handed`: otherwise than by its own name in code.
static void note_native(Freeze *freeze, FzValue value, bool is_handed)
{
    const uint8_t *image = (const uint8_t *)fz_image(freeze->vm);
    const uint32_t *numbers =
        (const uint32_t *)(const void *)(image + fz_image(freeze->vm)->natives_off);
    uint32_t number = numbers[FZ_NATIVE(freeze->vm, value)->index];
    if (number >= FZ_NATIVES_COUNT)
        return;
    const NativeRow *row = catalogue_native(number);
    ReachNames names = reach_native(row);
    shake_mention(freeze, FZ_NATIVE(freeze->vm, value)->name, NAME_CALLED);
    freeze->texts_are_names |= names == REACH_A_NAME || strcmp(row->name, "format") == 0 ||
                               strcmp(row->name, "format_map") == 0;
    freeze->program->is_open |= is_handed && names != REACH_NO_NAMES;
    if (strcmp(row->name, "modules") == 0 || strcmp(row->name, "__import__") == 0)
        use_all_modules(freeze);
}

static bool is_native(const Freeze *freeze, FzValue value)
{
    return value != FZ_NULL && !fz_is_int(value) && fz_is_kind(freeze->vm, value, FZ_KIND_NATIVE);
}

// A native class is called like a function.
static void note_class(Freeze *freeze, FzValue value)
{
    FzValue text = FZ_CLASS(freeze->vm, value)->name;
    if (!(fz_class_flags(freeze->vm, value) & FZ_CLASS_NATIVE)) {
        FzValue mro = FZ_CLASS(freeze->vm, value)->mro;
        for (uint32_t i = 0; i < fz_count_of(freeze->vm, mro); i++)
            *seen_of(freeze, FZ_TUPLE(freeze->vm, mro)->items[i]) |= REACHED_TO_MAKE;
        return;
    }
    FzValue name = fz_str_intern(freeze->vm, text);
    if (name != FZ_NULL)
        shake_mention(freeze, name, NAME_CALLED);
}

static void reach_held(Freeze *freeze, FzValue value)
{
    shake_reach(freeze, value);
    if (value == FZ_NULL || fz_is_int(value) || *seen_of(freeze, value) & REACHED_AS_VALUE)
        return;
    *seen_of(freeze, value) |= REACHED_AS_VALUE;
    if (fz_is_kind(freeze->vm, value, FZ_KIND_STR))
        VEC_PUSH(freeze->arena, &freeze->strs, value);
    else if (fz_is_kind(freeze->vm, value, FZ_KIND_MODULE))
        shake_use_module(freeze, value);
    else if (fz_is_kind(freeze->vm, value, FZ_KIND_CLASS))
        note_class(freeze, value);
}

void shake_reach_value(Freeze *freeze, FzValue value)
{
    reach_held(freeze, value);
    if (is_native(freeze, value))
        note_native(freeze, value, true);
}

static void reach_code(Freeze *freeze, FzValue value, uint32_t start)
{
    uint8_t *seen = seen_of(freeze, value);
    if (*seen & REACHED_TO_RUN)
        return;
    if (!(*seen & REACHED))
        note_user(freeze, value);
    *seen |= REACHED | REACHED_TO_RUN;
    FreezeCode *code = ARENA_NEW(freeze->arena, FreezeCode);
    code->source = value;
    code->module = freeze_module_of(freeze, FZ_CODE(freeze->vm, value)->module);
    code->start = start;
    VEC_PUSH(freeze->arena, &freeze->codes, code);
}

// A constant of code: code among them can run.
static void reach_from_code(Freeze *freeze, FzValue value)
{
    if (value != FZ_NULL && !fz_is_int(value) && fz_is_kind(freeze->vm, value, FZ_KIND_CODE)) {
        reach_code(freeze, value, 0);
        return;
    }
    reach_held(freeze, value);
    if (is_native(freeze, value))
        note_native(freeze, value, false);
}

// A word of an object: a module there is one that can be passed around.
static void reach_from_object(Freeze *freeze, FzValue value)
{
    if (value != FZ_NULL && !fz_is_int(value) && shake_is_python(freeze, value))
        freeze_module_of(freeze, value)->escapes = true;
    shake_reach_value(freeze, value);
}

static void scan_code(Freeze *freeze, FzValue value)
{
    const FzCode *code = FZ_CODE(freeze->vm, value);
    shake_reach(freeze, code->module);
    if (!shake_strips_name(freeze, value)) {
        shake_reach(freeze, code->name);
        shake_reach(freeze, code->qualname);
    }
    reach_parts(freeze, code->params);
}

static bool uses_pool(FzOp op)
{
    uint8_t format = fz_op_info[op].format;
    return format == FZ_FORMAT_CONST || format == FZ_FORMAT_NAME || format == FZ_FORMAT_CONSTB;
}

// A variable that code loads. When it has no value, a built-in of its name is looked up.
static void load_global(Freeze *freeze, const FreezeModule *module, uint32_t slot)
{
    FzValue value = freeze_global(freeze, module, slot);
    module->flags[slot] |= SLOT_LOADED;
    if (value == FZ_NULL) {
        const FzModule *object = FZ_MODULE(freeze->vm, module->source);
        FzValue name = fz_global_name(freeze->vm, object, slot);
        shake_mention(freeze, name, NAME_LOADED);
    }
    shake_reach_value(freeze, value);
}

static void scan_instruction(Freeze *freeze, FreezeModule *module, const FreezeInst *from)
{
    const FzInstruction *inst = &from->inst;
    FzValue operand = from->constant;
    freeze->ops[inst->op] = true;
    if (uses_pool(inst->op)) {
        if (fz_op_info[inst->op].format == FZ_FORMAT_NAME)
            shake_reach(freeze, operand);
        else
            reach_from_code(freeze, operand);
    }
    switch (inst->op) {
    case FZ_OP_LOAD_GLOBAL:
    case FZ_OP_DELETE_GLOBAL:
        load_global(freeze, module, (uint32_t)inst->operand);
        return;
    case FZ_OP_LOAD_ATTR:
    case FZ_OP_LOAD_METHOD:
    case FZ_OP_LOAD_SUPER_ATTR:
    case FZ_OP_LOAD_SUPER_METHOD:
    case FZ_OP_IMPORT_FROM:
    case FZ_OP_IMPORT_STAR_NAME:
        shake_mention(freeze, operand, NAME_MENTIONED);
        return;
    case FZ_OP_DELETE_ATTR:
        shake_mention(freeze, operand, NAME_MENTIONED);
        shake_mention(freeze, operand, NAME_STORED);
        return;
    case FZ_OP_STORE_ATTR:
        shake_mention(freeze, operand, NAME_STORED);
        return;
    case FZ_OP_STORE_NAME:
        shake_mention(freeze, operand, NAME_BOUND);
        return;
    case FZ_OP_BUILD_CLASS:
        freeze->shows_namespaces |= inst->b > 0;
        return;
    case FZ_OP_LOAD_NAME:
    case FZ_OP_LOAD_CLASS_CELL:
    case FZ_OP_DELETE_NAME:
        if (operand != FZ_NULL)
            shake_mention(freeze, operand, NAME_LOADED);
        return;
    default:
        return;
    }
}

static FzOp long_form(FzOp op)
{
    if (op >= FZ_OP_LOAD_LOCAL_0 && op <= FZ_OP_LOAD_LOCAL_7)
        return FZ_OP_LOAD_LOCAL;
    return op >= FZ_OP_STORE_LOCAL_0 && op <= FZ_OP_STORE_LOCAL_7 ? FZ_OP_STORE_LOCAL : op;
}

// Instructions from `at` to before `end`. Statements of a class body that only bind a name wait until
// something asks for it, when `waits`.
static void scan_range(Freeze *freeze, const FreezeCode *code, uint32_t at, uint32_t end, bool waits)
{
    uint32_t number = freeze->code_numbers[(code->source - 2) / 4];
    const ImageCode *from = &freeze->preinit->codes[number - 1];
    bool ops[FZ_OP_COUNT] = {false};
    FreezeInst inst;
    BodyEntry entry;
    uint32_t height = 0; // of the operand stack; statements begin with an empty one
    while (at < end) {
        if (waits && height == 0 && shake_body_entry(freeze, code, at, &entry)) {
            VEC_PUSH(freeze->arena, &freeze->entries, entry);
            at = entry.end;
            continue;
        }
        if (!freeze_next(freeze, code, &at, &inst))
            break;
        ops[long_form(inst.inst.op)] = true;
        scan_instruction(freeze, code->module, &inst);
        uint32_t pops;
        uint32_t pushes;
        fz_stack_effect(&inst.inst, &pops, &pushes);
        height += pushes - pops;
    }
    reach_function(freeze->program, from->module, from->function, ops);
}

static void scan_instructions(Freeze *freeze, const FreezeCode *code)
{
    uint32_t size = fz_code_size(FZ_CODE(freeze->vm, code->source));
    scan_range(freeze, code, code->start, size, shake_is_flat_body(freeze, code));
}

void shake_open_entry(Freeze *freeze, BodyEntry *entry)
{
    entry->is_open = true;
    freeze->user = entry->code->source;
    scan_range(freeze, entry->code, entry->start, entry->end, false);
}

// What any module has that is there: its variables are followed one by one.
static void scan_module(Freeze *freeze, FzValue value)
{
    const FzModule *object = FZ_MODULE(freeze->vm, value);
    shake_reach(freeze, object->name);
    shake_reach(freeze, object->parent);
}

void shake_use_module(Freeze *freeze, FzValue value)
{
    const FzModule *object = FZ_MODULE(freeze->vm, value);
    FreezeModule *module = freeze_module_of(freeze, value);
    if (module->is_used)
        return;
    module->is_used = true;
    shake_reach(freeze, value);
    if (object->parent != FZ_NULL && !freeze_module_of(freeze, object->parent)->is_done)
        shake_use_module(freeze, object->parent);
    if (!shake_is_python(freeze, value)) {
        shake_reach_gate(freeze, value, object->dict, GATE_MODULE);
        return;
    }
    if (object->code == FZ_NULL)
        return;
    FzValue user = freeze->user;
    freeze->user = value;
    if (!module->is_done)
        reach_code(freeze, object->code, freeze->preinit->modules[object->index].cut);
    else if (fz_code_flags(FZ_CODE(freeze->vm, object->code)) & FZ_CODE_HAS_DOC)
        shake_reach(freeze, object->code);
    freeze->user = user;
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
        shake_reach(freeze, own.dict);
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
        shake_reach(freeze, FZ_WORDS(vm, value)[1]);
    else
        shake_reach(freeze, FZ_WORDS(vm, ext)[1]);
    for (uint32_t i = 0; i < fz_count_of(vm, value); i++)
        reach_from_object(freeze, FZ_INSTANCE(vm, value)->fields[i]);
}

static void scan_class(Freeze *freeze, FzValue value)
{
    const FzClass *cls = FZ_CLASS(freeze->vm, value);
    FzValue type = fz_type(freeze->vm, FZ_TYPE_TYPE);
    freeze->has_metaclass |= value != type && fz_is_subclass(freeze->vm, value, type);
    shake_reach(freeze, cls->name);
    reach_parts(freeze, cls->bases);
    reach_parts(freeze, cls->mro);
    reach_parts(freeze, cls->fields);
    shake_reach_gate(freeze, value, cls->dict, GATE_CLASS);
}

static void scan_words(Freeze *freeze, FzValue value)
{
    const uint32_t *words = FZ_WORDS(freeze->vm, value);
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(words[0])];
    for (uint32_t i = 1; i < info->words; i++)
        if (info->values >> i & 1)
            reach_from_object(freeze, words[i]);
    uint32_t count = fz_object_size(words[0]) / 4;
    if (info->tail == FZ_TAIL_VALUES || info->tail == FZ_TAIL_MASK)
        for (uint32_t i = info->words; i < count; i++)
            reach_from_object(freeze, words[i]);
}

static void scan(Freeze *freeze, FzValue value)
{
    const FzVm *vm = freeze->vm;
    if (*seen_of(freeze, value) & REACHED_BY_GATE)
        return;
    switch (fz_kind_of(vm, value)) {
    case FZ_KIND_MODULE:
        scan_module(freeze, value);
        return;
    case FZ_KIND_CLASS:
        scan_class(freeze, value);
        return;
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        scan_table(freeze, value);
        return;
    case FZ_KIND_NATIVE:
        shake_reach(freeze, FZ_NATIVE(vm, value)->name);
        return;
    case FZ_KIND_LIST:
        for (uint32_t i = 0; i < fz_count_of(vm, value); i++)
            reach_from_object(freeze, FZ_TUPLE(vm, FZ_LIST(vm, value)->items)->items[i]);
        return;
    case FZ_KIND_BYTEARRAY:
        return;
    case FZ_KIND_CLASSMETHOD:
        freeze->passes_classes = true;
        scan_words(freeze, value);
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

// How far the lists have been scanned.
typedef struct {
    uint32_t objects;
    uint32_t codes;
    uint32_t shells;
} Scanned;

static void drain(Freeze *freeze, Scanned *done)
{
    for (;;) {
        if (done->objects < freeze->order.count) {
            freeze->user = freeze->order.items[done->objects++];
            scan(freeze, freeze->user);
        } else if (done->codes < freeze->codes.count) {
            const FreezeCode *code = freeze->codes.items[done->codes++];
            freeze->user = code->source;
            scan_code(freeze, code->source);
            scan_instructions(freeze, code);
        } else if (done->shells < freeze->shells.count) {
            freeze->user = freeze->shells.items[done->shells++];
            scan_code(freeze, freeze->user);
        } else {
            return;
        }
    }
}

// Attributes set on an object stay as long as the object does.
static bool follow_attributes(Freeze *freeze)
{
    FzValue pairs = freeze->vm->registers[FZ_REG_ATTRS];
    bool is_new = false;
    for (uint32_t i = 0; pairs != FZ_NULL && i < fz_count_of(freeze->vm, pairs); i += 2) {
        Attributes own = {FZ_TUPLE(freeze->vm, pairs)->items[i],
                          FZ_TUPLE(freeze->vm, pairs)->items[i + 1]};
        if (own.object == FZ_NULL || !shake_is_reached(freeze, own.object) ||
            shake_is_reached(freeze, own.dict))
            continue;
        VEC_PUSH(freeze->arena, &freeze->attributes, own);
        freeze->user = own.object;
        shake_reach(freeze, own.dict);
        is_new = true;
    }
    return is_new;
}

static void follow_all(Freeze *freeze, Scanned *done)
{
    do {
        drain(freeze, done);
        shake_mention_texts(freeze);
        shake_special_names(freeze);
    } while (follow_attributes(freeze) | shake_open_gates(freeze));
}

static bool is_listed(const Freeze *freeze, const LinkedModule *module)
{
    const Manifest *manifest = freeze->program->manifest;
    for (uint32_t i = 0; i < manifest->modules.count; i++) {
        const Name *name = manifest->modules.items[i].name;
        if (name && module->name->size >= name->size &&
            memcmp(name->text, module->name->text, name->size) == 0 &&
            (module->name->text[name->size] == 0 || module->name->text[name->size] == '.'))
            return true;
    }
    return false;
}

// Firmware calls functions of the entry module and of those that the manifest lists by name.
static void export_functions(Freeze *freeze, const FreezeModule *module)
{
    uint32_t at = 0;
    FzValue name;
    FzValue slot;
    while (fz_dict_entry(freeze->vm, FZ_MODULE(freeze->vm, module->source)->dict, &at, &name, &slot)) {
        uint32_t number = (uint32_t)fz_to_int(slot);
        FzValue value = freeze_global(freeze, module, number);
        bool is_empty = value == FZ_NULL; // what it will be is not known
        bool is_public = FZ_STR(freeze->vm, name)->text[0] != '_';
        if (is_public && (is_empty || fz_is_kind(freeze->vm, value, FZ_KIND_FUNCTION)))
            module->flags[number] |= SLOT_EXPORTED;
    }
}

static void reach_roots(Freeze *freeze)
{
    const FzImageHeader *header = fz_image(freeze->vm);
    for (uint32_t i = 0; i < (FZ_SINGLETONS_SIZE + 3) / 4; i++)
        freeze->rom_seen[FZ_SINGLETONS_OFF / 4 + i] = REACHED;
    shake_reach_gate(freeze, FZ_NULL, header->builtins, GATE_BUILTINS);
    shake_reach(freeze, header->memory_error);
    shake_use_module(freeze, freeze->modules[header->entry].source);
    for (uint32_t i = 0; i < freeze->preinit->module_count; i++) {
        const LinkedModule *linked = freeze->program->modules.items[i];
        if (linked->kind != LINKED_PYTHON || !(i == header->entry || is_listed(freeze, linked)))
            continue;
        freeze->user = FZ_NULL;
        shake_use_module(freeze, freeze->modules[i].source);
        export_functions(freeze, &freeze->modules[i]);
    }
}

static void number_codes(Freeze *freeze)
{
    const FzImageHeader *header = fz_image(freeze->vm);
    const FzValue *codes =
        (const FzValue *)(const void *)((const uint8_t *)header + header->codes_off);
    for (uint32_t i = 0; i < header->codes_count; i++)
        freeze->code_numbers[(codes[i] - 2) / 4] = i + 1;
}

// Whether a message about the number of arguments depends on there being names.
static bool shows_params(const FzNative *native)
{
    uint32_t least = native->info & 255;
    uint32_t most = native->info >> 8 & 255;
    return least != most && most < FZ_NATIVE_VARIADIC - 1;
}

// Names of natives' parameters are only of use where code calls with keywords.
static void reach_params(Freeze *freeze, Scanned *done)
{
    bool any = freeze->ops[FZ_OP_CALL_KW] || freeze->ops[FZ_OP_CALL_METHOD_KW] ||
               freeze->ops[FZ_OP_CALL_EX] || freeze->ops[FZ_OP_BUILD_CLASS];
    for (uint32_t i = 0; i < freeze->order.count; i++) {
        freeze->user = freeze->order.items[i];
        if (is_native(freeze, freeze->user) && (any || shows_params(FZ_NATIVE(freeze->vm, freeze->user))))
            shake_reach(freeze, FZ_NATIVE(freeze->vm, freeze->user)->params);
    }
    drain(freeze, done);
}

static uint32_t count_open_entries(const Freeze *freeze)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < freeze->entries.count; i++)
        count += freeze->entries.items[i].is_open;
    return count;
}

// What the program asks of the runtime, and what that brings along.
static void follow_needs(Freeze *freeze, Scanned *done)
{
    shake_tell_program(freeze);
    reach_finish(freeze->program);
    freeze->user = FZ_NULL;
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++)
        if (freeze->program->keep_type[i])
            shake_reach(freeze, fz_type(freeze->vm, (FzTypeId)i));
    follow_all(freeze, done);
}

void shake_mark(Freeze *freeze)
{
    Scanned done = {0};
    reach_start(freeze->program);
    shake_special_names(freeze);
    number_codes(freeze);
    reach_roots(freeze);
    follow_all(freeze, &done);
    uint32_t open;
    do { // statements of class bodies that are asked for only now have needs of their own
        open = count_open_entries(freeze);
        follow_needs(freeze, &done);
    } while (count_open_entries(freeze) > open);
    reach_params(freeze, &done);
}
