# SPDX-License-Identifier: MIT
# Short ways of the loop: methods read as values, keys of dicts and sets, characters, joined texts.
import types


class Base:
    def name(self):
        return "base"

    def call(self, *args):
        return (self.name(), args)


class Derived(Base):
    pass


def methods():
    made = Derived()
    seen = []
    for step in range(6):
        method = made.call
        seen.append(method(step))
        seen.append(method == made.call)
        if step == 1:
            made.name = lambda: "own"
        if step == 2:
            made.call = lambda *args: ("replaced", args)
        if step == 3:
            del made.call
            Derived.call = lambda self, *args: ("class", args)
        if step == 4:
            del Derived.call
    print(seen)


def nested_methods():
    method = lambda *args: args
    for step in range(12):
        method = types.MethodType(method, step)
    for _ in range(2):
        print(method("end"))


class Key:
    hashed = 0

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        Key.hashed += 1
        return hash(self.value)

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Key) else other)


def keys(extra):
    table = {1: "int", "one": "str", 2.5: "float", None: "none", len: "function", (1, 2): "tuple", Key: "class"}
    for number in range(extra):
        table[100 + number] = number
        table["k" + str(number)] = number
    text = "on"
    for key in (1, True, 1.0, 0, False, "one", text + "e", "two", 2.5, 2, None, len, print, (1, 2), Key, int, 1 << 70, ""):
        print(key in table, key not in table, table.get(key, "?"), end=" ")
    print()
    one = Key(1)
    before = Key.hashed
    print(one in table, table[one], table.get(Key("k0")), Key.hashed - before)
    table[one] = "changed"
    table["on" + "e"] = "also"
    table[True] = "again"
    print(table[1], table["one"], len(table))
    for bad in ([], {}, {1: []}):
        try:
            print(bad in table)
        except TypeError as error:
            print(error)
    for missing in ("none", 77, -1):
        try:
            print(table[missing])
        except KeyError as error:
            print(repr(error))
    names = set(table) - {len, Key}
    print(one in names, "one" in names, 99 in names, frozenset(names) == names, 2.5 in frozenset(names))


def texts():
    for text in ("", "a", "plain", "caf\u00e9", "\U0001f600!", "tab\tend"):
        print([c for c in text], text + "", "" + text, text + "x", "\u00e9" + text)
    grown = ""
    for number in range(300):
        grown += chr(97 + number % 26)
    print(grown == "".join([c for c in grown]), len(grown), grown[-5:], hash(grown) == hash(grown[:-1] + grown[-1]))
    for wide in (grown + "\u00e9", "\u00e9" + grown):
        print(len(wide), len(wide.encode()), wide.upper()[:3], wide[-1] == "\u00e9")
    print("-".join(["a", "\u00e9", "", "bcd"]), "".join(["x"] * 9), ", ".join(()), "[A]{z}".lower(), "`a@Z{".upper())
    print(" a  b\tc\u2003d \n".split(), "x\u00e9 \u00a0y".split(), b" a  b\xff".split(), "..a.,b!,".strip(",.!"))
    print("a" < "b", "a" < "aa", "\u00e9" > "z", "" < "a", "abc" <= "abc", type("")("x") == "x", type(1), type(type))


methods()
nested_methods()
for extra in (0, 2, 40, 300):
    keys(extra)
texts()
