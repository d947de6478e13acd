# SPDX-License-Identifier: MIT
# Searching: find, index, count, startswith, endswith, partition, and their bounds.

s = "banana bandana"
for sub in ("ban", "an", "ana", "x", "", "banana bandana", "a"):
    print(repr(sub), s.find(sub), s.rfind(sub), s.count(sub), sub in s)
print(s.find("an", 2), s.find("an", 2, 4), s.find("an", -4), s.find("an", 2, -1), s.rfind("an", 0, 5))
print(s.find("", 5), s.find("", 99), s.rfind(""), s.count("", 3, 6), s.find("b", None, None))
print(s.index("nan"), s.rindex("an"))
for name in ("index", "rindex"):
    try:
        getattr(s, name)("zzz")
    except ValueError as e:
        print(name, e)
print(s.startswith("ban"), s.startswith("x"), s.startswith(""), s.startswith("nan", 2), s.startswith(("x", "ba")))
print(s.endswith("ana"), s.endswith("x"), s.endswith(""), s.endswith("ban", 0, 3), s.endswith(("x", "na")))
print(s.startswith(()), s.startswith("banana bandana longer"))
try:
    s.startswith(5)
except TypeError as e:
    print(e)
print(s.partition(" "), s.partition("x"), s.rpartition("an"), s.rpartition("x"), s.partition("an"))
try:
    s.partition("")
except ValueError as e:
    print(e)
print("aaaa".count("aa"), "aaaa".find("aa", 1), "aaaa".rfind("aa"), "mississippi".count("ss"))
u = "naïve café naïve"
print(u.find("é"), u.find("naïve", 1), u.rfind("ï"), u.count("ï"), u.index("café"), u.partition("é"))
print("abc".find("abcd"), "abc".find("c", 3), "abc".find("", 3), "".find(""), "".find("a"), "".count(""))


def find_all(text, sub):
    at = text.find(sub)
    while at != -1:
        yield at
        at = text.find(sub, at + 1)


print(list(find_all(s, "an")), list(find_all("aaaa", "aa")), list(find_all(s, "q")))
