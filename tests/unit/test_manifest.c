// SPDX-License-Identifier: MIT
// What a manifest means once it is read: defaults, values, merging of includes and variants. The
// texts of errors are tested by tests/damage/manifests; here only that broken input is survived.
#include "../../manifest/keys.h"
#include "../../manifest/tree.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define HEAD "flashfreeze: 1\nentry: main\n"

typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    Source source;
    Manifest manifest;
} Fixture;

static int set_up(void **state)
{
    Fixture *fixture = calloc(1, sizeof *fixture);
    fixture->names.arena = &fixture->arena;
    fixture->diags.arena = &fixture->arena;
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *fixture = *state;
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static bool load_bytes(Fixture *fixture, const char *text, size_t size, const char *variant)
{
    source_from_text(&fixture->arena, "proj/app.yaml", text, size, &fixture->source);
    return manifest_load_source(&fixture->arena, &fixture->names, &fixture->diags, &fixture->source,
                                variant, &fixture->manifest);
}

static const Manifest *load(Fixture *fixture, const char *text, const char *variant)
{
    if (!load_bytes(fixture, text, strlen(text), variant)) {
        diag_print(&fixture->diags, stderr, false);
        fail();
    }
    return &fixture->manifest;
}

// Loads a file below the source tree.
static const Manifest *load_file(Fixture *fixture, const char *path, const char *variant)
{
    const char *root = getenv("SOURCE_ROOT");
    const char *whole = arena_format(&fixture->arena, "%s/%s", root ? root : ".", path);
    if (!manifest_load(&fixture->arena, &fixture->names, &fixture->diags, whole, variant,
                       &fixture->manifest)) {
        diag_print(&fixture->diags, stderr, false);
        fail();
    }
    return &fixture->manifest;
}

static const Constant *constant_of(const Manifest *manifest, const char *name)
{
    for (uint32_t i = 0; i < manifest->constants.count; i++)
        if (name_is(manifest->constants.items[i].name, name))
            return manifest->constants.items[i].value;
    fail_msg("no constant %s", name);
    return NULL;
}

static const ManifestNative *native_of(const Manifest *manifest, const char *function)
{
    for (uint32_t i = 0; i < manifest->natives.count; i++)
        if (name_is(manifest->natives.items[i].function, function))
            return &manifest->natives.items[i];
    fail_msg("no native %s", function);
    return NULL;
}

static void assert_defaults(const Manifest *manifest)
{
    assert_true(name_is(manifest->name, "app"));
    assert_int_equal(manifest->target, TARGET_STUB);
    assert_int_equal(manifest->modules.count, 0);
    assert_int_equal(manifest->constants.count, 0);
    assert_int_equal(manifest->natives.count, 0);
    assert_true(manifest->strip.docstrings);
    assert_false(manifest->strip.asserts);
    assert_true(manifest->strip.annotations);
    assert_int_equal(manifest->strip.lines, LINES_TABLE);
    assert_int_equal(manifest->strip.names, STRIP_NAMES_NONE);
    assert_int_equal(manifest->runtime.heap, 6 * 1024);
    assert_int_equal(manifest->runtime.stack, 2 * 1024);
    assert_int_equal(manifest->runtime.float_width, FLOAT_WIDTH_64);
    assert_int_equal(manifest->runtime.gc.threshold, 0);
    assert_int_equal(manifest->budget.rom, 0);
    assert_int_equal(manifest->budget.ram, 0);
    assert_string_equal(manifest->outputs.c, "app.c");
    assert_string_equal(manifest->outputs.header, "app.h");
    assert_string_equal(manifest->outputs.image, "app.fzi");
    assert_true(name_is(manifest->outputs.prefix, "app"));
    assert_int_equal(manifest->search.count, 1);
}

static void defaults_need_no_manifest(void **state)
{
    Fixture *fixture = *state;
    manifest_defaults(&fixture->arena, &fixture->names, &fixture->manifest);
    assert_defaults(&fixture->manifest);
    assert_null(fixture->manifest.path);
    assert_null(fixture->manifest.entry);
    assert_string_equal(fixture->manifest.search.items[0].path, ".");
    assert_string_equal(fixture->manifest.outputs.dir, "build");
}

static void a_minimal_manifest_has_the_defaults(void **state)
{
    const Manifest *manifest = load(*state, HEAD, NULL);
    assert_defaults(manifest);
    assert_true(name_is(manifest->entry, "main"));
    assert_string_equal(manifest->search.items[0].path, "proj");
    assert_string_equal(manifest->outputs.dir, "proj/build");
    assert_string_equal(manifest->directory, "proj/");
    assert_null(manifest->places[KEY_RUNTIME_HEAP].source);
}

static void every_default_and_example_of_the_table_is_valid(void **state)
{
    Fixture *fixture = *state;
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        const Key *key = &key_table[i];
        Source *source = ARENA_NEW(&fixture->arena, Source);
        source_from_text(&fixture->arena, key->path, key->example, strlen(key->example), source);
        assert_non_null(tree_read(&fixture->arena, &fixture->diags, source));
        if (key->type == KEY_TYPE_RESOURCES || key->type == KEY_TYPE_INCLUDES)
            continue;
        if (strpbrk(key->path, "*[")) // its section's example stands for it
            continue;
        const char *head = i == KEY_FLASHFREEZE ? "entry: x\n"
                           : i == KEY_ENTRY     ? "flashfreeze: 1\n"
                                                : HEAD;
        const char *text = arena_format(&fixture->arena, "%s", head);
        const char *dot = strrchr(key->path, '.');
        const char *first = strchr(key->path, '.');
        if (!dot)
            text = arena_format(&fixture->arena, "%s%s: %s\n", text, key->path, key->example);
        else if (dot == first)
            text = arena_format(&fixture->arena, "%s%.*s: {%s: %s}\n", text, (int)(dot - key->path),
                                key->path, dot + 1, key->example);
        else
            text = arena_format(&fixture->arena, "%s%.*s: {%.*s: {%s: %s}}\n", text,
                                (int)(first - key->path), key->path, (int)(dot - first - 1),
                                first + 1, dot + 1, key->example);
        load(fixture, text, NULL);
        assert_ptr_equal(fixture->manifest.places[i].source, &fixture->source);
    }
}

