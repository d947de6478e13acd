// SPDX-License-Identifier: MIT
// From a path on the command line to a linked program, and from messages to an exit code.
#define _POSIX_C_SOURCE 200809L
#include "../opt/passes.h"
#include "command.h"

#include "../preinit/preinit.h"
#include "host.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text);
    size_t end_size = strlen(end);
    return size >= end_size && strcmp(text + size - end_size, end) == 0;
}

bool input_is_image(const char *path) { return ends_with(path, ".fzi"); }

bool input_is_python(const char *path)
{
    return ends_with(path, ".py") || strcmp(path, "-") == 0;
}

static void add_search(Session *session, const char *path)
{
    VEC_PUSH(&session->arena, &session->manifest.search, (ManifestPath){.path = path});
}

// The name of a program without a manifest: its file's, as far as it can be a label.
static const char *name_of_file(Arena *arena, const char *path)
{
    char *name = arena_format(arena, "%s", path_base(path));
    char *dot = strrchr(name, '.');
    if (dot)
        *dot = 0;
    return *name && strcmp(path, "-") != 0 ? name : "app";
}

static void manifest_for_file(Session *session, const char *path)
{
    enum { HEAP = 1 << 20, STACK = 1 << 18 };
    Manifest *manifest = &session->manifest;
    manifest_defaults(&session->arena, &session->names, manifest);
    manifest->name = names_intern_z(&session->names, name_of_file(&session->arena, path));
    manifest->entry = names_intern_z(&session->names, "__main__");
    manifest->search.count = 0;
    add_search(session, path_directory(&session->arena, path));
    manifest->strip.docstrings = false;
    manifest->strip.asserts = false;
    manifest->runtime.heap = HEAP;
    manifest->runtime.stack = STACK;
}

bool session_open(Session *session, const Input *input)
{
    session->names.arena = &session->arena;
    session->diags.arena = &session->arena;
    session->diags.warnings = &session->warnings;
    session->json = input->json;
    warnings_defaults(&session->warnings);
    Manifest *manifest = &session->manifest;
    bool is_python = input_is_python(input->path);
    if (is_python)
        manifest_for_file(session, input->path);
    else if (!manifest_load(&session->arena, &session->names, &session->diags, input->path,
                            input->variant, manifest))
        return false;
    for (uint32_t i = 0; i < input->search.count; i++)
        add_search(session, input->search.items[i]);
    if (input->heap)
        manifest->runtime.heap = input->heap;
    if (input->stack)
        manifest->runtime.stack = input->stack;
    if (input->float_bits)
        manifest->runtime.float_width = (ManifestFloatWidth)input->float_bits;
    if (input->has_threshold)
        manifest->runtime.gc.threshold = input->threshold;
    for (uint32_t i = 0; i < manifest->warnings.count; i++)
        warnings_set(&session->warnings, manifest->warnings.items[i].name->text);
    for (uint32_t i = 0; i < input->warnings.count; i++)
        warnings_set(&session->warnings, input->warnings.items[i]);
    if (input->has_preinit)
        manifest->preinit = input->preinit;
    session->is_preinit = manifest->preinit == PREINIT_AUTO;
    session->options = (PipelineOptions){
        .manifest = manifest,
        .entry_path = is_python ? input->path : NULL,
        .threads = input->threads ? input->threads : 1,
        .dump = input->dump,
        .disabled_passes = input->disabled_passes,
    };
    return true;
}

bool session_link(Session *session)
{
    bool is_good = pipeline_link(&session->pipeline, &session->arena, &session->names,
                                 &session->diags, &session->options);
    return is_good && session->diags.error_count == 0; // a warning may count as an error
}

