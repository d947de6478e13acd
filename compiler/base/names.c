// SPDX-License-Identifier: MIT
// Linear probing; the table doubles at three quarters full.
#include "names.h"

#include <string.h>

static void grow(Names *names)
{
    uint32_t capacity = names->capacity ? names->capacity * 2 : 64;
    const Name **slots = ARENA_NEW_ARRAY(names->arena, const Name *, capacity);
    for (uint32_t i = 0; i < names->capacity; i++) {
        const Name *name = names->slots[i];
        if (!name)
            continue;
        uint32_t at = name->hash & (capacity - 1);
        while (slots[at])
            at = (at + 1) & (capacity - 1);
        slots[at] = name;
    }
    names->slots = slots;
    names->capacity = capacity;
}

const Name *names_intern(Names *names, const char *text, size_t size)
{
    return names_intern_hashed(names, text, size, names_hash(text, size));
}

const Name *names_intern_hashed(Names *names, const char *text, size_t size, uint32_t hash)
{
    if (names->capacity == 0)
        grow(names);
    uint32_t at = hash & (names->capacity - 1);
    for (; names->slots[at]; at = (at + 1) & (names->capacity - 1)) {
        const Name *name = names->slots[at];
        if (name->hash == hash && name->size == size && memcmp(name->text, text, size) == 0)
            return name;
    }
    Name *name = arena_alloc(names->arena, sizeof(Name) + size + 1);
    name->hash = hash;
    name->size = (uint32_t)size;
    if (size)
        memcpy(name->text, text, size);
    names->slots[at] = name;
    names->count++;
    if (names->count + names->count / 3 + 1 >= names->capacity)
        grow(names);
    return name;
}

const Name *names_intern_z(Names *names, const char *text)
{
    return names_intern(names, text, strlen(text));
}

bool names_have(const Names *names, const char *text)
{
    uint32_t hash = names_hash(text, strlen(text));
    uint32_t at = hash & (names->capacity - 1);
    for (; names->capacity && names->slots[at]; at = (at + 1) & (names->capacity - 1))
        if (names->slots[at]->hash == hash && name_is(names->slots[at], text))
            return true;
    return false;
}
