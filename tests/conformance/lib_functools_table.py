# SPDX-License-Identifier: MIT
# functools: reduce, partial, wraps, total_ordering, cmp_to_key, lru_cache, cached_property, singledispatch.

import functools


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


add = lambda a, b: a + b
print(functools.reduce(add, [1, 2, 3]), functools.reduce(add, [], 5), functools.reduce(add, "abc", ">"), functools.reduce(max, [3, 9, 2]))
attempt(functools.reduce, add, [])


def f(a, b, *rest, k=0, **kw):
    return a, b, rest, k, sorted(kw.items())


p = functools.partial(f, 1, k=5)
q = functools.partial(p, 2, x=3)
print(p(2), p(2, 3, k=6), q(), q(9, x=4), p.func is f, p.args, p.keywords, q.args, sorted(q.keywords))
attempt(p)
print(list(map(functools.partial(pow, 2), range(5))), functools.partial(int, base=2)("101"))


def decorate(g):
    @functools.wraps(g)
    def inner(*a, **k):
        "inner doc"
        return ("decorated", g(*a, **k))
    return inner


@decorate
def target(x):
    "target doc"
    return x


print(target(1), target.__name__, target.__doc__, target.__wrapped__(2))


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, o):
        return self.parts == o.parts

    def __lt__(self, o):
        return self.parts < o.parts


a, b = Version(1, 2), Version(1, 10)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, max(a, b) is b)
print(sorted(["bb", "a", "ccc"], key=functools.cmp_to_key(lambda x, y: len(y) - len(x))), sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: (x > y) - (x < y))))
calls = []


@functools.lru_cache(maxsize=2)
def slow(x, y=1):
    calls.append((x, y))
    return x * y


print(slow(1), slow(1), slow(2), slow(3), slow(1), slow(1, y=2), calls, slow.cache_info())
slow.cache_clear()
print(slow.cache_info())
attempt(slow, [])


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().currsize)


class Lazy:
    made = 0

    @functools.cached_property
    def value(self):
        Lazy.made += 1
        return [Lazy.made]


z = Lazy()
z.value.append("kept")
print(z.value, Lazy.made, Lazy().value, "value" in vars(z))
del z.value
print(z.value)
