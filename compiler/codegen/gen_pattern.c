// SPDX-License-Identifier: MIT
// Sequence, mapping and class patterns. Sequences are lists, tuples and ranges, mappings are dicts,
// and instances of their subclasses (docs/language.md); the checks call isinstance and len.
#include "match.h"

static void builtin(Matcher *matcher, const char *name, Span span)
{
    gen_builtin(matcher->gen, "a match statement", name, span);
}

// v -> v f v
static void call_on_copy(Matcher *matcher, const char *name, Span span)
{
    gen_op(matcher->gen, IR_DUP_TOP, span);
    builtin(matcher, name, span);
    gen_op(matcher->gen, IR_ROT_TWO, span);
}

// Requires isinstance(value, types) for the built-in `types`.
static void require_type(Matcher *matcher, const char *const *types, uint32_t count, Span span)
{
    call_on_copy(matcher, "isinstance", span);
    for (uint32_t i = 0; i < count; i++)
        builtin(matcher, types[i], span);
    if (count > 1)
        gen_count(matcher->gen, IR_BUILD_TUPLE, count, span);
    gen_count(matcher->gen, IR_CALL, 2, span);
    match_require(matcher, span);
}

static void require_length(Matcher *matcher, IrOp comparison, uint32_t length, Span span)
{
    call_on_copy(matcher, "len", span);
    gen_count(matcher->gen, IR_CALL, 1, span);
    gen_constant(matcher->gen, constant_int(matcher->gen->arena, length), span);
    gen_op(matcher->gen, comparison, span);
    match_require(matcher, span);
}

static void drop(Matcher *matcher, Span span)
{
    gen_op(matcher->gen, IR_POP_TOP, span);
    matcher->depth--;
}

static bool is_wildcard(const Pattern *pattern)
{
    if (pattern->kind == PATTERN_MATCH_STAR)
        return !pattern->match_star.name;
    return pattern->kind == PATTERN_MATCH_AS && !pattern->match_as.pattern &&
           !pattern->match_as.name;
}

static uint32_t star_position(const PatternList *list)
{
    uint32_t i = 0;
    while (i < list->count && list->items[i]->kind != PATTERN_MATCH_STAR)
        i++;
    return i;
}

// Takes the items one by one by their index, from the end behind the star.
static void match_items(Matcher *matcher, const PatternList *list, Span span)
{
    Gen *gen = matcher->gen;
    uint32_t star = star_position(list);
    for (uint32_t i = 0; i < list->count; i++) {
        if (is_wildcard(list->items[i]))
            continue;
        int64_t index = i < star ? (int64_t)i : (int64_t)i - list->count;
        gen_op(gen, IR_DUP_TOP, span);
        gen_constant(gen, constant_int(gen->arena, index), span);
        gen_op(gen, IR_LOAD_SUBSCR, span);
        matcher->depth++;
        match_pattern(matcher, list->items[i]);
    }
    drop(matcher, span);
}

static void match_unpacked(Matcher *matcher, const PatternList *list, Span span)
{
    Gen *gen = matcher->gen;
    uint32_t star = star_position(list);
    if (star == list->count) {
        gen_count(gen, IR_UNPACK_SEQUENCE, list->count, span);
    } else {
        uint32_t after = list->count - star - 1;
        if (star > 255 || after > 255)
            GEN_ERROR(gen, span, DIAG_TOO_MANY, 255U, "patterns on one side of a starred one");
        gen_pair(gen, IR_UNPACK_EX, star, after, span);
    }
    matcher->depth += list->count - 1;
    for (uint32_t i = 0; i < list->count; i++)
        match_pattern(matcher, list->items[i]);
}

void match_sequence(Matcher *matcher, const Pattern *pattern)
{
    static const char *const types[] = {"list", "tuple", "range"};
    const PatternList *list = &pattern->match_sequence.patterns;
    Span span = pattern->span;
    uint32_t star = star_position(list);
    require_type(matcher, types, 3, span);
    if (star == list->count)
        require_length(matcher, IR_COMPARE_EQUAL, list->count, span);
    else if (list->count > 1)
        require_length(matcher, IR_COMPARE_MORE_EQUAL, list->count - 1, span);
    bool all_wild = true;
    for (uint32_t i = 0; i < list->count; i++)
        all_wild = all_wild && is_wildcard(list->items[i]);
    if (all_wild)
        drop(matcher, span);
    else if (star < list->count && is_wildcard(list->items[star]))
        match_items(matcher, list, span);
    else
        match_unpacked(matcher, list, span);
}

