// SPDX-License-Identifier: MIT
// Interned text: identifiers and string pieces. Two names of one table are equal exactly when
// their pointers are. A table belongs to one module's compilation (or to the linked program).
#ifndef FLASHFREEZE_BASE_NAMES_H
#define FLASHFREEZE_BASE_NAMES_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Name {
    uint32_t hash;
    uint32_t size; // bytes of text, without the NUL
    char text[];   // UTF-8, NUL-terminated
} Name;

typedef struct {
    Arena *arena;
    const Name **slots; // open addressing, power of two
    uint32_t count;
    uint32_t capacity;
} Names;

// The hash of a name with that text, FNV-1a; and its step, for those who look at the text anyway.
#define NAMES_HASH_START 2166136261u

static inline uint32_t names_hash_step(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}

static inline uint32_t names_hash(const char *text, size_t size)
{
    uint32_t hash = NAMES_HASH_START;
    for (size_t i = 0; i < size; i++)
        hash = names_hash_step(hash, text[i]);
    return hash;
}

// A Names with only `arena` set is empty and ready for use.
const Name *names_intern(Names *names, const char *text, size_t size);
const Name *names_intern_hashed(Names *names, const char *text, size_t size, uint32_t hash);
const Name *names_intern_z(Names *names, const char *text); // of a NUL-terminated string

// Whether the table has a name of that NUL-terminated text.
bool names_have(const Names *names, const char *text);

static inline bool name_is(const Name *name, const char *text)
{
    for (uint32_t i = 0; i < name->size; i++)
        if (text[i] == 0 || name->text[i] != text[i])
            return false;
    return text[name->size] == 0;
}

#endif
