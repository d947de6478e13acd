// SPDX-License-Identifier: MIT
// Modules are found in waves: all files known so far are compiled (maybe at once), then their
// imports are looked at in order, which gives the next wave. So the list of modules, and with it
// the image, does not depend on how many threads compile.
//
// A module's name is looked for among the runtime's core modules, the files that the manifest names,
// then as package and as file: a top-level one in the search directories in order, a submodule in its
// package's directory; then among the manifest's natives and in the library, first its modules in C;
// at last a folder without __init__.py will do.
#include "graph.h"

#include "../../manifest/keys.h"
#include "../base/library.h"
#include "files.h"

typedef struct {
    Program *program;
    CompileFiles *compile;
    void *context;
    VEC(ModuleFile *) files;         // not yet compiled
    VEC(LinkedModule *) file_owners; // their modules
    bool failed;
} Graph;

static LinkedModule *require(Graph *graph, const Name *name);

static LinkedModule *add_module(Graph *graph, LinkedKind kind, const Name *name,
                                LinkedModule *parent)
{
    Program *program = graph->program;
    LinkedModule *module = ARENA_NEW(program->arena, LinkedModule);
    module->kind = kind;
    module->name = name;
    module->parent = parent;
    module->index = program->modules.count;
    VEC_PUSH(program->arena, &program->modules, module);
    name_map_add(program->arena, &program->by_name, name, module->index);
    return module;
}

// The last part of a dotted name.
static const char *leaf_of(const Name *name)
{
    const char *dot = strrchr(name->text, '.');
    return dot ? dot + 1 : name->text;
}

// What __file__ says: where the module is below its search directory, the same on every machine.
static const char *file_text(Arena *arena, const Name *module, bool is_package)
{
    char *text = arena_format(arena, "%s%s.py", module->text, is_package ? "/__init__" : "");
    for (uint32_t i = 0; i < module->size; i++)
        if (text[i] == '.')
            text[i] = '/';
    return text;
}

static void queue_file(Graph *graph, LinkedModule *module, const char *path, const Name *name)
{
    Arena *arena = graph->program->arena;
    ModuleFile *file = ARENA_NEW(arena, ModuleFile);
    file->path = path;
    file->module = name->text;
    file->is_package = module->is_package;
    file->is_entry = module->is_entry;
    module->file = file_text(arena, name, module->is_package);
    const LibraryFile *library = library_find(path);
    module->is_closed = library && !library->opens;
    if (module->is_package)
        module->directory = path_directory(arena, path);
    VEC_PUSH(arena, &graph->files, file);
    VEC_PUSH(arena, &graph->file_owners, module);
}

// The file of a module called `leaf` in a directory, NULL when there is none.
static const char *file_in(Arena *arena, const char *directory, const char *leaf, bool *is_package)
{
    const char *folder = path_join(arena, directory, leaf);
    const char *init = path_join(arena, folder, "__init__.py");
    *is_package = path_is_file(init);
    if (*is_package)
        return init;
    const char *file = path_join(arena, directory, arena_format(arena, "%s.py", leaf));
    return path_is_file(file) ? file : NULL;
}

// A module of the manifest that has its file named there.
static const ManifestModule *listed_file(const Program *program, const Name *name)
{
    for (uint32_t i = 0; i < program->manifest->modules.count; i++) {
        const ManifestModule *module = &program->manifest->modules.items[i];
        if (module->kind == MANIFEST_FILE && strcmp(module->name->text, name->text) == 0)
            return module;
    }
    return NULL;
}

// MicroPython takes a directory without __init__.py for a package too.
static const char *find_in_folder(const Program *program, const Name *name, bool *is_package)
{
    char *file = arena_copy(program->arena, name->text, name->size);
    for (char *at = file; *at; at++)
        if (*at == '.')
            *at = '/';
    for (uint32_t i = 0; i < program->manifest->search.count; i++) {
        const char *path = file_in(program->arena, program->manifest->search.items[i].path, file,
                                   is_package);
        if (path)
            return path;
    }
    return NULL;
}

