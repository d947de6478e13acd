# SPDX-License-Identifier: MIT
# Class decorators and decorators that keep state.

def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in sorted(vars(self).items()))})"
    return cls


def singleton(cls):
    made = {}

    def get(*args):
        if cls not in made:
            made[cls] = cls(*args)
        return made[cls]
    return get


def with_attrs(**attrs):
    def apply(cls):
        for k, v in attrs.items():
            setattr(cls, k, v)
        return cls
    return apply


def comparable(cls):
    cls.__le__ = lambda self, other: self < other or self == other
    cls.__gt__ = lambda self, other: not self <= other
    cls.__ge__ = lambda self, other: not self < other
    return cls


@add_repr
class Point:
    def __init__(self, x, y):
        self.y = y
        self.x = x


@singleton
class Config:
    def __init__(self, value):
        self.value = value


@with_attrs(kind="widget", size=3)
@add_repr
class Widget:
    pass


@comparable
class Age:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __eq__(self, other):
        return self.n == other.n


print(Point(1, "a"), [Point(2, 3)], Config(1).value, Config(2).value, Config(3) is Config(4))
print(Widget.kind, Widget().size, Widget(), Age(1) <= Age(1), Age(2) > Age(1), Age(1) >= Age(2), Age(5) < Age(6))
plugins = []


def plugin(cls):
    plugins.append(cls.__name__)
    return cls


@plugin
class First:
    pass


@plugin
class Second(First):
    pass


print(plugins)


class cached:
    def __init__(self, f):
        self.f = f
        self.hits = 0
        self.memo = {}

    def __call__(self, *args):
        if args in self.memo:
            self.hits += 1
        else:
            self.memo[args] = self.f(*args)
        return self.memo[args]


@cached
def binom(n, k):
    return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)


print(binom(20, 10), binom.hits, len(binom.memo))


class Event:
    def __init__(self):
        self.handlers = []

    def on(self, f):
        self.handlers.append(f)
        return f

    def fire(self, *args):
        return [h(*args) for h in self.handlers]


changed = Event()


@changed.on
def log(v):
    return f"log {v}"


@changed.on
def twice(v):
    return v * 2


print(changed.fire(4), log("direct"))
