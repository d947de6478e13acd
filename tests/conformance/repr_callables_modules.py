# SPDX-License-Identifier: MIT
# repr of functions, methods, natives, classes, modules and iterators, without their addresses.
# mpy-differs: prints addresses of objects
# mpy-closed: prints addresses of objects

import collections
import math
import re as regular


def text(x):
    return repr(x).split(" at 0x")[0].split(" from ")[0].split(" (built-in")[0].rstrip(">")


class K:
    def m(self):
        pass

    @classmethod
    def c(cls):
        pass

    @staticmethod
    def s():
        pass

    class Inner:
        pass

    def __repr__(self):
        return "K()"


def f():
    def g():
        pass
    return g


async def co():
    pass


def gen():
    yield


k = K()
c = co()
for x in (f, f(), lambda: 0, K, K.Inner, K.m, k.m, K.c, k.c, K.s, k.s, len, print, math.sin, [].append, "x".join, {}.get, math, collections, regular,
          gen, gen(), c, co, int, type, object, ValueError, range, type(None), type(f), type(len), type(k.m), type(gen()), K.Inner(), object()):
    print(text(x))
c.close()
print(text([f, k.m]), text({"k": len}), text((K,)), str(K) == repr(K), f"{K}", "%s" % len, [K.Inner])
print(k, [k], {"k": k}, k.m.__self__, K.m.__qualname__, f().__qualname__, (lambda: 0).__qualname__, [x.__name__ for x in (f, K, len, math)])
print(type(f).__name__, type(len).__name__, type(k.m).__name__, type(math).__name__, type(K).__name__, type(gen()).__name__, type(c).__name__)
print(k.m == k.m, k.m is k.m, k.m == K().m, hash(k.m) == hash(k.m), K.m is K.m, [].append == [].append, k.c == K.c, {k.m: 1}[k.m])
print(callable(k.m), callable(K), callable(k), k.m.__func__ is K.m, K.__dict__["c"].__func__.__name__, bool(f), f == f, f != K.m)
