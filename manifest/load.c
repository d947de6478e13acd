// SPDX-License-Identifier: MIT
// The way of a manifest: defaults, then what it includes in order, then the file itself, then the
// chosen variant of each of these; later values win. Variants that are not chosen are checked too.
#define _POSIX_C_SOURCE 200809L // stat tells whether two paths are one file

#include "manifest.h"

#include "apply.h"

#include <errno.h>
#include <sys/stat.h>

enum { MOST_FILES = 64 };

// Which file a path leads to: two paths may lead to one.
typedef struct {
    bool is_known;
    dev_t device;
    ino_t inode;
} FileId;

// A file being read, linked to the file that includes it.
typedef struct Including {
    const struct Including *outer;
    const char *path;
    FileId id;
} Including;

typedef struct {
    const TreeNode *root; // a mapping
    const char *directory;
    FileId id;
} Layer;

typedef VEC(Layer) Layers;

// The part of a path up to its last slash.
static const char *directory_of(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return arena_copy(arena, path, slash ? (size_t)(slash - path) + 1 : 0);
}

static FileId file_id(const struct stat *info)
{
    return (FileId){true, info->st_dev, info->st_ino};
}

static bool same_file(const FileId *a, const FileId *b)
{
    return a->is_known && b->is_known && a->device == b->device && a->inode == b->inode;
}

static const char *status_text(SourceStatus status)
{
    switch (status) {
    case SOURCE_OK:
        break;
    case SOURCE_NOT_FOUND:
        return "no such file";
    case SOURCE_UNREADABLE:
        return "it cannot be read";
    case SOURCE_TOO_LARGE:
        return "it is too large";
    }
    return "";
}

// Reads an included file. Only regular files are opened: a device or a pipe may never end.
static const char *read_included(Loader *loader, const char *path, Including *file, Source *source)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT || errno == ENOTDIR ? "no such file" : "it cannot be read";
    if (!S_ISREG(info.st_mode))
        return "it is not a file";
    if (info.st_size > TREE_MAX_SIZE)
        return "it is larger than 1 MiB";
    file->id = file_id(&info);
    SourceStatus status = source_read(loader->arena, path, source);
    return status == SOURCE_OK ? NULL : status_text(status);
}

// "a.yaml, b.yaml": the files from the one included again to the one that does it.
static const char *cycle_text(Loader *loader, const Including *from, const Including *first)
{
    const char *text = from->path;
    for (; from != first; from = from->outer)
        text = arena_format(loader->arena, "%s, %s", from->outer->path, text);
    return text;
}

// Whether an open file is the one about to be read; reports it.
static bool is_cycle(Loader *loader, const TreeNode *item, const Including *file)
{
    for (const Including *at = file->outer; at; at = at->outer) {
        if (!same_file(&at->id, &file->id))
            continue;
        diag_report(loader->diags, item->source, item->span, DIAG_INCLUDE_CYCLE,
                    tree_quote(loader->arena, item), cycle_text(loader, file->outer, at));
        return true;
    }
    return false;
}

// Whether a file is a layer already; it counts where it is first included.
static bool is_layer(const Layers *layers, const FileId *id)
{
    for (uint32_t i = 0; i < layers->count; i++)
        if (same_file(&layers->items[i].id, id))
            return true;
    return false;
}

static void add_layer(Loader *loader, Layers *layers, const Source *source, const Including *file);

static void include(Loader *loader, Layers *layers, const TreeNode *item, const Including *outer)
{
    if (loader->out->files.count >= MOST_FILES) {
        diag_report(loader->diags, item->source, item->span, DIAG_INCLUDE_TOO_MANY,
                    (unsigned)MOST_FILES);
        return;
    }
    const char *directory = directory_of(loader->arena, outer->path);
    const char *path = resolve_path(loader, directory, item->text);
    Including file = {.outer = outer, .path = path};
    Source *source = ARENA_NEW(loader->arena, Source);
    const char *failure = read_included(loader, path, &file, source);
    if (failure) {
        diag_report(loader->diags, item->source, item->span, DIAG_INCLUDE_FAILED,
                    tree_quote(loader->arena, item), failure);
        return;
    }
    if (!is_cycle(loader, item, &file) && !is_layer(layers, &file.id))
        add_layer(loader, layers, source, &file);
}

