// SPDX-License-Identifier: MIT
// Collects what is to be told to the user. Passes report and go on; the command prints the list,
// sorted by place, and picks the exit code. Every message has a stable code from diag.def.
#ifndef FLASHFREEZE_BASE_DIAG_H
#define FLASHFREEZE_BASE_DIAG_H

#include "source.h"
#include "vec.h"

#include <stdbool.h>
#include <stdio.h>

// Codes are DIAG_<name>; the number shown to users (FZ0123) is pinned in diag.def.
typedef enum {
#define DIAG(name, number, severity, text) DIAG_##name,
#include "diag.def"
#undef DIAG
    DIAG_COUNT
} DiagCode;

typedef enum { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_ADVICE, SEVERITY_NOTE } Severity;

typedef struct {
    DiagCode code;
    Severity severity;
    const Source *source; // NULL when the message has no place in a file
    Span span;
    const char *text; // the whole formatted message
    uint32_t order;   // order of reporting, breaks ties when sorting
} Diag;

typedef struct {
    Arena *arena;
    VEC(Diag) list;
    uint32_t error_count;
} Diagnostics;

// A Diagnostics with only `arena` set is empty. The text of `code` is a printf format for `...`.
// Sources and formatted texts must live as long as the list. Reports of the same code at the same
// place are kept once.
void diag_report(Diagnostics *diags, const Source *source, Span span, DiagCode code, ...);

// Prints the list sorted by path, then place, messages without a place first:
//   file:line:col: error[FZ0123]: text, then the source line and a caret line.
// `color` uses ANSI colours.
void diag_print(const Diagnostics *diags, FILE *out, bool color);

// The same as a JSON array of objects {code, severity, file, line, column, end_line, end_column,
// message}.
void diag_print_json(const Diagnostics *diags, FILE *out);

#endif
