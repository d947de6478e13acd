// SPDX-License-Identifier: MIT
// flashfreeze report: what the program takes, from the build alone.
#include "../emit/output.h"
#include "../emit/report.h"
#include "command.h"

#include <getopt.h>
#include <string.h>

typedef void ReportFormat(const Report *report, FILE *out);

static ReportFormat *format_of(const char *text)
{
    if (strcmp(text, "json") == 0)
        return emit_report_json;
    if (strcmp(text, "html") == 0)
        return emit_report_html;
    return strcmp(text, "text") == 0 ? emit_report_text : NULL;
}

static void write_report(Session *session, ReportFormat *format, const char *path)
{
    EmitInput input = {.manifest = &session->manifest, .image = &session->pipeline.image};
    Report report = {.arena = &session->arena,
                     .name = session->manifest.name->text,
                     .inventory = &session->inventory,
                     .image = &session->pipeline.image,
                     .sizes = emit_sizes(&input)};
    if (!path) {
        format(&report, stdout);
        return;
    }
    Output output;
    output_open(&output, &session->diags, path);
    format(&report, output.stream);
    output_close(&output);
}

int cmd_report(int argc, char **argv)
{
    enum { OPT_FORMAT = 256, OPT_PREINIT };
    static const struct option options[] = {
        {"format", required_argument, NULL, OPT_FORMAT},
        {"output", required_argument, NULL, 'o'},
        {"preinit", required_argument, NULL, OPT_PREINIT},
        COMMON_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.path = DEFAULT_MANIFEST, .threads = 1};
    ReportFormat *format = emit_report_text;
    const char *path = NULL;
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:" COMMON_LETTERS, options, NULL)) != -1) {
        if (option == 'o')
            path = optarg;
        else if (option == OPT_FORMAT && format_of(optarg))
            format = format_of(optarg);
        else if (option == OPT_FORMAT || (option == OPT_PREINIT && !parse_preinit(optarg, &input)))
            return usage_error("report", "wrong value '%s'", optarg);
        else if (option != OPT_PREINIT && !take_common_option(&arena, &input, option))
            return EXIT_USAGE;
    }
    if (optind + 1 < argc)
        return usage_error("report", "one manifest at a time");
    if (optind < argc)
        input.path = argv[optind];
    Session session = {.wants_inventory = true};
    if (session_open(&session, &input) && session_link(&session) && session_image(&session))
        write_report(&session, format, path);
    int code = session_close(&session);
    arena_free(&arena);
    return code;
}
