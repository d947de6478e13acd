// SPDX-License-Identifier: MIT
// The modules are those that the entry and the manifest's modules import, as far as there are files;
// the others are taken for the firmware's.
#define _POSIX_C_SOURCE 200809L
#include "build_micropython.h"

#include "../base/threads.h"
#include "../emit/emit.h"
#include "../emit/output.h"
#include "../link/graph.h"
#include "../micropython/romfs.h"
#include "mpy_file.h"
#include "mpy_files.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct {
    Session *session;
    MpySet set;
    MpySetOptions options;
    FrozenFirmware firmware;
    PathList targets;
    bool is_good;
} Build;

// pkg.mod is pkg/mod.py on the device.
static const char *file_name(Arena *arena, const ModuleFile *file)
{
    char *name = arena_format(arena, "%s%s.py", file->module, file->is_package ? "/__init__" : "");
    size_t size = strlen(file->module);
    for (size_t i = 0; i < size; i++)
        if (name[i] == '.')
            name[i] = '/';
    return name;
}

static void compile_wave(void *context, ModuleFile *const *files, uint32_t count)
{
    Build *build = context;
    Arena *arena = &build->session->arena;
    MpyItems items = {0};
    uint32_t first = build->set.modules.count;
    for (uint32_t i = 0; i < count; i++) {
        MpyItem item = {.name = file_name(arena, files[i]),
                        .path = files[i]->path,
                        .module = files[i]->module,
                        .is_package = files[i]->is_package};
        VEC_PUSH(arena, &items, item);
    }
    build->is_good = mpy_set_add(&build->set, &items, &build->options) && build->is_good;
    for (uint32_t i = 0; i < count; i++) {
        MpySetModule *module = build->set.modules.items[first + i];
        files[i]->ir = module->is_good ? &module->unit.ir : NULL;
    }
}

static void set_options(Build *build)
{
    Session *session = build->session;
    const Manifest *manifest = &session->manifest;
    Arena *arena = &session->arena;
    NamedConstant *constants = ARENA_NEW_ARRAY(arena, NamedConstant, manifest->constants.count + 1);
    for (uint32_t i = 0; i < manifest->constants.count; i++)
        constants[i] = (NamedConstant){manifest->constants.items[i].name->text,
                                       manifest->constants.items[i].value};
    const char **keep = ARENA_NEW_ARRAY(arena, const char *, manifest->strip.keep.count + 1);
    for (uint32_t i = 0; i < manifest->strip.keep.count; i++)
        keep[i] = manifest->strip.keep.items[i].name->text;
    static const Rename renames[] = {[STRIP_NAMES_NONE] = RENAME_NONE,
                                     [STRIP_NAMES_PRIVATE] = RENAME_PRIVATE,
                                     [STRIP_NAMES_ALL] = RENAME_ALL};
    build->options = (MpySetOptions){
        .warnings = mpy_warnings(),
        .constants = constants,
        .constant_count = manifest->constants.count,
        .int_bits = 31,
        .threads = thread_count(),
        .keeps_asserts = !manifest->strip.asserts,
        .lines = manifest->strip.lines != LINES_NONE,
        .closed = {.drops = manifest->strip.unused,
                   .rename = renames[manifest->strip.names],
                   .keep = keep,
                   .keep_count = manifest->strip.keep.count,
                   .firmware = manifest->firmware_qstrs ? &build->firmware : NULL},
    };
}

static void find_modules(Build *build)
{
    Session *session = build->session;
    Program program = {.arena = &session->arena,
                       .names = &session->names,
                       .diags = &session->diags,
                       .manifest = &session->manifest,
                       .for_micropython = true};
    build->is_good = graph_build(&program, session->options.entry_path, compile_wave, build) &&
                     build->is_good;
}

static void take_messages(Build *build)
{
    Diagnostics *all = &build->session->diags;
    for (uint32_t i = 0; i < build->set.modules.count; i++) {
        const Diagnostics *diags = &build->set.modules.items[i]->unit.diags;
        for (uint32_t k = 0; k < diags->list.count; k++) {
            Diag diag = diags->list.items[k];
            diag.order = all->list.count;
            VEC_PUSH(all->arena, &all->list, diag);
        }
        all->error_count += diags->error_count;
    }
}

static const char *target(Build *build, const char *directory, const char *name)
{
    const char *path = path_join(&build->session->arena, directory, name);
    VEC_PUSH(&build->session->arena, &build->targets, path);
    return path;
}

static void write_modules(Build *build, const char *directory)
{
    Session *session = build->session;
    for (uint32_t i = 0; build->is_good && i < build->set.modules.count; i++) {
        const MpySetModule *module = build->set.modules.items[i];
        const char *name = module->item.name;
        target(build, directory,
               arena_format(&session->arena, "%.*s.mpy", (int)strlen(name) - 3, name));
        build->is_good =
            mpy_files_write_module(&session->arena, &session->diags, module, directory);
    }
}

