// SPDX-License-Identifier: MIT
// The passes over one module, in order.
#include "compile.h"

#include "base/library.h"
#include "base/warnings.h"
#include "codegen/gen.h"
#include "codegen/ir_print.h"
#include "lint/lint.h"
#include "opt/passes.h"
#include "sema/scope.h"
#include "syntax/ast_print.h"
#include "syntax/lex.h"
#include "syntax/parser.h"

#include <string.h>

static bool read_file(CompiledModule *unit, const char *path)
{
    const LibraryFile *library = library_find(path);
    if (library) {
        source_from_text(&unit->arena, path, library->text, library->size, &unit->file);
        return true;
    }
    if (path[strlen(path) - 1] == '/') { // a package without __init__.py
        source_from_text(&unit->arena, path, "", 0, &unit->file);
        return true;
    }
    switch (source_read(&unit->arena, path, &unit->file)) {
    case SOURCE_OK:
        return true;
    case SOURCE_NOT_FOUND:
        diag_report(&unit->diags, NULL, (Span){0}, DIAG_CANNOT_READ, path, "there is no such file");
        break;
    case SOURCE_UNREADABLE:
        diag_report(&unit->diags, NULL, (Span){0}, DIAG_CANNOT_READ, path, "reading it fails");
        break;
    case SOURCE_TOO_LARGE:
        diag_report(&unit->diags, NULL, (Span){0}, DIAG_FILE_TOO_LARGE, path);
        break;
    }
    return false;
}

// Reads, parses and analyses `path`, and warns; `findings` as lint_module has it.
static bool compile_tree(CompiledModule *unit, const char *path, const CompileOptions *options,
                         LintFindings *findings)
{
    Arena *arena = &unit->arena;
    Diagnostics *diags = &unit->diags;
    unit->names.arena = arena;
    diags->arena = arena;
    if (!read_file(unit, path))
        return false;
    if (!parse_module(arena, &unit->names, diags, &unit->file, &unit->tree))
        return false;
    unit->tree.for_micropython = options->for_micropython;
    unit->tree.keeps_annotations = options->keeps_annotations;
    if (!scope_analyse(arena, &unit->names, diags, &unit->tree))
        return false;
    // Nobody can do anything about our modules, and few about those for MicroPython.
    if (!library_find(path) && !options->for_micropython && warnings_any(diags->warnings))
        lint_module(arena, &unit->names, diags, options, &unit->tree, findings);
    return true;
}

void compile_check(CompiledModule *unit, const char *path)
{
    const char *slash = strrchr(path, '/');
    const CompileOptions options = {
        .module_name = "module",
        .is_package = strcmp(slash ? slash + 1 : path, "__init__.py") == 0,
    };
    Severity severity;
    if (!compile_tree(unit, path, &options, NULL) ||
        !warnings_allow(unit->diags.warnings, DIAG_MAYBE_UNBOUND, &severity))
        return;
    // Warnings that are found in the code; what else its making reports is no matter here.
    Diagnostics found = {.arena = &unit->arena, .warnings = unit->diags.warnings};
    if (codegen_outline(&unit->arena, &unit->names, &found, &options, &unit->tree, &unit->ir))
        codegen_module(&unit->arena, &unit->names, &found, &options, &unit->tree, &unit->ir);
    for (uint32_t i = 0; i < found.list.count; i++)
        if (found.list.items[i].code == DIAG_MAYBE_UNBOUND)
            VEC_PUSH(&unit->arena, &unit->diags.list, found.list.items[i]);
}

bool compile_front(CompiledModule *unit, const char *path, const CompileOptions *options)
{
    Arena *arena = &unit->arena;
    if (!compile_tree(unit, path, options, &unit->lint))
        return false;
    opt_run(arena, &unit->names, options, &unit->tree, OPT_STAGE_MODULE);
    return codegen_outline(arena, &unit->names, &unit->diags, options, &unit->tree, &unit->ir);
}

bool compile_back(CompiledModule *unit, const CompileOptions *options, DumpStage dump)
{
    Arena *arena = &unit->arena;
    opt_run(arena, &unit->names, options, &unit->tree, OPT_STAGE_PROGRAM);
    if (dump == DUMP_AST)
        ast_print(&unit->tree, AST_AS_3_11, stdout);
    if (!codegen_module(arena, &unit->names, &unit->diags, options, &unit->tree, &unit->ir))
        return false;
    if (dump == DUMP_IR)
        ir_print_module(&unit->ir, stdout);
    return true;
}

bool compile_file(CompiledModule *unit, const char *path, const CompileOptions *options,
                  DumpStage dump)
{
    return compile_front(unit, path, options) && compile_back(unit, options, dump);
}

void compile_free(CompiledModule *unit) { arena_free(&unit->arena); }
