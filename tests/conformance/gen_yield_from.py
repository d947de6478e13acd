# SPDX-License-Identifier: MIT
# yield from: delegation of values, sends, results; any iterable; recursion.

def inner(n):
    got = []
    for i in range(n):
        got.append((yield i))
    return got


def outer():
    first = yield from inner(2)
    second = yield from inner(1)
    return first, second


g = outer()
print(next(g), g.send("a"), g.send("b"))
try:
    g.send("c")
except StopIteration as e:
    print(e.value)


def iterables():
    yield from [1, 2]
    yield from "ab"
    yield from range(2)
    yield from {"k": 0}
    yield from (x * 2 for x in (5, 6))
    result = yield from ()
    yield result


print(list(iterables()))


def flatten(x):
    if isinstance(x, (list, tuple)):
        for item in x:
            yield from flatten(item)
    else:
        yield x


print(list(flatten([1, (2, [3, [4]], 5), [], [[6]]])))


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


print(list(countdown(12)), sum(countdown(20)))


def chain(*its):
    for it in its:
        yield from it


def result_of(gen):
    while True:
        try:
            next(gen)
        except StopIteration as e:
            return e.value


def total(items):
    t = 0
    for i in items:
        t += i
        yield t
    return t


def grand():
    a = yield from total([1, 2, 3])
    b = yield from total([10, 20])
    return a + b


print(list(chain("x", [1], total([4, 5]))), result_of(grand()), list(grand()))


class Items:
    def __iter__(self):
        return iter("custom")


def delegate_class():
    yield from Items()
    return "ok"


print("".join(delegate_class()), result_of(delegate_class()))


def propagate():
    try:
        yield from fail()
    except ValueError as e:
        yield f"caught {e}"


def fail():
    yield 1
    raise ValueError("inside")


print(list(propagate()))
try:
    list((lambda: (yield from 5))())
except TypeError as e:
    print(e)


def send_to_list():
    yield from [1, 2]


g = send_to_list()
next(g)
try:
    g.send("x")
except AttributeError:
    print("a list takes no values")


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(3, *"ABC")))
