# SPDX-License-Identifier: MIT
# The sys module: exc_info, intern, limits, sizes, output streams, version information.

import sys

print(sys.byteorder, sys.maxsize > 0, sys.getrecursionlimit() > 10, sys.intern("abc") == "abc", isinstance(sys.version, str), sys.version_info[0], sys.version_info >= (3, 4))
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError as e:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, value is e)
    try:
        {}["k"]
    except KeyError:
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())


def generator():
    try:
        1 / 0
    except ZeroDivisionError:
        yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]


print(list(generator()))
print(sys.stdout.write("written\n"), file=sys.stdout)
sys.stdout.flush()
print("a", "b", sep="", end="|\n", file=sys.stdout, flush=True)
try:
    sys.stdout.write(5)
except TypeError as e:
    print("TypeError")
small, large = sys.getsizeof([]), sys.getsizeof([0] * 100)
print(small > 0 or small == 0, large > small, sys.getsizeof("a" * 100) > sys.getsizeof(""), sys.getsizeof({}) >= 0, sys.getsizeof({i: i for i in range(50)}) > sys.getsizeof({}))
for code in (0, 3, None, "text"):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code), e.args)
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)


def deep(n):
    return n if n == 0 else deep(n - 1)


print(deep(50), "__main__" in sys.modules or True, isinstance(sys.path, list) if hasattr(sys, "path") else True)


class Out:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)
        return len(s)


out = Out()
print("to", "object", 5, file=out, end="!")
print(file=out)
print(out.parts, "".join(out.parts))
try:
    print("x", file=5)
except AttributeError as e:
    print("AttributeError")
print("x", file=None)
for bad in (lambda: print("x", sep=5), lambda: print("x", end=5), lambda: print("x", nope=1)):
    try:
        bad()
    except TypeError as e:
        print(e)
