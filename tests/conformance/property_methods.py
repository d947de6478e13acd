# SPDX-License-Identifier: MIT
# property objects: attributes, copies by getter, setter and deleter, subclasses, use without a class.
# mpy-refused: FZ0520


def get(self):
    "getter doc"
    return ("get", self.v)


def put(self, value):
    self.v = value


def drop(self):
    self.v = "dropped"


class C:
    v = 0
    p = property(get, put, drop, "own doc")
    q = property(get)
    r = q.setter(put)
    s = r.deleter(drop)
    t = s.getter(lambda self: "other")
    none = property()


c = C()
print(C.q.__doc__, C.r.fget is get, C.r.fset is put, C.r.fdel, C.s.fdel is drop, C.none.fget)
c.p = 1
print(c.p, c.q, c.r, c.t)
del c.s
print(c.p)
for f in (lambda: setattr(c, "q", 1), lambda: delattr(c, "r"), lambda: c.none, lambda: setattr(c, "none", 1), lambda: delattr(c, "none")):
    try:
        f()
    except AttributeError as e:
        print(e)
print(C.p.__get__(c, C), C.p.__get__(None, C) is C.p, C.__dict__["p"] is C.p)
C.p.__set__(c, 9)
print(c.v)
C.p.__delete__(c)
print(c.v)


class D(C):
    @C.p.getter
    def p(self):
        return ("D", self.v)


d = D()
d.p = 4
print(d.p, D.p.fset is put)


class Base:
    @property
    def name(self):
        return self._name()

    def _name(self):
        return "base"


class Derived(Base):
    def _name(self):
        return "derived " + super()._name() + super().name


print(Base().name)
try:
    print(Derived().name)
except RecursionError:
    print("recursion")


class Meta(type):
    @property
    def both(cls):
        return f"meta of {cls.__name__}"


class E(metaclass=Meta):
    @property
    def both(self):
        return "instance"


print(E.both if not isinstance(E.both, property) else "property", E().both)


class Guard:
    def __getattr__(self, name):
        return f"asked for {name}"

    @property
    def broken(self):
        return self.missing.deeper

    @property
    def raises(self):
        raise AttributeError("inner")

    @property
    def other(self):
        raise ValueError("not caught")


g = Guard()
print(g.raises, getattr(g, "raises", "default"), g.missing, hasattr(g, "raises"))
try:
    g.broken
    g.other
except (ValueError, AttributeError) as e:
    print(type(e).__name__, e)
