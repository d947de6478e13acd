# SPDX-License-Identifier: MIT
# Reading namespaces: vars, dir, __dict__, names of functions, classes and modules.

class Thing:
    kind = "thing"

    def __init__(self):
        self.one = 1
        self.two = "2"

    def method(self, a, b=2):
        return sorted(vars(self))


t = Thing()
print(vars(t), t.__dict__, sorted(k for k in vars(Thing) if not k.startswith("__")), t.method(1))
print([n for n in dir(t) if not n.startswith("__")], [n for n in dir(Thing) if not n.startswith("__")])
print([n for n in ("append", "pop", "nope") if n in dir([])], "upper" in dir(""), "bit_length" in dir(5), dir([]) == sorted(dir([])))
print(Thing.__name__, Thing.__qualname__, Thing.__module__, Thing.__dict__["kind"], type(t).__name__, t.__module__)


def reader(a, b=2):
    pass


print(reader.__name__, reader.__qualname__, reader.__module__, Thing.method.__qualname__, reader.__defaults__, Thing.method.__defaults__)


def outer():
    def inner():
        pass

    class Local:
        def deep(self):
            pass
    return inner.__qualname__, inner.__name__, Local.__qualname__, Local.deep.__qualname__


print(outer(), (lambda: 0).__qualname__)
import math

print(math.__name__, "sqrt" in dir(math), hasattr(math, "pi"), getattr(math, "floor")(2.5))
for name in ("kind", "method", "missing"):
    print(name, name in vars(Thing), name in vars(t), hasattr(t, name))


class Sub(Thing):
    extra = 1


print([n for n in dir(Sub) if not n.startswith("__")], sorted(k for k in vars(Sub) if not k.startswith("__")), Sub.__bases__ == (Thing,), Sub.__base__ is Thing)
print(__name__, len.__name__, str.upper.__name__, "x".upper.__name__, int.__name__, t.method.__name__)
