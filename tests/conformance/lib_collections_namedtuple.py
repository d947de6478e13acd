# SPDX-License-Identifier: MIT
# collections.namedtuple: making, binding, replacing, errors.
from collections import namedtuple


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p[-1], tuple(p), len(p), p == (1, 2), hash(p) == hash((1, 2)), Point._fields, Point.__name__)
x, y = p
print(x, y, p + (3,), p._replace(x=10), p._asdict(), Point._make([5, 6]), isinstance(p, tuple), Point(*[7, 8]), Point(**{"x": 1, "y": 3}))
print(p < Point(1, 3), sorted([Point(2, 1), Point(1, 5)]), max(p), p.count(1), p.index(2), 2 in p, p[0:1], "%s-%s" % p)
attempt(Point)
attempt(Point, 1)
attempt(Point, 1, 2, 3)
attempt(Point, 1, x=2)
attempt(Point, 1, 2, z=3)
attempt(Point, 1, z=3)
attempt(p._replace, z=1)
attempt(Point._make, [1])
try:
    p.x = 5
except AttributeError:
    print("read-only")
attempt(lambda: setattr(p, "other", 5))
attempt(lambda: p.nothing)
Three = namedtuple("Three", ["a", "b", "c"])
attempt(Three)
attempt(Three, b=1)
Wide = namedtuple("Wide", "a, b, c, d", defaults=[3, 4])
print(Wide(1, 2), Wide(1, 2, d=9), Wide._field_defaults, Wide(b=2, a=1, c=0))
attempt(Wide, 1)
attempt(Wide, 1, 2, 3, 4, 5)
for name, fields in (("1a", "x"), ("class", "x"), ("A", "x x"), ("A", "_x"), ("A", "x-y"), ("A", ["def"]), ("A", "ok 9")):
    attempt(namedtuple, name, fields)
attempt(namedtuple, "A", "x", defaults=(1, 2))
print(namedtuple("R", "abc def x _y abc", rename=True)._fields, namedtuple("E", "")(), namedtuple("E", [])._fields)


class Better(Point):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __str__(self):
        return f"<{self.x},{self.y}>"

    def scaled(self, k):
        return self._replace(x=self.x * k, y=self.y * k)


b = Better(3, 4)
print(b.length, str(b), repr(b), b.scaled(2), type(b.scaled(2)).__name__, b == Point(3, 4), Better._make((0, 1)).length)


class Sized(namedtuple("Base", "w h")):
    def __new__(cls, side):
        return super().__new__(cls, side, side)


s = Sized(4)
s.note = "has a dict"
print(s, s.w * s.h, s.note)
match p:
    case Point(1, y=why):
        print("matched", why)
match b:
    case Point(x, y):
        print(x, y)
Employee = namedtuple("Employee", "name dept salary")
staff = [Employee("Ann", "it", 3), Employee("Bob", "hr", 2), Employee("Cid", "it", 5)]
print([e.name for e in staff if e.dept == "it"], sum(e.salary for e in staff), {e.name: e for e in staff}["Bob"].dept)
print(namedtuple("M", "a", module="some.where").__module__, getattr(p, "y"))
