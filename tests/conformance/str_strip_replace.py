# SPDX-License-Identifier: MIT
# Trimming, replacing, prefix and suffix removal, padding, tabs.

s = "  \t padded \n "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print("xxhixx".strip("x"), "xyhiyx".strip("xy"), "xxhi".lstrip("x"), "hixx".rstrip("xi"), "xxx".strip("x") == "")
print("abc".strip(""), "abc".strip(None), "éaé".strip("é"), "\u3000a\u00a0".strip())
print("banana".replace("a", "o"), "banana".replace("an", ""), "banana".replace("a", "AA", 2), "banana".replace("x", "y"))
print("aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "a.b".replace(".", "\n") == "a\nb")
print("abab".replace("ab", "ba", 0), "abab".replace("ab", "x", -1), "naïve".replace("ï", "i"), "ab".replace("b", "漢字"))
print("prefix-body".removeprefix("prefix-"), "body".removeprefix("x"), "file.py".removesuffix(".py"), "f".removesuffix(""))
print("[" + "ab".center(7) + "]", "[" + "abc".center(6, "*") + "]", "[" + "ab".center(5, ".") + "]", "[" + "abc".center(2) + "]")
print("[" + "ab".ljust(5) + "]", "[" + "ab".rjust(5, "0") + "]", "[" + "ab".ljust(1) + "]", "é".rjust(3, "·"))
print("42".zfill(5), "-42".zfill(6), "+7".zfill(4), "".zfill(2), "abc".zfill(2), "--1".zfill(5))
print("a\tb\tcd\te".expandtabs(), "a\tb".expandtabs(4), "01234567\tx".expandtabs(), "a\n\tb".expandtabs(3), "\t".expandtabs(0) == "")
for size in range(6):
    print(repr("ab".center(size, "-")), repr("abc".center(size, "-")))
try:
    "a".center(5, "xy")
except TypeError as e:
    print(e)
try:
    "a".replace("a")
except TypeError as e:
    print("TypeError")
title = "menu"
print(f"{title:=^20}", title.center(20, "="), sep="\n")
for row in (("ape", 3), ("bear", 12), ("cat", 144)):
    print(row[0].ljust(6, ".") + str(row[1]).rjust(5, "."))
