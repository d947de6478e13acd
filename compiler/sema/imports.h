// SPDX-License-Identifier: MIT
// Which modules a module may import: what the linker has to find, with absolute names. Runs on the
// tree that code is generated from, so imports in code that is never reached do not count.
#ifndef FLASHFREEZE_SEMA_IMPORTS_H
#define FLASHFREEZE_SEMA_IMPORTS_H

#include "../base/diag.h"
#include "../codegen/ir.h"
#include "../codegen/options.h"
#include "../syntax/ast.h"

// Absolute name of the module that an import statement means; `module` may be NULL when `level` is
// not 0 (`from . import x`). NULL when the dots go above the top-level package.
const Name *import_absolute(Names *names, const CompileOptions *options, int level,
                            const Name *module);

// Fills imports, star_imports and all of `out`. False when it reported an error.
bool imports_collect(Arena *arena, Names *names, Diagnostics *diags, const CompileOptions *options,
                     const Module *module, IrModule *out);

#endif
