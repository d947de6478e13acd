# Async generators: async for over them, asend, athrow, aclose, aiter and anext.


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(awaitable):
    async def whole():
        return await awaitable

    coroutine = whole()
    try:
        while True:
            print("  yields", coroutine.send("answer"[: 0 if not started(coroutine) else 6] or None))
    except StopIteration as stop:
        return stop.value


def started(coroutine, seen=[]):
    if coroutine in seen:
        return True
    seen.append(coroutine)
    return False


def attempt(awaitable):
    try:
        return run(awaitable)
    except BaseException as error:
        return type(error).__name__, str(error)


async def count(n):
    for i in range(n):
        if i % 2:
            print("  got", await Pause(i))
        yield i


async def collect(iterable):
    result = []
    async for item in iterable:
        result.append(item)
    return result


print(run(collect(count(4))))
print(run(collect(count(0))))
g = count(1)
print(type(g).__name__, g.__name__, g.__qualname__, str(g).startswith("<async_generator object count at"))
print(aiter(g) is g, hasattr(g, "__next__"), hasattr(g, "__await__"))
print(run(anext(g)))
print(attempt(anext(g)))
print(attempt(anext(g)))
print(run(anext(g, "default")))
print(run(anext(count(3), "default")))


async def echo():
    got = None
    while True:
        try:
            got = yield ("echo", got)
        except ValueError as error:
            got = "caught " + str(error)
            await Pause("in handler")
        finally:
            print("  turn")


g = echo()
print(run(g.asend(None)), run(g.asend(1)), run(g.asend("two")))
print(run(g.athrow(ValueError("thrown"))))
print(run(g.athrow(ValueError)))
print(attempt(g.athrow(KeyError, "other")))
print(attempt(g.asend(1)))
print(run(g.athrow(ValueError("late"))))
print(attempt(g.aclose()))

g = echo()
print(attempt(g.asend(1)))


async def cleans():
    try:
        yield 1
        yield 2
    finally:
        await Pause("cleaning")
        print("  cleaned")


g = cleans()
print(run(anext(g)))
print(run(g.aclose()))
print(attempt(anext(g)))
print(run(g.aclose()))
g = cleans()
print(run(g.aclose()), attempt(anext(g)))
g = cleans()
print(attempt(g.athrow(ValueError("before start"))), attempt(anext(g)))


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
run(anext(g))
print(attempt(g.aclose()))


async def stops():
    yield 1
    raise StopAsyncIteration(5)


async def stops_plain():
    yield 1
    raise StopIteration(6)


for function in (stops, stops_plain):
    g = function()
    run(anext(g))
    print(attempt(anext(g)))


async def fails():
    yield 1
    raise ValueError("in generator")


g = fails()
print(run(anext(g)), attempt(anext(g)), attempt(anext(g)))

# A step can be awaited once.
g = count(5)
step = g.asend(None)
print(run(step), attempt(step))
step = g.aclose()
print(run(step), attempt(step))


async def early():
    return
    yield


print(run(collect(early())))


async def doubles(source):
    async for item in source:
        yield item * 2


async def interleave(*sources):
    sources = list(sources)
    while sources:
        for source in sources[:]:
            try:
                yield await source.__anext__()
            except StopAsyncIteration:
                sources.remove(source)


print(run(collect(doubles(doubles(count(3))))))
print(run(collect(interleave(count(2), doubles(count(3))))))


async def breaks():
    source = count(5)
    async for item in source:
        if item == 2:
            break
    rest = [item async for item in source]
    return item, rest


print(run(breaks()))


async def send_all():
    g = echo()
    await g.asend(None)
    results = [await g.asend(i) for i in range(3)]
    await g.aclose()
    return results


print(run(send_all()))

# Two steps at once.
async def slow():
    await Pause("slow")
    yield 1


g = slow()
first = g.asend(None)
print(first.send(None))
second = g.asend(None)
try:
    second.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)
closing = g.aclose()
try:
    closing.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)
try:
    first.send("go")
except StopIteration as stop:
    print("item", stop.value)

for wrong in (1, [], "abc"):
    for function in (aiter, anext):
        try:
            function(wrong)
        except TypeError as error:
            print("TypeError:", error)


class Agen:
    def __init__(self, n):
        self.n = n

    async def __aiter__(self):
        for i in range(self.n):
            yield self, i


print([i for _, i in run(collect(Agen(3)))])
print(iter(g.asend(None)) is not None)


async def throws_into():
    g = waits()
    step = g.__anext__()
    it = step.__await__()
    print(next(it))
    try:
        it.throw(ValueError("into"))
    except StopIteration as stop:
        return stop.value


async def waits():
    try:
        await Pause("waits")
    except ValueError as error:
        yield "caught", str(error)


print(run(throws_into()))


async def deep(n):
    if n:
        async for item in deep(n - 1):
            yield item
    yield n


print(run(collect(deep(4))))
