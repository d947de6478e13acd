// SPDX-License-Identifier: MIT
// The report as one JSON object. `user` and `mentioner` are indices into `objects`.
#include "flashfreeze/image.h"
#include "../base/json.h"
#include "../image/measure.h"
#include "report.h"

#include <inttypes.h>

static void put_text(FILE *out, const char *text) { json_put_text(out, text, JSON_FOR_PAGE); }

static void put_sums(FILE *out, const char *key, const ReportSums *sums)
{
    fprintf(out, "  \"%s\": [", key);
    for (uint32_t i = 0; i < sums->count; i++) {
        fputs(i ? ", {\"name\": " : "{\"name\": ", out);
        put_text(out, sums->items[i].name);
        fprintf(out, ", \"bytes\": %" PRIu32 ", \"count\": %" PRIu32 "}", sums->items[i].bytes,
                sums->items[i].count);
    }
    fputs("],\n", out);
}

static void put_index(FILE *out, const char *key, uint32_t index)
{
    if (index != ITEM_NONE)
        fprintf(out, ", \"%s\": %" PRIu32, key, index);
}

static void put_item(FILE *out, const Item *item)
{
    fputs("    {\"name\": ", out);
    put_text(out, item->name);
    fputs(", \"kind\": ", out);
    put_text(out, item->kind);
    fputs(", \"module\": ", out);
    put_text(out, item->module);
    fprintf(out, ", \"bytes\": %" PRIu32, item->bytes);
    put_index(out, "user", item->user);
    if (item->mention) {
        fputs(", \"mention\": ", out);
        put_text(out, item->mention);
    }
    put_index(out, "mentioner", item->mentioner);
    fputc('}', out);
}

static void put_words(FILE *out, const Inventory *inventory)
{
    fputs("    \"words\": [", out);
    for (uint32_t i = 0; i < inventory->words.count; i++) {
        const RamWord *word = &inventory->words.items[i];
        fputs(i ? ", {\"module\": " : "{\"module\": ", out);
        put_text(out, word->module);
        fputs(", \"name\": ", out);
        put_text(out, word->name);
        fputs(", \"why\": ", out);
        put_text(out, word->why);
        fputs(", \"bytes\": 4}", out);
    }
    fputs("]\n", out);
}

// Kinds of objects that the runtime is built for.
static void put_features(FILE *out, const Image *image)
{
    const FzImageHeader *header = (const FzImageHeader *)(const void *)image->words;
    uint64_t kinds = header->kinds[0] | (uint64_t)header->kinds[1] << 32;
    bool is_first = true;
    fputs("  \"features\": [", out);
    for (uint32_t kind = 0; kind < FZ_KIND_COUNT; kind++) {
        if (!(kinds >> kind & 1))
            continue;
        fprintf(out, "%s\"%s\"", is_first ? "" : ", ", image_kind_name((FzKind)kind));
        is_first = false;
    }
    fputs("],\n", out);
}

void emit_report_json(const Report *report, FILE *out)
{
    const Inventory *inventory = report->inventory;
    ReportSums modules = report_sums(report->arena, inventory, report_module);
    ReportSums kinds = report_sums(report->arena, inventory, report_kind);
    fputs("{\n  \"name\": ", out);
    put_text(out, report->name);
    fprintf(out, ",\n  \"flash\": %" PRIu32 ",\n  \"tables\": %" PRIu32 ",\n", inventory->total,
            inventory->tables);
    put_sums(out, "modules", &modules);
    put_sums(out, "kinds", &kinds);
    put_features(out, report->image);
    fprintf(out, "  \"ram\": {\n    \"arena\": %" PRIu32 ", \"registers\": %" PRIu32
                 ", \"globals\": %" PRIu32 ", \"heap\": %" PRIu32 ", \"stack\": %" PRIu32 ",\n",
            report->sizes.ram, report->sizes.registers, report->sizes.globals, report->sizes.heap,
            report->sizes.stack);
    put_words(out, inventory);
    fputs("  },\n", out);
    emit_stack_json(report, out);
    fputs("  \"objects\": [\n", out);
    for (uint32_t i = 0; i < inventory->items.count; i++) {
        put_item(out, &inventory->items.items[i]);
        fputs(i + 1 < inventory->items.count ? ",\n" : "\n", out);
    }
    fputs("  ]\n}\n", out);
}
