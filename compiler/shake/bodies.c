// SPDX-License-Identifier: MIT
// Bodies of classes that are made at boot: a statement that only makes something and binds it to a name
// (a function with its defaults, a property, a constant) is there when that name is asked for, as an
// attribute of a class that is in the image is. Bodies with jumps are taken as they are.
#include "../../runtime_stub/vm/frame.h"
#include "../preinit/edits.h"
#include "shake.h"

enum { MOST_VALUES = 16 }; // on the operand stack

typedef struct {
    FzValue values[MOST_VALUES]; // constants; FZ_NULL for others
    uint32_t count;
    bool makes_function;
    bool makes_list;
    bool is_descriptor; // it ends with a property
} Sequence;

bool shake_is_flat_body(const Freeze *freeze, const FreezeCode *code)
{
    const FzCode *object = FZ_CODE(freeze->vm, code->source);
    FreezeInst inst;
    if (!(fz_code_flags(object) & FZ_CODE_CLASS_BODY) || object->sizes >> 16 > 0)
        return false;
    for (uint32_t at = code->start; freeze_next(freeze, code, &at, &inst);)
        if (fz_op_info[inst.inst.op].flags & FZ_OP_JUMPS)
            return false;
    return true;
}

static bool is_type(const Freeze *freeze, FzValue value, FzTypeId type)
{
    return value != FZ_NULL && value == fz_type(freeze->vm, type);
}

// Calling these with a function has no effect.
static bool wraps(const Freeze *freeze, const Sequence *sequence, const FzInstruction *inst)
{
    if (inst->operand != 1 || sequence->count < 2)
        return false;
    FzValue callee = sequence->values[sequence->count - 2];
    return is_type(freeze, callee, FZ_TYPE_PROPERTY) || is_type(freeze, callee, FZ_TYPE_STATICMETHOD) ||
           is_type(freeze, callee, FZ_TYPE_CLASSMETHOD);
}

// Whether the instruction makes something and nothing else; never raises but for lack of memory.
static bool only_makes(const Freeze *freeze, Sequence *sequence, const FreezeInst *inst)
{
    switch (inst->inst.op) {
    case FZ_OP_LOAD_CONST:
        sequence->makes_function |= !fz_is_int(inst->constant) && fz_is_kind(freeze->vm, inst->constant, FZ_KIND_FUNCTION);
        return true;
    case FZ_OP_LOAD_NONE:
    case FZ_OP_LOAD_TRUE:
    case FZ_OP_LOAD_FALSE:
    case FZ_OP_LOAD_INT:
    case FZ_OP_LOAD_INT_0:
    case FZ_OP_LOAD_INT_1:
    case FZ_OP_LOAD_INT_2:
    case FZ_OP_BUILD_TUPLE:
    case FZ_OP_BUILD_MAP:
        return true;
    case FZ_OP_BUILD_LIST:
        sequence->makes_list = true;
        return true;
    case FZ_OP_STORE_MAP: // a list is no key
        return !sequence->makes_list;
    case FZ_OP_MAKE_FUNCTION:
    case FZ_OP_MAKE_CLOSURE:
        sequence->makes_function = true;
        return true;
    case FZ_OP_CALL:
        sequence->is_descriptor = true;
        return wraps(freeze, sequence, &inst->inst);
    default: // cells of the class's functions lie in its slots
        return inst->inst.op >= FZ_OP_LOAD_LOCAL_1 && inst->inst.op <= FZ_OP_LOAD_LOCAL_7;
    }
}

static bool take_effect(Sequence *sequence, const FreezeInst *inst)
{
    uint32_t pops;
    uint32_t pushes;
    fz_stack_effect(&inst->inst, &pops, &pushes);
    if (pops > sequence->count || sequence->count - pops + pushes > MOST_VALUES)
        return false;
    sequence->count -= pops;
    for (; pushes > 0; pushes--)
        sequence->values[sequence->count++] = inst->inst.op == FZ_OP_LOAD_CONST ? inst->constant : FZ_NULL;
    return true;
}

static bool is_special(const Freeze *freeze, FzValue name)
{
    const FzStr *str = FZ_STR(freeze->vm, name);
    return fz_header_count(str->header) > 2 && memcmp(str->text, "__", 2) == 0;
}

bool shake_body_entry(const Freeze *freeze, const FreezeCode *code, uint32_t at, BodyEntry *out)
{
    Sequence sequence = {.count = 0};
    FreezeInst inst;
    *out = (BodyEntry){.code = code, .start = at};
    while (freeze_next(freeze, code, &at, &inst)) {
        if (inst.inst.op == FZ_OP_STORE_NAME) {
            out->end = at;
            out->name = inst.constant;
            out->is_descriptor = sequence.is_descriptor;
            return sequence.count == 1 && (sequence.makes_function || !is_special(freeze, inst.constant));
        }
        if (!only_makes(freeze, &sequence, &inst) || !take_effect(&sequence, &inst))
            return false;
    }
    return false;
}

bool shake_keeps_body_entry(const Freeze *freeze, const BodyEntry *entry)
{
    uint8_t flags = *shake_flags(freeze, entry->name);
    if (freeze->program->is_open || freeze->shows_dicts || freeze->shows_namespaces ||
        freeze->has_metaclass || shake_is_mentioned(freeze, "locals"))
        return true;
    return flags & (NAME_MENTIONED | NAME_SPECIAL | NAME_LOADED) ||
           (flags & NAME_STORED && entry->is_descriptor);
}

void shake_drop_entries(Freeze *freeze)
{
    for (uint32_t i = 0; i < freeze->entries.count; i++) {
        const BodyEntry *entry = &freeze->entries.items[i];
        FreezeInst inst;
        for (uint32_t at = entry->start; !entry->is_open && at < entry->end;)
            if (freeze_next(freeze, entry->code, &at, &inst))
                freeze_edits_make(freeze, entry->code)[inst.at].kind = EDIT_DROP;
    }
}
