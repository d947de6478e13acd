// SPDX-License-Identifier: MIT
// The flashfreeze command: finds the subcommand and gives its exit code.
#include "command.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *usage;
} commands[] = {
    {"build", cmd_build,
     "build [MANIFEST|FILE.py] [-o DIR] [-j N] [--depfile F] [--map F] [OPTIONS]\n"
     "      writes what the manifest asks for and prints what it takes"},
    {"run", cmd_run,
     "run [MANIFEST|FILE.py|FILE.fzi] [--heap N] [--stack N] [--gc-threshold N] [--stats]\n"
     "          [--float 32|64] [--clock real|virtual] [OPTIONS] [ARGUMENTS]\n"
     "      runs on this machine in the RAM that the manifest gives; a virtual clock moves by\n"
     "      the program's sleeping alone"},
    {"check", cmd_check,
     "check [MANIFEST|FILE.py ...] [--alone] [OPTIONS] | --list-warnings\n"
     "      reports errors, warnings and, with --advice, where memory could be saved;\n"
     "      --alone takes each file by itself"},
    {"compile", cmd_compile,
     "compile FILE.py [-o FILE.mpy] [-O0..3] [-s NAME] [--small-int-bits N] [--no-lines]\n"
     "      compiles one module for MicroPython\n"
     "  flashfreeze compile DIR -o DIR [-O0..3] [--closed-world | --short-names] [--keep NAME]\n"
     "          [--names FILE]\n"
     "      compiles all of a directory; freeze and romfs take the same options"},
    {"mpy-cross", cmd_mpy_cross,
     "mpy-cross [OPTION ...] FILE.py\n"
     "      the same with the command line of MicroPython's compiler (see mpy-cross --help)"},
    {"freeze", cmd_freeze,
     "freeze --qstrs FILE [-o FILE.c] [-O0..3] [--quiet] [--manifest manifest.py [-v NAME=DIR ...]]\n"
     "          [--cache FILE | --no-cache] DIR|FILE.py|NAME=FILE.py ...\n"
     "      writes modules as C for MicroPython firmware; FILE is its qstrdefs.preprocessed.h"},
    {"import-manifest", cmd_import_manifest,
     "import-manifest manifest.py [-v NAME=DIR ...] [-o FILE.yaml]\n"
     "      makes a manifest of what a port of MicroPython freezes"},
    {"romfs", cmd_romfs,
     "romfs DIR [-o FILE.romfs] [-O0..3]\n"
     "      makes an image of MicroPython's read-only file system; Python files become .mpy files"},
    {"dis", cmd_dis,
     "dis [MANIFEST|FILE.py|FILE.fzi|FILE.mpy] [OPTIONS]\n"
     "      lists the instructions"},
    {"report", cmd_report,
     "report [--diff OLD.json] [MANIFEST|FILE.py|NEW.json] [--format text|json|html] [-o FILE]\n"
     "          [OPTIONS]\n"
     "      says what takes flash and RAM, object by object"},
    {"why", cmd_why,
     "why NAME [MANIFEST|FILE.py] [OPTIONS]\n"
     "      says what keeps a function, class, module or text in the image"},
    {"symbolize", cmd_symbolize,
     "symbolize MAP [FILE]\n"
     "      puts lines and names into tracebacks of a stripped image; MAP is of build --map"},
    {"verify", cmd_verify, "verify FILE.fzi\n      checks an image"},
    {"init", cmd_init, "init [DIR]\n      writes a manifest and a program to start from"},
    {"ast", cmd_ast,
     "ast [--as 3.11|3.14] [--places | --quiet] FILE.py ...\n      prints the syntax tree as CPython does"},
    {"ir", cmd_ir,
     "ir [--name MODULE] [--package] [--entry] [--without PASS|all] [--float 32|64]\n"
     "          [--strip docstrings|asserts] [--quiet] FILE.py ...\n"
     "      lists the intermediate representation of each file alone"},
};

static void print_options(FILE *out)
{
    fputs("\noptions: --search DIR, --variant V, -Wname, -Wno-name, -Wall, -Werror, -Werror=name,\n"
          "  --without PASS|all, --advice, --json (messages as JSON, one object a line)\n",
          out);
}

static void print_help(FILE *out)
{
    fputs("flashfreeze freezes Python programs into constant data for firmware.\n\nusage:\n", out);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        fprintf(out, "  flashfreeze %s\n", commands[i].usage);
    print_options(out);
    fputs("\nWithout a file, " DEFAULT_MANIFEST " is read. Sizes take K and M.\n"
          "Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 could not read or write;\n"
          "run gives the program's own.\n",
          out);
}

static bool is_help(const char *word) { return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0; }

int main(int argc, char **argv)
{
    if (strcmp(path_base(argv[0]), "mpy-cross") == 0)
        return cmd_mpy_cross(argc, argv);
    if (argc < 2) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    if (is_help(argv[1])) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("flashfreeze " FLASHFREEZE_VERSION);
        return EXIT_DONE;
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(argv[1], commands[i].name) != 0)
            continue;
        if (argc < 3 || !is_help(argv[2]) || commands[i].run == cmd_mpy_cross) // which has its own
            return commands[i].run(argc - 1, argv + 1);
        printf("usage:\n  flashfreeze %s\n", commands[i].usage);
        print_options(stdout);
        return EXIT_DONE;
    }
    fprintf(stderr, "flashfreeze: unknown command '%s'\ntry 'flashfreeze --help'\n", argv[1]);
    return EXIT_USAGE;
}
