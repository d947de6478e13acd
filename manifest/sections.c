// SPDX-License-Identifier: MIT
// The sections in which the user's own names stand: modules, constants, natives. A list replaces
// what an earlier file said; constants and natives are merged name by name.
#define _POSIX_C_SOURCE 200809L // stat: only regular files are opened

#include "apply.h"
#include "values.h"

#include <sys/stat.h>

enum { MOST_RESOURCE = 4 << 20 }; // bytes

// The module name that a path gives: the file's name without directories and extension.
static const Name *stem_of(Loader *loader, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *stem = slash ? slash + 1 : path;
    const char *dot = strchr(stem, '.');
    size_t size = dot ? (size_t)(dot - stem) : strlen(stem);
    return value_is_identifier(stem, size) ? names_intern(loader->names, stem, size) : NULL;
}

// Whether dotted name `inner` lies inside package `outer`.
static bool is_inside(const Name *inner, const Name *outer)
{
    return inner->size > outer->size && inner->text[outer->size] == '.' &&
           memcmp(inner->text, outer->text, outer->size) == 0;
}

static void check_excludes(Loader *loader, const ManifestModule *module)
{
    for (uint32_t i = 0; i < module->exclude.count; i++) {
        const ManifestName *exclude = &module->exclude.items[i];
        if (!is_inside(exclude->name, module->name))
            diag_report(loader->diags, exclude->place.source, exclude->place.span,
                        DIAG_MODULE_OUTSIDE, exclude->name->text, module->name->text);
    }
}

// What is wrong with the set of keys of a module's mapping; NULL when nothing is.
static const char *wrong_form(const TreeNode *node)
{
    bool has_path = tree_get(node, "path") != NULL;
    bool has_package = tree_get(node, "package") != NULL;
    if (has_path && has_package)
        return "this has both 'path' and 'package'";
    if (!has_path && !has_package)
        return "this has neither 'path' nor 'package'";
    if (has_package && tree_get(node, "as"))
        return "'as' goes with 'path'";
    if (has_path && tree_get(node, "exclude"))
        return "'exclude' goes with 'package'";
    return NULL;
}

static bool read_module_mapping(Loader *loader, const TreeNode *node, ManifestModule *out)
{
    uint32_t errors_before = loader->diags->error_count;
    apply_defaults(loader, "modules[]", out);
    apply_mapping(loader, "modules[]", node, out);
    if (loader->diags->error_count > errors_before)
        return false;
    const char *wrong = wrong_form(node);
    if (wrong) {
        diag_report(loader->diags, node->source, node->span, DIAG_MODULE_ENTRY, wrong);
        return false;
    }
    out->kind = out->path ? MANIFEST_FILE : MANIFEST_PACKAGE;
    if (out->kind == MANIFEST_PACKAGE)
        check_excludes(loader, out);
    else if (!out->name)
        out->name = stem_of(loader, out->path);
    if (!out->name) {
        const TreeNode *path = tree_get(node, "path");
        diag_report(loader->diags, path->source, path->span, DIAG_MODULE_STEM,
                    tree_quote(loader->arena, path));
    }
    return out->name != NULL;
}

static bool read_module(Loader *loader, const TreeNode *node, ManifestModule *out)
{
    *out = (ManifestModule){.kind = MANIFEST_MODULE, .place = place_of(node)};
    if (node->kind == TREE_MAPPING)
        return read_module_mapping(loader, node, out);
    if (node->kind == TREE_LIST) {
        diag_report(loader->diags, node->source, node->span, DIAG_MODULE_ENTRY, "this is a list");
        return false;
    }
    if (node->kind != TREE_BROKEN && strchr(node->text, '/')) {
        diag_report(loader->diags, node->source, node->span, DIAG_MODULE_ENTRY,
                    "write a file as {path: FILE}");
        return false;
    }
    out->name = apply_name(loader, "modules[]", KEY_TYPE_MODULE, node);
    return out->name != NULL;
}

