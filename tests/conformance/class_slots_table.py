# SPDX-License-Identifier: MIT
# __slots__: what can be set, inheritance with and without, errors, introspection.
# mpy-closed: __dict__ shows short names


class S:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class T(S):
    __slots__ = ("c",)


class U(S):
    pass


class One:
    __slots__ = "single"


class Empty:
    __slots__ = ()


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


s, t, u, o, e = S(1), T(2), U(3), One(), Empty()
t.c = 5
u.extra = 6
o.single = 7
print(s.a, t.a, t.c, u.a, u.extra, o.single)
attempt(lambda: s.b)
attempt(lambda: setattr(s, "z", 1))
attempt(lambda: setattr(t, "z", 1))
attempt(lambda: setattr(e, "z", 1))
attempt(lambda: setattr(o, "other", 1))
attempt(lambda: u.__dict__)
attempt(lambda: hasattr(s, "__dict__"))
attempt(lambda: hasattr(u, "__dict__"))
del s.a
attempt(lambda: s.a)
s.a = "again"
print(s.a, S.__slots__, T.__slots__, One.__slots__)


class WithProperty:
    __slots__ = ("_x",)

    @property
    def x(self):
        return getattr(self, "_x", "nothing")

    @x.setter
    def x(self, v):
        self._x = v * 2


w = WithProperty()
print(w.x)
w.x = 4
print(w.x, w._x)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Point({', '.join(f'{n}={getattr(self, n)}' for n in self.__slots__)})"


points = {Point(1, 2), Point(1, 2), Point(2, 1), Point()}
print(len(points), sorted(map(repr, points)), Point(1) == Point(1, 0), Point() != Point(0, 1))
