// SPDX-License-Identifier: MIT
#include "source.h"

#include "vec.h"

#include <errno.h>
#include <stdio.h>

#define MOST_BYTES (UINT32_MAX / 4)

static bool is_continuation(char c) { return ((unsigned char)c & 0xc0) == 0x80; }

void source_from_text(Arena *arena, const char *path, const char *text, size_t size, Source *out)
{
    VEC(uint32_t) starts = {0};
    starts.items = vec_grow(arena, NULL, 0, &starts.capacity, (uint32_t)(size / 40) + 16,
                            sizeof *starts.items); // about what there will be
    VEC_PUSH(arena, &starts, 0);
    const char *end = text + size;
    const char *at = text;
    if (!memchr(text, '\r', size)) // all lines end at \n
        while ((at = memchr(at, '\n', (size_t)(end - at))))
            VEC_PUSH(arena, &starts, (uint32_t)(++at - text));
    for (; at && at < end; at++)
        if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
            VEC_PUSH(arena, &starts, (uint32_t)(at + 1 - text));
    *out = (Source){path, text, (uint32_t)size, starts.items, starts.count};
}

// The size of a file; 64 KiB where that cannot be told, or where it is too large anyway.
static uint32_t expected_size(FILE *file)
{
    enum { PIECE = 65536 };
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    rewind(file);
    return size < 0 || (unsigned long)size > MOST_BYTES ? PIECE : (uint32_t)size;
}

SourceStatus source_read(Arena *arena, const char *path, Source *out)
{
    bool is_stdin = path[0] == '-' && path[1] == 0;
    FILE *file = is_stdin ? stdin : fopen(path, "rb");
    if (!file)
        return errno == ENOENT || errno == ENOTDIR ? SOURCE_NOT_FOUND : SOURCE_UNREADABLE;
    VEC(char) bytes = {0};
    size_t got = 0;
    bool too_large = false;
    setvbuf(file, NULL, _IONBF, 0); // read in large pieces anyway
    // Room for all of it, the NUL, and a byte that shows that the file has not grown.
    uint32_t room = expected_size(file) + 2;
    do {
        if (bytes.capacity - bytes.count < 2)
            bytes.items = vec_grow(arena, bytes.items, bytes.count, &bytes.capacity,
                                   bytes.count + room, 1);
        got = fread(bytes.items + bytes.count, 1, bytes.capacity - bytes.count - 1, file);
        bytes.count += (uint32_t)got;
        too_large = bytes.count > MOST_BYTES;
    } while (got > 0 && !too_large);
    bool failed = ferror(file) != 0;
    if (!is_stdin)
        fclose(file);
    if (failed)
        return SOURCE_UNREADABLE;
    if (too_large)
        return SOURCE_TOO_LARGE;
    bytes.items[bytes.count] = 0;
    source_from_text(arena, path, bytes.items, bytes.count, out);
    return SOURCE_OK;
}

uint32_t source_line_index(const Source *source, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Position source_position(const Source *source, uint32_t offset)
{
    if (offset > source->size)
        offset = source->size;
    uint32_t line = source_line_index(source, offset);
    Position position = {line + 1, 1};
    for (uint32_t i = source->line_starts[line]; i < offset; i++)
        position.column += !is_continuation(source->text[i]);
    return position;
}

uint32_t source_offset(const Source *source, uint32_t line, uint32_t column)
{
    if (line == 0)
        line = 1;
    if (line > source->line_count)
        return source->size;
    uint32_t at = source->line_starts[line - 1];
    uint32_t end = line < source->line_count ? source->line_starts[line] : source->size;
    while (column > 1 && at < end) {
        at++;
        while (at < end && is_continuation(source->text[at]))
            at++;
        column--;
    }
    return at;
}
