# SPDX-License-Identifier: MIT
# Class patterns: isinstance, attributes, __match_args__, built-in single positional.

class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Circle:
    __match_args__ = ("center", "radius")

    def __init__(self, center, radius):
        self.center, self.radius = center, radius


class Square:
    def __init__(self, side):
        self.side = side


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def describe(s):
    match s:
        case Point3(x, y, z=0):
            return f"flat point3 {x},{y}"
        case Point(0, 0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return f"on axis {x}"
        case Point(x=px, y=py) if px == py:
            return f"diagonal {px}"
        case Point():
            return "some point"
        case Circle(Point(0, 0), r):
            return f"centred circle {r}"
        case Circle(radius=r, center=Point(x, _)):
            return f"circle r={r} x={x}"
        case Square(side=side):
            return f"square {side}"
        case _:
            return "unknown"


for s in (Point3(1, 2, 0), Point3(1, 2, 3), Point(0, 0), Point(5, 0), Point(0, 7), Point(3, 3), Point(1, 2), Circle(Point(0, 0), 9), Circle(Point(1, 1), 2), Circle(5, 5), Square(4), 17):
    print(describe(s))


def typed(v):
    match v:
        case bool(b):
            return f"bool {b}"
        case int(n) if n < 0:
            return f"negative {n}"
        case int(n):
            return f"int {n}"
        case float():
            return "float"
        case str(s):
            return f"str {s}"
        case bytes(b):
            return f"bytes {b}"
        case list([first, *_]):
            return f"list starting {first}"
        case list() | tuple() as seq:
            return f"sequence of {len(seq)}"
        case dict({"k": k}):
            return f"dict with k {k}"
        case dict():
            return "dict"
        case set() | frozenset():
            return "set"
        case object():
            return "object"


for v in (True, -5, 5, 1.5, "s", b"b", [1], [], (1, 2), {"k": 1}, {}, {1}, frozenset(), None, print):
    print(typed(v))


class NoArgs:
    a = 1


try:
    match NoArgs():
        case NoArgs(1):
            print("never")
except TypeError as e:
    print(e)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            print("never")
except TypeError as e:
    print(e)
match NoArgs():
    case NoArgs(a=1, missing=2):
        print("never")
    case NoArgs(a=int(v)):
        print("attribute", v)


def simplify(e):
    match e:
        case ("+", 0, x) | ("+", x, 0):
            return simplify(x)
        case ("*", 0, _) | ("*", _, 0):
            return 0
        case ("*", 1, x) | ("*", x, 1):
            return simplify(x)
        case (op, a, b):
            return (op, simplify(a), simplify(b))
        case x:
            return x


print(simplify(("+", ("*", 1, "a"), ("+", 0, ("*", "b", 0)))), simplify(("+", "x", ("*", 1, "y"))))
