// SPDX-License-Identifier: MIT
// flashfreeze check: everything that build would report, for one or more programs; writes nothing.
#include "command.h"

#include <getopt.h>

static int check_program(const Input *input)
{
    Session session = {.messages = input->json ? stdout : NULL};
    bool is_linked = session_open(&session, input) && session_link(&session);
    // What a budget is compared with is what is left after build-time execution.
    if (is_linked && session_has_budget(&session)) {
        if (session_image(&session))
            session_check_budget(&session);
    } else if (is_linked) {
        pipeline_image(&session.pipeline);
    }
    return session_close(&session);
}

// One file by itself, whatever it imports.
static int check_alone(const Input *input)
{
    WarningSet warnings;
    Session session = {.messages = input->json ? stdout : NULL, .json = input->json};
    CompiledModule unit = {.diags.warnings = &warnings};
    warnings_defaults(&warnings);
    for (uint32_t i = 0; i < input->warnings.count; i++)
        warnings_set(&warnings, input->warnings.items[i]);
    compile_check(&unit, input->path);
    session.diags = unit.diags;
    int code = session_close(&session);
    compile_free(&unit);
    return code;
}

static int list_warnings(void)
{
    warnings_print_table(stdout, SEVERITY_WARNING);
    putchar('\n');
    warnings_print_table(stdout, SEVERITY_ADVICE);
    putchar('\n');
    warnings_print_table(stdout, SEVERITY_ERROR);
    return EXIT_DONE;
}

int cmd_check(int argc, char **argv)
{
    enum { OPT_LIST = 256, OPT_ALONE };
    static const struct option options[] = {
        COMMON_OPTIONS,
        {"alone", no_argument, NULL, OPT_ALONE},
        {"list-warnings", no_argument, NULL, OPT_LIST},
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.threads = 1, .path = DEFAULT_MANIFEST};
    int (*check)(const Input *) = check_program;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, COMMON_LETTERS, options, NULL)) != -1) {
        if (option == OPT_LIST)
            return list_warnings();
        if (option == OPT_ALONE)
            check = check_alone;
        else if (!take_common_option(&arena, &input, option))
            return EXIT_USAGE;
    }
    int code = EXIT_DONE;
    if (optind == argc)
        code = check(&input);
    for (int i = optind; i < argc; i++) {
        input.path = argv[i];
        int one = check(&input);
        code = one > code ? one : code;
    }
    arena_free(&arena);
    return code;
}
