# Comprehensions with async for and await, and asynchronous generator expressions.


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value
        return self.value


def run(coroutine):
    steps = 0
    try:
        while True:
            coroutine.send(None)
            steps += 1
    except StopIteration as stop:
        return steps, stop.value


async def count(n):
    for i in range(n):
        await Pause(i)
        yield i


async def lists():
    a = [i async for i in count(3)]
    b = [i * j async for i in count(3) if i for j in range(2) if await Pause(True)]
    c = [await Pause(i) for i in range(3)]
    d = [[j async for j in count(i)] for i in range(3)]
    e = [x for x in [y async for y in count(2)]]
    f = [x for x in await Pause([1, 2])]
    return a, b, c, d, e, f


async def others():
    a = {i % 2 async for i in count(4)}
    b = {i: await Pause(i * i) async for i in count(3)}
    c = {k: v for k, v in [(await Pause(i), i) for i in range(2)]}
    return sorted(a), b, c


async def generators():
    a = (i async for i in count(3))
    b = (await Pause(i) for i in range(3))
    c = (i for i in range(3))
    print(type(a).__name__, type(b).__name__, type(c).__name__)
    return [i async for i in a], [i async for i in b], list(c)


async def closures():
    base = 10
    functions = [lambda: base + i async for i in count(2)]
    names = [(base, i, j) async for i in count(2) async for j in count(i + 1)]
    total = 0
    values = [total := total + i async for i in count(4)]
    return [f() for f in functions], names, values, total


async def unpacking():
    async def pairs():
        yield 1, (2, 3)
        yield 4, (5, 6)

    return [a + b * c async for a, (b, c) in pairs()]


async def fails():
    try:
        return [1 // i async for i in count(3)]
    except ZeroDivisionError as error:
        return str(error)


async def bad():
    return [i async for i in (1, 2)]


print(run(lists()))
print(run(others()))
print(run(generators()))
print(run(closures()))
print(run(unpacking()))
print(run(fails()))
try:
    run(bad())
except TypeError as error:
    print(error)


def outside():
    return (i async for i in count(2))


async def consume(iterable):
    return [i async for i in iterable]


print(run(consume(outside())))


class Holder:
    limit = 2

    async def items(self):
        return [self.limit + i async for i in count(self.limit)]


print(run(Holder().items()))
