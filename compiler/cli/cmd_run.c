// SPDX-License-Identifier: MIT
// flashfreeze run: compiles, links and runs in the RAM that the manifest gives. What follows the
// program's name and is no option of ours is the program's.
#include "command.h"
#include "flashfreeze/image.h"
#include "host.h"
#include "image_file.h"

#include <getopt.h>

typedef struct {
    Input input;
    HostOptions host;
} RunOptions;

enum { OPT_HEAP = 256, OPT_STACK, OPT_STATS, OPT_THRESHOLD, OPT_DUMP, OPT_PREINIT, OPT_CLOCK, OPT_FLOAT, OPT_FAIL };

static const struct option options_list[] = {
    {"heap", required_argument, NULL, OPT_HEAP},
    {"stack", required_argument, NULL, OPT_STACK},
    {"stats", no_argument, NULL, OPT_STATS},
    {"gc-threshold", required_argument, NULL, OPT_THRESHOLD},
    COMMON_OPTIONS,
    {"dump", required_argument, NULL, OPT_DUMP},
    {"float", required_argument, NULL, OPT_FLOAT},
    {"preinit", required_argument, NULL, OPT_PREINIT},
    {"clock", required_argument, NULL, OPT_CLOCK},
#if FZ_FAIL_ALLOCATION
    {"fail-allocation", required_argument, NULL, OPT_FAIL},
#endif
    {NULL, 0, NULL, 0},
};

// False when the option's value is wrong; getopt has said so when the option itself is.
static bool take_option(Arena *arena, RunOptions *run, int option)
{
    switch (option) {
    case OPT_HEAP:
        return parse_size(optarg, &run->input.heap) && run->input.heap > 0;
    case OPT_STACK:
        return parse_size(optarg, &run->input.stack) && run->input.stack > 0;
    case OPT_FLOAT:
        return parse_size(optarg, &run->input.float_bits) &&
               (run->input.float_bits == FLOAT_WIDTH_32 || run->input.float_bits == FLOAT_WIDTH_64);
    case OPT_STATS:
        run->host.stats = true;
        return true;
    case OPT_THRESHOLD:
        run->input.has_threshold = true;
        return parse_size(optarg, &run->input.threshold);
    case OPT_PREINIT:
        return parse_preinit(optarg, &run->input);
    case OPT_CLOCK:
        run->host.virtual_clock = strcmp(optarg, "virtual") == 0;
        return run->host.virtual_clock || strcmp(optarg, "real") == 0;
    case OPT_DUMP:
        return parse_dump(optarg, &run->input.dump);
    case OPT_FAIL:
        return parse_size(optarg, &run->host.fail_allocation);
    default:
        return take_common_option(arena, &run->input, option);
    }
}

// Whether an argument behind the program's name is one of our options.
static bool is_ours(const char *arg)
{
    if (strncmp(arg, "-W", 2) == 0)
        return true;
    if (strncmp(arg, "--", 2) != 0)
        return false;
    size_t size = strcspn(arg + 2, "=");
    for (const struct option *option = options_list; option->name; option++)
        if (strlen(option->name) == size && strncmp(option->name, arg + 2, size) == 0)
            return true;
    return false;
}

// Takes options up to the first argument that is none of them.
static bool take_options(Arena *arena, RunOptions *run, int argc, char **argv, bool only_ours)
{
    while (optind < argc && (!only_ours || is_ours(argv[optind]))) {
        int option = getopt_long(argc, argv, "+" COMMON_LETTERS, options_list, NULL);
        if (option == -1)
            return true;
        if (!take_option(arena, run, option)) {
            if (option != '?' && option < OPT_ADVICE && option != 'W')
                fprintf(stderr, "flashfreeze run: wrong value '%s'\n", optarg);
            return false;
        }
    }
    return true;
}

// The memory that the command line asks for, in place of what the image asks for.
static void set_memory(const Input *input, const FzApp *app)
{
    FzImageHeader *header = (FzImageHeader *)(uintptr_t)app->image;
    if (input->heap)
        header->heap_size = input->heap;
    if (input->stack)
        header->stack_size = input->stack;
    if (input->has_threshold)
        header->gc_threshold = input->threshold;
    header->crc = fz_image_crc((const uint8_t *)app->image, header->size);
}

static int run_image(const RunOptions *run)
{
    Arena arena = {0};
    ImageFile file;
    int code = image_file_open(&arena, run->input.path, &file);
    if (code == EXIT_DONE)
        set_memory(&run->input, &file.app);
    if (code == EXIT_DONE)
        code = host_run(&arena, &file.app, &run->host);
    arena_free(&arena);
    return code;
}

static int run_program(const RunOptions *run)
{
    Session session = {0};
    if (!session_open(&session, &run->input) || !session_link(&session) ||
        !session_image(&session))
        return session_close(&session);
    session_print(&session);
    const Image *image = &session.pipeline.image;
    FzApp app = host_app(&session.arena, image->words, image->size);
    int code = host_run(&session.arena, &app, &run->host);
    session_close(&session);
    return code;
}

int cmd_run(int argc, char **argv)
{
    Arena arena = {0};
    RunOptions run = {.input = {.path = DEFAULT_MANIFEST, .threads = 1}};
    optind = 1;
    bool is_good = take_options(&arena, &run, argc, argv, false);
    if (is_good && optind < argc) {
        run.input.path = argv[optind++];
        run.host.argc = argc - optind + 1;
        run.host.argv = argv + optind - 1;
        is_good = take_options(&arena, &run, argc, argv, true);
        argv[optind - 1] = (char *)(uintptr_t)run.input.path;
        run.host.argc = argc - optind + 1;
        run.host.argv = argv + optind - 1;
    }
    int code = EXIT_USAGE;
    if (is_good)
        code = input_is_image(run.input.path) ? run_image(&run) : run_program(&run);
    arena_free(&arena);
    return code;
}
