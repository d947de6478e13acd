// SPDX-License-Identifier: MIT
// A source file in memory and the places in it. A place is a byte offset; lines and columns are
// worked out only when somebody asks.
#ifndef FLASHFREEZE_BASE_SOURCE_H
#define FLASHFREEZE_BASE_SOURCE_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

// Bytes [start, end) of a source's text.
typedef struct {
    uint32_t start;
    uint32_t end;
} Span;

typedef struct {
    uint32_t line;   // 1-based
    uint32_t column; // 1-based, in code points
} Position;

typedef struct {
    const char *path;            // as messages show it
    const char *text;            // NUL-terminated; `size` bytes without the NUL
    uint32_t size;
    const uint32_t *line_starts; // byte offset of each line's first byte
    uint32_t line_count;
} Source;

typedef enum { SOURCE_OK, SOURCE_NOT_FOUND, SOURCE_UNREADABLE, SOURCE_TOO_LARGE } SourceStatus;

// Reads a whole file ("-" is standard input) into the arena. `*out` is valid only on SOURCE_OK.
SourceStatus source_read(Arena *arena, const char *path, Source *out);

// Makes a source of text already in memory (not copied, must outlive the source and end in a NUL).
void source_from_text(Arena *arena, const char *path, const char *text, size_t size, Source *out);

// Line and column of a byte offset. Lines end at \n, \r\n or \r.
Position source_position(const Source *source, uint32_t offset);

// Index into line_starts of the line with a byte offset.
uint32_t source_line_index(const Source *source, uint32_t offset);

// Byte offset of a 1-based line and a 1-based column in code points, clamped to the text.
uint32_t source_offset(const Source *source, uint32_t line, uint32_t column);

#endif
