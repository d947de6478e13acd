# SPDX-License-Identifier: MIT
# What % is given is not taken for what its class derives from.
from collections import namedtuple


class Text(str):
    def __str__(self):
        return "shown"


class Number(int):
    def __str__(self):
        return "number"

    __repr__ = __str__


class Default(dict):
    def __missing__(self, key):
        return f"no {key}"


class Items(dict):
    def __getitem__(self, key):
        return key.upper()


Pair = namedtuple("Pair", "a b")
print("%s" % Text("x"), "%s %s" % (Text("x"), Text("y")), "%r" % Text("x"), "%5s|" % Text("x"))
print("%s" % Number(5), "%r" % Number(5), "%d" % Number(5), "%x" % Number(255))
print("%(a)s %(b)s" % Default(a=1), "%(a)s" % Items(a=1), "none" % Default())
print("%s" % Default(a=1), "%s and %s" % Pair(1, 2))
print(b"%(a)s" % {b"a": b"x"}, b"%s" % b"y")
for wrong in (lambda: "%s %s" % Text("x"), lambda: "none" % Text("x"), lambda: "%(a)s" % Text("x"), lambda: "%s" % Pair(1, 2)):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
# Sets made with views of dicts, separators that are views of bytes.
d = {"a": 1}
print(type(frozenset("ab") & d.keys()).__name__, type(d.keys() & frozenset("a")).__name__, frozenset("ab") - d.keys())
print(b"a b".split(memoryview(b" ")), b"a b".rsplit(bytearray(b" ")))
