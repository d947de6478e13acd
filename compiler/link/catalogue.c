// SPDX-License-Identifier: MIT
// Turns the .def tables of the runtime into arrays. Flags stay the letters of the table; each
// question about them looks the letter up, so the meaning of a letter is said once.
#include "catalogue.h"

#include "flashfreeze/image.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

enum { ANY = FZ_NATIVE_VARIADIC };

static const NativeRow native_rows[] = {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params)                    \
    {#module, FZ_TYPE_NONE, name, #symbol, least, positional, slots, #flags, params},
#define METHOD(type, name, symbol, least, positional, slots, flags, params)                        \
    {NULL, FZ_TYPE_##type, name, #symbol, least, positional, slots, #flags, params},
#include "flashfreeze/natives.def"
#undef FUNCTION
#undef METHOD
};

_Static_assert(sizeof native_rows / sizeof native_rows[0] == FZ_NATIVES_COUNT, "every row once");

static const TypeRow type_rows[] = {
    {"", FZ_TYPE_NONE, ""},
#define TYPE(id, name, base, flags) {name, FZ_TYPE_##base, #flags},
#include "flashfreeze/types.def"
#undef TYPE
};

static const ModuleConstantRow constant_rows[] = {
#define CONSTANT_INT(module, name, value) {#module, name, MODULE_INT, value, 0, NULL},
#define CONSTANT_FLOAT(module, name, value) {#module, name, MODULE_FLOAT, 0, value, NULL},
#define CONSTANT_STR(module, name, value) {#module, name, MODULE_STR, 0, 0, value},
#define CONSTANT_TYPE(module, name, id) {#module, name, MODULE_TYPE, FZ_TYPE_##id, 0, NULL},
#include "flashfreeze/constants.def"
#undef CONSTANT_INT
#undef CONSTANT_FLOAT
#undef CONSTANT_STR
#undef CONSTANT_TYPE
};

static const char *const python_builtins[] = {
    "__build_class__", "__import__", "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool",
    "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile", "complex",
    "copyright", "credits", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit",
    "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help",
    "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "license", "list",
    "locals", "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow",
    "print", "property", "quit", "range", "repr", "reversed", "round", "set", "setattr", "slice",
    "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
    "BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BytesWarning",
    "ChildProcessError", "ConnectionAbortedError", "ConnectionRefusedError",
    "ConnectionResetError", "EncodingWarning", "EnvironmentError", "ExceptionGroup", "IOError",
    "IndentationError", "InterruptedError", "IsADirectoryError", "NotADirectoryError",
    "PendingDeprecationWarning", "ProcessLookupError", "ResourceWarning", "TabError",
    "UnicodeTranslateError", "UnicodeWarning",
};

const NativeRow *catalogue_native(uint32_t id) { return &native_rows[id]; }

uint8_t catalogue_native_flags(const NativeRow *row)
{
    static const struct {
        char letter;
        uint8_t flag;
    } letters[] = {
        {'P', FZ_NATIVE_PURE},        {'C', FZ_NATIVE_CALLS},  {'S', FZ_NATIVE_STATIC},
        {'M', FZ_NATIVE_CLASSMETHOD}, {'G', FZ_NATIVE_GETTER}, {'W', FZ_NATIVE_KWARGS},
    };
    uint8_t flags = 0;
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        if (strchr(row->flag_letters, letters[i].letter))
            flags |= letters[i].flag;
    return flags;
}

const TypeRow *catalogue_type(uint32_t id) { return &type_rows[id]; }

bool catalogue_type_has(const TypeRow *row, char flag)
{
    return strchr(row->flag_letters, flag) != NULL;
}

FzKind catalogue_instance_kind(FzTypeId id)
{
    switch (id) {
    case FZ_TYPE_OBJECT:
        return FZ_KIND_INSTANCE;
    case FZ_TYPE_DICT_KEYS:
    case FZ_TYPE_DICT_VALUES:
    case FZ_TYPE_DICT_ITEMS:
        return FZ_KIND_DICT_VIEW;
    case FZ_TYPE_GENERATOR:
    case FZ_TYPE_COROUTINE:
    case FZ_TYPE_ASYNC_GENERATOR:
        return FZ_KIND_GENERATOR;
    case FZ_TYPE_TYPE:
        return FZ_KIND_CLASS;
    case FZ_TYPE_AWAITER:
        return FZ_KIND_AWAITER;
    default:
        break;
    }
    if (catalogue_type_has(catalogue_type(id), 'X'))
        return FZ_KIND_EXCEPTION;
    for (uint32_t kind = 0; kind < FZ_KIND_COUNT; kind++)
        if (fz_kind_info[kind].type == id)
            return (FzKind)kind;
    return FZ_KIND_INSTANCE;
}

uint32_t catalogue_constant_count(void)
{
    return sizeof constant_rows / sizeof constant_rows[0];
}

const ModuleConstantRow *catalogue_constant(uint32_t index) { return &constant_rows[index]; }

bool catalogue_has_module(const char *name)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++)
        if (native_rows[i].module && strcmp(native_rows[i].module, name) == 0)
            return true;
    for (uint32_t i = 0; i < catalogue_constant_count(); i++)
        if (strcmp(constant_rows[i].module, name) == 0)
            return true;
    return false;
}