// Reads a file's tree and puts the layers of its includes and its own at the end of the list.
static void add_layer(Loader *loader, Layers *layers, const Source *source, const Including *file)
{
    VEC_PUSH(loader->arena, &loader->out->files, source->path);
    const TreeNode *root = tree_read(loader->arena, loader->diags, source);
    if (!root || !expect_kind(loader, "a manifest", KEY_TYPE_MAPPING, root, TREE_MAPPING))
        return;
    const TreeNode *includes = tree_get(root, "include");
    for (uint32_t i = 0; includes && includes->kind == TREE_LIST && i < includes->count; i++) {
        const TreeNode *item = includes->items[i];
        if (loader_is_full(loader, item))
            break;
        if (check_path(loader, "include[]", KEY_TYPE_PATH, item))
            include(loader, layers, item, file);
    }
    VEC_PUSH(loader->arena, layers,
             (Layer){root, directory_of(loader->arena, source->path), file->id});
}

// Applies the variants of one layer: the chosen one to the manifest, the others to a copy that
// nobody sees.
static bool apply_variants(Loader *loader, const Layer *layer, const char *chosen)
{
    const TreeNode *variants = tree_get(layer->root, "variants");
    bool found = false;
    if (!variants || variants->kind != TREE_MAPPING)
        return false;
    Manifest *out = loader->out;
    Manifest *unseen = ARENA_NEW(loader->arena, Manifest);
    loader->directory = layer->directory;
    loader->in_variant = true;
    for (uint32_t i = 0; i < variants->count && !loader_is_full(loader, variants->pairs[i].key);
         i++) {
        const TreeNode *name = variants->pairs[i].key;
        const TreeNode *changes = variants->pairs[i].value;
        bool is_chosen = chosen && tree_text_is(name, chosen);
        found |= is_chosen;
        loader->out = is_chosen ? out : unseen;
        const char *label =
            arena_format(loader->arena, "variants.%s", tree_quote(loader->arena, name));
        if (expect_kind(loader, label, KEY_TYPE_VARIANT, changes, TREE_MAPPING))
            apply_mapping(loader, "", changes, loader->out);
    }
    loader->out = out;
    loader->in_variant = false;
    return found;
}

static void report_unknown_variant(Loader *loader, const Layers *layers, const char *chosen)
{
    const char *known = "";
    for (uint32_t i = 0; i < layers->count; i++) {
        const TreeNode *variants = tree_get(layers->items[i].root, "variants");
        if (!variants || variants->kind != TREE_MAPPING)
            continue;
        for (uint32_t k = 0; k < variants->count; k++)
            known = arena_format(loader->arena, "%s%s%s", known, known[0] ? ", " : ", there is: ",
                                 tree_quote(loader->arena, variants->pairs[k].key));
    }
    diag_report(loader->diags, NULL, (Span){0, 0}, DIAG_VARIANT_UNKNOWN, chosen, known);
}

static void report_missing(Loader *loader, Place place, const Key *key)
{
    const char *dot = strrchr(key->path, '.');
    diag_report(loader->diags, place.source, place.span, DIAG_KEY_MISSING,
                dot ? dot + 1 : key->path);
}

static void check_required(Loader *loader, const Layer *main_layer)
{
    const Manifest *out = loader->out;
    Place top = {main_layer->root->source, {0, 0}};
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        const Key *key = &key_table[i];
        if (key->fallback || strpbrk(key->path, "*["))
            continue;
        bool is_there = key->id == KEY_FLASHFREEZE ? tree_get(main_layer->root, key->path) != NULL
                                                   : out->places[i].source != NULL;
        if (!is_there)
            report_missing(loader, top, key);
    }
    for (uint32_t i = 0; i < out->natives.count; i++)
        if (!out->natives.items[i].symbol)
            report_missing(loader, out->natives.items[i].place, &key_table[KEY_NATIVE_C]);
}

static bool same_types(const ManifestNative *a, const ManifestNative *b)
{
    return a->returns == b->returns && a->args.count == b->args.count &&
           (a->args.count == 0 ||
            memcmp(a->args.items, b->args.items, a->args.count * sizeof *a->args.items) == 0);
}

