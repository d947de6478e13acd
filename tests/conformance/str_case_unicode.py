# SPDX-License-Identifier: MIT
# Case mapping and character predicates outside ASCII.

for s in ("é È", "Grüße", "ÀÉÎÕÜ", "ñandú", "ЖЁ жё", "ΑΒΓ αβγ", "ő Ű", "漢字", "Ǆ ǆ"):
    print(s, s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase())
print("é".isalpha(), "É".isupper(), "é".islower(), "漢".isalpha(), "漢".isupper(), "ж".islower())
print("é".isidentifier(), "naïve".isidentifier(), "漢字".isidentifier(), "é1".isalnum())
print("٣".isdigit(), "٣".isdecimal(), "½".isnumeric(), "½".isdigit(), "²".isdigit(), "²".isdecimal())
print("\u00a0".isspace(), "\u3000".isspace(), "\u200b".isspace(), "\x1c".isspace(), "\x85".isspace())
print("é".isprintable(), "\u00a0".isprintable(), "\xad".isprintable(), "漢".isprintable(), "😀".isprintable())
print("ß".upper(), "ß".casefold(), "straße".casefold() == "STRASSE".casefold(), "ÿ".upper(), "µ".upper() == "μ".upper())
print("Σ".lower(), "ς".upper(), "ﬁ".upper())
words = ["Éclair", "eclair", "Zoë", "zebra", "ähnlich", "apfel"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=str.casefold))
vowels = "aeiouáéíóú"


def count_vowels(text):
    return sum(1 for c in text.lower() if c in vowels)


for text in ("Canción", "ÁRBOL", "rhythm"):
    print(text, count_vowels(text))


def initials(name):
    return "".join(part[0].upper() + "." for part in name.split())


print(initials("élise müller"), initials("жанна öberg"), initials("ada lovelace"))
seen = {}
for c in "Ää Öö Éé":
    if c.isalpha():
        seen[c.lower()] = seen.get(c.lower(), 0) + 1
print(seen)
