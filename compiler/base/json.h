// SPDX-License-Identifier: MIT
// JSON: texts as the tool writes them, and a reader for what it wrote itself.
#ifndef FLASHFREEZE_BASE_JSON_H
#define FLASHFREEZE_BASE_JSON_H

#include "vec.h"

#include <stdio.h>

// Writes a text in quotes. JSON_FOR_PAGE escapes `<`, too, so that it can stand in a page's script.
typedef enum { JSON_PLAIN, JSON_FOR_PAGE } JsonEscape;
void json_put_text(FILE *out, const char *text, JsonEscape escape);

typedef enum { JSON_WORD, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT } JsonKind;

typedef struct JsonValue JsonValue;
struct JsonValue {
    JsonKind kind;   // JSON_WORD: null, true or false
    int64_t number;
    const char *text;
    VEC(const JsonValue *) items;
    VEC(const char *) keys; // of an object, one for each item
};

// Reads a document; NULL when it is none, is nested too deeply, or has numbers that are not whole. Zero
// bytes end it. Everything belongs to the arena.
const JsonValue *json_read(Arena *arena, const char *text);

// The item of an object by its key; NULL when there is none, or `value` is NULL or no object.
const JsonValue *json_get(const JsonValue *value, const char *key);
// The number or text there; 0 or "" when there is none.
int64_t json_number(const JsonValue *value, const char *key);
const char *json_text(const JsonValue *value, const char *key);

#endif
