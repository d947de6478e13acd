# SPDX-License-Identifier: MIT
# __str__, __repr__, __format__, __bytes__: who calls which, defaults, inheritance, containers.

class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only-repr"


class OnlyStr:
    def __str__(self):
        return "only-str"


class Formatted:
    def __format__(self, spec):
        return f"[{spec}]"

    def __str__(self):
        return "plain"


b, r = Both(), OnlyRepr()
print(b, str(b), repr(b), [b], (b,), {"k": b}, {b: 1}, f"{b} {b!r} {b!s}", "%s %r" % (b, b), "{} {!r}".format(b, b))
print(r, str(r), repr(r), [r, [r]], f"{r}", f"{r!s:>12}", "%s" % r, format(r))
print(OnlyStr(), str(OnlyStr()), f"{OnlyStr()}", format(OnlyStr(), ""), "only-str" in repr(OnlyStr()))
f = Formatted()
print(f, f"{f}", f"{f:spec}", "{:a>5}".format(f), format(f, "x"), format(f), f"{f!s:>7}", "%s" % f)
try:
    format(b, ">10")
except TypeError as e:
    print(e)


class BadStr:
    def __str__(self):
        return 5


class BadRepr:
    def __repr__(self):
        return None


class Raises:
    def __repr__(self):
        raise ValueError("in repr")


for action in (lambda: str(BadStr()), lambda: repr(BadRepr()), lambda: str([Raises()]), lambda: f"{Raises()}"):
    try:
        action()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Node:
    def __init__(self, v, *kids):
        self.v, self.kids = v, kids

    def __repr__(self):
        inner = ", ".join(map(repr, self.kids))
        return f"Node({self.v!r}{', ' if inner else ''}{inner})"


print(Node(1, Node("a"), Node(None, Node(2.5))), [Node(1)], str(Node([Node(0)])))


class Parent:
    def __str__(self):
        return f"{type(self).__name__} object"


class Child(Parent):
    def __repr__(self):
        return "<" + str(self) + ">"


print(Parent(), Child(), [Child()], repr(Child()), ascii(Child()))


class Temp:
    def __init__(self, c):
        self.c = c

    def __format__(self, spec):
        if spec.endswith("F"):
            return format(self.c * 9 / 5 + 32, spec[:-1] + "f") + "F"
        if spec == "":
            return str(self.c) + "C"
        return format(self.c, spec) + "C"


t = Temp(21.5)
print(f"{t} {t:.2f} {t:.1F} {t:8.3f}|", "{:{p}F}".format(t, p=".0"))


class Bytes:
    def __bytes__(self):
        return b"as bytes"


print(bytes(Bytes()))
print(Both.__str__(b), Both.__repr__(b), b.__str__())
