// SPDX-License-Identifier: MIT
// What the runtime brings along, as objects: built-in classes with their methods, the dict of
// built-ins that code may look up at run time, and modules made of natives.
#include "writer.h"

static FzValue native_params(ImageWriter *writer, const char *params)
{
    Values names = {0};
    while (*params) {
        size_t size = strcspn(params, " ");
        if (size > 0)
            VEC_PUSH(writer->arena, &names, writer_name(writer, params, size));
        params += size + (params[size] == ' ');
    }
    return names.count ? writer_tuple(writer, names.items, names.count) : FZ_NULL;
}

static FzValue new_native(ImageWriter *writer, uint32_t number, FzTypeId type, uint32_t info,
                          const char *params, const char *name)
{
    FzValue names = native_params(writer, params);
    FzValue text = writer_name(writer, name, strlen(name));
    FzValue native = writer_object(writer, FZ_KIND_NATIVE, 0, type);
    writer_set(writer, native, 1, writer->native_numbers.count);
    writer_set(writer, native, 2, info);
    writer_set(writer, native, 3, names);
    writer_set(writer, native, 4, text);
    VEC_PUSH(writer->arena, &writer->native_numbers, number);
    return native;
}

static FzValue native_of_row(ImageWriter *writer, uint32_t id)
{
    if (writer->natives[id] != FZ_NULL)
        return writer->natives[id];
    const NativeRow *row = catalogue_native(id);
    uint32_t info = row->least | (uint32_t)row->most << 8 | (uint32_t)row->slots << 16 |
                    (uint32_t)catalogue_native_flags(row) << 24;
    writer->natives[id] = new_native(writer, id, row->type, info, row->params, row->name);
    return writer->natives[id];
}

static FzValue methods_of(ImageWriter *writer, FzTypeId type)
{
    DictEntries entries = {0};
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        if (row->type != type || !writer->program->keep_native[i])
            continue;
        DictEntry entry = {.key = writer_name(writer, row->name, strlen(row->name))};
        entry.value = native_of_row(writer, i);
        VEC_PUSH(writer->arena, &entries, entry);
    }
    return writer_dict(writer, entries.items, entries.count);
}

// Exception groups are the only built-in classes with fields, and ExceptionGroup is the only one
// with two bases.
static FzValue group_fields(ImageWriter *writer)
{
    const FzValue fields[] = {writer_name(writer, "message", 7), writer_name(writer, "exceptions", 10)};
    return writer_tuple(writer, fields, 2);
}

static FzValue group_bases(ImageWriter *writer)
{
    const FzValue bases[] = {writer->types[FZ_TYPE_BASE_EXCEPTION_GROUP],
                             writer->types[FZ_TYPE_EXCEPTION]};
    return writer_tuple(writer, bases, 2);
}

// `bases` has the tuples made so far, by the class in them.
static void fill_class(ImageWriter *writer, FzTypeId id, FzValue *bases)
{
    const TypeRow *row = catalogue_type(id);
    FzValue cls = writer->types[id];
    Values mro = {0};
    for (FzTypeId at = id; at != FZ_TYPE_NONE; at = catalogue_type(at)->base) {
        VEC_PUSH(writer->arena, &mro, writer->types[at]);
        if (id == FZ_TYPE_EXCEPTION_GROUP && at == FZ_TYPE_BASE_EXCEPTION_GROUP)
            VEC_PUSH(writer->arena, &mro, writer->types[FZ_TYPE_EXCEPTION]);
    }
    if (bases[row->base] == FZ_NULL)
        bases[row->base] = writer_tuple(writer, &writer->types[row->base], 1);
    writer_set(writer, cls, 1, writer_name(writer, row->name, strlen(row->name)));
    writer_set(writer, cls, 2, id == FZ_TYPE_EXCEPTION_GROUP ? group_bases(writer) : bases[row->base]);
    if (catalogue_type_has(row, 'N'))
        writer_set(writer, cls, 5, group_fields(writer));
    writer_set(writer, cls, 3, writer_tuple(writer, mro.items, mro.count));
    writer_set(writer, cls, 4, methods_of(writer, id));
}

void writer_types(ImageWriter *writer)
{
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++) {
        if (!writer->program->keep_type[i])
            continue;
        bool is_final = catalogue_type_has(catalogue_type(i), 'F');
        bool is_made = catalogue_type_has(catalogue_type(i), 'N');
        uint32_t flags = FZ_CLASS_NATIVE | (is_final ? (uint32_t)FZ_CLASS_FINAL : 0) |
                         (is_made ? (uint32_t)FZ_CLASS_HAS_NEW : 0);
        uint32_t count = (uint32_t)catalogue_instance_kind((FzTypeId)i) | i << 6 | flags << 14;
        writer->types[i] = writer_object(writer, FZ_KIND_CLASS, 0, count);
    }
    FzValue bases[FZ_TYPE_COUNT] = {[FZ_TYPE_NONE] = FZ_EMPTY_TUPLE};
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++)
        if (writer->types[i] != FZ_NULL)
            fill_class(writer, (FzTypeId)i, bases);
}

