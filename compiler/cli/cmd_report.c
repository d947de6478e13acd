// SPDX-License-Identifier: MIT
// flashfreeze report: what the program takes, from the build alone.
#define _POSIX_C_SOURCE 200809L
#include "../emit/output.h"
#include "../emit/report.h"
#include "command.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

typedef void ReportFormat(const Report *report, FILE *out);
typedef void DiffFormat(Arena *arena, const ReportDiff *diff, FILE *out);

typedef struct {
    const char *name;
    ReportFormat *report;
    DiffFormat *diff; // NULL: there is none
} Format;

static const Format formats[] = {
    {"text", emit_report_text, emit_diff_text},
    {"json", emit_report_json, emit_diff_json},
    {"html", emit_report_html, NULL},
};

static const Format *format_of(const char *text)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, text) == 0)
            return &formats[i];
    return NULL;
}

typedef struct {
    const Format *format;
    const char *path; // NULL: standard output
    const char *old;  // a saved report that the new one is compared with, or NULL
} ReportOptions;

// A report that `--format json` wrote; NULL after reporting.
static const JsonValue *read_report(Session *session, const char *path)
{
    Source source;
    const JsonValue *report = NULL;
    SourceStatus status = source_read(&session->arena, path, &source);
    if (status == SOURCE_OK)
        report = json_read(&session->arena, source.text);
    if (!json_get(report, "flash") || !json_get(report, "objects")) {
        diag_report(&session->diags, NULL, (Span){0}, DIAG_CANNOT_READ, path,
                    status == SOURCE_OK ? "it is no report in JSON" : "there is no such file");
        return NULL;
    }
    return report;
}

// The report of the program that was built, as if it had been saved.
static const JsonValue *current_report(Session *session)
{
    char *bytes = NULL;
    size_t size;
    FILE *stream = open_memstream(&bytes, &size);
    Report report = session_report(session);
    if (!stream)
        return NULL;
    emit_report_json(&report, stream);
    bool is_good = fclose(stream) == 0;
    const JsonValue *value = is_good ? json_read(&session->arena, bytes) : NULL;
    free(bytes);
    return value;
}

static bool is_saved(const char *path)
{
    size_t size = strlen(path);
    return size > 5 && strcmp(path + size - 5, ".json") == 0;
}

static void write_to(Session *session, const ReportOptions *options, const ReportDiff *diff, FILE *out)
{
    if (diff) {
        options->format->diff(&session->arena, diff, out);
        return;
    }
    Report report = session_report(session);
    options->format->report(&report, out);
}

static void write_report(Session *session, const ReportOptions *options, const ReportDiff *diff)
{
    Output output;
    if (!options->path) {
        write_to(session, options, diff, stdout);
        return;
    }
    output_open(&output, &session->diags, options->path);
    write_to(session, options, diff, output.stream);
    output_close(&output);
}

static int report_program(const Input *input, const ReportOptions *options)
{
    Session session = {.wants_inventory = true};
    session.diags.arena = &session.arena;
    bool is_new_saved = options->old && is_saved(input->path);
    bool is_good = is_new_saved || (session_open(&session, input) && session_link(&session) &&
                                    session_image(&session));
    if (is_good && !options->old) {
        write_report(&session, options, NULL);
    } else if (is_good) {
        ReportDiff diff = {.before = read_report(&session, options->old)};
        diff.after = is_new_saved ? read_report(&session, input->path) : current_report(&session);
        if (diff.before && diff.after)
            write_report(&session, options, &diff);
    }
    return session_close(&session);
}

int cmd_report(int argc, char **argv)
{
    enum { OPT_FORMAT = 256, OPT_PREINIT, OPT_DIFF };
    static const struct option options[] = {
        {"diff", required_argument, NULL, OPT_DIFF},
        {"format", required_argument, NULL, OPT_FORMAT},
        {"output", required_argument, NULL, 'o'},
        {"preinit", required_argument, NULL, OPT_PREINIT},
        COMMON_OPTIONS,
        {NULL, 0, NULL, 0},
    };
    Arena arena = {0};
    Input input = {.path = DEFAULT_MANIFEST, .threads = 1};
    ReportOptions chosen = {.format = &formats[0]};
    int option;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:" COMMON_LETTERS, options, NULL)) != -1) {
        if (option == 'o')
            chosen.path = optarg;
        else if (option == OPT_DIFF)
            chosen.old = optarg;
        else if (option == OPT_FORMAT && format_of(optarg))
            chosen.format = format_of(optarg);
        else if (option == OPT_FORMAT || (option == OPT_PREINIT && !parse_preinit(optarg, &input)))
            return usage_error("report", "wrong value '%s'", optarg);
        else if (option != OPT_PREINIT && !take_common_option(&arena, &input, option))
            return EXIT_USAGE;
    }
    if (optind + 1 < argc)
        return usage_error("report", "one manifest at a time");
    if (optind < argc)
        input.path = argv[optind];
    if (chosen.old && !chosen.format->diff)
        return usage_error("report", "a difference is text or json");
    int code = report_program(&input, &chosen);
    arena_free(&arena);
    return code;
}
