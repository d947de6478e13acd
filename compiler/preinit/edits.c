// SPDX-License-Identifier: MIT
// Reads code with its edits (edits.h).
#include "edits.h"

#include "../../runtime_stub/vm/frame.h"

Edit *freeze_edits(const Freeze *freeze, const FreezeCode *code)
{
    return freeze->edits[freeze->code_numbers[(code->source - 2) / 4]];
}

Edit *freeze_edits_make(Freeze *freeze, const FreezeCode *code)
{
    Edit **edits = &freeze->edits[freeze->code_numbers[(code->source - 2) / 4]];
    if (!*edits)
        *edits = ARENA_NEW_ARRAY(freeze->arena, Edit, fz_code_size(FZ_CODE(freeze->vm, code->source)) + 1);
    return *edits;
}

static bool has_constant(FzOp op)
{
    uint8_t format = fz_op_info[op].format;
    return format == FZ_FORMAT_CONST || format == FZ_FORMAT_NAME || format == FZ_FORMAT_CONSTB;
}

static void apply(const Edit *edit, FreezeInst *out)
{
    FzInstruction *inst = &out->inst;
    if (edit->kind == EDIT_CONSTANT) {
        inst->op = FZ_OP_LOAD_CONST;
        out->constant = edit->constant;
    } else if (edit->kind == EDIT_JUMP) {
        inst->op = (uint32_t)inst->operand > out->at ? FZ_OP_JUMP : FZ_OP_JUMP_BACK;
    } else if (edit->kind == EDIT_PLAIN_CALL) {
        inst->op = inst->op == FZ_OP_CALL_METHOD ? FZ_OP_CALL : FZ_OP_CALL_KW;
    }
}

bool freeze_next(const Freeze *freeze, const FreezeCode *code, uint32_t *at, FreezeInst *out)
{
    const Edit *edits = freeze_edits(freeze, code);
    const uint8_t *bytes = freeze_bytes(freeze, code->source);
    uint32_t size = fz_code_size(FZ_CODE(freeze->vm, code->source));
    while (*at < size) {
        out->at = *at;
        out->constant = FZ_NULL;
        bool is_other = edits && edits[*at].other.size > 0;
        if (is_other)
            out->inst = edits[*at].other;
        else if (!fz_decode_instruction(bytes, size, *at, &out->inst))
            return false;
        *at += out->inst.size;
        if (edits && edits[out->at].kind == EDIT_DROP)
            continue;
        if (is_other)
            out->constant = edits[out->at].constant;
        else if (has_constant(out->inst.op))
            out->constant =
                freeze_pool_item(freeze, code->module->source, (uint32_t)out->inst.operand);
        if (edits)
            apply(&edits[out->at], out);
        return true;
    }
    return false;
}