bool catalogue_module_has(const char *module, const char *name)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = &native_rows[i];
        if (row->module && strcmp(row->module, module) == 0 && strcmp(row->name, name) == 0)
            return true;
    }
    for (uint32_t i = 0; i < catalogue_constant_count(); i++)
        if (strcmp(constant_rows[i].module, module) == 0 &&
            strcmp(constant_rows[i].name, name) == 0)
            return true;
    return strcmp(module, "builtins") == 0 &&
           (catalogue_find_type(name) != FZ_TYPE_NONE || catalogue_find_value(name) != FZ_NULL);
}

// The rows of the module builtins, which are asked for all the time; found once.
static uint32_t builtin_rows[FZ_NATIVES_COUNT];
static uint32_t builtin_count;
static pthread_once_t builtins_are_listed = PTHREAD_ONCE_INIT;

static void list_builtins(void)
{
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++)
        if (native_rows[i].module && strcmp(native_rows[i].module, "builtins") == 0)
            builtin_rows[builtin_count++] = i;
}

uint32_t catalogue_find_builtin(const char *name)
{
    pthread_once(&builtins_are_listed, list_builtins);
    for (uint32_t i = 0; i < builtin_count; i++) {
        const char *builtin = native_rows[builtin_rows[i]].name;
        if (builtin[0] == name[0] && strcmp(builtin, name) == 0)
            return builtin_rows[i];
    }
    return FZ_NATIVES_COUNT;
}

FzTypeId catalogue_find_type(const char *name)
{
    if (strcmp(name, "IOError") == 0 || strcmp(name, "EnvironmentError") == 0)
        return FZ_TYPE_OS_ERROR; // their old names
    for (uint32_t i = 1; i < FZ_TYPE_COUNT; i++)
        if (type_rows[i].name[0] == name[0] && strcmp(type_rows[i].name, name) == 0 &&
            catalogue_type_has(&type_rows[i], 'B'))
            return (FzTypeId)i;
    return FZ_TYPE_NONE;
}

FzValue catalogue_find_value(const char *name)
{
    if (strcmp(name, "NotImplemented") == 0)
        return FZ_NOT_IMPLEMENTED;
    return strcmp(name, "Ellipsis") == 0 ? FZ_ELLIPSIS : FZ_NULL;
}

bool catalogue_is_python_builtin(const char *name)
{
    for (size_t i = 0; i < sizeof python_builtins / sizeof python_builtins[0]; i++)
        if (strcmp(python_builtins[i], name) == 0)
            return true;
    return false;
}

static uint32_t add_text(uint32_t crc, const char *text)
{
    // With the NUL, so that neighbouring texts cannot trade letters.
    return fz_crc32(crc, (const uint8_t *)text, (uint32_t)strlen(text) + 1);
}

uint32_t catalogue_fingerprint(void)
{
    uint32_t crc = 0;
    for (uint32_t i = 0; i < FZ_NATIVES_COUNT; i++) {
        const NativeRow *row = &native_rows[i];
        crc = add_text(crc, row->symbol);
        crc = add_text(crc, row->flag_letters);
        crc = add_text(crc, row->params);
        const uint8_t counts[] = {row->least, row->most, row->slots};
        crc = fz_crc32(crc, counts, sizeof counts);
    }
    return crc;
}
