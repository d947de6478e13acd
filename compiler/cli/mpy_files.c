// SPDX-License-Identifier: MIT
// Files are found in the order of their names.
#define _POSIX_C_SOURCE 200809L
#include "mpy_files.h"

#include "../base/threads.h"
#include "../emit/output.h"
#include "command.h"
#include "mpy_file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool mpy_files_option(MpyFiles *files, int option)
{
    files->diags.arena = &files->arena;
    switch (option) {
    case 'O':
        files->level = (uint32_t)(*optarg - '0');
        return *optarg >= '0' && *optarg <= '3' && !optarg[1];
    case OPT_CLOSED_WORLD:
        files->drops = files->shortens = true;
        return true;
    case OPT_SHORT_NAMES:
        files->shortens = true;
        return true;
    case OPT_KEEP:
        VEC_PUSH(&files->arena, &files->keep, optarg);
        return true;
    case OPT_NAMES:
        files->names = optarg;
        return true;
    default:
        return false;
    }
}

static bool is_python(const char *name)
{
    size_t size = strlen(name);
    return size > 3 && strcmp(name + size - 3, ".py") == 0;
}

static void add_directory(MpyFiles *files, const char *path, const char *prefix)
{
    PathList entries = {0};
    path_list(&files->arena, path, &entries);
    for (uint32_t i = 0; i < entries.count; i++) {
        const char *name = entries.items[i];
        const char *inner = path_join(&files->arena, path, name);
        const char *below = arena_format(&files->arena, "%s%s", prefix, name);
        if (*name == '.')
            continue; // hidden
        if (is_python(name) && path_is_file(inner))
            VEC_PUSH(&files->arena, &files->items, (MpyItem){.name = below, .path = inner});
        else if (path_is_directory(inner))
            add_directory(files, inner, arena_format(&files->arena, "%s/", below));
    }
}

bool mpy_files_add(MpyFiles *files, const char *argument)
{
    files->diags.arena = &files->arena;
    const char *equals = strchr(argument, '=');
    if (equals) {
        MpyItem item = {.name = arena_copy(&files->arena, argument, (size_t)(equals - argument)),
                        .path = equals + 1};
        VEC_PUSH(&files->arena, &files->items, item);
    } else if (path_is_directory(argument)) {
        add_directory(files, argument, "");
    } else if (is_python(argument)) {
        VEC_PUSH(&files->arena, &files->items, (MpyItem){.name = path_base(argument), .path = argument});
    } else {
        diag_report(&files->diags, NULL, (Span){0}, DIAG_CANNOT_READ, argument, "it is no directory");
        return false;
    }
    return true;
}

static void print(const Diagnostics *diags)
{
    diag_print(diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
}

// Another build of the tool may compile differently.
static const char *this_tool(Arena *arena)
{
    struct stat info;
    if (stat("/proc/self/exe", &info) != 0)
        return "flashfreeze " FLASHFREEZE_VERSION;
    return arena_format(arena, "flashfreeze " FLASHFREEZE_VERSION " of %lld.%09ld, %lld bytes",
                        (long long)info.st_mtim.tv_sec, (long)info.st_mtim.tv_nsec,
                        (long long)info.st_size);
}

static bool write_cache(MpyFiles *files, const MpyCache *cache, const MpySet *set)
{
    Output output;
    output_open(&output, &files->diags, files->cache);
    mpy_cache_write(cache, set, output.stream);
    return output_close(&output);
}

bool mpy_files_compile(MpyFiles *files, const FrozenFirmware *firmware, MpySet *set)
{
    MpySetOptions options = {
        .warnings = mpy_warnings(),
        .int_bits = 31,
        .threads = thread_count(),
        .keeps_asserts = files->level < 1,
        .lines = files->level < 3,
        .closed = {.drops = files->drops,
                   .rename = files->shortens ? RENAME_ALL : RENAME_NONE,
                   .keep = files->keep.items,
                   .keep_count = files->keep.count,
                   .firmware = firmware},
    };
    MpyCache cache;
    if (files->cache && !files->drops && !files->shortens) {
        mpy_cache_read(&cache, &files->arena, files->cache, this_tool(&files->arena), &options);
        options.cache = &cache;
    }
    bool is_good = mpy_set_add(set, &files->items, &options) && mpy_set_finish(set, &options);
    if (is_good && options.cache)
        is_good = write_cache(files, &cache, set);
    for (uint32_t i = 0; i < set->modules.count; i++)
        print(&set->modules.items[i]->unit.diags);
    return is_good;
}

bool mpy_files_write_names(Diagnostics *diags, const char *path, const MpySet *set)
{
    if (!path)
        return true;
    Output output;
    output_open(&output, diags, path);
    fputs("# files\n", output.stream);
    for (uint32_t i = 0; i < set->modules.count; i++)
        fprintf(output.stream, "%s\t%s\n", set->modules.items[i]->input.options.file_name,
                set->modules.items[i]->item.name);
    fputs("# names\n", output.stream);
    for (uint32_t i = 0; i < set->report.renames.count; i++)
        fprintf(output.stream, "%s\t%s\n", set->report.renames.items[i].short_name->text,
                set->report.renames.items[i].name->text);
    return output_close(&output);
}

bool mpy_files_write_module(Arena *arena, Diagnostics *diags, const MpySetModule *module,
                            const char *directory)
{
    const char *name = module->item.name;
    const char *stem = arena_copy(arena, name, strlen(name) - 3);
    const char *path = arena_format(arena, "%s.mpy", path_join(arena, directory, stem));
    Bytes bytes = {0};
    mpy_write(arena, &module->code, &module->input.options, &bytes);
    if (!output_directory(diags, path_directory(arena, path)))
        return false;
    Output output;
    output_open(&output, diags, path);
    fwrite(bytes.items, 1, bytes.count, output.stream);
    return output_close(&output);
}

bool mpy_files_read_firmware(Arena *arena, Names *names, Diagnostics *diags, const char *path,
                             FrozenFirmware *firmware)
{
    Source source;
    if (!path || source_read(arena, path, &source) != SOURCE_OK) {
        diag_report(diags, NULL, (Span){0}, DIAG_CANNOT_READ, path ? path : "the list of names",
                    "the firmware's list of names is needed");
        return false;
    }
    if (frozen_read_firmware(arena, names, source.text, firmware))
        return true;
    diag_report(diags, NULL, (Span){0}, DIAG_CANNOT_READ, path, "it has no lines Q(name)");
    return false;
}

bool mpy_files_write_frozen(Arena *arena, Names *names, Diagnostics *diags, const MpySet *set,
                            const FrozenFirmware *firmware, const char *path)
{
    FrozenModules modules = {0};
    for (uint32_t i = 0; i < set->modules.count; i++)
        VEC_PUSH(arena, &modules,
                 (FrozenModule){set->modules.items[i]->item.name, set->modules.items[i]->code});
    Output output;
    output_open(&output, diags, path);
    frozen_write(arena, names, firmware, &modules, output.stream);
    return output_close(&output);
}

void mpy_files_close(MpyFiles *files)
{
    print(&files->diags);
    arena_free(&files->arena);
}
