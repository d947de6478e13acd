// SPDX-License-Identifier: MIT
// The runtime's own modules, functions, classes and constants as the compiler sees them: the rows
// of natives.def, types.def and constants.def with their flags decoded.
#ifndef FLASHFREEZE_LINK_CATALOGUE_H
#define FLASHFREEZE_LINK_CATALOGUE_H

#include "flashfreeze/natives.h"
#include "flashfreeze/object.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *module; // of a function, else NULL
    FzTypeId type;      // of a method, else FZ_TYPE_NONE
    const char *name;
    const char *symbol;
    uint8_t least;
    uint8_t most; // FZ_NATIVE_VARIADIC: any number
    uint8_t slots;
    const char *flag_letters;
    const char *params; // separated by spaces
} NativeRow;

typedef struct {
    const char *name;
    FzTypeId base;
    const char *flag_letters;
} TypeRow;

typedef enum { MODULE_INT, MODULE_FLOAT, MODULE_STR, MODULE_TYPE } ModuleConstantKind;

typedef struct {
    const char *module;
    const char *name;
    ModuleConstantKind kind;
    int64_t integer; // of a class: its row in types.def
    double real;
    const char *text;
} ModuleConstantRow;

// The row of a number; `id` is below FZ_NATIVES_COUNT.
const NativeRow *catalogue_native(uint32_t id);
uint8_t catalogue_native_flags(const NativeRow *row); // FZ_NATIVE_PURE and so on

// The row of a class; `id` is 1 .. FZ_TYPE_COUNT - 1.
const TypeRow *catalogue_type(uint32_t id);
bool catalogue_type_has(const TypeRow *row, char flag);
FzKind catalogue_instance_kind(FzTypeId id); // of instances of the class

uint32_t catalogue_constant_count(void);
const ModuleConstantRow *catalogue_constant(uint32_t index);

// True for a module that the runtime brings along.
bool catalogue_has_module(const char *name);
// True when a module of the runtime has the name.
bool catalogue_module_has(const char *module, const char *name);

// The function of the built-ins' namespace, or FZ_NATIVES_COUNT.
uint32_t catalogue_find_builtin(const char *name);
// The class of the built-ins' namespace, or FZ_TYPE_NONE.
FzTypeId catalogue_find_type(const char *name);
// The constant of the built-ins' namespace that is an object at a fixed place, or FZ_NULL.
FzValue catalogue_find_value(const char *name);
// True for a built-in of CPython 3.11 that the runtime may lack.
bool catalogue_is_python_builtin(const char *name);

// A number that changes with any row of natives.def.
uint32_t catalogue_fingerprint(void);

#endif
