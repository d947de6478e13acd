// SPDX-License-Identifier: MIT
// The whole program: every module it can import, what each global name means, and which of the
// runtime's functions and classes it can reach. Linking fills it; the image writer reads it.
#ifndef FLASHFREEZE_LINK_PROGRAM_H
#define FLASHFREEZE_LINK_PROGRAM_H

#include "../../manifest/manifest.h"
#include "../codegen/ir.h"
#include "catalogue.h"
#include "name_map.h"

typedef enum {
    LINKED_PYTHON, // compiled from source
    LINKED_NATIVE, // one of the runtime's modules
    LINKED_BOUND,  // functions of the firmware, declared in the manifest
} LinkedKind;

typedef struct LinkedModule LinkedModule;

// All names are of Program.names, those inside `ir` are of the module's own table.
struct LinkedModule {
    LinkedKind kind;
    const Name *name;     // dotted; "__main__" for the entry
    LinkedModule *parent; // the package it lies in, or NULL
    uint32_t index;       // in Program.modules and in the image's table
    bool is_package;
    bool is_entry;

    // LINKED_PYTHON
    const char *directory; // of a package: where its modules are
    const char *file;      // what __file__ says: relative to the search directory
    const IrModule *ir;    // NULL when it did not compile
    bool is_closed;        // of the library: names it hands to getattr are constants of some module
    NameMap slots;         // global name -> slot number, from 1
    NameMap stars;         // modules of `from m import *` -> index in Program.modules
};

typedef struct {
    Arena *arena;
    Names *names;
    Diagnostics *diags;
    const Manifest *manifest;
    bool for_micropython;        // what has no file is taken for a module of the firmware
    VEC(LinkedModule *) modules; // in order of discovery, the entry first
    NameMap by_name;             // dotted name -> index in modules
    NameMap missing;             // dotted names looked for in vain

    // What the program can name at run time.
    NameMap attributes; // attribute names and str constants
    NameMap free_names; // names used as globals that their module does not bind
    NameMap stored_names; // names that class bodies bind, and attributes that are assigned
    uint64_t kinds;       // bit FZ_KIND_*: objects that it can come to hold (makes.h)
    bool has_ellipsis;  // a constant of it has `...`
    bool is_open;       // it looks attributes up by names computed at run time
    bool hands_type;    // it gets hold of the class `type`, or of classes of values by it
    bool makes_names;   // it can bind special names that are put together at run time
    bool *keep_native;  // FZ_NATIVES_COUNT
    bool *keep_type;    // FZ_TYPE_COUNT
    bool ops[IR_OP_COUNT]; // instructions in its code
    bool *keep_special; // the same: classes that may have subclasses
} Program;

// What a global name means inside a module.
typedef enum {
    GLOBAL_SLOT,     // a variable of the module: `number` is its slot
    GLOBAL_CONSTANT, // an attribute of the module known now, such as __name__
    GLOBAL_NATIVE,   // a built-in function: `number` is its row in natives.def
    GLOBAL_TYPE,     // a built-in class: `number` is its row in types.def
    GLOBAL_VALUE,    // an object at a fixed place: `number` is its FzValue
    GLOBAL_UNDEFINED,
} GlobalKind;

typedef struct {
    GlobalKind kind;
    uint32_t number;
    const Constant *constant;
} GlobalMeaning;

GlobalMeaning program_global(const Program *program, const LinkedModule *module, const Name *name);

// The module of that dotted name, or NULL.
LinkedModule *program_find(const Program *program, const Name *name);

// A name of some module's table in the program's table.
static inline const Name *program_name(const Program *program, const Name *name)
{
    return names_intern(program->names, name->text, name->size);
}

// What the manifest says a constant such as sys.platform is, or NULL.
const Constant *program_constant(const Program *program, const char *module, const char *name);

// Whether `module` (a LINKED_BOUND one) has the name.
bool program_bound_has(const Program *program, const LinkedModule *module, const Name *name);

#endif
