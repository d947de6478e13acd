// SPDX-License-Identifier: MIT
#include "library.h"

#include <string.h>

const LibraryFile *library_find(const char *path)
{
    size_t prefix = strlen(LIBRARY_DIRECTORY);
    if (strncmp(path, LIBRARY_DIRECTORY "/", prefix + 1) != 0)
        return NULL;
    for (unsigned i = 0; i < library_count; i++)
        if (strcmp(library_files[i].path, path + prefix + 1) == 0)
            return &library_files[i];
    return NULL;
}
