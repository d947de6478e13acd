// SPDX-License-Identifier: MIT
// Reads, compiles and writes; a file is written in one step or not at all.
#define _POSIX_C_SOURCE 200809L
#include "mpy_file.h"

#include "../base/warnings.h"
#include "../compile.h"
#include "../emit/output.h"
#include "../micropython/mpy.h"
#include "command.h"

#include <stdlib.h>
#include <unistd.h>

const struct WarningSet *mpy_warnings(void)
{
    static WarningSet set;
    warnings_defaults(&set);
    warnings_set(&set, "no-all");
    warnings_set(&set, "native");
    return &set;
}

static const char *default_output(Arena *arena, const char *input)
{
    size_t size = strlen(input);
    if (strcmp(input, "-") == 0)
        return "-";
    if (size > 3 && strcmp(input + size - 3, ".py") == 0)
        size -= 3;
    return arena_format(arena, "%.*s.mpy", (int)size, input);
}

static bool write_bytes(CompiledModule *unit, const char *path, const Bytes *bytes)
{
    if (strcmp(path, "-") == 0)
        return fwrite(bytes->items, 1, bytes->count, stdout) == bytes->count;
    Output output;
    output_open(&output, &unit->diags, path);
    fwrite(bytes->items, 1, bytes->count, output.stream);
    return output_close(&output);
}

static bool compile_and_write(CompiledModule *unit, const MpyFile *file)
{
    CompileOptions options = {.module_name = "module",
                              .strip_docstrings = true,
                              .strip_asserts = file->level >= 1,
                              .float_bits = 64,
                              .for_micropython = true};
    if (!compile_file(unit, file->input, &options, DUMP_NONE))
        return false;
    MpyOptions mpy = {.file_name = file->source_name ? file->source_name
                                   : strcmp(file->input, "-") == 0 ? "<stdin>"
                                                                   : file->input,
                      .int_bits = file->int_bits,
                      .lines = file->lines && file->level < 3};
    const MpyInput input = {.arena = &unit->arena,
                            .names = &unit->names,
                            .diags = &unit->diags,
                            .module = &unit->ir,
                            .options = mpy};
    MpyModule module;
    if (!mpy_lower(&input, &module) || !mpy_encode(&input, &module))
        return false;
    Bytes bytes = {0};
    mpy_write(&unit->arena, &module, &mpy, &bytes);
    const char *path = file->output ? file->output : default_output(&unit->arena, file->input);
    return write_bytes(unit, path, &bytes);
}

int mpy_file_compile(const MpyFile *file)
{
    CompiledModule unit = {.diags = {.warnings = mpy_warnings()}};
    int code = compile_and_write(&unit, file) ? EXIT_DONE : EXIT_INPUT;
    for (uint32_t i = 0; i < unit.diags.list.count; i++) {
        DiagCode diag = unit.diags.list.items[i].code;
        if (diag == DIAG_CANNOT_READ || diag == DIAG_CANNOT_WRITE)
            code = EXIT_IO;
    }
    diag_print(&unit.diags, stderr, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    compile_free(&unit);
    return code;
}
