// SPDX-License-Identifier: MIT
#include "warnings.h"

#include <string.h>

static const struct {
    DiagCode code;
    const char *name;
    bool is_on;
    const char *meaning;
} rows[] = {
#define WARNING(diag, name, is_on, meaning) {DIAG_##diag, name, is_on, meaning},
#include "warnings.def"
#undef WARNING
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

void warnings_defaults(WarningSet *set)
{
    memset(set, 0, sizeof *set);
    for (size_t i = 0; i < ROW_COUNT; i++)
        set->is_on[rows[i].code] = rows[i].is_on;
}

bool warnings_any(const WarningSet *set)
{
    for (size_t i = 0; set && i < ROW_COUNT; i++)
        if (set->is_on[rows[i].code])
            return true;
    return !set;
}

static bool is_no(const char **word)
{
    bool found = strncmp(*word, "no-", 3) == 0;
    *word += found ? 3 : 0;
    return found;
}

static bool switch_all(WarningSet *set, Severity severity, bool is_on)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (diag_severity(rows[i].code) == severity)
            set->is_on[rows[i].code] = is_on;
    return true;
}

static bool find_row(const char *name, size_t size, DiagCode *code)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (strlen(rows[i].name) == size && memcmp(rows[i].name, name, size) == 0) {
            *code = rows[i].code;
            return true;
        }
    }
    return false;
}

bool warnings_set(WarningSet *set, const char *word)
{
    bool no = is_no(&word);
    DiagCode code;
    if (strcmp(word, "all") == 0)
        return switch_all(set, SEVERITY_WARNING, !no);
    if (strcmp(word, "advice") == 0)
        return switch_all(set, SEVERITY_ADVICE, !no);
    if (strcmp(word, "error") == 0) {
        set->all_errors = !no;
        return true;
    }
    bool is_error = strncmp(word, "error=", 6) == 0;
    word += is_error ? 6 : 0;
    if (!find_row(word, strlen(word), &code))
        return false;
    if (is_error)
        set->promotion[code] = no ? WARNING_NO_ERROR : WARNING_AS_ERROR;
    if (!is_error || !no)
        set->is_on[code] = !no;
    return true;
}

bool warnings_allow(const WarningSet *set, DiagCode code, Severity *severity)
{
    static const WarningSet nothing_asked = {
#define WARNING(diag, name, is_on_, meaning) .is_on[DIAG_##diag] = is_on_,
#include "warnings.def"
#undef WARNING
    };
    if (!set)
        set = &nothing_asked;
    *severity = diag_severity(code);
    if (*severity == SEVERITY_NOTE || (*severity == SEVERITY_ERROR && !warning_name(code)))
        return true;
    if (*severity == SEVERITY_ERROR && set->promotion[code] == WARNING_NO_ERROR)
        *severity = SEVERITY_WARNING;
    bool all = set->all_errors && *severity == SEVERITY_WARNING;
    if (set->promotion[code] == WARNING_AS_ERROR ||
        (all && set->promotion[code] != WARNING_NO_ERROR))
        *severity = SEVERITY_ERROR;
    return set->is_on[code];
}

const char *warning_name(DiagCode code)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].code == code)
            return rows[i].name;
    return NULL;
}

// Whether the names between brackets at `at` (up to `end`) hold the code's.
static bool lists(const char *at, const char *end, DiagCode code)
{
    while (at < end && *at != ']') {
        size_t size = 0;
        while (at + size < end && !strchr(", \t]", at[size]))
            size++;
        DiagCode found;
        if (size && find_row(at, size, &found) && found == code)
            return true;
        at += size;
        while (at < end && (*at == ',' || *at == ' ' || *at == '\t'))
            at++;
    }
    return false;
}

bool warnings_ignored(const Source *source, uint32_t offset, DiagCode code)
{
    static const char mark[] = "# fz: ignore";
    uint32_t line = source_position(source, offset).line;
    const char *at = source->text + source->line_starts[line - 1];
    const char *end = source->text + source->size;
    if (line < source->line_count)
        end = source->text + source->line_starts[line];
    for (; (at = memchr(at, '#', (size_t)(end - at))) != NULL; at++) {
        if ((size_t)(end - at) < sizeof mark - 1 || memcmp(at, mark, sizeof mark - 1) != 0)
            continue;
        const char *behind = at + sizeof mark - 1;
        bool has_names = behind < end && *behind == '[';
        if (has_names ? lists(behind + 1, end, code) : diag_severity(code) != SEVERITY_ERROR)
            return true;
    }
    return false;
}

void warnings_print_table(FILE *out, Severity severity)
{
    fputs("| name | code | reported | what |\n| --- | --- | --- | --- |\n", out);
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (diag_severity(rows[i].code) == severity)
            fprintf(out, "| `%s` | FZ%04u | %s | %s |\n", rows[i].name, diag_number(rows[i].code),
                    rows[i].is_on ? "yes" : "when asked", rows[i].meaning);
}
