# SPDX-License-Identifier: MIT
# Coroutines driven by hand: send, throw, close, awaiting objects, errors, async with and for, async generators.

log = []


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield ("step", self.value)
        return got


def drive(coroutine, *sends):
    out = []
    try:
        out.append(coroutine.send(None))
        for s in sends:
            out.append(coroutine.throw(s) if isinstance(s, BaseException) else coroutine.send(s))
    except StopIteration as e:
        out.append(("return", e.value))
    except BaseException as e:
        out.append(f"{type(e).__name__}: {e}")
    return out


async def leaf(n):
    got = await Step(n)
    return ("leaf", n, got)


async def tree():
    a = await leaf(1)
    try:
        b = await leaf(2)
    except ValueError as e:
        b = ("caught", str(e))
    return a, b


print(drive(tree(), "x", "y"))
print(drive(tree(), "x", ValueError("v")))
print(drive(tree(), KeyError("k")))


class Manager:
    async def __aenter__(self):
        log.append(await Step("enter"))
        return self

    async def __aexit__(self, kind, value, traceback):
        log.append((await Step("exit"), kind.__name__ if kind else None))
        return kind is KeyError


async def managed(fail):
    async with Manager() as m:
        if fail:
            raise fail
    return type(m).__name__


print(drive(managed(None), 1, 2), drive(managed(KeyError("k")), 1, 2), drive(managed(ValueError("v")), 1, 2), log)


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Step(self.n)
        return self.n


async def agen(n):
    try:
        for i in range(n):
            await Step(("agen", i))
            got = yield i
            if got:
                log.append(got)
    finally:
        log.append("agen closed")


async def loops():
    out = []
    async for x in Counter(2):
        out.append(x)
    else:
        out.append("else")
    async for x in agen(3):
        out.append(x)
    return out, [x async for x in Counter(2)], {x: y async for x in Counter(1) for y in "a"}, [await leaf(i) for i in range(2)]


log.clear()
print(drive(loops(), *range(20)))


async def by_hand():
    g = agen(3)
    a = await g.__anext__()
    b = await g.asend("sent")
    try:
        await g.athrow(RuntimeError("thrown"))
    except RuntimeError as e:
        c = str(e)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        d = "over"
    h = agen(1)
    await h.__anext__()
    await h.aclose()
    return a, b, c, d


print(drive(by_hand(), *range(10)), log)


async def bad_await():
    await 5


async def bad_for():
    async for x in [1]:
        pass


async def bad_with():
    async with 5:
        pass


class WrongAwait:
    def __await__(self):
        return 5


async def wrong():
    await WrongAwait()


for f in (bad_await, bad_for, bad_with, wrong):
    print(drive(f()))
c = leaf(3)
print(c.send(None))
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = leaf(1)
try:
    c.send(5)
except TypeError as e:
    print(e)
c.close()
c = tree()
try:
    next(c)
except TypeError as e:
    print(e)
try:
    iter(c)
except TypeError as e:
    print(e)
c.close()
print(type(leaf).__name__, type(c).__name__)
