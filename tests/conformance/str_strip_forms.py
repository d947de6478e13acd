# SPDX-License-Identifier: MIT
# strip and its kin, removeprefix, removesuffix, replace with counts.

for text in ("", "  ", " a ", "\t\na b\x0b\x0c ", "xxaxx", "xyxaxyx", "\u2003wide\u00a0"):
    print([text.strip(), text.lstrip(), text.rstrip(), text.strip(None), text.strip("x"), text.lstrip("xy"),
           text.rstrip("yx"), text.strip("")])
print("ääbää".strip("ä"), "€5€".lstrip("€"), "www.example.com".strip("cmowz."), "mississippi".rstrip("ipz"))
for text in ("prefix-body-suffix", "", "prefix", "suffix"):
    print([text.removeprefix("prefix"), text.removesuffix("suffix"), text.removeprefix(""), text.removesuffix("")])
for old, new in (("a", "b"), ("a", ""), ("", "-"), ("an", "AN"), ("ana", "*"), ("z", "y"), ("a", "long text")):
    print(repr(old), [("banana".replace(old, new, n)) for n in (-1, 0, 1, 2, 99)], "banana".replace(old, new))
print("".replace("", "x"), "".replace("a", "x"), "".replace("", "x", 0), "é".replace("", "-"), "aéa".replace("é", "ee"))
text = "same"
print(text.replace("q", "z") == text, text.strip() == text, text.replace("same", "same"))
