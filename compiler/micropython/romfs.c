// SPDX-License-Identifier: MIT
// Records: kind, length of the payload, payload. The size of an image is even.
#include "romfs.h"

enum { KIND_DATA = 2, KIND_DIRECTORY = 4, KIND_FILE = 5, KIND_IMAGE = 0x14a6b1 };

static void put_bytes(Arena *arena, Bytes *out, const void *bytes, uint32_t size)
{
    const uint8_t *from = bytes;
    for (uint32_t i = 0; i < size; i++)
        VEC_PUSH(arena, out, from[i]);
}

static void put_name(Arena *arena, Bytes *out, const char *name)
{
    uint32_t size = (uint32_t)strlen(name);
    put_uint(arena, out, size);
    put_bytes(arena, out, name, size);
}

static void put_record(Arena *arena, Bytes *out, uint32_t kind, const Bytes *payload)
{
    put_uint(arena, out, kind);
    put_uint(arena, out, payload->count);
    put_bytes(arena, out, payload->items, payload->count);
}

void romfs_file(Arena *arena, Bytes *out, const char *name, const uint8_t *bytes, uint32_t size)
{
    Bytes payload = {0};
    put_name(arena, &payload, name);
    put_uint(arena, &payload, KIND_DATA);
    put_uint(arena, &payload, size);
    put_bytes(arena, &payload, bytes, size);
    put_record(arena, out, KIND_FILE, &payload);
}

void romfs_directory(Arena *arena, Bytes *out, const char *name, const Bytes *inner)
{
    Bytes payload = {0};
    put_name(arena, &payload, name);
    put_bytes(arena, &payload, inner->items, inner->count);
    put_record(arena, out, KIND_DIRECTORY, &payload);
}

void romfs_image(Arena *arena, Bytes *out, const Bytes *inner)
{
    Bytes size = {0};
    put_uint(arena, &size, inner->count);
    put_uint(arena, out, KIND_IMAGE);
    if ((out->count + size.count + inner->count) % 2)
        VEC_PUSH(arena, out, 0x80); // a leading group of zeros
    put_bytes(arena, out, size.items, size.count);
    put_bytes(arena, out, inner->items, inner->count);
}
