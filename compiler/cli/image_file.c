// SPDX-License-Identifier: MIT
// Images from outside are not trusted: they are verified before anything looks at them.
#include "image_file.h"

#include "../../runtime_stub/loader/verify.h"
#include "../base/source.h"
#include "../link/catalogue.h"
#include "command.h"
#include "flashfreeze/image.h"
#include "host.h"

static int refuse(const char *path, FzStatus status, const FzVerifyError *error)
{
    fprintf(stderr, "%s: %s", path, fz_status_text(status));
    if (error->problem)
        fprintf(stderr, ": %s (object at %u, instruction at %u)", error->problem, error->object,
                error->instruction);
    fputc('\n', stderr);
    return EXIT_INPUT;
}

int image_file_open(Arena *arena, const char *path, ImageFile *out)
{
    Source file;
    if (source_read(arena, path, &file) != SOURCE_OK) {
        fprintf(stderr, "flashfreeze: cannot read '%s'\n", path);
        return EXIT_IO;
    }
    uint32_t *words = ARENA_NEW_ARRAY(arena, uint32_t, file.size / 4 + 1);
    memcpy(words, file.text, file.size);
    out->app = host_app(arena, words, file.size);
    FzVerifyError error = {0};
    uint32_t scratch_size = fz_verify_scratch(&out->app);
    FzStatus status = fz_verify(&out->app, arena_alloc(arena, scratch_size + 4), scratch_size, &error);
    if (status != FZ_OK)
        return refuse(path, status, &error);
    const FzImageHeader *header = (const FzImageHeader *)(const void *)words;
    if (header->catalogue != catalogue_fingerprint())
        return refuse(path, FZ_BAD_ABI, &error);
    return EXIT_DONE;
}
