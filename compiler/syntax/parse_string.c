// SPDX-License-Identifier: MIT
// String atoms: literals side by side joined into one, f-strings and t-strings with their fields.
// In the values of an f-string, neighbouring pieces of text are one constant and empty text is
// left out, whatever literals they came from.
#include "parse.h"

#include "literal.h"

// The values of an f-string so far: pushed nodes, then the text not pushed yet.
typedef struct {
    TextBuffer text;
    Span span; // of the literals that the text came from
    bool has_text;
    bool unicode; // the first of them has the prefix u
} Pieces;

// What a literal's prefix says.
typedef struct {
    TextForm form;
    bool unicode;
    bool is_template;
    bool interpolated;
    uint32_t size;   // bytes of the prefix
    uint32_t quotes; // 1 or 3
} LiteralHead;

static LiteralHead read_head(const char *text)
{
    LiteralHead head = {0};
    for (; text[head.size] != '"' && text[head.size] != '\''; head.size++) {
        switch (text[head.size] | 32) {
        case 'r':
            head.form.raw = true;
            break;
        case 'b':
            head.form.bytes = true;
            break;
        case 'u':
            // Only the small letter is kept as the kind of the constant.
            head.unicode = text[head.size] == 'u';
            break;
        case 't':
            head.is_template = true;
            head.interpolated = true;
            break;
        default:
            head.interpolated = true;
        }
    }
    const char *quote = text + head.size;
    head.quotes = quote[1] == quote[0] && quote[2] == quote[0] ? 3 : 1;
    head.form.braces = head.interpolated;
    return head;
}

static void begin_text(Pieces *pieces, Span span)
{
    if (!pieces->has_text) {
        pieces->has_text = true;
        pieces->span = span;
        pieces->text.count = 0;
    }
    pieces->span.end = span.end;
}

// Adds text of the literal (or run of one) that spans `span`.
static void add_text(Parser *p, Pieces *pieces, Span text, TextForm form, Span span)
{
    begin_text(pieces, span);
    if (!literal_append_text(p->arena, p->diags, p->source, text, form, &pieces->text))
        parse_panic(p);
}

static void flush_text(Parser *p, Pieces *pieces)
{
    if (pieces->has_text && pieces->text.count > 0) {
        Expr *expr = parse_new_expr(p, EXPR_CONSTANT, pieces->span.start);
        expr->constant.value = constant_str(p->arena, pieces->text.items, pieces->text.count);
        expr->constant.kind = pieces->unicode;
        expr->span.end = pieces->span.end;
        expr->height = 1;
        parse_push(p, expr);
    }
    pieces->has_text = false;
    pieces->unicode = false;
}

static void field(Parser *p, Pieces *pieces, const LiteralHead *head);

// spec: ':' (text | field)*, up to the brace that closes the field
static Expr *format_spec(Parser *p, const LiteralHead *head)
{
    Pieces pieces = {0};
    TextForm form = {.raw = head->form.raw};
    LiteralHead inner = *head; // fields of the format are formatted, in t-strings as well
    inner.is_template = false;
    Expr *expr = parse_new_expr(p, EXPR_JOINED_STR, p->token.start);
    uint32_t mark = parse_mark(p);
    parse_next(p);
    for (;;) {
        Span span = {p->token.start, p->token.end};
        if (parse_at(p, TOK_FSTRING_MIDDLE)) {
            parse_next(p);
            add_text(p, &pieces, span, form, span);
        } else if (parse_at(p, TOK_LBRACE)) {
            parse_enter(p);
            field(p, &pieces, &inner);
            parse_leave(p);
        } else {
            break;
        }
    }
    flush_text(p, &pieces);
    PARSE_TAKE(p, mark, &expr->joined_str.values);
    return parse_end_expr(p, expr);
}

// conversion: '!' ('r' | 's' | 'a') without a blank between
static int conversion(Parser *p)
{
    uint32_t mark_end = p->token.end;
    parse_next(p);
    Span span = {p->token.start, p->token.end};
    char letter = p->source->text[span.start];
    bool fits = parse_at(p, TOK_NAME) && span.start == mark_end && span.end == span.start + 1 &&
                (letter == 'r' || letter == 's' || letter == 'a');
    if (!fits)
        PARSE_FAIL(p, span, DIAG_BAD_CONVERSION);
    parse_next(p);
    return letter;
}

// Steps over a string of a field's text, whose quote is at `at`.
static uint32_t skip_quoted(const char *text, uint32_t at, uint32_t end)
{
    char quote = text[at];
    bool triple = end - at > 2 && text[at + 1] == quote && text[at + 2] == quote;
    for (at += triple ? 3 : 1; at < end; at++) {
        if (text[at] == '\\')
            at++;
        else if (text[at] == quote && !triple)
            return at + 1;
        else if (text[at] == quote && end - at > 2 && text[at + 1] == quote &&
                 text[at + 2] == quote)
            return at + 3;
    }
    return end;
}

