# SPDX-License-Identifier: MIT
# yield from: over iterables, generators, objects with only some of the methods; values, throw, close.

log = []


def sub(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                log.append(got)
    except ValueError as e:
        log.append(str(e))
        yield "recovered"
    finally:
        log.append("sub done")
    return n * 100


def main(n):
    result = yield from sub(n)
    log.append(result)
    result = yield from "ab"
    log.append(result)
    yield from (x * x for x in range(2))
    return "main done"


def drain(g):
    out = []
    try:
        while True:
            out.append(next(g))
    except StopIteration as e:
        out.append(("return", e.value))
    return out


print(drain(main(3)), log)
log.clear()
g = main(3)
print(next(g), g.send("hello"), g.throw(ValueError("thrown")), drain(g), log)
log.clear()
g = main(5)
next(g)
g.close()
print(log)


class OnlyIter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("only")
        return self.n


class WithSend(OnlyIter):
    def send(self, v):
        return ("sent", v)

    def throw(self, *args):
        return ("thrown", args[0].__name__ if isinstance(args[0], type) else type(args[0]).__name__)

    def close(self):
        log.append("closed")


def over(it):
    r = yield from it
    return r


print(drain(over(OnlyIter())), drain(over([])), drain(over({1: 2})), drain(over(range(2))))
g = over(OnlyIter())
next(g)
try:
    g.send(5)
except AttributeError as e:
    print(e)
g = over(WithSend())
print(next(g), g.send(5), g.throw(KeyError("k")))
g.close()
print(log[-1])
for bad in (5, None):
    try:
        next(over(bad))
    except TypeError as e:
        print(e)


def chain(*its):
    for it in its:
        yield from it


def flatten(x):
    if isinstance(x, list):
        for y in x:
            yield from flatten(y)
    else:
        yield x


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


print(list(chain("ab", (1,), {2})), list(flatten([1, [2, [3, [4]], 5], []])), list(countdown(12)))


def inner_return():
    return (yield from iter([1, 2]))


print(drain(inner_return()))


def outer_catches():
    try:
        yield from sub(2)
    except KeyError as e:
        yield ("outer", str(e))


log.clear()
g = outer_catches()
next(g)
print(g.throw(KeyError("deep")), drain(g), log)
