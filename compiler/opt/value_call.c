// SPDX-License-Identifier: MIT
// Built-in functions and classes of constants. A row of the table says how many arguments the
// function is worked out for.
#include "value_call.h"

#include <math.h>
#include <string.h>

typedef struct {
    const Values *values;
    const Constant *const *items;
    uint32_t count;
} CallArgs;

typedef const Constant *Function(const CallArgs *args);

static const Constant *number(const CallArgs *args, int64_t value)
{
    return constant_int(args->values->arena, value);
}

static const Constant *text(const CallArgs *args, const char *bytes)
{
    return constant_str(args->values->arena, bytes, strlen(bytes));
}

static bool is_items(const Constant *value)
{
    return value->kind == CONSTANT_TUPLE || value->kind == CONSTANT_FROZENSET;
}

static uint32_t code_points(const Constant *str)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < str->text.size; i++)
        count += ((unsigned char)str->text.bytes[i] & 0xC0) != 0x80;
    return count;
}

static const Constant *call_len(const CallArgs *args)
{
    const Constant *value = args->items[0];
    if (is_items(value))
        return number(args, value->items.count);
    if (value->kind == CONSTANT_BYTES)
        return number(args, value->text.size);
    return value->kind == CONSTANT_STR ? number(args, code_points(value)) : NULL;
}

static const Constant *call_ord(const CallArgs *args)
{
    const Constant *value = args->items[0];
    if (value->kind == CONSTANT_BYTES && value->text.size == 1)
        return number(args, (unsigned char)value->text.bytes[0]);
    if (value->kind != CONSTANT_STR || code_points(value) != 1)
        return NULL;
    const unsigned char *bytes = (const unsigned char *)value->text.bytes;
    uint32_t size = value->text.size;
    uint32_t code = size == 1 ? bytes[0] : bytes[0] & (0xFFu >> (size + 1));
    for (uint32_t i = 1; i < size; i++)
        code = code << 6 | (bytes[i] & 0x3F);
    return number(args, code);
}

static const Constant *call_chr(const CallArgs *args)
{
    int64_t code;
    if (!constant_as_int64(args->items[0], &code) || code < 0 || code > 0x10FFFF)
        return NULL;
    char bytes[4];
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(size == 1 ? code : (0xF00 >> size & 0xF0) | code);
    return constant_str(args->values->arena, bytes, size);
}

static const Constant *call_abs(const CallArgs *args)
{
    const Constant *value = args->items[0];
    const Constant *zero = number(args, 0);
    if (!value_is_number(value))
        return NULL;
    if (value->kind == CONSTANT_FLOAT)
        return isnan(value->real) ? NULL : constant_float(args->values->arena, fabs(value->real));
    bool is_negative = value_int_compare(value, zero) < 0;
    return value_unary(args->values, is_negative ? UNARY_USUB : UNARY_UADD, value);
}

// The first of the items that no other is `better` than.
static const Constant *extreme(const CallArgs *args, CompareOperator better)
{
    const Constant *const *items = args->items;
    uint32_t count = args->count;
    if (count == 1 && is_items(items[0])) {
        count = items[0]->items.count;
        items = items[0]->items.items;
    } else if (count == 1) {
        return NULL;
    }
    const Constant *best = count ? items[0] : NULL;
    for (uint32_t i = 1; i < count; i++) {
        Truth truth = value_compare(args->values, better, items[i], best);
        if (truth == TRUTH_UNKNOWN)
            return NULL;
        if (truth == TRUTH_TRUE)
            best = items[i];
    }
    return best;
}

static const Constant *call_min(const CallArgs *args) { return extreme(args, COMPARE_LT); }
static const Constant *call_max(const CallArgs *args) { return extreme(args, COMPARE_GT); }

// int("…") of plain decimal digits.
static const Constant *int_of_text(const CallArgs *args, const Constant *str)
{
    enum { MOST_DIGITS = 18 };
    int64_t value = 0;
    uint32_t at = 0;
    bool is_negative = str->text.size > 0 && str->text.bytes[0] == '-';
    if (is_negative)
        at++;
    if (at == str->text.size || str->text.size > MOST_DIGITS)
        return NULL;
    for (; at < str->text.size; at++) {
        if (str->text.bytes[at] < '0' || str->text.bytes[at] > '9')
            return NULL;
        value = value * 10 + (str->text.bytes[at] - '0');
    }
    return number(args, is_negative ? -value : value);
}

static const Constant *call_int(const CallArgs *args)
{
    const double exact = 9007199254740992.0; // 2**53
    const Constant *value = args->items[0];
    if (value_is_integer(value))
        return value_unary(args->values, UNARY_UADD, value);
    if (value->kind == CONSTANT_STR)
        return int_of_text(args, value);
    double real;
    if (value->kind != CONSTANT_FLOAT || !value_as_float(args->values, value, &real) ||
        !(fabs(real) < exact))
        return NULL;
    return number(args, (int64_t)real);
}

static const Constant *call_bool(const CallArgs *args)
{
    return constant_bool(constant_is_true(args->items[0]));
}

static const Constant *call_float(const CallArgs *args)
{
    double real;
    if (!value_is_number(args->items[0]) || !value_as_float(args->values, args->items[0], &real))
        return NULL;
    return constant_float(args->values->arena, real);
}

static const Constant *call_str(const CallArgs *args)
{
    return value_to_str(args->values, args->items[0]);
}