// One line for each module: how far it got.
static void explain(const Session *session, const Preinit *preinit)
{
    for (uint32_t i = 0; i < preinit->module_count; i++) {
        const LinkedModule *linked = session->pipeline.program.modules.items[i];
        const PreinitModule *module = &preinit->modules[i];
        if (linked->kind != LINKED_PYTHON)
            continue;
        if (module->done)
            fprintf(stderr, "%s: done at build time\n", linked->name->text);
        else if (module->started)
            fprintf(stderr, "%s: %s:%u: %s\n", linked->name->text, linked->file, module->line,
                    module->why);
        else
            fprintf(stderr, "%s: runs at boot\n", linked->name->text);
    }
    for (uint32_t i = 0; i < preinit->words.count; i++) {
        const PreinitWord *word = &preinit->words.items[i];
        fprintf(stderr, "4 bytes of RAM: %s.%s: %s\n", word->module,
                word->name ? word->name : "(state)", word->why);
    }
}

static bool runs_at_boot(const Session *session, const LinkedModule *module)
{
    for (uint32_t i = 0; i < session->manifest.boot.count; i++)
        if (session->manifest.boot.items[i].name ==
            (module->is_entry ? session->manifest.entry : module->name))
            return true;
    return false;
}

bool session_has_budget(const Session *session)
{
    const Manifest *manifest = &session->manifest;
    return manifest->budget.rom > 0 || manifest->budget.ram > 0 || manifest->budget.modules.count > 0;
}

// Puts an image in place of the one that was linked; keeps that when it is not possible.
static bool run_at_build(Session *session)
{
    Pipeline *pipeline = &session->pipeline;
    FzApp app = host_app(&session->arena, pipeline->image.words, pipeline->image.size);
    Preinit preinit;
    ImageOptions options = pipeline_image_options(pipeline);
    bool *is_at_boot = ARENA_NEW_ARRAY(&session->arena, bool, pipeline->program.modules.count + 1);
    for (uint32_t i = 0; i < pipeline->program.modules.count; i++)
        is_at_boot[i] = runs_at_boot(session, pipeline->program.modules.items[i]);
    PreinitOptions chosen = {session->is_preinit, is_at_boot};
    if (preinit_run(&preinit, &session->arena, &app, &chosen)) {
        Image image;
        preinit.wants_inventory = session->wants_inventory || session_has_budget(session);
        preinit.wants_symbols = session->wants_symbols;
        bool is_made = preinit_freeze(&preinit, &pipeline->program, &pipeline->image, &options,
                                      &image);
        if (is_made) {
            pipeline->image = image;
            session->inventory = preinit.inventory;
            session->symbols = preinit.symbols;
        }
        if (is_made && session->explain)
            explain(session, &preinit);
    }
    preinit_close(&preinit);
    return session->diags.error_count == 0;
}

bool session_image(Session *session)
{
    // Symbols are made from the lines of the image that is linked first.
    ManifestLines lines = session->manifest.strip.lines;
    if (session->wants_symbols)
        session->manifest.strip.lines = LINES_TABLE;
    bool is_good = pipeline_image(&session->pipeline);
    session->manifest.strip.lines = lines;
    is_good = is_good && run_at_build(session);
    if (is_good && session->wants_inventory)
        stack_bound(&session->arena, &session->pipeline.image, &session->stack);
    return is_good;
}

Report session_report(Session *session)
{
    EmitInput input = {.manifest = &session->manifest, .image = &session->pipeline.image};
    return (Report){.arena = &session->arena,
                    .name = session->manifest.name->text,
                    .inventory = &session->inventory,
                    .image = &session->pipeline.image,
                    .stack = &session->stack,
                    .sizes = emit_sizes(&input)};
}

bool session_check_budget(Session *session)
{
    Report report = session_report(session);
    return emit_check_budget(&report, &session->manifest, &session->pipeline.program, &session->diags);
}

void session_check_stack(Session *session)
{
    const Place *place = &session->manifest.places[KEY_RUNTIME_STACK];
    uint32_t has = session->manifest.runtime.stack;
    StackBound bound;
    stack_bound(&session->arena, &session->pipeline.image, &bound);
    if (stack_is_bounded(&bound) && bound.bytes > has)
        diag_report(&session->diags, place->source, place->span, DIAG_STACK_BELOW_BOUND, bound.bytes, bound.bytes - has);
}

