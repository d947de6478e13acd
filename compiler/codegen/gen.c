// SPDX-License-Identifier: MIT
// A module from tree to IR: its top level, the functions inside, then tidying and checking.
#include "gen.h"

#include "../base/library.h"
#include "../base/warnings.h"
#include "../opt/passes.h"
#include "../sema/imports.h"
#include "ir_check.h"
#include "ir_print.h"
#include "ir_unbound.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

static void gen_top(Gen *gen)
{
    const Module *module = gen->module;
    Span span = {0};
    Unit unit;
    gen_open_unit(gen, &unit, IR_FUNCTION_MODULE, names_intern_z(gen->names, "<module>"),
                  module->scope, NULL, span);
    gen->out->top = unit.function;
    if (module->scope->docstring && !gen->options->strip_docstrings) {
        gen_constant(gen, module->scope->docstring, span);
        gen_named(gen, IR_STORE_GLOBAL, names_intern_z(gen->names, "__doc__"), span);
    }
    gen_stmts(gen, &module->body);
    if (module->body.count)
        span = module->body.items[module->body.count - 1]->span;
    gen_none(gen, span);
    gen_op(gen, IR_RETURN_VALUE, span);
    gen_close_unit(gen);
}

static void list_globals(Arena *arena, Names *names, const CompileOptions *options,
                         const Scope *scope, IrModule *out)
{
    if (scope->docstring && !options->strip_docstrings) {
        const Name *doc = names_intern_z(names, "__doc__");
        const Symbol *symbol = scope_find(scope, doc);
        if (!symbol || !(symbol->flags & SYMBOL_BOUND))
            VEC_PUSH(arena, &out->globals, doc);
    }
    for (uint32_t i = 0; i < scope->symbols.count; i++)
        if (scope->symbols.items[i]->flags & SYMBOL_BOUND)
            VEC_PUSH(arena, &out->globals, scope->symbols.items[i]->name);
}

// A fault here is a bug of ours. The release build does not look for it: what checks its code is
// the verifier of images.
static void check(IrModule *module)
{
#ifndef NDEBUG
    Arena scratch = {0};
    IrFault fault;
    IrFunction *culprit;
    if (!ir_check_all(&scratch, module->top, &fault, &culprit)) {
        fprintf(stderr, "internal error: %s: %s: %s at instruction %u\n", module->source->path,
                culprit->qualname->text, fault.rule, (unsigned)fault.place);
        ir_print_function(culprit, module->source, stderr);
        abort();
    }
    arena_free(&scratch);
#else
    (void)module;
#endif
}

bool codegen_outline(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                     const Module *module, IrModule *out)
{
    *out = (IrModule){.name = names_intern_z(names, options->module_name),
                      .is_package = options->is_package,
                      .source = module->source};
    list_globals(arena, names, options, module->scope, out);
    return imports_collect(arena, names, diags, options, module, out);
}

bool codegen_module(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                    Module *module, IrModule *out)
{
    Gen gen = {.arena = arena,
               .names = names,
               .diags = diags,
               .options = options,
               .module = module,
               .out = out};
    gen_top(&gen);
    if (gen.failed)
        return false;
    Severity severity;
    if (warnings_allow(diags->warnings, DIAG_MAYBE_UNBOUND, &severity) &&
        !library_find(module->source->path))
        ir_warn_unbound(diags, module->source, out->top);
    uint32_t disabled = options->disabled_passes >> OPT_PASS_COUNT;
    if (options->for_micropython)
        disabled |= 1u << IR_PASS_tails;
    ir_optimise(module->source, out->top, disabled);
    check(out);
    return true;
}
