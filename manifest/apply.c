// SPDX-License-Identifier: MIT
// One function for each type of value, and the walk over a mapping that finds the row of each key.
// A value that is wrong is reported and leaves its field as it was.
#include "apply.h"

#include "../compiler/base/warnings.h"
#include "values.h"

enum { MOST_BYTES = 1024u << 20 }; // offsets in an image and in RAM have 30 bits

bool loader_is_full(Loader *loader, const TreeNode *node)
{
    if (loader->diags->error_count < TREE_MAX_ERRORS)
        return false;
    if (!loader->gave_up)
        diag_report(loader->diags, node->source, node->span, DIAG_TOO_MANY_ERRORS);
    loader->gave_up = true;
    return true;
}

static void report_value(Loader *loader, DiagCode code, const char *label, KeyType type,
                         const TreeNode *node)
{
    if (node->kind != TREE_BROKEN)
        diag_report(loader->diags, node->source, node->span, code, label, key_type_phrase(type),
                    tree_describe(loader->arena, node));
}

bool expect_kind(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                 TreeKind kind)
{
    if (node->kind == kind)
        return true;
    report_value(loader, DIAG_KEY_WRONG_TYPE, label, type, node);
    return false;
}

// Whether a scalar is a text: in quotes, or plain and not null, a truth value or a number.
static bool is_text(const TreeNode *node)
{
    if (node->kind == TREE_PLAIN)
        return !value_is_null(node) && value_bool(node) < 0 && !value_looks_numeric(node);
    return node->kind == TREE_QUOTED;
}

static bool is_label(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] != '-' && text[i] != '.' && text[i] != '_' &&
            !value_is_identifier(text + i, 1) && (text[i] < '0' || text[i] > '9'))
            return false;
    return size > 0;
}

// `main.py` has the form of a dotted name, but is a file's.
static bool is_module_name(const char *text, size_t size)
{
    bool is_file = size > 3 && memcmp(text + size - 3, ".py", 3) == 0;
    return value_is_dotted_name(text, size) && !is_file;
}

const Name *apply_name(Loader *loader, const char *label, KeyType type, const TreeNode *node)
{
    if (!is_text(node)) {
        report_value(loader, DIAG_KEY_WRONG_TYPE, label, type, node);
        return NULL;
    }
    bool is_good = type == KEY_TYPE_LABEL    ? is_label(node->text, node->count)
                   : type == KEY_TYPE_SYMBOL ? value_is_identifier(node->text, node->count)
                                             : is_module_name(node->text, node->count);
    if (!is_good) {
        report_value(loader, DIAG_KEY_BAD_NAME, label, type, node);
        return NULL;
    }
    return names_intern(loader->names, node->text, node->count);
}

const char *resolve_path(const Loader *loader, const char *directory, const char *path)
{
    if (path[0] == '/')
        directory = "";
    while (path[0] == '.' && path[1] == '/')
        path += path[2] == '/' ? 1 : 2;
    if (path[0] == '.' && path[1] == 0)
        path = "";
    char *joined = arena_format(loader->arena, "%s%s", directory, path);
    size_t size = strlen(joined);
    while (size > 1 && joined[size - 1] == '/')
        joined[--size] = 0;
    return size == 0 ? "." : joined;
}

bool check_path(Loader *loader, const char *label, KeyType type, const TreeNode *node)
{
    if (is_text(node) && node->count > 0 && strlen(node->text) == node->count)
        return true;
    report_value(loader, DIAG_KEY_WRONG_TYPE, label, type, node);
    return false;
}

static void set_version(Loader *loader, const TreeNode *node)
{
    if (node->kind == TREE_BROKEN || (node->kind == TREE_PLAIN && tree_text_is(node, "1")))
        return;
    diag_report(loader->diags, node->source, node->span, DIAG_KEY_BAD_VERSION,
                tree_describe(loader->arena, node));
}

static void set_bool(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                     bool *field)
{
    if (value_bool(node) >= 0)
        *field = value_bool(node) == 1;
    else
        report_value(loader, DIAG_KEY_WRONG_TYPE, label, type, node);
}

void apply_size(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                uint32_t *field)
{
    uint32_t size = 0;
    bool is_scalar = node->kind == TREE_PLAIN || node->kind == TREE_QUOTED;
    bool is_good = is_scalar && value_size(node, MOST_BYTES, &size);
    if (is_good && (size > 0 || type == KEY_TYPE_SIZE_OR_0))
        *field = size;
    else
        report_value(loader,
                     is_scalar && !value_is_null(node) ? DIAG_KEY_BAD_SIZE : DIAG_KEY_WRONG_TYPE,
                     label, type, node);
}

