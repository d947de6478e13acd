// SPDX-License-Identifier: MIT
// What the table says about an instruction, and the stack effects that depend on operands.
#include "v6.h"

// The flags of the rows, named by their letters.
enum { E = V6_ROW_E, N = V6_ROW_N, B = V6_ROW_B };

#define FLAGS_OF(byte, operand, flag)                                                              \
    ((flag) | (((byte) & 0x9e) == 0 ? V6_ROW_EXTRA : 0) |                                          \
     ((flag) || V6_OPERAND_##operand >= V6_OPERAND_SJUMP ? 0 : V6_ROW_PLAIN))

const V6Row v6_rows[V6_ROW_COUNT] = {
#define V6(name, byte, operand, pops, pushes, flag)                                                \
    [byte] = {#name, V6_OPERAND_##operand, pops, pushes, FLAGS_OF(byte, operand, flag)},
#include "v6.def"
#undef V6
    [V6_LABEL] = {"LABEL", V6_OPERAND_NONE, 0, 0, V6_ROW_PLAIN},
    [V6_POP_ITERATOR] = {"POP_ITERATOR", V6_OPERAND_NONE, 4, 0, V6_ROW_PLAIN},
    [V6_LOAD_TEXT] = {"LOAD_TEXT", V6_OPERAND_NONE, 0, 1, V6_ROW_PLAIN},
};

const char *v6_name(V6Op op) { return v6_rows[op].name; }

// Positional arguments and twice the keyword ones.
static uint32_t arguments(const V6Inst *inst) { return (inst->number & 255) + 2 * (inst->number >> 8); }

void v6_effect(const V6Inst *inst, uint32_t *pops, uint32_t *pushes)
{
    *pops = v6_rows[inst->op].pops;
    *pushes = v6_rows[inst->op].pushes;
    switch (inst->op) {
    case V6_BUILD_TUPLE:
    case V6_BUILD_LIST:
    case V6_BUILD_SET:
    case V6_BUILD_SLICE:
        *pops = inst->number;
        *pushes = 1;
        return;
    case V6_STORE_COMP:
        *pops = (inst->number & 3) == 1 ? 2 : 1;
        return;
    case V6_UNPACK_SEQUENCE:
        *pops = 1;
        *pushes = inst->number;
        return;
    case V6_UNPACK_EX:
        *pops = 1;
        *pushes = (inst->number & 255) + (inst->number >> 8) + 1;
        return;
    case V6_MAKE_CLOSURE:
    case V6_MAKE_CLOSURE_DEFARGS:
        *pops = inst->extra + (inst->op == V6_MAKE_CLOSURE ? 0u : 2u);
        *pushes = 1;
        return;
    case V6_CALL_FUNCTION:
        *pops = 1 + arguments(inst);
        *pushes = 1;
        return;
    case V6_CALL_METHOD:
    case V6_CALL_FUNCTION_VAR_KW:
        *pops = 2 + arguments(inst);
        *pushes = 1;
        return;
    case V6_CALL_METHOD_VAR_KW:
        *pops = 3 + arguments(inst);
        *pushes = 1;
        return;
    default: // as the table says
        return;
    }
}

int32_t v6_jump_effect(const V6Inst *inst)
{
    switch (inst->op) {
    case V6_POP_JUMP_IF_TRUE:
    case V6_POP_JUMP_IF_FALSE:
        return -1;
    case V6_FOR_ITER:
        return -4;
    case V6_UNWIND_JUMP:
        return -(int32_t)inst->drop;
    case V6_SETUP_EXCEPT:
    case V6_SETUP_FINALLY:
    case V6_SETUP_WITH: // cm becomes exit self cause
        return inst->op == V6_SETUP_WITH ? 2 : 1;
    default: // plain jumps, and those that keep the condition
        return 0;
    }
}
