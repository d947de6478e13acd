# GeneratorExit thrown into a generator that delegates closes the one it delegates to, also where
# no code mentions closing.


def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner left")


def outer():
    try:
        yield from inner()
    except GeneratorExit:
        print("outer left")
    yield 2


g = outer()
print(next(g), g.throw(GeneratorExit))


async def waits():
    try:
        await Pause()
    except GeneratorExit:
        print("coroutine left")


async def around():
    try:
        await waits()
    except GeneratorExit:
        print("around left")


class Pause:
    def __await__(self):
        yield "waiting"


c = around()
print(c.send(None))
try:
    c.throw(GeneratorExit)
except StopIteration:
    print("ended")
