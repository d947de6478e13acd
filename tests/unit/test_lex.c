// SPDX-License-Identifier: MIT
// The lexer: which tokens a text gives, and which texts are refused where. Tokens are shown by
// their spelling, those without one by the names in `show`.
#include "../../compiler/syntax/lex.h"

#include "../../compiler/syntax/source_decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Diagnostics diags;
    Source source;
    Lexer lexer;
} Reading;

static void begin_bytes(Reading *reading, const char *text, size_t size)
{
    Source raw;
    memset(reading, 0, sizeof *reading);
    reading->diags.arena = &reading->arena;
    source_from_text(&reading->arena, "test.py", text, size, &raw);
    source_decode(&reading->arena, &reading->diags, &raw, &reading->source);
    lex_init(&reading->lexer, &reading->diags, &reading->source);
}

static void begin(Reading *reading, const char *text)
{
    begin_bytes(reading, text, strlen(text));
}

static const char *show(Reading *reading, Token token)
{
    switch (token.kind) {
    case TOK_EOF:
        return "EOF";
    case TOK_ERROR:
        return "ERROR";
    case TOK_NEWLINE:
        return "NL";
    case TOK_INDENT:
        return "IN";
    case TOK_DEDENT:
        return "OUT";
    default:
        return arena_copy(&reading->arena, reading->source.text + token.start,
                          token.end - token.start);
    }
}

// All tokens of a text, separated by blanks.
static const char *tokens_of(Reading *reading)
{
    const char *all = "";
    for (;;) {
        Token token = lex_next(&reading->lexer);
        const char *text = show(reading, token);
        all = arena_format(&reading->arena, "%s%s%s", all, *all ? " " : "", text);
        if (token.kind == TOK_EOF)
            return all;
    }
}

static void assert_tokens(const char *text, const char *expected)
{
    Reading reading;
    begin(&reading, text);
    assert_string_equal(tokens_of(&reading), expected);
    assert_int_equal(reading.diags.error_count, 0);
    arena_free(&reading.arena);
}

// The kinds of the first tokens of a text; TOK_EOF ends the list.
static void assert_kinds(const char *text, const TokenKind *expected)
{
    Reading reading;
    begin(&reading, text);
    for (; *expected != TOK_EOF; expected++)
        assert_int_equal(lex_next(&reading.lexer).kind, *expected);
    arena_free(&reading.arena);
}

// The first report about a text.
static void assert_error(const char *text, DiagCode code, uint32_t line, uint32_t column)
{
    Reading reading;
    begin(&reading, text);
    tokens_of(&reading);
    assert_true(reading.diags.list.count > 0);
    Diag first = reading.diags.list.items[0];
    Position at = source_position(&reading.source, first.span.start);
    assert_int_equal(first.code, code);
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
    arena_free(&reading.arena);
}

static void lines_and_blocks(void **state)
{
    (void)state;
    assert_tokens("", "EOF");
    assert_tokens("\n  # only a comment\n\n", "EOF");
    assert_tokens("a", "a NL EOF");
    assert_tokens("if a:\n  b\n\n  # c\n  d\ne\n", "if a : NL IN b NL d NL OUT e NL EOF");
    assert_tokens("a:\n b:\n  c", "a : NL IN b : NL IN c NL OUT OUT EOF");
    assert_tokens("a\r\nb\rc\n", "a NL b NL c NL EOF");
}

static void a_form_feed_starts_the_column_again(void **state)
{
    (void)state;
    assert_tokens("a:\n  b\n    \f  c\n", "a : NL IN b NL c NL OUT EOF");
}

static void tabs_must_not_matter_for_the_order_of_blocks(void **state)
{
    (void)state;
    assert_tokens("a:\n\tb\n\tc\n", "a : NL IN b NL c NL OUT EOF");
    assert_error("a:\n\tb\n        c\n", DIAG_TABS_AND_SPACES, 3, 9);
    assert_error("a:\n        b\n\tc\n", DIAG_TABS_AND_SPACES, 3, 2);
    assert_error("a:\n        b:\n\t\tc\n", DIAG_TABS_AND_SPACES, 3, 3);
}

