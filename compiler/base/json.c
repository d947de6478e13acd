// SPDX-License-Identifier: MIT
// Writes texts of JSON, and reads documents with a descent of bounded depth.
#include "json.h"

#include <string.h>

enum { MOST_DEPTH = 32 };

void json_put_text(FILE *out, const char *text, JsonEscape escape)
{
    fputc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < ' ' || (c == '<' && escape == JSON_FOR_PAGE))
            fprintf(out, "\\u%04x", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

typedef struct {
    Arena *arena;
    const char *at;
    uint32_t depth;
} Reader;

static void skip_space(Reader *reader)
{
    reader->at += strspn(reader->at, " \t\r\n");
}

// Whether the character comes next; it is taken then.
static bool take(Reader *reader, char c)
{
    skip_space(reader);
    if (*reader->at != c)
        return false;
    reader->at++;
    return true;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// What follows a backslash; characters up to U+007F alone are written as numbers. False when it is no escape.
static bool read_escape(Reader *reader, char *out)
{
    char c = *reader->at++;
    *out = c;
    if (c == '"' || c == '\\' || c == '/')
        return true;
    if (c != 'u')
        return false;
    int number = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        int digit = hex_digit(*reader->at);
        if (digit < 0)
            return false;
        number = number * 16 + digit;
    }
    *out = (char)number;
    return number > 0 && number < 0x80;
}

static const char *read_text(Reader *reader)
{
    if (!take(reader, '"'))
        return NULL;
    VEC(char) bytes = {0};
    while (*reader->at != '"') {
        char c = *reader->at;
        if (c == 0)
            return NULL;
        reader->at++;
        if (c == '\\' && !read_escape(reader, &c))
            return NULL;
        VEC_PUSH(reader->arena, &bytes, c);
    }
    reader->at++;
    VEC_PUSH(reader->arena, &bytes, 0);
    return bytes.items;
}

static JsonValue *read_value(Reader *reader);

// The items up to the closing character, of an object with their keys.
static bool read_items(Reader *reader, JsonValue *value, char closing)
{
    if (take(reader, closing))
        return true;
    do {
        if (value->kind == JSON_OBJECT) {
            const char *key = read_text(reader);
            if (!key || !take(reader, ':'))
                return false;
            VEC_PUSH(reader->arena, &value->keys, key);
        }
        const JsonValue *item = read_value(reader);
        if (!item)
            return false;
        VEC_PUSH(reader->arena, &value->items, item);
    } while (take(reader, ','));
    return take(reader, closing);
}

static bool read_number(Reader *reader, JsonValue *value)
{
    bool is_negative = *reader->at == '-';
    const char *start = reader->at += is_negative;
    while (*reader->at >= '0' && *reader->at <= '9' && reader->at - start < 15)
        value->number = value->number * 10 + (*reader->at++ - '0');
    value->number = is_negative ? -value->number : value->number;
    return reader->at > start && !strchr(".eE0123456789", *reader->at ? *reader->at : ' ');
}

static bool read_word(Reader *reader)
{
    static const char *const words[] = {"null", "true", "false"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strncmp(reader->at, words[i], strlen(words[i])) == 0) {
            reader->at += strlen(words[i]);
            return true;
        }
    return false;
}

static JsonValue *read_value(Reader *reader)
{
    JsonValue *value = ARENA_NEW(reader->arena, JsonValue);
    bool is_good = false;
    if (++reader->depth > MOST_DEPTH)
        return NULL;
    skip_space(reader);
    switch (*reader->at) {
    case '{':
    case '[':
        value->kind = *reader->at == '{' ? JSON_OBJECT : JSON_LIST;
        reader->at++;
        is_good = read_items(reader, value, value->kind == JSON_OBJECT ? '}' : ']');
        break;
    case '"':
        value->kind = JSON_TEXT;
        value->text = read_text(reader);
        is_good = value->text != NULL;
        break;
    case 'n':
    case 't':
    case 'f':
        is_good = read_word(reader);
        break;
    default:
        value->kind = JSON_NUMBER;
        is_good = read_number(reader, value);
        break;
    }
    reader->depth--;
    return is_good ? value : NULL;
}

const JsonValue *json_read(Arena *arena, const char *text)
{
    Reader reader = {.arena = arena, .at = text};
    const JsonValue *value = read_value(&reader);
    if (!value)
        return NULL;
    skip_space(&reader);
    return *reader.at == 0 ? value : NULL;
}

const JsonValue *json_get(const JsonValue *value, const char *key)
{
    for (uint32_t i = 0; value && value->kind == JSON_OBJECT && i < value->keys.count; i++)
        if (strcmp(value->keys.items[i], key) == 0)
            return value->items.items[i];
    return NULL;
}

int64_t json_number(const JsonValue *value, const char *key)
{
    const JsonValue *found = json_get(value, key);
    return found && found->kind == JSON_NUMBER ? found->number : 0;
}

const char *json_text(const JsonValue *value, const char *key)
{
    const JsonValue *found = json_get(value, key);
    return found && found->kind == JSON_TEXT ? found->text : "";
}
