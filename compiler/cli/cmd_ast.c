// SPDX-License-Identifier: MIT
// flashfreeze ast [--as 3.11|3.14] [--places] FILE: prints the syntax tree as CPython's ast.dump()
// of that version does. It is how the parser is compared with CPython.
#include "commands.h"

#include "../base/diag.h"
#include "../syntax/ast_print.h"
#include "../syntax/parser.h"

#include <errno.h>
#include <string.h>

enum { EXIT_DONE, EXIT_ERRORS, EXIT_USAGE, EXIT_IO };

static int usage(void)
{
    fputs("usage: flashfreeze ast [--as 3.11|3.14] [--places] FILE\n", stderr);
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

int cmd_ast(int argc, char **argv)
{
    AstVersion version = AST_AS_3_14;
    int at = 1;
    if (argc >= 3 && strcmp(argv[1], "--as") == 0) {
        if (!read_version(argv[2], &version))
            return usage();
        at = 3;
    }
    bool places = at < argc && strcmp(argv[at], "--places") == 0;
    at += places;
    if (argc != at + 1)
        return usage();
    Arena arena = {0};
    Names names = {.arena = &arena};
    Diagnostics diags = {.arena = &arena};
    Source source;
    Module module;
    int status = EXIT_IO;
    if (read_source(&arena, &diags, argv[at], &source)) {
        status = EXIT_ERRORS;
        if (parse_module(&arena, &names, &diags, &source, &module)) {
            (places ? ast_print_places : ast_print)(&module, version, stdout);
            bool failed = fflush(stdout) != 0 || ferror(stdout);
            status = failed ? EXIT_IO : EXIT_DONE;
        }
    }
    diag_print(&diags, stderr, false);
    arena_free(&arena);
    return status;
}
