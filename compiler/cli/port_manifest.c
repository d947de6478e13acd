// SPDX-License-Identifier: MIT
// Each statement is a call; a table says what its name does.
#include "port_manifest.h"

#include "../link/files.h"
#include "../syntax/parser.h"

enum { MOST_INCLUDES = 64 }; // within one another

typedef struct {
    PortManifest *manifest;
    const Source *source;
    const char *directory; // of the manifest
    const NodeCall *call;
    Span span;
} Call;

static void cannot(const Call *call, const char *what)
{
    diag_report(call->manifest->diags, call->source, call->span, DIAG_PORT_MANIFEST_SKIPPED, what);
}

static void not_found(const Call *call, const char *what)
{
    diag_report(call->manifest->diags, call->source, call->span, DIAG_PORT_MANIFEST_MISSING, what);
}

// ---- arguments

// The argument that is given by position or by name; NULL when it is neither.
static const Expr *argument(const Call *call, uint32_t position, const char *name)
{
    for (uint32_t i = 0; i < call->call->keywords.count; i++) {
        const Keyword *keyword = call->call->keywords.items[i];
        if (keyword->arg && name_is(keyword->arg, name))
            return keyword->value;
    }
    return position < call->call->args.count ? call->call->args.items[position] : NULL;
}

static const char *text_of(const Expr *expr)
{
    bool is_text = expr && expr->kind == EXPR_CONSTANT && expr->constant.value->kind == CONSTANT_STR;
    return is_text ? expr->constant.value->text.bytes : NULL;
}

static bool is_true(const Expr *expr)
{
    return expr && expr->kind == EXPR_CONSTANT && constant_is_true(expr->constant.value);
}

// The texts of a list, a tuple or one text. False when there are other things in it.
static bool texts_of(const Call *call, const Expr *expr, PathList *out)
{
    if (text_of(expr)) {
        VEC_PUSH(call->manifest->arena, out, text_of(expr));
        return true;
    }
    const ExprList *items = expr->kind == EXPR_TUPLE  ? &expr->tuple.elts
                            : expr->kind == EXPR_LIST ? &expr->list.elts
                                                      : NULL;
    if (expr->kind == EXPR_CONSTANT && expr->constant.value->kind == CONSTANT_TUPLE) {
        const Constant *tuple = expr->constant.value;
        for (uint32_t i = 0; i < tuple->items.count; i++) {
            if (tuple->items.items[i]->kind != CONSTANT_STR)
                return false;
            VEC_PUSH(call->manifest->arena, out, tuple->items.items[i]->text.bytes);
        }
        return true;
    }
    for (uint32_t i = 0; items && i < items->count; i++) {
        if (!text_of(items->items[i]))
            return false;
        VEC_PUSH(call->manifest->arena, out, text_of(items->items[i]));
    }
    return items != NULL;
}

// The text with $(NAME) replaced, below the manifest's directory. NULL when a name is not known.
static const char *path_of(const Call *call, const char *text)
{
    PortManifest *manifest = call->manifest;
    const char *path = "";
    while (*text) {
        const char *dollar = strstr(text, "$(");
        const char *end = dollar ? strchr(dollar, ')') : NULL;
        if (!end) {
            path = arena_format(manifest->arena, "%s%s", path, text);
            break;
        }
        const char *name = arena_copy(manifest->arena, dollar + 2, (size_t)(end - dollar) - 2);
        const char *value = NULL;
        for (uint32_t i = 0; i < manifest->variables.count; i++)
            if (strcmp(manifest->variables.items[i].name, name) == 0)
                value = manifest->variables.items[i].value;
        if (!value) {
            not_found(call, arena_format(manifest->arena, "a value for $(%s): give one with -v", name));
            return NULL;
        }
        path = arena_format(manifest->arena, "%s%.*s%s", path, (int)(dollar - text), text, value);
        text = end + 1;
    }
    if (strcmp(path, ".") == 0)
        return *call->directory ? call->directory : ".";
    return *path == '/' ? path : path_join(manifest->arena, call->directory, path);
}

// The argument as a path, `fallback` when there is none; NULL after reporting.
static const char *path_argument(const Call *call, uint32_t position, const char *name,
                                 const char *fallback)
{
    const Expr *expr = argument(call, position, name);
    const char *text = expr ? text_of(expr) : fallback;
    if (!text) {
        cannot(call, "an argument that is no text");
        return NULL;
    }
    return path_of(call, text);
}

// ---- files

static bool is_python(const char *name)
{
    size_t size = strlen(name);
    return size > 3 && strcmp(name + size - 3, ".py") == 0;
}

