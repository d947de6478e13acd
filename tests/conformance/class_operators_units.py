# SPDX-License-Identifier: MIT
# Value classes with operators: fractions, vectors, quantities with units, polynomials, intervals.

from functools import total_ordering
from math import gcd


@total_ordering
class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % n)
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    def _other(f):
        def inner(self, o):
            if isinstance(o, int):
                o = Fraction(o)
            return f(self, o) if isinstance(o, Fraction) else NotImplemented
        return inner

    @_other
    def __add__(self, o):
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    @_other
    def __sub__(self, o):
        return self + -o

    @_other
    def __mul__(self, o):
        return Fraction(self.n * o.n, self.d * o.d)

    @_other
    def __truediv__(self, o):
        return Fraction(self.n * o.d, self.d * o.n)

    @_other
    def __eq__(self, o):
        return (self.n, self.d) == (o.n, o.d)

    @_other
    def __lt__(self, o):
        return self.n * o.d < o.n * self.d

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, o):
        return -self + o

    def __rtruediv__(self, o):
        return Fraction(o) / self

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __pow__(self, e):
        return Fraction(self.n ** e, self.d ** e) if e >= 0 else Fraction(self.d ** -e, self.n ** -e)

    def __float__(self):
        return self.n / self.d

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)


F = Fraction
a, b = F(1, 2), F(-3, -4)
print(a + b, a - b, a * b, a / b, a + 1, 1 - a, 2 * b, 1 / b, -a, a ** 3, b ** -2, a == F(2, 4), a < b, b >= 1, max(a, b), sum([a, b, F(1, 4)], F(0)), float(b), bool(F(0)), {F(4, 2): "two"}[2], sorted([b, a, F(-1)]))
print(sum((F(1, n) for n in range(1, 12)), F(0)), F(10 ** 20, 3) - 10 ** 19, a != 0.5)
for bad in (lambda: F(1, 0), lambda: a / 0, lambda: a + "x", lambda: a < 0.5, lambda: "x" * a):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Poly:
    def __init__(self, *c):
        while c and not c[-1]:
            c = c[:-1]
        self.c = c

    def __call__(self, x):
        total = 0
        for k in reversed(self.c):
            total = total * x + k
        return total

    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*((self.c[i] if i < len(self.c) else 0) + (o.c[i] if i < len(o.c) else 0) for i in range(n)))

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c))
        for i, x in enumerate(self.c):
            for j, y in enumerate(o.c):
                out[i + j] += x * y
        return Poly(*out)

    def __len__(self):
        return len(self.c)

    def __str__(self):
        return " + ".join(f"{k}x^{i}" for i, k in enumerate(self.c) if k) or "0"


p, q = Poly(1, 2), Poly(0, 1, 3)
print(p + q, p * q, (p * q)(2), p(2) * q(2), len(p * p * p), p + Poly(-1, -2), Poly(F(1, 2), a)(b), [Poly(1, 1)(x) for x in (0, 1.5, F(1, 3))])


class Quantity:
    units = {"m": 1, "km": 1000, "cm": F(1, 100)}

    def __init__(self, amount, unit):
        self.amount, self.unit = amount, unit

    def to(self, unit):
        return Quantity(self.amount * F(self.units[self.unit] if isinstance(self.units[self.unit], int) else 1) * (self.units[self.unit] if not isinstance(self.units[self.unit], int) else 1) / self.units[unit], unit)

    def __add__(self, o):
        return Quantity(self.amount + o.to(self.unit).amount, self.unit)

    def __getattr__(self, name):
        if name in Quantity.units:
            return self.to(name)
        raise AttributeError(name)

    def __format__(self, spec):
        return f"{float(self.amount):{spec}} {self.unit}"


print(f"{Quantity(3, 'km') + Quantity(50, 'm'):.2f}", f"{Quantity(5, 'cm').m:.3f}", f"{(Quantity(1, 'm') + Quantity(1, 'cm')).cm:.0f}", hasattr(Quantity(1, "m"), "mile"))


class Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __contains__(self, x):
        return self.low <= x <= self.high

    def __and__(self, o):
        low, high = max(self.low, o.low), min(self.high, o.high)
        return Interval(low, high) if low <= high else None

    def __or__(self, o):
        return Interval(min(self.low, o.low), max(self.high, o.high))

    def __lshift__(self, n):
        return Interval(self.low - n, self.high - n)

    def __iter__(self):
        return iter((self.low, self.high))

    def __eq__(self, o):
        return tuple(self) == tuple(o)


i, j = Interval(1, 5), Interval(4, 9)
print(3 in i, 6 in i, [*(i & j)], [*(i | j)], i & Interval(7, 8), [*(i << 2)], i == (1, 5), i != j, a in Interval(0, 1))
