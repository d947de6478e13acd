# async for and async with over objects with the special methods, and what goes wrong with them.


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(coroutine):
    try:
        while True:
            print("  yields", coroutine.send(None))
    except StopIteration as stop:
        return stop.value


class Counter:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        if self.i % 2:
            await Pause(self.i)
        return self.i


async def plain():
    async for i in Counter(3):
        print("item", i)
    else:
        print("else")


async def with_break(at):
    async for i in Counter(4):
        if i == 1:
            continue
        if i == at:
            print("break")
            break
        print("item", i)
    else:
        print("else")
    return "after"


async def nested():
    result = []
    async for i in Counter(2):
        async for j in Counter(2):
            for k in "ab":
                if k == "b" and j == 2:
                    break
                result.append((i, j, k))
    return result


async def unpacks():
    class Pairs(Counter):
        async def __anext__(self):
            value = await super().__anext__()
            return value, [value * 2, value * 3]

    out = []
    async for a, [b, *c] in Pairs(2):
        out.append((a, b, c))
    return out


async def returns_inside():
    async for i in Counter(3):
        try:
            if i == 2:
                return i
        finally:
            print("finally", i)


print(run(plain()))
print(run(with_break(3)))
print(run(with_break(9)))
print(run(nested()))
print(run(unpacks()))
print(run(returns_inside()))


class NoNext:
    def __aiter__(self):
        return 1


class NoAwaitable:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class Fails(Counter):
    async def __anext__(self):
        raise ValueError("in anext")


class Instance:
    pass


instance = Instance()
instance.__aiter__ = lambda: Counter(1)


async def over(value):
    async for item in value:
        print(item)


for bad in (1, [1], NoNext(), NoAwaitable(), Fails(1), instance):
    try:
        run(over(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print("enter", self.name)
        return await Pause("entering " + self.name) or self.name

    async def __aexit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is None)
        await Pause("leaving " + self.name)
        return self.swallow


async def simple():
    async with Manager("a") as a:
        print("body", a)
    async with Manager("b"):
        pass
    return "done"


async def several():
    async with Manager("a") as a, Manager("b") as b, Manager("c"):
        print("body", a, b)


async def parenthesised():
    async with (
        Manager("a") as a,
        Manager("b") as b,
    ):
        print("body", a, b)


async def raises(swallow):
    async with Manager("outer", swallow):
        async with Manager("inner"):
            raise ValueError("in body")
    return "swallowed"


async def leaves():
    for i in range(3):
        async with Manager(str(i)):
            if i == 0:
                continue
            if i == 1:
                break
    async with Manager("return"):
        return "returned"


async def handled():
    try:
        raise KeyError("first")
    except KeyError:
        async with Manager("in handler"):
            try:
                raise
            except KeyError as error:
                print("again", error)
    try:
        async with Manager("finally"):
            1 / 0
    except ZeroDivisionError as error:
        print("zero", error.__context__)
    finally:
        async with Manager("last"):
            pass


print(run(simple()))
print(run(several()))
print(run(parenthesised()))
print(run(raises(True)))
try:
    run(raises(False))
except ValueError as error:
    print("ValueError", error)
print(run(leaves()))
print(run(handled()))


class NoExit:
    async def __aenter__(self):
        pass


class NoEnter:
    async def __aexit__(self, *args):
        pass


class PlainManager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


async def enters(value):
    async with value:
        pass


for bad in (1, NoExit(), NoEnter(), PlainManager()):
    try:
        run(enters(bad))
    except TypeError as error:
        print("TypeError", error)


class ExitFails(Manager):
    async def __aexit__(self, *args):
        raise RuntimeError("in exit")


async def exit_fails():
    async with ExitFails("x"):
        raise ValueError("in body")


try:
    run(exit_fails())
except RuntimeError as error:
    print("RuntimeError", error, repr(error.__context__))


class EnterNotAwaitable:
    def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        pass


try:
    run(enters(EnterNotAwaitable()))
except TypeError as error:
    print("TypeError")


async def thrown():
    async with Manager("thrown", True):
        await Pause("waiting")
    return "end"


c = thrown()
print(c.send(None))
print(c.send(None))
print(c.throw(ValueError("from outside")))
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
