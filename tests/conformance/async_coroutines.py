# Coroutine objects: await, send, throw, close, __await__, and their errors.


class Pause:
    """Awaitable that yields one value to whoever drives the coroutine."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


def drive(coroutine, *answers):
    """Runs a coroutine, answering what it yields; gives what it yielded and its result."""
    yielded = []
    answers = list(answers)
    answer = None
    try:
        while True:
            yielded.append(coroutine.send(answer))
            answer = answers.pop(0) if answers else None
    except StopIteration as stop:
        return yielded, stop.value


async def nothing():
    pass


async def constant():
    return 42


async def two(a, b=2, *rest, c=3, **more):
    x = await Pause(("first", a, b))
    y = await Pause(("second", rest, c, sorted(more)))
    return x, y


async def chain(depth):
    if depth == 0:
        return await Pause("bottom")
    return [depth, await chain(depth - 1)]


print(drive(nothing()))
print(drive(constant()))
print(drive(two(1), "x", "y"))
print(drive(two(1, 5, 6, 7, c=8, d=9), "x", "y"))
print(drive(chain(5), "answer"))
print(type(nothing).__name__)
c = nothing()
print(type(c).__name__, c.__name__, c.__qualname__)
c.close()
print(str(c).startswith("<coroutine object nothing at 0x"))


async def expressions(a):
    total = (await Pause(1)) + (await Pause(2)) * a
    values = [await Pause(i) for i in range(3)]
    flag = await Pause(3) if a else await Pause(4)
    print(await Pause(5), f"{await Pause(6)}", not await Pause(7))
    return total, values, flag, {await Pause(8): await Pause(9)}


print(drive(expressions(10), 100, 200, "a", "b", "c", "d", "e", "f", 0, "k", "v"))


async def catches():
    try:
        await Pause("waiting")
    except ValueError as error:
        print("caught", error)
        return await Pause("again")
    finally:
        print("finally")


c = catches()
print(c.send(None))
print(c.throw(ValueError("thrown")))
try:
    c.send("done")
except StopIteration as stop:
    print("result", stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)
try:
    c.throw(ValueError)
except RuntimeError as error:
    print("RuntimeError:", error)
c.close()

c = catches()
c.send(None)
c.close()
print("closed")


async def stubborn():
    try:
        await Pause(1)
    except GeneratorExit:
        await Pause(2)


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print("RuntimeError:", error)

c = nothing()
try:
    c.send(1)
except TypeError as error:
    print("TypeError:", error)
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)


async def raises_stop():
    raise StopIteration(5)


try:
    raises_stop().send(None)
except RuntimeError as error:
    print("RuntimeError:", error, repr(error.__cause__))


async def outer_error():
    try:
        await chain_error()
    except KeyError as error:
        print("outer got", error)
        raise ValueError("from outer") from error


async def chain_error():
    await Pause("before")
    raise KeyError("inner")


c = outer_error()
print(c.send(None))
try:
    c.send(None)
except ValueError as error:
    print(error, repr(error.__cause__))

# Awaiting what cannot be awaited, and twice.


class NoIterator:
    def __await__(self):
        return 1


class GivesCoroutine:
    def __await__(self):
        made.append(nothing())
        return made[-1]


made = []


class AttributeOnly:
    pass


attribute_only = AttributeOnly()
attribute_only.__await__ = lambda: iter([1])


async def awaits(value):
    return await value


def generator():
    yield 1


for bad in (1, None, [], generator(), NoIterator(), GivesCoroutine(), attribute_only, nothing):
    try:
        awaits(bad).send(None)
    except TypeError as error:
        print("TypeError:", error)
made.pop().close()

shared = chain(1)
first, second = awaits(shared), awaits(shared)
print(first.send(None))
try:
    second.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)
print(drive(first))
third = awaits(shared)
try:
    third.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)

# A coroutine is no iterator.
c = nothing()
for function in (iter, next, list):
    try:
        function(c)
    except TypeError as error:
        print("TypeError:", error)
try:
    for _ in c:
        pass
except TypeError as error:
    print("TypeError:", error)
print(hasattr(c, "__iter__"), hasattr(c, "__next__"), hasattr(c, "__await__"))

# ... but __await__ gives one.
wrapper = c.__await__()
print(type(wrapper).__name__, iter(wrapper) is wrapper)
try:
    next(wrapper)
except StopIteration as stop:
    print("stopped", stop.value)
c = chain(0)
wrapper = c.__await__()
print(next(wrapper))
try:
    wrapper.send("sent")
except StopIteration as stop:
    print("stopped", stop.value)
c = catches()
wrapper = c.__await__()
print(next(wrapper), wrapper.throw(ValueError("through wrapper")))
wrapper.close()


class Delegates:
    def __await__(self):
        return chain(2).__await__()


class DelegatesFrom:
    def __await__(self):
        result = yield from chain(2).__await__()
        return "from", result


print(drive(awaits(Delegates()), "x"))
print(drive(awaits(DelegatesFrom()), "x"))

running = None


async def resumes_itself():
    try:
        running.send(None)
    except ValueError as error:
        print("ValueError:", error)


running = resumes_itself()
print(drive(running))


class Methods:
    count = 0

    def __init__(self):
        self.log = []

    async def step(self, value):
        self.log.append(value)
        self.last = await Pause(value)
        return self.last

    @classmethod
    async def made(cls):
        return cls.count

    @staticmethod
    async def plain(x):
        return x

    async def __call__(self, x):
        return x, self.log


m = Methods()
print(drive(m.step(1), "one"), m.last, drive(Methods.made()), drive(m.plain(3)), drive(m(4)))


async def closure(n):
    total = 0

    async def add(k):
        nonlocal total
        total += await Pause(k)

    for i in range(n):
        await add(i)
    return total


print(drive(closure(3), 10, 20, 30))


async def loops():
    result = []
    for i in range(3):
        if await Pause(i):
            continue
        result.append(i)
        while await Pause("while"):
            break
    else:
        result.append("else")
    return result


print(drive(loops(), 0, 1, 1, 0, 0))


async def recursive(n):
    return 1 + await recursive(n - 1) if n else 0


print(drive(recursive(50)))
print(drive((lambda: constant())()))
