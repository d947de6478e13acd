# SPDX-License-Identifier: MIT
# Classes: attributes, methods, construction, class attributes versus instance attributes.

class Point:
    """A point."""
    dims = 2
    made = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.made += 1

    def norm2(self):
        return self.x ** 2 + self.y ** 2

    def moved(self, dx, dy=0):
        return Point(self.x + dx, self.y + dy)

    def label(self):
        return f"({self.x}, {self.y})"


p = Point(3, 4)
q = p.moved(1, dy=-1)
print(p.x, p.y, p.norm2(), q.label(), Point.made, p.made, Point.dims, p.dims)
p.x = 10
p.dims = 3
print(p.x, p.dims, q.dims, Point.dims, Point.norm2(q), type(p).__name__, type(p) is Point, isinstance(p, Point))
Point.dims = 9
Point.extra = "added later"
print(p.dims, q.dims, q.extra, hasattr(p, "extra"), Point.__name__, p.__class__ is Point, p.__class__.__name__)
del p.dims
print(p.dims)
del Point.extra
try:
    p.extra
except AttributeError as e:
    print(e)
try:
    p.missing()
except AttributeError as e:
    print(e)
try:
    del p.dims
except AttributeError as e:
    print("AttributeError")
try:
    Point.nothing
except AttributeError as e:
    print(e)
try:
    Point()
except TypeError as e:
    print(e)


class Empty:
    pass


e = Empty()
e.a = 1
e.b = [2]
e.b.append(3)
print(e.a, e.b, e == e, e == Empty(), e != Empty(), e is e, bool(e), isinstance(e, object))


class Shared:
    items = []
    count = 0

    def add(self, x):
        self.items.append(x)
        self.count += 1
        return self


a, b = Shared().add(1), Shared().add(2).add(3)
print(a.items, b.items, a.items is b.items, a.count, b.count, Shared.count)


class Chain:
    def __init__(self):
        self.parts = []

    def then(self, part):
        self.parts.append(part)
        return self


print(Chain().then(1).then("x").parts, [Point(i, i).norm2() for i in range(3)], max([Point(1), Point(5)], key=lambda v: v.x).x)


def late(self):
    return "bound late " + str(self.x)


Point.late = late
print(q.late(), Point.late(p))
