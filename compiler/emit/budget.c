// SPDX-License-Identifier: MIT
// Whether the program keeps within the manifest's budgets: flash and RAM of the whole, flash of modules. What
// takes most is told with an error.
#include "report.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const Report *report;
    const Manifest *manifest;
    Diagnostics *diags;
} Budgets;

// The largest few of sums that are in order.
static const char *largest(Arena *arena, const ReportSums *sums)
{
    enum { MOST = 3 };
    const char *text = "";
    for (uint32_t i = 0; i < sums->count && i < MOST; i++)
        text = arena_format(arena, "%s%s%s (%u)", text, i ? ", " : "", sums->items[i].name, sums->items[i].bytes);
    return sums->count == 0 ? "the header" : text;
}

static bool check(const Budgets *budgets, const Place *place, const char *what, uint32_t bytes,
                  uint32_t budget, const ReportSums *sums)
{
    if (budget == 0 || bytes <= budget)
        return true;
    diag_report(budgets->diags, place->source, place->span, DIAG_OVER_BUDGET, bytes, what, bytes - budget,
                budget, largest(budgets->report->arena, sums));
    return false;
}

static int by_bytes(const void *left, const void *right)
{
    const ReportSum *a = left;
    const ReportSum *b = right;
    return a->bytes != b->bytes ? (a->bytes > b->bytes ? -1 : 1) : 0;
}

static ReportSums ram_parts(const Report *report)
{
    const EmitSizes *sizes = &report->sizes;
    const ReportSum parts[] = {{"heap", sizes->heap, 1},
                               {"stack", sizes->stack, 1},
                               {"globals", sizes->globals, 1},
                               {"registers", sizes->registers, 1}};
    ReportSums sums = {0};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        VEC_PUSH(report->arena, &sums, parts[i]);
    qsort(sums.items, sums.count, sizeof *sums.items, by_bytes);
    return sums;
}

// Whether the module is the one of the name, or lies in the package of that name.
static bool is_in(const char *module, const Name *name)
{
    return strncmp(module, name->text, name->size) == 0 &&
           (module[name->size] == 0 || module[name->size] == '.');
}

// The name that a module of the manifest has in the program.
static const Name *program_name_of(const Budgets *budgets, const Program *program, const Name *name)
{
    return name == budgets->manifest->entry ? names_intern_z(program->names, "__main__") : name;
}

static bool has_module(const Program *program, const Name *name)
{
    for (uint32_t i = 0; i < program->modules.count; i++)
        if (is_in(program->modules.items[i]->is_entry ? "__main__" : program->modules.items[i]->name->text, name))
            return true;
    return false;
}

static const char *item_name(const Item *item) { return item->name; }

static bool check_module(const Budgets *budgets, const Program *program, const ManifestModuleBudget *budget)
{
    const Report *report = budgets->report;
    const Name *name = program_name_of(budgets, program, budget->module);
    Inventory own = {0};
    uint32_t bytes = 0;
    if (!has_module(program, name)) {
        diag_report(budgets->diags, budget->place.source, budget->place.span, DIAG_BUDGET_NO_MODULE,
                    budget->module->text);
        return false;
    }
    for (uint32_t i = 0; i < report->inventory->items.count; i++) {
        const Item *item = &report->inventory->items.items[i];
        if (!is_in(item->module, name))
            continue;
        VEC_PUSH(report->arena, &own.items, *item);
        bytes += item->bytes;
    }
    ReportSums sums = report_sums(report->arena, &own, item_name);
    const char *what = arena_format(report->arena, "flash for module '%s'", budget->module->text);
    return check(budgets, &budget->place, what, bytes, budget->bytes, &sums);
}

bool emit_check_budget(const Report *report, const Manifest *manifest, const Program *program,
                       Diagnostics *diags)
{
    Budgets budgets = {report, manifest, diags};
    ReportSums modules = report_sums(report->arena, report->inventory, report_module);
    ReportSums parts = ram_parts(report);
    bool is_good = check(&budgets, &manifest->places[KEY_BUDGET_ROM], "flash", report->sizes.rom,
                         manifest->budget.rom, &modules);
    is_good &= check(&budgets, &manifest->places[KEY_BUDGET_RAM], "RAM", report->sizes.ram,
                     manifest->budget.ram, &parts);
    for (uint32_t i = 0; i < manifest->budget.modules.count; i++)
        is_good &= check_module(&budgets, program, &manifest->budget.modules.items[i]);
    return is_good;
}
