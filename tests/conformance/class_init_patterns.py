# SPDX-License-Identifier: MIT
# Ways of making objects: alternative constructors, factories, singletons, builders, copies, pools, defaults.
# mpy-refused: FZ0520


class Date:
    def __init__(self, y, m=1, d=1):
        if not 1 <= m <= 12:
            raise ValueError(f"month {m}")
        self.y, self.m, self.d = y, m, d

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @classmethod
    def from_dict(cls, d):
        return cls(**d)

    def replace(self, **changes):
        return type(self)(**{**vars(self), **changes})

    def __repr__(self):
        return f"{type(self).__name__}({self.y:04d}-{self.m:02d}-{self.d:02d})"

    def __eq__(self, o):
        return isinstance(o, Date) and vars(self) == vars(o)


class Holiday(Date):
    pass


print(Date(2024), Date.parse("2024-02-29"), Holiday.parse("2024-12"), Date.from_dict({"y": 1, "d": 3}), Date(2024, 5).replace(d=9), Holiday(7).replace(y=8), Date(1) == Date(1, 1, 1), Date(1) != Date(2))
for bad in (lambda: Date.parse("2024-13"), lambda: Date.parse("x"), lambda: Date(), lambda: Date(1, 2, 3, 4), lambda: Date(1, q=2), lambda: Date(1).replace(z=1), lambda: Date.parse("1-2-3-4")):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Single:
    _instance = None

    def __new__(cls, *a):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value=None):
        if value is not None:
            self.value = value


print(Single(1) is Single(2), Single().value)


class Shape:
    kinds = {}

    def __init_subclass__(cls, /, kind, **kw):
        super().__init_subclass__(**kw)
        Shape.kinds[kind] = cls
        cls.kind = kind

    def __new__(cls, kind=None, *args):
        return super().__new__(cls.kinds[kind] if cls is Shape else cls)

    def __init__(self, kind=None, *args):
        self.args = args

    def __repr__(self):
        return f"{type(self).__name__}{self.args}"


class Circle(Shape, kind="circle"):
    def area(self):
        return 3 * self.args[0] ** 2


class Square(Shape, kind="square"):
    def area(self):
        return self.args[0] ** 2


shapes = [Shape("circle", 2), Shape("square", 3), Circle(None, 1)]
print(shapes, [s.area() for s in shapes], [s.kind for s in shapes], sorted(Shape.kinds))
try:
    Shape("line")
except KeyError as e:
    print("KeyError", e)


class Query:
    def __init__(self):
        self.parts = {}

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)

        def method(*args):
            self.parts.setdefault(name, []).extend(args)
            return self
        return method

    def __str__(self):
        return " ".join(f"{k.upper()} {', '.join(map(str, v))}" for k, v in self.parts.items())


print(Query().select("a", "b").where("x > 1").select("c").limit(5), hasattr(Query(), "_x"), callable(Query().anything))


class Pool:
    def __init__(self, make, size):
        self.make, self.size, self.free, self.made = make, size, [], 0

    def take(self):
        if self.free:
            return self.free.pop()
        if self.made == self.size:
            raise RuntimeError("pool is empty")
        self.made += 1
        return self.make(self.made)

    def give(self, x):
        self.free.append(x)


pool = Pool(lambda n: [n], 2)
a, b = pool.take(), pool.take()
try:
    pool.take()
except RuntimeError as e:
    print(e)
pool.give(a)
print(pool.take() is a, pool.made)


class Copyable:
    def __init__(self, items, nested):
        self.items, self.nested = items, nested

    def shallow(self):
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        return new

    def deep(self):
        return type(self)(self.items[:], {k: v[:] for k, v in self.nested.items()})


c = Copyable([1], {"k": [1]})
s, d = c.shallow(), c.deep()
c.items.append(2)
c.nested["k"].append(2)
print(s.items, s.nested, d.items, d.nested, s.items is c.items, vars(d))
