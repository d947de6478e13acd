// SPDX-License-Identifier: MIT
// First every module becomes a list of instructions, then the program as a whole is looked at, then
// the bytes are made.
#include "mpy_set.h"

#include "base/threads.h"

typedef struct {
    MpySet *set;
    const MpySetOptions *options;
} Work;

// Where names are short, files are numbers.
static const char *file_name(Arena *arena, const MpySetOptions *options, const MpyItem *item,
                             uint32_t index)
{
    return options->closed.rename == RENAME_ALL ? arena_format(arena, "%u", (unsigned)index)
                                                : item->name;
}

static void lower_one(void *context, uint32_t index)
{
    const Work *work = context;
    const MpySetOptions *options = work->options;
    MpySetModule *module = &work->set->modules[index];
    CompiledModule *unit = &module->unit;
    unit->diags.warnings = options->warnings;
    CompileOptions compile = {.module_name = "module",
                              .strip_docstrings = true,
                              .strip_asserts = !options->keeps_asserts,
                              .float_bits = 64,
                              .constants = options->constants,
                              .constant_count = options->constant_count,
                              .for_micropython = true};
    module->input = (MpyInput){.arena = &unit->arena,
                               .names = &unit->names,
                               .diags = &unit->diags,
                               .module = &unit->ir,
                               .options = {.file_name = file_name(&unit->arena, options,
                                                                  module->item, index),
                                           .int_bits = options->int_bits,
                                           .lines = options->lines}};
    module->is_good = compile_file(unit, module->item->path, &compile, DUMP_NONE) &&
                      mpy_lower(&module->input, &module->code);
}

static void encode_one(void *context, uint32_t index)
{
    const Work *work = context;
    MpySetModule *module = &work->set->modules[index];
    module->is_good = mpy_encode(&module->input, &module->code);
}

static bool all_good(const MpySet *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (!set->modules[i].is_good)
            return false;
    return true;
}

static void close_world(MpySet *set, const ClosedOptions *options)
{
    ClosedModule *modules = ARENA_NEW_ARRAY(&set->arena, ClosedModule, set->count + 1);
    for (uint32_t i = 0; i < set->count; i++)
        modules[i] = (ClosedModule){.arena = &set->modules[i].unit.arena,
                                    .name = set->modules[i].item->name,
                                    .top = set->modules[i].code.top};
    closed_world(&set->arena, options, modules, set->count, &set->report);
}

bool mpy_set_compile(MpySet *set, const MpyItems *items, const MpySetOptions *options)
{
    *set = (MpySet){.count = items->count};
    set->modules = ARENA_NEW_ARRAY(&set->arena, MpySetModule, items->count + 1);
    for (uint32_t i = 0; i < items->count; i++)
        set->modules[i].item = &items->items[i];
    Work work = {set, options};
    run_tasks(options->threads, set->count, lower_one, &work);
    if (!all_good(set))
        return false;
    close_world(set, &options->closed);
    run_tasks(options->threads, set->count, encode_one, &work);
    return all_good(set);
}

void mpy_set_free(MpySet *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        compile_free(&set->modules[i].unit);
    arena_free(&set->arena);
}
