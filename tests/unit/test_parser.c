// SPDX-License-Identifier: MIT
// The parser: trees, places, errors, and how it goes on after them. Trees are compared as the
// printer writes them; the oracle tests compare whole libraries with CPython, so here is what those
// cannot show: the fields that no dump has, limits, reports and recovery.
#include "../../compiler/syntax/parser.h"

#include "../../compiler/syntax/ast_print.h"
#include "../../compiler/syntax/lex.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    Source source;
    Module module;
    bool is_good;
} Parsed;

static void parse(Parsed *parsed, const char *text)
{
    memset(parsed, 0, sizeof *parsed);
    parsed->names.arena = &parsed->arena;
    parsed->diags.arena = &parsed->arena;
    source_from_text(&parsed->arena, "test.py", text, strlen(text), &parsed->source);
    parsed->is_good = parse_module(&parsed->arena, &parsed->names, &parsed->diags, &parsed->source,
                                   &parsed->module);
    assert_int_equal(parsed->is_good, parsed->diags.error_count == 0);
}

static const char *printed(Parsed *parsed, AstVersion version)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    ast_print(&parsed->module, version, file);
    size_t size = (size_t)ftell(file);
    char *text = arena_alloc(&parsed->arena, size + 1);
    rewind(file);
    assert_int_equal(fread(text, 1, size, file), size);
    fclose(file);
    return text;
}

// Parses one expression statement and compares its tree.
static void assert_expr(const char *text, const char *expected)
{
    Parsed parsed;
    parse(&parsed, text);
    assert_true(parsed.is_good);
    const char *whole = arena_format(&parsed.arena, "Module(body=[Expr(value=%s)])\n", expected);
    assert_string_equal(printed(&parsed, AST_AS_3_14), whole);
    arena_free(&parsed.arena);
}

static void assert_good(const char *text)
{
    Parsed parsed;
    parse(&parsed, text);
    assert_true(parsed.is_good);
    arena_free(&parsed.arena);
}

// The reports about a text, sorted as they were made: "line:column NAME ...".
static void assert_errors(const char *text, const char *expected)
{
    static const char *const names[] = {
#define DIAG(name, number, severity, text) #name,
#include "../../compiler/base/diag.def"
#undef DIAG
    };
    Parsed parsed;
    parse(&parsed, text);
    const char *all = "";
    for (uint32_t i = 0; i < parsed.diags.list.count; i++) {
        Diag diag = parsed.diags.list.items[i];
        Position at = source_position(diag.source, diag.span.start);
        all = arena_format(&parsed.arena, "%s%s%u:%u %s", all, *all ? ", " : "", at.line, at.column,
                           names[diag.code]);
    }
    assert_string_equal(all, expected);
    arena_free(&parsed.arena);
}

static void assert_message(const char *text, const char *expected)
{
    Parsed parsed;
    parse(&parsed, text);
    assert_true(parsed.diags.list.count > 0);
    assert_string_equal(parsed.diags.list.items[0].text, expected);
    arena_free(&parsed.arena);
}

static void binary_operators_bind_by_level(void **state)
{
    (void)state;
    assert_expr("1 + 2 * 3", "BinOp(left=Constant(value=1), op=Add(), right=BinOp(left=Constant("
                             "value=2), op=Mult(), right=Constant(value=3)))");
    assert_expr("1 - 2 - 3", "BinOp(left=BinOp(left=Constant(value=1), op=Sub(), right=Constant("
                             "value=2)), op=Sub(), right=Constant(value=3))");
    assert_expr("-1 ** -2", "UnaryOp(op=USub(), operand=BinOp(left=Constant(value=1), op=Pow(), "
                            "right=UnaryOp(op=USub(), operand=Constant(value=2))))");
}

static void numbers_of_any_size(void **state)
{
    (void)state;
    assert_expr("1"
                "000000000000000000"
                "000000000000000000"
                "01",
                "Constant(value=100000000000000000000000000000000000001)");
    assert_expr("0x1_0000_0000_0000_0000", "Constant(value=18446744073709551616)");
    assert_expr("0o777777777777777777777777", "Constant(value=4722366482869645213695)");
    assert_expr("1e16", "Constant(value=1e+16)");
    assert_expr("1_0.5e-7", "Constant(value=1.05e-06)");
    assert_expr("3j", "Constant(value=3j)");
}

