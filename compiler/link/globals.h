// SPDX-License-Identifier: MIT
// Gives every global name of every module its slot and reports names that nothing can bind.
#ifndef FLASHFREEZE_LINK_GLOBALS_H
#define FLASHFREEZE_LINK_GLOBALS_H

#include "program.h"

// Calls `visit` for the function and every function inside it, outer ones first.
typedef void FunctionVisit(void *context, const LinkedModule *module, const IrFunction *function);
void functions_visit(const LinkedModule *module, FunctionVisit *visit, void *context);

// Fills the slots of all modules. Star imports bring the names that their module offers.
void globals_assign(Program *program);

// Names that a star import of `from` offers, in order; includes those it imported itself.
void star_names(const Program *program, const LinkedModule *from, NameMap *out);

// Checks every use of a global name and every `from m import name`. False when it reported an
// error.
bool globals_check(Program *program);

#endif
