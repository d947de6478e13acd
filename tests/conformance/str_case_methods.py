# SPDX-License-Identifier: MIT
# Changing the case of texts: all methods, characters that grow, titles, swapping, casefold.

texts = ["", "a", "Hello World", "hELLO wORLD", "it's a dog's life", "x1y2 z3", "straße", "ǆ", "éÈ", "ΑΣ ΣΑΣ", "ÿ", "ﬁne", "i̇", "a-b_c.d", "ABC", "123", "ñandú Ñ", "ß"]
for t in texts:
    print(ascii(t), [ascii(f(t)) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)])
for t in texts:
    assert t.upper().upper() == t.upper() and t.casefold().casefold() == t.casefold()
    print([t.isupper(), t.islower(), t.istitle(), t.upper().isupper(), t.lower().islower(), t.title().istitle()], t.upper().lower() == t.lower(), t.casefold() == t.lower())
names = ["bob", "Alice", "carol", "BOB", "alice", "Éva", "eva"]
print(sorted(names), sorted(names, key=str.lower), sorted(names, key=str.casefold, reverse=True), sorted(set(map(str.casefold, names))))
print("".join(c.upper() if i % 2 else c.lower() for i, c in enumerate("Alternating")), "snake_case_name".title().replace("_", ""), "CamelCaseName".swapcase())


def snake(name):
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


print([snake(n) for n in ("CamelCase", "HTTPServer", "x", "already_snake")], " ".join(w.capitalize() for w in "the end of it".split()))
