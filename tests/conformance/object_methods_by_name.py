# SPDX-License-Identifier: MIT
# The methods of object, called explicitly on instances and through super; object() and its arguments.


class A:
    def __init__(self, x=0):
        self.x = x


class WithNew:
    def __new__(cls, x):
        return super().__new__(cls)


class Both:
    def __new__(cls, *a):
        return object.__new__(cls)

    def __init__(self, *a):
        pass


class Plain:
    pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


a, b = A(1), A(1)
print(object.__eq__(a, a), object.__eq__(a, b), object.__ne__(a, a), object.__ne__(a, b), object.__eq__(a, 5), object.__hash__(a) == hash(a))
print(object.__repr__(a).split(" at ")[0], object.__str__(a).split(" at ")[0], a.__repr__().split(" at ")[0], a.__format__("")[:17], type(object.__dir__(a)).__name__, "x" in a.__dir__())
print(object.__getattribute__(a, "x"), object.__setattr__(a, "y", 2), a.y, object.__delattr__(a, "y"), hasattr(a, "y"), a.__class__.__name__, a.__doc__, object.__doc__ is None or True)
attempt(lambda: a.__format__("x"))
attempt(lambda: format(a, "x"))
attempt(lambda: object(1))
attempt(lambda: object(k=1))
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(A, 5).__class__.__name__)
attempt(lambda: object.__new__(Plain, 5))
attempt(lambda: Plain(1))
attempt(lambda: Plain(k=1))
attempt(lambda: WithNew())
attempt(lambda: type(WithNew(1)).__name__)
attempt(lambda: type(Both(1, 2)).__name__)
attempt(lambda: object.__getattribute__(a, "nope"))
attempt(lambda: vars(5))
attempt(lambda: vars(a))


class Ne:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ne__(self, other):
        return ("ne", super().__ne__(other))

    def __str__(self):
        return "str then " + super().__str__()[:8]

    def __repr__(self):
        return "Ne!"

    def __hash__(self):
        return super().__hash__() and 1

    def __format__(self, spec):
        return f"<{spec or 'empty'}:{super().__format__('')[:3]}>"

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __getattribute__(self, name):
        return super().__getattribute__(name)

    def __dir__(self):
        return sorted(n for n in super().__dir__() if not n.startswith("_"))


x, y = Ne(1), Ne(1)
print(x == y, x != y, str(x), repr(x), hash(x), f"{x} {x:abc}", x.n, dir(x))
print(isinstance(object(), object), object() == object(), bool(object()), len({object(), object()}), type(object()).__mro__)
