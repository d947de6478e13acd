// SPDX-License-Identifier: MIT
// The passes over a program, in order. Modules are compiled by up to `threads` threads, each with
// memory and messages of its own; everything after that is done in one order.
#include "pipeline.h"

#include "link/globals.h"
#include "link/reach.h"

#include <pthread.h>
#include <stdatomic.h>

// Files that threads take from one by one.
typedef struct {
    Pipeline *pipeline;
    ModuleFile *const *files;
    CompiledModule *const *units;
    uint32_t count;
    atomic_uint next;
} Wave;

static CompileOptions compile_options(const Pipeline *pipeline, const ModuleFile *file,
                                      const NamedConstant *constants)
{
    const Manifest *manifest = pipeline->options->manifest;
    return (CompileOptions){
        .module_name = file->module,
        .is_package = file->is_package,
        .is_entry = file->is_entry,
        .strip_docstrings = manifest->strip.docstrings,
        .strip_asserts = manifest->strip.asserts,
        .float_bits = (uint32_t)manifest->runtime.float_width,
        .constants = constants,
        .constant_count = manifest->constants.count,
    };
}

static void compile_one(const Pipeline *pipeline, ModuleFile *file, CompiledModule *unit)
{
    const Manifest *manifest = pipeline->options->manifest;
    NamedConstant *constants =
        ARENA_NEW_ARRAY(&unit->arena, NamedConstant, manifest->constants.count);
    for (uint32_t i = 0; i < manifest->constants.count; i++) {
        const ManifestConstant *constant = &manifest->constants.items[i];
        constants[i] = (NamedConstant){constant->name->text, constant->value};
    }
    CompileOptions options = compile_options(pipeline, file, constants);
    bool is_good = compile_file(unit, file->path, &options, pipeline->options->dump);
    file->ir = is_good ? &unit->ir : NULL;
}

static void *work(void *context)
{
    Wave *wave = context;
    for (;;) {
        uint32_t index = atomic_fetch_add(&wave->next, 1);
        if (index >= wave->count)
            return NULL;
        compile_one(wave->pipeline, wave->files[index], wave->units[index]);
    }
}

static void run_threads(Wave *wave, uint32_t threads)
{
    enum { MOST_THREADS = 64 };
    pthread_t ids[MOST_THREADS];
    uint32_t started = 0;
    while (started + 1 < threads && started + 1 < wave->count && started < MOST_THREADS)
        if (pthread_create(&ids[started], NULL, work, wave) == 0)
            started++;
        else
            break; // this thread does the rest
    work(wave);
    for (uint32_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
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

static void compile_wave(void *context, ModuleFile *const *files, uint32_t count)
{
    Pipeline *pipeline = context;
    CompiledModule **units = ARENA_NEW_ARRAY(pipeline->arena, CompiledModule *, count);
    for (uint32_t i = 0; i < count; i++)
        units[i] = ARENA_NEW(pipeline->arena, CompiledModule);
    Wave wave = {.pipeline = pipeline, .files = files, .units = units, .count = count};
    // Dumps go to one stream, in order.
    bool is_dumping = pipeline->options->dump != DUMP_NONE;
    run_threads(&wave, is_dumping ? 1 : pipeline->options->threads);
    for (uint32_t i = 0; i < count; i++) {
        take_messages(pipeline->diags, &units[i]->diags);
        VEC_PUSH(pipeline->arena, &pipeline->compiled, units[i]);
        VEC_PUSH(pipeline->arena, &pipeline->files, files[i]->path);
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
    bool is_good = graph_build(program, options->entry_path, compile_wave, pipeline);
    globals_assign(program);
    is_good = globals_check(program) && is_good;
    if (is_good)
        reach_mark(program);
    return is_good;
}

bool pipeline_image(Pipeline *pipeline)
{
    const Manifest *manifest = pipeline->options->manifest;
    ImageOptions options = {
        .name = manifest->name->text,
        .heap_size = manifest->runtime.heap,
        .stack_size = manifest->runtime.stack,
        .gc_threshold = manifest->runtime.gc.threshold,
        .float32 = manifest->runtime.float_width == FLOAT_WIDTH_32,
        .lines = manifest->strip.lines != LINES_NONE,
    };
    return image_build(&pipeline->program, &options, &pipeline->image);
}

void pipeline_free(Pipeline *pipeline)
{
    for (uint32_t i = 0; i < pipeline->compiled.count; i++)
        compile_free(pipeline->compiled.items[i]);
}
