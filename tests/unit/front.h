// SPDX-License-Identifier: MIT
// For tests of the front end: takes source text through parsing, scope analysis, passes and code
// generation, and gives listings as text.
#ifndef FLASHFREEZE_TESTS_FRONT_H
#define FLASHFREEZE_TESTS_FRONT_H

#include "../../compiler/codegen/gen.h"
#include "../../compiler/codegen/ir_print.h"
#include "../../compiler/opt/passes.h"
#include "../../compiler/sema/scope.h"
#include "../../compiler/syntax/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Names names;
    Diagnostics diags;
    Source source;
    Module module;
    CompileOptions options;
    IrModule ir;
} Front;

static inline void front_parse(Front *front, const char *text)
{
    memset(front, 0, sizeof *front);
    front->names.arena = &front->arena;
    front->diags.arena = &front->arena;
    front->options = (CompileOptions){.module_name = "pack.test", .float_bits = 64};
    source_from_text(&front->arena, "test.py", text, strlen(text), &front->source);
    assert_true(parse_module(&front->arena, &front->names, &front->diags, &front->source,
                             &front->module));
}

static inline bool front_scopes(Front *front, const char *text)
{
    front_parse(front, text);
    return scope_analyse(&front->arena, &front->names, &front->diags, &front->module);
}

// Code generation of a front whose scopes are there; its options may have been changed.
static inline bool front_generate(Front *front)
{
    opt_run(&front->arena, &front->names, &front->options, &front->module, OPT_STAGE_MODULE);
    if (!codegen_outline(&front->arena, &front->names, &front->diags, &front->options,
                         &front->module, &front->ir))
        return false;
    opt_run(&front->arena, &front->names, &front->options, &front->module, OPT_STAGE_PROGRAM);
    return codegen_module(&front->arena, &front->names, &front->diags, &front->options,
                          &front->module, &front->ir);
}

static inline void front_compile(Front *front, const char *text)
{
    assert_true(front_scopes(front, text));
    assert_true(front_generate(front));
}

static inline const Name *front_name(Front *front, const char *text)
{
    return names_intern_z(&front->names, text);
}

// The listing of one function, without line numbers and indentation: instructions separated by
// "; ". Headers and locals are left out.
static inline const char *front_listing(Front *front, const IrFunction *function)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    IrFunction alone = *function;
    alone.children.count = 0;
    ir_print_function(&alone, NULL, file);
    rewind(file);
    char *text = arena_alloc(&front->arena, 1 << 16);
    char line[512];
    size_t size = 0;
    while (fgets(line, sizeof line, file)) {
        bool is_label = line[0] == 'L';
        if (!is_label && strncmp(line, "       ", 7) != 0)
            continue;
        const char *from = line + (is_label ? 0 : 7);
        size_t length = strcspn(from, "\n");
        assert_true(size + length + 3 < 1 << 16);
        if (size) {
            memcpy(text + size, "; ", 2);
            size += 2;
        }
        memcpy(text + size, from, length);
        size += length;
    }
    fclose(file);
    return text;
}

#endif