static const char *find_file(Graph *graph, const LinkedModule *parent, const Name *name,
                             bool *is_package)
{
    Program *program = graph->program;
    const ManifestModule *listed = listed_file(program, name);
    if (listed) {
        *is_package = strcmp(path_base(listed->path), "__init__.py") == 0;
        return listed->path;
    }
    const char *leaf = leaf_of(name);
    if (!parent && *leaf && leaf != name->text)
        return find_in_folder(program, name, is_package);
    // For MicroPython a package that is listed file by file has only the files listed.
    if (parent && program->for_micropython && listed_file(program, parent->name))
        return NULL;
    if (parent)
        return parent->directory ? file_in(program->arena, parent->directory, leaf, is_package)
                                 : NULL;
    for (uint32_t i = 0; i < program->manifest->search.count; i++) {
        const char *directory = program->manifest->search.items[i].path;
        const char *path = file_in(program->arena, directory, leaf, is_package);
        if (path)
            return path;
    }
    return NULL;
}

// A folder without __init__.py, which is a package when nothing else has its name: its path ends in
// '/' and stands for an empty file (compile.c). NULL when there is none.
static const char *find_folder(Graph *graph, const LinkedModule *parent, const Name *name)
{
    Program *program = graph->program;
    const char *leaf = leaf_of(name);
    uint32_t count = parent ? 1 : program->manifest->search.count;
    for (uint32_t i = 0; i < count; i++) {
        const char *directory = parent ? parent->directory
                                       : program->manifest->search.items[i].path;
        const char *folder = directory ? path_join(program->arena, directory, leaf) : NULL;
        if (folder && path_is_directory(folder))
            return arena_format(program->arena, "%s/", folder);
    }
    return NULL;
}

static bool is_bound_module(const Program *program, const Name *name)
{
    for (uint32_t i = 0; i < program->manifest->natives.count; i++) {
        const Name *module = program->manifest->natives.items[i].module;
        if (strncmp(module->text, name->text, name->size) == 0 &&
            (module->text[name->size] == 0 || module->text[name->size] == '.'))
            return true;
    }
    return false;
}

// A file of the user that nobody can import because the runtime has a module of its name.
static void warn_if_hidden(Graph *graph, const Name *name)
{
    bool is_package;
    const char *path = find_file(graph, NULL, name, &is_package);
    if (path)
        diag_report(graph->program->diags, NULL, (Span){0}, DIAG_MODULE_HIDDEN, path, name->text);
}

// Modules that a file of the same name does not replace, as in CPython.
static bool is_core(const Name *name)
{
    static const char *const core[] = {"builtins", "gc", "math", "sys", "time"};
    for (size_t i = 0; i < sizeof core / sizeof core[0]; i++)
        if (name_is(name, core[i]))
            return true;
    return false;
}

static LinkedModule *find_module(Graph *graph, LinkedModule *parent, const Name *name)
{
    Program *program = graph->program;
    bool is_native = !parent && !program->for_micropython && catalogue_has_module(name->text);
    if (is_native && is_core(name)) {
        warn_if_hidden(graph, name);
        return add_module(graph, LINKED_NATIVE, name, NULL);
    }
    bool is_package = false;
    const char *path = find_file(graph, parent, name, &is_package);
    if (!path && is_bound_module(program, name))
        return add_module(graph, LINKED_BOUND, name, parent);
    if (!path && is_native)
        return add_module(graph, LINKED_NATIVE, name, NULL);
    if (!path && !parent && !program->for_micropython)
        path = file_in(program->arena, LIBRARY_DIRECTORY, name->text, &is_package);
    if (!path) {
        path = find_folder(graph, parent, name);
        is_package = path != NULL;
    }
    if (!path)
        return NULL;
    LinkedModule *module = add_module(graph, LINKED_PYTHON, name, parent);
    module->is_package = is_package;
    queue_file(graph, module, path, name);
    return module;
}

