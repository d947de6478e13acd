// SPDX-License-Identifier: MIT
// The report as text: sums by module and kind, the largest objects, and every word of RAM.
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *left, const void *right)
{
    const ReportSum *a = left;
    const ReportSum *b = right;
    return a->bytes != b->bytes ? (a->bytes > b->bytes ? -1 : 1) : strcmp(a->name, b->name);
}

ReportSums report_sums(Arena *arena, const Inventory *inventory, ReportKey *key)
{
    ReportSums sums = {0};
    for (uint32_t i = 0; i < inventory->items.count; i++) {
        const Item *item = &inventory->items.items[i];
        uint32_t at = 0;
        while (at < sums.count && strcmp(sums.items[at].name, key(item)) != 0)
            at++;
        if (at == sums.count)
            VEC_PUSH(arena, &sums, (ReportSum){key(item), 0, 0});
        sums.items[at].bytes += item->bytes;
        sums.items[at].count++;
    }
    if (sums.count > 1)
        qsort(sums.items, sums.count, sizeof *sums.items, by_bytes);
    return sums;
}

const char *report_module(const Item *item) { return item->module; }
const char *report_kind(const Item *item) { return item->kind; }
static const char *report_object(const Item *item) { return item->name; }

static void print_sums(FILE *out, const ReportSums *sums, uint32_t most)
{
    for (uint32_t i = 0; i < sums->count && i < most; i++)
        fprintf(out, "  %7" PRIu32 "  %s (%" PRIu32 ")\n", sums->items[i].bytes, sums->items[i].name,
                sums->items[i].count);
}

void emit_report_text(const Report *report, FILE *out)
{
    enum { LARGEST = 20 };
    const Inventory *inventory = report->inventory;
    ReportSums modules = report_sums(report->arena, inventory, report_module);
    ReportSums kinds = report_sums(report->arena, inventory, report_kind);
    ReportSums objects = report_sums(report->arena, inventory, report_object);
    fprintf(out, "%s: %" PRIu32 " bytes of flash for the image\n", report->name, inventory->total);
    fputs("by module:\n", out);
    print_sums(out, &modules, UINT32_MAX);
    fprintf(out, "  %7" PRIu32 "  (header and tables)\nby kind:\n", inventory->tables);
    print_sums(out, &kinds, UINT32_MAX);
    fputs("largest objects:\n", out);
    print_sums(out, &objects, LARGEST);
    fprintf(out, "RAM: %" PRIu32 " bytes: registers %" PRIu32 ", globals %" PRIu32 ", heap %" PRIu32
                 ", stack %" PRIu32 "\n",
            report->sizes.ram, report->sizes.registers, report->sizes.globals, report->sizes.heap,
            report->sizes.stack);
    fputs("taken at boot, beside the registers:\n", out);
    for (uint32_t i = 0; i < inventory->words.count; i++)
        fprintf(out, "        4  %s.%s: %s\n", inventory->words.items[i].module,
                inventory->words.items[i].name, inventory->words.items[i].why);
    emit_stack_text(report, out);
}

void report_why(const Inventory *inventory, uint32_t item, FILE *out)
{
    enum { LONGEST = 1000 };
    for (uint32_t steps = 0; item != ITEM_NONE && steps < LONGEST; steps++) {
        const Item *at = &inventory->items.items[item];
        bool says_kind = strncmp(at->name, at->kind, strlen(at->kind)) == 0;
        fprintf(out, "%s%s%s (%" PRIu32 " bytes)\n", says_kind ? "" : at->kind, says_kind ? "" : " ",
                at->name, at->bytes);
        if (at->mention && at->mentioner != ITEM_NONE)
            fprintf(out, "  '%s' is mentioned by %s\n", at->mention,
                    inventory->items.items[at->mentioner].name);
        item = at->user;
        fputs(item == ITEM_NONE ? "  a root, or needed by the runtime itself\n" : "  in ", out);
    }
}
