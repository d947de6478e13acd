# SPDX-License-Identifier: MIT
# Special methods are looked up on the class, not the instance; __call__ chains, __new__ and __init__ together, __class_getitem__, __init_subclass__.
# mpy-refused: FZ0520


class A:
    def __len__(self):
        return 1

    def __call__(self, *args, **kw):
        return ("A called", args, kw)


a = A()
a.__len__ = lambda: 99
a.__call__ = lambda: "never"
a.__add__ = lambda o: "never"
print(len(a), a(1, k=2), a.__len__())
try:
    a + 1
except TypeError as e:
    print(e)
A.__add__ = lambda self, o: ("added later", o)
print(a + 1)
del A.__len__
try:
    len(a)
except TypeError as e:
    print(e)


class Chain:
    def __call__(self):
        return self.inner

    class Inner:
        def __call__(self, x):
            return x * 2
    inner = Inner()


print(Chain()()(21), callable(Chain()), callable(Chain.inner), callable(5))


class Made:
    log = []

    def __new__(cls, *args, **kw):
        cls.log.append(("new", cls.__name__, args))
        if args and args[0] == "other":
            return "not an instance"
        self = super().__new__(cls)
        self.from_new = True
        return self

    def __init__(self, x=0, *, k=1):
        self.log.append(("init", x, k))
        self.x = x


class Sub(Made):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.extra = self.x + 1


print(Made(5).x, Made("other"), Sub(7, k=2).extra, Made().from_new, Made.log)
for f in (lambda: Made(1, 2), lambda: Sub(z=1)):
    try:
        f()
    except TypeError as e:
        print(str(e).split("__init__() ")[-1])


class Init:
    def __init__(self):
        return 5


try:
    Init()
except TypeError as e:
    print(e)


class Item:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"


print(Item[int], Item["a", 2], Item[1:2])


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry.append((cls.__name__, tag))


class One(Base, tag="first"):
    pass


class Two(One):
    pass


print(Base.registry)
try:
    class Three(Base, nope=1):
        pass
except TypeError as e:
    print("refused", str(e)[-30:])


class Immutable(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __getattr__(self, name):
        if name in ("x", "y"):
            return self["xy".index(name)]
        raise AttributeError(name)


i = Immutable(3, 4)
print(i.x, i.y, i, len(i), i + (5,), hasattr(i, "z"))


class Contains:
    def __contains__(self, item):
        return item  # its truth counts


class IterOnly:
    def __iter__(self):
        return iter("abc")


class GetOnly:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(1 in Contains(), 0 in Contains(), "" not in Contains(), "b" in IterOnly(), "z" in IterOnly(), 4 in GetOnly(), 5 in GetOnly(), list(GetOnly()))


class Missing(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value


m = Missing()
print(m["a"], m["b"], m["a"], m, m.get("zz"), "zz" in m)


class Reverse:
    def __reversed__(self):
        return iter([3, 2, 1])

    def __length_hint__(self):
        return 3

    def __index__(self):
        return 2

    def __matmul__(self, o):
        return ("matmul", o)


r = Reverse()
print(list(reversed(r)), "abc"[r], r @ 5, [10, 20, 30][r], bin(r), range(5)[r], "x" * r)