void session_print(Session *session)
{
    FILE *out = session->messages ? session->messages : stderr;
    bool color = isatty(fileno(out)) && !getenv("NO_COLOR");
    if (session->json)
        diag_print_json(&session->diags, out);
    else
        diag_print(&session->diags, out, color);
    session->diags.list.count = 0;
}

// Files that cannot be read or written are no mistake of the input.
static int exit_code(const Session *session)
{
    bool is_io = false;
    for (uint32_t i = 0; i < session->diags.list.count; i++) {
        DiagCode code = session->diags.list.items[i].code;
        is_io = is_io || code == DIAG_CANNOT_READ || code == DIAG_CANNOT_WRITE;
    }
    if (is_io)
        return EXIT_IO;
    return session->diags.error_count ? EXIT_INPUT : EXIT_DONE;
}

int session_close(Session *session)
{
    int code = exit_code(session);
    session_print(session);
    pipeline_free(&session->pipeline);
    arena_free(&session->arena);
    return code;
}

bool parse_size(const char *text, uint32_t *size)
{
    char *end;
    if (*text < '0' || *text > '9')
        return false;
    unsigned long long number = strtoull(text, &end, 10);
    unsigned long long unit = 1;
    if (*end == 'K' || *end == 'k')
        unit = 1 << 10;
    else if (*end == 'M' || *end == 'm')
        unit = 1 << 20;
    if (unit > 1)
        end++;
    if (*end || number > (1u << 30) / unit)
        return false;
    *size = (uint32_t)(number * unit);
    return true;
}

bool parse_count(const char *text, uint32_t *count)
{
    return parse_size(text, count) && *count >= 1 && *count <= 1000;
}

bool parse_dump(const char *text, DumpStage *dump)
{
    static const struct {
        const char *text;
        DumpStage stage;
    } stages[] = {{"tokens", DUMP_TOKENS}, {"ast", DUMP_AST}, {"ir", DUMP_IR}, {"code", DUMP_CODE}};
    for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++) {
        if (strcmp(stages[i].text, text) == 0) {
            *dump = stages[i].stage;
            return true;
        }
    }
    return false;
}

bool take_common_option(Arena *arena, Input *input, int option)
{
    WarningSet known;
    warnings_defaults(&known);
    switch (option) {
    case OPT_JSON:
        input->json = true;
        return true;
    case OPT_SEARCH:
        VEC_PUSH(arena, &input->search, optarg);
        return true;
    case OPT_VARIANT:
        input->variant = optarg;
        return true;
    case OPT_ADVICE:
        VEC_PUSH(arena, &input->warnings, "advice");
        return true;
    case OPT_WITHOUT:
        input->disabled_passes |= opt_pass_bits(optarg);
        if (opt_pass_bits(optarg))
            return true;
        fprintf(stderr, "flashfreeze: there is no pass '%s'\n", optarg);
        return false;
    case 'W':
        VEC_PUSH(arena, &input->warnings, optarg);
        if (warnings_set(&known, optarg))
            return true;
        fprintf(stderr, "flashfreeze: there is no warning '%s'\n", optarg);
        return false;
    default:
        return false;
    }
}

bool parse_preinit(const char *text, Input *input)
{
    input->has_preinit = true;
    input->preinit = strcmp(text, "auto") == 0 ? PREINIT_AUTO : PREINIT_OFF;
    return input->preinit == PREINIT_AUTO || strcmp(text, "off") == 0;
}

int usage_error(const char *command, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "flashfreeze %s: ", command);
    vfprintf(stderr, format, args);
    fprintf(stderr, "\ntry 'flashfreeze --help'\n");
    va_end(args);
    return EXIT_USAGE;
}
