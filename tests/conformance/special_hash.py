# SPDX-License-Identifier: MIT
# __hash__ and __eq__ as keys and elements.
# mpy-differs: mpy-cross evaluates the value of a dict item before its key
# mpy-closed: the name of a class in a message; a cache of the device decides whether a hash is asked for

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x},{self.y})"


d = {Point(1, 2): "a", Point(3, 4): "b"}
d[Point(1, 2)] = "replaced"
print(d, d[Point(3, 4)], Point(1, 2) in d, Point(9, 9) in d, len({Point(0, 0), Point(0, 0), Point(0, 1)}))


class Collide:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 7

    def __eq__(self, o):
        return isinstance(o, Collide) and self.name == o.name

    def __repr__(self):
        return self.name


table = {Collide(c): i for i, c in enumerate("abcde")}
print(table, table[Collide("c")], len(table))
del table[Collide("b")]
table[Collide("f")] = 9
print(table, Collide("b") in table, [table[Collide(c)] for c in "acdef"])


class Identity:
    pass


i, j = Identity(), Identity()
ids = {i: "i", j: "j"}
print(ids[i], ids[j], len({i, j, i}), Identity() in ids, hash(i) == hash(i))


class EqOnly:
    def __eq__(self, o):
        return True


class EqHashNone:
    __hash__ = None


class Inherits(Point):
    pass


class Overrides(Point):
    def __eq__(self, o):
        return False


for cls, args in ((EqOnly, ()), (EqHashNone, ()), (Overrides, (1, 2))):
    try:
        hash(cls(*args))
    except TypeError as e:
        print(e)
print(hash(Inherits(1, 2)) == hash(Point(1, 2)), Inherits(1, 2) in d)


class BadHash:
    def __hash__(self):
        return "text"


try:
    hash(BadHash())
except TypeError as e:
    print(e)


class Big:
    def __hash__(self):
        return 10 ** 30


print({Big(): "big"} != {}, hash(5), hash(-7), hash(True), hash(3.0), hash(()) == hash(()), hash(None) == hash(None))
calls = []


class Traced:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        calls.append("hash")
        return self.v % 4

    def __eq__(self, o):
        calls.append("eq")
        return self.v == o.v


s = {Traced(1): 1}
t = Traced(1)
print(t in s, calls.count("eq"))
calls.clear()
print(Traced(2) in s, calls.count("eq"))
same = Traced(3)
s[same] = 0
calls.clear()
print(same in s, calls)
print(Point(1, 2) == Point(1, 2), Point(1, 2) is Point(1, 2), {1: "int"}.get(1.0), {(1, 2.0): "t"}[(1.0, 2)])
