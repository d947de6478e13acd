// SPDX-License-Identifier: MIT
// What the commands share: exit codes, the program being worked on, sizes on the command line.
#ifndef FLASHFREEZE_CLI_COMMAND_H
#define FLASHFREEZE_CLI_COMMAND_H

#include "../base/warnings.h"
#include "../emit/report.h"
#include "../link/files.h"
#include "../pipeline.h"
#include "../preinit/symbols.h"
#include "../shake/inventory.h"
#include "commands.h"

enum {
    EXIT_DONE = 0,
    EXIT_INPUT = 1, // the input has errors
    EXIT_USAGE = 2, // wrong usage
    EXIT_IO = 3,    // could not read or write
};

// A program and everything known about it.
typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    Manifest manifest;
    PipelineOptions options;
    Pipeline pipeline;
    WarningSet warnings;
    bool json;      // messages as JSON
    bool is_preinit; // modules run at build time
    bool explain;    // say how far each got
    bool wants_symbols;
    CodeSymbols symbols;     // likewise
    bool wants_inventory;
    Inventory inventory; // of the image, after session_image, when it was wanted
    StackBound stack;    // likewise
    FILE *messages; // where they go; NULL: standard error
} Session;

// What a command was asked to work on.
typedef struct {
    const char *path;     // a manifest or a Python file
    const char *variant;  // of the manifest, or NULL
    PathList search;      // further directories
    uint32_t threads;
    uint32_t heap;        // bytes; 0: as the manifest says; likewise the next three
    uint32_t stack;
    uint32_t float_bits;
    uint32_t threshold;
    bool has_threshold;
    DumpStage dump;
    uint32_t disabled_passes; // as CompileOptions has them
    PathList warnings; // what followed -W, in order
    bool json;         // messages as JSON
    bool has_preinit;  // instead of what the manifest says:
    ManifestPreinit preinit;
} Input;

// The manifest that commands read when none is named.
#define DEFAULT_MANIFEST "flashfreeze.yaml"

bool input_is_image(const char *path);
bool input_is_python(const char *path);

// Reads the manifest, or makes one for a Python file: its directory is searched, docstrings and
// asserts stay, and memory is generous. False when it reported an error.
bool session_open(Session *session, const Input *input);
// Compiles and links. False when it reported an error.
bool session_link(Session *session);
// Makes the image; runs modules at build time when that is wanted. False when it reported an error.
bool session_image(Session *session);
// What the image holds, when that was wanted.
Report session_report(Session *session);
bool session_has_budget(const Session *session);
// False when it takes more than the manifest allows, which it reports.
bool session_check_budget(Session *session);
// Warns when the manifest gives less Python stack than there is a bound for.
void session_check_stack(Session *session);
// Prints what was reported and frees everything. Gives the exit code for what was reported.
int session_close(Session *session);
// Prints the messages so far and forgets them.
void session_print(Session *session);

// Bytes of "512", "6K" or "1M"; false when it is none.
bool parse_size(const char *text, uint32_t *size);
// A number from 1 to 1000; false when it is none.
bool parse_count(const char *text, uint32_t *count);
// auto or off, for --preinit; false when it is neither.
bool parse_preinit(const char *text, Input *input);
// A stage for --dump; false when it is none.
bool parse_dump(const char *text, DumpStage *dump);

// The options of all commands that compile: -W, --advice, --json, --search,
// --variant and --without. A command
// puts COMMON_OPTIONS in its list and -W in its letters.
#define COMMON_LETTERS "W:"
enum { OPT_ADVICE = 512, OPT_JSON, OPT_SEARCH, OPT_VARIANT, OPT_WITHOUT };
#define COMMON_OPTIONS                                                                             \
    {"advice", no_argument, NULL, OPT_ADVICE}, {"json", no_argument, NULL, OPT_JSON},              \
        {"search", required_argument, NULL, OPT_SEARCH},                                           \
        {"variant", required_argument, NULL, OPT_VARIANT},                                         \
        {"without", required_argument, NULL, OPT_WITHOUT}

// Takes one of them from optarg. False when it is another option, or wrong (which it says).
bool take_common_option(Arena *arena, Input *input, int option);

// Says what is wrong with the command line; gives EXIT_USAGE.
int usage_error(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
