// SPDX-License-Identifier: MIT
// What a program takes, object by object: as text, as JSON, and as a page with a treemap.
#ifndef FLASHFREEZE_EMIT_REPORT_H
#define FLASHFREEZE_EMIT_REPORT_H

#include "../base/json.h"
#include "../shake/inventory.h"
#include "../stack/stack.h"
#include "emit.h"

typedef struct {
    Arena *arena;
    const char *name; // of the program
    const Inventory *inventory;
    const Image *image;
    EmitSizes sizes;
    const StackBound *stack; // of Python
} Report;

typedef struct {
    const char *name;
    uint32_t bytes;
    uint32_t count; // of objects
} ReportSum;
typedef VEC(ReportSum) ReportSums;

typedef const char *ReportKey(const Item *item);
const char *report_module(const Item *item);
const char *report_kind(const Item *item);
// Bytes and objects for each key, the largest first.
ReportSums report_sums(Arena *arena, const Inventory *inventory, ReportKey *key);

// The chain of references from an item to a root.
void report_why(const Inventory *inventory, uint32_t item, FILE *out);

// budget.c: false when the program takes more than the manifest allows, which it reports.
bool emit_check_budget(const Report *report, const Manifest *manifest, const Program *program,
                       Diagnostics *diags);

// report_stack.c: how deep the Python stack gets, as text and as a member of the JSON object.
void emit_stack_text(const Report *report, FILE *out);
void emit_stack_json(const Report *report, FILE *out);

void emit_report_text(const Report *report, FILE *out);
void emit_report_json(const Report *report, FILE *out);
void emit_report_html(const Report *report, FILE *out);

// Two reports as JSON has them.
typedef struct {
    const JsonValue *before;
    const JsonValue *after;
} ReportDiff;
void emit_diff_text(Arena *arena, const ReportDiff *diff, FILE *out);
void emit_diff_json(Arena *arena, const ReportDiff *diff, FILE *out);

#endif
