// SPDX-License-Identifier: MIT
// flashfreeze verify: checks an image as thoroughly as the runtime can.
#include "command.h"
#include "image_file.h"

#include <getopt.h>

int cmd_verify(int argc, char **argv)
{
    static const struct option options[] = {{NULL, 0, NULL, 0}};
    optind = 1;
    if (getopt_long(argc, argv, "", options, NULL) != -1)
        return EXIT_USAGE;
    if (optind + 1 != argc)
        return usage_error("verify", "give one image");
    Arena arena = {0};
    ImageFile file;
    int code = image_file_open(&arena, argv[optind], &file);
    if (code == EXIT_DONE)
        printf("%s: good, %u bytes\n", argv[optind], file.app.image_size);
    arena_free(&arena);
    return code;
}
