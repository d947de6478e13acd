// SPDX-License-Identifier: MIT
#include "diag.h"

#include "warnings.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    unsigned number;
    Severity severity;
    const char *format;
} diag_table[] = {
#define DIAG(name, number, severity, text) {number, SEVERITY_##severity, text},
#include "diag.def"
#undef DIAG
};

static const char *const severity_names[] = {"error", "warning", "advice", "note"};
static const char *const severity_colors[] = {"\033[1;31m", "\033[1;35m", "\033[1;36m", "\033[1m"};

static const char *const code_names[] = {
#define DIAG(name, number, severity, text) #name,
#include "diag.def"
#undef DIAG
};

Severity diag_severity(DiagCode code) { return diag_table[code].severity; }
unsigned diag_number(DiagCode code) { return diag_table[code].number; }
const char *diag_severity_text(Severity severity) { return severity_names[severity]; }

const char *diag_name(Arena *arena, DiagCode code)
{
    const char *name = warning_name(code);
    if (name)
        return name;
    char *text = arena_format(arena, "%s", code_names[code]);
    for (char *at = text; *at; at++)
        *at = *at == '_' ? '-' : (char)tolower((unsigned char)*at);
    return text;
}

enum { LOOK_BACK = 256 }; // messages in which a repeated one is looked for

static bool is_known(const Diagnostics *diags, const Source *source, Span span, DiagCode code)
{
    uint32_t count = diags->list.count;
    for (uint32_t i = 0; source && i < count && i < LOOK_BACK; i++) {
        const Diag *seen = &diags->list.items[count - 1 - i];
        if (seen->source == source && seen->code == code && seen->span.start == span.start)
            return true;
    }
    return false;
}

void diag_report(Diagnostics *diags, const Source *source, Span span, DiagCode code, ...)
{
    Severity severity;
    bool may_ignore = diag_severity(code) != SEVERITY_ERROR || warning_name(code);
    diags->dropped = !warnings_allow(diags->warnings, code, &severity) ||
                     is_known(diags, source, span, code) ||
                     (may_ignore && source && warnings_ignored(source, span.start, code));
    if (diags->dropped)
        return;
    va_list args;
    va_start(args, code);
    const char *text = arena_vformat(diags->arena, diag_table[code].format, args);
    va_end(args);
    if (severity == SEVERITY_ERROR)
        diags->error_count++;
    Diag diag = {code, severity, source, span, text, NULL, NULL, diags->list.count};
    VEC_PUSH(diags->arena, &diags->list, diag);
}

void diag_note(Diagnostics *diags, const Source *source, Span span, const char *format, ...)
{
    if (diags->dropped || diags->list.count == 0)
        return;
    DiagNote *note = ARENA_NEW(diags->arena, DiagNote);
    va_list args;
    va_start(args, format);
    *note = (DiagNote){source, span, arena_vformat(diags->arena, format, args), NULL};
    va_end(args);
    DiagNote **end = &VEC_LAST(&diags->list).notes;
    while (*end)
        end = &(*end)->next;
    *end = note;
}

void diag_hint(Diagnostics *diags, const char *format, ...)
{
    if (diags->dropped || diags->list.count == 0)
        return;
    va_list args;
    va_start(args, format);
    VEC_LAST(&diags->list).hint = arena_vformat(diags->arena, format, args);
    va_end(args);
}

static int compare_places(const void *left, const void *right)
{
    const Diag *a = *(const Diag *const *)left;
    const Diag *b = *(const Diag *const *)right;
    if (a->source != b->source) {
        if (!a->source || !b->source)
            return a->source ? 1 : -1;
        int by_path = strcmp(a->source->path, b->source->path);
        if (by_path != 0)
            return by_path;
    }
    if (a->source && a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

const Diag **diag_sorted(const Diagnostics *diags)
{
    uint32_t count = diags->list.count;
    const Diag **order = ARENA_NEW_ARRAY(diags->arena, const Diag *, count);
    for (uint32_t i = 0; i < count; i++)
        order[i] = &diags->list.items[i];
    qsort(order, count, sizeof *order, compare_places);
    return order;
}

// Prints the line that holds the span, tabs as one space, and a caret line under it.
static void print_excerpt(const Source *source, Span span, FILE *out, bool color)
{
    uint32_t start = span.start < source->size ? span.start : source->size;
    Position at = source_position(source, start);
    uint32_t from = source->line_starts[at.line - 1];
    uint32_t to = from;
    while (to < source->size && source->text[to] != '\n' && source->text[to] != '\r')
        to++;
    enum { WIDEST = 160 };
    if (to - from > WIDEST && start - from > WIDEST / 2)
        return; // a line too long to be of help
    fprintf(out, "    ");
    for (uint32_t i = from; i < to && i - from < WIDEST; i++) {
        char c = source->text[i];
        fputc(c == '\t' || (c >= 0 && c < ' ') ? ' ' : c, out);
    }
    fprintf(out, "\n    %*s%s", (int)(at.column - 1), "", color ? "\033[1;32m" : "");
    uint32_t end = span.end < to ? span.end : to;
    fputc('^', out);
    for (uint32_t i = start + 1; i < end && i - from < WIDEST; i++)
        if (((unsigned char)source->text[i] & 0xc0) != 0x80)
            fputc('~', out);
    fprintf(out, "%s\n", color ? "\033[0m" : "");
}

static void print_place(const Source *source, Span span, FILE *out)
{
    Position at = source_position(source, span.start);
    fprintf(out, "%s:%u:%u: ", source->path, at.line, at.column);
}

// "error[FZ0123]: " or "warning[unused-import]: "; what is an error unless asked otherwise has a number.
static void print_label(const Diag *diag, FILE *out, bool color)
{
    bool is_error = diag->severity == SEVERITY_ERROR && diag_severity(diag->code) == SEVERITY_ERROR;
    const char *name = is_error ? NULL : warning_name(diag->code);
    fprintf(out, "%s%s[", color ? severity_colors[diag->severity] : "",
            severity_names[diag->severity]);
    if (name)
        fputs(name, out);
    else
        fprintf(out, "FZ%04u", diag_number(diag->code));
    fprintf(out, "]%s: ", color ? "\033[0m" : "");
}

static void print_notes(const Diag *diag, FILE *out, bool color)
{
    const char *plain = color ? "\033[0m" : "";
    for (const DiagNote *note = diag->notes; note; note = note->next) {
        print_place(note->source, note->span, out);
        fprintf(out, "%snote%s: %s\n", color ? severity_colors[SEVERITY_NOTE] : "", plain,
                note->text);
        print_excerpt(note->source, note->span, out, color);
    }
}

void diag_print(const Diagnostics *diags, FILE *out, bool color)
{
    const Diag **order = diag_sorted(diags);
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = order[i];
        if (diag->source)
            print_place(diag->source, diag->span, out);
        else
            fputs("flashfreeze: ", out);
        print_label(diag, out, color);
        fprintf(out, "%s\n", diag->text);
        if (diag->source)
            print_excerpt(diag->source, diag->span, out, color);
        if (diag->hint)
            fprintf(out, "    hint: %s\n", diag->hint);
        print_notes(diag, out, color);
    }
}