// A C function may have several names in Python, but one prototype.
static void check_prototypes(Loader *loader)
{
    const Manifest *out = loader->out;
    for (uint32_t i = 0; i < out->natives.count; i++) {
        const ManifestNative *native = &out->natives.items[i];
        uint32_t k = 0;
        while (k < i && (out->natives.items[k].symbol != native->symbol ||
                         same_types(&out->natives.items[k], native)))
            k++;
        if (k == i || !native->symbol || native->symbol->size == 0)
            continue;
        Place other = out->natives.items[k].place;
        diag_report(loader->diags, native->place.source, native->place.span, DIAG_NATIVE_TYPES,
                    native->symbol->text, source_position(other.source, other.span.start).line,
                    other.source->path);
    }
}

// No two outputs may be one file.
static void check_outputs(Loader *loader, const Source *main_source)
{
    static const KeyId ids[] = {KEY_OUTPUT_C, KEY_OUTPUT_HEADER, KEY_OUTPUT_NEEDS,
                                 KEY_OUTPUT_IMAGE, KEY_OUTPUT_FROZEN, KEY_OUTPUT_ROMFS};
    const Manifest *out = loader->out;
    const char *files[] = {out->outputs.c, out->outputs.header, out->outputs.needs,
                           out->outputs.image, out->outputs.frozen, out->outputs.romfs};
    for (unsigned i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        for (unsigned k = 0; k < i; k++) {
            if (!files[i] || !files[k] || strcmp(files[i], files[k]) != 0)
                continue;
            Place place = out->places[ids[i]];
            if (!place.source)
                place = out->places[ids[k]];
            if (!place.source)
                place.source = main_source;
            diag_report(loader->diags, place.source, place.span, DIAG_OUTPUT_TWICE,
                        key_table[ids[k]].path, key_table[ids[i]].path, files[i]);
        }
    }
}

static void start(Loader *loader, Arena *arena, Names *names, Diagnostics *diags, Manifest *out)
{
    *loader = (Loader){.arena = arena, .names = names, .diags = diags, .out = out, .directory = ""};
    *out = (Manifest){.directory = ""};
}

void manifest_defaults(Arena *arena, Names *names, Manifest *out)
{
    Diagnostics diags = {.arena = arena};
    Loader loader;
    start(&loader, arena, names, &diags, out);
    apply_defaults(&loader, "", out);
}

bool manifest_load_source(Arena *arena, Names *names, Diagnostics *diags, const Source *source,
                          const char *variant, Manifest *out)
{
    uint32_t errors_before = diags->error_count;
    Loader loader;
    start(&loader, arena, names, diags, out);
    out->path = source->path;
    out->directory = directory_of(arena, source->path);
    loader.directory = out->directory;
    apply_defaults(&loader, "", out);

    Including file = {.path = source->path};
    struct stat info;
    if (stat(source->path, &info) == 0)
        file.id = file_id(&info);
    Layers layers = {0};
    add_layer(&loader, &layers, source, &file);
    bool is_whole = layers.count > 0 && VEC_LAST(&layers).root->source == source;
    for (uint32_t i = 0; i < layers.count; i++) {
        loader.directory = layers.items[i].directory;
        apply_mapping(&loader, "", layers.items[i].root, out);
    }
    bool found = false;
    for (uint32_t i = 0; i < layers.count; i++)
        found |= apply_variants(&loader, &layers.items[i], variant);
    if (is_whole && !loader.gave_up) {
        if (variant && !found)
            report_unknown_variant(&loader, &layers, variant);
        check_required(&loader, &VEC_LAST(&layers));
        check_prototypes(&loader);
        check_outputs(&loader, source);
    }
    return diags->error_count == errors_before;
}

bool manifest_load(Arena *arena, Names *names, Diagnostics *diags, const char *path,
                   const char *variant, Manifest *out)
{
    Source *source = ARENA_NEW(arena, Source);
    SourceStatus status = source_read(arena, path, source);
    if (status != SOURCE_OK) {
        *out = (Manifest){.path = path, .directory = ""};
        diag_report(diags, NULL, (Span){0, 0}, DIAG_CANNOT_READ, path, status_text(status));
        return false;
    }
    return manifest_load_source(arena, names, diags, source, variant, out);
}