static void the_minimal_example_loads(void **state)
{
    const Manifest *manifest = load_file(*state, "manifest/examples/minimal.yaml", NULL);
    assert_defaults(manifest);
    assert_true(name_is(manifest->entry, "main"));
    assert_int_equal(manifest->files.count, 1);
}

static void the_full_example_merges_its_include(void **state)
{
    const Manifest *manifest = load_file(*state, "manifest/examples/full.yaml", NULL);
    assert_int_equal(manifest->files.count, 2);
    assert_int_equal(manifest->runtime.heap, 8 * 1024); // over the include's
    assert_int_equal(manifest->runtime.float_width, FLOAT_WIDTH_32);
    assert_int_equal(manifest->runtime.gc.threshold, 1024);
    assert_int_equal(manifest->budget.rom, 48 * 1024);
    assert_int_equal(manifest->constants.count, 7);
    assert_int_equal(manifest->natives.count, 4);
    assert_int_equal(native_of(manifest, "send")->args.count, 2);
    assert_int_equal(native_of(manifest, "send")->args.items[1], NATIVE_ANY);
    assert_true(native_of(manifest, "sqrt")->is_pure);
    assert_int_equal(native_of(manifest, "sqrt")->returns, NATIVE_FLOAT);
    assert_false(native_of(manifest, "led")->is_pure);
    assert_true(name_is(native_of(manifest, "led")->symbol, "board_led"));
}

static void variants_change_what_they_name_and_no_more(void **state)
{
    Fixture *fixture = *state;
    const Manifest *manifest = load_file(fixture, "manifest/examples/full.yaml", "release");
    assert_true(manifest->strip.asserts);
    assert_true(manifest->strip.docstrings);
    assert_int_equal(manifest->strip.names, STRIP_NAMES_ALL);
    assert_null(manifest->outputs.image);
    assert_string_equal(manifest->outputs.c, "sensor_node.c");
    assert_true(name_is(native_of(manifest, "led")->symbol, "board_led_fast"));
    assert_int_equal(native_of(manifest, "led")->args.count, 1);
    assert_ptr_equal(constant_of(manifest, "DEBUG"), constant_bool(false));
    manifest = load_file(fixture, "manifest/examples/full.yaml", "debug");
    assert_ptr_equal(constant_of(manifest, "DEBUG"), constant_bool(true));
    assert_int_equal(manifest->constants.count, 7);
    assert_int_equal(manifest->strip.names, STRIP_NAMES_NONE);
}

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text);
    return size >= strlen(end) && strcmp(text + size - strlen(end), end) == 0;
}