static void match_key(Matcher *matcher, const Expr *key, const Pattern *pattern)
{
    Gen *gen = matcher->gen;
    gen_op(gen, IR_DUP_TOP, key->span);
    gen_expr(gen, key);
    gen_op(gen, IR_ROT_TWO, key->span);
    gen_op(gen, IR_CONTAINS, key->span);
    match_require(matcher, key->span);
    gen_op(gen, IR_DUP_TOP, key->span);
    gen_expr(gen, key);
    gen_op(gen, IR_LOAD_SUBSCR, key->span);
    matcher->depth++;
    match_pattern(matcher, pattern);
}

// **rest: a new dict without the keys that the pattern names.
static void capture_rest(Matcher *matcher, const Pattern *pattern)
{
    Gen *gen = matcher->gen;
    Span span = pattern->span;
    const ExprList *keys = &pattern->match_mapping.keys;
    gen_count(gen, IR_BUILD_MAP, 0, span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_op(gen, IR_DICT_UPDATE, span);
    for (uint32_t i = 0; i < keys->count; i++) {
        gen_op(gen, IR_DUP_TOP, span);
        gen_expr(gen, keys->items[i]);
        gen_op(gen, IR_DELETE_SUBSCR, span);
    }
    gen_store_name(gen, pattern->match_mapping.rest, span);
    matcher->depth--;
}

void match_mapping(Matcher *matcher, const Pattern *pattern)
{
    static const char *const types[] = {"dict"};
    const ExprList *keys = &pattern->match_mapping.keys;
    require_type(matcher, types, 1, pattern->span);
    for (uint32_t i = 0; i < keys->count; i++)
        match_key(matcher, keys->items[i], pattern->match_mapping.patterns.items[i]);
    if (pattern->match_mapping.rest)
        capture_rest(matcher, pattern);
    else
        drop(matcher, pattern->span);
}

// The handler of a try body that got an attribute: a missing one is a failure of the pattern.
static void end_attribute_try(Matcher *matcher, IrLabel handler, Span span)
{
    Gen *gen = matcher->gen;
    IrLabel got = gen_label(gen);
    gen_op(gen, IR_TRY_END, span);
    gen_jump(gen, IR_JUMP, got, span);
    gen_catch(gen, "a match statement", "AttributeError", handler, span);
    gen_jump(gen, IR_JUMP, match_fail(matcher), span);
    gen_place(gen, got, span);
}

// v -> v v.name
static void get_attribute(Matcher *matcher, const Name *name, Span span)
{
    IrLabel handler = gen_label(matcher->gen);
    gen_jump(matcher->gen, IR_TRY_EXCEPT, handler, span);
    gen_op(matcher->gen, IR_DUP_TOP, span);
    gen_named(matcher->gen, IR_LOAD_ATTR, name, span);
    end_attribute_try(matcher, handler, span);
    matcher->depth++;
}

// v args -> v args getattr(v, args[index])
static void get_positional(Matcher *matcher, uint32_t index, Span span)
{
    Gen *gen = matcher->gen;
    IrLabel handler = gen_label(gen);
    gen_jump(gen, IR_TRY_EXCEPT, handler, span);
    gen_op(gen, IR_DUP_TOP_TWO, span);
    gen_constant(gen, constant_int(gen->arena, index), span);
    gen_op(gen, IR_LOAD_SUBSCR, span);
    builtin(matcher, "getattr", span);
    gen_op(gen, IR_ROT_THREE, span);
    gen_count(gen, IR_CALL, 2, span);
    end_attribute_try(matcher, handler, span);
    matcher->depth++;
}

static void text(Gen *gen, const char *message, Span span)
{
    gen_text(gen, names_intern_z(gen->names, message), span);
}

// cls args -> ; raises TypeError: there are more positional patterns than __match_args__ has names.
static void raise_too_many(Matcher *matcher, uint32_t given, Span span)
{
    Gen *gen = matcher->gen;
    gen_op(gen, IR_ROT_TWO, span);
    gen_named(gen, IR_LOAD_ATTR, names_intern_z(gen->names, "__name__"), span);
    gen_count(gen, IR_FORMAT_VALUE, 0, span);
    text(gen, "() accepts ", span);
    gen_count(gen, IR_BUILD_STRING, 2, span);
    gen_op(gen, IR_ROT_TWO, span);
    builtin(matcher, "len", span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_count(gen, IR_CALL, 1, span);
    gen_count(gen, IR_FORMAT_VALUE, 0, span);
    text(gen, arena_format(gen->arena, " positional sub-patterns (%u given)", (unsigned)given),
         span);
    gen_count(gen, IR_BUILD_STRING, 3, span);
    builtin(matcher, "TypeError", span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_count(gen, IR_CALL, 1, span);
    gen_op(gen, IR_RAISE_OBJ, span);
}

// v cls -> v args, where args has at least `count` names.
static void get_match_args(Matcher *matcher, uint32_t count, Span span)
{
    Gen *gen = matcher->gen;
    IrLabel enough = gen_label(gen);
    call_on_copy(matcher, "getattr", span);
    text(gen, "__match_args__", span);
    gen_constant(gen, constant_items(gen->arena, CONSTANT_TUPLE, NULL, 0), span);
    gen_count(gen, IR_CALL, 3, span);
    call_on_copy(matcher, "len", span);
    gen_count(gen, IR_CALL, 1, span);
    gen_constant(gen, constant_int(gen->arena, count), span);
    gen_op(gen, IR_COMPARE_LESS, span);
    gen_jump(gen, IR_POP_JUMP_IF_FALSE, enough, span);
    raise_too_many(matcher, count, span);
    gen_place(gen, enough, span);
    gen_op(gen, IR_ROT_TWO, span);
    gen_op(gen, IR_POP_TOP, span);
}

// int(x) and its like match the value itself against x.
static bool matches_itself(const Gen *gen, const Pattern *pattern)
{
    static const char *const types[] = {"bool", "bytearray", "bytes", "dict", "float", "frozenset",
                                        "int",  "list",      "set",   "str",  "tuple"};
    if (pattern->match_class.patterns.count != 1)
        return false;
    for (uint32_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (gen_is_builtin(gen, pattern->match_class.cls, types[i]))
            return true;
    return false;
}

static void match_positional(Matcher *matcher, const Pattern *pattern)
{
    Gen *gen = matcher->gen;
    const PatternList *list = &pattern->match_class.patterns;
    Span span = pattern->span;
    // v -> v cls
    gen_expr(gen, pattern->match_class.cls);
    matcher->depth++;
    gen_op(gen, IR_DUP_TOP_TWO, span);
    builtin(matcher, "isinstance", span);
    gen_op(gen, IR_ROT_THREE, span);
    gen_count(gen, IR_CALL, 2, span);
    match_require(matcher, span);
    get_match_args(matcher, list->count, span);
    for (uint32_t i = 0; i < list->count; i++) {
        get_positional(matcher, i, list->items[i]->span);
        match_pattern(matcher, list->items[i]);
    }
    drop(matcher, span);
}

static void match_type_only(Matcher *matcher, const Pattern *pattern)
{
    call_on_copy(matcher, "isinstance", pattern->span);
    gen_expr(matcher->gen, pattern->match_class.cls);
    gen_count(matcher->gen, IR_CALL, 2, pattern->span);
    match_require(matcher, pattern->span);
    if (pattern->match_class.patterns.count == 0)
        return;
    gen_op(matcher->gen, IR_DUP_TOP, pattern->span);
    matcher->depth++;
    match_pattern(matcher, pattern->match_class.patterns.items[0]);
}

void match_class(Matcher *matcher, const Pattern *pattern)
{
    const NodeMatchClass *node = &pattern->match_class;
    if (node->patterns.count == 0 || matches_itself(matcher->gen, pattern))
        match_type_only(matcher, pattern);
    else
        match_positional(matcher, pattern);
    for (uint32_t i = 0; i < node->kwd_attrs.count; i++) {
        get_attribute(matcher, node->kwd_attrs.items[i], node->kwd_patterns.items[i]->span);
        match_pattern(matcher, node->kwd_patterns.items[i]);
    }
    drop(matcher, pattern->span);
}
