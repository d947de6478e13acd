# SPDX-License-Identifier: MIT
# Messages of calls with too few, too many, doubled or unknown arguments.
# mpy-closed: names of functions in messages


def none(): return "none"
def one(a): return a
def two(a, b): return a, b
def default(a, b=2, c=3): return a, b, c
def star(a, *rest): return a, rest
def kwonly(a, *, k): return a, k
def kwonly2(*, k, m, n=1): return k, m, n
def kwdefault(*, k=1): return k
def posonly(a, b, /, c): return a, b, c
def kwargs(a, **kw): return a, kw
def mixed(a, /, b, c=3, *rest, d, e=5, **kw): return a, b, c, rest, d, e, kw


def attempt(f, /, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except TypeError as e:
        print(e)


attempt(none, 1)
attempt(none, x=1)
attempt(one)
attempt(one, 1, 2)
attempt(one, b=1)
attempt(one, 1, a=2)
attempt(two)
attempt(two, 1)
attempt(two, b=1)
attempt(two, 1, 2, 3)
attempt(two, 1, 2, 3, 4)
attempt(two, 1, b=2)
attempt(two, a=1, b=2, c=3)
attempt(default)
attempt(default, 1, 2, 3, 4)
attempt(default, 1, c=5)
attempt(default, b=1)
attempt(default, 1, 2, b=3)
attempt(star)
attempt(star, 1, 2, 3)
attempt(star, 1, a=2)
attempt(star, rest=1)
attempt(kwonly, 1)
attempt(kwonly, 1, 2)
attempt(kwonly, 1, k=2)
attempt(kwonly, k=2)
attempt(kwonly, 1, k=2, z=3)
attempt(kwonly2)
attempt(kwonly2, k=1)
attempt(kwonly2, 1)
attempt(kwonly2, m=1, k=2)
attempt(kwdefault, 1)
attempt(kwdefault, j=1)
attempt(posonly, 1, 2, 3)
attempt(posonly, 1, 2, c=3)
attempt(posonly, 1, b=2, c=3)
attempt(posonly, a=1, b=2, c=3)
attempt(posonly, 1)
attempt(posonly)
attempt(kwargs, 1, a=2)
attempt(kwargs, 1, b=2, c=3)
attempt(kwargs)
attempt(mixed)
attempt(mixed, 1)
attempt(mixed, 1, 2)
attempt(mixed, 1, 2, d=4)
attempt(mixed, 1, 2, 3, 4, 5, d=6, a=7, z=8)
attempt(mixed, 1, b=2, c=4, d=5, e=6, f=7)
attempt(lambda x, y: x)
attempt(lambda x, y: x, 1, 2, 3)


class C:
    def __init__(self, a, b=1):
        pass

    def m(self, x):
        return x

    @classmethod
    def c(cls, x):
        return x

    @staticmethod
    def s(x):
        return x


attempt(C)
attempt(C, 1, 2, 3)
attempt(C, 1, z=2)
attempt(C(1).m)
attempt(C(1).m, 1, 2)
attempt(C.c)
attempt(C.c, 1, 2)
attempt(C.s)
attempt(C.s, 1, 2)
attempt(C.m, C(1))


def outer():
    def inner(a):
        return a
    return inner


attempt(outer())
for bad in ("two(**{'a': 1}, **{'a': 2})", ):
    try:
        two(**{"a": 1}, **{"a": 2})
    except TypeError as e:
        print(e)
try:
    two(a=1, **{"a": 2})
except TypeError as e:
    print(e)
try:
    kwargs(1, **{5: 1})
except TypeError as e:
    print(e)