// The value of a choice; false after reporting.
static bool read_choice(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                        unsigned *out)
{
    bool is_scalar = node->kind == TREE_PLAIN || node->kind == TREE_QUOTED;
    const Choice *choice = is_scalar ? choice_find(type, node->text, node->count) : NULL;
    if (choice)
        *out = choice->value;
    else if (node->kind != TREE_BROKEN)
        diag_report(loader->diags, node->source, node->span, DIAG_KEY_BAD_CHOICE, label,
                    choice_words(loader->arena, type), tree_describe(loader->arena, node));
    return choice != NULL;
}

// Every enum of manifest.h has the size of unsigned, as the assertions check.
static void set_choice(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                       void *field)
{
    _Static_assert(sizeof(ManifestTarget) == sizeof(unsigned), "enum as unsigned");
    _Static_assert(sizeof(ManifestFloatWidth) == sizeof(unsigned), "enum as unsigned");
    _Static_assert(sizeof(ManifestLines) == sizeof(unsigned), "enum as unsigned");
    _Static_assert(sizeof(ManifestStripNames) == sizeof(unsigned), "enum as unsigned");
    _Static_assert(sizeof(ManifestNativeType) == sizeof(unsigned), "enum as unsigned");
    unsigned value = 0;
    if (read_choice(loader, label, type, node, &value))
        memcpy(field, &value, sizeof value);
}

// A bad name leaves the empty one, so that a required key is not reported as missing as well.
static void set_name(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                     const Name **field)
{
    const Name *name = apply_name(loader, label, type, node);
    *field = name ? name : names_intern_z(loader->names, "");
}

static void set_path(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                     const char **field)
{
    if (check_path(loader, label, type, node))
        *field = resolve_path(loader, loader->directory, node->text);
}

static void set_output(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                       const char **field)
{
    if (node->count > 0 && value_is_null(node))
        *field = NULL;
    else if (check_path(loader, label, type, node)) {
        if (strchr(node->text, '/') || tree_text_is(node, ".") || tree_text_is(node, ".."))
            report_value(loader, DIAG_KEY_BAD_NAME, label, type, node);
        else
            *field = node->text;
    }
}

static void set_paths(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                      ManifestPaths *field)
{
    if (!expect_kind(loader, label, type, node, TREE_LIST))
        return;
    const char *item_label = arena_format(loader->arena, "%s[]", label);
    *field = (ManifestPaths){0};
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->items[i]); i++) {
        const TreeNode *item = node->items[i];
        if (check_path(loader, item_label, KEY_TYPE_PATH, item))
            VEC_PUSH(loader->arena, field,
                     (ManifestPath){resolve_path(loader, loader->directory, item->text),
                                    place_of(item)});
    }
}

static void set_names(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                             ManifestNames *field)
{
    if (!expect_kind(loader, label, type, node, TREE_LIST))
        return;
    const char *item_label = arena_format(loader->arena, "%s[]", label);
    *field = (ManifestNames){0};
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->items[i]); i++) {
        const TreeNode *item = node->items[i];
        KeyType item_type = type == KEY_TYPE_NAMES ? KEY_TYPE_SYMBOL : KEY_TYPE_MODULE;
        const Name *name = apply_name(loader, item_label, item_type, item);
        if (name)
            VEC_PUSH(loader->arena, field, (ManifestName){name, place_of(item)});
    }
}

static void set_warnings(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                         ManifestNames *field)
{
    if (!expect_kind(loader, label, type, node, TREE_LIST))
        return;
    WarningSet known;
    warnings_defaults(&known);
    const char *item_label = arena_format(loader->arena, "%s[]", label);
    *field = (ManifestNames){0};
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->items[i]); i++) {
        const TreeNode *item = node->items[i];
        if (!check_path(loader, item_label, type, item))
            continue;
        if (warnings_set(&known, item->text))
            VEC_PUSH(loader->arena, field,
                     (ManifestName){names_intern_z(loader->names, item->text), place_of(item)});
        else
            diag_report(loader->diags, item->source, item->span, DIAG_WARNING_UNKNOWN,
                        tree_quote(loader->arena, item));
    }
}

static void set_arguments(Loader *loader, const char *label, KeyType type, const TreeNode *node,
                          ManifestNativeTypes *field)
{
    if (!expect_kind(loader, label, type, node, TREE_LIST))
        return;
    const char *item_label = arena_format(loader->arena, "%s[]", label);
    *field = (ManifestNativeTypes){0};
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->items[i]); i++) {
        unsigned value = 0;
        if (read_choice(loader, item_label, type, node->items[i], &value))
            VEC_PUSH(loader->arena, field, (ManifestNativeType)value);
    }
}

