// SPDX-License-Identifier: MIT
// Which variable every name means. Scope analysis gives each module, class, function, lambda and
// comprehension a Scope with one Symbol a name, hangs it on the tree's node and reports what is
// wrong with names and with where statements stand (return, yield, break, starred targets, …).
// It runs before any pass that removes code, because dead code still makes a name local.
#ifndef FLASHFREEZE_SEMA_SCOPE_H
#define FLASHFREEZE_SEMA_SCOPE_H

#include "../base/diag.h"
#include "../syntax/ast.h"

typedef enum {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION, // def and async def
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION,
} ScopeKind;

typedef enum {
    BINDING_LOCAL,     // a slot of the function's frame
    BINDING_CELL,      // the same, shared with functions inside
    BINDING_FREE,      // a cell of an enclosing function
    BINDING_GLOBAL,    // a name of the module or a built-in
    BINDING_NAMESPACE, // a name that a class body binds
} Binding;

enum {
    SYMBOL_USED = 1,
    SYMBOL_BOUND = 2, // assigned, deleted, imported, defined, caught, captured
    SYMBOL_PARAM = 4,
    SYMBOL_GLOBAL = 8,     // declared global
    SYMBOL_NONLOCAL = 16,  // declared nonlocal
    SYMBOL_ANNOTATED = 32, // has an annotation
    SYMBOL_ITERATION = 64, // target of a comprehension's `for`
    SYMBOL_IMPORT = 128,   // bound by an import statement, maybe among others
    SYMBOL_SHARED = 256,   // a function inside declares it nonlocal
    SYMBOL_OPEN = 512,     // module: code of other modules may set it
    SYMBOL_SURE = 2048,    // its one import cannot fail
    SYMBOL_NATIVE = 1024,  // an import binds it to something of the runtime
};

typedef struct {
    const Name *name; // mangled when private to a class
    uint32_t flags;
    Binding binding;
    bool passes_through;     // a class body hands the enclosing function's cell to its methods
    uint32_t bound_count;    // bindings in this scope
    const Name *import_path; // dotted, when every binding imports just this; else NULL
    Span directive;          // of the global or nonlocal statement
    uint32_t slot;           // for code generation: index into IrFunction.locals
    // For optimisation, of a variable that is bound once:
    const Constant *constant; // what it is bound to, or NULL
    const Constant *known;    // the same, while the walk is where it has surely been bound
    uint32_t module;          // 1 + index of the module it is (opt/world.h), or 0
    bool is_module_known;     // the same as `known`
    const struct InlineBody *body; // of a function that is one expression, or NULL
    const struct InlineBody *given_body; // the same, found by the linker: what other modules get
    const Constant *declared; // what `X = const(value)` says it is (pass `const`), or NULL
} Symbol;

struct Scope {
    ScopeKind kind;
    Scope *parent;             // NULL for the module
    const Name *private_class; // class whose name mangles `__names` here, or NULL
    VEC(Symbol *) symbols;     // in order of first mention
    Symbol **table;            // the same by hash, open addressing
    uint32_t table_size;
    VEC(Scope *) children;
    Span return_value;         // first `return` with a value
    const Constant *docstring; // of a module, class or function, or NULL
    bool is_generator;
    bool is_async; // async def, or a comprehension with await or async for
    bool is_type_scope; // function made for type parameters: no part of qualified names
    bool needs_class_cell; // class: a method uses `__class__` or zero-argument super()
    bool is_plain_class;   // nothing but its own statements puts names into its namespace
    bool has_star_import;  // module
    bool is_closed;        // module: no code but its own sets its variables, except SYMBOL_OPEN ones
};

// Lowers the tree (desugar.h), then sets `module->scope` and the scopes of its nodes. False when it reported an error.
bool scope_analyse(Arena *arena, Names *names, Diagnostics *diags, Module *module);

// The symbol of an (already mangled) name in this scope itself, or NULL.
Symbol *scope_find(const Scope *scope, const Name *name);

// `name` as it is known in `scope`: `__x` inside class C is `_C__x`.
const Name *scope_mangle_private(Names *names, const Scope *scope, const Name *name);

static inline const Name *scope_mangle(Names *names, const Scope *scope, const Name *name)
{
    bool may_be_private = scope->private_class && name->text[0] == '_';
    return may_be_private ? scope_mangle_private(names, scope, name) : name;
}

// The scope's own symbol of the name (mangled), made when it is not there yet.
Symbol *scope_add(Arena *arena, Scope *scope, const Name *name);

// The symbol of the variable that `name` (mangled), used in `scope`, means: its own or that of the
// scope around that binds it. NULL when nothing in the module binds it.
Symbol *scope_owner(const Scope *scope, const Name *name);

// The module's scope.
const Scope *scope_module(const Scope *scope);

// Whether `name` (mangled), used in `scope`, surely passes by the namespace of a class: the scope is
// no class body, or one that never has the name in its namespace.
bool scope_looks_outside(const Scope *scope, const Name *name);

// Whether `name`, used in `scope`, can only be the built-in of that name: nothing in the module
// binds it.
bool scope_is_builtin(const Scope *scope, const Name *name);

#endif
