// SPDX-License-Identifier: MIT
// Paths and directories, as much as finding modules needs.
#ifndef FLASHFREEZE_LINK_FILES_H
#define FLASHFREEZE_LINK_FILES_H

#include "../base/arena.h"
#include "../base/vec.h"

#include <stdbool.h>

// directory/name; an empty directory and "." add nothing.
const char *path_join(Arena *arena, const char *directory, const char *name);
// The part before the last slash; "" when there is none.
const char *path_directory(Arena *arena, const char *path);
const char *path_base(const char *path); // the part behind it

bool path_is_file(const char *path); // also of the library's files
bool path_is_directory(const char *path);

typedef VEC(const char *) PathList;

// Names of the entries of a directory in byte order, without "." and "..".
void path_list(Arena *arena, const char *directory, PathList *out);

#endif
