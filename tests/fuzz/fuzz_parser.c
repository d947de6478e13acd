// SPDX-License-Identifier: MIT
// Any bytes are a module or give messages: parses the input, and prints the tree or the messages.
#include "../../compiler/syntax/ast_print.h"
#include "../../compiler/syntax/parser.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *sink;
    Arena arena = {0};
    Names names = {.arena = &arena};
    Diagnostics diags = {.arena = &arena};
    Source source;
    Module module;
    if (!sink)
        sink = fopen("/dev/null", "w");
    // The copy is no longer than the input, so that reading past its end is seen.
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = 0;
    source_from_text(&arena, "fuzz.py", text, size, &source);
    bool is_good = parse_module(&arena, &names, &diags, &source, &module);
    if (is_good != (diags.error_count == 0))
        abort();
    for (uint32_t i = 0; i < diags.list.count; i++) {
        const Diag *diag = &diags.list.items[i];
        if (diag->span.start > diag->span.end || diag->span.end > diag->source->size)
            abort();
    }
    if (is_good)
        ast_print_places(&module, AST_AS_3_14, sink);
    diag_print(&diags, sink, true);
    diag_print_json(&diags, sink);
    arena_free(&arena);
    free(text);
    return 0;
}
