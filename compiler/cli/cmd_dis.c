// SPDX-License-Identifier: MIT
// flashfreeze dis: lists the functions of an image, or of the image that a manifest or a Python
// file would make.
#include "../image/listing.h"
#include "../opt/passes.h"
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
    enum { OPT_SEARCH = 256, OPT_VARIANT, OPT_WITHOUT };
    static const struct option options[] = {
        {"search", required_argument, NULL, OPT_SEARCH},
        {"variant", required_argument, NULL, OPT_VARIANT},
        {"without", required_argument, NULL, OPT_WITHOUT},
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.path = DEFAULT_MANIFEST};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == OPT_SEARCH)
            VEC_PUSH(&arena, &input.search, optarg);
        else if (option == OPT_VARIANT)
            input.variant = optarg;
        else if (option == OPT_WITHOUT && opt_pass_bits(optarg))
            input.disabled_passes |= opt_pass_bits(optarg);
        else
            return EXIT_USAGE;
    }
    if (optind + 1 < argc)
        return usage_error("dis", "one file at a time");
    if (optind < argc)
        input.path = argv[optind];
    int code = input_is_image(input.path) ? list_image(input.path) : list_program(&input);
    arena_free(&arena);
    return code;
}
