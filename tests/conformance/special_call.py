# SPDX-License-Identifier: MIT
# __call__: instances as functions, with state, as decorators, keys and callbacks.

class Multiplier:
    def __init__(self, k):
        self.k = k
        self.calls = 0

    def __call__(self, x, *more, scale=1, **kw):
        self.calls += 1
        return self.k * x * scale + len(more) + len(kw)


double = Multiplier(2)
print(double(5), double(5, scale=3), double(1, 2, 3), double(1, a=1, b=2), double.calls, callable(double))
print(list(map(double, [1, 2, 3])), sorted([3, 1, 2], key=Multiplier(-1)), double.__call__(7), Multiplier.__call__(double, 8))
try:
    double()
except TypeError as e:
    print(e)


class NotCallable:
    pass


n = NotCallable()
n.__call__ = lambda: "instance attribute is ignored"
try:
    n()
except TypeError as e:
    print(e, callable(n))


class Compose:
    def __init__(self, *fs):
        self.fs = fs

    def __call__(self, x):
        for f in self.fs:
            x = f(x)
        return x

    def __rshift__(self, f):
        return Compose(*self.fs, f)


pipe = Compose(str.strip) >> str.upper >> len
print(pipe("  abc "), (Compose() >> abs >> str)(-5))


class Matcher:
    def __init__(self, test):
        self.test = test

    def __call__(self, v):
        return self.test(v)

    def __and__(self, o):
        return Matcher(lambda v: self(v) and o(v))

    def __or__(self, o):
        return Matcher(lambda v: self(v) or o(v))

    def __invert__(self):
        return Matcher(lambda v: not self(v))


even, big = Matcher(lambda v: v % 2 == 0), Matcher(lambda v: v > 5)
print([v for v in range(10) if (even & big)(v)], list(filter(even | big, range(10))), list(filter(~even & ~big, range(10))))


class Memo:
    def __init__(self, f):
        self.f, self.cache = f, {}

    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.f(*args)
        return self.cache[args]


@Memo
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


print(paths(6, 6), len(paths.cache), type(paths).__name__)


class Base:
    def __call__(self):
        return "base"


class Child(Base):
    def __call__(self):
        return "child over " + super().__call__()


class Grand(Child):
    pass


print(Child()(), Grand()(), Base()())


class Curry:
    def __init__(self, f, arity, *args):
        self.f, self.arity, self.args = f, arity, args

    def __call__(self, *more):
        args = self.args + more
        return self.f(*args) if len(args) >= self.arity else Curry(self.f, self.arity, *args)


add3 = Curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3), callable(add3(1)))
try:
    add3(1)(2)("x")
except TypeError as e:
    print(e)
