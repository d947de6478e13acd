// SPDX-License-Identifier: MIT
// flashfreeze build: writes what the manifest asks for and prints what it takes. Nothing is
// written when there was an error or the program is over its budget.
#include "../emit/emit.h"
#include "../emit/output.h"
#include "build_micropython.h"
#include "command.h"

#include <getopt.h>

typedef struct {
    Input input;
    const char *directory; // instead of the manifest's, or NULL
    const char *depfile;
    const char *map; // file of symbols, or NULL
    bool explain; // what ran at build time
} BuildOptions;

enum { OPT_DEPFILE = 256, OPT_DUMP, OPT_PREINIT, OPT_EXPLAIN, OPT_MAP };

static const struct option options_list[] = {
    {"output", required_argument, NULL, 'o'},
    {"jobs", required_argument, NULL, 'j'},
    {"depfile", required_argument, NULL, OPT_DEPFILE},
    COMMON_OPTIONS,
    {"dump", required_argument, NULL, OPT_DUMP},
    {"preinit", required_argument, NULL, OPT_PREINIT},
    {"map", required_argument, NULL, OPT_MAP},
    {"explain", no_argument, NULL, OPT_EXPLAIN},
    {NULL, 0, NULL, 0},
};

static bool take_option(Arena *arena, BuildOptions *build, int option)
{
    switch (option) {
    case 'o':
        build->directory = optarg;
        return true;
    case 'j':
        return parse_count(optarg, &build->input.threads);
    case OPT_DEPFILE:
        build->depfile = optarg;
        return true;
    case OPT_PREINIT:
        return parse_preinit(optarg, &build->input);
    case OPT_MAP:
        build->map = optarg;
        return true;
    case OPT_EXPLAIN:
        build->explain = true;
        return true;
    case OPT_DUMP:
        return parse_dump(optarg, &build->input.dump);
    default:
        return take_common_option(arena, &build->input, option);
    }
}

typedef struct {
    Session *session;
    const EmitInput *input;
    const char *directory;
    PathList targets;
    bool is_good;
} Writing;

static void write_output(Writing *writing, const char *name, void (*emit)(const EmitInput *, FILE *))
{
    if (!name || !writing->is_good)
        return;
    const char *path = path_join(&writing->session->arena, writing->directory, name);
    Output output;
    output_open(&output, &writing->session->diags, path);
    emit(writing->input, output.stream);
    writing->is_good = output_close(&output);
    VEC_PUSH(&writing->session->arena, &writing->targets, path);
}

static void write_depfile(Writing *writing, const char *path)
{
    Session *session = writing->session;
    if (!path || !writing->is_good)
        return;
    PathList files = {0};
    for (uint32_t i = 0; i < session->manifest.files.count; i++)
        VEC_PUSH(&session->arena, &files, session->manifest.files.items[i]);
    for (uint32_t i = 0; i < session->manifest.resources.count; i++)
        VEC_PUSH(&session->arena, &files, session->manifest.resources.items[i]);
    for (uint32_t i = 0; i < session->pipeline.files.count; i++)
        VEC_PUSH(&session->arena, &files, session->pipeline.files.items[i]);
    Output output;
    output_open(&output, &session->diags, path);
    emit_depfile(&writing->targets, &files, output.stream);
    writing->is_good = output_close(&output);
}

// A line for each function: module, name, line of its definition, bytes of code, then offset:line.
static void write_map(Writing *writing, const char *path)
{
    const CodeSymbols *symbols = &writing->session->symbols;
    if (!path || !writing->is_good)
        return;
    Output output;
    output_open(&output, &writing->session->diags, path);
    for (uint32_t i = 0; i < symbols->count; i++) {
        const CodeSymbol *symbol = &symbols->items[i];
        fprintf(output.stream, "%s %s %u %u", symbol->module, symbol->name, symbol->definition, symbol->size);
        for (uint32_t k = 0; k < symbol->lines.count; k++)
            fprintf(output.stream, " %u:%u", symbol->lines.items[k].offset, symbol->lines.items[k].line);
        fputc('\n', output.stream);
    }
    writing->is_good = output_close(&output);
}

static void write_all(Session *session, const BuildOptions *build)
{
    const Manifest *manifest = &session->manifest;
    EmitInput input = {manifest, &session->pipeline.image, manifest->outputs.header};
    Writing writing = {.session = session, .input = &input, .is_good = true};
    writing.directory = build->directory ? build->directory : manifest->outputs.dir;
    session_check_stack(session);
    if (!session_check_budget(session) ||
        !output_directory(&session->diags, writing.directory))
        return;
    write_output(&writing, manifest->outputs.header, emit_header);
    write_output(&writing, manifest->outputs.c, emit_c);
    write_output(&writing, manifest->outputs.needs, emit_needs);
    write_output(&writing, manifest->outputs.image, emit_image);
    write_map(&writing, build->map);
    write_depfile(&writing, build->depfile);
    if (writing.is_good)
        emit_report(&input, stdout);
}

static int build_program(const BuildOptions *build)
{
    Session session = {0};
    session.explain = build->explain;
    session.wants_symbols = build->map != NULL;
    if (!session_open(&session, &build->input))
        return session_close(&session);
    if (session.manifest.target != TARGET_STUB) {
        build_micropython(&session, build->directory, build->depfile);
        return session_close(&session);
    }
    if (session_link(&session) && session_image(&session))
        write_all(&session, build);
    return session_close(&session);
}

int cmd_build(int argc, char **argv)
{
    Arena arena = {0};
    BuildOptions build = {.input = {.path = DEFAULT_MANIFEST, .threads = 1}};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:j:" COMMON_LETTERS, options_list, NULL)) != -1) {
        if (take_option(&arena, &build, option))
            continue;
        return option == '?' || option == 'W' || option == OPT_WITHOUT ? EXIT_USAGE : usage_error("build", "wrong value '%s'", optarg);
    }
    if (optind + 1 < argc)
        return usage_error("build", "one manifest at a time");
    if (optind < argc)
        build.input.path = argv[optind];
    int code = build_program(&build);
    arena_free(&arena);
    return code;
}