static void add_file(const Call *call, const char *path, const char *target)
{
    PortManifest *manifest = call->manifest;
    if (!path_is_file(path)) {
        not_found(call, arena_format(manifest->arena, "'%s'", path));
        return;
    }
    for (uint32_t i = 0; i < manifest->items.count; i++)
        if (strcmp(manifest->items.items[i].name, target) == 0)
            return; // the first one counts
    MpyItem item = {.name = target, .path = path};
    VEC_PUSH(manifest->arena, &manifest->items, item);
}

static void add_directory(const Call *call, const char *path, const char *prefix)
{
    Arena *arena = call->manifest->arena;
    PathList entries = {0};
    path_list(arena, path, &entries);
    for (uint32_t i = 0; i < entries.count; i++) {
        const char *name = entries.items[i];
        const char *inner = path_join(arena, path, name);
        if (is_python(name) && path_is_file(inner))
            add_file(call, inner, arena_format(arena, "%s%s", prefix, name));
        else if (path_is_directory(inner))
            add_directory(call, inner, arena_format(arena, "%s%s/", prefix, name));
    }
}

// ---- the functions

static void read_file(PortManifest *manifest, const char *path);

static void do_freeze(const Call *call)
{
    const char *path = path_argument(call, 0, "path", NULL);
    const Expr *script = argument(call, 1, "script");
    bool is_all = !script || (script->kind == EXPR_CONSTANT &&
                              script->constant.value->kind == CONSTANT_NONE);
    PathList scripts = {0};
    if (!path)
        return;
    if (is_all) {
        if (!path_is_directory(path))
            not_found(call, arena_format(call->manifest->arena, "'%s'", path));
        add_directory(call, path, "");
        return;
    }
    if (!texts_of(call, script, &scripts)) {
        cannot(call, "a list of other things than texts");
        return;
    }
    for (uint32_t i = 0; i < scripts.count; i++) {
        const char *name = scripts.items[i];
        const char *file = path_join(call->manifest->arena, path, name);
        if (path_is_directory(file))
            add_directory(call, file, arena_format(call->manifest->arena, "%s/", name));
        else if (is_python(name))
            add_file(call, file, name);
        else
            cannot(call, arena_format(call->manifest->arena, "'%s', which is no Python file,", name));
    }
}

static void do_module(const Call *call)
{
    const char *name = text_of(argument(call, 0, "module_path"));
    const char *base = path_argument(call, 1, "base_path", ".");
    if (!name)
        cannot(call, "an argument that is no text");
    else if (base)
        add_file(call, path_join(call->manifest->arena, base, name), name);
}

static void do_package(const Call *call)
{
    Arena *arena = call->manifest->arena;
    const char *name = text_of(argument(call, 0, "package_path"));
    const Expr *files = argument(call, 1, "files");
    const char *base = path_argument(call, 2, "base_path", ".");
    PathList list = {0};
    if (!name)
        cannot(call, "an argument that is no text");
    if (!name || !base)
        return;
    const char *path = path_join(arena, base, name);
    bool is_all = !files || (files->kind == EXPR_CONSTANT &&
                             files->constant.value->kind == CONSTANT_NONE);
    if (is_all) {
        if (!path_is_directory(path))
            not_found(call, arena_format(arena, "'%s'", path));
        add_directory(call, path, arena_format(arena, "%s/", name));
    } else if (texts_of(call, files, &list)) {
        for (uint32_t i = 0; i < list.count; i++)
            add_file(call, path_join(arena, path, list.items[i]),
                     arena_format(arena, "%s/%s", name, list.items[i]));
    } else {
        cannot(call, "a list of other things than texts");
    }
}

static void do_include(const Call *call)
{
    const char *path = path_argument(call, 0, "manifest_path", NULL);
    if (!path)
        return;
    if (path_is_directory(path))
        path = path_join(call->manifest->arena, path, "manifest.py");
    if (path_is_file(path))
        read_file(call->manifest, path);
    else
        not_found(call, arena_format(call->manifest->arena, "'%s'", path));
}

// The manifest of the package called `name` in the directory or below; NULL when there is none.
static const char *find_package(Arena *arena, const char *directory, const char *name)
{
    PathList entries = {0};
    path_list(arena, directory, &entries);
    for (uint32_t i = 0; i < entries.count; i++) {
        const char *inner = path_join(arena, directory, entries.items[i]);
        const char *manifest = path_join(arena, inner, "manifest.py");
        if (entries.items[i][0] == '.' || !path_is_directory(inner))
            continue;
        if (strcmp(entries.items[i], name) == 0 && path_is_file(manifest))
            return manifest;
        const char *below = find_package(arena, inner, name);
        if (below)
            return below;
    }
    return NULL;
}

