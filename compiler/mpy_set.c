// SPDX-License-Identifier: MIT
// First every module becomes a list of instructions, then the program as a whole is looked at, then
// the bytes are made.
#include "mpy_set.h"

#include "base/threads.h"
#include "mpy_cache.h"

typedef struct {
    MpySet *set;
    const MpySetOptions *options;
    uint32_t first; // module
} Work;

// Where names are short, files are numbers.
static const char *file_name(Arena *arena, const MpySetOptions *options, const MpyItem *item,
                             uint32_t index)
{
    return options->closed.rename == RENAME_ALL ? arena_format(arena, "%u", (unsigned)index)
                                                : item->name;
}

// Nothing but the module's bytes is wanted of it.
static bool is_alone(const MpySetOptions *options, const MpyItem *item)
{
    return !item->module && !options->closed.drops && options->closed.rename == RENAME_NONE;
}

// Finishes the module and gives all memory of its making back, which the next one takes, still warm.
static bool finish_alone(MpySetModule *module)
{
    CompiledModule *unit = &module->unit;
    if (!mpy_encode(&module->input, &module->code))
        return false;
    if (unit->diags.list.count > 0)
        return true;
    Bytes code = {0};
    Arena kept = {0};
    MpyModule again;
    mpy_write(&unit->arena, &module->code, &module->input.options, &code);
    const uint8_t *bytes = memcpy(ARENA_NEW_ARRAY(&kept, uint8_t, code.count), code.items, code.count);
    if (!mpy_read(&kept, bytes, code.count, &again)) { // larger than what is read
        arena_free(&kept);
        return true;
    }
    unit->file.text = arena_copy(&kept, unit->file.text, unit->file.size);
    unit->file.line_starts = NULL;
    unit->file.line_count = 0;
    arena_free(&unit->arena);
    unit->arena = kept;
    module->code = again;
    module->code.tables.arena = &unit->arena;
    module->cached = bytes;
    module->cached_size = code.count;
    return true;
}

static void lower_one(void *context, uint32_t index)
{
    const Work *work = context;
    const MpySetOptions *options = work->options;
    index += work->first;
    MpySetModule *module = work->set->modules.items[index];
    CompiledModule *unit = &module->unit;
    unit->diags.warnings = options->warnings;
    unit->diags.arena = unit->names.arena = &unit->arena;
    const char *name = module->item.module;
    CompileOptions compile = {.module_name = name ? name : "module",
                              .is_package = module->item.is_package,
                              .is_of_program = name != NULL,
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
                                                                  &module->item, index),
                                           .int_bits = options->int_bits,
                                           .lines = options->lines}};
    if (options->cache && mpy_cache_take(options->cache, index, module)) {
        module->is_good = true;
        return;
    }
    module->is_good = compile_file(unit, module->item.path, &compile, DUMP_NONE) &&
                      mpy_lower(&module->input, &module->code);
    if (module->is_good && is_alone(options, &module->item))
        module->is_good = finish_alone(module);
}

static void encode_one(void *context, uint32_t index)
{
    const Work *work = context;
    MpySetModule *module = work->set->modules.items[index];
    module->is_good = is_alone(work->options, &module->item) ||
                      mpy_encode(&module->input, &module->code);
}

static bool all_good(const MpySet *set, uint32_t first)
{
    for (uint32_t i = first; i < set->modules.count; i++)
        if (!set->modules.items[i]->is_good)
            return false;
    return true;
}

static void close_world(MpySet *set, const ClosedOptions *options)
{
    uint32_t count = set->modules.count;
    ClosedModule *modules = ARENA_NEW_ARRAY(&set->arena, ClosedModule, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        MpySetModule *module = set->modules.items[i];
        modules[i] = (ClosedModule){.arena = &module->unit.arena,
                                    .name = module->item.name,
                                    .top = module->code.top};
    }
    closed_world(&set->arena, options, modules, count, &set->report);
}

bool mpy_set_add(MpySet *set, const MpyItems *items, const MpySetOptions *options)
{
    Work work = {set, options, set->modules.count};
    for (uint32_t i = 0; i < items->count; i++) {
        MpySetModule *module = ARENA_NEW(&set->arena, MpySetModule);
        module->item = items->items[i];
        VEC_PUSH(&set->arena, &set->modules, module);
    }
    run_tasks(options->threads, items->count, lower_one, &work);
    return all_good(set, work.first);
}

bool mpy_set_finish(MpySet *set, const MpySetOptions *options)
{
    Work work = {set, options, 0};
    close_world(set, &options->closed);
    run_tasks(options->threads, set->modules.count, encode_one, &work);
    return all_good(set, 0);
}

void mpy_set_free(MpySet *set)
{
    for (uint32_t i = 0; i < set->modules.count; i++)
        compile_free(&set->modules.items[i]->unit);
    arena_free(&set->arena);
}