static void write_frozen(Build *build, const char *path)
{
    Session *session = build->session;
    build->is_good = mpy_files_write_frozen(&session->arena, &session->names, &session->diags,
                                            &build->set, &build->firmware, path);
}

static int by_name(const void *a, const void *b)
{
    const MpySetModule *const *left = a;
    const MpySetModule *const *right = b;
    return strcmp((*left)->item.name, (*right)->item.name);
}

// Records of the modules from `next` on whose names begin with `prefix`, in order of their names.
static uint32_t add_records(Build *build, MpySetModule **modules, uint32_t next, const char *prefix,
                            Bytes *out)
{
    Arena *arena = &build->session->arena;
    size_t size = strlen(prefix);
    while (next < build->set.modules.count &&
           strncmp(modules[next]->item.name, prefix, size) == 0) {
        const char *rest = modules[next]->item.name + size;
        const char *slash = strchr(rest, '/');
        Bytes inner = {0};
        if (slash) {
            const char *folder = arena_copy(arena, rest, (size_t)(slash - rest));
            next = add_records(build, modules, next, arena_format(arena, "%s%s/", prefix, folder),
                               &inner);
            romfs_directory(arena, out, folder, &inner);
            continue;
        }
        mpy_write(arena, &modules[next]->code, &modules[next]->input.options, &inner);
        const char *name = arena_format(arena, "%.*s.mpy", (int)strlen(rest) - 3, rest);
        romfs_file(arena, out, name, inner.items, inner.count);
        next++;
    }
    return next;
}

static void write_romfs(Build *build, const char *path)
{
    Session *session = build->session;
    uint32_t count = build->set.modules.count;
    MpySetModule **modules = ARENA_NEW_ARRAY(&session->arena, MpySetModule *, count + 1);
    if (count)
        memcpy(modules, build->set.modules.items, count * sizeof *modules);
    qsort(modules, count, sizeof *modules, by_name);
    Bytes records = {0};
    Bytes image = {0};
    add_records(build, modules, 0, "", &records);
    romfs_image(&session->arena, &image, &records);
    Output output;
    output_open(&output, &session->diags, path);
    fwrite(image.items, 1, image.count, output.stream);
    build->is_good = output_close(&output);
}

static void write_depfile(Build *build, const char *path)
{
    Session *session = build->session;
    PathList files = {0};
    for (uint32_t i = 0; i < session->manifest.files.count; i++)
        VEC_PUSH(&session->arena, &files, session->manifest.files.items[i]);
    for (uint32_t i = 0; i < build->set.modules.count; i++)
        VEC_PUSH(&session->arena, &files, build->set.modules.items[i]->item.path);
    Output output;
    output_open(&output, &session->diags, path);
    emit_depfile(&build->targets, &files, output.stream);
    build->is_good = output_close(&output);
}

static void write_all(Build *build, const char *directory, const char *depfile)
{
    Session *session = build->session;
    const Manifest *manifest = &session->manifest;
    if (!output_directory(&session->diags, directory))
        return;
    if (manifest->outputs.mpy)
        write_modules(build, directory);
    if (manifest->outputs.frozen && build->is_good)
        write_frozen(build, target(build, directory, manifest->outputs.frozen));
    if (manifest->outputs.romfs && build->is_good)
        write_romfs(build, target(build, directory, manifest->outputs.romfs));
    if (manifest->strip.names == STRIP_NAMES_ALL && build->is_good)
        build->is_good = mpy_files_write_names(&session->diags, target(build, directory, "names.txt"),
                                               &build->set);
    if (depfile && build->is_good)
        write_depfile(build, depfile);
}

static void report(const Build *build)
{
    uint32_t total = 0;
    Arena arena = {0};
    for (uint32_t i = 0; i < build->set.modules.count; i++) {
        const MpySetModule *module = build->set.modules.items[i];
        Bytes bytes = {0};
        mpy_write(&arena, &module->code, &module->input.options, &bytes);
        printf("%8u  %s\n", (unsigned)bytes.count, module->item.name);
        total += bytes.count;
    }
    printf("%8u bytes as .mpy files, %u modules\n", (unsigned)total,
           (unsigned)build->set.modules.count);
    arena_free(&arena);
}

void build_micropython(Session *session, const char *directory, const char *depfile)
{
    const Manifest *manifest = &session->manifest;
    Build build = {.session = session, .is_good = true};
    bool needs_firmware = manifest->outputs.frozen || manifest->firmware_qstrs;
    if (needs_firmware &&
        !mpy_files_read_firmware(&session->arena, &session->names, &session->diags,
                                 manifest->firmware_qstrs, &build.firmware))
        return;
    set_options(&build);
    find_modules(&build);
    build.is_good = build.is_good && mpy_set_finish(&build.set, &build.options);
    take_messages(&build);
    session_print(session); // their texts are in the modules' memory
    if (build.is_good)
        write_all(&build, directory ? directory : manifest->outputs.dir, depfile);
    if (build.is_good)
        report(&build);
    mpy_set_free(&build.set);
}