static void strings_are_decoded_and_joined(void **state)
{
    (void)state;
    assert_expr("'a\\x62' \"'\\u00e9\" r'\\n'", "Constant(value=\"ab'\xc3\xa9\\\\n\")");
    assert_expr("'\\ud800\\N{SNOWMAN}\\N{LF}'", "Constant(value='\\ud800\xe2\x98\x83\\n')");
    assert_expr("b'\\xff\\400' b''", "Constant(value=b'\\xff\\x00')");
    assert_expr("'''a\r\nb'''", "Constant(value='a\\nb')");
    assert_expr("u'a' 'b'", "Constant(value='ab', kind='u')");
}

static void fstrings_merge_their_text(void **state)
{
    (void)state;
    assert_expr("'a' f'b{c}' 'd' ''",
                "JoinedStr(values=[Constant(value='ab'), FormattedValue(value=Name(id='c', "
                "ctx=Load()), conversion=-1), Constant(value='d')])");
    assert_expr("f'{a = }'", "JoinedStr(values=[Constant(value='a = '), FormattedValue(value=Name("
                             "id='a', ctx=Load()), conversion=114)])");
    assert_expr("t'{ a !r}'", "TemplateStr(values=[Interpolation(value=Name(id='a', ctx=Load()), "
                              "str=' a', conversion=114)])");
}

static void names_are_normalised(void **state)
{
    (void)state;
    assert_expr("\xef\xac\x81", "Name(id='fi', ctx=Load())");
}

static void soft_keywords_are_names_elsewhere(void **state)
{
    (void)state;
    assert_good("match = case = type = _ = 1\nmatch(x)\nmatch[x]: int\nmatch -x\ntype(x)\n");
    assert_good("match(x):\n case [match]: type = 1\n");
    assert_good("match -x:\n case -1: pass\n");
    assert_good("type type[type] = type\n");
}

static const Stmt *only(const Parsed *parsed)
{
    assert_true(parsed->is_good);
    assert_int_equal(parsed->module.body.count, 1);
    return parsed->module.body.items[0];
}

static void brackets_are_remembered(void **state)
{
    (void)state;
    Parsed parsed;
    parse(&parsed, "(a), b\n");
    const Expr *tuple = only(&parsed)->expr.value;
    assert_int_equal(tuple->span.start, 0);
    assert_int_equal(tuple->span.end, 6);
    assert_false(tuple->parenthesised);
    assert_true(tuple->tuple.elts.items[0]->parenthesised);
    assert_int_equal(tuple->tuple.elts.items[0]->span.start, 1);
    assert_false(tuple->tuple.elts.items[1]->parenthesised);
    arena_free(&parsed.arena);
}

static void with_in_brackets_has_items(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t count;
    } cases[] = {
        {"with (a, b): pass", 2},     {"with (a, b) as c: pass", 1}, {"with (a as b, c): pass", 2},
        {"with (a), (b): pass", 2},   {"with ((a, b)): pass", 1},    {"with (a, *b): pass", 1},
        {"with (a, b), c: pass", 2},  {"with (yield): pass", 1},     {"with (): pass", 1},
        {"with (a as b).c: pass", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Parsed parsed;
        parse(&parsed, cases[i].text);
        assert_int_equal(parsed.is_good, cases[i].count > 0);
        if (parsed.is_good)
            assert_int_equal(only(&parsed)->with.items.count, cases[i].count);
        arena_free(&parsed.arena);
    }
}

static void names_of_definitions_have_places(void **state)
{
    (void)state;
    Parsed parsed;
    parse(&parsed, "@a\nasync def f(x): pass\n");
    const Stmt *stmt = only(&parsed);
    assert_int_equal(stmt->span.start, 3);
    assert_int_equal(stmt->name_span.start, 13);
    assert_int_equal(stmt->name_span.end, 14);
    arena_free(&parsed.arena);
}

static void places_count_in_decoded_text(void **state)
{
    (void)state;
    Parsed parsed;
    parse(&parsed, "# coding: latin-1\n'\xe9'; a\n");
    assert_true(parsed.is_good);
    const Expr *name = parsed.module.body.items[1]->expr.value;
    assert_string_equal(parsed.module.source->text + name->span.start, "a\n");
    assert_int_equal(source_position(parsed.module.source, name->span.start).column, 6);
    arena_free(&parsed.arena);
}

