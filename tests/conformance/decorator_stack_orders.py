# SPDX-License-Identifier: MIT
# Decorators: order of evaluation and application, arguments, on methods, classes, generators, with state.

log = []


def say(word):
    log.append(f"evaluate {word}")

    def deco(f):
        log.append(f"apply {word} to {f.__name__}")

        def inner(*a, **k):
            log.append(f"enter {word}")
            try:
                return f(*a, **k)
            finally:
                log.append(f"leave {word}")
        inner.__name__ = f"{word}_{f.__name__}"
        return inner
    return deco


@say("outer")
@say("inner")
def target(x):
    log.append(f"body {x}")
    return x * 2


print(target(5), target.__name__)
print(log)
log.clear()


class Deco:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)

    def __get__(self, obj, cls=None):
        return self if obj is None else lambda *a: self(obj, *a)


class K:
    @Deco
    def method(self, x):
        return (type(self).__name__, x)

    @classmethod
    @say("cls")
    def cm(cls):
        return cls.__name__

    @staticmethod
    @say("static")
    def sm(x):
        return x

    @property
    @say("prop")
    def p(self):
        return "p"


k = K()
print(k.method(1), k.method(2), K.__dict__["method"].calls, K.cm(), k.sm(3), k.p)
print(log)


def add_methods(**methods):
    def deco(cls):
        for name, f in methods.items():
            setattr(cls, name, f)
        return cls
    return deco


@add_methods(double=lambda self: self.n * 2, __len__=lambda self: self.n)
class N:
    def __init__(self, n):
        self.n = n


print(N(4).double(), len(N(3)))


def replace(f):
    return 42


@replace
def gone():
    pass


print(gone)
decorators = [lambda f: lambda x: f(x) + 1, lambda f: lambda x: f(x) * 10]


@decorators[0]
@decorators[1]
def chosen(x):
    return x


@(lambda f: [f(1), f(2)])
def applied(x):
    return x * 3


print(chosen(2), applied)


def repeat(times):
    def deco(gen):
        def inner(*a):
            for _ in range(times):
                yield from gen(*a)
        return inner
    return deco


@repeat(2)
def pair(x):
    yield x
    yield -x


print(list(pair(3)))
try:
    @None
    def bad():
        pass
except TypeError as e:
    print(e)