static void do_require(const Call *call)
{
    PortManifest *manifest = call->manifest;
    const char *name = text_of(argument(call, 0, "name"));
    const Expr *library = argument(call, UINT32_MAX, "library");
    bool for_unix = is_true(argument(call, UINT32_MAX, "unix_ffi"));
    if (!name) {
        cannot(call, "an argument that is no text");
        return;
    }
    for (uint32_t pass = for_unix ? 0 : 1; pass < 2; pass++)
        for (uint32_t i = 0; i < manifest->libraries.count; i++) {
            const PortLibrary *place = &manifest->libraries.items[i];
            bool is_unix = place->name && strcmp(place->name, "unix-ffi") == 0;
            bool is_asked = library ? place->name && text_of(library) &&
                                          strcmp(place->name, text_of(library)) == 0
                                    : is_unix == (pass == 0);
            const char *path = is_asked ? find_package(manifest->arena, place->path, name) : NULL;
            if (path) {
                read_file(manifest, path);
                return;
            }
        }
    not_found(call, arena_format(manifest->arena, "a package '%s' in the libraries", name));
}

static void do_add_library(const Call *call)
{
    const char *name = text_of(argument(call, 0, "library"));
    const char *path = path_argument(call, 1, "library_path", NULL);
    if (name && path)
        VEC_PUSH(call->manifest->arena, &call->manifest->libraries, (PortLibrary){name, path});
}

static void do_nothing(const Call *call) { (void)call; }

static const struct {
    const char *name;
    void (*run)(const Call *call);
} functions[] = {
    {"freeze", do_freeze},     {"freeze_as_mpy", do_freeze}, {"module", do_module},
    {"package", do_package},   {"include", do_include},      {"require", do_require},
    {"metadata", do_nothing},  {"add_library", do_add_library},
};

static void run_statement(PortManifest *manifest, const Source *source, const char *directory,
                          const Stmt *stmt)
{
    Call call = {.manifest = manifest, .source = source, .directory = directory, .span = stmt->span};
    const Expr *expr = stmt->kind == STMT_EXPR ? stmt->expr.value : NULL;
    if (stmt->kind == STMT_PASS || (expr && expr->kind == EXPR_CONSTANT))
        return;
    if (!expr || expr->kind != EXPR_CALL || expr->call.func->kind != EXPR_NAME) {
        cannot(&call, "this statement");
        return;
    }
    call.call = &expr->call;
    const Name *name = expr->call.func->name.id;
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        if (name_is(name, functions[i].name)) {
            functions[i].run(&call);
            return;
        }
    cannot(&call, arena_format(manifest->arena, "%s()", name->text));
}

static void read_file(PortManifest *manifest, const char *path)
{
    Arena *arena = manifest->arena;
    const Name *key = names_intern_z(&manifest->names, path);
    if (name_map_has(&manifest->included, key))
        return;
    name_map_add(arena, &manifest->included, key, 0);
    Source *source = ARENA_NEW(arena, Source);
    Module tree = {0};
    if (manifest->depth >= MOST_INCLUDES || source_read(arena, path, source) != SOURCE_OK) {
        diag_report(manifest->diags, NULL, (Span){0}, DIAG_CANNOT_READ, path,
                    manifest->depth < MOST_INCLUDES ? "reading it fails" : "it is included too deeply");
        return;
    }
    if (!parse_module(arena, &manifest->names, manifest->diags, source, &tree))
        return;
    manifest->depth++;
    const char *directory = path_directory(arena, path);
    for (uint32_t i = 0; i < tree.body.count; i++)
        run_statement(manifest, source, directory, tree.body.items[i]);
    manifest->depth--;
}

bool port_manifest_variable(PortManifest *manifest, const char *text)
{
    static const char *const parts[] = {"micropython", "python-stdlib", "python-ecosys", "unix-ffi"};
    Arena *arena = manifest->arena;
    const char *equals = strchr(text, '=');
    if (!equals)
        return false;
    PortVariable variable = {arena_copy(arena, text, (size_t)(equals - text)), equals + 1};
    VEC_PUSH(arena, &manifest->variables, variable);
    if (strcmp(variable.name, "MPY_LIB_DIR") == 0)
        for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
            const char *name = i < 3 ? NULL : parts[i];
            VEC_PUSH(arena, &manifest->libraries,
                     (PortLibrary){name, path_join(arena, variable.value, parts[i])});
        }
    return true;
}

bool port_manifest_read(PortManifest *manifest, const char *path)
{
    uint32_t errors_before = manifest->diags->error_count;
    if (path_is_directory(path))
        path = path_join(manifest->arena, path, "manifest.py");
    read_file(manifest, path);
    return manifest->diags->error_count == errors_before;
}
