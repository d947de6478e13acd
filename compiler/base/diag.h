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

typedef struct WarningSet WarningSet; // warnings.h

// Another place that a message speaks of.
typedef struct DiagNote {
    const Source *source;
    Span span;
    const char *text;
    struct DiagNote *next;
} DiagNote;

typedef struct {
    DiagCode code;
    Severity severity;
    const Source *source; // NULL when the message has no place in a file
    Span span;
    const char *text;      // the whole formatted message
    const char *hint;      // what to do, or NULL
    DiagNote *notes;       // in order of reporting
    uint32_t order;        // order of reporting, breaks ties when sorting
} Diag;

typedef struct {
    Arena *arena;
    const WarningSet *warnings; // NULL: the defaults
    VEC(Diag) list;
    uint32_t error_count;
    bool dropped; // the last report was not kept
} Diagnostics;

// A Diagnostics with only `arena` set is empty. The text of `code` is a printf format for `...`.
// Sources and formatted texts must live as long as the list. Reports of the same code at the same
// place are kept once; warnings are kept as the set and comments in the source want it.
void diag_report(Diagnostics *diags, const Source *source, Span span, DiagCode code, ...);

// Adds another place, or what the user can do, to the message reported last (if it was kept).
void diag_note(Diagnostics *diags, const Source *source, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diag_hint(Diagnostics *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

// What diag.def says of a code.
Severity diag_severity(DiagCode code);
unsigned diag_number(DiagCode code);

// What a message is called: of a warning its name in warnings.def, else that in diag.def in small
// letters, with dashes.
const char *diag_name(Arena *arena, DiagCode code);

// "error", "warning", "advice".
const char *diag_severity_text(Severity severity);

// Pointers to the messages in the order of printing: by path, then place, those without a place
// first. They live in the list's arena.
const Diag **diag_sorted(const Diagnostics *diags);

// Prints the list in that order:
//   file:line:col: error[FZ0123]: text, then the source line, a caret line, a hint and other places.
// Warnings have their name in place of the code. `color` uses ANSI colours.
void diag_print(const Diagnostics *diags, FILE *out, bool color);

// The same as JSON, one object a line; docs/warnings.md lists the fields.
void diag_print_json(const Diagnostics *diags, FILE *out);

#endif
