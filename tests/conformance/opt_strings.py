# SPDX-License-Identifier: MIT
# Chains of additions of text, joined in one step or not.


class Shown:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str of", self.name)
        return "<" + self.name + ">"

    def __repr__(self):
        print("repr of", self.name)
        return "[" + self.name + "]"


class Sub(str):
    def upper(self):
        return "sub"


class GivesSub:
    def __str__(self):
        return Sub("given")


a, b = Shown("a"), Shown("b")
print("x" + str(a) + "y" + "z" + repr(b) + f"{a}{b!r:>5}" + "." + chr(65) + hex(10) + bin(2) + oct(8))
print(str(1) + str(2), "" + str(None), "a" + str(b"b") + "c", str("s") + "")
print("-".join(["p", "q"]) + "!" + "{}".format(3) + "%d" % 4 + "ab".upper())
print("v" + str(GivesSub()) + "w", type("v" + str(GivesSub())).__name__, str(GivesSub()) + "w")
print("n = " + str(1.5) + ", " + str([1, "two"]) + ", " + str((a.name,)))
long = "0" + str(1) + "2" + str(3) + "4" + str(5) + "6" + str(7) + "8" + str(9)
print(long, len(long))


class Fails:
    def __str__(self):
        raise ValueError("no text")


try:
    print("a" + str(Shown("first")) + str(Fails()) + str(Shown("never")))
except ValueError as error:
    print(error)
try:
    print("a" + str(Shown("before")) + a.name + 1 + str(Shown("after")))
except TypeError as error:
    print(error)


class NotText:
    def __str__(self):
        return 5


try:
    print("a" + str(NotText()) + "b")
except TypeError as error:
    print(error)


def own(str):
    return "a" + str(1) + "b"


print(own(lambda x: "mine"))
