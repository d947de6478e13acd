# SPDX-License-Identifier: MIT
# Function decorators: plain, with arguments, stacked, on methods, as classes and as expressions.

def trace(f):
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        calls.append((f.__name__, args, kwargs, result))
        return result
    wrapper.wrapped = f
    return wrapper


def repeat(times):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(times)]
        return wrapper
    return decorate


def tag(name):
    print("tag", name)

    def decorate(f):
        print("apply", name)
        return lambda *a: f"<{name}>{f(*a)}</{name}>"
    return decorate


calls = []


@trace
def add(a, b=1):
    return a + b


@repeat(3)
def hello(who):
    return "hello " + who


@tag("b")
@tag("i")
def text(s):
    return s


print(add(1), add(2, b=3), calls, add.wrapped(5), hello("you"), text("hi"))
registry = {}


def register(name):
    def keep(f):
        registry[name] = f
        return f
    return keep


@register("up")
def upper(s):
    return s.upper()


@register("rev")
def reverse(s):
    return s[::-1]


print({k: f("abc") for k, f in registry.items()}, upper("x"))


class CountCalls:
    def __init__(self, f):
        self.f, self.count = f, 0

    def __call__(self, *args):
        self.count += 1
        return self.f(*args)


@CountCalls
def square(x):
    return x * x


print(square(3), square(4), square.count)


class Service:
    @trace
    def run(self, n):
        return n * 2

    @staticmethod
    @repeat(2)
    def ping(n):
        return n


print(Service().run(4), calls[-1][0], calls[-1][2:], Service.ping(1))


@lambda f: f()
def computed():
    return "a value, not a function"


@(tag("x") if calls else trace)
def chosen():
    return "c"


@registry.setdefault
def odd_decorator():
    pass


print(computed, chosen(), odd_decorator, len(registry))


def require(kind):
    def decorate(f):
        def check(value):
            if not isinstance(value, kind):
                raise TypeError(f"{f.__name__} wants {kind.__name__}")
            return f(value)
        return check
    return decorate


@require(int)
def half(n):
    return n / 2


print(half(5))
try:
    half("5")
except TypeError as e:
    print(e)