static void add_entry(ImageWriter *writer, DictEntries *entries, const char *name, FzValue value)
{
    FzValue key = writer_name(writer, name, strlen(name));
    for (uint32_t i = 0; i < entries->count; i++)
        if (entries->items[i].key == key)
            return;
    VEC_PUSH(writer->arena, entries, (DictEntry){key, value});
}

void writer_builtins(ImageWriter *writer)
{
    const Program *program = writer->program;
    DictEntries entries = {0};
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        if (row->module && program->keep_native[i] && strcmp(row->module, "builtins") == 0)
            add_entry(writer, &entries, row->name, native_of_row(writer, i));
    }
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++) {
        const TypeRow *row = catalogue_type(i);
        const Name *name = names_intern_z(program->names, row->name);
        bool is_named = program->is_open || name_map_has(&program->free_names, name) ||
                        name_map_has(&program->attributes, name);
        if (writer->types[i] != FZ_NULL && catalogue_type_has(row, 'B') && is_named)
            add_entry(writer, &entries, row->name, writer->types[i]);
    }
    for (uint32_t i = 0; i < program->free_names.entries.count; i++) {
        const Name *name = program->free_names.entries.items[i].name;
        FzTypeId type = catalogue_find_type(name->text); // also other names of a class
        if (type != FZ_TYPE_NONE)
            add_entry(writer, &entries, name->text, writer->types[type]);
        FzValue value = catalogue_find_value(name->text);
        if (value != FZ_NULL)
            add_entry(writer, &entries, name->text, value);
    }
    writer->builtins = writer_dict(writer, entries.items, entries.count);
}

static FzValue constant_of_row(ImageWriter *writer, const ModuleConstantRow *row)
{
    const Program *program = writer->program;
    if (row->kind == MODULE_TYPE)
        return writer->types[row->integer];
    const Constant *constant = program_constant(program, row->module, row->name);
    if (!constant) {
        switch (row->kind) {
        case MODULE_INT:
            constant = constant_int(program->arena, row->integer);
            break;
        case MODULE_FLOAT:
            constant = constant_float(program->arena, row->real);
            break;
        case MODULE_STR:
            constant = constant_str(program->arena, row->text, strlen(row->text));
            break;
        case MODULE_TYPE:
            break;
        }
    }
    return writer_constant(writer, constant, NULL, (Span){0});
}

static void add_natives(ImageWriter *writer, DictEntries *entries, const LinkedModule *module)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        if (row->module && writer->program->keep_native[i] && name_is(module->name, row->module))
            add_entry(writer, entries, row->name, native_of_row(writer, i));
    }
    for (uint32_t i = 0; i < catalogue_constant_count(); i++) {
        const ModuleConstantRow *row = catalogue_constant(i);
        const Name *name = names_intern_z(writer->program->names, row->name);
        bool is_named = writer->program->is_open ||
                        name_map_has(&writer->program->attributes, name) ||
                        name_map_has(&writer->program->free_names, name);
        if (is_named && name_is(module->name, row->module))
            add_entry(writer, entries, row->name, constant_of_row(writer, row));
    }
}

static void add_bound(ImageWriter *writer, DictEntries *entries, const LinkedModule *module)
{
    const Manifest *manifest = writer->program->manifest;
    for (uint32_t i = 0; i < manifest->natives.count; i++) {
        const ManifestNative *bound = &manifest->natives.items[i];
        if (strcmp(bound->module->text, module->name->text) != 0)
            continue;
        uint32_t info = bound->args.count | bound->args.count << 8 | bound->args.count << 16 |
                        (bound->is_pure ? (uint32_t)FZ_NATIVE_PURE << 24 : 0);
        FzValue native =
            new_native(writer, FZ_NATIVE_USER + i, FZ_TYPE_NONE, info, "", bound->function->text);
        add_entry(writer, entries, bound->function->text, native);
    }
}

void writer_native_module(ImageWriter *writer, const LinkedModule *module)
{
    DictEntries entries = {0};
    if (module->kind == LINKED_BOUND)
        add_bound(writer, &entries, module);
    else
        add_natives(writer, &entries, module);
    FzValue dict = module->kind == LINKED_NATIVE && name_is(module->name, "builtins")
                       ? writer->builtins
                       : writer_dict(writer, entries.items, entries.count);
    writer_set(writer, writer->modules.items[module->index], 2, dict);
}