static void a_dedent_must_reach_an_outer_block(void **state)
{
    (void)state;
    assert_error("a:\n    b\n  c\n", DIAG_BAD_DEDENT, 3, 3);
}

static void a_backslash_joins_lines(void **state)
{
    (void)state;
    assert_tokens("a \\\n  b\n", "a b NL EOF");
    assert_tokens("a:\n  \\\n      b\n  c\n", "a : NL IN b NL c NL OUT EOF");
    assert_error("a \\ b\n", DIAG_AFTER_BACKSLASH, 1, 4);
    assert_error("a \\", DIAG_BACKSLASH_AT_END, 1, 3);
}

static void brackets_join_lines(void **state)
{
    (void)state;
    assert_tokens("(a,\n# b\n  c)\nd\n", "( a , c ) NL d NL EOF");
    assert_error("a)\n", DIAG_UNMATCHED_BRACKET, 1, 2);
    assert_error("(a]\n", DIAG_WRONG_BRACKET, 1, 3);
    assert_error("a\n(b,\n[c\n", DIAG_NEVER_CLOSED, 3, 1);
}

static void a_statement_keyword_shows_a_lost_bracket(void **state)
{
    (void)state;
    Reading reading;
    begin(&reading, "f(a\ndef g\n");
    assert_string_equal(tokens_of(&reading), "f ( a ERROR NL def g NL EOF");
    assert_int_equal(reading.diags.error_count, 1);
    arena_free(&reading.arena);
    assert_error("f(a\ndef g\n", DIAG_NEVER_CLOSED, 1, 2);
}

static void operators_are_as_long_as_possible(void **state)
{
    (void)state;
    assert_tokens("a**=b//=c>>=d<<=e->f:=g!=h...i", "a **= b //= c >>= d <<= e -> f := g != h ... "
                                                    "i NL EOF");
    assert_tokens("a..b", "a . . b NL EOF");
    assert_error("a $ b", DIAG_STRAY_CHARACTER, 1, 3);
    assert_error("a \x01", DIAG_CONTROL_CHARACTER, 1, 3);
}

static void keywords_are_whole_words(void **state)
{
    (void)state;
    assert_kinds("if iff None none match nonlocal",
                 (TokenKind[]){TOK_IF, TOK_NAME, TOK_NONE, TOK_NAME, TOK_NAME, TOK_NONLOCAL, 0});
}

static void names_are_those_of_unicode(void **state)
{
    (void)state;
    assert_tokens("\xc3\xa9 = \xe5\x90\x8d", "\xc3\xa9 = \xe5\x90\x8d NL EOF");
    assert_error("a\xe2\x82\xac = 1", DIAG_STRAY_CHARACTER, 1, 2);
    assert_error("\xc2\xb7"
                 "a = 1",
                 DIAG_STRAY_CHARACTER, 1, 1);
}

static void numbers(void **state)
{
    (void)state;
    assert_kinds("0 00 1_0 0xF_f 0b_1 0o7",
                 (TokenKind[]){TOK_INT, TOK_INT, TOK_INT, TOK_INT, TOK_INT, TOK_INT, 0});
    assert_kinds("1. .5 1e5 0_0e-1 09.5",
                 (TokenKind[]){TOK_FLOAT, TOK_FLOAT, TOK_FLOAT, TOK_FLOAT, TOK_FLOAT, 0});
    assert_kinds("1j 09j .5e1J", (TokenKind[]){TOK_IMAGINARY, TOK_IMAGINARY, TOK_IMAGINARY, 0});
    assert_tokens("1if 2else 0x1for", "1 if 2 else 0x1f or NL EOF");
    assert_tokens("1..a", "1. . a NL EOF");
}

