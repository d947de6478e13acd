// SPDX-License-Identifier: MIT
// The table of keys.def at run time: rows, what types ask for, words of choices, and the
// suggestion for a key nobody knows.
#ifndef FLASHFREEZE_MANIFEST_KEYS_H
#define FLASHFREEZE_MANIFEST_KEYS_H

#include "manifest.h"

typedef enum {
#define KEY_TYPE(name, phrase) KEY_TYPE_##name,
#include "keys.def"
} KeyType;

typedef struct {
    KeyId id;
    const char *path; // "runtime.heap"; `*` stands for any name, `[]` for an item
    KeyType type;
    size_t offset;        // of the field in the struct that holds the value
    const char *fallback; // YAML text; NULL when the key is required, "" when nothing is set
    const char *example;  // YAML text
    const char *meaning;
} Key;

typedef struct {
    KeyType type;
    const char *word;
    unsigned value;
    const char *meaning;
} Choice;

extern const Key key_table[KEY_COUNT];
extern const Choice choice_table[];
extern const unsigned choice_count;

// "a size such as 512, 6K or 1M"
const char *key_type_phrase(KeyType type);

// The key called `text` directly under `parent` (a path, "" for the top); NULL if there is none.
const Key *key_child(const char *parent, const char *text, size_t size);

// The row of whatever name or item stands under `parent`: "natives.*" of "natives".
const Key *key_wildcard(const char *parent);

// What the user may have meant by `text` under `parent`: a key at that place that is spelt alike,
// or one of this very name at another place, given by its whole path. NULL if nothing comes near.
const char *key_suggest(const char *parent, const char *text, size_t size);

// The word of `words` spelt most like `text`, NULL if none is near.
const char *nearest_word(const char *const *words, size_t count, const char *text, size_t size);

// The choice of that type with that word; NULL if there is none.
const Choice *choice_find(KeyType type, const char *word, size_t size);

// "stub or micropython": the words of a choice.
const char *choice_words(Arena *arena, KeyType type);

#endif