static const Constant *call_format(const CallArgs *args)
{
    return args->count == 1 ? value_to_str(args->values, args->items[0])
                            : value_format(args->values, args->items[0], args->items[1]);
}

// repr of a str without anything to escape.
static const Constant *call_repr(const CallArgs *args)
{
    const Constant *value = args->items[0];
    if (value->kind != CONSTANT_STR)
        return value_to_str(args->values, value);
    for (uint32_t i = 0; i < value->text.size; i++) {
        char c = value->text.bytes[i];
        if (c < ' ' || c > '~' || c == '\'' || c == '\\')
            return NULL;
    }
    return text(args, arena_format(args->values->arena, "'%s'", value->text.bytes));
}

static const Constant *call_round(const CallArgs *args)
{
    return value_is_integer(args->items[0]) ? call_int(args) : NULL;
}

static const Constant *call_divmod(const CallArgs *args)
{
    const Constant *a = args->items[0];
    const Constant *b = args->items[1];
    if (!value_is_integer(a) || !value_is_integer(b))
        return NULL;
    const Constant *pair[] = {value_binary(args->values, BINARY_FLOOR_DIV, a, b),
                              value_binary(args->values, BINARY_MOD, a, b)};
    return pair[0] && pair[1] ? constant_items(args->values->arena, CONSTANT_TUPLE, pair, 2) : NULL;
}

static const Constant *call_pow(const CallArgs *args)
{
    return value_binary(args->values, BINARY_POW, args->items[0], args->items[1]);
}

// bin, oct and hex of what fits 63 bits.
static const Constant *in_base(const CallArgs *args, unsigned shift, char letter)
{
    char digits[72];
    size_t at = sizeof digits - 1;
    int64_t value = args->items[0]->kind == CONSTANT_TRUE;
    if (!value_is_integer(args->items[0]) ||
        (args->items[0]->kind == CONSTANT_INT && !constant_as_int64(args->items[0], &value)) ||
        value == INT64_MIN)
        return NULL;
    uint64_t rest = value < 0 ? (uint64_t)-value : (uint64_t)value;
    digits[at] = 0;
    do {
        digits[--at] = "0123456789abcdef"[rest & ((1u << shift) - 1)];
        rest >>= shift;
    } while (rest);
    digits[--at] = letter;
    digits[--at] = '0';
    if (value < 0)
        digits[--at] = '-';
    return text(args, digits + at);
}

static const Constant *call_bin(const CallArgs *args) { return in_base(args, 1, 'b'); }
static const Constant *call_oct(const CallArgs *args) { return in_base(args, 3, 'o'); }
static const Constant *call_hex(const CallArgs *args) { return in_base(args, 4, 'x'); }

static const Constant *call_sum(const CallArgs *args)
{
    const Constant *total = number(args, 0);
    if (args->items[0]->kind != CONSTANT_TUPLE)
        return NULL;
    for (uint32_t i = 0; total && i < args->items[0]->items.count; i++) {
        const Constant *item = args->items[0]->items.items[i];
        total = value_is_integer(item) ? value_binary(args->values, BINARY_ADD, total, item) : NULL;
    }
    return total;
}

static const Constant *call_tuple(const CallArgs *args)
{
    return args->items[0]->kind == CONSTANT_TUPLE ? args->items[0] : NULL;
}

static const Constant *call_bytes(const CallArgs *args)
{
    const Constant *items = args->items[0];
    if (items->kind == CONSTANT_BYTES)
        return items;
    if (items->kind != CONSTANT_TUPLE)
        return NULL;
    char *bytes = ARENA_NEW_ARRAY(args->values->arena, char, items->items.count + 1);
    for (uint32_t i = 0; i < items->items.count; i++) {
        int64_t byte;
        if (!constant_as_int64(items->items.items[i], &byte) || byte < 0 || byte > 255)
            return NULL;
        bytes[i] = (char)byte;
    }
    return constant_bytes(args->values->arena, bytes, items->items.count);
}

static const struct {
    const char *name;
    uint32_t least, most;
    Function *call;
    bool takes_items;
} functions[] = {
    {"len", 1, 1, call_len, true},   {"ord", 1, 1, call_ord, false},
    {"chr", 1, 1, call_chr, false},  {"abs", 1, 1, call_abs, false},
    {"min", 1, 8, call_min, true},   {"max", 1, 8, call_max, true},
    {"int", 1, 1, call_int, false},  {"bool", 1, 1, call_bool, false},
    {"str", 1, 1, call_str, false},  {"float", 1, 1, call_float, false},
    {"repr", 1, 1, call_repr, false}, {"round", 1, 1, call_round, false},
    {"pow", 2, 2, call_pow, false},  {"divmod", 2, 2, call_divmod, false},
    {"bin", 1, 1, call_bin, false},  {"oct", 1, 1, call_oct, false},
    {"hex", 1, 1, call_hex, false},  {"sum", 1, 1, call_sum, true},
    {"format", 1, 2, call_format, false},
    {"tuple", 1, 1, call_tuple, true}, {"bytes", 1, 1, call_bytes, true},
};

const Constant *value_call(const Values *values, const char *name, const Constant *const *args,
                           uint32_t count)
{
    const CallArgs arguments = {values, args, count};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0)
            return count >= functions[i].least && count <= functions[i].most
                       ? functions[i].call(&arguments)
                       : NULL;
    return NULL;
}

bool value_call_takes_items(const char *name)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0)
            return functions[i].takes_items;
    return strcmp(name, "join") == 0;
}
