// SPDX-License-Identifier: MIT
// Which warnings and which advice are reported, which count as errors, and which errors do not: what -W, the manifest's
// `warnings` and `# fz: ignore` comments say. The rows are those of warnings.def.
#ifndef FLASHFREEZE_BASE_WARNINGS_H
#define FLASHFREEZE_BASE_WARNINGS_H

#include "diag.h"

enum { WARNING_PLAIN, WARNING_AS_ERROR, WARNING_NO_ERROR };

// Indexed by DiagCode; what is no warning has no meaning there.
struct WarningSet {
    bool is_on[DIAG_COUNT];
    uint8_t promotion[DIAG_COUNT]; // WARNING_*: what -Werror=name and -Wno-error=name said
    bool all_errors;               // -Werror
};

void warnings_defaults(WarningSet *set);

// Takes what follows -W: a name of warnings.def, `all`, `advice`, `error`, `error=name`, or one of
// these behind `no-`. False when there is no such warning.
bool warnings_set(WarningSet *set, const char *word);

// Whether a message is to be reported, with the severity it then has. `set` may be NULL: defaults.
bool warnings_allow(const WarningSet *set, DiagCode code, Severity *severity);

// Whether any warning or advice is to be reported at all. `set` may be NULL.
bool warnings_any(const WarningSet *set);

// Whether a comment `# fz: ignore` or `# fz: ignore[name, ...]` on the line of `offset` covers the
// warning. An error that can be put off must be named.
bool warnings_ignored(const Source *source, uint32_t offset, DiagCode code);

// The name of a warning in warnings.def, or NULL.
const char *warning_name(DiagCode code);

// The table of docs/warnings.md: the rows of this severity.
void warnings_print_table(FILE *out, Severity severity);

#endif
