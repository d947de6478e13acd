// SPDX-License-Identifier: MIT
// flashfreeze check: everything that build would report, for one or more programs; writes nothing.
#include "../emit/emit.h"
#include "command.h"

#include <getopt.h>

static int check_program(const Input *input, bool json)
{
    Session session = {.json = json};
    if (session_open(&session, input) && session_link(&session) &&
        pipeline_image(&session.pipeline)) {
        EmitInput emit = {&session.manifest, &session.pipeline.image, NULL};
        emit_check_budget(&emit, &session.diags);
    }
    return session_close(&session);
}

int cmd_check(int argc, char **argv)
{
    enum { OPT_JSON = 256, OPT_SEARCH, OPT_VARIANT };
    static const struct option options[] = {
        {"json", no_argument, NULL, OPT_JSON},
        {"search", required_argument, NULL, OPT_SEARCH},
        {"variant", required_argument, NULL, OPT_VARIANT},
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.threads = 1};
    bool json = false;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == OPT_JSON)
            json = true;
        else if (option == OPT_SEARCH)
            VEC_PUSH(&arena, &input.search, optarg);
        else if (option == OPT_VARIANT)
            input.variant = optarg;
        else
            return EXIT_USAGE;
    }
    int code = EXIT_DONE;
    input.path = DEFAULT_MANIFEST;
    if (optind == argc)
        code = check_program(&input, json);
    for (int i = optind; i < argc; i++) {
        input.path = argv[i];
        int one = check_program(&input, json);
        code = one > code ? one : code;
    }
    arena_free(&arena);
    return code;
}
