// SPDX-License-Identifier: MIT
// Pass `strings`. A chain of additions whose operands all are text for sure ("x = " + str(x) + "!")
// is one formatted string: the operands are evaluated in the same order, and joining them at the
// end makes no texts in between. Sure are constants, formatted strings, results of str(x), repr(x),
// chr(n), hex(n), oct(n), bin(n), ascii(x), and of methods of constant text that give text. A class
// derived from str may be among the results; so the pass works only in programs without a class
// that says itself what + or format() do.
#include "known.h"
#include "world.h"

#include <string.h>

static bool is_str_constant(const Expr *expr)
{
    return expr->kind == EXPR_CONSTANT && expr->constant.value->kind == CONSTANT_STR;
}

// The only argument of a call of a built-in function that gives text, with its name; else NULL.
static Expr *text_call(const Rewriter *rewriter, const Expr *expr, const char **name)
{
    static const char *const functions[] = {"str", "repr", "chr", "hex", "oct", "bin", "ascii"};
    if (expr->kind != EXPR_CALL || expr->call.func->kind != EXPR_NAME ||
        expr->call.args.count != 1 || expr->call.keywords.count > 0 ||
        expr->call.args.items[0]->kind == EXPR_STARRED ||
        !scope_looks_outside(rewriter->scope, expr->call.func->name.id) ||
        !scope_is_builtin(rewriter->scope, expr->call.func->name.id))
        return NULL;
    *name = expr->call.func->name.id->text;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(*name, functions[i]) == 0)
            return expr->call.args.items[0];
    return NULL;
}

static bool is_text_method(const Expr *expr)
{
    static const char *const methods[] = {"join",   "format", "upper", "lower",  "replace", "strip",
                                          "lstrip", "rstrip", "zfill", "center", "ljust",   "rjust"};
    if (expr->kind != EXPR_CALL || expr->call.func->kind != EXPR_ATTRIBUTE ||
        !is_str_constant(expr->call.func->attribute.value))
        return false;
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (name_is(expr->call.func->attribute.attr, methods[i]))
            return true;
    return false;
}

static bool is_text(const Rewriter *rewriter, const Expr *expr)
{
    const char *name;
    return is_str_constant(expr) || expr->kind == EXPR_JOINED_STR || is_text_method(expr) ||
           text_call(rewriter, expr, &name);
}

static void add_piece(const Rewriter *rewriter, ExprList *pieces, Expr *piece)
{
    Arena *arena = rewriter->context->arena;
    const char *name;
    Expr *operand = text_call(rewriter, piece, &name);
    bool has_conversion = operand && (strcmp(name, "str") == 0 || strcmp(name, "repr") == 0);
    if (!is_str_constant(piece) && piece->kind != EXPR_FORMATTED_VALUE) {
        Expr *field = ARENA_NEW(arena, Expr);
        field->kind = EXPR_FORMATTED_VALUE;
        field->span = piece->span;
        field->formatted_value.value = has_conversion ? operand : piece;
        field->formatted_value.conversion = has_conversion ? name[0] : -1;
        piece = field;
    }
    const Constant *joined = NULL;
    if (pieces->count > 0 && is_str_constant(piece) && is_str_constant(VEC_LAST(pieces)))
        joined = value_concat(&rewriter->context->values, VEC_LAST(pieces)->constant.value,
                              piece->constant.value);
    if (joined)
        VEC_LAST(pieces) = known_constant(rewriter, VEC_LAST(pieces), joined);
    else
        VEC_PUSH(arena, pieces, piece);
}

static void add_pieces(const Rewriter *rewriter, ExprList *pieces, Expr *text)
{
    if (text->kind != EXPR_JOINED_STR) {
        add_piece(rewriter, pieces, text);
        return;
    }
    for (uint32_t i = 0; i < text->joined_str.values.count; i++)
        add_piece(rewriter, pieces, text->joined_str.values.items[i]);
}

static Expr *join(Rewriter *rewriter, Expr *expr)
{
    const World *world = rewriter->context->options->world;
    if (!world || !world->text_is_plain || expr->kind != EXPR_BIN_OP ||
        expr->bin_op.op != BINARY_ADD || !is_text(rewriter, expr->bin_op.left) ||
        !is_text(rewriter, expr->bin_op.right))
        return expr;
    if (is_str_constant(expr->bin_op.left) && is_str_constant(expr->bin_op.right))
        return expr; // not worth folding
    Expr *joined = expr->bin_op.left;
    if (joined->kind != EXPR_JOINED_STR) {
        joined = ARENA_NEW(rewriter->context->arena, Expr);
        joined->kind = EXPR_JOINED_STR;
        add_piece(rewriter, &joined->joined_str.values, expr->bin_op.left);
    }
    joined->span = expr->span;
    add_pieces(rewriter, &joined->joined_str.values, expr->bin_op.right);
    return joined;
}

const RewriteRule opt_rule_strings = {.kinds = 1u << EXPR_BIN_OP, .expr = join};
