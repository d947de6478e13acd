# SPDX-License-Identifier: MIT
# maketrans/translate, comparison chains, string building, iteration idioms.

table = str.maketrans("abc", "xyz")
print("aabbcc-d".translate(table), "none".translate({}), "hello".translate({ord("l"): None}))
print("hello".translate({ord("h"): "J", ord("o"): "ooo"}), "abc".translate(str.maketrans({"a": "1", "b": None})))
print("abcabc".translate(str.maketrans("a", "b", "c")), sorted(str.maketrans("ab", "cd").items()))
try:
    str.maketrans("ab", "c")
except ValueError as e:
    print(e)
print("é漢a".translate({0xE9: "e", 0x6F22: "Han"}))

words = ["pear", "Apple", "fig", "apple", "banana", ""]
print(sorted(words), sorted(words, key=len), sorted(words, key=str.casefold), max(words), min(words, key=len))
print("a" < "aa" < "b", "Z" < "a", "10" < "9", "" < "a", "a" <= "a" >= "a")
out = ""
for i in range(10):
    out += str(i)
print(out, out[::3], len(out))
print("".join(c for c in "h3ll0 w0rld" if not c.isdigit()), "".join(c * 2 for c in "abc"))
print(list(zip("abc", "xyz")), dict(zip("ab", (1, 2))), list(enumerate("ab", 5)), "-".join(map(str, range(4))))


def run_length(text):
    out = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{text[i]}{j - i}")
        i = j
    return "".join(out)


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    return lines + [line]


print(run_length("aaabccdddd"), wrap("the quick brown fox jumps over the lazy dog", 12))
print(str.upper("abc"), str.join("-", "xy"), "abc".__len__(), "abc".__contains__("b"), "a".__add__("b"))
print("abc".__getitem__(1), "a".__eq__("a"), "a".__lt__("b"), "ab".__mul__(2), list("ab".__iter__()))
part = "<\\g>>"
print(part[0:1].encode("latin-1"), part[-1:].encode("ascii"), part[1:3].encode())
