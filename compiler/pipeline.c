// SPDX-License-Identifier: MIT
// The passes over a program, in order. Modules are compiled by up to `threads` threads, each with
// memory and messages of its own; everything after that is done in one order.
#include "pipeline.h"

#include "base/library.h"
#include "base/threads.h"
#include "link/globals.h"
#include "link/reach.h"
#include "link/unused.h"
#include "link/world.h"
#include "opt/passes.h"

#include <assert.h>

// Modules that are compiled at once.
typedef struct {
    Pipeline *pipeline;
    CompiledModule *const *units;
    uint32_t count;
    bool (*compile)(const Pipeline *pipeline, CompiledModule *unit);
} Wave;

static CompileOptions compile_options(const Pipeline *pipeline, const ModuleFile *file,
                                      Arena *arena)
{
    const Manifest *manifest = pipeline->options->manifest;
    NamedConstant *constants = ARENA_NEW_ARRAY(arena, NamedConstant, manifest->constants.count);
    for (uint32_t i = 0; i < manifest->constants.count; i++) {
        const ManifestConstant *constant = &manifest->constants.items[i];
        constants[i] = (NamedConstant){constant->name->text, constant->value};
    }
    return (CompileOptions){
        .module_name = file->module,
        .is_package = file->is_package,
        .is_entry = file->is_entry,
        .strip_docstrings = manifest->strip.docstrings,
        .strip_asserts = manifest->strip.asserts,
        .keeps_annotations = !manifest->strip.annotations,
        .float_bits = (uint32_t)manifest->runtime.float_width,
        .constants = constants,
        .constant_count = manifest->constants.count,
        .disabled_passes = pipeline->options->disabled_passes,
    };
}

static bool front(const Pipeline *pipeline, CompiledModule *unit)
{
    unit->options = compile_options(pipeline, unit->from, &unit->arena);
    if (!compile_front(unit, unit->from->path, &unit->options))
        return false;
    facts_collect(&unit->arena, &unit->names, &unit->options, &unit->tree, &unit->facts);
    return true;
}

static bool back(const Pipeline *pipeline, CompiledModule *unit)
{
    return !unit->is_good || compile_back(unit, &unit->options, pipeline->options->dump);
}

static void compile_one(void *context, uint32_t index)
{
    const Wave *wave = context;
    CompiledModule *unit = wave->units[index];
    unit->is_good = wave->compile(wave->pipeline, unit);
}

// Messages of a module become messages of the program; their texts live in the module's memory.
static void take_messages(Diagnostics *all, const Diagnostics *of_module)
{
    for (uint32_t i = 0; i < of_module->list.count; i++) {
        Diag diag = of_module->list.items[i];
        diag.order = all->list.count;
        VEC_PUSH(all->arena, &all->list, diag);
    }
    all->error_count += of_module->error_count;
}

// Reads and analyses the files of one wave of imports.
static void front_wave(void *context, ModuleFile *const *files, uint32_t count)
{
    Pipeline *pipeline = context;
    uint32_t first = pipeline->compiled.count;
    for (uint32_t i = 0; i < count; i++) {
        CompiledModule *unit = ARENA_NEW(pipeline->arena, CompiledModule);
        unit->from = files[i];
        unit->diags.warnings = pipeline->diags->warnings;
        VEC_PUSH(pipeline->arena, &pipeline->compiled, unit);
        bool is_folder = files[i]->path[strlen(files[i]->path) - 1] == '/';
        if (!library_find(files[i]->path) && !is_folder)
            VEC_PUSH(pipeline->arena, &pipeline->files, files[i]->path);
    }
    CompiledModule *const *units = pipeline->compiled.items + first;
    Wave wave = {.pipeline = pipeline, .units = units, .count = count, .compile = front};
    run_tasks(pipeline->options->threads, count, compile_one, &wave);
    for (uint32_t i = 0; i < count; i++)
        files[i]->ir = units[i]->is_good ? &units[i]->ir : NULL;
}

// False when a warning counts as an error.
static bool lint_all(Pipeline *pipeline)
{
    uint32_t count = 0;
    LintedModule *modules =
        ARENA_NEW_ARRAY(pipeline->arena, LintedModule, pipeline->compiled.count);
    for (uint32_t i = 0; i < pipeline->compiled.count; i++) {
        CompiledModule *unit = pipeline->compiled.items[i];
        if (unit->is_good)
            modules[count++] = (LintedModule){&unit->lint, pipeline->diags, unit->tree.source};
    }
    uint32_t errors_before = pipeline->diags->error_count;
    lint_program(pipeline->arena, pipeline->program.names, modules, count);
    return pipeline->diags->error_count == errors_before;
}

