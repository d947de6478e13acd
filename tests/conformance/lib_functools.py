# SPDX-License-Identifier: MIT
# functools: partial, reduce, wraps, orderings, properties, dispatch.
import functools
from functools import cached_property, cmp_to_key, partial, partialmethod, reduce, singledispatch, total_ordering, wraps


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), reduce(max, "hello"), reduce(lambda a, b: b, [1]), reduce(lambda a, b: a, [], None))
attempt(reduce, max, [])


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, 2, a=3)
print(p(), p(4, a=5, b=6), p.func is show, p.args, p.keywords)
q = partial(p, 9, b=1)
print(q.func is show, q.args, q.keywords, q(0), partial(int, base=2)("101"), repr(partial(int, "7", base=8)))
attempt(partial, 3)
p.note = "x"
print(p.note, isinstance(p, partial), callable(p))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, extra=0):
        self.alive = state, extra

    live = partialmethod(set_state, True)
    die = partialmethod(set_state, False, extra=3)


c = Cell()
c.live()
print(c.alive)
c.die()
print(c.alive)
Cell.live(c, 8)
print(c.alive)


def trace(f):
    @wraps(f)
    def wrapper(*args):
        "Wrapper."
        return ["traced", f(*args)]
    return wrapper


@trace
def area(w, h):
    "Area of a box."
    return w * h


area.unit = "m2"
again = trace(area)
print(area(2, 3), area.__name__, area.__qualname__, area.__doc__, area.__wrapped__(4, 5), again.unit, again(1, 1), again.__module__)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max("b a c".split(), key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(2) >= k(3), k(1) != k(2), k(5).obj)
try:
    hash(k(1))
except TypeError:
    print("unhashable")


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1), a != b)
attempt(lambda: a <= 3)
for name in ("__le__", "__gt__", "__ge__"):
    sign = {"__le__": lambda x, y: x.n <= y.n, "__gt__": lambda x, y: x.n > y.n, "__ge__": lambda x, y: x.n >= y.n}[name]
    cls = total_ordering(type("V", (), {name: sign, "__eq__": lambda x, y: x.n == y.n}))
    x, y, z = cls(), cls(), cls()
    x.n, y.n, z.n = 1, 2, 1
    print(name, [x < y, x <= y, x > y, x >= y, x < z, x <= z, x > z, x >= z, y < x, y <= x, y > x, y >= x])
attempt(total_ordering, type("W", (), {}))


class Data:
    def __init__(self):
        self.count = 0

    @cached_property
    def total(self):
        "The total."
        self.count += 1
        return 100 + self.count


d = Data()
print(d.total, d.total, d.count, Data.total.attrname, Data.total.__doc__)
d.total = 5
print(d.total)
del d.total
print(d.total, d.count, d.__dict__)


@singledispatch
def describe(x, note=""):
    return f"object {x} {note}"


@describe.register(int)
def _(x, note=""):
    return f"int {x} {note}"


@describe.register(list)
def _(x, note=""):
    return f"list of {len(x)} {note}"


describe.register(str, lambda x: "text")
print(describe(3, "n"), describe(True), describe([1]), describe("s"), describe(2.5), describe.dispatch(bool) is describe.dispatch(int), describe.__name__)
attempt(describe)


class Formatter:
    @functools.singledispatchmethod
    def put(self, x):
        return "any"

    @put.register(int)
    def _(self, x):
        return "int", x


print(Formatter().put("a"), Formatter().put(4))
