// SPDX-License-Identifier: MIT
// Messages for other programs: one JSON object a line.
#include "diag.h"
#include "json.h"

static void print_field(FILE *out, const char *name, const char *text)
{
    fprintf(out, ", \"%s\": ", name);
    json_put_text(out, text, JSON_PLAIN);
}

// The fields of a place, without a comma before them.
static void print_place(FILE *out, const Source *source, Span span)
{
    Position at = source_position(source, span.start);
    Position end = source_position(source, span.end);
    fputs("\"file\": ", out);
    json_put_text(out, source->path, JSON_PLAIN);
    fprintf(out, ", \"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u", at.line,
            at.column, end.line, end.column);
}

static void print_notes(FILE *out, const DiagNote *notes)
{
    fputs(", \"related\": [", out);
    for (const DiagNote *note = notes; note; note = note->next) {
        fputs(note == notes ? "{" : ", {", out);
        print_place(out, note->source, note->span);
        print_field(out, "message", note->text);
        fputc('}', out);
    }
    fputc(']', out);
}

void diag_print_json(const Diagnostics *diags, FILE *out)
{
    const Diag **order = diag_sorted(diags);
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = order[i];
        fprintf(out, "{\"severity\": \"%s\", \"code\": \"FZ%04u\"",
                diag_severity_text(diag->severity), diag_number(diag->code));
        print_field(out, "name", diag_name(diags->arena, diag->code));
        if (diag->source) {
            fputs(", ", out);
            print_place(out, diag->source, diag->span);
        }
        print_field(out, "message", diag->text);
        if (diag->hint)
            print_field(out, "hint", diag->hint);
        if (diag->notes)
            print_notes(out, diag->notes);
        fputs("}\n", out);
    }
}