static void the_versions_print_differently(void **state)
{
    (void)state;
    Parsed parsed;
    parse(&parsed, "f()");
    assert_string_equal(printed(&parsed, AST_AS_3_14), "Module(body=[Expr(value=Call(func=Name("
                                                       "id='f', ctx=Load())))])\n");
    assert_string_equal(printed(&parsed, AST_AS_3_11),
                        "Module(body=[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[], "
                        "keywords=[]))], type_ignores=[])\n");
    arena_free(&parsed.arena);
}

static void several_errors_are_reported(void **state)
{
    (void)state;
    assert_errors("a b\nif c\n    d e\nelse:\n    f\ng = 1 +\nh\n",
                  "1:3 EXPECTED, 2:5 EXPECTED, 3:7 EXPECTED, 6:8 EXPECTED");
    assert_errors("f() = 1\n1 += 2\ndel 3\nx(): int\n",
                  "1:1 CANNOT_ASSIGN, 2:1 BAD_AUGMENTED_TARGET, 3:5 CANNOT_DELETE, "
                  "4:1 BAD_ANNOTATED_TARGET");
}

static void clauses_of_a_broken_header_are_no_errors(void **state)
{
    (void)state;
    assert_errors("if a b:\n  c\nelif d:\n  e\nelse:\n  f\ng h\n", "1:6 EXPECTED, 7:3 EXPECTED");
    assert_errors("try a:\n  b\nexcept c:\n  d\nfinally:\n  e\n", "1:5 EXPECTED");
}

static void a_missing_block_is_one_error(void **state)
{
    (void)state;
    assert_errors("def f():\ng()\ntry:\nexcept a:\n  b\n",
                  "2:1 EXPECTED_BLOCK, 4:1 EXPECTED_BLOCK");
    assert_message("while a:\nb\n", "expected an indented block after 'while' on line 1");
    assert_errors("try:\n", "1:5 EXPECTED_BLOCK");
    assert_errors("a\n  b\n  c d\ne\n", "2:3 UNEXPECTED_INDENT, 3:5 EXPECTED");
}

static void a_lost_bracket_is_one_error(void **state)
{
    (void)state;
    assert_errors("f(a,\nb = 1\nc = 2\n", "1:2 NEVER_CLOSED");
    assert_errors("f(a\nb\ndef g(): pass\n", "1:2 NEVER_CLOSED");
    assert_errors("f(a b\n", "1:5 EXPECTED, 1:2 NEVER_CLOSED");
    assert_errors("def f(a, b:\n    return\nc d\n", "1:6 NEVER_CLOSED, 3:3 EXPECTED");
    assert_errors("f(a,\n  class=b)\n", "2:3 EXPECTED");
}

static void a_case_is_skipped_alone(void **state)
{
    (void)state;
    assert_errors("match a:\n  case b c: d\n  case 1 2:\n    e f\n  case g: h\ni j\n",
                  "2:10 EXPECTED, 3:10 EXPECTED, 4:7 EXPECTED, 6:3 EXPECTED");
}

static void an_fstring_may_end_within_a_field(void **state)
{
    (void)state;
    assert_errors("f'{a'", "1:5 FIELD_NOT_CLOSED");
    assert_errors("f'{a='\nb c\n", "1:6 FIELD_NOT_CLOSED, 2:3 EXPECTED");
}

static void messages_name_what_is_there(void **state)
{
    (void)state;
    assert_message("a = = b", "expected an expression, found '='");
    assert_message("for x of y: pass", "expected 'in' after the target of 'for', found name 'of'");
    assert_message("print 'a'", "'print' is a function: its arguments go in brackets, print(...)");
    assert_message("f(a.b=1)", "a keyword argument must be a name, not an attribute");
    assert_message("if a = 1: pass", "expected ':' after a condition, found '='");
    assert_message("(a := 1) = 2", "cannot assign to a ':=' expression");
    assert_message("f(a]", "']' does not match '(', opened on line 1 column 2");
}

