# SPDX-License-Identifier: MIT
# Defaults: evaluated once, shared, from enclosing scopes, with sentinel values, changed through attributes.

log = []


def note(x):
    log.append(x)
    return x


def f(a=note(1), b=note([]), *, c=note({}), d=note(None)):
    b.append(a)
    c[a] = len(b)
    return a, b, c, d


print(log, f(), f(2), f(3, [0]), f(c={}), f.__defaults__, f.__kwdefaults__)
MISSING = object()


def get(d, k, default=MISSING):
    if k in d:
        return d[k]
    if default is MISSING:
        raise KeyError(k)
    return default


print(get({"a": 1}, "a"), get({}, "a", None), get({}, "a", default=5))
try:
    get({}, "zz")
except KeyError as e:
    print(e)
x = "early"


def late(v=x, w=lambda: x):
    return v, w()


x = "later"
print(late(), late(w=lambda: "given"), late("v"))
fs = [lambda n=n: n for n in range(3)]
print([g() for g in fs], [g(9) for g in fs], fs[0].__defaults__)


def opts(a, /, b=2, *rest, c, d=4, **kw):
    return a, b, rest, c, d, kw


print(opts(1, c=3), opts(1, 5, 6, 7, c=8, e=9), opts(1, **{"c": 2, "a": 3}), opts.__defaults__, opts.__kwdefaults__)


class K:
    n = 10

    def m(self, n=n):
        return n

    def typed(self, kind=int, make=list):
        return kind("5"), make("ab")


k = K()
K.n = 99
print(k.m(), k.m(1), k.typed(), k.typed(float, make=tuple))


def recursive(n, acc=None):
    acc = [] if acc is None else acc
    acc.append(n)
    return acc if n == 0 else recursive(n - 1, acc)


print(recursive(3), recursive(1), recursive(0, ["given"]))


def gen(n=3, step=-1):
    while n:
        yield n
        n += step


print(list(gen()), list(gen(4, -2)), list(gen(step=-3)))
print((lambda a, b=1, *c, d=2, **e: (a, b, c, d, e))(0), (lambda *, k="k": k)(), (lambda a=1, /, b=2: (a, b))(b=5))
