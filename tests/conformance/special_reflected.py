# SPDX-License-Identifier: MIT
# Reflected operators, NotImplemented, priority of subclasses.

class Meter:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"{self.n}m"

    def __add__(self, o):
        if isinstance(o, Meter):
            return Meter(self.n + o.n)
        if isinstance(o, (int, float)):
            return Meter(self.n + o)
        return NotImplemented

    def __radd__(self, o):
        return Meter(o + self.n) if isinstance(o, (int, float)) else NotImplemented

    def __rsub__(self, o):
        return Meter(o - self.n)

    def __rmul__(self, o):
        return Meter(o * self.n)

    def __rtruediv__(self, o):
        return ("rtruediv", o)

    def __rfloordiv__(self, o):
        return ("rfloordiv", o)

    def __rmod__(self, o):
        return ("rmod", o)

    def __rpow__(self, o):
        return ("rpow", o)

    def __rlshift__(self, o):
        return ("rlshift", o)

    def __ror__(self, o):
        return ("ror", o)

    def __rand__(self, o):
        return ("rand", o)

    def __rxor__(self, o):
        return ("rxor", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __rmatmul__(self, o):
        return ("rmatmul", o)


m = Meter(5)
print(m + m, m + 1, 1 + m, 10 - m, 2 * m, 1 / m, 1 // m, 1 % m, 2 ** m, 1 << m, 1 | m, 1 & m, 1 ^ m, divmod(9, m), 3 @ m)
print(sum([Meter(1), Meter(2)]), 1.5 + m, [1] * 2 + [m])
for op in (lambda: m + "x", lambda: "x" + m, lambda: m - 1, lambda: m * 2, lambda: [] + m):
    try:
        print(op())
    except TypeError as e:
        print(e)


class Base:
    def __add__(self, o):
        return "Base.__add__"

    def __radd__(self, o):
        return "Base.__radd__"


class Derived(Base):
    def __radd__(self, o):
        return "Derived.__radd__"


class Plain(Base):
    pass


print(Base() + Derived(), Base() + Plain(), Base() + Base(), Derived() + Base(), 1 + Derived(), "s" + Base())


class Left:
    def __mul__(self, o):
        print("left tried")
        return NotImplemented


class Right:
    def __rmul__(self, o):
        print("right tried")
        return "from right"


print(Left() * Right())
try:
    Left() * 5
except TypeError as e:
    print(e)
print((5).__add__("x") is NotImplemented, "a".__eq__(1) is NotImplemented, [].__eq__(()) is NotImplemented, m.__add__("s") is NotImplemented)


class AlwaysEqual:
    def __eq__(self, o):
        return True

    def __ne__(self, o):
        return False


print(5 == AlwaysEqual(), AlwaysEqual() == 5, 5 != AlwaysEqual(), "x" in [AlwaysEqual()], None == AlwaysEqual(), [AlwaysEqual()] == [1])
