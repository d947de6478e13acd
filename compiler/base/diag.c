// SPDX-License-Identifier: MIT
#include "diag.h"

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

void diag_report(Diagnostics *diags, const Source *source, Span span, DiagCode code, ...)
{
    for (uint32_t i = diags->list.count; i-- > 0;) {
        const Diag *seen = &diags->list.items[i];
        if (source && seen->source == source && seen->code == code &&
            seen->span.start == span.start)
            return;
    }
    va_list args;
    va_start(args, code);
    const char *text = arena_vformat(diags->arena, diag_table[code].format, args);
    va_end(args);
    Severity severity = diag_table[code].severity;
    if (severity == SEVERITY_ERROR)
        diags->error_count++;
    VEC_PUSH(diags->arena, &diags->list,
             (Diag){code, severity, source, span, text, diags->list.count});
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

// Gives pointers to the messages in printing order; the caller frees nothing, they live in arena.
static const Diag **sorted(const Diagnostics *diags)
{
    uint32_t count = diags->list.count;
    const Diag **order = ARENA_NEW_ARRAY(diags->arena, const Diag *, count);
    for (uint32_t i = 0; i < count; i++)
        order[i] = &diags->list.items[i];
    qsort(order, count, sizeof *order, compare_places);
    return order;
}

// Prints the line that holds the span, tabs as one space, and a caret line under it.
static void print_excerpt(const Diag *diag, FILE *out, bool color)
{
    const Source *source = diag->source;
    uint32_t start = diag->span.start < source->size ? diag->span.start : source->size;
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
    uint32_t end = diag->span.end < to ? diag->span.end : to;
    fputc('^', out);
    for (uint32_t i = start + 1; i < end && i - from < WIDEST; i++)
        if (((unsigned char)source->text[i] & 0xc0) != 0x80)
            fputc('~', out);
    fprintf(out, "%s\n", color ? "\033[0m" : "");
}

void diag_print(const Diagnostics *diags, FILE *out, bool color)
{
    const Diag **order = sorted(diags);
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = order[i];
        if (diag->source) {
            Position at = source_position(diag->source, diag->span.start);
            fprintf(out, "%s:%u:%u: ", diag->source->path, at.line, at.column);
        } else {
            fputs("flashfreeze: ", out);
        }
        fprintf(out, "%s%s[FZ%04u]%s: %s\n", color ? severity_colors[diag->severity] : "",
                severity_names[diag->severity], diag_table[diag->code].number,
                color ? "\033[0m" : "", diag->text);
        if (diag->source)
            print_excerpt(diag, out, color);
    }
}

static void print_json_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < ' ')
            fprintf(out, "\\u%04x", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

void diag_print_json(const Diagnostics *diags, FILE *out)
{
    const Diag **order = sorted(diags);
    fputs("[", out);
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = order[i];
        fprintf(out, "%s\n  {\"code\": \"FZ%04u\", \"severity\": \"%s\"", i ? "," : "",
                diag_table[diag->code].number, severity_names[diag->severity]);
        if (diag->source) {
            Position at = source_position(diag->source, diag->span.start);
            Position end = source_position(diag->source, diag->span.end);
            fputs(", \"file\": ", out);
            print_json_string(out, diag->source->path);
            fprintf(out, ", \"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u",
                    at.line, at.column, end.line, end.column);
        }
        fputs(", \"message\": ", out);
        print_json_string(out, diag->text);
        fputs("}", out);
    }
    fputs("\n]\n", out);
}
