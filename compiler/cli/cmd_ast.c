// SPDX-License-Identifier: MIT
// flashfreeze ast [--as 3.11|3.14] [--places | --quiet] FILE ...: prints the syntax tree as CPython's
// ast.dump() of that version does; with --quiet it only parses. It is how the parser is compared with CPython.
#include "commands.h"

#include "../base/diag.h"
#include "../syntax/ast_print.h"
#include "../syntax/parser.h"

#include <errno.h>
#include <string.h>

enum { EXIT_DONE, EXIT_ERRORS, EXIT_USAGE, EXIT_IO };

static int usage(void)
{
    fputs("usage: flashfreeze ast [--as 3.11|3.14] [--places | --quiet] FILE ...\n", stderr);
    return EXIT_USAGE;
}

static bool read_version(const char *text, AstVersion *out)
{
    if (strcmp(text, "3.11") == 0)
        *out = AST_AS_3_11;
    else if (strcmp(text, "3.14") == 0)
        *out = AST_AS_3_14;
    else
        return false;
    return true;
}

static bool read_source(Arena *arena, Diagnostics *diags, const char *path, Source *source)
{
    switch (source_read(arena, path, source)) {
    case SOURCE_OK:
        return true;
    case SOURCE_TOO_LARGE:
        diag_report(diags, NULL, (Span){0, 0}, DIAG_FILE_TOO_LARGE, path);
        return false;
    case SOURCE_NOT_FOUND:
    case SOURCE_UNREADABLE:
        diag_report(diags, NULL, (Span){0, 0}, DIAG_CANNOT_READ, path, strerror(errno));
        return false;
    }
    return false;
}

typedef void Printer(const Module *module, AstVersion version, FILE *out);

// Parses one file and prints its tree; `print` may be NULL.
static int print_file(const char *path, Printer *print, AstVersion version)
{
    Arena arena = {0};
    Names names = {.arena = &arena};
    Diagnostics diags = {.arena = &arena};
    Source source;
    Module module;
    int status = EXIT_IO;
    if (read_source(&arena, &diags, path, &source)) {
        status = EXIT_ERRORS;
        if (parse_module(&arena, &names, &diags, &source, &module)) {
            if (print)
                print(&module, version, stdout);
            bool failed = fflush(stdout) != 0 || ferror(stdout);
            status = failed ? EXIT_IO : EXIT_DONE;
        }
    }
    diag_print(&diags, stderr, false);
    arena_free(&arena);
    return status;
}

int cmd_ast(int argc, char **argv)
{
    AstVersion version = AST_AS_3_14;
    Printer *print = ast_print;
    int at = 1;
    for (; at < argc && strncmp(argv[at], "--", 2) == 0; at++) {
        if (strcmp(argv[at], "--places") == 0)
            print = ast_print_places;
        else if (strcmp(argv[at], "--quiet") == 0)
            print = NULL;
        else if (strcmp(argv[at], "--as") != 0 || at + 1 == argc ||
                 !read_version(argv[++at], &version))
            return usage();
    }
    if (at == argc)
        return usage();
    int status = EXIT_DONE;
    for (; at < argc; at++) {
        int one = print_file(argv[at], print, version);
        status = one > status ? one : status;
    }
    return status;
}
