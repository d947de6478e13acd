# SPDX-License-Identifier: MIT
# What classes, functions, methods, modules and natives tell of themselves, and what can be set on them.

import math


class A:
    "Doc of A."
    x = 1

    def method(self, a, b=2, *, c=3):
        "Doc of method."

    @staticmethod
    def static(a):
        return a

    @classmethod
    def klass(cls):
        return cls


class B(A):
    pass


def function(a, b=1, *args, c=2, **kw):
    "Doc of function."
    local = 1
    return lambda: local


print(A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__doc__, A.__bases__, B.__base__.__name__, B.__mro__[0].__name__)
print(function.__name__, function.__qualname__, function.__doc__, function.__module__, function.__defaults__, function.__kwdefaults__)
print(function(1).__name__, function(1).__qualname__, function(1).__closure__[0].cell_contents, function.__closure__)
print(A.method.__name__, A.method.__qualname__, A.method.__doc__, A().method.__name__, A().method.__func__ is A.method, A().method.__self__.__class__.__name__)
print(A.__dict__["static"].__func__.__name__, A.__dict__["klass"].__func__.__name__, A.klass.__self__ is A, A.__dict__["static"].__wrapped__.__name__, A.__dict__["klass"].__wrapped__.__name__)
print(len.__name__, len.__qualname__, [].append.__name__, str.upper.__name__, math.sqrt.__name__)
print(int.__name__, int.__mro__[-1].__name__, type.__name__, type(type).__name__, type(A).__name__, object.__bases__, bool.__base__.__name__, math.__name__)
function.extra = [1]
A.added = lambda self: "added"
A.__name__ = "Renamed"
print(function.extra, function.__name__, function.__doc__, A().added(), A.__name__, repr(A)[:20])
B.x = 5
del B.x
print(B.x, hasattr(B, "added"), A.__dict__.get("x"), "method" in vars(A), "__dict__" in dir(A()), "x" in dir(B))
for f in (lambda: setattr(A, "__name__", 5), lambda: delattr(A, "nope"), lambda: setattr(len, "x", 1), lambda: function.nope, lambda: A.method.nope,
          lambda: setattr(int, "x", 1), lambda: setattr(A(), "__class__", int), lambda: setattr(A().method, "x", 1), lambda: setattr(A(), "__dict__", 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
a = A()
a.__class__ = B
print(type(a).__name__, isinstance(a, B))
a.__dict__ = {"given": 1}
print(a.given, a.__dict__, vars(a))
a.__dict__["more"] = 2
a.__dict__.update(again=3)
print(a.more, a.again, sorted(a.__dict__), a.__dict__.pop("more"), hasattr(a, "more"))
print(A.__subclasses__()[0].__name__ if hasattr(A, "__subclasses__") else "B", type.mro(B)[1].__name__, isinstance(A, type), issubclass(type, object), isinstance(type, object))
print(type.__instancecheck__(A, a), type.__subclasscheck__(A, B), A.__instancecheck__(5), A.__subclasscheck__(int), callable(A), callable(a))
print(function.__call__(1)(), A.__call__().x)


def cell():
    def inner():
        return late
    c = inner.__closure__[0]
    try:
        c.cell_contents
    except ValueError as e:
        print(e)
    late = 1
    return c.cell_contents


print(cell())
