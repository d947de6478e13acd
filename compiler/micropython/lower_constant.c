// SPDX-License-Identifier: MIT
// Constants: singletons and small ints have instructions of their own, str may be names, the rest
// comes from the table of objects. What the table cannot hold is put together.
#include "lower_internal.h"

static bool is_storable(const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_COMPLEX: // the loader reads imaginary ones only
        return constant->complex.real == 0.0;
    case CONSTANT_TUPLE:
        for (uint32_t i = 0; i < constant->items.count; i++)
            if (!is_storable(constant->items.items[i]))
                return false;
        return true;
    case CONSTANT_FROZENSET:
    case CONSTANT_RANGE:
        return false;
    default:
        return true;
    }
}

static bool is_small(const Lower *lower, const Constant *constant, int32_t *value)
{
    int64_t wide;
    if (!constant_as_int64(constant, &wide))
        return false;
    uint32_t bits = lower->context->int_bits < 31 ? lower->context->int_bits : 31;
    int64_t limit = (int64_t)1 << (bits - 1);
    *value = (int32_t)wide;
    return wide >= -limit && wide < limit;
}

static void push_items(Lower *lower, const Constant *constant)
{
    for (uint32_t i = 0; i < constant->items.count; i++)
        lower_constant(lower, constant->items.items[i]);
}

static void build_complex(Lower *lower, const Constant *constant)
{
    Arena *arena = lower->context->arena;
    lower_emit(lower, V6_LOAD_CONST_OBJ)->constant = constant_float(arena, constant->complex.real);
    lower_emit(lower, V6_LOAD_CONST_OBJ)->constant =
        constant_complex(arena, 0.0, constant->complex.imag);
    lower_emit(lower, V6_ADD);
}

void lower_constant(Lower *lower, const Constant *constant)
{
    int32_t value;
    switch (constant->kind) {
    case CONSTANT_NONE:
        lower_emit(lower, V6_LOAD_CONST_NONE);
        return;
    case CONSTANT_FALSE:
        lower_emit(lower, V6_LOAD_CONST_FALSE);
        return;
    case CONSTANT_TRUE:
        lower_emit(lower, V6_LOAD_CONST_TRUE);
        return;
    case CONSTANT_STR:
        lower_emit(lower, V6_LOAD_TEXT)->constant = constant;
        return;
    case CONSTANT_INT:
        if (is_small(lower, constant, &value)) {
            lower_emit(lower, V6_LOAD_CONST_SMALL_INT)->integer = value;
            return;
        }
        break;
    case CONSTANT_TUPLE:
        if (constant->items.count == 0) {
            lower_number(lower, V6_BUILD_TUPLE, 0);
            return;
        }
        if (!is_storable(constant)) {
            push_items(lower, constant);
            lower_number(lower, V6_BUILD_TUPLE, constant->items.count);
            return;
        }
        break;
    case CONSTANT_COMPLEX:
        if (!is_storable(constant)) {
            build_complex(lower, constant);
            return;
        }
        break;
    case CONSTANT_FROZENSET: // a set that is only looked into
        push_items(lower, constant);
        lower_number(lower, V6_BUILD_SET, constant->items.count);
        return;
    case CONSTANT_RANGE:
        lower_fault(lower, "this constant is");
        return;
    case CONSTANT_ELLIPSIS:
    case CONSTANT_FLOAT:
    case CONSTANT_BYTES:
        break;
    }
    lower_emit(lower, V6_LOAD_CONST_OBJ)->constant = constant;
}

void lower_load(Lower *lower, const IrInst *inst)
{
    const Constant *constant = inst->constant;
    if (inst->a && constant->kind == CONSTANT_STR)
        lower_emit(lower, V6_LOAD_CONST_STRING)->name =
            names_intern(lower->context->names, constant->text.bytes, constant->text.size);
    else
        lower_constant(lower, constant);
}
