# SPDX-License-Identifier: MIT
# Variables of a function that may share a slot, and those that may not.


def chain(a):
    b = a + 1
    c = b + 1
    d = c + 1
    return d


def loops(n):
    total = 0
    for i in range(n):
        square = i * i
        if square % 2:
            kept = square
            total += kept
    for j in range(n):
        total -= j
    return total, i, j


def handlers(x):
    before = [x]
    try:
        inner = before[0] + 1
        if x > 2:
            raise ValueError(inner)
        after = inner * 2
    except ValueError as error:
        message = str(error)
        return message, before
    finally:
        last = before[-1]
        print("finally", last, x)
    return after, inner, last


def unwinds(items):
    found = None
    for item in items:
        kept = item * 10
        try:
            if item == 2:
                continue
            if item == 4:
                found = kept
                break
        finally:
            inner = [item]
            print("leaves", inner)
        print("stays", kept)
    return found, kept


def returns(x):
    value = x * 2
    try:
        return value
    finally:
        other = "other"
        print(other)


def nothing(flag):
    if flag:
        x = 1
    y = 2
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    return y


def deleted():
    a = 1
    del a
    b = 2
    try:
        print(a)
    except UnboundLocalError as error:
        print(error)
    return b


def swapped(a, b):
    for _ in range(3):
        a, b = b, a + b
        c = a
        a = b
        b = c
    return a, b


def generator(n):
    first = n
    got = yield first
    second = got
    try:
        third = yield second
    except KeyError as error:
        third = error.args
    fourth = third
    yield fourth


def nested(x):
    shared = x

    def inner():
        nonlocal shared
        step = shared
        shared = step + 1
        twice = shared * 2
        return twice

    one = inner()
    two = inner()
    return one, two, shared


class Base:
    def name(self, x):
        return "base", x


class Child(Base):
    def name(self, x):
        y = x
        z = y
        return super().name(z), self.__class__.__name__

    def odd(self, x):
        make = super
        self = x
        return self, make is super


def while_true(limit):
    count = 0
    while True:
        seen = count
        count = seen + 1
        if count > limit:
            break
        last = count
    return last, seen


def matched(value):
    match value:
        case [a, b]:
            return a + b
        case {"k": c, **rest}:
            return c, rest
        case (int() | str()) as whole:
            return whole
        case other:
            return other


def many(*args, key=1, **rest):
    total = sum(args)
    names = sorted(rest)
    scale = key
    result = total * scale
    return result, names


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, kind, value, traceback):
        print("exit", kind is None)
        return True


def managed(x):
    for step in range(3):
        with Manager() as entered:
            value = [entered, step]
            if step == 1:
                raise KeyError(step)
            after = value
        result = after
    return result, x


print(chain(1), loops(5))
print(handlers(1), handlers(3))
print(unwinds([1, 2, 3, 4, 5]), returns(4))
print(nothing(True), nothing(False), deleted(), swapped(1, 2))
g = generator(1)
print(next(g), g.send(2), g.throw(KeyError(3)))
print(nested(5), Child().name(1), Child().odd(2), while_true(3), managed("x"))
print(matched([1, 2]), matched({"k": 1, "z": 2}), matched("s"), matched(1.5))
print(many(1, 2, key=3, b=1, a=2))
print([x + y for x in range(3) for y in range(x)], {k: v for k, v in zip("ab", (1, 2))})
