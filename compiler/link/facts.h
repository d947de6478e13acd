// SPDX-License-Identifier: MIT
// What the code of one module says about variables of modules, its own and others': what whole
// programs are judged by (world.h). All names are of the module's own table.
#ifndef FLASHFREEZE_LINK_FACTS_H
#define FLASHFREEZE_LINK_FACTS_H

#include "../codegen/options.h"
#include "../sema/scope.h"
#include "name_map.h"

// What an import statement binds.
typedef struct {
    const Name *name;      // the variable
    const Name *module;    // absolute dotted name
    const Name *attribute; // of `from module import attribute`; else NULL
    Symbol *symbol;        // of the variable
} ImportBinding;

// Something is "rooted" when it is a variable that an import binds, or an attribute of something
// rooted: it may be a module without any other code having handed it on.
typedef struct {
    NameMap values;   // rooted variables -> uses as a value, not just to take an attribute of
    NameMap loaded;   // attributes of rooted things -> the same
    NameMap stored;   // attributes that are stored or deleted -> of a rooted thing
    VEC(ImportBinding) imports;
    bool opens_own;   // its own variables can be set by computed names: globals() …
    bool opens_any;   // those of any module can be: sys.modules, f.__globals__, …
    bool opens_given; // those of a module can be that it is given as a value: setattr, __dict__, …
    bool text_is_odd; // a class says what +, format() or % do
} ModuleFacts;

// `module` has been through scope analysis; allocates from `arena`.
void facts_collect(Arena *arena, Names *names, const CompileOptions *options, Module *module,
                   ModuleFacts *facts);

#endif
