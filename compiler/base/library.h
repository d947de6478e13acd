// SPDX-License-Identifier: MIT
// The Python part of the standard library: the sources of lib/, which the build puts into the tool.
// They have paths below a directory that no file system has.
#ifndef FLASHFREEZE_BASE_LIBRARY_H
#define FLASHFREEZE_BASE_LIBRARY_H

#include <stddef.h>

#define LIBRARY_DIRECTORY "<lib>"

typedef struct {
    const char *path; // below lib/, such as "json/decoder.py"
    const char *text; // with a NUL behind it
    unsigned size;    // bytes without that
    int opens;        // hands getattr and its like names that its callers may work out
} LibraryFile;

extern const LibraryFile library_files[]; // in order of their paths
extern const unsigned library_count;

// The file of a path that begins with LIBRARY_DIRECTORY; NULL for any other path or file.
const LibraryFile *library_find(const char *path);

#endif
