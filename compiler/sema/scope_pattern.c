// SPDX-License-Identifier: MIT
// The walk over match statements: captures bind names of the scope; a pattern binds a name at most
// once, alternatives bind the same names, and nothing follows a pattern that always matches.
#include "build.h"

typedef struct {
    Builder *builder;
    VEC(const Name *) bound; // names captured so far by the pattern
} PatternWalk;

static void build_pattern(PatternWalk *walk, const Pattern *pattern);

static bool has_name(const PatternWalk *walk, const Name *name)
{
    for (uint32_t i = 0; i < walk->bound.count; i++)
        if (walk->bound.items[i] == name)
            return true;
    return false;
}

static void capture(PatternWalk *walk, const Name *name, Span span)
{
    if (!name)
        return;
    if (has_name(walk, name))
        BUILD_ERROR(walk->builder, span, DIAG_PATTERN_REBINDS, name->text);
    VEC_PUSH(walk->builder->arena, &walk->bound, name);
    build_bind(walk->builder, name, span);
}

static void build_patterns(PatternWalk *walk, const PatternList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        build_pattern(walk, list->items[i]);
}

// Whether the pattern matches anything.
static bool always_matches(const Pattern *pattern)
{
    if (pattern->kind == PATTERN_MATCH_AS)
        return !pattern->match_as.pattern || always_matches(pattern->match_as.pattern);
    if (pattern->kind == PATTERN_MATCH_OR) {
        const PatternList *list = &pattern->match_or.patterns;
        return always_matches(list->items[list->count - 1]);
    }
    return false;
}

static void build_sequence(PatternWalk *walk, const Pattern *pattern)
{
    uint32_t stars = 0;
    const PatternList *list = &pattern->match_sequence.patterns;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i]->kind == PATTERN_MATCH_STAR)
            stars++;
    if (stars > 1)
        BUILD_ERROR(walk->builder, pattern->span, DIAG_PATTERN_STARS);
    build_patterns(walk, list);
}

static void build_mapping(PatternWalk *walk, const Pattern *pattern)
{
    const ExprList *keys = &pattern->match_mapping.keys;
    for (uint32_t i = 0; i < keys->count; i++) {
        build_expr(walk->builder, keys->items[i]);
        for (uint32_t j = 0; j < i; j++)
            if (keys->items[i]->kind == EXPR_CONSTANT && keys->items[j]->kind == EXPR_CONSTANT &&
                constant_same(keys->items[i]->constant.value, keys->items[j]->constant.value))
                BUILD_ERROR(walk->builder, pattern->span, DIAG_PATTERN_KEY_REPEATED);
    }
    build_patterns(walk, &pattern->match_mapping.patterns);
    capture(walk, pattern->match_mapping.rest, pattern->span);
}

static void build_class_pattern(PatternWalk *walk, const Pattern *pattern)
{
    const NameList *attrs = &pattern->match_class.kwd_attrs;
    build_expr(walk->builder, pattern->match_class.cls);
    build_patterns(walk, &pattern->match_class.patterns);
    for (uint32_t i = 0; i < attrs->count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (attrs->items[i] == attrs->items[j])
                BUILD_ERROR(walk->builder, pattern->match_class.kwd_patterns.items[i]->span,
                            DIAG_PATTERN_ATTR_REPEATED, attrs->items[i]->text);
    build_patterns(walk, &pattern->match_class.kwd_patterns);
}

static bool binds_same(const PatternWalk *a, const PatternWalk *b)
{
    if (a->bound.count != b->bound.count)
        return false;
    for (uint32_t i = 0; i < a->bound.count; i++)
        if (!has_name(b, a->bound.items[i]))
            return false;
    return true;
}

static void build_alternatives(PatternWalk *walk, const Pattern *pattern)
{
    const PatternList *list = &pattern->match_or.patterns;
    PatternWalk first = {.builder = walk->builder};
    for (uint32_t i = 0; i < list->count; i++) {
        PatternWalk alternative = {.builder = walk->builder};
        build_pattern(&alternative, list->items[i]);
        if (i == 0)
            first = alternative;
        else if (!binds_same(&first, &alternative))
            BUILD_ERROR(walk->builder, pattern->span, DIAG_PATTERN_ALTERNATIVES);
        if (i + 1 < list->count && always_matches(list->items[i]))
            BUILD_ERROR(walk->builder, list->items[i]->span, DIAG_PATTERN_UNREACHABLE);
    }
    for (uint32_t i = 0; i < first.bound.count; i++)
        capture(walk, first.bound.items[i], pattern->span);
}

static void build_pattern(PatternWalk *walk, const Pattern *pattern)
{
    Builder *builder = walk->builder;
    if (builder->depth >= TREE_DEPTH_LIMIT) {
        BUILD_ERROR(builder, pattern->span, DIAG_TREE_TOO_DEEP, TREE_DEPTH_LIMIT);
        return;
    }
    builder->depth++;
    switch (pattern->kind) {
    case PATTERN_MATCH_VALUE:
        build_expr(builder, pattern->match_value.value);
        break;
    case PATTERN_MATCH_SINGLETON:
        break;
    case PATTERN_MATCH_SEQUENCE:
        build_sequence(walk, pattern);
        break;
    case PATTERN_MATCH_MAPPING:
        build_mapping(walk, pattern);
        break;
    case PATTERN_MATCH_CLASS:
        build_class_pattern(walk, pattern);
        break;
    case PATTERN_MATCH_STAR:
        capture(walk, pattern->match_star.name, pattern->span);
        break;
    case PATTERN_MATCH_AS:
        if (pattern->match_as.pattern)
            build_pattern(walk, pattern->match_as.pattern);
        capture(walk, pattern->match_as.name, pattern->span);
        break;
    case PATTERN_MATCH_OR:
        build_alternatives(walk, pattern);
        break;
    }
    builder->depth--;
}

void build_cases(Builder *builder, const MatchCaseList *cases)
{
    for (uint32_t i = 0; i < cases->count; i++) {
        const MatchCase *match_case = cases->items[i];
        PatternWalk walk = {.builder = builder};
        build_pattern(&walk, match_case->pattern);
        if (i + 1 < cases->count && !match_case->guard && always_matches(match_case->pattern))
            BUILD_ERROR(builder, match_case->pattern->span, DIAG_PATTERN_UNREACHABLE);
        build_expr_opt(builder, match_case->guard);
        build_stmts(builder, &match_case->body);
    }
}