static void includes_come_before_and_in_order(void **state)
{
    const Manifest *manifest = load_file(*state, "tests/unit/data/include/app.yaml", NULL);
    assert_true(name_is(manifest->name, "second"));
    assert_string_equal(constant_of(manifest, "IN_ALL")->text.bytes, "app");
    assert_string_equal(constant_of(manifest, "IN_TWO")->text.bytes, "second");
    assert_string_equal(constant_of(manifest, "IN_COMMON")->text.bytes, "common");
    assert_int_equal(manifest->natives.count, 1);
    assert_true(name_is(native_of(manifest, "led")->symbol, "led_second"));
    assert_int_equal(native_of(manifest, "led")->args.count, 1); // as first.yaml says
    assert_int_equal(manifest->search.count, 1);
    assert_true(ends_with(manifest->search.items[0].path, "data/include/src"));
    assert_true(ends_with(manifest->modules.items[0].path, "data/include/parts/one.py"));
    assert_true(ends_with(manifest->outputs.dir, "data/include/parts/out"));
    const char *files[] = {"include/app.yaml", "parts/first.yaml", "parts/../common.yaml",
                           "parts/second.yaml"};
    assert_int_equal(manifest->files.count, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_true(ends_with(manifest->files.items[i], files[i]));
}

static void variants_of_all_files_come_last(void **state)
{
    const Manifest *manifest = load_file(*state, "tests/unit/data/include/app.yaml", "fast");
    assert_string_equal(constant_of(manifest, "VARIANT")->text.bytes, "app");
    assert_string_equal(constant_of(manifest, "IN_ALL")->text.bytes, "variant");
}

static void modules_have_three_forms(void **state)
{
    const Manifest *manifest = load(*state,
                                    HEAD "modules:\n"
                                         "- a.b\n"
                                         "- {path: x/y.py}\n"
                                         "- {path: /lib/y-z.py, as: p.q}\n"
                                         "- {package: pk, exclude: [pk.tests, pk.a.b]}\n",
                                    NULL);
    assert_int_equal(manifest->modules.count, 4);
    const ManifestModule *modules = manifest->modules.items;
    assert_int_equal(modules[0].kind, MANIFEST_MODULE);
    assert_true(name_is(modules[0].name, "a.b"));
    assert_int_equal(modules[1].kind, MANIFEST_FILE);
    assert_true(name_is(modules[1].name, "y"));
    assert_string_equal(modules[1].path, "proj/x/y.py");
    assert_true(name_is(modules[2].name, "p.q"));
    assert_string_equal(modules[2].path, "/lib/y-z.py");
    assert_int_equal(modules[3].kind, MANIFEST_PACKAGE);
    assert_int_equal(modules[3].exclude.count, 2);
    assert_true(name_is(modules[3].exclude.items[1].name, "pk.a.b"));
    Position at = source_position(modules[3].place.source, modules[3].place.span.start);
    assert_int_equal(at.line, 7);
    assert_int_equal(at.column, 3);
}

static void paths_are_relative_to_the_file_that_names_them(void **state)
{
    const Manifest *manifest =
        load(*state, HEAD "search: [., ./a//, b/../c, /abs/, ../up]\noutputs: {dir: ./o/}\n", NULL);
    const char *wanted[] = {"proj", "proj/a", "proj/b/../c", "/abs", "proj/../up"};
    assert_int_equal(manifest->search.count, 5);
    for (uint32_t i = 0; i < 5; i++)
        assert_string_equal(manifest->search.items[i].path, wanted[i]);
    assert_string_equal(manifest->outputs.dir, "proj/o");
}

static void assert_int_constant(const Manifest *manifest, const char *name, int64_t wanted)
{
    int64_t value = 0;
    assert_true(constant_as_int64(constant_of(manifest, name), &value));
    assert_int_equal(value, wanted);
}

static void assert_str_constant(const Manifest *manifest, const char *name, const char *wanted)
{
    const Constant *constant = constant_of(manifest, name);
    assert_int_equal(constant->kind, CONSTANT_STR);
    assert_string_equal(constant->text.bytes, wanted);
}

static void constants_have_the_types_of_the_core_schema(void **state)
{
    const Manifest *manifest = load(*state,
                                    HEAD "constants:\n"
                                         "  a: 12\n  b: -0x1F\n  c: 0o17\n  d: 0b101\n  e: 1_000\n"
                                         "  f: 00\n  g: +5\n"
                                         "  s1: text\n  s2: '5'\n  s3: \"true\"\n  s4: 1.2.3\n"
                                         "  s5: 2024-01-01\n  s6: |\n    two\n    lines\n"
                                         "  n1: null\n  n2: ~\n  n3:\n"
                                         "  t: true\n  u: FALSE\n  a.b.c: 1\n  s7: 0xyz\n",
                                    NULL);
    assert_int_constant(manifest, "a", 12);
    assert_int_constant(manifest, "b", -31);
    assert_int_constant(manifest, "c", 15);
    assert_int_constant(manifest, "d", 5);
    assert_int_constant(manifest, "e", 1000);
    assert_int_constant(manifest, "f", 0);
    assert_int_constant(manifest, "g", 5);
    assert_str_constant(manifest, "s1", "text");
    assert_str_constant(manifest, "s2", "5");
    assert_str_constant(manifest, "s3", "true");
    assert_str_constant(manifest, "s4", "1.2.3");
    assert_str_constant(manifest, "s5", "2024-01-01");
    assert_str_constant(manifest, "s6", "two\nlines\n");
    assert_str_constant(manifest, "s7", "0xyz");
    assert_ptr_equal(constant_of(manifest, "n1"), constant_none());
    assert_ptr_equal(constant_of(manifest, "n2"), constant_none());
    assert_ptr_equal(constant_of(manifest, "n3"), constant_none());
    assert_ptr_equal(constant_of(manifest, "t"), constant_bool(true));
    assert_ptr_equal(constant_of(manifest, "u"), constant_bool(false));
    assert_int_constant(manifest, "a.b.c", 1);
}

static void constant_floats_are_exact(void **state)
{
    const Manifest *manifest = load(*state,
                                    HEAD "constants: {a: 2.5, b: -1e3, c: .5, d: 1_0.2_5, "
                                         "e: .inf, f: -.inf, g: .nan, h: 1., i: 1e999, j: -0.0}",
                                    NULL);
    const double wanted[] = {2.5, -1000, 0.5, 10.25, (double)INFINITY, -(double)INFINITY};
    for (uint32_t i = 0; i < 6; i++) {
        assert_int_equal(manifest->constants.items[i].value->kind, CONSTANT_FLOAT);
        assert_true(constant_same(manifest->constants.items[i].value,
                                  constant_float(&((Fixture *)*state)->arena, wanted[i])));
    }
    assert_true(isnan(constant_of(manifest, "g")->real));
    assert_true(constant_of(manifest, "h")->real == 1.0);
    assert_true(isinf(constant_of(manifest, "i")->real));
    assert_true(signbit(constant_of(manifest, "j")->real) != 0);
}

static void constant_integers_may_be_large(void **state)
{
    const Manifest *manifest = load(*state,
                                    HEAD "constants: {a: 18446744073709551616, "
                                         "b: -0x1_0000_0000_0000_0000_0000}",
                                    NULL);
    const Constant *a = constant_of(manifest, "a");
    assert_int_equal(a->integer.limb_count, 3);
    assert_int_equal(a->integer.limbs[2], 1);
    assert_int_equal(a->integer.limbs[0], 0);
    const Constant *b = constant_of(manifest, "b");
    assert_true(b->integer.negative);
    assert_int_equal(b->integer.limb_count, 3);
    assert_int_equal(b->integer.limbs[2], 1u << 16);
}

static void texts_may_hold_escapes_and_nuls(void **state)
{
    const Manifest *manifest = load(*state, HEAD "constants: {a: \"x\\0y\\u20ac\"}", NULL);
    const Constant *a = constant_of(manifest, "a");
    assert_int_equal(a->text.size, 6);
    assert_memory_equal(a->text.bytes, "x\0y\xe2\x82\xac", 6);
}

static void sizes_take_k_and_m(void **state)
{
    const Manifest *manifest = load(*state,
                                    HEAD "runtime: {heap: 1M, stack: 0x400, gc: {threshold: 1K}}\n"
                                         "budget: {rom: 1024M, ram: 1}",
                                    NULL);
    assert_int_equal(manifest->runtime.heap, 1 << 20);
    assert_int_equal(manifest->runtime.stack, 1024);
    assert_int_equal(manifest->runtime.gc.threshold, 1024);
    assert_int_equal(manifest->budget.rom, 1 << 30);
    assert_int_equal(manifest->budget.ram, 1);
}

static void sizes_outside_their_range_are_refused(void **state)
{
    Fixture *fixture = *state;
    const char *wrong[] = {"0",  "1025M", "-1",  "1.5K", "6k", "6 K", "K",          "",
                           "0x", "1KK",   "[1]", "true", "~",  "''",  "4294967296", "99999999999K"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        fixture->diags = (Diagnostics){.arena = &fixture->arena};
        const char *text = arena_format(&fixture->arena, HEAD "budget: {rom: %s}\n", wrong[i]);
        if (load_bytes(fixture, text, strlen(text), NULL))
            fail_msg("accepted %s", wrong[i]);
        assert_int_equal(fixture->diags.error_count, 1);
    }
}

static void every_place_is_where_the_value_stands(void **state)
{
    const Manifest *manifest = load(*state,
                                    HEAD "# caf\xc3\xa9 \xe2\x82\xac\nname: \"x\"   # y\n"
                                         "runtime:\n\n    heap: 4K\n",
                                    NULL);
    const Place *heap = &manifest->places[KEY_RUNTIME_HEAP];
    Position at = source_position(heap->source, heap->span.start);
    assert_int_equal(at.line, 7);
    assert_int_equal(at.column, 11);
    assert_int_equal(heap->span.end - heap->span.start, 2);
    const Place *name = &manifest->places[KEY_NAME];
    assert_int_equal(source_position(name->source, name->span.start).line, 4);
    assert_int_equal(name->span.end - name->span.start, 3);
}

static void crlf_and_byte_order_mark_are_fine(void **state)
{
    const Manifest *manifest = load(*state,
                                    "\xef\xbb\xbf"
                                    "flashfreeze: 1\r\nentry: main\r\nname: x\r\n",
                                    NULL);
    assert_true(name_is(manifest->name, "x"));
    const Place *name = &manifest->places[KEY_NAME];
    Position at = source_position(name->source, name->span.start);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.column, 7);
}

