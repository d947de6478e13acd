// SPDX-License-Identifier: MIT
// docs/manifest.md lists the rows of keys.def and the messages of diag.def, no more and no fewer.
// Called with --print, prints the rows to put there.
#include "../../manifest/keys.h"
#include "../../manifest/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
    unsigned number;
    const char *format;
} messages[] = {
#define DIAG(name, number, severity, text) {number, text},
#include "../../compiler/base/diag.def"
};

enum { MESSAGE_COUNT = sizeof messages / sizeof messages[0] };

static Arena arena;

static const char *type_text(const Key *key)
{
    const char *words = choice_words(&arena, key->type);
    const char *phrase = key_type_phrase(key->type);
    if (key->type == KEY_TYPE_ARGUMENTS)
        return arena_format(&arena, "%s: %s", phrase, words);
    return words[0] ? words : phrase;
}

static const char *key_row(const Key *key)
{
    const char *fallback = "required";
    if (key->fallback)
        fallback = key->fallback[0] ? arena_format(&arena, "`%s`", key->fallback) : "-";
    return arena_format(&arena, "| `%s` | %s | %s | `%s` | %s |\n", key->path, type_text(key),
                        fallback, key->example, key->meaning);
}

static const char *choice_row(const Choice *choice)
{
    return arena_format(&arena, "| `%s` | %s |\n", choice->word, choice->meaning);
}

// The start of a message's row; what the user can do follows by hand.
static const char *message_row(unsigned number, const char *format)
{
    char *text = arena_alloc(&arena, strlen(format) * 3 + 1);
    char *to = text;
    for (const char *at = format; *at; at++) {
        if (*at != '%') {
            *to++ = *at;
            continue;
        }
        at += strcspn(at, "suX");
        memcpy(to, "\xe2\x80\xa6", 3); // an ellipsis
        to += 3;
    }
    return arena_format(&arena, "| FZ%04u | %s | ", number, text);
}

static bool is_of_manifest(unsigned number)
{
    return number >= 100 && number < 200;
}

static const char *doc_text(void)
{
    Source source;
    const char *root = getenv("SOURCE_ROOT");
    const char *path = arena_format(&arena, "%s/docs/manifest.md", root ? root : ".");
    assert_int_equal(source_read(&arena, path, &source), SOURCE_OK);
    return source.text;
}

// Number of lines that start with `start`.
static unsigned count_lines(const char *text, const char *start)
{
    unsigned count = 0;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        count += strncmp(line, start, strlen(start)) == 0;
    }
    return count;
}

static void assert_row(const char *doc, const char *row)
{
    if (count_lines(doc, row) != 1)
        fail_msg("docs/manifest.md should have this row once: %s", row);
}

static void every_key_and_choice_has_its_row(void **state)
{
    (void)state;
    const char *doc = doc_text();
    for (unsigned i = 0; i < KEY_COUNT; i++)
        assert_row(doc, key_row(&key_table[i]));
    for (unsigned i = 0; i < choice_count; i++)
        assert_non_null(strstr(doc, choice_row(&choice_table[i])));
    assert_int_equal(count_lines(doc, "| `"), KEY_COUNT + choice_count);
}

static void every_message_has_its_row(void **state)
{
    (void)state;
    const char *doc = doc_text();
    unsigned count = 0;
    for (unsigned i = 0; i < MESSAGE_COUNT; i++) {
        if (!is_of_manifest(messages[i].number))
            continue;
        assert_row(doc, message_row(messages[i].number, messages[i].format));
        count++;
    }
    assert_int_equal(count_lines(doc, "| FZ"), count);
}

// Every block of YAML in the page is a manifest or a part of one.
static void every_example_is_yaml(void **state)
{
    (void)state;
    unsigned count = 0;
    const char *at = strstr(doc_text(), "```yaml\n");
    for (; at; at = strstr(at, "```yaml\n")) {
        at += strlen("```yaml\n");
        const char *end = strstr(at, "```");
        assert_non_null(end);
        Diagnostics diags = {.arena = &arena};
        Names names = {.arena = &arena};
        Source source;
        Manifest manifest;
        const char *text = arena_copy(&arena, at, (size_t)(end - at));
        source_from_text(&arena, "docs/manifest.md", text, strlen(text), &source);
        if (!manifest_load_source(&arena, &names, &diags, &source, NULL, &manifest)) {
            diag_print(&diags, stderr, false);
            fail();
        }
        count++;
    }
    assert_true(count > 0);
}

static void print_rows(void)
{
    for (unsigned i = 0; i < KEY_COUNT; i++)
        fputs(key_row(&key_table[i]), stdout);
    for (unsigned i = 0; i < choice_count; i++)
        fputs(choice_row(&choice_table[i]), stdout);
    for (unsigned i = 0; i < MESSAGE_COUNT; i++)
        if (is_of_manifest(messages[i].number))
            puts(message_row(messages[i].number, messages[i].format));
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_and_choice_has_its_row),
        cmocka_unit_test(every_message_has_its_row),
        cmocka_unit_test(every_example_is_yaml),
    };
    if (argc == 2 && strcmp(argv[1], "--print") == 0) {
        print_rows();
        return free_arena(NULL);
    }
    return cmocka_run_group_tests(tests, NULL, free_arena);
}