// The source text of a field's expression without its comments, as `=` and t-strings show it.
static TextBuffer field_text(Parser *p, Span span)
{
    const char *text = p->source->text;
    TextBuffer out = {0};
    uint32_t from = span.start;
    TextForm form = {.raw = true};
    for (uint32_t at = span.start; at < span.end;) {
        if (text[at] == '"' || text[at] == '\'') {
            at = skip_quoted(text, at, span.end);
        } else if (text[at] == '#') {
            literal_append_text(p->arena, p->diags, p->source, (Span){from, at}, form, &out);
            while (at < span.end && text[at] != '\n' && text[at] != '\r')
                at++;
            from = at;
        } else {
            at++;
        }
    }
    literal_append_text(p->arena, p->diags, p->source, (Span){from, span.end}, form, &out);
    return out;
}

// field: '{' (yield | star_expressions) ['='] ['!' NAME] [':' spec] '}'
static void field(Parser *p, Pieces *pieces, const LiteralHead *head)
{
    Span text = {p->token.end, p->token.end};
    Expr *expr = parse_new_expr(p, head->is_template ? EXPR_INTERPOLATION : EXPR_FORMATTED_VALUE,
                                p->token.start);
    parse_next(p);
    NodeInterpolation node = {.conversion = -1};
    node.value = parse_yield_or_expressions(p);
    text.end = p->last_end;
    if (parse_at(p, TOK_EQUAL)) {
        parse_next(p);
        if (p->panic)
            return;
        Span shown = {text.start, p->token.start};
        TextBuffer debug = field_text(p, shown);
        begin_text(pieces, shown);
        for (uint32_t i = 0; i < debug.count; i++)
            VEC_PUSH(p->arena, &pieces->text, debug.items[i]);
        node.conversion = parse_at(p, TOK_RBRACE) ? 'r' : -1;
    }
    if (parse_at(p, TOK_EXCLAMATION))
        node.conversion = conversion(p);
    if (parse_at(p, TOK_COLON))
        node.format_spec = format_spec(p, head);
    flush_text(p, pieces);
    parse_expect_after(p, TOK_RBRACE, "the expression of a replacement field");
    if (head->is_template) {
        TextBuffer shown = field_text(p, text);
        node.str = constant_str(p->arena, shown.items, shown.count);
        expr->interpolation = node;
    } else {
        expr->formatted_value =
            (NodeFormattedValue){node.value, node.conversion, node.format_spec};
    }
    parse_push(p, parse_end_expr(p, expr));
}

// fstring: FSTRING_START (text | field)* FSTRING_END
static void fstring(Parser *p, Pieces *pieces, const LiteralHead *head)
{
    parse_next(p);
    while (!parse_accept(p, TOK_FSTRING_END)) {
        Span span = {p->token.start, p->token.end};
        if (p->panic)
            return;
        if (parse_at(p, TOK_FSTRING_MIDDLE)) {
            parse_next(p);
            add_text(p, pieces, span, head->form, span);
        } else if (parse_at(p, TOK_LBRACE)) {
            field(p, pieces, head);
        } else {
            parse_unexpected(p, "the end of the f-string");
        }
    }
}

static void plain_string(Parser *p, Pieces *pieces, const LiteralHead *head)
{
    Span span = {p->token.start, p->token.end};
    Span text = {span.start + head->size + head->quotes, span.end - head->quotes};
    if (!pieces->has_text)
        pieces->unicode = head->unicode;
    parse_next(p);
    add_text(p, pieces, text, head->form, span);
}

static bool at_literal(const Parser *p)
{
    return parse_at(p, TOK_STRING) || parse_at(p, TOK_FSTRING_START) ||
           parse_at(p, TOK_TSTRING_START);
}

// Kinds of literals that cannot be side by side.
typedef enum { KIND_NONE, KIND_TEXT, KIND_BYTES, KIND_TEMPLATE } LiteralKind;

static LiteralKind kind_of(const LiteralHead *head)
{
    return head->is_template ? KIND_TEMPLATE : head->form.bytes ? KIND_BYTES : KIND_TEXT;
}

// strings: (STRING | fstring | tstring)+
Expr *parse_strings(Parser *p)
{
    uint32_t start = p->token.start;
    uint32_t mark = parse_mark(p);
    Pieces pieces = {0};
    LiteralKind kind = KIND_NONE;
    bool interpolated = false;
    parse_enter(p);
    while (at_literal(p)) {
        LiteralHead head = read_head(p->source->text + p->token.start);
        if (kind != KIND_NONE && kind != kind_of(&head))
            PARSE_REPORT(p, ((Span){start, p->token.end}), DIAG_MIXED_STRINGS);
        kind = kind_of(&head);
        interpolated |= head.interpolated;
        if (head.interpolated)
            fstring(p, &pieces, &head);
        else
            plain_string(p, &pieces, &head);
    }
    parse_leave(p);
    Expr *expr = parse_new_expr(p, EXPR_CONSTANT, start);
    if (interpolated) {
        flush_text(p, &pieces);
        expr->kind = kind == KIND_TEMPLATE ? EXPR_TEMPLATE_STR : EXPR_JOINED_STR;
        if (kind == KIND_TEMPLATE)
            p->features |= FEATURE_TEMPLATES;
        PARSE_TAKE(p, mark, &expr->joined_str.values); // the first field of both kinds
        return parse_end_expr(p, expr);
    }
    expr->constant.kind = pieces.unicode;
    expr->constant.value = kind == KIND_BYTES
                               ? constant_bytes(p->arena, pieces.text.items, pieces.text.count)
                               : constant_str(p->arena, pieces.text.items, pieces.text.count);
    return parse_end_expr(p, expr);
}