static void set_value(Loader *loader, const Key *key, const TreeNode *node, void *base)
{
    const char *label = key->path; // what messages call it
    void *field = (char *)base + key->offset;
    switch (key->type) {
    case KEY_TYPE_VERSION:
        set_version(loader, node);
        break;
    case KEY_TYPE_BOOL:
        set_bool(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_SIZE:
    case KEY_TYPE_SIZE_OR_0:
        apply_size(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_TARGET:
    case KEY_TYPE_FLOAT_WIDTH:
    case KEY_TYPE_LINE_TABLE:
    case KEY_TYPE_STRIP_NAMES:
    case KEY_TYPE_PREINIT:
    case KEY_TYPE_RETURNS:
        set_choice(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_LABEL:
    case KEY_TYPE_SYMBOL:
    case KEY_TYPE_MODULE:
        set_name(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_PATH:
        set_path(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_OUTPUT:
        set_output(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_PATHS:
        set_paths(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_MODULE_NAMES:
    case KEY_TYPE_NAMES:
        set_names(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_WARNINGS:
        set_warnings(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_ARGUMENTS:
        set_arguments(loader, label, key->type, node, field);
        break;
    case KEY_TYPE_MAPPING:
        if (expect_kind(loader, label, key->type, node, TREE_MAPPING))
            apply_mapping(loader, key->path, node, base);
        break;
    case KEY_TYPE_MODULES:
        apply_modules(loader, node);
        break;
    case KEY_TYPE_CONSTANTS:
        apply_constants(loader, node);
        break;
    case KEY_TYPE_MODULE_SIZES:
        apply_module_budgets(loader, node);
        break;
    case KEY_TYPE_NATIVES:
        apply_natives(loader, node);
        break;
    case KEY_TYPE_VARIANTS: // load.c merges these two; here their form is checked
        expect_kind(loader, label, key->type, node, TREE_MAPPING);
        break;
    case KEY_TYPE_INCLUDES:
        expect_kind(loader, label, key->type, node, TREE_LIST);
        break;
    case KEY_TYPE_RESOURCES:
        apply_resources(loader, node);
        break;
    case KEY_TYPE_CONSTANT: // sections.c treats what stands under names of the user's
    case KEY_TYPE_NATIVE_MODULE:
    case KEY_TYPE_VARIANT:
        break;
    }
}

static void report_unknown(Loader *loader, const char *parent, const TreeNode *key)
{
    const char *meant = key_suggest(parent, key->text, key->count);
    const char *hint = meant ? arena_format(loader->arena, ", did you mean '%s'?", meant) : "";
    diag_report(loader->diags, key->source, key->span, DIAG_KEY_UNKNOWN,
                tree_quote(loader->arena, key), hint);
}

static bool is_for_whole_files(KeyId id)
{
    return id == KEY_FLASHFREEZE || id == KEY_INCLUDE || id == KEY_VARIANTS;
}

void apply_mapping(Loader *loader, const char *parent, const TreeNode *node, void *base)
{
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->pairs[i].key); i++) {
        const TreePair *pair = &node->pairs[i];
        const Key *key = key_child(parent, pair->key->text, pair->key->count);
        if (!key) {
            report_unknown(loader, parent, pair->key);
        } else if (loader->in_variant && is_for_whole_files(key->id)) {
            diag_report(loader->diags, pair->key->source, pair->key->span, DIAG_KEY_IN_VARIANT,
                        key->path);
        } else {
            loader->out->places[key->id] = place_of(pair->value);
            set_value(loader, key, pair->value, base);
        }
    }
}

static const TreeNode *fallback_tree(Loader *loader, const Key *key)
{
    if (!loader->fallbacks[key->id]) {
        Source *source = ARENA_NEW(loader->arena, Source);
        source_from_text(loader->arena, key->path, key->fallback, strlen(key->fallback), source);
        loader->fallbacks[key->id] = tree_read(loader->arena, loader->diags, source);
    }
    return loader->fallbacks[key->id];
}

void apply_defaults(Loader *loader, const char *parent, void *base)
{
    size_t size = strlen(parent);
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        const Key *key = &key_table[i];
        bool is_below = strncmp(key->path, parent, size) == 0 && key->path[size] != 0;
        if (is_below && !strpbrk(key->path + size, "*[") && key->fallback && key->fallback[0])
            set_value(loader, key, fallback_tree(loader, key), base);
    }
}
