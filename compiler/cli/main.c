// SPDX-License-Identifier: MIT
// The flashfreeze command: finds the subcommand and gives its exit code.
#include "command.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *usage;
} commands[] = {
    {"dis", cmd_dis, "dis [MANIFEST|FILE.py|FILE.fzi]   list the instructions"},
    {"verify", cmd_verify, "verify FILE.fzi   check an image"},
    {"run", cmd_run, "run [MANIFEST|FILE.py|FILE.fzi] [OPTIONS] [ARGUMENTS]   run on this machine"},
};

static void print_help(FILE *out)
{
    fputs("flashfreeze freezes Python programs into constant data for firmware.\n\nusage:\n", out);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        fprintf(out, "  flashfreeze %s\n", commands[i].usage);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("flashfreeze " FLASHFREEZE_VERSION);
        return EXIT_DONE;
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fprintf(stderr, "flashfreeze: unknown command '%s'\ntry 'flashfreeze --help'\n", argv[1]);
    return EXIT_USAGE;
}
