# SPDX-License-Identifier: MIT
# Case mapping and the predicates about characters.

for s in ("hello World", "ABC", "abc", "mIxEd 1a", "", "123", "it's they're"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
names = ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle",
         "isidentifier", "isdecimal", "isnumeric", "isascii", "isprintable")
for s in ("", "abc", "ABC", "Abc", "123", "a1", " \t\n", "x y", "_x", "1x", "Ab Cd", "\x00", "~"):
    print(repr(s).ljust(8), " ".join(n[2:] for n in names if getattr(s, n)()))
print(sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a", "B"], key=str.lower))
print("hello".upper().lower() == "hello", "Hello".swapcase().swapcase())
print("if".isidentifier(), "a-b".isidentifier())
words = "the end of the line".split()
print(" ".join(w.capitalize() for w in words), [w.upper() for w in words if w.islower()])
counts = {}
for c in "Mississippi":
    counts[c.lower()] = counts.get(c.lower(), 0) + 1
print(counts)


def caesar(text, shift):
    out = []
    for c in text:
        if c.isupper():
            c = chr((ord(c) - 65 + shift) % 26 + 65)
        elif c.islower():
            c = chr((ord(c) - 97 + shift) % 26 + 97)
        out.append(c)
    return "".join(out)


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