// Makes the code of all modules. False when a module has errors that show only then.
static bool back_wave(Pipeline *pipeline)
{
    Wave wave = {.pipeline = pipeline,
                 .units = pipeline->compiled.items,
                 .count = pipeline->compiled.count,
                 .compile = back};
    // Dumps go to one stream, in order.
    bool is_dumping = pipeline->options->dump != DUMP_NONE;
    run_tasks(is_dumping ? 1 : pipeline->options->threads, wave.count, compile_one, &wave);
    bool is_good = true;
    for (uint32_t i = 0; i < wave.count; i++) {
        take_messages(pipeline->diags, &wave.units[i]->diags);
        is_good = is_good && wave.units[i]->is_good;
    }
    return is_good;
}

// The modules compiled from source, for what judges the program as a whole.
static WorldInput *world_inputs(Pipeline *pipeline)
{
    Program *program = &pipeline->program;
    WorldInput *inputs =
        ARENA_NEW_ARRAY(pipeline->arena, WorldInput, pipeline->compiled.count + 1);
    uint32_t next = 0;
    for (uint32_t i = 0; i < program->modules.count; i++) {
        LinkedModule *linked = program->modules.items[i];
        if (linked->kind != LINKED_PYTHON)
            continue;
        // Both lists are in order of discovery.
        CompiledModule *unit = pipeline->compiled.items[next];
        assert(linked->ir == &unit->ir);
        unit->options.world = &pipeline->world;
        inputs[next++] = (WorldInput){.linked = linked,
                                      .arena = &unit->arena,
                                      .names = &unit->names,
                                      .tree = &unit->tree,
                                      .options = &unit->options,
                                      .facts = &unit->facts};
    }
    return inputs;
}

// Modules without code are as good as not there.
static void forget_failed(Program *program)
{
    for (uint32_t i = 0; i < program->modules.count; i++) {
        LinkedModule *module = program->modules.items[i];
        if (module->ir && !module->ir->top)
            module->ir = NULL;
    }
}

bool pipeline_link(Pipeline *pipeline, Arena *arena, Names *names, Diagnostics *diags,
                   const PipelineOptions *options)
{
    *pipeline = (Pipeline){.arena = arena, .diags = diags, .options = options};
    Program *program = &pipeline->program;
    program->arena = arena;
    program->names = names;
    program->diags = diags;
    program->manifest = options->manifest;
    bool is_good = graph_build(program, options->entry_path, front_wave, pipeline);
    // What is known of the program is nothing when it has errors.
    const WorldInput *inputs = is_good ? world_inputs(pipeline) : NULL;
    if (inputs)
        world_build(program, inputs, pipeline->compiled.count, &pipeline->world);
    is_good = back_wave(pipeline) && is_good;
    forget_failed(program);
    globals_assign(program);
    is_good = globals_check(program) && is_good;
    if (is_good) {
        is_good = lint_all(pipeline);
        if (!(options->disabled_passes >> OPT_LINK_unused & 1))
            unused_drop(program, inputs, pipeline->compiled.count, &pipeline->world);
        reach_mark(program);
    }
    return is_good;
}

ImageOptions pipeline_image_options(const Pipeline *pipeline)
{
    const Manifest *manifest = pipeline->options->manifest;
    return (ImageOptions){
        .name = manifest->name->text,
        .heap_size = manifest->runtime.heap,
        .stack_size = manifest->runtime.stack,
        .gc_threshold = manifest->runtime.gc.threshold,
        .float32 = manifest->runtime.float_width == FLOAT_WIDTH_32,
        .lines = manifest->strip.lines != LINES_NONE,
        .strip_names = manifest->strip.names,
    };
}

bool pipeline_image(Pipeline *pipeline)
{
    ImageOptions options = pipeline_image_options(pipeline);
    return image_build(&pipeline->program, &options, &pipeline->image);
}

void pipeline_free(Pipeline *pipeline)
{
    for (uint32_t i = 0; i < pipeline->compiled.count; i++)
        compile_free(pipeline->compiled.items[i]);
}
