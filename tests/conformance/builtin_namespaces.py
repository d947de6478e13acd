# SPDX-License-Identifier: MIT
# Reading namespaces: vars, dir, globals, locals, __name__ and __dict__ of modules and classes.

z = 1


def reader(a, b=2):
    w = 3
    return sorted(locals()), locals()["w"], "z" in globals(), globals()["z"], "w" in globals()


print(reader(1), __name__, "reader" in globals())


class Thing:
    kind = "thing"

    def __init__(self):
        self.one = 1
        self.two = "2"

    def method(self):
        return sorted(locals())


t = Thing()
print(vars(t), t.__dict__, sorted(k for k in vars(Thing) if not k.startswith("__")), t.method())
print([n for n in dir(t) if not n.startswith("__")], [n for n in dir(Thing) if not n.startswith("__")])
print([n for n in ("append", "pop", "nope") if n in dir([])], "upper" in dir(""), "z" in dir(), "bit_length" in dir(5))
print(Thing.__name__, Thing.__qualname__, Thing.__module__, Thing.__dict__["kind"], type(t).__name__, t.__module__)
print(reader.__name__, reader.__qualname__, reader.__module__, Thing.method.__qualname__, reader.__defaults__)


def outer():
    def inner():
        pass
    return inner.__qualname__, inner.__name__


print(outer(), (lambda: 0).__qualname__)
import math

print(math.__name__, "sqrt" in dir(math), hasattr(math, "pi"), getattr(math, "floor")(2.5))
for name in ("kind", "method", "missing"):
    print(name, name in vars(Thing), name in vars(t), hasattr(t, name))


class Sub(Thing):
    extra = 1


print([n for n in dir(Sub) if not n.startswith("__")], sorted(k for k in vars(Sub) if not k.startswith("__")), Sub.__bases__ == (Thing,), Sub.__base__ is Thing)