// The module of that name, found now or before; NULL when there is none.
static LinkedModule *require(Graph *graph, const Name *name)
{
    Program *program = graph->program;
    LinkedModule *known = program_find(program, name);
    if (known || name_map_has(&program->missing, name))
        return known;
    LinkedModule *parent = NULL;
    const char *dot = strrchr(name->text, '.');
    if (dot) {
        size_t size = (size_t)(dot - name->text);
        parent = require(graph, names_intern(program->names, name->text, size));
    }
    bool is_alone = dot && !parent && !program->for_micropython;
    LinkedModule *module = is_alone ? NULL : find_module(graph, parent, name);
    if (!module)
        name_map_add(program->arena, &program->missing, name, 0);
    return module;
}

// ", did you mean 'x'?" for a word that is near, else "".
static const char *module_hint(Graph *graph, const Name *name)
{
    Arena *arena = graph->program->arena;
    VEC(const char *) words = {0};
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++)
        if (catalogue_native(i)->module && catalogue_native(i)->module[0] != '_')
            VEC_PUSH(arena, &words, catalogue_native(i)->module);
    for (unsigned i = 0; i < library_count; i++) {
        const char *path = library_files[i].path;
        size_t size = strcspn(path, "./");
        bool is_module = strcmp(path + size, ".py") == 0 || strcmp(path + size, "/__init__.py") == 0;
        if (is_module && path[0] != '_')
            VEC_PUSH(arena, &words, arena_copy(arena, path, size));
    }
    const char *near = nearest_word(words.items, words.count, name->text, name->size);
    return near ? arena_format(arena, ", did you mean '%s'?", near) : "";
}

static const char *search_text(const Program *program)
{
    const char *text = "";
    for (uint32_t i = 0; i < program->manifest->search.count; i++) {
        const char *path = program->manifest->search.items[i].path;
        text = arena_format(program->arena, "%s%s'%s'", text, i ? ", " : "", *path ? path : ".");
    }
    return *text ? text : "no directory";
}

static void follow_import(Graph *graph, const LinkedModule *from, const IrImport *import)
{
    Program *program = graph->program;
    const Name *name = program_name(program, import->module);
    const LinkedModule *module = require(graph, name);
    if (!module && !import->is_guarded && !program->for_micropython) {
        uint32_t errors = program->diags->error_count;
        diag_report(program->diags, from->ir->source, import->span, DIAG_MODULE_NOT_FOUND,
                    name->text, module_hint(graph, name), search_text(program));
        if (program->diags->error_count > errors) {
            diag_hint(program->diags, "-Wno-error=missing-module: ImportError when the program runs");
            graph->failed = true;
        }
    }
    if (!module || !import->attribute || module->kind != LINKED_PYTHON)
        return;
    // `from package import submodule`
    const char *full = arena_format(program->arena, "%s.%s", name->text, import->attribute->text);
    if (module->is_package)
        require(graph, names_intern_z(program->names, full));
}

static void compile_wave(Graph *graph)
{
    Program *program = graph->program;
    uint32_t count = graph->files.count;
    ModuleFile **files = graph->files.items;
    LinkedModule **owners = graph->file_owners.items;
    graph->files.items = NULL;
    graph->files.count = graph->files.capacity = 0;
    graph->file_owners.items = NULL;
    graph->file_owners.count = graph->file_owners.capacity = 0;
    graph->compile(graph->context, files, count);
    for (uint32_t i = 0; i < count; i++) {
        owners[i]->ir = files[i]->ir;
        if (!files[i]->ir) {
            graph->failed = true;
            continue;
        }
        for (uint32_t k = 0; k < files[i]->ir->imports.count; k++)
            follow_import(graph, owners[i], &files[i]->ir->imports.items[k]);
        for (uint32_t k = 0; k < files[i]->ir->star_imports.count; k++)
            require(graph, program_name(program, files[i]->ir->star_imports.items[k]));
    }
}

