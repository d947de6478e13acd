# SPDX-License-Identifier: MIT
# Every kind of pattern against many subjects.


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"P({self.x}, {self.y})"


class Sub(Point):
    pass


class Color:
    RED = 1
    BLUE = "blue"


def classify(s):
    match s:
        case None:
            return "none"
        case True | False:
            return f"bool {s}"
        case 0 | -1:
            return "zero or minus one"
        case Color.BLUE:
            return "blue"
        case int(n) if n > 1000:
            return f"large {n}"
        case int() | float():
            return f"number {s}"
        case "":
            return "empty str"
        case str() as text:
            return f"str {text!r}"
        case b"raw":
            return "raw bytes"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x!r}"
        case [Point(x=0), *rest]:
            return f"starts on axis {rest}"
        case [1, [2, *inner], *_, last]:
            return f"nested {inner} {last}"
        case [a, b] if a == b:
            return f"pair of {a!r}"
        case (a, *middle, b):
            return f"from {a!r} over {len(middle)} to {b!r}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"type": str(t)}:
            return f"a {t}"
        case {1: _, 2: _}:
            return "has 1 and 2"
        case {}:
            return f"mapping of {len(s)}"
        case Sub(x, y=0):
            return f"sub on axis at {x}"
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=Point(x=deep)):
            return f"deep {deep}"
        case Point():
            return f"point {s}"
        case set() | frozenset():
            return "a set"
        case _:
            return f"other {type(s).__name__}"


subjects = [None, True, False, 0, -1, 1, 5000, 2.5, 0.0, "", "blue", "x", b"raw", b"other", [], (), [7], ("t",), [Point(0, 3), 1, 2],
            [1, [2, 3, 4], 5, 6], [1, [2], 9], [4, 4], (4, 5), range(3), range(0), [1, 2, 3, 4], {"type": "circle", "r": 2, "c": 1}, {"type": "square"},
            {"type": 5}, {1: 0, 2: 0, 3: 0}, {}, {"a": 1}, Point(0, 0), Point(3, 3), Point(1, 2), Sub(5, 0), Sub(5, 1), Point(Point(8, 0), 1),
            {1, 2}, frozenset(), object(), bytearray(b"raw"), "raw", 10**30, float("nan"), ..., int]
for s in subjects:
    print(classify(s))


def binds(s):
    match s:
        case [("a" | "b") as first, (1 | 2) as second]:
            return first, second
        case {"k": [x, *_]} | {"other": x}:
            return x
        case (Point(x=v) | [_, v]):
            return v
        case str(v) | bytes(v):
            return v
    return "unbound"


for s in (["a", 2], ["c", 2], {"k": [1, 2]}, {"other": 3}, Point(6, 7), "s", b"b", 5, ["b", 3]):
    print(binds(s))
for bad in (lambda: Point(1, 2),):
    try:
        match bad():
            case Point(1, 2, 3):
                print("no")
    except TypeError as e:
        print(e)


class NoArgs:
    pass


try:
    match NoArgs():
        case NoArgs(1):
            print("no")
except TypeError as e:
    print(e)
