// SPDX-License-Identifier: MIT
// The parser's entry: decodes the source and reads the module's statements.
#include "parser.h"

#include "parse.h"
#include "source_decode.h"

bool parse_module(Arena *arena, Names *names, Diagnostics *diags, const Source *source,
                  Module *module)
{
    uint32_t errors_before = diags->error_count;
    Source *decoded = ARENA_NEW(arena, Source);
    *module = (Module){.source = decoded};
    if (!source_decode(arena, diags, source, decoded))
        return false;
    Parser p = {.arena = arena, .names = names, .diags = diags, .source = decoded};
    lex_init(&p.lexer, diags, decoded);
    parse_next(&p);
    parse_statements(&p);
    PARSE_TAKE(&p, 0, &module->body);
    module->features = p.features;
    return diags->error_count == errors_before;
}
