// SPDX-License-Identifier: MIT
// libunistring knows the names of the Unicode database. What it lacks is here: the formal aliases,
// which name the control characters, and the names that are formed from code points.
#include "char_name.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uniname.h>

enum { LONGEST_NAME = 255 };

static const struct {
    const char *name;
    uint32_t point;
} aliases[] = {
#define ALIAS(name, point) {name, point},
#include "char_alias.def"
#undef ALIAS
};

static bool find_alias(const char *name, uint32_t *out)
{
    size_t count = sizeof aliases / sizeof *aliases;
    size_t low = 0;
    for (size_t high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, aliases[middle].name);
        if (order == 0) {
            *out = aliases[middle].point;
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

// VS1 to VS256, in two ranges.
static bool find_selector(const char *name, uint32_t *out)
{
    if (name[0] != 'V' || name[1] != 'S' || name[2] < '1' || name[2] > '9' || strlen(name) > 5)
        return false;
    char *end;
    unsigned long number = strtoul(name + 2, &end, 10);
    if (*end || number > 256)
        return false;
    *out = (uint32_t)(number <= 16 ? 0xfe00 + number - 1 : 0xe0100 + number - 17);
    return true;
}

// CJK UNIFIED IDEOGRAPH-4E00: the name holds the code point in four or five digits.
static bool find_ideograph(const char *name, uint32_t *out)
{
    static const char prefix[] = "CJK UNIFIED IDEOGRAPH-";
    size_t start = sizeof prefix - 1;
    if (strncmp(name, prefix, start) != 0)
        return false;
    size_t digits = strspn(name + start, "0123456789ABCDEF");
    if (name[start + digits] || digits < 4 || digits > 5)
        return false;
    *out = (uint32_t)strtoul(name + start, NULL, 16);
    return uc_is_property_unified_ideograph(*out);
}

// Moves `*name` over the longest of `parts` that it begins with and gives its index, or -1.
static int longest_part(const char **name, const char *const *parts, int count)
{
    int found = -1;
    size_t found_size = 0;
    for (int i = 0; i < count; i++) {
        size_t size = strlen(parts[i]);
        if (strncmp(*name, parts[i], size) == 0 && (found < 0 || size > found_size)) {
            found = i;
            found_size = size;
        }
    }
    *name += found_size;
    return found;
}

static const char hangul_prefix[] = "HANGUL SYLLABLE ";

// HANGUL SYLLABLE GAG: the name spells an initial, a vowel and a final, each of which may be
// none but the vowel. (libunistring 1.0 misspells one of the finals.)
static bool find_hangul(const char *name, uint32_t *out)
{
    static const char *const initials[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                           "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
    static const char *const vowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                         "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                         "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
    static const char *const finals[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                         "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                         "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
    name += sizeof hangul_prefix - 1;
    int initial = longest_part(&name, initials, 19);
    int vowel = longest_part(&name, vowels, 21);
    int final = longest_part(&name, finals, 28);
    if (vowel < 0 || *name)
        return false;
    *out = 0xac00 + (uint32_t)((initial * 21 + vowel) * 28 + final);
    return true;
}

bool char_by_name(const char *name, size_t size, uint32_t *out)
{
    char upper[LONGEST_NAME + 1];
    if (size == 0 || size > LONGEST_NAME)
        return false;
    for (size_t i = 0; i < size; i++)
        upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i]);
    upper[size] = 0;
    if (strncmp(upper, hangul_prefix, sizeof hangul_prefix - 1) == 0)
        return find_hangul(upper, out);
    *out = unicode_name_character(upper);
    if (*out != UNINAME_INVALID)
        return true;
    return find_alias(upper, out) || find_selector(upper, out) || find_ideograph(upper, out);
}