static void an_unchosen_variant_is_checked_all_the_same(void **state)
{
    Fixture *fixture = *state;
    const char *text = HEAD "variants: {a: {runtime: {heap: x}}, b: {name: q}}\n";
    assert_false(load_bytes(fixture, text, strlen(text), "b"));
    assert_int_equal(fixture->diags.error_count, 1);
    assert_int_equal(fixture->diags.list.items[0].code, DIAG_KEY_BAD_SIZE);
}

static void an_unchosen_variant_changes_nothing(void **state)
{
    const Manifest *manifest =
        load(*state,
             HEAD "constants: {A: 1}\nmodules: [m]\n"
                  "variants: {a: {constants: {A: 2, B: 3}, modules: [x, y], name: n}}\n",
             NULL);
    assert_int_equal(manifest->constants.count, 1);
    assert_int_constant(manifest, "A", 1);
    assert_int_equal(manifest->modules.count, 1);
    assert_true(name_is(manifest->name, "app"));
    assert_null(manifest->places[KEY_NAME].source);
}

// Loads broken input; the outcome does not matter, surviving does.
static void survive(const char *text, size_t size)
{
    Fixture other = {0};
    other.names.arena = other.diags.arena = &other.arena;
    char *copy = malloc(size + 1); // of the very size, for the sanitizer to see
    memcpy(copy, text, size);
    copy[size] = 0;
    bool is_good = load_bytes(&other, copy, size, NULL);
    assert_int_equal(is_good, other.diags.error_count == 0);
    assert_true(other.diags.error_count <= TREE_MAX_ERRORS + 10);
    for (uint32_t i = 0; i < other.diags.list.count; i++) {
        const Diag *diag = &other.diags.list.items[i];
        assert_true(diag->source == &other.source);
        assert_true(diag->span.start <= size);
    }
    free(copy);
    arena_free(&other.arena);
}

