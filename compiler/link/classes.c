// SPDX-License-Identifier: MIT
// strip.classes: built-in classes that the program cannot tell from their bases leave the image. What is
// of such a class is then of the nearest base that is there (fz_type_or_base): `except` and isinstance()
// say the same as before, since a class that code names stays; only texts show another name. A class
// also stays when it has a method that the program uses, when a class derives from it, and when the
// runtime itself looks whether an exception is of it.
#include "classes.h"

static bool is_mentioned(const Program *program, const char *text)
{
    const Name *name = names_intern_z(program->names, text);
    return name_map_has(&program->attributes, name) || name_map_has(&program->free_names, name);
}

// A program that can hold the class of any value sees which one it is.
static bool sees_classes(const Program *program)
{
    static const char *const giving[] = {"type", "__class__", "exc_info", "__subclasses__"};
    bool sees = program->is_open;
    for (size_t i = 0; i < sizeof giving / sizeof giving[0]; i++)
        sees |= is_mentioned(program, giving[i]);
    return sees;
}

// Exceptions that the runtime catches, where it can come to that: an index that is too large becomes an
// IndexError; attributes and items of instances may be missing; str.translate() asks a mapping.
static bool is_caught(const Program *program, FzTypeId type)
{
    bool has_instances = program->kinds >> FZ_KIND_NUMBER_INSTANCE & 1;
    switch (type) {
    case FZ_TYPE_ATTRIBUTE_ERROR:
    case FZ_TYPE_INDEX_ERROR:
        return has_instances;
    case FZ_TYPE_OVERFLOW_ERROR:
        return program->keep_type[FZ_TYPE_INDEX_ERROR];
    case FZ_TYPE_LOOKUP_ERROR:
        return is_mentioned(program, "translate");
    case FZ_TYPE_BASE_EXCEPTION_GROUP:
    case FZ_TYPE_EXCEPTION_GROUP:
    case FZ_TYPE_SYSTEM_EXIT:
    case FZ_TYPE_GENERATOR_EXIT:
    case FZ_TYPE_STOP_ITERATION:
    case FZ_TYPE_STOP_ASYNC_ITERATION:
    case FZ_TYPE_IMPORT_ERROR:
    case FZ_TYPE_OS_ERROR:
        return true;
    default:
        return false;
    }
}

static bool has_method(const Program *program, FzTypeId type)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = catalogue_native(i);
        if (!row->module && row->type == type && program->keep_native[i])
            return true;
    }
    return false;
}

static bool has_derived(const Program *program, FzTypeId type)
{
    for (uint32_t i = type + 1; i < FZ_TYPE_COUNT; i++)
        if (program->keep_type[i] && catalogue_type(i)->base == type)
            return true;
    return program->keep_special[type];
}

static bool is_told_apart(const Program *program, FzTypeId type)
{
    const TypeRow *row = catalogue_type(type);
    bool is_builtin = catalogue_type_has(row, 'B') || catalogue_type_has(row, 'K') || catalogue_type_has(row, 'V');
    return !is_builtin || catalogue_type_has(row, 'R') || is_mentioned(program, row->name) ||
           is_caught(program, type) || has_method(program, type) || has_derived(program, type);
}

void classes_strip(Program *program)
{
    if (!program->manifest->strip.classes || sees_classes(program))
        return;
    for (uint32_t i = FZ_TYPE_COUNT; i-- > 1;) // what derives from a class comes behind it
        if (program->keep_type[i] && !is_told_apart(program, (FzTypeId)i))
            program->keep_type[i] = false;
}
