// SPDX-License-Identifier: MIT
// Bytes of a source file to the UTF-8 text that the lexer reads.
#ifndef FLASHFREEZE_SYNTAX_SOURCE_DECODE_H
#define FLASHFREEZE_SYNTAX_SOURCE_DECODE_H

#include "../base/diag.h"

// Gives `source` as valid UTF-8 without byte order mark and NUL bytes, decoded from the encoding
// that a coding comment in its first two lines declares. `*out` is `*source` where nothing needs
// changing. Gives false after reporting an unknown encoding or bytes that do not fit it.
bool source_decode(Arena *arena, Diagnostics *diags, const Source *source, Source *out);

#endif