static void bad_numbers(void **state)
{
    (void)state;
    static const char *const bad[] = {"1__0", "1_", "0x", "0xg", "0b2", "0o8", "1e", "1a", "1_.5"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_error(bad[i], DIAG_BAD_NUMBER, 1, 1);
    assert_error("01", DIAG_LEADING_ZEROS, 1, 1);
}

static void strings_and_prefixes(void **state)
{
    (void)state;
    assert_tokens("'a' rb'\\'' BR\"b\" u'c' '''d\n'e'''", "'a' rb'\\'' BR\"b\" u'c' '''d\n'e''' NL "
                                                          "EOF");
    assert_tokens("ur'a'", "ur 'a' NL EOF");
    assert_error("a = 'b\nc'", DIAG_UNTERMINATED_STRING, 1, 5);
    assert_error("'''b\nc", DIAG_UNTERMINATED_TRIPLE, 1, 1);
}

static void fstrings_give_text_and_fields(void **state)
{
    (void)state;
    assert_tokens("f'a{b}c'", "f' a { b } c ' NL EOF");
    assert_tokens("f'{{a}}{b}'", "f' {{a}} { b } ' NL EOF");
    assert_tokens("f'{a!r:>{b}}'", "f' { a ! r : > { b } } ' NL EOF");
    assert_tokens("f'{a:=b}{(a:=b)}'", "f' { a : =b } { ( a := b ) } ' NL EOF");
    assert_tokens("rf'''a\n{b\n}'''", "rf''' a\n { b } ''' NL EOF");
    assert_tokens("f'{f'{'a'}'}'", "f' { f' { 'a' } ' } ' NL EOF");
    assert_tokens("f'\\N{DIGIT ONE}\\{a}'", "f' \\N{DIGIT ONE}\\ { a } ' NL EOF");
    assert_tokens("t'{a # b\n}'", "t' { a } ' NL EOF");
}

static void bad_fstrings(void **state)
{
    (void)state;
    assert_error("f'a}'", DIAG_SINGLE_BRACE, 1, 4);
    assert_error("f'{a:b'", DIAG_FIELD_NOT_CLOSED, 1, 7);
    assert_error("f'a\n'", DIAG_UNTERMINATED_STRING, 1, 1);
    assert_error("f'{a:b\n}'", DIAG_NEWLINE_IN_SPEC, 1, 7);
    assert_error("f'{a:{b:{c:{d}}}}'", DIAG_TOO_MANY_FIELDS, 1, 12);
    assert_error("f'{a", DIAG_NEVER_CLOSED, 1, 3);
}

static void a_copy_looks_ahead_without_traces(void **state)
{
    (void)state;
    Reading reading;
    begin(&reading, "f'{a[' $ \n");
    lex_next(&reading.lexer);
    Lexer ahead = reading.lexer;
    ahead.quiet = true;
    while (lex_next(&ahead).kind != TOK_EOF)
        continue;
    assert_int_equal(reading.diags.list.count, 0);
    assert_int_equal(lex_next(&reading.lexer).kind, TOK_LBRACE);
    arena_free(&reading.arena);
}

// Nests `open` and `close` around nothing and expects the limit one past `most`.
static void assert_bracket_limit(uint32_t most)
{
    Reading reading;
    char text[2 * LEX_MAX_BRACKETS + 3] = "";
    for (uint32_t count = most; count <= most + 1; count++) {
        memset(text, '(', count);
        memset(text + count, ')', count);
        text[2 * count] = 0;
        begin(&reading, text);
        tokens_of(&reading);
        assert_int_equal(reading.diags.error_count, count > most);
        arena_free(&reading.arena);
    }
}

static void nesting_is_limited(void **state)
{
    (void)state;
    assert_bracket_limit(LEX_MAX_BRACKETS);
    Reading reading;
    Arena arena = {0};
    const char *text = "";
    for (int depth = 0; depth < LEX_MAX_INDENTS; depth++)
        text = arena_format(&arena, "%s%*sa:\n", text, depth, "");
    begin(&reading, text);
    tokens_of(&reading);
    assert_int_equal(reading.diags.error_count, 0);
    arena_free(&reading.arena);
    assert_error(arena_format(&arena, "%s%*sb\n", text, LEX_MAX_INDENTS, ""), DIAG_TOO_DEEP_INDENT,
                 LEX_MAX_INDENTS + 1, LEX_MAX_INDENTS + 1);
    arena_free(&arena);
}

static void reports_end_after_a_while(void **state)
{
    (void)state;
    char text[400];
    memset(text, '$', sizeof text);
    Reading reading;
    text[sizeof text - 1] = 0;
    begin(&reading, text);
    tokens_of(&reading);
    assert_int_equal(reading.diags.error_count, LEX_MAX_ERRORS);
    arena_free(&reading.arena);
}

static void assert_decoded(const char *text, const char *expected)
{
    Reading reading;
    begin(&reading, text);
    assert_int_equal(reading.diags.error_count, 0);
    assert_string_equal(reading.source.text, expected);
    arena_free(&reading.arena);
}

static void sources_are_decoded(void **state)
{
    (void)state;
    assert_decoded("\xef\xbb\xbf"
                   "a",
                   "a");
    assert_decoded("# coding: latin-1\n\xe9", "# coding: latin-1\n\xc3\xa9");
    assert_decoded("\n# vim: set fileencoding=iso-8859-15 :\n\xa4",
                   "\n# vim: set fileencoding=iso-8859-15 :\n\xe2\x82\xac");
    assert_decoded("a\n# coding: nonsense", "a\n# coding: nonsense");
    assert_decoded("# coding: utf-8-unix\n\xc3\xa9", "# coding: utf-8-unix\n\xc3\xa9");
}

static void bad_encodings(void **state)
{
    (void)state;
    assert_error("a\n\xe9", DIAG_NOT_UTF8, 2, 1);
    assert_error("# coding: nonsense\n", DIAG_UNKNOWN_ENCODING, 1, 11);
    assert_error("# coding: ascii\n\xe9", DIAG_NOT_IN_ENCODING, 2, 1);
    assert_error("\xef\xbb\xbf# coding: latin-1\n", DIAG_ENCODING_AND_MARK, 1, 11);
    Reading reading;
    begin_bytes(&reading, "a\0b", 3);
    assert_int_equal(reading.diags.list.items[0].code, DIAG_NUL_BYTE);
    arena_free(&reading.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_blocks),
        cmocka_unit_test(a_form_feed_starts_the_column_again),
        cmocka_unit_test(tabs_must_not_matter_for_the_order_of_blocks),
        cmocka_unit_test(a_dedent_must_reach_an_outer_block),
        cmocka_unit_test(a_backslash_joins_lines),
        cmocka_unit_test(brackets_join_lines),
        cmocka_unit_test(a_statement_keyword_shows_a_lost_bracket),
        cmocka_unit_test(operators_are_as_long_as_possible),
        cmocka_unit_test(keywords_are_whole_words),
        cmocka_unit_test(names_are_those_of_unicode),
        cmocka_unit_test(numbers),
        cmocka_unit_test(bad_numbers),
        cmocka_unit_test(strings_and_prefixes),
        cmocka_unit_test(fstrings_give_text_and_fields),
        cmocka_unit_test(bad_fstrings),
        cmocka_unit_test(a_copy_looks_ahead_without_traces),
        cmocka_unit_test(nesting_is_limited),
        cmocka_unit_test(reports_end_after_a_while),
        cmocka_unit_test(sources_are_decoded),
        cmocka_unit_test(bad_encodings),
    };
    return cmocka_run_group_tests_name("lex", tests, NULL, NULL);
}