static const char *full_example(Fixture *fixture, uint32_t *size)
{
    Source source;
    const char *root = getenv("SOURCE_ROOT");
    const char *path =
        arena_format(&fixture->arena, "%s/manifest/examples/full.yaml", root ? root : ".");
    assert_int_equal(source_read(&fixture->arena, path, &source), SOURCE_OK);
    *size = source.size;
    return source.text;
}

static void survives_every_truncation(void **state)
{
    uint32_t size = 0;
    const char *text = full_example(*state, &size);
    for (uint32_t length = 0; length <= size; length++)
        survive(text, length);
}

static void survives_flipped_bytes(void **state)
{
    uint32_t size = 0;
    uint32_t random = 12345;
    const char *text = full_example(*state, &size);
    char *copy = arena_copy(&((Fixture *)*state)->arena, text, size);
    for (int i = 0; i < 4000; i++) {
        random = random * 1664525 + 1013904223;
        uint32_t at = (random >> 8) % size;
        char kept = copy[at];
        copy[at] = (char)((unsigned char)kept ^ (1u << (random >> 29)));
        survive(copy, size);
        copy[at] = kept;
    }
}

static void repeated(char *to, const char *part, size_t count)
{
    size_t size = strlen(part);
    for (size_t i = 0; i < count; i++)
        memcpy(to + i * size, part, size);
}