// Two files cannot be one module.
static void check_twice(Loader *loader, const ManifestModule *module)
{
    for (uint32_t i = 0; i < loader->out->modules.count; i++) {
        const ManifestModule *other = &loader->out->modules.items[i];
        if (other->kind != MANIFEST_FILE || other->name != module->name)
            continue;
        uint32_t line = source_position(other->place.source, other->place.span.start).line;
        diag_report(loader->diags, module->place.source, module->place.span, DIAG_MODULE_TWICE,
                    module->name->text, line, other->place.source->path);
        return;
    }
}

void apply_modules(Loader *loader, const TreeNode *node)
{
    if (!expect_kind(loader, "modules", KEY_TYPE_MODULES, node, TREE_LIST))
        return;
    loader->out->modules.items = NULL;
    loader->out->modules.count = loader->out->modules.capacity = 0;
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->items[i]); i++) {
        ManifestModule module;
        if (!read_module(loader, node->items[i], &module))
            continue;
        if (module.kind == MANIFEST_FILE)
            check_twice(loader, &module);
        VEC_PUSH(loader->arena, &loader->out->modules, module);
    }
}

static void set_constant(Loader *loader, ManifestConstant constant, uint32_t earlier_count)
{
    Manifest *out = loader->out;
    for (uint32_t i = 0; i < earlier_count; i++) {
        if (out->constants.items[i].name == constant.name) {
            out->constants.items[i] = constant;
            return;
        }
    }
    VEC_PUSH(loader->arena, &out->constants, constant);
}

// What is wrong with the file of a resource; NULL when it was read.
static const char *read_resource(Loader *loader, const char *path, Source *bytes)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return "no such file";
    if (!S_ISREG(info.st_mode))
        return "it is not a file";
    if (info.st_size > MOST_RESOURCE)
        return "it is larger than 4 MiB";
    return source_read(loader->arena, path, bytes) == SOURCE_OK ? NULL : "it cannot be read";
}

// The bytes become a constant, as what stands under `constants` does.
static void add_resource(Loader *loader, const TreeNode *node)
{
    uint32_t errors_before = loader->diags->error_count;
    ManifestResource resource = {0};
    if (!expect_kind(loader, "resources[]", KEY_TYPE_MAPPING, node, TREE_MAPPING))
        return;
    apply_defaults(loader, "resources[]", &resource);
    apply_mapping(loader, "resources[]", node, &resource);
    if (loader->diags->error_count > errors_before)
        return;
    Source bytes;
    const char *problem = read_resource(loader, resource.file, &bytes);
    VEC_PUSH(loader->arena, &loader->out->resources, resource.file);
    if (problem) {
        diag_report(loader->diags, node->source, node->span, DIAG_RESOURCE_FAILED, resource.file,
                    problem);
        return;
    }
    ManifestConstant constant = {resource.name, constant_bytes(loader->arena, bytes.text, bytes.size),
                                 place_of(node)};
    set_constant(loader, constant, loader->out->constants.count);
}

void apply_resources(Loader *loader, const TreeNode *node)
{
    if (!expect_kind(loader, "resources", KEY_TYPE_RESOURCES, node, TREE_LIST))
        return;
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->items[i]); i++)
        add_resource(loader, node->items[i]);
}

void apply_constants(Loader *loader, const TreeNode *node)
{
    if (!expect_kind(loader, "constants", KEY_TYPE_CONSTANTS, node, TREE_MAPPING))
        return;
    uint32_t earlier_count = loader->out->constants.count; // the keys of one mapping differ
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->pairs[i].key); i++) {
        const TreeNode *key = node->pairs[i].key;
        const TreeNode *value = node->pairs[i].value;
        if (!value_is_dotted_name(key->text, key->count)) {
            diag_report(loader->diags, key->source, key->span, DIAG_KEY_BAD_NAME,
                        "a name in constants", "a Python name such as DEBUG or sys.platform",
                        tree_describe(loader->arena, key));
            continue;
        }
        bool is_scalar = value->kind == TREE_PLAIN || value->kind == TREE_QUOTED;
        if (!is_scalar) {
            const char *label = arena_format(loader->arena, "constants.%s", key->text);
            expect_kind(loader, label, KEY_TYPE_CONSTANT, value, TREE_PLAIN);
            continue;
        }
        const Constant *constant = value_constant(loader->arena, loader->diags, value);
        if (constant)
            set_constant(loader,
                         (ManifestConstant){names_intern(loader->names, key->text, key->count),
                                            constant, place_of(value)},
                         earlier_count);
    }
}

