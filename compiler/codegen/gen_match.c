// SPDX-License-Identifier: MIT
// match statements: the subject stays on the stack below a copy for each case, until a case has
// matched and its guard has held.
#include "match.h"

IrLabel match_fail(Matcher *matcher)
{
    while (matcher->fails.count <= matcher->depth) {
        IrLabel label = gen_label(matcher->gen);
        VEC_PUSH(matcher->gen->arena, &matcher->fails, label);
    }
    return matcher->fails.items[matcher->depth];
}

void match_require(Matcher *matcher, Span span)
{
    gen_jump(matcher->gen, IR_POP_JUMP_IF_FALSE, match_fail(matcher), span);
}

void match_end(Matcher *matcher, Span span)
{
    for (uint32_t i = matcher->fails.count; i-- > 0;) {
        gen_place(matcher->gen, matcher->fails.items[i], span);
        if (i > 0)
            gen_op(matcher->gen, IR_POP_TOP, span);
    }
}

static void capture(Matcher *matcher, const Name *name, Span span)
{
    if (name)
        gen_store_name(matcher->gen, name, span);
    else
        gen_op(matcher->gen, IR_POP_TOP, span);
    matcher->depth--;
}

static void match_as(Matcher *matcher, const Pattern *pattern)
{
    if (pattern->match_as.pattern) {
        gen_op(matcher->gen, IR_DUP_TOP, pattern->span);
        matcher->depth++;
        match_pattern(matcher, pattern->match_as.pattern);
    }
    capture(matcher, pattern->match_as.name, pattern->span);
}

// Each alternative works on a copy; the last one's failure is the whole pattern's.
static void match_or(Matcher *matcher, const Pattern *pattern)
{
    Gen *gen = matcher->gen;
    const PatternList *list = &pattern->match_or.patterns;
    IrLabel matched = gen_label(gen);
    for (uint32_t i = 0; i + 1 < list->count; i++) {
        Matcher alternative = {.gen = gen, .depth = 1};
        gen_op(gen, IR_DUP_TOP, pattern->span);
        match_pattern(&alternative, list->items[i]);
        gen_jump(gen, IR_JUMP, matched, pattern->span);
        match_end(&alternative, pattern->span);
    }
    gen_op(gen, IR_DUP_TOP, pattern->span);
    matcher->depth++;
    match_pattern(matcher, list->items[list->count - 1]);
    gen_place(gen, matched, pattern->span);
    gen_op(gen, IR_POP_TOP, pattern->span);
    matcher->depth--;
}

void match_pattern(Matcher *matcher, const Pattern *pattern)
{
    Gen *gen = matcher->gen;
    Span span = pattern->span;
    switch (pattern->kind) {
    case PATTERN_MATCH_VALUE:
        gen_expr(gen, pattern->match_value.value);
        gen_op(gen, IR_COMPARE_EQUAL, span);
        matcher->depth--;
        match_require(matcher, span);
        return;
    case PATTERN_MATCH_SINGLETON:
        gen_constant(gen, pattern->match_singleton.value, span);
        gen_op(gen, IR_IS, span);
        matcher->depth--;
        match_require(matcher, span);
        return;
    case PATTERN_MATCH_SEQUENCE:
        match_sequence(matcher, pattern);
        return;
    case PATTERN_MATCH_MAPPING:
        match_mapping(matcher, pattern);
        return;
    case PATTERN_MATCH_CLASS:
        match_class(matcher, pattern);
        return;
    case PATTERN_MATCH_STAR: // the list that the sequence pattern has made
        capture(matcher, pattern->match_star.name, span);
        return;
    case PATTERN_MATCH_AS:
        match_as(matcher, pattern);
        return;
    case PATTERN_MATCH_OR:
        match_or(matcher, pattern);
        return;
    }
}

// A bare name or `_` without a guard takes the subject itself; no case can follow it.
static bool takes_anything(const MatchCase *match_case)
{
    const Pattern *pattern = match_case->pattern;
    return !match_case->guard && pattern->kind == PATTERN_MATCH_AS && !pattern->match_as.pattern;
}

static void gen_case(Gen *gen, const MatchCase *match_case, IrLabel end)
{
    Span span = match_case->pattern->span;
    Matcher matcher = {.gen = gen, .depth = 1};
    if (takes_anything(match_case)) {
        match_pattern(&matcher, match_case->pattern);
        gen_stmts(gen, &match_case->body);
        gen_jump(gen, IR_JUMP, end, span);
        return;
    }
    gen_op(gen, IR_DUP_TOP, span);
    match_pattern(&matcher, match_case->pattern);
    if (match_case->guard)
        gen_jump_if(gen, match_case->guard, false, match_fail(&matcher));
    gen_op(gen, IR_POP_TOP, span);
    gen_stmts(gen, &match_case->body);
    gen_jump(gen, IR_JUMP, end, span);
    match_end(&matcher, span);
}

void gen_match(Gen *gen, const Stmt *stmt)
{
    const MatchCaseList *cases = &stmt->match.cases;
    IrLabel end = gen_label(gen);
    gen_expr(gen, stmt->match.subject);
    for (uint32_t i = 0; i < cases->count; i++)
        gen_case(gen, cases->items[i], end);
    gen_op(gen, IR_POP_TOP, stmt->span);
    gen_place(gen, end, stmt->span);
}