static bool add_entry(Graph *graph, const char *entry_path)
{
    Program *program = graph->program;
    const Name *name = program->manifest->entry;
    bool is_package = false;
    const char *path = entry_path;
    LinkedModule *parent = NULL;
    if (!path) {
        const char *dot = strrchr(name->text, '.');
        if (dot)
            parent = require(graph, names_intern(program->names, name->text,
                                                 (size_t)(dot - name->text)));
        path = dot && !parent ? NULL : find_file(graph, parent, name, &is_package);
    }
    if (!path) {
        const Place *place = &program->manifest->places[KEY_ENTRY];
        diag_report(program->diags, place->source, place->span, DIAG_ENTRY_NOT_FOUND, name->text,
                    search_text(program));
        return false;
    }
    const Name *as = program->for_micropython ? name : names_intern_z(program->names, "__main__");
    LinkedModule *entry = add_module(graph, LINKED_PYTHON, as, parent);
    entry->is_entry = true;
    entry->is_package = is_package;
    queue_file(graph, entry, path, name);
    return true;
}

// Every module in a package's directory and the packages below it.
static void add_package(Graph *graph, const ManifestModule *listed, const Name *name)
{
    Program *program = graph->program;
    for (uint32_t i = 0; i < listed->exclude.count; i++)
        if (strcmp(listed->exclude.items[i].name->text, name->text) == 0)
            return;
    const LinkedModule *package = require(graph, name);
    if (!package || package->kind != LINKED_PYTHON || !package->directory)
        return;
    PathList list = {0};
    path_list(program->arena, package->directory, &list);
    for (uint32_t i = 0; i < list.count; i++) {
        const char *entry = list.items[i];
        size_t size = strlen(entry);
        bool is_source = size > 3 && strcmp(entry + size - 3, ".py") == 0;
        if (strcmp(entry, "__init__.py") == 0 || strcmp(entry, "__pycache__") == 0)
            continue;
        const char *folder = path_join(program->arena, package->directory, entry);
        if (!is_source && !path_is_file(path_join(program->arena, folder, "__init__.py")))
            continue;
        int shown = (int)(is_source ? size - 3 : size);
        const char *full =
            arena_format(program->arena, "%s.%.*s", name->text, shown, entry);
        add_package(graph, listed, names_intern_z(program->names, full));
    }
}

// Modules that the manifest lists are part of the program whether or not code imports them.
static void add_listed(Graph *graph)
{
    Program *program = graph->program;
    for (uint32_t i = 0; i < program->manifest->modules.count; i++) {
        const ManifestModule *listed = &program->manifest->modules.items[i];
        const Name *name = program_name(program, listed->name);
        if (!require(graph, name)) {
            diag_report(program->diags, listed->place.source, listed->place.span,
                        DIAG_LISTED_NOT_FOUND, name->text, search_text(program));
            graph->failed = true;
        } else if (listed->kind == MANIFEST_PACKAGE) {
            add_package(graph, listed, name);
        }
    }
}

// A name of the manifest's natives that a module of another kind has already.
static void check_bound(Graph *graph)
{
    Program *program = graph->program;
    for (uint32_t i = 0; i < program->manifest->natives.count; i++) {
        const ManifestNative *native = &program->manifest->natives.items[i];
        const LinkedModule *module =
            program_find(program, program_name(program, native->module));
        bool is_taken = module ? module->kind != LINKED_BOUND
                               : catalogue_has_module(native->module->text);
        if (!is_taken)
            continue;
        diag_report(program->diags, native->place.source, native->place.span,
                    DIAG_NATIVE_MODULE_TAKEN, native->module->text);
        graph->failed = true;
    }
}

bool graph_build(Program *program, const char *entry_path, CompileFiles *compile, void *context)
{
    Graph graph = {.program = program, .compile = compile, .context = context};
    if (!add_entry(&graph, entry_path))
        return false;
    add_listed(&graph);
    while (graph.files.count > 0)
        compile_wave(&graph);
    check_bound(&graph);
    return !graph.failed;
}
