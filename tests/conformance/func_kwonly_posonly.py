# SPDX-License-Identifier: MIT
# Keyword-only and positional-only parameters with every binding rule.
# mpy-closed: names of functions in messages

def kw(a, *, b, c=3):
    return a, b, c


def pos(a, b=2, /, c=3):
    return a, b, c


def both(a, /, b, *, c, d=4):
    return a, b, c, d


def rest(a, *args, b=0, **kwargs):
    return a, args, b, kwargs


def shadow(name, /, **kwargs):
    return name, kwargs


print(kw(1, b=2), kw(1, c=5, b=4), kw(b=1, a=0), kw(*[1], **{"b": 2}))
print(pos(1), pos(1, 5), pos(1, 5, 6), pos(1, c=9), both(1, 2, c=3), both(1, b=2, c=3, d=5))
print(rest(1), rest(1, 2, 3), rest(1, 2, b=5, z=6), rest(a=1, q=2), rest(*range(4), **{"b": 1, "w": 2}))
print(shadow("x", name="y", other=1))


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except TypeError as e:
        return str(e)


print(attempt(kw, 1))
print(attempt(kw, 1, 2))
print(attempt(kw))
print(attempt(kw, 1, b=2, x=3))
print(attempt(pos))
print(attempt(pos, a=1))
print(attempt(pos, 1, b=2))
print(attempt(both, 1, 2))
print(attempt(both, 1, 2, 3, c=4))
print(attempt(both, 1, c=4))
print(attempt(rest))
print(attempt(rest, 1, a=2))
print(kw.__kwdefaults__, pos.__defaults__, both.__kwdefaults__, rest.__defaults__)


def only(*, x=1, y=2):
    return x * y


print(only(), only(x=5), only(y=0, x=3), attempt(only, 1))


def required(*, x, y):
    return x, y


print(attempt(required), attempt(required, x=1), attempt(required, y=1, x=2))


def default_before(a=1, /, *, b=2):
    return a + b


print(default_before(), default_before(5), default_before(b=7), attempt(default_before, a=2))
