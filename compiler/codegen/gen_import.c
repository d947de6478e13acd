// SPDX-License-Identifier: MIT
// Imports. Importing a.b.c runs a, then a.b, then a.b.c; packages that the module itself is in have
// been imported before it and are left out.
#include "../sema/imports.h"

#include "unit.h"

#include <string.h>

// Whether `prefix` is a package around this module.
static bool is_around(const Gen *gen, const Name *prefix)
{
    const char *own = gen->options->module_name;
    if (gen->options->is_entry || strncmp(own, prefix->text, prefix->size) != 0)
        return false;
    return own[prefix->size] == '.' || (own[prefix->size] == 0 && gen->options->is_package);
}

// Imports the packages around `module`, from the outermost; leaves nothing. `skip_top` leaves the
// outermost one to the caller.
static void gen_parents(Gen *gen, const Name *module, bool skip_top, Span span)
{
    bool is_top = true;
    for (uint32_t i = 0; i < module->size; i++) {
        if (module->text[i] != '.')
            continue;
        const Name *prefix = names_intern(gen->names, module->text, i);
        if (!(is_top && skip_top) && !is_around(gen, prefix)) {
            gen_named(gen, IR_IMPORT_NAME, prefix, span);
            gen_op(gen, IR_POP_TOP, span);
        }
        is_top = false;
    }
}

// import a.b.c binds a.
static void gen_import_top(Gen *gen, const Alias *alias, const char *dot)
{
    size_t size = (size_t)(dot - alias->name->text);
    const Name *top = names_intern(gen->names, alias->name->text, size);
    gen_named(gen, IR_IMPORT_NAME, top, alias->span);
    gen_parents(gen, alias->name, true, alias->span);
    gen_named(gen, IR_IMPORT_NAME, alias->name, alias->span);
    gen_op(gen, IR_POP_TOP, alias->span);
    gen_store_name(gen, top, alias->span);
}

void gen_import(Gen *gen, const Stmt *stmt)
{
    if (gen->options->for_micropython) {
        gen_mp_import(gen, stmt);
        return;
    }
    for (uint32_t i = 0; i < stmt->import.names.count; i++) {
        const Alias *alias = stmt->import.names.items[i];
        const char *dot = memchr(alias->name->text, '.', alias->name->size);
        if (dot && !alias->asname) {
            gen_import_top(gen, alias, dot);
            continue;
        }
        gen_parents(gen, alias->name, false, alias->span);
        gen_named(gen, IR_IMPORT_NAME, alias->name, alias->span);
        gen_store_name(gen, alias->asname ? alias->asname : alias->name, alias->span);
    }
}

void gen_import_from(Gen *gen, const Stmt *stmt)
{
    if (gen->options->for_micropython) {
        gen_mp_import_from(gen, stmt);
        return;
    }
    const NodeImportFrom *node = &stmt->import_from;
    const Name *module = import_absolute(gen->names, gen->options, node->level, node->module);
    // Imports above the top have been reported; __future__ has nothing to import.
    if (!module || name_is(module, "__future__"))
        return;
    gen_parents(gen, module, false, stmt->span);
    gen_named(gen, IR_IMPORT_NAME, module, stmt->span);
    for (uint32_t i = 0; i < node->names.count; i++) {
        const Alias *alias = node->names.items[i];
        if (name_is(alias->name, "*")) {
            gen_op(gen, IR_IMPORT_STAR, alias->span);
            return;
        }
        gen_named(gen, IR_IMPORT_FROM, alias->name, alias->span);
        gen_store_name(gen, alias->asname ? alias->asname : alias->name, alias->span);
    }
    gen_op(gen, IR_POP_TOP, stmt->span);
}
