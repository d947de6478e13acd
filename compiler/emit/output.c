// SPDX-License-Identifier: MIT
// A file is written under a name of its own beside the final one and then renamed.
#define _POSIX_C_SOURCE 200809L
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool report(Diagnostics *diags, const char *path)
{
    diag_report(diags, NULL, (Span){0}, DIAG_CANNOT_WRITE, path, strerror(errno));
    return false;
}

bool output_directory(Diagnostics *diags, const char *path)
{
    char *part = arena_copy(diags->arena, path, strlen(path));
    for (char *at = part; *at; at++) {
        if (*at != '/' || at == part)
            continue;
        *at = 0;
        mkdir(part, 0777); // what fails here fails again below
        *at = '/';
    }
    struct stat info;
    if (mkdir(part, 0777) == 0 || *part == 0)
        return true;
    if (errno == EEXIST && stat(part, &info) == 0 && S_ISDIR(info.st_mode))
        return true;
    return report(diags, path);
}

void output_open(Output *output, Diagnostics *diags, const char *path)
{
    *output = (Output){.diags = diags, .path = path};
    output->stream = open_memstream(&output->bytes, &output->size);
    if (!output->stream) {
        fputs("flashfreeze: out of memory\n", stderr);
        exit(3);
    }
}

static bool is_same(const Output *output)
{
    FILE *file = fopen(output->path, "rb");
    if (!file)
        return false;
    char chunk[4096];
    size_t at = 0;
    bool same = true;
    size_t count;
    while (same && (count = fread(chunk, 1, sizeof chunk, file)) > 0) {
        same = count <= output->size - at && memcmp(chunk, output->bytes + at, count) == 0;
        at += count;
    }
    same = same && at == output->size && !ferror(file);
    fclose(file);
    return same;
}

static bool replace(const Output *output)
{
    const char *temporary =
        arena_format(output->diags->arena, "%s.%ld.tmp", output->path, (long)getpid());
    FILE *file = fopen(temporary, "wb");
    if (!file)
        return report(output->diags, output->path);
    bool is_good = fwrite(output->bytes, 1, output->size, file) == output->size;
    is_good = fclose(file) == 0 && is_good;
    if (is_good && rename(temporary, output->path) == 0)
        return true;
    report(output->diags, output->path);
    unlink(temporary);
    return false;
}

bool output_close(Output *output)
{
    fclose(output->stream);
    bool is_good = is_same(output) || replace(output);
    free(output->bytes);
    return is_good;
}
