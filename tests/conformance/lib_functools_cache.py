# SPDX-License-Identifier: MIT
# functools: lru_cache and cache.
from functools import cache, lru_cache

calls = []


@lru_cache(maxsize=3)
def square(x):
    "Squares."
    calls.append(x)
    return x * x


print([square(x) for x in (1, 2, 3, 1, 4, 2, 1, 1)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square(4), square.__wrapped__(5), square.__name__, square.__doc__, square.cache_parameters())
info = square.cache_info()
print(info.hits, info.misses, info.maxsize, info.currsize, info[1], tuple(info), info == (0, 1, 3, 1))


@lru_cache
def plain(*args, **kwargs):
    return args, tuple(kwargs.items())


print(plain(1), plain(1.0), plain(1, 2), plain(a=1), plain(a=1, b=2), plain(b=2, a=1), plain("1"), plain((1,)), plain(), plain.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x, y=0):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed(1), typed(x=1), typed(x=1.0), typed.cache_info())


@lru_cache(maxsize=0)
def none(x):
    calls.append("none")
    return x


print(none(1), none(1), none.cache_info(), calls[-2:])


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info(), fib.cache_parameters())
try:
    square([])
except TypeError as e:
    print(e)
try:
    lru_cache("x")
except TypeError as e:
    print(e)


@lru_cache(maxsize=-5)
def negative(x):
    return x


print(negative(3), negative.cache_info())


@lru_cache(2)
def fails(x):
    calls.append(("fails", x))
    if x < 0:
        raise ValueError(x)
    return x


for x in (-1, -1, 2):
    try:
        print(fails(x))
    except ValueError as e:
        print("ValueError", e)
print(fails.cache_info())


class Grid:
    @lru_cache(maxsize=4)
    def cell(self, x, y):
        calls.append(("cell", x, y))
        return x + y


g = Grid()
print(g.cell(1, 2), g.cell(1, 2), Grid.cell(g, 1, 2), calls.count(("cell", 1, 2)), Grid.cell.cache_info())
