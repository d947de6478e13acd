// SPDX-License-Identifier: MIT
// flashfreeze mpy-cross …, or the tool run under the name mpy-cross: MicroPython's own compiler's
// command line. Options for machine code are refused by name.
#include "command.h"
#include "mpy_file.h"

#include <stdlib.h>

static int refuse(const char *what)
{
    fprintf(stderr, "mpy-cross: %s: machine code is not made, only bytecode\n", what);
    return EXIT_USAGE;
}

static int wrong(const char *what)
{
    fprintf(stderr, "mpy-cross: wrong option '%s'\ntry 'mpy-cross --help'\n", what);
    return EXIT_USAGE;
}

static void print_help(void)
{
    puts("usage: mpy-cross [OPTION ...] [--] FILE.py\n"
         "  --version              the version of the tool and of the files it writes\n"
         "  -o FILE                output; else FILE.mpy beside the input, - is standard output\n"
         "  -s NAME                the file name that tracebacks show\n"
         "  -v                     accepted, does nothing\n"
         "  -O[0-3]                1: without asserts; 3: without line numbers too\n"
         "  -msmall-int-bits=N     bits of small ints on the weakest device (31)\n"
         "  -march=ARCH            accepted; code that needs a machine is refused where it stands\n"
         "  -march-flags=FLAGS     accepted likewise\n"
         "  -X emit=bytecode       the only kind of code; native and viper are refused\n"
         "  -X heapsize=N          accepted, not needed\n"
         "  -X source-lines, -X no-source-lines");
}

// The argument of -X. Gives EXIT_DONE when it is taken.
static int take_implementation(const char *text, MpyFile *file)
{
    if (strcmp(text, "emit=bytecode") == 0 || strncmp(text, "heapsize=", 9) == 0)
        return EXIT_DONE;
    if (strcmp(text, "emit=native") == 0 || strcmp(text, "emit=viper") == 0)
        return refuse(text);
    if (strcmp(text, "source-lines") != 0 && strcmp(text, "no-source-lines") != 0)
        return wrong(text);
    file->lines = *text == 's';
    return EXIT_DONE;
}

// -Olevel: a number above 3 is 3, none is 0.
static bool take_level(const char *text, MpyFile *file)
{
    char *end;
    unsigned long level = *text ? strtoul(text, &end, 10) : 0;
    if (*text && (*end || *text < '0' || *text > '9'))
        return false;
    file->level = level > 3 ? 3 : (uint32_t)level;
    return true;
}

static bool take_bits(const char *text, MpyFile *file)
{
    char *end;
    unsigned long bits = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || bits < 1 || bits > 63)
        return false;
    file->int_bits = (uint32_t)bits;
    return true;
}

typedef struct {
    int argc;
    char **argv;
    int at;
    MpyFile file;
    bool only_files; // after --
} CommandLine;

// The word behind the current one, or NULL.
static const char *next(CommandLine *arguments)
{
    if (arguments->at + 1 >= arguments->argc)
        return NULL;
    return arguments->argv[++arguments->at];
}

static int take_option(CommandLine *arguments, const char *word)
{
    MpyFile *file = &arguments->file;
    const char *value;
    if (strcmp(word, "-X") == 0)
        return (value = next(arguments)) ? take_implementation(value, file) : wrong(word);
    if (strcmp(word, "-o") == 0 || strcmp(word, "-s") == 0) {
        if (!(value = next(arguments)))
            return wrong(word);
        *(word[1] == 'o' ? &file->output : &file->source_name) = value;
        return EXIT_DONE;
    }
    if (strncmp(word, "-O", 2) == 0)
        return take_level(word + 2, file) ? EXIT_DONE : wrong(word);
    if (strncmp(word, "-msmall-int-bits=", 17) == 0)
        return take_bits(word + 17, file) ? EXIT_DONE : wrong(word);
    // A machine alone asks for nothing; decorators that do are refused where they stand.
    if (strncmp(word, "-march=", 7) == 0 || strncmp(word, "-march-flags=", 13) == 0)
        return EXIT_DONE;
    for (value = word + 1; *value == 'v';)
        value++;
    if (word[1] == 'v' && !*value)
        return EXIT_DONE;
    if (strcmp(word, "--") != 0)
        return wrong(word);
    arguments->only_files = true;
    return EXIT_DONE;
}

static int take_word(CommandLine *arguments)
{
    const char *word = arguments->argv[arguments->at];
    if (word[0] == '-' && word[1] && !arguments->only_files)
        return take_option(arguments, word);
    if (arguments->file.input) {
        fprintf(stderr, "mpy-cross: one input file at a time\n");
        return EXIT_USAGE;
    }
    arguments->file.input = word;
    return EXIT_DONE;
}

int cmd_mpy_cross(int argc, char **argv)
{
    CommandLine arguments = {.argc = argc, .argv = argv, .file = MPY_FILE_DEFAULTS};
    for (arguments.at = 1; arguments.at < argc; arguments.at++) {
        const char *word = argv[arguments.at];
        if (!arguments.only_files && strcmp(word, "--version") == 0) {
            puts("flashfreeze " FLASHFREEZE_VERSION "; mpy-cross emitting mpy v6.3");
            return EXIT_DONE;
        }
        if (!arguments.only_files && (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)) {
            print_help();
            return EXIT_DONE;
        }
        int code = take_word(&arguments);
        if (code != EXIT_DONE)
            return code;
    }
    if (!arguments.file.input) {
        print_help();
        return EXIT_USAGE;
    }
    return mpy_file_compile(&arguments.file);
}
