// SPDX-License-Identifier: MIT
// Lookups in the tables made from keys.def. The hierarchy of keys is read off their paths: a row is
// a child of another when its path is that one's with one more part.
#include "keys.h"

#define REQUIRED              NULL
#define UNSET                 ""
#define NO_FIELD              0
#define FIELD(Struct, member) offsetof(Struct, member)

const Key key_table[KEY_COUNT] = {
#define KEY(id, path, type, field, fallback, example, meaning)                                     \
    {KEY_##id, path, KEY_TYPE_##type, field, fallback, example, meaning},
#include "keys.def"
};

const Choice choice_table[] = {
#define TARGET(name, word, meaning)      {KEY_TYPE_TARGET, word, TARGET_##name, meaning},
#define FLOAT_WIDTH(bits, word, meaning) {KEY_TYPE_FLOAT_WIDTH, word, bits, meaning},
#define LINE_TABLE(name, word, meaning)  {KEY_TYPE_LINE_TABLE, word, LINES_##name, meaning},
#define PREINIT(name, word, meaning)     {KEY_TYPE_PREINIT, word, PREINIT_##name, meaning},
#define STRIP_NAMES(name, word, meaning) {KEY_TYPE_STRIP_NAMES, word, STRIP_NAMES_##name, meaning},
#define NATIVE_TYPE(name, word, meaning) {KEY_TYPE_RETURNS, word, NATIVE_##name, meaning},
#include "keys.def"
};

const unsigned choice_count = sizeof choice_table / sizeof choice_table[0];

const char *key_type_phrase(KeyType type)
{
    static const char *const phrases[] = {
#define KEY_TYPE(name, phrase) phrase,
#include "keys.def"
    };
    return phrases[type];
}

// The last part of a path if it stands directly under `parent`, else NULL. The part of an item
// is "[]".
static const char *part_under(const char *path, const char *parent)
{
    size_t size = strlen(parent);
    if (strncmp(path, parent, size) != 0)
        return NULL;
    const char *part = path + size;
    if (size != 0 && *part != '.' && *part != '[')
        return NULL;
    if (size != 0 && *part == '.')
        part++;
    return *part != 0 && !strpbrk(part + 1, ".[") ? part : NULL;
}

const Key *key_child(const char *parent, const char *text, size_t size)
{
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        const char *part = part_under(key_table[i].path, parent);
        if (part && strlen(part) == size && memcmp(part, text, size) == 0)
            return &key_table[i];
    }
    return NULL;
}

const Key *key_wildcard(const char *parent)
{
    const Key *key = key_child(parent, "*", 1);
    return key ? key : key_child(parent, "[]", 2);
}

enum { LONGEST_WORD = 32, FAR = 1000 };

// Least number of letters to insert, delete, change or swap with their neighbour to get from one
// word to the other; FAR when a word is too long to be a key.
static unsigned edit_distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
    if (a_size > LONGEST_WORD || b_size > LONGEST_WORD)
        return FAR;
    unsigned cost[LONGEST_WORD + 1][LONGEST_WORD + 1];
    for (unsigned i = 0; i <= a_size; i++)
        cost[i][0] = i;
    for (unsigned j = 0; j <= b_size; j++)
        cost[0][j] = j;
    for (size_t i = 1; i <= a_size; i++) {
        for (size_t j = 1; j <= b_size; j++) {
            unsigned best = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (cost[i - 1][j] + 1 < best)
                best = cost[i - 1][j] + 1;
            if (cost[i][j - 1] + 1 < best)
                best = cost[i][j - 1] + 1;
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && cost[i - 2][j - 2] + 1 < best)
                best = cost[i - 2][j - 2] + 1;
            cost[i][j] = best;
        }
    }
    return cost[a_size][b_size];
}

const char *nearest_word(const char *const *words, size_t count, const char *text, size_t size)
{
    const char *nearest = NULL;
    unsigned least = size < 6 ? 2 : 3; // one slip in a short word, two in a long one
    for (size_t i = 0; i < count; i++) {
        unsigned distance = edit_distance(words[i], strlen(words[i]), text, size);
        if (distance < least && distance < size) {
            least = distance;
            nearest = words[i];
        }
    }
    return nearest;
}

const char *key_suggest(const char *parent, const char *text, size_t size)
{
    const char *words[KEY_COUNT];
    size_t count = 0;
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        const char *part = part_under(key_table[i].path, parent);
        if (part && *part != '*' && *part != '[')
            words[count++] = part;
    }
    const char *near = nearest_word(words, count, text, size);
    if (near)
        return near;
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        const char *path = key_table[i].path;
        const char *dot = strrchr(path, '.');
        const char *part = dot ? dot + 1 : path;
        if (strlen(part) == size && memcmp(part, text, size) == 0)
            return path;
    }
    return NULL;
}

// An argument has the types of a result except none.
static bool is_offered(const Choice *choice, KeyType type)
{
    if (type == KEY_TYPE_ARGUMENTS)
        return choice->type == KEY_TYPE_RETURNS && choice->value != NATIVE_NONE;
    return choice->type == type;
}

const Choice *choice_find(KeyType type, const char *word, size_t size)
{
    for (unsigned i = 0; i < choice_count; i++) {
        const Choice *choice = &choice_table[i];
        if (is_offered(choice, type) && strlen(choice->word) == size &&
            memcmp(choice->word, word, size) == 0)
            return choice;
    }
    return NULL;
}

const char *choice_words(Arena *arena, KeyType type)
{
    const char *text = "";
    unsigned left = 0;
    for (unsigned i = 0; i < choice_count; i++)
        left += is_offered(&choice_table[i], type);
    for (unsigned i = 0; i < choice_count; i++) {
        if (!is_offered(&choice_table[i], type))
            continue;
        left--;
        const char *between = left == 0 ? "" : left == 1 ? " or " : ", ";
        text = arena_format(arena, "%s%s%s", text, choice_table[i].word, between);
    }
    return text;
}
