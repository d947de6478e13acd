# SPDX-License-Identifier: MIT
# Arithmetic special methods, every binary and unary operator.

class V:
    def __init__(self, *xs):
        self.xs = xs

    def __repr__(self):
        return "V" + repr(self.xs)

    def __add__(self, o):
        return V(*(a + b for a, b in zip(self.xs, o.xs)))

    def __sub__(self, o):
        return V(*(a - b for a, b in zip(self.xs, o.xs)))

    def __mul__(self, k):
        if isinstance(k, V):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return V(*(a * k for a in self.xs))

    def __truediv__(self, k):
        return V(*(a / k for a in self.xs))

    def __floordiv__(self, k):
        return V(*(a // k for a in self.xs))

    def __mod__(self, k):
        return V(*(a % k for a in self.xs))

    def __divmod__(self, k):
        return self // k, self % k

    def __pow__(self, n, mod=None):
        return ("pow", n, mod)

    def __matmul__(self, o):
        return ("matmul", o)

    def __lshift__(self, n):
        return ("lshift", n)

    def __rshift__(self, n):
        return ("rshift", n)

    def __and__(self, o):
        return ("and", o)

    def __or__(self, o):
        return ("or", o)

    def __xor__(self, o):
        return ("xor", o)

    def __neg__(self):
        return V(*(-a for a in self.xs))

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return sum(a * a for a in self.xs) ** 0.5

    def __round__(self, n=None):
        return ("round", n)


a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * b, a * 2, a / 2, a // 2, a % 2, divmod(a, 3), a ** 2, pow(a, 2, 5), a @ b is not None)
print(a @ 1, a << 2, a >> 3, a & 4, a | 5, a ^ 6, -a, +a, ~a, abs(a), round(a), round(a, 2))
print(-(a + b) * 2 - V(1, 1), (a + b) * (a - b), a.__add__(b), V.__mul__(a, 3), sum([a, b], start=V(0, 0)))
for op in (lambda: a + 1, lambda: 1 + a, lambda: a < b, lambda: "x" * a, lambda: a["k"], lambda: len(a), lambda: a(), lambda: iter(a), lambda: 1 in a):
    try:
        op()
        print("fine")
    except (TypeError, AttributeError) as e:
        print(e)


class Bare:
    pass


x, y = Bare(), Bare()
for symbol, op in (("+", lambda: x + y), ("-", lambda: x - 1), ("*", lambda: 2 * x), ("/", lambda: x / y), ("//", lambda: x // 1), ("%", lambda: x % 1),
                   ("**", lambda: x ** 2), ("@", lambda: x @ y), ("<<", lambda: x << 1), ("&", lambda: x & 1), ("-x", lambda: -x), ("~", lambda: ~x), ("abs", lambda: abs(x))):
    try:
        op()
    except TypeError as e:
        print(symbol, e)