// A later budget of a module replaces an earlier one.
static void set_module_budget(Loader *loader, ManifestModuleBudget budget)
{
    Manifest *out = loader->out;
    for (uint32_t i = 0; i < out->budget.modules.count; i++) {
        if (out->budget.modules.items[i].module == budget.module) {
            out->budget.modules.items[i] = budget;
            return;
        }
    }
    VEC_PUSH(loader->arena, &out->budget.modules, budget);
}

void apply_module_budgets(Loader *loader, const TreeNode *node)
{
    if (!expect_kind(loader, "budget.modules", KEY_TYPE_MODULE_SIZES, node, TREE_MAPPING))
        return;
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->pairs[i].key); i++) {
        const TreeNode *key = node->pairs[i].key;
        ManifestModuleBudget budget = {.place = place_of(node->pairs[i].value)};
        budget.module = apply_name(loader, "a name in budget.modules", KEY_TYPE_MODULE, key);
        apply_size(loader, arena_format(loader->arena, "budget.modules.%s", key->text), KEY_TYPE_SIZE,
                   node->pairs[i].value, &budget.bytes);
        if (budget.module && budget.bytes > 0)
            set_module_budget(loader, budget);
    }
}

// The native already known by these names, or a new one with the defaults.
static ManifestNative *native_entry(Loader *loader, const Name *module, const TreeNode *key,
                                    uint32_t earlier_count)
{
    Manifest *out = loader->out;
    const Name *function = names_intern(loader->names, key->text, key->count);
    for (uint32_t i = 0; i < earlier_count; i++) {
        ManifestNative *native = &out->natives.items[i];
        if (native->module == module && native->function == function)
            return native;
    }
    ManifestNative native = {.module = module, .function = function};
    apply_defaults(loader, "natives.*.*", &native);
    VEC_PUSH(loader->arena, &out->natives, native);
    return &VEC_LAST(&out->natives);
}

static void apply_native_module(Loader *loader, const TreeNode *module, const TreeNode *node,
                                uint32_t earlier_count)
{
    const char *label = arena_format(loader->arena, "natives.%s", module->text);
    if (!expect_kind(loader, label, KEY_TYPE_NATIVE_MODULE, node, TREE_MAPPING))
        return;
    const Name *name = names_intern(loader->names, module->text, module->count);
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->pairs[i].key); i++) {
        const TreeNode *key = node->pairs[i].key;
        const TreeNode *value = node->pairs[i].value;
        if (!value_is_identifier(key->text, key->count)) {
            diag_report(loader->diags, key->source, key->span, DIAG_KEY_BAD_NAME,
                        "a function in natives", "a Python name",
                        tree_describe(loader->arena, key));
            continue;
        }
        const char *key_label = arena_format(loader->arena, "%s.%s", label, key->text);
        if (!expect_kind(loader, key_label, KEY_TYPE_MAPPING, value, TREE_MAPPING))
            continue;
        ManifestNative *native = native_entry(loader, name, key, earlier_count);
        native->place = place_of(key);
        apply_mapping(loader, "natives.*.*", value, native);
    }
}

void apply_natives(Loader *loader, const TreeNode *node)
{
    if (!expect_kind(loader, "natives", KEY_TYPE_NATIVES, node, TREE_MAPPING))
        return;
    uint32_t earlier_count = loader->out->natives.count;
    for (uint32_t i = 0; i < node->count && !loader_is_full(loader, node->pairs[i].key); i++) {
        const TreeNode *key = node->pairs[i].key;
        if (value_is_dotted_name(key->text, key->count))
            apply_native_module(loader, key, node->pairs[i].value, earlier_count);
        else
            diag_report(loader->diags, key->source, key->span, DIAG_KEY_BAD_NAME,
                        "a module in natives", key_type_phrase(KEY_TYPE_MODULE),
                        tree_describe(loader->arena, key));
    }
}