static void survives_large_repetitive_input(void **state)
{
    const char *parts[] = {"[", "{",  "- ", "? ",   "a: ",  "&a ", "*a,", "!",   "a: b\n", "\n",
                           "'", "\"", "#",  "[]: ", "- - ", "%",   "\t",  "|\n", "-\n"};
    enum { COUNT = 30000, LONGEST = 5 };
    char *text = arena_alloc(&((Fixture *)*state)->arena, COUNT * LONGEST);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        repeated(text, parts[i], COUNT);
        survive(text, COUNT * strlen(parts[i]));
    }
}

static void survives_bytes_that_are_no_text(void **state)
{
    (void)state;
    uint32_t random = 99;
    char bytes[64];
    for (int round = 0; round < 2000; round++) {
        size_t size = (size_t)round % sizeof bytes;
        for (size_t i = 0; i < size; i++) {
            random = random * 1664525 + 1013904223;
            bytes[i] = (char)(random >> 24);
        }
        survive(bytes, size);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(defaults_need_no_manifest),
        TEST(a_minimal_manifest_has_the_defaults),
        TEST(every_default_and_example_of_the_table_is_valid),
        TEST(the_minimal_example_loads),
        TEST(the_full_example_merges_its_include),
        TEST(variants_change_what_they_name_and_no_more),
        TEST(includes_come_before_and_in_order),
        TEST(variants_of_all_files_come_last),
        TEST(modules_have_three_forms),
        TEST(paths_are_relative_to_the_file_that_names_them),
        TEST(constants_have_the_types_of_the_core_schema),
        TEST(constant_floats_are_exact),
        TEST(constant_integers_may_be_large),
        TEST(texts_may_hold_escapes_and_nuls),
        TEST(sizes_take_k_and_m),
        TEST(sizes_outside_their_range_are_refused),
        TEST(every_place_is_where_the_value_stands),
        TEST(crlf_and_byte_order_mark_are_fine),
        TEST(an_unchosen_variant_is_checked_all_the_same),
        TEST(an_unchosen_variant_changes_nothing),
        TEST(survives_every_truncation),
        TEST(survives_flipped_bytes),
        TEST(survives_large_repetitive_input),
        TEST(survives_bytes_that_are_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
