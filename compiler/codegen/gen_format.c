// SPDX-License-Identifier: MIT
// Formatted string literals: every replacement field becomes a str, then all pieces are joined.
#include "unit.h"

enum { PIECES_ON_STACK = 64 };

static uint32_t conversion_operand(int conversion)
{
    switch (conversion) {
    case 's':
        return 1;
    case 'r':
        return 2;
    case 'a':
        return 3;
    default:
        return 0;
    }
}

void gen_formatted_value(Gen *gen, const Expr *expr)
{
    const NodeFormattedValue *node = &expr->formatted_value;
    if (gen->options->for_micropython) {
        gen_mp_joined_str(gen, expr);
        return;
    }
    uint32_t conversion = conversion_operand(node->conversion);
    gen_expr(gen, node->value);
    if (!node->format_spec) {
        gen_count(gen, IR_FORMAT_VALUE, conversion, expr->span);
        return;
    }
    gen_expr(gen, node->format_spec);
    gen_count(gen, IR_FORMAT_WITH_SPEC, conversion, expr->span);
}

void gen_joined_str(Gen *gen, const Expr *expr)
{
    const ExprList *values = &expr->joined_str.values;
    if (gen->options->for_micropython) {
        gen_mp_joined_str(gen, expr);
        return;
    }
    uint32_t pending = 0; // pieces on the stack
    for (uint32_t i = 0; i < values->count; i++) {
        if (pending == PIECES_ON_STACK) {
            gen_count(gen, IR_BUILD_STRING, pending, expr->span);
            pending = 1;
        }
        gen_expr(gen, values->items[i]);
        pending++;
    }
    if (pending == 0)
        gen_constant(gen, constant_str(gen->arena, "", 0), expr->span);
    else if (pending > 1)
        gen_count(gen, IR_BUILD_STRING, pending, expr->span);
}
