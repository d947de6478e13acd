// SPDX-License-Identifier: MIT
// What the passes that propagate constants share: variables bound once, and their uses.
#ifndef FLASHFREEZE_OPT_KNOWN_H
#define FLASHFREEZE_OPT_KNOWN_H

#include "rewrite.h"

// The name that a statement `name = value` (or `name: annotation = value`) binds, and the value;
// NULL for any other statement.
const Expr *known_assignment(const Stmt *stmt, const Expr **value);

// Whether one statement is all that binds the variable.
bool known_is_bound_once(const Symbol *symbol);

// A use of a variable whose value is known gives the value. In the body of a class with bases it
// stays: the namespace comes first, and a metaclass may have put anything there.
Expr *known_replace(Rewriter *rewriter, Expr *expr);

// The bit of a name in Rewriter.learnt.
static inline uint64_t known_bit(const Name *name) { return UINT64_C(1) << (name->hash & 63); }

// From here on the variable is known to be `value` (or not known, when that is NULL).
void known_learn(Rewriter *rewriter, Symbol *symbol, const Constant *value);

// After an import statement, what it binds is known if the linker found out what that is. Gives the
// bits of the names.
uint64_t known_learn_import(Names *names, const Scope *scope, const Stmt *stmt);

// The same for functions that can be inlined.
void known_learn_bodies(Names *names, const Scope *scope, const Stmt *stmt);

// Whether an import statement only imports from the runtime's own modules, which run no code.
bool known_imports_native(Names *names, const Scope *scope, const Stmt *stmt);

// A constant expression at the place of `expr`.
Expr *known_constant(const Rewriter *rewriter, const Expr *expr, const Constant *value);

#endif
