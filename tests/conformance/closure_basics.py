# SPDX-License-Identifier: MIT
# Closures: capture by variable, sharing, counters, nested levels, lifetimes.

def counter(start=0):
    n = start

    def bump(by=1):
        nonlocal n
        n += by
        return n

    def read():
        return n

    return bump, read


bump, read = counter(10)
other, _ = counter()
print(bump(), bump(5), read(), other(), read())


def late():
    def show():
        return value
    value = 1
    first = show()
    value = 2
    return first, show()


print(late())


def loop_capture():
    shared = [lambda: i for i in range(3)]
    own = [lambda i=i: i for i in range(3)]
    return [f() for f in shared], [f() for f in own]


print(loop_capture())


def three_levels(a):
    def middle(b):
        def inner(c):
            return a, b, c
        return inner
    return middle


print(three_levels(1)(2)(3), [three_levels(i)(j)("z") for i in (1, 2) for j in (3,)])


def parameter_captured(x):
    def get():
        return x

    def put(v):
        nonlocal x
        x = v
    put(x + 1)
    return get() + x


print(parameter_captured(5))


def unset():
    def peek():
        return hidden
    try:
        peek()
    except NameError as e:
        print(type(e).__name__, e)
    hidden = 3
    del hidden
    try:
        peek()
    except NameError as e:
        print(e)
    hidden = 4
    return peek()


print(unset())


def make_account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(amount)
        return balance

    def statement():
        return balance, tuple(history)
    return {"deposit": deposit, "statement": statement}


acc = make_account(100)
acc["deposit"](50)
acc["deposit"](-30)
print(acc["statement"](), make_account(0)["statement"]())


def memoize(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), len(fib.cache))
