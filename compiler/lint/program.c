// SPDX-License-Identifier: MIT
// What takes all modules to tell: an import that its module does not use may be there for others.
// All code is known, so an import whose name no other module mentions is of no use.
#include "../link/name_map.h"
#include "lint.h"

enum { SEVERAL = UINT32_MAX };

// Which module mentions a name, or SEVERAL.
static void collect(Arena *arena, Names *names, NameMap *users, const LintFindings *findings,
                    uint32_t module)
{
    for (uint32_t i = 0; i < findings->mentioned.count; i++) {
        const Name *name = findings->mentioned.items[i];
        name = names_intern(names, name->text, name->size);
        NameEntry *entry = name_map_add(arena, users, name, module);
        if (entry->value != module)
            entry->value = SEVERAL;
    }
}

static void tell(Names *names, const NameMap *users, const LintedModule *module, uint32_t index)
{
    for (uint32_t i = 0; i < module->findings->unused.count; i++) {
        const UnusedImport *unused = &module->findings->unused.items[i];
        const Name *name = names_intern(names, unused->name->text, unused->name->size);
        const NameEntry *entry = name_map_find(users, name);
        if (!entry || entry->value == index)
            diag_report(module->diags, module->source, unused->span, DIAG_UNUSED_IMPORT,
                        unused->name->text);
    }
}

void lint_program(Arena *arena, Names *names, const LintedModule *modules, uint32_t count)
{
    NameMap users = {0};
    bool has_unused = false;
    for (uint32_t i = 0; i < count; i++)
        has_unused |= modules[i].findings->unused.count > 0;
    for (uint32_t i = 0; has_unused && i < count; i++)
        collect(arena, names, &users, modules[i].findings, i);
    for (uint32_t i = 0; has_unused && i < count; i++)
        tell(names, &users, &modules[i], i);
}
