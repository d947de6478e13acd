# Attributes of sys that the library adds, and awaiting what types.coroutine marks.
import sys
import types

print(isinstance(sys.implementation.name, str), len(sys.implementation.version) >= 3, "version=" in str(sys.implementation))
print(sys.intern("abc") is sys.intern("abc"), sys.float_info.epsilon, sys.float_info.max, sys.float_info.mant_dig)
try:
    sys.intern(3)
except TypeError as error:
    print(error)
sys.setrecursionlimit(500)
try:
    sys.setrecursionlimit(0)
except ValueError:
    print("ValueError")


def local():
    from sys import implementation
    return implementation is sys.implementation


print(local())


@types.coroutine
def wait(value):
    print("wait", value)
    got = yield "from wait"
    print("got", got)
    return value * 2


async def main():
    return await wait(1) + await wait(2)


coroutine = main()
print(coroutine.send(None))
print(coroutine.send("a"))
try:
    coroutine.send("b")
except StopIteration as stop:
    print(stop.value)
