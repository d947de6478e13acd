// SPDX-License-Identifier: MIT
// Any bytes are a manifest or give messages: loads the input, with and without a variant, and
// prints what is reported.
#include "../../manifest/manifest.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *sink;
    Arena arena = {0};
    Names names = {.arena = &arena};
    Diagnostics diags = {.arena = &arena};
    Source source;
    Manifest manifest;
    if (!sink)
        sink = fopen("/dev/null", "w");
    const char *text = arena_copy(&arena, (const char *)data, size);
    source_from_text(&arena, "no/such/directory/fuzz.yaml", text, size, &source);
    bool is_good = manifest_load_source(&arena, &names, &diags, &source, NULL, &manifest);
    if (is_good != (diags.error_count == 0))
        abort();
    for (uint32_t i = 0; i < diags.list.count; i++)
        if (diags.list.items[i].span.start > diags.list.items[i].span.end)
            abort();
    diag_print(&diags, sink, true);
    diag_print_json(&diags, sink);
    manifest_load_source(&arena, &names, &diags, &source, "debug", &manifest);
    arena_free(&arena);
    return 0;
}
