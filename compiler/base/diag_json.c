// SPDX-License-Identifier: MIT
// Messages for other programs: one JSON object a line.
#include "diag.h"

static void print_string(FILE *out, const char *text)
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

static void print_field(FILE *out, const char *name, const char *text)
{
    fprintf(out, ", \"%s\": ", name);
    print_string(out, text);
}

// The fields of a place, without a comma before them.
static void print_place(FILE *out, const Source *source, Span span)
{
    Position at = source_position(source, span.start);
    Position end = source_position(source, span.end);
    fputs("\"file\": ", out);
    print_string(out, source->path);
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
