// SPDX-License-Identifier: MIT
// flashfreeze dis: lists the functions of an image, or of the image that a manifest or a Python
// file would make.
#include "../image/listing.h"
#include "../micropython/listing.h"
#include "command.h"
#include "image_file.h"

#include <getopt.h>

static int list_image(const char *path)
{
    Arena arena = {0};
    ImageFile file;
    int code = image_file_open(&arena, path, &file);
    if (code == EXIT_DONE)
        listing_print(&arena, file.app.image, stdout);
    arena_free(&arena);
    return code;
}

static bool input_is_mpy(const char *path)
{
    size_t size = strlen(path);
    return size > 4 && strcmp(path + size - 4, ".mpy") == 0;
}

static int list_mpy(const char *path)
{
    Arena arena = {0};
    VEC(uint8_t) bytes = {0};
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "flashfreeze: cannot read '%s'\n", path);
        return EXIT_IO;
    }
    for (int c; (c = getc(file)) != EOF;)
        VEC_PUSH(&arena, &bytes, (uint8_t)c);
    fclose(file);
    const char *fault = mpy_list(bytes.items, bytes.count, stdout);
    if (fault)
        fprintf(stderr, "flashfreeze: '%s': %s\n", path, fault);
    arena_free(&arena);
    return fault ? EXIT_INPUT : EXIT_DONE;
}

static int list_program(const Input *input)
{
    Session session = {0};
    if (session_open(&session, input) && session_link(&session) &&
        pipeline_image(&session.pipeline))
        listing_print(&session.arena, session.pipeline.image.words, stdout);
    return session_close(&session);
}

int cmd_dis(int argc, char **argv)
{
    static const struct option options[] = {
        COMMON_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.path = DEFAULT_MANIFEST};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, COMMON_LETTERS, options, NULL)) != -1) {
        if (!take_common_option(&arena, &input, option))
            return EXIT_USAGE;
    }
    if (optind + 1 < argc)
        return usage_error("dis", "one file at a time");
    if (optind < argc)
        input.path = argv[optind];
    int code = input_is_image(input.path) ? list_image(input.path)
               : input_is_mpy(input.path) ? list_mpy(input.path)
                                          : list_program(&input);
    arena_free(&arena);
    return code;
}
