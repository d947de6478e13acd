# SPDX-License-Identifier: MIT
# Functions as objects: attributes, in containers, compared, returned, composed, partially applied, curried, dispatched.

registry = {}


def register(name=None, *, times=1):
    def deco(f):
        f.times = times
        registry[name or f.__name__] = f
        return f
    return deco


@register()
def hello(who="you"):
    return f"hello {who}"


@register("sum", times=2)
def add(*numbers):
    return sum(numbers)


for name, f in registry.items():
    print(name, f.__name__, f.times, [f() for _ in range(f.times)], f is registry[name], f == hello, hash(f) == hash(f))
hello.calls = 0
hello.log = []


def counted(f):
    def inner(*a, **k):
        inner.calls += 1
        inner.log.append(a)
        return f(*a, **k)
    inner.calls, inner.log, inner.original = 0, [], f
    return inner


c = counted(hello)
print(c("a"), c(), c(who="b"), c.calls, c.log, c.original is hello, hello.calls, sorted(vars(c)), hasattr(c, "nope"), getattr(c, "nope", "default"))
del c.log
print(hasattr(c, "log"), "calls" in c.__dict__)


def partial(f, *args, **keywords):
    return lambda *a, **k: f(*args, *a, **{**keywords, **k})


def curry(f, n, *args):
    return f(*args) if len(args) >= n else lambda *more: curry(f, n, *args, *more)


def compose(*fs):
    return fs[0] if len(fs) == 1 else lambda *a: fs[0](compose(*fs[1:])(*a))


volume = lambda a, b, c: a * b * c
print(partial(volume, 2)(3, 4), partial(partial(volume, 2), 3)(4), partial(dict, x=1)(y=2, x=3), curry(volume, 3)(2)(3)(4), curry(volume, 3)(2, 3)(4), curry(volume, 3)(2, 3, 4), compose(str, abs, lambda x: x - 10)(3))


def dispatch(*cases):
    def run(x):
        for test, action in cases:
            if (isinstance(test, type) and isinstance(x, test)) or (not isinstance(test, type) and test(x)):
                return action(x)
        return f"no case for {x!r}"
    return run


kind = dispatch((bool, lambda x: "bool"), (int, "int {}".format), (callable, lambda f: f"callable {f(2)}"), (lambda x: not x, "empty {!r}".format), (str, str.upper))
print([kind(x) for x in (True, 5, lambda n: n * 2, "", [], "text", 2.5, None)])


def trampoline(f, *args):
    while callable(f):
        f, *args = f(*args) if args else f()
    return f


def even(n):
    return (True,) if n == 0 else (odd, n - 1)


def odd(n):
    return (False,) if n == 0 else (even, n - 1)


print(trampoline(even, 101), trampoline(odd, 101))
fs = [abs, len, str.upper, lambda x: x, hello, [].append, int, dict.get]
print([callable(f) for f in fs], [type(f).__name__ for f in fs[:2]], len(set(fs)), {abs: 1}[abs], fs.index(len), sorted([("b", abs), ("a", len)], key=lambda p: p[0])[0][0])
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max, "pow": pow}
print({k: f(7, 3) for k, f in ops.items()}, [f(*a) for f, a in ((max, (1, 2)), (divmod, (7, 2)), (range, (1, 4)), (zip, ("a", "b")))][:2])


def outer(x):
    "Outer."
    def inner(y):
        "Inner."
        return x + y
    inner.x = x
    return inner


fs = [outer(i) for i in range(3)]
print([f(10) for f in fs], [f.x for f in fs], fs[0] == fs[1], fs[0].__doc__, outer.__doc__, fs[0].__code__ is fs[1].__code__ if hasattr(outer, "__code__") else True)
for bad in (lambda: hello(1, 2), lambda: hello.nope, lambda: partial(volume)(1), lambda: hello < add, lambda: hello + 1, lambda: len(hello), lambda: hello[0]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
