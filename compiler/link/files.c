// SPDX-License-Identifier: MIT
// The only place of linking that asks the file system.
#define _POSIX_C_SOURCE 200809L
#include "files.h"

#include "../base/library.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

const char *path_join(Arena *arena, const char *directory, const char *name)
{
    if (*directory == 0 || strcmp(directory, ".") == 0)
        return arena_copy(arena, name, strlen(name));
    bool has_slash = directory[strlen(directory) - 1] == '/';
    return arena_format(arena, "%s%s%s", directory, has_slash ? "" : "/", name);
}

const char *path_directory(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return "";
    return arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_is_file(const char *path)
{
    struct stat info;
    if (library_find(path))
        return true;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool path_is_directory(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void path_list(Arena *arena, const char *directory, PathList *out)
{
    DIR *dir = opendir(*directory ? directory : ".");
    if (!dir)
        return;
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            VEC_PUSH(arena, out, arena_copy(arena, entry->d_name, strlen(entry->d_name)));
    closedir(dir);
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare_texts);
}