static void misplaced_arguments_and_parameters(void **state)
{
    (void)state;
    assert_errors("f(a=1, b)", "1:8 POSITIONAL_AFTER_KEYWORD");
    assert_errors("f(**a, b)", "1:8 POSITIONAL_AFTER_DOUBLE_STAR");
    assert_errors("f(**a, *b)", "1:8 STAR_AFTER_DOUBLE_STAR");
    assert_errors("f(a for a in b, c)", "1:3 BARE_GENERATOR");
    assert_errors("def f(a=1, b): pass", "1:12 MISSING_DEFAULT");
    assert_errors("def f(*): pass", "1:8 EXPECTED");
    assert_errors("def f(*, **a): pass", "1:10 NOTHING_AFTER_STAR");
    assert_errors("lambda /: a", "1:8 SLASH_FIRST");
    assert_errors("try: pass\nexcept a, b as c: pass", "2:13 BARE_TYPES_WITH_AS");
}

// Repeats `part` and puts `rest` behind it.
static const char *repeated(Arena *arena, const char *part, size_t count, const char *rest)
{
    size_t size = strlen(part);
    char *text = arena_alloc(arena, size * count + strlen(rest) + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, part, size);
    memcpy(text + size * count, rest, strlen(rest));
    return text;
}

static void depth_is_limited(void **state)
{
    (void)state;
    static const char *const parts[] = {"not ", "-", "a**", "lambda:", "a if b else "};
    Arena arena = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Parsed parsed;
        parse(&parsed, repeated(&arena, parts[i], 900, "a"));
        assert_true(parsed.is_good);
        arena_free(&parsed.arena);
        parse(&parsed, repeated(&arena, parts[i], 100000, "a"));
        assert_int_equal(parsed.diags.list.items[0].code, DIAG_TOO_DEEP);
        arena_free(&parsed.arena);
    }
    arena_free(&arena);
}

static void the_height_of_a_tree_is_limited(void **state)
{
    (void)state;
    static const char *const parts[] = {"a+", "a."};
    Arena arena = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Parsed parsed;
        parse(&parsed, repeated(&arena, parts[i], PARSE_MAX_HEIGHT - 1, "a"));
        assert_int_equal(only(&parsed)->expr.value->height, PARSE_MAX_HEIGHT);
        arena_free(&parsed.arena);
        parse(&parsed, repeated(&arena, parts[i], PARSE_MAX_HEIGHT, "a"));
        assert_int_equal(parsed.diags.list.items[0].code, DIAG_TOO_HIGH);
        arena_free(&parsed.arena);
    }
    assert_good(repeated(&arena, "a,", 100000, "a"));
    assert_good(repeated(&arena, "a and ", 100000, "a"));
    arena_free(&arena);
}

static void reports_end_after_a_while(void **state)
{
    (void)state;
    Arena arena = {0};
    Parsed parsed;
    parse(&parsed, repeated(&arena, "a b\n", 1000, ""));
    assert_int_equal(parsed.diags.error_count, LEX_MAX_ERRORS);
    arena_free(&parsed.arena);
    parse(&parsed, repeated(&arena, "1,", 1000, "= a"));
    assert_int_equal(parsed.diags.error_count, LEX_MAX_ERRORS);
    arena_free(&parsed.arena);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(binary_operators_bind_by_level),
        cmocka_unit_test(numbers_of_any_size),
        cmocka_unit_test(strings_are_decoded_and_joined),
        cmocka_unit_test(fstrings_merge_their_text),
        cmocka_unit_test(names_are_normalised),
        cmocka_unit_test(soft_keywords_are_names_elsewhere),
        cmocka_unit_test(brackets_are_remembered),
        cmocka_unit_test(with_in_brackets_has_items),
        cmocka_unit_test(names_of_definitions_have_places),
        cmocka_unit_test(places_count_in_decoded_text),
        cmocka_unit_test(the_versions_print_differently),
        cmocka_unit_test(several_errors_are_reported),
        cmocka_unit_test(clauses_of_a_broken_header_are_no_errors),
        cmocka_unit_test(a_missing_block_is_one_error),
        cmocka_unit_test(a_lost_bracket_is_one_error),
        cmocka_unit_test(a_case_is_skipped_alone),
        cmocka_unit_test(an_fstring_may_end_within_a_field),
        cmocka_unit_test(messages_name_what_is_there),
        cmocka_unit_test(misplaced_arguments_and_parameters),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(the_height_of_a_tree_is_limited),
        cmocka_unit_test(reports_end_after_a_while),
    };
    return cmocka_run_group_tests_name("parser", tests, NULL, NULL);
}
